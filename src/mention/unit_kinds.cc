// Part of dragoman; see LICENSE.
//
// A kind costs about as many predicate tests as there are different predicates (some 200),
// once; afterwards a unit costs one probe of a small table.

#include "mention/unit_kinds.h"

#include <algorithm>
#include <atomic>
#include <bit>

namespace dragoman {
namespace {

// Is it what nearly every sentence holds: a fact of mere form, or a comma?
bool common(const Features& f) {
  for (Bit bit : {kAny, kWord, kCap, kUpper, kLower, kNameCap, kComma}) {
    if (f.has(bit)) return true;
  }
  return false;
}
bool common(const Predicate& p) { return common(p.any) && (!p.has_also || common(p.also)); }

}  // namespace

RuleIndex::RuleIndex() {
  static std::atomic<std::uint64_t> last{0};
  id_ = ++last;
}

std::uint16_t RuleIndex::number(const Predicate& predicate) {
  std::size_t at = 0;
  while (at < predicates_.size() && !(predicates_[at] == predicate)) ++at;
  if (at == predicates_.size()) predicates_.push_back(predicate);
  return std::uint16_t(at);
}

bool RuleIndex::add(const RuleProgram& program) {
  Entry entry;
  entry.program = &program;
  for (const Predicate& p : program.positions) entry.predicates.push_back(number(p));
  for (std::uint64_t first = program.first; first != 0; first &= first - 1) {
    entry.second |= program.follow[std::size_t(std::countr_zero(first))];
  }
  for (const Predicate& need : program.needs) {
    if (common(need)) continue;   // not worth looking for
    const std::uint16_t id = number(need);
    const std::size_t place = std::size_t(std::find(needs_.begin(), needs_.end(), id) - needs_.begin());
    if (place == needs_.size()) needs_.push_back(id);
    if (place >= kMaxNeeds) return false;
    entry.needs.set(place);
  }
  rules_.push_back(std::move(entry));
  return true;
}

void RuleIndex::set_meaning(std::vector<Features> lists, std::vector<Bit> regexes) {
  lists_ = std::move(lists);
  regexes_ = std::move(regexes);
}

Features RuleIndex::features(const UnitForm& form) const {
  Features f = lists_[form.lists];
  f.words[0] |= form.facts;
  for (std::uint32_t bits = form.regexes; bits != 0; bits &= bits - 1) {
    f.set(regexes_[std::size_t(std::countr_zero(bits))]);
  }
  return f;
}

void UnitKinds::clear() {
  kinds_.clear();
  accepted_.clear();
  slots_.assign(256, kFree);
}

void UnitKinds::prepare(const RuleIndex& index) {
  if (index_id_ != index.id() || kinds_.size() > kMostKinds) clear();
  index_ = &index;
  index_id_ = index.id();
  rules_ = index.rules().size();
}

void UnitKinds::grow() {
  slots_.assign(slots_.size() * 2, kFree);
  for (std::uint32_t kind = 0; kind < kinds_.size(); ++kind) {
    std::size_t at = hash(kinds_[kind].form) & (slots_.size() - 1);
    while (slots_[at] != kFree) at = (at + 1) & (slots_.size() - 1);
    slots_[at] = kind;
  }
}

std::uint32_t UnitKinds::make(const UnitForm& form) {
  const std::uint32_t number = std::uint32_t(kinds_.size());
  Kind& kind = kinds_.emplace_back();
  kind.form = form;
  kind.features = index_->features(form);
  const std::vector<Predicate>& predicates = index_->predicates();
  accepts_.resize(predicates.size());
  for (std::size_t p = 0; p < predicates.size(); ++p) accepts_[p] = predicates[p].accepts(kind.features);
  for (std::size_t r = 0; r < rules_; ++r) {
    const RuleIndex::Entry& rule = index_->rules()[r];
    std::uint64_t set = 0;
    for (std::size_t i = 0; i < rule.predicates.size(); ++i) {
      set |= std::uint64_t(accepts_[rule.predicates[i]]) << i;
    }
    accepted_.push_back(set);
    const std::uint64_t first = set & rule.program->first;
    if (first != 0) kind.start.set(r), kind.starts = true;
    if ((first & rule.program->accept) != 0) kind.single.set(r);
    if ((set & rule.second) != 0) kind.second.set(r);
  }
  for (std::size_t n = 0; n < index_->needs().size(); ++n) {
    if (accepts_[index_->needs()[n]]) kind.needs.set(n);
  }
  if (kinds_.size() * 2 > slots_.size()) {
    grow();
  } else {
    std::size_t at = hash(form) & (slots_.size() - 1);
    while (slots_[at] != kFree) at = (at + 1) & (slots_.size() - 1);
    slots_[at] = number;
  }
  return number;
}

}  // namespace dragoman
