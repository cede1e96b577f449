// Part of dragoman; see LICENSE.

#include "mention/offices.h"

#include <algorithm>
#include <charconv>
#include <numeric>
#include <optional>
#include <tuple>
#include <unordered_map>

#include "mention/tsv.h"
#include "dragoman/document.h"

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
  offices.strings_.emplace_back();
  std::unordered_map<std::string_view, std::uint32_t> strings;   // views into the table
  const auto intern = [&](std::string_view text) -> std::uint32_t {
    if (text.empty()) return 0;
    const auto [at, added] = strings.emplace(text, std::uint32_t(offices.strings_.size()));
    if (added) offices.strings_.emplace_back(text);
    return at->second;
  };
  while (table.next()) {
    Office term;
    term.line = table.line();
    term.person = gazetteer.record_of(table.cell(kPerson));
    if (term.person == kNone) return table.bad_cell(kPerson, "the id of a known person");
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
      term.to = *day;
    }
    term.role = intern(table.value(kRole));
    term.organisation = intern(table.value(kOrganisation));
    offices.terms_.push_back(term);
  }
  if (table.error()) return *table.error();
  std::vector<Office>& terms = offices.terms_;
  std::stable_sort(terms.begin(), terms.end(), [](const Office& a, const Office& b) {
    return std::tuple(a.state, a.role_class, a.from) < std::tuple(b.state, b.role_class, b.from);
  });
  offices.by_person_.resize(terms.size());
  std::iota(offices.by_person_.begin(), offices.by_person_.end(), 0u);
  std::stable_sort(offices.by_person_.begin(), offices.by_person_.end(),
                   [&terms](std::uint32_t a, std::uint32_t b) {
                     return std::pair(terms[a].person, terms[a].from) <
                            std::pair(terms[b].person, terms[b].from);
                   });
  return offices;
}

std::vector<const Office*> Offices::holders(Index state, RoleClass role_class,
                                            std::int32_t day) const {
  std::vector<const Office*> found;
  auto at = std::lower_bound(terms_.begin(), terms_.end(), std::pair(state, role_class),
                             [](const Office& term, const std::pair<Index, RoleClass>& key) {
                               return std::pair(term.state, term.role_class) < key;
                             });
  for (; at != terms_.end() && at->state == state && at->role_class == role_class; ++at) {
    if (at->from <= day && day <= at->to) found.push_back(&*at);
  }
  std::reverse(found.begin(), found.end());
  return found;
}

std::vector<const Office*> Offices::of_person(Index person) const {
  std::vector<const Office*> found;
  auto at = std::lower_bound(by_person_.begin(), by_person_.end(), person,
                             [this](std::uint32_t i, Index key) { return terms_[i].person < key; });
  for (; at != by_person_.end() && terms_[*at].person == person; ++at) found.push_back(&terms_[*at]);
  return found;
}

}  // namespace dragoman
