// Part of dragoman; see LICENSE.
//
// Makes entities and files mentions under them: one entity for one record of the
// gazetteer, one for one name that the gazetteer does not know.
//
//   EntityTable table(gazetteer, document);
//   table.attach(mention, table.of_record(record), Why::kSameName);
//   table.finish();   // names, aliases, ids

#ifndef DRAGOMAN_ENTITY_ENTITY_TABLE_H_
#define DRAGOMAN_ENTITY_ENTITY_TABLE_H_

#include <cstdint>
#include <string>

#include "base/flat_map.h"
#include "dragoman/document.h"

namespace dragoman {

class EntityTable {
 public:
  // Memory, kept from one document to the next.
  struct Room {
    FlatMap<Index> by_record, by_key, by_id;
    std::vector<Index> count, end, by_entity, target, place;
  };

  EntityTable(const Gazetteer& gazetteer, Document& document, Room& room)
      : gazetteer_(gazetteer), document_(document), room_(room), by_record_(room.by_record), by_key_(room.by_key) {
    by_record_.clear();
    by_key_.clear();
    // Most documents speak of each thing a few times.
    document.entities.reserve(document.mentions.size() / 2);
  }

  // The entity of a gazetteer record, made at its first call.
  Index of_record(Index record);

  // The same if the document has it already; else kNone.
  Index known(Index record) const;

  // The entity of an unknown name: same type family and same key, same entity.
  Index of_key(std::uint64_t key, MentionType type);

  // From now on of_key(key, type) gives this entity.
  void also_called(std::uint64_t key, MentionType type, Index entity);

  // A new entity that no later name will find by itself.
  Index make(MentionType type);

  void attach(Index mention, Index entity, Why why);

  // Gives each entity its id, shown name and aliases, once all mentions are filed.
  // Ids of unknown ones are "kind:slug-of-name", of pairs and lists "group:slug-and-slug" of their members; equal ids
  // within a document get no number: they are one entity and are merged here, but for groups of two states, of which the
  // later gets its state's code ("group:chl-army").
  void finish();

 private:
  static std::uint64_t typed(std::uint64_t key, MentionType type);
  void name_entity(Entity& entity);
  void take_in_twins();
  void add_members(const Entity& entity, std::string& id) const;

  const Gazetteer& gazetteer_;
  Document& document_;
  Room& room_;
  FlatMap<Index>& by_record_;
  FlatMap<Index>& by_key_;
};

// Key of a name: its word tokens' hashes, an article in front left out.
std::uint64_t name_key(const Document& document, const Mention& mention);

}  // namespace dragoman

#endif  // DRAGOMAN_ENTITY_ENTITY_TABLE_H_
