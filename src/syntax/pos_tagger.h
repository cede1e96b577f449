// Part of dragoman; see LICENSE.
//
// Parts of speech, with the features that later stages ask for.
//
//   Result<PosTagger> tagger = PosTagger::load("data/models/pos.model");
//   std::vector<std::uint8_t> tags;
//   tagger->tag(text.view(), tokens.of(sentence), lexicon, tags);
//   tagger->name(tags[0]);      // "VERB:Past"
//   tagger->upos(tags[0]);      // Upos::kVerb
//
// Greedy, from left to right: each token takes the best tag given the two before it.
// Immutable once loaded.

#ifndef DRAGOMAN_SYNTAX_POS_TAGGER_H_
#define DRAGOMAN_SYNTAX_POS_TAGGER_H_

#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/weight_table.h"
#include "syntax/pos_features.h"

namespace dragoman {

// The universal parts of speech, in the order of their names.
enum class Upos : std::uint8_t {
  kAdj, kAdp, kAdv, kAux, kCconj, kDet, kIntj, kNoun, kNum, kPart, kPron, kPropn, kPunct, kSconj, kSym, kVerb, kX,
};
std::string_view to_string(Upos upos);

class PosTagger {
 public:
  static constexpr std::size_t kMostTags = 30;

  // names: of the tags, each a universal part of speech and features behind colons.
  PosTagger(WeightTable weights, std::vector<std::string> names);

  // kNotFound if there is no such file, kBadData if it is no such model.
  static Result<PosTagger> load(const std::filesystem::path& file);
  static Result<PosTagger> read(ModelReader& in);
  void write(ModelWriter& out) const;

  // One tag a token of a sentence.  text: what the tokens' spans count in.
  void tag(std::string_view text, std::span<const Token> tokens, const Lexicon& lexicon,
           std::vector<std::uint8_t>& tags) const;

  const std::string& name(std::uint8_t tag) const { return names_[tag]; }
  Upos upos(std::uint8_t tag) const { return upos_[tag]; }
  const std::vector<std::string>& names() const { return names_; }

 private:
  WeightTable weights_;
  std::vector<std::string> names_;
  std::vector<Upos> upos_;
};

}  // namespace dragoman

#endif  // DRAGOMAN_SYNTAX_POS_TAGGER_H_
