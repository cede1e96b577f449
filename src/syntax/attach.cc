// Part of dragoman; see LICENSE.
//
// Links chunks and verb groups in one pass from left to right.  The state is small: the
// noun that waits for its verb, the verb whose objects are still open, and a stack of
// subjects that relative clauses interrupted.  Where a link is not clear none is made: a
// missing subject costs one relation, a wrong one makes a false report.

#include "syntax/attacher.h"

#include <algorithm>
#include <utility>

namespace dragoman {

const PieceKind* Attacher::kinds_of(Clauses& clauses) {
  const std::size_t count = clauses.pieces.size();
  clauses.kinds.resize(std::max(clauses.kinds.size(), count + 2 * kMargin));
  PieceKind* const kinds = clauses.kinds.data() + kMargin;
  std::fill_n(kinds - kMargin, kMargin, PieceKind::kBreak);
  for (std::size_t i = 0; i < count; ++i) kinds[i] = clauses.pieces[i].kind;
  std::fill_n(kinds + count, kMargin, PieceKind::kBreak);
  return kinds;
}

void Attacher::run() {
  for (at_ = 0; at_ < pieces_.size(); ++at_) {
    switch (kind(at_)) {
      case PieceKind::kNoun: noun(pieces_[at_].id); break;
      case PieceKind::kVerb: verb(pieces_[at_].id); break;
      case PieceKind::kSubordinator: subordinator(); break;
      case PieceKind::kPreposition:
        // "signed it and, [from] his plane on the way to meet Mali, left": the list of verbs waits
        if (before() == PieceKind::kComma && before2() == PieceKind::kCoordinator && pending_ == kNobody && verb_ != kNobody) resumed_ = verb_;
        if (opens_clause(at_)) {
          subordinator();
          clause_at_ = at_;
        }
        break;
      case PieceKind::kRelative: relative(); break;
      case PieceKind::kComma: comma_ = true; break;
      case PieceKind::kDash: comma_ = true; open_ = false; break;
      case PieceKind::kQuote: open_quote(); break;
      case PieceKind::kBreak: break_clause(); break;
      case PieceKind::kAdjective: adjective(); break;
      case PieceKind::kThere:
        if (pending_ != kNobody && before() == PieceKind::kNoun) break;   // "militants [there] kidnapped them": where they are
        if (says(verb_) && open_ && before() == PieceKind::kVerb) complement_of_ = verb_;
        there_ = true;
        pending_ = kNobody;
        break;
      default: break;
    }
  }
  share_objects();
}

// "arrested and deported [ten men]", "rounded up and deported [them]", "seized, tried and jailed [them]": the object of the
// last is that of those before it as well.
void Attacher::share_objects() {
  bool shared = false;   // the object of the second is that of a later one
  for (std::size_t i = c_.verbs.size(); i-- > 1;) {
    VerbGroup& first = c_.verbs[i - 1];
    const VerbGroup& second = c_.verbs[i];
    const bool listed = std::exchange(shared, false);
    if (first.object != kNobody || second.object == kNobody || first.passive || second.passive) continue;
    Index link = first.last;
    if (link + 1 < second.first && c_.word(link).tag == Tag::kPreposition) ++link;   // a particle
    if (c_.word(link).tag != Tag::kCoordinator && !(listed && c_.word(link).tag == Tag::kComma)) continue;
    // "kidnapped and [later] killed"
    Index behind = link + 1;
    while (behind < second.first && c_.word(behind).tag == Tag::kAdverb) ++behind;
    if (behind != second.first || first.subject != second.subject || first.infinitive != second.infinitive) continue;
    first.object = second.object;
    shared = true;
  }
}

// What kind of thing a chunk names, roughly; lists hold things of one family.
int Attacher::family(const NounChunk& chunk) const {
  if (chunk.mention == kNone) {
    // "[Italian] units"
    const Index first = c_.word(chunk.first).mention;
    const bool people = first != kNone && document_.mentions[first].type == MentionType::kNationality && chunk.head > chunk.first;
    return people && chunk.lemma != kNoLemma && lexicon_.is(chunk.lemma, kAgentNoun) ? 2 : 0;
  }
  switch (document_.mentions[chunk.mention].type) {
    case MentionType::kPerson:   // "a political analyst" is a role, not a name
      return document_.mentions[chunk.mention].form == MentionForm::kNominal ? 6 : 1;
    case MentionType::kWeapon: return 3;
    case MentionType::kDate: return 4;
    case MentionType::kMoney:
    case MentionType::kQuantity: return 5;
    case MentionType::kOffice: return 6;
    default: return 2;
  }
}

bool Attacher::finite_next(std::size_t at) const {
  return kind(at) == PieceKind::kVerb && c_.verbs[pieces_[at].id].finite;
}

std::size_t Attacher::behind_phrases(std::size_t at, std::size_t most) const {
  // "officials [loyal to him] said"
  if (at > 0 && kind(at) == PieceKind::kAdjective && kind(at - 1) == PieceKind::kNoun && kind(at + 1) == PieceKind::kPreposition &&
      kind(at + 2) == PieceKind::kNoun) {
    ++at;
  }
  for (; kind(at) == PieceKind::kPreposition && kind(at + 1) == PieceKind::kNoun && most > 0; --most) at += 2;
  return at;
}

void attach(const Lexicon& lexicon, const Document& document, Clauses& clauses) {
  Attacher(lexicon, document, clauses).run();
}

}  // namespace dragoman
