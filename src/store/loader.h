// Part of dragoman; see LICENSE.
//
// Reads documents back.  Entities and relations are read once and then known.

#ifndef DRAGOMAN_STORE_LOADER_H_
#define DRAGOMAN_STORE_LOADER_H_

#include <optional>
#include <string>
#include <unordered_map>
#include <utility>

#include "dragoman/store.h"
#include "store/writer.h"

namespace dragoman::store_impl {

// "FROM documents WHERE ..." for a filter, its values bound as ?1 (first day), ?2 (last day) and
// the outlets from ?3 on.
Statement select_documents(sqlite3* db, std::string_view columns, const StoreFilter& filter,
                           std::string_view order);

// Fills the temporary tables part_relations, and part_entities with the entities a walk begins at.
void choose_part(Database& db, const StorePart& part);

class Loader {
 public:
  enum class Scope { kAll, kPart };   // kPart: after choose_part()
  explicit Loader(sqlite3* db, Scope scope = Scope::kAll);
  // Throws Failure with SQLITE_CORRUPT for a row that this version does not understand.
  DocumentFacts facts(Key document);
  // Its reports of the part, and the entities these name as all documents elect them.
  DocumentFacts part(Key document);

 private:
  void read_head(Key document, DocumentFacts& facts);
  void read_names(Key document, DocumentFacts& facts);
  void read_reports(Key document, DocumentFacts& facts);
  const std::optional<DocumentFacts::Node>& elected(const std::string& id);
  const std::string& entity(Key key);
  const DocumentFacts::Edge& relation(Key key);

  std::unordered_map<Key, std::string> entities_;
  std::unordered_map<Key, DocumentFacts::Edge> relations_;   // without their reports
  std::unordered_map<std::string, std::optional<DocumentFacts::Node>> elected_;
  Statement document_, names_, aliases_, reports_, entity_, relation_, arguments_;
  std::optional<Statement> starts_;
  Statement elected_entity_, elected_aliases_;
};

}  // namespace dragoman::store_impl

#endif  // DRAGOMAN_STORE_LOADER_H_
