// Part of dragoman; see LICENSE.

#include "entity/slug.h"

#include <array>
#include <cstdint>

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include "base/ascii.h"
#include "dragoman/token.h"

namespace dragoman {

std::string_view id_kind(MentionType type) {
  switch (type) {
    case MentionType::kPerson: return "person";
    case MentionType::kState: return "state";
    case MentionType::kCity: return "city";
    case MentionType::kPlace: return "place";
    case MentionType::kWeapon: return "weapon";
    case MentionType::kEvent: return "event";
    case MentionType::kGroup: return "group";
    case MentionType::kOffice: return "office";
    default: return "org";
  }
}

namespace {

// What a byte of a folded name leaves in its slug: the letter or digit itself, kSeparates, or kJoins for
// a full stop or apostrophe inside a word.
constexpr char kSeparates = 0, kJoins = 1;
constexpr std::array<char, 256> kKept = [] {
  std::array<char, 256> kept{};
  for (std::size_t i = 0; i < kept.size(); ++i) {
    const char c = ascii_lower(char(i));
    if (is_ascii_letter(c) || is_ascii_digit(c) || i >= 0x80) kept[i] = c;
    if (c == '.' || c == '\'') kept[i] = kJoins;
  }
  return kept;
}();

// Whether it was ASCII throughout.
bool add_letters(std::string_view folded, std::string& out) {
  const std::size_t begin = out.size();
  out.resize(begin + folded.size());         // a hyphen stands for what it separates: it never grows
  char* const first = out.data() + begin;
  char* at = first;
  bool gap = false;
  unsigned char bits = 0;
  for (const char letter : folded) {
    bits |= static_cast<unsigned char>(letter);
    const char kept = kKept[static_cast<unsigned char>(letter)];
    if (kept != kSeparates && kept != kJoins) {
      if (gap) *at++ = '-';
      *at++ = kept;
      gap = false;
    } else if (kept == kSeparates) {
      gap = at > first;
    }
  }
  out.resize(begin + std::size_t(at - first));
  return bits < 0x80;
}

}  // namespace

// Of ASCII, folding leaves what lower case does, but for hyphens between single letters: "U-S".
void add_slug(std::string_view name, std::string& out) {
  const std::size_t begin = out.size();
  const bool letters_apart = name.size() > 1 && name[1] == '-';
  if (!letters_apart && add_letters(name, out)) return;
  out.resize(begin);
  add_letters(fold(name), out);
}

std::string title_case(std::string_view name) {
  std::string out;
  out.reserve(name.size());
  bool inside = false;
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(name.data());
  for (std::int32_t at = 0; at < std::int32_t(name.size());) {
    UChar32 c = 0;
    U8_NEXT_OR_FFFD(bytes, at, std::int32_t(name.size()), c);
    const bool letter = u_isalpha(c);
    const UChar32 shown = inside && letter ? u_tolower(c) : c;
    std::uint8_t buffer[4];
    std::int32_t length = 0;
    U8_APPEND_UNSAFE(buffer, length, shown);
    out.append(reinterpret_cast<const char*>(buffer), std::size_t(length));
    inside = letter || c == '\'' || c == 0x2019;
  }
  return out;
}

}  // namespace dragoman
