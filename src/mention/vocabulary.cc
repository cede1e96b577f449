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

// The table while it is filled.
class Vocabulary::Writer {
 public:
  // most: how many words there can be.
  explicit Writer(std::size_t most) : slots_(std::bit_ceil(std::max<std::size_t>(2 * most, 64))) {}

  void add(std::uint64_t hash, std::uint32_t bits) {
    if (bits == 0) return;
    const std::size_t mask = slots_.size() - 1;
    std::size_t at = hash & mask;
    while (slots_[at].bits != 0 && slots_[at].hash != hash) at = (at + 1) & mask;
    slots_[at].hash = hash;
    slots_[at].bits |= bits;
  }
  void add(const RuleLexicon& lexicon, const Marks& marks) {
    const Bit month = lexicon.find_bit("MONTH").value_or(kNeverBit);
    const Bit weekday = lexicon.find_bit("WEEKDAY").value_or(kNeverBit);
    lexicon.each_word([&](std::uint64_t hash, std::uint32_t lists) {
      const Features& in = lexicon.lists_of(lists);
      add(hash, lists | (in.has(lexicon.name_word()) ? WordFacts::kNameWord : 0u) |
                    (in.has(month) || in.has(weekday) ? WordFacts::kCalendar : 0u));
    });
    for (const std::uint64_t hash : marks.names) add(hash, WordFacts::kStartsName);
    for (const std::uint64_t hash : marks.names_lower) add(hash, WordFacts::kStartsLower);
    for (const std::uint64_t hash : marks.titles) add(hash, WordFacts::kStartsTitle);
    for (const std::uint64_t hash : marks.families) add(hash, WordFacts::kFamousFamily);
  }
  static std::size_t count(const Marks& marks) {
    return marks.names.size() + marks.names_lower.size() + marks.titles.size() + marks.families.size();
  }
  void give(Vocabulary& to) && {
    to.mask_ = slots_.size() - 1;
    to.slots_ = std::move(slots_);
  }

 private:
  std::vector<Slot> slots_;
};

Vocabulary::Vocabulary(const RuleLexicon& lexicon, const Marks& marks) {
  const PersonNames* persons = lexicon.persons();
  Writer writer(lexicon.word_count() + lexicon.common_count() + (persons != nullptr ? persons->size() : 0) +
                Writer::count(marks));
  writer.add(lexicon, marks);
  lexicon.each_common([&](std::uint64_t hash) { writer.add(hash, WordFacts::kCommonWord); });
  if (persons != nullptr) {
    persons->each([&](std::uint64_t hash, const PersonNames::Entry& entry) { writer.add(hash, bits_of(entry)); });
  }
  std::move(writer).give(*this);
}

Vocabulary Vocabulary::with(const RuleLexicon& lexicon, const Marks& marks) const {
  constexpr std::uint32_t kStay = WordFacts::kWeightMask << WordFacts::kGivenShift |
                                  WordFacts::kWeightMask << WordFacts::kSurnameShift | WordFacts::kCommonWord |
                                  WordFacts::kNameIsWord | WordFacts::kFamilyFirst | WordFacts::kMale |
                                  WordFacts::kFemale;
  const auto stays = [](const Slot& slot) { return (slot.bits & kStay) != 0; };
  Writer writer(lexicon.word_count() + std::size_t(std::count_if(slots_.begin(), slots_.end(), stays)) +
                Writer::count(marks));
  writer.add(lexicon, marks);
  for (const Slot& slot : slots_) {
    if (stays(slot)) writer.add(slot.hash, slot.bits & kStay);
  }
  Vocabulary changed;
  std::move(writer).give(changed);
  return changed;
}

void Vocabulary::add_to(BundleWriter& bundle) const { bundle.add("vocabulary", slots_.span()); }

Result<Vocabulary> Vocabulary::from_bundle(const Bundle& bundle, std::size_t lists) {
  const auto slots = bundle.section<Slot>("vocabulary");
  if (!slots.ok()) return slots.error();
  if (!std::has_single_bit(slots->size())) return bundle.damaged("vocabulary");
  if (bundle.checked()) {
    bool free = false, right = true;
    for (const Slot& slot : *slots) {
      free = free || slot.bits == 0;
      right = right && WordFacts{slot.bits}.lists() < lists;
    }
    if (!free || !right) return bundle.damaged("vocabulary");
  }
  Vocabulary vocabulary;
  vocabulary.slots_ = *slots;
  vocabulary.mask_ = slots->size() - 1;
  return vocabulary;
}

void Vocabulary::read(std::span<const Token> tokens, std::vector<WordFacts>& out) const {
  Starts starts;
  read(tokens, out, starts);
}

// Starts are noted without a branch (base/indices_where.h).
void Vocabulary::read(std::span<const Token> tokens, std::vector<WordFacts>& out, Starts& starts) const {
  constexpr std::size_t kAhead = 12;
  const std::size_t count = tokens.size();
  out.resize(count);
  for (std::vector<Index>& room : starts.room) {
    if (room.size() < count) room.resize(count);
  }
  const Slot* const slots = slots_.data();
  const Token* const token = tokens.data();
  WordFacts* const facts = out.data();
  Index* const names = starts.room[0].data();
  Index* const titles = starts.room[1].data();
  std::size_t name_count = 0, title_count = 0;
  const auto read_one = [&, mask = mask_](std::size_t i) {
    const std::uint64_t hash = token[i].hash;
    std::size_t at = hash & mask;
    while (slots[at].hash != hash && slots[at].bits != 0) at = (at + 1) & mask;   // most are found where they are looked for
    const WordFacts word{slots[at].bits};        // of a free slot: nothing
    facts[i] = word;
    names[name_count] = titles[title_count] = Index(i);
    name_count += word.starts_name(token[i]);
    title_count += word.has(WordFacts::kStartsTitle);
  };
  std::size_t i = 0;
  for (; i + kAhead < count; ++i) {
    __builtin_prefetch(&slots[token[i + kAhead].hash & mask_]);
    read_one(i);
  }
  for (; i < count; ++i) read_one(i);
  starts.names = {names, name_count};
  starts.titles = {titles, title_count};
}

void Vocabulary::start_anywhere(std::span<const WordFacts> words, Starts& starts) {
  std::vector<Index>& room = starts.room[0];
  std::size_t count = 0;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (words[i].has(WordFacts::kStartsName)) room[count++] = Index(i);
  }
  starts.names = {room.data(), count};
}

}  // namespace dragoman
