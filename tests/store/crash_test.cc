// Part of dragoman; see LICENSE.
//
// What a store survives: kill -9 at any moment, two writers, a full disk, missing permission.
// Children are forked; they leave with _Exit and tell the parent through a pipe.

#include <csignal>
#include <cstdlib>
#include <thread>

#include <gtest/gtest.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "dragoman/export.h"
#include "dragoman/store.h"
#include "graph/random_facts.h"
#include "store/temp_folder.h"

namespace dragoman {
namespace {

constexpr int kPerBatch = 8;

std::vector<DocumentFacts> batch(int number, const std::string& who = "") {
  RandomFacts random(unsigned(number) + 1);
  std::vector<DocumentFacts> documents;
  for (int k = 0; k < kPerBatch; ++k) {
    documents.push_back(random.document(who + std::to_string(number) + "-" + std::to_string(k)));
  }
  return documents;
}

std::string graph_of_batches(int count) {
  RelationGraph graph;
  for (int i = 0; i < count; ++i) {
    for (const DocumentFacts& d : batch(i)) (void)graph.add(d).ok();
  }
  return write_graph(graph, GraphFormat::kJson);
}

// Runs `body` in a child; its return value is the exit code.
template <typename Body>
pid_t in_child(Body body) {
  const pid_t child = ::fork();
  if (child == 0) std::_Exit(body());
  return child;
}

int exit_code_of(pid_t child) {
  int status = 0;
  ::waitpid(child, &status, 0);
  return WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status);
}

// The child puts batch after batch and says so after each.
void write_until_killed(const std::filesystem::path& file, int first, int tell) {
  Result<Store> store = Store::open(file);
  if (!store.ok()) std::_Exit(1);
  for (int i = first;; ++i) {
    if (!store->put(batch(i)).ok()) std::_Exit(2);
    (void)!::write(tell, "+", 1);
  }
}

class CrashTest : public testing::Test {
 protected:
  // Kills a writer some microseconds after it began, or after its first batch, and returns how many batches
  // are in the file.
  int kill_a_writer(const std::filesystem::path& file, int there, std::chrono::microseconds after, bool after_first) {
    int ends[2];
    EXPECT_EQ(::pipe(ends), 0);
    const pid_t child = in_child([&] { return write_until_killed(file, there, ends[1]), 0; });
    ::close(ends[1]);
    int told = 0;
    if (char c; after_first && ::read(ends[0], &c, 1) == 1) ++told;
    std::this_thread::sleep_for(after);
    ::kill(child, SIGKILL);
    EXPECT_EQ(exit_code_of(child), -SIGKILL);
    for (char c; ::read(ends[0], &c, 1) == 1;) ++told;
    ::close(ends[0]);

    const Result<Store> store = Store::open(file);
    if (!store.ok()) {
      ADD_FAILURE() << store.error().message();
      return there;
    }
    const std::size_t documents = store->counts()->documents;
    EXPECT_EQ(documents % kPerBatch, 0u) << "half a batch";
    const int now = int(documents) / kPerBatch;
    // It may have been killed between the commit and its word.
    EXPECT_GE(now, there + told) << "a batch that was told is lost";
    EXPECT_LE(now, there + told + 1);
    return now;
  }

