// Part of dragoman; see LICENSE.
//
// A candidate: a stretch of tokens that a rule reads as a mention.  Candidates overlap; the
// step after this one chooses.

#ifndef DRAGOMAN_MENTION_CANDIDATE_H_
#define DRAGOMAN_MENTION_CANDIDATE_H_

#include <cstdint>
#include <vector>

#include "dragoman/mention.h"

namespace dragoman {

// What a description or pronoun can stand for; the entity stage looks for it.
enum class NominalKind : std::uint8_t {
  kNone,           // a name
  kPerson,         // "the minister"
  kGroup,          // "U.S. officials", "the troops"
  kCountry,        // "the country", "the kingdom"
  kCountries,      // "the two countries", "both sides"
  kOrganisation,   // "the company", "the group"
  kDirection,      // "the North"
  kPlace,          // "the capital", "the region"
  kPronoun,        // "he", "they", "its"
};

struct Candidate {
  Index first = 0;               // tokens [first, last)
  Index last = 0;
  Index sentence = 0;
  Index value = kNone;           // DATE: into dates; MONEY, QUANTITY: into amounts
  std::uint16_t rule = 0;        // index into RuleSet::rules(); a smaller one stands earlier
  MentionType type = MentionType::kPerson;
  MentionForm form = MentionForm::kNamed;
  NominalKind nominal = NominalKind::kNone;
  char gender = '-';             // m, f, n, -
  bool plural = false;
};

struct RuleOutput {
  std::vector<Candidate> candidates;   // by sentence, rule, place
  std::vector<DateValue> dates;
  std::vector<Amount> amounts;

  void clear() {
    candidates.clear();
    dates.clear();
    amounts.clear();
  }
};

}  // namespace dragoman

#endif  // DRAGOMAN_MENTION_CANDIDATE_H_
