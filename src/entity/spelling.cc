// Part of dragoman; see LICENSE.

#include "entity/spelling.h"

#include <algorithm>

#include "dragoman/token.h"
#include "entity/famous.h"

namespace dragoman {
namespace {

constexpr std::size_t kLeastLetters = 3;   // shorter first and last words are particles or initials

std::uint64_t key_of(std::string_view first, std::string_view last) {
  const std::uint64_t a = fold_hash(sound_skeleton(first)), b = fold_hash(sound_skeleton(last));
  return (a + b) ^ (a * b);
}

}  // namespace

std::uint64_t spelling_key(std::string_view name) {
  const std::string latin = latin_name(name);
  std::string_view first, last;
  for (std::size_t at = 0; at < latin.size();) {
    const std::size_t end = std::min(latin.find(' ', at), latin.size());
    const std::string_view word = std::string_view(latin).substr(at, end - at);
    if (word.size() >= kLeastLetters) {
      if (first.empty()) first = word;
      else last = word;
    }
    at = end + 1;
  }
  return last.empty() ? 0 : key_of(first, last);
}

SpellingIndex::SpellingIndex(const Gazetteer& gazetteer, const Offices& offices) {
  FlatMap<std::vector<Index>> by_key;
  std::vector<bool> done(gazetteer.record_count());
  for (const Office& office : offices.all()) {
    if (FamousPeople::rank_of(office.role_class) < 0 || done[office.person]) continue;
    done[office.person] = true;
    std::string family;   // of the preferred name, the first
    for (const NameEntry& entry : gazetteer.names_of(office.person)) {
      const std::string latin = latin_name(gazetteer.name(entry));
      const std::uint64_t key = spelling_key(gazetteer.name(entry));
      if (key == 0) continue;
      if (family.empty()) family = latin.substr(latin.rfind(' ') + 1);
      // "Ivan Duque Marquez" is Ivan Duque, but "Ivan Marquez" is another.
      else if (latin.find(' ' + family + ' ') != std::string::npos) continue;
      std::vector<Index>& records = by_key[key];
      if (records.empty() || records.back() != office.person) records.push_back(office.person);
    }
  }
  by_key_ = FlatLists<Index>::of(by_key);
}

void SpellingIndex::add_to(BundleWriter& bundle) const { by_key_.add_to(bundle, "spellings"); }

Result<SpellingIndex> SpellingIndex::from_bundle(const Bundle& bundle, const Gazetteer& gazetteer) {
  Result<FlatLists<Index>> lists = FlatLists<Index>::from_bundle(bundle, "spellings");
  if (!lists.ok()) return lists.error();
  const auto right = [&gazetteer](Index record) { return record < gazetteer.record_count(); };
  if (bundle.checked() && !std::all_of(lists->values().begin(), lists->values().end(), right)) {
    return bundle.damaged("spellings");
  }
  SpellingIndex spellings;
  spellings.by_key_ = *std::move(lists);
  return spellings;
}

NameLikeness SpellingIndex::best(const Gazetteer& gazetteer, std::string_view name, Index record) {
  NameLikeness best;
  for (const NameEntry& entry : gazetteer.names_of(record)) {
    const NameLikeness like = compare_names(name, gazetteer.name(entry));
    if (like.score > best.score) best = like;
  }
  return best;
}

}  // namespace dragoman
