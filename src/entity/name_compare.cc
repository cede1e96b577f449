// Part of dragoman; see LICENSE.
//
// Three steps.  latin_name() brings any alphabet to lower-case ASCII words, through ICU's
// "Any-Latin; Latin-ASCII" where a letter is not ASCII.  sound_skeleton() drops what spellings
// of one sound differ in: vowels but a first one, h that is not part of sh or ch, doubled
// letters, g, k and q as one.  compare_names() pairs the words of the shorter name with words of
// the longer one, in order or with the family name moved, and gives each pair a value: equal
// letters, initial, equal skeleton weighed by the letters that differ, one typing error.  All
// words of the shorter name must find a partner; so Kim Jong Il is never Kim Jong Un.

#include "dragoman/name_compare.h"

#include <algorithm>
#include <array>
#include <memory>
#include <vector>

#include <unicode/translit.h>
#include <unicode/unistr.h>

#include "base/ascii.h"
#include "entity/latin_letters.h"

namespace dragoman {
namespace {

// A clone a thread: a transliterator is costly to make and not promised to be shared.
const icu::Transliterator* to_latin() {
  static const std::unique_ptr<icu::Transliterator> kMaster = [] {
    UErrorCode status = U_ZERO_ERROR;
    std::unique_ptr<icu::Transliterator> made(icu::Transliterator::createInstance(
        "Any-Latin; Latin-ASCII; Lower", UTRANS_FORWARD, status));
    return U_SUCCESS(status) ? std::move(made) : nullptr;
  }();
  thread_local const std::unique_ptr<icu::Transliterator> kOwn(kMaster ? kMaster->clone() : nullptr);
  return kOwn.get();
}

std::string transliterated(const icu::UnicodeString& text) {
  std::string ascii;
  if (const icu::Transliterator* latin = to_latin()) {
    icu::UnicodeString changed = text;
    latin->transliterate(changed);
    changed.toUTF8String(ascii);
  }
  return ascii;
}

constexpr std::array<std::string_view, 41> kParticles = {
    "al", "el", "ul", "ad", "as", "ash", "an", "ar", "az", "at", "bin", "ibn", "ben", "bint", "abu", "von", "van",
    "der", "den", "de", "da", "do", "dos", "das", "di", "del", "della", "la", "le", "ter", "ten", "ould", "zu", "af",
    "jr", "sr", "ii", "iii", "iv", "st", "wa"};

bool particle(std::string_view word) {
  return std::find(kParticles.begin(), kParticles.end(), word) != kParticles.end();
}

// A few lower-case letters, as bits.
struct Letters {
  std::uint32_t bits = 0;
  constexpr bool has(char c) const { return c >= 'a' && c <= 'z' && (bits >> (c - 'a') & 1) != 0; }
};
constexpr Letters letters(std::string_view all) {
  Letters some;
  for (const char c : all) some.bits |= std::uint32_t{1} << (c - 'a');
  return some;
}

// At most so many: no name has more, and comparing is quadratic in them.
constexpr std::size_t kMostWords = 16;

std::vector<std::string_view> words_of(std::string_view name) {
  std::vector<std::string_view> words;
  while (!name.empty() && words.size() < kMostWords) {
    const std::size_t end = std::min(name.find(' '), name.size());
    if (end > 0) words.push_back(name.substr(0, end));
    name.remove_prefix(std::min(end + 1, name.size()));
  }
  return words;
}

// How alike two words' letters are: 1 - edits / letters of the longer one.
double letters_alike(std::string_view a, std::string_view b) {
  constexpr std::size_t kLongest = 32;
  a = a.substr(0, kLongest);
  b = b.substr(0, kLongest);
  std::array<std::size_t, kLongest + 1> row{};
  for (std::size_t j = 0; j <= b.size(); ++j) row[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    std::size_t diagonal = row[0];
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t up = row[j];
      row[j] = std::min({up + 1, row[j - 1] + 1, diagonal + (a[i - 1] != b[j - 1])});
      diagonal = up;
    }
  }
  const std::size_t longer = std::max(a.size(), b.size());
  return longer == 0 ? 0 : 1 - double(row[b.size()]) / double(longer);
}

bool ends_in_vowel(std::string_view word) {
  if (word.size() > 1 && word.back() == 'h') word.remove_suffix(1);
  return !word.empty() && std::string_view("aeiouy").find(word.back()) != std::string_view::npos;
}

// Two words: 0, or how well they go together.
NameLikeness compare_words(std::string_view a, std::string_view b) {
  if (a == b) return {1, NameReason::kSame};
  if (a.size() == 1 || b.size() == 1) {
    return a[0] == b[0] ? NameLikeness{0.85, NameReason::kInitials} : NameLikeness{};
  }
  const double alike = letters_alike(a, b);
  constexpr double kLeastAlike = 0.55;
  if (alike >= kLeastAlike && ends_in_vowel(a) == ends_in_vowel(b) && sound_skeleton(a) == sound_skeleton(b)) {
    return {0.75 + 0.25 * alike, NameReason::kSpelling};
  }
  constexpr double kOneLetter = 0.85;
  constexpr std::size_t kLongWord = 7;
  if (alike >= kOneLetter && std::min(a.size(), b.size()) >= kLongWord) return {0.8, NameReason::kTypo};
  return {};
}

// Pairs the words of `shorter` with words of `longer` from left to right.
NameLikeness pair_words(const std::vector<std::string_view>& shorter,
                        const std::vector<std::string_view>& longer) {
  double sum = 0;
  NameReason reason = NameReason::kSame;
  std::size_t at = 0;
  for (const std::string_view word : shorter) {
    NameLikeness best;
    std::size_t place = 0;
    for (std::size_t j = at; j < longer.size(); ++j) {
      const NameLikeness pair = compare_words(word, longer[j]);
      if (pair.score > best.score) {
        best = pair;
        place = j;
      }
    }
    if (best.score == 0) return {};
    sum += best.score;
    reason = std::max(reason, best.reason);
    at = place + 1;
  }
  const std::size_t more = longer.size() - shorter.size();
  if (more > 0) reason = std::max(reason, NameReason::kMoreNames);
  return {sum / double(shorter.size()) - 0.03 * double(more), reason};
}

// The same, the first word of one of them taken as its last.
NameLikeness pair_turned(std::vector<std::string_view> shorter, const std::vector<std::string_view>& longer) {
  std::rotate(shorter.begin(), shorter.begin() + 1, shorter.end());
  NameLikeness l = pair_words(shorter, longer);
  std::rotate(shorter.rbegin(), shorter.rbegin() + 1, shorter.rend());
  std::rotate(shorter.rbegin(), shorter.rbegin() + 1, shorter.rend());
  const NameLikeness other = pair_words(shorter, longer);
  if (other.score > l.score) l = other;
  if (l.score > 0) l = {l.score - 0.03, std::max(l.reason, NameReason::kOrder)};
  return l;
}

std::string joined(const std::vector<std::string_view>& words) {
  std::string all;
  for (const std::string_view word : words) all += word;
  return all;
}

}  // namespace

