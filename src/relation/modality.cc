// Part of dragoman; see LICENSE.
//
// Climbs from the trigger to the root of its sentence.  The nearest word that says
// something about the status decides it: in "agreed to consider sending", consider does.
// Negation anywhere on the way turns polarity; the nearest verb of saying is the source.

#include "relation/modality.h"

#include "token/word_set.h"

#include <string>

namespace dragoman {
namespace {

constexpr int kMostSteps = 10;

class Climb {
 public:
  explicit Climb(const View& view) : view_(view), words_(view.words()) {}

  Modality modality;

  void from_verb(Id id) {
    own_tense(id);
    // "has sold no weapons"
    const Id object = view_.verb(id).object;
    if (object != kNobody && view_.noun(object).negated && !view_.verb(id).negated) modality.denied = !modality.denied;
    up(id);
  }

  // "without", "without first", "instead of", "far from" before the token
  bool without(Index token) const {
    static constexpr std::uint64_t kInstead = word_hash("instead"), kFar = word_hash("far");
    for (Index t = token; t > view_.clauses().base && t + 2 > token;) {
      const Word& before = view_.clauses().word(--t);
      if (before.lemma != kNoLemma && words_.lemma(before.lemma) == "without") return true;
      if (before.tag == Tag::kPreposition && (before.prep == Prep::kOf || before.prep == Prep::kFrom) && t > view_.clauses().base) {
        const std::uint64_t led = view_.document().tokens.tokens[t - 1].hash;
        return led == kInstead || led == kFar;
      }
      if (before.tag != Tag::kAdverb && before.tag != Tag::kIgnored) return false;
    }
    return false;
  }

  // "slashed aid to Niger", but "cut a deal"
  bool cuts(const VerbGroup& group, const NounChunk& what) const {
    static constexpr FewWords kCut = {"cut", "slash", "halve", "axe", "trim", "pare", "curtail", "reduce", "withhold"};
    static constexpr FewWords kMade = {"deal", "agreement", "accord", "pact"};
    const bool object = group.passive ? what.role == NounRole::kSubject : what.role == NounRole::kObject;
    return object && words_.is_one_of(group.lemma, kCut) && !words_.is_one_of(what.lemma, kMade);
  }

