// Part of dragoman; see LICENSE.

#include "learn/name_trainer.h"

#include <filesystem>

#include <gtest/gtest.h>
#include <unistd.h>

#include "mention/name_agreement.h"

namespace dragoman {
namespace {

const std::shared_ptr<const Knowledge>& knowledge() {
  static const auto loaded = *Knowledge::load({.data = DRAGOMAN_SOURCE_DIR "/data", .overlays = {}, .models = false});
  return loaded;
}

// "[Tessa Quill PER] spoke ." with the marks taken out.
MarkedText marked_text(const std::string& line) {
  MarkedText out;
  out.id = "t";
  std::size_t open = 0;
  for (std::size_t i = 0; i < line.size(); ++i) {
    if (line[i] == '[') {
      open = out.text.size();
    } else if (line[i] == ']') {
      const std::size_t space = out.text.rfind(' ');
      out.names.push_back({{std::uint32_t(open), std::uint32_t(space)}, out.text.substr(space + 1)});
      out.text.resize(space);
    } else {
      out.text += line[i];
    }
  }
  return out;
}

NameTrainerOptions small_set() {
  NameTrainerOptions options;
  for (const char* line : {
           "Envoys of [Kaldova LOC] met traders from [Brezhin LOC] in the harbour of [Port Semla LOC].",
           "[Tessa Quill PER] said that [Velorum Group ORG] had left the talks in [Kaldova LOC].",
           "The chair of [Velorum Group ORG], [Odran Fisk PER], flew to [Brezhin LOC] on Monday.",
           "Reporters asked [Odran Fisk PER] and [Tessa Quill PER] about grain from [Port Semla LOC].",
           "Farmers in [Kaldova LOC] say that [Minsal Trust ORG] pays late, while [Velorum Group ORG] pays nothing.",
           "A court in [Brezhin LOC] fined [Minsal Trust ORG] after [Lena Orvik PER] sued it.",
       }) {
    options.train.push_back(marked_text(line));
  }
  options.epochs = 6;
  options.bits = 10;
  return options;
}

std::shared_ptr<const WordClusters> no_clusters() { return std::make_shared<const WordClusters>(); }

std::string bytes_of(const NameTagger& tagger) {
  ByteWriter out;
  tagger.write(out);
  return out.bytes();
}

std::string tag(const NameTagger& tagger, const std::string& line) {
  const AnalysedText text = analyse_for_names(knowledge(), line);
  std::vector<TaggedName> names;
  tagger.tag(text.document, text.words, text.told, text.readings, names);
  std::string out;
  const auto& tokens = text.document.tokens.tokens;
  for (const TaggedName& name : names) {
    out += std::string(text.document.slice(Span{tokens[name.first].start, tokens[name.last - 1].end})) + "/" +
           "PLOM"[int(name.kind)] + " ";
  }
  return out;
}

TEST(NameTrainerTest, StoppedAndGoneOnGivesTheSameBytes) {
  NameTrainerOptions options = small_set();
  options.state = std::filesystem::temp_directory_path() / ("dragoman-training-names-" + std::to_string(getpid()));
  struct Stopped {};
  const auto train = [&](const NameProgress& progress) {
    return train_names(knowledge(), no_clusters(), options, progress);
  };
  const std::string whole = bytes_of(*train(nullptr));
  std::filesystem::remove(options.state);
  const auto stop = [](int epoch, double, const NameScore&) {
    if (epoch == 1) throw Stopped();
  };
  EXPECT_THROW((void)train(stop), Stopped);
  int epochs = 0;
  EXPECT_EQ(bytes_of(*train([&](int, double, const NameScore&) { ++epochs; })), whole);
  EXPECT_EQ(epochs, options.epochs - 1);
  std::filesystem::resize_file(options.state, std::filesystem::file_size(options.state) / 2);
  EXPECT_FALSE(train(nullptr).ok());
  std::filesystem::remove(options.state);
}

TEST(NameTrainerTest, LearnsItsOwnSentences) {
  const auto tagger = train_names(knowledge(), no_clusters(), small_set(), nullptr);
  ASSERT_TRUE(tagger.ok());
  EXPECT_EQ(tag(*tagger, "Tessa Quill of Velorum Group went to Brezhin."), "Tessa Quill/P Velorum Group/O Brezhin/L ");
  EXPECT_EQ(tag(*tagger, "the farmers say that grain pays nothing."), "");
}

TEST(NameTrainerTest, SameTextsGiveTheSameBytes) {
  const auto one = train_names(knowledge(), no_clusters(), small_set(), nullptr);
  const auto two = train_names(knowledge(), no_clusters(), small_set(), nullptr);
  ASSERT_TRUE(one.ok() && two.ok());
  EXPECT_EQ(bytes_of(*one), bytes_of(*two));
  NameTrainerOptions other = small_set();
  other.seed = 2;
  EXPECT_NE(bytes_of(*one), bytes_of(*train_names(knowledge(), no_clusters(), other, nullptr)));
}

TEST(NameTrainerTest, ModelComesBackFromAFile) {
  const auto tagger = train_names(knowledge(), no_clusters(), small_set(), nullptr);
  ASSERT_TRUE(tagger.ok());
  const std::string bytes = bytes_of(*tagger);
  ByteReader in(bytes, "n.model");
  const auto again = NameTagger::read(in, no_clusters());
  ASSERT_TRUE(again.ok());
  EXPECT_EQ(bytes_of(*again), bytes_of(*tagger));
}

TEST(NameTrainerTest, NothingToLearnFromIsAnError) {
  EXPECT_FALSE(train_names(knowledge(), no_clusters(), {}, nullptr).ok());
}

TEST(NameAgreementTest, FullNameAndSurnameAreFoundAgain) {
  const AnalysedText text = analyse_for_names(
      knowledge(), "Odran Vaskel arrived late. Ministers praised Vaskel. Critics of Odran Vaskel left.");
  std::vector<TaggedName> names = {{0, 2, 0, TagKind::kPerson}};
  agree_on_names(text.document, text.words, names);
  std::string out;
  for (const TaggedName& name : names) out += std::to_string(name.first) + "-" + std::to_string(name.last) + " ";
  EXPECT_EQ(out, "0-2 7-8 11-13 ");
}

TEST(NameAgreementTest, MostFrequentKindWins) {
  const AnalysedText text =
      analyse_for_names(knowledge(), "Zemlin paid. Zemlin lent. Zemlin sold. Traders trust Zemlin.");
  std::vector<TaggedName> names = {{0, 1, 0, TagKind::kOrganisation},
                                   {3, 4, 1, TagKind::kOrganisation},
                                   {6, 7, 2, TagKind::kOrganisation},
                                   {11, 12, 3, TagKind::kPerson}};
  agree_on_names(text.document, text.words, names);
  ASSERT_EQ(names.size(), 4u);
  EXPECT_EQ(names[3].kind, TagKind::kOrganisation);
}

}  // namespace
}  // namespace dragoman
