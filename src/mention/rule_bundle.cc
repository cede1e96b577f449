// Part of dragoman; see LICENSE.
//
// Rules in a bundle: words with their lists and values, patterns as they were compiled.  What is
// made of them in a moment (the index of predicates, RE2's automata) is made again when they are
// read.  The sentences of a rule stay behind: only tests read them.

#include <algorithm>

#include <re2/re2.h>

#include "base/fields.h"
#include "mention/rule_set.h"
#include "mention/value.h"

namespace dragoman {

template <> inline constexpr unsigned kEnumEnd<MentionType> = unsigned(MentionType::kCount);
template <> inline constexpr unsigned kEnumEnd<MentionForm> = unsigned(MentionForm::kPronominal) + 1;
template <> inline constexpr unsigned kEnumEnd<NominalKind> = unsigned(NominalKind::kPronoun) + 1;
template <> inline constexpr unsigned kEnumEnd<ValueKind> = unsigned(ValueKind::kAmount) + 1;

template <typename Visit>
void each_field(Features& f, Visit&& visit) {
  auto& [words] = f;
  visit(words);
}

template <typename Visit>
void each_field(Predicate& p, Visit&& visit) {
  auto& [any, also, none, has_also] = p;
  visit(any, also, none, has_also);
}

template <typename Visit>
void each_field(RulePiece& p, Visit&& visit) {
  auto& [type] = p;
  visit(type);
}

template <typename Visit>
void each_field(RuleProgram& p, Visit&& visit) {
  auto& [first, accept, marked, follow, positions, precede, capture, captures, needs] = p;
  visit(positions, follow, precede, capture, captures, first, accept, marked, needs);
}

template <typename Visit>
void each_field(RuleText& t, Visit&& visit) {
  auto& [name, about, file, line, type, pattern, not_after, not_before, form, nominal, plural, gender, value, for_tagger,
         removed, finds, ignores] = t;
  visit(name, file, line, type, pattern, not_after, not_before, form, nominal, plural, gender, value);
  static_cast<void>(about);      // for the reader of the file
  static_cast<void>(for_tagger);
  static_cast<void>(removed);
  static_cast<void>(finds);
  static_cast<void>(ignores);
}

template <typename Visit>
void each_field(Rule& r, Visit&& visit) {
  auto& [text, program, not_after, not_before] = r;
  visit(text, program, not_after, not_before);
}

namespace {

// Does nothing in it lead outside of it?
bool sound(const RuleProgram& p) {
  const std::size_t size = p.positions.size();
  if (size == 0 || size > kMaxPositions || p.follow.size() != size || p.precede.size() != size ||
      p.capture.size() != size) {
    return false;
  }
  const std::uint64_t all = ~std::uint64_t{0} >> (64 - size);
  const auto within = [all](std::uint64_t set) { return (set & ~all) == 0; };
  return within(p.first) && within(p.accept) && within(p.marked) &&
         std::all_of(p.follow.begin(), p.follow.end(), within) &&
         std::all_of(p.precede.begin(), p.precede.end(), within) &&
         std::all_of(p.capture.begin(), p.capture.end(),
                     [&p](std::uint8_t capture) { return capture <= p.captures.size(); });
}

}  // namespace

void RuleLexicon::write(ByteWriter& out, BundleWriter& bundle) const {
  write_value(out, list_names_);
  write_value(out, combinations_);
  write_value(out, told_);
  write_value(out, labels_);
  out.u32(std::uint32_t(word_count_));
  words_.add_to(bundle, "rules.words");
}

RuleLexicon RuleLexicon::read(ByteReader& in, const Bundle& bundle) {
  RuleLexicon lexicon;
  std::vector<std::string> lists;
  read_value(in, lists);
  if (lists.size() + kFirstListBit > kBitCount) in.spoil();
  if (!in.ok()) return lexicon;
  for (const std::string& list : lists) lexicon.list_bit(list);
  if (lexicon.list_names_.size() != lists.size()) in.spoil();   // a name twice, or one of a fact
  read_value(in, lexicon.combinations_);
  if (lexicon.combinations_.empty() || lexicon.combinations_.size() > WordFacts::kListMask + 1) in.spoil();
  read_value(in, lexicon.told_);
  if (lexicon.told_.size() != lexicon.combinations_.size()) in.spoil();
  read_value(in, lexicon.labels_);
  lexicon.word_count_ = in.u32();
  Result<FlatTable<Word>> words = FlatTable<Word>::from_bundle(bundle, "rules.words");
  if (!words.ok()) in.spoil();
  if (!in.ok()) return lexicon;
  if (bundle.checked()) {
    std::size_t count = 0;
    words->each([&](std::uint64_t, const Word& word) {
      ++count;
      if (word.combination >= lexicon.combinations_.size() || word.label >= lexicon.labels_.size()) in.spoil();
    });
    if (count != lexicon.word_count_) in.spoil();
  }
  lexicon.words_ = *std::move(words);
  return lexicon;
}

void RuleSet::add_to(BundleWriter& bundle) const {
  ByteWriter out;
  lexicon_.write(out, bundle);
  write_value(out, rules_);
  out.u32(std::uint32_t(regexes_.size()));
  for (const auto& [regex, bit] : regexes_) {
    out.text(regex->pattern());
    out.u16(bit);
  }
  bundle.add("rules", std::span<const char>(out.bytes()));
}

Result<RuleSet> RuleSet::from_bundle(const std::shared_ptr<const Bundle>& bundle) {
  Result<ByteReader> in = ByteReader::of(bundle, "rules");
  if (!in.ok()) return in.error();
  RuleSet set;
  set.lexicon_ = RuleLexicon::read(*in, *bundle);
  read_value(*in, set.rules_);
  const std::uint32_t regexes = in->count(0, kMaxRegexes);
  std::vector<Bit> bits;
  for (std::uint32_t i = 0; i < regexes && in->ok(); ++i) {
    const std::string pattern = in->text();
    const Bit bit = in->u16();
    auto regex = std::make_unique<re2::RE2>(pattern, re2::RE2::Quiet);
    if (!regex->ok() || bit >= kBitCount) in->spoil();
    bits.push_back(bit);
    set.regexes_.emplace_back(std::move(regex), bit);
  }
  if (!in->ok() || !in->at_end()) return in->error();
  const bool right = set.rules_.size() <= kMaxRules &&
                     std::all_of(set.rules_.begin(), set.rules_.end(), [](const Rule& r) { return sound(r.program); });
  if (!right) return bundle->damaged("rules");
  for (const Rule& rule : set.rules_) {
    if (!set.index_.add(rule.program, rule.not_after, rule.not_before)) return bundle->damaged("rules");
  }
  set.index_.set_meaning(set.lexicon_.combinations(), std::move(bits));
  set.values_ = std::make_unique<const ValueReader>(set.lexicon_);
  return set;
}

}  // namespace dragoman
