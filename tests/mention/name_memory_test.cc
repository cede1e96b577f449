// Part of dragoman; see LICENSE.

#include "mention/name_memory.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <string>

namespace dragoman {
namespace {

// A document with readings, and the features of all of its sentences.
struct Read {
  Document document;
  std::vector<WordFacts> words;
  std::vector<Reading> readings;
};

Read read(std::string text) {
  Read made;
  made.document.text = *Text::from_utf8(std::move(text));
  made.document.tokens = tokenize(made.document.text);
  made.words.resize(made.document.tokens.tokens.size());
  return made;
}

// Three combinations of lists, of which the tagger knows two.
constexpr std::uint16_t kTold[] = {0, 1, 0};

// Texts whose words come again, before other neighbours and read in another way.
std::vector<Read> random_texts(std::uint32_t seed, std::size_t count) {
  static const char* const kWords[] = {"Kovac",  "kovac", "KOVAC", "the",   "Ministry", "of",  "Ödön",  "Harbour",
                                       "signed", "in",    "Tarvo", "(TRV)", "Ana-Lil",  "9th", "envoy", "said",
                                       "a.",     "Group", "met",   "extraordinarily-long-word-of-many-bytes"};
  std::mt19937 random(seed);
  std::vector<Read> texts;
  for (std::size_t n = 0; n < count; ++n) {
    std::string text;
    const std::size_t words = 1 + random() % 60;
    for (std::size_t w = 0; w < words; ++w) {
      text.append(kWords[random() % std::size(kWords)]).append(random() % 12 == 0 ? ". " : " ");
    }
    Read& made = texts.emplace_back(read(std::move(text)));
    for (WordFacts& word : made.words) {
      if (random() % 4 == 0) word.bits = WordFacts::kCommonWord | (random() % 3);
    }
    const Index tokens = Index(made.words.size());
    for (std::size_t k = 0; k < tokens / 5; ++k) {
      Reading& reading = made.readings.emplace_back();
      reading.mention.first = Index(random() % tokens);
      reading.mention.last = std::min(tokens, reading.mention.first + 1 + Index(random() % 2));
      reading.mention.type = MentionType(random() % std::size_t(MentionType::kCount));
      reading.known = random() % 2 == 0;
    }
  }
  return texts;
}

std::vector<NameQuestionsAlone> alone(const NameFeatures& features, const Sentence& sentence, const Stretch& stretch) {
  std::vector<NameQuestionsAlone> all;
  for (std::int64_t i = std::int64_t(stretch.first) - 1; i <= std::int64_t(stretch.last); ++i) {
    features.alone(sentence, i, all.emplace_back());
  }
  return all;
}

TEST(NameFeaturesTest, WhatIsAskedInPartsIsWhatIsAskedInAll) {
  const WordClusters clusters;
  NameFeatures features;
  std::size_t tokens = 0;
  for (const Read& text : random_texts(1, 60)) {
    features.read(text.document, {text.words, text.readings, clusters, kTold});
    for (const Stretch& stretch : features.stretches()) {
      if (stretch.known) continue;
      const Sentence& sentence = text.document.sentences()[stretch.sentence];
      std::vector<std::uint64_t> all, far;
      features.of(stretch, all);
      features.far(stretch, WeightTable(), far);
      const std::vector<NameQuestionsAlone> words = alone(features, sentence, stretch);
      for (std::size_t i = 0; i < stretch.last - stretch.first; ++i, ++tokens) {
        std::vector<std::uint64_t> expected(all.begin() + std::ptrdiff_t(i * kNameQuestions),
                                            all.begin() + std::ptrdiff_t((i + 1) * kNameQuestions));
        std::vector<std::uint64_t> parts(far.begin() + std::ptrdiff_t(i * kNameQuestionsFar),
                                         far.begin() + std::ptrdiff_t((i + 1) * kNameQuestionsFar));
        NameQuestionsOfPair before, after;
        features.pair(sentence, std::int64_t(stretch.first + i), before);
        features.pair(sentence, std::int64_t(stretch.first + i) + 1, after);
        parts.insert(parts.end(), before.second.begin(), before.second.end());
        parts.insert(parts.end(), after.first.begin(), after.first.end());
        parts.insert(parts.end(), words[i].before.begin(), words[i].before.end());
        parts.insert(parts.end(), words[i + 1].here.begin(), words[i + 1].here.end());
        parts.insert(parts.end(), words[i + 2].after.begin(), words[i + 2].after.end());
        std::sort(expected.begin(), expected.end());
        std::sort(parts.begin(), parts.end());
        ASSERT_EQ(parts, expected);
      }
    }
  }
  EXPECT_GT(tokens, 500u);
}

// The text with the stretches that the tagger is asked about in [], and those that are known in {}.
std::string marked(Read text, std::initializer_list<std::pair<const char*, MentionType>> known) {
  const std::vector<Token>& tokens = text.document.tokens.tokens;
  for (Index i = 0; i < tokens.size(); ++i) {
    for (const auto& [word, type] : known) {
      if (text.document.text.slice(tokens[i].span()) != word) continue;
      Reading& reading = text.readings.emplace_back();
      reading.mention.first = i;
      reading.mention.last = i + 1;
      reading.mention.type = type;
      reading.known = true;
    }
  }
  const WordClusters clusters;
  NameFeatures features;
  features.read(text.document, {text.words, text.readings, clusters, kTold});
  std::string out;
  std::size_t at = 0;
  for (const Stretch& stretch : features.stretches()) {
    const std::size_t begin = tokens[stretch.first].start, end = tokens[stretch.last - 1].end;
    out += text.document.text.view().substr(at, begin - at);
    out += stretch.known ? '{' : '[';
    out += text.document.text.view().substr(begin, end - begin);
    out += stretch.known ? '}' : ']';
    at = end;
  }
  return out + std::string(text.document.text.view().substr(at));
}

TEST(NameFeaturesTest, WhatIsReadAsNoNameIsAskedBesideOneOnly) {
  EXPECT_EQ(marked(read("On Monday the Envoy said that Super 8 and Ana Al-Kuwaiti had left for good."),
                   {{"Monday", MentionType::kDate}, {"Envoy", MentionType::kOffice}, {"8", MentionType::kQuantity},
                    {"Kuwaiti", MentionType::kNationality}}),
            "On Monday the Envoy said that [Super 8 and Ana Al-Kuwaiti] had left for good.");
}

TEST(NameFeaturesTest, NamesThatTheGazetteerIsSureOfAreKnown) {
  const std::initializer_list<std::pair<const char*, MentionType>> known = {
      {"Tarvo", MentionType::kState}, {"Velm", MentionType::kCity}, {"Guard", MentionType::kArmedGroup},
      {"Republic", MentionType::kCity}, {"Kovac", MentionType::kPerson}};
  EXPECT_EQ(marked(read("Tarvo said on its side that they had met in Velm, Tarvo."), known),
            "{Tarvo} said on its side that they had met in {Velm, Tarvo}.");
  EXPECT_EQ(marked(read("Tarvo Guard said on its side that the Republic of Tarvo had met Kovac."), known),
            "[Tarvo Guard] said on its side that the [Republic of Tarvo had met Kovac].");
  EXPECT_EQ(marked(read("Tarvo and Ministry said on its side that it had met Kovac."), known),
            "[Tarvo and Ministry] said on its side that it had met [Kovac].");
}

// Half of the questions of a text have weights.
WeightTable random_weights(const std::vector<Read>& texts, std::uint32_t seed) {
  std::mt19937 random(seed);
  WeightTable weights(kNameLabels, 14);
  const WordClusters clusters;
  NameFeatures features;
  std::vector<std::uint64_t> hashes;
  for (const Read& text : texts) {
    features.read(text.document, {text.words, text.readings, clusters, kTold});
    for (const Stretch& stretch : features.stretches()) {
      if (stretch.known) continue;
      features.of(stretch, hashes);
      for (const std::uint64_t hash : hashes) {
        std::int8_t row[kNameLabels];
        for (std::int8_t& weight : row) weight = std::int8_t(random());
        if (random() % 2 == 0) weights.put(hash, row);
      }
    }
  }
  return weights;
}

// Sums of the labels without any memory.
void expect_right(NameMemory& memory, const WeightTable& weights, const std::vector<Read>& texts) {
  const WordClusters clusters;
  NameFeatures features;
  std::vector<NameSums> sums;
  std::vector<std::uint64_t> all, far;
  for (const Read& text : texts) {
    features.read(text.document, {text.words, text.readings, clusters, kTold});
    for (const Stretch& stretch : features.stretches()) {
      if (stretch.known) continue;
      features.of(stretch, all);
      features.far(stretch, weights, far);
      memory.add(features, weights, stretch, text.document.sentences()[stretch.sentence], sums);
      for (std::size_t i = 0; i < sums.size(); ++i) {
        Scores<kNameLabels> expected, found;
        found.set(reinterpret_cast<const std::int16_t*>(sums[i].labels));
        for (std::size_t q = 0; q < kNameQuestions; ++q) weights.add(all[i * kNameQuestions + q], expected);
        for (std::size_t q = 0; q < kNameQuestionsFar; ++q) {
          weights.add(far[i * kNameQuestionsFar + q], found);
        }
        for (std::size_t l = 0; l < kNameLabels; ++l) ASSERT_EQ(found[l], expected[l]) << "label " << l;
      }
    }
  }
}

TEST(NameMemoryTest, WhatIsKeptIsWhatTheWeightsSay) {
  const std::vector<Read> texts = random_texts(2, 80);
  const WeightTable weights = random_weights(texts, 3);
  NameMemory memory;
  memory.begin(1);
  expect_right(memory, weights, texts);
  expect_right(memory, weights, texts);   // now all is known
}

TEST(NameMemoryTest, AnotherTaggersAnswersAreForgotten) {
  const std::vector<Read> texts = random_texts(4, 20);
  const WeightTable first = random_weights(texts, 5), second = random_weights(texts, 6);
  NameMemory memory;
  memory.begin(1);
  expect_right(memory, first, texts);
  memory.begin(2);
  expect_right(memory, second, texts);
}

}  // namespace
}  // namespace dragoman
