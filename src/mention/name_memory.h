// Part of dragoman; see LICENSE.
//
// NameMemory: what words add to the scores of the name tagger, kept from one document to the next.
//
//   thread_local NameMemory memory;
//   memory.begin(tagger_id);
//   memory.add(features, weights, stretch, sentence, sums);   // 59 rows of a token's 68
//
// A word that is read in the same way (NameForm) answers the same, and so do two that stand side by
// side; the words of news are few: four lines of memory instead of 59 that lie far apart.  These four are fetched some
// tokens ahead, and the 59 of what is new.  Sums of whole numbers do not depend
// on their order, so nor does the outcome on what is kept.  Belongs to one thread.

#ifndef DRAGOMAN_MENTION_NAME_MEMORY_H_
#define DRAGOMAN_MENTION_NAME_MEMORY_H_

#include <array>
#include <cstdint>
#include <cstring>
#include <vector>

#include "base/weight_table.h"
#include "mention/name_features.h"

namespace dragoman {

// Sums of the labels' weights, in one cache line.
struct alignas(64) NameSums {
  using Words = std::int16_t __attribute__((vector_size(16)));
  using Wrapping = std::uint16_t __attribute__((vector_size(16)));
  Words labels[3] = {};

  // sums: 48 bytes, the labels in front; the lanes behind them are summed too, may wrap and are never read.
  void add(const std::int16_t* sums) {
    for (int v = 0; v < 3; ++v) {
      Words more;
      std::memcpy(&more, sums + 8 * v, sizeof more);
      labels[v] = Words(Wrapping(labels[v]) + Wrapping(more));
    }
  }
};
static_assert(sizeof(NameSums) == 64 && 3 * 8 >= kNameLabels);

class NameMemory {
 public:
  // Forgets what is another tagger's.
  void begin(std::uint64_t tagger);

  // Sums of each token of the stretch; what `sums` held is lost.
  void add(const NameFeatures& features, const WeightTable& weights, const Stretch& part,
           const Sentence& sentence, std::vector<NameSums>& sums);

 private:
  // Both tables: small for a text or two, which would pay for touching a large one.
  static constexpr std::size_t kSmall = 1 << 9, kLarge = 1 << 13;
  void clear(std::size_t entries);
  static constexpr Index kFetch = 6, kLook = 3;   // tokens ahead: fetched; looked at
  struct Key {
    std::uint64_t a = 0, b = 0;
    friend bool operator==(const Key&, const Key&) = default;
  };
  using Sums = std::array<std::int16_t, kNameLabels>;
  struct alignas(64) Entry {     // sums for the token itself, the one behind it, the one before it
    Sums here, before, after;
    Key key;
  };
  static_assert(sizeof(Entry) == 128);
  struct alignas(32) Pair {      // for each of two tokens side by side what the other adds
    Sums first, second;
    Key key;
  };
  static_assert(sizeof(Pair) == 96);
  // A token that comes soon: of its form, its entry's and its pair's with the token before it.
  struct Soon {
    Key form, entry, pair;
    bool asked_alone = false, asked_pair = false;   // are the hashes there?
    NameQuestionsAlone alone;
    NameQuestionsOfPair both;
  };
  static Key key_of(const NameForm& form);
  std::size_t place(const Key& key) const { return (key.a ^ key.b) >> 40 & (entries_.size() - 1); }   // in both tables
  void fetch(const NameFeatures& features, const Sentence& sentence, std::int64_t token, const Key& before, Soon& soon);
  void look(const NameFeatures& features, const WeightTable& weights, const Sentence& sentence, std::int64_t token,
            Soon& soon) const;
  const Entry& entry(const NameFeatures& features, const WeightTable& weights, const Sentence& sentence,
                     std::int64_t token, Soon& soon);
  const Pair& pair(const NameFeatures& features, const WeightTable& weights, const Sentence& sentence,
                   std::int64_t token, Soon& soon);

  std::uint64_t tagger_ = 0;
  std::size_t missed_ = 0;       // answers made since the tables were cleared
  std::vector<Entry> entries_;
  std::vector<Pair> pairs_;
  std::array<Soon, 8> soon_;                        // by token
};

}  // namespace dragoman

#endif  // DRAGOMAN_MENTION_NAME_MEMORY_H_
