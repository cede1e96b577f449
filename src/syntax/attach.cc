// Part of dragoman; see LICENSE.
//
// Links chunks and verb groups in one pass from left to right.  The state is small: the
// noun that waits for its verb, the verb whose objects are still open, and a stack of
// subjects that relative clauses interrupted.  Where a link is not clear none is made: a
// missing subject costs one relation, a wrong one makes a false report.

#include "syntax/clauses.h"

#include <span>
#include <string_view>

namespace dragoman {
namespace {

class Attacher {
 public:
  Attacher(const Lexicon& lexicon, const Document& document, Clauses& clauses)
      : lexicon_(lexicon), document_(document), pieces_(clauses.pieces), c_(clauses),
        stack_(clauses.waiting) {
    stack_.clear();
  }

  void run() {
    for (at_ = 0; at_ < pieces_.size(); ++at_) {
      switch (pieces_[at_].kind) {
        case PieceKind::kNoun: noun(pieces_[at_].id); break;
        case PieceKind::kVerb: verb(pieces_[at_].id); break;
        case PieceKind::kSubordinator: subordinator(); break;
        case PieceKind::kPreposition:
          if (opens_clause()) {
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
          if (says(verb_) && open_ && before() == PieceKind::kVerb) complement_of_ = verb_;
          there_ = true;
          pending_ = kNobody;
          break;
        default: break;
      }
    }
  }

 private:
  NounChunk& n(Id id) { return c_.nouns[id]; }
  VerbGroup& v(Id id) { return c_.verbs[id]; }
  PieceKind kind(std::size_t at) const {
    return at < pieces_.size() ? pieces_[at].kind : PieceKind::kBreak;
  }
  PieceKind before() const { return at_ == 0 ? PieceKind::kBreak : pieces_[at_ - 1].kind; }
  PieceKind before2() const { return at_ < 2 ? PieceKind::kBreak : pieces_[at_ - 2].kind; }
  Id id_at(std::size_t at, PieceKind want) const {
    return at < pieces_.size() && pieces_[at].kind == want ? pieces_[at].id : kNobody;
  }
  bool says(Id verb) { return verb != kNobody && lexicon_.is(v(verb).lemma, kSays); }

  // What kind of thing a chunk names, roughly; lists hold things of one family.
  int family(const NounChunk& chunk) const {
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

  bool finite_next(std::size_t at) const {
    return kind(at) == PieceKind::kVerb && c_.verbs[pieces_[at].id].finite;
  }

  // --- nouns ---------------------------------------------------------------------------

  void noun(Id id) {
    NounChunk& chunk = n(id);
    const PieceKind prev = before();
    chunk.after_comma = prev == PieceKind::kComma || prev == PieceKind::kDash;
    if (chunk.date) return;   // adverbial; leaves the state alone
    if (prev == PieceKind::kPreposition && clause_at_ + 1 != at_ && !particle()) return prepositional(id);
    if (join_list(id)) return;
    if (title_given(id)) return;
    if (chunk.after_comma && apposition(id)) return;
    // Inverted speech: ", said Adrienne Watson".
    if (verb_ != kNobody && says(verb_) && v(verb_).finite && v(verb_).subject == kNobody &&
        prev == PieceKind::kVerb) {
      v(verb_).subject = id;
      chunk.role = NounRole::kSubject;
      last_ = id;
      return;
    }
    if (open_ && !comma_ && verb_ != kNobody) {
      // The object zone of the last verb.
      VerbGroup& verb = v(verb_);
      if (verb.object == kNobody && verb.lemma != kNoLemma && be(verb) && !verb.passive) {
        verb.object = id;
        chunk.role = NounRole::kPredicate;
        chunk.verb = verb_;
        last_ = id;
        return;
      }
      if (verb.object == kNobody) {
        verb.object = id;
        chunk.role = NounRole::kObject;
        chunk.verb = verb_;
        last_ = id;
        return;
      }
      if (prev == PieceKind::kNoun && pieces_[at_ - 1].id != kNobody &&
          n(n(pieces_[at_ - 1].id).first_conjunct).role == NounRole::kObject &&
          lexicon_.is(verb.lemma, kDative) && verb.indirect == kNobody) {
        const Id first = n(pieces_[at_ - 1].id).first_conjunct;
        verb.indirect = first;
        for (Id k = first; k != kNobody; k = n(k).next_conjunct) n(k).role = NounRole::kIndirect;
        verb.object = id;
        chunk.role = NounRole::kObject;
        chunk.verb = verb_;
        last_ = id;
        return;
      }
    }
    if (pending_ != kNobody && chunk.after_comma && prev != PieceKind::kDash &&
        !finite_next(at_ + 1) && kind(at_ + 1) != PieceKind::kPreposition) {
      last_ = id;           // a stray phrase: the subject waits on
      return;
    }
    if (whose_ && relative_ != kNobody && prev == PieceKind::kRelative && chunk.possessor == kNobody) {
      chunk.possessor = n(relative_).first_conjunct;
    }
    if (in_relative_ && pending_ != kNobody) stack_.push_back(pending_);
    pending_ = id;
    pending_at_ = at_;
    last_ = id;
  }

  // "carried [out] a test", "bailed [out] Ghana": the noun is an object.
  bool particle() const {
    if (before2() != PieceKind::kVerb) return false;
    const Word& word = c_.word(pieces_[at_ - 1].token);
    if (word.lemma == kNoLemma || before2() != PieceKind::kVerb) return false;
    const std::string_view w = lexicon_.lemma(word.lemma);
    if (w == "out" || w == "up" || w == "off" || w == "down") return true;
    if (w != "over" && w != "back" && w != "in" && w != "on" && w != "aside") return false;
    const VerbGroup& verb = c_.verbs[pieces_[at_ - 2].id];
    return lexicon_.phrasal(verb.lemma, w);
  }

  bool be(const VerbGroup& verb) const {
    const Entry* e = c_.word(verb.head).entry;
    if (e && e->closed == Closed::kBe) return true;
    const std::string_view lemma = lexicon_.lemma(verb.lemma);
    return lemma == "become" || lemma == "remain";
  }

  // "named Boris Johnson [foreign secretary]", "was elected [president]", "called Iran [a threat]": what
  // somebody is made or called stands as after "as".
  bool title_given(Id id) {
    if (!open_ || comma_ || verb_ == kNobody || !lexicon_.is(v(verb_).lemma, kNaming)) return false;
    NounChunk& chunk = n(id);
    if (family(chunk) != 0 && family(chunk) != 6 && !role_like(chunk) && !nameless(chunk)) return false;
    const bool named = v(verb_).passive ? v(verb_).object == kNobody && before() == PieceKind::kVerb && role_like(chunk)
                                        : v(verb_).object != kNobody && before() == PieceKind::kNoun &&
                                              n(v(verb_).object).first_conjunct == n(pieces_[at_ - 1].id).first_conjunct;
    if (!named) return false;
    chunk.role = NounRole::kPrepositional;
    chunk.prep = Prep::kAs;
    chunk.verb = verb_;
    last_ = id;
    return true;
  }

  void prepositional(Id id) {
    NounChunk& chunk = n(id);
    const std::size_t at = at_ - 1;
    chunk.role = NounRole::kPrepositional;
    chunk.prep = c_.word(pieces_[at].token).prep;
    if (open_ && verb_ != kNobody) chunk.verb = verb_;
    // The noun to its left, dates between them skipped: "talks on Monday with Iran".
    std::size_t left = at;
    while (left > 0 && pieces_[left - 1].kind == PieceKind::kNoun && n(pieces_[left - 1].id).date) {
      --left;
      if (left > 0 && pieces_[left - 1].kind == PieceKind::kPreposition) --left;
    }
    if (left > 0 && pieces_[left - 1].kind == PieceKind::kNoun) chunk.noun = pieces_[left - 1].id;
    // "withdrew its troops, [mediators from Brazil] said": a subject that waits keeps its phrase.
    if (chunk.noun != kNobody && chunk.noun == pending_ && n(chunk.noun).after_comma) chunk.verb = kNobody;
    chunk.fronted = pending_ == kNobody && !open_;
    last_ = id;
  }

  // "A and B", "A, B and C".
  bool join_list(Id id) {
    const PieceKind prev = before();
    if (prev != PieceKind::kCoordinator && prev != PieceKind::kComma) return false;
    std::size_t left_at = at_ - 1;
    while (left_at > 0 && (kind(left_at) == PieceKind::kCoordinator || kind(left_at) == PieceKind::kComma)) {
      --left_at;
      if (at_ - left_at > 2) break;
    }
    if (kind(left_at) != PieceKind::kNoun) return false;
    const Id left = pieces_[left_at].id;
    NounChunk& l = n(left);
    if (l.date) return false;
    if (l.role == NounRole::kApposition) {
      // "Haftar, once a colonel and now [the commander] of the army,": as much in apposition.
      if (prev != PieceKind::kCoordinator || l.apposition_of == kNobody || family(l) == 1) return false;
      if (family(n(id)) != 0 && !role_like(n(id))) return false;
      n(id).role = NounRole::kApposition;
      n(id).apposition_of = l.apposition_of;
      last_ = id;
      return true;
    }
    // "Assange, the founder of WikiLeaks and [an Australian citizen],": so is what goes on behind a phrase.
    if (prev == PieceKind::kCoordinator && l.role == NounRole::kPrepositional && l.noun != kNobody &&
        n(l.noun).role == NounRole::kApposition && n(l.noun).apposition_of != kNobody && role_like(n(id)) &&
        !role_like(l) && (family(l) == 1 || family(l) == 2)) {
      n(id).role = NounRole::kApposition;
      n(id).apposition_of = n(l.noun).apposition_of;
      last_ = id;
      return true;
    }
    const bool comma_only = prev == PieceKind::kComma && before2() != PieceKind::kCoordinator;
    const bool headline = comma_only && document_.sentences()[c_.sentence].title && family(n(id)) == 2 && family(l) == 2 &&
                          kind(at_ + 1) == PieceKind::kVerb;   // "Morocco, Israel to normalise ties"
    if (comma_only && !headline && at_ >= list_until_ && !list_goes_on(at_, family(n(id)), family(l))) return false;
    if (family(l) != family(n(id)) && (family(l) == 1 || family(n(id)) == 1) && comma_only) return false;
    // "expelled the envoy, and Anwar Ibrahim, who ..., appealed": two things have no comma
    // between them.
    if (prev == PieceKind::kCoordinator && before2() == PieceKind::kComma && l.first_conjunct == left &&
        pending_ != left && kind(at_ + 1) == PieceKind::kComma) {
      return false;
    }
    // A finite verb right after: a new clause, unless the left one still waits for its verb.
    const bool left_waits = n(l.first_conjunct).role == NounRole::kFree && pending_ == l.first_conjunct;
    if (!left_waits && l.prep != Prep::kBetween) {
      std::size_t k = at_ + 1;
      while (kind(k) == PieceKind::kPreposition && kind(k + 1) == PieceKind::kNoun) k += 2;
      // "said Malian and Kenyan troops must": both are the subject of what is said.
      const bool said = prev == PieceKind::kCoordinator && before2() != PieceKind::kComma && verb_ != kNobody && says(verb_) && open_ &&
                        v(verb_).object == l.first_conjunct && k == at_ + 1;
      // ", and Greece called off": behind a comma a new clause.
      const bool fresh = prev == PieceKind::kCoordinator && before2() == PieceKind::kComma && l.first_conjunct == left &&
                         k == at_ + 1;
      if (!said && finite_next(k) && !c_.verbs[pieces_[k].id].reduced_passive &&
          (fresh || !ambiguous_past(pieces_[k].id))) {
        if (!(pending_ != kNobody && l.noun == pending_)) return false;
      }
    }
    if (l.fronted && pending_ == kNobody && comma_only) return false;
    const Id first = l.first_conjunct;
    n(id).first_conjunct = first;
    n(id).role = n(first).role;
    n(id).prep = n(first).prep;
    n(id).verb = n(first).verb;
    n(id).noun = n(first).noun;
    n(id).fronted = n(first).fronted;
    l.next_conjunct = id;
    if (comma_only || kind(left_at + 1) == PieceKind::kComma) comma_ = false;
    last_ = id;
    return true;
  }

  bool ambiguous_past(Id verb) {
    const VerbGroup& g = v(verb);
    return g.form == (kPast | kPastParticiple) && !g.passive && !g.perfect &&
           kind(at_ + 2) == PieceKind::kPreposition;
  }

  // Does ", X" go on to "and Y" with things of the same family?
  // One look-ahead serves the whole list, so that long lists cost linear time.
  bool list_goes_on(std::size_t at, int family_now, int family_left) {
    if (family_now != family_left || at < no_list_until_) return false;
    no_list_until_ = at;
    for (std::size_t k = at + 1; k < pieces_.size(); ++k) {
      switch (pieces_[k].kind) {
        case PieceKind::kComma:
          break;
        case PieceKind::kCoordinator:
          if (kind(k + 1) != PieceKind::kNoun ||
              family(c_.nouns[pieces_[k + 1].id]) != family_now) {
            return false;
          }
          list_until_ = k;
          return true;
        case PieceKind::kNoun:
          if (pieces_[k - 1].kind != PieceKind::kComma) return false;
          if (family(c_.nouns[pieces_[k].id]) != family_now) return false;
          break;
        default:
          no_list_until_ = k;
          return false;
      }
    }
    return false;
  }

  bool role_like(const NounChunk& chunk) const {
    if (chunk.mention != kNone &&
        document_.mentions[chunk.mention].type == MentionType::kOffice) {
      return true;
    }
    return chunk.lemma != kNoLemma && lexicon_.is(chunk.lemma, kRoleNoun);
  }

  // "Dmitry Peskov, the Kremlin spokesman", "Iran's foreign minister, Abbas Araghchi".
  bool apposition(Id id) {
    if (at_ < 2 || kind(at_ - 2) != PieceKind::kNoun) {
      // "the leader of North Korea, Kim Jong Un," stands at the head noun.
      return false;
    }
    Id left = pieces_[at_ - 2].id;
    NounChunk& chunk = n(id);
    const PieceKind after = kind(at_ + 1);
    if (after == PieceKind::kVerb) {
      // ", Maduro said": a new clause.
      if (pending_ == kNobody || v(pieces_[at_ + 1].id).infinitive) {
        if (!(role_like(n(left)) && family(chunk) == 1)) return false;
      }
    }
    if (left == kNobody) return false;
    // "Sent to Kabul by the pope, [Cardinal Silva] said": the comma ends the participle.
    if (fronted_ != kNobody && pending_ == kNobody && v(fronted_).passive && v(fronted_).subject == kNobody) return false;
    // "wounding six, [officials in Lomé] said": somebody else, who says so.
    if (pending_ == kNobody && main_ != kNobody && says_behind() && !(role_like(n(left)) && family(chunk) == 1)) return false;
    // "from Saab, [its minister], Celso Amorim, said": no body is a minister.
    if (pending_ == kNobody && family(chunk) == 6 && family(n(left)) == 2 && after == PieceKind::kComma &&
        kind(at_ + 2) == PieceKind::kNoun && family(n(pieces_[at_ + 2].id)) == 1) {
      return false;
    }
    // Climb from "of North Korea" to "the leader".
    while (n(left).role == NounRole::kPrepositional && n(left).noun != kNobody &&
           role_like(n(n(left).noun)) && family(chunk) == 1) {
      left = n(left).noun;
    }
    const NounChunk& l = n(left);
    if (l.date) return false;
    const int now = family(chunk), then = family(l);
    const bool named_then_role = then != 0 && then != 4 && then != 5 &&
                                 (now == 0 || now == 6 || role_like(chunk) || describes(chunk, l)) && !chunk.pronoun;
    const bool role_then_named = (role_like(l) || somebody(l)) && !l.plural && now == 1;
    if (!named_then_role && !role_then_named) return false;
    if (named_then_role && !role_then_named && after == PieceKind::kVerb &&
        c_.verbs[pieces_[at_ + 1].id].finite && !says_at(at_ + 1) && pending_ == kNobody) {
      return false;
    }
    if (named_then_role && after == PieceKind::kVerb && finite_next(at_ + 1) &&
        pending_ != l.first_conjunct) {
      return false;
    }
    chunk.role = NounRole::kApposition;
    chunk.apposition_of = left;
    if (n(left).apposition == kNobody) n(left).apposition = id;
    last_ = id;
    return true;
  }
  // "his German [colleague], Frank-Walter Steinmeier"
  bool somebody(const NounChunk& chunk) const {
    static constexpr std::string_view kPersons[] = {
        "colleague", "counterpart", "rival", "foe", "friend", "successor", "predecessor", "wife", "husband", "widow", "son",
        "daughter", "brother", "sister", "father", "mother", "nephew", "niece", "uncle", "cousin", "victim", "winner", "loser",
        "incumbent", "host", "guest", "boss", "patron", "mentor", "heir", "protege", "number"};
    if (chunk.mention != kNone || chunk.lemma == kNoLemma) return false;
    if (lexicon_.is_one_of(chunk.lemma, kPersons)) return true;
    return chunk.possessor != kNobody && lexicon_.is(chunk.lemma, kAgentNoun);
  }
  // Is the next verb, behind phrases alone, one of saying that ends its clause?
  bool says_behind() const {
    std::size_t k = at_ + 1;
    for (; kind(k) == PieceKind::kPreposition && kind(k + 1) == PieceKind::kNoun && k < at_ + kFarthestVerb; k += 2) {
    }
    if (kind(k) != PieceKind::kVerb || !finite_next(k) || !says_at(k)) return false;
    const PieceKind next = kind(k + 1);
    return next == PieceKind::kBreak || next == PieceKind::kComma || next == PieceKind::kPreposition || next == PieceKind::kQuote ||
           (next == PieceKind::kNoun && c_.nouns[pieces_[k + 1].id].date);
  }
  // One person or body without a name: "a terrorist", "the garrison".
  bool nameless(const NounChunk& chunk) const {
    if (chunk.mention == kNone) return false;
    const Mention& m = document_.mentions[chunk.mention];
    return m.type == MentionType::kGroup && m.form == MentionForm::kNominal && !m.plural;
  }
  // "Gazprom, [the state company]": a description beside a name.
  bool describes(const NounChunk& chunk, const NounChunk& name) const {
    if (chunk.mention == kNone || name.mention == kNone) return false;
    const Mention& what = document_.mentions[chunk.mention];
    const Mention& who = document_.mentions[name.mention];
    // "Khan, [the father of the bomb]"; "Wagner, [a private army]".
    if (nameless(chunk)) {
      return who.form == MentionForm::kNamed && c_.word(chunk.first).tag == Tag::kDeterminer &&
             (family(name) == 1 || who.type == MentionType::kState || is_a(who.type, MentionType::kOrganisation));
    }
    return what.form == MentionForm::kNominal && who.form == MentionForm::kNamed && family(chunk) == 2 &&
           is_a(who.type, what.type);
  }
  bool shapes_clause(LemmaId lemma) const { return lemma != kNoLemma && lexicon_.is(lemma, kThatClause); }
  bool says_at(std::size_t at) const {
    return lexicon_.is(c_.verbs[pieces_[at].id].lemma, kSays);
  }

  // "after [Riyadh cut ties]": a noun and its verb follow, and so a clause.
  bool opens_clause() const {
    const Word& word = c_.word(pieces_[at_].token);
    if (!tells_order(word.prep) && word.prep != Prep::kAs) return false;
    std::size_t k = at_ + 1;
    if (kind(k) != PieceKind::kNoun || c_.nouns[pieces_[k].id].date) return false;
    // "after he, Sisi and Hamdok talked": nothing but a clause begins with "he".
    if (nominative(c_.nouns[pieces_[k].id])) return true;
    for (++k; (kind(k) == PieceKind::kPreposition || kind(k) == PieceKind::kCoordinator) &&
              kind(k + 1) == PieceKind::kNoun && k < at_ + kFarthestVerb; k += 2) {
    }
    // "as fighters [loyal to Taylor] battled"
    if (kind(k) == PieceKind::kAdjective && kind(k + 1) == PieceKind::kPreposition && kind(k + 2) == PieceKind::kNoun) k += 3;
    if (!finite_next(k)) return false;
    const VerbGroup& verb = c_.verbs[pieces_[k].id];
    if (verb.reduced_passive) return false;
    // "after talks held in Oslo": a participle has no object.
    const bool either = verb.form == (kPast | kPastParticiple) && !verb.passive && !verb.perfect;
    // "after rebels led by a colonel took the town"
    if (either && kind(k + 1) == PieceKind::kPreposition && c_.word(pieces_[k + 1].token).prep == Prep::kBy &&
        kind(k + 2) == PieceKind::kNoun && finite_next(k + 3)) {
      return true;
    }
    if (either && kind(k + 1) == PieceKind::kPreposition && takes_object_along(k + 1) && kind(k + 2) == PieceKind::kNoun) return true;
    return !either || kind(k + 1) == PieceKind::kNoun || (kind(k + 1) == PieceKind::kVerb && c_.verbs[pieces_[k + 1].id].infinitive);
  }

  bool nominative(const NounChunk& chunk) const {
    static constexpr std::string_view kSubjects[] = {"he", "she", "they", "we", "i"};
    return chunk.pronoun && lexicon_.is_one_of(chunk.lemma, kSubjects);
  }

  // --- verbs ---------------------------------------------------------------------------

  void verb(Id id) {
    VerbGroup& group = v(id);
    if (group.infinitive) infinitive(id);
    else if (!group.finite) gerund(id);
    else if (bare_infinitive(id)) take_bare_infinitive(id);
    else if (fronted_participle(id)) take_fronted(id);
    else if (reduced(id)) take_reduced(id);
    else finite(id);
    if (group.subject != kNobody && n(group.subject).role == NounRole::kFree &&
        group.link != Link::kReduced) {
      n(group.subject).role = NounRole::kSubject;
      n(group.subject).verb = id;
      for (Id k = n(group.subject).next_conjunct; k != kNobody; k = n(k).next_conjunct) {
        n(k).role = NounRole::kSubject;
        n(k).verb = id;
      }
    }
    verb_ = id;
    open_ = true;
    comma_ = false;
    there_ = false;
  }

  // A noun of the kind "plan", "decision" that an infinitive explains.
  bool takes_infinitive(Id noun) {
    const LemmaId lemma = n(noun).lemma;
    if (lemma == kNoLemma || n(noun).mention != kNone) return false;
    return shapes(lemma);
  }
  // Does the word say something of the status of its infinitive?
  bool shapes(LemmaId lemma) const {
    constexpr std::uint32_t kEffects = (1u << kIsPlanned) | (1u << kIsPotential) | (1u << kIsRequested) |
                                       (1u << kIsOffered) | (1u << kIsThreatened) |
                                       (1u << kIsPromised) | (1u << kIsAgreed) | (1u << kIsDenied);
    return (lexicon_.classes(lemma) & kEffects) != 0;
  }

  // "Pakistan was the first country [to congratulate Kabul]": it did.
  bool of_predicate(Id id, Id noun) {
    NounChunk& what = n(noun);
    if (what.role != NounRole::kPredicate || what.verb == kNobody || v(what.verb).subject == kNobody) return false;
    const Index first = what.first;
    bool ordinal = false;
    for (Index t = first; t < what.last; ++t) {
      const LemmaId lemma = c_.word(t).lemma;
      if (lemma == kNoLemma) continue;
      const std::string_view w = lexicon_.lemma(lemma);
      ordinal |= w == "first" || w == "second" || w == "third" || w == "last" || w == "latest" || w == "only";
    }
    if (!ordinal) return false;
    VerbGroup& group = v(id);
    group.link = Link::kReduced;
    group.parent_noun = noun;
    group.parent = what.verb;
    group.subject = v(what.verb).subject;
    group.infinitive = false;
    group.past = v(what.verb).past;
    return true;
  }

  void infinitive(Id id) {
    VerbGroup& group = v(id);
    // "began [on Tuesday] to deport": a date between them changes nothing.
    const std::size_t left = skip_dates(at_);
    const PieceKind prev = left > 0 ? pieces_[left - 1].kind : PieceKind::kBreak;
    if (prev == PieceKind::kCoordinator && verb_ != kNobody && v(verb_).infinitive) {
      copy_conjunct(id, verb_);
      return;
    }
    if (prev == PieceKind::kNoun && takes_infinitive(pieces_[at_ - 1].id)) {
      const Id noun = pieces_[at_ - 1].id;
      group.parent_noun = noun;
      group.link = Link::kInfinitive;
      group.parent = n(noun).verb != kNobody ? n(noun).verb : kNobody;
      if (n(noun).possessor != kNobody) group.subject = n(noun).possessor;
      else if (n(noun).verb != kNobody && n(noun).role == NounRole::kObject) {
        group.subject = v(n(noun).verb).subject;
      }
      if (n(noun).role == NounRole::kPredicate || n(noun).role == NounRole::kFree) group.parent = kNobody;
      return;
    }
    // Headline: "Kim to visit Russia".
    if (pending_ != kNobody && (prev == PieceKind::kNoun || prev == PieceKind::kComma) &&
        !(verb_ != kNobody && open_ && !comma_)) {
      group.subject = pending_;
      group.finite = true;
      group.link = Link::kRoot;
      if (complement_of_ != kNobody) {
        group.parent = complement_of_;
        group.link = Link::kComplement;
      }
      pending_ = kNobody;
      return;
    }
    if (verb_ == kNobody) return;
    if (prev == PieceKind::kNoun && of_predicate(id, pieces_[at_ - 1].id)) return;
    if (prev == PieceKind::kNoun && n(pieces_[at_ - 1].id).date && lexicon_.is(v(verb_).lemma, kDative) &&
        v(verb_).object != kNobody && !v(verb_).passive) {
      // "gave two envoys 72 hours to leave": they are to leave.
      group.parent = verb_;
      group.link = Link::kInfinitive;
      group.subject = v(verb_).object;
      return;
    }
    // "told the men [who had fled] to go home": what the relative clause interrupted goes on.
    if (v(verb_).link == Link::kRelative && v(verb_).parent_noun != kNobody && !shapes(v(verb_).lemma) &&
        !lexicon_.is(v(verb_).lemma, kObjectControl) && !lexicon_.is(v(verb_).lemma, kRaising)) {
      const NounChunk& antecedent = n(n(v(verb_).parent_noun).first_conjunct);
      if (antecedent.verb != kNobody && antecedent.role == NounRole::kObject && lexicon_.is(v(antecedent.verb).lemma, kObjectControl)) {
        group.parent = antecedent.verb;
        group.link = Link::kInfinitive;
        group.subject = v(antecedent.verb).object;
        return;
      }
    }
    const VerbGroup& parent = v(verb_);
    group.parent = verb_;
    const bool object_control = lexicon_.is(parent.lemma, kObjectControl);
    const bool complement = prev == PieceKind::kVerb || parent.adjective != kNoLemma ||
                            (object_control && (parent.object != kNobody || parent.passive)) ||
                            (parent.object == kNobody && (shapes(parent.lemma) || (left < at_ && lexicon_.is(parent.lemma, kRaising))));
    group.link = complement ? Link::kInfinitive : Link::kPurpose;
    if (object_control && !parent.passive && parent.object != kNobody &&
        group.link == Link::kInfinitive) {
      group.subject = parent.object;
    } else if (object_control && prev == PieceKind::kNoun && parent.object == kNobody) {
      // "called on Israel to withdraw"
      const Id noun = pieces_[at_ - 1].id;
      if (n(noun).role == NounRole::kPrepositional && n(noun).verb == verb_ && family(n(noun)) <= 2) {
        group.subject = n(noun).first_conjunct;
        group.link = Link::kInfinitive;
      } else {
        group.subject = parent.subject;
      }
    } else {
      group.subject = parent.subject;
    }
  }

  void gerund(Id id) {
    VerbGroup& group = v(id);
    const PieceKind prev = before();
    if (prev == PieceKind::kCoordinator && verb_ != kNobody && v(verb_).form == kGerund &&
        !v(verb_).finite) {
      copy_conjunct(id, verb_);
      return;
    }
    if (prev == PieceKind::kPreposition) {
      group.link = Link::kGerund;
      const std::size_t at = at_ - 1;
      if (verb_ == kNobody) {
        fronted_ = id;        // "By supplying shells, Iran ..."
        return;
      }
      // "violated a truce signed in Oslo by firing": the clause's verb does it, not the participle.
      Id governor = verb_;
      while (v(governor).reduced_passive && v(governor).parent != kNobody && v(governor).parent < governor) {
        governor = v(governor).parent;
      }
      group.parent = governor;
      const VerbGroup& parent = v(governor);
      const Id noun = at > 0 ? id_at(at - 1, PieceKind::kNoun) : kNobody;
      // "condemned Sudan [after meeting] its rivals", "by closing the border": whoever did the one did the other.
      const Prep prep = c_.word(pieces_[at].token).prep;
      if (tells_order(prep) || (prep == Prep::kBy && !parent.passive)) {
        group.subject = parent.subject;
      } else if (lexicon_.is(parent.lemma, kObjectControl)) {
        group.subject = parent.passive ? parent.subject : parent.object;
      } else if (noun != kNobody && n(noun).mention == kNone && n(noun).possessor != kNobody) {
        group.subject = n(noun).possessor;
        group.parent_noun = noun;
      } else {
        group.subject = parent.subject;
        if (noun != kNobody) group.parent_noun = noun;
      }
      return;
    }
    if (prev == PieceKind::kComma || prev == PieceKind::kDash || prev == PieceKind::kQuote) {
      group.link = Link::kParticiple;
      const Id doer = participle_of();
      if (doer != kNobody) {
        group.parent = doer;
        group.subject = v(doer).subject;
      } else if (pending_ != kNobody) {
        group.subject = pending_;
      }
      return;
    }
    if (prev == PieceKind::kNoun) {
      const Id noun = pieces_[at_ - 1].id;
      if (n(noun).date) return;
      group.link = Link::kReduced;
      group.parent_noun = noun;
      group.subject = n(noun).first_conjunct;
      if (verb_ != kNobody && open_) group.parent = verb_;
      return;
    }
    if (prev == PieceKind::kVerb && verb_ != kNobody) {
      group.link = Link::kInfinitive;
      group.parent = verb_;
      group.subject = v(verb_).subject;
      return;
    }
    if (verb_ == kNobody && pending_ == kNobody) fronted_ = id;
  }

  // "It was shelled after rebels ambushed a patrol, [killing] two", "rebels who took the town, [killing] two, fled": of
  // the nearest clause; else of the main one.
  Id participle_of() {
    if (verb_ == kNobody || !v(verb_).finite || v(verb_).passive || verb_ == main_) return main_;
    if (v(verb_).link == Link::kAdverbial && main_ != kNobody && verb_ > main_) return verb_;
    if (v(verb_).link == Link::kRelative && main_ == kNobody) return verb_;
    return main_;
  }

  // A bare past form that must be a participle: "rockets supplied by Iran".
  bool reduced(Id id) {
    const VerbGroup& group = v(id);
    if (group.modal != kNoLemma || group.perfect || group.passive || group.progressive) return false;
    if (group.auxiliary != kNoLemma) return false;
    // "weapons that Iran [sold] to Mali": the subject of a relative clause waits.
    if (relative_ != kNobody && pending_ != kNobody && pending_at_ > relative_at_) return false;
    if (!(group.form & kPastParticiple) || (group.form & (kBase | kThird))) return false;
    if (group.form == kPastParticiple) return before() == PieceKind::kNoun || pending_ == kNobody;
    if (before() == PieceKind::kComma && before2() == PieceKind::kNoun && pending_ != kNobody &&
        kind(at_ + 1) == PieceKind::kPreposition) {
      // "OPEC, headquartered in Vienna, met": a finite verb comes after the next comma.
      std::size_t k = at_ + 1;
      while (kind(k) == PieceKind::kPreposition && kind(k + 1) == PieceKind::kNoun) k += 2;
      // "The talks, [mediated by Oman], between": a doer between commas.
      const bool by = c_.word(pieces_[at_ + 1].token).prep == Prep::kBy && kind(at_ + 2) == PieceKind::kNoun &&
                      !n(pieces_[at_ + 2].id).date;
      return kind(k) == PieceKind::kComma && (finite_next(k + 1) || (by && kind(k + 1) == PieceKind::kPreposition));
    }
    if (before() != PieceKind::kNoun) return false;
    const Id noun = pieces_[at_ - 1].id;
    if (n(noun).date) return false;
    const bool by_next = kind(at_ + 1) == PieceKind::kPreposition &&
                         c_.word(pieces_[at_ + 1].token).prep == Prep::kBy &&
                         kind(at_ + 2) == PieceKind::kNoun && !n(pieces_[at_ + 2].id).date;
    if (by_next) return true;
    const bool governed = n(n(noun).first_conjunct).role != NounRole::kFree;
    if (governed && pending_ == kNobody) {
      // No subject waits; "said Iran supplied" is a zero complement, not a participle.
      if (verb_ != kNobody && says(verb_) && v(verb_).object == n(noun).first_conjunct) return false;
      return kind(at_ + 1) == PieceKind::kPreposition || kind(at_ + 1) == PieceKind::kBreak;
    }
    // "The rockets sold to Mali were ...": another finite verb comes with no subject.
    if (kind(at_ + 1) != PieceKind::kPreposition) return false;
    // "guards picked [up] the men": a particle has its object behind it.
    if (takes_object_along(at_ + 1) && kind(at_ + 2) == PieceKind::kNoun && !n(pieces_[at_ + 2].id).date) return false;
    std::size_t k = at_ + 1;
    while (kind(k) == PieceKind::kPreposition && kind(k + 1) == PieceKind::kNoun) {
      if (begins_clause(k)) return false;   // "tanks rolled north after gunmen had fired"
      k += 2;
      if (kind(k) == PieceKind::kNoun && c_.nouns[pieces_[k].id].date) ++k;
    }
    if (kind(k) != PieceKind::kVerb) return false;
    const VerbGroup& next = c_.verbs[pieces_[k].id];
    return next.finite && !next.infinitive;
  }

  // "let him [land]", "made it [sail] north"
  bool bare_infinitive(Id id) {
    static constexpr std::string_view kGovern[] = {"let", "make", "help", "watch", "see", "hear", "have", "bid"};
    const VerbGroup& group = v(id);
    if (!(group.form & kBase) || group.modal != kNoLemma || group.auxiliary != kNoLemma || group.negated) return false;
    if (verb_ == kNobody || !open_ || comma_ || before() != PieceKind::kNoun || pending_ != kNobody) return false;
    const VerbGroup& governor = v(verb_);
    return governor.object != kNobody && !governor.passive && lexicon_.is_one_of(governor.lemma, kGovern);
  }
  void take_bare_infinitive(Id id) {
    VerbGroup& group = v(id);
    group.finite = false;
    group.infinitive = true;
    group.form = kBase;
    group.link = Link::kInfinitive;
    group.parent = verb_;
    group.subject = v(verb_).object;
  }
  // "[Accused] by Rome of theft, Mali said": a bare participle that opens the sentence.
  bool fronted_participle(Id id) {
    const VerbGroup& group = v(id);
    if (at_ != 0 && kind(at_ - 1) != PieceKind::kBreak && kind(at_ - 1) != PieceKind::kQuote) return false;
    if (verb_ != kNobody || pending_ != kNobody || kind(at_ + 1) != PieceKind::kPreposition) return false;
    if (group.modal != kNoLemma || group.perfect || group.passive || group.progressive || group.auxiliary != kNoLemma) return false;
    if (!(group.form & kPastParticiple) || (group.form & (kBase | kThird))) return false;
    // A comma ends it, and a subject with its verb follows.
    for (std::size_t k = at_ + 1; k < pieces_.size() && k < at_ + 16; ++k) {
      if (kind(k) == PieceKind::kBreak || finite_next(k)) return false;
      if (kind(k) == PieceKind::kComma) return kind(k + 1) == PieceKind::kNoun;
    }
    return false;
  }
  void take_fronted(Id id) {
    VerbGroup& group = v(id);
    group.finite = false;
    group.reduced_passive = true;
    group.passive = true;
    group.form = kPastParticiple;
    group.link = Link::kParticiple;
    fronted_ = id;
  }

  bool takes_object_along(std::size_t at) const {
    static constexpr std::string_view kParticles[] = {"up", "out", "off", "down", "away"};
    return lexicon_.is_one_of(c_.word(pieces_[at].token).lemma, kParticles);
  }
  // "after [gunmen had fired]"
  bool begins_clause(std::size_t at) const {
    const Prep prep = c_.word(pieces_[at].token).prep;
    return (tells_order(prep) || prep == Prep::kAs) && finite_next(at + 2);
  }

  void take_reduced(Id id) {
    VerbGroup& group = v(id);
    group.finite = false;
    group.reduced_passive = true;
    group.passive = true;
    group.form = kPastParticiple;
    group.link = Link::kReduced;
    const std::size_t left = before() == PieceKind::kComma ? 2 : 1;
    if (at_ >= left && kind(at_ - left) == PieceKind::kNoun) {
      const Id noun = pieces_[at_ - left].id;
      group.subject = n(noun).first_conjunct;
      group.parent_noun = noun;
    }
    if (verb_ != kNobody && open_) group.parent = verb_;
  }

  void finite(Id id) {
    VerbGroup& group = v(id);
    if ((group.form & kPast) && !group.passive && !group.perfect) group.form = kPast, group.past = true;
    const PieceKind prev = before();
    Id subject = kNobody;
    if (relative_ != kNobody) {
      // "Russia, which supplied": the antecedent acts; "weapons which Russia supplied": it is acted on.
      group.link = Link::kRelative;
      group.parent_noun = relative_;
      const bool led = led_by_ != Prep::kNone;
      if (led && !whose_) {
        group.led_noun = n(relative_).first_conjunct;
        group.led_prep = led_by_;
      }
      if (pending_ != kNobody && pending_at_ > relative_at_) {
        subject = pending_;
        if (!whose_ && !led) group.object = relative_;   // "Peru, whose army supplied rifles": they are acted on
        pending_ = kNobody;
      } else if (!led) {
        subject = n(relative_).first_conjunct;
      }
      relative_ = kNobody;
      in_relative_ = true;
      group.subject = subject;
      return;
    }
    if (there_) {
      group.link = complement_of_ != kNobody ? Link::kComplement : Link::kRoot;
      group.parent = complement_of_;
      complement_of_ = kNobody;
      main_ = id;
      return;
    }
    if (pending_ != kNobody) {
      subject = pending_;
      pending_ = kNobody;
      in_relative_ = false;
    } else if (prev == PieceKind::kCoordinator && verb_ != kNobody) {
      // "visited Niamey and signed": the verb before shares its subject; an infinitive
      // only with a base form.
      Id left = verb_;
      // "asked it to go and [did not rule out] a raid": an auxiliary makes it finite.
      const bool bare = group.form == kBase && group.auxiliary == kNoLemma && group.modal == kNoLemma;
      if (!v(left).finite && !bare) {
        left = finite_above(left);
      } else if (v(left).finite && bare && v(left).form != kBase) {
        left = finite_above(left);
      }
      // "insists that the men are guests and [denies] it": of many it would be "deny".
      if (left != kNobody && disagrees(group, v(left)) && v(left).link == Link::kComplement && v(left).parent != kNobody &&
          v(v(left).parent).form == kThird) {
        left = v(left).parent;
      }
      if (left != kNobody) {
        copy_conjunct(id, left);
        return;
      }
    } else if (verb_ != kNobody && says(verb_) && open_ && !comma_ && v(verb_).object != kNobody) {
      // "The officials said Russia is looking": what looked like an object is a subject.
      subject = v(verb_).object;
      v(verb_).object = kNobody;
      for (Id k = subject; k != kNobody; k = n(k).next_conjunct) {
        n(k).role = NounRole::kFree;
        n(k).verb = kNobody;
      }
      complement_of_ = verb_;
    } else if (!stack_.empty() && (comma_ || prev == PieceKind::kComma)) {
      subject = stack_.back();
      stack_.pop_back();
      in_relative_ = false;
    } else if (!stack_.empty() && in_relative_ && verb_ != kNobody && v(verb_).link == Link::kRelative &&
               (prev == PieceKind::kNoun || prev == PieceKind::kVerb)) {
      // "The faction that controls Mali [freed] the sailors."
      subject = stack_.back();
      stack_.pop_back();
      in_relative_ = false;
    } else if (prev == PieceKind::kComma && verb_ != kNobody && v(verb_).finite &&
               kind(at_ - 1) == PieceKind::kComma && !says(id)) {
      // "visited Oslo, met the king and flew home"
      copy_conjunct(id, verb_);
      return;
    }
    group.subject = subject;
    if (subject != kNobody && fronted_ != kNobody && v(fronted_).subject == kNobody) {
      v(fronted_).subject = subject;
      v(fronted_).parent = id;
      // "accused of [hiding] gold, Mali said"
      for (Id k = fronted_ + 1; k < id; ++k) {
        if (v(k).subject == kNobody && v(k).parent == fronted_ && v(fronted_).passive) v(k).subject = subject;
      }
      fronted_ = kNobody;
    }
    if (conditional_) {
      group.link = Link::kConditional;
      conditional_ = false;
    } else if (adverbial_) {
      group.link = Link::kAdverbial;
      adverbial_ = false;
    } else if (complement_of_ != kNobody || complement_noun_ != kNobody) {
      group.link = Link::kComplement;
      group.parent = complement_of_;
      group.parent_noun = complement_noun_;
      last_complement_ = complement_of_;
      complement_of_ = kNobody;
    }
    complement_noun_ = kNobody;
    if (group.link != Link::kConditional && group.link != Link::kAdverbial) main_ = id;
  }

  // A form in -s after a subject that is more than one.
  bool disagrees(const VerbGroup& group, const VerbGroup& left) {
    if (group.form != kThird || group.auxiliary != kNoLemma || left.subject == kNobody) return false;
    const NounChunk& subject = n(left.subject);
    return subject.plural || subject.next_conjunct != kNobody;
  }
  Id finite_above(Id id) {
    int steps = 0;
    while (id != kNobody && (!v(id).finite || v(id).infinitive) && steps++ < 8) id = v(id).parent;
    return id;
  }

  void copy_conjunct(Id id, Id left) {
    VerbGroup& group = v(id);
    const VerbGroup& l = v(left);
    group.subject = l.subject;
    group.parent = l.parent;
    group.parent_noun = l.parent_noun;
    group.link = l.link == Link::kRoot ? Link::kConjunct : l.link;
    if (group.modal == kNoLemma && l.modal != kNoLemma && group.form == kBase) group.modal = l.modal;
    if (l.finite && group.link == Link::kConjunct) main_ = id;
    if (l.infinitive && group.form == kBase) {
      group.infinitive = true;
      group.finite = l.finite;
    }
  }

  // --- other pieces --------------------------------------------------------------------

  void subordinator() {
    const Word& word = c_.word(pieces_[at_].token);
    const bool that = word.entry && word.entry->closed == Closed::kThat;
    const bool how = word.entry && word.tag == Tag::kSubordinator && !that;
    // "said that", "told reporters that", "warned Moscow that"
    const Id noun = id_at(at_ == 0 ? 0 : at_ - 1, PieceKind::kNoun);
    const bool said = verb_ != kNobody && open_ && (says(verb_) || shapes_clause(v(verb_).lemma));
    if (that && !said && before() == PieceKind::kNoun && !shapes_clause(n(noun).lemma) && lacks_argument()) {
      return relative();
    }
    if (that && before() == PieceKind::kNoun && shapes_clause(n(noun).lemma)) {
      complement_noun_ = noun;
      complement_of_ = n(n(noun).first_conjunct).verb;
    } else if (that && verb_ != kNobody && (before() == PieceKind::kVerb || before() == PieceKind::kAdjective)) {
      complement_of_ = verb_;   // "files prove that"
    } else if ((that || how) && verb_ != kNobody && (says(verb_) || (that && shapes_clause(v(verb_).lemma))) &&
               (that || before() == PieceKind::kVerb)) {
      complement_of_ = verb_;
    } else if (that && before() == PieceKind::kNoun) {
      // "reports that": attribution by noun is left alone.
      complement_of_ = kNobody;
    }
    if (that && before() == PieceKind::kCoordinator && last_complement_ != kNobody) {
      complement_of_ = last_complement_;
    }
    if (!that) {
      const std::string_view lemma = lexicon_.lemma(word.lemma);
      if (lemma == "if" || lemma == "unless" || lemma == "whether" || lemma == "lest") {
        conditional_ = true;
      } else {
        adverbial_ = complement_of_ == kNobody;
      }
      if (pending_ != kNobody) stack_.push_back(pending_);
    }
    pending_ = kNobody;
    open_ = false;
    comma_ = false;
  }

  // "the drones that [Iran sold to Mali]", "a speech that [lasted two hours]": the clause lacks a
  // subject or an object, and so is no complement.
  bool lacks_argument() const {
    std::size_t k = at_ + 1;
    if (kind(k) == PieceKind::kNoun) {
      for (++k; kind(k) == PieceKind::kPreposition && kind(k + 1) == PieceKind::kNoun && k < at_ + kFarthestVerb; k += 2) {
      }
      if (kind(k) != PieceKind::kVerb) return false;
      const VerbGroup& verb = c_.verbs[pieces_[k].id];
      if (verb.passive || verb.infinitive || !(verb.finite || verb.form == (kPast | kPastParticiple))) return false;
      const bool occurs = lexicon_.is(verb.lemma, kOccurs) && !lexicon_.is(verb.lemma, kLight);   // "the talks that Iran held"
      if (be(verb) || lexicon_.is(verb.lemma, kSays) || occurs) return false;
      const bool stops = kind(k + 1) == PieceKind::kPreposition || kind(k + 1) == PieceKind::kVerb ||
                         (kind(k + 1) == PieceKind::kNoun && c_.nouns[pieces_[k + 1].id].date);
      if (kind(k + 1) == PieceKind::kPreposition && c_.word(pieces_[k + 1].token).prep == Prep::kBy) return false;
      return stops && !(kind(k + 1) == PieceKind::kVerb && c_.verbs[pieces_[k + 1].id].infinitive);
    }
    return finite_next(k);
  }

  void relative() {
    const Word& word = c_.word(pieces_[at_].token);
    Id antecedent = kNobody;
    // "the bloc [to] which it belongs"
    const bool led = before() == PieceKind::kPreposition;
    std::size_t left = skip_dates(led ? at_ - 1 : at_);
    if (left > 1 && kind(left - 1) == PieceKind::kComma) left = skip_dates(left - 1);
    if (left > 0 && kind(left - 1) == PieceKind::kNoun) antecedent = pieces_[left - 1].id;
    if (led && (antecedent == kNobody || partitive(antecedent))) {
      relative_ = kNobody;
      return;
    }
    // "that" does not refer to a name: "a meeting between A and B that could ..."
    // "it was Togo that sent them"
    const bool cleft = antecedent != kNobody && n(antecedent).role == NounRole::kPredicate;
    if (word.entry && word.entry->closed == Closed::kThat && !cleft) {
      for (int steps = 0; steps < 4 && antecedent != kNobody && family(n(antecedent)) != 0 &&
                          family(n(antecedent)) <= 2 && named(n(antecedent)); ++steps) {
        const NounChunk& first = n(n(antecedent).first_conjunct);
        antecedent = first.role == NounRole::kPrepositional ? first.noun : kNobody;
      }
    }
    if (antecedent != kNobody && is_who(word)) antecedent = whoever(antecedent);
    if (antecedent != kNobody && n(antecedent).role == NounRole::kApposition) {
      antecedent = n(antecedent).apposition_of;
    }
    if (antecedent == kNobody || n(antecedent).date) {
      // "asked who": a question.
      pending_ = kNobody;
      open_ = false;
      return;
    }
    if (pending_ != kNobody) {
      stack_.push_back(pending_);
      pending_ = kNobody;
    } else if (antecedent != kNobody && n(antecedent).role == NounRole::kFree) {
      stack_.push_back(n(antecedent).first_conjunct);
    }
    relative_ = antecedent;
    relative_at_ = at_;
    whose_ = word.lemma != kNoLemma && lexicon_.lemma(word.lemma) == "whose";
    led_by_ = led ? c_.word(pieces_[at_ - 1].token).prep : Prep::kNone;
    open_ = false;
    comma_ = false;
  }
  bool named(const NounChunk& chunk) const {
    return chunk.mention == kNone || document_.mentions[chunk.mention].form == MentionForm::kNamed;
  }
  // Back over dates and their prepositions: "the raid on Monday which".
  std::size_t skip_dates(std::size_t left) {
    while (left > 0 && kind(left - 1) == PieceKind::kNoun && n(pieces_[left - 1].id).date) {
      --left;
      if (left > 0 && kind(left - 1) == PieceKind::kPreposition) --left;
    }
    return left;
  }
  // "some [of whom]"
  bool partitive(Id id) {
    const NounChunk& chunk = n(id);
    return c_.word(pieces_[at_ - 1].token).prep == Prep::kOf &&
           (chunk.lemma == kNoLemma || lexicon_.is(chunk.lemma, kContainerNoun) || family(chunk) == 5 ||
            c_.word(chunk.head).tag == Tag::kNumber || c_.word(chunk.head).tag == Tag::kDeterminer);
  }
  bool is_who(const Word& word) const {
    return word.lemma != kNoLemma && (lexicon_.lemma(word.lemma) == "who" || lexicon_.lemma(word.lemma) == "whom");
  }
  // "the commander of Chad's army who fled": no state or body is a who.
  Id whoever(Id antecedent) {
    for (int steps = 0; steps < 3; ++steps) {
      const NounChunk& chunk = n(antecedent);
      const bool one = family(chunk) == 2 && !chunk.plural && n(chunk.first_conjunct).role == NounRole::kPrepositional;
      const Id holder = n(chunk.first_conjunct).noun;
      if (!one || holder == kNobody || !role_like(n(holder))) break;
      antecedent = holder;
    }
    return antecedent;
  }

  void adjective() {
    if (verb_ == kNobody || before() != PieceKind::kVerb) return;
    VerbGroup& verb = v(verb_);
    verb.adjective = c_.word(pieces_[at_].token).lemma;
  }

  void open_quote() {
    // 'said, "Iran ..."': what a quotation holds is a complement of the verb before it.
    if (verb_ != kNobody && says(verb_) &&
        (before() == PieceKind::kComma || before() == PieceKind::kDash ||
         (before() == PieceKind::kVerb))) {
      const Word& word = c_.word(pieces_[at_].token);
      if (word.tag == Tag::kOpenQuote && before() != PieceKind::kVerb) {
        complement_of_ = verb_;
        pending_ = kNobody;
        open_ = false;
      }
    }
  }

  void break_clause() {
    pending_ = kNobody;
    open_ = false;
    comma_ = false;
    relative_ = kNobody;
    in_relative_ = false;
    stack_.clear();
    complement_of_ = complement_noun_ = kNobody;
    conditional_ = adverbial_ = false;
    verb_ = kNobody;
    main_ = kNobody;
  }

  const Lexicon& lexicon_;
  const Document& document_;
  const std::span<const Piece> pieces_;
  Clauses& c_;
  static constexpr std::size_t kFarthestVerb = 7;
  std::size_t at_ = 0;
  std::size_t clause_at_ = ~std::size_t{0} - 1;   // the last preposition that opened a clause
  Id pending_ = kNobody;          // a noun that waits for its verb
  std::size_t pending_at_ = 0;
  Id verb_ = kNobody;             // the last verb
  Id main_ = kNobody;             // the last main-clause verb
  Id last_ = kNobody;             // the last noun
  bool open_ = false;             // may nouns still become arguments of verb_?
  bool comma_ = false;            // a comma since verb_
  bool there_ = false;
  bool in_relative_ = false;
  Id relative_ = kNobody;         // antecedent of a relative clause that has no verb yet
  std::size_t relative_at_ = 0;
  bool whose_ = false;            // the relative clause begins with "whose"
  Prep led_by_ = Prep::kNone;     // the preposition that it begins with
  Id complement_of_ = kNobody;    // the next finite verb is what this one says
  Id last_complement_ = kNobody;
  Id complement_noun_ = kNobody;  // "its demand that": the noun that says it
  bool conditional_ = false, adverbial_ = false;
  std::size_t list_until_ = 0, no_list_until_ = 0;
  Id fronted_ = kNobody;          // participle before the main subject
  std::vector<Id>& stack_;        // subjects that a relative clause interrupted
};

}  // namespace

void attach(const Lexicon& lexicon, const Document& document, Clauses& clauses) {
  Attacher(lexicon, document, clauses).run();
}

}  // namespace dragoman
