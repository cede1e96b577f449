// Part of dragoman; see LICENSE.

#include "entity/entity_table.h"

#include <algorithm>

#include "base/ascii.h"
#include "entity/slug.h"
#include "mention/gazetteer_data.h"
#include "token/fold.h"
#include "token/word_set.h"

namespace dragoman {
namespace {

// Types that one unknown name may be given at different places: a body is first met as
// ORGANISATION, then by its head word as GOVERNMENT_BODY.
MentionType type_family(MentionType type) {
  return is_a(type, MentionType::kOrganisation) ? MentionType::kOrganisation : type;
}

// Do single spaces alone stand between the tokens of a name, as they nearly always do?
bool single_spaces(const Document& document, const Mention& name) {
  const std::vector<Token>& tokens = document.tokens.tokens;
  const std::string_view text = document.text.view();
  bool single = true;
  for (Index i = name.first + 1; i < name.last; ++i) {
    const std::uint32_t gap = tokens[i].start - tokens[i - 1].end;
    single &= (gap == 0) | ((gap == 1) & (text[tokens[i - 1].end] == ' '));
  }
  return single;
}

// White space inside a name, line breaks included, becomes one space.
std::string on_one_line(const Document& document, const Mention& name) {
  const std::string_view text = document.slice(name);
  if (single_spaces(document, name)) return std::string(text);
  std::string out;
  out.reserve(text.size());
  for (const char c : text) {
    const bool space = c == ' ' || c == '\n' || c == '\r' || c == '\t';
    if (!space) out += c;
    else if (!out.empty() && out.back() != ' ') out += ' ';
  }
  return out;
}

bool in_capitals(const Document& document, const Mention& mention) {
  return document.sentences()[mention.sentence].caps;
}

// "Kenya said its army ... Chile said its army": groups of the same words, and not the same.
bool of_two_states(const Entity& a, const Entity& b) {
  return a.type == MentionType::kGroup && b.type == MentionType::kGroup && !a.state.empty() && !b.state.empty() && a.state != b.state;
}

}  // namespace

std::uint64_t name_key(const Document& document, const Mention& mention) {
  static constexpr std::uint64_t kThe = word_hash("the");
  std::uint64_t key = 0;
  for (Index i = mention.first; i < mention.last; ++i) {
    const Token& token = document.tokens.tokens[i];
    if (i == mention.first && mention.last > mention.first + 1 && token.hash == kThe) continue;
    if (!token.word() && token.kind != TokenKind::kNumber) continue;
    key = (key ^ token.hash) * 0x9E3779B97F4A7C15ull;
    key ^= key >> 29;
  }
  return key;
}

std::uint64_t EntityTable::typed(std::uint64_t key, MentionType type) {
  return key ^ (std::uint64_t(type_family(type)) << 56);
}

Index EntityTable::make(MentionType type) {
  const Index made = Index(document_.entities.size());
  document_.entities.emplace_back().type = type;
  return made;
}

Index EntityTable::known(Index record) const {
  const Index* entity = by_record_.find(index_key(record));
  return entity == nullptr ? kNone : *entity;
}

Index EntityTable::of_record(Index record) {
  if (const Index* known = by_record_.find(index_key(record))) return *known;
  const Gazetteer::Impl& names = gazetteer_.impl();
  const MentionType type = names.things[record].type;
  const Index made = make(type);
  Entity& entity = document_.entities[made];
  entity.record = record;
  entity.id = names.id(record);
  entity.name = names.text(names.rows.begin(record));
  entity.gender = names.gender(record);
  entity.plural = names.is(Gazetteer::Impl::kPlural, record);
  const Index state = type == MentionType::kState ? record : names.state(record);
  if (state != kNone) entity.state = names.id(state);
  by_record_[index_key(record)] = made;
  return made;
}

Index EntityTable::of_key(std::uint64_t key, MentionType type) {
  if (const Index* known = by_key_.find(typed(key, type))) return *known;
  const Index made = make(type);
  by_key_[typed(key, type)] = made;
  return made;
}

void EntityTable::also_called(std::uint64_t key, MentionType type, Index entity) {
  by_key_[typed(key, type)] = entity;
}

void EntityTable::attach(Index mention, Index entity, Why why) {
  document_.mentions[mention].entity = entity;
  document_.mentions[mention].link_why = why;
}

// The longest named mention is shown; one in mixed case before one in capitals.
void EntityTable::name_entity(Entity& entity) {
  const Mention* best = nullptr;
  for (const Index i : entity.mentions) {
    const Mention& mention = document_.mentions[i];
    if (mention.type == MentionType::kNationality) continue;
    const auto rank = [this](const Mention& m) {
      return std::tuple(m.form == MentionForm::kNamed, !in_capitals(document_, m),
                        m.last - m.first);
    };
    if (best == nullptr || rank(mention) > rank(*best)) best = &mention;
  }
  if (best == nullptr) return;
  entity.name = on_one_line(document_, *best);
  if (in_capitals(document_, *best) && best->last - best->first > 1) {
    entity.name = title_case(entity.name);
  }
}

// "the two countries" of one paragraph are not those of the next: "kenya-and-uganda".  Members come before their pair, and
// have names.
void EntityTable::add_members(const Entity& entity, std::string& id) const {
  std::vector<std::string> slugs(entity.members.size());
  for (std::size_t i = 0; i < slugs.size(); ++i) add_slug(document_.entities[entity.members[i]].name, slugs[i]);
  std::sort(slugs.begin(), slugs.end());
  for (std::size_t i = 0; i < slugs.size(); ++i) {
    if (i > 0) id += "-and-";
    id += slugs[i];
  }
}

// Gives the mentions of entities that turned out to be another to that one.
void EntityTable::take_in_twins() {
  std::vector<Entity>& entities = document_.entities;
  const std::vector<Index>& target = room_.target;
  for (Index i = 0; i < target.size(); ++i) {
    if (target[i] == i) continue;
    std::vector<Index>& kept = entities[target[i]].mentions;
    kept.insert(kept.end(), entities[i].mentions.begin(), entities[i].mentions.end());
    entities[i].mentions.clear();
    std::sort(kept.begin(), kept.end());
  }
}

void EntityTable::finish() {
  std::vector<Entity>& entities = document_.entities;
  // Mentions by entity, in order: counted without a branch on what no processor foresees, kNone + 1 being 0.
  const std::size_t made = entities.size();
  std::vector<Index>& count = room_.count;
  count.assign(made + 1, 0);
  for (const Mention& mention : document_.mentions) ++count[Index(mention.entity + 1)];
  std::vector<Index>& end = room_.end;   // in by_entity, of the mentions of entity - 1
  end.resize(made + 1);
  Index before = 0;
  for (std::size_t i = 0; i <= made; ++i) {
    end[i] = before;
    before += count[i];
  }
  std::vector<Index>& by_entity = room_.by_entity;
  by_entity.resize(document_.mentions.size());
  Index mention_at = 0;
  for (const Mention& mention : document_.mentions) by_entity[end[Index(mention.entity + 1)]++] = mention_at++;
  for (std::size_t i = 0; i < made; ++i) {
    const auto last = by_entity.begin() + end[i + 1];
    entities[i].mentions.assign(last - count[i + 1], last);
  }
  FlatMap<Index>& by_id = room_.by_id;
  by_id.clear();
  std::vector<Index>& target = room_.target;
  target.resize(made);
  for (Index i = 0; i < made; ++i) {
    Entity& entity = entities[i];
    target[i] = i;
    if (entity.record == kNone && !entity.mentions.empty()) {
      name_entity(entity);
      if (entity.id.empty()) {
        const std::string_view kind = id_kind(entity.type);
        entity.id.reserve(kind.size() + 1 + entity.name.size());
        entity.id.append(kind).append(1, ':');
        if (entity.members.empty()) add_slug(entity.name, entity.id);
        else add_members(entity, entity.id);
      }
    }
    // Records are one entity each; only a made-up id can meet another.  No table names groups.
    if (entity.record != kNone) continue;
    if (const Index known = entity.type == MentionType::kGroup ? kNone : gazetteer_.record_of(entity.id); known != kNone) {
      if (const Index* twin = by_record_.find(index_key(known))) target[i] = *twin;
      continue;
    }
    const auto of_id = [&](std::uint64_t hash) {
      const Index* twin = by_id.find(hash);
      return twin != nullptr && entities[*twin].id == entity.id ? twin : nullptr;
    };
    std::uint64_t id_hash = hash_bytes(entity.id);
    const Index* twin = of_id(id_hash);
    if (twin != nullptr && of_two_states(entities[*twin], entity)) {
      entity.id.insert(entity.id.find(':') + 1, ascii_lowered(entity.state) + '-');
      id_hash = hash_bytes(entity.id);
      twin = of_id(id_hash);
    }
    if (twin != nullptr) target[i] = *twin;
    else by_id[id_hash] = i;
  }
  take_in_twins();
  // Order by first mention; entities that nothing mentions any more fall away.
  std::vector<Index>& place = room_.place;
  place.assign(made, kNone);
  std::vector<Entity> sorted;
  sorted.reserve(made);
  for (Mention& mention : document_.mentions) {
    if (mention.entity == kNone) continue;
    const Index from = target[mention.entity];
    if (place[from] == kNone) {
      place[from] = Index(sorted.size());
      sorted.push_back(std::move(entities[from]));
    }
    mention.entity = place[from];
  }
  // "Tokyo and Seoul ... [the two countries]": Japan and South Korea, though nothing else mentions them
  for (std::size_t i = 0; i < sorted.size(); ++i) {
    for (const Index member : sorted[i].members) {
      const Index from = target[member];
      if (place[from] != kNone || entities[from].record == kNone) continue;
      place[from] = Index(sorted.size());
      sorted.push_back(std::move(entities[from]));
    }
  }
  entities = std::move(sorted);
  for (Entity& entity : entities) {
    for (Index& member : entity.members) member = place[target[member]];
    std::erase(entity.members, kNone);
    for (const Index i : entity.mentions) {
      const Mention& mention = document_.mentions[i];
      if (mention.form != MentionForm::kNamed || mention.type == MentionType::kNationality) continue;
      const auto known = [&entity](std::string_view form) {
        return form == entity.name ||
               std::find(entity.aliases.begin(), entity.aliases.end(), form) != entity.aliases.end();
      };
      if (known(document_.slice(mention))) continue;
      std::string form = on_one_line(document_, mention);
      if (!known(form)) entity.aliases.push_back(std::move(form));
    }
  }
}

}  // namespace dragoman
