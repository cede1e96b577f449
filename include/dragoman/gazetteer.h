// Part of dragoman; see LICENSE.
//
// A Gazetteer finds known names in text: states, persons, bodies, places, weapons.
//
//   Result<Gazetteer> names = Gazetteer::load({"data/gazetteer/states.tsv"});
//   if (!names.ok()) return names.error();
//   std::vector<GazetteerMatch> found;
//   names->find(tokens, 0, Index(tokens.size()), found);
//   for (const GazetteerMatch& m : found)
//     for (const NameEntry e : names->entries(m)) use(names->record(e.record));
//
// Names stand in a trie over token hashes; at each token the longest one wins.
// Immutable once loaded: any number of threads may call its methods.

#ifndef DRAGOMAN_GAZETTEER_H_
#define DRAGOMAN_GAZETTEER_H_

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <iterator>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "dragoman/api.h"
#include "dragoman/mention.h"
#include "dragoman/result.h"
#include "dragoman/token.h"

namespace dragoman {

// Year and month of a period that may be open: 0 = open.
struct YearMonth {
  std::int16_t year = 0;
  std::uint8_t month = 0;   // 1-12; 0 = not given
  std::uint8_t reserved = 0;
  friend auto operator<=>(const YearMonth&, const YearMonth&) = default;
};

// The `kind` column of a name table (docs/data_formats.md).
enum class NameKind : std::uint8_t {
  kPreferred, kOfficial, kShort, kAlias, kAbbreviation, kFormer, kLocal,
  kAdjective, kDemonym, kDemonymPlural, kMetonym, kGeneric,
};

// The `guard` column.
enum class Guard : std::uint8_t { kNone, kExact, kContext };

// One known thing.  `more` of its preferred row, parsed.
struct RecordFacts {
  Index state = kNone;            // record of the state it belongs to
  Index actor = kNone;            // record of the state whose government it stands for
  std::uint32_t population = 0;
  OriginId origin = kNoOrigin;    // file:line of its preferred row
  MentionType type = MentionType::kOrganisation;
  char gender = '-';              // m, f
  bool capital = false;
  bool family_first = false;      // Kim Jong Un
  bool plural = false;            // takes a plural verb
  bool past = false;              // a state that is no more
  bool generic = false;           // the id is a common noun: "artillery shell"
};

// The same with its strings, which live as long as the gazetteer.
struct Record : RecordFacts {
  std::string_view id;            // "RUS", "person:vladimir-putin"
  std::string_view name;          // as shown
  std::string_view family;        // family name, as in running text
  std::string_view short_name;    // what news calls a Vietnamese person: "Trong"; else empty
  std::string_view klass;         // weapon class, sector, self-governing, world-courts ...
};

// One row of a table: a name of a record.
struct NameEntry {
  Index record = kNone;
  NameKind kind = NameKind::kPreferred;
  Guard guard = Guard::kNone;
  MentionType type = MentionType::kOrganisation;  // the row's; NATIONALITY rows carry a state's record
  bool has_capital = false;       // the name has an upper-case letter
  bool acronym = false;           // and no lower-case one: "UN", "BBC"
  YearMonth from, to;
  OriginId origin = kNoOrigin;
};

struct GazetteerMatch {
  Index first = 0;                // tokens [first, last)
  Index last = 0;
  std::uint32_t names = 0;        // entries() reads it
};

// Where a rule or entry stands: "data/gazetteer/states.tsv", 214.
struct Origin {
  std::string_view file;
  std::uint32_t line = 0;
  std::string_view name;          // rule name, or the entry's name
};

class Bundle;        // src/base/bundle.h
class BundleWriter;

class NameEntries;

class DRAGOMAN_EXPORT Gazetteer {
 public:
  // Reads name tables in the format of docs/data_formats.md; later tables add to
  // earlier ones, and a row with the same (id, type, name) replaces the earlier row.  A
  // later table may give an id another preferred name; the earlier becomes an alias.
  // Fails with kNotFound, or with kBadData: a bad row, two preferred names of one id in
  // one table, an id without any, state= or actor= that name no id; the message gives
  // file, line and column.  Time: about 1 µs a row.
  static Result<Gazetteer> load(const std::vector<std::filesystem::path>& tables);

  // These names and what further tables add, replace and remove (docs/data_formats.md).
  // Records keep their numbers, new ones follow.  Fails as load(), and with kBadData for a
  // row that removes what is not there.  Time: about 0.5 µs a name that is here, 1 µs a row.
  Result<Gazetteer> with(const std::vector<std::filesystem::path>& tables) const;

