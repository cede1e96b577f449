// Part of dragoman; see LICENSE.
//
// Terms stand in one array sorted by (state, role class, from), so that the holders of an
// office are found by binary search and lie side by side; a second array of places is
// sorted by person.

#include "mention/offices.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <tuple>
#include <utility>

#include "base/flat_map.h"
#include "dragoman/document.h"
#include "dragoman/token.h"
#include "mention/tsv.h"
#include "token/fold.h"

namespace dragoman {
namespace {

enum Column : std::size_t { kPerson, kRole, kClass, kOrganisation, kState, kFrom, kTo };
const Tsv::Columns kColumns = {"person", "role", "role_class", "organisation", "state", "from", "to"};

std::optional<int> number(std::string_view text) {
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (text.empty() || error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

// First or last day of "YYYY", "YYYY-MM" or "YYYY-MM-DD".
std::optional<std::int32_t> day_of(std::string_view text, bool last) {
  if (text.size() == 10) {
    const Result<Date> date = parse_date(text);
    return date.ok() ? std::optional(to_days(*date)) : std::nullopt;
  }
  const auto year = number(text.substr(0, 4));
  if (!year || (text.size() != 4 && text.size() != 7)) return std::nullopt;
  if (text.size() == 4) return last ? to_days({*year, 12, 31}) : to_days({*year, 1, 1});
  const auto month = text[4] == '-' ? number(text.substr(5)) : std::nullopt;
  if (!month || *month < 1 || *month > 12) return std::nullopt;
  if (!last) return to_days({*year, *month, 1});
  return (*month == 12 ? to_days({*year + 1, 1, 1}) : to_days({*year, *month + 1, 1})) - 1;
}

// By (64-bit key, day), equal ones in the order given.  Sorts small keys instead of terms.
template <typename T, typename Key>
std::vector<T> sorted(const std::vector<T>& items, Key key) {
  struct Place {
    std::pair<std::uint64_t, std::int32_t> key;
    std::uint32_t at;
    bool operator<(const Place& other) const { return std::tie(key, at) < std::tie(other.key, other.at); }
  };
  std::vector<Place> order;
  order.reserve(items.size());
  for (const T& item : items) order.push_back({key(item), std::uint32_t(order.size())});
  std::sort(order.begin(), order.end());
  std::vector<T> out;
  out.reserve(items.size());
  for (const Place& place : order) out.push_back(items[place.at]);
  return out;
}

}  // namespace

Result<Offices> Offices::load(const std::filesystem::path& path, const Gazetteer& gazetteer) {
  Result<Tsv> table = Tsv::open(path, kColumns);
  if (!table.ok()) return table.error();
  return read(*table, gazetteer);
}

Result<Offices> Offices::parse(std::string name, std::string content, const Gazetteer& gazetteer) {
  Result<Tsv> table = Tsv::parse(std::move(name), std::move(content), kColumns);
  if (!table.ok()) return table.error();
  return read(*table, gazetteer);
}

Result<Offices> Offices::read(Tsv& table, const Gazetteer& gazetteer) {
  Offices offices;
  offices.file_ = table.name();
  offices.strings_.emplace_back();
  FlatMap<std::uint32_t> strings;   // hash of the text -> place in strings_
  const auto intern = [&](std::string_view text) -> std::uint32_t {
    if (text.empty()) return 0;
    std::uint32_t& place = strings[hash_bytes(text)];
    if (place == 0) {
      place = std::uint32_t(offices.strings_.size());
      offices.strings_.emplace_back(text);
    }
    return place;
  };
  std::vector<Office> terms;
  while (table.next()) {
    Office term;
    term.line = table.line();
    // Rows are sorted by person: the last one is asked for again more often than not.
    const std::string_view person = table.cell(kPerson);
    term.person = !terms.empty() && gazetteer.record(terms.back().person).id == person
                      ? terms.back().person
                      : gazetteer.record_of(person);
    if (term.person == kNone || gazetteer.record(term.person).type != MentionType::kPerson) {
      return table.bad_cell(kPerson, "the id of a known person");
    }
    const auto role = role_class(table.cell(kClass));
    if (!role || *role >= RoleClass::kHonorific) return table.bad_cell(kClass, "a class of offices");
    term.role_class = *role;
    if (const std::string_view state = table.value(kState); !state.empty()) {
      term.state = gazetteer.record_of(state);
      if (term.state == kNone) return table.bad_cell(kState, "the code of a known state");
    }
    if (const std::string_view from = table.value(kFrom); !from.empty()) {
      const auto day = day_of(from, false);
      if (!day) return table.bad_cell(kFrom, "YYYY, YYYY-MM, YYYY-MM-DD or -");
      term.from = *day;
    }
    if (const std::string_view to = table.value(kTo); to == "?") {
      term.end_unknown = true;
    } else if (!to.empty()) {
      const auto day = day_of(to, true);
      if (!day) return table.bad_cell(kTo, "YYYY, YYYY-MM, YYYY-MM-DD, ? or -");
      if (*day < term.from) return table.bad_cell(kTo, "a day after the start of the term");
      term.to = *day;
    }
    term.role = intern(table.value(kRole));
    term.organisation = intern(table.value(kOrganisation));
    if (term.organisation != 0) term.organisation_hash = fold_hash(table.value(kOrganisation));
    terms.push_back(term);
  }
  if (table.error()) return *table.error();
  offices.terms_ = sorted(terms, [](const Office& t) {
    return std::pair(std::uint64_t(t.state) << 8 | std::uint64_t(t.role_class), t.from);
  });
  const std::vector<Office>& all = offices.terms_;
  std::vector<std::uint32_t> places(all.size());
  for (std::uint32_t i = 0; i < places.size(); ++i) places[i] = i;
  offices.by_person_ = sorted(places, [&all](std::uint32_t i) {
    return std::pair(std::uint64_t(all[i].person), all[i].from);
  });
  return offices;
}

std::vector<const Office*> Offices::holders(Index state, RoleClass role_class, std::int32_t day,
                                            std::string_view organisation) const {
  std::vector<const Office*> found;
  const std::string wanted = fold(organisation);
  auto at = std::lower_bound(terms_.begin(), terms_.end(), std::pair(state, role_class),
                             [](const Office& term, const std::pair<Index, RoleClass>& key) {
                               return std::pair(term.state, term.role_class) < key;
                             });
  for (; at != terms_.end() && at->state == state && at->role_class == role_class; ++at) {
    if (day < at->from || at->to < day) continue;
    if (!wanted.empty() && fold(this->organisation(*at)) != wanted) continue;
    found.push_back(&*at);
  }
  std::reverse(found.begin(), found.end());
  std::stable_partition(found.begin(), found.end(), [](const Office* term) { return !term->end_unknown; });
  return found;
}

std::span<const Office> Offices::of_office(Index state, RoleClass role_class) const {
  const auto key = [](const Office& term) { return std::pair(term.state, term.role_class); };
  const auto [first, last] = std::equal_range(
      terms_.begin(), terms_.end(), Office{.state = state, .role_class = role_class},
      [&key](const Office& a, const Office& b) { return key(a) < key(b); });
  return {first, last};
}

std::vector<const Office*> Offices::of_person(Index person) const {
  std::vector<const Office*> found;
  auto at = std::lower_bound(by_person_.begin(), by_person_.end(), person,
                             [this](std::uint32_t i, Index key) { return terms_[i].person < key; });
  for (; at != by_person_.end() && terms_[*at].person == person; ++at) found.push_back(&terms_[*at]);
  return found;
}

}  // namespace dragoman
