// Part of dragoman; see LICENSE.
//
// Verb groups: finite ones with their subjects, infinitives, gerunds, and what control verbs share.

#include <algorithm>
#include <string_view>
#include <utility>

#include "syntax/attacher.h"

namespace dragoman {

void Attacher::verb(Id id) {
  VerbGroup& group = v(id);
  if (const Entry* e = c_.word(group.head).entry; e != nullptr && e->closed != Closed::kOpen) {   // "did", "has", "would" alone
    if (group.finite && echoes(id)) {
      echoed_ = v(verb_).subject;
      return;
    }
    if (before_subject(id)) {
      before_ = id;
      pending_ = kNobody;
      open_ = false;
      return;
    }
  }
  if (before_ != kNobody) take_before(id);
  if (!group.finite && !group.infinitive && inserted(at_)) resumed_ = verb_;
  if (group.infinitive) infinitive(id);
  else if (before() == PieceKind::kCoordinator && passive_conjunct(id)) copy_conjunct(id, verb_);
  else if (!group.finite) gerund(id);
  else if (pending_ == kNobody && no_subject_due(id)) {}
  else if (reduced(id)) take_reduced(id);
  else finite(id);
  const bool goes_on = kind(at_ + 1) == PieceKind::kVerb && !v(pieces_[at_ + 1].id).finite;   // "which it plans [to try] to sell"
  if (gap_ != kNobody && !group.finite && group.object == kNobody && !goes_on) {
    group.object = gap_;
    if (n(gap_).role == NounRole::kFree) {
      n(gap_).role = NounRole::kObject;
      n(gap_).verb = id;
    }
    gap_ = kNobody;
  }
  // "with which Chad agreed [to trade]"
  if (!group.finite && id > 0 && group.parent == id - 1 && v(id - 1).led_noun != kNobody && group.led_noun == kNobody) {
    group.led_noun = v(id - 1).led_noun;
    group.led_prep = v(id - 1).led_prep;
  }
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

// A form that could be finite, while no subject waits: takes it as another if it is one.
bool Attacher::no_subject_due(Id id) {
  if (inserted_passive(id)) take_inserted(id);
  else if (has_done(id)) take_done(id);
  else if (bare_infinitive(id)) take_bare_infinitive(id);
  else if (fronted_participle(id)) take_fronted(id);
  else if (passive_list(id)) copy_conjunct(id, verb_);
  else return false;
  return true;
}

// "nor [did] it shell Chad", "never before [had] the envoys been expelled": an auxiliary that stands before its subject.
bool Attacher::before_subject(Id id) const {
  const VerbGroup& group = c_.verbs[id];
  const Closed closed = c_.word(group.head).entry ? c_.word(group.head).entry->closed : Closed::kOpen;
  if (!group.negated || (closed != Closed::kDo && closed != Closed::kHave && closed != Closed::kBe && closed != Closed::kModal)) return false;
  if (kind(at_ + 1) != PieceKind::kNoun || date_at(at_ + 1) || pending_ != kNobody) return false;
  if (at_ > 0 && before() != PieceKind::kCoordinator && before() != PieceKind::kComma && before() != PieceKind::kBreak && before() != PieceKind::kQuote) return false;
  const std::size_t k = behind_phrases(at_ + 2);
  if (kind(k) != PieceKind::kVerb) return false;
  const VerbGroup& verb = c_.verbs[pieces_[k].id];
  if (verb.modal != kNoLemma || verb.infinitive) return false;
  const std::uint8_t form = c_.word(verb.head).form;
  const bool fits = closed == Closed::kHave || closed == Closed::kBe ? (form & (kPastParticiple | kGerund)) != 0 : (form & kBase) != 0;
  return fits;
}

// "nor did it [shell] Chad": the verb is what it would be behind its subject.
void Attacher::take_before(Id id) {
  VerbGroup& group = v(id);
  const VerbGroup& auxiliary = v(before_);
  const Closed closed = c_.word(auxiliary.head).entry->closed;
  group.negated = !group.negated;
  group.finite = true;
  if (auxiliary.modal != kNoLemma) group.modal = auxiliary.modal;
  if (closed == Closed::kHave) group.perfect = true;
  if (closed == Closed::kBe && !group.passive) (group.form == kGerund ? group.progressive : group.passive) = true;
  group.form = closed == Closed::kHave || closed == Closed::kBe ? (group.form == kGerund ? kGerund : kPastParticiple) : kBase;
  group.past = auxiliary.past;
  group.auxiliary = auxiliary.lemma;
  before_ = kNobody;
}

// "halted trade and, [fearing] a raid, closed", "and, without [telling] Chad, closed": behind "and" and a comma; the list of verbs waits.
bool Attacher::inserted(std::size_t at) const {
  const std::size_t comma = at > 0 && kind(at - 1) == PieceKind::kPreposition ? at - 1 : at;
  return comma > 1 && kind(comma - 1) == PieceKind::kComma && kind(comma - 2) == PieceKind::kCoordinator && verb_ != kNobody && pending_ == kNobody;
}

// "agreed to go but, [angered] by a report, stayed"
bool Attacher::inserted_passive(Id id) const {
  const VerbGroup& group = c_.verbs[id];
  return before() == PieceKind::kComma && inserted(at_) && relative_ == kNobody && group.form == (kPast | kPastParticiple) && group.auxiliary == kNoLemma &&
         group.modal == kNoLemma && !group.perfect && !group.passive && !intransitive(group.lemma) && kind(at_ + 1) == PieceKind::kPreposition &&
         verb_behind_comma(at_ + 1);
}

void Attacher::take_inserted(Id id) {
  resumed_ = verb_;
  const Id above = finite_above(verb_);
  VerbGroup& group = as_participle(id, Link::kParticiple);
  group.parent = above;
  if (above != kNobody) group.subject = v(above).subject;
}

// "had the town [bombed]", "had his rival [arrested]": by others, as he wants it.
bool Attacher::has_done(Id id) const {
  static constexpr FewWords kHave = {"have", "get", "order"};
  static constexpr FewWords kDone = {"bomb", "shell", "arrest", "detain", "jail", "imprison", "execute", "expel", "deport", "seize", "kill", "murder", "poison", "assassinate",
                                     "close", "shut", "ban", "place", "put", "free", "release", "remove", "hang", "block", "sentence", "extradite"};
  const VerbGroup& group = c_.verbs[id];
  if (verb_ == kNobody || !open_ || comma_ || pending_ != kNobody || relative_ != kNobody || before() != PieceKind::kNoun) return false;
  const VerbGroup& have = c_.verbs[verb_];
  if (have.passive || have.object == kNobody || have.subject == kNobody || !lexicon_.is_one_of(have.lemma, kHave) || !lexicon_.is_one_of(group.lemma, kDone)) return false;
  if (!(group.form & kPastParticiple) || group.auxiliary != kNoLemma || group.modal != kNoLemma || group.perfect || group.passive) return false;
  const Tag begins = c_.word(c_.nouns[have.object].first).tag;
  return begins != Tag::kNumber && kind(at_ + 1) != PieceKind::kNoun;   // "had ten men killed": it lost them
}

void Attacher::take_done(Id id) {
  VerbGroup& group = v(id);
  group.finite = false;
  group.infinitive = true;
  group.form = kBase;
  group.past = false;
  group.link = Link::kInfinitive;
  group.parent = verb_;
  group.subject = v(verb_).subject;
  group.object = v(verb_).object;
}

// "Togo fled, as [did] Chad", "and so [did] Chad": who follows did the same as the subject before.
bool Attacher::echoes(Id id) const {
  static constexpr FewWords kSo = {"so"};
  static constexpr FewWords kMutual = {"speak", "talk", "agree", "disagree", "meet", "confer"};   // "Peru speaks Spanish, as does Chile": not to it
  const VerbGroup& group = c_.verbs[id];
  const Entry* e = c_.word(group.head).entry;
  if (!e || (e->closed != Closed::kDo && e->closed != Closed::kHave && e->closed != Closed::kBe) || verb_ == kNobody ||
      c_.verbs[verb_].passive) {
    return false;
  }
  if (kind(at_ + 1) != PieceKind::kNoun || c_.nouns[pieces_[at_ + 1].id].date || c_.verbs[verb_].subject == kNobody ||
      !c_.verbs[verb_].finite) {
    return false;
  }
  if (lexicon_.is_one_of(c_.verbs[verb_].lemma, kMutual)) return false;
  const PieceKind after = kind(at_ + 2);
  if (after == PieceKind::kVerb || after == PieceKind::kNoun || after == PieceKind::kAdjective) return false;
  if (before() == PieceKind::kPreposition) return before2() == PieceKind::kComma && c_.word(pieces_[at_ - 1].token).prep == Prep::kAs;
  const Entry* so = group.first > c_.base ? c_.word(group.first - 1).entry : nullptr;
  return before() == PieceKind::kCoordinator && so && lexicon_.is_one_of(so->other, kSo);
}

// Does the word say something of the status of its infinitive?
bool Attacher::shapes(LemmaId lemma) const {
  constexpr std::uint32_t kEffects = (1u << kIsPlanned) | (1u << kIsPotential) | (1u << kIsRequested) |
                                     (1u << kIsOffered) | (1u << kIsThreatened) |
                                     (1u << kIsPromised) | (1u << kIsAgreed) | (1u << kIsDenied);
  return (lexicon_.classes(lemma) & kEffects) != 0;
}

// "the first country", "the only one"
bool Attacher::ordinal(const NounChunk& chunk) const {
  static constexpr FewWords kWords = {"first", "second", "third", "last", "latest", "only"};
  for (Index t = chunk.first; t < chunk.last; ++t) {
    if (lexicon_.is_one_of(c_.word(t).lemma, kWords)) return true;
  }
  return false;
}

// "Pakistan was the first country [to congratulate Kabul]": it did.
bool Attacher::of_predicate(Id id, Id noun) {
  NounChunk& what = n(noun);
  if (what.role != NounRole::kPredicate || what.verb == kNobody || v(what.verb).subject == kNobody) return false;
  if (!ordinal(what)) return false;
  VerbGroup& group = v(id);
  group.link = Link::kReduced;
  group.parent_noun = noun;
  group.parent = what.verb;
  group.subject = v(what.verb).subject;
  group.infinitive = false;
  group.past = v(what.verb).past;
  return true;
}

// "a [Russian] plot", "the [U.S.] bid": does an adjective or name of a state stand in front of the head?
bool Attacher::of_nation(const NounChunk& chunk) const {
  for (Index t = chunk.first; t < chunk.head; ++t) {
    const Index mention = c_.word(t).mention;
    if (mention == kNone || mention == chunk.mention) continue;
    const MentionType type = document_.mentions[mention].type;
    if (type == MentionType::kNationality || type == MentionType::kState || is_a(type, MentionType::kOrganisation)) return true;
  }
  return false;
}

// "[Chad] declined a French request to send troops": whoever answers it was asked to; kNobody: somebody wants it for himself.
Id Attacher::asked_for(Id noun, LemmaId deed) const {
  static constexpr FewWords kRequests = {"request", "demand", "call", "appeal", "plea", "order", "ultimatum", "pressure"};
  static constexpr FewWords kAnswers = {"decline", "reject", "refuse", "accept", "ignore", "heed", "dismiss", "spurn", "resist", "defy", "obey", "rebuff",
                                        "grant", "brush", "shrug"};
  static constexpr FewWords kOwn = {"buy", "purchase", "join", "visit", "open", "use", "cross", "enter", "attend", "meet", "land", "fly", "acquire", "stay",
                                    "return", "see", "question", "interview", "inspect", "search", "board", "build", "have", "be", "become", "speak", "talk"};
  const NounChunk& chunk = c_.nouns[noun];
  if (chunk.role != NounRole::kObject || chunk.verb == kNobody || !lexicon_.is_one_of(chunk.lemma, kRequests) || lexicon_.is_one_of(deed, kOwn)) return kNobody;
  const VerbGroup& answer = c_.verbs[chunk.verb];
  return !answer.passive && lexicon_.is_one_of(answer.lemma, kAnswers) ? answer.subject : kNobody;
}

// "put pressure on [Chad] to leave", "gave permission to [Chad] to stay", "waited for [Chad] to go": who stands between a noun or verb and
// an infinitive, and does it; kNobody: nobody such.
Id Attacher::addressed(Id of) const {
  static constexpr FewWords kAddressed = {"pressure", "call", "appeal", "request", "demand", "order", "invitation", "plea", "instruction", "permission", "ultimatum",
                                          "warning", "challenge", "advice", "authorisation", "authorization", "clearance", "approval", "notice", "entreaty",
                                          "encouragement", "incentive", "deadline", "go-ahead", "light"};
  static constexpr FewWords kMove = {"leave", "depart", "head", "fly", "sail", "embark", "set", "travel", "go", "bind", "vote", "train", "prepare", "fight"};
  const NounChunk& chunk = c_.nouns[of];
  if (chunk.role != NounRole::kPrepositional || chunk.date) return kNobody;
  if (chunk.mention == kNone ? !(chunk.pronoun || acts(of)) : !may_speak(chunk)) return kNobody;
  if (chunk.prep == Prep::kOn || chunk.prep == Prep::kTo) {
    return chunk.noun != kNobody && lexicon_.is_one_of(c_.nouns[chunk.noun].lemma, kAddressed) ? of : kNobody;
  }
  if (chunk.prep != Prep::kFor) return kNobody;
  const MentionType type = chunk.mention == kNone ? MentionType::kGroup : document_.mentions[chunk.mention].type;
  if (type == MentionType::kCity || type == MentionType::kPlace) return kNobody;
  const Id verb = chunk.verb != kNobody ? chunk.verb : chunk.noun != kNobody ? c_.nouns[chunk.noun].verb : kNobody;
  return verb != kNobody && lexicon_.is_one_of(c_.verbs[verb].lemma, kMove) ? kNobody : of;
}

// "gave [Chad] permission to stay", "granted [it] the right to": who is given what the infinitive explains, unless it is a
// promise; kNobody: nobody.
Id Attacher::given_to(Id noun) const {
  static constexpr FewWords kOwn = {"promise", "pledge", "guarantee", "assurance", "commitment", "undertaking", "vow", "offer", "threat", "word", "notice"};
  const NounChunk& chunk = c_.nouns[noun];
  if (chunk.role != NounRole::kObject || chunk.verb == kNobody || lexicon_.is_one_of(chunk.lemma, kOwn)) return kNobody;
  const VerbGroup& give = c_.verbs[chunk.verb];
  static constexpr FewWords kGive = {"give", "grant", "hand", "offer", "deny", "issue", "allow", "award", "send", "set"};
  return lexicon_.is_one_of(give.lemma, kGive) && !give.passive ? give.indirect : kNobody;
}

// "[asked] Congress for authority", "[applied] for leave": the verb that asks for what an infinitive explains; kNobody: none.
Id Attacher::asks_leave(Id noun) const {
  static constexpr FewWords kAsk = {"ask", "beg", "apply", "petition", "press", "plead", "appeal", "request"};
  static constexpr FewWords kLeave = {"authority", "permission", "leave", "approval", "clearance", "consent", "power", "money", "authorisation", "authorization", "mandate"};
  const NounChunk& chunk = c_.nouns[noun];
  if (chunk.role != NounRole::kPrepositional || chunk.prep != Prep::kFor || chunk.verb == kNobody || chunk.mention != kNone || chunk.plural) return kNobody;
  return lexicon_.is_one_of(chunk.lemma, kLeave) && lexicon_.is_one_of(c_.verbs[chunk.verb].lemma, kAsk) && !c_.verbs[chunk.verb].passive ? chunk.verb : kNobody;
}

// Whoever does what a verb says: its subject, or whom "by" leads where it is passive; kNobody: not said.
Id Attacher::doer_of(Id verb) const {
  const VerbGroup& group = c_.verbs[verb];
  if (!group.passive) return group.subject;
  for (std::size_t k = at_; k-- > 0 && kind(k) != PieceKind::kVerb;) {
    if (kind(k) != PieceKind::kPreposition || c_.word(pieces_[k].token).prep != Prep::kBy || kind(k + 1) != PieceKind::kNoun) continue;
    const NounChunk& by = c_.nouns[pieces_[k + 1].id];
    if (by.verb == verb && !by.date) return by.first_conjunct;
  }
  return kNobody;
}

void Attacher::infinitive(Id id) {
  VerbGroup& group = v(id);
  // "began [on Tuesday] to deport": a date between them changes nothing.
  const std::size_t left = skip_dates(at_);
  const PieceKind prev = left > 0 ? kind(left - 1) : PieceKind::kBreak;
  if (prev == PieceKind::kSubordinator) conditional_ = adverbial_ = false;   // "decide whether [to send] troops"
  if (const Id list = infinitive_before(prev); list != kNobody) {
    copy_conjunct(id, list);
    return;
  }
  // "the decision [of Mali] to leave", "plans [by Turkey] to": theirs.
  if (const Id owner = prev == PieceKind::kNoun ? pieces_[left - 1].id : kNobody; owner != kNobody) {
    const NounChunk& of = n(n(owner).first_conjunct);
    // "an offer [from Kim] to meet": what is offered, he does; what is asked for, somebody else.
    static constexpr FewWords kOffers = {"offer", "promise", "pledge", "threat", "vow", "assurance", "undertaking", "commitment", "agreement"};
    const bool from = of.prep == Prep::kFrom && of.noun != kNobody && lexicon_.is_one_of(n(of.noun).lemma, kOffers);
    if (of.role == NounRole::kPrepositional && (of.prep == Prep::kOf || of.prep == Prep::kBy || from) && of.noun != kNobody && takes_infinitive(of.noun) &&
        n(of.noun).possessor == kNobody && may_speak(of)) {
      group.parent_noun = of.noun;
      group.link = Link::kInfinitive;
      group.parent = n(of.noun).role == NounRole::kPredicate || n(of.noun).role == NounRole::kFree ? kNobody : n(of.noun).verb;
      const Id asked = asked_for(of.noun, group.negated ? kNoLemma : group.lemma);
      // "a plea by Togo [not to] enter": not Togo
      static constexpr FewWords kPleas = {"plea", "appeal", "call", "request", "demand", "order", "warning"};
      const bool others = group.negated && lexicon_.is_one_of(n(of.noun).lemma, kPleas);
      group.subject = asked != kNobody ? asked : others ? kNobody : n(owner).first_conjunct;
      return;
    }
    if (const Id doer = left == at_ && asks_leave(owner) == kNobody ? addressed(n(owner).first_conjunct) : kNobody; doer != kNobody) {
      const Id what = n(doer).noun;
      const bool content = what != kNobody ? takes_infinitive(what) : n(doer).verb != kNobody && shapes(v(n(doer).verb).lemma);
      group.subject = doer;
      group.link = content ? Link::kInfinitive : Link::kPurpose;
      group.parent = what == kNobody ? n(doer).verb : n(what).role == NounRole::kPredicate || n(what).role == NounRole::kFree ? kNobody : n(what).verb;
      if (content && what != kNobody) group.parent_noun = what;
      return;
    }
  }
  // "asked Congress for authority [to arm] them": whoever asks would
  if (const Id asks = prev == PieceKind::kNoun && left == at_ ? asks_leave(pieces_[at_ - 1].id) : kNobody; asks != kNobody) {
    group.link = Link::kInfinitive;
    group.parent = asks;
    group.subject = v(asks).subject;
    return;
  }
  if (prev == PieceKind::kNoun && takes_infinitive(pieces_[at_ - 1].id)) {
    const Id noun = pieces_[at_ - 1].id;
    group.parent_noun = noun;
    group.link = Link::kInfinitive;
    group.parent = n(noun).verb != kNobody ? n(noun).verb : kNobody;
    static constexpr FewWords kAims = {"bid", "effort", "attempt", "move", "drive", "push", "campaign", "ploy", "plot", "scheme", "hope", "plan", "operation", "manoeuvre"};
    const bool aim = n(noun).role == NounRole::kPrepositional && (n(noun).prep == Prep::kIn || n(noun).prep == Prep::kWith) && verb_ != kNobody &&
                     n(noun).possessor == kNobody && lexicon_.is_one_of(n(noun).lemma, kAims);
    if (const Id asked = asked_for(noun, group.lemma); asked != kNobody) group.subject = asked;
    else if (const Id given = given_to(noun); given != kNobody) group.subject = given;
    else if (n(noun).possessor != kNobody) group.subject = n(noun).possessor;
    else if (aim) group.subject = doer_of(n(noun).verb != kNobody ? n(noun).verb : verb_);   // "shelled it [in a bid] to"
    else if (of_nation(n(noun))) group.subject = noun;   // "foiled [a Russian plot] to kill him": whoever plotted would
    else if (n(noun).verb != kNobody && n(noun).role == NounRole::kObject) {
      group.subject = v(n(noun).verb).subject;
    } else if (n(noun).verb != kNobody && n(noun).prep == Prep::kUnder && n(noun).noun == kNobody) {
      group.subject = v(n(noun).verb).subject;   // "is under pressure to leave"
    }
    if (n(noun).role == NounRole::kPredicate || n(noun).role == NounRole::kFree) group.parent = kNobody;
    return;
  }
  // "exercises due [to be held]", "men willing [to fight]"
  if (prev == PieceKind::kAdjective && left == at_ && before2() == PieceKind::kNoun && !n(pieces_[at_ - 2].id).date) {
    group.subject = n(pieces_[at_ - 2].id).first_conjunct;
    group.parent_noun = pieces_[at_ - 2].id;
    group.link = Link::kPurpose;
    return;
  }
  // "will meet at a summit [to be held] in Lima"
  if (prev == PieceKind::kNoun && left == at_ && group.passive && n(pieces_[at_ - 1].id).role == NounRole::kPrepositional &&
      !n(pieces_[at_ - 1].id).date && !may_speak(n(pieces_[at_ - 1].id)) && !acts(pieces_[at_ - 1].id)) {
    group.subject = n(pieces_[at_ - 1].id).first_conjunct;
    group.parent_noun = pieces_[at_ - 1].id;
    group.link = Link::kPurpose;
    return;
  }
  // "prompting Chad to leave, [Mali to stay] and Togo to wait": as the first does
  if (const Id control = controlled_list(prev); control != kNobody) {
    group.link = Link::kInfinitive;
    group.parent = control;
    group.subject = pieces_[at_ - 1].id;
    if (pending_ == group.subject) pending_ = kNobody;
    n(group.subject).verb = control;
    n(group.subject).role = NounRole::kObject;
    return;
  }
  // Headline: "Kim to visit Russia".
  if (pending_ != kNobody && (prev == PieceKind::kNoun || prev == PieceKind::kComma) &&
      !(verb_ != kNobody && open_ && !comma_)) {
    group.subject = pending_;
    // "Yoon, the first leader [to visit Japan], said": it is done, and he waits for his verb.
    if (prev == PieceKind::kNoun && at_ > 1 && kind(at_ - 2) == PieceKind::kComma && ordinal(n(pieces_[at_ - 1].id))) {
      group.link = Link::kReduced;
      group.parent_noun = pieces_[at_ - 1].id;
      group.infinitive = false;
      group.past = true;
      return;
    }
    group.finite = true;
    group.link = Link::kRoot;
    if (complement_of_ != kNobody) {
      group.parent = complement_of_;
      group.link = Link::kComplement;
    }
    pending_ = kNobody;
    return;
  }
  if (verb_ == kNobody) {
    // "[To reach] the sea, Chad needs": of whoever the sentence is about
    if (pending_ == kNobody && left == 0) {
      group.link = Link::kPurpose;
      fronted_ = id;
    }
    return;
  }
  if (prev == PieceKind::kNoun && of_predicate(id, pieces_[at_ - 1].id)) return;
  const bool apposed = prev == PieceKind::kComma && left > 1 && left < at_ && kind(left - 2) == PieceKind::kNoun &&
                       n(pieces_[left - 2].id).role == NounRole::kApposition;
  if ((apposed || (prev == PieceKind::kNoun && n(pieces_[at_ - 1].id).date)) && lexicon_.is(v(verb_).lemma, kDative) &&
      v(verb_).object != kNobody && !v(verb_).passive) {
    // "gave two envoys 72 hours to leave", "gave the envoy, Kang Chol, 48 hours to leave": they are to leave.
    group.parent = verb_;
    group.link = Link::kInfinitive;
    group.subject = v(verb_).object;
    return;
  }
  // "told the men [who had fled] to go home": what the relative clause interrupted goes on.
  // "ordered a diplomat [attending a summit] to leave": so does what a participle did
  const bool attending = v(verb_).link == Link::kReduced && v(verb_).form == kGerund;
  if ((v(verb_).link == Link::kRelative || attending) && v(verb_).parent_noun != kNobody && !shapes(v(verb_).lemma) &&
      !lexicon_.is(v(verb_).lemma, kObjectControl) && (!lexicon_.is(v(verb_).lemma, kRaising) || (prev == PieceKind::kComma && v(verb_).object != kNobody))) {
    const NounChunk& antecedent = n(n(v(verb_).parent_noun).first_conjunct);
    if (antecedent.verb != kNobody && antecedent.role == NounRole::kObject && lexicon_.is(v(antecedent.verb).lemma, kObjectControl)) {
      group.parent = antecedent.verb;
      group.link = Link::kInfinitive;
      group.subject = v(antecedent.verb).object;
      return;
    }
  }
  // "pressed Chad, which refuses to discuss it, [to leave]"
  if (const Id clause = prev == PieceKind::kComma ? behind_reduced(verb_) : kNobody; clause != kNobody && clause != verb_ && v(clause).link == Link::kRelative && v(clause).parent_noun != kNobody) {
    const NounChunk& antecedent = n(n(v(clause).parent_noun).first_conjunct);
    if (antecedent.verb != kNobody && antecedent.role == NounRole::kObject && antecedent.verb < clause && lexicon_.is(v(antecedent.verb).lemma, kObjectControl)) {
      group.parent = antecedent.verb;
      group.link = Link::kInfinitive;
      group.subject = v(antecedent.verb).object;
      return;
    }
  }
  // "Chad has agreed, its minister said after meeting Mali's, [to leave]"
  if (prev == PieceKind::kComma) {
    Id said = verb_;
    for (int steps = 0; steps < 3 && said != kNobody && !v(said).finite; ++steps) said = v(said).parent;
    const Id told = said == kNobody ? kNobody : told_before(said);
    if (told != kNobody && v(told).object == kNobody && !v(told).passive && shapes(v(told).lemma)) {
      group.parent = told;
      group.link = Link::kInfinitive;
      group.subject = v(told).subject;
      return;
    }
  }
  // "undertook in a pact [signed in Oslo] to": the participle governs nothing.
  Id governor = verb_;
  if (v(verb_).reduced_passive && !shapes(v(verb_).lemma) && !lexicon_.is(v(verb_).lemma, kObjectControl) &&
      !lexicon_.is(v(verb_).lemma, kSays) && v(verb_).parent != kNobody && v(verb_).parent < verb_ && shapes(v(v(verb_).parent).lemma)) {
    governor = v(verb_).parent;
  }
  // "used a plane bought from Mali [to bomb] it": whoever uses it, not the plane
  static constexpr FewWords kUse = {"use"};
  if (v(verb_).link == Link::kReduced && v(verb_).parent != kNobody && v(verb_).parent < verb_ && lexicon_.is_one_of(v(v(verb_).parent).lemma, kUse) &&
      v(v(verb_).parent).object == v(verb_).subject) {
    governor = v(verb_).parent;
  }
  const VerbGroup& parent = v(governor);
  group.parent = governor;
  const bool object_control = lexicon_.is(parent.lemma, kObjectControl);
  // "went [on to shell] it"
  static constexpr FewWords kGo = {"go"};
  const bool goes_on = prev == PieceKind::kPreposition && lexicon_.is_one_of(parent.lemma, kGo) && c_.word(pieces_[left - 1].token).prep == Prep::kOn;
  const bool complement = prev == PieceKind::kVerb || goes_on || parent.adjective != kNoLemma ||
                          (object_control && (parent.object != kNobody || parent.passive)) ||
                          (parent.passive && says_clause(governor) && by_whom(prev)) ||
                          (parent.object == kNobody && (shapes(parent.lemma) || (left < at_ && lexicon_.is(parent.lemma, kRaising))));
  group.link = complement ? Link::kInfinitive : Link::kPurpose;
  // "fled, [only to be caught] by Chad": it was
  static constexpr FewWords kOnly = {"only"};
  if (!complement && group.first > c_.base && parent.finite && !parent.passive && c_.word(group.first - 1).entry &&
      lexicon_.is_one_of(c_.word(group.first - 1).entry->other, kOnly) && prev == PieceKind::kComma) {
    group.link = Link::kConjunct;
    group.infinitive = false;
    group.past = parent.past;
    group.subject = parent.subject;
    return;
  }
  // "summoned the ambassador [to protest]": who summons protests.
  static constexpr FewWords kSummon = {"summon", "call", "haul", "invite"};
  static constexpr FewWords kGrievance = {"protest", "complain", "convey", "lodge", "voice", "deliver"};
  const bool own = lexicon_.is_one_of(parent.lemma, kSummon) && lexicon_.is_one_of(group.lemma, kGrievance);
  // "asked Chad [to be allowed] to": whoever asks is
  static constexpr FewWords kBeg = {"ask", "beg", "petition", "implore", "plead", "request"};
  static constexpr FewWords kGrant = {"allow", "permit", "authorise", "authorize", "exempt", "excuse", "give", "grant", "admit", "spare", "let", "free", "release"};
  const bool begs = group.passive && lexicon_.is_one_of(parent.lemma, kBeg) && lexicon_.is_one_of(group.lemma, kGrant);
  if (begs && !parent.passive) {
    group.subject = parent.subject;
  } else if (object_control && !own && !parent.passive && parent.object != kNobody &&
      group.link == Link::kInfinitive) {
    // "sent 400 soldiers [to shore up] the president": whose soldiers they are is said by who sends them
    static constexpr FewWords kSend = {"send", "dispatch", "deploy", "fly", "rush", "airlift"};
    const NounChunk& sent = n(parent.object);
    const bool anybodys = sent.mention != kNone && document_.mentions[sent.mention].type == MentionType::kGroup && document_.mentions[sent.mention].state == kNone &&
                          sent.possessor == kNobody && document_.mentions[sent.mention].form == MentionForm::kNominal;
    // "ordered jets [to strike] a camp": what is nobody's is whose orders it has
    static constexpr FewWords kOrder = {"order", "tell", "direct"};
    static constexpr FewWords kArms = {"jet", "warplane", "plane", "bomber", "fighter", "ship", "warship", "tank", "helicopter", "submarine", "gunship", "frigate", "destroyer", "drone"};
    const bool arms = lexicon_.is_one_of(parent.lemma, kOrder) && lexicon_.is_one_of(sent.lemma, kArms) && !of_nation(sent) && parent.subject != kNobody &&
                      (sent.mention == kNone || document_.mentions[sent.mention].state == kNone) &&
                      (sent.possessor == kNobody || n(sent.possessor).pronoun);
    group.subject = arms || (anybodys && parent.subject != kNobody && lexicon_.is_one_of(parent.lemma, kSend)) ? parent.subject : parent.object;
  } else if (object_control && prev == PieceKind::kNoun && parent.object == kNobody && !parent.passive) {
    // "called on Israel to withdraw"
    const Id noun = pieces_[at_ - 1].id;
    if (n(noun).role == NounRole::kPrepositional && n(noun).verb == verb_ && family(n(noun)) <= 2) {
      group.subject = n(noun).first_conjunct;
      group.link = Link::kInfinitive;
    } else {
      group.subject = parent.subject;
    }
  } else if (const Id given = prev == PieceKind::kNoun ? given_to(pieces_[at_ - 1].id) : kNobody; given != kNobody) {
    group.subject = given;   // "gave [Chad] the green light to"
  } else if (const Id armed = group.link == Link::kPurpose && prev == PieceKind::kNoun ? armed_to(parent, group.lemma) : kNobody; armed != kNobody) {
    group.subject = armed;
  } else {
    group.subject = parent.subject;
    // "was raided [by police] to arrest him": who does it has the purpose.
    if (group.link == Link::kPurpose && parent.passive && prev == PieceKind::kNoun) {
      if (const Id doer = doer_of(governor); doer != kNobody) group.subject = doer;
    }
  }
}

// "supplied [rebels] with guns to fight Chad", "gave [Mali] jets to bomb them": whoever is armed does it; kNobody: it is nobody's arming.
Id Attacher::armed_to(const VerbGroup& supply, LemmaId deed) const {
  static constexpr FewWords kArm = {"supply", "provide", "arm", "equip", "furnish", "give", "lend", "train", "send", "sell"};
  static constexpr FewWords kFight = {"fight", "attack", "strike", "shell", "bomb", "defend", "repel", "resist", "kill", "topple", "overthrow", "oust", "invade", "shoot", "battle",
                                      "combat", "counter", "deter", "hit", "use", "destabilise", "destabilize", "destroy"};
  if (!lexicon_.is_one_of(supply.lemma, kArm) || !lexicon_.is_one_of(deed, kFight) || supply.passive) return kNobody;
  if (supply.indirect != kNobody) return supply.indirect;
  const NounChunk& left = c_.nouns[pieces_[at_ - 1].id];
  const bool with = left.role == NounRole::kPrepositional && left.prep == Prep::kWith;
  return with && supply.object != kNobody && (may_speak(c_.nouns[supply.object]) || acts(supply.object)) ? supply.object : kNobody;
}

// The verb whose object does what an infinitive says, where another such pair follows it; kNobody: none.
Id Attacher::controlled_list(PieceKind prev) {
  if (prev != PieceKind::kNoun || verb_ == kNobody || (before2() != PieceKind::kComma && before2() != PieceKind::kCoordinator)) return kNobody;
  const VerbGroup& last = v(verb_);
  if (!last.infinitive || last.link != Link::kInfinitive || last.parent == kNobody || n(pieces_[at_ - 1].id).date) return kNobody;
  const VerbGroup& control = v(last.parent);
  if (control.passive || control.object == kNobody || last.subject == control.subject || !lexicon_.is(control.lemma, kObjectControl)) {
    return kNobody;
  }
  const NounChunk& doer = n(pieces_[at_ - 1].id);
  const int kind_of = family(doer);
  return (kind_of == 1 || kind_of == 2) && family(n(last.subject)) == kind_of ? last.parent : kNobody;
}

// "is said [by Peru] to have left"
bool Attacher::by_whom(PieceKind prev) const {
  return prev == PieceKind::kNoun && before2() == PieceKind::kPreposition && c_.word(pieces_[at_ - 2].token).prep == Prep::kBy;
}

// "holds the militia [responsible] for": before a preposition.
bool Attacher::answerable(std::size_t at) const {
  static constexpr FewWords kWords = {"responsible", "accountable", "answerable", "liable", "guilty", "culpable", "account"};
  if (at == 0) return false;
  const Index token = pieces_[at].token;
  return token > c_.base && lexicon_.is_one_of(c_.word(token - 1).lemma, kWords);
}

// ", arming rebels [and lying]": a list that ends in another gerund, or in one more with its preposition.
bool Attacher::gerunds_go_on() const {
  for (std::size_t k = at_ + 1; k < pieces_.size() && k < at_ + 16; ++k) {
    switch (kind(k)) {
      case PieceKind::kCoordinator: {
        const Id next = id_at(k + 1, PieceKind::kVerb);
        if (next == kNobody) break;
        return !c_.verbs[next].finite && !c_.verbs[next].infinitive;
      }
      case PieceKind::kVerb:
        if (c_.verbs[pieces_[k].id].finite || c_.verbs[pieces_[k].id].infinitive) return false;
        break;
      case PieceKind::kBreak: case PieceKind::kRelative: case PieceKind::kSubordinator: case PieceKind::kDash: case PieceKind::kQuote: return false;
      default: break;
    }
  }
  return false;
}

// "arrested [a man] on suspicion of plotting": whoever is charged with it.
Id Attacher::charged(Id noun, const VerbGroup& parent) {
  static constexpr FewWords kCharges = {"suspicion", "charge", "count", "accusation", "allegation"};
  if (noun == kNobody || !lexicon_.is_one_of(n(noun).lemma, kCharges)) return kNobody;
  // "faces [charges] of arming rebels", "denies [allegations] of": whoever does
  static constexpr FewWords kFace = {"face", "deny", "reject", "dismiss", "fight", "rebut", "escape", "deflect", "answer", "admit", "refute", "confront", "contest"};
  if (noun == parent.object) return !parent.passive && n(noun).possessor == kNobody && lexicon_.is_one_of(parent.lemma, kFace) ? parent.subject : kNobody;
  return parent.passive ? parent.subject : parent.object;
}

void Attacher::gerund(Id id) {
  VerbGroup& group = v(id);
  const PieceKind prev = before();
  if (prev == PieceKind::kCoordinator && verb_ != kNobody && v(verb_).form == kGerund &&
      !v(verb_).finite) {
    copy_conjunct(id, verb_);
    return;
  }
  // ", saying he feared them and [accusing] Mali of it": as the participle before
  if (prev == PieceKind::kCoordinator && verb_ != kNobody) {
    for (Id k = verb_; k >= 0 && k + 4 > verb_; --k) {
      if (v(k).link == Link::kParticiple && v(k).form == kGerund) {
        copy_conjunct(id, k);
        return;
      }
      if (v(k).link == Link::kRoot || v(k).link == Link::kConjunct) break;
    }
  }
  // "accused Chad of shelling towns, [arming] rebels and lying"
  if (prev == PieceKind::kComma && verb_ != kNobody && v(verb_).link == Link::kGerund && gerunds_go_on()) {
    copy_conjunct(id, verb_);
    return;
  }
  if (prev == PieceKind::kPreposition) {
    // "of shelling a town and of [arming] rebels"
    if (before2() == PieceKind::kCoordinator && verb_ != kNobody && v(verb_).link == Link::kGerund && v(verb_).parent != kNobody) {
      copy_conjunct(id, verb_);
      return;
    }
    group.link = Link::kGerund;
    const std::size_t at = at_ - 1;
    if (verb_ == kNobody) {
      fronted_ = id;        // "By supplying shells, Iran ..."
      return;
    }
    const Prep prep = c_.word(pieces_[at].token).prep;
    // "fled as Togo, after [meeting] Chad, left", "and Togo, after meeting Chad, left": of the subject that waits
    if (tells_order(prep) && at > 0 && kind(at - 1) == PieceKind::kComma && waits_before(at - 1)) {
      group.link = Link::kParticiple;
      group.subject = pending_;
      return;
    }
    const Id noun = at > 0 ? id_at(at - 1, PieceKind::kNoun) : kNobody;
    // "lift the sanctions imposed on [Mali] for arming": the participle's, before the clause's verb.
    if (const Id doer = prep == Prep::kFor ? answers_for(verb_, noun) : kNobody; doer != kNobody) {
      group.parent = verb_;
      group.subject = doer;
      return;
    }
    // "warned France, whose men had drawn a line, against [sending] more"
    if (at > 0 && kind(at - 1) == PieceKind::kComma) {
      Id clause = verb_;
      for (int steps = 0; steps < 3 && clause != kNobody && !v(clause).finite; ++steps) clause = v(clause).parent;
      for (int steps = 0; steps < 3 && clause != kNobody && v(clause).link == Link::kComplement; ++steps) clause = v(clause).parent;
      const Id whom = clause == kNobody || v(clause).link != Link::kRelative ? kNobody : v(clause).parent_noun;
      if (whom != kNobody && n(n(whom).first_conjunct).role == NounRole::kObject &&
          lexicon_.is(v(n(n(whom).first_conjunct).verb).lemma, kObjectControl)) {
        group.parent = n(n(whom).first_conjunct).verb;
        group.subject = v(group.parent).object;
        return;
      }
    }
    // "violated a truce signed in Oslo by firing": the clause's verb does it, not the participle.
    // "airlines involved [in flying] migrants": they fly them
    static constexpr FewWords kIn = {"involve", "engage", "implicate", "specialise", "specialize"};
    Id governor = verb_;
    while (v(governor).reduced_passive && !(prep == Prep::kIn && lexicon_.is_one_of(v(governor).lemma, kIn)) && v(governor).parent != kNobody && v(governor).parent < governor &&
           !lexicon_.is(v(governor).lemma, kObjectControl)) {
      governor = v(governor).parent;
    }
    // "accused by refugees arriving in Chad [of burning] it": of the charge, not of what they did
    static constexpr FewWords kCharge = {"accuse", "suspect", "convict", "acquit", "clear", "absolve"};
    if (prep == Prep::kOf && v(governor).link == Link::kReduced && v(governor).parent != kNobody && v(governor).parent < governor &&
        lexicon_.is_one_of(v(v(governor).parent).lemma, kCharge)) {
      governor = v(governor).parent;
    }
    // "told states to use force, instead [of lifting] it": of the main clause
    static constexpr FewWords kInstead = {"instead"};
    if (prep == Prep::kOf && at > 0 && kind(at - 1) == PieceKind::kComma && main_ != kNobody && v(main_).finite && pieces_[at].token > c_.base &&
        kInstead.has_in_any_case(document_.slice(document_.tokens.tokens[pieces_[at].token - 1].span()))) {
      governor = main_;
    }
    // "formed a force to fight rebels [after quitting] the bloc": a time is that of what was done, not of its purpose
    if (prep == Prep::kAfter && v(governor).link == Link::kPurpose && v(governor).parent != kNobody && v(v(governor).parent).finite) governor = v(governor).parent;
    group.parent = governor;
    const VerbGroup& parent = v(governor);
    // "condemned Sudan [after meeting] its rivals", "by closing the border": whoever did the one did the other.
    // "sent troops [without telling] Ghana": so it is of what whoever sent them did not do.
    static constexpr FewWords kAside = {"without", "despite", "besides"};
    const bool aside = kAside.has_in_any_case(document_.slice(document_.tokens.tokens[pieces_[at].token].span()));
    // "talked them [into pulling] back": they do
    bool brought = prep == Prep::kInto && !parent.passive && parent.object != kNobody && noun != kNobody && n(noun).first_conjunct == n(parent.object).first_conjunct;
    // "talked them [out of attacking]": they do not
    brought = brought || (prep == Prep::kOf && at > 1 && kind(at - 1) == PieceKind::kPreposition && kind(at - 2) == PieceKind::kNoun && !parent.passive &&
                          parent.object != kNobody && n(pieces_[at - 2].id).first_conjunct == n(parent.object).first_conjunct);
    if (tells_order(prep) || aside || (prep == Prep::kBy && !parent.passive)) {
      group.subject = parent.subject;
    } else if (brought) {
      group.subject = parent.object;
    } else if (lexicon_.is(parent.lemma, kObjectControl) || (prep == Prep::kFor && answerable(at))) {
      group.subject = parent.passive ? parent.subject : parent.object;
      // "stopped short of [sending] troops"
      if (group.subject == kNobody && noun == kNobody && c_.word(pieces_[at].token - 1).tag == Tag::kAdverb) group.subject = parent.subject;
    } else if (const Id doer = prep == Prep::kFor && governor != verb_ ? answers_for(governor, noun) : kNobody; doer != kNobody) {
      group.subject = doer;
    } else if (const Id accused = prep == Prep::kOf ? charged(noun, parent) : kNobody; accused != kNobody) {
      group.subject = accused;
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
    // "after the government, [defying] a court, decided": of the subject that waits
    // "a step that Togo, [fearing] war, called rash": so it is of whoever acts in a relative clause
    const bool of_clause = relative_ != kNobody && pending_at_ > relative_at_;
    const bool waits = prev == PieceKind::kComma && (adverbial_ || conditional_ || complement_of_ != kNobody || of_clause) && waits_before(at_ - 1);
    // "will resume it, officials said, [having promised] to": whoever resumes it
    const Id told = !waits && group.perfect && verb_ != kNobody ? told_before(verb_) : kNobody;
    const Id doer = waits ? kNobody : told != kNobody ? told : participle_of(group.lemma);
    if (doer != kNobody) {
      // "said they would, [prompting] Israel to recall": what came of saying so was not said
      const bool said = says(doer) || (v(doer).link == Link::kComplement && v(doer).modal != kNoLemma);
      if (!(said && provokes(group.lemma))) group.parent = doer;
      group.subject = v(doer).subject;
      // "a ship sank, [killing] six": it killed nobody
      static constexpr FewWords kSink = {"sink", "crash", "capsize", "collapse", "overturn", "derail"};
      if (!v(doer).passive && v(doer).object == kNobody && lexicon_.is_one_of(v(doer).lemma, kSink)) group.subject = kNobody;
      // "was fired on by sailors, [killing] a fisherman": whoever fired
      static constexpr FewWords kHarm = {"kill", "wound", "injure", "hurt", "destroy", "damage", "sink", "maim"};
      if (v(doer).passive && lexicon_.is_one_of(group.lemma, kHarm)) {
        for (Id k = 0; k < Id(c_.nouns.size()); ++k) {
          if (n(k).verb == doer && n(k).role == NounRole::kPrepositional && n(k).prep == Prep::kBy && !n(k).date && n(k).noun == kNobody) group.subject = n(k).first_conjunct;
        }
      }
    } else if (pending_ != kNobody) {
      group.subject = pending_;
    }
    return;
  }
  if (prev == PieceKind::kNoun) {
    const Id noun = pieces_[at_ - 1].id;
    const bool dated = n(noun).date;
    if (dated ? acts_besides(group.lemma) : speaks_besides(noun, group.lemma)) {
      group.link = Link::kParticiple;
      group.parent = verb_;
      group.subject = doer_of(verb_);
      return;
    }
    if (dated) return;
    // "marched through Caracas [demanding] reforms": no place demands; "wrote to Yeltsin [promising] credits": who writes does.
    static constexpr FewWords kWrites = {"write", "cable", "reply", "respond", "telegraph", "speak", "appeal"};
    const bool told = n(noun).role == NounRole::kPrepositional && n(noun).prep == Prep::kTo && n(noun).verb == verb_ && verb_ != kNobody &&
                      lexicon_.is_one_of(v(verb_).lemma, kWrites);
    // "sent a letter to Xi [inviting] him": who sends it does
    static constexpr FewWords kLetters = {"letter", "message", "note", "telegram", "cable", "memo", "email", "dispatch"};
    const bool sent = n(noun).role == NounRole::kPrepositional && n(noun).prep == Prep::kTo && verb_ != kNobody && v(verb_).object != kNobody &&
                      lexicon_.is_one_of(n(v(verb_).object).lemma, kLetters);
    if (verb_ != kNobody && open_ && (in_place(noun) || told || sent) && v(verb_).finite && v(verb_).subject != kNobody) {
      group.link = Link::kParticiple;
      group.parent = verb_;
      group.subject = v(verb_).subject;
      return;
    }
    // "to stop Chad [selling] arms"
    static constexpr FewWords kStop = {"stop", "prevent"};
    if (verb_ != kNobody && open_ && !v(verb_).passive && v(verb_).object == n(noun).first_conjunct && lexicon_.is_one_of(v(verb_).lemma, kStop)) {
      group.link = Link::kGerund;
      group.parent = verb_;
      group.subject = v(verb_).object;
      return;
    }
    group.link = Link::kReduced;
    group.parent_noun = noun;
    group.subject = described(n(noun).first_conjunct);   // as in a relative clause
    if (verb_ != kNobody && open_) group.parent = verb_;
    return;
  }
  if (prev == PieceKind::kVerb && verb_ != kNobody) {
    group.link = Link::kInfinitive;
    group.parent = verb_;
    group.subject = v(verb_).subject;
    return;
  }
  if (prev == PieceKind::kSubordinator) {
    adverbial_ = conditional_ = false;   // "While [shelling] it, Togo said"
    if (verb_ != kNobody && v(verb_).finite && !v(verb_).passive && pending_ == kNobody && complement_of_ == kNobody && stack_.empty()) {
      group.link = Link::kGerund;        // "fled while [shelling] it"
      group.parent = verb_;
      group.subject = v(verb_).subject;
      return;
    }
  }
  if (verb_ == kNobody && pending_ == kNobody) fronted_ = id;
}

// "ambushed a convoy in Mali on Thursday [killing] six": behind a date, where no comma parts them.
bool Attacher::acts_besides(LemmaId participle) const {
  static constexpr FewWords kDeeds = {"kill", "wound", "injure", "hurt", "damage", "destroy", "displace", "sink", "maim", "hit", "leave", "trap", "seek", "vow", "threaten"};
  return verb_ != kNobody && open_ && c_.verbs[verb_].finite && c_.verbs[verb_].subject != kNobody && relative_ == kNobody &&
         (lexicon_.is_one_of(participle, kDeeds) || addresses(participle) || lexicon_.is(participle, kSays));
}

// "condemned the violence [saying] it was", "rejected the offer [calling] it a trick": behind a thing that says nothing.
bool Attacher::speaks_besides(Id noun, LemmaId participle) const {
  static constexpr FewWords kSpeak = {"say", "call", "describe", "add", "warn", "accuse", "urge", "vow", "insist", "argue", "claim", "stress"};
  static constexpr FewWords kTexts = {"statement", "letter", "message", "note", "resolution", "report", "declaration", "communique", "document", "banner", "poster", "text",
                                      "speech", "tweet", "post", "video", "interview", "article", "leaflet", "petition", "broadcast", "slogan", "sign", "email", "call"};
  const NounChunk& chunk = c_.nouns[noun];
  return verb_ != kNobody && open_ && c_.verbs[verb_].finite && !c_.verbs[verb_].passive && c_.verbs[verb_].subject != kNobody && relative_ == kNobody &&
         chunk.mention == kNone && !chunk.pronoun && chunk.role == NounRole::kObject && chunk.verb == verb_ && !acts(noun) && !lexicon_.is_one_of(chunk.lemma, kTexts) &&
         lexicon_.is_one_of(participle, kSpeak);
}

// "the president of Chad, [after] ..., left": does the subject that waits for its verb end before a comma?
bool Attacher::waits_before(std::size_t comma) const {
  if (pending_ == kNobody || comma == 0 || kind(comma - 1) != PieceKind::kNoun) return false;
  Id noun = c_.nouns[pieces_[comma - 1].id].first_conjunct;
  for (int steps = 0; steps < 3 && noun != kNobody && noun != pending_; ++steps) {
    const NounChunk& chunk = c_.nouns[noun];
    noun = chunk.role == NounRole::kPrepositional ? chunk.noun : chunk.apposition_of;
    if (noun != kNobody) noun = c_.nouns[noun].first_conjunct;
  }
  return noun == pending_;
}

// "punished [Iran] for shelling", "put the blame on [Iran] for shelling": who is punished, blamed or forgiven did it.
Id Attacher::answers_for(Id governor, Id noun) {
  static constexpr FewWords kJudge = {
      "forgive", "indict", "hold", "punish", "arrest", "jail", "detain", "imprison", "sentence", "prosecute", "try", "fine", "sanction", "convict",
      "expel", "dismiss", "sack", "fire", "rebuke", "scold", "chide", "berate", "lambast", "castigate", "upbraid", "reproach", "reprimand",
      "suspend", "exclude", "bar", "boycott", "sue", "pardon", "hail", "applaud", "honour", "reward", "assail", "attack", "excoriate", "pillory", "deport", "blacklist"};
  static constexpr FewWords kLay = {"put", "lay", "pin", "place", "impose", "slap", "heap", "pour"};
  const VerbGroup& verb = v(governor);
  if (lexicon_.is_one_of(verb.lemma, kJudge)) return verb.passive ? verb.subject : verb.object;
  // "retaliate against [Mali] for shelling it"
  static constexpr FewWords kHitBack = {"retaliate", "protest", "demonstrate", "complain", "rail", "inveigh", "campaign", "march", "rally", "strike"};
  if (noun != kNobody && lexicon_.is_one_of(verb.lemma, kHitBack) && n(noun).role == NounRole::kPrepositional && n(noun).prep == Prep::kAgainst) return n(noun).first_conjunct;
  // "took [Mali] to court for arming rebels"
  static constexpr FewWords kTake = {"take", "drag", "haul", "bring", "send"};
  static constexpr FewWords kCourt = {"court", "tribunal", "trial", "justice", "jail", "prison"};
  if (noun != kNobody && !verb.passive && verb.object != kNobody && lexicon_.is_one_of(verb.lemma, kTake) &&
      n(noun).role == NounRole::kPrepositional && (n(noun).prep == Prep::kTo || n(noun).prep == Prep::kBefore) &&
      lexicon_.is_one_of(c_.word(n(noun).head).lemma, kCourt)) {
    return verb.object;
  }
  // "lifted the [sanctions] on Mali for arming rebels"
  static constexpr FewWords kPenalties = {"sanction", "ban", "embargo", "penalty", "fine", "blame", "criticism", "tariff"};
  const auto penalty = [&](Id id) {
    return id > 0 && n(id).role == NounRole::kPrepositional && n(id).prep == Prep::kOn && lexicon_.is_one_of(c_.word(n(id - 1).head).lemma, kPenalties);
  };
  if (noun != kNobody && penalty(noun) && n(noun - 1).first > verb.head) return n(noun).first_conjunct;
  if (noun == kNobody || !lexicon_.is_one_of(verb.lemma, kLay)) return kNobody;
  for (Id id = noun; id != kNobody && id > noun - 3 && n(id).first > verb.head; --id) {
    if (n(id).role == NounRole::kPrepositional && n(id).prep == Prep::kOn && !n(id).date) return n(id).first_conjunct;
  }
  return kNobody;
}

// "through [Caracas]": a phrase of the verb that names a place where something is done.
bool Attacher::in_place(Id noun) {
  const NounChunk& chunk = n(noun);
  if (chunk.role != NounRole::kPrepositional || chunk.verb != verb_ || chunk.mention == kNone) return false;
  // "protesters [in Cairo] demanding", "a firm in Berlin making"
  if (chunk.noun != kNobody && n(chunk.noun).role != NounRole::kPrepositional) return false;
  switch (chunk.prep) {
    case Prep::kIn: case Prep::kTo: case Prep::kThrough: case Prep::kAt: case Prep::kNear: case Prep::kInto: case Prep::kAround: case Prep::kOther: break;
    default: return false;
  }
  const MentionType type = document_.mentions[chunk.mention].type;
  return type == MentionType::kCity || type == MentionType::kPlace;
}

// "let him [land]", "made it [sail] north"
bool Attacher::bare_infinitive(Id id) {
  const VerbGroup& group = v(id);
  const Entry* first = c_.word(group.first).entry;
  const bool be = group.passive && first && first->closed == Closed::kBe && (first->verb_forms & kBase);   // "let it [be known]"
  if (!be && (!(group.form & kBase) || group.auxiliary != kNoLemma)) return false;
  if (group.modal != kNoLemma || group.negated) return false;
  if (verb_ == kNobody || !open_ || comma_ || before() != PieceKind::kNoun || pending_ != kNobody) return false;
  const VerbGroup& governor = v(verb_);
  return governor.object != kNobody && !governor.passive && lexicon_.is_one_of(governor.lemma, kTakeBareInfinitive);
}

void Attacher::take_bare_infinitive(Id id) {
  VerbGroup& group = v(id);
  group.finite = false;
  group.infinitive = true;
  if (!group.passive) group.form = kBase;
  group.link = Link::kInfinitive;
  group.parent = verb_;
  group.subject = v(verb_).object;
}

// "an [attack] on a school in Yobe that left six dead": the event that a place or target stands with, of verbs of harm; kNobody: none.
Id Attacher::deadly(Id antecedent, const VerbGroup& group) const {
  static constexpr FewWords kHarm = {"kill", "leave", "wound", "injure", "claim", "destroy", "devastate", "displace", "flatten", "shake"};
  static constexpr FewWords kViolence = {"clash", "fighting", "violence", "riot", "explosion", "battle", "crash", "protest", "unrest", "war",
                                         "gunbattle", "shootout", "firefight", "shooting", "quake", "earthquake"};
  if (group.passive || group.lemma == kNoLemma || !lexicon_.is_one_of(group.lemma, kHarm) || is_who(c_.word(pieces_[relative_at_].token))) return kNobody;
  Id id = c_.nouns[antecedent].first_conjunct;
  for (int steps = 0; steps < 4 && id != kNobody; ++steps) {
    const NounChunk& noun = c_.nouns[id];
    if (noun.lemma != kNoLemma && (lexicon_.is(noun.lemma, kDeedNoun) || lexicon_.is_one_of(noun.lemma, kViolence))) return id;
    if (noun.mention != kNone && document_.mentions[noun.mention].type == MentionType::kArmedGroup) return kNobody;
    // "an [attack] on a bus carrying tourists that killed": what they are said of
    const bool carried = noun.role == NounRole::kObject && noun.verb != kNobody && c_.verbs[noun.verb].link == Link::kReduced;
    if (noun.role != NounRole::kPrepositional && !carried) return kNobody;
    // "condemned an [attack] by rebels on a school that left": of the verb before
    const Id what = carried ? c_.verbs[noun.verb].parent_noun : noun.noun != kNobody ? noun.noun : noun.verb != kNobody ? c_.verbs[noun.verb].object : kNobody;
    if (what == kNobody || what >= id) return kNobody;
    id = c_.nouns[what].first_conjunct;
  }
  return kNobody;
}

// A form that could be finite right behind a verb, and goes with it: takes it so.
bool Attacher::ends_verb_before(Id id) {
  VerbGroup& group = v(id);
  // "fugitives it wants [extradited]"
  static constexpr FewWords kWant = {"want", "need", "like"};
  if (lexicon_.is_one_of(v(verb_).lemma, kWant) && acts_on_antecedent(v(verb_)) && (group.form & kPastParticiple) && group.auxiliary == kNoLemma) {
    as_participle(id, Link::kInfinitive).subject = v(verb_).object;
    group.parent = verb_;
    return true;
  }
  if (group.form != (kPast | kPastParticiple) || group.auxiliary != kNoLemma || !v(verb_).finite) return false;
  // "stands [accused] by Chad of spying", "got [shelled] by Chad"
  static constexpr FewWords kStand = {"stand", "get", "remain", "stay"};
  // "were reported [killed] by rebels"
  static constexpr FewWords kReport = {"report", "believe", "fear", "presume", "confirm", "declare", "think", "pronounce"};
  const bool stands = lexicon_.is_one_of(v(verb_).lemma, kStand) && kind(at_ + 1) == PieceKind::kPreposition;
  const bool reported = v(verb_).passive && v(verb_).subject != kNobody && !group.passive && lexicon_.is_one_of(v(verb_).lemma, kReport);
  if (stands || reported) goes_on_as_participle(id);
  return stands || reported;
}

void Attacher::finite(Id id) {
  VerbGroup& group = v(id);
  // "Condemned by Mali and [shunned] by Chad, Togo left": of the same subject
  if (before() == PieceKind::kCoordinator && fronted_ != kNobody && fronted_ == verb_ && v(fronted_).reduced_passive && pending_ == kNobody &&
      done_by_somebody(at_)) {
    as_participle(id, Link::kParticiple).parent = fronted_;
    return;
  }
  // "Togo, attacked by Chad and [condemned] by Mali, left": done to the same
  // "Togo, [believed] to arm Chad and condemned by Mali", "vetoed a text drafted by Chad and [backed] by Mali"
  if (const Id first = before() == PieceKind::kCoordinator ? in_list_of_participles(id) : kNobody; first != kNobody) {
    VerbGroup& second = as_participle(id, Link::kReduced);
    second.subject = pending_ != kNobody ? pending_ : v(first).subject;
    second.parent_noun = v(first).parent_noun;
    if (pending_ == kNobody) second.parent = v(first).parent;
    return;
  }
  if (before() == PieceKind::kVerb && verb_ != kNobody && open_ && ends_verb_before(id)) return;
  if ((group.form & kPast) && !group.passive && !group.perfect) group.form = kPast, group.past = true;
  // "and [last year] gave", "and [in June] left": a date is no subject
  const auto when = [this](const NounChunk& noun) {   // "and [within days] expelled"
    static constexpr FewWords kTimes = {"minute", "hour", "day", "week", "month", "year", "moment", "night", "decade"};
    return noun.date || (noun.mention == kNone && before2() == PieceKind::kPreposition && lexicon_.is_one_of(noun.lemma, kTimes));
  };
  const bool dated = before() == PieceKind::kNoun && when(n(pieces_[at_ - 1].id)) &&
                     (before2() == PieceKind::kCoordinator || (before2() == PieceKind::kPreposition && at_ > 2 && kind(at_ - 3) == PieceKind::kCoordinator));
  const PieceKind prev = dated || (pending_ == kNobody && phrase_behind_and()) ? PieceKind::kCoordinator : before();
  Id subject = kNobody;
  // "opposed the test, its neighbour's [fifth], and summoned him": a phrase between commas is no subject
  if (pending_ != kNobody && prev == PieceKind::kCoordinator && before2() == PieceKind::kComma && at_ > 2 &&
      kind(at_ - 3) == PieceKind::kNoun && pieces_[at_ - 3].id == pending_ && n(pending_).after_comma && verb_ != kNobody &&
      v(verb_).subject != kNobody && stack_.empty() && relative_ == kNobody) {
    pending_ = kNobody;
  }
  if (relative_ != kNobody) {
    // "Russia, which supplied": the antecedent acts; "weapons which Russia supplied": it is acted on.
    group.link = Link::kRelative;
    group.parent_noun = relative_;
    // "the rebels, who [Chad] says killed him": the antecedent acts in what is said of it.
    const bool inner = pending_ != kNobody && pending_at_ > relative_at_;
    // "activists who, the army [said], had fired"
    const bool in_commas = kind(at_ + 1) == PieceKind::kComma && finite_next(at_ + 2) && kind(relative_at_ + 1) == PieceKind::kComma;
    if (inner && led_by_ == Prep::kNone && !whose_ && says(id) && ((kind(at_ + 1) == PieceKind::kVerb && finite_next(at_ + 1)) || in_commas)) {
      group.subject = pending_;
      pending_ = kNobody;
      said_by_ = id;
      return;
    }
    // "the town, which [officials] say Chad shelled": it is acted on in what is said
    if (inner && led_by_ == Prep::kNone && !whose_ && says(id) && kind(at_ + 1) == PieceKind::kNoun && !n(pieces_[at_ + 1].id).date &&
        lacks_object(behind_phrases(at_ + 2))) {
      group.subject = pending_;
      pending_ = kNobody;
      said_by_ = id;
      return;
    }
    // "the rebels, which, [he said], Chad had armed": they are acted on behind the commas
    if (inner && led_by_ == Prep::kNone && !whose_ && says(id) && kind(relative_at_ + 1) == PieceKind::kComma && kind(at_ + 1) == PieceKind::kComma &&
        kind(at_ + 2) == PieceKind::kNoun && finite_next(behind_phrases(at_ + 3))) {
      group.subject = pending_;
      pending_ = kNobody;
      return;
    }
    if (said_by_ != kNobody && said_by_ == verb_ && v(said_by_).object != kNobody) {
      group.link = Link::kComplement;
      group.parent = said_by_;
      group.parent_noun = kNobody;
      group.subject = give_up_object(said_by_);
      group.object = relative_;
      said_by_ = relative_ = kNobody;
      in_relative_ = true;
      return;
    }
    if (said_by_ != kNobody && said_by_ == verb_) {
      group.link = Link::kComplement;
      group.parent = said_by_;
      group.parent_noun = kNobody;
    }
    said_by_ = kNobody;
    const bool led = led_by_ != Prep::kNone;
    if (led && !whose_) {
      group.led_noun = who_of(relative_);
      group.led_prep = led_by_;
    } else if (led && kind(relative_at_ + 1) == PieceKind::kNoun && pending_ != pieces_[relative_at_ + 1].id) {
      group.led_noun = pieces_[relative_at_ + 1].id;   // "Mali, to whose army Chad [sold] tanks"
      group.led_prep = led_by_;
    }
    if (pending_ != kNobody && pending_at_ > relative_at_) {
      subject = pending_;
      // "the rebels, whom he [accused] Russia of arming": they are acted on in what it governs
      if (!whose_ && !led && governs_gap(id)) gap_ = relative_;
      else if (!whose_ && !led && !group.passive) group.object = relative_;   // "Peru, whose army supplied rifles": they are acted on
      // "Peru, [whose army] Chile accuses": what is whose is acted on.
      if (whose_ && !led && pending_at_ == relative_at_ + 2 && kind(relative_at_ + 1) == PieceKind::kNoun && n(subject).first_conjunct == subject) {
        const Id whose = pieces_[relative_at_ + 1].id;
        if (governs_gap(id)) {
          gap_ = whose;
        } else {
          group.object = whose;
          n(whose).role = NounRole::kObject;
          n(whose).verb = id;
        }
      }
      pending_ = kNobody;
    } else if (!led) {
      subject = who_of(relative_);
      // "the IMF and the bank, which [is] based there": one of them
      static constexpr FewWords kOne = {"is", "was", "has"};
      const bool one = document_.tokens.tokens.size() > group.first && kOne.has_in_any_case(document_.slice(document_.tokens.tokens[group.first].span()));
      if (one && subject != relative_ && !n(relative_).plural && !all_of_) subject = relative_;
      if (const Id deed = deadly(relative_, group); deed != kNobody) subject = deed;
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
  if (pending_ != kNobody && prev == PieceKind::kComma && inserted_speech(id)) {
    // "Syria, [says] Turkey, shelled it": the subject waits on.
    stack_.push_back(pending_);
    pending_ = kNobody;
  } else if (pending_ != kNobody) {
    subject = pending_;
    pending_ = kNobody;
    in_relative_ = false;
    if (!adverbial_ && !conditional_) resumed_ = kNobody;
  } else if (const Id left = interrupted_by_speech(prev); left != kNobody) {
    copy_conjunct(id, left);
    if (kind(at_ - 5) == PieceKind::kVerb) take_auxiliary(id, left);
    return;
  } else if (prev == PieceKind::kComma && resumed_ != kNobody && v(resumed_).subject != kNobody) {
    copy_conjunct(id, finite_above(resumed_) != kNobody ? finite_above(resumed_) : resumed_);
    resumed_ = kNobody;
    return;
  } else if (prev == PieceKind::kCoordinator && verb_ != kNobody) {
    // "visited Niamey and signed": the verb before shares its subject; an infinitive
    // only with a base form.
    Id left = verb_;
    // "agreed to go and [let] him return": of one form with the infinitive
    if ((group.form & kBase) && (group.form & kPast) && group.auxiliary == kNoLemma && group.modal == kNoLemma && v(left).infinitive && !v(left).finite) {
      group.form = kBase;
      group.past = false;
    }
    // "asked it to go and [did not rule out] a raid": an auxiliary makes it finite.
    const bool bare = group.form == kBase && group.auxiliary == kNoLemma && group.modal == kNoLemma;
    if (!v(left).finite && !bare) {
      left = finite_above(left);
    } else if (v(left).finite && bare && v(left).form != kBase) {
      left = finite_above(left);
    }
    if (left != kNobody) left = behind_comma(group, left);
    // "insists that the men are guests and [denies] it": of many it would be "deny".
    if (left != kNobody && disagrees(group, v(left)) && v(left).link == Link::kComplement && v(left).parent != kNobody &&
        v(v(left).parent).form == kThird) {
      left = v(left).parent;
    }
    // "threatened Niger after soldiers toppled him and [has imposed] sanctions": of many it would be "have".
    if (left != kNobody && v(left).link == Link::kAdverbial && main_ != kNobody && main_ < left && disagrees(group, v(left)) && !disagrees(group, v(main_))) {
      left = main_;
    }
    if (left != kNobody) {
      copy_conjunct(id, behind_comma(group, same_tense(group, left)));
      return;
    }
  } else if (verb_ != kNobody && says(verb_) && v(verb_).object != kNobody && n(v(verb_).object).first > v(verb_).first &&
             ((open_ && (!comma_ || some_of_told())) || named_in_commas(prev))) {
    // "The officials said Russia is looking", "said ten men, including a monk, were shot": what looked like an object is a subject.
    subject = give_up_object(verb_);
    complement_of_ = verb_;
  } else if (const Id told = prev == PieceKind::kNoun || prev == PieceKind::kVerb ? told_of(verb_) : kNobody; told != kNobody) {
    // "said the men who took it [were] from Mali": what looked like an object of "said" is told of
    complement_of_ = n(told).verb;
    subject = give_up_object(complement_of_);
    in_relative_ = false;
  } else if (!stack_.empty() && (comma_ || prev == PieceKind::kComma)) {
    subject = stack_.back();
    stack_.pop_back();
    in_relative_ = false;
  } else if (!stack_.empty() && pending_ == kNobody && verb_ != kNobody && (v(verb_).link == Link::kAdverbial || v(verb_).link == Link::kConditional) &&
             waits_on(stack_.back()) && (prev == PieceKind::kNoun || prev == PieceKind::kVerb)) {
    // "Men held by Chad when it took the town [are] in Mali": what the clause of time interrupted goes on.
    subject = stack_.back();
    stack_.pop_back();
  } else if (!stack_.empty() && in_relative_ && verb_ != kNobody && of_relative(v(behind_reduced(verb_))) &&
             (prev == PieceKind::kNoun || prev == PieceKind::kVerb)) {
    // "The faction that controls Mali [freed] the sailors."
    subject = stack_.back();
    stack_.pop_back();
    in_relative_ = false;
  } else if (prev == PieceKind::kComma && verb_ != kNobody && v(verb_).finite && kind(at_ - 1) == PieceKind::kComma &&
             !(says(id) && !of_somebody(id) && !verbs_go_on(at_ + 1))) {
    // "visited Oslo, met the king and flew home"
    copy_conjunct(id, verb_);
    return;
  }
  group.subject = subject;
  // "Having denied that its pilots [strayed], Chad": those who are told of in front are not whoever denied it
  const bool told_in_front = complement_of_ != kNobody && complement_of_ >= fronted_ && fronted_ != kNobody && main_ == kNobody;
  if (subject != kNobody && fronted_ != kNobody && v(fronted_).subject == kNobody && !adverbial_ && !conditional_ && !told_in_front) {
    v(fronted_).subject = subject;
    v(fronted_).parent = id;
    // "accused of [hiding] gold, Mali said"; "Having fled, [having lost] and having promised [to leave], it"
    const bool having = v(fronted_).perfect;
    for (Id k = fronted_ + 1; k < id; ++k) {
      if (v(k).subject == kNobody && ((v(k).parent == fronted_ && v(fronted_).passive) || (having && !v(k).finite))) v(k).subject = subject;
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
  if (group.link != Link::kConditional && group.link != Link::kAdverbial && !told_in_front) main_ = id;
  if (group.link == Link::kRoot) root_ = id;
  // "Togo fled, as [Chad] had done": it did the same
  static constexpr FewWords kDo = {"do"};
  if (group.link == Link::kAdverbial && subject != kNobody && verb_ != kNobody && verb_ < id && v(verb_).subject != kNobody && !v(verb_).passive &&
      clause_at_ + 2 == at_ && c_.word(pieces_[clause_at_].token).prep == Prep::kAs && kind(clause_at_ - 1) == PieceKind::kComma &&
      lexicon_.is_one_of(group.lemma, kDo) && nothing_behind(at_) && n(subject).first_conjunct == subject && n(subject).next_conjunct == kNobody) {
    append(n(v(verb_).subject).first_conjunct, subject);
    group.subject = kNobody;
  }
}

// "rifles [made] by Chad and sold by Mali", "troops [sent] by Chad and stationed in Mali": the participle that another behind "and" goes
// on with; kNobody: none.
Id Attacher::in_list_of_participles(Id verb) const {
  static constexpr FewWords kPlaced = {"station", "base", "deploy", "house", "billet", "garrison", "quarter", "arm", "train", "equip", "load", "pack", "hold", "keep",
                                       "store", "register", "assemble", "build", "make", "headquarter", "settle", "dump", "seize", "impound", "fund", "bind"};
  if (verb_ == kNobody) return kNobody;
  const Id first = behind_governed(verb_);
  const VerbGroup& left = c_.verbs[first];
  if (!left.reduced_passive || left.link != Link::kReduced || (pending_ != kNobody && left.subject != pending_)) return kNobody;
  if (pending_ == kNobody && left.parent_noun == kNobody) return kNobody;
  if (done_by_somebody(at_)) return first;
  const VerbGroup& group = c_.verbs[verb];
  const bool bare = group.form == (kPast | kPastParticiple) && group.auxiliary == kNoLemma && group.modal == kNoLemma && !group.perfect && !group.passive;
  return bare && lexicon_.is_one_of(group.lemma, kPlaced) && kind(at_ + 1) == PieceKind::kPreposition && kind(at_ + 2) == PieceKind::kNoun ? first : kNobody;
}

// "[believed] to have armed", "[accused] of trying to arm": the verb that an infinitive or gerund hangs on.
Id Attacher::behind_governed(Id id) const {
  for (int steps = 0; steps < 4 && !c_.verbs[id].finite && c_.verbs[id].parent != kNobody && c_.verbs[id].parent < id &&
                      (c_.verbs[id].link == Link::kInfinitive || c_.verbs[id].link == Link::kPurpose || c_.verbs[id].link == Link::kGerund); ++steps) {
    id = c_.verbs[id].parent;
  }
  return id;
}

// "Soldiers accused of [arming] rebels when Chad fell": a subject of no finite verb yet.
bool Attacher::waits_on(Id noun) const {
  const NounChunk& chunk = c_.nouns[noun];
  return chunk.role == NounRole::kFree || (chunk.role == NounRole::kSubject && chunk.verb != kNobody && !c_.verbs[chunk.verb].finite);
}

// "said ten men, [including a monk], were shot": nothing but some of those that it tells of stands in commas before the verb.
bool Attacher::some_of_told() const {
  static constexpr FewWords kSome = {"including", "among", "most", "mostly", "mainly", "some", "half", "all"};
  if (before() != PieceKind::kComma) return false;
  for (std::size_t k = at_ - 1; k-- > 0 && k + 12 > at_;) {
    if (kind(k) == PieceKind::kVerb || kind(k) == PieceKind::kRelative || kind(k) == PieceKind::kBreak) return false;
    if (kind(k) != PieceKind::kComma) continue;
    const Index next = pieces_[k].token + 1;
    if (next >= c_.base + c_.words.size() || k == 0 || kind(k - 1) != PieceKind::kNoun) return false;
    return lexicon_.is_one_of(c_.word(next).lemma, kSome) && c_.nouns[pieces_[k - 1].id].plural;
  }
  return false;
}

// The object of a verb of saying that the relative clause of a verb is about; kNobody: none.
Id Attacher::told_of(Id verb) const {
  if (verb == kNobody || !in_relative_ || pending_ != kNobody) return kNobody;
  const VerbGroup& clause = c_.verbs[behind_reduced(verb)];
  if (clause.link != Link::kRelative || clause.parent_noun == kNobody) return kNobody;
  const Id noun = c_.nouns[clause.parent_noun].first_conjunct;
  const NounChunk& chunk = c_.nouns[noun];
  if (chunk.role != NounRole::kObject || chunk.verb == kNobody || c_.verbs[chunk.verb].object != noun || c_.verbs[chunk.verb].passive) return kNobody;
  return lexicon_.is(c_.verbs[chunk.verb].lemma, kSays) && !of_somebody(chunk.verb) ? noun : kNobody;
}

// "signed it but [within hours] attacked": nothing but phrases stands between the coordinator and the verb; where no subject waits.
bool Attacher::phrase_behind_and() const {
  // "and, [along with Mali], left"
  const bool comma = before() == PieceKind::kComma;
  const std::size_t end = comma ? at_ - 1 : at_;
  std::size_t k = end;
  while (k > 2 && kind(k - 1) == PieceKind::kNoun && kind(k - 2) == PieceKind::kPreposition && k + 6 > at_) k -= 2;
  if (comma && k < end && k > 2 && kind(k - 1) == PieceKind::kPreposition) --k;   // "and, [according] to Mali, left"
  if (k == end) return false;
  return comma ? k > 1 && kind(k - 1) == PieceKind::kComma && kind(k - 2) == PieceKind::kCoordinator : kind(k - 1) == PieceKind::kCoordinator;
}

// "[shelled] in May": a finite verb that has no object behind it.
bool Attacher::lacks_object(std::size_t at) const {
  if (!finite_next(at)) return false;
  const VerbGroup& verb = c_.verbs[pieces_[at].id];
  if (verb.passive || be(verb) || lexicon_.is(verb.lemma, kSays) || lexicon_.is(verb.lemma, kOccurs) || intransitive(verb.lemma)) return false;
  return nothing_behind(at);
}

bool Attacher::nothing_behind(std::size_t at) const {
  if (!finite_next(at)) return false;
  return kind(at + 1) == PieceKind::kPreposition || kind(at + 1) == PieceKind::kComma || kind(at + 1) == PieceKind::kBreak || date_at(at + 1);
}

// "whom he [accused] Russia of arming", "whom Chad [asked] Mali to expel": an object of its own, and a verb behind it that has none.
// "which Chad [plans] to sell", "whom it was [accused] of arming", "which it was [unable] to retake": the last verb that it governs has none.
bool Attacher::governs_gap(Id id) const {
  std::size_t next = at_ + 1;
  if (kind(next) == PieceKind::kAdjective || (kind(next) == PieceKind::kPreposition && c_.verbs[id].passive)) ++next;
  const auto governed = [this](std::size_t at) { return kind(at) == PieceKind::kVerb && !c_.verbs[pieces_[at].id].finite; };
  // "Mbeki, whom the union has [asked] to mediate": he is asked, and nothing is done to him
  if (governed(next) && next == at_ + 1 && c_.verbs[pieces_[next].id].infinitive && lexicon_.is(c_.verbs[id].lemma, kObjectControl) &&
      !c_.verbs[id].passive && is_who(c_.word(pieces_[relative_at_].token))) {
    return false;
  }
  if (governed(next)) {
    while (governed(next + 1)) ++next;
    const VerbGroup& last = c_.verbs[pieces_[next].id];
    const bool object = (kind(next + 1) == PieceKind::kNoun && !date_at(next + 1)) || kind(next + 1) == PieceKind::kQuote;
    return !object && !last.passive && !intransitive(last.lemma);
  }
  if (!lexicon_.is(c_.verbs[id].lemma, kObjectControl) || c_.verbs[id].passive || kind(at_ + 1) != PieceKind::kNoun ||
      c_.nouns[pieces_[at_ + 1].id].date) {
    return false;
  }
  const std::size_t k = kind(at_ + 2) == PieceKind::kPreposition ? at_ + 3 : at_ + 2;
  if (kind(k) != PieceKind::kVerb || c_.verbs[pieces_[k].id].finite) return false;
  return kind(k + 1) != PieceKind::kNoun || c_.nouns[pieces_[k + 1].id].date;
}

// "commandos who boarded a ship [carrying] aid", "men who tried [to blow up] trains": the verb of the clause that a participle or
// infinitive stands in.
Id Attacher::behind_reduced(Id id) const {
  const auto within = [](const VerbGroup& g) {
    return g.link == Link::kReduced || (!g.finite && (g.link == Link::kInfinitive || g.link == Link::kPurpose || g.link == Link::kGerund));
  };
  for (int steps = 0; steps < 4 && within(c_.verbs[id]) && c_.verbs[id].parent != kNobody && c_.verbs[id].parent < id; ++steps) {
    id = c_.verbs[id].parent;
  }
  return id;
}

// Of a relative clause, or of what is told in one: "who Chad says [came]".
bool Attacher::of_relative(const VerbGroup& group) {
  if (group.link == Link::kRelative) return true;
  return group.link == Link::kComplement && group.parent != kNobody && v(group.parent).link == Link::kRelative &&
         group.subject != kNobody && group.subject != v(group.parent).subject && n(group.subject).first < n(v(group.parent).subject).first;
}

// ", says Turkey,": with its subject behind it, between commas.
bool Attacher::inserted_speech(Id id) {
  static constexpr FewWords kSay = {"say", "insist", "claim", "argue", "add", "report", "believe"};
  if (!lexicon_.is_one_of(v(id).lemma, kSay) || v(id).passive || kind(at_ + 1) != PieceKind::kNoun) return false;
  const NounChunk& speaker = n(pieces_[at_ + 1].id);
  return (named(speaker) || may_speak(speaker)) && kind(at_ + 2) == PieceKind::kComma;
}

// "met him, warned [Togo and urged] it": behind an object and its phrases the list of verbs goes on.
bool Attacher::verbs_go_on(std::size_t at) const {
  if (kind(at) != PieceKind::kNoun) return false;
  const std::size_t k = behind_phrases(at + 1, 3);
  return kind(k) == PieceKind::kCoordinator && finite_next(k + 1);
}

// Verbs that have whom they speak of for their object: "met him, [accused] Togo of it" is no "..., said Togo".
bool Attacher::of_somebody(Id id) const {
  static constexpr FewWords kVerbs = {"tell", "accuse", "charge", "criticise", "criticize", "condemn", "denounce", "blame", "hail", "suspect", "inform",
                                      "quote", "cite", "find", "judge", "know", "assess", "fear", "deny", "recall", "lament", "indicate", "reveal",
                                      "document", "detail", "disclose", "confirm", "acknowledge", "admit"};
  return lexicon_.is_one_of(c_.verbs[id].lemma, kVerbs);
}

// "sells", "has sold", of a subject that is more than one.
bool Attacher::disagrees(const VerbGroup& group, const VerbGroup& left) {
  const std::uint8_t tensed = group.auxiliary == kNoLemma ? group.form : c_.word(group.first).form;
  if (tensed != kThird || left.subject == kNobody) return false;
  const NounChunk& subject = n(left.subject);
  return subject.plural || subject.next_conjunct != kNobody;
}

Id Attacher::finite_above(Id id) {
  int steps = 0;
  while (id != kNobody && (!v(id).finite || v(id).infinitive) && steps++ < 8) id = v(id).parent;
  return id;
}

// What looked like the object of a verb, with the rest of its list, is none; returns it.
Id Attacher::give_up_object(Id verb) {
  const Id object = std::exchange(v(verb).object, kNobody);
  for (Id k = object; k != kNobody; k = n(k).next_conjunct) {
    n(k).role = NounRole::kFree;
    n(k).verb = kNobody;
  }
  return object;
}

// "stands [accused]", "were reported [killed]": the participle is what the verb before it only leads to.
void Attacher::goes_on_as_participle(Id id) {
  VerbGroup& group = as_participle(id, v(verb_).link);
  group.finite = true;
  group.reduced_passive = false;
  group.subject = v(verb_).subject;
  group.parent = v(verb_).parent;
  group.past = v(verb_).past;
}

// "said the president, Luis Arce, [had fled]": the object of "said" is named in the commas before the verb.
bool Attacher::named_in_commas(PieceKind prev) const {
  if (prev != PieceKind::kComma || before2() != PieceKind::kNoun || lexicon_.is(c_.verbs[verb_].lemma, kObjectControl)) return false;
  const NounChunk& name = c_.nouns[pieces_[at_ - 2].id];
  return name.role == NounRole::kApposition && name.apposition_of == c_.verbs[verb_].object && family(name) == 1;
}

// "made no vow but, he [stressed], fled", "has, officials [say], fled": the verb that what somebody says interrupts; kNobody: none.
Id Attacher::interrupted_by_speech(PieceKind prev) {
  if (prev != PieceKind::kComma || verb_ == kNobody || verb_ == 0 || at_ < 5 || !says(verb_) || v(verb_).object != kNobody) return kNobody;
  if (kind(at_ - 2) != PieceKind::kVerb || kind(at_ - 3) != PieceKind::kNoun || kind(at_ - 4) != PieceKind::kComma) return kNobody;
  const Id left = verb_ - 1;
  const bool parted = kind(at_ - 5) == PieceKind::kVerb && auxiliary_of(c_.verbs[left]) != Closed::kOpen;
  if (!parted && kind(at_ - 5) != PieceKind::kCoordinator) return kNobody;
  return v(left).finite && v(left).subject != kNobody ? left : kNobody;
}

// "has", "were" that no other verb follows: of which kind; kOpen: another verb.
Closed Attacher::auxiliary_of(const VerbGroup& verb) const {
  const Entry* e = c_.word(verb.head).entry;
  const bool one = e && (e->closed == Closed::kBe || e->closed == Closed::kHave) && verb.object == kNobody && verb.adjective == kNoLemma;
  return one ? e->closed : Closed::kOpen;
}

// "[has], officials say, fled": the verb is that of the auxiliary.
void Attacher::take_auxiliary(Id id, Id left) {
  VerbGroup& group = v(id);
  const VerbGroup& l = v(left);
  const bool be = auxiliary_of(l) == Closed::kBe;
  if (!(c_.word(group.head).form & kPastParticiple)) return;
  group.form = kPastParticiple;
  group.passive = be;
  group.perfect = !be;
  group.past = l.past;
  group.negated = group.negated || l.negated;
  group.auxiliary = l.lemma;
  if (group.link == Link::kConjunct) group.link = l.link;
}

Id Attacher::behind_comma(const VerbGroup& group, Id left) const {
  if (before2() != PieceKind::kComma) return left;
  const VerbGroup& l = c_.verbs[left];
  // "India will sell jets, officials said, and [wants]"
  if (left == verb_) {
    if (const Id told = told_before(left); told != kNobody) return protests(group, left, told) ? left : told;
  }
  // "came after he had told them that he would not, and [left]": not of what he told
  const Id up = main_ != kNobody && c_.verbs[main_].link == Link::kComplement && l.link != Link::kComplement ? root_ : main_;
  if (up == kNobody || up >= left || (l.link != Link::kRelative && l.link != Link::kAdverbial)) return left;
  // In "who came, saw and [won]" the list is that of the clause.
  if (left > 0 && c_.verbs[left - 1].subject == l.subject && c_.verbs[left - 1].link == l.link) return left;
  const VerbGroup& main = c_.verbs[up];
  if (main.subject == kNobody) return left;
  // "has been shelled by Chad, which fears it, and [condemned] by Mali"
  if (!l.passive && passive_too(group, main)) return up;
  // "has backed it since fighting broke out, and [met] its rivals"
  const bool goes_on = main.perfect && !l.perfect && group.auxiliary == kNoLemma && (c_.word(group.head).form & kPastParticiple);
  const bool same = group.past == main.past && (group.form == kThird) == (main.form == kThird);
  return same || goes_on ? up : left;
}

// "Two vessels rammed a ship, Manila said, and [summoned] the envoy": ships summon nobody, whoever says so does.
bool Attacher::protests(const VerbGroup& group, Id said, Id told) const {
  static constexpr FewWords kSummon = {"summon", "demand", "request", "protest", "recall", "expel", "lodge", "complain", "warn", "threaten", "vow", "promise"};
  if (!addresses(group.lemma) && !lexicon_.is_one_of(group.lemma, kSummon)) return false;
  const NounChunk& speaker = c_.nouns[c_.verbs[said].subject];
  const NounChunk& doer = c_.nouns[c_.verbs[told].subject];
  return named(speaker) && !named(doer) && family(speaker) != 1 && doer.plural && !(doer.mention == kNone && doer.pronoun);
}

Id Attacher::same_tense(const VerbGroup& group, Id left) {
  // "says that they strayed and [has rejected] it": what has come of it is of now, as "says" is.
  if (const VerbGroup& l = v(left); group.perfect && !group.past && l.link == Link::kComplement && l.parent != kNobody && l.past && !l.perfect &&
                                    v(l.parent).form == kThird && v(l.parent).finite) {
    return l.parent;
  }
  // "says that it arms them, [and has bombed] camps": behind a comma, what has been done is no more of what is said
  if (const VerbGroup& l = v(left); group.perfect && !group.past && before2() == PieceKind::kComma && l.link == Link::kComplement && l.parent != kNobody && !l.past &&
                                    !l.perfect && l.modal == kNoLemma && v(l.parent).finite && v(l.parent).form == kThird && l.subject != v(l.parent).subject) {
    return l.parent;
  }
  if (!group.past || group.perfect || group.modal != kNoLemma) return left;
  // "said Chad would train pilots but [had] no plans to send jets", "but [was] not ready to": a state of mind, in the tense of what is said
  const LemmaId lemma = group.lemma;
  const bool has_plan = lexicon_.is(lemma, "have") && kind(at_ + 1) == PieceKind::kNoun && takes_infinitive(pieces_[at_ + 1].id);
  const bool is_ready = lexicon_.is(lemma, "be") && kind(at_ + 1) == PieceKind::kAdjective && kind(at_ + 2) == PieceKind::kVerb &&
                        c_.verbs[pieces_[at_ + 2].id].infinitive;
  if (v(left).subject != kNobody && may_speak(n(v(left).subject)) && (has_plan || is_ready)) return left;
  for (int steps = 0; steps < 3; ++steps) {
    const VerbGroup& l = v(left);
    if (l.link != Link::kComplement || l.parent == kNobody || !v(l.parent).finite || v(l.parent).perfect) break;
    // "said they had fled, and [begged]", "denied that they had fired and [accused]": behind a comma, or in a
    // verb of speech, what is no longer said is not in the tense of what was.
    const bool speech = lexicon_.is(group.lemma, kSays) || lexicon_.is(group.lemma, kThatClause) || addresses(group.lemma);
    const bool earlier = l.perfect && v(l.parent).past && (before2() == PieceKind::kComma || speech);
    // "warned that people were starving and [urged]": what does not speak does not urge; nor who only is something: "said
    // that Chad was to blame and [urged]".
    const bool is = lexicon_.is(l.lemma, "be");
    const bool mute = speech && v(l.parent).past && l.subject != kNobody && (l.progressive || is || !may_speak(n(l.subject)));
    // "rejected a demand that it leave and [accused] Mali": what is wanted is in no past
    const bool wanted = (l.form & kBase) && l.auxiliary == kNoLemma && !l.past && !l.perfect && v(l.parent).past;
    if (l.modal == kNoLemma && !earlier && !mute && !wanted) break;
    left = l.parent;
  }
  return left;
}

// Verbs of what is said to somebody or of him.
bool Attacher::addresses(LemmaId verb) const {
  static constexpr FewWords kVerbs = {"accuse", "blame", "urge", "ask", "thank", "praise", "condemn", "denounce", "criticise", "criticize", "invite",
                                      "appeal", "call", "congratulate", "hail", "welcome", "rebuke", "chide", "reject", "apologise", "apologize"};
  return lexicon_.is_one_of(verb, kVerbs);
}

// Somebody: named, a pronoun, or a noun of people.
bool Attacher::may_speak(const NounChunk& chunk) const {
  if (chunk.pronoun) return true;
  if (chunk.mention == kNone) return chunk.lemma != kNoLemma && lexicon_.is(chunk.lemma, kAgentNoun);
  switch (document_.mentions[chunk.mention].type) {
    case MentionType::kQuantity: case MentionType::kMoney: case MentionType::kDate: case MentionType::kWeapon: case MentionType::kEvent: return false;
    default: return true;
  }
}

Id Attacher::infinitive_before(PieceKind prev) const {
  if ((prev != PieceKind::kCoordinator && prev != PieceKind::kComma) || verb_ == kNobody) return kNobody;
  const auto infinitive = [this](Id id) { return c_.verbs[id].infinitive && !c_.verbs[id].finite; };
  if (prev == PieceKind::kCoordinator) {
    for (Id id = verb_; id >= 0 && id > verb_ - 4; --id) {
      if (infinitive(id)) return id;
      if (id == main_ || c_.verbs[id].link == Link::kRoot) break;
    }
    return kNobody;
  }
  if (!infinitive(verb_)) return kNobody;
  // A list: "and to" follows.
  for (std::size_t k = at_ + 1; k + 1 < pieces_.size() && k < at_ + 20 && kind(k) != PieceKind::kBreak; ++k) {
    if (kind(k) == PieceKind::kCoordinator && kind(k + 1) == PieceKind::kVerb) return c_.verbs[pieces_[k + 1].id].infinitive ? verb_ : kNobody;
  }
  return kNobody;
}

// "was condemned by Chad, [welcomed] by Mali and ignored by Togo"
bool Attacher::passive_list(Id id) const {
  if (before() != PieceKind::kComma || pending_ != kNobody || verb_ == kNobody || !done_by_somebody(at_)) return false;
  const VerbGroup& left = c_.verbs[verb_];
  if (!left.passive || left.reduced_passive || !left.finite || left.subject == kNobody || !passive_too(c_.verbs[id], left)) return false;
  for (std::size_t k = at_ + 1; k < pieces_.size() && k < at_ + 16; ++k) {
    if (kind(k) == PieceKind::kCoordinator && kind(k + 1) == PieceKind::kVerb) return done_by_somebody(k + 1);
    if (kind(k) == PieceKind::kVerb && !(kind(k - 1) == PieceKind::kComma && done_by_somebody(k))) return false;
    if (kind(k) == PieceKind::kBreak || kind(k) == PieceKind::kRelative || kind(k) == PieceKind::kSubordinator) return false;
  }
  return false;
}

// "were arrested and [beaten] by police"
bool Attacher::passive_conjunct(Id id) const {
  if (before() != PieceKind::kCoordinator || verb_ == kNobody || pending_ != kNobody) return false;
  const VerbGroup &group = c_.verbs[id], &left = c_.verbs[verb_];
  if (!left.finite || left.subject == kNobody || !passive_too(group, left)) return false;
  return group.form == kPastParticiple || done_by_somebody(at_);
}

bool Attacher::passive_too(const VerbGroup& group, const VerbGroup& left) const {
  if (!left.passive || left.reduced_passive || group.passive || group.auxiliary != kNoLemma || group.modal != kNoLemma || group.infinitive) {
    return false;
  }
  const std::uint8_t form = c_.word(group.head).form;
  if (!(form & kPastParticiple) || (form & (kBase | kThird)) || intransitive(group.lemma)) return false;
  // "was held and [forced] to resign"
  if (kind(at_ + 1) == PieceKind::kVerb && c_.verbs[pieces_[at_ + 1].id].infinitive && lexicon_.is(group.lemma, kObjectControl)) return true;
  if (kind(at_ + 1) == PieceKind::kPreposition || kind(at_ + 1) == PieceKind::kBreak) return true;
  // "were beaten and [taken] away by police"
  static constexpr FewWords kParticles = {"away", "back", "off", "out", "up", "down", "home", "over", "in"};
  return kind(at_ + 1) == PieceKind::kOther && lexicon_.is_one_of(c_.word(pieces_[at_ + 1].token).lemma, kParticles) &&
         (kind(at_ + 2) == PieceKind::kPreposition || kind(at_ + 2) == PieceKind::kBreak);
}

void Attacher::copy_conjunct(Id id, Id left) {
  VerbGroup& group = v(id);
  const VerbGroup& l = v(left);
  group.subject = l.subject;
  group.parent = l.parent;
  group.parent_noun = l.parent_noun;
  group.link = l.link == Link::kRoot ? Link::kConjunct : l.link;
  if (passive_too(group, l)) {
    group.passive = true;
    group.past = l.past;
    group.form = kPastParticiple;
  }
  // "whom Chad freed and [flew] to Oslo"
  if (l.link == Link::kRelative && acts_on_antecedent(l) && !group.passive && group.object == kNobody && !intransitive(group.lemma) &&
      (kind(at_ + 1) != PieceKind::kNoun || date_at(at_ + 1)) && kind(at_ + 1) != PieceKind::kVerb && kind(at_ + 1) != PieceKind::kAdjective) {
    group.object = l.object;
  }
  if (group.modal == kNoLemma && l.modal != kNoLemma && group.form == kBase) group.modal = l.modal;
  if (l.finite && group.link == Link::kConjunct) main_ = root_ = id;
  if (l.infinitive && group.form == kBase) {
    group.infinitive = true;
    group.finite = l.finite;
  }
}

// "the jets", "a deal", "sanctions", but not "the claim": does a thing, people or a deed stand before a piece, that no "that" fills out?
bool Attacher::tangible(std::size_t at) const {
  static constexpr FewWords kContents = {"claim", "allegation", "charge", "accusation", "assertion", "insinuation", "announcement", "remark", "comment", "threat", "ruling",
                                         "verdict", "decision", "deal", "agreement", "accord", "pact", "offer", "proposal"};
  static constexpr FewWords kThings = {"deal", "agreement", "accord", "pact", "treaty", "offer", "proposal", "decision", "weapon", "plane", "ship", "missile", "aid", "loan",
                                       "text", "resolution", "law", "man", "woman", "men", "post", "island", "region", "area", "money", "fund", "oil", "gas", "material"};
  const Id noun = at > 0 ? id_at(at - 1, PieceKind::kNoun) : kNobody;
  if (noun == kNobody) return false;
  const NounChunk& chunk = c_.nouns[noun];
  if (chunk.mention != kNone) return document_.mentions[chunk.mention].form != MentionForm::kNamed || document_.mentions[chunk.mention].type == MentionType::kWeapon;
  if (chunk.lemma == kNoLemma) return false;
  if (acts(noun) || lexicon_.is(chunk.lemma, kPlaceNoun) || lexicon_.is_one_of(chunk.lemma, kThings)) return true;
  return lexicon_.is(chunk.lemma, kDeedNoun) && !lexicon_.is_one_of(chunk.lemma, kContents);
}

// Has what the verb at a piece governs, and whoever it asks for it, no object: "plans [to sell] to Chad", "asked Mali [to take]"?
bool Attacher::lacks_in_governed(std::size_t at) const {
  const VerbGroup& verb = c_.verbs[pieces_[at].id];
  std::size_t next = at + 1;
  if (kind(next) == PieceKind::kNoun && !date_at(next)) {
    if (verb.passive || !lexicon_.is(verb.lemma, kObjectControl)) return false;
    ++next;
  } else if (kind(next) == PieceKind::kAdjective || (kind(next) == PieceKind::kPreposition && verb.passive)) {
    ++next;
  }
  const auto governed = [this](std::size_t k) { return kind(k) == PieceKind::kVerb && !c_.verbs[pieces_[k].id].finite; };
  if (!governed(next)) return false;
  while (governed(next + 1)) ++next;
  const VerbGroup& last = c_.verbs[pieces_[next].id];
  const bool object = (kind(next + 1) == PieceKind::kNoun && !date_at(next + 1)) || kind(next + 1) == PieceKind::kQuote ||
                      kind(next + 1) == PieceKind::kSubordinator;
  static constexpr FewWords kAlone = {"withdraw", "leave", "retaliate", "resign", "negotiate", "step", "pull", "end", "talk", "meet", "move", "act", "run", "stay", "join", "be",
                                      "have", "cooperate", "comply", "yield", "back", "hold", "give", "quit", "attack", "strike", "invade", "expand", "continue", "start", "begin"};
  // Such verbs need none, unless nothing but a phrase of their own follows.
  return !object && !last.passive && !intransitive(last.lemma) && !lexicon_.is_one_of(last.lemma, kAlone);
}

// "the drones that [Iran sold to Mali]", "a speech that [lasted two hours]": the clause lacks a
// subject or an object, and so is no complement.
bool Attacher::lacks_argument() const {
  std::size_t k = at_ + 1;
  if (kind(k) == PieceKind::kNoun) {
    k = behind_phrases(k + 1, 3);
    // "an offer that Chad's envoy, [Ali], rejected"
    if (kind(k) == PieceKind::kComma && kind(k + 1) == PieceKind::kNoun && family(c_.nouns[pieces_[k + 1].id]) == 1 && kind(k + 2) == PieceKind::kComma &&
        finite_next(k + 3) && role_like(c_.nouns[pieces_[at_ + 1].id])) {
      k += 3;
    }
    // "a pact that the leaders of Chad, Mali [and Niger] signed"
    for (int steps = 0; steps < 6 && (kind(k) == PieceKind::kComma || kind(k) == PieceKind::kCoordinator); ++steps) {
      const std::size_t next = kind(k) == PieceKind::kComma && kind(k + 1) == PieceKind::kCoordinator ? k + 2 : k + 1;
      if (kind(next) != PieceKind::kNoun) return false;
      k = behind_phrases(next + 1, 1);
    }
    if (kind(k) != PieceKind::kVerb) return false;
    const VerbGroup& verb = c_.verbs[pieces_[k].id];
    // "the jets that Togo plans [to sell]", "a deal that it was urged to sign", "a step that Togo asked Mali to take"
    if (!verb.infinitive && verb.finite && tangible(at_) && lacks_in_governed(k)) return true;
    if (verb.passive || verb.infinitive || !(verb.finite || verb.form == (kPast | kPastParticiple))) return false;
    // "rebels that Chad says are armed by Niger"
    if (lexicon_.is(verb.lemma, kSays) && kind(k + 1) == PieceKind::kVerb && finite_next(k + 1)) return true;
    const bool occurs = lexicon_.is(verb.lemma, kOccurs) && !lexicon_.is(verb.lemma, kLight);   // "the talks that Iran held"
    // "the militia that Washington blames for it"
    const bool charges = lexicon_.is(verb.lemma, kObjectControl) && kind(k + 1) == PieceKind::kPreposition;
    if (be(verb) || (lexicon_.is(verb.lemma, kSays) && !charges) || occurs) return false;
    // "the drones that Turkey sold [Mali] were"
    if (lexicon_.is(verb.lemma, kDative) && kind(k + 1) == PieceKind::kNoun) {
      // "the drones that Turkey sold [Mali]": nothing else is sold behind it
      const bool whom = c_.nouns[pieces_[k + 1].id].mention != kNone && family(c_.nouns[pieces_[k + 1].id]) <= 2 && kind(k + 2) != PieceKind::kNoun &&
                        kind(k + 2) != PieceKind::kCoordinator;
      if (finite_next(k + 2) || (tangible(at_) && whom)) return true;
    }
    // "officers [that Chad had trained]": people fill out no "that", and so the clause lacks them
    const bool people = kind(at_ - 1) == PieceKind::kNoun && acts(pieces_[at_ - 1].id) && !intransitive(verb.lemma);
    if (people && (kind(k + 1) == PieceKind::kBreak || kind(k + 1) == PieceKind::kComma)) return true;
    const bool stops = kind(k + 1) == PieceKind::kPreposition || kind(k + 1) == PieceKind::kVerb ||
                       (kind(k + 1) == PieceKind::kNoun && c_.nouns[pieces_[k + 1].id].date);
    if (kind(k + 1) == PieceKind::kPreposition && c_.word(pieces_[k + 1].token).prep == Prep::kBy) return false;
    return stops && !(kind(k + 1) == PieceKind::kVerb && c_.verbs[pieces_[k + 1].id].infinitive);
  }
  return finite_next(k);
}

void Attacher::adjective() {
  if (verb_ == kNobody || before() != PieceKind::kVerb) return;
  VerbGroup& verb = v(verb_);
  verb.adjective = c_.word(pieces_[at_].token).lemma;
}

}  // namespace dragoman
