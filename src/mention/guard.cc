// Part of dragoman; see LICENSE.
//
// Names are judged in two steps.  The form is cheap and local: capitals where the row has
// capitals, the exact letters where the row asks for them.  Context is a small sum of
// signs, each of which a reader would name: a preposition in front ("in Jordan"), a
// possessive behind ("Jordan's king"), other states in the document, against a given name
// in front ("Michael Jordan") or a capitalised word behind ("Jordan Peterson").

#include "mention/guard.h"

#include <algorithm>
#include <array>

#include "base/ascii.h"
#include "mention/gazetteer_data.h"
#include "token/word_set.h"

namespace dragoman {
namespace {

// After these, a capitalised word is a place or an actor, hardly an animal or a first name.
constexpr auto kPlacePrepositions = word_set(
      {"in", "to", "from", "into", "across", "outside", "inside", "against", "toward", "towards",
       "between", "via", "near", "throughout", "within", "leave", "left", "visit", "visited",
       "neighbouring", "neighboring", "northern", "southern", "eastern", "western", "central"});

// Whose capital in front of or behind a state's name makes another, longer name.
constexpr auto kHeadsOfLongerNames = word_set(
      {"river", "delta", "basin", "valley", "tech", "water", "street", "avenue", "road", "airlines",
       "airways", "desert", "lake", "university", "college", "state", "hotel", "stadium"});

// What governments do, and hardly animals or persons called Chad or Jordan.
constexpr auto kActsOfStates = word_set(
      {"closed", "closes", "sent", "sends", "expelled", "expels", "recalled", "recalls", "signed", "signs",
       "suspended", "suspends", "banned", "bans", "imposed", "imposes", "summoned", "summons", "condemned",
       "condemns", "ratified", "deployed", "deploys", "invaded", "recognised", "recognized", "severed",
       "accused", "accuses", "withdrew", "withdraws", "joined", "joins", "declared", "declares", "mediated",
       "hosted", "hosts", "rejected", "rejects", "exports", "imports", "borders", "voted", "held", "cut",
       "lost", "asked", "agreed", "agrees", "denied", "denies", "vetoed", "mobilised", "mobilized"});

// The politics of the states of the United States, one of which is called as a state is.
constexpr auto kAmericanPolitics = word_set({"governor", "gov", "senator", "senators", "sen", "senate",
                                        "congressman", "congresswoman", "statehouse", "legislature"});

// Which type of thing a name mostly means in news on international affairs.
int type_rank(const NameEntry& entry, bool capital, std::uint32_t population) {
  switch (entry.type) {
    case MentionType::kState: return 0;
    case MentionType::kNationality: return 1;
    case MentionType::kInternationalOrg: return 2;
    case MentionType::kGovernmentBody: return 3;
    case MentionType::kArmedGroup: return 4;
    case MentionType::kCity: return capital ? 5 : population >= 1'000'000 ? 8 : 13;
    case MentionType::kMedia: return 6;
    case MentionType::kCompany: return 7;
    case MentionType::kThinkTank: return 8;
    case MentionType::kOrganisation: return 8;
    case MentionType::kEvent: return 9;
    case MentionType::kPlace: return 10;
    case MentionType::kPerson: return 11;
    case MentionType::kWeapon: return 12;
    default: return 14;
  }
}

// But for their case.
bool same_letters(std::string_view a, std::string_view b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](char x, char y) { return ascii_lower(x) == ascii_lower(y); });
}

// What stands right before a person's name.
constexpr auto kTitlesOfPersons = word_set({"president", "chancellor", "premier", "senator", "sen", "congressman", "congresswoman", "secretary",
                                        "ambassador", "general", "gen", "colonel", "col", "major", "maj", "captain", "capt", "lieutenant", "lt",
                                        "sergeant", "sgt", "admiral", "adm", "marshal", "commander", "mr", "mrs", "ms", "dr", "sir", "lady",
                                        "justice", "judge", "professor", "prof", "minister", "sheikh", "reverend", "rev"});

