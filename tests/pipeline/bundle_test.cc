// Part of dragoman; see LICENSE.
//
// All knowledge in one bundle: tells the same as the folder it was compiled from, needs no folder
// beside it, and is refused, or harmless, when it lies.

#include <fstream>
#include <random>
#include <set>

#include <gtest/gtest.h>
#include <unistd.h>

#include "base/bundle.h"
#include "base/file.h"
#include "dragoman/export.h"
#include "dragoman/pipeline.h"
#include "pipeline/small_data.h"
#include "rounds.h"

namespace dragoman {
namespace {

namespace fs = std::filesystem;

const char* const kText =
    "Defence Minister Moussa Brikan visited Niger on Tuesday. Mali sent mortar shells to Niger in March 2024, Musa "
    "Brikan said in Bamako. The Kuzala Front crossed the Sahel. Brikan will visit Niger; its prime minister left.";

class BundleOfAllTest : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    root_ = fs::temp_directory_path() / ("dragoman_bundle_" + std::to_string(::getpid()));
    fs::create_directories(root_ / "data");
    write_small_data(DRAGOMAN_SOURCE_DIR, root_ / "data");
    ASSERT_TRUE(compile_bundle(root_ / "data", root_ / "small.bundle").ok());
  }
  static void TearDownTestSuite() { fs::remove_all(root_); }

  // All that is found, with the reasons.
  static std::string read(const Pipeline& pipeline) {
    const auto document = pipeline.analyze(kText, {.id = "t", .date = Date{2024, 3, 20}, .outlet = "", .url = ""});
    if (!document.ok()) return document.error().message();
    std::string out = to_json(*document);
    for (const Mention& m : document->mentions) {
      const Origin origin = document->knowledge->origin(m.because);
      out.append(origin.file).append(":").append(std::to_string(origin.line)).append(" ").append(origin.name).append("\n");
    }
    return out;
  }
  static std::string read(const fs::path& data) {
    const auto pipeline = Pipeline::load({.data = data, .overlays = {}});
    return pipeline.ok() ? read(*pipeline) : pipeline.error().message();
  }

  static inline fs::path root_;
};

TEST_F(BundleOfAllTest, TellsTheSameAsTheFolder) {
  const std::string told = read(root_ / "small.bundle");
  EXPECT_EQ(told, read(root_ / "data"));
  EXPECT_NE(told.find("arms_transfer"), std::string::npos);
  EXPECT_NE(told.find("data/gazetteer/names.tsv:"), std::string::npos);
  EXPECT_NE(told.find("data/frames/visit.yaml"), std::string::npos);
}

TEST_F(BundleOfAllTest, ShippedBundleTellsTheSameAsTheShippedFolder) {
  ASSERT_TRUE(compile_bundle(DRAGOMAN_SOURCE_DIR "/data", root_ / "all.bundle").ok());
  EXPECT_EQ(read(root_ / "all.bundle"), read(DRAGOMAN_SOURCE_DIR "/data"));
}

TEST_F(BundleOfAllTest, TheSameFilesGiveTheSameBytesWhereverTheyLie) {
  fs::create_directories(root_ / "elsewhere" / "data");
  write_small_data(DRAGOMAN_SOURCE_DIR, root_ / "elsewhere" / "data");
  ASSERT_TRUE(compile_bundle(root_ / "elsewhere" / "data", root_ / "again.bundle").ok());
  EXPECT_EQ(*read_file(root_ / "again.bundle"), *read_file(root_ / "small.bundle"));
}

TEST_F(BundleOfAllTest, NeedsNoFolder) {
  fs::create_directories(root_ / "alone");
  fs::copy_file(root_ / "small.bundle", root_ / "alone" / "x.bundle");
  EXPECT_EQ(read(root_ / "alone" / "x.bundle"), read(root_ / "data"));
}

TEST_F(BundleOfAllTest, MissingAndOtherFilesAreErrors) {
  EXPECT_EQ(Pipeline::load({.data = root_ / "none.bundle", .overlays = {}}).error().code(), ErrorCode::kNotFound);
  std::ofstream(root_ / "text.bundle") << std::string(500, 'x');
  EXPECT_NE(read(root_ / "text.bundle").find("is no dragoman bundle"), std::string::npos);
}

// Sections cut, grown, emptied and changed behind checksums that hold: an error or an answer, never
// a crash, never an endless search.
TEST_F(BundleOfAllTest, HostileSectionsAreRefusedOrHarmless) {
  const auto good = Bundle::open(root_ / "small.bundle", Bundle::Check::kAll);
  ASSERT_TRUE(good.ok());
  const std::vector<Bundle::Section> sections = (*good)->sections();
  ASSERT_GT(sections.size(), 40u);
  std::mt19937 random(11);
  std::vector<int> refused(sections.size());
  int answered = 0;
  const int all = rounds(3000);
  for (int round = 0; round < all; ++round) {
    const std::size_t victim = std::size_t(round) % sections.size();
    BundleWriter writer;
    for (std::size_t i = 0; i < sections.size(); ++i) {
      std::vector<std::byte> bytes(sections[i].bytes.begin(), sections[i].bytes.end());
      if (i == victim) {
        const std::size_t element = sections[i].element;
        switch (random() % 6) {
          case 0: bytes.resize(bytes.size() - std::min(bytes.size(), element)); break;
          case 1: bytes.resize(bytes.size() * 2); break;
          case 2: bytes.clear(); break;
          default:
            for (std::uint32_t k = 1 + random() % 4; k > 0 && !bytes.empty(); --k) {
              // As often a small number as a wild one.
              bytes[random() % bytes.size()] = std::byte(random() % 2 == 0 ? random() % 8 : random());
            }
        }
      }
      writer.add(sections[i].name, bytes, sections[i].element);
    }
    const fs::path path = root_ / "hostile.bundle";
    ASSERT_TRUE(writer.save(path).ok());
    const auto pipeline = Pipeline::load({.data = path, .overlays = {}});
    if (!pipeline.ok()) {
      EXPECT_EQ(pipeline.error().code(), ErrorCode::kBadData) << pipeline.error().message();
      ++refused[victim];
    } else {
      read(*pipeline);
      ++answered;
    }
  }
  EXPECT_GT(answered, all / 10);
  // A section of which no spoilt copy was refused is not looked at, but for those whose every
  // content is harmless: bits and hashes that are only compared, and what overlays alone read.
  const std::set<std::string_view> harmless = {
      "frames.lists", "frames.noun_preps", "names.dates", "names.trie.first", "names.trie.first_lower",
      "titles.trie.first", "titles.trie.first_lower", "texts"};
  if (all < 3000) return;
  for (std::size_t i = 0; i < sections.size(); ++i) {
    if (harmless.contains(sections[i].name)) continue;
    EXPECT_GT(refused[i], 0) << sections[i].name;
  }
}

}  // namespace
}  // namespace dragoman