std::string_view to_string(NameReason reason) {
  switch (reason) {
    case NameReason::kSame: return "the same name";
    case NameReason::kSameLetters: return "the same letters but for case, accents, hyphens or alphabet";
    case NameReason::kParticles: return "the same but for a particle or a title of descent";
    case NameReason::kOrder: return "the family name stands first in one of them";
    case NameReason::kMoreNames: return "one has further names";
    case NameReason::kInitials: return "an initial stands for a name";
    case NameReason::kSpelling: return "another spelling of the same sounds";
    case NameReason::kTypo: return "one letter differs in a long word";
    case NameReason::kPartOnly: return "one is a single word of the other";
    case NameReason::kDifferent: break;
  }
  return "different names";
}

std::string latin_name(std::string_view name) {
  std::string ascii;
  if (!latin_letters(name, ascii)) {
    ascii = transliterated(icu::UnicodeString::fromUTF8({name.data(), std::int32_t(name.size())}));
  }
  // "Kerry, John": the part before the comma is the family name.
  if (const std::size_t comma = ascii.find(", "); comma != std::string::npos && comma + 2 < ascii.size()) {
    std::string after = ascii.substr(comma + 2);
    if (after.size() > 3) ascii = after + ' ' + ascii.substr(0, comma);
  }
  std::string out;
  out.reserve(ascii.size());
  for (const char c : ascii) {
    if (is_ascii_letter(c)) out += ascii_lower(c);
    // Apostrophes join, all else parts.
    else if (c != '\'' && c != '`' && c != '"' && !out.empty() && out.back() != ' ') out += ' ';
  }
  if (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

std::string sound_skeleton(std::string_view word) {
  std::string out;
  out.reserve(word.size() + 1);
  constexpr std::string_view kSounds = "abkdavkhajklmnapkrstavvxas";   // of a to z
  static constexpr auto kSecond = letters("chjsz"), kFirst = letters("cdpstz");
  const auto starts = [&word](std::size_t i, std::string_view part) { return word.substr(i, part.size()) == part; };
  const auto add = [&out](char c) {
    if (out.empty() || out.back() != c) out += c;
  };
  for (std::size_t i = 0; i < word.size();) {
    const char c = word[i];
    if (i + 1 < word.size() && kFirst.has(c) && kSecond.has(word[i + 1])) {
      if (starts(i, "tsch")) { add('c'); i += 4; continue; }
      if (starts(i, "sch") || starts(i, "tch")) { add(c == 's' ? 's' : 'c'); i += 3; continue; }
      if (starts(i, "dsch") || starts(i, "dzh")) { add('j'); i += c == 'd' && starts(i, "dsch") ? 4 : 3; continue; }
      if (starts(i, "ch") || starts(i, "cz")) { add('c'); i += 2; continue; }
      if (starts(i, "sh") || starts(i, "sz") || starts(i, "ts") || starts(i, "tz") || starts(i, "zh")) { add('s'); i += 2; continue; }
      if (starts(i, "dj") || starts(i, "dz")) { add('j'); i += 2; continue; }
      if (starts(i, "ph")) { add('v'); i += 2; continue; }
    }
    ++i;
    const char sound = is_ascii_lower(c) ? kSounds[std::size_t(c - 'a')] : c;
    if (sound == 'a' || sound == 'h') {   // a vowel, or h
      if (out.empty()) out += sound;
    } else if (sound == 'x') {
      add('k');
      add('s');
    } else {
      add(sound);
    }
  }
  return out;
}

NameLikeness compare_names(std::string_view a, std::string_view b) {
  const std::string one = latin_name(a), other = latin_name(b);
  if (one.empty() || other.empty()) return {};
  if (a == b) return {1, NameReason::kSame};
  std::vector<std::string_view> left = words_of(one), right = words_of(other);
  if (one == other || joined(left) == joined(right)) return {0.99, NameReason::kSameLetters};
  const auto drop = [](std::vector<std::string_view>& words) {
    const std::size_t before = words.size();
    if (before > 1) std::erase_if(words, particle);
    return before - words.size();
  };
  const std::size_t dropped = drop(left), dropped_right = drop(right);
  const bool particles = dropped != dropped_right;
  if (left.empty() || right.empty()) return {};
  if (left.size() > right.size()) std::swap(left, right);
  if (joined(left) == joined(right)) return {0.97, NameReason::kParticles};
  NameLikeness l;
  if (left.size() == 1) {
    for (const std::string_view word : right) {
      NameLikeness pair = compare_words(left[0], word);
      if (right.size() > 1 && pair.reason == NameReason::kInitials) continue;
      if (pair.score > l.score) l = pair;
    }
    // A word alone says little about who bears it.
    if (l.score > 0 && right.size() > 1) l = {0.6 * l.score, NameReason::kPartOnly};
    return l;
  }
  l = pair_words(left, right);
  if (const NameLikeness turned = pair_turned(left, right); turned.score > l.score) l = turned;
  if (l.score > 0 && particles) l = {l.score - 0.01, std::max(l.reason, NameReason::kParticles)};
  if (l.score > 0) return l;
  // "Ahmadi-Nejad" is one word elsewhere.
  const std::string whole = joined(left), other_whole = joined(right);
  return left.size() != right.size() ? compare_words(whole, other_whole) : NameLikeness{};
}

}  // namespace dragoman