  void from_noun(Id id) {
    const NounChunk& n = view_.noun(id);
    modifiers(n);
    // "refused to arm it, [despite] pressure from Chad": that there was
    static constexpr FewWords kDespite = {"despite", "notwithstanding"};
    if (n.role == NounRole::kPrepositional && view_.follows_one_of(n.first, kDespite)) {
      set(RelationStatus::kHappened);
      return freeze();
    }
    // "blamed Togo [for the raid] on Ghana": there was one, as whoever blames it says
    if (const Blame blame = view_.blamed_for(id); blame.judge != kNobody) {
      set(RelationStatus::kHappened);
      if (is(view_.verb(blame.judge).lemma, kSays)) say(blame.judge);
      return freeze();
    }
    // "denied [a role] in the raid by gunmen": there was one
    if (n.role == NounRole::kPrepositional && n.prep == Prep::kIn && view_.light_noun(id) != kNobody) {
      std::vector<Filler> by;
      view_.prepositional({kNobody, id}, Prep::kBy, by);
      if (!by.empty()) {
        set(RelationStatus::kHappened);
        return freeze();
      }
      // "had [no part] in the raid"
      if (view_.noun(view_.light_noun(id)).negated) modality.denied = !modality.denied;
    }
    // "ended talks [without] a deal"
    if (n.negated || without(n.first)) modality.denied = !modality.denied;
    // "the deal that Turkey signed was rejected": it was made, whatever became of it.
    if (const Id made = view_.made(id); made != kNobody && view_.verb(made).link == Link::kRelative) {
      own_tense(made);
      freeze();
    }
    // "possibility of talks", "plans for a visit", "denial of talks"
    Id at = id;
    for (int steps = 0; steps < 4; ++steps) {
      const NounChunk& chunk = view_.noun(at);
      const NounChunk& first = view_.noun(chunk.first_conjunct);
      if (first.role != NounRole::kPrepositional || first.noun == kNobody) break;
      // "no evidence of Togo's [part] in the raid"
      if (first.prep == Prep::kIn && view_.noun(first.noun).prep == Prep::kOf && no_evidence(view_.noun(first.noun).noun)) {
        modality.denied = !modality.denied;
        set(RelationStatus::kHappened);
        freeze();
        const Id is = view_.noun(view_.noun(first.noun).noun).verb;
        return is == kNobody ? void() : up(is);
      }
      if (first.prep != Prep::kOf && first.prep != Prep::kFor && first.prep != Prep::kAbout &&
          first.prep != Prep::kOn) {
        break;
      }
      const NounChunk& left = view_.noun(first.noun);
      // "vowed revenge for the [killing]": there was one
      static constexpr FewWords kReturn = {"revenge", "retaliation", "reprisal", "retribution", "vengeance", "punishment", "compensation",
                                           "apology", "amends", "reparation", "responsibility", "blame", "remorse", "condemnation", "criticism"};
      if (first.prep == Prep::kFor && words_.is_one_of(left.lemma, kReturn)) {
        set(RelationStatus::kHappened);
        freeze();
      }
      if (left.mention == kNone) effect(left.lemma);
      modifiers(left);
      if (left.negated) modality.denied = !modality.denied;
      at = first.noun;
    }
    const NounChunk& chunk = view_.noun(view_.noun(at).first_conjunct);
    const Id v = chunk.verb;
    if (v == kNobody) {
      if (chunk.apposition_of != kNobody) {
        const NounChunk& other = view_.noun(chunk.apposition_of);
        if (other.verb != kNobody) says_only(other.verb);
      }
      return;
    }
    const VerbGroup& group = view_.verb(v);
    if (chunk.role == NounRole::kPredicate && counted(chunk)) {
      // "would not be the first shipment": it is, or was, one of several.
      set(RelationStatus::kHappened);
      freeze();
      return up(v);
    }
    if (cuts(group, chunk)) set(RelationStatus::kCancelled);
    const bool subject = chunk.role == NounRole::kSubject;
    if (subject && imagined(chunk, group)) {
      set(RelationStatus::kPotential);
      freeze();
    } else if (subject && group.passive) {
      if (affects(group.lemma) || is(group.lemma, kLight)) {
        effect_of(group);
        own_tense(v);
      }
    } else if (subject) {
      // What the event does to others tells nothing of it: "the raid will anger Oman".
      if (is(group.lemma, kOccurs)) {
        effect_of_intransitive(v);
        own_tense(v);
      }
    } else if (chunk.role == NounRole::kObject && judged(v)) {
      freeze();   // "refused to condemn the attack": it was made
    } else if (chunk.role == NounRole::kObject && left_open(v)) {
      set(RelationStatus::kPotential);
      freeze();
    } else if (view_.carrier(id) != kNobody) {
      if (!attended(chunk)) effect_of(group);
      if (group.adjective != kNoLemma) effect(group.adjective);   // "is due in Paris for talks"
      own_tense(v);
    } else if (chunk.role == NounRole::kPrepositional && chunk.noun == kNobody && (chunk.prep == Prep::kAgainst || chunk.prep == Prep::kOver)) {
      freeze();   // "marched to protest against the jailing": it was done
    } else if (chunk.role == NounRole::kPrepositional && chunk.noun == kNobody) {
      own_tense(v);
    } else if (chunk.role == NounRole::kObject || chunk.role == NounRole::kPredicate ||
               chunk.role == NounRole::kPrepositional) {
      const bool adjunct = chunk.role == NounRole::kPrepositional && view_.carrier(id) == kNobody &&
                           chunk.prep != Prep::kIn && chunk.prep != Prep::kOf;
      if (adjunct) {
        if (chunk.prep == Prep::kFor || chunk.prep == Prep::kBefore) {
          set(RelationStatus::kPlanned);   // "arrived for talks": what somebody came for
        } else if (chunk.prep == Prep::kAfter || chunk.prep == Prep::kDuring) {
          const Id finite = view_.finite_above(v);
          if (finite != kNobody && !view_.verb(finite).negated) own_tense(finite);
          if (chunk.prep == Prep::kAfter) set(RelationStatus::kHappened);
        }
        freeze();
      } else {
        const bool governs = effect_of(group);
        if (view_.is(group.lemma, kSays) && !modality.status && group.link != Link::kComplement) {
          says_only(v);
          return;
        }
        if (governs || is(group.lemma, kRaising)) own_tense(v);
      }
    }
    up(v);
  }

 private:
  bool is(LemmaId lemma, WordClass c) const { return view_.is(lemma, c); }
  void set(RelationStatus status) {
    if (!modality.status && !frozen_) modality.status = status;
  }

