// Part of dragoman; see LICENSE.
//
// What a loaded Gazetteer holds: flat arrays that point into each other by index, built from
// tables (gazetteer_load.cc) or lying in a bundle (gazetteer_bundle.cc), some 77 bytes a name
// with its text and id.  Rows are numbered so that those of a record stand side by side,
// preferred first; what few rows or records have stands apart.

#ifndef DRAGOMAN_MENTION_GAZETTEER_DATA_H_
#define DRAGOMAN_MENTION_GAZETTEER_DATA_H_

#include <algorithm>
#include <bit>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/bundle.h"
#include "base/flat_array.h"
#include "base/offset_table.h"
#include "dragoman/gazetteer.h"
#include "mention/token_trie.h"
#include "token/fold.h"

namespace dragoman {

struct Gazetteer::Impl {
  // Rows that stand line by line in one table.
  struct Run {
    OriginId first;
    std::uint32_t file, line;
  };
  struct Dates {
    OriginId row;
    YearMonth from, to;
  };
  struct Thing {                               // a record
    std::uint16_t state;                       // number in states; 0: none
    MentionType type;
    std::uint8_t flags;
  };
  enum ThingFlag : std::uint8_t {
    kMale = 1, kFemale = 2, kCapital = 4, kFamilyFirst = 8, kPlural = 16, kPast = 32, kGeneric = 64,
    kHasExtra = 128,
  };
  struct HaveExtra {                           // which of 64 records have one
    std::uint64_t bits;
    std::uint64_t before;                      // extras of records before them
  };
  struct Extra {
    Index actor = kNone;
    std::uint32_t population = 0;
    std::uint32_t family = 0, short_name = 0, klass = 0;   // numbers for text(); 0: none
  };
  // A row's kind, guard, type and form in 14 bits.
  static std::uint16_t pack(const NameEntry& e, bool dated) {
    return std::uint16_t(unsigned(e.kind) | unsigned(e.guard) << 4 | unsigned(e.has_capital) << 6 |
                         unsigned(e.acronym) << 7 | unsigned(e.type) << 8 | unsigned(dated) << kDatedBit);
  }
  static constexpr int kDatedBit = 13;
  static_assert(unsigned(MentionType::kCount) <= 32 && unsigned(NameKind::kGeneric) < 16);
  // Values of the trie: a row, or with this bit the place of a list of rows in `shared`.
  static constexpr std::uint32_t kShared = std::uint32_t{1} << 31;

  std::shared_ptr<const Bundle> bundle;        // keeps the arrays, if they are its
  std::vector<std::string> files;
  FlatArray<char> pool;                        // all strings, one after another
  OffsetTable texts;                           // names of rows, then ids of records, then others
  FlatArray<Index> record_of_row;
  FlatArray<std::uint16_t> row_bits;           // pack()
  FlatArray<Dates> dates;                      // of rows that have any, by row
  FlatArray<Run> runs;                         // by first
  OffsetTable rows;                            // of each record
  FlatArray<Thing> things;                     // records
  FlatArray<Index> states;                     // that records are of; [0]: kNone
  FlatArray<HaveExtra> have_extra;
  FlatArray<Extra> extras;                     // of records that have more, by record
  FlatArray<Index> ids;                        // records by hash of the id: open addressing, some
                                               // slots free (kNone)
  FlatArray<std::uint64_t> id_bits;            // one bit for each id, some 6 an id: most made-up
                                               // ids are turned away without a cache miss
  TokenTrie trie;
  FlatArray<std::uint32_t> shared;             // a count, then as many rows; and again

  std::string_view text(std::size_t number) const {
    const std::uint32_t begin = texts.begin(number);
    return {pool.data() + begin, texts.end(number) - begin};
  }
  std::string_view id(Index record) const { return text(row_bits.size() + record); }
  Extra extra(Index record) const {
    if ((things[record].flags & kHasExtra) == 0) return {};
    const HaveExtra& have = have_extra[record >> 6];
    return extras[have.before + std::size_t(std::popcount(have.bits & ((std::uint64_t{1} << (record & 63)) - 1)))];
  }
  // Single facts, for whoever needs no more (Gazetteer::facts).
  Index state(Index record) const { return states[things[record].state]; }
  bool is(ThingFlag flag, Index record) const { return (things[record].flags & flag) != 0; }
  char gender(Index record) const { return is(kMale, record) ? 'm' : is(kFemale, record) ? 'f' : '-'; }
  std::string_view extra_text(std::uint32_t number) const { return number == 0 ? std::string_view() : text(number); }

  static std::uint64_t id_hash(std::string_view id) { return hash_bytes(id); }
  static std::size_t id_place(std::uint64_t hash, std::size_t slots) {
    return std::size_t(static_cast<unsigned __int128>(hash * 0x9E3779B97F4A7C15ull) * slots >> 64);
  }

  // The record of an id, or kNone.
  Index find(std::string_view id) const {
    const std::uint64_t hash = id_hash(id);
    const std::uint64_t bit = hash & (id_bits.size() * 64 - 1);
    if (((id_bits[bit >> 6] >> (bit & 63)) & 1) == 0) return kNone;
    for (std::size_t at = id_place(hash, ids.size()); ids[at] != kNone;) {
      if (this->id(ids[at]) == id) return ids[at];
      if (++at == ids.size()) at = 0;
    }
    return kNone;
  }
};

}  // namespace dragoman

#endif  // DRAGOMAN_MENTION_GAZETTEER_DATA_H_
