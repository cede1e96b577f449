// Part of dragoman; see LICENSE.
//
// The words of a sentence are described once; questions about neighbours read the descriptions.

#include "syntax/pos_features.h"

#include <algorithm>

#include "base/weight_table.h"
#include "base/word_form.h"

namespace dragoman {
namespace {

// What the lexicon knows, as one number: shares in coarse steps, forms, closed class.
std::uint64_t known_of(const Entry* entry) {
  if (entry == nullptr) return 0;
  const auto step = [](std::uint8_t share) { return share == 0 ? 0u : share <= 2 ? 1u : share <= 6 ? 2u : 3u; };
  return 1u | step(entry->noun_share) << 1 | step(entry->verb_share) << 3 | step(entry->adjective_share) << 5 |
         step(entry->adverb_share) << 7 | std::uint64_t(entry->verb_forms) << 9 |
         std::uint64_t(entry->noun_forms) << 14 | std::uint64_t(entry->closed) << 16;
}

}  // namespace

void PosWords::read(std::string_view text, std::span<const Token> tokens, const Lexicon& lexicon) {
  words_.assign(tokens.size() + 4, Word{});
  for (std::size_t i : {std::size_t{0}, std::size_t{1}, tokens.size() + 2, tokens.size() + 3}) {
    words_[i].word = 1;
    words_[i].shape = 2;
    words_[i].known = std::uint64_t{1} << 32;
  }
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const Token& token = tokens[i];
    const std::string_view bytes = text.substr(token.start, token.end - token.start);
    Word& word = words_[i + 2];
    word.word = token.hash;
    word.known = known_of(lexicon.find(token.hash));
    word.shape = word_shape(bytes);
    const WordEnds<5> ends(bytes);
    word.suffix1 = ends.suffix(1);
    word.suffix2 = ends.suffix(2);
    word.suffix3 = ends.suffix(3);
    word.suffix4 = ends.suffix(4);
    word.suffix5 = ends.suffix(5);
    word.prefix2 = ends.prefix(2);
    word.prefix3 = ends.prefix(3);
  }
}

void PosWords::ask(std::size_t i, std::uint32_t before, std::uint32_t before2, std::uint64_t* hashes) const {
  const Word& a = words_[i + 2];
  const Word& b1 = words_[i + 1];
  const Word& b2 = words_[i];
  const Word& c1 = words_[i + 3];
  const Word& c2 = words_[i + 4];
  const std::uint64_t first = i == 0;
  const std::uint64_t tags = std::uint64_t(before2) << 8 | before;
  std::uint64_t* out = hashes;
  std::uint32_t q = 100;
  const auto ask = [&](std::uint64_t value) { *out++ = feature_hash(q++, value); };
  ask(first);
  ask(a.word);
  ask(b1.word);
  ask(c1.word);
  ask(b2.word);
  ask(c2.word);
  ask(join_hash(b1.word, a.word));
  ask(join_hash(a.word, c1.word));
  ask(a.suffix1);
  ask(a.suffix2);
  ask(a.suffix3);
  ask(a.suffix4);
  ask(a.suffix5);
  ask(a.prefix2);
  ask(a.prefix3);
  ask(std::uint64_t(a.shape) << 1 | first);
  ask(join_hash(a.shape, a.word));
  ask(join_hash(a.shape, c1.shape));
  ask(join_hash(b1.shape, a.shape));
  ask(b1.suffix3);
  ask(c1.suffix3);
  ask(before);
  ask(tags << 1 | 1);
  ask(join_hash(a.word, before));
  ask(join_hash(a.word, tags << 1 | 1));
  ask(join_hash(a.suffix3, before));
  ask(join_hash(a.suffix2, tags << 1 | 1));
  ask(join_hash(c1.word, before));
  ask(a.known);
  ask(join_hash(a.known, before));
  ask(join_hash(a.known, tags << 1 | 1));
  ask(join_hash(a.known, c1.known));
  ask(join_hash(join_hash(a.known, c1.known), before));
  ask(join_hash(c1.known, c2.known));
  ask(join_hash(a.word, c1.known));
  ask(join_hash(join_hash(b1.known, a.known), c1.suffix2));
  ask(join_hash(a.shape, before << 1 | first));
  static_assert(kPosQuestions == 37);
}

}  // namespace dragoman
