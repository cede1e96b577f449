// Part of dragoman; see LICENSE.
//
// Most tokens start no match of any rule, and most rules have no match in a given sentence.
// Both are told cheaply.  Each feature bit knows the rules that can start with it, so that a
// token's bits give the rules worth trying; a rule is tried in a sentence only if that
// sentence has every kind of unit that all matches of the rule hold (checked once, when the
// rule is first tried there).  Only then does its automaton run, from that token.
//
// At each token a rule's longest match wins, and it is tried again after what it marked.

#include "mention/rule_set.h"

#include <algorithm>
#include <bit>
#include <fstream>
#include <sstream>

#include <fmt/format.h>
#include <re2/re2.h>

#include "mention/rule_pattern.h"
#include "mention/value.h"

namespace dragoman {

RuleSet::RuleSet() = default;
RuleSet::RuleSet(RuleSet&&) noexcept = default;
RuleSet& RuleSet::operator=(RuleSet&&) noexcept = default;
RuleSet::~RuleSet() = default;

Result<RuleSet> RuleSet::parse(const std::vector<Source>& files, RuleLexicon lexicon) {
  std::vector<RuleFile> read;
  for (const Source& file : files) {
    Result<RuleFile> one = parse_rule_file(file.name, file.content);
    if (!one.ok()) return one.error();
    read.push_back(std::move(one).value());
  }
  RuleSet set;
  set.lexicon_ = std::move(lexicon);
  PatternWorld world;
  world.lexicon = &set.lexicon_;
  for (const RuleFile& file : read) {
    for (const WordList& list : file.lists) {
      const auto bad = [&](const std::string& what) {
        return Error(ErrorCode::kBadData, fmt::format("{}:{}: {}", list.file, list.line, what));
      };
      const std::optional<Bit> bit = set.lexicon_.list_bit(list.name);
      if (!bit) return bad("too many word lists");
      if (*bit < kFirstListBit) return bad(fmt::format("\"{}\" is the name of a fact", list.name));
      world.lists.push_back(list.name);
      for (const WordList::Word& word : list.words) {
        const bool good = !word.label.empty() ? set.lexicon_.add_word(*bit, word.text, word.label)
                          : word.number       ? set.lexicon_.add_word(*bit, word.text, *word.number)
                                              : set.lexicon_.add_word(*bit, word.text);
        if (!good) {
          return bad(fmt::format("list \"{}\": \"{}\" has another value in another list",
                                 list.name, word.text));
        }
      }
    }
    for (const ShapeText& shape : file.shapes) {
      if (set.lexicon_.find_bit(shape.name) || world.shape(shape.name)) {
        return Error(ErrorCode::kBadData, fmt::format("{}:{}: the name \"{}\" is taken",
                                                      shape.file, shape.line, shape.name));
      }
      world.shapes.emplace_back(shape.name, shape.pattern);
    }
  }
  for (RuleFile& file : read) {
    for (RuleText& text : file.rules) {
      for (const Rule& other : set.rules_) {
        if (other.text.name != text.name) continue;
        return Error(ErrorCode::kBadData,
                     fmt::format("{}:{}: rule \"{}\" stands in {}:{} already", text.file,
                                 text.line, text.name, other.text.file, other.text.line));
      }
      Rule rule;
      const auto bad = [&](const Error& error) {
        return Error(ErrorCode::kBadData, fmt::format("{}:{}: rule \"{}\": {}", text.file,
                                                      text.line, text.name, error.message()));
      };
      Result<RuleProgram> program = compile_pattern(text.pattern, text.type, world);
      if (!program.ok()) return bad(program.error());
      rule.program = std::move(program).value();
      for (const auto& [atom, slot] : {std::pair(&text.not_after, &rule.not_after),
                                       std::pair(&text.not_before, &rule.not_before)}) {
        if (atom->empty()) continue;
        Result<std::vector<Predicate>> atoms = compile_atoms(*atom, world);
        if (!atoms.ok()) return bad(atoms.error());
        *slot = std::move(atoms).value();
      }
      rule.text = std::move(text);
      set.rules_.push_back(std::move(rule));
    }
  }
  if (set.rules_.size() > 60000) {
    return Error(ErrorCode::kLimit, fmt::format("{} rules; at most 60000", set.rules_.size()));
  }

  for (const auto& [source, bit] : world.regexes) {
    set.regexes_.emplace_back(std::make_unique<re2::RE2>(source, RE2::Quiet), bit);
  }
  set.stride_ = (set.rules_.size() + 63) / 64;
  set.starters_.assign(std::size_t(kBitCount) * set.stride_, 0);
  for (std::size_t r = 0; r < set.rules_.size(); ++r) {
    const RuleProgram& p = set.rules_[r].program;
    for (std::uint64_t first = p.first; first != 0; first &= first - 1) {
      const Predicate& predicate = p.positions[std::countr_zero(first)];
      // With two sets to meet, the one with fewer bits starts less often.
      const auto count = [](const Features& f) {
        int n = 0;
        for (std::uint64_t w : f.words) n += std::popcount(w);
        return n;
      };
      const bool use_also = predicate.has_also && (predicate.any.has(kAny) || predicate.any.has(kUpper) || predicate.any.has(kLower) ||
                                                   count(predicate.also) < count(predicate.any));
      const Features& start = use_also ? predicate.also : predicate.any;
      for (Bit bit = 0; bit < kBitCount; ++bit) {
        if (!start.has(bit)) continue;
        set.starters_[bit * set.stride_ + r / 64] |= std::uint64_t{1} << (r % 64);
        set.start_any_.set(bit);
      }
    }
  }
  set.values_ = std::make_unique<const ValueReader>(set.lexicon_);
  return set;
}

namespace {

bool accepted(const std::vector<Predicate>& any_of, const Unit& unit) {
  for (const Predicate& p : any_of) {
    if (p.accepts(unit.features)) return true;
  }
  return false;
}

Result<std::string> read_file(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) {
    return Error(ErrorCode::kNotFound, fmt::format("{}: cannot be opened", path.string()));
  }
  std::ostringstream all;
  all << in.rdbuf();
  return all.str();
}

}  // namespace

