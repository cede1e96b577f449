// Part of dragoman; see LICENSE.
//
// What the tagger of parts of speech asks of a token: its word, its ends, its form, its
// neighbours, what the lexicon knows of it, and the tags of the two words before it.
//
//   PosWords words;
//   words.read(text, tokens, lexicon);             // once a sentence
//   words.ask(i, before, before2, hashes);         // kPosQuestions hashes

#ifndef DRAGOMAN_SYNTAX_POS_FEATURES_H_
#define DRAGOMAN_SYNTAX_POS_FEATURES_H_

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "dragoman/token.h"
#include "syntax/lexicon.h"

namespace dragoman {

inline constexpr std::size_t kPosQuestions = 37;

class PosWords {
 public:
  // text: what the spans of `tokens` count in.
  void read(std::string_view text, std::span<const Token> tokens, const Lexicon& lexicon);

  // before, before2: tags of the words at i-1 and i-2, 1 and more; 0 before the sentence.
  void ask(std::size_t i, std::uint32_t before, std::uint32_t before2, std::uint64_t* hashes) const;

 private:
  struct Word {
    std::uint64_t word = 0, known = 0;
    std::uint64_t suffix1 = 0, suffix2 = 0, suffix3 = 0, suffix4 = 0, suffix5 = 0, prefix2 = 0, prefix3 = 0;
    std::uint32_t shape = 0;
  };
  std::vector<Word> words_;   // two of the edge, the sentence, two of the edge
};

}  // namespace dragoman

#endif  // DRAGOMAN_SYNTAX_POS_FEATURES_H_