  // "scrapped [its plan] to buy jets", "[a plan] to sell jets was shelved": it is off.
  bool dropped(const NounChunk& plan) const {
    if (plan.verb == kNobody) return false;
    const VerbGroup& g = view_.verb(plan.verb);
    if (g.negated || plan.role != (g.passive ? NounRole::kSubject : NounRole::kObject)) return false;
    const LemmaId lemma = governing(g);
    static constexpr FewWords kTakeBack = {"withdraw", "rescind", "revoke", "retract"};   // "withdrew its offer to sell jets"
    if (words_.is_one_of(lemma, kTakeBack)) return true;
    return lemma != kNoLemma && (words_.classes(lemma) >> kIsCancelled & 1) != 0;
  }

  // "agreed [at a meeting]", "suspended it [in protest]": where or why something else is done.
  bool attended(const NounChunk& n) const {
    static constexpr FewWords kWhy = {"protest"};
    if (n.role != NounRole::kPrepositional) return false;
    return n.prep == Prep::kAt || (n.prep == Prep::kIn && words_.is_one_of(n.lemma, kWhy));
  }

  // "called its envoy home [to protest]": to do so, he is not asked to.
  bool calls_home(const VerbGroup& outer, const VerbGroup& inner) const {
    static constexpr FewWords kCall = {"call", "order"}, kHome = {"home", "back"};
    if (outer.object == kNobody || !words_.is_one_of(outer.lemma, kCall)) return false;
    for (Index t = view_.noun(outer.object).last; t < inner.first && t < view_.noun(outer.object).last + 2; ++t) {
      if (words_.is_one_of(view_.clauses().word(t).lemma, kHome)) return true;
    }
    return false;
  }

  // "sought [to calm] them": tried.
  bool tries(const VerbGroup& outer) const {
    return outer.object == kNobody && outer.adjective == kNoLemma && outer.lemma != kNoLemma && words_.lemma(outer.lemma) == "seek";
  }

  // What one condemns or mourns has happened, whether or not one does so.
  bool judged(Id v) const {
    const VerbGroup& g = view_.verb(v);
    if (named_so(v)) return true;
    static constexpr FewWords kJudge = {"condemn", "criticise", "criticize", "denounce", "deplore", "decry", "mourn", "lament", "investigate", "probe",
                                        "avenge", "protest", "commemorate", "punish", "applaud", "justify", "defend", "excuse", "explain"};
    return view_.words().is_one_of(g.lemma, kJudge);
  }

  // "called the arrest [a crime]", "described the raid [as a mistake]"
  bool named_so(Id v) const {
    if (!is(view_.verb(v).lemma, kNaming)) return false;
    const auto& nouns = view_.clauses().nouns;
    return std::ranges::any_of(nouns, [v](const NounChunk& n) {
      return n.verb == v && n.role == NounRole::kPrepositional && n.prep == Prep::kAs;
    });
  }

  // "[An attack] on Manila would trigger war", "[any raid] will be answered": it has not happened.
  bool imagined(const NounChunk& n, const VerbGroup& g) const {
    if (g.modal == kNoLemma || g.perfect) return false;
    const std::string_view modal = words_.lemma(g.modal);
    const Word& first = view_.clauses().word(n.first);
    if (first.lemma == kNoLemma || first.tag != Tag::kDeterminer) return false;
    const std::string_view determiner = words_.lemma(first.lemma);
    if (determiner == "any") return true;
    return (determiner == "a" || determiner == "an" || determiner == "another") && (modal == "would" || modal == "could" || modal == "might");
  }
  // "failed to persuade": asked, all the same.
  bool in_vain(const VerbGroup& outer, const VerbGroup& inner) const {
    static constexpr FewWords kTalk = {"talk", "win", "coax", "cajole"};   // "talk it into", "win it over"
    return outer.lemma != kNoLemma && words_.lemma(outer.lemma) == "fail" && (is(inner.lemma, kIsRequested) || words_.is_one_of(inner.lemma, kTalk));
  }
  // "went on [to sign it]", "ended up [shelling it]": it was done.
  bool goes_on(const VerbGroup& g) const {
    static constexpr FewWords kEnd = {"end", "wind", "finish"};
    static constexpr FewWords kUp = {"up"};
    const Clauses& c = view_.clauses();
    if (g.lemma == kNoLemma || g.last >= c.base + c.words.size()) return false;
    if (c.word(g.last).prep == Prep::kOn) return words_.lemma(g.lemma) == "go";
    return words_.is_one_of(g.lemma, kEnd) && words_.is_one_of(c.word(g.last).lemma, kUp);
  }
  // A verb with its particle, where the two mean another thing: "called off", "stopped short of".
  LemmaId governing(const VerbGroup& g) const {
    const Clauses& c = view_.clauses();
    if (g.lemma == kNoLemma || g.last >= c.base + c.words.size()) return g.lemma;
    const Word& next = c.word(g.last);
    static constexpr FewWords kParticles = {"off", "out", "up", "down", "back", "away", "short", "close", "yet"};
    if ((next.tag != Tag::kPreposition && next.tag != Tag::kAdverb && next.tag != Tag::kCoordinator) || !words_.is_one_of(next.lemma, kParticles)) return g.lemma;
    const std::string_view particle = words_.lemma(next.lemma);
    const LemmaId both = words_.with_particle(g.lemma, particle);
    return both != kNoLemma && affects(both) ? both : g.lemma;
  }

