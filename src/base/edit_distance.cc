// Part of dragoman; see LICENSE.

#include "base/edit_distance.h"

#include <algorithm>
#include <vector>

#include "base/ascii.h"

namespace dragoman {

std::size_t edit_distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) row[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    std::size_t corner = row[0];
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t above = row[j];
      row[j] = std::min({above + 1, row[j - 1] + 1, corner + (a[i - 1] != b[j - 1])});
      corner = above;
    }
  }
  return row[b.size()];
}

std::string nearest_name(std::string_view word, const std::vector<std::string>& names) {
  if (word.size() < 2 || word.size() > 64) return {};
  std::string best;
  // Two letters exchanged count as two; of a short word more than one is another word.
  std::size_t least = word.size() <= 3 ? 2 : std::max<std::size_t>(2, word.size() / 3) + 1;
  const std::string lowered = ascii_lowered(word);
  for (const std::string& name : names) {
    const std::size_t distance = edit_distance(lowered, ascii_lowered(name));
    if (distance < least) {
      least = distance;
      best = name;
    }
  }
  return best;
}

std::string did_you_mean(std::string_view word, const std::vector<std::string>& names) {
  const std::string near = nearest_name(word, names);
  return near.empty() ? std::string() : "; did you mean \"" + near + "\"?";
}

}  // namespace dragoman
