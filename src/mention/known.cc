// Part of dragoman; see LICENSE.
//
// Two rounds: first every match is checked for its form, and those beyond doubt become
// evidence; then the doubtful ones (Turkey, Chad, Jordan) are judged by that evidence.
// Where the longest name at a token is turned away, the next shorter one is tried.

#include "mention/known.h"

#include <algorithm>
#include <optional>

#include "base/indices_where.h"
#include "mention/guard.h"

namespace dragoman {
namespace {

constexpr int kBesideState = 2;
constexpr std::size_t kMostRejected = 100'000;   // of one document; more say nothing new

struct Found {
  GazetteerMatch match;
  Index sentence;
  std::uint32_t begin, end;     // rows whose form is right
  bool doubtful;                // all of them need context
};

// Memory, kept from one document to the next.
struct KnownScratch {
  std::vector<Index> starts;               // tokens that a name may start with
  std::vector<NameEntry> rows, candidates;
  std::vector<Found> found;
  std::vector<GazetteerMatch> shorter;

  void clear() {
    rows.clear();
    found.clear();
  }
};

class KnownFinder {
 public:
  KnownFinder(const MentionModel& model, std::span<const WordFacts> words, Document& document,
              KnownScratch& scratch)
      : gazetteer_(model.gazetteer),
        words_(words),
        guard_(model.gazetteer, words, document),
        document_(document),
        tokens_(document.tokens.tokens),
        rows_(scratch.rows),
        found_(scratch.found),
        candidates_(scratch.candidates),
        shorter_(scratch.shorter),
        starts_(scratch.starts) {}

  void run(std::vector<KnownName>& known) {
    collect();
    for (const Found& found : found_) {
      if (found.doubtful) continue;
      // The name's first row speaks for it; ambiguous names are no evidence.
      if (found.end - found.begin == 1) guard_.add_evidence(rows_[found.begin].record);
    }
    for (at_ = 0; at_ < found_.size(); ++at_) {
      const Found& found = found_[at_];
      if (const std::optional<NameEntry> entry = decide(found)) {
        known.push_back({found.match.first, found.match.last, found.sentence, *entry});
      }
    }
  }

 private:
  void collect() {
    std::vector<GazetteerMatch>& shorter = shorter_;
    for (Index s = 0; s < document_.sentences().size(); ++s) {
      const Sentence& sentence = document_.sentences()[s];
      if (!sentence.prose) continue;
      Index free = sentence.first;     // behind the last name
      const auto starts = [this](Index i) { return words_[i].starts_name(tokens_[i]); };
      for (const Index i : indices_where(sentence.first, sentence.last, starts_, starts)) {
        if (i < free) continue;
        const GazetteerMatch match = gazetteer_.longest_at(tokens_, i, sentence.last);
        if (match.first == match.last) continue;
        free = match.last;
        if (add(match, s, sentence)) continue;
        // Turned away: a shorter name, or one that starts within it, may stand.
        for (Index at = match.first; at < match.last;) {
          shorter.clear();
          gazetteer_.all_at(tokens_, at, match.last, shorter);
          Index next = at + 1;
          while (!shorter.empty()) {
            if (!(shorter.back() .first == match.first && shorter.back().last == match.last) &&
                add(shorter.back(), s, sentence)) {
              next = shorter.back().last;
              break;
            }
            shorter.pop_back();
          }
          at = next;
        }
      }
    }
  }

  // False if no row of the name is written as it asks.
  bool add(const GazetteerMatch& match, Index s, const Sentence& sentence) {
    Found found{match, s, std::uint32_t(rows_.size()), 0, true};
    Why why = Why::kNotSaid;
    const NameEntries entries = gazetteer_.entries(match);
    for (const NameEntry& entry : entries) {
      const Why verdict = guard_.check_form(match, entry, sentence);
      if (verdict == Why::kNotSaid) {
        rows_.push_back(entry);
        if (guard_.needed(match, entry, sentence) == 0) found.doubtful = false;
      } else {
        why = verdict;
      }
    }
    found.end = std::uint32_t(rows_.size());
    if (found.begin == found.end) {
      reject(match, s, entries.front(), why);
      return false;
    }
    found_.push_back(found);
    return true;
  }