  // "will resume talks": they are to come.
  bool effect_of(const VerbGroup& g) {
    // "urged Chad [to resume] talks": what stands above says whether they are held
    if (g.infinitive && !g.finite && g.parent != kNobody && is(governing(g), kIsOngoing) && shapes(view_.verb(g.parent))) return true;
    to_come_ = g.modal != kNoLemma && words_.lemma(g.modal) == "will";
    const bool governs = effect(governing(g));
    to_come_ = false;
    return governs;
  }

  // What a governing word does to the thing it governs.
  bool effect(LemmaId lemma) {
    if (lemma == kNoLemma) return false;
    const std::uint32_t c = words_.classes(lemma);
    const auto has = [c](WordClass k) { return (c >> k & 1) != 0; };
    if (frozen_) return false;
    if (has(kIsDenied)) {
      modality.denied = !modality.denied;
      return true;
    }
    if (has(kIsCancelled)) return set(RelationStatus::kCancelled), true;
    if (has(kIsThreatened)) return set(RelationStatus::kThreatened), true;
    if (has(kIsPromised)) return set(RelationStatus::kPromised), true;
    if (has(kIsOffered)) return set(RelationStatus::kOffered), true;
    if (has(kIsAgreed)) return set(RelationStatus::kAgreed), true;
    if (has(kIsRequested)) return set(RelationStatus::kRequested), true;
    if (has(kIsPlanned)) return set(RelationStatus::kPlanned), true;
    if (has(kIsPotential)) return set(RelationStatus::kPotential), true;
    if (has(kIsHearsay)) return modality.hearsay = true, false;
    if (has(kIsOngoing)) return set(to_come_ ? RelationStatus::kPlanned : RelationStatus::kOngoing), true;
    return false;
  }

  // Is the word one that changes the status of what it governs?
  bool affects(LemmaId lemma) const {
    return lemma != kNoLemma && (words_.classes(lemma) & ((1u << kIsCounterfactual) - 1)) != 0;
  }

  // Does the verb say that what depends on it is asked for, planned or agreed?
  bool shapes(const VerbGroup& g) const {
    static constexpr std::uint32_t kToCome = (1u << kIsPlanned) | (1u << kIsPotential) | (1u << kIsRequested) | (1u << kIsOffered) | (1u << kIsThreatened) |
                                             (1u << kIsPromised) | (1u << kIsAgreed) | (1u << kIsDenied);
    return (words_.classes(g.adjective != kNoLemma ? g.adjective : governing(g)) & kToCome) != 0;
  }

  // "the first", "the latest": one of a row.
  bool counted(const NounChunk& n) const {
    static constexpr std::string_view kCounts[] = {"first", "second", "third", "fourth", "last", "latest", "only"};
    for (Index t = n.first; t < n.head; ++t) {
      const LemmaId lemma = view_.clauses().word(t).lemma;
      if (lemma == kNoLemma) continue;
      for (const std::string_view word : kCounts) {
        if (words_.lemma(lemma) == word) return true;
      }
    }
    return false;
  }

  void effect_of_intransitive(Id v) {
    const VerbGroup& group = view_.verb(v);
    if (group.adjective != kNoLemma) effect(group.adjective);
    const std::uint32_t c = words_.classes(group.lemma);
    if (c >> kIsOngoing & 1 && !group.past) set(RelationStatus::kOngoing);
  }