constexpr auto kDoneToTowns = word_set({"shelled", "shelling", "shell", "bombed", "bombing", "bomb", "bombarded", "bombarding", "besieged", "besieging", "besiege", "stormed",
                                        "storming", "recaptured", "retook", "retaken", "retaking", "entered", "entering", "overran", "overrun", "pounded", "pounding",
                                        "liberated", "occupied", "attacked", "attacking", "captured", "capturing", "seized", "seizing", "raided", "raiding", "reached", "reaching", "encircled", "rocketed", "strafed", "struck", "hit"});

}  // namespace

NameGuard::NameGuard(const Gazetteer& gazetteer, std::span<const WordFacts> words,
                     bool no_capitals, const Document& document, States& states)
    : gazetteer_(gazetteer),
      records_(gazetteer.impl()),
      words_(words),
      document_(document),
      no_capitals_(no_capitals),
      states_(states),
      usa_(gazetteer.record_of("USA")) {
  states_.clear();
}

Why NameGuard::check_form(const GazetteerMatch& match, const NameEntry& entry,
                          const Sentence& sentence) const {
  const std::vector<Token>& tokens = document_.tokens.tokens;
  if (document_.info.date && entry.from.year > document_.info.date->year) return Why::kOutOfTime;
  if (entry.guard == Guard::kExact) {
    const Span span{tokens[match.first].start, tokens[match.last - 1].end};
    return document_.slice(span) == gazetteer_.name(entry) ? Why::kNotSaid : Why::kCase;
  }
  if (!entry.has_capital) return Why::kNotSaid;
  if (sentence.caps || no_capitals_) {
    // "U.S." folds to "us": only its full stops tell them apart.
    const bool word = entry.acronym && match.last - match.first == 1 &&
                      words_[match.first].common();
    return !word || same_letters(document_.slice(tokens[match.first].span()), gazetteer_.name(entry))
               ? Why::kNotSaid
               : Why::kCase;
  }
  if (entry.acronym && match.last - match.first == 1 && !tokens[match.first].has(kAllCapitals) &&
      tokens[match.first].letters > 1 && !spoken_as_word(match.first)) {
    return Why::kCase;   // "Un", "Us"
  }
  // Each end must be capitalised as in the row: "united states" is no state.
  if (!tokens[match.first].has(kInitialCapital) && !tokens[match.first].has(kHasDigit) && !after_article(match)) {
    return Why::kCase;
  }
  if (entry.type == MentionType::kState && match.last - match.first == 1 && part_of_longer_name(match, sentence)) {
    return Why::kPartOfName;
  }
  if (entry.type == MentionType::kInternationalOrg && of_somebody(match, sentence)) return Why::kPartOfName;
  return Why::kNotSaid;
}

// "Russia's Security Council" is not that of the world; "China's Security Council veto" is.
bool NameGuard::of_somebody(const GazetteerMatch& match, const Sentence& sentence) const {
  static constexpr auto kBodies = word_set({"council", "assembly", "commission", "court", "parliament", "secretariat", "tribunal"});
  static constexpr auto kWorld = word_set({"un", "nations", "world", "eu", "union", "body", "organisation", "organization"});
  static constexpr auto kTaking = word_set({"veto", "vetoes", "vote", "votes", "seat", "seats", "member", "membership", "presidency", "bid",
                                           "resolution", "resolutions", "president", "colleagues", "partners"});
  static constexpr auto kOfStates = word_set({"national", "supreme", "federal", "homeland", "state", "defence", "defense", "presidential"});
  const std::vector<Token>& tokens = document_.tokens.tokens;
  if (match.first == sentence.first || match.last - match.first < 2 || !kBodies.contains(tokens[match.last - 1].hash)) return false;
  if (kOfStates.contains(tokens[match.first - 1].hash)) return true;   // "the National Security Council"
  if (match.first < sentence.first + 2 || !tokens[match.first - 1].has(kPossessive) || kWorld.contains(tokens[match.first - 2].hash)) return false;
  return match.last >= sentence.last || !kTaking.contains(tokens[match.last].hash);
}