  TempFolder folder_;
};

TEST_F(CrashTest, KilledFiftyTimesItLosesNoBatch) {
  const std::filesystem::path file = folder_ / "news.db";
  RandomFacts random(11);
  int there = 0;
  for (int i = 0; i < 50; ++i) {
    there = kill_a_writer(file, there, std::chrono::microseconds(random.below(30'000)), i % 2 == 0);
    ASSERT_FALSE(HasFailure()) << "round " << i;
    ASSERT_EQ(rows_of(file, "PRAGMA integrity_check"), std::vector<std::string>{"ok"});
  }
  EXPECT_GE(there, 25);
  EXPECT_EQ(rows_of(file, "INSERT INTO search(search, rank) VALUES ('integrity-check', 1)"), std::vector<std::string>{});
  const Result<Store> store = Store::open(file);
  ASSERT_TRUE(store.ok());
  EXPECT_TRUE(write_graph(*store->graph(), GraphFormat::kJson) == graph_of_batches(there));
}

TEST_F(CrashTest, KilledWhileTheFileIsMadeItIsMadeAgain) {
  RandomFacts random(12);
  for (int i = 0; i < 30; ++i) {
    kill_a_writer(folder_ / ("new" + std::to_string(i)), 0, std::chrono::microseconds(random.below(25'000)), false);
    ASSERT_FALSE(HasFailure()) << "round " << i;
  }
}

TEST_F(CrashTest, TwoWritersWaitForOneAnother) {
  const std::filesystem::path file = folder_ / "news.db";
  constexpr int kBatches = 40;
  const auto writer = [&](const std::string& who) {
    return in_child([&] {
      Result<Store> store = Store::open(file, {.sync = false});   // both make the file
      if (!store.ok()) return 1;
      for (int i = 0; i < kBatches; ++i) {
        if (!store->put(batch(i, who)).ok()) return 2;
        if (i % 5 == 4 && !*store->remove(who + std::to_string(i) + "-0")) return 3;
      }
      return 0;
    });
  };
  const pid_t one = writer("one-"), two = writer("two-");
  EXPECT_EQ(exit_code_of(one), 0);
  EXPECT_EQ(exit_code_of(two), 0);
  RelationGraph graph;
  for (const char* who : {"one-", "two-"}) {
    for (int i = 0; i < kBatches; ++i) {
      for (const DocumentFacts& d : batch(i, who)) ASSERT_TRUE(graph.add(d).ok());
      if (i % 5 == 4) {
        ASSERT_TRUE(graph.remove(who + std::to_string(i) + "-0"));
      }
    }
  }
  const Result<Store> store = Store::open(file);
  ASSERT_TRUE(store.ok());
  EXPECT_TRUE(write_graph(*store->graph(), GraphFormat::kJson) == write_graph(graph, GraphFormat::kJson));
  // Votes were counted by both.
  EXPECT_EQ(rows_of(file, "SELECT count(*) FROM entities e WHERE NOT blank AND name IS NOT (SELECT nullif(value, '') "
                          "FROM votes v WHERE v.entity = e.key AND field = 'name' "
                          "ORDER BY votes DESC, length(CAST(value AS BLOB)) DESC, value LIMIT 1)"),
            std::vector<std::string>{"0"});
}

TEST_F(CrashTest, AWriterThatDoesNotLetGoIsAnError) {
  const std::filesystem::path file = folder_ / "news.db";
  Result<Store> store = Store::open(file, {.busy_timeout = std::chrono::milliseconds(30)});
  ASSERT_TRUE(store.ok());
  sqlite3* other = nullptr;
  ASSERT_EQ(sqlite3_open(file.c_str(), &other), SQLITE_OK);
  ASSERT_EQ(sqlite3_exec(other, "BEGIN IMMEDIATE", nullptr, nullptr, nullptr), SQLITE_OK);
  const auto busy = store->put(batch(0));
  ASSERT_FALSE(busy.ok());
  EXPECT_EQ(busy.error().code(), ErrorCode::kUnreadable);
  EXPECT_EQ(busy.error().message(), file.string() + ": another program is writing and did not finish in time; try again");
  EXPECT_EQ(store->counts()->documents, 0u);   // readers go on
  sqlite3_close(other);
  EXPECT_TRUE(store->put(batch(0)).ok());
}

TEST_F(CrashTest, AFullFileKeepsWhatItHas) {
  const std::filesystem::path file = folder_ / "news.db";
  int there = 0;
  {
    Result<Store> store = Store::open(file, {.sync = false, .max_bytes = 400'000});
    ASSERT_TRUE(store.ok());
    Result<StoreChange> put = store->put(batch(0));
    while (put.ok() && there < 10'000) put = store->put(batch(++there));
    ASSERT_FALSE(put.ok());
    EXPECT_EQ(put.error().code(), ErrorCode::kUnreadable);
    EXPECT_EQ(put.error().message(), file.string() + ": no room: the disk or the file's limit is full; what stood in "
                                                     "the file stands, the documents of this batch are not in it");
    EXPECT_EQ(write_graph(*store->graph(), GraphFormat::kJson), graph_of_batches(there));
    // Room is made by taking something out.
    const std::vector<std::string> ids = *store->document_ids();
    for (const std::string& id : ids) {
      if (id.ends_with("-0") || id.ends_with("-1")) {
        ASSERT_TRUE(*store->remove(id));
      }
    }
    EXPECT_TRUE(store->put(batch(0)).ok());
  }
  EXPECT_LE(std::filesystem::file_size(file), 400'000u);
  EXPECT_EQ(rows_of(file, "PRAGMA integrity_check"), std::vector<std::string>{"ok"});
  Result<Store> larger = Store::open(file);
  ASSERT_TRUE(larger.ok());
  EXPECT_EQ(larger->put(batch(there))->added, std::size_t(kPerBatch));
}

// The system itself refuses to write more: here the log fills up first.
TEST_F(CrashTest, AFullDiskIsAnErrorAndTheFileStaysWhole) {
  const std::filesystem::path file = folder_ / "news.db";
  const pid_t child = in_child([&] {
    std::signal(SIGXFSZ, SIG_IGN);
    Result<Store> store = Store::open(file);
    if (!store.ok()) return 1;
    const rlimit limit{2'000'000, 2'000'000};
    ::setrlimit(RLIMIT_FSIZE, &limit);
    for (int i = 0; i < 10'000; ++i) {
      const auto put = store->put(batch(i));
      if (put.ok()) continue;
      if (put.error().code() != ErrorCode::kUnreadable) return 2;
      if (write_graph(*store->graph(), GraphFormat::kJson) != graph_of_batches(i)) return 3;
      return i > 3 ? 0 : 4;
    }
    return 5;
  });
  EXPECT_EQ(exit_code_of(child), 0);
  EXPECT_EQ(rows_of(file, "PRAGMA integrity_check"), std::vector<std::string>{"ok"});
  Result<Store> store = Store::open(file);
  ASSERT_TRUE(store.ok());
  EXPECT_EQ(store->counts()->documents % kPerBatch, 0u);
  EXPECT_TRUE(store->put(batch(9999)).ok());
}

// As a user without rights: for root there are none missing.
TEST_F(CrashTest, WithoutPermissionItCanBeReadAndNotWritten) {
  const std::filesystem::path file = folder_ / "news.db";
  {
    Result<Store> store = Store::open(file);
    ASSERT_TRUE(store.ok() && store->put(batch(0)).ok());
  }
  ::chmod(file.c_str(), 0444);
  ::chmod(folder_.path().c_str(), 0555);
  const pid_t child = in_child([&] {
    if (::geteuid() == 0 && ::setuid(65534) != 0) return 1;
    const Result<Store> write = Store::open(file);
    if (write.ok() || write.error().code() != ErrorCode::kUnreadable) return 2;
    if (write.error().message() != file.string() + ": cannot be written: no permission, or it was opened for reading") return 3;
    const Result<Store> made = Store::open(folder_ / "other.db");
    if (made.ok() || made.error().code() != ErrorCode::kUnreadable) return 4;
    const Result<Store> read = Store::open(file, {.mode = StoreMode::kRead});
    if (!read.ok()) return std::fprintf(stderr, "%s\n", read.error().message().c_str()), 5;
    return write_graph(*read->graph(), GraphFormat::kJson) == graph_of_batches(1) ? 0 : 6;
  });
  EXPECT_EQ(exit_code_of(child), 0);
  ::chmod(folder_.path().c_str(), 0755);
}

}  // namespace
}  // namespace dragoman
