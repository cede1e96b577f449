// Part of dragoman; see LICENSE.
//
// Parts of speech and dependency trees: each word of a sentence gets a tag, a head and a relation
// of Universal Dependencies (universaldependencies.org).
//
//   Result<Parser> parser = Parser::load("data/models/syntax.model", clusters);
//   Parser::Scratch scratch;                                    // one a thread
//   std::vector<ParsedWord> words;
//   parser->parse(text.view(), tokens.of(sentence), lexicon, scratch, words);
//   words[2].head;                                              // index in words, or kRootHead
//   parser->arc(words[2]) == Arc::kNsubj;
//   parser->upos(words[2]) == Upos::kNoun;
//   parser->tag_name(words[2].tag);                             // "NOUN:Plur"
//
// Greedy and projective (parse_state.h): two actions a word, each scored once by a small network
// (syntax_net.h).  About 2 us a word.  Immutable once loaded.

#ifndef DRAGOMAN_SYNTAX_PARSER_H_
#define DRAGOMAN_SYNTAX_PARSER_H_

#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "dragoman/token.h"
#include "syntax/syntax_net.h"

namespace dragoman {

// The universal parts of speech, in the order of their names.
enum class Upos : std::uint8_t {
  kAdj, kAdp, kAdv, kAux, kCconj, kDet, kIntj, kNoun, kNum, kPart, kPron, kPropn, kPunct, kSconj, kSym, kVerb, kX,
};
std::string_view to_string(Upos upos);

// The relations that are asked for; all others are kOther.
enum class Arc : std::uint8_t {
  kOther, kRoot, kNsubj, kNsubjPass, kObj, kIobj, kObl, kOblAgent, kCsubj, kCcomp, kXcomp, kAdvcl, kAcl, kAclRelcl,
  kNmod, kNmodPoss, kAppos, kCompound, kCompoundPrt, kFlat, kFixed, kConj, kCc, kCase, kMark, kDet, kAmod, kNummod,
  kAdvmod, kAux, kAuxPass, kCop, kExpl, kParataxis, kPunct,
};

inline constexpr std::uint32_t kRootHead = ~std::uint32_t{0};

struct ParsedWord {
  std::uint32_t head = kRootHead;   // word of the sentence
  std::uint8_t tag = 0;
  std::uint8_t relation = 0;
  // By how much the arc was preferred to what else could be done then, in 1/256 of a logit.
  // How often arcs of a margin are right: data/models/syntax.md.
  std::uint16_t margin = 0;
  friend bool operator==(const ParsedWord&, const ParsedWord&) = default;
};

class Parser {
 public:
  struct Scratch {
    SyntaxNet::Scratch net;
    ParseState state;
    std::vector<WordFeatureKeys> keys;
  };

  // clusters: those that it was trained with.  tags: each a universal part of speech and features behind colons (learn/conllu.h).
  Parser(NetWeights weights, std::vector<std::string> tags, std::vector<std::string> relations,
         std::shared_ptr<const WordClusters> clusters);

  // kNotFound if there is no such file, kBadData if it is no such model.
  static Result<Parser> load(const std::filesystem::path& file, std::shared_ptr<const WordClusters> clusters);
  static Result<Parser> read(ByteReader& in, std::shared_ptr<const WordClusters> clusters);
  // As sections "syntax" and "syntax.*" of a bundle, and back without copying; the bundle must outlive it.
  void add_to(BundleWriter& bundle) const;
  static Result<Parser> from_bundle(const std::shared_ptr<const Bundle>& bundle, std::shared_ptr<const WordClusters> clusters);
  static void write(const NetWeights& weights, const std::vector<std::string>& tags,
                    const std::vector<std::string>& relations, ByteWriter& out);

  // One entry a token of a sentence; exactly one has the root as its head.  text: what the
  // tokens' spans count in.  Allocates nothing once scratch and words have grown.
  void parse(std::string_view text, std::span<const Token> tokens, const Lexicon& lexicon, Scratch& scratch,
             std::vector<ParsedWord>& words) const;

  Upos upos(const ParsedWord& word) const { return upos_[word.tag]; }
  Arc arc(const ParsedWord& word) const { return arcs_[word.relation]; }
  const std::string& tag_name(std::uint8_t tag) const { return tags_[tag]; }
  const std::string& relation_name(std::uint8_t relation) const { return relations_[relation]; }
  const std::vector<std::string>& tags() const { return tags_; }
  const std::vector<std::string>& relations() const { return relations_; }

 private:
  Parser(SyntaxNet net, std::vector<std::string> tags, std::vector<std::string> relations,
         std::shared_ptr<const WordClusters> clusters);
  void name_all();                     // upos_ and arcs_, by tags_ and relations_

  SyntaxNet net_;
  std::vector<std::string> tags_, relations_;
  std::vector<Upos> upos_;
  std::vector<Arc> arcs_;
  std::shared_ptr<const WordClusters> clusters_;
};

}  // namespace dragoman

#endif  // DRAGOMAN_SYNTAX_PARSER_H_
