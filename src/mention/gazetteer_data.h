// Part of dragoman; see LICENSE.
//
// What a loaded Gazetteer holds: flat arrays that point into each other by index.

#ifndef DRAGOMAN_MENTION_GAZETTEER_DATA_H_
#define DRAGOMAN_MENTION_GAZETTEER_DATA_H_

#include <algorithm>
#include <bit>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/flat_map.h"
#include "dragoman/gazetteer.h"
#include "mention/token_trie.h"
#include "token/fold.h"

namespace dragoman {

struct Gazetteer::Impl {
  struct Row {
    std::uint32_t file;
    std::uint32_t line;
    std::uint32_t text;                        // NameEntry::text
  };
  struct RecordIndex {
    Index value = kNone;
  };

  std::vector<std::string> files;
  std::vector<Row> rows;                       // OriginId -> place
  std::vector<Record> records;
  FlatMap<RecordIndex> by_id;                  // hash of the id -> record
  std::vector<std::uint64_t> id_bits;          // one bit for each id, some 8 an id: most made-up
                                               // ids are turned away without a cache miss
  std::string pool;                            // all names, one after another
  std::vector<std::uint32_t> text_begin{0};    // NameEntry::text -> pool
  std::vector<NameEntry> entries;              // side by side for each trie node, in table order
  std::vector<std::uint32_t> node_begin{0};    // trie node -> entries
  std::vector<NameEntry> by_record;            // side by side for each record, preferred first
  std::vector<std::uint32_t> record_begin{0};  // record -> by_record
  TokenTrie trie;

  std::string_view text(std::uint32_t index) const {
    return std::string_view(pool).substr(text_begin[index], text_begin[index + 1] - text_begin[index]);
  }
  bool may_have(std::uint64_t id) const {
    const std::uint64_t bit = id & (id_bits.size() * 64 - 1);
    return (id_bits[bit >> 6] >> (bit & 63)) & 1;
  }
  void fill_id_bits() {
    id_bits.assign(std::bit_ceil(std::max<std::size_t>(by_id.size() / 8, 1)), 0);
    by_id.each([this](std::uint64_t id, const RecordIndex&) {
      const std::uint64_t bit = id & (id_bits.size() * 64 - 1);
      id_bits[bit >> 6] |= std::uint64_t{1} << (bit & 63);
    });
  }
  static std::uint64_t id_hash(std::string_view id) { return hash_bytes(id); }
};

}  // namespace dragoman

#endif  // DRAGOMAN_MENTION_GAZETTEER_DATA_H_
