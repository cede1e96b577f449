// Part of dragoman; see LICENSE.
//
// Document: one analysed article, all stages' results side by side.
//
// Plain data that owns its text; independent of the pipeline but for the shared,
// immutable knowledge it keeps alive.  Reading it from several threads is safe.

#ifndef DRAGOMAN_DOCUMENT_H_
#define DRAGOMAN_DOCUMENT_H_

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "dragoman/entity.h"
#include "dragoman/event.h"
#include "dragoman/gazetteer.h"
#include "dragoman/mention.h"
#include "dragoman/relation.h"
#include "dragoman/text.h"
#include "dragoman/token.h"

namespace dragoman {

class Knowledge;

// A calendar day, proleptic Gregorian.
struct Date {
  int year = 0;
  int month = 0;   // 1-12
  int day = 0;     // 1-31
  friend auto operator<=>(const Date&, const Date&) = default;
};

// "2023-09-05" only.  kBadArgument for anything else, 2023-02-30 included.
DRAGOMAN_EXPORT Result<Date> parse_date(std::string_view iso);
DRAGOMAN_EXPORT std::string to_string(const Date& date);   // "2023-09-05"
// Days since 1970-01-01 and back; negative before.  Of days that exist; constant time.
DRAGOMAN_EXPORT std::int32_t to_days(const Date& date);
DRAGOMAN_EXPORT Date from_days(std::int32_t days);
// By precision: "2023-09-05", "2023-07", "2023"; other periods as both ends,
// "2023-07-01/2023-07-15", with ".." for an open one: "2022-02-24/..".
DRAGOMAN_EXPORT std::string to_string(const DateValue& value);
DRAGOMAN_EXPORT std::string_view to_string(DatePrecision precision);   // "month"

// What is known about an article besides its text.
struct DocumentInfo {
  std::string id;                 // the caller's; the graph tells documents apart by it
  std::optional<Date> date;       // of publication: relative dates and offices need it
  std::string outlet;
  std::string url;
};

struct Document {
  DocumentInfo info;
  Text text;
  Tokens tokens;
  std::vector<Mention> mentions;      // by span; they may nest, never cross
  std::vector<Rejected> rejected;
  std::vector<DateValue> dates;       // see Mention::value
  std::vector<Amount> amounts;
  std::vector<Entity> entities;       // by first mention
  std::vector<Relation> relations;    // by trigger
  std::vector<Event> events;          // codes of those that are events
  std::shared_ptr<const Knowledge> knowledge;

  const std::vector<Sentence>& sentences() const { return tokens.sentences; }
  std::string_view slice(Span span) const { return text.slice(span); }
  std::string_view slice(const Mention& m) const { return text.slice(m.span); }
  // What the text says of an argument: its words, else its mention; empty if it has neither.
  std::string_view slice(const Argument& a) const {
    if (!a.words.empty()) return text.slice(a.words);
    return a.mention < mentions.size() ? slice(mentions[a.mention]) : std::string_view();
  }
};

}  // namespace dragoman

#endif  // DRAGOMAN_DOCUMENT_H_
