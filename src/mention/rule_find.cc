// Part of dragoman; see LICENSE.
//
// Most units start no match of any rule, and most rules have no match in a given sentence.
// Both are told cheaply by the kinds of units (unit_kinds.h): a kind knows the rules that may
// start with it and those that may go on with it, so that two units give the rules worth
// trying, as bits; and a sentence that lacks what every match of a rule holds rules it out,
// as does a unit in front that the rule must not follow.
// Only then does the rule's automaton run.
//
// At each token a rule's longest match wins, and it is tried again after what it marked.

#include <algorithm>
#include <bit>

#include <re2/re2.h>

#include "mention/rule_set.h"
#include "mention/value.h"

namespace dragoman {

void RuleSet::find(const Input& input, RuleScratch& scratch, RuleOutput& out) const {
  Input rest = input;     // without the sources in front of the sentence
  for (Index s = 0; s < input.tokens.sentences.size(); ++s) {
    const Sentence& sentence = input.tokens.sentences[s];
    while (!rest.sources.empty() && rest.sources.front().first < sentence.first) rest.sources = rest.sources.subspan(1);
    if (sentence.prose) find_in(rest, s, scratch, out);
  }
}

void RuleSet::add_regexes(const Input& input, RuleScratch& scratch) const {
  for (Units::Mixed& mixed : scratch.units.mixed) {
    Unit& unit = scratch.units.all[mixed.unit];
    const std::string_view word = input.text.slice(input.tokens.tokens[unit.first].span());
    for (std::size_t i = 0; i < regexes_.size(); ++i) {
      if (RE2::FullMatch(word, *regexes_[i].first)) mixed.form.regexes |= std::uint32_t{1} << i;
    }
    unit.kind = scratch.kinds.of(mixed.form);
  }
}

void RuleSet::find_in(const Input& input, Index sentence, RuleScratch& scratch,
                      RuleOutput& out) const {
  UnitKinds& kinds = scratch.kinds;
  kinds.prepare(index_);
  make_units(input.text, input.tokens, input.tokens.sentences[sentence], input.words,
             input.sources, kinds, scratch.units);
  if (!scratch.units.mixed.empty() && !regexes_.empty()) add_regexes(input, scratch);
  if (kinds.set_words() == 2) try_rules<2>(input, sentence, scratch, out);
  else try_rules<4>(input, sentence, scratch, out);
}

namespace {

// Of each unit the rules that may start there, and end there or go on at the next unit (the
// sentence's end is one), as kWords words; units without any are left out.  Returns how many are
// left.  met: the needs that some unit meets.
template <std::size_t kWords>
std::size_t find_starts(const UnitKinds& kinds, std::span<const Unit> units,
                        Index* at_unit, std::uint64_t* starts, std::uint64_t (&met)[kWords]) {
  const std::uint64_t* rows = kinds.rows();
  constexpr std::size_t row_size = 4 * kWords;
  std::uint64_t needs[kWords] = {};
  std::size_t count = 0;
  const std::uint64_t* here = rows + units[0].kind * row_size;
  for (std::size_t at = 0; at + 1 < units.size(); ++at) {
    const std::uint64_t* next = rows + units[at + 1].kind * row_size;
    std::uint64_t* rules = starts + count * kWords;
    std::uint64_t any = 0;
    for (std::size_t w = 0; w < kWords; ++w) {
      rules[w] = here[w] & (here[UnitKinds::single_at(kWords) + w] | next[UnitKinds::second_at(kWords) + w]);
      any |= rules[w];
    }
    at_unit[count] = Index(at);
    count += any != 0;
    for (std::size_t w = 0; w < kWords; ++w) needs[w] |= here[UnitKinds::needs_at(kWords) + w];
    here = next;
  }
  for (std::size_t w = 0; w < kWords; ++w) met[w] = needs[w] | here[UnitKinds::needs_at(kWords) + w];
  return count;
}

// Leaves of the starts the rules that are live and may stand behind the unit in front.  Returns how many starts have any;
// they are moved together without a branch.
template <std::size_t kWords>
std::size_t starts_left(const UnitKinds& kinds, std::span<const Unit> units, const std::uint64_t (&live)[kWords],
                        Index* at_unit, std::uint64_t* starts, std::size_t count) {
  std::size_t left = 0;
  for (std::size_t s = 0; s < count; ++s) {
    const Index at = at_unit[s];
    const bool behind = at > 0;
    const std::uint64_t* barred = kinds.barred_behind(units[at - behind].kind);
    std::uint64_t any = 0;
    for (std::size_t w = 0; w < kWords; ++w) {
      starts[left * kWords + w] = starts[s * kWords + w] & live[w] & ~(barred[w] & (0 - std::uint64_t(behind)));
      any |= starts[left * kWords + w];
    }
    at_unit[left] = at;
    left += any != 0;
  }
  return left;
}

}  // namespace

template <std::size_t kWords>
void RuleSet::try_rules(const Input& input, Index sentence, RuleScratch& scratch,
                        RuleOutput& out) const {
  static_assert(kWords <= kMaxRules / 64);
  static_assert(kWords <= kMaxNeedWords);
  const std::span<const Unit> units = scratch.units.all;
  const UnitKinds& kinds = scratch.kinds;

  std::uint64_t met[kWords];
  if (scratch.start_units.size() < units.size()) scratch.start_units.resize(units.size());
  if (scratch.starts.size() < units.size() * kWords) scratch.starts.resize(units.size() * kWords);
  std::size_t count = find_starts<kWords>(kinds, units, scratch.start_units.data(), scratch.starts.data(), met);
  // Those that may start somewhere and have what they need, told without a branch; what their automata read first comes
  // into the cache meanwhile.
  std::uint64_t live[kWords] = {};
  for (std::size_t s = 0; s < count; ++s) {
    for (std::size_t w = 0; w < kWords; ++w) live[w] |= scratch.starts[s * kWords + w];
  }
  const auto each_live = [&live](const auto& visit) {
    for (std::size_t w = 0; w < kWords; ++w) {
      for (std::uint64_t rules = live[w]; rules != 0; rules &= rules - 1) visit(w, std::countr_zero(rules));
    }
  };
  each_live([&](std::size_t w, int bit) {
    const std::size_t rule = w * 64 + std::size_t(bit);
    const RuleIndex::NeedSet& needs = index_.needs_of(rule);
    std::uint64_t lacks = 0;
    for (std::size_t n = 0; n < kWords; ++n) lacks |= needs[n] & ~met[n];
    live[w] ^= std::uint64_t(lacks != 0) << bit;
    scratch.resume[rule] = 0;
    __builtin_prefetch(&rules_[rule].program.first);
  });
  each_live([this](std::size_t w, int bit) { __builtin_prefetch(rules_[w * 64 + std::size_t(bit)].program.follow.data()); });
  count = starts_left<kWords>(kinds, units, live, scratch.start_units.data(), scratch.starts.data(), count);
  RuleMatch match;
  for (std::size_t s = 0; s < count; ++s) {
    const Index at = scratch.start_units[s];
    for (std::size_t w = 0; w < kWords; ++w) {
      for (std::uint64_t rules = scratch.starts[s * kWords + w]; rules != 0; rules &= rules - 1) {
        const std::size_t rule = w * 64 + std::size_t(std::countr_zero(rules));
        if (at < scratch.resume[rule]) continue;
        const Rule& r = rules_[rule];
        if (!r.program.match(kinds.accepted(rule, units.data()), Index(units.size()), at, match)) continue;
        if (match.pieces == 0) continue;
        if (match.last < units.size() && kinds.barred_in_front(units[match.last].kind, rule)) continue;
        scratch.resume[rule] = std::max(at + 1, match.piece[match.pieces - 1].last);
        emit(rule, match, at, input, sentence, scratch, out);
      }
    }
  }
}

void RuleSet::emit(std::size_t rule, const RuleMatch& match, Index start, const Input& input,
                   Index sentence, const RuleScratch& scratch, RuleOutput& out) const {
  const std::span<const Unit> units = scratch.units.all;
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
        if (!scratch.kinds.features(units[u].kind).has(kTitle)) continue;
        c.gender = units[u].gender;
        titled = true;
      }
      const bool family_name = titled && c.last - c.first == 1;
      for (Index u = piece.first; u < piece.last && c.gender == '-' && !family_name; ++u) {
        c.gender = units[u].gender;
      }
    }
    if (c.type == r.text.type && r.text.value != ValueKind::kNone) {
      const Sentence& in = input.tokens.sentences[sentence];
      const ValueContext context{input.text, input.tokens, lexicon_, in.first, in.last, input.date};
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
