// Part of dragoman; see LICENSE.
//
// A table where each form has one place; a newer one takes it from an older.

#include "mention/name_memory.h"

namespace dragoman {
namespace {

// All that a form's answers depend on, as 128 bits of hash: shape, cluster and ends come with the
// bytes, the kind of token with the facts.
std::array<std::uint64_t, 2> key_of(const NameForm& form) {
  const std::uint64_t codes = std::uint64_t(form.codes.known) << 48 | std::uint64_t(form.codes.rule) << 32 |
                              std::uint64_t(form.codes.title) << 16 | form.codes.refused;
  const std::uint64_t rest = std::uint64_t(form.facts) << 47 ^ std::uint64_t(form.lists) << 32 ^
                             std::uint64_t(form.elsewhere) << 16 ^ form.place;
  return {join_hash(form.spelling, codes), join_hash(form.word, rest)};
}

template <std::size_t kCount>
void sum(const WeightTable& weights, const std::array<std::uint64_t, kCount>& hashes,
         std::array<std::int16_t, kNameLabels>& out) {
  Scores<kNameLabels> scores;
  for (const std::uint64_t hash : hashes) weights.add(hash, scores);
  for (std::size_t l = 0; l < out.size(); ++l) out[l] = scores[l];
}

}  // namespace

void NameMemory::begin(std::uint64_t tagger) {
  if (tagger_ == tagger) return;
  tagger_ = tagger;
  entries_.assign(kEntries, Entry{});
}

const NameMemory::Entry& NameMemory::of(const NameFeatures& features, const WeightTable& weights,
                                        const Sentence& sentence, std::int64_t token) {
  const Key key = key_of(features.form_at(sentence, token));
  Entry& entry = entries_[(key[0] ^ key[1]) >> 40 & (kEntries - 1)];
  if (entry.key == key) return entry;
  NameQuestionsAlone hashes;
  features.alone(sentence, token, hashes);
  for (const std::uint64_t h : hashes.here) weights.prefetch(h);
  for (const std::uint64_t h : hashes.before) weights.prefetch(h);
  for (const std::uint64_t h : hashes.after) weights.prefetch(h);
  sum(weights, hashes.here, entry.here);
  sum(weights, hashes.before, entry.before);
  sum(weights, hashes.after, entry.after);
  entry.key = key;
  return entry;
}

void NameMemory::add(const NameFeatures& features, const WeightTable& weights, const Stretch& part,
                     const Sentence& sentence, std::vector<NameSums>& sums) {
  const std::size_t count = part.last - part.first;
  sums.assign(count, NameSums{});
  const std::int64_t first = part.first;
  sums[0].add(of(features, weights, sentence, first - 1).before.data());
  for (std::size_t i = 0; i < count; ++i) {
    const Entry& entry = of(features, weights, sentence, first + std::int64_t(i));
    sums[i].add(entry.here.data());
    if (i > 0) sums[i - 1].add(entry.after.data());
    if (i + 1 < count) sums[i + 1].add(entry.before.data());
  }
  sums[count - 1].add(of(features, weights, sentence, part.last).after.data());
}

}  // namespace dragoman
