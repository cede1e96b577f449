// Part of dragoman; see LICENSE.

#include "entity/pronoun.h"

#include <algorithm>
#include <string_view>

#include "entity/anaphora_words.h"
#include "entity/history.h"
#include "mention/gazetteer_data.h"
#include "token/word_set.h"

namespace dragoman {
namespace {

// In hundredths, by PronounCue.
struct Weights {
  std::array<int, kPronounCues> of;
  int least;    // what the heaviest must weigh
};
#include "entity/pronoun_weights.inc"

constexpr std::uint64_t bit(PronounCue cue) { return std::uint64_t{1} << unsigned(cue); }

constexpr auto kPrepositions = word_set({"of", "for", "from", "with", "in", "at", "by", "on", "against", "between", "to",
                                        "near", "about", "under", "over", "into", "through", "among", "aboard", "toward",
                                        "towards", "after", "before", "than", "like", "behind", "beside", "without"});
constexpr auto kArticles = word_set({"the", "a", "an", "that", "those", "these", "this"});
constexpr auto kSays =
      word_set({"said",         "says",      "told",       "added",     "claimed",    "claims",
                "stated",       "announced", "believes",   "believed",  "thought",    "warned",
                "insisted",     "argued",    "denied",     "wrote",     "hoped",      "declared",
                "explained",    "vowed",     "promised",   "noted",     "complained", "alleged",
                "acknowledged", "conceded",  "maintained", "asserted",  "suggested",  "retorted",
                "countered",    "replied",   "predicted",  "confirmed", "admitted",   "reported",
                "indicated",    "hinted",    "boasted",    "stressed",  "maintains",  "insists",
                "argues",       "complains", "feared",     "fears",     "pledged",    "agreed"});
constexpr auto kBreaks = word_set({"that", "and", "but", ";", "while", "because", "when", "as", "after", "before", "who", "which",
                                        "said", "says", "if", "although", "though", "since", "until"});

// Many that are spoken of as one.
constexpr auto kCollectives = word_set({"coalition", "army", "military", "navy", "junta", "government", "regime", "militia", "alliance", "opposition",
                                        "administration", "parliament"});

}  // namespace

bool is_seat(const Gazetteer& gazetteer, const Mention& mention) {
  return mention.type == MentionType::kCity && mention.record != kNone && gazetteer.impl().extra(mention.record).actor != kNone;
}

Index QuotationMarks::last_before(Index token) {
  if (token < read_) read_ = 0, last_ = kNone;
  const Token* const end = tokens_.data() + token;
  for (const Token* t = tokens_.data() + read_; t < end; ++t) {
    if ((t->flags & (kOpenQuote | kCloseQuote)) != 0) [[unlikely]] last_ = Index(t - tokens_.data());
  }
  read_ = token;
  return last_;
}

PronounCandidates::PronounCandidates(const Gazetteer& gazetteer, const Document& document, QuotationMarks& marks, Index mention,
                                     Index never)
    : gazetteer_(gazetteer), document_(document), mention_(mention) {
  static constexpr std::uint64_t kHim = word_hash("him");
  const Mention& m = document_.mentions[mention];
  const std::vector<Token>& tokens = document_.tokens.tokens;
  const std::uint64_t word = tokens[m.first].hash;
  const bool her = object_her(document_, m);
  possessive_ = kPossessives.contains(word) && !her;
  object_ = word == kHim || her || (!possessive_ && m.first > 0 && kPrepositions.contains(tokens[m.first - 1].hash));
  opening_ = m.first <= document_.sentences()[m.sentence].first + 1 || behind_semicolon(document_, m.first);
  constexpr Index kFarthestQuote = 120;   // tokens
  const Index mark = marks.last_before(m.first);
  if (mark != kNone && m.first - mark <= kFarthestQuote && !tokens[mark].has(kCloseQuote)) quote_ = mark;
  static constexpr std::uint64_t kThat = word_hash("that"), kTold = word_hash("told");
  Index verb = m.first;
  if (verb > 1 && tokens[verb - 1].hash == kThat) --verb;
  // "told him"
  const bool told = verb == m.first && verb > 0 && tokens[verb - 1].hash == kTold;
  if (verb > 0 && !told && !object_ && kSays.contains(tokens[verb - 1].hash)) reported_ = verb - 1;
  // "the agency, whose head had been there, complained that it": whoever stands before the clause
  // in commas
  static constexpr std::uint64_t kComma = word_hash(",");
  static constexpr auto kWhose = word_set({"who", "whose", "which"});
  constexpr Index kLongestInsertion = 24;  // tokens
  if (reported_ != kNone && reported_ > 2 && tokens[reported_ - 1].hash == kComma) {
    const Index from = document_.sentences()[m.sentence].first;
    for (Index t = reported_ - 1;
         t-- > from + 1 && t + kLongestInsertion > reported_ && inserted_ == kNone;) {
      if (tokens[t].hash == kComma && kWhose.contains(tokens[t + 1].hash)) inserted_ = t;
    }
  }
  static constexpr std::uint64_t kTo = word_hash("to");
  object_verb_ = !possessive_ && m.first > 2 && tokens[m.first - 2].hash == kTo;
  const bool of_state = of_states();
  followers_ = of_followers();
  const auto firm = [](MentionType type) {
    return type == MentionType::kCompany || type == MentionType::kMedia || type == MentionType::kThinkTank;
  };
  const std::size_t last = mention > kMostLookedAt ? mention - kMostLookedAt : 0;
  for (std::size_t i = mention; i-- > last;) {
    const Mention& other = document_.mentions[i];
    if (other.sentence + kSentences < m.sentence) break;
    if (other.last > m.first) continue;   // "[its neighbour]"
    // "[The company] said it": whoever that is.
    if (other.entity == kNone) {
      unknown_ |= reported_ != kNone && other.last == reported_ && !other.plural && other.form == MentionForm::kNominal;
      continue;
    }
    if (!agrees(other, document_.entities[other.entity])) continue;
    if (other.first == 0 && other.type == MentionType::kCity && tokens[0].has(kAllCapitals)) continue;   // "NAIROBI, June 3 -"
    // "[U.S.] President Bush": part of his title
    if (other.type == MentionType::kState && !possessive_ && i + 1 < document_.mentions.size() && titles_person(i)) continue;
    // "Peru and [Chile], which sell arms, welcomed it": one of those who do so
    if (never != kNone && object_ && listed_with(i, never)) continue;
    if ((object_verb_ || (object_ && !possessive_)) && asked_to(other))
      continue;  // "called on [the Council] to stop it"
    if (other.entity == never || of_one_state(other.entity, never)) continue;
    if (in_insertion(Index(i)) || claims(other) || (of_state && firm(document_.entities[other.entity].type))) continue;
    if (other.form == MentionForm::kPronominal && continued_ == kNone) continued_ = other.entity;
    add(Index(i));
  }
  finish();
}

// "[U.S.] President Bush", "[U.S.] Secretary of State Rice"
bool PronounCandidates::titles_person(std::size_t i) const {
  const Mention &state = document_.mentions[i], &next = document_.mentions[i + 1];
  const std::vector<Token>& tokens = document_.tokens.tokens;
  if (tokens[state.last - 1].has(kPossessive) || next.first != state.last) return false;
  return next.type == MentionType::kOffice || (next.type == MentionType::kPerson && next.form == MentionForm::kNamed);
}

// "[Peru] and Chile": beside whom it cannot mean.
bool PronounCandidates::listed_with(std::size_t i, Index never) const {
  static constexpr auto kJoins = word_set({"and", ",", "the"});
  const Mention& m = document_.mentions[i];
  if (m.sentence != document_.mentions[mention_].sentence) return false;
  for (std::size_t k = i + 1; k < mention_ && document_.mentions[k].sentence == m.sentence; ++k) {
    const Mention& next = document_.mentions[k];
    if (next.entity != never) continue;
    if (next.first <= m.last || next.first > m.last + 2) return false;
    for (Index t = m.last; t < next.first; ++t) {
      if (!kJoins.contains(document_.tokens.tokens[t].hash)) return false;
    }
    return true;
  }
  return false;
}

// "its [foreign ministers]", "its [member states]": what blocs have.
bool PronounCandidates::of_members() const {
  static constexpr auto kOf = word_set({"foreign", "defence", "defense", "finance", "interior", "trade", "energy", "health", "agriculture",
                                       "justice"});
  static constexpr auto kMany = word_set({"ministers", "leaders", "heads"});
  static constexpr auto kMember = word_set({"member"});
  const std::vector<Token>& tokens = document_.tokens.tokens;
  Index at = document_.mentions[mention_].last;
  if (!possessive_ || at + 1 >= tokens.size()) return false;
  if (kMember.contains(tokens[at].hash)) return true;
  if (kOf.contains(tokens[at].hash)) ++at;
  return kMany.contains(tokens[at].hash) && at > document_.mentions[mention_].last;
}

// "asked [Chad] to free it": who is to do so.
bool PronounCandidates::asked_to(const Mention& other) const {
  static constexpr auto kAsks = word_set({"asked", "asks", "asking", "urged", "urges", "urging", "told", "tells", "telling", "ordered",
                                         "orders", "on", "pressed", "invited", "allowed", "forced", "persuaded", "wanted", "wants",
                                         "begged", "helped", "required", "authorised", "authorized", "instructed", "pushed", "upon"});
  const Mention& me = document_.mentions[mention_];
  // "asked [the United Nations] to mediate between it and": no more than a verb and a preposition
  // between, or what is done
  static constexpr std::uint64_t kToDo = word_hash("to");
  constexpr Index kFarthest = 6;  // tokens
  if (other.last + 2 > me.first || other.last + kFarthest < me.first ||
      document_.tokens.tokens[other.last].hash != kToDo)
    return false;
  for (Index t = other.last + 1; t < me.first; ++t) {
    if (!document_.tokens.tokens[t].word() || kBreaks.contains(document_.tokens.tokens[t].hash))
      return false;
  }
  Index start = other.first;
  const std::vector<Token>& tokens = document_.tokens.tokens;
  if (start > 0 && kArticles.contains(tokens[start - 1].hash)) --start;
  return start > 0 && kAsks.contains(tokens[start - 1].hash);
}

// "its [neighbours]", "its [people]": what no body has beside a state.
bool PronounCandidates::of_land() const {
  static constexpr auto kTheirs = word_set({"neighbour", "neighbours", "neighbor", "neighbors", "population", "people", "coast", "capital",
                                           "border", "borders", "voters"});
  const std::vector<Token>& tokens = document_.tokens.tokens;
  const Index at = document_.mentions[mention_].last;
  return possessive_ && at < tokens.size() && kTheirs.contains(tokens[at].hash);
}

// "its [defence minister]", "its [embassy]": what states have.
bool PronounCandidates::of_states() const {
  if (!possessive_) return false;
  static constexpr auto kTheirs = word_set({"minister", "ministers", "embassy", "embassies", "consulate", "consulates", "sovereignty", "nationals", "ambassador",
                                           "ambassadors", "airspace", "territory", "cabinet", "armed", "navy", "army", "parliament"});
  static constexpr auto kBefore = word_set({"defence", "defense", "foreign", "prime", "interior", "finance", "economy", "oil", "energy", "trade", "justice", "deputy",
                                           "own", "northern", "southern", "eastern", "western", "territorial"});
  const std::vector<Token>& tokens = document_.tokens.tokens;
  Index at = document_.mentions[mention_].last;
  while (at < tokens.size() && kBefore.contains(tokens[at].hash)) ++at;
  return at < tokens.size() && kTheirs.contains(tokens[at].hash);
}

// "its [leader]", "its [members]": what parties and armed groups have, while a state's are called otherwise.
bool PronounCandidates::of_followers() const {
  static constexpr auto kTheirs = word_set({"leader", "leaders", "members", "supporters", "candidate", "candidates", "chairman", "founder", "founders", "fighters",
                                           "gunmen", "militants", "followers", "activists", "commanders", "cadres", "chairwoman", "combatants"});
  const std::vector<Token>& tokens = document_.tokens.tokens;
  const Index at = document_.mentions[mention_].last;
  return possessive_ && at < tokens.size() && kTheirs.contains(tokens[at].hash);
}

// "its [fighters]"
bool PronounCandidates::of_fighters() const {
  static constexpr auto kTheirs = word_set({"fighters", "gunmen", "militants", "cadres", "combatants"});
  const std::vector<Token>& tokens = document_.tokens.tokens;
  const Index at = document_.mentions[mention_].last;
  return at < tokens.size() && kTheirs.contains(tokens[at].hash);
}

bool PronounCandidates::of_fighters_or_party(std::size_t i) const {
  static constexpr auto kParties =
      word_set({"party", "opposition", "movement", "alliance", "coalition", "militia", "faction",
                "bloc", "group", "organisation", "organization"});
  const MentionType type = document_.entities[candidates_[i].entity].type;
  if (type == MentionType::kArmedGroup || type == MentionType::kOrganisation) return true;
  const Mention& m = document_.mentions[last_[i]];
  return type == MentionType::kGroup && !m.plural && kParties.contains(document_.tokens.tokens[m.last - 1].hash);
}

// "[Uganda's main party] ... its leader", "the party in [Ghana] marched. Its members": of the party, which the state only places.
// What a state or capital yields to, or count_.
std::size_t PronounCandidates::group_before(std::size_t i) const {
  using Cue = PronounCue;
  if (!followers_ || (candidates_[i].cues & (bit(Cue::kState) | bit(Cue::kSeat))) == 0) return count_;
  const Mention& m = document_.mentions[last_[i]];
  for (std::size_t j = 0; j < count_; ++j) {
    const Mention& group = document_.mentions[last_[j]];
    if (j == i || group.sentence < m.sentence || !of_fighters_or_party(j)) continue;
    if (group.first <= m.first && m.last <= group.last) return j;
    const bool subject = (candidates_[j].cues & (bit(Cue::kGoverned) | bit(Cue::kPossessor))) == 0;
    if (subject && (opening_ || (candidates_[i].cues & bit(Cue::kGoverned)) != 0)) return j;
  }
  return count_;
}

// A state and its capital, which may stand for it.
bool PronounCandidates::of_one_state(Index a, Index b) const {
  if (a == kNone || b == kNone) return false;
  const auto code = [this](Index e) {
    const Entity& entity = document_.entities[e];
    return entity.type == MentionType::kState ? std::string_view(entity.id)
           : entity.type == MentionType::kCity || entity.type == MentionType::kGroup ? std::string_view(entity.state) : std::string_view();
  };
  return !code(a).empty() && code(a) == code(b);
}

// "denied [U.S.] claims that it": who claims so speaks of another.
bool PronounCandidates::claims(const Mention& other) const {
  static constexpr auto kClaims = word_set({"claim", "claims", "allegation", "allegations", "charge", "charges", "accusation", "accusations", "assertion",
                                           "assertions", "suggestion", "suggestions", "complaint", "complaints", "insinuation", "warning", "warnings"});
  static constexpr std::uint64_t kThat = word_hash("that");
  const Mention& me = document_.mentions[mention_];
  const std::vector<Token>& tokens = document_.tokens.tokens;
  // "rejected a demand by [the United States] that it": who demands something wants it of another
  static constexpr auto kWants =
      word_set({"demand", "demands", "request", "requests", "call", "calls", "appeal", "appeals", "order", "plea", "insistence",
                "allegation", "allegations", "accusation", "accusations", "charge", "charges", "claim", "claims"});
  static constexpr auto kBy = word_set({"by", "from"});
  static constexpr std::uint64_t kThe = word_hash("the");
  if (me.first > 4 && tokens[me.first - 1].hash == kThat && other.last == me.first - 1 && other.first > 2) {
    const Index by = other.first - (tokens[other.first - 1].hash == kThe ? 2 : 1);
    if (kBy.contains(tokens[by].hash) && by > 0 && kWants.contains(tokens[by - 1].hash)) return true;
  }
  // "[Togo]'s demand that it leave"
  if (me.first < 3 || tokens[me.first - 1].hash != kThat) return false;
  if (!kClaims.contains(tokens[me.first - 2].hash) && !kWants.contains(tokens[me.first - 2].hash)) return false;
  return other.last <= me.first - 2 && other.last + 2 >= me.first - 2;
}

// "met [the general], who said he"
bool PronounCandidates::who_says(const Mention& m) const {
  static constexpr std::uint64_t kWho = word_hash("who"), kComma = word_hash(",");
  const std::vector<Token>& tokens = document_.tokens.tokens;
  if (reported_ == 0 || tokens[reported_ - 1].hash != kWho) return false;
  return m.last + 1 == reported_ || (m.last + 2 == reported_ && tokens[m.last].hash == kComma);
}

// "[Rwanda's army chief] flew to Oslo, where he": one person whom nobody names.
bool PronounCandidates::somebody(const Mention& other, const Entity& entity) const {
  return entity.type == MentionType::kGroup && !entity.plural && !other.plural && other.form == MentionForm::kNominal &&
         (other.type == MentionType::kPerson || (other.type == MentionType::kGroup && other.gender != 'n'));
}

bool PronounCandidates::agrees(const Mention& other, const Entity& entity) const {
  const Mention& me = document_.mentions[mention_];
  if (!entity.members.empty()) return false;
  if (me.gender == 'm' || me.gender == 'f') {
    if (other.form == MentionForm::kPronominal && other.gender != me.gender) return false;
    if (entity.type == MentionType::kPerson) return entity.gender == '-' || entity.gender == me.gender;
    return somebody(other, entity) && (other.gender == '-' || other.gender == me.gender);
  }
  if (other.form == MentionForm::kPronominal) return other.gender == 'n' && !other.plural;
  if (other.type == MentionType::kState) return true;
  if (other.type == MentionType::kCity) return is_seat(gazetteer_, other);
  if (other.gender == 'n') return true;
  // "Rapid Support Forces" are many, the RSF is one.
  if (is_a(entity.type, MentionType::kOrganisation)) {
    const std::string_view name = document_.slice(other);
    return (followers_ && entity.type == MentionType::kArmedGroup) || !(entity.plural && !name.empty() && (name.back() == 's' || name.back() == 'S'));
  }
  // "The coalition ... it"
  if (other.type == MentionType::kGroup && !other.plural && kCollectives.contains(document_.tokens.tokens[other.last - 1].hash)) return true;
  return other.form == MentionForm::kNominal && is_a(other.type, MentionType::kOrganisation);
}

// "Kenya, which borders [Somalia], said it": of whom only a relative clause speaks that is over, while whom it tells of is there.
bool PronounCandidates::in_insertion(Index mention) const {
  const Mention &m = document_.mentions[mention], &me = document_.mentions[mention_];
  const Index comma = comma_of_relative(document_, m);
  if (comma == kNone) return false;
  const std::vector<Token>& tokens = document_.tokens.tokens;
  bool over = false;
  const Index end = m.sentence == me.sentence ? me.first : document_.sentences()[m.sentence].last;
  for (Index t = m.last; t < end && !over; ++t) over = tokens[t].hash == word_hash(",");
  if (!over) return false;
  for (Index i = mention; i-- > 0 && document_.mentions[i].sentence == m.sentence;) {
    const Mention& of = document_.mentions[i];
    if (of.last == comma) return of.entity != kNone && of.entity != m.entity && agrees(of, document_.entities[of.entity]);
  }
  return false;
}

PronounCandidates::Candidate* PronounCandidates::known(Index entity) {
  for (std::size_t i = 0; i < count_; ++i) {
    if (candidates_[i].entity == entity) return &candidates_[i];
  }
  return nullptr;
}

void PronounCandidates::add(Index mention) {
  const Mention& m = document_.mentions[mention];
  if (Candidate* c = known(m.entity)) {
    ++c->mentions;
    // "[Taylor] handed it to his deputy, Blah. He": whom the sentence began with, though a pronoun means him since
    const Mention& since = document_.mentions[last_[std::size_t(c - candidates_.data())]];
    const bool first = mention == 0 || document_.mentions[mention - 1].sentence != m.sentence;
    if (opening_ && first && m.form == MentionForm::kNamed && since.form == MentionForm::kPronominal && since.sentence == m.sentence) {
      c->cues |= bit(PronounCue::kFirst) | bit(PronounCue::kOpeningFirst);
    }
    return;
  }
  if (count_ == kMost) return;
  using Cue = PronounCue;
  const std::vector<Token>& tokens = document_.tokens.tokens;
  const Mention& me = document_.mentions[mention_];
  const Entity& entity = document_.entities[m.entity];
  Candidate& c = candidates_[count_];
  last_[count_] = mention;
  c = {m.entity, 0, 1};
  std::uint64_t& cues = c.cues;
  const Index back = me.sentence - m.sentence;
  constexpr Cue kDistance[] = {Cue::kSameSentence, Cue::kSentenceBefore, Cue::kTwoBefore, Cue::kFar};
  cues |= bit(kDistance[back]);
  const bool nearest = count_ == 0;
  ++count_;
  Index before = m.first;   // the token before it and its article
  if (before > 0 && kArticles.contains(tokens[before - 1].hash)) --before;
  // "handed it to his deputy, [Moses Blah]": as what it names
  static constexpr std::uint64_t kComma = word_hash(",");
  if (mention > 0 && m.form == MentionForm::kNamed && entity.type == MentionType::kPerson && before > 0 && tokens[before - 1].hash == kComma) {
    for (Index k = mention; k-- > 0 && k + 4 > mention;) {
      const Mention& role = document_.mentions[k];
      if (role.sentence != m.sentence || role.last > before - 1) continue;
      if (role.last != before - 1 || role.form != MentionForm::kNominal || role.entity != m.entity) break;
      before = role.first;
      if (before > 0 && kArticles.contains(tokens[before - 1].hash)) --before;
      break;
    }
  }
  const Sentence& sentence = document_.sentences()[m.sentence];
  const bool first = mention == 0 || document_.mentions[mention - 1].sentence != m.sentence;
  if (before > sentence.first && kPrepositions.contains(tokens[before - 1].hash)) cues |= bit(Cue::kGoverned);
  if (m.last > m.first && tokens[m.last - 1].has(kPossessive)) cues |= bit(Cue::kPossessor);
  if (m.last < tokens.size() && tokens[m.last].has(kPossessive)) cues |= bit(Cue::kPossessor);
  if (nearest) cues |= bit(Cue::kNearest);
  if (first) cues |= bit(Cue::kFirst);
  if (entity.gender != '-' && entity.gender == me.gender) cues |= bit(Cue::kGenderKnown);
  if (m.form == MentionForm::kNominal) cues |= bit(Cue::kNominal);
  if (m.form == MentionForm::kPronominal) cues |= bit(Cue::kByPronoun);
  if (sentence.title) cues |= bit(Cue::kInTitle);
  if (quote_ != kNone) {
    if (m.first > quote_) cues |= bit(Cue::kInsideQuotation);
    else if (quote_ - m.first < 14) cues |= bit(Cue::kOutsideQuotation);
  }
  // "[Washington] expelled the envoy": a capital that acts is its state
  const bool acts = opening_ && first && entity.type == MentionType::kCity &&
                    (cues & (bit(Cue::kGoverned) | bit(Cue::kPossessor))) == 0 && m.first <= sentence.first + 1;
  if (entity.type == MentionType::kState || acts) cues |= bit(Cue::kState);
  else if (entity.type == MentionType::kCity) cues |= bit(Cue::kSeat);
  else if (is_a(entity.type, MentionType::kOrganisation)) cues |= bit(Cue::kOrganisation);
  if (back == 0) {
    Index t = m.last;
    while (t < me.first && !kBreaks.contains(tokens[t].hash)) ++t;
    if (t >= me.first) cues |= bit(Cue::kSameClause);
  }
  if (m.last + 1 < tokens.size()) {
    static constexpr std::uint64_t kAnd = word_hash("and");
    const bool joined = tokens[m.last].hash == kAnd || (before > 0 && tokens[before - 1].hash == kAnd);
    if (joined) cues |= bit(Cue::kListed);
  }
  if (possessive_) {
    if (nearest) cues |= bit(Cue::kPossessiveNearest);
    if (back == 0) cues |= bit(Cue::kPossessiveSame);
    if (first) cues |= bit(Cue::kPossessiveFirst);
  }
  if (object_) {
    if (nearest) cues |= bit(Cue::kObjectNearest);
    if (back == 0) cues |= bit(Cue::kObjectSame);
    if (first) cues |= bit(Cue::kObjectFirst);
  }
  if (opening_ && first) cues |= bit(Cue::kOpeningFirst);
}

// What depends on the others.
void PronounCandidates::finish() {
  using Cue = PronounCue;
  const Mention& me = document_.mentions[mention_];
  // "Chad said it would fire while [Mali] said that it": who says so is named beside it.
  for (std::size_t i = 0; i < count_ && reported_ != kNone; ++i) {
    const Mention& m = document_.mentions[last_[i]];
    const bool inner = last_[i] > 0 && document_.mentions[last_[i] - 1].last > m.first;
    if ((m.last == reported_ || m.last == inserted_) && m.sentence == me.sentence &&
        (candidates_[i].cues & bit(Cue::kGoverned)) == 0 && !inner) {
      beside_ = candidates_[i].entity;
    }
  }
  for (std::size_t i = 0; i < count_; ++i) {
    Candidate& c = candidates_[i];
    const Mention& m = document_.mentions[last_[i]];
    bool earliest = true;
    for (std::size_t j = i + 1; j < count_ && earliest; ++j) {
      earliest = document_.mentions[last_[j]].sentence != m.sentence;
    }
    if (earliest) c.cues |= bit(Cue::kEarliest) | (opening_ ? bit(Cue::kOpeningEarliest) : 0);
    if (m.sentence == me.sentence && reported_ != kNone) {
      // "[X] said he"; "[X], the minister, called it a threat and said that he": who speaks has come first.
      const bool subject = earliest && (c.cues & (bit(Cue::kGoverned) | bit(Cue::kPossessor))) == 0;
      // "the mission in [Mali] said its": a place is not who says so
      const bool last = (m.last == reported_ || m.last == inserted_) &&
                        !((c.cues & bit(Cue::kGoverned)) != 0 && count_ > 1);
      if (subject || last || who_says(m)) c.cues |= bit(Cue::kSays);
    }
    if (c.mentions >= 2) c.cues |= bit(Cue::kTwice);
    if (c.mentions >= 4) c.cues |= bit(Cue::kOften);
    if (c.entity == continued_) c.cues |= bit(Cue::kContinued);
  }
}

// "Togo left [the bloc]. On Tuesday it attacked": a body that nobody names, behind a state that does something to it.
bool PronounCandidates::yields_to_subject(std::size_t i) const {
  using Cue = PronounCue;
  const Mention& m = document_.mentions[last_[i]];
  // "Togo expelled [Chad]'s envoy. It"
  const bool owner = opening_ && !object_ && (candidates_[i].cues & bit(Cue::kPossessor)) != 0;
  if (possessive_ || (!owner && (m.form != MentionForm::kNominal || document_.entities[candidates_[i].entity].type != MentionType::kGroup))) return false;
  for (std::size_t j = i + 1; j < count_; ++j) {
    const Mention& other = document_.mentions[last_[j]];
    if (other.sentence != m.sentence) break;
    const bool subject = (candidates_[j].cues & bit(Cue::kFirst)) != 0 && (candidates_[j].cues & (bit(Cue::kGoverned) | bit(Cue::kPossessor))) == 0;
    if (subject && other.form == MentionForm::kNamed && document_.entities[candidates_[j].entity].type == MentionType::kState) return true;
  }
  return false;
}

// "The party in [Senegal] lost. It accused": where the first of a sentence is, if that is one that fits.
bool PronounCandidates::places_subject(std::size_t i) const {
  static constexpr std::uint64_t kIn = word_hash("in");
  const Mention& m = document_.mentions[last_[i]];
  if (possessive_ || m.first < 2 || document_.tokens.tokens[m.first - 1].hash != kIn) return false;
  for (std::size_t j = i + 1; j < count_; ++j) {
    const Mention& other = document_.mentions[last_[j]];
    if (other.sentence != m.sentence) return false;
    if (other.last + 1 == m.first) return (candidates_[j].cues & bit(PronounCue::kFirst)) != 0 && of_fighters_or_party(j);
  }
  return false;
}

Index PronounCandidates::best() const {
  const Mention& me = document_.mentions[mention_];
  const bool thing = me.gender == 'n' || me.gender == '-';
  if (unknown_ && thing) return kNone;
  // "said his soldiers would hunt [its] fighters": those of the armed group
  if (thing && followers_ && of_fighters()) {
    for (std::size_t i = 0; i < count_; ++i) {
      if (document_.entities[candidates_[i].entity].type == MentionType::kArmedGroup) return candidates_[i].entity;
    }
  }
  if (beside_ != kNone && thing) return beside_;
  if (thing && of_members()) {
    for (std::size_t i = 0; i < count_; ++i) {
      if (document_.entities[candidates_[i].entity].type == MentionType::kInternationalOrg) return candidates_[i].entity;
    }
  }
  const bool land = thing && of_land() && std::any_of(candidates_.begin(), candidates_.begin() + std::ptrdiff_t(count_), [](const Candidate& c) {
                      return (c.cues & bit(PronounCue::kState)) != 0 && (c.cues & (bit(PronounCue::kTwoBefore) | bit(PronounCue::kFar))) == 0;
                    });
  const Weights& weights = thing ? kThing : kPerson;
  Index best = kNone;
  int heaviest = weights.least;
  for (std::size_t i = 0; i < count_; ++i) {
    const Candidate& c = candidates_[i];
    if (yields_to_subject(i) || places_subject(i)) continue;
    if (land && (c.cues & bit(PronounCue::kOrganisation)) != 0) continue;   // "the bloc suspended [Mali]. Its neighbours"
    int weight = 0;
    for (std::uint64_t cues = c.cues; cues != 0; cues &= cues - 1) weight += weights.of[std::size_t(__builtin_ctzll(cues))];
    if (weight <= heaviest) continue;
    heaviest = weight;
    const std::size_t group = group_before(i);
    best = candidates_[group == count_ ? i : group].entity;
  }
  return best;
}

}  // namespace dragoman
