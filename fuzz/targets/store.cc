// Part of dragoman; see LICENSE.
//
// A hostile store: any file that begins as SQLite's do, or a good one of which the input changes bytes (first
// byte odd) or cells (even), so that they say what no store would.

#include "dragoman/store.h"

#include <map>

#include <sqlite3.h>

#include "dragoman/export.h"
#include "graph/sample_facts.h"
#include "targets.h"
#include "temp_file.h"

namespace dragoman::fuzz {
namespace {

constexpr std::string_view kMagic{"SQLite format 3\0", 16};

// Numbers and texts out of the input; zeros and nothing at its end.
class Feed {
 public:
  explicit Feed(std::string_view bytes) : bytes_(bytes) {}
  bool empty() const { return bytes_.empty(); }
  std::size_t below(std::size_t n) {
    const std::size_t value = bytes_.empty() ? 0 : static_cast<unsigned char>(bytes_[0]);
    bytes_.remove_prefix(bytes_.empty() ? 0 : 1);
    return value % n;
  }
  std::string_view text() {
    const std::size_t wanted = below(64), size = std::min(wanted, bytes_.size());
    const std::string_view out = bytes_.substr(0, size);
    bytes_.remove_prefix(size);
    return out;
  }

 private:
  std::string_view bytes_;
};

const std::string& good_store() {
  static const std::string bytes = [] {
    const TempFolder folder;
    const std::string path = folder / "good.db";
    {
      auto store = Store::open(path, {.sync = false});
      check(store.ok(), "a store can be made");
      const RelationGraph graph = sample_graph();
      for (const std::string_view id : graph.document_ids()) check(store->put(*graph.facts(id)).ok(), "a store takes facts");
    }
    std::ifstream in(path, std::ios::binary);
    return std::string(std::istreambuf_iterator<char>(in), {});
  }();
  return bytes;
}

struct Column {
  std::string table, name;
};

std::vector<Column> columns_of(sqlite3* db) {
  std::vector<Column> out;
  sqlite3_stmt* rows = nullptr;
  check(sqlite3_prepare_v2(db, "SELECT m.name, c.name FROM sqlite_schema m, pragma_table_info(m.name) c WHERE m.type = 'table'"
                               " AND m.name NOT LIKE 'search%' ORDER BY 1, 2", -1, &rows, nullptr) == SQLITE_OK, "columns can be listed");
  while (sqlite3_step(rows) == SQLITE_ROW) {
    out.push_back({reinterpret_cast<const char*>(sqlite3_column_text(rows, 0)), reinterpret_cast<const char*>(sqlite3_column_text(rows, 1))});
  }
  sqlite3_finalize(rows);
  return out;
}

// Changes cells as the input says: column, row, and what is put there.
void spoil(const std::string& path, Feed feed) {
  sqlite3* db = nullptr;
  check(sqlite3_open(path.c_str(), &db) == SQLITE_OK, "a good store opens");
  sqlite3_exec(db, "PRAGMA ignore_check_constraints = ON; PRAGMA foreign_keys = OFF; PRAGMA synchronous = OFF; "
                   "PRAGMA journal_mode = MEMORY; BEGIN", nullptr, nullptr, nullptr);
  static const std::vector<Column> columns = columns_of(db);
  for (int change = 0; change < 8 && !feed.empty(); ++change) {
    const Column& column = columns[feed.below(columns.size())];
    const std::string where = " WHERE \"" + column.name + "\" IN (SELECT \"" + column.name + "\" FROM \"" + column.table +
                              "\" LIMIT 1 OFFSET " + std::to_string(feed.below(5)) + ")";
    const std::size_t kind = feed.below(8);
    const std::string sql = kind == 7 ? "DELETE FROM \"" + column.table + "\"" + where
                                      : "UPDATE OR IGNORE \"" + column.table + "\" SET \"" + column.name + "\" = ?1" + where;
    sqlite3_stmt* update = nullptr;
    if (sqlite3_prepare_v2(db, sql.c_str(), -1, &update, nullptr) != SQLITE_OK) continue;
    static constexpr std::int64_t kNumbers[] = {0, 1, -1, 2, 7, 1LL << 31, 1LL << 32, -(1LL << 40), 0x7fffffffffffffffLL, 100};
    const std::string_view text = kind == 0 || kind == 1 ? feed.text() : std::string_view();
    if (kind == 0) sqlite3_bind_text(update, 1, text.data(), int(text.size()), SQLITE_TRANSIENT);
    if (kind == 1) sqlite3_bind_blob(update, 1, text.data(), int(text.size()), SQLITE_TRANSIENT);
    if (kind >= 2 && kind <= 4) sqlite3_bind_int64(update, 1, kNumbers[feed.below(10)]);
    if (kind == 5) sqlite3_bind_double(update, 1, 1e300);
    sqlite3_step(update);
    sqlite3_finalize(update);
  }
  sqlite3_exec(db, "COMMIT", nullptr, nullptr, nullptr);
  sqlite3_close(db);
}

// Changes bytes of the file: three for the place, one for the value.
std::string with_bytes(std::string file, Feed feed) {
  while (!feed.empty()) {
    const std::size_t place = feed.below(256) << 16 | feed.below(256) << 8 | feed.below(256);
    file[place % file.size()] = char(feed.below(256));
  }
  return file;
}

void check_failure(const Error& error, const std::string& path) {
  check_error(error);
  check(error.message().starts_with(path), "an error names the file", error.message());
}

}  // namespace

void store(std::string_view input) {
  static const TempFolder folder;
  const bool file = input.starts_with(kMagic);
  const bool bytes = !file && !input.empty() && (input[0] & 1) != 0;
  const std::string_view changes = input.substr(input.empty() ? 0 : 1);
  const std::string path =
      folder.write("x.db", file ? std::string(input) : bytes ? with_bytes(good_store(), Feed(changes)) : good_store());
  for (const char* beside : {"x.db-wal", "x.db-shm", "x.db-journal"}) std::filesystem::remove(folder / beside);
  if (!file && !bytes) spoil(path, Feed(changes));

  const auto store = Store::open(path, {.mode = StoreMode::kRead, .busy_timeout = std::chrono::milliseconds(10), .sync = false});
  if (!store.ok()) return check_failure(store.error(), path);
  if (const auto counts = store->counts(); !counts.ok()) check_failure(counts.error(), path);
  if (const auto errors = store->errors(); !errors.ok()) check_failure(errors.error(), path);
  const auto ids = store->document_ids();
  if (!ids.ok()) return check_failure(ids.error(), path);
  for (const std::string& id : *ids) {
    if (const auto facts = store->facts(id); !facts.ok()) check_failure(facts.error(), path);
  }
  const auto graph = store->graph();
  if (!graph.ok()) {
    check_failure(graph.error(), path);
  } else {
    const std::string lines = write_graph(*graph, GraphFormat::kJsonLines);
    const auto again = read_graph(lines, GraphFormat::kJsonLines);
    check(again.ok(), "the graph of a store can be read back", again.ok() ? "" : again.error().message());
    check(write_graph(*again, GraphFormat::kJsonLines) == lines, "and says the same");
  }
  auto writable = Store::open(path, {.mode = StoreMode::kWrite, .busy_timeout = std::chrono::milliseconds(10), .sync = false});
  if (!writable.ok()) return check_failure(writable.error(), path);
  static const std::vector<DocumentFacts> facts = [] {
    const RelationGraph graph = sample_graph();
    std::vector<DocumentFacts> all;
    for (const std::string_view id : graph.document_ids()) all.push_back(*graph.facts(id));
    all.front().document.outlet = "Another";
    all.back().document.id = "c.txt";
    return all;
  }();
  if (const auto put = writable->put(facts); !put.ok()) check_failure(put.error(), path);
  if (const auto gone = writable->remove("a.txt"); !gone.ok()) check_failure(gone.error(), path);
}

}  // namespace dragoman::fuzz