  // "planned meeting", "possible sale", "alleged attack", "planned" after the noun.
  void modifiers(const NounChunk& n) {
    static constexpr FewWords kPast = {"recent", "latest", "previous", "past", "deadly", "bloody"};   // "to discuss the [recent] launch": it was
    for (Index t = n.first; t < n.head; ++t) {
      const Word& w = view_.clauses().word(t);
      if (w.tag != Tag::kAdjective && w.tag != Tag::kNoun) continue;
      if (w.mention != kNone) continue;
      LemmaId lemma = w.lemma;
      if (w.tag == Tag::kAdjective && words_.is_one_of(lemma, kPast)) {
        set(RelationStatus::kHappened);
        freeze();
      }
      if (w.tag == Tag::kNoun && !is(lemma, kIsHearsay) && !is(lemma, kIsPotential)) continue;
      if (is(lemma, kIsRequested) || is(lemma, kIsDenied)) continue;
      effect(lemma);
    }
  }

  // "will not hesitate to strike"
  bool at_once(const VerbGroup& g) const { return g.negated && g.lemma != kNoLemma && words_.lemma(g.lemma) == "hesitate"; }

  // "did not rule out [sending] troops", "declined to rule out [a strike]": it may be done.
  bool left_open(Id v) const {
    const VerbGroup& g = view_.verb(v);
    const LemmaId both = governing(g);
    if (both == kNoLemma || words_.lemma(both) != "rule_out") return false;
    if (g.negated) return true;
    if (g.link != Link::kInfinitive || g.parent == kNobody) return false;
    const VerbGroup& p = view_.verb(g.parent);
    return is(p.lemma, kIsDenied) != p.negated;
  }

  // "no [evidence] that Togo attacked", "Benin's [claim] that it did": the noun that a clause fills out; kNobody if none.
  Id noun_before_that(const VerbGroup& g) const {
    const Clauses& c = view_.clauses();
    if (g.subject == kNobody) return kNobody;
    const NounChunk& subject = view_.noun(g.subject);
    const Index that = subject.possessor != kNobody ? view_.noun(subject.possessor).first : subject.first;
    if (that < c.base + 2 || subject.first > g.first) return kNobody;
    const Word& word = c.word(that - 1);
    return word.entry && word.entry->closed == Closed::kThat ? c.noun_of[that - 2 - c.base] : kNobody;
  }

  // What nothing speaks for.
  bool no_evidence(Id sign) const {
    static constexpr FewWords kSigns = {"evidence", "proof", "sign", "indication", "suggestion", "hint", "trace", "confirmation", "basis"};
    if (sign == kNobody || !words_.is_one_of(view_.noun(sign).lemma, kSigns)) return false;
    const NounChunk& n = view_.noun(sign);
    return n.negated || (n.verb != kNobody && view_.verb(n.verb).negated);
  }

  // Whose claim it is.
  void claimed(Id claim) {
    static constexpr FewWords kClaims = {"claim", "allegation", "accusation", "assertion", "charge", "statement", "report", "belief", "suggestion", "insistence"};
    if (claim == kNobody || modality.speaker.mention != kNone || !words_.is_one_of(view_.noun(claim).lemma, kClaims)) return;
    if (view_.noun(claim).possessor == kNobody) return;
    const Party speaker = view_.speaker(view_.noun(claim).possessor);
    if (speaker.mention != kNone) modality.speaker = speaker;
  }

  // The group's own tense and mood.
  void own_tense(Id id) {
    if (frozen_) return;
    const VerbGroup& g = view_.verb(id);
    // "neither Chad nor Mali agreed to sign": one subject of both, and one denial.
    const bool nobody = g.subject != kNobody && g.subject != denied_subject_ && g.link != Link::kRelative &&
                        view_.noun(g.subject).negated;  // "neither Chad, which left, nor"
    if (nobody) denied_subject_ = g.subject;
    const Id filled_out = noun_before_that(g);
    if ((g.negated != nobody) != no_evidence(filled_out)) modality.denied = !modality.denied;
    claimed(filled_out);
    if (g.hearsay) modality.hearsay = true;
    if (g.modal != kNoLemma) {
      const std::string_view m = words_.lemma(g.modal);
      if (m == "will" || m == "shall" || m == "'ll" || m == "wo") {
        set(RelationStatus::kPlanned);
      } else if (m == "would") {
        set(g.link == Link::kComplement ? RelationStatus::kPlanned : RelationStatus::kPotential);
      } else if (!(g.perfect && m == "must")) {
        set(RelationStatus::kPotential);
      }
      return;
    }
    if (g.link == Link::kConditional) return set(RelationStatus::kPotential);
    if (g.infinitive) {
      if (g.finite) set(RelationStatus::kPlanned);          // "Kim to visit Russia"
      else if (g.link == Link::kPurpose) set(RelationStatus::kPlanned);
      return;                                               // the parent says
    }
    if (!g.finite) return;
    if (g.progressive) return set(g.past ? RelationStatus::kHappened : RelationStatus::kOngoing);
    if (g.perfect || g.past || g.form == kPast) return set(RelationStatus::kHappened);
    // Present: a headline reports, running text describes.
    present_ = true;
  }

