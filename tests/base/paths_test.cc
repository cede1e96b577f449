// Part of dragoman; see LICENSE.

#include "base/paths.h"

#include <cstdlib>
#include <fstream>

#include <gtest/gtest.h>

namespace dragoman {
namespace {

namespace fs = std::filesystem;

// An empty tree below the temporary folder, gone at the end of the test.
class PathsTest : public testing::Test {
 protected:
  PathsTest() {
    std::string name = (fs::temp_directory_path() / "dragoman_paths_XXXXXX").string();
    root_ = fs::canonical(mkdtemp(name.data()));
  }
  ~PathsTest() override { fs::remove_all(root_); }

  fs::path touch(const fs::path& below_root) const {
    fs::create_directories((root_ / below_root).parent_path());
    std::ofstream(root_ / below_root) << "x";
    return root_ / below_root;
  }

  fs::path root_;
};

TEST_F(PathsTest, DataIsFoundFromEveryUsualPlaceOfABinary) {
  touch("share/dragoman/data/schema/relations.yaml");
  for (const char* binary : {"bin/dragoman", "lib/libdragoman.so.0", "lib/x86_64-linux-gnu/libd.so",
                             "dragoman", "tests/base_test"}) {
    EXPECT_EQ(data_near(touch(binary)), root_ / "share/dragoman/data") << binary;
  }
}

TEST_F(PathsTest, BundleGoesBeforeTheFolderBesideIt) {
  touch("share/dragoman/data/schema/relations.yaml");
  touch("share/dragoman/dragoman.bundle");
  EXPECT_EQ(data_near(touch("bin/dragoman")), root_ / "share/dragoman/dragoman.bundle");
}

TEST_F(PathsTest, LinkToTheBinaryIsFollowed) {
  touch("opt/share/dragoman/data/schema/relations.yaml");
  touch("opt/bin/dragoman");
  fs::create_directories(root_ / "usr/bin");
  fs::create_symlink(root_ / "opt/bin/dragoman", root_ / "usr/bin/dragoman");
  EXPECT_EQ(data_near(root_ / "usr/bin/dragoman"), root_ / "opt/share/dragoman/data");
}

TEST_F(PathsTest, FolderWithoutASchemaIsNoData) {
  touch("share/dragoman/data/README.md");
  EXPECT_EQ(data_near(touch("bin/dragoman")), "");
  EXPECT_EQ(data_near(root_ / "no/such/binary"), "");
  EXPECT_EQ(data_near(""), "");
}

TEST(DefaultDataTest, TestsRunOnTheDataOfTheirTree) {
  unsetenv("DRAGOMAN_DATA");
  EXPECT_FALSE(default_data_is_named());
  const fs::path beside = default_data().parent_path() / "data";
  EXPECT_EQ(fs::canonical(beside), fs::canonical(DRAGOMAN_SOURCE_DIR "/data"));
}

TEST(DefaultDataTest, EnvironmentWinsEvenIfItNamesNothing) {
  setenv("DRAGOMAN_DATA", "/no/such/data", 1);
  EXPECT_EQ(default_data(), "/no/such/data");
  setenv("DRAGOMAN_DATA", "", 1);
  EXPECT_NE(default_data(), "");
  unsetenv("DRAGOMAN_DATA");
}

}  // namespace
}  // namespace dragoman
