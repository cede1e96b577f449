// Part of dragoman; see LICENSE.
//
// A folder that is gone after the test, and SQL as any other program would ask it.

#ifndef DRAGOMAN_TESTS_STORE_TEMP_FOLDER_H_
#define DRAGOMAN_TESTS_STORE_TEMP_FOLDER_H_

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include <gtest/gtest.h>
#include <sqlite3.h>

namespace dragoman {

class TempFolder {
 public:
  TempFolder() {
    std::string name = (std::filesystem::temp_directory_path() / "dragoman-XXXXXX").string();
    path_ = ::mkdtemp(name.data());
  }
  ~TempFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }
  TempFolder(const TempFolder&) = delete;
  TempFolder& operator=(const TempFolder&) = delete;

  const std::filesystem::path& path() const { return path_; }
  std::filesystem::path operator/(const std::string& name) const { return path_ / name; }

  std::filesystem::path write(const std::string& name, const std::string& content) const {
    std::filesystem::create_directories((path_ / name).parent_path());
    std::ofstream(path_ / name, std::ios::binary) << content;
    return path_ / name;
  }
  std::string read(const std::string& name) const {
    std::ifstream in(path_ / name, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
  }

 private:
  std::filesystem::path path_;
};

// Each row's cells, NULL as such, parted by U+001F.
inline std::vector<std::string> rows_of(const std::filesystem::path& file, const std::string& query) {
  sqlite3* db = nullptr;
  std::vector<std::string> rows;
  EXPECT_EQ(sqlite3_open(file.c_str(), &db), SQLITE_OK);
  sqlite3_busy_timeout(db, 10000);
  sqlite3_stmt* statement = nullptr;
  EXPECT_EQ(sqlite3_prepare_v2(db, query.c_str(), -1, &statement, nullptr), SQLITE_OK) << sqlite3_errmsg(db) << query;
  int code = SQLITE_DONE;
  while (statement != nullptr && (code = sqlite3_step(statement)) == SQLITE_ROW) {
    std::string& row = rows.emplace_back();
    for (int i = 0; i < sqlite3_column_count(statement); ++i) {
      if (i != 0) row += '\x1f';
      const void* text = sqlite3_column_blob(statement, i);
      const bool null = sqlite3_column_type(statement, i) == SQLITE_NULL;
      row += null ? "NULL" : std::string(static_cast<const char*>(text), std::size_t(sqlite3_column_bytes(statement, i)));
    }
  }
  EXPECT_EQ(code, SQLITE_DONE) << sqlite3_errmsg(db) << query;
  sqlite3_finalize(statement);
  sqlite3_close(db);
  return rows;
}

}  // namespace dragoman

#endif  // DRAGOMAN_TESTS_STORE_TEMP_FOLDER_H_
