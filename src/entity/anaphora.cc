// Part of dragoman; see LICENSE.
//
// Each kind of description is a filter over the history; the word lists below say which
// kind a head noun asks for.  A description without anything that fits stays unlinked:
// a wrong actor is worse than none.

#include "entity/anaphora.h"

#include <algorithm>
#include <array>

#include "mention/gazetteer_data.h"
#include "token/word_set.h"

namespace dragoman {
namespace {

const HashSet& state_words() {
  static const HashSet kSet = word_set({"country", "nation", "state", "kingdom", "republic",
                                        "government", "regime", "neighbour", "neighbor", "island"});
  return kSet;
}
// Pairs of whatever kind, and of states only.
const HashSet& side_pair_words() {
  static const HashSet kSet = word_set({"sides", "allies", "rivals"});
  return kSet;
}
const HashSet& country_pair_words() {
  static const HashSet kSet = word_set({"countries", "nations", "states", "neighbours", "neighbors", "governments", "powers"});
  return kSet;
}
const HashSet& person_pair_words() {
  static const HashSet kSet = word_set({"leaders", "presidents", "ministers", "men", "pair",
                                        "diplomats", "officials", "women"});
  return kSet;
}
const HashSet& leader_words() {
  static const HashSet kSet = word_set({"leaders", "presidents"});
  return kSet;
}
const HashSet& clause_openers() {
  static const HashSet kSet = word_set(
      {"that", "and", "but", "or", "as", "when", "while", "after", "before", "because", "since", "if", "until",
       "whether", "how", "where", "why", "although", "though", "said", "says", "so", "once", "unless"});
  return kSet;
}
const HashSet& body_words() {
  static const HashSet kSet = word_set(
      {"agency", "alliance", "organisation", "organization", "bloc", "body", "ministry", "council",
       "court", "party", "movement", "militia", "company", "firm", "newspaper", "broadcaster",
       "commission", "committee", "parliament", "bank", "institute", "union", "fund", "group"});
  return kSet;
}
// What an armed group is called: "the movement", "the Palestinian group".
const HashSet& armed_words() {
  static const HashSet kSet = word_set({"group", "movement", "militia", "organisation", "organization", "faction"});
  return kSet;
}
const HashSet& spot_words() {
  static const HashSet kSet = word_set({"city", "town", "port", "village", "region", "province", "peninsula", "enclave", "territory"});
  return kSet;
}
bool is_spot(MentionType type, std::uint64_t noun) {
  static const HashSet kTowns = word_set({"city", "town", "port", "village"});
  return kTowns.contains(noun) ? type == MentionType::kCity : type == MentionType::kPlace;
}
const HashSet& articles() {
  static const HashSet kSet = word_set({"the", "that", "those", "these", "this"});
  return kSet;
}
const HashSet& object_pronouns() {
  static const HashSet kSet = word_set({"him", "them"});
  return kSet;
}
const HashSet& possessives() {
  static const HashSet kSet = word_set({"its", "his", "her", "their", "whose"});
  return kSet;
}
const HashSet& copulas() {
  static const HashSet kSet = word_set({"is", "was", "became", "becomes", "remains", "remained"});
  return kSet;
}
const HashSet& pair_cues() {
  static const HashSet kSet = word_set({"two", "both", "pair"});
  return kSet;
}

bool is_state_like(const Mention& m) {
  return m.type == MentionType::kState && m.form != MentionForm::kPronominal;
}

}  // namespace

std::uint64_t Anaphora::head(const Mention& m) const {
  return document_.tokens.tokens[m.last - 1].hash;
}

bool Anaphora::definite(const Mention& m) const {
  const std::vector<Token>& tokens = document_.tokens.tokens;
  return articles().contains(tokens[m.first].hash) ||
         (m.first > 0 && articles().contains(tokens[m.first - 1].hash));
}

void Anaphora::resolve(Index mention, const History& history) {
  const Mention& m = document_.mentions[mention];
  if (m.form == MentionForm::kPronominal) return pronoun(mention, history);
  const std::uint64_t noun = head(m);
  const std::vector<Token>& tokens = document_.tokens.tokens;
  const HashSet& cues = pair_cues();
  bool two = false;
  for (Index i = m.first > 0 ? m.first - 1 : m.first; i < m.last; ++i) {
    two = two || cues.contains(tokens[i].hash);
  }
  if (two && (side_pair_words().contains(noun) || country_pair_words().contains(noun) || person_pair_words().contains(noun))) {
    return pair(mention, history);
  }
  if (m.type == MentionType::kGroup) return group(mention, history);
  if (m.type == MentionType::kPerson) return office_holder(mention, history);
  kind_of_thing(mention, history);
}

// Whom an object pronoun cannot mean: the mention before it; in "telephoned Sharon to thank him"
// the one before that, who does both.
Index Anaphora::own_subject(Index mention) const {
  static const std::uint64_t kTo = fold_hash("to");
  const Mention& m = document_.mentions[mention];
  if (mention == 0 || document_.mentions[mention - 1].sentence != m.sentence) return kNone;
  const Mention& before = document_.mentions[mention - 1];
  const std::vector<Token>& tokens = document_.tokens.tokens;
  // "to" and one word
  const bool infinitive = m.first >= before.last + 2 && tokens[m.first - 2].hash == kTo;
  if (!infinitive) return before.entity;
  if (m.first > before.last + 3) return before.entity;   // a phrase stands between
  for (Index i = mention - 1; i-- > 0;) {
    const Mention& other = document_.mentions[i];
    if (other.sentence != m.sentence) break;
    if (other.entity != kNone && other.entity != before.entity) return other.entity;
  }
  return kNone;
}

void Anaphora::pronoun(Index mention, const History& history) {
  const Mention& m = document_.mentions[mention];
  // "She thanked him": an object is not the subject of its own clause (principle B).
  const Index subject = object_pronouns().contains(head(m)) ? own_subject(mention) : kNone;
  const auto agrees = [this, &m, subject](const Mention& other, const Entity& entity) {
    // "They said so ... They did it": a plural goes on through another.
    if (other.form == MentionForm::kPronominal && !(m.plural && other.plural && m.sentence != other.sentence)) return false;
    if (subject != kNone && other.entity == subject) return false;
    if (m.gender == 'm' || m.gender == 'f') {
      return entity.type == MentionType::kPerson &&
             (entity.gender == '-' || entity.gender == m.gender);
    }
    if (m.plural) {
      return (other.plural && (other.type == MentionType::kGroup ||
                               other.type == MentionType::kNationality)) ||
             !entity.members.empty();
    }
    return is_state_like(other) || is_seat(other) ||
           (is_a(entity.type, MentionType::kOrganisation) && !entity.plural);
  };
  // A possessive belongs to what its own clause speaks of, which is the nearest before it.
  // At the head of a clause there is nothing before it.
  Index entity = !behind_semicolon(document_, m.first) && possessives().contains(head(m)) ? history.find(m.sentence, 0, false, agrees) : kNone;
  if (entity == kNone) entity = history.find(m.sentence, m.plural ? 1 : 2, true, agrees);
  if (entity == kNone) return;
  // "Pyongyang ... its army": a capital that acts is its state.
  const Entity& meant = document_.entities[entity];
  if (meant.type == MentionType::kCity) {
    entity = table_.of_record(gazetteer_.facts(meant.record).actor);
  }
  table_.attach(mention, entity, Why::kPronounRecency);
}

bool Anaphora::is_seat(const Mention& m) const {
  return m.type == MentionType::kCity && m.record != kNone &&
         gazetteer_.impl().extra(m.record).actor != kNone;
}

// "U.S. officials" and a later "the officials" or "U.S. officials" are one group; bare
// "officials" are whoever they are in this document.
void Anaphora::group(Index mention, const History& history) {
  const Mention& m = document_.mentions[mention];
  const std::uint64_t noun = head(m);
  if (m.state == kNone && definite(m)) {
    const Index known = history.find(m.sentence, 5, false, [&](const Mention& other, const Entity&) {
      return other.type == MentionType::kGroup && other.form == MentionForm::kNominal &&
             head(other) == noun;
    });
    if (known != kNone) return table_.attach(mention, known, Why::kNominalRecency);
  }
  std::uint64_t key = noun ^ (std::uint64_t(m.state) * 0x9E3779B97F4A7C15ull);
  if (m.state == kNone) {
    key = name_key(document_, m);
  }
  const Index entity = table_.of_key(key, MentionType::kGroup);
  Entity& made = document_.entities[entity];
  made.plural = made.plural || m.plural;
  if (m.state != kNone) made.state = gazetteer_.impl().id(m.state);
  table_.attach(mention, entity, Why::kSameName);
}

// Does the phrase begin a clause, as a subject does: "said that [both leaders] agreed"?
bool Anaphora::begins_clause(const Mention& m) const {
  const std::vector<Token>& tokens = document_.tokens.tokens;
  Index first = m.first;
  if (first > 0 && (articles().contains(tokens[first - 1].hash) || pair_cues().contains(tokens[first - 1].hash))) --first;
  if (first == document_.sentences()[m.sentence].first) return true;
  const Token& before = tokens[first - 1];
  return !before.word() || clause_openers().contains(before.hash);
}

// Two of this sentence; two that were named side by side; or those most in mind.  "Kenya mediated
// between [the two neighbours]": whoever acts alone on a pair is not of it.
template <typename Fits>
std::vector<Index> Anaphora::two_in_mind(const Mention& m, const History& history, const Fits& fits) const {
  constexpr Index kNear = 4, kFar = 12;   // sentences
  std::vector<Index> found = history.last_two(m.sentence, 0, fits);
  if (found.size() < 2) found = history.last_joined(m.sentence, kNear, fits);
  if (found.size() == 2) return found;
  const bool subject = begins_clause(m);
  return history.most_salient(m.sentence, kFar, [&](const Mention& other, const Entity& entity) {
    return (subject || other.sentence != m.sentence) && fits(other, entity);
  });
}

// "the two countries", "both leaders": an entity with two members.
void Anaphora::pair(Index mention, const History& history) {
  const Mention& m = document_.mentions[mention];
  const std::uint64_t noun = head(m);
  const bool persons = person_pair_words().contains(noun);
  const auto state = [](const Mention& other, const Entity&) {
    return is_state_like(other) || other.type == MentionType::kNationality;
  };
  const auto person = [](const Mention&, const Entity& entity) { return entity.type == MentionType::kPerson; };
  const auto leader = [this](const Mention& other, const Entity& entity) {
    return entity.type == MentionType::kPerson && offices_.leads(other, entity.record);
  };
  std::vector<Index> members;
  // "both leaders" are no spokesmen, if the text speaks of leaders.
  if (leader_words().contains(noun)) members = two_in_mind(m, history, leader);
  // "both sides": of whatever kind, if they were joined by "and" just now.
  const auto side = [&](const Mention& other, const Entity& entity) {
    return state(other, entity) || entity.type == MentionType::kPerson || entity.type == MentionType::kGroup ||
           is_a(entity.type, MentionType::kOrganisation);
  };
  if (side_pair_words().contains(noun)) members = history.last_joined(m.sentence, 2, side);
  if (members.size() < 2) members = persons ? two_in_mind(m, history, person) : two_in_mind(m, history, state);
  // "the two rivals" may be persons.
  if (members.size() < 2 && !persons) members = two_in_mind(m, history, person);
  if (members.size() < 2) return;
  std::sort(members.begin(), members.end());
  const std::uint64_t key = (std::uint64_t(members[0]) << 32 | members[1]) * 0x9E3779B97F4A7C15ull;
  const Index entity = table_.of_key(key, MentionType::kGroup);
  Entity& made = document_.entities[entity];
  made.members = members;
  made.plural = true;
  table_.attach(mention, entity, Why::kNominalRecency);
}

// "Hugh Todd, [its foreign minister]," and "[the foreign minister], Hugh Todd,": the mention of
// the person named beside a description.
Index Anaphora::person_beside(Index mention) const {
  static const std::uint64_t kComma = fold_hash(",");
  const Mention& m = document_.mentions[mention];
  const std::vector<Token>& tokens = document_.tokens.tokens;
  const auto named = [](const Mention& other) {
    return other.type == MentionType::kPerson && other.form == MentionForm::kNamed;
  };
  if (m.last < tokens.size() && tokens[m.last].hash == kComma) {
    for (Index i = mention + 1; i < document_.mentions.size(); ++i) {
      const Mention& other = document_.mentions[i];
      if (other.first > m.last + 1) break;
      if (other.first == m.last + 1 && named(other)) return i;
    }
  }
  // "[Zeine] is [its prime minister]"
  if (m.first > 1 && copulas().contains(tokens[m.first - 1].hash) && mention > 0) {
    const Mention& subject = document_.mentions[mention - 1];
    if (subject.last + 1 == m.first && named(subject)) return mention - 1;
  }
  if (m.first > 1 && tokens[m.first - 1].hash == kComma) {
    for (Index i = mention; i-- > 0;) {
      const Mention& other = document_.mentions[i];
      if (other.sentence != m.sentence || other.last + 6 < m.first) break;
      if (other.last == m.first - 1 && named(other)) return i;
    }
  }
  return kNone;
}

// "the Russian defence minister": who holds that office at the date; "the minister": the last
// person who was called minister, else nobody.
void Anaphora::office_holder(Index mention, const History& history) {
  const Mention& m = document_.mentions[mention];
  const Index beside = person_beside(mention);
  const OfficeHolders::Description office = offices_.read(mention, history);
  // "[Its foreign minister], Hugh Todd": whose, for the relation stage.
  if (m.state == kNone) document_.mentions[mention].state = office.state;
  if (beside != kNone) {
    const Index person = document_.mentions[beside].entity;
    if (person != kNone) table_.attach(mention, person, Why::kNominalRecency);
    return;
  }
  if (office.other_time) return;
  if (const Index record = offices_.holder(office); record != kNone) {
    return table_.attach(mention, table_.of_record(record), Why::kOfficeAtDate);
  }
  if (!definite(m)) return;
  const std::string_view state = office.state == kNone ? std::string_view() : gazetteer_.impl().id(office.state);
  const std::uint64_t noun = head(m);
  const std::vector<Token>& tokens = document_.tokens.tokens;
  const Index entity = history.find(m.sentence, 6, false, [&](const Mention& other, const Entity& e) {
    if (e.type != MentionType::kPerson || other.form != MentionForm::kNamed) return false;
    if (!state.empty() && !e.state.empty() && e.state != state) return false;
    // "Minister Shoigu"; or "Shoigu, the Russian defence minister,"
    if (other.first > 0 && tokens[other.first - 1].hash == noun) return true;
    for (Index i = other.last; i < tokens.size() && i < other.last + 8; ++i) {
      if (tokens[i].hash == noun) return true;
    }
    return false;
  });
  if (entity != kNone) table_.attach(mention, entity, Why::kNominalRecency);
}

// "the country", "the agency": the last thing of that kind.
void Anaphora::kind_of_thing(Index mention, const History& history) {
  const Mention& m = document_.mentions[mention];
  if (!definite(m)) return;
  const std::uint64_t noun = head(m);
  const std::vector<Token>& tokens = document_.tokens.tokens;
  const bool state = state_words().contains(noun);
  const bool spot = m.type == MentionType::kPlace && spot_words().contains(noun);
  if (!state && !spot && !body_words().contains(noun)) return;
  const bool armed = armed_words().contains(noun);
  const Index entity = history.find(m.sentence, 2, state || armed, [&](const Mention& other, const Entity& e) {
    if (spot) return other.form == MentionForm::kNamed && is_spot(e.type, noun);
    if (state) return is_state_like(other);
    if (armed && e.type == MentionType::kArmedGroup && other.form == MentionForm::kNamed) return true;
    if (!is_a(e.type, MentionType::kOrganisation) || other.form != MentionForm::kNamed) return false;
    return tokens[other.last - 1].hash == noun || e.type == MentionType::kCompany ||
           e.type == MentionType::kInternationalOrg || e.type == MentionType::kMedia;
  });
  if (entity != kNone) table_.attach(mention, entity, Why::kNominalRecency);
}

}  // namespace dragoman
