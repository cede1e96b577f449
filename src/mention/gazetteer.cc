// Part of dragoman; see LICENSE.
//
// A walk over the trie from each token that may start a name; the walk that met a name
// goes on behind it.  The bitmap word and first edge of the token that comes eight later
// are fetched meanwhile, which hides most cache misses of a large trie.

#include "dragoman/gazetteer.h"

#include "mention/gazetteer_data.h"

namespace dragoman {

Gazetteer::Gazetteer(std::unique_ptr<const Impl> impl) : impl_(std::move(impl)) {}
Gazetteer::Gazetteer(Gazetteer&&) noexcept = default;
Gazetteer& Gazetteer::operator=(Gazetteer&&) noexcept = default;
Gazetteer::~Gazetteer() = default;

void Gazetteer::find(const std::vector<Token>& tokens, Index first, Index last,
                     std::vector<GazetteerMatch>& out) const {
  constexpr Index kAhead = 8;
  const TokenTrie& trie = impl_->trie;
  for (Index i = first; i < last;) {
    if (last - i > kAhead) trie.prefetch(tokens[i + kAhead]);
    const TokenTrie::Match match = trie.longest_at(tokens, i, last);
    if (match.found()) {
      out.push_back({i, match.last, match.node});
      i = match.last;
    } else {
      ++i;
    }
  }
}

GazetteerMatch Gazetteer::longest_at(const std::vector<Token>& tokens, Index at, Index last) const {
  const TokenTrie::Match match = impl_->trie.longest_at(tokens, at, last);
  return match.found() ? GazetteerMatch{at, match.last, match.node} : GazetteerMatch{at, at, 0};
}

void Gazetteer::all_at(const std::vector<Token>& tokens, Index at, Index last,
                       std::vector<GazetteerMatch>& out) const {
  impl_->trie.each_at(tokens, at, last, [&](const TokenTrie::Match& match) {
    out.push_back({at, match.last, match.node});
  });
}

std::span<const NameEntry> Gazetteer::entries(const GazetteerMatch& match) const {
  const FlatArray<std::uint32_t>& begin = impl_->node_begin;
  if (match.first == match.last || match.node + 1 >= begin.size()) return {};
  return impl_->entries.span().subspan(begin[match.node], begin[match.node + 1] - begin[match.node]);
}

std::span<const std::uint64_t> Gazetteer::first_tokens() const { return impl_->trie.first_tokens(); }
std::span<const std::uint64_t> Gazetteer::first_lower_tokens() const {
  return impl_->trie.first_lower_tokens();
}

std::size_t Gazetteer::record_count() const { return impl_->facts.size(); }
const RecordFacts& Gazetteer::facts(Index i) const { return impl_->facts[i]; }

Record Gazetteer::record(Index i) const {
  const Impl::Strings& strings = impl_->strings[i];
  return {impl_->facts[i],
          impl_->text(strings.id),
          impl_->text(strings.name),
          impl_->text(strings.family),
          impl_->text(strings.short_name),
          impl_->text(strings.klass)};
}

Index Gazetteer::record_of(std::string_view id) const { return impl_->find(id); }

std::vector<NameEntry> Gazetteer::names_of(Index record) const {
  const FlatArray<std::uint32_t>& begin = impl_->record_begin;
  std::vector<NameEntry> names;
  if (record + 1 >= begin.size()) return names;
  for (std::uint32_t i = begin[record]; i < begin[record + 1]; ++i) {
    names.push_back(impl_->entries[impl_->by_record[i]]);
  }
  return names;
}

std::string_view Gazetteer::name(const NameEntry& entry) const { return impl_->text(entry.text); }

Origin Gazetteer::origin(OriginId id) const {
  if (id >= impl_->rows.size()) return {};
  const Impl::Row& row = impl_->rows[id];
  return {impl_->files[row.file], row.line, impl_->text(row.text)};
}

std::size_t Gazetteer::name_count() const { return impl_->entries.size(); }
OriginId Gazetteer::origin_count() const { return OriginId(impl_->rows.size()); }

}  // namespace dragoman
