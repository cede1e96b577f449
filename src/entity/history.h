// Part of dragoman; see LICENSE.
//
// What a reader has in mind at a point of the text: the mentions so far, and which of
// them a pronoun or a description may mean.
//
// The choice follows centering in its simplest form: candidates that agree in type,
// number and gender; those of the current sentence first, then of the two before; within
// a sentence the earliest, which in English is mostly the subject (Grosz, Joshi and
// Weinstein 1995).  No training data, and it explains itself.

#ifndef DRAGOMAN_ENTITY_HISTORY_H_
#define DRAGOMAN_ENTITY_HISTORY_H_

#include <algorithm>
#include <array>
#include <vector>

#include "dragoman/document.h"
#include "dragoman/token.h"
#include "token/word_set.h"

namespace dragoman {

// Does a token stand first behind a semicolon, and so at the head of a clause?
inline bool behind_semicolon(const Document& document, Index token) {
  static constexpr std::uint64_t kSemicolon = word_hash(";");
  return token > 0 && document.tokens.tokens[token - 1].hash == kSemicolon;
}

class History {
 public:
  // room: working memory; what it held is lost.
  History(const Document& document, std::vector<Index>& room) : document_(document), seen_(room) { seen_.clear(); }

  // To be called for each mention that has its entity, in order.
  void add(Index mention) { seen_.push_back(mention); }

  // fits(const Mention&, const Entity&) -> bool, in what follows.

  // The entity meant at sentence `now`, looking back over `sentences` sentences.  Within
  // each, the earliest that fits (subject preference), or the latest if !subject_first.
  template <typename Fits>
  Index find(Index now, Index sentences, bool subject_first, const Fits& fits) const {
    Index best = kNone;
    Index best_sentence = kNone;
    for (std::size_t k = seen_.size(); k-- > stop();) {
      const Mention& m = document_.mentions[seen_[k]];
      if (m.sentence + sentences < now) break;
      if (best != kNone && m.sentence != best_sentence) break;   // an earlier sentence: decided
      if (!fits(m, document_.entities[m.entity])) continue;
      best = m.entity;
      best_sentence = m.sentence;
      if (!subject_first) break;
    }
    return best;
  }

  // The only entity that fits within `sentences` sentences; kNone if none or several do.
  template <typename Fits>
  Index only_one(Index now, Index sentences, const Fits& fits) const {
    Index found = kNone;
    for (std::size_t k = seen_.size(); k-- > stop();) {
      const Mention& m = document_.mentions[seen_[k]];
      if (m.sentence + sentences < now) break;
      if (m.entity == found || !fits(m, document_.entities[m.entity])) continue;
      if (found != kNone) return kNone;
      found = m.entity;
    }
    return found;
  }

  // Two entities that fit and were named side by side ("Rwanda and Uganda", not "Kenya, Rwanda and
  // Uganda"), the last such pair within `sentences` sentences; none if there is no such pair.
  template <typename Fits>
  std::vector<Index> last_joined(Index now, Index sentences, const Fits& fits) const {
    Index later = kNone;   // in seen_, of the fitting mention behind
    for (std::size_t k = seen_.size(); k-- > stop();) {
      const Mention& m = document_.mentions[seen_[k]];
      if (m.sentence + sentences < now) break;
      // "[Sri Lanka]'s government and the Tigers": what stands in another is not joined.
      if (k > 0 && document_.mentions[seen_[k - 1]].last >= m.last) continue;
      if (!fits(m, document_.entities[m.entity])) continue;
      if (later != kNone && joined(m, document_.mentions[later]) &&
          m.entity != document_.mentions[later].entity && !in_list(k, fits)) {
        return {m.entity, document_.mentions[later].entity};
      }
      later = seen_[k];
    }
    return {};
  }

  // The two entities that fit and are most in mind within `sentences` sentences: each mention
  // weighs less by a tenth with each sentence since.  Fewer if there are not two.
  template <typename Fits>
  std::vector<Index> most_salient(Index now, Index sentences, const Fits& fits) const {
    constexpr double kFades = 0.9;
    struct Weight {
      Index entity;
      double sum;
    };
    std::array<Weight, kMostLookedAt> weights;
    std::size_t size = 0;
    double weight = 1;
    Index sentence = now;
    for (std::size_t k = seen_.size(); k-- > stop();) {
      const Mention& m = document_.mentions[seen_[k]];
      if (m.sentence + sentences < now) break;
      for (; sentence > m.sentence; --sentence) weight *= kFades;
      if (!fits(m, document_.entities[m.entity])) continue;
      const auto same = [&m](const Weight& w) { return w.entity == m.entity; };
      const auto end = weights.begin() + std::ptrdiff_t(size);
      const auto at = std::find_if(weights.begin(), end, same);
      if (at == end) weights[size++] = {m.entity, weight};
      else at->sum += weight;
    }
    const std::size_t count = std::min<std::size_t>(2, size);
    std::partial_sort(weights.begin(), weights.begin() + std::ptrdiff_t(count), weights.begin() + std::ptrdiff_t(size),
                      [](const Weight& a, const Weight& b) { return a.sum > b.sum; });
    std::vector<Index> found;
    found.reserve(count);
    for (std::size_t i = 0; i < count; ++i) found.push_back(weights[i].entity);
    return found;
  }