Result<RuleSet> RuleSet::load(const RuleSetOptions& options, RuleLexicon lexicon) {
  std::vector<std::filesystem::path> paths;
  std::error_code error;
  const std::filesystem::path folder = options.data / "rules";
  for (const auto& entry : std::filesystem::directory_iterator(folder, error)) {
    if (entry.path().extension() == ".yaml") paths.push_back(entry.path());
  }
  if (error) {
    return Error(ErrorCode::kNotFound,
                 fmt::format("{}: {}", folder.string(), error.message()));
  }
  std::sort(paths.begin(), paths.end());
  paths.insert(paths.end(), options.rules.begin(), options.rules.end());
  std::vector<Source> sources;
  for (const std::filesystem::path& path : paths) {
    Result<std::string> content = read_file(path);
    if (!content.ok()) return content.error();
    sources.push_back({path.string(), std::move(content).value()});
  }
  const std::filesystem::path words = options.data / "gazetteer" / "common_words.txt";
  if (std::filesystem::exists(words, error)) {
    Result<std::string> content = read_file(words);
    if (!content.ok()) return content.error();
    std::istringstream lines(*content);
    for (std::string line; std::getline(lines, line);) {
      if (!line.empty() && line[0] != '#') lexicon.add_common(line);
    }
  }
  return parse(sources, std::move(lexicon));
}

void RuleSet::find(const Text& text, const Tokens& tokens, std::span<const UnitSource> sources,
                   const std::optional<Date>& date, RuleScratch& scratch,
                   RuleOutput& out) const {
  for (Index s = 0; s < tokens.sentences.size(); ++s) {
    if (tokens.sentences[s].prose) find_in(text, tokens, s, sources, date, scratch, out);
  }
}

void RuleSet::add_regexes(const Text& text, const Tokens& tokens,
                          std::vector<Unit>& units) const {
  for (Unit& unit : units) {
    if (!unit.features.has(kMixed)) continue;
    const std::string_view word = text.slice(tokens.tokens[unit.first].span());
    for (const auto& [regex, bit] : regexes_) {
      if (RE2::FullMatch(word, *regex)) unit.features.set(bit);
    }
  }
}

bool RuleSet::needs_met(std::size_t rule, const Features& sentence, RuleScratch& scratch) const {
  const std::uint64_t bit = std::uint64_t{1} << (rule % 64);
  std::uint64_t& known = scratch.known[rule / 64];
  if (known & bit) return scratch.alive[rule / 64] & bit;
  known |= bit;
  for (const Features& need : rules_[rule].program.needs) {
    if (!need.any(sentence)) return false;
  }
  scratch.alive[rule / 64] |= bit;
  return true;
}

