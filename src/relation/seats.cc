// Part of dragoman; see LICENSE.

#include "relation/seats.h"

#include <algorithm>
#include <vector>

namespace dragoman {

Index lend_states(const Gazetteer& names, Document& document) {
  const Index first = Index(document.entities.size());
  thread_local std::vector<Index> there, lent;   // records of states
  there.clear();
  lent.clear();
  for (const Entity& entity : document.entities) {
    if (entity.type == MentionType::kState && entity.record != kNone) there.push_back(entity.record);
  }
  for (const Mention& mention : document.mentions) {
    if (mention.record == kNone || mention.entity == kNone || mention.type == MentionType::kPerson) continue;
    const Index state = names.facts(mention.record).actor;
    if (state == kNone || std::find(there.begin(), there.end(), state) != there.end()) continue;
    there.push_back(state);
    if (names.facts(state).type == MentionType::kState) lent.push_back(state);
  }
  document.entities.reserve(first + lent.size());
  for (const Index state : lent) {
    const Record record = names.record(state);
    Entity& made = document.entities.emplace_back();
    made.type = MentionType::kState;
    made.record = state;
    made.id = record.id;
    made.state = record.id;
    made.name = record.name;
    made.plural = record.plural;
  }
  return first;
}

void let_states_speak(const Gazetteer& names, Document& document) {
  for (Relation& relation : document.relations) {
    if (!relation.said_by || relation.said_by->entity == kNone) continue;
    const Entity& speaker = document.entities[relation.said_by->entity];
    if (speaker.type != MentionType::kCity && speaker.type != MentionType::kPlace) continue;
    const Index state = speaker.record == kNone ? kNone : names.facts(speaker.record).actor;
    const auto acts = std::find_if(document.entities.begin(), document.entities.end(), [state](const Entity& e) {
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
