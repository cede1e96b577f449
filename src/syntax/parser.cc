// Part of dragoman; see LICENSE.
//
// Nothing is undone: each action is the best legal one, ties go to the smaller number.

#include "syntax/parser.h"

#include <algorithm>
#include <array>

namespace dragoman {
namespace {

constexpr std::size_t kActionStride = 8;
constexpr std::size_t kRelationStride = 64;

}  // namespace

Parser::Parser(WeightTable actions, WeightTable relations, std::vector<std::string> names)
    : actions_(std::move(actions)), relations_(std::move(relations)), names_(std::move(names)) {}

Result<Parser> Parser::load(const std::filesystem::path& file) {
  Result<ModelReader> in = ModelReader::open(file, "parse");
  if (!in.ok()) return in.error();
  return read(*in);
}

Result<Parser> Parser::read(ModelReader& in) {
  const std::uint32_t count = in.count(1, kMostRelations);
  std::vector<std::string> names;
  for (std::uint32_t i = 0; i < count; ++i) names.push_back(in.text());
  Result<WeightTable> actions = WeightTable::read(in);
  if (!actions.ok()) return actions.error();
  Result<WeightTable> relations = WeightTable::read(in);
  if (!relations.ok()) return relations.error();
  if (actions->stride() != kActionStride || actions->labels() != kParseActions ||
      relations->stride() != kRelationStride || relations->labels() != kMostRelations || !in.at_end()) {
    return in.error();
  }
  return Parser(*std::move(actions), *std::move(relations), std::move(names));
}

void Parser::write(ModelWriter& out) const {
  out.u32(std::uint32_t(names_.size()));
  for (const std::string& name : names_) out.text(name);
  actions_.write(out);
  relations_.write(out);
}

void Parser::parse(std::span<const Token> tokens, std::span<const std::uint8_t> tags,
                   std::vector<ParsedArc>& arcs) const {
  thread_local ParseState state;
  thread_local std::vector<std::uint64_t> words;
  words.clear();
  for (const Token& token : tokens) words.push_back(token.hash);
  state.start(words, tags);
  while (!state.done()) {
    const std::uint32_t legal = state.legal();
    std::uint32_t best = kShift;
    if ((legal & (legal - 1)) != 0) {       // a choice
      std::array<std::uint64_t, kActionQuestions> hashes;
      state.ask(hashes.data());
      for (const std::uint64_t hash : hashes) actions_.prefetch(hash);
      std::int16_t score[kActionStride] = {};
      for (const std::uint64_t hash : hashes) actions_.add<kActionStride>(hash, score);
      std::int32_t most = -(1 << 20);
      for (std::uint32_t a = 0; a < kParseActions; ++a) {
        if ((legal >> a & 1) && score[a] > most) {
          most = score[a];
          best = a;
        }
      }
    } else {
      while ((legal >> best & 1) == 0) ++best;
    }
    if (best == kShift) {
      state.shift();
      continue;
    }
    const auto action = ParseAction(best);
    std::array<std::uint64_t, kRelationQuestions> hashes;
    state.ask_relation(state.head_of(action), state.dependent(), hashes.data());
    for (const std::uint64_t hash : hashes) relations_.prefetch(hash);
    alignas(64) std::int16_t score[kRelationStride] = {};
    for (const std::uint64_t hash : hashes) relations_.add<kRelationStride>(hash, score);
    const auto relation = std::max_element(score, score + names_.size()) - score;
    state.reduce(action, std::uint8_t(relation + 1));
  }
  arcs.resize(tokens.size());
  for (std::uint32_t i = 0; i < tokens.size(); ++i) {
    const std::uint32_t head = state.head(i + 1);
    arcs[i] = {head == 0 ? kRootHead : head - 1, std::uint8_t(state.relation(i + 1) - 1)};
  }
}

}  // namespace dragoman
