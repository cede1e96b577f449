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

// begin: 0 = first <= ... <= last = size.
bool ranges(std::span<const std::uint32_t> begin, std::size_t size) {
  return !begin.empty() && begin.front() == 0 && begin.back() == size &&
         std::is_sorted(begin.begin(), begin.end());
}

// bool and enum members hold what their types allow.
bool is_bool(const bool& value) { return *reinterpret_cast<const unsigned char*>(&value) <= 1; }

bool sound(const NameEntry& entry, std::size_t records, std::size_t texts, std::size_t rows) {
  return entry.record < records && entry.text < texts && entry.origin < rows &&
         entry.kind <= NameKind::kGeneric && entry.guard <= Guard::kContext &&
         entry.type < MentionType::kCount && is_bool(entry.has_capital) && is_bool(entry.acronym);
}

bool sound(const RecordFacts& facts, std::size_t records) {
  const auto known = [records](Index i) { return i == kNone || i < records; };
  return known(facts.state) && known(facts.actor) && facts.type < MentionType::kCount &&
         is_bool(facts.capital) && is_bool(facts.family_first) && is_bool(facts.plural) &&
         is_bool(facts.past) && is_bool(facts.generic);
}

}  // namespace

void Gazetteer::add_to(BundleWriter& bundle, const std::filesystem::path& folder) const {
  // Names of tables, each with a line feed behind it.
  std::string files;
  for (const std::string& file : impl_->files) {
    files += std::filesystem::path(file).lexically_relative(folder).generic_string() + '\n';
  }
  bundle.add("names.files", std::span<const char>(files));
  bundle.add("names.rows", impl_->rows.span());
  bundle.add("names.facts", impl_->facts.span());
  bundle.add("names.strings", impl_->strings.span());
  bundle.add("names.ids", impl_->ids.span());
  bundle.add("names.id_bits", impl_->id_bits.span());
  bundle.add("names.pool", impl_->pool.span());
  bundle.add("names.text_begin", impl_->text_begin.span());
  bundle.add("names.entries", impl_->entries.span());
  bundle.add("names.node_begin", impl_->node_begin.span());
  bundle.add("names.by_record", impl_->by_record.span());
  bundle.add("names.record_begin", impl_->record_begin.span());
  impl_->trie.add_to(bundle, "names.trie");
}

Result<Gazetteer> Gazetteer::from_bundle(std::shared_ptr<const Bundle> bundle,
                                         const std::filesystem::path& folder) {
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
  read("names.rows", impl->rows);
  read("names.facts", impl->facts);
  read("names.strings", impl->strings);
  read("names.ids", impl->ids);
  read("names.id_bits", impl->id_bits);
  read("names.pool", impl->pool);
  read("names.text_begin", impl->text_begin);
  read("names.entries", impl->entries);
  read("names.node_begin", impl->node_begin);
  read("names.by_record", impl->by_record);
  read("names.record_begin", impl->record_begin);
  if (error) return *error;
  const auto bad = [&](const char* what) {
    return Error(ErrorCode::kBadData, bundle->name() + ": " + what + ": compile it anew");
  };
  for (std::string_view rest(files.data(), files.size()); !rest.empty();) {
    const std::size_t end = rest.find('\n');
    if (end == rest.npos) return bad("names of tables are damaged");
    impl->files.push_back((folder / rest.substr(0, end)).string());
    rest.remove_prefix(end + 1);
  }
  const std::size_t records = impl->facts.size(), names = impl->entries.size();
  if (impl->strings.size() != records || impl->text_begin.size() < 2 || impl->node_begin.empty() ||
      impl->record_begin.size() != records + 1 || impl->by_record.size() != names ||
      !std::has_single_bit(impl->ids.size()) || !std::has_single_bit(impl->id_bits.size())) {
    return bad("arrays of names do not fit each other");
  }
  const std::size_t texts = impl->text_begin.size() - 1;
  Result<TokenTrie> trie = TokenTrie::from_bundle(*bundle, "names.trie", impl->node_begin.span());
  if (!trie.ok()) return trie.error();
  impl->trie = *std::move(trie);
  if (bundle->checked()) {
    bool right = ranges(impl->text_begin.span(), impl->pool.size()) &&
                 ranges(impl->node_begin.span(), names) && ranges(impl->record_begin.span(), names);
    bool free = false;
    for (const Index record : impl->ids) {
      free = free || record == kNone;
      right = right && (record == kNone || record < records);
    }
    for (const Impl::Row& row : impl->rows) right = right && row.file < impl->files.size() && row.text < texts;
    for (const RecordFacts& facts : impl->facts) right = right && sound(facts, records);
    for (const Impl::Strings& s : impl->strings) {
      right = right && std::max({s.id, s.name, s.family, s.short_name, s.klass}) < texts;
    }
    for (const NameEntry& entry : impl->entries) {
      right = right && sound(entry, records, texts, impl->rows.size());
    }
    for (const std::uint32_t entry : impl->by_record) right = right && entry < names;
    if (!right || !free) return bad("names are damaged");
  }
  impl->bundle = std::move(bundle);
  return Gazetteer(std::unique_ptr<const Impl>(std::move(impl)));
}

}  // namespace dragoman
