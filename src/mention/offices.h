// Part of dragoman; see LICENSE.
//
// Who held which office when.
//
//   Result<Offices> offices = Offices::load("data/gazetteer/offices.tsv", gazetteer);
//   offices->holders(russia, RoleClass::kDefenceMinister, day);   // 2023: Shoigu
//   for (const Office* term : offices->of_person(shoigu)) print(offices->role(*term));
//
// Immutable once loaded.

#ifndef DRAGOMAN_MENTION_OFFICES_H_
#define DRAGOMAN_MENTION_OFFICES_H_

#include <cstdint>
#include <filesystem>
#include <limits>
#include <span>
#include <string>
#include <vector>

#include "base/file.h"
#include "base/flat_array.h"
#include "base/string_table.h"
#include "dragoman/gazetteer.h"
#include "dragoman/result.h"
#include "mention/role_class.h"

namespace dragoman {

// One term.
struct Office {
  Index person = kNone;             // records of the gazetteer
  Index state = kNone;
  RoleClass role_class = RoleClass::kOther;
  bool end_unknown = false;         // "?": still held at the source's date; after it, who knows
  std::uint16_t file = 0;           // see Offices::file()
  std::int32_t from = std::numeric_limits<std::int32_t>::min();   // days since 1970-01-01
  std::int32_t to = std::numeric_limits<std::int32_t>::max();     // both ends included
  std::uint32_t role = 0;           // see Offices::role()
  std::uint32_t organisation = 0;   // 0: none
  std::uint32_t line = 0;           // in the table
  std::uint64_t organisation_hash = 0;   // fold_hash() of its name, if there is one
};

// Terms whose end is not known were open when their source closed, in mid 2022; for a year and
// a half it is likelier that they went on than not.
inline constexpr std::int32_t kOpenTermsTrusted = 19722;   // 2023-12-31

class Offices {
 public:
  // gazetteer: the persons and states that the table speaks of; an unknown id is kBadData.
  static Result<Offices> load(const std::filesystem::path& table, const Gazetteer& gazetteer);
  static Result<Offices> parse(std::string name, std::string content, const Gazetteer& gazetteer);

  // These terms and those of further tables.  A row with the person, role class, organisation,
  // state and start of a term that is here replaces it; with `to` "removed" it takes it away, and
  // is kBadData if there is none.  gazetteer: one whose records begin with those of the former.
  Result<Offices> with(const std::vector<TextFile>& tables, const Gazetteer& gazetteer) const;

  // As sections "offices.*" of a bundle, and back without copying; the bundle must outlive them.
  void add_to(BundleWriter& bundle) const;
  static Result<Offices> from_bundle(const Bundle& bundle, const Gazetteer& gazetteer);

  // All terms, by (state, role class, from).
  std::span<const Office> all() const { return terms_.span(); }

  // Terms of a state's office that cover the day: those whose end is known (or that are
  // open) before those with end_unknown, each latest start first.  organisation: only terms
  // at that body, written as in the table but for case and accents; empty: at any.
  // state kNone: bodies of no state, as the United Nations.  Time: the terms of that office.
  std::vector<const Office*> holders(Index state, RoleClass role_class, std::int32_t day,
                                     std::string_view organisation = {}) const;

  // All terms of a state's office, by start.
  std::span<const Office> of_office(Index state, RoleClass role_class) const;

  // All terms of a person, by start.
  std::vector<const Office*> of_person(Index person) const;

  std::string_view role(const Office& office) const { return strings_[office.role]; }
  std::string_view organisation(const Office& office) const { return strings_[office.organisation]; }
  // With Office::line: where a term stands.
  std::string_view file(const Office& office) const { return files_[office.file]; }

 private:
  struct Draft;
  StringTable files_;
  FlatArray<Office> terms_;                   // by (state, role class, from)
  FlatArray<std::uint32_t> by_person_;        // places in terms_, by (person, from)
  StringTable strings_;                       // [0] is empty
};

}  // namespace dragoman

#endif  // DRAGOMAN_MENTION_OFFICES_H_
