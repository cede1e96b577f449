// Part of dragoman; see LICENSE.

#include "store/sqlite.h"

#include <algorithm>

namespace dragoman::store_impl {
namespace {

[[noreturn]] void fail(sqlite3* db, int code) {
  throw Failure{code & 0xFF, db != nullptr ? sqlite3_errmsg(db) : sqlite3_errstr(code)};
}

// SQLite has no "read this file as it is, whatever stands beside it" but in a URI.
std::string immutable_uri(const std::string& path) {
  std::string uri = "file:";
  for (const char c : path) {
    static constexpr char kHex[] = "0123456789ABCDEF";
    const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                       c == '/' || c == '.' || c == '-' || c == '_';
    if (plain) {
      uri += c;
    } else {
      uri += {'%', kHex[std::uint8_t(c) >> 4], kHex[std::uint8_t(c) & 15]};
    }
  }
  return uri + "?immutable=1";
}

}  // namespace

Statement::Statement(sqlite3* db, std::string_view sql) : db_(db) {
  sqlite3_stmt* statement = nullptr;
  const int code = sqlite3_prepare_v3(db, sql.data(), int(sql.size()), SQLITE_PREPARE_PERSISTENT,
                                      &statement, nullptr);
  statement_.reset(statement);
  check(code);
}

void Statement::check(int code) {
  if (code != SQLITE_OK) fail(db_, code);
}

bool Statement::step() {
  const int code = sqlite3_step(get());
  if (code == SQLITE_ROW) return true;
  if (code == SQLITE_DONE) {
    sqlite3_reset(get());
    return false;
  }
  const Failure failure{code & 0xFF, sqlite3_errmsg(db_)};
  sqlite3_reset(get());
  throw failure;
}

void Statement::reset() {
  sqlite3_reset(get());
  sqlite3_clear_bindings(get());
}

std::optional<std::int64_t> Statement::number() {
  if (!step()) return std::nullopt;
  const std::int64_t value = integer(0);
  reset();
  return value;
}

std::optional<std::string> Statement::word() {
  if (!step()) return std::nullopt;
  std::string value = string(0);
  reset();
  return value;
}

void Statement::keep(int place, const std::string& text) {
  check(sqlite3_bind_text64(get(), place, text.data(), text.size(), SQLITE_TRANSIENT, SQLITE_UTF8));
}

// A view without bytes is text without bytes, not NULL.
void Statement::bind(int place, std::string_view text) {
  const char* data = text.empty() ? "" : text.data();
  check(sqlite3_bind_text64(get(), place, data, text.size(), SQLITE_STATIC, SQLITE_UTF8));
}

void Statement::bind(int place, Blob blob) {
  if (blob.bytes.empty()) return bind(place, std::nullopt);
  check(sqlite3_bind_blob64(get(), place, blob.bytes.data(), blob.bytes.size(), SQLITE_STATIC));
}

void Statement::bind(int place, OrNull value) {
  value.text.empty() ? bind(place, std::nullopt) : bind(place, value.text);
}

void Statement::bind(int place, KeyOrNull value) {
  value.key == 0 ? bind(place, std::nullopt) : bind(place, value.key);
}

void Statement::bind(int place, std::nullopt_t) { check(sqlite3_bind_null(get(), place)); }

std::string_view Statement::text(int column) const {
  const void* data = sqlite3_column_blob(get(), column);
  const int size = sqlite3_column_bytes(get(), column);
  return data == nullptr ? std::string_view() : std::string_view(static_cast<const char*>(data), std::size_t(size));
}

Database::Database(const std::string& absolute_path, Mode mode, std::chrono::milliseconds busy_timeout) {
  int flags = SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE;
  switch (mode) {
    case Mode::kRead: flags |= SQLITE_OPEN_READONLY; break;
    case Mode::kImmutable: flags |= SQLITE_OPEN_READONLY | SQLITE_OPEN_URI; break;
    case Mode::kWrite: flags |= SQLITE_OPEN_READWRITE; break;
    case Mode::kCreate: flags |= SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE; break;
  }
  const std::string name = mode == Mode::kImmutable ? immutable_uri(absolute_path) : absolute_path;
  sqlite3* db = nullptr;
  const int code = sqlite3_open_v2(name.c_str(), &db, flags, nullptr);
  db_.reset(db);
  if (code != SQLITE_OK) fail(db, code);
  sqlite3_busy_timeout(db, int(std::min<std::int64_t>(busy_timeout.count(), 1 << 30)));
  // A file from a stranger may hold views and triggers: they get no power beyond the file.
  sqlite3_db_config(db, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
  sqlite3_db_config(db, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
}

void Database::run(const char* sql) {
  const int code = sqlite3_exec(get(), sql, nullptr, nullptr, nullptr);
  if (code != SQLITE_OK) fail(get(), code);
}

std::int64_t Database::integer(const char* sql) const {
  return Statement(get(), sql).number().value_or(0);
}

Transaction::Transaction(Database& db, Kind kind) : db_(db) {
  db.run(kind == Kind::kWrite ? "BEGIN IMMEDIATE" : "BEGIN");
}

Transaction::~Transaction() {
  // A full disk may have rolled it back already.
  if (open_ && sqlite3_get_autocommit(db_.get()) == 0) {
    sqlite3_exec(db_.get(), "ROLLBACK", nullptr, nullptr, nullptr);
  }
}

void Transaction::commit() {
  db_.run("COMMIT");
  open_ = false;
}

}  // namespace dragoman::store_impl
