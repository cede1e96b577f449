// Part of dragoman; see LICENSE.
//
// The tables and views of a store, as a chain of migrations: a new file runs all of them, an
// older one those that it lacks.  docs/store.md describes the result.
//
// PRAGMA application_id tells a store from other SQLite files, PRAGMA user_version is the number
// of migrations that it has seen.

#ifndef DRAGOMAN_STORE_SCHEMA_H_
#define DRAGOMAN_STORE_SCHEMA_H_

#include "store/sqlite.h"

namespace dragoman::store_impl {

inline constexpr int kApplicationId = 0x4472676D;   // "Drgm"
extern const int kSchemaVersion;

// True for a file without any table yet.
bool is_empty(const Database& db);

// Brings the file to `version`, each step a transaction of its own; does nothing if it is there
// already.  Another writer may do the same at the same time.
void migrate(Database& db, int version = kSchemaVersion);

}  // namespace dragoman::store_impl

#endif  // DRAGOMAN_STORE_SCHEMA_H_
