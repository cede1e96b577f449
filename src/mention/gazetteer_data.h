// Part of dragoman; see LICENSE.
//
// What a loaded Gazetteer holds: flat arrays that point into each other by index, built from
// tables (gazetteer_load.cc) or lying in a bundle (gazetteer_bundle.cc).

#ifndef DRAGOMAN_MENTION_GAZETTEER_DATA_H_
#define DRAGOMAN_MENTION_GAZETTEER_DATA_H_

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/bundle.h"
#include "base/flat_array.h"
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
  // Strings of a record, as numbers for text(); 0 is the empty one.
  struct Strings {
    std::uint32_t id = 0, name = 0, family = 0, short_name = 0, klass = 0;
  };

  std::shared_ptr<const Bundle> bundle;        // keeps the arrays, if they are its
  std::vector<std::string> files;
  FlatArray<Row> rows;                         // OriginId -> place
  FlatArray<RecordFacts> facts;                // of each record
  FlatArray<Strings> strings;
  FlatArray<Index> ids;                        // records by hash of the id: open addressing, a power
                                               // of two of slots, some free (kNone)
  FlatArray<std::uint64_t> id_bits;            // one bit for each id, some 8 an id: most made-up
                                               // ids are turned away without a cache miss
  FlatArray<char> pool;                        // all strings, one after another
  FlatArray<std::uint32_t> text_begin;         // number of a string -> pool
  FlatArray<NameEntry> entries;                // side by side for each trie node, in table order
  FlatArray<std::uint32_t> node_begin;         // trie node -> entries
  FlatArray<std::uint32_t> by_record;          // entries side by side for each record, preferred first
  FlatArray<std::uint32_t> record_begin;       // record -> by_record
  TokenTrie trie;

  std::string_view text(std::uint32_t number) const {
    return {pool.data() + text_begin[number], text_begin[number + 1] - text_begin[number]};
  }
  static std::uint64_t id_hash(std::string_view id) { return hash_bytes(id); }

  // The record of an id, or kNone.
  Index find(std::string_view id) const {
    const std::uint64_t hash = id_hash(id);
    const std::uint64_t bit = hash & (id_bits.size() * 64 - 1);
    if (((id_bits[bit >> 6] >> (bit & 63)) & 1) == 0) return kNone;
    const std::size_t mask = ids.size() - 1;
    for (std::size_t at = (hash ^ (hash >> 32)) & mask; ids[at] != kNone; at = (at + 1) & mask) {
      if (text(strings[ids[at]].id) == id) return ids[at];
    }
    return kNone;
  }
};

}  // namespace dragoman

#endif  // DRAGOMAN_MENTION_GAZETTEER_DATA_H_
