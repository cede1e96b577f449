// Part of dragoman; see LICENSE.
//
// Store: what many documents say, kept in one SQLite file.
//
//   auto store = dragoman::Store::open("news.db");
//   if (!store.ok()) return report(store.error().message());
//   store->put(records);                                  // one transaction
//   auto graph = store->graph({.from = Date{2023, 1, 1}});   // the same as adding the documents
//
// It keeps what RelationGraph keeps, document by document, and gives it back without loss.  The
// tables and views are documented (docs/store.md): any SQLite tool may read them while a program
// writes.
//
// A transaction is written as a whole or not at all: a program that is killed, a machine without
// power and a full disk cost the transaction under way and nothing before it.  Several programs may
// write to one file: they wait for one another.
//
// A Store is for one thread at a time; each thread may open its own.  Every method but the
// constructors can fail with kUnreadable (an I/O error, a full disk, another program that does
// not let go), kBadData (a damaged file) and kLimit; the message begins with the file's name.

#ifndef DRAGOMAN_STORE_H_
#define DRAGOMAN_STORE_H_

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "dragoman/api.h"
#include "dragoman/graph.h"
#include "dragoman/result.h"

namespace dragoman {

enum class StoreMode {
  kRead,      // the file must be there; nothing is written to it
  kWrite,     // it must be there; an older one is brought to this version
  kCreate,    // as kWrite, and made if it is missing
};

struct StoreOptions {
  StoreMode mode = StoreMode::kCreate;
  // How long to wait for another program's transaction.
  std::chrono::milliseconds busy_timeout{60'000};
  // put() returns when the batch is on the disk (some ms).  Without, a machine that loses power may
  // lose the last batches, though never the file; a program that dies loses nothing either way.
  bool sync = true;
  // The file does not grow beyond; 0: as far as the disk goes.
  std::uint64_t max_bytes = 0;
};

// Which documents.  Those without a date are left out once one end is given.
struct StoreFilter {
  std::optional<Date> from = {};         // first day of publication
  std::optional<Date> to = {};           // last one
  std::vector<std::string> outlets = {}; // one of these; empty: any
};

// Part of a store: relations with all their reports, and the entities these name.
struct StorePart {
  std::vector<std::string> types = {};   // relations of one of these; empty: of any
  // Only what a walk of so many relations meets, from the entities of these ids and (chosen)
  // names; none: wherever it is.
  std::optional<std::uint32_t> hops = {};
  std::vector<std::string> ids = {};
  std::vector<std::string> names = {};
};

// What is kept of a document beside its facts.  The graph knows nothing of it.
struct StoreRecord {
  DocumentFacts facts;
  std::string title, language;           // may be empty
  std::string read_from;                 // where: "wire.jsonl:17"
  std::string input;                     // hash of what was read; see find_input()
};

// A document that could not be read.
struct StoreError {
  std::string read_from;                 // one error a place; it goes once a document comes from there
  std::string message;
  friend bool operator==(const StoreError&, const StoreError&) = default;
};

struct StoreChange {
  std::size_t added = 0;
  std::size_t replaced = 0;              // there was one of that id, and it said other things
  std::size_t unchanged = 0;
};

struct StoreCounts {
  std::uint64_t documents = 0, entities = 0, relations = 0, reports = 0, sentences = 0, errors = 0;
};

class DRAGOMAN_EXPORT Store {
 public:
  // kNotFound if it must be there and is not; kUnreadable for a directory, without permission or
  // where a file cannot be made; kBadData for what is no store or from a newer dragoman.
  static Result<Store> open(const std::filesystem::path& file, const StoreOptions& options = {});

  // Does it begin as SQLite files do?  False for what cannot be read.
  static bool looks_like_one(const std::filesystem::path& file);

  Store(Store&&) noexcept;
  Store& operator=(Store&&) noexcept;
  ~Store();

  // Adds documents in one transaction; one whose id is there is replaced, and left alone if it
  // says the same.  kBadArgument for facts that RelationGraph::add() refuses, or a date outside
  // of the years 1 to 9999: nothing is written then.  10,000 to 20,000 reports a second.
  Result<StoreChange> put(std::span<const DocumentFacts> documents);
  Result<StoreChange> put(const DocumentFacts& document) { return put(std::span(&document, 1)); }
  Result<StoreChange> put(std::span<const StoreRecord> documents, std::span<const StoreError> errors = {});

  // False if there is no such document.  The store is then as if it had never been added.
  Result<bool> remove(std::string_view document_id);

  Result<bool> has_document(std::string_view id) const;            // one lookup by index
  Result<std::vector<std::string>> document_ids(const StoreFilter& filter = {}) const;   // sorted
  // Null if there is no such document; else what RelationGraph::facts() would say.
  Result<std::optional<DocumentFacts>> facts(std::string_view document_id) const;
  Result<StoreCounts> counts() const;                              // walks the tables' indices
  // The id of the document that was read from this input; null if there is none.
  Result<std::optional<std::string>> find_input(std::string_view input) const;
  Result<std::vector<StoreError>> errors() const;                // by place

  // Calls `use` with each document, in the order in which they were added, all as of one moment;
  // false ends it.
  Status for_each(const StoreFilter& filter, const std::function<bool(DocumentFacts)>& use) const;

  // The graph of these documents: the same bytes as if they had been added to an empty one.
  Result<RelationGraph> graph(const StoreFilter& filter = {}) const;

  // The same, but for all that is no part of it; names and types of entities are what all documents
  // make them.  For questions, not for changes: facts() of its documents are not whole.  Time and
  // memory grow with the part, and by a search in an index with the store.
  Result<RelationGraph> graph_of(const StorePart& part) const;
  Result<std::vector<std::string>> relation_types() const;       // those that occur, sorted
  Result<std::vector<std::string>> roles() const;                // sorted; reads all arguments

 private:
  struct Impl;
  explicit Store(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace dragoman

#endif  // DRAGOMAN_STORE_H_
