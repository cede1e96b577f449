// Part of dragoman; see LICENSE.
//
// Names of a table cut into tokens by the very code that cuts texts, so that the two
// always agree.
//
//   NameTokens tokens({"Kim Jong-un", "Côte d'Ivoire"});
//   tokens.of(0);            // hashes of Kim, Jong, un
//   tokens.starts_lower(0);  // false

#ifndef DRAGOMAN_MENTION_NAME_TOKENS_H_
#define DRAGOMAN_MENTION_NAME_TOKENS_H_

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace dragoman {

// The token hashes of many names, in the order given; joining hyphens left out.
class NameTokens {
 public:
  // names: valid UTF-8, no line breaks.  About 100 ns a name.
  explicit NameTokens(const std::vector<std::string_view>& names);

  // Empty for a name without any token.
  std::span<const std::uint64_t> of(std::size_t name) const {
    return std::span(hashes_).subspan(begin_[name], begin_[name + 1] - begin_[name]);
  }

  // Has the first token neither a first capital nor a digit?  Only such a name is looked
  // for at such a word (TokenTrie::may_start).
  bool starts_lower(std::size_t name) const { return starts_lower_[name] != 0; }

  std::size_t token_count() const { return hashes_.size(); }

 private:
  std::vector<std::uint64_t> hashes_;
  std::vector<std::uint32_t> begin_;
  std::vector<std::uint8_t> starts_lower_;
};

}  // namespace dragoman

#endif  // DRAGOMAN_MENTION_NAME_TOKENS_H_
