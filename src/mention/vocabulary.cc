// Part of dragoman; see LICENSE.
//
// Open addressing, linear probing, at most half full.  The table is larger than the inner
// caches, but the words of running text are few and stay there; names are fetched ahead.

#include "mention/vocabulary.h"

#include <algorithm>
#include <bit>

#include "mention/lexicon.h"

namespace dragoman {
namespace {

std::uint32_t bits_of(const PersonNames::Entry& entry) {
  std::uint32_t bits = std::min<std::uint32_t>(entry.given_weight, WordFacts::kWeightMask)
                           << WordFacts::kGivenShift |
                       std::min<std::uint32_t>(entry.surname_weight, WordFacts::kWeightMask)
                           << WordFacts::kSurnameShift;
  if (entry.common) bits |= WordFacts::kNameIsWord;
  if (entry.family_first) bits |= WordFacts::kFamilyFirst;
  if (entry.gender == 'm') bits |= WordFacts::kMale;
  if (entry.gender == 'f') bits |= WordFacts::kFemale;
  return bits;
}

}  // namespace

Vocabulary::Vocabulary(const RuleLexicon& lexicon, const Marks& marks) {
  const PersonNames* persons = lexicon.persons();
  const std::size_t most = lexicon.word_count() + lexicon.common_count() +
                           (persons != nullptr ? persons->size() : 0) + marks.names.size() +
                           marks.titles.size() + marks.families.size();
  slots_.resize(std::bit_ceil(std::max<std::size_t>(2 * most, 64)));
  mask_ = slots_.size() - 1;
  const Bit month = lexicon.find_bit("MONTH").value_or(kNeverBit);
  const Bit weekday = lexicon.find_bit("WEEKDAY").value_or(kNeverBit);
  lexicon.each_word([&](std::uint64_t hash, std::uint32_t lists) {
    const Features& in = lexicon.lists_of(lists);
    add(hash, lists | (in.has(lexicon.name_word()) ? WordFacts::kNameWord : 0u) |
                  (in.has(month) || in.has(weekday) ? WordFacts::kCalendar : 0u));
  });
  lexicon.each_common([this](std::uint64_t hash) { add(hash, WordFacts::kCommonWord); });
  if (persons != nullptr) {
    persons->each([this](std::uint64_t hash, const PersonNames::Entry& entry) {
      add(hash, bits_of(entry));
    });
  }
  for (const std::uint64_t hash : marks.names) add(hash, WordFacts::kStartsName);
  for (const std::uint64_t hash : marks.names_lower) add(hash, WordFacts::kStartsLower);
  for (const std::uint64_t hash : marks.titles) add(hash, WordFacts::kStartsTitle);
  for (const std::uint64_t hash : marks.families) add(hash, WordFacts::kFamousFamily);
}

void Vocabulary::add(std::uint64_t hash, std::uint32_t bits) {
  if (bits == 0) return;
  Slot& slot = slots_[locate(hash)];
  slot.hash = hash;
  slot.bits |= bits;
}

void Vocabulary::read(std::span<const Token> tokens, std::vector<WordFacts>& out) const {
  constexpr std::size_t kAhead = 12;
  out.resize(tokens.size());
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    if (i + kAhead < tokens.size()) __builtin_prefetch(&slots_[tokens[i + kAhead].hash & mask_]);
    out[i] = of(tokens[i].hash);
  }
}

}  // namespace dragoman
