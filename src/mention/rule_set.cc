// Part of dragoman; see LICENSE.
//
// Most tokens start no match of any rule, and most rules have no match in a given sentence.
// Both are told cheaply.  A sentence without some bit that all matches of a rule hold rules it
// out.  Each feature bit knows the rules that can start with it and those that can go on with
// it, so that two units give the rules worth trying, as bits.  A rule is tried only up to the
// last unit that all its matches need (found once, when it is first tried).  Only then does
// its automaton run, and whatever predicate it asks is asked once a unit for all rules.
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
  if (set.rules_.size() > kMaxRules) {
    return Error(ErrorCode::kLimit,
                 fmt::format("{} rules; at most {}", set.rules_.size(), kMaxRules));
  }

  for (const auto& [source, bit] : world.regexes) {
    set.regexes_.emplace_back(std::make_unique<re2::RE2>(source, RE2::Quiet), bit);
  }
  set.index_rules();
  set.values_ = std::make_unique<const ValueReader>(set.lexicon_);
  return set;
}

namespace {

// Does the set hold a fact of mere form, or a comma?
bool common(const Features& f) {
  for (Bit bit : {kAny, kWord, kCap, kUpper, kLower, kNameCap, kComma}) {
    if (f.has(bit)) return true;
  }
  return false;
}

// Of two sets to meet, the one that fewer units do: lists before facts, facts such as GIVEN
// before those of case.
const Features& rarer(const Predicate& p) {
  if (!p.has_also) return p.any;
  if (common(p.any) != common(p.also)) return common(p.any) ? p.also : p.any;
  return p.also.words[0] == 0 ? p.also : p.any;
}

// Adds the rules that a table names for the bits of `f`; known: the bits it has rules for.
void add_rows(const std::vector<RuleBits>& table, const Features& f, const Features& known,
              RuleBits& rules) {
  for (int w = 0; w < kFeatureWords; ++w) {
    for (std::uint64_t bits = f.words[w] & known.words[w]; bits != 0; bits &= bits - 1) {
      rules |= table[std::size_t(w * 64 + std::countr_zero(bits))];
    }
  }
}

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

void RuleSet::index_rules() {
  const auto number = [&](const Predicate& p) {
    const auto at = std::find(predicates_.begin(), predicates_.end(), p);
    if (at != predicates_.end()) return std::uint16_t(at - predicates_.begin());
    predicates_.push_back(p);
    return std::uint16_t(predicates_.size() - 1);
  };
  start_of_bit_.assign(kBitCount, {});
  single_of_bit_.assign(kBitCount, {});
  second_of_bit_.assign(kBitCount, {});
  need_of_bit_.assign(kBitCount, {});
  const auto add = [](std::vector<RuleBits>& table, Features& known, const Features& f,
                      std::size_t rule) {
    known |= f;
    for (Bit bit = 0; bit < kBitCount; ++bit) {
      if (f.has(bit)) table[bit].set(rule);
    }
  };
  for (std::size_t r = 0; r < rules_.size(); ++r) {
    RuleProgram& p = rules_[r].program;
    for (const Predicate& predicate : p.positions) p.predicate.push_back(number(predicate));
    for (const Predicate& predicate : p.needs) p.need.push_back(number(predicate));
    std::uint64_t second = 0;
    for (std::uint64_t first = p.first; first != 0; first &= first - 1) {
      const int position = std::countr_zero(first);
      add(start_of_bit_, start_any_, rarer(p.positions[position]), r);
      if ((p.accept >> position) & 1) {
        add(single_of_bit_, start_any_, rarer(p.positions[position]), r);
      }
      second |= p.follow[position];
    }
    for (; second != 0; second &= second - 1) {
      add(second_of_bit_, second_any_, rarer(p.positions[std::countr_zero(second)]), r);
    }
    // What nearly every sentence holds is not worth looking for.
    std::erase_if(p.need, [&](std::uint16_t id) { return common(rarer(predicates_[id])); });
    if (p.need.empty()) {
      free_.set(r);
    } else {
      add(need_of_bit_, need_any_, rarer(predicates_[p.need[0]]), r);
    }
  }
}

// kNone: nowhere.
Index RuleSet::last_true(std::uint16_t predicate, const Features& all,
                         RuleScratch& scratch) const {
  constexpr Index kUnknown = kNone - 1;
  Index& last = scratch.last_true[predicate];
  if (last != kUnknown) return last;
  last = kNone;
  const Predicate& p = predicates_[predicate];
  if (!p.any.any(all) || (p.has_also && !p.also.any(all))) return last;
  for (Index unit = Index(scratch.units.size()); unit-- > 0;) {
    if (!scratch.memo.test(unit, predicate)) continue;
    last = unit;
    break;
  }
  return last;
}

Index RuleSet::last_start(const RuleProgram& program, const Features& all,
                          RuleScratch& scratch) const {
  Index last = Index(scratch.units.size());
  for (std::uint16_t need : program.need) {
    const Index there = last_true(need, all, scratch);
    if (there == kNone) return kNone;
    last = std::min(last, there);
  }
  return last;
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
  scratch.memo.reset(predicates_, units);
  RuleBits alive = free_, known;
  add_rows(need_of_bit_, all, need_any_, alive);
  scratch.last_true.assign(predicates_.size(), kNone - 1);
  scratch.resume.resize(rules_.size());
  scratch.last_start.resize(rules_.size());

  RuleMatch match;
  for (Index at = 0; at + 1 < units.size(); ++at) {
    // What may start here, goes on at the next unit (the sentence's end is one), and is alive.
    const Features& f = units[at].features;
    if (!f.any(start_any_)) continue;
    RuleBits wanted, second;
    for (int w = 0; w < kFeatureWords; ++w) {
      for (std::uint64_t bits = f.words[w] & start_any_.words[w]; bits != 0; bits &= bits - 1) {
        const std::size_t bit = std::size_t(w * 64 + std::countr_zero(bits));
        wanted |= start_of_bit_[bit];
        second |= single_of_bit_[bit];
      }
    }
    wanted &= alive;
    if (wanted.empty()) continue;
    add_rows(second_of_bit_, units[at + 1].features, second_any_, second);
    wanted &= second;
    for (std::size_t w = 0; w < wanted.words.size(); ++w) {
      for (std::uint64_t rules = wanted.words[w]; rules != 0; rules &= rules - 1) {
        const std::size_t rule = w * 64 + std::countr_zero(rules);
        const Rule& r = rules_[rule];
        const std::uint64_t bit = std::uint64_t{1} << (rule % 64);
        if ((known.words[w] & bit) == 0) {
          known.words[w] |= bit;
          scratch.resume[rule] = 0;
          const Index last = last_start(r.program, all, scratch);
          scratch.last_start[rule] = last == kNone ? 0 : last + 1;
        }
        if (at >= scratch.last_start[rule] || at < scratch.resume[rule]) continue;
        if (!r.program.match(scratch.memo, Index(units.size()), at, match)) continue;
        if (match.pieces == 0) continue;
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
      // A title says it, else a given name; one word alone after a title is a family name.
      bool titled = false;
      for (Index u = start; u < piece.first && c.gender == '-'; ++u) {
        if (!units[u].features.has(kTitle)) continue;
        c.gender = units[u].gender;
        titled = true;
      }
      const bool family_name = titled && c.last - c.first == 1;
      for (Index u = piece.first; u < piece.last && c.gender == '-' && !family_name; ++u) {
        c.gender = units[u].gender;
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
