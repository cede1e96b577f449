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
#include <string>
#include <vector>

#include "base/file.h"
#include "base/flat_array.h"
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
  std::uint16_t reserved = 0;
  std::uint32_t number = 0;     // Titles::origin() says where it stands
};

class Titles {
 public:
  static Result<Titles> load(const std::filesystem::path& table);
  static Result<Titles> parse(std::string name, std::string content);
  // Several tables: a later row replaces those of the same title, and class "removed" takes them
  // away.
  static Result<Titles> parse(const std::vector<TextFile>& tables);

  // As sections "titles.*" of a bundle, and back without copying; the bundle must outlive them.
  void add_to(BundleWriter& bundle) const;
  static Result<Titles> from_bundle(const Bundle& bundle);

  struct Match {
    const TitleInfo* info = nullptr;   // nullptr: none
    Index last = 0;                    // end token, exclusive
  };
  Match longest_at(const std::vector<Token>& tokens, Index at, Index last) const;
  // Hashes of the tokens that titles start with, each once.
  std::span<const std::uint64_t> first_tokens() const { return trie_.first_tokens(); }
  std::size_t size() const { return infos_.size(); }
  // number: below origin_count().
  Origin origin(std::uint32_t number) const;
  std::uint32_t origin_count() const { return origin_count_; }

 private:
  static Result<Titles> read(std::span<class Tsv> tables);
  struct Table {
    std::string name;
    std::uint32_t first = 0;               // number of its line 0
  };
  template <typename Visit>
  friend void each_field(Table& table, Visit&& visit) {
    auto& [name, first] = table;
    visit(name, first);
  }
  std::vector<Table> tables_;
  std::uint32_t origin_count_ = 0;
  TokenTrie trie_;
  FlatArray<TitleInfo> infos_;             // of each value of the trie
};

}  // namespace dragoman

#endif  // DRAGOMAN_MENTION_TITLES_H_
