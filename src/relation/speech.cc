// Part of dragoman; see LICENSE.
//
// A quotation keeps its speaker until it closes, over any number of sentences; where it
// names none, it goes on from the quotation before it in the same paragraph ('"...," Wang
// said. "..."').

#include "relation/speech.h"

#include <algorithm>
#include <span>

namespace dragoman {
namespace {

// "told reporters": an object that is no charge, but a listener.
bool is_addressee(const View& view, const VerbGroup& verb) {
  const NounChunk& n = view.noun(verb.object);
  if (verb.lemma != kNoLemma && view.words().lemma(verb.lemma) == "tell") return true;
  if (n.mention != kNone) return view.document().mentions[n.mention].type != MentionType::kWeapon;
  return view.is(n.lemma, kAgentNoun) || view.is(n.lemma, kRoleNoun);
}

}  // namespace

bool has_blank_line(std::string_view text) {
  bool broken = false;   // a line has ended, and nothing stands in the next one so far
  for (const char c : text) {
    if (c == '\n') {
      if (broken) return true;
      broken = true;
    } else if (c != ' ' && c != '\t' && c != '\r') {
      broken = false;
    }
  }
  return false;
}

void find_quotations(const Document& document, std::vector<Quotation>& out) {
  out.clear();
  const std::span<const Token> tokens = document.tokens.tokens;
  const auto blank_line = [&](Index t) {
    if (t == 0) return false;
    return has_blank_line(document.slice(Span{tokens[t - 1].end, tokens[t].start}));
  };
  bool open = false;
  std::uint16_t telling = kOpenQuote;   // flags that matter in the present state
  Quotation current;
  for (auto at = tokens.begin();; ++at) {
    // Most tokens are neither marks nor, inside a quotation, first of their line.
    at = std::find_if(at, tokens.end(), [telling](const Token& token) { return (token.flags & telling) != 0; });
    if (at == tokens.end()) break;
    const Token& token = *at;
    const Index t = Index(at - tokens.begin());
    if (token.has(kPossessive)) continue;
    if (token.has(kOpenQuote)) {
      if (open) {
        current.close = t;       // the mark of a new paragraph, or a nested one
        out.push_back(current);
      }
      open = true;
      telling = kOpenQuote | kCloseQuote | kLineStart;
      current = {};
      current.open = t;
    } else if (token.has(kCloseQuote) && open) {
      current.close = t;
      out.push_back(current);
      open = false;
      telling = kOpenQuote;
    } else if (open && token.has(kLineStart) && blank_line(t)) {
      current.close = t;
      out.push_back(current);
      open = false;
      telling = kOpenQuote;
    }
  }
  if (open) {
    current.close = Index(tokens.size());
    out.push_back(current);
  }
}

Quotation* quotation_at(std::vector<Quotation>& all, Index token) {
  const auto after = std::partition_point(all.begin(), all.end(),
                                          [token](const Quotation& q) { return q.open <= token; });
  if (after == all.begin()) return nullptr;
  Quotation& q = *(after - 1);
  return token < q.close ? &q : nullptr;
}

Party speaker_beside(const View& view, const Quotation& quotation) {
  Party best;
  for (const VerbGroup& g : view.clauses().verbs) {
    if (g.head > quotation.open && g.head < quotation.close) continue;
    if (!view.is(g.lemma, kSays) || g.subject == kNobody || !g.finite) continue;
    const NounChunk& subject = view.noun(g.subject);
    if (subject.head > quotation.open && subject.head < quotation.close) continue;
    const Party speaker = view.speaker(g.subject);
    if (speaker.mention == kNone) continue;
    // Before the quotation the last one counts, after it the first.
    if (g.head > quotation.close) {
      if (best.mention == kNone) best = speaker;
      break;
    }
    best = speaker;
  }
  return best;
}

// The last ", while", ", whereas" or ";" before `end`, or 0.
Index contrast_before(const View& view, Index end) {
  const Clauses& c = view.clauses();
  for (Index i = std::min<Index>(end, c.base + Index(c.words.size())); i-- > c.base + 1;) {
    if (c.word(i).tag == Tag::kSemicolon) return i + 1;
    if (c.word(i - 1).tag != Tag::kComma || c.word(i).lemma == kNoLemma) continue;
    const std::string_view lemma = view.words().lemma(c.word(i).lemma);
    if (lemma == "while" || lemma == "whereas") return i;
  }
  return 0;
}

// Where what is said in commas begins: "China, [whose] envoys, according to Togo, had met": with the relative clause that
// it stands in, else with the sentence.
Index told_from_here(const View& view, Index token) {
  const Clauses& c = view.clauses();
  for (Index i = token; i-- > c.base;) {
    const Tag tag = c.word(i).tag;
    if (tag == Tag::kRelative) return i;
    if (tag == Tag::kVerb && view.verb(view.first_verb_after(i)).finite) break;
  }
  return 0;
}

// Where a relative clause begins whose verb is the last before a token: "a truce [which] has collapsed, by Oman's account"; else 0.
Index relative_before(const View& view, Index token) {
  const Clauses& c = view.clauses();
  const Id next = view.first_verb_after(token);
  if (next == 0) return 0;
  const VerbGroup& last = view.verb(next - 1);
  if (last.link != Link::kRelative) return contrast_before(view, token);
  for (Index i = last.first; i-- > c.base;) {
    if (c.word(i).tag == Tag::kRelative) return i;
  }
  return 0;
}

// The first comma, bracket or end at or after a token.
Index comma_after(const Clauses& c, Index token) {
  const Index end = c.base + Index(c.words.size());
  while (token < end && c.word(token).tag != Tag::kComma && c.word(token).tag != Tag::kStop && c.word(token).tag != Tag::kSemicolon) ++token;
  return token;
}

// "By [Oman]'s account, ...", "..., in the view of [Oman], ...": holds as "according to" does.
void by_account(const View& view, std::vector<Source>& out) {
  const Clauses& c = view.clauses();
  const Index end = c.base + Index(c.words.size());
  for (Id id = 0; id < Id(c.nouns.size()); ++id) {
    const NounChunk& n = view.noun(id);
    if (n.role != NounRole::kPrepositional || (n.prep != Prep::kBy && n.prep != Prep::kIn) || !view.words().is_one_of(n.lemma, kAccounts)) continue;
    const Index from = n.possessor != kNobody ? view.noun(n.possessor).first : n.first;
    const bool begins = from == c.base + 1;
    if (from == c.base || (!begins && c.word(from - 2).tag != Tag::kComma)) continue;
    const bool of = id + 1 < Id(c.nouns.size()) && view.noun(id + 1).noun == id && view.noun(id + 1).prep == Prep::kOf;
    if ((n.possessor == kNobody) == !of) continue;
    const Index last = of ? view.noun(id + 1).last : n.last;
    if (last < end && c.word(last).tag != Tag::kComma && c.word(last).tag != Tag::kStop) continue;
    const Party speaker = view.speaker(of ? id + 1 : n.possessor);
    if (speaker.mention == kNone) continue;
    const bool ends = last >= end || c.word(last).tag == Tag::kStop;
    out.push_back({begins ? 0 : ends ? relative_before(view, from) : told_from_here(view, from), ~Index{0}, speaker});
  }
}

namespace {

// Behind dates and phrases: "said [in Oslo on Monday]".
Index behind_circumstances(const Clauses& c, Index at, Index end) {
  constexpr Index kMost = 10;
  const Index most = std::min(end, at + kMost);
  if (at < most && c.word(at).tag != Tag::kPreposition && c.word(at).tag != Tag::kDate) return at;
  for (; at < most; ++at) {
    switch (c.word(at).tag) {
      case Tag::kPreposition: case Tag::kDate: case Tag::kDeterminer: case Tag::kNoun: case Tag::kNumber: case Tag::kAdjective:
      case Tag::kPossessiveMark: case Tag::kHyphen: break;
      default: return at;
    }
  }
  return at;
}

// "according to a report [that Togo dismissed]": where a clause about the source begins, which it does not say; the last
// token of all if there is none.
Index relative_behind(const View& view, Id source) {
  for (const VerbGroup& g : view.clauses().verbs) {
    if (g.link != Link::kRelative || g.parent_noun == kNobody || g.parent_noun < source) continue;
    const bool own = g.subject != kNobody && g.subject > g.parent_noun;   // "that [Togo] dismissed"
    return own ? view.noun(g.subject).first : g.first;
  }
  return ~Index{0};
}

}  // namespace

void sentence_sources(const View& view, bool may_accord, std::vector<Source>& out) {
  out.clear();
  const Clauses& c = view.clauses();
  // ", X said" and "X said:" with no clause of its own.
  for (Id v = 0; v < Id(c.verbs.size()); ++v) {
    const VerbGroup& g = c.verbs[v];
    if (!view.is(g.lemma, kSays) || g.subject == kNobody || !g.finite || g.passive || g.negated) continue;
    if (g.link == Link::kRelative || g.link == Link::kConditional || g.link == Link::kAdverbial) continue;
    if (!view.stands_apart(g) || view.has_clause(v)) continue;
    if (g.object != kNobody && !is_addressee(view, g)) continue;
    // "a charge [Caracas denied]"
    const Index front = view.noun(g.subject).first;
    if (front > c.base && front < g.first && c.noun_of[front - 1 - c.base] != kNobody) continue;
    const Party speaker = view.speaker(g.subject);
    if (speaker.mention == kNone) continue;
    Index last = std::min(view.noun(g.subject).first, g.first);
    const Index end = c.base + Index(c.words.size());
    Index first = contrast_before(view, last);
    // "Mali, [diplomats say], has ...", "Mali, [Chad said in Oslo on Monday], has": what goes on behind it is said, too.
    const Index closes = behind_circumstances(c, g.last, end);
    if (closes < end && c.word(closes).tag == Tag::kComma && v + 1 < Id(c.verbs.size()) && view.noun(g.subject).first < g.first) {
      const Id next = c.verbs[v + 1].subject;
      if (next != kNobody && view.noun(next).first < view.noun(g.subject).first) {
        first = std::max(first, view.noun(next).first);
        last = closes + 1;
        while (last < end && c.word(last).tag != Tag::kRelative && c.word(last).tag != Tag::kSemicolon) ++last;
      }
    }
    out.push_back({first, last, speaker});
  }
  if (!may_accord) return;
  by_account(view, out);
  // "according to" holds for the whole sentence.
  const LemmaId accord = view.accord();
  if (accord == kNoLemma || c.words.size() < 3) return;
  const Word* const last = c.words.data() + c.words.size() - 2;
  for (const Word* w = c.words.data(); w != last; ++w) {
    if (w->lemma != accord || w[1].prep != Prep::kTo) continue;
    const Index i = Index(w - c.words.data());
    for (Index j = i + 2; j < c.words.size() && j < i + 12; ++j) {
      if (c.noun_of[j] == kNobody) continue;
      Id id = c.noun_of[j];
      while (view.noun(id).role == NounRole::kPossessor && id + 1 < Id(c.nouns.size()) &&
             view.noun(id + 1).possessor == id) {
        ++id;
      }
      const Party speaker = view.speaker(id);
      if (speaker.mention == kNone) break;
      const Index at = c.base + i, end = c.base + Index(c.words.size());
      const Index comma = comma_after(c, at);
      const bool inside = i > 0 && comma + 1 < end && c.word(comma).tag == Tag::kComma;
      if (inside && c.words[i - 1].tag != Tag::kComma) {
        // ", armed by Chad according to Togo,": no more than what stands in these commas.
        Index from = at;
        while (from > c.base && c.word(from - 1).tag != Tag::kComma) --from;
        out.push_back({from, comma, speaker});
      } else {
        const bool last_of_all = !inside || (c.word(comma + 1).tag == Tag::kRelative && comma_after(c, comma + 1) + 1 >= end);
        const Index until = i > 0 && last_of_all ? relative_behind(view, id) : ~Index{0};
        out.push_back({inside ? told_from_here(view, at) : 0, until, speaker});
      }
      break;
    }
  }
}

}  // namespace dragoman
