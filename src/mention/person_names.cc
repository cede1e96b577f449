// Part of dragoman; see LICENSE.
//
// Texts are asked word by word, so only names of one word are kept: of "Min-jae" and
// "Al-Sadiq" (one row in forty) each part would also be a name on its own, which "Un", "El"
// or "Maj" must not be.

#include "mention/person_names.h"

#include <algorithm>
#include <vector>

#include "mention/name_tokens.h"
#include "mention/tsv.h"

namespace dragoman {
namespace {

enum Column : std::size_t { kName, kWeight, kCommon, kGender, kFamilyFirst };
const Tsv::Columns kRequired = {"name", "weight"};
const Tsv::Columns kOptional = {"common", "gender", "family_first"};

}  // namespace

Result<PersonNames> PersonNames::load(const std::filesystem::path& given_names,
                                      const std::filesystem::path& surnames) {
  Result<Tsv> given = Tsv::open(given_names, kRequired, kOptional);
  if (!given.ok()) return given.error();
  Result<Tsv> family = Tsv::open(surnames, kRequired, kOptional);
  if (!family.ok()) return family.error();
  return read(*given, *family);
}

Result<PersonNames> PersonNames::parse(std::string given_names, std::string surnames) {
  Result<Tsv> given = Tsv::parse("given_names", std::move(given_names), kRequired, kOptional);
  if (!given.ok()) return given.error();
  Result<Tsv> family = Tsv::parse("surnames", std::move(surnames), kRequired, kOptional);
  if (!family.ok()) return family.error();
  return read(*given, *family);
}

Result<PersonNames> PersonNames::read(Tsv& given_names, Tsv& surnames) {
  struct Row {
    std::uint8_t weight;
    char gender;
    bool common, family_first, given;
  };
  PersonNames names;
  std::vector<std::string_view> words;
  std::vector<Row> rows;
  for (Tsv* table : {&given_names, &surnames}) {
    while (table->next()) {
      const std::string_view weight = table->cell(kWeight);
      if (weight.size() != 1 || weight[0] < '1' || weight[0] > '9') {
        return table->bad_cell(kWeight, "a weight from 1 to 9");
      }
      const std::string_view gender = table->value(kGender);
      if (!gender.empty() && gender != "m" && gender != "f" && gender != "u") {
        return table->bad_cell(kGender, "m, f or u");
      }
      words.push_back(table->cell(kName));
      rows.push_back({std::uint8_t(weight[0] - '0'), gender.empty() ? 'u' : gender.front(),
                      table->cell(kCommon) == "1", table->cell(kFamilyFirst) == "1",
                      table == &given_names});
    }
    if (table->error()) return *table->error();
  }
  const NameTokens tokens(words);
  names.entries_.reserve(words.size());
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (tokens.of(i).size() != 1) continue;
    Entry& entry = names.entries_[tokens.of(i)[0]];
    const Row& row = rows[i];
    if (row.given) {
      // Spellings that fold to one hash ("José", "Jose"): the heavier one's gender stands.
      if (row.weight > entry.given_weight) {
        entry.given_weight = row.weight;
        entry.gender = row.gender;
      }
    } else {
      entry.surname_weight = std::max(entry.surname_weight, row.weight);
    }
    entry.common = entry.common || row.common;
    entry.family_first = entry.family_first || row.family_first;
  }
  return names;
}

}  // namespace dragoman