  // The entities of the last list of exactly so many names that fit ("Kenya, Rwanda and Uganda" of 3), or of three and
  // more if count is 0, within `sentences` sentences, older first; none if there is no such list.
  template <typename Fits>
  std::vector<Index> last_list(Index now, Index sentences, std::size_t count, const Fits& fits) const {
    const auto so_many = [count](std::size_t n) { return count == 0 ? n >= 3 : n == count; };
    std::vector<Index> list;
    Index later = kNone;   // in the document, of the first name of the list so far
    for (std::size_t k = seen_.size(); k-- > stop();) {
      const Mention& m = document_.mentions[seen_[k]];
      if (m.sentence + sentences < now) break;
      // "[Sri Lanka]'s government": what stands in another is no name of the list.
      if (k > 0 && document_.mentions[seen_[k - 1]].last >= m.last) continue;
      const bool fit = fits(m, document_.entities[m.entity]);
      const bool goes_on = fit && later != kNone && listed(m, document_.mentions[later]);
      if (!goes_on) {
        if (so_many(list.size())) break;
        list.clear();
      }
      if (fit && std::find(list.begin(), list.end(), m.entity) == list.end()) list.push_back(m.entity);
      later = fit ? seen_[k] : kNone;
    }
    if (!so_many(list.size())) return {};
    std::reverse(list.begin(), list.end());
    return list;
  }

  // All that fit within `sentences` sentences, each once, if they are exactly so many; else none.
  template <typename Fits>
  std::vector<Index> exactly(Index now, Index sentences, std::size_t count, const Fits& fits) const {
    std::vector<Index> found;
    for (std::size_t k = seen_.size(); k-- > stop();) {
      const Mention& m = document_.mentions[seen_[k]];
      if (m.sentence + sentences < now) break;
      if (!fits(m, document_.entities[m.entity]) || std::find(found.begin(), found.end(), m.entity) != found.end()) continue;
      if (found.size() == count) return {};
      found.push_back(m.entity);
    }
    if (found.size() != count) found.clear();
    return found;
  }

  // Calls visit(const Mention&, const Entity&) for each mention within `sentences` sentences, the last first.
  template <typename Visit>
  void each(Index now, Index sentences, const Visit& visit) const {
    for (std::size_t k = seen_.size(); k-- > stop();) {
      const Mention& m = document_.mentions[seen_[k]];
      if (m.sentence + sentences < now) break;
      visit(m, document_.entities[m.entity]);
    }
  }

  // The last two different entities that fit, older first; fewer if there are not two.
  template <typename Fits>
  std::vector<Index> last_two(Index now, Index sentences, const Fits& fits) const {
    Index newer = kNone;
    for (std::size_t k = seen_.size(); k-- > stop();) {
      const Mention& m = document_.mentions[seen_[k]];
      if (m.sentence + sentences < now) break;
      if (m.entity == newer || !fits(m, document_.entities[m.entity])) continue;
      if (newer != kNone) return {m.entity, newer};
      newer = m.entity;
    }
    return newer == kNone ? std::vector<Index>() : std::vector<Index>{newer};
  }

 private:
  // No more than so many mentions are looked at, so that a sentence with hundreds of names
  // stays linear.
  static constexpr std::size_t kMostLookedAt = 64;
  std::size_t stop() const { return seen_.size() > kMostLookedAt ? seen_.size() - kMostLookedAt : 0; }

  // Does a word stand behind a, and b behind it, with at most a title between?
  bool linked(const Mention& a, std::uint64_t word, const Mention& b) const {
    constexpr Index kTitle = 5;   // tokens
    if (a.sentence != b.sentence || b.first <= a.last || b.first > a.last + 1 + kTitle || document_.tokens.tokens[a.last].hash != word) return false;
    // "blamed [Serbs] and pleaded with [NATO]"
    static constexpr auto kApart = word_set({"with", "to", "for", "from", "on", "at", "by", "that", "against", "in", "over"});
    for (Index t = a.last + 1; t < b.first; ++t) {
      if (kApart.contains(document_.tokens.tokens[t].hash)) return false;
    }
    // "killed [rebels] and captured the [commander]": a verb, for its object begins behind it
    static constexpr auto kBegins = word_set({"the", "a", "an", "its", "his", "her", "their"});
    static constexpr auto kAll = word_set({"all", "both", "also", "then"});
    const Token& verb = document_.tokens.tokens[a.last + 1];
    if (b.first > a.last + 1 && !verb.has(kInitialCapital) && !kAll.contains(verb.hash) && !kBegins.contains(verb.hash)) {
      const Index object = a.last + 2;
      if (kBegins.contains(document_.tokens.tokens[object].hash)) return false;
    }
    return true;
  }
  // "Pashinyan and Azerbaijani President Aliyev"
  bool joined(const Mention& a, const Mention& b) const {
    static constexpr std::uint64_t kAnd = word_hash("and");
    return linked(a, kAnd, b);
  }
  // "Kenya, Rwanda and Uganda"
  bool listed(const Mention& a, const Mention& b) const {
    static constexpr std::uint64_t kComma = word_hash(",");
    return joined(a, b) || linked(a, kComma, b);
  }
  // Is there one more that fits in front of seen_[k], a comma between?
  template <typename Fits>
  bool in_list(std::size_t k, const Fits& fits) const {
    static constexpr std::uint64_t kComma = word_hash(","), kThe = word_hash("the");
    if (k == 0) return false;
    const Mention& m = document_.mentions[seen_[k]];
    const Mention& before = document_.mentions[seen_[k - 1]];
    // "Peru, [the] Philippines and Chad"
    const Index first = m.first > 0 && document_.tokens.tokens[m.first - 1].hash == kThe ? m.first - 1 : m.first;
    return before.sentence == m.sentence && before.last + 1 == first &&
           document_.tokens.tokens[before.last].hash == kComma && fits(before, document_.entities[before.entity]);
  }

  const Document& document_;
  std::vector<Index>& seen_;  // mentions
};

}  // namespace dragoman

#endif  // DRAGOMAN_ENTITY_HISTORY_H_
