// Part of dragoman; see LICENSE.
//
// Given names and surnames by token hash.
//
//   const PersonNames::Entry* e = names.find(token.hash);   // nullptr: not a name

#ifndef DRAGOMAN_MENTION_PERSON_NAMES_H_
#define DRAGOMAN_MENTION_PERSON_NAMES_H_

#include <cstdint>
#include <filesystem>
#include <string>

#include "base/flat_map.h"
#include "dragoman/result.h"

namespace dragoman {

class PersonNames {
 public:
  struct Entry {
    std::uint8_t given_weight = 0;     // 0: not a given name; 1-9, 9 = most frequent
    std::uint8_t surname_weight = 0;
    char gender = 'u';                 // of the given name: m, f, u
    bool common = false;               // also an English word in lower case
    bool family_first = false;         // a surname of Korean, Chinese, ... order
  };

  static Result<PersonNames> load(const std::filesystem::path& given_names,
                                  const std::filesystem::path& surnames);
  static Result<PersonNames> parse(std::string given_names, std::string surnames);

  const Entry* find(std::uint64_t hash) const { return entries_.find(hash); }
  std::size_t size() const { return entries_.size(); }
  // visit(hash, entry) for each name.
  template <typename Visit>
  void each(Visit&& visit) const {
    entries_.each(visit);
  }

 private:
  static Result<PersonNames> read(class Tsv& given_names, class Tsv& surnames);
  FlatMap<Entry> entries_;
};

}  // namespace dragoman

#endif  // DRAGOMAN_MENTION_PERSON_NAMES_H_
