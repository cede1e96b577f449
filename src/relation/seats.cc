// Part of dragoman; see LICENSE.

// Capitals act for their states; a capital that is better known as the seat of a body acts for
// that body, unless the text speaks of the state by name: "Brussels" is mostly the European Union.

#include "relation/seats.h"

#include <algorithm>
#include <vector>

#include "token/word_set.h"

namespace dragoman {
namespace {

struct Seat {
  std::string_view city, state, body;   // ids
};
constexpr Seat kSeats[] = {{"city:bel-brussels", "BEL", "org:european-union"}};

const Seat* seat_of(const Entity& city) {
  const auto found = std::find_if(std::begin(kSeats), std::end(kSeats), [&](const Seat& s) { return city.id == s.city; });
  return found == std::end(kSeats) ? nullptr : found;
}

Index entity_of(const Document& document, std::string_view id) {
  const auto found = std::ranges::find_if(document.entities, [id](const Entity& e) { return e.id == id; });
  return found == document.entities.end() ? kNone : Index(found - document.entities.begin());
}

// Adds an entity that no mention names.
void lend(const Gazetteer& names, Index record, Document& document) {
  const Record known = names.record(record);
  Entity& made = document.entities.emplace_back();
  made.type = known.type;
  made.record = record;
  made.id = known.id;
  if (known.type == MentionType::kState) made.state = known.id;
  made.name = known.name;
  made.plural = known.plural;
}

// "[Putin]'s troops", "[his] government"
bool leads_what_follows(const Document& document, const Mention& person) {
  static constexpr auto kOfState = word_set({"government", "administration", "cabinet", "regime", "troops", "forces", "army", "military", "police",
                                            "prime", "foreign", "defence", "defense", "interior", "finance", "minister", "premier", "ambassador", "envoy"});
  const std::vector<Token>& tokens = document.tokens.tokens;
  static constexpr auto kHis = word_set({"his", "her"});
  if (person.form == MentionForm::kPronominal) {
    return person.last < tokens.size() && kHis.contains(tokens[person.first].hash) && kOfState.contains(tokens[person.last].hash);
  }
  return person.form == MentionForm::kNamed && person.last + 1 < tokens.size() && tokens[person.last].has(kPossessive) &&
         kOfState.contains(tokens[person.last + 1].hash);
}

}  // namespace

Index body_of_seat(const Document& document, Index city) {
  const Seat* seat = seat_of(document.entities[city]);
  if (!seat) return kNone;
  const Index state = entity_of(document, seat->state);
  // "Brussels ... its monitors" does not name Belgium.
  const auto named = [&document](Index m) { return document.mentions[m].form != MentionForm::kPronominal; };
  if (state != kNone && std::ranges::any_of(document.entities[state].mentions, named)) return kNone;
  return entity_of(document, seat->body);
}

Index lend_states(const Gazetteer& names, Document& document) {
  const Index first = Index(document.entities.size());
  thread_local std::vector<Index> there, lent;   // records of states
  there.clear();
  lent.clear();
  for (const Entity& entity : document.entities) {
    if (entity.type == MentionType::kState && entity.record != kNone) there.push_back(entity.record);
  }
  for (const Mention& mention : document.mentions) {
    if (mention.entity == kNone) continue;
    Index state = kNone;
    if (mention.type == MentionType::kPerson) {
      // "Putin's troops" are those of a state that nobody named.
      if (leads_what_follows(document, mention)) state = names.record_of(document.entities[mention.entity].state);
    } else if (mention.type == MentionType::kGroup && document.entities[mention.entity].type == MentionType::kGroup) {
      // "Government forces took Palmyra": of a state that nobody named.
      if (!document.entities[mention.entity].state.empty()) state = names.record_of(document.entities[mention.entity].state);
    } else if (mention.record != kNone) {
      const Seat* seat = seat_of(document.entities[mention.entity]);
      const Index body = seat && entity_of(document, seat->body) == kNone ? names.record_of(seat->body) : kNone;
      if (body != kNone && std::ranges::find(lent, body) == lent.end()) lent.push_back(body);
      state = names.facts(mention.record).actor;
    } else if (mention.form == MentionForm::kNamed && is_a(mention.type, MentionType::kOrganisation)) {
      state = mention.state;   // "Thailand's constitutional court" names no state, but has one.
    }
    if (state == kNone || std::ranges::find(there, state) != there.end()) continue;
    there.push_back(state);
    if (names.facts(state).type != MentionType::kState) continue;
    lent.push_back(state);
  }
  document.entities.reserve(first + lent.size());
  for (const Index record : lent) lend(names, record, document);
  return first;
}

void let_states_speak(const Gazetteer& names, Document& document) {
  for (Relation& relation : document.relations) {
    if (!relation.said_by || relation.said_by->entity == kNone) continue;
    const Entity& speaker = document.entities[relation.said_by->entity];
    if (speaker.type != MentionType::kCity && speaker.type != MentionType::kPlace) continue;
    if (const Index body = body_of_seat(document, relation.said_by->entity); body != kNone) {
      relation.said_by->entity = body;
      continue;
    }
    const Index state = speaker.record == kNone ? kNone : names.facts(speaker.record).actor;
    const auto acts = std::ranges::find_if(document.entities, [state](const Entity& e) {
      return state != kNone && e.type == MentionType::kState && e.record == state;
    });
    if (acts == document.entities.end()) relation.said_by.reset();
    else relation.said_by->entity = Index(acts - document.entities.begin());
  }
}

void keep_used_states(Index first, Document& document) {
  std::vector<Entity>& entities = document.entities;
  if (first >= entities.size()) return;
  std::vector<Index> place(entities.size() - first, kNone);
  const auto each = [&](const auto& use) {
    for (Relation& relation : document.relations) {
      for (Argument& argument : relation.arguments) use(argument.entity);
      if (relation.said_by) use(relation.said_by->entity);
    }
  };
  each([&](Index& entity) {
    if (entity != kNone && entity >= first) place[entity - first] = 0;
  });
  Index next = first;
  for (Index i = 0; i < place.size(); ++i) {
    if (place[i] == kNone) continue;
    place[i] = next;
    if (next != first + i) entities[next] = std::move(entities[first + i]);
    ++next;
  }
  entities.resize(next);
  each([&](Index& entity) {
    if (entity != kNone && entity >= first) entity = place[entity - first];
  });
}

}  // namespace dragoman
