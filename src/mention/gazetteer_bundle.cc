// Part of dragoman; see LICENSE.
//
// The gazetteer's arrays as sections of a bundle, and back without copying.  A bundle whose
// bytes were all checked may still have been made to do harm, so then every number that leads
// from one array into another is looked at; a bundle of which only the header was checked is
// trusted, as a program trusts the library files that it was installed with.

#include <algorithm>
#include <bit>

#include "mention/gazetteer_data.h"

namespace dragoman {
namespace {

bool sound(const Gazetteer::Impl& impl) {
  using Impl = Gazetteer::Impl;
  const std::size_t records = impl.things.size(), rows = impl.row_bits.size();
  const auto all = [](const auto& array, auto good) { return std::all_of(array.begin(), array.end(), good); };
  const auto record = [records](Index i) { return i == kNone || i < records; };
  if (!impl.texts.sound(impl.pool.size()) || !impl.rows.sound(rows)) return false;
  if (rows > 0 && (impl.runs.empty() || impl.runs[0].first != 0)) return false;
  std::size_t extras = 0;
  for (std::size_t i = 0; i < records; ++i) {
    if (impl.rows.begin(i) >= impl.rows.end(i)) return false;
    const Impl::HaveExtra& have = impl.have_extra[i / 64];
    const bool has = (have.bits >> (i % 64) & 1) != 0;
    if ((i % 64 == 0 && have.before != extras) || has != ((impl.things[i].flags & Impl::kHasExtra) != 0)) return false;
    extras += has;
  }
  if (extras != impl.extras.size()) return false;
  // Lists of rows: each starts where the one before ends.
  std::vector<bool> starts(impl.shared.size());
  for (std::size_t i = 0; i < impl.shared.size();) {
    const std::size_t count = impl.shared[i];
    if (count >= impl.shared.size() - i) return false;
    starts[i] = true;
    for (std::size_t k = 1; k <= count; ++k) {
      if (impl.shared[i + k] >= rows) return false;
    }
    i += count + 1;
  }
  return all(impl.record_of_row, [records](Index i) { return i < records; }) &&
         all(impl.row_bits, [](std::uint16_t bits) {
           return NameKind(bits & 15) <= NameKind::kGeneric && Guard(bits >> 4 & 3) <= Guard::kContext &&
                  MentionType(bits >> 8 & 31) < MentionType::kCount;
         }) &&
         all(impl.runs, [&impl](const Impl::Run& run) { return run.file < impl.files.size(); }) &&
         all(impl.things, [&impl](const Impl::Thing& thing) {
           return thing.state < impl.states.size() && thing.type < MentionType::kCount;
         }) &&
         all(impl.states, record) && all(impl.extras, [&](const Impl::Extra& extra) {
           return record(extra.actor) && std::max({extra.family, extra.short_name, extra.klass}) < impl.texts.size();
         }) &&
         all(impl.ids, record) &&
         std::find(impl.ids.begin(), impl.ids.end(), kNone) != impl.ids.end() &&
         impl.trie.each_value([&](std::uint32_t value) {
           const std::size_t at = value & ~Impl::kShared;
           return (value & Impl::kShared) == 0 ? at < rows : at < starts.size() && starts[at];
         });
}

}  // namespace

void Gazetteer::add_to(BundleWriter& bundle) const {
  // Names of tables, each with a line feed behind it.
  std::string files;
  for (const std::string& file : impl_->files) files += file + '\n';
  bundle.add("names.files", std::span<const char>(files));
  bundle.add("names.pool", impl_->pool.span());
  impl_->texts.add_to(bundle, "names.texts");
  bundle.add("names.record_of_row", impl_->record_of_row.span());
  bundle.add("names.row_bits", impl_->row_bits.span());
  bundle.add("names.dates", impl_->dates.span());
  bundle.add("names.runs", impl_->runs.span());
  impl_->rows.add_to(bundle, "names.rows");
  bundle.add("names.things", impl_->things.span());
  bundle.add("names.states", impl_->states.span());
  bundle.add("names.have_extra", impl_->have_extra.span());
  bundle.add("names.extras", impl_->extras.span());
  bundle.add("names.ids", impl_->ids.span());
  bundle.add("names.id_bits", impl_->id_bits.span());
  bundle.add("names.shared", impl_->shared.span());
  impl_->trie.add_to(bundle, "names.trie");
}

Result<Gazetteer> Gazetteer::from_bundle(std::shared_ptr<const Bundle> bundle) {
  auto impl = std::make_unique<Impl>();
  std::optional<Error> error;
  const auto read = [&]<typename T>(const char* name, FlatArray<T>& into) {
    if (error) return;
    Result<std::span<const T>> section = bundle->section<T>(name);
    if (section.ok()) into = *section;
    else error = section.error();
  };
  FlatArray<char> files;
  read("names.files", files);
  read("names.pool", impl->pool);
  read("names.record_of_row", impl->record_of_row);
  read("names.row_bits", impl->row_bits);
  read("names.dates", impl->dates);
  read("names.runs", impl->runs);
  read("names.things", impl->things);
  read("names.states", impl->states);
  read("names.have_extra", impl->have_extra);
  read("names.extras", impl->extras);
  read("names.ids", impl->ids);
  read("names.id_bits", impl->id_bits);
  read("names.shared", impl->shared);
  if (error) return *error;
  const auto bad = [&](const char* what) {
    return Error(ErrorCode::kBadData, bundle->name() + ": " + what + ": compile it anew");
  };
  for (std::string_view rest(files.data(), files.size()); !rest.empty();) {
    const std::size_t end = rest.find('\n');
    if (end == rest.npos) return bad("names of tables are damaged");
    impl->files.emplace_back(rest.substr(0, end));
    rest.remove_prefix(end + 1);
  }
  Result<OffsetTable> texts = OffsetTable::from_bundle(*bundle, "names.texts");
  if (!texts.ok()) return texts.error();
  impl->texts = *std::move(texts);
  Result<OffsetTable> row_ranges = OffsetTable::from_bundle(*bundle, "names.rows");
  if (!row_ranges.ok()) return row_ranges.error();
  impl->rows = *std::move(row_ranges);
  Result<TokenTrie> trie = TokenTrie::from_bundle(*bundle, "names.trie");
  if (!trie.ok()) return trie.error();
  impl->trie = *std::move(trie);
  const std::size_t records = impl->things.size(), rows = impl->row_bits.size();
  if (impl->record_of_row.size() != rows || impl->rows.size() != records || impl->states.empty() ||
      impl->have_extra.size() != (records + 63) / 64 || impl->ids.empty() || impl->texts.size() < rows + records ||
      !std::has_single_bit(impl->id_bits.size())) {
    return bad("arrays of names do not fit each other");
  }
  if (bundle->checked() && !sound(*impl)) return bad("names are damaged");
  impl->bundle = std::move(bundle);
  return Gazetteer(std::unique_ptr<const Impl>(std::move(impl)));
}

}  // namespace dragoman