  void says_only(Id v) {
    const VerbGroup& g = view_.verb(v);
    if (is(g.lemma, kSays) && g.subject != kNobody) say(v);
    up(v);
  }

  void say(Id v) {
    const VerbGroup& g = view_.verb(v);
    if (g.negated) return;
    Id who = g.subject;
    if (g.passive) {
      // "was accused [by Benin] of attacking": a source that is named
      std::vector<Filler> by;
      view_.fill({v, kNobody}, kSubj, by);
      if (by.empty() || by[0].noun == kNobody) {
        modality.hearsay = true;
        return;
      }
      who = by[0].noun;
    }
    if (modality.speaker.mention != kNone || who == kNobody) return;
    const Party speaker = view_.speaker(who);
    if (speaker.mention == kNone) return;
    modality.speaker = speaker;
    modality.said_verb = v;
  }

  void up(Id id) {
    for (int steps = 0; steps < kMostSteps; ++steps) {
      const VerbGroup& g = view_.verb(id);
      if (g.parent_noun != kNobody && (g.link == Link::kInfinitive || g.link == Link::kGerund)) {
        // "its plan to", "accusations of"
        const NounChunk& noun = view_.noun(g.parent_noun);
        if (noun.mention == kNone && dropped(noun)) set(RelationStatus::kCancelled);
        else if (noun.mention == kNone) effect(noun.lemma);
        static constexpr FewWords kSpent = {"time", "effort", "opportunity", "chance", "pain", "expense"};   // "lost no [time] in condemning it"
        if (noun.negated && !words_.is_one_of(noun.lemma, kSpent)) modality.denied = !modality.denied;
      }
      const Id parent = g.parent;
      if (g.link == Link::kComplement && g.parent_noun != kNobody && parent == kNobody) {
        shape(view_.noun(g.parent_noun).lemma);
      }
      if (parent == kNobody || parent == id) return;
      const VerbGroup& p = view_.verb(parent);
      switch (g.link) {
        case Link::kInfinitive: {
          // "has yet to decide [whether to send] troops": it may
          static constexpr FewWords kWhether = {"whether"};
          if (g.infinitive && view_.follows_one_of(g.first, kWhether)) {
            set(RelationStatus::kPotential);
            freeze();
            break;
          }
          if (at_once(p)) {
            set(p.past ? RelationStatus::kHappened : RelationStatus::kPlanned);
            if (!frozen_) modality.denied = !modality.denied;   // it is no denial
          }
          if (p.adjective != kNoLemma) effect(p.adjective);
          else if (in_vain(p, g)) break;
          else if (goes_on(p)) {}
          else if (tries(p)) set(RelationStatus::kPotential);
          else if (calls_home(p, g)) set(RelationStatus::kHappened);
          else if (p.lemma != kNoLemma && (words_.lemma(p.lemma) == "give" || words_.lemma(p.lemma) == "apply")) {
            set(RelationStatus::kRequested);   // "gave them a day to leave", "applied to join"
          }
          else if (g.parent_noun == kNobody) effect_of(p);
          // "is to visit", but not "is to blame"
          if (p.adjective == kNoLemma && p.lemma != kNoLemma && words_.lemma(p.lemma) == "be" &&
              (g.passive || g.lemma == kNoLemma || words_.lemma(g.lemma) != "blame")) set(RelationStatus::kPlanned);
          if (is(p.lemma, kSays) && (g.form == kGerund || p.passive)) say(parent);
          // "is believed to have downed", "seems to have": it is done
          static constexpr FewWords kSeem = {"seem", "appear", "turn", "know", "think", "believe", "suspect", "presume", "understand", "assume", "rumour", "rumor", "hold"};
          if (g.infinitive && g.perfect && p.adjective == kNoLemma && ((p.passive && is(p.lemma, kSays)) || words_.is_one_of(p.lemma, kSeem))) set(RelationStatus::kHappened);
          // "claims to have downed"
          if (is(p.lemma, kSays) && g.infinitive && g.perfect && !p.passive) {
            say(parent);
            set(RelationStatus::kHappened);
          }
          inherit(parent);
          break;
        }
        case Link::kGerund: {
          const bool accusing = is(p.lemma, kSays) && is(p.lemma, kObjectControl);
          // "warned it [against sending] troops": nobody has sent them.
          const Prep prep = g.first > view_.clauses().base ? view_.clauses().word(g.first - 1).prep : Prep::kNone;
          // "voted against [sending] troops": they are not sent
          static constexpr FewWords kDecide = {"vote", "decide", "rule"};
          if (prep == Prep::kAgainst && words_.is_one_of(p.lemma, kDecide)) {
            if (!p.negated && !frozen_) modality.denied = !modality.denied;
            inherit(parent);
            break;
          }
          if (prep == Prep::kAgainst) {
            set(RelationStatus::kPotential);
            if (is(p.lemma, kSays)) say(parent);
            freeze();
            break;
          }
          // "sent troops [without telling] Ghana": it was not told.
          if (without(g.first)) {
            if (!p.negated && !frozen_) modality.denied = !modality.denied;
            if (p.past || p.perfect || p.form == kPast) set(RelationStatus::kHappened);
            inherit(parent);
            break;
          }
          if (goes_on(p)) {
            inherit(parent);
            break;
          }
          // "cannot go for fear [of being] arrested": he may be
          static constexpr FewWords kFear = {"fear", "risk", "danger"};
          if (prep == Prep::kOf && g.parent_noun != kNobody && view_.noun(g.parent_noun).prep == Prep::kFor &&
              words_.is_one_of(view_.noun(g.parent_noun).lemma, kFear)) {
            set(RelationStatus::kPotential);
            freeze();
            break;
          }
          // "stopped Mali [from selling] arms", "talked it [out of selling] them": it did not.
          static constexpr FewWords kStop = {"stop", "halt", "talk", "scare", "frighten", "argue", "dissuade", "restrain", "keep", "cheat"};
          if ((prep == Prep::kFrom || prep == Prep::kOf || prep == Prep::kNone) && (p.object != kNobody || p.passive) && words_.is_one_of(p.lemma, kStop)) {
            // "nobody stopped it [from selling] them"
            static constexpr FewWords kNoOne = {"nobody", "none", "nothing"};
            if (!frozen_ && !(p.subject != kNobody && words_.is_one_of(view_.noun(p.subject).lemma, kNoOne))) modality.denied = !modality.denied;
            inherit(parent);
            break;
          }
          // "is credited [with shelling] it"
          static constexpr FewWords kCredit = {"credit"};
          if (prep == Prep::kWith && words_.is_one_of(p.lemma, kCredit)) set(RelationStatus::kHappened);
          // "was cleared [of attacking] Ghana"
          static constexpr FewWords kClears = {"clear", "acquit", "absolve", "exonerate", "exculpate", "vindicate"};
          if (prep == Prep::kOf && words_.is_one_of(p.lemma, kClears)) {
            if (!p.negated && !frozen_) modality.denied = !modality.denied;
            set(RelationStatus::kHappened);
            freeze();
            break;
          }
          if (left_open(parent)) {
            set(RelationStatus::kPotential);
            freeze();
            break;
          }
          // "urged Chad to stop [after meeting] its president": a time, and no content.
          if (tells_order(prep)) {
            if (p.past || p.perfect || p.form == kPast) set(RelationStatus::kHappened);
            inherit(parent);
            freeze();
            break;
          }
          // "stopped short of condemning Chad [for shelling] it": it was shelled
          static constexpr FewWords kJudge = {"condemn", "criticise", "criticize", "denounce", "rebuke", "punish", "censure", "chide", "castigate", "praise", "thank"};
          if (prep == Prep::kFor && accusing && g.subject != p.subject && words_.is_one_of(p.lemma, kJudge)) {
            if (!p.negated) say(parent);
            set(RelationStatus::kHappened);
            freeze();
            break;
          }
          // "has not forgiven Peru [for jailing] him": for what was done.
          if (prep == Prep::kFor && !accusing && g.subject != p.subject && g.subject != kNobody) {
            set(RelationStatus::kHappened);
            freeze();
            break;
          }
          // "talks on [allowing] it to strike": it is not allowed yet
          static constexpr FewWords kTalks = {"talk", "negotiation", "discussion", "debate", "consultation"};
          Id topic = prep == Prep::kOn || prep == Prep::kAbout ? g.parent_noun : kNobody;
          if (topic != kNobody && view_.noun(topic).role == NounRole::kPrepositional && view_.noun(topic).prep == Prep::kWith) topic = view_.noun(topic).noun;
          if (topic != kNobody && words_.is_one_of(view_.noun(topic).lemma, kTalks) && !frozen_) {
            modality.status = RelationStatus::kPotential;
            freeze();
            break;
          }
          if (accusing) {
            say(parent);
            set(RelationStatus::kHappened);
          } else if (g.parent_noun == kNobody) {
            effect_of(p);
          }
          inherit(parent);
          break;
        }
        case Link::kComplement: {
          shape(g.parent_noun != kNobody ? view_.noun(g.parent_noun).lemma : p.lemma);
          if (!frozen_ && (is(p.lemma, kIsDenied) || (p.negated && !is(p.lemma, kSays)))) {
            modality.denied = !modality.denied;
          }
          if (is(p.lemma, kSays)) say(parent);
          set_default();
          freeze();
          break;
        }
        case Link::kReduced:
          // "the prospect of Armenia [leaving] the pact"
          if (g.form == kGerund && g.parent_noun != kNobody) {
            const NounChunk& who = view_.noun(view_.noun(g.parent_noun).first_conjunct);
            if (who.prep == Prep::kOf && who.noun != kNobody && view_.noun(who.noun).mention == kNone) effect(view_.noun(who.noun).lemma);
          }
          // "could result in Kim putting": the frame of the clause around holds.
          if (g.form == kGerund && p.modal != kNoLemma && !of_object(g)) inherit(parent);
          else freeze();
          break;
        case Link::kParticiple:
          if (p.modal != kNoLemma && p.subject == g.subject) {
            if (!p.negated && !(p.subject != kNobody && view_.noun(p.subject).negated)) inherit(parent);
          }
          set(RelationStatus::kHappened);
          freeze();
          break;
        case Link::kPurpose:
          if (p.negated && !frozen_) modality.denied = !modality.denied;
          break;
        default: freeze(); break;
      }
      id = parent;
    }
  }

