// Part of dragoman; see LICENSE.
//
// Readers, taggers and the parser on a few trees of our own.

#include <filesystem>

#include <gtest/gtest.h>
#include <unistd.h>

#include "learn/parse_oracle.h"
#include "learn/parse_trainer.h"

namespace dragoman {
namespace {

// word/UPOS/head/relation for each word -> CoNLL-U.
std::string conllu(const std::string& line) {
  std::string out;
  int id = 0;
  for (std::size_t at = 0; at < line.size();) {
    const std::size_t end = std::min(line.find(' ', at), line.size());
    std::string part[4];
    int n = 0;
    for (const char c : line.substr(at, end - at)) {
      if (c == '/') ++n;
      else part[n] += c;
    }
    const std::string features = part[1] == "VERB" ? "Tense=Past|VerbForm=Fin" : "_";
    out += std::to_string(++id) + "\t" + part[0] + "\t" + part[0] + "\t" + part[1] + "\t_\t" + features + "\t" +
           part[2] + "\t" + part[3] + "\t_\t_\n";
    at = end + 1;
  }
  return out + "\n";
}

const char* kTrees[] = {
    "Envoys/NOUN/2/nsubj reached/VERB/0/root Lusaka/PROPN/2/obj ./PUNCT/2/punct",
    "The/DET/2/det minister/NOUN/3/nsubj praised/VERB/0/root Ghana/PROPN/3/obj ./PUNCT/3/punct",
    "Traders/NOUN/2/nsubj sold/VERB/0/root grain/NOUN/2/obj to/ADP/5/case Malawi/PROPN/2/obl ./PUNCT/2/punct",
    "The/DET/2/det army/NOUN/3/nsubj left/VERB/0/root the/DET/5/det town/NOUN/3/obj ./PUNCT/3/punct",
    "Angola/PROPN/2/nsubj sent/VERB/0/root envoys/NOUN/2/obj to/ADP/5/case Lusaka/PROPN/2/obl ./PUNCT/2/punct",
    "The/DET/2/det envoys/NOUN/3/nsubj left/VERB/0/root ./PUNCT/3/punct",
};

std::vector<TreeSentence> trees() {
  std::string all;
  for (const char* tree : kTrees) all += conllu(tree);
  return *parse_conllu(all, "t.conllu");
}

const Lexicon& lexicon() {
  static const Lexicon loaded = *Lexicon::load(std::string(DRAGOMAN_SOURCE_DIR) + "/data/syntax");
  return loaded;
}

std::string complaint(std::string_view bytes) {
  const auto sentences = parse_conllu(bytes, "t.conllu");
  return sentences.ok() ? "read" : sentences.error().message();
}

TEST(ConlluTest, RangesAndEmptyNodesAreLeftOut) {
  const auto sentences = *parse_conllu(
      "# newdoc id = d7\n"
      "1-2\tdidn't\t_\t_\t_\t_\t_\t_\t_\t_\n"
      "1\tdid\tdo\tAUX\tVBD\tTense=Past|VerbForm=Fin\t3\taux\t_\tSpaceAfter=No\n"
      "2\tn't\tnot\tPART\tRB\t_\t3\tadvmod:neg\t_\t_\n"
      "2.1\tghost\t_\t_\t_\t_\t_\t_\t_\t_\n"
      "3\tvote\tvote\tVERB\tVB\tVerbForm=Inf\t0\troot\t_\t_\n\n",
      "t.conllu");
  ASSERT_EQ(sentences.size(), 1u);
  const TreeSentence& s = sentences[0];
  EXPECT_EQ(s.text, "didn't vote");
  EXPECT_EQ(s.document, "d7");
  EXPECT_EQ(s.tag, (std::vector<std::string>{"AUX:Past", "PART", "VERB:Inf"}));
  EXPECT_EQ(s.relation, (std::vector<std::string>{"aux", "advmod", "root"}));
  EXPECT_EQ(s.tokens[2].hash, fold_hash("vote"));
}

TEST(ConlluTest, BadLineSaysWhere) {
  EXPECT_EQ(complaint("1\ta\n"), "t.conllu:1: 2 columns, expected 10");
  EXPECT_EQ(complaint("2\ta\ta\tX\t_\t_\t0\troot\t_\t_\n"), "t.conllu:1: column 1: \"2\", expected 1");
  EXPECT_EQ(complaint("1\ta\ta\tX\t_\t_\tx\troot\t_\t_\n"),
            "t.conllu:1: column 7: \"x\", expected the number of the head");
  EXPECT_EQ(complaint("1\ta\ta\tX\t_\t_\t5\tdep\t_\t_\n\n"),
            "t.conllu:2: head 5 in the sentence before, expected at most 1");
}

std::shared_ptr<const WordClusters> no_clusters() { return std::make_shared<const WordClusters>(); }

ParseTrainerOptions small_options() {
  ParseTrainerOptions options;
  options.width = 32;
  options.hidden = 32;
  options.epochs = 150;
  options.rate = 0.005f;
  options.batch = 2;
  options.drop_words = options.drop_hidden = 0;
  options.least_words = options.least = 1;
  return options;
}

TrainedParser trained(const ParseTrainerOptions& options = small_options()) {
  return *train_parser(lexicon(), no_clusters(), trees(), {}, options, nullptr);
}

TEST(ParseTrainerTest, LearnsItsOwnSentences) {
  const TreeScore score = score_trees(trained().parser(), lexicon(), trees());
  EXPECT_EQ(score.upos, score.tokens);
  EXPECT_EQ(score.both, score.tokens);
}

TEST(ParseTrainerTest, SameTreesGiveTheSameBytes) {
  const auto bytes = [] {
    ByteWriter out;
    trained().write(out);
    return out.bytes();
  };
  EXPECT_EQ(bytes(), bytes());
}

TEST(ParseTrainerTest, StoppedAndGoneOnGivesTheSameBytes) {
  ParseTrainerOptions options = small_options();
  options.epochs = 6;
  options.state = std::filesystem::temp_directory_path() / ("dragoman-training-" + std::to_string(getpid()));
  struct Stopped {};
  for (const bool with_dev : {false, true}) {
    const std::vector<TreeSentence> dev = with_dev ? trees() : std::vector<TreeSentence>();
    const auto train = [&](const ParseProgress& progress) {
      return train_parser(lexicon(), no_clusters(), trees(), dev, options, progress);
    };
    ByteWriter whole, halves;
    train(nullptr)->write(whole);
    std::filesystem::remove(options.state);
    const auto stop = [](int epoch, double, const TreeScore&) {
      if (epoch == 4) throw Stopped();
    };
    EXPECT_THROW((void)train(stop), Stopped);
    int epochs = 0;
    train([&](int, double, const TreeScore&) { ++epochs; })->write(halves);
    EXPECT_EQ(epochs, 2);
    EXPECT_EQ(whole.bytes(), halves.bytes());
    ParseTrainerOptions other = options;
    other.rate *= 2;
    const auto refused = train_parser(lexicon(), no_clusters(), trees(), dev, other, nullptr);
    ASSERT_FALSE(refused.ok());
    EXPECT_NE(refused.error().message().find("other texts, data or options"), std::string::npos);
    std::filesystem::remove(options.state);
  }
}

TEST(ParseTrainerTest, TooManyTagsAreAnError) {
  std::string all;
  for (int i = 0; i < 40; ++i) all += conllu("w/T" + std::to_string(i) + "/0/root");
  const auto parser = train_parser(lexicon(), no_clusters(), *parse_conllu(all, "t.conllu"), {}, small_options(), nullptr);
  ASSERT_FALSE(parser.ok());
  EXPECT_EQ(parser.error().message(), "40 different tags, expected 1 to 32");
}

std::vector<ParsedWord> parse(const Parser& parser, const char* line) {
  const Text text = *Text::from_utf8(line);
  const Tokens tokens = tokenize(text);
  Parser::Scratch scratch;
  std::vector<ParsedWord> words;
  parser.parse(text.view(), tokens.tokens, lexicon(), scratch, words);
  return words;
}

TEST(ParserTest, EachSentenceGetsOneRoot) {
  const Parser parser = trained().parser();
  for (const char* line : {"Lusaka", "to to to . The", ". . .", "Ghana left Malawi sold grain praised"}) {
    const std::vector<ParsedWord> words = parse(parser, line);
    int roots = 0;
    for (std::size_t i = 0; i < words.size(); ++i) {
      roots += words[i].head == kRootHead;
      EXPECT_NE(words[i].head, i);
    }
    EXPECT_EQ(roots, 1) << line;
  }
}

TEST(ParserTest, TellsPartsOfSpeechAndArcs) {
  const Parser parser = trained().parser();
  const std::vector<ParsedWord> words = parse(parser, "The envoys praised Ghana.");
  ASSERT_EQ(words.size(), 5u);
  EXPECT_EQ(parser.upos(words[1]), Upos::kNoun);
  EXPECT_EQ(parser.tag_name(words[2].tag), "VERB:Past");
  EXPECT_EQ(parser.arc(words[1]), Arc::kNsubj);
  EXPECT_EQ(words[1].head, 2u);
  EXPECT_EQ(parser.arc(words[3]), Arc::kObj);
  EXPECT_EQ(parser.arc(words[2]), Arc::kRoot);
  EXPECT_EQ(parser.arc(words[4]), Arc::kPunct);
}

TEST(ParserTest, NoWordsNoArcs) {
  const Parser parser = trained().parser();
  Parser::Scratch scratch;
  std::vector<ParsedWord> words(3);
  parser.parse({}, {}, lexicon(), scratch, words);
  EXPECT_TRUE(words.empty());
}

TEST(ParserTest, WhatIsWrittenIsRead) {
  const TrainedParser made = trained();
  ByteWriter out;
  made.write(out);
  ByteReader in(out.bytes(), "syntax.model");
  const Result<Parser> read = Parser::read(in, no_clusters());
  ASSERT_TRUE(read.ok()) << read.error().message();
  const char* line = "Angola left the town to the minister.";
  EXPECT_EQ(parse(*read, line), parse(made.parser(), line));
}

// A model whose sums could overflow, or that is cut short, is refused.
TEST(ParserTest, SpoiltModelsAreRefused) {
  TrainedParser made = trained();
  const auto verdict = [](const std::string& bytes) {
    ByteReader in(bytes, "syntax.model");
    const Result<Parser> parser = Parser::read(in, no_clusters());
    return parser.ok() ? "read" : parser.error().message();
  };
  ByteWriter whole;
  made.write(whole);
  EXPECT_EQ(verdict(whole.bytes()), "read");
  made.weights.seats.assign(made.weights.seats.size(), 32767);
  ByteWriter large;
  made.write(large);
  EXPECT_NE(verdict(large.bytes()), "read");
  made.weights.seats.clear();
  ByteWriter cut;
  made.write(cut);
  EXPECT_NE(verdict(cut.bytes()), "read");
}

// Following the oracle alone gives back every projective tree.
TEST(ParseOracleTest, LeadsToTheTree) {
  for (const TreeSentence& sentence : trees()) {
    std::vector<std::uint32_t> heads(1, 0);
    heads.insert(heads.end(), sentence.head.begin(), sentence.head.end());
    ParseState state;
    state.start(std::uint32_t(sentence.tokens.size()));
    while (!state.done()) {
      const std::uint32_t right = cheapest_actions(state, heads);
      ASSERT_NE(right, 0u);
      if (right >> kShift & 1) state.shift();
      else state.reduce(right >> kLeft & 1 ? kLeft : kRight, 1);
    }
    for (std::uint32_t i = 1; i <= state.size(); ++i) EXPECT_EQ(state.head(i), heads[i]) << sentence.text;
  }
}

}  // namespace
}  // namespace dragoman
