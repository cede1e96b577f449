// Part of dragoman; see LICENSE.
//
// Can two names be one person's?  A score, and the reason for it.
//
//   NameLikeness l = compare_names("Volodymyr Zelensky", "Zelenskiy, Volodymyr");
//   l.score;               // 0.93
//   to_string(l.reason);   // "another spelling of the same sounds"
//
// Knows other alphabets (through ICU), accents, hyphens, particles (al-, bin, van, de), initials,
// titles of descent (Jr.), either order of family and given names, and the usual ways to write
// Russian, Ukrainian, Arabic, Persian and Chinese sounds in Latin letters.  Names are judged as
// written: no table of persons is asked.  Some 2 µs for two Latin names, 20 for other alphabets.

#ifndef DRAGOMAN_NAME_COMPARE_H_
#define DRAGOMAN_NAME_COMPARE_H_

#include <cstdint>
#include <string>
#include <string_view>

#include "dragoman/api.h"

namespace dragoman {

// The weakest step that was needed, in this order.
enum class NameReason : std::uint8_t {
  kSame,          // letter by letter
  kSameLetters,   // but for case, accents, hyphens, spaces, alphabet
  kParticles,     // al-, bin, van, de, Jr. in one of them only
  kOrder,         // family name first in one of them
  kMoreNames,     // one has further given or father's names
  kInitials,      // "J. Kerry"
  kSpelling,      // Zelensky, Zelenskiy; Qassem, Qasim
  kTypo,          // one letter differs in a long word
  kPartOnly,      // one is a single word of the other
  kDifferent,
};
DRAGOMAN_EXPORT std::string_view to_string(NameReason reason);   // in words

struct NameLikeness {
  double score = 0;   // 0 .. 1
  NameReason reason = NameReason::kDifferent;
};

// From this score on the names are taken for one person's where nothing speaks against it.
inline constexpr double kSamePerson = 0.8;

// Symmetric.  Never fails: ill-formed UTF-8 counts as U+FFFD, an empty name is like none.
DRAGOMAN_EXPORT NameLikeness compare_names(std::string_view a, std::string_view b);

// What stays of a word when spellings of the same sounds are made one: "qassem" and "qasim" are
// both "ksm".  For indexes; equal skeletons alone do not make equal names.  Words with ASCII
// letters only, in lower case, as latin_name() gives them.
DRAGOMAN_EXPORT std::string sound_skeleton(std::string_view latin_word);

// Lower-case ASCII letters and single spaces: "Ġorġ Ó'Néill-Śmith" -> "gorg oneill smith".
DRAGOMAN_EXPORT std::string latin_name(std::string_view name);

}  // namespace dragoman

#endif  // DRAGOMAN_NAME_COMPARE_H_
