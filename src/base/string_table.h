// Part of dragoman; see LICENSE.
//
// StringTable: many short texts by number, which may lie in a bundle.
//
//   StringTable names = StringTable::of(texts);     // std::vector<std::string>
//   names[7];                                       // std::string_view

#ifndef DRAGOMAN_BASE_STRING_TABLE_H_
#define DRAGOMAN_BASE_STRING_TABLE_H_

#include <string>
#include <string_view>
#include <vector>

#include "base/offset_table.h"

namespace dragoman {

class StringTable {
 public:
  StringTable() = default;
  template <typename Texts>
  static StringTable of(const Texts& texts) {
    std::vector<char> pool;
    std::vector<std::uint32_t> ends;
    for (const std::string_view text : texts) {
      pool.insert(pool.end(), text.begin(), text.end());
      ends.push_back(std::uint32_t(pool.size()));
    }
    StringTable table;
    table.pool_ = std::move(pool);
    table.ends_ = OffsetTable::of(ends);
    return table;
  }

  std::size_t size() const { return ends_.size(); }
  std::string_view operator[](std::size_t i) const {
    const std::uint32_t begin = ends_.begin(i);
    return {pool_.data() + begin, ends_.end(i) - begin};
  }

  // As sections "NAME.pool", "NAME.starts", "NAME.steps" of a bundle.
  void add_to(BundleWriter& bundle, const std::string& name) const {
    bundle.add(name + ".pool", pool_.span());
    ends_.add_to(bundle, name);
  }
  static Result<StringTable> from_bundle(const Bundle& bundle, const std::string& name) {
    const auto pool = bundle.section<char>(name + ".pool");
    if (!pool.ok()) return pool.error();
    Result<OffsetTable> ends = OffsetTable::from_bundle(bundle, name);
    if (!ends.ok()) return ends.error();
    if (bundle.checked() && !ends->sound(pool->size())) return bundle.damaged(name);
    StringTable table;
    table.pool_ = *pool;
    table.ends_ = *std::move(ends);
    return table;
  }

 private:
  FlatArray<char> pool_;
  OffsetTable ends_;
};

}  // namespace dragoman

#endif  // DRAGOMAN_BASE_STRING_TABLE_H_
