// Part of dragoman; see LICENSE.
//
// A kind costs as many predicate tests as there are predicates that ask for what is true of it (some
// 30 of 200), once; afterwards a unit costs one probe of a small table.

#include "mention/unit_kinds.h"

#include <algorithm>
#include <atomic>
#include <bit>
#include <utility>

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
  std::uint64_t hash = predicate.has_also;
  for (const Features* f : {&predicate.any, &predicate.also, &predicate.none}) {
    for (const std::uint64_t word : f->words) hash = (hash ^ word ^ hash >> 29) * 0x9E3779B97F4A7C15ull;
  }
  for (;; ++hash) {
    const std::uint16_t* at = numbers_.find(hash);
    if (at == nullptr) break;
    if (predicates_[*at] == predicate) return *at;
  }
  const auto made = std::uint16_t(predicates_.size());
  predicates_.push_back(predicate);
  last_use_.push_back(0);
  predicate.any.each([&](Bit bit) { asking_[bit].push_back(made); });
  return numbers_[hash] = made;
}

bool RuleIndex::add(const RuleProgram& program, std::span<const Predicate> not_after,
                    std::span<const Predicate> not_before) {
  if (rules_.size() == kMaxRules) return false;
  Entry entry;
  NeedSet needs = {};
  entry.program = &program;
  for (std::size_t i = 0; i < program.positions.size(); ++i) {
    const std::uint16_t predicate = number(program.positions[i]);
    uses_.push_back({std::uint16_t(rules_.size()), std::uint16_t(i), last_use_[predicate]});
    last_use_[predicate] = std::uint32_t(uses_.size());
  }
  for (std::uint64_t first = program.first; first != 0; first &= first - 1) {
    entry.second |= program.follow[std::size_t(std::countr_zero(first))];
  }
  for (const Predicate& need : program.needs) {
    if (common(need)) continue;   // not worth looking for
    const std::uint16_t id = number(need);
    const std::size_t place = std::size_t(std::find(needs_.begin(), needs_.end(), id) - needs_.begin());
    if (place == needs_.size()) needs_.push_back(id);
    if (place >= kMaxNeeds) return false;
    needs[place / 64] |= std::uint64_t{1} << (place % 64);
  }
  const auto rule = std::uint16_t(rules_.size());
  for (const Predicate& p : not_after) bars_.push_back({number(p), rule, false});
  for (const Predicate& p : not_before) bars_.push_back({number(p), rule, true});
  rules_.push_back(entry);
  needs_of_.push_back(needs);
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

void UnitKinds::prepare(const RuleIndex& index) {
  index_ = &index;
  if (index_id_ == index.id() && features_.size() <= kMostKinds) return;
  index_id_ = index.id();
  rules_ = index.rules().size();
  set_words_ = std::max(rules_, index.needs().size()) <= 2 * 64 ? 2 : 4;
  static_assert(kMaxRules <= 4 * 64 && kMaxNeeds <= 4 * 64);
  slots_.assign(256, Slot{});
  mask_ = slots_.size() - 1;
  plain_.assign(2 * index.combinations(), kFree);
  signs_ = {};
  words_.fill({});
  features_.clear();
  rows_.clear();
  barred_.clear();
  accepted_.clear();
  // Room for the kinds of some hundred articles: moved, the largest table would cost more than what is in it.
  constexpr std::size_t kUsual = 1 << 10;
  features_.reserve(kUsual);
  rows_.reserve(kUsual * row_size());
  barred_.reserve(kUsual * 2 * set_words_);
  accepted_.reserve(kUsual * rules_);
}

void UnitKinds::put(const Slot& slot) {
  std::size_t at = hash(slot.form) & mask_;
  while (slots_[at].kind != kFree) at = (at + 1) & mask_;
  slots_[at] = slot;
}

std::uint32_t UnitKinds::make(const UnitForm& form) {
  const std::uint32_t kind = std::uint32_t(features_.size());
  const Features& features = features_.emplace_back(index_->features(form));
  const std::vector<Predicate>& predicates = index_->predicates();
  accepted_.resize(accepted_.size() + rules_);
  std::uint64_t* const accepted = accepted_.data() + kind * rules_;
  // Few predicates accept a unit: from each to the positions that ask for it.
  accepts_.assign(predicates.size(), 0);
  features.each([&](Bit bit) {
    for (const std::uint16_t p : index_->asking_for(bit)) {
      if (accepts_[p] || !predicates[p].accepts(features)) continue;
      accepts_[p] = 1;
      index_->each_use(p, [accepted](std::size_t rule, std::size_t position) {
        accepted[rule] |= std::uint64_t{1} << position;
      });
    }
  });

  rows_.resize(rows_.size() + row_size());
  std::uint64_t* row = rows_.data() + kind * row_size();
  const auto set = [](std::uint64_t* words, std::size_t i) { words[i / 64] |= std::uint64_t{1} << (i % 64); };
  for (std::size_t r = 0; r < rules_; ++r) {
    const std::uint64_t positions = accepted[r];
    if (positions == 0) continue;
    const RuleIndex::Entry& rule = index_->rules()[r];
    const std::uint64_t first = positions & rule.program->first;
    if (first != 0) set(row, r);
    if ((first & rule.program->accept) != 0) set(row + single_at(set_words_), r);
    if ((positions & rule.second) != 0) set(row + second_at(set_words_), r);
  }
  for (std::size_t n = 0; n < index_->needs().size(); ++n) {
    if (accepts_[index_->needs()[n]]) set(row + needs_at(set_words_), n);
  }

  barred_.resize(barred_.size() + 2 * set_words_);
  std::uint64_t* const barred = barred_.data() + kind * 2 * set_words_;
  for (const RuleIndex::Bar& bar : index_->bars()) {
    if (accepts_[bar.predicate]) set(barred + (bar.in_front ? set_words_ : 0), bar.rule);
  }

  if (2 * features_.size() > slots_.size()) {
    const std::vector<Slot> old(std::exchange(slots_, std::vector<Slot>(slots_.size() * 2)));
    mask_ = slots_.size() - 1;
    for (const Slot& slot : old) {
      if (slot.kind != kFree) put(slot);
    }
  }
  put({form, kind});
  return kind;
}

}  // namespace dragoman
