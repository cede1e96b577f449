// Part of dragoman; see LICENSE.
//
// Mentions: the places in a text where something is named, described or pointed at.
//
//   for (const Mention& m : document.mentions)
//     print(document.text.slice(m.span), to_string(m.type));

#ifndef DRAGOMAN_MENTION_H_
#define DRAGOMAN_MENTION_H_

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "dragoman/api.h"
#include "dragoman/text.h"

namespace dragoman {

// The leaves and inner nodes of data/schema/types.yaml, in its order.
enum class MentionType : std::uint8_t {
  kPerson,
  kState,
  kCity,
  kPlace,
  kOrganisation,
  kGovernmentBody,     // is an ORGANISATION, as are the next five
  kInternationalOrg,
  kArmedGroup,
  kCompany,
  kMedia,
  kThinkTank,
  kNationality,        // "Russian", "Iranians": an adjective or people, tied to a state
  kOffice,             // a title or role: "Defense Minister", "spokesman"
  kWeapon,
  kEvent,              // a named event: "Eastern Economic Forum", "World Cup"
  kDate,
  kMoney,
  kQuantity,
  kGroup,              // an unnamed group that acts: "U.S. officials", "Russian troops"
  kCount
};

// "GOVERNMENT_BODY"; the names of data/schema/types.yaml.
DRAGOMAN_EXPORT std::string_view to_string(MentionType type);
DRAGOMAN_EXPORT std::optional<MentionType> mention_type(std::string_view name);   // nothing for another name
DRAGOMAN_EXPORT std::vector<std::string> mention_type_names();                   // of all, in their order

// True for the type itself and for what stands above it in the tree.
inline bool is_a(MentionType type, MentionType ancestor) {
  return type == ancestor || (ancestor == MentionType::kOrganisation && type >= MentionType::kGovernmentBody &&
                              type <= MentionType::kThinkTank);
}

// ACE's NAM, NOM, PRO.
enum class MentionForm : std::uint8_t {
  kNamed,        // "Vladimir Putin", "the North", "Russian"
  kNominal,      // "the minister", "U.S. officials", "the two countries"
  kPronominal,   // "he", "they"
};

using Index = std::uint32_t;                   // into a vector of the Document
inline constexpr Index kNone = ~Index{0};

// Index into the pipeline's table of rules and entries (see Knowledge::origin).
using OriginId = std::uint32_t;
inline constexpr OriginId kNoOrigin = ~OriginId{0};

// Why an overlapping candidate was not taken, or why a link was made: a closed list, so
// that it costs four bytes; to_string() gives the sentence.
enum class Why : std::uint8_t {
  kNotSaid,
  // a mention lost to another
  kShorter,            // a longer reading covers it
  kLowerType,          // same span, a type that stands later in the order
  kLaterRule,          // same span and type, a rule that stands later
  kTagger,             // the learned tagger finds another name there
  // a name was not taken
  kCase,               // written in lower case, the entry needs capitals
  kNoContext,          // ambiguous word without support around it
  kPartOfName,         // inside a longer name: "Michael [Jordan]"
  kOutOfTime,          // the name was not in use at the document's date
  // links
  kSameName,           // the full name, or a known alias of it
  kSurname,            // last person of that family name
  kGivenName,
  kAcronym,            // "International Atomic Energy Agency (IAEA)"
  kPartialName,        // "the Center" after "Carnegie Moscow Center"
  kOfficeAtDate,       // title + state + date name the holder
  kSeatOfGovernment,   // capital or building for the government
  kDemonymOfState,
  kShortOfState,       // "the North" after North Korea
  kPronounRecency,     // nearest earlier one that agrees in type, number and gender
  kNominalRecency,     // "the minister", "the officials"
  kDocumentContext,    // other mentions of the document decide
  kMoreFamous,         // population or weight decides
  kOnlyCandidate,
};
DRAGOMAN_EXPORT std::string_view to_string(Why why);   // "last person of that family name"

// What a DATE stands for: days since 1970-01-01, both ends included, resolved against
// the document's date.  "July 2023" is 2023-07-01 .. 2023-07-31.
enum class DatePrecision : std::uint8_t { kDay, kWeek, kMonth, kSeason, kYear, kVague };
struct DateValue {
  std::int32_t from = 0;
  std::int32_t to = 0;
  bool open_start = false;   // "until 2022"
  bool open_end = false;     // "since 2022"
  DatePrecision precision = DatePrecision::kDay;
  friend bool operator==(const DateValue&, const DateValue&) = default;
};

// What a MONEY or QUANTITY stands for.
struct Amount {
  double low = 0;            // "dozens": 24 .. 99; "3,000": both the same
  double high = 0;
  std::string unit;          // ISO 4217 code, "percent", "tonne", "shell"; empty for a bare count
};

struct Mention {
  Span span;                    // bytes; titles are outside of a person's span
  Index first = 0;              // tokens [first, last)
  Index last = 0;
  MentionType type = MentionType::kPerson;
  MentionForm form = MentionForm::kNamed;
  bool plural = false;          // "officials", "they", "Iranians", "the two countries"
  char gender = '-';            // m, f, n (thing), - (not known)
  Why link_why = Why::kNotSaid; // why it belongs to `entity`
  Index sentence = 0;           // index into Document::sentences()
  Index record = kNone;         // what the gazetteer knows about it
  Index entity = kNone;         // index into Document::entities
  Index state = kNone;          // record of the state it is tied to: demonyms, groups
  Index value = kNone;          // DATE: into Document::dates; MONEY, QUANTITY: Document::amounts
  OriginId because = kNoOrigin; // the rule or entry that found it
};

// A reading that was not chosen, kept so that `why-not` can answer.
struct Rejected {
  Mention mention;
  Why why = Why::kNotSaid;
  Span winner;                  // of the mention that took its place; empty if none did
};

}  // namespace dragoman

#endif  // DRAGOMAN_MENTION_H_
