// Part of dragoman; see LICENSE.
//
// Two and more who were named together: "both sides", "the two leaders", "the trio".

#include "entity/anaphora.h"

#include <algorithm>

#include "entity/anaphora_words.h"
#include "token/word_set.h"

namespace dragoman {
namespace {

constexpr auto kLeaderWords = word_set({"leaders", "presidents"});

// Those whom a state has one of.
constexpr auto kStateServants = word_set({"leaders", "presidents", "ministers", "premiers", "monarchs", "envoys", "diplomats", "officials", "generals",
                                        "ambassadors", "chancellors", "kings", "negotiators"});

}  // namespace

// Two of this sentence; two that were named side by side; or those most in mind.  "Kenya mediated
// between [the two neighbours]": whoever acts alone on a pair is not of it.
template <typename Fits>
std::vector<Index> Anaphora::two_in_mind(const Mention& m, const History& history, const Fits& fits) const {
  constexpr Index kNear = 4, kFar = 12;   // sentences
  const bool subject = begins_clause(m);
  // "An envoy of [Chad] and [Rwanda]'s vice-president shuttled between the two capitals"
  const auto owner = [&](const Mention& other) {
    static constexpr std::uint64_t kOf = word_hash("of");
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
  static constexpr auto kJoins = word_set({"and", ",", "the", "as", "well"});
  static constexpr auto kNoVerbs = word_set({"on", "in", "by", "with", "for", "from", "to", "of", "between", "among", "at", "against", "about", "over",
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

// "[the guerrillas]"
bool Anaphora::fighters_called(const Mention& m) const {
  return m.plural && kFighterWords.contains(head(m));
}

// "in [Geneva]", "at [Minsk]", "in Athens and [Ankara]": where something happens.
bool Anaphora::where(const Mention& m) const {
  static constexpr auto kWhere = word_set({"in", "at", "near", "outside", "around", "from", "through", "via", "off"});
  static constexpr std::uint64_t kAnd = word_hash("and");
  const Index first = start_of(m), mention = Index(&m - document_.mentions.data());
  if (first == 0) return false;
  const std::uint64_t before = document_.tokens.tokens[first - 1].hash;
  if (before == kAnd && mention > 0 && document_.mentions[mention - 1].last == first - 1) return where(document_.mentions[mention - 1]);
  return kWhere.contains(before);
}

// "complained to [the Arab League]", "bound for [the United Nations]": a body that is no party.
bool Anaphora::told(const Mention& m) const {
  static constexpr auto kTold = word_set({"to", "for", "of", "at", "in", "before", "from", "by", "under"});
  const Index first = start_of(m);
  return first > 0 && kTold.contains(document_.tokens.tokens[first - 1].hash);
}

// "On Monday [Ghana] sued Togo", "[Ghana]'s leader": does it stand where the sentence or clause begins?
bool Anaphora::opens(const Mention& m) const {
  if (begins_clause(m)) return true;
  const Index mention = Index(&m - document_.mentions.data());
  if (mention == 0 || document_.mentions[mention - 1].type != MentionType::kDate || document_.mentions[mention - 1].sentence != m.sentence) return false;
  const Mention& date = document_.mentions[mention - 1];
  return date.last + 1 >= start_of(m) && date.first <= document_.sentences()[m.sentence].first + 2;
}

// "[Norway]-brokered talks": who brings the sides together is none of them.
bool Anaphora::leads(const Mention& m) const {
  static constexpr auto kLed = word_set({"led", "brokered", "mediated", "sponsored", "hosted", "backed", "facilitated"});
  const std::vector<Token>& tokens = document_.tokens.tokens;
  return m.last + 1 < tokens.size() && document_.slice(tokens[m.last].span()) == "-" && kLed.contains(tokens[m.last + 1].hash);
}

// "[Norway]'s envoy will mediate between the two countries", "[Clinton] wrote to the pair": who does it is not of them.
bool Anaphora::outside(const Mention& other, const Mention& m) const {
  if (other.sentence != m.sentence || begins_clause(m)) return false;
  return (opens(other) || document_.tokens.tokens[other.last].has(kPossessive)) && same_clause(other, m);
}

// The two parties of whom this sentence, the one before or both speak: states by name, adjective or capital; with kSides
// bodies and fighters, too; with kStates states by who leads them; with kPersons persons by name.  None if they are not two.
std::vector<Index> Anaphora::two_behind(const Mention& m, const History& history, Behind kind) {
  constexpr Index kNear = 2;   // sentences
  struct Party {
    Index record, entity;      // a state's record, or an entity
    Index sentence;
    bool place, leader, main;
    bool operator==(const Party& other) const { return record == other.record && entity == other.entity; }
  };
  std::vector<Party> all;
  all.reserve(8);
  std::vector<Index> pair;
  Index pair_sentence = kNone;
  history.each(m.sentence, kNear, [&](const Mention& other, const Entity& e) {
    if (other.form == MentionForm::kPronominal || acts_on(other, m) || leads(other)) return;
    if (e.members.size() == 2 && pair_sentence == kNone) {
      pair = e.members;
      pair_sentence = other.sentence;
    }
    if (!e.members.empty()) return;
    if (outside(other, m)) return;
    Party party{kNone, kNone, other.sentence, where(other), false, true};
    if (kind == Behind::kPersons) {
      if (e.type != MentionType::kPerson || other.form != MentionForm::kNamed) return;
      party.entity = other.entity;
      party.place = false;
    } else if (e.type == MentionType::kState) {
      party.record = e.record;
    } else if (other.type == MentionType::kCity) {
      if (!is_seat(gazetteer_, other) || party.place) return;
      party.record = gazetteer_.facts(other.record).actor;
    } else if (kind == Behind::kStates && e.type == MentionType::kPerson && other.form == MentionForm::kNamed && !e.state.empty()) {
      party.record = gazetteer_.record_of(e.state);
      party.leader = true;
    } else if (kind == Behind::kSides &&
               (e.type == MentionType::kArmedGroup ||
                (e.type == MentionType::kInternationalOrg && !told(other)) ||
                (e.type == MentionType::kGroup && fighters_called(other)))) {
      party.entity = other.entity;
    }
    if (party.record == kNone && party.entity == kNone) return;
    const auto first = first_mention_from(other.sentence);
    party.main = same_clause(*first, other);
    const auto same = [&](const Party& p) { return p == party && p.sentence == party.sentence; };
    if (const auto at = std::find_if(all.begin(), all.end(), same); at != all.end()) {
      at->place = at->place && party.place;
      at->leader = at->leader && party.leader;
      at->main = at->main || party.main;
    } else {
      all.push_back(party);
    }
  });
  std::vector<Party> found;
  const auto two = [&](const auto& fits) {
    found.clear();
    for (const Party& p : all) {
      if (fits(p) && std::find(found.begin(), found.end(), p) == found.end()) found.push_back(p);
    }
    return found.size() == 2;
  };
  const auto two_of = [&](Index sentence) {
    const auto in = [sentence](const Party& p) { return p.sentence == sentence; };
    return two([&](const Party& p) { return in(p) && !p.leader; }) || two([&](const Party& p) { return in(p) && p.main && !p.leader; }) ||
           two([&](const Party& p) { return in(p) && !p.place && !p.leader; }) || two(in);
  };
  const auto count = [&](Index sentence) {
    return std::count_if(all.begin(), all.end(), [sentence](const Party& p) { return p.sentence == sentence; });
  };
  const Index now = m.sentence;
  bool some = kind != Behind::kPersons && two([now](const Party& p) { return p.sentence == now && !p.leader; });
  std::ptrdiff_t nearer = 0;   // in the sentences between
  static constexpr auto kFoes = word_set({"rivals", "foes", "adversaries", "enemies"});
  const bool foes = kFoes.contains(head(m));
  for (Index back = 1; !some && back <= kNear && back <= now; ++back) {
    if (pair_sentence == now - back || pair_sentence == now) return kind == Behind::kStates ? states_of(pair) : pair;
    some = two_of(now - back) || ((nearer == 0 || foes) && two([now, back](const Party& p) { return p.sentence + back >= now && !p.leader; }));
    nearer += count(now - back);
    if (!some && count(now - back) > 1) break;
  }
  if (!some) return {};
  std::vector<Index> members;
  members.reserve(found.size());
  for (const Party& p : found) members.push_back(p.entity != kNone ? p.entity : table_.of_record(p.record));
  return members;
}

// Is the first party of the sentence before a person?
bool Anaphora::led_by_person(Index sentence) const {
  if (sentence == 0) return false;
  for (auto at = first_mention_from(sentence - 1); at != document_.mentions.end() && at->sentence + 1 == sentence; ++at) {
    if (at->type == MentionType::kPerson && at->form == MentionForm::kNamed) return true;
    if (at->type == MentionType::kState || at->type == MentionType::kCity || is_a(at->type, MentionType::kOrganisation)) return false;
  }
  return false;
}

// "Iran and Iraq ... [their foreign ministers] met": those of both.
void Anaphora::people_of_pair(Index pronoun) {
  const Mention& their = document_.mentions[pronoun];
  if (pronoun == 0 || their.entity == kNone || document_.entities[their.entity].members.size() < 2) return;
  const Mention& people = document_.mentions[pronoun - 1];
  if (people.first != their.first || !people.plural || people.type != MentionType::kPerson || people.form != MentionForm::kNominal) return;
  const std::vector<Index>& members = document_.entities[their.entity].members;
  if (!kStateServants.contains(head(people))) return;
  std::vector<Index> states = states_of(members);
  const bool all = std::all_of(states.begin(), states.end(), [this](Index e) { return document_.entities[e].type == MentionType::kState; });
  if (all) table_.attach(pronoun - 1, pair_of(states), Why::kNominalRecency);
}

// "The two leaders met. [Both countries]": those whom they lead; who leads none is himself.
std::vector<Index> Anaphora::states_of(std::vector<Index> members) {
  for (Index& member : members) {
    if (document_.entities[member].type != MentionType::kPerson || document_.entities[member].state.empty()) continue;
    const Index record = gazetteer_.record_of(document_.entities[member].state);
    if (record != kNone) member = table_.of_record(record);
  }
  return members;
}

// Does nothing in the phrase or behind it say whose they are: not "the leaders [of Togo]"?
bool Anaphora::of_none_named(const Mention& m) const {
  static constexpr auto kOf = word_set({"of", "from", "in", "who", "that", "which"});
  const std::vector<Token>& tokens = document_.tokens.tokens;
  if (m.state != kNone || (m.last < tokens.size() && kOf.contains(tokens[m.last].hash))) return false;
  for (Index i = Index(&m - document_.mentions.data()) + 1; i < document_.mentions.size() && document_.mentions[i].first < m.last; ++i) {
    if (document_.mentions[i].type != MentionType::kOffice) return false;   // "[rivals]"
  }
  return true;
}

// "The army accused the guerrillas. Norway asked [both sides]": those who fight each other, an army or state and an armed group; none if only one
// of them has been spoken of.
std::vector<Index> Anaphora::army_and_rebels(const Mention& m, const History& history) const {
  constexpr Index kNear = 2;   // sentences
  static constexpr auto kForces = word_set({"army", "military", "government", "forces", "troops", "soldiers", "police", "junta", "regime"});
  const Index rebels =
      history.find(m.sentence, kNear, true, [&](const Mention& other, const Entity& e) {
        return e.members.empty() && !acts_on(other, m) &&
               (other.type == MentionType::kArmedGroup ||
                (other.type == MentionType::kGroup && fighters_called(other)));
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
  const bool persons = kPersonPairWords.contains(noun), states = kCountryPairWords.contains(noun);
  const auto state = [this, &m](const Mention& other, const Entity& entity) {
    return (is_state_like(other) || other.type == MentionType::kNationality) && entity.members.empty() && !acts_on(other, m);
  };
  static constexpr auto kServants = word_set({"ministers", "envoys", "ambassadors", "diplomats", "negotiators", "generals", "officials"});
  const bool servants = kServants.contains(noun);
  const auto person = [&](const Mention& other, const Entity& entity) {
    if (entity.type != MentionType::kPerson || acts_on(other, m) || outside(other, m)) return false;
    return !servants || !offices_.leads(other, entity.record);   // "both foreign ministers" are no presidents
  };
  const auto leader = [this](const Mention& other, const Entity& entity) {
    return entity.type == MentionType::kPerson && offices_.leads(other, entity.record);
  };
  // "Israel freed him after [two agents] were caught. Jordan will hand back [the pair]": who was counted so, where no two are named.
  static constexpr auto kCounted = word_set({"pair", "duo", "two"});
  static constexpr std::uint64_t kTwo = word_hash("two");
  if (kCounted.contains(noun) && history.last_joined(m.sentence, 1, person).size() < 2) {
    const std::vector<Token>& tokens = document_.tokens.tokens;
    // "rescued [the pair]. The two"
    const Index same =
        history.find(m.sentence, 1, false, [&](const Mention& other, const Entity& e) {
          return other.form == MentionForm::kNominal && other.sentence != m.sentence &&
                 kCounted.contains(head(other)) && e.members.empty() &&
                 e.type == MentionType::kGroup;
        });
    if (same != kNone) return table_.attach(mention, same, Why::kNominalRecency);
    const Index group = history.find(m.sentence, 1, false, [&](const Mention& other, const Entity&) {
      const Index start = start_of(other);
      return other.plural && other.type == MentionType::kGroup && other.sentence != m.sentence &&
             (tokens[other.first].hash == kTwo || tokens[start].hash == kTwo || (start > 0 && tokens[start - 1].hash == kTwo));
    });
    if (group != kNone) return table_.attach(mention, group, Why::kNominalRecency);
  }
  std::vector<Index> members;
  // "Chad and Togo signed a truce brokered by Mali, but [each] accused": the two states side by side.
  static constexpr std::uint64_t kEach = word_hash("each");
  if (noun == kEach) {
    members = history.last_joined(m.sentence, 0, [&m](const Mention& other, const Entity& e) {
      return other.sentence == m.sentence && is_state_like(other) && e.members.empty();
    });
  }
  // "both leaders" are no spokesmen, if the text speaks of leaders.
  if (members.empty() && kLeaderWords.contains(noun)) members = two_in_mind(m, history, leader);
  // "both sides": of whatever kind, if they were joined by "and" just now.
  const auto side = [&](const Mention& other, const Entity& entity) {
    return state(other, entity) || ((entity.type == MentionType::kPerson || entity.type == MentionType::kGroup ||
           is_a(entity.type, MentionType::kOrganisation)) && !acts_on(other, m));
  };
  // "Modi shook hands with Carney and [the two] agreed": whom the sentence has named
  static constexpr auto kAlone = word_set({"two", "pair", "both", "duo"});
  if (kAlone.contains(noun)) {
    members = history.exactly(m.sentence, 0, 2, [&](const Mention& other, const Entity& entity) {
      return other.sentence == m.sentence && entity.type == MentionType::kPerson && other.form == MentionForm::kNamed && !acts_on(other, m) && !outside(other, m);
    });
  }
  const auto two_persons = [this](const Mention&, const Entity& entity) {
    return entity.members.size() == 2 && document_.entities[entity.members[0]].type == MentionType::kPerson;
  };
  // "[The two presidents] signed. Clinton wrote to [the pair]"
  if (members.size() < 2 && kAlone.contains(noun)) {
    const Index known = history.find(m.sentence, 1, false, two_persons);
    if (known != kNone) return table_.attach(mention, known, Why::kNominalRecency);
  }
  if (members.size() < 2 && kSidePairWords.contains(noun)) members = history.last_joined(m.sentence, 2, side);
  // "Biden dined with Xi. [The two] spoke"
  if (members.size() < 2 && kAlone.contains(noun) && led_by_person(m.sentence)) members = two_behind(m, history, Behind::kPersons);
  if (members.size() < 2 && !persons && m.state == kNone) members = two_behind(m, history, states ? Behind::kStates : Behind::kSides);
  // "Ghana sued Togo. [The pair]"
  if (members.size() < 2 && kAlone.contains(noun) && persons && history.last_joined(m.sentence, 4, person).empty()) members = two_behind(m, history, Behind::kSides);
  if (members.size() < 2) members = persons ? two_in_mind(m, history, person) : two_in_mind(m, history, state);
  if (members.size() < 2 && !persons && kSidePairWords.contains(noun)) members = army_and_rebels(m, history);
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
  if (members.size() < 2 && persons && m.state == kNone && kStateServants.contains(noun)) {
    members = two_behind(m, history, Behind::kStates);
    if (members.size() < 2) members = two_in_mind(m, history, state);
  }
  if (members.size() < 2) return;
  // "[The pair] refused. Mubarak blamed Barak; [both men]": the two of whom it was said before
  const Index known = history.find(m.sentence, 2, false, two_persons);
  if (known != kNone && is_member(known, members[0]) != is_member(known, members[1])) {
    return table_.attach(mention, known, Why::kNominalRecency);
  }
  table_.attach(mention, pair_of(members), Why::kNominalRecency);
}

// "the three countries", "all four": the last list of so many.
void Anaphora::several(Index mention, const History& history, std::size_t count) {
  constexpr Index kNear = 3, kFar = 12;   // sentences
  const Mention& m = document_.mentions[mention];
  const std::uint64_t noun = head(m);
  const bool persons = kPersonPairWords.contains(noun), states = kCountryPairWords.contains(noun);
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
  static constexpr auto kThem = word_set({"them"});
  static constexpr auto kMutual = word_set({"between", "among"});
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
  std::size_t fitting = 0;
  const auto fits = [&](const Mention& other, const Entity& e) {
    if (other.sentence == m.sentence && other.last > m.first) return false;   // "rebels and [their commander]"
    const bool fit = kind(e) != 0 && other.form != MentionForm::kPronominal && other.entity != subject && e.members.empty();
    fitting += fit;
    return fit;
  };
  std::vector<Index> members = history.last_joined(m.sentence, sentences, fits);
  if (sentences == 0 && members.size() == 2 && pair_acts(members, m)) return kNone;
  if (members.empty()) {
    if (fitting < 3) return kNone;   // no list
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
