// Part of dragoman; see LICENSE.

#include "entity/person_name.h"

#include "base/ascii.h"
#include "token/generation.h"

namespace dragoman {
namespace {

// "J." or "J": one letter, with or without its full stop.
bool is_initial(const Token& token, std::string_view text) {
  return token.letters == 1 && text.size() <= 2;
}

// Are all parts of `shorter` in `longer`, in order?
bool is_subsequence(const PersonName& shorter, const PersonName& longer) {
  int at = 0;
  for (int i = 0; i < shorter.count; ++i) {
    while (at < longer.count && longer.parts[at] != shorter.parts[i]) ++at;
    if (at++ >= longer.count) return false;
  }
  return true;
}

// "J." and "James", "James" and "James".
bool parts_agree(const PersonName& a, int i, const PersonName& b, int j) {
  if (a.parts[i] == b.parts[j]) return true;
  if (a.initials[i] == 0 && b.initials[j] == 0) return false;
  return a.first[i] != 0 && a.first[i] == b.first[j];
}

}  // namespace

std::uint64_t PersonName::given_hash() const {
  if (count < 2) return 0;
  return parts[family == 0 ? 1 : 0];
}

PersonName person_name(const Document& document, const Mention& mention, bool family_first) {
  PersonName name;
  for (Index i = mention.first; i < mention.last; ++i) {
    const Token& token = document.tokens.tokens[i];
    if (!token.word() || token.has(kPossessive) || name.count == PersonName::kMostParts) continue;
    if (name.count > 0 && is_generation(token.hash)) continue;
    const std::string_view text = document.text.slice(token.span());
    const char first = ascii_lower(text.front());
    name.parts[name.count] = token.hash;
    name.first[name.count] = is_ascii_letter(first) ? first : '\0';
    name.initials[name.count] = is_initial(token, text) ? first : '\0';
    ++name.count;
  }
  name.family = family_first ? 0 : name.count > 0 ? name.count - 1 : 0;
  return name;
}

bool same_person(const PersonName& a, const PersonName& b) {
  if (a.count == 0 || b.count == 0) return false;
  const PersonName& shorter = a.count <= b.count ? a : b;
  const PersonName& longer = a.count <= b.count ? b : a;
  if (shorter.count >= 2 && is_subsequence(shorter, longer)) return true;
  if (a.family_hash() != b.family_hash() || a.count < 2 || b.count < 2) return false;
  return parts_agree(a, a.family == 0 ? 1 : 0, b, b.family == 0 ? 1 : 0);
}

}  // namespace dragoman
