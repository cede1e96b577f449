// Part of dragoman; see LICENSE.
//
// A table where each form has one place; a newer one takes it from an older.

#include "mention/name_memory.h"

namespace dragoman {
namespace {

template <std::size_t kCount>
void sum(const WeightTable& weights, const std::array<std::uint64_t, kCount>& hashes,
         std::array<std::int16_t, kNameLabels>& out) {
  Scores<kNameLabels> scores;
  for (const std::uint64_t hash : hashes) weights.add(hash, scores);
  for (std::size_t l = 0; l < out.size(); ++l) out[l] = scores[l];
}

}  // namespace

void NameMemory::begin(std::uint64_t tagger) {
  if (tagger_ != tagger) {
    clear(kSmall);
  } else if (entries_.size() < kLarge && missed_ > entries_.size()) {
    clear(kLarge);
  }
  tagger_ = tagger;
}

void NameMemory::clear(std::size_t entries) {
  entries_.assign(entries, Entry{});
  pairs_.assign(entries, Pair{});
  missed_ = 0;
}

// All that a form's answers depend on but its place in the sentence, as 128 bits of hash: shape,
// cluster and ends come with the bytes, the kind of token with the facts.
NameMemory::Key NameMemory::key_of(const NameForm& form) {
  const std::uint64_t codes = std::uint64_t(form.codes.known) << 48 | std::uint64_t(form.codes.rule) << 32 |
                              std::uint64_t(form.codes.title) << 16 | form.codes.refused;
  const std::uint64_t rest = std::uint64_t(form.facts) << 32 ^ std::uint64_t(form.lists) << 16 ^ form.elsewhere;
  return {join_hash(form.spelling, codes), join_hash(form.word, rest)};
}

const NameMemory::Entry& NameMemory::of(const NameFeatures& features, const WeightTable& weights,
                                        const Sentence& sentence, std::int64_t token, const Key& of_form) {
  const std::uint64_t place = features.form_at(sentence, token).place;
  const Key key = {of_form[0], of_form[1] + place * 0x9E3779B97F4A7C15ull};
  Entry& entry = entries_[(key[0] ^ key[1]) >> 40 & (entries_.size() - 1)];
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

const NameMemory::Pair& NameMemory::pair(const NameFeatures& features, const WeightTable& weights,
                                         const Sentence& sentence, std::int64_t token, const Key& before,
                                         const Key& of_form) {
  const Key key = {join_hash(before[0], of_form[0]), join_hash(before[1], of_form[1])};
  Pair& pair = pairs_[(key[0] ^ key[1]) >> 40 & (pairs_.size() - 1)];
  if (pair.key == key) return pair;
  ++missed_;
  NameQuestionsOfPair hashes;
  features.pair(sentence, token, hashes);
  for (const std::uint64_t h : hashes.first) weights.prefetch(h);
  for (const std::uint64_t h : hashes.second) weights.prefetch(h);
  sum(weights, hashes.first, pair.first);
  sum(weights, hashes.second, pair.second);
  pair.key = key;
  return pair;
}

void NameMemory::add(const NameFeatures& features, const WeightTable& weights, const Stretch& part,
                     const Sentence& sentence, std::vector<NameSums>& sums) {
  const std::size_t count = part.last - part.first;
  sums.assign(count, NameSums{});
  const std::int64_t first = part.first;
  Key before = key_of(features.form_at(sentence, first - 1));
  sums[0].add(of(features, weights, sentence, first - 1, before).before.data());
  for (std::size_t i = 0; i < count; ++i) {
    const std::int64_t token = first + std::int64_t(i);
    const Key key = key_of(features.form_at(sentence, token));
    const Pair& two = pair(features, weights, sentence, token, before, key);
    sums[i].add(two.second.data());
    if (i > 0) sums[i - 1].add(two.first.data());
    const Entry& entry = of(features, weights, sentence, token, key);
    sums[i].add(entry.here.data());
    if (i > 0) sums[i - 1].add(entry.after.data());
    if (i + 1 < count) sums[i + 1].add(entry.before.data());
    before = key;
  }
  const Key key = key_of(features.form_at(sentence, part.last));
  sums[count - 1].add(pair(features, weights, sentence, part.last, before, key).first.data());
  sums[count - 1].add(of(features, weights, sentence, part.last, key).after.data());
}

}  // namespace dragoman