  // From a bundle that `dragoman compile` made (add_to): mapped, not read, so that a million
  // names are ready in milliseconds.
  // A bundle that was opened with all checks is also checked for what it says.
  static Result<Gazetteer> from_bundle(std::shared_ptr<const Bundle> bundle);
  // Adds the arrays of this gazetteer.
  void add_to(BundleWriter& bundle) const;

  // The same from memory; `name` stands in messages for the file's name.
  struct Table {
    std::string name;
    std::string content;
  };
  static Result<Gazetteer> parse(const std::vector<Table>& tables);

  Gazetteer(Gazetteer&&) noexcept;
  Gazetteer& operator=(Gazetteer&&) noexcept;
  ~Gazetteer();

  // Longest match at each token, left to right, never overlapping.  A name that begins with
  // a capital is not looked for at a word that has none, unless others begin with that word in
  // lower case; otherwise guards and dates are left to the mention stage.  Appends to `out`,
  // so that a caller can reuse the vector.  Only tokens [first, last) are read.  Cannot fail.
  void find(const std::vector<Token>& tokens, Index first, Index last,
            std::vector<GazetteerMatch>& out) const;

  // The longest match that starts at token `at` and ends before `last`; last == first
  // in the answer: none.
  GazetteerMatch longest_at(const std::vector<Token>& tokens, Index at, Index last) const;

  // All matches that start there, shortest first.
  void all_at(const std::vector<Token>& tokens, Index at, Index last,
              std::vector<GazetteerMatch>& out) const;

  // All rows of that name, in table order; empty for no match.  Valid as long as the gazetteer.
  NameEntries entries(const GazetteerMatch& match) const;
  // One row; row: 0 .. origin_count() - 1.  Rows of a record stand side by side, preferred first.
  NameEntry entry(OriginId row) const;

  // Hashes of the tokens that names start with, and of those that a name written without a
  // capital may start with; each once.  For a filter in front of longest_at().
  std::span<const std::uint64_t> first_tokens() const;
  std::span<const std::uint64_t> first_lower_tokens() const;

  // Records are 0 .. record_count() - 1; no other number may be asked for.
  std::size_t record_count() const;
  Record record(Index i) const;              // views into the gazetteer; constant time
  RecordFacts facts(Index i) const;          // the same without strings

  // kNone if there is no such id.  One hash lookup.
  Index record_of(std::string_view id) const;

  // All names of a record, preferred first; empty for no record.
  NameEntries names_of(Index record) const;
  std::string_view name(const NameEntry& entry) const;   // as the table writes it

  Origin origin(OriginId id) const;   // file and line of a row
  std::size_t name_count() const;     // rows, preferred names and others
  OriginId origin_count() const;   // origins are 0 .. origin_count() - 1

  struct Impl;                     // src/ only
  const Impl& impl() const { return *impl_; }

 private:
  friend class GazetteerLoader;
  explicit Gazetteer(std::unique_ptr<const Impl> impl);
  std::unique_ptr<const Impl> impl_;
};

// Some rows of a gazetteer, made as they are read.
class NameEntries {
 public:
  class Iterator {
   public:
    using iterator_category = std::input_iterator_tag;
    using value_type = NameEntry;
    using difference_type = std::ptrdiff_t;
    using pointer = void;
    using reference = NameEntry;
    Iterator() = default;
    Iterator(const NameEntries* of, std::size_t at) : of_(of), at_(at) {}
    NameEntry operator*() const { return (*of_)[at_]; }
    Iterator& operator++() { ++at_; return *this; }
    Iterator operator++(int) { Iterator before = *this; ++at_; return before; }
    friend bool operator==(const Iterator& a, const Iterator& b) { return a.at_ == b.at_; }

   private:
    const NameEntries* of_ = nullptr;
    std::size_t at_ = 0;
  };

  NameEntries() = default;
  // Rows first, first + 1 ... (rows null) or those of a list.
  NameEntries(const Gazetteer* names, OriginId first, const OriginId* rows, std::size_t size)
      : names_(names), rows_(rows), first_(first), size_(size) {}

  std::size_t size() const { return size_; }
  bool empty() const { return size_ == 0; }
  // i: below size().
  NameEntry operator[](std::size_t i) const {
    return names_->entry(rows_ == nullptr ? OriginId(first_ + i) : rows_[i]);
  }
  NameEntry front() const { return (*this)[0]; }
  Iterator begin() const { return {this, 0}; }
  Iterator end() const { return {this, size_}; }

 private:
  const Gazetteer* names_ = nullptr;
  const OriginId* rows_ = nullptr;
  OriginId first_ = 0;
  std::size_t size_ = 0;
};

}  // namespace dragoman

#endif  // DRAGOMAN_GAZETTEER_H_
