// Part of dragoman; see LICENSE.
//
// Documents from text that marks its own mentions, so that a stage after the mention stage
// can be tested alone:
//
//   Document d = marked("[Kim Jong Un | PERSON | person:kim] plans to visit [Russia | STATE | RUS].");
//
// [text | TYPE | id | key=value ...]; id may be left out.  Keys: state=RUS, plural=1, pro=1.
// A DATE's id is a period: 2023-09-01..2023-09-30.  Marks may nest.

#ifndef DRAGOMAN_TESTS_MARKED_H_
#define DRAGOMAN_TESTS_MARKED_H_

#include <algorithm>
#include <cstdlib>
#include <sstream>
#include <string>
#include <vector>

#include "dragoman/document.h"

namespace dragoman {

struct Mark {
  Span span;
  MentionType type = MentionType::kPerson;
  std::string id, state;
  bool plural = false, pronoun = false;
};

inline std::string trim(std::string s) {
  const auto from = s.find_first_not_of(' ');
  if (from == std::string::npos) return "";
  return s.substr(from, s.find_last_not_of(' ') - from + 1);
}

// Takes the marks out of a text.
inline std::string unmark(const std::string& marked, std::vector<Mark>& marks) {
  std::string text;
  struct Open {
    std::size_t start;
    std::size_t order;
  };
  std::vector<Open> open;
  for (std::size_t i = 0; i < marked.size(); ++i) {
    if (marked[i] == '[') {
      open.push_back({text.size(), marks.size()});
      marks.emplace_back();
    } else if (marked[i] == '|' && !open.empty()) {
      const std::size_t close = marked.find(']', i);
      std::istringstream fields(marked.substr(i + 1, close - i - 1));
      while (!text.empty() && text.back() == ' ') text.pop_back();
      Mark& mark = marks[open.back().order];
      mark.span = {std::uint32_t(open.back().start), std::uint32_t(text.size())};
      int n = 0;
      for (std::string field; std::getline(fields, field, '|'); ++n) {
        field = trim(field);
        if (n == 0) {
          const auto type = mention_type(field);
          if (!type) std::abort();
          mark.type = *type;
        } else if (field.starts_with("state=")) {
          mark.state = field.substr(6);
        } else if (field == "plural=1") {
          mark.plural = true;
        } else if (field == "pro=1") {
          mark.pronoun = true;
        } else {
          mark.id = field;
        }
      }
      open.pop_back();
      i = close;
    } else {
      text += marked[i];
    }
  }
  return text;
}

inline Document document_of(const std::string& text, const std::vector<Mark>& marks) {
  Document d;
  d.text = *Text::from_utf8(text);
  d.tokens = tokenize(d.text);
  for (const Mark& mark : marks) {
    Mention m;
    m.span = mark.span;
    m.type = mark.type;
    m.plural = mark.plural;
    if (mark.pronoun) m.form = MentionForm::kPronominal;
    const auto& tokens = d.tokens.tokens;
    m.first = Index(std::partition_point(tokens.begin(), tokens.end(),
                                         [&](const Token& t) { return t.end <= mark.span.start; }) -
                    tokens.begin());
    m.last = m.first;
    while (m.last < tokens.size() && tokens[m.last].start < mark.span.end) ++m.last;
    for (Index s = 0; s < d.sentences().size(); ++s) {
      if (m.first >= d.sentences()[s].first && m.first < d.sentences()[s].last) m.sentence = s;
    }
    if (mark.type == MentionType::kDate) {
      const std::size_t dots = mark.id.find("..");
      DateValue value;
      value.from = to_days(*parse_date(mark.id.substr(0, dots == std::string::npos ? 10 : dots)));
      value.to = dots == std::string::npos ? value.from : to_days(*parse_date(mark.id.substr(dots + 2)));
      m.value = Index(d.dates.size());
      d.dates.push_back(value);
    } else if (mark.type != MentionType::kMoney && mark.type != MentionType::kQuantity &&
               mark.type != MentionType::kWeapon && mark.type != MentionType::kOffice) {
      const std::string key = mark.id.empty() ? std::string(d.slice(m.span)) : mark.id;
      Index e = 0;
      while (e < d.entities.size() && d.entities[e].id != key) ++e;
      if (e == d.entities.size()) {
        Entity entity;
        entity.id = key;
        entity.type = mark.type == MentionType::kNationality ? MentionType::kState : mark.type;
        if (key.size() == 3 && std::all_of(key.begin(), key.end(), [](char c) { return c >= 'A' && c <= 'Z'; })) {
          entity.type = MentionType::kState;
        }
        entity.name = std::string(d.slice(m.span));
        entity.state = mark.state;
        d.entities.push_back(entity);
      }
      m.entity = e;
      d.entities[e].mentions.push_back(Index(d.mentions.size()));
    }
    d.mentions.push_back(m);
  }
  return d;
}

inline Document marked(const std::string& text) {
  std::vector<Mark> marks;
  const std::string plain = unmark(text, marks);
  return document_of(plain, marks);
}

// "meet(party_a=Xi, party_b=Modi) planned by U.S. officials": relations as text.
inline std::string show(const Document& d, const Schema& schema, const Relation& r) {
  const RelationType& type = schema.type(r.type);
  std::string out = type.name + "(";
  bool first = true;
  for (const Argument& a : r.arguments) {
    if (!first) out += ", ";
    first = false;
    out += type.roles[a.role].name + "=";
    out += a.entity != kNone ? d.entities[a.entity].id : std::string(d.slice(d.mentions[a.mention]));
  }
  out += ") " + std::string(to_string(r.status));
  if (r.polarity == Polarity::kDenied) out += " denied";
  if (r.said_by) {
    out += r.said_by->mention == kNone ? " hearsay" : " by " + std::string(d.slice(d.mentions[r.said_by->mention]));
  }
  if (r.when) {
    out += " on " + to_string(from_days(r.when->value.from));
  }
  return out;
}

inline std::string show_all(const Document& d, const Schema& schema) {
  std::string out;
  for (const Relation& r : d.relations) out += show(d, schema, r) + "\n";
  return out;
}

}  // namespace dragoman

#endif  // DRAGOMAN_TESTS_MARKED_H_
