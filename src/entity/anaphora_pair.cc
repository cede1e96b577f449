// Part of dragoman; see LICENSE.
//
// Two and more who were named together: "both sides", "the two leaders", "the trio".

#include "entity/anaphora.h"

#include <algorithm>

#include "entity/anaphora_words.h"
#include "token/word_set.h"

namespace dragoman {
namespace {

const HashSet& leader_words() {
  static const HashSet kSet = word_set({"leaders", "presidents"});
  return kSet;
}

}  // namespace

// Two of this sentence; two that were named side by side; or those most in mind.  "Kenya mediated
// between [the two neighbours]": whoever acts alone on a pair is not of it.
template <typename Fits>
std::vector<Index> Anaphora::two_in_mind(const Mention& m, const History& history, const Fits& fits) const {
  constexpr Index kNear = 4, kFar = 12;   // sentences
  const bool subject = begins_clause(m);
  // "An envoy of [Chad] and [Rwanda]'s vice-president shuttled between the two capitals"
  const auto owner = [&](const Mention& other) {
    static const std::uint64_t kOf = fold_hash("of");
    const std::vector<Token>& tokens = document_.tokens.tokens;
    if (tokens[other.last].has(kPossessive)) return true;
    const Index of = start_of(other);
    if (of == 0 || tokens[of - 1].hash != kOf) return false;
    for (Index i = Index(&other - document_.mentions.data()); i-- > 0;) {
      const Mention& before = document_.mentions[i];
      if (before.last + 6 < of) break;
      if (before.last == of - 1 && before.type == MentionType::kPerson) return true;
    }
    return false;
  };
  std::vector<Index> found = history.last_two(m.sentence, 0, [&](const Mention& other, const Entity& entity) {
    return (subject || !owner(other)) && fits(other, entity);
  });
  if (found.size() < 2) {
    found = history.last_joined(m.sentence, kNear, [&](const Mention& other, const Entity& entity) {
      return (subject || other.sentence != m.sentence || !owner(other)) && fits(other, entity);
    });
  }
  if (found.size() == 2) return found;
  return history.most_salient(m.sentence, kFar, [&](const Mention& other, const Entity& entity) {
    return (subject || other.sentence != m.sentence) && fits(other, entity);
  });
}

// "[Egypt and Qatar] pressed both sides": who acts on the pair that a verb has for its object is not of it.
bool Anaphora::acts_on(const Mention& other, const Mention& m) const {
  static const HashSet kJoins = word_set({"and", ",", "the", "as", "well"});
  static const HashSet kNoVerbs = word_set({"on", "in", "by", "with", "for", "from", "to", "of", "between", "among", "at", "against", "about", "over",
                                            "and", "or", "as", "than", ",", "that", "into", "after", "before", "including"});
  if (other.sentence != m.sentence || begins_clause(m)) return false;
  const std::vector<Token>& tokens = document_.tokens.tokens;
  const Index before = start_of(m, true);
  if (before == 0 || kNoVerbs.contains(tokens[before - 1].hash)) return false;
  Index first = Index(&other - document_.mentions.data());
  const auto joined = [&](Index a, Index b) {
    if (document_.mentions[a].sentence != m.sentence) return false;
    for (Index t = document_.mentions[a].last; t < document_.mentions[b].first; ++t) {
      if (!kJoins.contains(tokens[t].hash)) return false;
    }
    return true;
  };
  while (first > 0 && joined(first - 1, first)) --first;
  return begins_clause(document_.mentions[first]) && same_clause(document_.mentions[first], m);
}

// "The army accused the guerrillas. Norway asked [both sides]": those who fight each other, an army or state and an armed group; none if only one
// of them has been spoken of.
std::vector<Index> Anaphora::army_and_rebels(const Mention& m, const History& history) const {
  constexpr Index kNear = 2;   // sentences
  static const HashSet kForces = word_set({"army", "military", "government", "forces", "troops", "soldiers", "police", "junta", "regime"});
  const Index rebels = history.find(m.sentence, kNear, true, [&](const Mention& other, const Entity& e) {
    return e.members.empty() && !acts_on(other, m) &&
           (other.type == MentionType::kArmedGroup || (other.type == MentionType::kGroup && other.plural && fighter_words().contains(head(other))));
  });
  if (rebels == kNone) return {};
  const Index army = history.find(m.sentence, kNear, true, [&](const Mention& other, const Entity& e) {
    return other.entity != rebels && other.form == MentionForm::kNominal && e.type == MentionType::kGroup && kForces.contains(head(other)) && !acts_on(other, m);
  });
  return army == kNone ? std::vector<Index>() : std::vector<Index>{army, rebels};
}

// "the two countries", "both leaders": an entity with two members.
void Anaphora::pair(Index mention, const History& history) {
  const Mention& m = document_.mentions[mention];
  const std::uint64_t noun = head(m);
  const bool persons = person_pair_words().contains(noun);
  const auto state = [this, &m](const Mention& other, const Entity& entity) {
    return (is_state_like(other) || other.type == MentionType::kNationality) && entity.members.empty() && !acts_on(other, m);
  };
  const auto person = [this, &m](const Mention& other, const Entity& entity) { return entity.type == MentionType::kPerson && !acts_on(other, m); };
  const auto leader = [this](const Mention& other, const Entity& entity) {
    return entity.type == MentionType::kPerson && offices_.leads(other, entity.record);
  };
  // "Israel freed him after [two agents] were caught. Jordan will hand back [the pair]": who was counted so, where no two are named.
  static const HashSet kCounted = word_set({"pair", "duo", "two"});
  static const std::uint64_t kTwo = fold_hash("two");
  if (kCounted.contains(noun) && history.last_joined(m.sentence, 1, person).size() < 2) {
    const std::vector<Token>& tokens = document_.tokens.tokens;
    const Index group = history.find(m.sentence, 1, false, [&](const Mention& other, const Entity&) {
      const Index start = start_of(other);
      return other.plural && other.type == MentionType::kGroup && other.sentence != m.sentence &&
             (tokens[other.first].hash == kTwo || tokens[start].hash == kTwo || (start > 0 && tokens[start - 1].hash == kTwo));
    });
    if (group != kNone) return table_.attach(mention, group, Why::kNominalRecency);
  }
  std::vector<Index> members;
  // "both leaders" are no spokesmen, if the text speaks of leaders.
  if (leader_words().contains(noun)) members = two_in_mind(m, history, leader);
  // "both sides": of whatever kind, if they were joined by "and" just now.
  const auto side = [&](const Mention& other, const Entity& entity) {
    return state(other, entity) || ((entity.type == MentionType::kPerson || entity.type == MentionType::kGroup ||
           is_a(entity.type, MentionType::kOrganisation)) && !acts_on(other, m));
  };
  // "Modi shook hands with Carney and [the two] agreed": whom the sentence has named
  static const HashSet kAlone = word_set({"two", "pair", "both", "duo"});
  if (kAlone.contains(noun)) {
    members = history.exactly(m.sentence, 0, 2, [&](const Mention& other, const Entity& entity) {
      return other.sentence == m.sentence && entity.type == MentionType::kPerson && other.form == MentionForm::kNamed && !acts_on(other, m);
    });
  }
  if (members.size() < 2 && side_pair_words().contains(noun)) members = history.last_joined(m.sentence, 2, side);
  if (members.size() < 2) members = persons ? two_in_mind(m, history, person) : two_in_mind(m, history, state);
  if (members.size() < 2 && !persons && side_pair_words().contains(noun)) members = army_and_rebels(m, history);
  // "Kiev and Moscow blamed it. The bloc told [both sides]"
  if (members.size() < 2 && !persons) {
    members = history.last_joined(
        m.sentence, 2, [this](const Mention& other, const Entity&) { return is_seat(gazetteer_, other) && begins_clause(other); });
    if (members.empty()) {
      members = history.last_joined(m.sentence, 2, [this](const Mention& other, const Entity&) { return is_seat(gazetteer_, other); });
    }
    for (Index& member : members) member = acting(member);
  }
  // "the two rivals" may be persons; "the two presidents" whom nobody named, their states.
  if (members.size() < 2 && !persons) members = two_in_mind(m, history, person);
  if (members.size() < 2 && leader_words().contains(noun)) members = two_in_mind(m, history, state);
  if (members.size() < 2) return;
  table_.attach(mention, pair_of(members), Why::kNominalRecency);
}

// "the three countries", "all four": the last list of so many.
void Anaphora::several(Index mention, const History& history, std::size_t count) {
  constexpr Index kNear = 3, kFar = 12;   // sentences
  const Mention& m = document_.mentions[mention];
  const std::uint64_t noun = head(m);
  const bool persons = person_pair_words().contains(noun), states = country_pair_words().contains(noun);
  const auto listed = [&](const Mention& other, const Entity& e) {
    const bool state = is_state_like(other), person = e.type == MentionType::kPerson;
    if (other.form == MentionForm::kPronominal || !e.members.empty()) return false;
    return persons ? person : state || (!states && (person || is_a(e.type, MentionType::kOrganisation)));
  };
  const auto named = [&](const Mention& other, const Entity&) {
    return other.sentence != m.sentence && is_state_like(other) && other.form == MentionForm::kNamed;
  };
  std::vector<Index> members = history.last_list(m.sentence, kNear, count, listed);
  // "China eased its loans; India and Japan had done so": whoever is named in the sentence before.
  if (members.empty() && !persons) members = history.exactly(m.sentence, 1, count, named);
  // "[the three countries]" of which the text began to speak
  if (members.empty() && states) members = history.exactly(m.sentence, kNear, count, named);
  if (members.empty() && states) members = history.last_list(m.sentence, kFar, count, listed);
  if (members.size() == count) table_.attach(mention, pair_of(members), Why::kNominalRecency);
}

// "[Peru and Chile] sent envoys to them", "Mali and Chad, which sell the generals arms, have shielded them": who does it is not who it is done to.
bool Anaphora::pair_acts(const std::vector<Index>& members, const Mention& m) const {
  static const HashSet kThem = word_set({"them"}), kMutual = word_set({"between", "among"});
  const std::vector<Token>& tokens = document_.tokens.tokens;
  if (!kThem.contains(head(m)) || kMutual.contains(tokens[m.first - 1].hash)) return false;
  const Mention *first = nullptr, *last = nullptr;
  for (Index i = Index(&m - document_.mentions.data()); i-- > 0 && document_.mentions[i].sentence == m.sentence;) {
    const Mention& other = document_.mentions[i];
    if (other.entity == members[0]) first = &other;
    if (other.entity == members[1]) last = &other;
  }
  return first != nullptr && last != nullptr && begins_clause(*first) && same_clause(*last, m);
}

// The last two of one kind that were joined by "and", or the last list of one kind; not with `subject` in it.
Index Anaphora::joined_pair(const Mention& m, const History& history, Index sentences, Index subject) {
  const auto kind = [](const Entity& e) {
    if (e.type == MentionType::kState) return 1;
    if (e.type == MentionType::kPerson) return 2;
    return e.type == MentionType::kGroup || is_a(e.type, MentionType::kOrganisation) ? 3 : 0;
  };
  const auto fits = [&](const Mention& other, const Entity& e) {
    if (other.sentence == m.sentence && other.last > m.first) return false;   // "rebels and [their commander]"
    return kind(e) != 0 && other.form != MentionForm::kPronominal && other.entity != subject && e.members.empty();
  };
  std::vector<Index> members = history.last_joined(m.sentence, sentences, fits);
  if (sentences == 0 && members.size() == 2 && pair_acts(members, m)) return kNone;
  if (members.empty()) {
    members = history.last_list(m.sentence, sentences, 0, fits);
    const auto same = [&](Index e) { return kind(document_.entities[e]) == kind(document_.entities[members[0]]); };
    if (!std::all_of(members.begin(), members.end(), same)) return kNone;
  }
  // A person is no party beside a state.
  if (members.size() < 2 || (kind(document_.entities[members[0]]) == 2) != (kind(document_.entities[members[1]]) == 2)) return kNone;
  return pair_of(members);
}

bool Anaphora::is_member(Index pair, Index entity) const {
  const std::vector<Index>& members = document_.entities[pair].members;
  return std::find(members.begin(), members.end(), entity) != members.end();
}

// The entity that has these members.
Index Anaphora::pair_of(std::vector<Index>& members) {
  std::sort(members.begin(), members.end());
  std::uint64_t key = 0;
  for (const Index member : members) key = (key << 32 ^ key >> 32 ^ member) * 0x9E3779B97F4A7C15ull;
  const Index entity = table_.of_key(key, MentionType::kGroup);
  Entity& made = document_.entities[entity];
  made.members = members;
  made.plural = true;
  return entity;
}

}  // namespace dragoman
