// Part of dragoman; see LICENSE.
//
// SQLite with values instead of codes.  Within src/store a failure is thrown (Failure), so that
// a transaction of many statements reads as what it does; every public function of Store catches
// it and returns an Error.

#ifndef DRAGOMAN_STORE_SQLITE_H_
#define DRAGOMAN_STORE_SQLITE_H_

#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>

#include <sqlite3.h>

namespace dragoman::store_impl {

struct Failure {
  int code = 0;          // SQLite's primary result code
  std::string message;
};

struct Blob {
  std::string_view bytes;
};

// Text, or NULL where it is empty.
struct OrNull {
  std::string_view text;
};

// A row's key, or NULL where it is 0.
struct KeyOrNull {
  std::int64_t key;
};

class Statement {
 public:
  Statement(sqlite3* db, std::string_view sql);

  // Begins anew with these values for ?1, ?2, ...  Text must live until the rows were read.
  template <typename... Values>
  Statement& with(const Values&... values) {
    reset();
    int place = 0;
    (bind(++place, values), ...);
    return *this;
  }

  bool step();           // true: there is a row
  void run() {           // all of it, for what gives no rows
    while (step()) {
    }
  }
  void reset();

  // The first cell of the first row, and no more of it; nothing without a row.
  std::optional<std::int64_t> number();
  std::optional<std::string> word();

  // As bind, of text that need not live on.
  void keep(int place, const std::string& text);

  std::int64_t integer(int column) const { return sqlite3_column_int64(get(), column); }
  bool null(int column) const { return sqlite3_column_type(get(), column) == SQLITE_NULL; }
  // Holds until the next step(); empty for NULL.
  std::string_view text(int column) const;
  std::string string(int column) const { return std::string(text(column)); }

 private:
  struct Close {
    void operator()(sqlite3_stmt* s) const { sqlite3_finalize(s); }
  };
  sqlite3_stmt* get() const { return statement_.get(); }
  void check(int code);
  void bind(int place, std::string_view text);
  void bind(int place, const std::string& text) { bind(place, std::string_view(text)); }
  void bind(int place, const char* text) { bind(place, std::string_view(text)); }
  void bind(int place, Blob blob);
  void bind(int place, OrNull value);
  void bind(int place, KeyOrNull value);
  void bind(int place, std::nullopt_t);
  template <typename Number>
    requires std::is_integral_v<Number>
  void bind(int place, Number number) {
    check(sqlite3_bind_int64(get(), place, std::int64_t(number)));
  }
  template <typename Value>
  void bind(int place, const std::optional<Value>& value) {
    value ? bind(place, *value) : bind(place, std::nullopt);
  }

  sqlite3* db_;
  std::unique_ptr<sqlite3_stmt, Close> statement_;
};

class Database {
 public:
  enum class Mode { kRead, kImmutable, kWrite, kCreate };
  Database(const std::string& absolute_path, Mode mode, std::chrono::milliseconds busy_timeout);

  sqlite3* get() const { return db_.get(); }
  void run(const char* sql);                        // one or more statements
  std::int64_t integer(const char* sql) const;      // first cell of the first row

 private:
  struct Close {
    void operator()(sqlite3* db) const { sqlite3_close_v2(db); }
  };
  std::unique_ptr<sqlite3, Close> db_;
};

// Rolled back unless commit() was called.
class Transaction {
 public:
  enum class Kind { kRead, kWrite };   // a writer waits for other writers here, and nowhere later
  Transaction(Database& db, Kind kind);
  ~Transaction();
  void commit();

 private:
  Database& db_;
  bool open_ = true;
};

}  // namespace dragoman::store_impl

#endif  // DRAGOMAN_STORE_SQLITE_H_
