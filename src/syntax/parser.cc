// Part of dragoman; see LICENSE.
//
// Nothing is undone: each action is the best legal one, ties go to the smaller number.

#include "syntax/parser.h"

#include <algorithm>
#include <array>

namespace dragoman {
namespace {

constexpr std::array<std::string_view, 17> kUposNames = {"ADJ",  "ADP", "ADV",  "AUX",   "CCONJ", "DET",
                                                         "INTJ", "NOUN", "NUM", "PART",  "PRON",  "PROPN",
                                                         "PUNCT", "SCONJ", "SYM", "VERB", "X"};

// In the order of Arc, from kRoot on.
constexpr std::array<std::string_view, 34> kArcNames = {
    "root", "nsubj", "nsubj:pass", "obj", "iobj", "obl", "obl:agent", "csubj", "ccomp", "xcomp", "advcl", "acl",
    "acl:relcl", "nmod", "nmod:poss", "appos", "compound", "compound:prt", "flat", "fixed", "conj", "cc", "case",
    "mark", "det", "amod", "nummod", "advmod", "aux", "aux:pass", "cop", "expl", "parataxis", "punct"};

Upos upos_of(std::string_view name) {
  name = name.substr(0, name.find(':'));
  const auto at = std::find(kUposNames.begin(), kUposNames.end(), name);
  return at == kUposNames.end() ? Upos::kX : Upos(at - kUposNames.begin());
}

Arc arc_of(std::string_view name) {
  const auto at = std::find(kArcNames.begin(), kArcNames.end(), name);
  return at == kArcNames.end() ? Arc::kOther : Arc(at - kArcNames.begin() + 1);
}

std::vector<std::string> read_names(ByteReader& in, std::uint32_t most) {
  std::vector<std::string> names(in.count(1, most));
  for (std::string& name : names) name = in.text();
  return names;
}

void write_names(const std::vector<std::string>& names, ByteWriter& out) {
  out.u32(std::uint32_t(names.size()));
  for (const std::string& name : names) out.text(name);
}

}  // namespace

std::string_view to_string(Upos upos) { return kUposNames[std::size_t(upos)]; }

Parser::Parser(NetWeights weights, std::vector<std::string> tags, std::vector<std::string> relations,
               std::shared_ptr<const WordClusters> clusters)
    : net_(std::move(weights), std::uint32_t(tags.size()), std::uint32_t(relations.size())),
      tags_(std::move(tags)),
      relations_(std::move(relations)),
      clusters_(std::move(clusters)) {
  name_all();
}

Parser::Parser(SyntaxNet net, std::vector<std::string> tags, std::vector<std::string> relations,
               std::shared_ptr<const WordClusters> clusters)
    : net_(std::move(net)),
      tags_(std::move(tags)),
      relations_(std::move(relations)),
      clusters_(std::move(clusters)) {
  name_all();
}

void Parser::name_all() {
  for (const std::string& tag : tags_) upos_.push_back(upos_of(tag));
  for (const std::string& relation : relations_) arcs_.push_back(arc_of(relation));
}

Result<Parser> Parser::load(const std::filesystem::path& file, std::shared_ptr<const WordClusters> clusters) {
  Result<ByteReader> in = open_stream(file, "syntax");
  if (!in.ok()) return in.error();
  return read(*in, std::move(clusters));
}

Result<Parser> Parser::read(ByteReader& in, std::shared_ptr<const WordClusters> clusters) {
  std::vector<std::string> tags = read_names(in, NetWeights::kTagColumns);
  std::vector<std::string> relations = read_names(in, NetWeights::kRelationColumns);
  if (!in.ok()) return in.error();
  Result<NetWeights> weights = NetWeights::read(in);
  if (!weights.ok()) return weights.error();
  if (!in.at_end()) return in.error();
  return Parser(*std::move(weights), std::move(tags), std::move(relations), std::move(clusters));
}

void Parser::add_to(BundleWriter& bundle) const {
  ByteWriter names;
  write_names(tags_, names);
  write_names(relations_, names);
  bundle.add("syntax", std::span<const char>(names.bytes()));
  net_.add_to(bundle);
}

Result<Parser> Parser::from_bundle(const std::shared_ptr<const Bundle>& bundle,
                                   std::shared_ptr<const WordClusters> clusters) {
  Result<ByteReader> in = ByteReader::of(bundle, "syntax");
  if (!in.ok()) return in.error();
  std::vector<std::string> tags = read_names(*in, NetWeights::kTagColumns);
  std::vector<std::string> relations = read_names(*in, NetWeights::kRelationColumns);
  if (!in->ok() || !in->at_end()) return in->error();
  Result<SyntaxNet> net = SyntaxNet::from_bundle(*bundle, std::uint32_t(tags.size()), std::uint32_t(relations.size()));
  if (!net.ok()) return net.error();
  return Parser(*std::move(net), std::move(tags), std::move(relations), std::move(clusters));
}

void Parser::write(const NetWeights& weights, const std::vector<std::string>& tags,
                   const std::vector<std::string>& relations, ByteWriter& out) {
  write_names(tags, out);
  write_names(relations, out);
  weights.write(out);
}

void Parser::parse(std::string_view text, std::span<const Token> tokens, const Lexicon& lexicon, Scratch& scratch,
                   std::vector<ParsedWord>& words) const {
  constexpr std::int32_t kLogit = 1 << NetWeights::kWeightBits;   // of a sum, in 1/256
  ParseState& state = scratch.state;
  SyntaxNet::Scratch& net = scratch.net;
  scratch.keys.clear();
  for (const Token& token : tokens) {
    scratch.keys.push_back(word_features(text.substr(token.start, token.end - token.start), token.hash, lexicon,
                                         *clusters_));
  }
  words.assign(tokens.size(), {});
  if (tokens.empty()) return;
  net_.read_sentence(scratch.keys, net);
  state.start(std::uint32_t(tokens.size()));
  ParseView view;
  while (!state.done()) {
    const std::uint32_t legal = state.legal();
    state.look(view);
    net_.judge(view, net);
    std::uint32_t best = kParseActions;
    std::int32_t second = INT32_MIN;
    for (std::uint32_t a = 0; a < kParseActions; ++a) {
      if ((legal >> a & 1) == 0) continue;
      if (best == kParseActions || net.action[a] > net.action[best]) {
        if (best != kParseActions) second = net.action[best];
        best = a;
      } else {
        second = std::max(second, net.action[a]);
      }
    }
    if (best == kShift) {
      state.shift();
      continue;
    }
    const auto action = ParseAction(best);
    net_.judge_relation(action, net);
    const auto relation = std::max_element(net.relation.begin(), net.relation.begin() + net_.relations()) -
                          net.relation.begin();
    const std::int64_t lead = second == INT32_MIN ? 65535 : (std::int64_t(net.action[best]) - second) / kLogit;
    ParsedWord& word = words[state.dependent() - 1];
    word.margin = std::uint16_t(std::min<std::int64_t>(lead, 65535));
    state.reduce(action, std::uint8_t(relation + 1));
  }
  for (std::uint32_t i = 0; i < words.size(); ++i) {
    const std::uint32_t head = state.head(i + 1);
    words[i].head = head == 0 ? kRootHead : head - 1;
    words[i].relation = std::uint8_t(state.relation(i + 1) - 1);
    words[i].tag = net.tag[i];
  }
}

}  // namespace dragoman