void RuleSet::find_in(const Text& text, const Tokens& tokens, Index sentence,
                      std::span<const UnitSource> sources, const std::optional<Date>& date,
                      RuleScratch& scratch, RuleOutput& out) const {
  std::vector<Unit>& units = scratch.units;
  make_units(text, tokens, tokens.sentences[sentence], sources, lexicon_, units);
  Features all;
  for (const Unit& unit : units) all |= unit.features;
  if (all.has(kMixed) && !regexes_.empty()) {
    add_regexes(text, tokens, units);
    for (const Unit& unit : units) all |= unit.features;
  }
  scratch.known.assign(stride_, 0);
  scratch.alive.assign(stride_, 0);
  scratch.wanted.resize(stride_);
  scratch.resume.assign(rules_.size(), 0);

  for (Index at = 0; at < units.size(); ++at) {
    const Features& f = units[at].features;
    if (!f.any(start_any_)) continue;
    std::fill(scratch.wanted.begin(), scratch.wanted.end(), 0);
    for (int w = 0; w < kFeatureWords; ++w) {
      for (std::uint64_t bits = f.words[w] & start_any_.words[w]; bits != 0; bits &= bits - 1) {
        const std::uint64_t* row =
            &starters_[std::size_t(w * 64 + std::countr_zero(bits)) * stride_];
        for (std::size_t i = 0; i < stride_; ++i) scratch.wanted[i] |= row[i];
      }
    }
    for (std::size_t i = 0; i < stride_; ++i) {
      std::uint64_t rules = scratch.wanted[i] & (~scratch.known[i] | scratch.alive[i]);
      for (; rules != 0; rules &= rules - 1) {
        const std::size_t rule = i * 64 + std::countr_zero(rules);
        if (at < scratch.resume[rule] || !needs_met(rule, all, scratch)) continue;
        RuleMatch match;
        const Rule& r = rules_[rule];
        if (!r.program.match(units, at, match) || match.pieces == 0) continue;
        if (at > 0 && accepted(r.not_after, units[at - 1])) continue;
        if (match.last < units.size() && accepted(r.not_before, units[match.last])) continue;
        scratch.resume[rule] = std::max(at + 1, match.piece[match.pieces - 1].last);
        emit(rule, match, at, text, tokens, sentence, date, units, out);
      }
    }
  }
}

void RuleSet::emit(std::size_t rule, const RuleMatch& match, Index start, const Text& text,
                   const Tokens& tokens, Index sentence, const std::optional<Date>& date,
                   std::span<const Unit> units, RuleOutput& out) const {
  const Rule& r = rules_[rule];
  for (int i = 0; i < match.pieces; ++i) {
    const RuleMatch::Piece& piece = match.piece[i];
    Candidate c;
    c.first = units[piece.first].first;
    c.last = units[piece.last - 1].last;
    c.sentence = sentence;
    c.rule = std::uint16_t(rule);
    c.type = r.program.captures[piece.capture].type;
    if (c.type == r.text.type) {
      c.form = r.text.form;
      c.nominal = r.text.nominal;
      c.plural = r.text.plural;
      c.gender = r.text.gender;
    }
    if (c.type == MentionType::kPerson && c.gender == '-') {
      // A title says it, else a given name.
      for (Index u = start; u < piece.last && c.gender == '-'; ++u) {
        if (u < piece.first ? units[u].features.has(kTitle) : true) c.gender = units[u].gender;
      }
    }
    if (c.type == r.text.type && r.text.value != ValueKind::kNone) {
      const ValueContext context{text, tokens, lexicon_, tokens.sentences[sentence].first,
                                 tokens.sentences[sentence].last, date};
      if (r.text.value == ValueKind::kDate) {
        const DateReading reading = values_->date(context, c.first, c.last);
        if (reading.impossible) continue;
        if (reading.value) {
          c.value = Index(out.dates.size());
          out.dates.push_back(*reading.value);
        }
      } else if (std::optional<Amount> amount = values_->amount(context, c.first, c.last)) {
        c.value = Index(out.amounts.size());
        out.amounts.push_back(std::move(*amount));
      } else {
        continue;
      }
    }
    out.candidates.push_back(c);
  }
}

}  // namespace dragoman
