// Part of dragoman; see LICENSE.
//
// All questions that do not depend on tags of this sentence are known beforehand, but asking
// them again with the others costs less than keeping them apart.

#include "syntax/pos_tagger.h"

#include <algorithm>
#include <array>

namespace dragoman {
namespace {

constexpr std::array<std::string_view, 17> kUposNames = {"ADJ",  "ADP", "ADV",  "AUX",   "CCONJ", "DET",
                                                         "INTJ", "NOUN", "NUM", "PART",  "PRON",  "PROPN",
                                                         "PUNCT", "SCONJ", "SYM", "VERB", "X"};

Upos upos_of(std::string_view name) {
  name = name.substr(0, name.find(':'));
  const auto at = std::find(kUposNames.begin(), kUposNames.end(), name);
  return at == kUposNames.end() ? Upos::kX : Upos(at - kUposNames.begin());
}

}  // namespace

std::string_view to_string(Upos upos) { return kUposNames[std::size_t(upos)]; }

PosTagger::PosTagger(WeightTable weights, std::vector<std::string> names)
    : weights_(std::move(weights)), names_(std::move(names)) {
  for (const std::string& name : names_) upos_.push_back(upos_of(name));
}

Result<PosTagger> PosTagger::load(const std::filesystem::path& file) {
  Result<ModelReader> in = ModelReader::open(file, "pos");
  if (!in.ok()) return in.error();
  return read(*in);
}

Result<PosTagger> PosTagger::read(ModelReader& in) {
  const std::uint32_t count = in.count(1, kMostTags);
  std::vector<std::string> names;
  for (std::uint32_t i = 0; i < count; ++i) names.push_back(in.text());
  Result<WeightTable> weights = WeightTable::read(in);
  if (!weights.ok()) return weights.error();
  if (weights->labels() != kMostTags || !in.at_end()) return in.error();
  return PosTagger(*std::move(weights), std::move(names));
}

void PosTagger::write(ModelWriter& out) const {
  out.u32(std::uint32_t(names_.size()));
  for (const std::string& name : names_) out.text(name);
  weights_.write(out);
}

void PosTagger::tag(std::string_view text, std::span<const Token> tokens, const Lexicon& lexicon,
                    std::vector<std::uint8_t>& tags) const {
  thread_local PosWords words;
  words.read(text, tokens, lexicon);
  tags.resize(tokens.size());
  std::array<std::uint64_t, kPosQuestions> hashes;
  std::uint32_t before = 0, before2 = 0;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    words.ask(i, before, before2, hashes.data());
    for (const std::uint64_t hash : hashes) weights_.prefetch(hash);
    Scores<kMostTags> score;
    for (const std::uint64_t hash : hashes) weights_.add(hash, score);
    std::size_t best = 0;
    for (std::size_t t = 1; t < names_.size(); ++t) {
      if (score[t] > score[best]) best = t;
    }
    tags[i] = std::uint8_t(best);
    before2 = before;
    before = std::uint32_t(best) + 1;
  }
}

}  // namespace dragoman
