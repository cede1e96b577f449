// Part of dragoman; see LICENSE.
//
// Sentences over tokens.

#ifndef DRAGOMAN_SRC_TOKEN_SENTENCE_H_
#define DRAGOMAN_SRC_TOKEN_SENTENCE_H_

#include <cstdint>
#include <span>

#include "dragoman/token.h"

namespace dragoman {

// Fills tokens.sentences and sets kLineStart and kSentenceStart.  stops: indexes, in
// order, of the tokens that may end a sentence.
void split_sentences(const Text& text, std::span<const std::uint32_t> stops, Tokens& tokens);

}  // namespace dragoman

#endif  // DRAGOMAN_SRC_TOKEN_SENTENCE_H_
