// Part of dragoman; see LICENSE.
//
// Titles and roles: "Defense Minister", "Gen.", "spokesmen".
//
//   Result<Titles> titles = Titles::load("data/gazetteer/titles.tsv");
//   titles->longest_at(tokens, i, last);   // -> TitleInfo and end, if one starts there
//
// Immutable once loaded.

#ifndef DRAGOMAN_MENTION_TITLES_H_
#define DRAGOMAN_MENTION_TITLES_H_

#include <filesystem>
#include <span>
#include <vector>

#include "dragoman/gazetteer.h"
#include "dragoman/result.h"
#include "mention/role_class.h"
#include "mention/token_trie.h"

namespace dragoman {

struct TitleInfo {
  RoleClass role_class = RoleClass::kOther;
  bool before = false;          // may stand before a name
  bool after = false;           // may stand in an apposition
  bool plural = false;
  bool official = false;        // the holder speaks for a state or body
  char gender = '-';
  std::uint32_t line = 0;       // in the table
};

class Titles {
 public:
  static Result<Titles> load(const std::filesystem::path& table);
  static Result<Titles> parse(std::string name, std::string content);

  struct Match {
    const TitleInfo* info = nullptr;   // nullptr: none
    Index last = 0;                    // end token, exclusive
  };
  Match longest_at(const std::vector<Token>& tokens, Index at, Index last) const;
  // Hashes of the tokens that titles start with, each once.
  std::span<const std::uint64_t> first_tokens() const { return trie_.first_tokens(); }
  std::size_t size() const { return infos_.size(); }
  const std::string& file() const { return file_; }
  std::uint32_t last_line() const { return last_line_; }

 private:
  static Result<Titles> read(class Tsv& table);
  std::string file_;
  std::uint32_t last_line_ = 0;
  TokenTrie trie_;
  std::vector<TitleInfo> infos_;           // of each value of the trie
};

}  // namespace dragoman

#endif  // DRAGOMAN_MENTION_TITLES_H_
