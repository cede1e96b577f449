// Part of dragoman; see LICENSE.
//
// Flat tables by token hash, read when rules are compiled and where a match is evaluated.

#include "mention/lexicon.h"

#include <algorithm>

#include "dragoman/token.h"

namespace dragoman {

const std::array<std::string_view, kFactCount> kFactNames = {
    "Any", "Word", "Cap", "Upper", "Lower", "NameCap", "AllCaps", "Initial", "Start",
    "Common", "Multi",    "Number", "Year", "DayNumber", "OrdinalNumber", "Decade", "ScaledNumber", "Mixed",
    "COMMA", "HYPHEN", "DASH", "OPEN_QUOTE", "CLOSE_QUOTE", "OPEN_BRACKET", "CLOSE_BRACKET",
    "COLON", "STOP", "SLASH", "AMPERSAND", "CURRENCY_SIGN", "PERCENT_SIGN", "POSSESSIVE",
    "Punctuation",
    "PERSON", "STATE", "CITY", "PLACE", "ORGANISATION", "GOVERNMENT_BODY", "INTERNATIONAL_ORG",
    "ARMED_GROUP", "COMPANY", "MEDIA", "THINK_TANK", "NATIONALITY", "OFFICE", "WEAPON", "EVENT",
    "TITLE", "HONORIFIC", "RANK", "ROLE", "PROFESSION",
    "GIVEN", "SURNAME", "FAMILY_FIRST"};

std::optional<Bit> RuleLexicon::find_bit(std::string_view name) const {
  const auto fact = std::find(kFactNames.begin(), kFactNames.end(), name);
  if (fact != kFactNames.end()) return Bit(fact - kFactNames.begin());
  const auto list = std::find(list_names_.begin(), list_names_.end(), name);
  if (list != list_names_.end()) return Bit(kFirstListBit + (list - list_names_.begin()));
  return std::nullopt;
}

std::optional<Bit> RuleLexicon::list_bit(std::string_view name) {
  if (const std::optional<Bit> bit = find_bit(name)) return bit;
  if (kFirstListBit + list_names_.size() >= kBitCount) return std::nullopt;
  list_names_.emplace_back(name);
  const Bit bit = Bit(kFirstListBit + list_names_.size() - 1);
  if (name == "NAME_WORD") name_word_ = bit;
  return bit;
}

RuleLexicon::Draft& RuleLexicon::draft(std::string_view word) {
  const std::uint64_t hash = fold_hash(word);
  if (draft_of_.find(hash) == nullptr) {
    draft_of_[hash] = std::uint32_t(drafts_.size());
    drafts_.emplace_back();
  }
  return drafts_[*draft_of_.find(hash)];
}

bool RuleLexicon::add_word(Bit list, std::string_view word, std::int32_t number) {
  Draft& known = draft(word);
  known.lists.set(list);
  if (number == kNoValue || number == known.number) return true;
  if (known.number != kNoValue) return false;
  known.number = number;
  return true;
}

bool RuleLexicon::add_word(Bit list, std::string_view word, std::string_view label) {
  Draft& known = draft(word);
  known.lists.set(list);
  if (!known.label.empty() && known.label != label) return false;
  known.label = label;
  return true;
}

void RuleLexicon::add_common(std::string_view word) { common_[fold_hash(word)] = 1; }

void RuleLexicon::add_common_list(std::string_view lines) {
  while (!lines.empty()) {
    const std::size_t end = std::min(lines.find('\n'), lines.size());
    const std::string_view line = lines.substr(0, end);
    if (!line.empty() && line[0] != '#') add_common(line);
    lines.remove_prefix(std::min(end + 1, lines.size()));
  }
}

bool RuleLexicon::number_combinations(std::size_t most) {
  std::vector<Features> told{Features{}};
  const auto number = [](std::vector<Features>& all, const Features& f) {
    const std::size_t at = std::size_t(std::find(all.begin(), all.end(), f) - all.begin());
    if (at == all.size()) all.push_back(f);
    return std::uint32_t(at);
  };
  combinations_.assign(1, Features{});
  told_.assign(1, 0);
  FlatMap<Word> words;
  draft_of_.each([&](std::uint64_t hash, std::uint32_t at) {
    const Draft& draft = drafts_[at];
    const std::uint32_t n = number(combinations_, draft.lists);
    const auto label = std::find(labels_.begin(), labels_.end(), draft.label);
    words[hash] = {n, draft.number, std::uint32_t(label - labels_.begin())};
    if (label == labels_.end()) labels_.push_back(draft.label);
    if (n < told_.size()) return;
    Features own = draft.lists;
    for (int i = 0; i < kFeatureWords; ++i) own.words[std::size_t(i)] &= ~untold_.words[std::size_t(i)];
    told_.push_back(std::uint16_t(number(told, own)));
  });
  words_ = FlatTable<Word>::of(words);
  word_count_ = words.size();
  draft_of_ = {};
  drafts_ = {};
  return combinations_.size() <= most + 1;
}

}  // namespace dragoman
