// Part of dragoman; see LICENSE.
//
// Lists as one string: each part is its length in seven-bit groups, then its bytes.

#include "graph/tables.h"

namespace dragoman {
namespace {

void append(std::string& out, std::string_view part) {
  std::size_t size = part.size();
  for (; size >= 0x80; size >>= 7) out += char(0x80 | (size & 0x7F));
  out += char(size);
  out += part;
}

std::string_view take(std::string_view& packed) {
  std::size_t size = 0;
  int shift = 0;
  std::size_t at = 0;
  while (packed[at] & 0x80) {
    size |= std::size_t(packed[at++] & 0x7F) << shift;
    shift += 7;
  }
  size |= std::size_t(packed[at++]) << shift;
  const std::string_view part = packed.substr(at, size);
  packed.remove_prefix(at + size);
  return part;
}

}  // namespace

std::string pack(const std::vector<std::string>& parts) {
  std::string out;
  for (const std::string& part : parts) append(out, part);
  return out;
}

std::vector<std::string_view> unpack(std::string_view packed) {
  std::vector<std::string_view> parts;
  while (!packed.empty()) parts.push_back(take(packed));
  return parts;
}

std::string pack(const std::vector<GraphArgument>& arguments) {
  std::string out;
  for (const GraphArgument& a : arguments) {
    append(out, a.role);
    append(out, a.filler);
    out += a.entity ? 'e' : 'v';
  }
  return out;
}

std::string pack(const std::vector<GraphArgument>& arguments, std::string_view source,
                 std::string_view target) {
  std::string out;
  for (const GraphArgument& a : arguments) {
    append(out, a.role);
    const char kind = !a.entity ? 'v' : a.filler == source ? 's' : a.filler == target ? 't' : 'e';
    out += kind;
    if (kind == 'v' || kind == 'e') append(out, a.filler);
  }
  return out;
}

std::vector<GraphArgument> unpack_arguments(std::string_view packed, std::string_view source,
                                            std::string_view target) {
  std::vector<GraphArgument> arguments;
  while (!packed.empty()) {
    GraphArgument& a = arguments.emplace_back();
    a.role = take(packed);
    const char kind = packed.front();
    packed.remove_prefix(1);
    a.entity = kind != 'v';
    a.filler = kind == 's' ? source : kind == 't' ? target : take(packed);
  }
  return arguments;
}

}  // namespace dragoman