// "Frelimo", "Igad": British papers write an acronym that is read as a word like one; not where it is a word or a name.
bool NameGuard::spoken_as_word(Index token) const {
  constexpr Index kShortest = 4;   // letters
  const WordFacts word = words_[token];
  return document_.tokens.tokens[token].letters >= kShortest && document_.tokens.tokens[token].has(kInitialCapital) && !word.common() &&
         word.surname_weight() == 0 && word.given_weight() == 0;
}

// "al-Qaeda", "al Shabaab", "el-Fasher": the article of another language, small in front of a capital.
bool NameGuard::after_article(const GazetteerMatch& match) const {
  static constexpr auto kArticles = word_set({"al", "el", "an", "ar", "as", "ash", "at", "az", "ad"});
  const std::vector<Token>& tokens = document_.tokens.tokens;
  if (match.last - match.first < 2) return false;
  if (kArticles.contains(tokens[match.first].hash) && tokens[match.first + 1].has(kInitialCapital)) return true;
  if (match.last - match.first < 3) return false;
  const std::string_view mark = document_.slice(tokens[match.first + 1].span());
  return tokens[match.first].letters <= 3 && (mark == "-" || mark == "‑") && tokens[match.first + 2].has(kInitialCapital);
}

// "Niger River", "Air France", "University of Georgia"; "Israel Katz", "Anatole France".
bool NameGuard::part_of_longer_name(const GazetteerMatch& match, const Sentence& sentence) const {
  static constexpr std::uint64_t kAir = word_hash("air"), kUniversity = word_hash("university"), kOf = word_hash("of");
  if (sentence.caps || sentence.title) return false;
  const std::vector<Token>& tokens = document_.tokens.tokens;
  const Index at = match.first;
  if (at > sentence.first) {
    const Token& before = tokens[at - 1];
    const WordFacts word = words_[at - 1];
    if (before.has(kInitialCapital)) {
      if (before.hash == kAir) return true;
      constexpr unsigned kGivenName = 2;
      if (before.word() && !before.has(kPossessive) && !before.has(kAllCapitals) && !word.common() &&
          word.given_weight() >= kGivenName) {
        return true;
      }
    }
    if (before.hash == kOf && at - 1 > sentence.first && tokens[at - 2].hash == kUniversity) return true;
  }
  if (match.last >= sentence.last || tokens[at].has(kPossessive)) return false;
  const Token& after = tokens[match.last];
  if (!after.word() || !after.has(kInitialCapital)) return false;
  if (kHeadsOfLongerNames.contains(after.hash)) return true;
  const WordFacts here = words_[at], next = words_[match.last];
  // "Kenya Moore": the surer the family name, the less the first word must be a given name.
  constexpr unsigned kSurname = 2, kSureSurname = 4;
  return !after.has(kAllCapitals) && !next.common() && !next.has(WordFacts::kStartsTitle) &&
         next.surname_weight() >= (here.given_weight() > 0 ? kSurname : kSureSurname);
}

bool NameGuard::american(const Sentence& sentence) const {
  if (american_places_ > state_names_) return true;
  const std::vector<Token>& tokens = document_.tokens.tokens;
  for (Index i = sentence.first; i < sentence.last; ++i) {
    if (kAmericanPolitics.contains(tokens[i].hash)) return true;
  }
  return false;
}