  // "will not withdraw [the troops] fighting Chad": they do; but "would see the troops leaving"
  bool of_object(const VerbGroup& g) const {
    static constexpr FewWords kShow = {"see", "have", "mean", "involve", "include", "leave", "get", "keep", "risk", "find", "stop", "prevent", "watch", "bring"};
    if (g.parent_noun == kNobody) return false;
    const NounChunk& who = view_.noun(view_.noun(g.parent_noun).first_conjunct);
    return who.role == NounRole::kObject && who.mention != kNone && who.verb != kNobody && !words_.is_one_of(view_.verb(who.verb).lemma, kShow);
  }

  // "demanded that Togo pay", "its promise that it would": what governs the clause decides.
  void shape(LemmaId lemma) {
    if (lemma == kNoLemma || frozen_ || !is(lemma, kThatClause)) return;
    if (modality.status && *modality.status != RelationStatus::kPlanned && *modality.status != RelationStatus::kPotential) {
      return;
    }
    if (is(lemma, kIsDenied)) return;   // polarity is turned elsewhere
    std::optional<RelationStatus> before;
    modality.status.swap(before);
    effect(lemma);
    if (!modality.status) modality.status = before;
  }

  // A clause under "said" has its own tense; nothing above changes its status.
  // What stands above this point reports the clause, but no longer shapes it.
  void freeze() {
    if (present_) set(RelationStatus::kOngoing);
    frozen_ = true;
  }
  void set_default() {
    if (present_) set(RelationStatus::kOngoing);
  }

  // The parent's negation, mood and tense hold for what depends on it.
  void inherit(Id parent) {
    own_tense(parent);
  }

  const View& view_;
  const Lexicon& words_;
  bool present_ = false, frozen_ = false, to_come_ = false;
  Id denied_subject_ = kNobody;

 public:
  bool present() const { return present_; }
};

Modality finish(const View& view, Climb& climb) {
  Modality m = climb.modality;
  if (!m.status && climb.present()) {
    const Sentence& s = view.document().sentences()[view.clauses().sentence];
    m.status = s.title ? RelationStatus::kHappened : RelationStatus::kOngoing;
  }
  return m;
}

}  // namespace

Modality modality_of_verb(const View& view, Id verb) {
  Climb climb(view);
  climb.from_verb(verb);
  return finish(view, climb);
}

Modality modality_of_noun(const View& view, Id noun) {
  Climb climb(view);
  climb.from_noun(noun);
  return finish(view, climb);
}

}  // namespace dragoman
