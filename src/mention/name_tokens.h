// Part of dragoman; see LICENSE.
//
// Names of a table cut into tokens by the very tokenizer that cuts texts, so that the two
// always agree.

#ifndef DRAGOMAN_MENTION_NAME_TOKENS_H_
#define DRAGOMAN_MENTION_NAME_TOKENS_H_

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "dragoman/result.h"

namespace dragoman {

// The token hashes of many names: names() in the order given; joining hyphens left out.
class NameTokens {
 public:
  // All names go through the tokenizer as the lines of one text: 50 ns a name.
  explicit NameTokens(const std::vector<std::string_view>& names);

  // Empty for a name without any token.
  std::span<const std::uint64_t> of(std::size_t name) const {
    return std::span(hashes_).subspan(begin_[name], begin_[name + 1] - begin_[name]);
  }

 private:
  std::vector<std::uint64_t> hashes_;
  std::vector<std::uint32_t> begin_;
};

}  // namespace dragoman

#endif  // DRAGOMAN_MENTION_NAME_TOKENS_H_
