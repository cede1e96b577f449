// Part of dragoman; see LICENSE.
//
// Reads documents back.  Entities and relations are read once and then known.

#ifndef DRAGOMAN_STORE_LOADER_H_
#define DRAGOMAN_STORE_LOADER_H_

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

class Loader {
 public:
  explicit Loader(sqlite3* db);
  // Throws Failure with SQLITE_CORRUPT for a row that this version does not understand.
  DocumentFacts facts(Key document);

 private:
  const std::string& entity(Key key);
  const DocumentFacts::Edge& relation(Key key);

  std::unordered_map<Key, std::string> entities_;
  std::unordered_map<Key, DocumentFacts::Edge> relations_;   // without their reports
  Statement document_, names_, aliases_, reports_, entity_, relation_, arguments_;
};

}  // namespace dragoman::store_impl

#endif  // DRAGOMAN_STORE_LOADER_H_
