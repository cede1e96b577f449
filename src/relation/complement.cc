// Part of dragoman; see LICENSE.
//
// What a word governs: "offered [to train Chad's police in May]", "demanded [that Togo pay]".
// Whoever is named there is concerned by the offer or demand, however deep; frames ask for it
// where nearer slots stay empty.  The stretch ends with the first verb group that hangs
// elsewhere, and with phrases that only set the scene ("after", "during").  Few chunks are looked
// at, so that a long sentence full of triggers costs no more.

#include <algorithm>

#include "relation/view.h"

#include "token/word_set.h"

namespace dragoman {
namespace {

constexpr Id kMostChunks = 12, kMostVerbs = 8;

bool governed(Link link) {
  switch (link) {
    case Link::kInfinitive: case Link::kPurpose: case Link::kGerund: case Link::kComplement:
    case Link::kReduced:
      return true;
    default: return false;
  }
}

bool sets_scene(Prep prep) {
  switch (prep) {
    case Prep::kAfter: case Prep::kBefore: case Prep::kDuring: case Prep::kAmid: case Prep::kSince: return true;
    default: return false;
  }
}

}  // namespace

Id View::complement_verb(At at) const {
  Id k = at.verb != kNobody ? at.verb + 1 : first_verb_after(noun(at.noun).last);
  for (const Id last = k + 4; k < last && k < Id(c_.verbs.size()); ++k) {
    const VerbGroup& g = verb(k);
    if (g.link != Link::kComplement && g.link != Link::kInfinitive) continue;
    if (at.verb != kNobody ? g.parent == at.verb && g.parent_noun == kNobody : g.parent_noun == at.noun) return k;
    // "accusations [by Kenya] that Togo did it": the clause fills out the accusations
    if (at.noun == kNobody || g.parent_noun == kNobody) continue;
    const NounChunk& between = noun(noun(g.parent_noun).first_conjunct);
    if (between.noun == at.noun && between.role == NounRole::kPrepositional && (between.prep == Prep::kBy || between.prep == Prep::kFrom)) return k;
  }
  return at.verb != kNobody ? content_before(at.verb) : kNobody;
}

// "Togo had [armed] rebels, Chad alleged": what is told before whoever tells it.
Id View::content_before(Id id) const {
  const VerbGroup& g = verb(id);
  if (id == 0 || !is(g.lemma, kSays) || g.parent != kNobody || g.subject == kNobody || g.passive || !stands_apart(g)) return kNobody;
  for (Id k = id - 1; k >= 0 && k + 4 > id; --k) {
    const VerbGroup& told = verb(k);
    // not "[goods] were held up, traders complained": to whom it was done
    if (told.parent == kNobody && told.finite && told.subject != kNobody) return !told.passive && said_after(k) == g.subject ? k : kNobody;
  }
  return kNobody;
}

Id View::gerund(Id id) const {
  if (id == kNobody || id + 1 >= Id(c_.verbs.size())) return kNobody;
  const VerbGroup& next = verb(id + 1);
  if (next.link != Link::kGerund || next.parent != id || next.first == c_.base) return kNobody;
  const Prep prep = c_.word(next.first - 1).prep;
  return prep == Prep::kFrom || prep == Prep::kOf || prep == Prep::kInto || prep == Prep::kTo ? id + 1 : kNobody;
}

Id View::said(Id id) const {
  for (int steps = 0; id != kNobody && steps < 4; ++steps) {
    const VerbGroup& g = verb(id);
    if (g.parent == kNobody) return said_after(id);
    const VerbGroup& p = verb(g.parent);
    if (g.link == Link::kComplement) return is(p.lemma, kSays) && !p.passive ? p.subject : kNobody;
    if (g.link != Link::kInfinitive) break;
    id = g.parent;
  }
  return kNobody;
}

bool View::stands_apart(const VerbGroup& verb) const {
  const NounChunk& subject = noun(verb.subject);
  return subject.after_comma || subject.head > verb.head;
}

bool View::has_clause(Id id) const {
  if (id + 1 >= Id(c_.verbs.size())) return false;
  const VerbGroup& next = verb(id + 1);
  // ", said two diplomats [briefed] on it": of those who said it
  const bool of_speaker = next.link == Link::kReduced && next.parent_noun != kNobody && next.parent_noun == verb(id).subject;
  return next.parent == id && next.link != Link::kParticiple && !of_speaker;
}

// "Lebanon must act, [Israel] said"
Id View::said_after(Id id) const {
  const Index from = verb(id).head;
  for (Id v = id + 1; v < Id(c_.verbs.size()); ++v) {
    const VerbGroup& g = verb(v);
    if (!is(g.lemma, kSays) || g.parent != kNobody || g.subject == kNobody || g.object != kNobody || !g.finite ||
        g.passive || g.negated) {
      continue;
    }
    if (noun(g.subject).first < from || !stands_apart(g)) continue;
    return has_clause(v) ? kNobody : g.subject;
  }
  return kNobody;
}

Id View::first_verb_after(Index token) const {
  const auto next = std::partition_point(c_.verbs.begin(), c_.verbs.end(),
                                         [token](const VerbGroup& g) { return g.first < token; });
  return Id(next - c_.verbs.begin());
}

// "burned a house before [fleeing to Mali]": another deed.
bool View::apart_in_time(const VerbGroup& g) const {
  static constexpr FewWords kOrder = {"before", "after", "while"};
  return !g.finite && follows_one_of(g.first, kOrder);
}

Index View::complement_end(At at) const {
  const Index from = at.verb != kNobody ? verb(at.verb).last : noun(at.noun).last;
  const Id first = first_verb_after(from);
  Index end = c_.base + Index(c_.words.size());
  for (Id k = first; k < Id(c_.verbs.size()) && k < first + kMostVerbs; ++k) {
    const VerbGroup& g = verb(k);
    ++steps_;
    const bool by_verb = g.parent != kNobody && (g.parent == at.verb || g.parent >= first);
    const bool by_noun = g.parent_noun != kNobody && noun(g.parent_noun).last >= from;
    // ", with [Togo] condemning it": a clause of its own
    if (by_noun && g.link == Link::kReduced && !g.reduced_passive) {
      const NounChunk& with = noun(noun(g.parent_noun).first_conjunct);
      if (with.role == NounRole::kPrepositional && with.prep == Prep::kWith && with.verb == kNobody && with.noun == kNobody && with.first >= from) {
        end = with.first;
        break;
      }
    }
    if (governed(g.link) && (by_verb || by_noun) && !apart_in_time(g)) continue;
    end = g.first;
    // "claimed the attack on [a base] that killed six": what the clause is about stands before it.
    const bool antecedent = g.link == Link::kRelative && g.parent_noun != kNobody && g.subject <= g.parent_noun && noun(g.parent_noun).mention == kNone;
    if (g.subject != kNobody && !antecedent && noun(g.subject).first < g.first && noun(g.subject).first >= from) {
      end = noun(g.subject).first;
      // "while [Australia]'s Alexander Downer called": whose he is stands there too.
      for (Id owner = noun(g.subject).possessor; owner != kNobody && noun(owner).first >= from && noun(owner).first < end; owner = noun(owner).possessor) {
        end = noun(owner).first;
      }
    }
    break;
  }
  // "according to X" is no part of it.
  const LemmaId accord = frames_.accord();
  for (Index t = from; t < end && t < from + 64; ++t) {
    if (accord != kNoLemma && c_.word(t).lemma == accord) return t;
  }
  return end;
}

// "in Ghana", "near the port of Oran".
bool View::is_scene(const NounChunk& n) const {
  const NounChunk& first = noun(n.first_conjunct);
  if (first.role != NounRole::kPrepositional) return false;
  static constexpr FewWords kOff = {"off"};
  const bool off = first.prep == Prep::kAround && follows_one_of(first.first, kOff);
  if (!off && first.prep != Prep::kIn && first.prep != Prep::kAt && first.prep != Prep::kNear) return false;
  // "attacked a post near [the Malian border]"
  if (first.prep == Prep::kNear && is_border(n.lemma)) return true;
  return is_place(n);
}

// Does what the possessor has name somebody else: "his [lawyer]", "Putin's [daughter]"?
bool View::stands_for_himself(Id possessor) const {
  static constexpr FewWords kHis = {"wife", "husband", "son", "daughter", "brother", "sister", "father", "mother", "widow", "family", "lawyer", "aide",
                                    "bodyguard", "driver", "ally", "supporter", "deputy", "spokesman", "adviser", "advisor", "successor", "predecessor",
                                    "rival", "opponent", "critic", "cousin", "nephew", "uncle", "relative", "follower", "associate", "secretary"};
  const Id owned = possessor + 1;
  return owned < Id(c_.nouns.size()) && noun(owned).possessor == possessor && words().is_one_of(noun(owned).lemma, kHis);
}

// Whom the verb that an infinitive of complaint depends on calls in; kNobody: none.
Id View::summoned_to_hear(Id verb_id) const {
  static constexpr FewWords kSummon = {"summon", "call", "haul"};
  static constexpr FewWords kGrievance = {"protest", "complain", "object"};
  const VerbGroup& g = verb(verb_id);
  if (!g.infinitive || g.parent == kNobody || !words().is_one_of(g.lemma, kGrievance)) return kNobody;
  const VerbGroup& call = verb(g.parent);
  return words().is_one_of(call.lemma, kSummon) && !call.passive && call.object != kNobody ? call.object : kNobody;
}

void View::complement(At at, std::vector<Filler>& out) const {
  static constexpr std::uint64_t kWhat = word_hash("what");
  const Index from = at.verb != kNobody ? verb(at.verb).last : noun(at.noun).last;
  const Index end = complement_end(at);
  // "An offer by Togo was turned down": what a passive is done to stands in front of it.
  if (at.verb != kNobody && verb(at.verb).passive && verb(at.verb).subject != kNobody) {
    const Id subject = verb(at.verb).subject;
    for (Id k = subject; k < subject + 4 && k < Id(c_.nouns.size()) && noun(k).last <= verb(at.verb).first; ++k) {
      if (k != subject && noun(k).noun == kNobody) break;
      if (noun(k).first_conjunct == k && !is_scene(noun(k))) out.push_back({k});
      if (noun(k).possessor != kNobody) out.push_back({noun(k).possessor});
      inner_actors(noun(k).first, noun(k).last, [&](Index m) {
        if (m != noun(k).mention) out.push_back({kNobody, m});
        return true;
      });
    }
  }
  // "summoned [the envoy of Togo] to protest against the arrest": whoever is summoned
  if (const Id envoy = at.verb != kNobody ? summoned_to_hear(at.verb) : kNobody; envoy != kNobody) {
    out.push_back({envoy});
    return;
  }
  // "the rebels, whom Chad refused [to recognise]": the object stands in front
  if (const Id next = at.verb + 1; at.verb != kNobody && next < Id(c_.verbs.size()) && !verb(next).finite && verb(next).parent == at.verb && verb(next).object != kNobody &&
                                   noun(verb(next).object).first < from) {
    out.push_back({verb(next).object});
  }
  std::vector<Filler> doers;
  if (at.verb != kNobody && verb(at.verb).passive) prepositional(at, Prep::kBy, doers);
  const Id by = doers.empty() ? kNobody : doers.front().noun;
  Id id = first_noun_after(from);
  for (const Id last = id + kMostChunks; id < last && id < Id(c_.nouns.size()); ++id) {
    const NounChunk& n = noun(id);
    ++steps_;
    if (n.first >= end) break;
    if (n.date) continue;
    // "froze its aid, and [the Union] gave": another clause's subject.
    if (n.role == NounRole::kSubject && n.verb != kNobody && !governed(verb(n.verb).link) && verb(n.verb).link != Link::kRelative) break;
    if (n.role == NounRole::kPrepositional && sets_scene(n.prep)) break;
    // "lift what [they] called sanctions": whoever calls it so
    if (n.pronoun && n.first > c_.base && document_.tokens.tokens[n.first - 1].hash == kWhat) continue;
    // "declined to join a pact [against Chad]": not what Chad wants
    static constexpr FewWords kDecline = {"refuse", "decline", "balk"};
    if (n.role == NounRole::kPrepositional && n.prep == Prep::kAgainst && at.verb != kNobody && words().is_one_of(verb(at.verb).lemma, kDecline)) break;
    // "withdrew police [despite pressure] from Ghana"
    static constexpr FewWords kAside = {"despite", "unlike", "following", "besides", "regarding", "without"};
    if (n.role == NounRole::kPrepositional && n.prep == Prep::kOther && follows_one_of(n.first, kAside)) break;
    // "voiced support for it in an address [to the assembly]"
    if (n.role == NounRole::kPrepositional && n.prep == Prep::kTo && n.noun != kNobody && spoken_in(n.noun)) continue;
    // "agreed to disarm [under a plan] of Peru's"
    static constexpr FewWords kTerms = {"plan", "deal", "agreement", "accord", "pact", "treaty", "command", "leadership", "auspices", "law", "programme",
                                        "program", "scheme", "mandate", "term", "resolution", "aegis", "arrangement", "formula"};
    if (n.role == NounRole::kPrepositional && n.prep == Prep::kUnder && words().is_one_of(n.lemma, kTerms)) break;
    // "denounced the talks [as a gift to criminals]": what it is called.
    static constexpr FewWords kJudges = {"denounce", "condemn", "describe", "praise", "hail", "criticise", "criticize", "dismiss", "reject", "slam",
                                         "brand", "decry", "deride", "welcome", "portray", "attack", "deplore", "blast", "regard", "see"};
    if (n.role == NounRole::kPrepositional && n.prep == Prep::kAs && at.verb != kNobody && words().is_one_of(verb(at.verb).lemma, kJudges) &&
        (n.verb == at.verb || (n.noun != kNobody && noun(n.noun).verb == at.verb))) {
      break;
    }
    // ", [a charge] denied by Chad": said of all of it.
    if (n.after_comma && n.first_conjunct == id && n.mention == kNone && is(n.lemma, kDeedNoun)) break;
    // "an offer [from Chad]": whoever makes it is named by another slot.
    if (at.noun != kNobody && n.prep == Prep::kBy && n.noun == at.noun) continue;
    if (at.noun != kNobody && n.role == NounRole::kPossessor && id + 1 < Id(c_.nouns.size()) && noun(id + 1).possessor == id && noun(id + 1).prep == Prep::kBy &&
        noun(id + 1).noun == at.noun) {
      continue;
    }
    // Where something is done is nobody it is done to.
    if (is_scene(n)) continue;
    // "was mediated by the secretary-general [of Unasur]": of whoever did it
    if (by != kNobody && n.prep == Prep::kOf && n.noun != kNobody && noun(n.noun).first_conjunct == by) continue;
    // "to step down in favour [of Aristide]"
    static constexpr FewWords kFavour = {"favour", "favor", "spite", "view", "light"};
    if (n.prep == Prep::kOf && n.noun != kNobody && noun(n.noun).prep == Prep::kIn && words_.is_one_of(noun(n.noun).lemma, kFavour)) continue;
    // "a rally by opponents [of Milosevic]"
    if (n.prep == Prep::kOf && n.noun != kNobody && of_other_side(noun(n.noun))) continue;
    // "criticism from the widow [of Navalny]"
    static constexpr FewWords kKin = {"wife", "widow", "husband", "fiancee", "fiance", "son", "daughter", "mother", "father", "brother", "sister", "family", "lawyer",
                                      "killer", "murderer", "kidnapper", "memory", "death", "murder", "assassination"};
    if (n.prep == Prep::kOf && n.noun != kNobody && n.mention != kNone && document_.mentions[n.mention].type == MentionType::kPerson &&
        words_.is_one_of(noun(n.noun).lemma, kKin)) {
      // of somebody's: not he
      const NounChunk& kin = noun(n.noun);
      if (kin.role == NounRole::kPrepositional && (kin.prep == Prep::kFrom || kin.prep == Prep::kBy || kin.prep == Prep::kTo || kin.prep == Prep::kWith)) continue;
    }
    // "the assets of Mali's [president], X": the one who is named before the state.
    if (n.role == NounRole::kPossessor && id + 1 < Id(c_.nouns.size()) && noun(id + 1).possessor == id && noun(id + 1).apposition != kNobody) {
      out.push_back({id + 1});
    }
    // "the conviction of [Rahul Gandhi]'s aide": not him.
    if (n.role == NounRole::kPossessor && n.mention != kNone && document_.mentions[n.mention].type == MentionType::kPerson && stands_for_himself(id)) {
      continue;
    }
    if (n.first_conjunct == id) out.push_back({id});
    inner_actors(n.first, n.last, [&](Index m) {
      if (m != n.mention) out.push_back({kNobody, m});
      return true;
    });
  }
  if (at.verb != kNobody && !verb(at.verb).passive) named_in_relative(verb(at.verb), end, out);
}

// "cut off the power that it sells to [Niamey]", "put off delivery of the ships that [Russia] had ordered": whoever a clause
// on what is cut names.
void View::named_in_relative(const VerbGroup& deed, Index end, std::vector<Filler>& out) const {
  const Id id = first_verb_after(deed.last);
  if (deed.object == kNobody || id >= Id(c_.verbs.size()) || verb(id).first > end + 3) return;
  const VerbGroup& clause = verb(id);
  if (clause.link != Link::kRelative || clause.parent_noun == kNobody || clause.object != clause.parent_noun || clause.parent_noun < deed.object) return;
  if (noun(clause.parent_noun).mention != kNone && document_.mentions[noun(clause.parent_noun).mention].form == MentionForm::kNamed) return;
  if (clause.indirect != kNobody) out.push_back({clause.indirect});
  for (const Prep prep : {Prep::kTo, Prep::kOn, Prep::kFor, Prep::kFrom, Prep::kWith}) prepositional({id, kNobody}, prep, out);
  // "rejected a deal that [Chad] had proposed"
  static constexpr FewWords kOrders = {"order", "buy", "purchase", "book", "commission", "lease", "need", "import", "receive", "want", "request", "await",
                                       "propose", "make", "offer", "submit", "table", "draft", "present", "advance", "extend", "issue", "urge", "demand", "put"};
  if (clause.subject != kNobody && !noun(clause.subject).pronoun && words_.is_one_of(clause.lemma, kOrders)) out.push_back({clause.subject});
}

}  // namespace dragoman
