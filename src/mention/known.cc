// Part of dragoman; see LICENSE.
//
// Two rounds: first every match is checked for its form, and those beyond doubt become
// evidence; then the doubtful ones (Turkey, Chad, Jordan) are judged by that evidence.
// Where the longest name at a token is turned away, the next shorter one is tried.

#include "mention/known.h"

#include <algorithm>
#include <array>
#include <optional>

#include "mention/gazetteer_data.h"
#include "mention/guard.h"
#include "token/generation.h"
#include "token/word_set.h"

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
  std::vector<NameEntry> rows, candidates;
  std::vector<Found> found;
  std::vector<GazetteerMatch> shorter;
  std::vector<Rejected> rejected;
  NameGuard::States states;

  void clear() {
    rows.clear();
    found.clear();
    rejected.clear();
  }
};

class KnownFinder {
 public:
  KnownFinder(const MentionModel& model, std::span<const WordFacts> words, std::span<const Index> starts,
              bool no_capitals, Document& document, KnownScratch& scratch)
      : gazetteer_(model.gazetteer),
        starts_(starts),
        guard_(model.gazetteer, words, no_capitals, document, scratch.states),
        document_(document),
        no_capitals_(no_capitals),
        tokens_(document.tokens.tokens),
        rows_(scratch.rows),
        found_(scratch.found),
        candidates_(scratch.candidates),
        shorter_(scratch.shorter),
        rejected_(scratch.rejected) {}

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
        const bool junior = entry->type == MentionType::kPerson && found.match.last < document_.sentences()[found.sentence].last &&
                            is_generation(tokens_[found.match.last].hash);
        known.push_back({found.match.first, found.match.last + (junior ? 1 : 0), found.sentence, *entry});
      }
    }
    document_.rejected.assign(rejected_.begin(), rejected_.end());
  }

 private:
  void collect() {
    std::vector<GazetteerMatch>& shorter = shorter_;
    constexpr std::size_t kAhead = 8, kBegin = 4;     // starts
    const TokenTrie& trie = gazetteer_.impl().trie;
    std::array<TokenTrie::Begun, kBegin> begun;
    for (std::size_t i = 0; i < std::min(kAhead, starts_.size()); ++i) trie.prefetch_from(tokens_[starts_[i]]);
    for (std::size_t i = 0; i < std::min(kBegin, starts_.size()); ++i) {
      begun[i] = trie.begin_at(tokens_, starts_[i], no_capitals_);
    }
    std::size_t next = 0;
    for (Index s = 0; s < document_.sentences().size() && next < starts_.size(); ++s) {
      const Sentence& sentence = document_.sentences()[s];
      Index free = sentence.prose ? sentence.first : sentence.last;     // behind the last name
      for (; next < starts_.size() && starts_[next] < sentence.last; ++next) {
        const Index i = starts_[next];
        if (next + kAhead < starts_.size()) trie.prefetch_from(tokens_[starts_[next + kAhead]]);
        const TokenTrie::Begun here = begun[next % kBegin];
        if (next + kBegin < starts_.size()) {
          begun[next % kBegin] = trie.begin_at(tokens_, starts_[next + kBegin], no_capitals_);
        }
        if (i < free) continue;
        const TokenTrie::Match found = trie.longest_from(here, tokens_, i, sentence.last);
        if (!found.found()) continue;
        const GazetteerMatch match{i, found.last, found.value};
        free = match.last;
        if (add(match, s, sentence)) continue;
        // Turned away: a shorter name, or one that starts within it, may stand.
        for (Index at = match.first; at < match.last;) {
          shorter.clear();
          trie.each_from(tokens_, at, match.last, [&](const TokenTrie::Match& m) { shorter.push_back({at, m.last, m.value}); },
                         no_capitals_);
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
      return row.type == MentionType::kPlace && gazetteer_.impl().state(row.record) == usa_;
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
    if (rejected_.size() >= kMostRejected) return;
    const KnownName name{match.first, match.last, s, entry};
    rejected_.push_back({mention_of(gazetteer_, document_, name), why, Span{}});
  }

  const Gazetteer& gazetteer_;
  std::span<const Index> starts_;
  NameGuard guard_;
  Document& document_;
  const bool no_capitals_;
  const std::vector<Token>& tokens_;
  std::vector<NameEntry>& rows_;
  std::vector<Found>& found_;
  std::vector<NameEntry>& candidates_;
  std::vector<GazetteerMatch>& shorter_;
  std::vector<Rejected>& rejected_;
  const Index usa_ = gazetteer_.record_of("USA");
  std::size_t at_ = 0;            // the match that is being decided
  static constexpr std::uint64_t and_ = word_hash("and"), or_ = word_hash("or"), comma_ = word_hash(",");
};

}  // namespace

bool is_ethnic(const Document& document, const KnownName& name) {
  static constexpr std::uint64_t kEthnic = word_hash("ethnic");
  return name.first > document.sentences()[name.sentence].first && document.tokens.tokens[name.first - 1].hash == kEthnic;
}

Mention mention_of(const Gazetteer& gazetteer, const Document& document, const KnownName& name) {
  const std::vector<Token>& tokens = document.tokens.tokens;
  const Gazetteer::Impl& names = gazetteer.impl();
  const Index record = name.entry.record;
  Mention m;
  m.first = name.first;
  m.last = name.last;
  m.span = {tokens[name.first].start, tokens[name.last - 1].end};
  m.sentence = name.sentence;
  m.type = name.entry.type;
  m.because = name.entry.origin;
  m.gender = names.gender(record);
  // A common noun ("artillery shells") names no single thing.
  const bool common_noun = m.type == MentionType::kWeapon && !name.entry.has_capital;
  if (!common_noun) m.record = record;
  if (m.type == MentionType::kState || m.type == MentionType::kNationality) {
    m.state = record;
    m.plural = name.entry.kind == NameKind::kDemonymPlural;
    // "ethnic Albanians" are of no state that is told: people of their own.
    if (m.type == MentionType::kNationality && is_ethnic(document, name)) {
      m.state = m.record = kNone;
      if (m.plural) {
        m.type = MentionType::kGroup;
        m.form = MentionForm::kNominal;
        m.span.start = tokens[--m.first].start;
      }
    }
  } else {
    const Index actor = names.extra(record).actor;
    m.state = actor != kNone ? actor : names.state(record);
    m.plural = names.is(Gazetteer::Impl::kPlural, record);
  }
  return m;
}

void find_known(const MentionModel& model, std::span<const WordFacts> words, std::span<const Index> starts,
                bool no_capitals, Document& document, std::vector<KnownName>& known) {
  thread_local KnownScratch scratch;
  scratch.clear();
  KnownFinder(model, words, starts, no_capitals, document, scratch).run(known);
}

}  // namespace dragoman
