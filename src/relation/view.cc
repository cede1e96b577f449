// Part of dragoman; see LICENSE.
//
// Slots are read off the links between chunks: voice, light verbs, "of" chains and
// prepositional phrases.  A preposition belongs to the nearest word on its left that asks
// for it, so "condemned attacks on Israel" gives "on" to the attacks.

#include "relation/view.h"

#include <algorithm>
#include <array>


namespace dragoman {
namespace {

constexpr std::size_t kMostChain = 12;

}  // namespace

Index mention_from(std::span<const Mention> all, Index first, Index token) {
  // A sentence holds few mentions: a walk beats a search in the whole document, and steps
  // that double keep it short in a sentence of hundreds.
  Index low = first, step = 4;
  while (low + step < all.size() && all[low + step].first < token) {
    low += step;
    step *= 2;
  }
  const auto begin = all.begin() + low;
  const auto end = all.begin() + std::min<std::size_t>(all.size(), std::size_t(low) + step + 1);
  if (step == 4) {
    return Index(std::find_if(begin, end, [token](const Mention& m) { return m.first >= token; }) - all.begin());
  }
  return Index(std::partition_point(begin, end, [token](const Mention& m) { return m.first < token; }) -
               all.begin());
}

std::uint64_t View::occupied(At at, std::uint64_t reads) const {
  const auto bit = [](std::uint64_t slot) { return std::uint64_t{1} << slot; };
  std::uint64_t set = bit(kComp);
  if ((reads & (bit(kCompModal) | bit(kCompSubj))) != 0) {
    if (const Id v = complement_verb(at); v != kNobody) {
      set |= bit(kCompModal);
      if (verb(v).subject != kNobody) set |= bit(kCompSubj);
    } else if (gerund(at.verb) != kNobody) {
      set |= bit(kCompModal);
    }
  }
  if ((reads & bit(kSaid)) != 0 && said(at.verb) != kNobody) set |= bit(kSaid);
  if (at.verb != kNobody && verb(at.verb).modal != kNoLemma) set |= bit(kMood);
  if (at.verb != kNobody) {
    const VerbGroup& v = verb(at.verb);
    const bool last = at.verb + 1 >= Id(c_.verbs.size());
    const Index to = last ? ~Index{0} : c_.verbs[at.verb + 1].first;
    for (Id id = first_noun_after(v.last); id < Id(c_.nouns.size()) && noun(id).first < to; ++id) {
      const NounChunk& n = noun(id);
      ++steps_;
      if (n.role == NounRole::kPrepositional && n.verb == at.verb) set |= bit(kFirstPrep + std::uint64_t(n.prep));
    }
    if (v.led_noun != kNobody) set |= bit(kFirstPrep + std::uint64_t(v.led_prep));
    if (v.link == Link::kConjunct && whom_met(at.verb) != kNobody) set |= bit(kFirstPrep + std::uint64_t(Prep::kWith));
    if (v.object != kNobody || v.passive) set |= bit(kCalled);
    if (v.passive) {
      if ((set & bit(kFirstPrep + std::uint64_t(Prep::kBy))) || (!last && by_further_on(at.verb) != kNobody)) set |= bit(kSubj);
      if (v.subject != kNobody) set |= bit(kObj) | bit(kIobj) | bit(kPost);
      if (const Id with = behind_done_to(v); with != kNobody) set |= bit(kFirstPrep + std::uint64_t(noun(with).prep));
    } else if (v.subject != kNobody) {
      set |= bit(kSubj);
    }
    if (v.object != kNobody) set |= bit(kObj);
    if (v.indirect != kNobody) set |= bit(kIobj);
    if (!last && verb(at.verb + 1).parent == at.verb) set |= bit(kXObj);
    return set;
  }
  const NounChunk& n = noun(at.noun);
  if (n.possessor != kNobody || shared_possessor(at.noun) != kNobody) set |= bit(kPoss);
  if (n.head > n.first) set |= bit(kMod);
  if ((reads & bit(kBringer)) != 0) bringers(n.first, n.head, [&](Index) { set |= bit(kBringer); });
  if (holder(at.noun) != kNobody) set |= bit(kPoss) | bit(kMod) | bit(kFirstPrep + std::uint64_t(Prep::kBy));
  set |= bit(kInside);
  if (carrier(at.noun) != kNobody || made(at.noun) != kNobody || blamed_for(at.noun).whom != kNobody) set |= bit(kLightSubj);
  // "responsible for raids on Mali": whoever is charged with a deed stands for who did it
  if (const NounChunk& first = noun(n.first_conjunct); (first.role == NounRole::kPrepositional || first.role == NounRole::kObject) && is(n.lemma, kDeedNoun)) {
    set |= bit(kLightSubj);
  }
  if ((reads & bit(kAnswerer)) != 0 && answering(at.noun) != kNobody) set |= bit(kAnswerer);
  if (noun(n.first_conjunct).role == NounRole::kPredicate) set |= bit(kCopula);
  if (noun(noun(container(at.noun)).first_conjunct).role == NounRole::kPrepositional) set |= bit(kAdjunct);
  if (n.apposition_of != kNobody || n.apposition != kNobody) set |= bit(kAppos);
  if (const Id v = noun(n.first_conjunct).verb; v != kNobody && verb(v).led_noun != kNobody) {
    set |= bit(kFirstPrep + std::uint64_t(verb(v).led_prep));
  }
  if (const Id v = made(at.noun); v != kNobody) set |= occupied({v, kNobody}, 0) & ~((std::uint64_t{1} << kFirstPrep) - 1);
  if (const NounChunk& own = noun(n.first_conjunct); own.role == NounRole::kSubject && own.verb != kNobody &&
      (is(verb(own.verb).lemma, kOccurs) || done_with(own))) {
    set |= occupied({own.verb, kNobody}, 0) & ~((std::uint64_t{1} << kFirstPrep) - 1);
  }
  for (Id id = at.noun + 1; id < Id(c_.nouns.size()); ++id) {
    const NounChunk& next = noun(id);
    ++steps_;
    if (next.role == NounRole::kPrepositional) set |= bit(kFirstPrep + std::uint64_t(next.prep));
    else if (next.role != NounRole::kPossessor && next.role != NounRole::kApposition && !next.date && next.first_conjunct == id) break;
  }
  return set;
}

std::uint64_t View::with_subject(Id v, std::uint64_t reads) const {
  const std::uint64_t set = occupied({v, kNobody}, reads);
  if (!verb(v).passive) return set | std::uint64_t{1} << kSubj;
  return set | std::uint64_t{1} << kObj | std::uint64_t{1} << kIobj;
}

// The first chunk that starts at or after a token.
Id View::first_noun_after(Index token) const {
  for (Index i = token - c_.base; i < c_.words.size(); ++i) {
    const Id id = c_.noun_of[i];
    if (id != kNobody) return noun(id).first >= token ? id : id + 1;
  }
  return Id(c_.nouns.size());
}

// "in a [state of war] with Chad"
bool View::state_of_war(const NounChunk& state, const NounChunk& what) const {
  static constexpr FewWords kState = {"state"};
  static constexpr FewWords kWar = {"war", "conflict", "hostility"};
  return state.mention == kNone && words_.is_one_of(state.lemma, kState) && words_.is_one_of(what.lemma, kWar);
}

// "[Mali]'s arrest and expulsion of two nuns", "its hijacking of a jet and [abduction] of a nun": whose the deed before is; kNobody if it
// is nobody's, or the noun has an article of its own.
Id View::shared_possessor(Id id) const {
  const NounChunk& n = noun(id);
  if (n.first_conjunct == id || n.possessor != kNobody || n.mention != kNone || c_.word(n.first).tag == Tag::kDeterminer ||
      frames_.triggers(n.lemma, TriggerKind::kNoun).empty()) {
    return kNobody;
  }
  const NounChunk& first = noun(n.first_conjunct);
  if (first.possessor != kNobody || first.prep != Prep::kOf || first.noun == kNobody || !is(noun(first.noun).lemma, kDeedNoun)) return first.possessor;
  return noun(first.noun).possessor;
}

// "the [imposition] of sanctions", "the [signing] of a treaty", "its [role] in the murder", "an [imposition] by Togo of a ban": the noun
// that says of another, as a light verb would, that it is done; kNobody if none does.
Id View::light_noun(Id id) const {
  static constexpr FewWords kOf = {"imposition", "reimposition", "signing", "signature", "conclusion", "ratification", "launch", "launching", "staging",
                                   "conduct", "opening", "intensification", "extension", "renewal", "expansion", "tightening", "delivery", "issuing",
                                   "issuance", "announcement", "declaration", "execution", "completion", "perpetration", "admission", "confession",
                                   "acknowledgement", "acknowledgment", "offer", "promise", "pledge", "threat", "planning", "ordering", "use", "adoption",
                                   "introduction", "enforcement", "initiation", "commencement", "failure", "collapse", "breakdown", "aftermath", "wake",
                                   "success", "eve"};
  static constexpr FewWords kIn = {"part", "role", "hand", "involvement", "participation", "complicity", "share", "statement", "message", "speech"};
  static constexpr FewWords kOn = {"law", "bill", "decree", "legislation"};   // "signed a law on sanctions"
  static constexpr FewWords kTo = {"end", "halt", "stop"};
  static constexpr FewWords kFor = {"return", "exchange", "order", "plan", "preparation"};   // "in return for aid"
  const NounChunk& first = noun(noun(id).first_conjunct);
  if (first.role != NounRole::kPrepositional || first.noun == kNobody) return kNobody;
  if (first.prep != Prep::kOf && first.prep != Prep::kIn && first.prep != Prep::kTo && first.prep != Prep::kFor && first.prep != Prep::kOn) {
    return kNobody;
  }
  Id left = first.noun;
  if (first.prep == Prep::kOf && noun(left).role == NounRole::kPrepositional && noun(left).prep == Prep::kBy && noun(left).noun != kNobody) left = noun(left).noun;
  if (noun(left).mention != kNone) return kNobody;
  const LemmaId lemma = noun(left).lemma;
  const bool light = first.prep == Prep::kOf    ? words_.is_one_of(lemma, kOf)
                     : first.prep == Prep::kIn  ? words_.is_one_of(lemma, kIn)
                     : first.prep == Prep::kFor ? words_.is_one_of(lemma, kFor)
                     : first.prep == Prep::kOn  ? words_.is_one_of(lemma, kOn)
                                                : words_.is_one_of(lemma, kTo);
  return light ? left : kNobody;
}

// The noun that says of another how much of it there is, or that it is done; kNobody if none does.
Id View::holder(Id id) const {
  if (const Id light = light_noun(id); light != kNobody) return light;
  const NounChunk& chunk = noun(id);
  if (chunk.role != NounRole::kPrepositional || chunk.prep != Prep::kOf || chunk.noun == kNobody) return kNobody;
  return is(noun(chunk.noun).lemma, kContainerNoun) || state_of_war(noun(chunk.noun), chunk) ? chunk.noun : kNobody;
}

Id View::container(Id id) const {
  for (int steps = 0; steps < 4; ++steps) {
    const Id next = holder(id);
    if (next == kNobody) break;
    id = next;
  }
  return id;
}

// "[Mali's] imposition of sanctions", "its resumption of talks": the nearest of its holders that is somebody's; kNobody if none is.
Id View::owned_holder(Id id) const {
  for (int steps = 0; steps < 3; ++steps) {
    id = holder(id);
    if (id == kNobody || noun(id).possessor != kNobody) break;
    bool named = false;
    inner_actors(noun(id).first, noun(id).head, [&named](Index) { return !(named = true); });
    if (named) break;
  }
  return id;
}

Id View::governor(Id id) const {
  for (int steps = 0; steps < 4 && id != kNobody; ++steps) {
    const NounChunk& chunk = noun(id);
    if (chunk.role == NounRole::kPrepositional && chunk.noun != kNobody && chunk.verb == kNobody) {
      id = chunk.noun;
      continue;
    }
    if (chunk.role == NounRole::kPrepositional && chunk.noun != kNobody &&
        is(noun(chunk.noun).lemma, kContainerNoun) && chunk.prep == Prep::kOf) {
      id = chunk.noun;
      continue;
    }
    return chunk.verb;
  }
  return kNobody;
}

Id View::finite_above(Id id) const {
  for (int steps = 0; id != kNobody && steps < 8; ++steps) {
    if (verb(id).finite) return id;
    id = verb(id).parent;
  }
  return kNobody;
}

// "called theirs in for consultations": with nobody but their own.
bool View::recalls(const VerbGroup& verb) const {
  static constexpr FewWords kRecall = {"recall", "call", "summon", "withdraw", "pull", "bring"};
  return verb.object != kNobody && words_.is_one_of(verb.lemma, kRecall);
}

Blame View::blamed_for(Id id) const {
  static constexpr FewWords kFor = {"blame",   "condemn",  "criticise", "criticize", "denounce",  "punish",   "sanction", "rebuke",    "censure", "thank",
                                    "praise",  "fault",    "chide",     "upbraid",   "castigate", "slam",     "lambast",  "indict",    "convict", "commend",
                                    "applaud", "hold",     "deplore",   "jail",      "sentence",  "arrest",   "detain",   "try",       "imprison",
                                    "execute", "prosecute", "hang"};
  static constexpr FewWords kOf = {"accuse", "suspect", "convict", "acquit"};
  static constexpr FewWords kWith = {"charge"};
  static constexpr FewWords kOn = {"blame", "pin"};
  const NounChunk& n = noun(id);
  const NounChunk& first = noun(n.first_conjunct);
  if (first.verb == kNobody || n.possessor != kNobody) return {};
  const VerbGroup& v = verb(first.verb);
  Blame blame{first.verb, v.passive ? v.subject : v.object};
  if (first.role == NounRole::kPrepositional) {
    bool blames = false;
    switch (first.prep) {
      case Prep::kFor: case Prep::kOver: blames = words_.is_one_of(v.lemma, kFor); break;
      case Prep::kOf: blames = words_.is_one_of(v.lemma, kOf); break;
      case Prep::kWith: blames = words_.is_one_of(v.lemma, kWith); break;
      default: break;
    }
    if (!blames || v.negated || blame.whom == kNobody || noun(blame.whom).first >= n.first) return {};
  } else {
    if (blame.whom != n.first_conjunct || v.negated || !words_.is_one_of(v.lemma, kOn)) return {};
    std::vector<Filler> on;
    prepositional({first.verb, kNobody}, Prep::kOn, on);
    const auto who = std::ranges::find_if(on, [this](const Filler& f) { return f.noun != kNobody && !noun(f.noun).date; });
    if (who == on.end()) return {};
    blame.whom = who->noun;
  }
  // "blamed Togo for the [Malian] raid", "for an attack by [Mali]"
  bool named = false;
  inner_actors(n.first, n.head, [&named](Index) { return !(named = true); });
  std::vector<Filler> by;
  if (!named) prepositional({kNobody, id}, Prep::kBy, by);
  if (named || !by.empty()) blame.whom = kNobody;
  return blame;
}

// "joined Mali in": what both do
bool View::joins_in(const VerbGroup& verb) const {
  static constexpr FewWords kJoin = {"join"};
  return words_.is_one_of(verb.lemma, kJoin) && !verb.passive && verb.object != kNobody;
}

// "called the raid [a crime]", "called the raid on the port [a crime]", "declared the vote void": that says what it is, and does
// not do it.
bool View::calls_it(Id v, const NounChunk& object) const {
  static constexpr FewWords kCall = {"call", "declare"};
  if (!words_.is_one_of(verb(v).lemma, kCall) || object.first < verb(v).last) return false;
  Index after = object.last;
  for (Id id = first_noun_after(after); id < Id(c_.nouns.size()) && noun(id).role == NounRole::kPrepositional && noun(id).noun != kNobody; ++id) {
    after = noun(id).last;
  }
  while (after < c_.base + c_.words.size() && (c_.word(after).tag == Tag::kOpenQuote || c_.word(after).tag == Tag::kIgnored || c_.word(after).tag == Tag::kAdverb)) ++after;
  if (after >= c_.base + c_.words.size()) return false;
  const Word& next = c_.word(after);
  const Id said = c_.noun_of[after - c_.base];
  if (said != kNobody) return !noun(said).date && noun(said).prep == Prep::kNone;
  return next.tag == Tag::kAdjective;
}

Id View::carrier(Id id) const {
  const NounChunk& chunk = noun(container(id));
  const NounChunk& first = noun(chunk.first_conjunct);
  const Id v = first.verb;
  if (v == kNobody) return kNobody;
  // "reacted with a warning to Togo"
  static constexpr FewWords kReact = {"react", "respond", "retaliate", "reply", "answer", "counter"};
  if (first.role == NounRole::kPrepositional && first.prep == Prep::kWith && first.noun == kNobody && words_.is_one_of(verb(v).lemma, kReact)) return v;
  if (!is(verb(v).lemma, kLight)) return kNobody;
  if (first.role == NounRole::kObject && calls_it(v, first)) return kNobody;
  // "remarks that Togo called [a threat]": what they are called.
  static constexpr FewWords kCalls = {"call"};
  if (verb(v).link == Link::kRelative && verb(v).object != kNobody && verb(v).object != chunk.first_conjunct && first.first >= verb(v).last &&
      words_.is_one_of(verb(v).lemma, kCalls)) {
    return kNobody;
  }
  if (first.role == NounRole::kObject || first.role == NounRole::kPredicate) {
    return verb(v).passive && !verb(v).reduced_passive && first.role == NounRole::kObject ? kNobody : v;
  }
  if (first.role == NounRole::kSubject && verb(v).passive) return v;
  if (first.role == NounRole::kPrepositional) {
    // "engage in talks", "enter into talks", "go to war", "is on a visit": right after the verb.
    switch (first.prep) {
      case Prep::kIn: case Prep::kInto: case Prep::kTo: case Prep::kAt: case Prep::kOn:
      case Prep::kFor: case Prep::kOf: case Prep::kWith:
        if (first.prep == Prep::kFor && recalls(verb(v))) return kNobody;
        // "Togo joined [Mali] in an attack on Ghana"
        if (first.prep == Prep::kIn && first.noun != kNobody && noun(first.noun).first_conjunct == verb(v).object && joins_in(verb(v))) return v;
        // "put the brakes [on a deal]"
        if (first.prep == Prep::kOn && verb(v).object != kNobody && !verb(v).passive) return kNobody;
        // "agreed [in Oslo] to a truce": where it was done stands between
        if (first.noun != kNobody && first.prep == Prep::kTo && noun(first.noun).verb == v && noun(first.noun).noun == kNobody && is_scene(noun(first.noun))) return v;
        return first.noun == kNobody || first.prep == Prep::kFor ? v : kNobody;
      // "North Korea is [behind] the attack"
      case Prep::kAround: {
        static constexpr FewWords kBehind = {"behind"};
        static constexpr FewWords kIs = {"be"};
        const bool behind = first.first > c_.base && kBehind.has_in_any_case(document_.slice(document_.tokens.tokens[first.first - 1].span()));
        return behind && first.noun == kNobody && words_.is_one_of(verb(v).lemma, kIs) ? v : kNobody;
      }
      default: return kNobody;
    }
  }
  return kNobody;
}

// The light verb of a participle or a relative clause behind a noun.
Id View::made(Id id) const {
  const Id v = first_verb_after(noun(id).last);
  if (v >= Id(c_.verbs.size()) || verb(v).parent_noun != id || !is(verb(v).lemma, kLight)) return kNobody;
  const VerbGroup& group = verb(v);
  const bool relative = group.link == Link::kRelative &&
                        (group.passive ? group.subject == noun(id).first_conjunct : group.object == id);
  return group.reduced_passive || relative ? v : kNobody;
}

// "[Sanctions] were imposed on Mali", "[talks] were held with it": what is done with the thing, where the verb says no more.
bool View::done_with(const NounChunk& n) const {
  return n.role == NounRole::kSubject && n.verb != kNobody && verb(n.verb).passive && is(verb(n.verb).lemma, kLight);
}

// The verb, with its particle, by which somebody answers what the noun says.
Id View::answering(Id id) const {
  const NounChunk& first = noun(noun(container(id)).first_conjunct);
  const Id v = first.verb;
  if (v == kNobody) return kNobody;
  const VerbGroup& g = verb(v);
  if (first.role != NounRole::kObject && !(first.role == NounRole::kSubject && g.passive)) return kNobody;
  if (g.lemma == kNoLemma) return kNobody;
  if (g.last < c_.base + c_.words.size()) {
    const Word& next = c_.word(g.last);
    if ((next.tag == Tag::kPreposition || next.tag == Tag::kAdverb) && next.lemma != kNoLemma) {
      if (is(words_.with_particle(g.lemma, words_.lemma(next.lemma)), kAnswers)) return v;
    }
  }
  return is(g.lemma, kAnswers) ? v : kNobody;
}

// "met Modi and [agreed] to", "held talks with Oman and [signed] a pact": with whom it was done, where the verb before that
// shares the subject says so.
Id View::whom_met(Id id) const {
  static constexpr FewWords kJoint = {"agree", "sign", "conclude", "reach", "discuss", "seal", "ink", "settle", "initial", "clinch", "negotiate"};
  static constexpr FewWords kMeet = {"meet", "host", "receive", "telephone", "phone", "welcome", "visit"};
  static constexpr FewWords kTalk = {"hold", "have", "conclude", "finish", "end", "begin", "talk", "speak", "negotiate", "confer"};
  const VerbGroup& g = verb(id);
  if (id == 0 || g.passive || g.subject == kNobody || !words().is_one_of(g.lemma, kJoint)) return kNobody;
  const VerbGroup& met = verb(id - 1);
  if (met.subject != g.subject || met.passive || !met.finite || met.negated) return kNobody;
  if (words().is_one_of(met.lemma, kMeet)) return met.object;
  if (!words().is_one_of(met.lemma, kTalk)) return kNobody;
  for (Id n = first_noun_after(met.last); n < Id(c_.nouns.size()) && noun(n).first < g.first; ++n) {
    if (noun(n).role == NounRole::kPrepositional && noun(n).prep == Prep::kWith && noun(n).first_conjunct == n) return n;
  }
  return kNobody;
}

// "was placed under sanctions [by Oman]", "was put on trial by the court": what is done to somebody is told by a bare noun
// that would have the phrase, too.
Id View::done_by(Id id) const {
  const VerbGroup& v = verb(id);
  const Index to = id + 1 < Id(c_.verbs.size()) ? c_.verbs[id + 1].first : ~Index{0};
  for (Id n = first_noun_after(v.last); n < Id(c_.nouns.size()) && noun(n).first < to; ++n) {
    const NounChunk& by = noun(n);
    if (by.prep != Prep::kBy || by.role != NounRole::kPrepositional || by.verb != id || by.noun == kNobody || by.first_conjunct != n) continue;
    const NounChunk& what = noun(by.noun);
    // "was asked for help [by Oman]", "was thanked for its help by Oman"
    const bool asked = what.prep == Prep::kFor && !is(what.lemma, kDeedNoun);
    const bool led = what.prep == Prep::kUnder || what.prep == Prep::kOn || what.prep == Prep::kIn || what.prep == Prep::kTo || asked;
    const bool own = asked && what.possessor != kNobody && noun(what.possessor).pronoun;
    const bool bare = c_.word(what.first).tag != Tag::kDeterminer && (what.possessor == kNobody || own) && what.mention == kNone;
    return led && bare && what.role == NounRole::kPrepositional && what.verb == id && what.noun == kNobody ? n : kNobody;
  }
  const Id by = by_further_on(id);
  return by != kNobody ? by : buyer(v);
}

// Who does a passive, where another verb stands before "by"; kNobody: not said.
Id View::by_further_on(Id id) const {
  const Id by = shared_by(id);
  return by != kNobody ? by : by_behind_infinitive(id);
}

// Whoever a passive says did it.
void View::doers(Id passive, std::vector<Filler>& out) const {
  const std::size_t before = out.size();
  prepositional({passive, kNobody}, Prep::kBy, out);
  if (out.size() > before) return;
  if (const Id by = done_by(passive); by != kNobody) out.push_back({by});
}

// "was ordered to leave the country [by Togo]", "was accused of lying by Peru": whoever orders or accuses, behind what the other does.
Id View::by_behind_infinitive(Id id) const {
  const VerbGroup& v = verb(id);
  if (!v.passive || v.reduced_passive || v.subject == kNobody) return kNobody;
  for (Id k = id + 1; k < Id(c_.verbs.size()) && k < id + 3; ++k) {
    const VerbGroup& w = verb(k);
    if (w.parent != k - 1 || w.passive || w.finite) return kNobody;
    const Index to = k + 1 < Id(c_.verbs.size()) ? c_.verbs[k + 1].first : ~Index{0};
    for (Id n = first_noun_after(w.last); n < Id(c_.nouns.size()) && noun(n).first < to; ++n) {
      const NounChunk& by = noun(n);
      if (by.prep != Prep::kBy || by.role != NounRole::kPrepositional || by.first_conjunct != n || by.date) continue;
      return by.mention != kNone || is(by.lemma, kAgentNoun) ? n : kNobody;
    }
  }
  return kNobody;
}

// "were arrested, [beaten] and robbed by soldiers": who does to the same what the verbs behind it tell; kNobody: not said.
Id View::shared_by(Id id) const {
  const VerbGroup& v = verb(id);
  if (!v.passive || v.subject == kNobody) return kNobody;
  for (Id k = id + 1; k < Id(c_.verbs.size()) && k < id + 4; ++k) {
    const VerbGroup& w = verb(k);
    if (!w.passive || w.subject != v.subject || w.auxiliary != kNoLemma || w.negated != v.negated || w.first <= c_.base) return kNobody;
    const Tag before = c_.word(w.first - 1).tag;
    if (before != Tag::kCoordinator && before != Tag::kComma) return kNobody;
    const Index to = k + 1 < Id(c_.verbs.size()) ? c_.verbs[k + 1].first : ~Index{0};
    for (Id n = first_noun_after(w.last); n < Id(c_.nouns.size()) && noun(n).first < to; ++n) {
      const NounChunk& by = noun(n);
      if (by.prep == Prep::kBy && by.role == NounRole::kPrepositional && by.verb == k && by.first_conjunct == n && !by.date) return n;
    }
    if (before == Tag::kCoordinator) return kNobody;
  }
  return kNobody;
}

// "[Chad] used drones bought from Mali", "[Chad], emboldened by drones bought from Mali": whoever has what was bought; kNobody: not said.
Id View::buyer(const VerbGroup& v) const {
  static constexpr FewWords kBuy = {"buy", "purchase", "acquire", "import", "obtain", "procure", "lease", "borrow"};
  static constexpr FewWords kHas = {"use", "deploy", "fly", "field", "fire", "receive", "unveil", "parade", "show", "operate", "equip", "embolden", "arm", "boost", "help",
                                    "strengthen", "attack", "shell", "bomb", "test", "display", "drive", "brandish"};
  if (!v.reduced_passive || v.parent_noun == kNobody || !words_.is_one_of(v.lemma, kBuy)) return kNobody;
  const NounChunk& bought = noun(noun(v.parent_noun).first_conjunct);
  if (bought.possessor != kNobody) return bought.possessor;
  if (bought.verb == kNobody || !words_.is_one_of(verb(bought.verb).lemma, kHas)) return kNobody;
  const VerbGroup& has = verb(bought.verb);
  const bool with = bought.role == NounRole::kPrepositional && (bought.prep == Prep::kWith || (bought.prep == Prep::kBy && has.passive));
  return with || (bought.role == NounRole::kObject && !has.passive) ? has.subject : kNobody;
}

// "in an [address]", "in a letter": what somebody says something in.
bool View::spoken_in(Id id) const {
  static constexpr FewWords kSpeeches = {"address", "speech", "letter", "message", "remark", "statement", "interview", "briefing", "report"};
  return noun(id).role == NounRole::kPrepositional && words_.is_one_of(noun(id).lemma, kSpeeches);
}

// "issued a [statement] condemning Togo": whose statement it is, or who issued it, if the statement is nobody; not who vetoed it.
void View::whose_words(Id id, std::vector<Filler>& out) const {
  static constexpr FewWords kMeetsWith = {"block", "veto", "welcome", "dismiss", "ignore", "receive", "oppose", "criticise", "criticize", "denounce",
                                          "condemn", "hail", "praise", "applaud", "thwart", "stop", "prevent", "delay", "obstruct", "dispute", "deny",
                                          "quote", "cite", "face", "scorn", "mock", "deplore", "foil", "kill", "water", "await", "defeat"};
  const NounChunk& n = noun(id);
  const NounChunk& first = noun(n.first_conjunct);
  if (first.role != NounRole::kObject || first.verb == kNobody || verb(first.verb).passive) return;
  const bool meets = answering(id) == first.verb || words_.is_one_of(verb(first.verb).lemma, kMeetsWith);
  if (!meets) {
    if (verb(first.verb).subject != kNobody) out.push_back({verb(first.verb).subject});
    return;
  }
  if (n.mention != kNone) return;
  if (n.possessor != kNobody) return out.push_back({n.possessor});
  const std::size_t before = out.size();
  prepositional({kNobody, id}, Prep::kBy, out);
  if (out.size() > before) return;
  inner_actors(n.first, n.head, [&out](Index m) {
    out.push_back({kNobody, m});
    return true;
  });
}

// "the arrest in [Paris] of two men", "the killing by [Chad] of a general": a name has no "of" behind it but that of a place
// where it is, and one that does the deed none but its own people.
bool View::passes_of_on(Id left, Id head, Id of) const {
  const NounChunk& l = noun(left);
  const NounChunk& whom = noun(of);
  const bool deed = is(noun(head).lemma, kDeedNoun) || (frames_.noun_prepositions(noun(head).lemma) >> std::size_t(Prep::kOf) & 1);
  if (l.role != NounRole::kPrepositional || l.prep == Prep::kOf || l.noun != head || !deed) {
    // "in the city of [Gao] of two men": with the place that it names
    return l.role == NounRole::kPrepositional && l.prep == Prep::kOf && l.noun != kNobody && l.noun != head && is_place_name(l) &&
           passes_of_on(l.noun, head, of);
  }
  const bool someone = whom.mention != kNone && document_.mentions[whom.mention].type == MentionType::kPerson;
  const Word& begins = c_.word(whom.first);
  const bool quantity = begins.mention != kNone && document_.mentions[begins.mention].type == MentionType::kQuantity;
  const bool counted = begins.tag == Tag::kNumber || quantity || whom.possessor != kNobody;
  if (l.mention == kNone) return (someone || counted) && !is(l.lemma, kContainerNoun);
  const Mention& m = document_.mentions[l.mention];
  if (m.form != MentionForm::kNamed) return l.prep == Prep::kBy && (someone || counted);
  if (m.type == MentionType::kPerson) return someone || counted;
  return is_place_name(l) || is_a(m.type, MentionType::kOrganisation) || counted;
}

// "ties [between Chad and Sudan] were restored", "ties [with Chad] were cut": who stands behind what it is done to; else kNobody.
Id View::behind_done_to(const VerbGroup& v) const {
  if (v.subject == kNobody || v.reduced_passive || noun(v.subject).mention != kNone) return kNobody;
  const Id next = v.subject + 1;
  if (next >= Id(c_.nouns.size()) || noun(next).last > v.first || noun(next).noun != v.subject) return kNobody;
  return noun(next).prep == Prep::kBetween || noun(next).prep == Prep::kWith ? next : kNobody;
}

void View::prepositional(At at, Prep prep, std::vector<Filler>& out) const {
  if (at.verb != kNobody) {
    // Phrases between this verb and the next verb group.
    const VerbGroup& v = verb(at.verb);
    const std::size_t before = out.size();
    const Index from = v.last;
    const Index to = at.verb + 1 < Id(c_.verbs.size()) ? c_.verbs[at.verb + 1].first : ~Index{0};
    int seen = 0;
    for (auto n = c_.nouns.begin() + first_noun_after(from); n != c_.nouns.end() && n->first < to && seen < 24; ++n, ++seen) {
      ++steps_;
      if (n->role != NounRole::kPrepositional || n->prep != prep) continue;
      if (prep == Prep::kNear && is_border(n->lemma)) continue;
      const Id id = Id(n - c_.nouns.begin());
      if (n->first_conjunct != id) continue;
      // "gave tanks to Chad and rifles [to Mali]"
      if (prep == Prep::kTo && n->noun != kNobody && n->noun != v.object && v.object != kNobody && noun(n->noun).first_conjunct == v.object &&
          out.size() > before && !whose(noun(n->noun).mention)) {
        out.push_back({id, kNone, true});
        continue;
      }
      if (n->verb != at.verb) continue;
      // "The raid has begun, and [people in Lima] marched": theirs
      if (n->noun != kNobody && noun(n->noun).role == NounRole::kSubject && noun(n->noun).verb != at.verb && noun(n->noun).first > from &&
          (c_.word(noun(n->noun).first - 1).tag == Tag::kCoordinator || c_.word(noun(n->noun).first - 1).tag == Tag::kComma)) {
        continue;
      }
      // Nearer nouns that ask for the preposition keep it.
      bool taken = false;
      Id left = n->noun;
      for (int steps = 0; left != kNobody && steps < 4; ++steps) {
        const NounChunk& l = noun(left);
        // The verb's own object shares it: "requested help from Germany".
        if (l.role == NounRole::kObject && l.verb == at.verb) break;
        // "called a halt [to its offensive] in Georgia": what is halted, likewise
        if (l.prep == Prep::kTo && l.role == NounRole::kPrepositional && l.noun != kNobody && l.noun == v.object && is(noun(l.noun).lemma, kIsCancelled)) break;
        // "gave $5 million in [support] to Togo": what the sum is
        if (l.role == NounRole::kPrepositional && l.prep == Prep::kIn && l.noun != kNobody && l.noun == v.object && is_sum(noun(l.noun))) {
          break;
        }
        if (l.mention == kNone && l.lemma != kNoLemma &&
            (frames_.noun_prepositions(l.lemma) >> std::size_t(prep) & 1)) {
          taken = true;
          break;
        }
        // "agreed to reopen embassies after [talks] in Oman": where those were held
        const bool where = prep == Prep::kIn || prep == Prep::kAt;
        if (where && l.role == NounRole::kPrepositional && (l.prep == Prep::kAfter || l.prep == Prep::kDuring || l.prep == Prep::kBefore) && !l.date) {
          taken = true;
          break;
        }
        // "demanded access for [investigators] from Togo": whence they are
        if (prep == Prep::kFrom && l.role == NounRole::kPrepositional && l.mention != kNone && l.prep != Prep::kIn && is(l.lemma, kAgentNoun) &&
            document_.mentions[l.mention].type == MentionType::kGroup) {
          taken = true;
        }
        // "praised the raid in an [address] to the assembly": who is spoken to is that of the speech
        if (prep == Prep::kTo && spoken_in(left)) taken = true;
        // "denounced it [as a surrender] to criminals"
        if (l.role == NounRole::kPrepositional && l.prep == Prep::kAs && prep == Prep::kTo) taken = true;
        if (taken || l.role != NounRole::kPrepositional) break;
        left = l.noun;
      }
      if (prep == Prep::kOf && n->noun != kNobody) taken = true;
      if (!taken) out.push_back({id});
    }
    if (v.led_noun != kNobody && v.led_prep == prep) out.push_back({v.led_noun});   // "the bloc to which it belongs"
    if (out.size() == before && v.passive) {
      if (const Id with = behind_done_to(v); with != kNobody && noun(with).prep == prep) out.push_back({with});
    }
    if (prep == Prep::kWith && v.link == Link::kConjunct && out.size() == before) {
      if (const Id other = whom_met(at.verb); other != kNobody) out.push_back({other});
    }
    return;
  }
  const std::size_t found = out.size();
  // Phrases that follow the noun in an unbroken chain.
  std::array<Id, kMostChain> chain{at.noun};
  std::size_t length = 1;
  const auto in_chain = [&](Id id) {
    return std::find(chain.begin(), chain.begin() + length, id) != chain.begin() + length;
  };
  for (Id id = at.noun + 1; id < Id(c_.nouns.size()) && length < kMostChain; ++id) {
    ++steps_;
    const NounChunk& n = noun(id);
    if (n.role == NounRole::kPossessor || n.date) continue;
    // "the visit of the [minister], Ama Mensah, to Togo"
    if (n.role == NounRole::kApposition && n.apposition_of != kNobody && in_chain(n.apposition_of) && n.apposition_of != at.noun) {
      chain[length++] = id;
      continue;
    }
    const NounChunk& first = noun(n.first_conjunct);
    if (&first != &n) {
      // "murder and [the use] of children": what has an article of its own keeps what follows it.
      if (n.first_conjunct == noun(at.noun).first_conjunct && c_.word(n.first).tag == Tag::kDeterminer && c_.word(noun(at.noun).first).tag != Tag::kDeterminer) {
        break;
      }
      // "talks with A and B on C": the list's last member carries the chain on.
      if (in_chain(n.first_conjunct)) {
        chain[length++] = id;
        continue;
      }
      break;
    }
    if (n.role != NounRole::kPrepositional || n.noun == kNobody) break;
    if (!in_chain(n.noun)) break;
    chain[length++] = id;
    if (n.prep != prep || (prep == Prep::kNear && is_border(n.lemma))) continue;
    bool taken = false;
    for (Id left = n.noun; left != at.noun && left != kNobody;) {
      const NounChunk& l = noun(left);
      // "the severing of [ties] between A and B": of what is severed, and of its end
      static constexpr FewWords kTies = {"tie", "relation", "link", "relationship", "contact", "talk", "dialogue", "friendship"};
      const bool shared = (prep == Prep::kBetween || prep == Prep::kWith) && l.prep == Prep::kOf && l.noun == at.noun && words_.is_one_of(l.lemma, kTies) &&
                          (frames_.noun_prepositions(noun(at.noun).lemma) >> std::size_t(prep) & 1);
      const bool own = !shared && l.mention == kNone && l.lemma != kNoLemma && (frames_.noun_prepositions(l.lemma) >> std::size_t(prep) & 1);
      if (own || (prep == Prep::kTo && spoken_in(left))) {
        taken = true;
        break;
      }
      if (prep == Prep::kOf && passes_of_on(left, at.noun, id)) {
        left = noun(l.first_conjunct).noun;
        continue;
      }
      // "his murder by one [of the guards]", of which that is one
      if (prep == Prep::kOf && (!is(l.lemma, kContainerNoun) || l.prep == Prep::kBy)) {
        taken = true;   // "talks on the future of Syria"
        break;
      }
      left = l.role == NounRole::kApposition ? l.apposition_of : noun(l.first_conjunct).noun;
    }
    if (!taken) out.push_back({id});
  }
  // "Fighting broke out between A and B": what takes place has the phrases of its verb.
  const NounChunk& own = noun(noun(at.noun).first_conjunct);
  // "a pledge [made to him] in May", "sanctions imposed on Mali by France"
  if (out.size() == found) {
    // "[Mali]'s release of them, announced by Chad": whoever announced it did not do it
    const Id v = prep == Prep::kBy && noun(at.noun).possessor != kNobody ? kNobody : made(at.noun);
    if (v != kNobody) prepositional({v, kNobody}, prep, out);
  }
  // "the arrest and expulsion [of two nuns]"
  if (const Id next = noun(at.noun).next_conjunct; out.size() == found && prep == Prep::kOf && next != kNobody && next == at.noun + 1 &&
                                                   noun(next).first == noun(at.noun).last + 1 && is(noun(at.noun).lemma, kDeedNoun) &&
                                                   !frames_.triggers(noun(next).lemma, TriggerKind::kNoun).empty()) {
    prepositional({kNobody, next}, prep, out);
  }
  // "the bloc [of which] it is a member"
  if (out.size() == found && own.verb != kNobody && verb(own.verb).led_noun != kNobody && verb(own.verb).led_prep == prep &&
      (own.role == NounRole::kPredicate || own.role == NounRole::kObject ||
       (own.role == NounRole::kPrepositional && own.noun == kNobody && (own.prep == Prep::kAt || own.prep == Prep::kIn)))) {   // "with which it is at war"
    out.push_back({verb(own.verb).led_noun});
  }
  if (out.size() == found && own.role == NounRole::kSubject && own.verb != kNobody && is(verb(own.verb).lemma, kOccurs) &&
      verb(own.verb).object == kNobody && !verb(own.verb).passive) {
    prepositional({own.verb, kNobody}, prep, out);
  }
  if (out.size() == found && prep != Prep::kBy && done_with(own)) prepositional({own.verb, kNobody}, prep, out);
  // "the imposition [by Mali] of sanctions"
  if (out.size() == found && prep == Prep::kBy) {
    if (const Id light = light_noun(at.noun); light != kNobody) {
      prepositional({kNobody, light}, prep, out);
      // "an offer [from Mali] of a withdrawal"
      if (out.size() == found) prepositional({kNobody, light}, Prep::kFrom, out);
    }
  }
}

// "Togo joined [Mali and Niger] in condemning it", "Along with [Mali and Niger], Togo condemned it": who does it, too;
// kNobody if nobody does.
Id View::joined_in(Id id) const {
  static constexpr FewWords kJoin = {"join"};
  static constexpr FewWords kAlong = {"along", "together"};
  if (id == kNobody) return kNobody;
  const VerbGroup& deed = verb(id);
  if (deed.passive || deed.subject == kNobody) return kNobody;
  if (deed.link == Link::kRoot && c_.words.size() > 2 && c_.words[1].prep == Prep::kWith &&
      words_.is_one_of(c_.words[0].lemma, kAlong)) {
    const Id with = c_.noun_of[2];
    const bool front = with != kNobody && noun(with).first == c_.base + 2 && noun(with).last < noun(deed.subject).first;
    return front && first_verb_after(c_.base) == id ? with : kNobody;
  }
  // "Togo condemned it, as did [Mali]", "so have [Mali and Niger]": whoever stands behind "do" or "have"
  static constexpr FewWords kAs = {"as", "so"};
  static constexpr FewWords kDo = {"do", "have"};
  for (Id k = id + 1; k < Id(c_.verbs.size()) && k < id + 4; ++k) {
    const VerbGroup& does = verb(k);
    if (k > id + 1 && verb(k - 1).finite) break;
    if (does.first == c_.base || !words_.is_one_of(does.lemma, kDo) || !words_.is_one_of(c_.word(does.first - 1).lemma, kAs)) continue;
    const Id other = does.last < c_.base + c_.words.size() ? c_.noun_of[does.last - c_.base] : kNobody;
    if (other != kNobody && noun(other).first == does.last && other != deed.subject) return other;
  }
  if (deed.finite || deed.parent == kNobody || deed.first == c_.base || c_.word(deed.first - 1).prep != Prep::kIn) return kNobody;
  const VerbGroup& joins = verb(deed.parent);
  if (!words_.is_one_of(joins.lemma, kJoin) || joins.subject != deed.subject) return kNobody;
  if (!joins.passive) return joins.object;
  // "was joined by [Mali] in condemning it"
  std::vector<Filler> by;
  prepositional({deed.parent, kNobody}, Prep::kBy, by);
  return by.empty() ? kNobody : by.front().noun;
}

// "Kuwait recalled its envoy, joining [Mali and Niger]": who did so before; kNobody if nobody did.
Id View::joining(Id id) const {
  static constexpr FewWords kJoin = {"join", "follow"};
  if (id == kNobody || verb(id).passive || verb(id).negated) return kNobody;
  for (Id k = id + 1; k < Id(c_.verbs.size()) && k < id + 3; ++k) {
    const VerbGroup& g = verb(k);
    if (g.link != Link::kParticiple || g.form != kGerund || g.object == kNobody || !words_.is_one_of(g.lemma, kJoin)) continue;
    return whose(noun(g.object).mention) ? g.object : kNobody;
  }
  return kNobody;
}

// "sold Peru tanks and [Chile] rifles": whoever stands in front of a later one of the things that are sold.
void View::gapped(Id object, std::vector<Filler>& out) const {
  if (noun(object).mention != kNone && whose(noun(object).mention)) return;
  for (Id id = noun(object).next_conjunct; id != kNobody; id = noun(id).next_conjunct) {
    inner_actors(noun(id).first, noun(id).last, [&](Index m) {
      const Mention& mention = document_.mentions[m];
      if (mention.first == noun(id).first && mention.form == MentionForm::kNamed && whose(m)) out.push_back({kNobody, m, true});
      return false;
    });
  }
}

void View::fill(At at, std::uint8_t slot, std::vector<Filler>& out) const {
  const auto add = [&out](Id id) {
    if (id != kNobody) out.push_back({id});
  };
  if (slot >= kFirstPrep) return prepositional(at, Prep(slot - kFirstPrep), out);
  if (slot == kComp) return complement(at, out);
  if (slot == kSaid) return add(said(at.verb));
  if (slot == kCompSubj || slot == kCompModal) {
    const Id v = complement_verb(at);
    if (v != kNobody) add(verb(v).subject);
    return;
  }
  if (at.verb != kNobody) {
    const VerbGroup& v = verb(at.verb);
    const bool two_objects = v.passive && v.object != kNobody && is(v.lemma, kDative);
    static constexpr FewWords kFells = {"kill", "wound", "injure", "hurt", "maim", "burn", "destroy", "damage", "wreck", "sink", "harm"};
    switch (slot) {
      case kSubj:
        if (v.passive) return doers(at.verb, out);
        // "An airliner was shot down by Chad, [killing] six": not the airliner
        if (v.link == Link::kParticiple && v.parent != kNobody && verb(v.parent).passive && words_.is_one_of(v.lemma, kFells)) {
          return doers(v.parent, out);
        }
        add(v.subject);
        if (v.link == Link::kReduced && v.parent_noun != kNobody) whose_words(v.parent_noun, out);
        return;
      case kObj:
        if (!v.passive || two_objects) add(v.object);
        else add(v.subject);
        return;
      case kXObj: {
        const Id next = at.verb + 1;
        if (next >= Id(c_.verbs.size()) || verb(next).parent != at.verb || verb(next).passive) return;
        // "gave a million [to help Fiji] recover"
        static constexpr FewWords kHelps = {"help", "assist", "support"};
        const bool helps = verb(next).link == Link::kPurpose && words_.is_one_of(verb(next).lemma, kHelps);
        // "offered to send [a team]": not to whom
        static constexpr FewWords kSends = {"send", "dispatch", "despatch", "deploy", "provide", "contribute", "field", "raise", "form", "supply", "appoint", "name"};
        if (words_.is_one_of(verb(next).lemma, kSends)) return;
        if (verb(next).link == Link::kInfinitive || helps) add(verb(next).object);
        return;
      }
      case kPost: {
        // "Russia's ambassador [to Turkey] was summoned"
        const Id to = v.subject + 1;
        if (!v.passive || v.subject == kNobody || to >= Id(c_.nouns.size()) || noun(to).noun != v.subject || noun(to).last > v.first) return;
        if (noun(to).prep == Prep::kTo || noun(to).prep == Prep::kIn) add(to);
        return;
      }
      case kIobj:
        if (two_objects) add(v.subject);
        else add(v.indirect);
        if (v.indirect != kNobody && v.object != kNobody) gapped(v.object, out);
        return;
      default: return;
    }
  }
  const NounChunk& n = noun(at.noun);
  switch (slot) {
    case kPoss:
      add(n.possessor);
      add(shared_possessor(at.noun));
      // "[Mali]'s imposition of sanctions": whoever does what the noun says
      if (n.possessor == kNobody) {
        if (const Id holds = owned_holder(at.noun); holds != kNobody) add(noun(holds).possessor);
      }
      return;
    case kMod: {
      const std::size_t before = out.size();
      const auto take = [&out](Index m) {
        out.push_back({kNobody, m});
        return true;
      };
      inner_actors(n.first, n.head, take);
      // "the [American] and British bombardment"
      for (Id k = at.noun - 1; out.size() > before && k >= n.first_conjunct && k + 3 > at.noun; --k) {
        if (noun(k).first_conjunct == n.first_conjunct && noun(k).mention != kNone && document_.mentions[noun(k).mention].type == MentionType::kNationality) take(noun(k).mention);
      }
      if (out.size() == before && n.possessor == kNobody) {
        if (const Id holds = owned_holder(at.noun); holds != kNobody) inner_actors(noun(holds).first, noun(holds).head, take);
      }
      return;
    }
    case kInside: out.push_back({at.noun}); return;
    case kBringer:
      bringers(n.first, n.head, [&out](Index m) { out.push_back({kNobody, m}); });
      return;
    case kLightSubj: {
      // "the sanctions that [the EU] imposed were extended": who made them, before what became of them.
      if (const Id m = made(at.noun); m != kNobody && !verb(m).passive && !verb(m).reduced_passive) return add(verb(m).subject);
      // "condemned [Togo] for the raid on Ghana": whoever is judged by it
      if (const Blame blame = blamed_for(at.noun); blame.whom != kNobody) return add(blame.whom);
      const Id v = carrier(at.noun);
      if (v == kNobody) return;
      // "took up [Togo's] offer of help": whoever does so does not help
      if (n.possessor == kNobody && owned_holder(at.noun) != kNobody) return;
      const VerbGroup& group = verb(v);
      const NounChunk& first = noun(noun(container(at.noun)).first_conjunct);
      // "Peru rejected [Chile's] request": who rejects it did not make it.
      if (answering(at.noun) == v) {
        bool owned = n.possessor != kNobody;
        inner_actors(n.first, n.head, [&owned](Index) { return !(owned = true); });
        if (owned) return;
      }
      if (group.passive && first.role == NounRole::kSubject) prepositional({v}, Prep::kBy, out);
      else add(group.subject);
      return;
    }
    case kAnswerer: {
      const Id v = answering(at.noun);
      if (v == kNobody) return;
      if (verb(v).passive) prepositional({v}, Prep::kBy, out);
      else if (verb(v).indirect != kNobody && verb(v).object == noun(container(at.noun)).first_conjunct) add(verb(v).indirect);   // "earned [it] a rebuke"
      else add(verb(v).subject);
      return;
    }
    case kCopula: {
      const NounChunk& first = noun(n.first_conjunct);
      if (first.role == NounRole::kPredicate && first.verb != kNobody) add(verb(first.verb).subject);
      return;
    }
    case kAdjunct: {
      const NounChunk& first = noun(noun(container(at.noun)).first_conjunct);
      if (first.role != NounRole::kPrepositional) return;
      // "flew as [part] of the wing"
      static constexpr FewWords kPart = {"part"};
      const bool as_part = first.prep == Prep::kAs && words_.is_one_of(n.lemma, kPart);
      // "walked out [of talks] with Mali", "returned [from a visit] to Oslo"
      static constexpr FewWords kReturn = {"return", "come", "emerge", "be"};
      static constexpr FewWords kOut = {"out"};
      const bool left = (first.prep == Prep::kOf && first.noun == kNobody && first.first > c_.base + 1 && follows_one_of(first.first - 1, kOut)) ||
                        (first.prep == Prep::kFrom && first.noun == kNobody && first.verb != kNobody && words_.is_one_of(verb(first.verb).lemma, kReturn));
      switch (as_part || left ? Prep::kIn : first.prep) {
        case Prep::kDuring: case Prep::kAfter: case Prep::kBefore: case Prep::kIn: case Prep::kOn:
        case Prep::kFor: case Prep::kAt: case Prep::kUnder: case Prep::kAround: case Prep::kWith: case Prep::kOther: {
          Id v = first.verb;
          if (v == kNobody && first.fronted) {
            // "During a visit to Oslo, Xi said": the first verb after it.
            const auto next = std::partition_point(
                c_.verbs.begin(), c_.verbs.end(),
                [&first](const VerbGroup& g) { return g.first < first.first; });
            if (next != c_.verbs.end()) v = Id(next - c_.verbs.begin());
          }
          // "Xi, on a visit to Riyadh, met the king": whose verb comes behind the comma.
          if (v == kNobody && first.noun == kNobody) {
            const Id next = first_verb_after(first.first);
            if (next < Id(c_.verbs.size()) && verb(next).subject != kNobody && noun(verb(next).subject).first < first.first) v = next;
          }
          v = finite_above(v);
          if (v != kNobody && first.prep == Prep::kFor && recalls(verb(v))) return;
          if (v == kNobody) return;
          const std::size_t before = out.size();
          if (!verb(v).passive) add(verb(v).subject);
          else prepositional({v, kNobody}, Prep::kBy, out);   // "was accepted [by Mali] in a call to Chad"
          if (verb(v).passive && out.size() > before) return;
          // "[Mali]'s decision came after talks with Chad", "[Mali]'s raids were made at the request of Chad"
          if (const Id what = verb(v).subject; what != kNobody && noun(what).mention == kNone && noun(what).possessor != kNobody &&
                                               !noun(noun(what).possessor).pronoun && !frames_.triggers(noun(what).lemma, TriggerKind::kNoun).empty()) {
            add(noun(what).possessor);
          }
          return;
        }
        default: return;
      }
    }
    case kAppos:   // "Venezuela's ally, [Russia]" too
      if (const Id who = n.apposition_of != kNobody ? n.apposition_of : n.apposition; who != kNobody) {
        // "[Evan Ross], a reporter for the paper, and Paul Whelan": him alone
        out.push_back({who, kNone, false, !n.plural});
      }
      return;
    default: return;
  }
}

}  // namespace dragoman
