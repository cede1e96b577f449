// Part of dragoman; see LICENSE.
//
// One table from the hash of a folded form to its readings, so that a token costs one
// lookup.  Closed classes stand here, for they are grammar; open words and word classes
// come from data/syntax.  Forms are made when a word is read: five for a verb, two for a noun.

#include "syntax/lexicon.h"

#include <algorithm>

#include <fmt/format.h>
#include <yaml-cpp/yaml.h>

#include "base/edit_distance.h"
#include "base/file.h"
#include "dragoman/token.h"
#include "syntax/inflect.h"
#include "token/fold.h"

namespace dragoman {
namespace {

constexpr std::array<std::string_view, std::size_t(Prep::kCount)> kPrepNames = {
    "",     "to",     "from",  "with",   "by", "in",    "at",    "on",      "against",
    "of",   "for",    "between", "over", "about", "into", "during", "after", "before",
    "as",   "among",  "under", "through", "near", "amid", "since", "around", "other"};

constexpr std::array<std::string_view, kClassCount> kClassNames = {
    "planned",     "potential",  "requested",   "offered",        "threatened", "promised",
    "agreed",      "cancelled",  "denied",      "ongoing",        "hearsay",    "counterfactual",
    "says",        "object_control", "dative",  "light",          "raising",    "agent_noun",
    "place_noun",  "occurs",     "container_noun", "role_noun", "office_noun",  "deed_noun", "hearsay_adverb",
    "negative_adverb", "that_clause", "phrasal", "effort_noun", "abroad_noun", "naming", "answers"};

struct ClosedWords {
  Closed closed;
  const char* words;
};

constexpr ClosedWords kClosed[] = {
    {Closed::kBe, "be am is are was were been being"},
    {Closed::kHave, "have has had having"},
    {Closed::kDo, "do does did"},
    {Closed::kModal, "will would shall should can could may might must wo ca 'll"},
    {Closed::kTo, "to"},
    {Closed::kNot, "not n't"},
    {Closed::kDeterminer,
     "the a an this these those each every some any no all both several many few most more such "
     "another other half enough much less fewer certain neither either"},
    {Closed::kPossessiveDeterminer, "its his her their our my your"},
    {Closed::kPronoun, "it he she they we i you him them me himself herself itself themselves "
                       "everyone nobody anyone someone something nothing anything everything one"},
    {Closed::kCoordinator, "and or but nor &"},
    {Closed::kSubordinator,
     "if because although though while whereas unless whether when where until once whenever why how "
     "lest"},
    {Closed::kRelative, "which who whom whose what"},
    {Closed::kThat, "that"},
    {Closed::kThere, "there"},
    {Closed::kAdverb,
     "also now then still already soon later ever never just only even again yet here too very so "
     "however meanwhile instead recently ago once twice earlier therefore together ahead back "
     "away often always sometimes perhaps maybe almost nearly not-yet far"},
    {Closed::kNumber,
     "two three four five six seven eight nine ten eleven twelve hundred hundreds thousand thousands "
     "million millions billion dozens dozen"},
};

constexpr const char* kAroundPreps =
    "along across off beyond behind beside alongside inside outside onto toward towards";
constexpr const char* kOtherPreps =
    "without within despite except per regarding than via upon unlike like besides beneath below above aboard atop "
    "following including up down out throughout concerning vs versus";

std::vector<std::string> split(std::string_view text, char by) {
  std::vector<std::string> parts;
  std::size_t from = 0;
  while (from <= text.size()) {
    const std::size_t to = std::min(text.find(by, from), text.size());
    if (to > from) parts.emplace_back(text.substr(from, to - from));
    from = to + 1;
  }
  return parts;
}

}  // namespace

std::string_view preposition_name(Prep prep) { return kPrepNames[std::size_t(prep)]; }

Lexicon Lexicon::draft() {
  Lexicon lexicon;
  lexicon.draft_ = std::make_unique<Draft>();
  lexicon.draft_->lemmas.emplace_back();
  lexicon.draft_->facts.push_back({});
  lexicon.add_closed();
  return lexicon;
}

LemmaId Lexicon::intern(const std::string& lemma) {
  const auto [at, added] = draft_->ids.try_emplace(lemma, LemmaId(draft_->lemmas.size()));
  if (added) {
    draft_->lemmas.push_back(lemma);
    draft_->facts.push_back({0, word_mark(lemma)});
    facts_at_ = draft_->facts.data();
  }
  return at->second;
}

LemmaId Lexicon::id(std::string_view lemma) const {
  if (!draft_) {
    const Place* place = ids_.find(hash_bytes(lemma));
    return place != nullptr && lemmas_[place->id] == lemma ? place->id : kNoLemma;
  }
  const auto at = draft_->ids.find(std::string(lemma));
  return at == draft_->ids.end() ? kNoLemma : at->second;
}

std::string_view Lexicon::lemma(LemmaId id) const { return draft_ ? std::string_view(draft_->lemmas[id]) : lemmas_[id]; }

bool Lexicon::is_marked(LemmaId id, std::span<const std::uint32_t> marks, const std::string_view* words) const {
  const std::size_t place = place_of(facts_at_[id].mark, marks);
  return place < marks.size() && lemma(id) == words[place];
}

LemmaId Lexicon::with_particle(LemmaId verb, std::string_view particle) const {
  return id(std::string(lemma(verb)).append("_").append(particle));
}

const std::vector<std::string>& Lexicon::verb_forms(LemmaId lemma) const {
  static const std::vector<std::string> kNoForms;
  if (!draft_) return kNoForms;
  const auto at = draft_->verb_forms.find(lemma);
  return at == draft_->verb_forms.end() ? kNoForms : at->second;
}

void Lexicon::add_closed() {
  for (const ClosedWords& group : kClosed) {
    for (const std::string& word : split(group.words, ' ')) {
      Entry& entry = draft_->entries[fold_hash(word)];
      entry.closed = group.closed;
      entry.other = intern(word);
    }
  }
  for (std::size_t p = 1; p + 1 < std::size_t(Prep::kCount); ++p) {
    Entry& entry = draft_->entries[fold_hash(kPrepNames[p])];
    if (entry.closed == Closed::kOpen) entry.closed = Closed::kPreposition;
    entry.prep = Prep(p);
    entry.other = intern(std::string(kPrepNames[p]));
  }
  for (const auto& [words, prep] : {std::pair{kAroundPreps, Prep::kAround}, {kOtherPreps, Prep::kOther}}) {
    for (const std::string& word : split(words, ' ')) {
      Entry& entry = draft_->entries[fold_hash(word)];
      entry.closed = Closed::kPreposition;
      entry.prep = word == "upon" ? Prep::kOn : prep;
      entry.other = intern(word);
    }
  }
  const auto verb = [this](const char* lemma, std::initializer_list<std::pair<const char*, int>> forms) {
    const LemmaId id = intern(lemma);
    for (const auto& [form, bits] : forms) {
      Entry& entry = draft_->entries[fold_hash(form)];
      entry.verb = id;
      entry.verb_forms |= std::uint8_t(bits);
      entry.verb_share = 9;
    }
  };
  verb("be", {{"be", kBase}, {"am", kThird}, {"is", kThird}, {"are", kThird}, {"was", kPast},
              {"were", kPast}, {"been", kPastParticiple}, {"being", kGerund}});
  verb("have", {{"have", kBase}, {"has", kThird}, {"had", kPast | kPastParticiple},
                {"having", kGerund}});
  verb("do", {{"do", kBase}, {"does", kThird}, {"did", kPast}, {"done", kPastParticiple},
              {"doing", kGerund}});
}

void Lexicon::add_verb_form(const std::string& form, LemmaId lemma, std::uint8_t bits,
                            std::uint8_t share) {
  draft_->verb_forms[lemma].push_back(form);
  Entry& entry = draft_->entries[fold_hash(form)];
  if (entry.verb != kNoLemma && entry.verb != lemma) {
    // "found" is a form of find and of found: the word that is more a verb keeps it.
    if (entry.verb_share >= share && (entry.verb_forms & ~kBase)) return;
    entry.verb_forms = 0;
  }
  entry.verb = lemma;
  entry.verb_forms |= bits;
  entry.verb_share = std::max(entry.verb_share, share);
}

void Lexicon::add_forms_of_verb(const std::string& lemma, const Irregular& irregular,
                                std::uint8_t share) {
  const LemmaId id = intern(lemma);
  add_verb_form(lemma, id, kBase, share);
  const auto add = [&](const std::vector<std::string>& forms, const std::string& rule,
                       std::uint8_t bits) {
    if (forms.empty()) add_verb_form(rule, id, bits, share);
    for (const std::string& form : forms) add_verb_form(form, id, bits, share);
  };
  add(irregular.third, regular_s(lemma), kThird);
  add(irregular.gerund, regular_gerund(lemma), kGerund);
  // "has burned", "has burnt": of a past with two forms both are participles.
  const bool either = irregular.past.size() > 1 && irregular.part.size() == 1 &&
                      std::find(irregular.past.begin(), irregular.past.end(), irregular.part[0]) != irregular.past.end();
  const std::uint8_t past = irregular.part.empty() || either ? kPast | kPastParticiple : kPast;
  add(irregular.past, regular_past(lemma), past);
  // "cancelled", "travelled": where the gerund doubles the last letter, the past may.
  for (const std::string& form : irregular.gerund) {
    if (irregular.past.empty() && form == lemma + lemma.back() + "ing") {
      add_verb_form(lemma + lemma.back() + "ed", id, past, share);
    }
  }
  for (const std::string& form : irregular.part) add_verb_form(form, id, kPastParticiple, share);
}

void Lexicon::add_forms_of_noun(const std::string& lemma, const Irregular& irregular,
                                std::uint8_t share) {
  const LemmaId id = intern(lemma);
  const auto add = [&](const std::string& form, std::uint8_t bits) {
    Entry& entry = draft_->entries[fold_hash(form)];
    if (entry.noun == kNoLemma || (entry.noun != id && bits == kSingular)) entry.noun = id;
    entry.noun_forms |= bits;
    entry.noun_share = std::max(entry.noun_share, share);
  };
  add(lemma, kSingular);
  if (irregular.plural.empty()) add(regular_s(lemma), kPlural);
  for (const std::string& form : irregular.plural) add(form, kPlural);
  // "commandos", "casinos": -os as well as -oes, where it is no other word
  constexpr std::size_t kShortest = 5;
  if (irregular.plural.empty() && lemma.size() >= kShortest && lemma.back() == 'o' && regular_s(lemma).ends_with("oes") &&
      draft_->entries.find(fold_hash(lemma + "s")) == nullptr) {
    add(lemma + "s", kPlural);
  }
}

LemmaId Lexicon::add_verb(const std::string& lemma) {
  const Entry* known = draft_->entries.find(fold_hash(lemma));
  const LemmaId id = intern(lemma);
  if (!known || known->verb != id) add_forms_of_verb(lemma, as_without_prefix(lemma), 5);
  return id;
}

// "retook", "unfroze", "overflown": as the verb without its prefix, if that is irregular.
Lexicon::Irregular Lexicon::as_without_prefix(const std::string& lemma) const {
  static constexpr std::array<std::string_view, 8> kPrefixes = {"re", "un", "over", "out", "under", "mis", "fore", "force-"};
  Irregular out;
  for (const std::string_view prefix : kPrefixes) {
    if (!lemma.starts_with(prefix)) continue;
    const std::string base = lemma.substr(prefix.size());
    const Entry* entry = draft_->entries.find(fold_hash(base));
    if (entry == nullptr || entry->verb == kNoLemma || draft_->lemmas[entry->verb] != base) continue;
    for (const std::string& form : draft_->verb_forms[entry->verb]) {
      const std::uint8_t bits = draft_->entries.find(fold_hash(form))->verb_forms;
      if (form == regular_past(base) || form == base) continue;
      if (bits & kPast) out.past.push_back(std::string(prefix) + form);
      else if (bits & kPastParticiple) out.part.push_back(std::string(prefix) + form);
    }
    break;
  }
  return out;
}

LemmaId Lexicon::add_noun(const std::string& lemma) {
  const Entry* known = draft_->entries.find(fold_hash(lemma));
  const LemmaId id = intern(lemma);
  if (!known || known->noun != id) add_forms_of_noun(lemma, {}, 5);
  return id;
}

Status Lexicon::read_words(std::string_view content, std::string_view name) {
  std::size_t line_number = 0, from = 0;
  while (from < content.size()) {
    const std::size_t to = std::min(content.find('\n', from), content.size());
    const std::string_view line = content.substr(from, to - from);
    from = to + 1;
    ++line_number;
    if (line.empty() || line[0] == '#' || line.starts_with("word\t")) continue;
    const std::vector<std::string> cells = split(line, '\t');
    if (cells.size() != 3) {
      return Error(ErrorCode::kBadData,
                   fmt::format("{}:{}: {} columns, expected 3 (word, parts, forms)", name,
                               line_number, cells.size()));
    }
    Irregular irregular;
    if (cells[2] != "-") {
      for (const std::string& form : split(cells[2], ';')) {
        const std::size_t equals = form.find('=');
        const std::string key = form.substr(0, equals);
        std::vector<std::string>* to_add = key == "past"   ? &irregular.past
                                           : key == "part" ? &irregular.part
                                           : key == "ger"  ? &irregular.gerund
                                           : key == "3sg"  ? &irregular.third
                                           : key == "pl"   ? &irregular.plural
                                                           : nullptr;
        if (equals == std::string::npos || !to_add) {
          return Error(ErrorCode::kBadData,
                       fmt::format("{}:{}: column 3 (forms): \"{}\", expected past=, part=, ger=, "
                                   "3sg= or pl=", name, line_number, form));
        }
        *to_add = split(std::string_view(form).substr(equals + 1), '/');
      }
    }
    const std::string& word = cells[0];
    for (std::size_t i = 0; i + 1 < cells[1].size(); i += 2) {
      const std::uint8_t share = std::uint8_t(cells[1][i + 1] - '0');
      switch (cells[1][i]) {
        case 'n': add_forms_of_noun(word, irregular, share); break;
        case 'v': add_forms_of_verb(word, irregular, share); break;
        case 'a':
        case 'r': {
          Entry& entry = draft_->entries[fold_hash(word)];
          entry.other = intern(word);
          (cells[1][i] == 'a' ? entry.adjective_share : entry.adverb_share) = share;
          break;
        }
        default:
          return Error(ErrorCode::kBadData,
                       fmt::format("{}:{}: column 2 (parts): \"{}\", expected n, v, a or r and a "
                                   "digit each", name, line_number, cells[1]));
      }
    }
  }
  return Done{};
}

Status Lexicon::read_classes(std::string_view content, std::string_view name) {
  try {
    const YAML::Node root = YAML::Load(std::string(content));
    if (!root.IsMap()) {
      return Error(ErrorCode::kBadData, fmt::format("{}:1: expected class: [words]", name));
    }
    for (const auto& item : root) {
      const std::string key = item.first.as<std::string>();
      const auto at = std::find(kClassNames.begin(), kClassNames.end(), key);
      if (at == kClassNames.end()) {
        return Error(ErrorCode::kBadData,
                     fmt::format("{}:{}: no word class \"{}\"{}", name, item.first.Mark().line + 1,
                                 key, did_you_mean(key, {kClassNames.begin(), kClassNames.end()})));
      }
      const std::size_t index = std::size_t(at - kClassNames.begin());
      for (const auto& word : item.second) {
        const std::string lemma = word.as<std::string>();
        const LemmaId id = intern(lemma);
        draft_->facts[id].classes |= std::uint32_t{1} << index;
        if (index >= kAgentNoun && index <= kDeedNoun) add_noun(lemma);
      }
    }
  } catch (const YAML::Exception& error) {
    return Error(ErrorCode::kBadData,
                 fmt::format("{}:{}: {}", name, error.mark.line + 1, error.msg));
  }
  return Done{};
}

Result<Lexicon> Lexicon::parse(std::string_view words, std::string_view words_name,
                               std::string_view classes, std::string_view classes_name) {
  Lexicon lexicon = draft();
  if (Status s = lexicon.read_words(words, words_name); !s.ok()) return s.error();
  if (Status s = lexicon.read_classes(classes, classes_name); !s.ok()) return s.error();
  return lexicon;
}

void Lexicon::freeze() {
  if (!draft_) return;
  entries_ = FlatTable<Entry>::of(draft_->entries);
  lemmas_ = StringTable::of(draft_->lemmas);
  FlatMap<Place> ids;
  for (LemmaId id = 1; id < draft_->lemmas.size(); ++id) {
    Place& place = ids[hash_bytes(draft_->lemmas[id])];
    if (place.id == kNoLemma) place.id = id;
  }
  ids_ = FlatTable<Place>::of(ids);
  facts_ = std::move(draft_->facts);
  facts_at_ = facts_.data();
  draft_.reset();
}

void Lexicon::add_to(BundleWriter& bundle) const {
  entries_.add_to(bundle, "lexicon.entries");
  ids_.add_to(bundle, "lexicon.ids");
  lemmas_.add_to(bundle, "lexicon.lemmas");
  bundle.add("lexicon.marked", facts_.span());
}

Result<Lexicon> Lexicon::from_bundle(const Bundle& bundle) {
  Result<FlatTable<Entry>> entries = FlatTable<Entry>::from_bundle(bundle, "lexicon.entries");
  if (!entries.ok()) return entries.error();
  Result<FlatTable<Place>> ids = FlatTable<Place>::from_bundle(bundle, "lexicon.ids");
  if (!ids.ok()) return ids.error();
  Result<StringTable> lemmas = StringTable::from_bundle(bundle, "lexicon.lemmas");
  if (!lemmas.ok()) return lemmas.error();
  const auto facts = bundle.section<LemmaFacts>("lexicon.marked");
  if (!facts.ok()) return facts.error();
  const std::size_t count = lemmas->size();
  bool right = count > 0 && facts->size() == count;
  if (right && bundle.checked()) {
    ids->each([&](std::uint64_t, const Place& place) { right = right && place.id < count; });
    entries->each([&](std::uint64_t, const Entry& entry) {
      right = right && entry.noun < count && entry.verb < count && entry.other < count &&
              entry.closed <= Closed::kNumber && entry.prep < Prep::kCount;
    });
  }
  if (!right) return bundle.damaged("lexicon");
  Lexicon lexicon;
  lexicon.entries_ = *std::move(entries);
  lexicon.ids_ = *std::move(ids);
  lexicon.lemmas_ = *std::move(lemmas);
  lexicon.facts_ = *facts;
  lexicon.facts_at_ = lexicon.facts_.data();
  return lexicon;
}

Result<Lexicon> Lexicon::load(const std::filesystem::path& folder) {
  Result<std::string> words = read_file(folder / "words.tsv");
  if (!words.ok()) return words.error();
  Result<std::string> classes = read_file(folder / "classes.yaml");
  if (!classes.ok()) return classes.error();
  return parse(*words, (folder / "words.tsv").string(), *classes, (folder / "classes.yaml").string());
}

}  // namespace dragoman
