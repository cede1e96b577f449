// Part of dragoman; see LICENSE.
//
// What whole texts tell, through the pipeline with the shipped data: the tests beside this file.

#ifndef DRAGOMAN_TESTS_RELATION_NEWS_TOLD_H_
#define DRAGOMAN_TESTS_RELATION_NEWS_TOLD_H_

#include <string>

#include "dragoman/pipeline.h"
#include "shipped.h"

namespace dragoman {

// "type: who > whom [status]" of each relation that is no office and no place.
inline std::string told(const std::string& text) {
  const Document doc = *shipped().analyze(text, {.id = "", .date = Date{2024, 5, 2}, .outlet = "", .url = ""});
  std::string out;
  for (const Relation& r : doc.relations) {
    const std::string type(shipped().knowledge()->schema().type(r.type).name);
    if (type == "holds_office" || type == "located_in") continue;
    if (!out.empty()) out += "; ";
    out += type + ":";
    for (const Argument& a : r.arguments) {
      out += " " + (a.entity == kNone ? std::string(doc.slice(doc.mentions[a.mention])) : doc.entities[a.entity].id);
    }
    if (r.polarity == Polarity::kDenied) out += " denied";
    if (r.status != RelationStatus::kHappened) out += " " + std::string(to_string(r.status));
    if (r.when) out += " " + std::string(doc.slice(doc.mentions[r.when->mention]));
  }
  return out;
}

// "type by speaker" of each relation.
inline std::string sources(const std::string& text) {
  const Document doc = *shipped().analyze(text);
  std::string out;
  for (const Relation& r : doc.relations) {
    if (!out.empty()) out += "; ";
    out += shipped().knowledge()->schema().type(r.type).name;
    if (r.said_by && r.said_by->entity != kNone) out += " by " + doc.entities[r.said_by->entity].id;
  }
  return out;
}

// "holder as office of" of each office.
inline std::string offices(const std::string& text) {
  const Document doc = *shipped().analyze(text, {.id = "", .date = Date{2024, 5, 2}, .outlet = "", .url = ""});
  std::string out;
  for (const Relation& r : doc.relations) {
    if (shipped().knowledge()->schema().type(r.type).name != "holds_office") continue;
    if (!out.empty()) out += "; ";
    for (const Argument& a : r.arguments) {
      if (a.role == 1) out += " as " + std::string(doc.slice(a.words.end > a.words.start ? a.words : doc.mentions[a.mention].span));
      else out += (a.role == 2 ? " of " : "") + doc.entities[a.entity].id;
    }
    if (r.status == RelationStatus::kHappened) out += " happened";
  }
  return out;
}

}  // namespace dragoman

#endif  // DRAGOMAN_TESTS_RELATION_NEWS_TOLD_H_
