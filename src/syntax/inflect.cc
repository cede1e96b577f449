// Part of dragoman; see LICENSE.
//
// The spelling rules of regular verbs and nouns: final e, y, doubled consonant.  Doubling
// is done for one-syllable words only (stop, ship); "refer" and "travel" stand in the table.
// data/build/words.py applies the same rules to leave regular forms out of the table.

#include "syntax/inflect.h"

namespace dragoman {
namespace {

bool vowel(char c) { return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u'; }

bool ends(std::string_view word, std::string_view end) { return word.ends_with(end); }

bool consonant_y(std::string_view word) {
  return word.size() >= 2 && ends(word, "y") && !vowel(word[word.size() - 2]);
}

// One syllable that ends consonant, vowel, consonant.
bool doubles(std::string_view word) {
  if (word.size() < 3) return false;
  const char last = word.back(), middle = word[word.size() - 2], first = word[word.size() - 3];
  if (vowel(last) || last == 'w' || last == 'x' || last == 'y') return false;
  if (!vowel(middle) || vowel(first)) return false;
  int syllables = 0;
  for (std::size_t i = 0; i < word.size(); ++i) {
    if (vowel(word[i]) && (i == 0 || !vowel(word[i - 1]))) ++syllables;
  }
  return syllables == 1;
}

}  // namespace

std::string regular_s(std::string_view word) {
  const std::string stem(word);
  if (ends(word, "s") || ends(word, "x") || ends(word, "z") || ends(word, "ch") ||
      ends(word, "sh")) {
    return stem + "es";
  }
  if (consonant_y(word)) return stem.substr(0, stem.size() - 1) + "ies";
  if (word.size() >= 2 && ends(word, "o") && !vowel(word[word.size() - 2])) return stem + "es";
  return stem + "s";
}

std::string regular_past(std::string_view verb) {
  const std::string stem(verb);
  if (ends(verb, "e")) return stem + "d";
  if (consonant_y(verb)) return stem.substr(0, stem.size() - 1) + "ied";
  if (doubles(verb)) return stem + stem.back() + "ed";
  return stem + "ed";
}

std::string regular_gerund(std::string_view verb) {
  const std::string stem(verb);
  if (ends(verb, "ie")) return stem.substr(0, stem.size() - 2) + "ying";
  if (ends(verb, "e") && !ends(verb, "ee") && !ends(verb, "oe") && !ends(verb, "ye")) {
    return stem.substr(0, stem.size() - 1) + "ing";
  }
  if (doubles(verb)) return stem + stem.back() + "ing";
  return stem + "ing";
}

}  // namespace dragoman
