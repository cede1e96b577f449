// Part of dragoman; see LICENSE.
//
// What a token's text says about it: kind, flags, letters, hash.

#ifndef DRAGOMAN_SRC_TOKEN_DESCRIBE_H_
#define DRAGOMAN_SRC_TOKEN_DESCRIBE_H_

#include <string_view>

#include "dragoman/token.h"

namespace dragoman {

// Describes text[start, end).  Sets the flags of form and kSpaceBefore; those that
// need neighbours (quotes, possessives, sentences, lines) are left to later steps.
Token describe(std::string_view text, std::uint32_t start, std::uint32_t end);

// White space and control characters: no part of any token when alone.
bool blank(char32_t c);

}  // namespace dragoman

#endif  // DRAGOMAN_SRC_TOKEN_DESCRIBE_H_
