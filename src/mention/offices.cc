// Part of dragoman; see LICENSE.
//
// Terms stand in one array sorted by (state, role class, from), so that the holders of an
// office are found by binary search and lie side by side; a second array of places is
// sorted by person.

#include "mention/offices.h"

#include <algorithm>
#include <charconv>
#include <map>
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

// What makes two rows speak of one term: person, state, organisation, start, role class.
using Key = std::tuple<Index, Index, std::uint32_t, std::int32_t, RoleClass>;

}  // namespace

// Terms while tables are read.
struct Offices::Draft {
  explicit Draft(const Gazetteer& names) : gazetteer(names) {}

  const Gazetteer& gazetteer;
  std::vector<Office> terms;
  std::vector<bool> gone;                 // of each term; as far as needed
  std::vector<std::string> texts{std::string()}, files;
  FlatMap<std::uint32_t> numbers;         // hash of a text -> place in texts
  std::map<Key, std::size_t> earlier;     // terms of tables before, if there are any

  static Key key(const Office& term) {
    return {term.person, term.state, term.organisation, term.from, term.role_class};
  }

  std::uint32_t intern(std::string_view text) {
    if (text.empty()) return 0;
    std::uint32_t& place = numbers[hash_bytes(text)];
    if (place == 0) {
      place = std::uint32_t(texts.size());
      texts.emplace_back(text);
    }
    return place;
  }

  std::optional<Error> add(Tsv& table) {
    const auto file = std::uint16_t(files.size());
    files.push_back(table.name());
    while (table.next()) {
      Office term;
      term.file = file;
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
      term.role = intern(table.value(kRole));
      term.organisation = intern(table.value(kOrganisation));
      if (term.organisation != 0) term.organisation_hash = fold_hash(table.value(kOrganisation));
      const std::string_view to = table.value(kTo);
      const auto before = earlier.find(key(term));
      if (before != earlier.end()) gone[before->second] = true;
      if (to == "removed") {
        if (before == earlier.end()) return table.bad_row("removes a term that no table before has");
        continue;
      }
      if (to == "?") {
        term.end_unknown = true;
      } else if (!to.empty()) {
        const auto day = day_of(to, true);
        if (!day) return table.bad_cell(kTo, "YYYY, YYYY-MM, YYYY-MM-DD, ? or -");
        if (*day < term.from) return table.bad_cell(kTo, "a day after the start of the term");
        term.to = *day;
      }
      terms.push_back(term);
    }
    return table.error();
  }

  Offices finish() && {
    Offices offices;
    gone.resize(terms.size());
    std::vector<Office> left;
    left.reserve(terms.size());
    for (std::size_t i = 0; i < terms.size(); ++i) {
      if (!gone[i]) left.push_back(terms[i]);
    }
    offices.terms_ = sorted(left, [](const Office& t) {
      return std::pair(std::uint64_t(t.state) << 8 | std::uint64_t(t.role_class), t.from);
    });
    offices.strings_ = StringTable::of(texts);
    offices.files_ = StringTable::of(files);
    const std::span<const Office> all = offices.all();
    std::vector<std::uint32_t> places(all.size());
    for (std::uint32_t i = 0; i < places.size(); ++i) places[i] = i;
    offices.by_person_ = sorted(places, [&all](std::uint32_t i) {
      return std::pair(std::uint64_t(all[i].person), all[i].from);
    });
    return offices;
  }
};

Result<Offices> Offices::load(const std::filesystem::path& path, const Gazetteer& gazetteer) {
  Result<std::string> content = read_file(path);
  if (!content.ok()) return content.error();
  return parse(path.string(), *std::move(content), gazetteer);
}

Result<Offices> Offices::parse(std::string name, std::string content, const Gazetteer& gazetteer) {
  Result<Tsv> table = Tsv::parse(std::move(name), std::move(content), kColumns);
  if (!table.ok()) return table.error();
  Draft draft(gazetteer);
  if (std::optional<Error> bad = draft.add(*table)) return *bad;
  return std::move(draft).finish();
}

Result<Offices> Offices::with(const std::vector<TextFile>& tables, const Gazetteer& gazetteer) const {
  Draft draft(gazetteer);
  for (std::size_t i = 1; i < strings_.size(); ++i) draft.intern(strings_[i]);
  for (std::size_t i = 0; i < files_.size(); ++i) draft.files.emplace_back(files_[i]);
  draft.terms.assign(terms_.begin(), terms_.end());
  for (const TextFile& file : tables) {
    for (std::size_t i = 0; i < draft.terms.size(); ++i) draft.earlier[Draft::key(draft.terms[i])] = i;
    draft.gone.resize(draft.terms.size());
    Result<Tsv> table = Tsv::parse(file.name, file.content, kColumns);
    if (!table.ok()) return table.error();
    if (std::optional<Error> bad = draft.add(*table)) return *bad;
  }
  return std::move(draft).finish();
}

void Offices::add_to(BundleWriter& bundle) const {
  files_.add_to(bundle, "offices.files");
  bundle.add("offices.terms", terms_.span());
  bundle.add("offices.by_person", by_person_.span());
  strings_.add_to(bundle, "offices.texts");
}

Result<Offices> Offices::from_bundle(const Bundle& bundle, const Gazetteer& gazetteer) {
  Result<StringTable> files = StringTable::from_bundle(bundle, "offices.files");
  if (!files.ok()) return files.error();
  const auto terms = bundle.section<Office>("offices.terms");
  if (!terms.ok()) return terms.error();
  const auto by_person = bundle.section<std::uint32_t>("offices.by_person");
  if (!by_person.ok()) return by_person.error();
  Result<StringTable> strings = StringTable::from_bundle(bundle, "offices.texts");
  if (!strings.ok()) return strings.error();
  Offices offices;
  offices.files_ = *std::move(files);
  offices.terms_ = *terms;
  offices.by_person_ = *by_person;
  offices.strings_ = *std::move(strings);
  if (!bundle.checked()) return offices;
  const std::size_t records = gazetteer.record_count(), texts = offices.strings_.size();
  const bool right =
      by_person->size() == terms->size() &&
      std::all_of(by_person->begin(), by_person->end(), [&](std::uint32_t i) { return i < terms->size(); }) &&
      std::all_of(terms->begin(), terms->end(), [&](const Office& term) {
        return term.person < records && (term.state == kNone || term.state < records) &&
               term.role_class < RoleClass::kHonorific &&
               reinterpret_cast<const std::uint8_t&>(term.end_unknown) <= 1 && term.role < texts && term.file < offices.files_.size() &&
               term.organisation < texts;
      });
  if (!right) return bundle.damaged("offices");
  return offices;
}

std::vector<const Office*> Offices::holders(Index state, RoleClass role_class, std::int32_t day,
                                            std::string_view organisation) const {
  std::vector<const Office*> found;
  const std::string wanted = fold(organisation);
  const std::span<const Office> terms = all();
  auto at = std::lower_bound(terms.begin(), terms.end(), std::pair(state, role_class),
                             [](const Office& term, const std::pair<Index, RoleClass>& key) {
                               return std::pair(term.state, term.role_class) < key;
                             });
  for (; at != terms.end() && at->state == state && at->role_class == role_class; ++at) {
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
  const std::span<const Office> terms = all();
  const auto [first, last] = std::equal_range(
      terms.begin(), terms.end(), Office{.state = state, .role_class = role_class},
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
