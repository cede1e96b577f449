// Part of dragoman; see LICENSE.

#ifndef DRAGOMAN_TOKEN_WORD_SET_H_
#define DRAGOMAN_TOKEN_WORD_SET_H_

#include <initializer_list>

#include "base/hash_set.h"
#include "dragoman/token.h"

namespace dragoman {

// A set of words, compared by the hashes that tokens carry.
inline HashSet word_set(std::initializer_list<const char*> words) {
  HashSet set;
  for (const char* word : words) set.insert(fold_hash(word));
  return set;
}

}  // namespace dragoman

#endif  // DRAGOMAN_TOKEN_WORD_SET_H_
