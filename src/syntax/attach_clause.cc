// Part of dragoman; see LICENSE.
//
// Clauses: complements, relative and reduced ones, participles in front, quotations.

#include <algorithm>
#include <string_view>

#include "syntax/attacher.h"

#include "token/word_set.h"

namespace dragoman {

bool Attacher::says_at(std::size_t at) const {
  return lexicon_.is(c_.verbs[pieces_[at].id].lemma, kSays);
}

// "After talks in Geneva, Iran and Iraq signed a pact" has no other clause, "After men in Goma, Bukavu and Uvira rose, [Kinshasa sent troops]" has.
bool Attacher::clause_behind(std::size_t at) const {
  for (; at < pieces_.size() && kind(at) != PieceKind::kBreak; ++at) {
    if (kind(at) != PieceKind::kComma || kind(at + 1) != PieceKind::kNoun) continue;
    std::size_t k = behind_phrases(at + 2);
    while (kind(k) == PieceKind::kCoordinator && kind(k + 1) == PieceKind::kNoun) k = behind_phrases(k + 2);
    if (finite_next(k) && !says_at(k)) return true;
  }
  return false;
}

// "after [Riyadh cut ties]": a noun and its verb follow, and so a clause.
bool Attacher::opens_clause(std::size_t at) const {
  const Word& word = c_.word(pieces_[at].token);
  if (!tells_order(word.prep) && word.prep != Prep::kAs) return false;
  // "a gang known [as the Boys] attacked": its name
  static constexpr FewWords kKnown = {"know", "describe", "regard", "identify", "pose", "disguise", "dress"};
  if (word.prep == Prep::kAs && at > 0 && kind(at - 1) == PieceKind::kVerb && lexicon_.is_one_of(c_.verbs[pieces_[at - 1].id].lemma, kKnown)) return false;
  std::size_t k = at + 1;
  if (kind(k) != PieceKind::kNoun || c_.nouns[pieces_[k].id].date) return false;
  // "after he, Sisi and Hamdok talked": nothing but a clause begins with "he".
  if (nominative(c_.nouns[pieces_[k].id])) return true;
  for (++k; (kind(k) == PieceKind::kPreposition || kind(k) == PieceKind::kCoordinator) &&
            kind(k + 1) == PieceKind::kNoun && k < at + kFarthestVerb; k += 2) {
    // "as president [after Ivanov had left]": the verb is of the nearer clause.
    if (kind(k) == PieceKind::kPreposition && tells_order(c_.word(pieces_[k].token).prep) && opens_clause(k)) return false;
  }
  // "after [Niger, Chad and Togo] had done so"
  const auto alike = [&](std::size_t other) {
    return kind(other) == PieceKind::kNoun && family(c_.nouns[pieces_[other].id]) == family(c_.nouns[pieces_[k - 1].id]);
  };
  std::size_t last = k;
  while (kind(last) == PieceKind::kComma && alike(last + 1)) last += 2;
  if (last > k && kind(last) == PieceKind::kComma) ++last;
  if (last > k && kind(last) == PieceKind::kCoordinator && alike(last + 1) && finite_next(last + 2) && (at > 0 || k == at + 2 || clause_behind(last + 3))) k = last + 2;
  // "as Marty Natalegawa, [the foreign minister], flew"
  // "after [Mali's foreign minister], Abdoulaye Diop, met him"
  // "after [his son], the aviation minister, had died", "after [his uncle], Paul Okello, had fled"
  const bool by_office = kind(k) == PieceKind::kComma && kind(k + 1) == PieceKind::kNoun && kind(k - 1) == PieceKind::kNoun &&
                         ((role_like(c_.nouns[pieces_[k - 1].id]) && family(c_.nouns[pieces_[k + 1].id]) == 1) ||
                          (nameless(c_.nouns[pieces_[k - 1].id]) && role_like(c_.nouns[pieces_[k + 1].id])) ||
                          (is_kin(lexicon_, c_.nouns[pieces_[k - 1].id].lemma) && family(c_.nouns[pieces_[k + 1].id]) == 1));
  // "after jets, [one of them French], struck it"
  if (kind(k) == PieceKind::kComma && kind(k + 1) == PieceKind::kNoun && kind(k + 2) == PieceKind::kPreposition && kind(k + 3) == PieceKind::kNoun &&
      c_.nouns[pieces_[k + 3].id].pronoun) {
    std::size_t end = k + 4;
    while (end < k + 7 && (kind(end) == PieceKind::kNoun || kind(end) == PieceKind::kAdjective)) ++end;
    if (kind(end) == PieceKind::kComma && finite_next(end + 1)) return true;
  }
  if (kind(k) == PieceKind::kComma && kind(k + 1) == PieceKind::kNoun && (family(c_.nouns[pieces_[k - 1].id]) == 1 || by_office)) {
    const std::size_t end = behind_phrases(k + 2);
    if (kind(end) == PieceKind::kComma && finite_next(end + 1)) return true;
  }
  // "after Hadi, [the president at whose request it began], had landed"
  if (kind(k) == PieceKind::kComma && kind(k - 1) == PieceKind::kNoun && (named_actor(pieces_[k - 1].id) || acts(pieces_[k - 1].id)) &&
      (kind(k + 1) == PieceKind::kRelative || (kind(k + 1) == PieceKind::kNoun && role_like(c_.nouns[pieces_[k + 1].id])))) {
    bool inner = false;
    for (std::size_t end = k + 1; end < pieces_.size() && end < k + 16; ++end) {
      if (kind(end) == PieceKind::kBreak || kind(end) == PieceKind::kSubordinator) break;
      if (kind(end) == PieceKind::kRelative) inner = true;
      if (kind(end) == PieceKind::kVerb && finite_next(end) && !inner) break;
      if (kind(end) == PieceKind::kComma && end > k) {
        if (inner && finite_next(end + 1) && !says_at(end + 1)) return true;
        if (inner) break;
      }
    }
  }
  // "after Harris, [on a visit to Seoul], had promised"
  if (kind(k) == PieceKind::kComma && kind(k + 1) == PieceKind::kPreposition && kind(k + 2) == PieceKind::kNoun) {
    const std::size_t end = behind_phrases(k + 1);
    if (kind(end) == PieceKind::kComma && finite_next(end + 1)) return true;
  }
  // "after the government, [defying a court and without asking him], decided"
  // "as Togo, [after meeting Mali], left"
  const std::size_t led = kind(k + 1) == PieceKind::kPreposition && tells_order(c_.word(pieces_[k + 1].token).prep) ? 1 : 0;
  if (kind(k) == PieceKind::kComma && led == 1 && kind(k + 2) == PieceKind::kVerb && !c_.verbs[pieces_[k + 2].id].finite && kind(k - 1) == PieceKind::kNoun &&
      (named_actor(pieces_[k - 1].id) || acts(pieces_[k - 1].id))) {
    std::size_t end = k + 3;
    while (end < k + 12 && (kind(end) == PieceKind::kNoun || kind(end) == PieceKind::kPreposition)) ++end;
    if (kind(end) == PieceKind::kComma && finite_next(end + 1) && !says_at(end + 1)) return true;
  }
  if (kind(k) == PieceKind::kComma && kind(k + 1) == PieceKind::kVerb && (!c_.verbs[pieces_[k + 1].id].finite || (word.prep != Prep::kAs && done_by_somebody(k + 1))) && kind(k - 1) == PieceKind::kNoun &&
      (named_actor(pieces_[k - 1].id) || acts(pieces_[k - 1].id) || c_.nouns[pieces_[k - 1].id].mention != kNone)) {
    bool inner = false;   // "after gunmen, [firing from a hill that Chad had left], killed him"
    for (std::size_t end = k + 2; end < pieces_.size() && end < k + 16; ++end) {
      if (kind(end) == PieceKind::kRelative && kind(end - 1) != PieceKind::kComma) inner = true;
      if (kind(end) == PieceKind::kBreak || kind(end) == PieceKind::kSubordinator || (finite_next(end) && !inner)) break;
      if (kind(end) == PieceKind::kComma && finite_next(end + 1)) return !says_at(end + 1) || kind(end + 2) != PieceKind::kBreak;
    }
  }
  // "as fighters [loyal to Taylor] battled"
  if (kind(k) == PieceKind::kAdjective && kind(k + 1) == PieceKind::kPreposition && kind(k + 2) == PieceKind::kNoun) k += 3;
  if (!finite_next(k)) return false;
  const VerbGroup& verb = c_.verbs[pieces_[k].id];
  if (verb.reduced_passive) return false;
  // "Rebels who took it after a [siege] promised to": theirs
  const Id what = pieces_[k - 1].id;
  if (in_relative_ && !stack_.empty() && pending_ == kNobody && kind(k - 1) == PieceKind::kNoun && !acts(what) && !named_actor(what) &&
      !c_.nouns[what].pronoun) {
    // "who fled after the war began returned": another verb is theirs
    std::size_t end = k + 1;
    while (end < pieces_.size() && kind(end) != PieceKind::kBreak && kind(end) != PieceKind::kRelative &&
           kind(end) != PieceKind::kSubordinator && !finite_next(end) && !(kind(end) == PieceKind::kComma && !finite_next(end + 1))) {
      ++end;
    }
    if (!finite_next(end)) return false;
  }
  // "after talks held in Oslo": a participle has no object.
  const bool either = verb.form == (kPast | kPastParticiple) && !verb.passive && !verb.perfect;
  if (either && intransitive(verb.lemma)) return true;
  // "after rebels led by a colonel took the town"
  if (either && kind(k + 1) == PieceKind::kPreposition && c_.word(pieces_[k + 1].token).prep == Prep::kBy &&
      kind(k + 2) == PieceKind::kNoun && finite_next(behind_phrases(k + 1))) {
    return true;
  }
  // "after rebels fired on a convoy"
  if (either && kind(k + 1) == PieceKind::kPreposition && lexicon_.is(verb.lemma, "fire") &&
      (c_.word(pieces_[k + 1].token).prep == Prep::kOn || c_.word(pieces_[k + 1].token).prep == Prep::kAt)) {
    return true;
  }
  if (either && kind(k + 1) == PieceKind::kPreposition && takes_object_along(k + 1) && kind(k + 2) == PieceKind::kNoun) return true;
  // "after Berlusconi stepped down": a particle that ends the clause
  if (either && kind(k + 1) == PieceKind::kPreposition && takes_object_along(k + 1) && (kind(k + 2) == PieceKind::kBreak || kind(k + 2) == PieceKind::kComma)) {
    return true;
  }
  // "after Belgium called on the EU to act", "before Togo voted for it": no participle stands right behind a name but with its doer.
  if (either && k == at + 2 && kind(k + 1) == PieceKind::kPreposition && kind(k + 2) == PieceKind::kNoun &&
      c_.word(pieces_[k + 1].token).prep != Prep::kBy && named_actor(pieces_[k - 1].id)) {
    return true;
  }
  // "after the rebels left, and signed it": who acts is no more held than that.
  if (either && kind(k + 1) == PieceKind::kComma && kind(k - 1) == PieceKind::kNoun && (acts(pieces_[k - 1].id) || named_actor(pieces_[k - 1].id))) return true;
  // "after commandos burrowed into the camp and shot him"
  if (either && kind(k + 1) == PieceKind::kPreposition && kind(k - 1) == PieceKind::kNoun && acts(pieces_[k - 1].id)) {
    const std::size_t end = behind_phrases(k + 1);
    if (kind(end) == PieceKind::kCoordinator && finite_next(end + 1) && !c_.verbs[pieces_[end + 1].id].infinitive) return true;
  }
  return !either || kind(k + 1) == PieceKind::kNoun || (kind(k + 1) == PieceKind::kVerb && c_.verbs[pieces_[k + 1].id].infinitive);
}

// "Belgium", "Lula": a state, a person or a body by its name.
bool Attacher::named_actor(Id noun) const {
  const Index mention = c_.nouns[noun].mention;
  if (mention == kNone || document_.mentions[mention].form != MentionForm::kNamed) return false;
  const MentionType type = document_.mentions[mention].type;
  return type == MentionType::kState || type == MentionType::kPerson || is_a(type, MentionType::kOrganisation);
}

// "commandos", "the army": people that act.
bool Attacher::acts(Id noun) const {
  const LemmaId lemma = c_.nouns[noun].lemma;
  return lemma != kNoLemma && lexicon_.is(lemma, kAgentNoun);
}

// "It was shelled after rebels ambushed a patrol, [killing] two", "rebels who took the town, [killing] two, fled": of
// the nearest clause; else of the main one.
Id Attacher::participle_of(LemmaId participle) {
  // "Gunmen raided the camp, officials said, [killing] two": but for what is said, it is of what they tell.
  if (const Id told = verb_ == kNobody ? kNobody : told_before(verb_); told != kNobody && !speaks(participle)) return told;
  // "accused Chad of firing at a boat, [injuring] two": whoever fired
  static constexpr FewWords kComesOfIt = {"injure", "wound", "kill", "hurt", "damage", "destroy", "displace", "sink", "maim", "hit", "trap"};
  Id charged = verb_;
  for (int steps = 0; steps < 3 && charged != kNobody && v(charged).link == Link::kReduced; ++steps) charged = v(charged).parent;   // "at a boat carrying"
  if (charged != kNobody && v(charged).link == Link::kGerund && v(charged).subject != kNobody && v(charged).parent != kNobody &&
      v(charged).subject != v(v(charged).parent).subject && lexicon_.is_one_of(participle, kComesOfIt)) {
    return charged;
  }
  // "it fell after Chad let Mali [open] a base, [prompting] Niger to": of the clause in which it opens one
  const Id within = verb_ != kNobody && main_ != kNobody && !v(verb_).finite ? finite_above(verb_) : kNobody;
  if (within != kNobody && within > main_ && v(within).link == Link::kAdverbial && !v(within).passive && provokes(participle)) return within;
  // "intercepted a rocket fired by rebels, [killing] two": what was fired
  static constexpr FewWords kStopped = {"intercept", "shoot", "down", "destroy"};
  static constexpr FewWords kFired = {"fire", "launch", "lob"};
  if (verb_ != kNobody && v(verb_).link == Link::kReduced && v(verb_).reduced_passive && main_ != kNobody &&
      v(verb_).parent_noun == v(main_).object && lexicon_.is_one_of(participle, kComesOfIt) &&
      lexicon_.is_one_of(v(main_).lemma, kStopped) && lexicon_.is_one_of(v(verb_).lemma, kFired)) {
    return verb_;
  }
  if (verb_ == kNobody || !v(verb_).finite || v(verb_).passive || verb_ == main_) return of_speaker(main_, participle);
  // "shot down a plane as it came in to land, [killing] six": who comes kills nobody
  static constexpr FewWords kHarmless = {"come", "land", "arrive", "fly", "travel", "drive", "walk", "leave", "return", "sleep", "pray", "wait", "eat", "gather", "sit",
                                         "stand", "play", "work", "flee", "try", "prepare", "be", "line", "queue", "shop", "celebrate", "approach", "take"};
  // "blew himself up as soldiers were chasing him, [killing] three"
  static constexpr FewWords kBlasts = {"blow", "explode", "detonate", "ram", "crash"};
  const bool harmless =
      main_ != kNobody && v(main_).finite && !v(main_).passive && lexicon_.is_one_of(participle, kComesOfIt) &&
      (lexicon_.is_one_of(v(verb_).lemma, kHarmless) || (v(verb_).progressive && lexicon_.is_one_of(v(main_).lemma, kBlasts)));
  if (v(verb_).link == Link::kAdverbial && main_ != kNobody && verb_ > main_ && !harmless) return verb_;
  if (v(verb_).link == Link::kRelative && main_ == kNobody) return verb_;
  // "arrested men who had rammed a ship, [killing] six": whoever rammed it
  static constexpr FewWords kViolent = {"ram", "bomb", "attack", "shell", "shoot", "fire", "storm", "ambush", "raid", "blow", "detonate", "strike", "crash", "plough", "drive", "open", "launch"};
  if (v(verb_).link == Link::kRelative && main_ != kNobody && verb_ > main_ && lexicon_.is_one_of(participle, kComesOfIt) && lexicon_.is_one_of(v(verb_).lemma, kViolent) &&
      !lexicon_.is_one_of(v(main_).lemma, kViolent)) {
    return verb_;
  }
  return of_speaker(main_, participle);
}

// "ruled that the ship might leave, [rejecting] a request": no ship rejects, whoever says so does.
Id Attacher::of_speaker(Id verb, LemmaId participle) {
  if (verb == kNobody || v(verb).link != Link::kComplement || v(verb).parent == kNobody || v(verb).subject == kNobody || !speaks(participle)) return verb;
  const NounChunk& subject = n(v(verb).subject);
  const bool thing = subject.mention == kNone && subject.lemma != kNoLemma && lexicon_.is(subject.lemma, kPlaceNoun);
  return may_speak(subject) && !thing ? verb : v(verb).parent;
}

// "India will sell jets, officials [said]": the verb of what is told before.
Id Attacher::told_before(Id said) const {
  const VerbGroup& l = c_.verbs[said];
  if (said == 0 || l.lemma == kNoLemma || !lexicon_.is(l.lemma, kSays) || l.subject == kNobody || !c_.nouns[l.subject].after_comma ||
      l.object != kNobody || c_.verbs[said - 1].link == Link::kRelative) {
    return kNobody;
  }
  for (Id id = said - 1; id >= 0 && id + 4 > said; --id) {
    const VerbGroup& main = c_.verbs[id];
    if (main.finite && (main.link == Link::kRoot || main.link == Link::kConjunct)) return main.subject != kNobody ? id : kNobody;
  }
  return kNobody;
}

// "[prompting] Togo to recall", "[sparking] protests": what comes of a deed
bool Attacher::provokes(LemmaId verb) const {
  static constexpr FewWords kVerbs = {"prompt", "lead", "draw", "trigger", "cause", "spark", "provoke", "anger", "infuriate", "push", "force",
                                      "earn", "fuel", "raise", "drive", "enrage", "irk", "upset", "alarm"};
  return lexicon_.is_one_of(verb, kVerbs);
}

// "[adding] that", "[citing] rebels", "[demanding] reforms"
bool Attacher::speaks(LemmaId verb) const {
  static constexpr FewWords kVerbs = {"call", "refer", "describe", "speak", "express", "thank", "praise", "dismiss", "echo", "point", "quote",
                                      "invoke", "welcome", "brand", "use", "give", "speculate", "vow", "rule", "contradict"};
  return verb != kNoLemma && (lexicon_.is(verb, kSays) || lexicon_.is(verb, kThatClause) || lexicon_.is_one_of(verb, kVerbs));
}

// "its [accusation] that Togo arms rebels"
bool Attacher::charges(LemmaId noun) const {
  static constexpr FewWords kCharges = {"accusation", "allegation", "charge", "complaint", "insinuation", "contention", "suggestion", "claim",
                                        "assertion"};
  return noun != kNoLemma && lexicon_.is_one_of(noun, kCharges);
}

// Verbs of which no participle stands behind a noun as a passive.
bool Attacher::intransitive(LemmaId verb) const {
  static constexpr FewWords kVerbs = {
      "advance", "agree", "apologise", "apologize", "appear", "arrive", "belong", "broadcast", "clash", "collapse", "collide", "come",
      "complain", "consent", "crash", "creep", "cross", "dash", "defect", "depart", "die", "disappear", "drift", "emerge", "erupt", "escape", "explode",
      "fail", "fall", "flee", "fly", "go", "happen", "hurry", "interfere", "intervene", "march", "melt", "mutiny", "object", "occur", "proceed",
      "protest", "quarrel", "race", "react", "rebel", "remain", "resign", "respond", "retreat", "return", "revolt", "riot", "rise", "roll", "rumble", "rush",
      "sail", "sit", "slip", "sneak", "stand", "stray", "stream", "surge", "surrender", "swarm", "swoop", "travel", "vanish", "vote", "walk", "wander"};
  return lexicon_.is_one_of(verb, kVerbs);
}

// Does a comma come within a clause's length?
bool Attacher::comma_ahead(std::size_t at) const {
  for (std::size_t k = at; k < pieces_.size() && k < at + 12; ++k) {
    if (kind(k) == PieceKind::kComma) return true;
    if (kind(k) == PieceKind::kBreak || kind(k) == PieceKind::kVerb) return false;
  }
  return false;
}

// Does a noun end what is said of a name: ", the minister of [Chad],"?
bool Attacher::ends_apposition(Id noun) const {
  for (int steps = 0; noun != kNobody && steps < 4; ++steps) {
    if (c_.nouns[noun].role == NounRole::kApposition) return true;
    if (c_.nouns[noun].role != NounRole::kPrepositional) break;
    noun = c_.nouns[noun].noun;
  }
  return false;
}

bool Attacher::verb_behind_comma(std::size_t at) const {
  bool inner = false;      // inside a clause that a relative pronoun or a conjunction opens
  bool infinitive = false;
  for (std::size_t k = at; k < pieces_.size() && k < at + 22; ++k) {
    switch (kind(k)) {
      case PieceKind::kBreak: case PieceKind::kDash: return false;
      case PieceKind::kRelative: case PieceKind::kSubordinator: inner = true; break;
      case PieceKind::kComma:
        if (kind(k + 1) == PieceKind::kCoordinator && kind(k + 2) == PieceKind::kNoun) return false;
        if (finite_next(k + 1)) return !says_at(k + 1) || of_somebody(pieces_[k + 1].id) || kind(k + 2) != PieceKind::kNoun;
        if (kind(k + 1) == PieceKind::kNoun && finite_next(k + 2)) return false;
        inner = false;
        break;
      case PieceKind::kVerb: {
        const VerbGroup& next = c_.verbs[pieces_[k].id];
        if (next.infinitive) infinitive = true;
        // "told to accept it or [face] war": one of form with the infinitive
        if (infinitive && kind(k - 1) == PieceKind::kCoordinator && (next.form & kBase) && next.auxiliary == kNoLemma && next.modal == kNoLemma) break;
        if (!inner && next.finite && (next.auxiliary != kNoLemma || next.modal != kNoLemma || !(next.form & kPastParticiple))) return false;
        break;
      }
      default: break;
    }
  }
  return false;
}

// Verbs that have somebody for their object and no clause: "blamed rebels [trained] in Chad".
bool Attacher::judges(Id verb) const {
  static constexpr FewWords kVerbs = {"accuse", "blame", "charge", "criticise", "criticize", "condemn", "denounce", "suspect", "hail", "praise", "thank", "quote", "cite"};
  return lexicon_.is_one_of(c_.verbs[verb].lemma, kVerbs);
}

// Verbs that a clause without "that" may follow: "hoped Chad would".
bool Attacher::takes_clause(LemmaId verb) const {
  static constexpr FewWords kVerbs = {"ensure", "hope", "fear", "show", "prove", "see", "mean", "feel", "realise", "realize", "decide", "discover", "learn", "hear",
                                      "understand", "pretend", "bet", "wish", "hold", "make", "watch", "let", "help"};
  return verb != kNoLemma && (lexicon_.is(verb, kSays) || lexicon_.is(verb, kThatClause) || lexicon_.is_one_of(verb, kVerbs));
}

// "men arrested ... [were]", "soldiers sent to remove it, who had no guns, [were]": does a finite verb follow in the clause that nothing
// but a noun before the verb at `at` can be the subject of?  One look-ahead, over what that verb and inner clauses take.
bool Attacher::own_verb_ahead(std::size_t at) const {
  int inner = 0;            // clauses that wait for their verb
  bool room = false;        // may a noun be the object of the last verb?
  // A comma parts the subject from its verb where another opens something said of it.
  bool opened = before() == PieceKind::kComma || (before() == PieceKind::kNoun && ends_apposition(pieces_[at_ - 1].id));
  for (std::size_t k = at; k < pieces_.size() && k < at + 26; ++k) {
    switch (kind(k)) {
      case PieceKind::kPreposition:
        if (kind(k + 1) == PieceKind::kNoun) {
          if (opens_clause(k)) ++inner;   // "after [rebels took it]"
          else ++k;
        }
        room = false;
        break;
      case PieceKind::kRelative: case PieceKind::kSubordinator:
        // "while [changing] planes"
        if (kind(k + 1) == PieceKind::kVerb && !c_.verbs[pieces_[k + 1].id].finite) break;
        if (kind(k) == PieceKind::kSubordinator && kind(k - 1) == PieceKind::kComma) return false;   // ", although Chad left"
        ++inner;
        break;
      case PieceKind::kAdjective: case PieceKind::kThere: break;
      case PieceKind::kComma:
        room = false;
        // "stormed in, [shot] ten and left": a list
        if (inner == 0 && finite_next(k + 1) && !opened) return false;
        opened = true;
        // ", an American [crushed] by", ", the prime minister,": of the noun before; else a clause of its own begins
        if (kind(k + 1) == PieceKind::kNoun && inner == 0 && !date_at(k + 1)) {
          std::size_t end = behind_phrases(k + 2, kAnyNumber);
          if (kind(end) == PieceKind::kVerb && done_by_somebody(end)) end = behind_phrases(end + 1, kAnyNumber);
          while (date_at(end)) ++end;
          if (kind(end) != PieceKind::kComma) return false;
          k = end;
        }
        break;
      case PieceKind::kNoun:
        if (date_at(k)) break;
        if (inner > 0) break;
        if (!room) return false;
        room = false;
        break;
      case PieceKind::kCoordinator:
        if (kind(k + 1) == PieceKind::kVerb && inner == 0 && c_.verbs[pieces_[k + 1].id].finite && !done_by_somebody(k + 1)) return false;
        if (kind(k - 1) == PieceKind::kComma) return false;   // ", and Chad left"
        if (kind(k + 1) == PieceKind::kPreposition || date_at(k + 1)) return false;   // "and within hours left"
        // "men from Chad and Mali were", but "took the town and its mayor fled"
        if (kind(k + 1) == PieceKind::kNoun && inner == 0 && kind(k - 2) != PieceKind::kPreposition && finite_next(behind_phrases(k + 2))) return false;
        if (kind(k + 1) == PieceKind::kNoun) room = true;
        break;
      case PieceKind::kVerb: {
        const VerbGroup& verb = c_.verbs[pieces_[k].id];
        const bool plain = verb.finite && !verb.infinitive;
        if (!plain) {
          room = !takes_clause(verb.lemma) && !verb.passive;
          break;
        }
        const bool bare = verb.form == (kPast | kPastParticiple) && verb.auxiliary == kNoLemma && verb.modal == kNoLemma && !verb.passive && !verb.perfect;
        const bool object = kind(k + 1) == PieceKind::kNoun && !date_at(k + 1);
        if (inner > 0) {
          if (!(bare && kind(k - 1) == PieceKind::kNoun && done_by_somebody(k))) --inner;
          room = !takes_clause(verb.lemma) && !verb.passive;
          break;
        }
        if (verb.form & kBase && verb.auxiliary == kNoLemma && verb.modal == kNoLemma) return false;   // "let it go"
        if (!bare || object) return kind(k - 1) != PieceKind::kCoordinator;
        room = false;      // "sit-ins [held] in support"
        break;
      }
      default: return false;
    }
  }
  return false;
}

// A bare past form that must be a participle: "rockets supplied by Iran".
bool Attacher::reduced(Id id) {
  const VerbGroup& group = v(id);
  if (!(group.form & kPastParticiple) || group.auxiliary != kNoLemma || group.modal != kNoLemma || group.perfect || group.passive || group.progressive) {
    return false;
  }
  // "weapons that Iran [sold] to Mali": the subject of a relative clause waits.
  if (relative_ != kNobody && pending_ != kNobody && pending_at_ > relative_at_) return false;
  // "a court [set] up by Chad": behind the particle
  const std::size_t behind = kind(at_ + 1) == PieceKind::kPreposition && kind(at_ + 2) == PieceKind::kPreposition && takes_object_along(at_ + 1) ? at_ + 2 : at_ + 1;
  if (group.form & (kBase | kThird)) {
    // "a plan [put] forward by Rwanda"
    return before() == PieceKind::kNoun && !n(pieces_[at_ - 1].id).pronoun && kind(behind) == PieceKind::kPreposition &&
           c_.word(pieces_[behind].token).prep == Prep::kBy && kind(behind + 1) == PieceKind::kNoun && !n(pieces_[behind + 1].id).date &&
           finite_next(behind_phrases(behind));
  }
  if (group.form == kPastParticiple) return true;
  switch (before()) {
    case PieceKind::kComma: return before2() == PieceKind::kNoun && !intransitive(group.lemma) && reduced_behind_comma(id, behind);
    case PieceKind::kNoun: return reduced_behind_noun(id, behind);
    default: return false;
  }
}

// Behind a noun and a comma.
bool Attacher::reduced_behind_comma(Id id, std::size_t behind) {
  const VerbGroup& group = v(id);
  if (pending_ != kNobody) {
    // "Micheletti, [named] president by Congress, said"
    static constexpr FewWords kNames = {"name", "appoint", "elect", "proclaim", "declare", "crown", "choose"};
    if (lexicon_.is_one_of(group.lemma, kNames) && kind(at_ + 1) == PieceKind::kNoun && kind(at_ + 2) == PieceKind::kPreposition &&
        c_.word(pieces_[at_ + 2].token).prep == Prep::kBy && verb_behind_comma(at_ + 2)) {
      return true;
    }
    // "the rebels, [armed] and advised by Chad, insist"
    if (kind(at_ + 1) == PieceKind::kCoordinator && kind(at_ + 2) == PieceKind::kVerb && done_by_somebody(at_ + 2) && comma_ahead(at_ + 3)) return true;
    // "The Kremlin, [incensed] that it was let go, moved", "asked whose side it was on"
    if ((kind(at_ + 1) == PieceKind::kSubordinator || kind(at_ + 1) == PieceKind::kRelative) && !ends_apposition(pieces_[at_ - 2].id) &&
        verb_behind_comma(at_ + 1)) {
      return true;
    }
    if (kind(at_ + 1) == PieceKind::kPreposition) {
      // "The rebels, [backed] by Eritrea until 2018, said": what is done by somebody is done to them.
      const bool by_somebody = c_.word(pieces_[behind].token).prep == Prep::kBy && kind(behind + 1) == PieceKind::kNoun &&
                               !n(pieces_[behind + 1].id).date;
      if (by_somebody && comma_ahead(behind + 1)) return true;
      if (!ends_apposition(pieces_[at_ - 2].id) && verb_behind_comma(at_ + 1)) return true;
      // "OPEC, headquartered in Vienna, met": a finite verb comes after the next comma.
      const std::size_t k = behind_phrases(at_ + 1, kAnyNumber);
      // "The talks, [mediated by Oman], between": a doer between commas.
      const bool by = c_.word(pieces_[at_ + 1].token).prep == Prep::kBy && kind(at_ + 2) == PieceKind::kNoun &&
                      !n(pieces_[at_ + 2].id).date;
      if (kind(k) == PieceKind::kComma && (finite_next(k + 1) || (by && kind(k + 1) == PieceKind::kPreposition))) return true;
      // "Mr Nasheed, [dragged] into court by men who gagged him, is accused"
      return kind(k) == PieceKind::kRelative && !says(id) && !takes_object_along(at_ + 1) && own_verb_ahead(at_ + 1);
    }
    return false;
  }
  // "Under the accord, [brokered] by Oman, Chad": behind a phrase in front.
  if (verb_ == kNobody && kind(at_ + 1) == PieceKind::kPreposition && c_.word(pieces_[at_ + 1].token).prep == Prep::kBy &&
      kind(at_ + 2) == PieceKind::kNoun && !n(pieces_[at_ + 2].id).date) {
    return true;
  }
  return said_object() || trailing_participle();
}

// Right behind a noun.
bool Attacher::reduced_behind_noun(Id id, std::size_t behind) {
  const Id noun = pieces_[at_ - 1].id;
  // "guards [shot] the men": what has an object is none, but "tourists [held hostage] by rebels", "a pilot taken prisoner in May was"
  if (kind(at_ + 1) == PieceKind::kNoun) {
    const bool taken = kind(at_ + 2) == PieceKind::kPreposition && !n(noun).date && captive(pieces_[at_ + 1].id) && !intransitive(v(id).lemma);
    if (taken) return c_.word(pieces_[at_ + 2].token).prep == Prep::kBy || finite_next(behind_phrases(at_ + 2));
    if (!date_at(at_ + 1)) return false;
  }
  const VerbGroup& group = v(id);
  if (intransitive(group.lemma)) return false;
  // "gunmen [believed] to belong to a militia overran": nobody "believes to".
  static constexpr FewWords kThought = {"believe", "suspect", "think", "allege", "know", "presume", "understand", "rumour", "rumor", "say", "report", "deem", "reckon"};
  if (kind(at_ + 1) == PieceKind::kVerb && c_.verbs[pieces_[at_ + 1].id].infinitive && lexicon_.is_one_of(group.lemma, kThought)) return true;
  if (n(noun).date) return false;
  const bool by_next = kind(behind) == PieceKind::kPreposition &&
                       c_.word(pieces_[behind].token).prep == Prep::kBy &&
                       kind(behind + 1) == PieceKind::kNoun && !n(pieces_[behind + 1].id).date;
  if (by_next || done_by_somebody(at_)) return true;
  // "ten men, among them two officers [captured] in Gao"
  if (n(noun).role == NounRole::kFree && noun != pending_ && at_ > 3 && before2() == PieceKind::kNoun && n(pieces_[at_ - 2].id).pronoun &&
      kind(at_ - 3) == PieceKind::kPreposition && kind(at_ - 4) == PieceKind::kComma &&
      (kind(at_ + 1) == PieceKind::kPreposition || kind(at_ + 1) == PieceKind::kComma || kind(at_ + 1) == PieceKind::kBreak || date_at(at_ + 1))) {
    return true;
  }
  const bool governed = n(n(noun).first_conjunct).role != NounRole::kFree;
  if (governed && pending_ == kNobody) {
    // No subject waits; "said Iran supplied" is a zero complement, not a participle.
    if (verb_ != kNobody && says(verb_) && !judges(verb_) && v(verb_).object == n(noun).first_conjunct) return false;
    // "rebels who refuse to recognise the president [threatened] to": the verb of whoever waits, where none follows
    std::size_t next = date_at(at_ + 1) ? at_ + 2 : at_ + 1;
    if (kind(next) == PieceKind::kPreposition && date_at(next + 1)) next += 2;
    const bool infinitive = kind(next) == PieceKind::kVerb && c_.verbs[pieces_[next].id].infinitive;
    if (infinitive && in_relative_ && !stack_.empty() && !own_verb_ahead(at_ + 1)) return false;
    // "freed a captain [arrested] two weeks ago"
    return kind(at_ + 1) == PieceKind::kPreposition || kind(at_ + 1) == PieceKind::kBreak || date_at(at_ + 1);
  }
  // "Men [stopped] and searched by police said": a list that has one doer
  if (pending_ != kNobody && kind(at_ + 1) == PieceKind::kCoordinator && kind(at_ + 2) == PieceKind::kVerb && done_by_somebody(at_ + 2) &&
      finite_next(behind_phrases(at_ + 3))) {
    return true;
  }
  // "soldiers [sent] to remove it were", "an executive [arrested] while changing planes, faces"
  const bool waits = pending_ != kNobody && (noun == pending_ || n(noun).role == NounRole::kPrepositional || ends_apposition(noun));
  const bool along = kind(at_ + 1) == PieceKind::kPreposition && takes_object_along(at_ + 1) && kind(at_ + 2) == PieceKind::kNoun && !date_at(at_ + 2);
  const bool no_object = (kind(at_ + 1) != PieceKind::kNoun || date_at(at_ + 1)) && !along && !(says(id) && !of_somebody(id) && kind(at_ + 1) != PieceKind::kVerb);
  if (waits && no_object && kind(at_ + 1) != PieceKind::kComma && kind(at_ + 1) != PieceKind::kCoordinator && own_verb_ahead(at_ + 1)) return true;
  // "The rockets sold to Mali were ...": another finite verb comes with no subject.
  if (kind(at_ + 1) != PieceKind::kPreposition && !date_at(at_ + 1)) return false;
  // "Syria, under the guns of soldiers [massed] along its border, agreed"
  if (pending_ != kNobody && noun != pending_ && n(noun).role == NounRole::kPrepositional && kind(pending_at_ + 1) == PieceKind::kComma &&
      verb_behind_comma(at_ + 1)) {
    return true;
  }
  // "Griner, a player [jailed] in Russia, flew home": what is said of a name between commas
  if (pending_ != kNobody && noun != pending_ && ends_apposition(noun) && verb_behind_comma(at_ + 1)) return true;
  // "guards picked [up] the men": a particle has its object behind it.
  if (takes_object_along(at_ + 1) && kind(at_ + 2) == PieceKind::kNoun && !n(pieces_[at_ + 2].id).date) return false;
  std::size_t k = date_at(behind) ? behind + 1 : behind;
  while (kind(k) == PieceKind::kPreposition && kind(k + 1) == PieceKind::kNoun) {
    if (begins_clause(k)) return false;   // "tanks rolled north after gunmen had fired"
    k += 2;
    if (kind(k) == PieceKind::kNoun && c_.nouns[pieces_[k].id].date) ++k;
    // "met in Oslo for talks [brokered] by Qatar": that one is a participle too.
    if (kind(k) == PieceKind::kVerb && done_by_somebody(k)) ++k;
    // "missiles [launched] from Iran and Iraq struck": arms launch nothing
    const bool arms = n(noun).mention != kNone && document_.mentions[n(noun).mention].type == MentionType::kWeapon;
    while (arms && kind(k) == PieceKind::kCoordinator && kind(k + 1) == PieceKind::kNoun) k += 2;
  }
  if (kind(k) != PieceKind::kVerb) return false;
  const VerbGroup& next = c_.verbs[pieces_[k].id];
  return next.finite && !next.infinitive;
}

// "[brokered] by Qatar": a bare past form and its doer.
bool Attacher::done_by_somebody(std::size_t at) const {
  const VerbGroup& verb = c_.verbs[pieces_[at].id];
  // "an officer known as Tiger"
  static constexpr FewWords kKnown = {"know"};
  if (verb.form == kPastParticiple && verb.modal == kNoLemma && verb.auxiliary == kNoLemma && !verb.perfect && !verb.passive &&
      lexicon_.is_one_of(verb.lemma, kKnown) && kind(at + 1) == PieceKind::kPreposition && c_.word(pieces_[at + 1].token).prep == Prep::kAs) {
    return true;
  }
  if (verb.form != (kPast | kPastParticiple) || verb.modal != kNoLemma || verb.auxiliary != kNoLemma || verb.perfect || verb.passive) return false;
  // "freed [on Thursday] by Chad"
  std::size_t by = at + 1;
  if (date_at(by)) ++by;
  else if (kind(by) == PieceKind::kPreposition && date_at(by + 1)) by += 2;
  return kind(by) == PieceKind::kPreposition && c_.word(pieces_[by].token).prep == Prep::kBy && kind(by + 1) == PieceKind::kNoun && !date_at(by + 1);
}

// "hostage", "prisoner": what somebody is held or taken as.
bool Attacher::captive(Id noun) const {
  static constexpr FewWords kWords = {"hostage", "captive", "prisoner"};
  return c_.nouns[noun].last == c_.nouns[noun].first + 1 && !c_.nouns[noun].plural && lexicon_.is_one_of(c_.nouns[noun].lemma, kWords);
}

// "[Accused] by Rome of theft, Mali said": a bare participle that opens the sentence.
bool Attacher::fronted_participle(Id id) {
  const VerbGroup& group = v(id);
  if (at_ != 0 && kind(at_ - 1) != PieceKind::kBreak && kind(at_ - 1) != PieceKind::kQuote) return false;
  // "[Granted] asylum by Mali, he"
  const bool given = kind(at_ + 1) == PieceKind::kNoun && kind(at_ + 2) == PieceKind::kPreposition && group.lemma != kNoLemma &&
                     lexicon_.is(group.lemma, kDative);
  if (verb_ != kNobody || pending_ != kNobody || !(kind(at_ + 1) == PieceKind::kPreposition || given)) return false;
  if (group.modal != kNoLemma || group.perfect || group.passive || group.progressive || group.auxiliary != kNoLemma) return false;
  if (!(group.form & kPastParticiple) || (group.form & (kBase | kThird))) return false;
  // A comma ends it, and a subject with its verb follows.
  int inner = 0;      // "Stung by reports that jets [had fired]": clauses that wait for their verb
  for (std::size_t k = at_ + 1; k < pieces_.size() && k < at_ + 22; ++k) {
    // "Condemned by Mali and [shunned] by Chad, Togo": another participle
    if (kind(k) == PieceKind::kVerb && kind(k - 1) == PieceKind::kCoordinator && done_by_somebody(k)) continue;
    // "Told by Chad to free men [suspected] of theft, Togo"
    if (inner == 0 && kind(k) == PieceKind::kVerb && kind(k - 1) == PieceKind::kNoun && c_.verbs[pieces_[k].id].form == (kPast | kPastParticiple) &&
        c_.verbs[pieces_[k].id].auxiliary == kNoLemma && kind(k + 1) == PieceKind::kPreposition && !takes_object_along(k + 1) && !intransitive(c_.verbs[pieces_[k].id].lemma)) {
      continue;
    }
    if (kind(k) == PieceKind::kSubordinator || (kind(k) == PieceKind::kRelative && kind(k - 1) != PieceKind::kComma)) ++inner;
    if (finite_next(k) && inner > 0) {
      --inner;
      continue;
    }
    if (kind(k) == PieceKind::kBreak || finite_next(k)) return false;
    // ", in whose embassy he lives, [Assange]"
    if (kind(k) == PieceKind::kComma &&
        (kind(k + 1) == PieceKind::kRelative || (kind(k + 1) == PieceKind::kPreposition && kind(k + 2) == PieceKind::kRelative))) {
      std::size_t end = k + 1;
      while (end < k + 14 && kind(end) != PieceKind::kComma && kind(end) != PieceKind::kBreak) ++end;
      return kind(end) == PieceKind::kComma && kind(end + 1) == PieceKind::kNoun;
    }
    // "Accused by Mali of theft, and by Chad of lying, Togo"
    if (kind(k) == PieceKind::kComma && kind(k + 1) == PieceKind::kCoordinator && kind(k + 2) == PieceKind::kPreposition) continue;
    if (kind(k) == PieceKind::kComma) return kind(k + 1) == PieceKind::kNoun;
  }
  return false;
}

VerbGroup& Attacher::as_participle(Id id, Link link) {
  VerbGroup& group = v(id);
  group.finite = false;
  group.reduced_passive = true;
  group.passive = true;
  group.form = kPastParticiple;
  group.link = link;
  return group;
}

void Attacher::take_fronted(Id id) {
  as_participle(id, Link::kParticiple);
  fronted_ = id;
}

bool Attacher::takes_object_along(std::size_t at) const {
  static constexpr FewWords kParticles = {"up", "out", "off", "down", "away"};
  return lexicon_.is_one_of(c_.word(pieces_[at].token).lemma, kParticles);
}

// "after [gunmen had fired]"
bool Attacher::begins_clause(std::size_t at) const {
  const Prep prep = c_.word(pieces_[at].token).prep;
  return (tells_order(prep) || prep == Prep::kAs) && finite_next(at + 2);
}

// "signed a truce, [brokered] by Oman": with a doer, and no subject waits.
bool Attacher::trailing_participle() const {
  return before() == PieceKind::kComma && before2() == PieceKind::kNoun && pending_ == kNobody && verb_ != kNobody && done_by_somebody(at_);
}

// "said its troops, [backed] by jets, had taken it": what is told is of whoever looked like an object.
bool Attacher::said_object() const {
  if (before() != PieceKind::kComma || before2() != PieceKind::kNoun || pending_ != kNobody || verb_ == kNobody || !open_) return false;
  const VerbGroup& told = c_.verbs[verb_];
  if (told.lemma == kNoLemma || !lexicon_.is(told.lemma, kSays) || told.object == kNobody || told.object != c_.nouns[pieces_[at_ - 2].id].first_conjunct) return false;
  return kind(at_ + 1) == PieceKind::kPreposition && c_.word(pieces_[at_ + 1].token).prep == Prep::kBy && kind(at_ + 2) == PieceKind::kNoun &&
         !c_.nouns[pieces_[at_ + 2].id].date && verb_behind_comma(at_ + 1);
}

void Attacher::take_reduced(Id id) {
  if (said_object()) {
    pending_ = give_up_object(verb_);
    pending_at_ = at_ - 2;
    complement_of_ = verb_;
  }
  const bool trailing = trailing_participle();
  VerbGroup& group = as_participle(id, Link::kReduced);
  const std::size_t left = before() == PieceKind::kComma ? 2 : 1;
  if (at_ >= left && kind(at_ - left) == PieceKind::kNoun) {
    // "The traders of Trieste, [hit] by frost, left": of whoever waits.
    Id noun = left == 2 && pending_ != kNobody ? pending_ : pieces_[at_ - left].id;
    // "sanctions on Zimbabwe [imposed] by the bloc": no state is imposed, signed or launched.
    static constexpr FewWords kOfThings = {"impose", "launch", "sign", "issue", "lodge", "file", "submit", "mount", "wage", "stage", "draft",
                                           "broker", "slap", "lift", "ratify", "carry", "hold", "agree", "table", "levy", "host", "mediate", "chair",
                                           "organise", "organize", "convene", "attend"};
    const auto actor = [this](const NounChunk& chunk) {
      return chunk.mention != kNone && family(chunk) > 0 && family(chunk) <= 2 && document_.mentions[chunk.mention].form == MentionForm::kNamed;
    };
    for (int steps = 0; steps < 3 && left == 1 && lexicon_.is_one_of(group.lemma, kOfThings) && actor(n(noun)) &&
                        n(noun).role == NounRole::kPrepositional && n(noun).noun != kNobody; ++steps) {
      noun = n(noun).noun;
    }
    // "the crew of a plane [held] in Chad", but "the crew of a plane sold to Chad"
    static constexpr FewWords kOfPeople = {"hold", "detain", "arrest", "jail", "imprison", "capture", "kidnap", "free", "release", "rescue", "convict", "sentence"};
    if (left == 1 && n(noun).mention == kNone && n(noun).role == NounRole::kPrepositional && n(noun).prep != Prep::kAt &&
        n(noun).noun != kNobody && !acts(noun) && acts(n(noun).noun) && lexicon_.is_one_of(group.lemma, kOfPeople)) {
      noun = n(noun).noun;
    }
    // "soldiers loyal to the president, [ousted] in May, fled": not the soldiers
    static constexpr FewWords kOfLeaders = {"oust", "depose", "topple", "overthrow", "elect", "reelect", "appoint", "exile", "sack", "dismiss", "unseat", "impeach"};
    const Id beside = left == 2 ? pieces_[at_ - 2].id : kNobody;
    if (beside != kNobody && beside != noun && family(n(beside)) == 1 && family(n(noun)) != 1 && lexicon_.is_one_of(group.lemma, kOfLeaders)) noun = beside;
    if (trailing && (n(noun).date || (lexicon_.is_one_of(group.lemma, kOfThings) && actor(n(noun))))) {
      const Id of = n(noun).role == NounRole::kPrepositional && !n(noun).date ? n(noun).noun : kNobody;
      noun = of != kNobody ? of : v(verb_).object != kNobody ? v(verb_).object : v(verb_).subject != kNobody ? v(verb_).subject : noun;
    }
    group.subject = described(n(noun).first_conjunct);
    // "McCain and rebels [trained] by Chad": those alone
    if (left == 1 && n(noun).first_conjunct != noun && family(n(n(noun).first_conjunct)) == 1 && family(n(noun)) != 1 && n(noun).next_conjunct == kNobody) group.subject = noun;
    group.parent_noun = noun;
    // "was among those [held] by Chad"
    if (const Id one = left == 1 && n(noun).prep == Prep::kAmong ? one_of_those(noun) : kNobody; one != kNobody && (n(one).mention != kNone || acts(one))) group.subject = one;
  }
  if (verb_ != kNobody && open_) group.parent = verb_;
}

void Attacher::subordinator() {
  const Word& word = c_.word(pieces_[at_].token);
  const bool that = word.entry && word.entry->closed == Closed::kThat;
  const bool how = word.entry && word.tag == Tag::kSubordinator && !that;
  // "said that", "told reporters that", "warned Moscow that"
  const Id noun = id_at(at_ == 0 ? 0 : at_ - 1, PieceKind::kNoun);
  const bool said = verb_ != kNobody && open_ && says_clause(verb_);
  const bool touches = noun != kNobody && n(noun).last == pieces_[at_].token;   // not "is ninety per cent [certain] that"
  // "rejected a deal [that] it was urged to sign": nobody is told anything
  const bool weapon = noun != kNobody && family(n(noun)) == 3;
  const bool thing = said && noun != kNobody && (weapon || (n(noun).mention == kNone && !acts(noun))) && tangible(at_);
  if (that && (!said || thing) && before() == PieceKind::kNoun && touches &&
      (shapes_clause(n(noun).lemma) ? made_so(at_ + 1) : lacks_argument())) {
    return relative();
  }
  if (that && before() == PieceKind::kNoun && tells_again(noun, at_ + 1)) return relative();
  // "The sanctions on Venezuela [that] the state announced were": no verb has come that a clause could fill out
  if (that && touches && verb_ == kNobody && pending_ != kNobody && noun != pending_ && !shapes_clause(n(noun).lemma) &&
      !shapes_clause(n(pending_).lemma) && n(noun).role == NounRole::kPrepositional && kind(at_ + 1) == PieceKind::kNoun &&
      nothing_behind(behind_phrases(at_ + 2))) {
    return relative();
  }
  // "condemned an attack on a school [that] left six dead": what has no subject of its own is said of the noun before.
  if (that && touches && !n(noun).date && !(n(noun).mention != kNone && document_.mentions[n(noun).mention].form == MentionForm::kNamed) &&
      kind(at_ + 1) == PieceKind::kVerb && finite_next(at_ + 1) && (v(pieces_[at_ + 1].id).form & kPast) && !(v(pieces_[at_ + 1].id).form & kBase)) {
    return relative();
  }
  if (that && before() == PieceKind::kNoun && (shapes_clause(n(noun).lemma) || (touches && charges(n(noun).lemma)))) {
    complement_noun_ = noun;
    complement_of_ = n(n(noun).first_conjunct).verb;
  } else if (that && verb_ != kNobody && (before() == PieceKind::kVerb || before() == PieceKind::kAdjective)) {
    complement_of_ = verb_;   // "files prove that"
  } else if ((that || how) && verb_ != kNobody && (says(verb_) || (that && shapes_clause(v(verb_).lemma))) &&
             (that || before() == PieceKind::kVerb)) {
    complement_of_ = verb_;
  } else if (that && verb_ != kNobody && v(verb_).reduced_passive && v(verb_).parent != kNobody && says(v(verb_).parent)) {
    complement_of_ = v(verb_).parent;   // "said in a statement carried by state radio [that]"
  } else if (that && before() == PieceKind::kNoun) {
    // "reports that": attribution by noun is left alone.
    complement_of_ = kNobody;
  }
  if (that && (before() == PieceKind::kCoordinator || before() == PieceKind::kComma) && last_complement_ != kNobody) {   // "said that A, [that] B and [that] C"
    complement_of_ = last_complement_;
  }
  // "attacked Chad and, [when] nobody looked, fled": the list of verbs waits
  resumed_ = before() == PieceKind::kComma && before2() == PieceKind::kCoordinator ? verb_ : kNobody;
  // "so [that] they might be sold on"
  static constexpr std::uint64_t kSo = word_hash("so");
  const bool so_that = that && complement_of_ == kNobody && complement_noun_ == kNobody && pieces_[at_].token > c_.base &&
                       document_.tokens.tokens[pieces_[at_].token - 1].hash == kSo;
  if (!that || so_that) {
    const std::string_view lemma = lexicon_.lemma(word.lemma);
    if (lemma == "if" || lemma == "unless" || lemma == "whether" || lemma == "lest") {
      conditional_ = true;
    } else {
      adverbial_ = complement_of_ == kNobody;
    }
    if (pending_ != kNobody) stack_.push_back(pending_);
  } else if (pending_ != kNobody && verb_ != kNobody && v(verb_).link == Link::kParticiple && v(verb_).subject == pending_) {
    stack_.push_back(pending_);   // "Chad, saying [that] it would not, left"
  } else if (pending_ != kNobody && before() == PieceKind::kAdjective && before2() == PieceKind::kComma) {
    stack_.push_back(pending_);   // "Chad, furious [that] he had come, left"
  }
  pending_ = kNobody;
  open_ = false;
  comma_ = false;
}

// "an offer that [Chad had made]", "the demands that [it has rejected]": what is done with words themselves.
bool Attacher::made_so(std::size_t at) const {
  static constexpr FewWords kDo = {"make", "put", "issue", "submit", "table", "present", "extend", "sign", "reject", "accept", "rebuff", "drop", "withdraw", "convey",
                                   "lodge", "deliver", "ignore", "dismiss", "draft", "broker", "negotiate", "honour", "honor", "break", "violate"};
  if (kind(at) != PieceKind::kNoun) return false;
  const std::size_t k = behind_phrases(at + 1, 3);
  return finite_next(k) && !c_.verbs[pieces_[k].id].passive && lexicon_.is_one_of(c_.verbs[pieces_[k].id].lemma, kDo) && nothing_behind(k);
}

void Attacher::relative() {
  const Word& word = c_.word(pieces_[at_].token);
  Id antecedent = kNobody;
  // "the bloc [to] which it belongs"
  const bool leads = before() == PieceKind::kPreposition;
  std::size_t left = skip_dates(leads ? at_ - 1 : at_);
  if (left > 1 && (kind(left - 1) == PieceKind::kComma || kind(left - 1) == PieceKind::kDash)) left = skip_dates(left - 1);
  if (left > 0 && kind(left - 1) == PieceKind::kNoun) antecedent = pieces_[left - 1].id;
  const bool goes_on = (leads ? before2() : before()) == PieceKind::kCoordinator && in_relative_;
  if (antecedent == kNobody && goes_on) antecedent = antecedent_;
  bool led = leads;
  all_of_ = led && antecedent != kNobody && partitive(antecedent);
  if (all_of_) {
    antecedent = whole_of(left - 1);
    led = false;
  }
  if (leads && antecedent == kNobody) {
    // "ended ten years in which [he] had ruled": a clause of its own
    relative_ = kNobody;
    open_ = false;
    return;
  }
  // "that" does not refer to a name: "a meeting between A and B that could ..."
  // "it was Togo that sent them"
  const bool cleft = antecedent != kNobody && n(antecedent).role == NounRole::kPredicate;
  if (word.entry && word.entry->closed == Closed::kThat && !cleft) {
    for (int steps = 0; steps < 4 && antecedent != kNobody && family(n(antecedent)) != 0 &&
                        family(n(antecedent)) <= 2 && named(n(antecedent)); ++steps) {
      const NounChunk& first = n(n(antecedent).first_conjunct);
      // "a text, backed by Mali, that condemned"
      const bool reduced =
          first.role == NounRole::kPrepositional && first.noun == kNobody && first.verb != kNobody && v(first.verb).link == Link::kReduced;
      antecedent = reduced ? v(first.verb).parent_noun : first.role == NounRole::kPrepositional ? first.noun : kNobody;
    }
  }
  if (antecedent != kNobody && is_who(word)) {
    antecedent = whoever(antecedent);
    // "talks between Kinshasa and [the rebels], who": no place is a who.
    const uint32_t mention = n(n(antecedent).first_conjunct).mention;
    const MentionType type = mention == kNone ? MentionType::kCount : document_.mentions[mention].type;
    if ((type == MentionType::kCity || type == MentionType::kState || type == MentionType::kPlace) && nominal_group(n(antecedent))) joined_ = antecedent;
  }
  if (antecedent != kNobody) antecedent = described(antecedent);
  if (const Id one = antecedent == kNobody || leads ? kNobody : one_of_those(antecedent); one != kNobody) antecedent = one;
  if (const Id deed = antecedent == kNobody || leads ? kNobody : deed_of_which(antecedent, word); deed != kNobody) antecedent = deed;
  if (antecedent == kNobody || n(antecedent).date) {
    // "asked who": a question.
    if (pending_ != kNobody) stack_.push_back(pending_);
    pending_ = kNobody;
    open_ = false;
    return;
  }
  antecedent_ = antecedent;
  if (pending_ != kNobody) {
    stack_.push_back(pending_);
    pending_ = kNobody;
  } else if (n(antecedent).role == NounRole::kFree && !goes_on) {
    stack_.push_back(n(antecedent).first_conjunct);
  }
  relative_ = antecedent;
  relative_at_ = at_;
  whose_ = lexicon_.is(word.lemma, "whose");
  led_by_ = led ? c_.word(pieces_[at_ - 1].token).prep : Prep::kNone;
  open_ = false;
  comma_ = false;
}

// "[Togo] is one of the few states that voted": it did; kNobody: nobody is one of them.
Id Attacher::one_of_those(Id those) const {
  static constexpr std::uint64_t kOne = word_hash("one");
  const NounChunk& chunk = c_.nouns[those];
  if (chunk.role != NounRole::kPrepositional || before() != PieceKind::kNoun) return kNobody;
  // "Togo is among the states that voted"
  if (chunk.prep == Prep::kAmong && chunk.noun == kNobody && chunk.verb != kNobody && be(c_.verbs[chunk.verb])) return c_.verbs[chunk.verb].subject;
  if (chunk.prep != Prep::kOf || chunk.noun == kNobody) return kNobody;
  const NounChunk& one = c_.nouns[chunk.noun];
  if (one.role != NounRole::kPredicate || one.verb == kNobody || document_.tokens.tokens[one.head].hash != kOne) return kNobody;
  return c_.verbs[one.verb].subject;
}

// "a [raid] to arrest Jorge Glas, which drew criticism": no person is a which; kNobody: no deed before him.
Id Attacher::deed_of_which(Id person, const Word& word) const {
  static constexpr FewWords kWhich = {"which"};
  const NounChunk& chunk = c_.nouns[person];
  if (before() != PieceKind::kComma || !lexicon_.is_one_of(word.lemma, kWhich) || family(chunk) != 1 || !named(chunk)) return kNobody;
  for (Id id = person; id-- > 0 && id + 6 > person;) {
    const NounChunk& deed = c_.nouns[id];
    if (deed.mention == kNone && !deed.date && deed.lemma != kNoLemma && lexicon_.is(deed.lemma, kDeedNoun)) return id;
  }
  return kNobody;
}

// "the men, [two] of whom were shot": the men, of whom something is told; the number is no noun of its own.
Id Attacher::whole_of(std::size_t part) {
  if (part < 2 || kind(part - 1) != PieceKind::kComma || kind(part - 2) != PieceKind::kNoun) return kNobody;
  const Id whole = pieces_[part - 2].id, id = pieces_[part].id;
  if (n(whole).date) return kNobody;
  NounChunk& number = n(id);
  if (number.first_conjunct != id) {
    for (Id k = number.first_conjunct; k != kNobody; k = n(k).next_conjunct) {
      if (n(k).next_conjunct == id) n(k).next_conjunct = kNobody;
    }
    number.first_conjunct = id;
  }
  number.role = NounRole::kFree;
  number.verb = number.noun = number.apposition_of = kNobody;
  if (pending_ == id) pending_ = kNobody;
  return whole;
}

bool Attacher::named(const NounChunk& chunk) const {
  return chunk.mention == kNone || document_.mentions[chunk.mention].form == MentionForm::kNamed;
}

bool Attacher::nominal_group(const NounChunk& chunk) const {
  return chunk.mention != kNone && document_.mentions[chunk.mention].type == MentionType::kGroup;
}

bool Attacher::tells_again(Id id, std::size_t at) const {
  static constexpr FewWords kOne = {"a", "an"};
  const NounChunk& chunk = c_.nouns[id];
  if (!chunk.after_comma || !names_deed(chunk)) return false;
  if (!lexicon_.is_one_of(c_.word(chunk.first).lemma, kOne) || kind(at) != PieceKind::kNoun || c_.nouns[pieces_[at].id].date) return false;
  const std::size_t k = behind_phrases(at + 1, 2);
  if (!finite_next(k)) return false;
  const VerbGroup& verb = c_.verbs[pieces_[k].id];
  if (verb.passive || be(verb)) return false;
  // "a step [Beijing] called a provocation"
  const bool called = kind(k + 1) == PieceKind::kNoun && lexicon_.is(verb.lemma, kNaming) &&
                      c_.word(c_.nouns[pieces_[k + 1].id].first).tag == Tag::kDeterminer;
  return called || kind(k + 1) != PieceKind::kNoun || c_.nouns[pieces_[k + 1].id].date;
}

bool Attacher::contact_clause(Id id) const {
  // "and whose members [it] depends on": the relative clause has its pronoun
  if (whose_ && relative_ != kNobody && pending_ != kNobody && pieces_[at_ - 1].id == pending_) {
    const bool tells = kind(at_ + 1) == PieceKind::kVerb && says_at(at_ + 1) && kind(at_ + 2) == PieceKind::kVerb;   // "whose spies [it] says bugged"
    if (!tells) return false;
  }
  static constexpr FewWords kWho = {"he", "she", "it", "they", "we"};
  const NounChunk& chunk = c_.nouns[id];
  if (tells_again(pieces_[at_ - 1].id, at_)) return true;
  if (chunk.contact && finite_next(at_ + 1)) return true;
  // "kill the soldiers [his men] held": behind an object, whose men are no part of it
  if (chunk.possessor != kNobody && n_pronoun(chunk.possessor) && open_ && verb_ != kNobody &&
      !says_clause(verb_) && v_object(verb_) == c_.nouns[pieces_[at_ - 1].id].first_conjunct && nothing_behind(at_ + 1)) {
    return true;
  }
  if (!chunk.pronoun || !finite_next(at_ + 1)) return false;
  if (!lexicon_.is_one_of(c_.word(chunk.head).entry ? c_.word(chunk.head).entry->other : kNoLemma, kWho)) return false;
  const NounChunk& left = c_.nouns[pieces_[at_ - 1].id];
  if (left.date || left.pronoun || (left.mention != kNone && document_.mentions[left.mention].form == MentionForm::kNamed &&
                                    document_.mentions[left.mention].type != MentionType::kWeapon)) {
    return false;
  }
  // "After the vote [he] left", "told the reporters [he] had left"
  if (pending_ == kNobody && (main_ == kNobody || verb_ == kNobody || says_clause(verb_))) return false;
  const Word& first = c_.word(left.first);
  const bool nominal = left.mention != kNone && document_.mentions[left.mention].form == MentionForm::kNominal;
  return first.tag == Tag::kDeterminer || first.tag == Tag::kNumber || left.plural || nominal;
}

bool Attacher::clause_behind_relative(std::size_t at) const {
  if (kind(at) != PieceKind::kRelative || kind(at + 1) != PieceKind::kVerb) return false;
  std::size_t k = at + 2;
  while (k < at + 12 && (kind(k) == PieceKind::kNoun || kind(k) == PieceKind::kPreposition)) ++k;
  return finite_next(k);
}

bool Attacher::is_who(const Word& word) const {
  return (lexicon_.is(word.lemma, "who") || lexicon_.is(word.lemma, "whom"));
}

// "the commander of Chad's army who fled": no state or body is a who.
Id Attacher::whoever(Id antecedent) {
  for (int steps = 0; steps < 3; ++steps) {
    const NounChunk& chunk = n(antecedent);
    const bool one = family(chunk) == 2 && !chunk.plural && n(chunk.first_conjunct).role == NounRole::kPrepositional;
    Id holder = n(chunk.first_conjunct).noun;
    // "an agent living in England whom": in a participle's phrase
    const Id verb = n(chunk.first_conjunct).verb;
    if (one && holder == kNobody && verb != kNobody && v(verb).link == Link::kReduced) holder = v(verb).parent_noun;
    if (!one || holder == kNobody || !(role_like(n(holder)) || nominal_group(n(holder)) || family(n(holder)) == 1 || acts(holder))) break;
    antecedent = holder;
  }
  return antecedent;
}

void Attacher::open_quote() {
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

void Attacher::break_clause() {
  pending_ = kNobody;
  open_ = false;
  comma_ = false;
  relative_ = kNobody;
  in_relative_ = false;
  stack_.clear();
  complement_of_ = complement_noun_ = kNobody;
  conditional_ = adverbial_ = false;
  verb_ = kNobody;
  main_ = root_ = resumed_ = before_ = echoed_ = gap_ = kNobody;
  antecedent_ = kNobody;
}

}  // namespace dragoman
