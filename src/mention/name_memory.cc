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

// Finds out where a token's sums are kept, and has them brought near.
void NameMemory::fetch(const NameFeatures& features, const Sentence& sentence, std::int64_t token, const Key& before,
                       Soon& soon) {
  const NameForm& form = features.form_at(sentence, token);
  soon.form = key_of(form);
  soon.entry = {soon.form.a, soon.form.b + form.place * 0x9E3779B97F4A7C15ull};
  soon.pair = {join_hash(before.a, soon.form.a), join_hash(before.b, soon.form.b)};
  soon.asked_alone = soon.asked_pair = false;
  const auto* entry = reinterpret_cast<const char*>(&entries_[place(soon.entry)]);
  __builtin_prefetch(entry);
  __builtin_prefetch(entry + 64);
  const auto* pair = reinterpret_cast<const char*>(&pairs_[place(soon.pair)]);
  __builtin_prefetch(pair);
  __builtin_prefetch(pair + 64);
}

// What is not kept will be asked: has the weights brought near.
void NameMemory::look(const NameFeatures& features, const WeightTable& weights, const Sentence& sentence,
                      std::int64_t token, Soon& soon) const {
  if (!soon.asked_alone && entries_[place(soon.entry)].key != soon.entry) {
    soon.asked_alone = true;
    features.alone(sentence, token, soon.alone);
    for (const std::uint64_t h : soon.alone.here) weights.prefetch(h);
    for (const std::uint64_t h : soon.alone.before) weights.prefetch(h);
    for (const std::uint64_t h : soon.alone.after) weights.prefetch(h);
  }
  if (!soon.asked_pair && pairs_[place(soon.pair)].key != soon.pair) {
    soon.asked_pair = true;
    features.pair(sentence, token, soon.both);
    for (const std::uint64_t h : soon.both.first) weights.prefetch(h);
    for (const std::uint64_t h : soon.both.second) weights.prefetch(h);
  }
}

const NameMemory::Entry& NameMemory::entry(const NameFeatures& features, const WeightTable& weights,
                                           const Sentence& sentence, std::int64_t token, Soon& soon) {
  Entry& entry = entries_[place(soon.entry)];
  if (entry.key == soon.entry) return entry;
  look(features, weights, sentence, token, soon);   // another took its place since
  sum(weights, soon.alone.here, entry.here);
  sum(weights, soon.alone.before, entry.before);
  sum(weights, soon.alone.after, entry.after);
  entry.key = soon.entry;
  return entry;
}

const NameMemory::Pair& NameMemory::pair(const NameFeatures& features, const WeightTable& weights,
                                         const Sentence& sentence, std::int64_t token, Soon& soon) {
  Pair& pair = pairs_[place(soon.pair)];
  if (pair.key == soon.pair) return pair;
  ++missed_;
  look(features, weights, sentence, token, soon);
  sum(weights, soon.both.first, pair.first);
  sum(weights, soon.both.second, pair.second);
  pair.key = soon.pair;
  return pair;
}

// Of the tokens first - 1 ... last each has its entry; of the first one no pair is asked.
void NameMemory::add(const NameFeatures& features, const WeightTable& weights, const Stretch& part,
                     const Sentence& sentence, std::vector<NameSums>& sums) {
  const std::size_t count = part.last - part.first;
  sums.assign(count, NameSums{});
  const std::int64_t first = part.first;
  Key before;
  std::size_t fetched = 0, looked = 0;     // of count + 2 tokens
  const auto prepare = [&](std::size_t n) {
    for (; fetched < std::min(n + kFetch, count + 2); ++fetched) {
      Soon& soon = soon_[fetched % soon_.size()];
      fetch(features, sentence, first - 1 + std::int64_t(fetched), before, soon);
      soon.asked_pair = fetched == 0;
      before = soon.form;
    }
    for (; looked < std::min(n + kLook, count + 2); ++looked) {
      look(features, weights, sentence, first - 1 + std::int64_t(looked), soon_[looked % soon_.size()]);
    }
  };
  for (std::size_t n = 0; n < count + 2; ++n) {
    prepare(n);
    const std::int64_t token = first - 1 + std::int64_t(n);
    Soon& soon = soon_[n % soon_.size()];
    // sums[n - 1] are the token's own
    if (n > 0) {
      const Pair& two = pair(features, weights, sentence, token, soon);
      if (n <= count) sums[n - 1].add(two.second.data());
      if (n > 1) sums[n - 2].add(two.first.data());
    }
    const Entry& one = entry(features, weights, sentence, token, soon);
    if (n > 0 && n <= count) sums[n - 1].add(one.here.data());
    if (n > 1) sums[n - 2].add(one.after.data());
    if (n < count) sums[n].add(one.before.data());
  }
}

}  // namespace dragoman