int NameGuard::needed(const GazetteerMatch& match, const NameEntry& entry,
                      const Sentence& sentence) const {
  // "March", "Sunday": the day or month, whatever place is called so.
  constexpr int kNever = 100;
  if (match.last - match.first == 1 && words_[match.first].has(WordFacts::kCalendar) &&
      entry.type != MentionType::kOrganisation) {
    return kNever;
  }
  // "President Clinton", "Mr. Houston": the person, whatever town is called so.
  if (entry.type == MentionType::kCity && match.first > sentence.first && !records_.is(Gazetteer::Impl::kCapital, entry.record) &&
      kTitlesOfPersons.contains(document_.tokens.tokens[match.first - 1].hash) &&
      document_.tokens.tokens[match.first - 1].has(kInitialCapital)) {
    return kNever;
  }
  // Where all is in capitals, or nothing, a single common word is that word: "THE", "SUMMIT", "US".
  constexpr int kHardly = 4;
  const WordFacts word = words_[match.first];
  const bool single = match.last - match.first == 1;
  if (sentence.caps && single && entry.guard != Guard::kNone && word.common()) {
    return entry.type == MentionType::kState ? 2 : kHardly;
  }
  if (no_capitals_ && single && word.common() && entry.has_capital && entry.type != MentionType::kNationality) {
    if (entry.type != MentionType::kState) return kHardly;
    if (entry.guard != Guard::kNone) return 2;
  }
  // "alot", "deal": in small letters a small place has to be one that is gone to or spoken of.
  constexpr std::uint32_t kSmallPlace = 100'000;
  if (no_capitals_ && single && entry.type == MentionType::kCity &&
      records_.extra(entry.record).population < kSmallPlace && !records_.is(Gazetteer::Impl::kCapital, entry.record)) {
    return 2;
  }
  const bool guarded =
      entry.guard == Guard::kContext || (entry.guard == Guard::kExact && sentence.caps);
  if (guarded && (entry.acronym || entry.type == MentionType::kState)) return 1;
  if (match.last - match.first > 1 || !entry.has_capital || entry.type == MentionType::kState ||
      entry.type == MentionType::kNationality || entry.acronym) {
    return guarded ? 1 : 0;
  }
  if (records_.is(Gazetteer::Impl::kCapital, entry.record)) return guarded ? 1 : 0;
  // A small place that is called as people are: "Gloria", "Kim", "Harrow".
  constexpr std::uint32_t kKnownCity = 500'000;
  constexpr unsigned kOftenAName = 4;
  if ((entry.type == MentionType::kCity || entry.type == MentionType::kPlace) &&
      std::max(word.given_weight(), word.surname_weight()) >= kOftenAName &&
      records_.extra(entry.record).population < kKnownCity) {
    return 2;
  }
  if (!word.common()) return guarded ? 1 : 0;
  // "Star", "Act"; and "The", "To", "God", which mean themselves nearly always.
  constexpr int kShort = 3;
  return document_.tokens.tokens[match.first].letters <= kShort ? 3 : 1;
}

void NameGuard::add_evidence(Index index) {
  const MentionType type = records_.things[index].type;
  const bool itself = type == MentionType::kState;
  const Index state = itself ? index : records_.state(index);
  if (state == kNone) return;
  state_names_ += itself;
  american_places_ += state == usa_ && !itself && type != MentionType::kPerson;
  ++states_[index_key(state)];
}

int NameGuard::state_weight(Index state_record) const {
  const int* count = states_.find(index_key(state_record));
  return count == nullptr ? 0 : *count;
}

// A capitalised word of unknown kind, or a known part of persons' names.
bool NameGuard::neighbour_is_name(Index i, const Sentence& sentence) const {
  const Token& token = document_.tokens.tokens[i];
  if (!token.word() || token.has(kPossessive)) return false;
  const WordFacts word = words_[i];
  if (sentence.caps || sentence.title || no_capitals_) return word.part_of_name() && !word.name_is_word();
  return token.has(kInitialCapital) && word.part_of_name();
}

