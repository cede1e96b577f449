// Part of dragoman; see LICENSE.
//
// Three steps: names of the same words take the kind that most of them have; a full name
// found once is found wherever its words stand with capitals; so is the last word of a person's
// full name, and a single word that was found at least twice, unless it is a common word.  In a
// text without capitals all words may stand so.

#include "mention/name_agreement.h"

#include <algorithm>
#include <array>

#include "base/indices_where.h"
#include "mention/no_capitals.h"

namespace dragoman {
namespace {

struct Known {
  std::array<std::uint16_t, 4> times{};   // by kind
  Index length = 0;
  std::uint8_t kinds = 0;                 // which, as bits
  bool surname = false;                   // last word of a person's full name
};

TagKind most(const Known& known) {
  return TagKind(std::max_element(known.times.begin(), known.times.end()) - known.times.begin());
}

// Memory, kept from one document to the next.
struct Room {
  FlatMap<Known> known;
  FlatMap<Index> firsts;
  std::vector<Index> places;
};

class Agreement {
 public:
  Agreement(const Document& document, std::span<const WordFacts> words, std::vector<TaggedName>& names, Room& room)
      : document_(document), tokens_(document.tokens.tokens), words_(words), names_(names),
        no_capitals_(without_capitals(document)), known_(room.known), firsts_(room.firsts), places_(room.places) {}

  void run() {
    count();
    if (disagree_) settle();
    add();
  }

 private:
  std::uint64_t hash(Index first, Index last) const {
    std::uint64_t value = last - first;
    for (Index i = first; i < last; ++i) value = join_hash(value, tokens_[i].hash);
    return value;
  }

  void count() {
    known_.clear();
    firsts_.clear();
    for (const TaggedName& name : names_) {
      Known& known = known_[hash(name.first, name.last)];
      add_kind(known, name.kind);
      known.length = name.last - name.first;
      Index& longest = first(name.first);
      longest = std::max(longest, known.length);
      if (name.kind == TagKind::kPerson && known.length >= 2 && known.length <= 4) {
        Known& surname = known_[hash(name.last - 1, name.last)];
        surname.surname = true;
        surname.length = 1;
        add_kind(surname, TagKind::kPerson);
        Index& least = first(name.last - 1);
        least = std::max<Index>(least, 1);
      }
    }
  }

  void add_kind(Known& known, TagKind kind) {
    ++known.times[std::size_t(kind)];
    known.kinds |= std::uint8_t(1 << int(kind));
    disagree_ |= (known.kinds & (known.kinds - 1)) != 0;
  }

  Index& first(Index token) {
    const std::uint64_t word = tokens_[token].hash;
    may_start_[word >> 52] = 1;
    return firsts_[word];
  }

  void settle() {
    for (TaggedName& name : names_) {
      const Known& known = *known_.find(hash(name.first, name.last));
      const TagKind kind = most(known);
      if (known.times[std::size_t(kind)] > 2 * known.times[std::size_t(name.kind)]) name.kind = kind;
    }
  }

  // Names that the tagger passed over, between those that it found.
  void add() {
    const std::size_t found = names_.size();
    std::size_t next = 0;
    Index s = 0;
    Index free_from = 0;    // behind the last name
    const auto likely = [this, all = tokens_.data(), small = no_capitals_](Index i) {
      return (unsigned(may_start_[all[i].hash >> 52]) & (unsigned(all[i].has(kInitialCapital)) | unsigned(small))) != 0;
    };
    for (const Index i : indices_where(0, Index(tokens_.size()), places_, likely)) {
      if (i < free_from) continue;
      while (document_.sentences()[s].last <= i) ++s;
      const Sentence& sentence = document_.sentences()[s];
      if (!sentence.prose || sentence.caps) continue;
      while (next < found && names_[next].last <= i) ++next;
      if (next < found && names_[next].first <= i) {
        free_from = names_[next].last;
        continue;
      }
      const Index free = next < found ? std::min(names_[next].first, sentence.last) : sentence.last;
      const Index length = longest_at(i, free);
      if (length > 0) names_.push_back({i, i + length, s, most(*known_.find(hash(i, i + length)))});
      free_from = i + length;
    }
    if (names_.size() == found) return;
    std::inplace_merge(names_.begin(), names_.begin() + std::ptrdiff_t(found), names_.end(),
                       [](const TaggedName& a, const TaggedName& b) { return a.first < b.first; });
  }

  // tokens_[i] has a capital, or nothing has.
  Index longest_at(Index i, Index free) const {
    const Index* longest = firsts_.find(tokens_[i].hash);
    if (longest == nullptr) return 0;
    for (Index length = std::min(*longest, free - i); length > 0; --length) {
      const Known* known = known_.find(hash(i, i + length));
      if (known == nullptr) continue;
      if (length > 1) return tokens_[i + length - 1].has(kInitialCapital) || no_capitals_ ? length : 0;
      const unsigned times = known->times[std::size_t(most(*known))];
      if (words_[i].common() || words_[i].has(WordFacts::kStartsTitle)) return 0;
      // Not within a longer run of capitals: that would be another name.
      if (i > 0 && tokens_[i - 1].has(kInitialCapital) && !tokens_[i - 1].has(kSentenceStart)) return 0;
      if (i + 1 < free && tokens_[i + 1].has(kInitialCapital)) return 0;
      return known->surname || times >= 2 ? 1 : 0;
    }
    return 0;
  }

  const Document& document_;
  const std::vector<Token>& tokens_;
  std::span<const WordFacts> words_;
  std::vector<TaggedName>& names_;
  const bool no_capitals_;
  FlatMap<Known>& known_;
  FlatMap<Index>& firsts_;    // by first word: most words of a name that starts with it
  std::array<std::uint8_t, 4096> may_start_{};   // by the front of a hash: 1 for these words
  bool disagree_ = false;     // is a name of several kinds?
  std::vector<Index>& places_;
};

}  // namespace

void agree_on_names(const Document& document, std::span<const WordFacts> words, std::vector<TaggedName>& names) {
  thread_local Room room;
  if (!names.empty()) Agreement(document, words, names, room).run();
}

}  // namespace dragoman
