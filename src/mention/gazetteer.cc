// Part of dragoman; see LICENSE.
//
// A walk over the trie from each token that may start a name; the walk that met a name
// goes on behind it.  The bitmap word and first edge of the token that comes eight later
// are fetched meanwhile, which hides most cache misses of a large trie.

#include "dragoman/gazetteer.h"

#include <algorithm>

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
      out.push_back({i, match.last, match.value});
      i = match.last;
    } else {
      ++i;
    }
  }
}

GazetteerMatch Gazetteer::longest_at(const std::vector<Token>& tokens, Index at, Index last) const {
  const TokenTrie::Match match = impl_->trie.longest_at(tokens, at, last);
  return match.found() ? GazetteerMatch{at, match.last, match.value} : GazetteerMatch{at, at, 0};
}

void Gazetteer::all_at(const std::vector<Token>& tokens, Index at, Index last,
                       std::vector<GazetteerMatch>& out) const {
  impl_->trie.each_at(tokens, at, last, [&](const TokenTrie::Match& match) {
    out.push_back({at, match.last, match.value});
  });
}

NameEntries Gazetteer::entries(const GazetteerMatch& match) const {
  if (match.first == match.last) return {};
  if ((match.names & Impl::kShared) == 0) return {this, match.names, nullptr, 1};
  const std::uint32_t* list = impl_->shared.data() + (match.names & ~Impl::kShared);
  return {this, 0, list + 1, list[0]};
}

NameEntry Gazetteer::entry(OriginId row) const {
  const std::uint16_t bits = impl_->row_bits[row];
  NameEntry entry;
  entry.record = impl_->record_of_row[row];
  entry.kind = NameKind(bits & 15);
  entry.guard = Guard(bits >> 4 & 3);
  entry.type = MentionType(bits >> 8 & 31);
  entry.has_capital = (bits >> 6 & 1) != 0;
  entry.acronym = (bits >> 7 & 1) != 0;
  entry.origin = row;
  if ((bits >> Impl::kDatedBit & 1) != 0) {
    const auto at = std::lower_bound(impl_->dates.begin(), impl_->dates.end(), row,
                                     [](const Impl::Dates& d, OriginId r) { return d.row < r; });
    if (at != impl_->dates.end()) {
      entry.from = at->from;
      entry.to = at->to;
    }
  }
  return entry;
}

std::span<const std::uint64_t> Gazetteer::first_tokens() const { return impl_->trie.first_tokens(); }
std::span<const std::uint64_t> Gazetteer::first_lower_tokens() const {
  return impl_->trie.first_lower_tokens();
}

std::size_t Gazetteer::record_count() const { return impl_->things.size(); }

RecordFacts Gazetteer::facts(Index i) const {
  const Impl::Thing& thing = impl_->things[i];
  const Impl::Extra extra = impl_->extra(i);
  RecordFacts facts;
  facts.state = impl_->state(i);
  facts.actor = extra.actor;
  facts.population = extra.population;
  facts.origin = impl_->rows.begin(i);
  facts.type = thing.type;
  facts.gender = impl_->gender(i);
  facts.capital = (thing.flags & Impl::kCapital) != 0;
  facts.family_first = (thing.flags & Impl::kFamilyFirst) != 0;
  facts.plural = (thing.flags & Impl::kPlural) != 0;
  facts.past = (thing.flags & Impl::kPast) != 0;
  facts.generic = (thing.flags & Impl::kGeneric) != 0;
  return facts;
}

Record Gazetteer::record(Index i) const {
  const Impl::Extra extra = impl_->extra(i);
  return {facts(i),
          impl_->id(i),
          impl_->text(impl_->rows.begin(i)),
          impl_->extra_text(extra.family),
          impl_->extra_text(extra.short_name),
          impl_->extra_text(extra.klass)};
}

Index Gazetteer::record_of(std::string_view id) const { return impl_->find(id); }

NameEntries Gazetteer::names_of(Index record) const {
  if (record >= impl_->things.size()) return {};
  const OriginId first = impl_->rows.begin(record);
  return {this, first, nullptr, impl_->rows.end(record) - first};
}

std::string_view Gazetteer::name(const NameEntry& entry) const { return impl_->text(entry.origin); }

Origin Gazetteer::origin(OriginId id) const {
  if (id >= impl_->row_bits.size()) return {};
  const auto run = std::upper_bound(impl_->runs.begin(), impl_->runs.end(), id,
                                    [](OriginId row, const Impl::Run& r) { return row < r.first; }) - 1;
  return {impl_->files[run->file], run->line + (id - run->first), impl_->text(id)};
}

std::size_t Gazetteer::name_count() const { return impl_->row_bits.size(); }
OriginId Gazetteer::origin_count() const { return OriginId(impl_->row_bits.size()); }

}  // namespace dragoman