int NameGuard::support(const GazetteerMatch& match, const NameEntry& entry,
                       const Sentence& sentence) const {
  const std::vector<Token>& tokens = document_.tokens.tokens;
  int score = 0;
  if (match.first > sentence.first) {
    const Token& before = tokens[match.first - 1];
    if (kPlacePrepositions.contains(before.hash)) score += 2;
    // "shelled [Hama]": what is done to towns and to no person
    else if ((entry.type == MentionType::kCity || entry.type == MentionType::kPlace) && kDoneToTowns.contains(before.hash)) score += 1;
    // "14 [tanks]", "Leopard [tanks]": how many, and which.
    const bool arms = entry.type == MentionType::kWeapon && !entry.has_capital;
    const bool name = neighbour_is_name(match.first - 1, sentence);
    if (arms && (before.has(kInitialCapital) || before.kind == TokenKind::kNumber)) {
      score += 1;
    } else if (name && !kPlacePrepositions.contains(before.hash)) {
      score -= 4;
    }
    // In running prose a capital in mid-sentence is itself a sign; behind "The", too, which starts one: "The Pentagon".
    static constexpr std::uint64_t kThe = word_hash("the");
    const bool opened = match.first - 1 == sentence.first && before.hash == kThe && is_a(entry.type, MentionType::kOrganisation);
    const bool small = !before.has(kInitialCapital) || opened;
    if (!sentence.caps && !sentence.title && !no_capitals_ && before.word() && small) score += 1;
  }
  if (match.last < sentence.last) {
    const Token& after = tokens[match.last];
    if (after.has(kPossessive)) score += 2;
    if (neighbour_is_name(match.last, sentence)) score -= 4;
    const bool acts = entry.type == MentionType::kState || entry.type == MentionType::kInternationalOrg;
    if (acts && kActsOfStates.contains(after.hash)) score += 1;
    // "[Commonwealth] leaders"
    static constexpr auto kOfBodies = word_set({"leaders", "ministers", "members", "heads", "observers", "officials", "countries", "nations", "summit",
                                                "secretary-general", "peacekeepers", "envoys", "monitors", "diplomats"});
    if (entry.type == MentionType::kInternationalOrg && kOfBodies.contains(after.hash)) score += 1;
  }
  const bool state_like = entry.type == MentionType::kState || entry.type == MentionType::kNationality;
  if (state_like && state_names_ > 0) score += 1;
  if (state_like && state_names_ > 2) score += 1;
  // "SYRIAN TROOPS SHELLED TURKEY": where all is in capitals, and the text speaks of another
  if (entry.type == MentionType::kState && sentence.caps && states_.size() > 0) score += 2;
  const bool place = state_like || entry.type == MentionType::kCity || entry.type == MentionType::kPlace;
  const Index state = state_like ? entry.record : records_.state(entry.record);
  if (place && state != kNone && state_weight(state) > 0) score += 2;
  if (entry.type == MentionType::kState && american_places_ > 2 * state_names_) score -= 1;
  return score;
}

std::size_t NameGuard::best(const std::vector<NameEntry>& rows) const {
  const auto key = [this](const NameEntry& row) {
    const bool capital = records_.is(Gazetteer::Impl::kCapital, row.record);
    const std::uint32_t population = records_.extra(row.record).population;
    const Index state = row.type == MentionType::kState || row.type == MentionType::kNationality
                            ? row.record
                            : records_.state(row.record);
    const int spoken_of = state == kNone ? 0 : std::min(state_weight(state), 3);
    // Letters that only context explains give way where nothing speaks of their state: AFP is the
    // news agency, and the Philippine army in a text on the Philippines.
    const bool far_fetched = row.acronym && row.guard == Guard::kContext && spoken_of == 0;
    return std::tuple(far_fetched, type_rank(row, capital, population), -spoken_of, !capital,
                      -std::int64_t(population), row.record);
  };
  std::size_t best = 0;
  for (std::size_t i = 1; i < rows.size(); ++i) {
    if (key(rows[i]) < key(rows[best])) best = i;
  }
  return best;
}

}  // namespace dragoman