  // "Jordan and [Turkey]", "[Chad], Niger": a state in a list with another name of a state.
  bool beside_state(const Found& found, const NameEntry& entry) const {
    if (entry.type != MentionType::kState) return false;
    const auto linked = [this](Index from, Index to) {
      return to == from + 1 && (tokens_[from].hash == and_ || tokens_[from].hash == comma_ ||
                                tokens_[from].hash == or_);
    };
    const auto names_state = [this](const Found& other) {
      return std::any_of(rows_.begin() + other.begin, rows_.begin() + other.end,
                         [](const NameEntry& row) { return row.type == MentionType::kState; });
    };
    if (at_ > 0 && linked(found_[at_ - 1].match.last, found.match.first) && names_state(found_[at_ - 1])) {
      return true;
    }
    return at_ + 1 < found_.size() && linked(found.match.last, found_[at_ + 1].match.first) &&
           names_state(found_[at_ + 1]);
  }

  std::optional<NameEntry> decide(const Found& found) {
    if (!found.doubtful && found.end - found.begin == 1) return rows_[found.begin];
    const Sentence& sentence = document_.sentences()[found.sentence];
    candidates_.clear();
    // "Georgia" among senators is the American one, unless its own places are spoken of.
    constexpr int kAmerican = 3;
    const bool elsewhere = std::any_of(rows_.begin() + found.begin, rows_.begin() + found.end, [this](const NameEntry& row) {
      return row.type == MentionType::kPlace && gazetteer_.facts(row.record).state == usa_;
    });
    const bool american = elsewhere && guard_.american(sentence);
    for (std::uint32_t i = found.begin; i < found.end; ++i) {
      int needed = guard_.needed(found.match, rows_[i], sentence);
      if (american && rows_[i].type == MentionType::kState) needed += kAmerican;
      if (needed == 0 || guard_.support(found.match, rows_[i], sentence) +
                                 kBesideState * beside_state(found, rows_[i]) >= needed) {
        candidates_.push_back(rows_[i]);
      }
    }
    if (candidates_.empty()) {
      reject(found.match, found.sentence, rows_[found.begin], Why::kNoContext);
      return std::nullopt;
    }
    return candidates_[guard_.best(candidates_)];
  }

  void reject(const GazetteerMatch& match, Index s, const NameEntry& entry, Why why) {
    if (document_.rejected.size() >= kMostRejected) return;
    const KnownName name{match.first, match.last, s, entry};
    document_.rejected.push_back({mention_of(gazetteer_, document_, name), why, Span{}});
  }

  const Gazetteer& gazetteer_;
  std::span<const WordFacts> words_;
  NameGuard guard_;
  Document& document_;
  const std::vector<Token>& tokens_;
  std::vector<NameEntry>& rows_;
  std::vector<Found>& found_;
  std::vector<NameEntry>& candidates_;
  std::vector<GazetteerMatch>& shorter_;
  std::vector<Index>& starts_;
  const Index usa_ = gazetteer_.record_of("USA");
  std::size_t at_ = 0;            // the match that is being decided
  static inline const std::uint64_t and_ = fold_hash("and"), or_ = fold_hash("or"), comma_ = fold_hash(",");
};

}  // namespace

Mention mention_of(const Gazetteer& gazetteer, const Document& document, const KnownName& name) {
  const std::vector<Token>& tokens = document.tokens.tokens;
  const RecordFacts record = gazetteer.facts(name.entry.record);
  Mention m;
  m.first = name.first;
  m.last = name.last;
  m.span = {tokens[name.first].start, tokens[name.last - 1].end};
  m.sentence = name.sentence;
  m.type = name.entry.type;
  m.because = name.entry.origin;
  m.gender = record.gender;
  // A common noun ("artillery shells") names no single thing.
  const bool common_noun = m.type == MentionType::kWeapon && !name.entry.has_capital;
  if (!common_noun) m.record = name.entry.record;
  if (m.type == MentionType::kState || m.type == MentionType::kNationality) {
    m.state = name.entry.record;
    m.plural = name.entry.kind == NameKind::kDemonymPlural;
  } else {
    m.state = record.actor != kNone ? record.actor : record.state;
    m.plural = record.plural;
  }
  return m;
}

void find_known(const MentionModel& model, std::span<const WordFacts> words, Document& document,
                std::vector<KnownName>& known) {
  thread_local KnownScratch scratch;
  scratch.clear();
  KnownFinder(model, words, document, scratch).run(known);
}

}  // namespace dragoman
