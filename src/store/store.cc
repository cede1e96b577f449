// Part of dragoman; see LICENSE.
//
// The public face: opens the file, wraps each call in a transaction, and turns what SQLite
// says into errors that name the file and what to do.

#include "dragoman/store.h"

#include <cstdio>
#include <thread>
#include <utility>

#include <fmt/format.h>

#include "base/hash128.h"
#include "graph/tables.h"
#include "store/loader.h"
#include "store/schema.h"
#include "store/writer.h"

namespace dragoman {

using namespace store_impl;
namespace fs = std::filesystem;

struct Store::Impl {
  Impl(std::string name, Database database) : name(std::move(name)), db(std::move(database)) {}

  std::string name;               // as the user wrote it
  Database db;
  std::optional<Statement> find_input;
  std::optional<Writer> writer;   // none: read only

  Error error(const Failure& failure) const;
  // The first column of a query.
  Result<std::vector<std::string>> words(std::string_view sql) const;
};

namespace {

constexpr std::string_view kMagic("SQLite format 3\0", 16);

std::string head_of(const fs::path& file) {
  char head[16] = {};
  std::size_t got = 0;
  if (std::FILE* in = std::fopen(file.c_str(), "rb")) {
    got = std::fread(head, 1, sizeof head, in);
    std::fclose(in);
  }
  return {head, got};
}

Error describe(const std::string& name, const Failure& failure) {
  const auto say = [&](ErrorCode code, std::string_view what) {
    return Error(code, fmt::format("{}: {}", name, what));
  };
  switch (failure.code) {
    case SQLITE_FULL:
      return say(ErrorCode::kUnreadable,
                 "no room: the disk or the file's limit is full; what stood in the file stands, the "
                 "documents of this batch are not in it");
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return say(ErrorCode::kUnreadable, "another program is writing and did not finish in time; try again");
    case SQLITE_READONLY:
      return say(ErrorCode::kUnreadable, "cannot be written: no permission, or it was opened for reading");
    case SQLITE_NOTADB:
      return say(ErrorCode::kBadData, "no dragoman store: expected an SQLite file");
    case SQLITE_CORRUPT:
      return say(ErrorCode::kBadData, fmt::format("damaged: {}", failure.message));
    case SQLITE_TOOBIG:
      return say(ErrorCode::kLimit, "a text of more than 1,000,000,000 bytes");
    case SQLITE_CANTOPEN:
    case SQLITE_PERM:
    case SQLITE_IOERR:
      return say(ErrorCode::kUnreadable, fmt::format("cannot be read or written: {}", failure.message));
    default: return say(ErrorCode::kBadData, failure.message);
  }
}

// WAL keeps readers and the writer out of each other's way.  Two programs may ask for it at once;
// SQLite's own waiting does not cover that.
void use_wal(Database& db, std::chrono::milliseconds timeout) {
  const auto end = std::chrono::steady_clock::now() + timeout;
  for (;;) {
    try {
      db.run("PRAGMA journal_mode = WAL");
      return;
    } catch (const Failure& failure) {
      if (failure.code != SQLITE_BUSY || std::chrono::steady_clock::now() > end) throw;
      std::this_thread::sleep_for(std::chrono::milliseconds(5));
    }
  }
}

void set_up(Database& db, const StoreOptions& options) {
  db.run("PRAGMA cell_size_check = ON; PRAGMA cache_size = -65536; PRAGMA temp_store = MEMORY");
  if (options.mode == StoreMode::kRead) return;
  use_wal(db, options.busy_timeout);
  db.run(options.sync ? "PRAGMA synchronous = FULL" : "PRAGMA synchronous = NORMAL");
  db.run("PRAGMA journal_size_limit = 67108864; PRAGMA wal_autocheckpoint = 16384");
  if (options.max_bytes != 0) {
    const std::int64_t pages = std::int64_t(options.max_bytes) / db.integer("PRAGMA page_size");
    db.run(fmt::format("PRAGMA max_page_count = {}", std::max<std::int64_t>(pages, 1)).c_str());
  }
}

// Why the file is none of ours; nothing if it is, or is still empty.
std::optional<std::string> why_not_ours(const Database& db, StoreMode mode) {
  if (is_empty(db)) {
    if (mode == StoreMode::kCreate) return std::nullopt;
    return "no dragoman store: empty";
  }
  if (db.integer("PRAGMA application_id") != kApplicationId) {
    return "an SQLite file, but no dragoman store";
  }
  const std::int64_t version = db.integer("PRAGMA user_version");
  if (version > kSchemaVersion) {
    return fmt::format("a store of version {}, from a newer dragoman: this one knows versions up to {}",
                       version, kSchemaVersion);
  }
  if (version < kSchemaVersion && mode == StoreMode::kRead) {
    return fmt::format("a store of version {}, expected {}: opening it for writing once brings it there",
                       version, kSchemaVersion);
  }
  return std::nullopt;
}

Status check_path(const std::string& name, StoreMode mode) {
  std::error_code failed;
  const fs::file_status status = fs::status(name, failed);
  if (name.empty()) return Error(ErrorCode::kBadArgument, "a store without a file name");
  if (status.type() == fs::file_type::not_found) {
    if (mode != StoreMode::kCreate) return Error(ErrorCode::kNotFound, fmt::format("{}: no such file", name));
    const fs::path folder = fs::absolute(name, failed).parent_path();
    if (!fs::is_directory(folder, failed)) {
      return Error(ErrorCode::kNotFound, fmt::format("{}: there is no folder {}", name, folder.string()));
    }
    return Done{};
  }
  if (fs::is_directory(status)) {
    return Error(ErrorCode::kUnreadable, fmt::format("{}: a directory, expected a file", name));
  }
  const std::string head = head_of(name);
  if (fs::is_regular_file(status) && !head.empty() && head != kMagic) {
    return Error(ErrorCode::kBadData, fmt::format("{}: no dragoman store: expected an SQLite file", name));
  }
  return Done{};
}

}  // namespace

Error Store::Impl::error(const Failure& failure) const { return describe(name, failure); }

bool Store::looks_like_one(const fs::path& file) { return head_of(file) == kMagic; }

Result<Store> Store::open(const fs::path& file, const StoreOptions& options) {
  const std::string name = file.string();
  if (Status fine = check_path(name, options.mode); !fine.ok()) return fine.error();
  std::error_code failed;
  // Absolute, so that no name (":memory:") means anything else.
  const std::string path = fs::absolute(file, failed).string();
  const auto open_as = [&](Database::Mode mode) -> Result<Store> {
    auto impl = std::make_unique<Impl>(name, Database(path, mode, options.busy_timeout));
    if (const auto why = why_not_ours(impl->db, options.mode)) {
      return Error(ErrorCode::kBadData, fmt::format("{}: {}", name, *why));
    }
    set_up(impl->db, options);
    if (options.mode != StoreMode::kRead) {
      migrate(impl->db);
      impl->writer.emplace(impl->db.get());
    }
    impl->find_input.emplace(impl->db.get(), "SELECT id FROM documents WHERE input = ?1");
    return Store(std::move(impl));
  };
  try {
    if (options.mode != StoreMode::kRead) {
      return open_as(options.mode == StoreMode::kCreate ? Database::Mode::kCreate : Database::Mode::kWrite);
    }
    try {
      return open_as(Database::Mode::kRead);
    } catch (const Failure& failure) {
      // In a folder that cannot be written SQLite cannot share a file with writers; where there
      // is no log beside it, nobody is writing.
      const bool alone = fs::file_size(path + "-wal", failed) == 0 || failed;
      if ((failure.code != SQLITE_CANTOPEN && failure.code != SQLITE_READONLY) || !alone) throw;
      return open_as(Database::Mode::kImmutable);
    }
  } catch (const Failure& failure) {
    return describe(name, failure);
  }
}

Store::Store(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Store::Store(Store&&) noexcept = default;
Store& Store::operator=(Store&&) noexcept = default;
Store::~Store() = default;

namespace {

// Runs one method's body; what it throws becomes an Error.
template <typename Body>
auto guarded(const std::string& name, Body body) -> decltype(body()) {
  try {
    return body();
  } catch (const Failure& failure) {
    return describe(name, failure);
  }
}

// As RelationGraph keeps them, with a date that SQL can compare.
Status make_storable(DocumentFacts& facts) {
  if (std::optional<Date>& date = facts.document.date) {
    const Date given = *date;
    if (given.year >= 1 && given.year <= 9999) *date = from_days(to_days(*date));
    if (given.year < 1 || given.year > 9999 || date->year > 9999) {
      return Error(ErrorCode::kBadArgument, fmt::format("document \"{}\": the date {} is outside of the years 1 to 9999",
                                                        facts.document.id, to_string(given)));
    }
  }
  return make_ready(facts);
}

}  // namespace

Result<std::vector<std::string>> Store::Impl::words(std::string_view sql) const {
  return guarded(name, [&]() -> Result<std::vector<std::string>> {
    std::vector<std::string> words;
    Statement select(db.get(), sql);
    while (select.step()) words.push_back(select.string(0));
    return words;
  });
}

// ---- Changing.

Result<StoreChange> Store::put(std::span<const DocumentFacts> documents) {
  std::vector<StoreRecord> records;
  for (const DocumentFacts& facts : documents) records.emplace_back().facts = facts;
  return put(records);
}

Result<StoreChange> Store::put(std::span<const StoreRecord> documents, std::span<const StoreError> errors) {
  if (!impl_->writer) return impl_->error({SQLITE_READONLY, ""});
  std::vector<StoreRecord> ready(documents.begin(), documents.end());
  for (StoreRecord& record : ready) {
    if (Status fine = make_storable(record.facts); !fine.ok()) return fine.error();
    for (std::string* text : {&record.title, &record.language, &record.read_from}) *text = valid(*text);
  }
  Writer& writer = *impl_->writer;
  try {
    StoreChange change;
    Transaction transaction(impl_->db, Transaction::Kind::kWrite);
    writer.begin();
    Statement find(impl_->db.get(), "SELECT key, facts FROM documents WHERE id = ?1");
    for (const StoreRecord& record : ready) {
      const std::string hash = hash128(bytes_of(record.facts));
      std::optional<Key> there;
      bool same = false;
      if (find.with(record.facts.document.id).step()) {
        there = find.integer(0);
        same = find.text(1) == hash;
        find.reset();
      }
      if (!same) {
        if (there) writer.remove(*there);
        ++(there ? change.replaced : change.added);
        there = writer.add(record.facts, hash);
      } else {
        ++change.unchanged;
      }
      writer.describe(*there, record);
    }
    for (const StoreError& error : errors) writer.add_error({valid(error.read_from), valid(error.message)});
    writer.finish();
    transaction.commit();
    return change;
  } catch (const Failure& failure) {
    writer.forget();
    return impl_->error(failure);
  }
}

Result<bool> Store::remove(std::string_view document_id) {
  if (!impl_->writer) return impl_->error({SQLITE_READONLY, ""});
  const std::string id = valid(document_id);
  Writer& writer = *impl_->writer;
  try {
    Transaction transaction(impl_->db, Transaction::Kind::kWrite);
    const auto key = Statement(impl_->db.get(), "SELECT key FROM documents WHERE id = ?1").with(id).number();
    if (!key) return false;
    writer.begin();
    writer.remove(*key);
    writer.finish();
    transaction.commit();
    return true;
  } catch (const Failure& failure) {
    writer.forget();
    return impl_->error(failure);
  }
}

// ---- Reading.

Result<bool> Store::has_document(std::string_view id) const {
  return guarded(impl_->name, [&]() -> Result<bool> {
    const std::string wanted = valid(id);
    return Statement(impl_->db.get(), "SELECT 1 FROM documents WHERE id = ?1").with(wanted).number().has_value();
  });
}

Result<std::vector<std::string>> Store::document_ids(const StoreFilter& filter) const {
  return guarded(impl_->name, [&]() -> Result<std::vector<std::string>> {
    std::vector<std::string> ids;
    Statement select = select_documents(impl_->db.get(), "id", filter, "id");
    while (select.step()) ids.push_back(select.string(0));
    return ids;
  });
}

Result<std::optional<DocumentFacts>> Store::facts(std::string_view document_id) const {
  return guarded(impl_->name, [&]() -> Result<std::optional<DocumentFacts>> {
    const std::string id = valid(document_id);
    const Transaction transaction(impl_->db, Transaction::Kind::kRead);
    const auto key = Statement(impl_->db.get(), "SELECT key FROM documents WHERE id = ?1").with(id).number();
    if (!key) return std::optional<DocumentFacts>();
    return std::optional(Loader(impl_->db.get()).facts(*key));
  });
}

Result<StoreCounts> Store::counts() const {
  return guarded(impl_->name, [&]() -> Result<StoreCounts> {
    const Transaction transaction(impl_->db, Transaction::Kind::kRead);
    const auto count = [&](const char* table) {
      return std::uint64_t(impl_->db.integer(fmt::format("SELECT count(*) FROM {}", table).c_str()));
    };
    return StoreCounts{.documents = count("documents"), .entities = count("entities WHERE NOT blank"),
                       .relations = count("relations"), .reports = count("reports"),
                       .sentences = count("sentences"), .errors = count("errors")};
  });
}

Result<std::optional<std::string>> Store::find_input(std::string_view input) const {
  return guarded(impl_->name, [&]() -> Result<std::optional<std::string>> {
    return impl_->find_input->with(Blob{input}).word();
  });
}

Result<std::vector<StoreError>> Store::errors() const {
  return guarded(impl_->name, [&]() -> Result<std::vector<StoreError>> {
    std::vector<StoreError> errors;
    Statement select(impl_->db.get(), "SELECT read_from, message FROM errors ORDER BY read_from");
    while (select.step()) errors.push_back({select.string(0), select.string(1)});
    return errors;
  });
}

Status Store::for_each(const StoreFilter& filter, const std::function<bool(DocumentFacts)>& use) const {
  return guarded(impl_->name, [&]() -> Status {
    const Transaction transaction(impl_->db, Transaction::Kind::kRead);
    Loader loader(impl_->db.get());
    Statement select = select_documents(impl_->db.get(), "key", filter, "key");
    while (select.step()) {
      if (!use(loader.facts(select.integer(0)))) break;
    }
    return Done{};
  });
}

Result<RelationGraph> Store::graph(const StoreFilter& filter) const {
  RelationGraph graph;
  std::optional<Error> refused;
  const Status read = for_each(filter, [&](DocumentFacts facts) {
    if (const Status added = graph.add(std::move(facts)); !added.ok()) refused = added.error();
    return !refused;
  });
  if (!read.ok()) return read.error();
  if (refused) return Error(ErrorCode::kBadData, fmt::format("{}: damaged: {}", impl_->name, refused->message()));
  return graph;
}

// Entities that a walk begins at are there without relations too: the first document that names them
// brings them along.
Result<RelationGraph> Store::graph_of(const StorePart& part) const {
  return guarded(impl_->name, [&]() -> Result<RelationGraph> {
    const Transaction transaction(impl_->db, Transaction::Kind::kRead);
    choose_part(impl_->db, part);
    Loader loader(impl_->db.get(), Loader::Scope::kPart);
    Statement select(impl_->db.get(),
                     "SELECT r.document FROM temp.part_relations p CROSS JOIN reports r ON r.relation = p.key"
                     " UNION SELECT min(d.document) FROM temp.part_entities n"
                     " CROSS JOIN document_entities d ON d.entity = n.key WHERE n.steps = 0 GROUP BY n.key");
    RelationGraph graph;
    while (select.step()) {
      if (const Status added = graph.add(loader.part(select.integer(0))); !added.ok()) {
        return Error(ErrorCode::kBadData, fmt::format("{}: damaged: {}", impl_->name, added.error().message()));
      }
    }
    return graph;
  });
}

Result<std::vector<std::string>> Store::relation_types() const {
  // From one type to the next in the index, not row by row.
  return impl_->words(
      "WITH RECURSIVE each(type) AS (SELECT min(type) FROM relations UNION ALL"
      " SELECT (SELECT min(r.type) FROM relations r WHERE r.type > each.type) FROM each WHERE each.type IS NOT NULL)"
      " SELECT type FROM each WHERE type IS NOT NULL ORDER BY type");
}

Result<std::vector<std::string>> Store::roles() const {
  return impl_->words("SELECT DISTINCT role FROM arguments ORDER BY role");
}

}  // namespace dragoman
