// Part of dragoman; see LICENSE.
//
// The places of a range at which something holds, found without a branch: which words a text
// has next is what no processor foresees, and each wrong guess costs as much as several tests.
//
//   for (const Index i : indices_where(first, last, room, [&](Index i) { return starts_name(i); })) ...

#ifndef DRAGOMAN_BASE_INDICES_WHERE_H_
#define DRAGOMAN_BASE_INDICES_WHERE_H_

#include <algorithm>
#include <cstdint>
#include <span>
#include <vector>

namespace dragoman {

// room: working memory; the result lies in it, until it is used again.
template <typename Holds>
std::span<const std::uint32_t> indices_where(std::uint32_t first, std::uint32_t last,
                                             std::vector<std::uint32_t>& room, const Holds& holds) {
  if (room.size() < last - first) room.resize(last - first);
  std::uint32_t* const begin = room.data();
  std::size_t count = 0;
  for (std::uint32_t i = first; i < last; ++i) {
    begin[count] = i;
    count += holds(i) ? 1 : 0;
  }
  return {begin, count};
}

}  // namespace dragoman

#endif  // DRAGOMAN_BASE_INDICES_WHERE_H_
