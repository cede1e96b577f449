// Part of dragoman; see LICENSE.
//
// Who fills a role: the parties that stand in its slots, or whose deed, whose conduct, whose words stand there.

#include "relation/extractor.h"

#include <algorithm>
#include <string_view>

#include "mention/helped.h"
#include "relation/role_types.h"
#include "token/word_set.h"

namespace dragoman {

// Is the entity among the parties?
bool Extractor::among(const std::vector<Party>& parties, Index entity) {
  return std::ranges::any_of(parties, [entity](const Party& p) { return p.entity == entity; });
}

// Appends to `into` those in parties_ who are not in `but`.
void Extractor::take_parties(std::vector<Party>& into, const std::vector<Party>& but) const {
  for (const Party& p : parties_) {
    if (!among(but, p.entity)) into.push_back(p);
  }
}

// "the death of six men [in a raid] by rebels"
bool Extractor::in_course(const NounChunk& n) {
  return n.role == NounRole::kPrepositional && (n.prep == Prep::kIn || n.prep == Prep::kDuring);
}

// "killed [in an attack]": the verb of what happened in the course of an event; kNobody: none.
Id Extractor::happened_in(const View& view, Id event) const {
  const NounChunk& first = view.noun(view.noun(event).first_conjunct);
  return in_course(first) ? first.verb : kNobody;
}

bool Extractor::mediates(const View& view, Id noun) const {
  static constexpr FewWords kMediate = {"mediate", "broker", "sponsor", "oversee"};
  // "The United States, Egypt and Qatar proposed a truce": several who propose it want it of others.
  static constexpr FewWords kPropose = {"propose", "suggest", "draft", "table", "urge", "back", "endorse"};
  // "tore up a truce that [Moscow] brokered"
  if (const Id m = view.made(noun); m != kNobody && !view.verb(m).passive && !view.verb(m).reduced_passive && frames_.lexicon().is_one_of(view.verb(m).lemma, kMediate)) return true;
  const Id v = view.carrier(noun);
  if (v == kNobody) return false;
  const VerbGroup& g = view.verb(v);
  if (frames_.lexicon().is_one_of(g.lemma, kMediate)) return true;
  // "Egypt called for a truce": who fights none of it, but where it says with whom.
  static constexpr FewWords kCallFor = {"call", "appeal", "plead"};
  static constexpr FewWords kUrge = {"urge"};
  const bool called_for = view.noun(view.noun(view.container(noun)).first_conjunct).prep == Prep::kFor && frames_.lexicon().is_one_of(g.lemma, kCallFor);
  if (called_for || frames_.lexicon().is_one_of(g.lemma, kUrge)) {
    std::vector<Filler> with;
    view.prepositional({kNobody, noun}, Prep::kWith, with);
    return with.empty();
  }
  const bool several = g.subject != kNobody && view.noun(g.subject).next_conjunct != kNobody;
  return several && frames_.lexicon().is_one_of(g.lemma, kPropose);
}

// "protested against the jailing [of the cleric]", "condemned the attack [on Gaza]": who suffers a deed is not to blame for it.
bool Extractor::is_victim(const View& view, const Filler& f) const {
  static constexpr FewWords kDone = {"jailing", "arrest", "detention", "imprisonment", "killing", "murder", "assassination", "execution",
                                     "kidnapping", "abduction", "trial", "prosecution", "persecution", "deportation", "expulsion", "death", "ouster",
                                     "overthrow", "poisoning", "conviction", "torture", "beating", "shooting", "disappearance", "release",
                                     "massacre", "slaughter", "bombing", "shelling", "bombardment", "invasion", "annexation", "siege", "blockade",
                                     "harassment", "beheading", "lynching", "stabbing", "rape", "hanging", "flogging", "stoning", "caning", "mistreatment",
                                     "ill-treatment", "abuse", "drowning", "lashing", "incarceration", "capture"};
  static constexpr FewWords kAimed = {"attack", "raid", "strike", "airstrike", "assault", "bombing", "siege", "ambush"};
  // "[Chilean] journalist", "Das, [a Hindu monk]": the phrase that it is of
  Id id = f.noun;
  if (id == kNobody && f.mention != kNone && document_->mentions[f.mention].first >= clauses_.base &&
      document_->mentions[f.mention].first - clauses_.base < clauses_.noun_of.size()) {
    id = clauses_.noun_of[document_->mentions[f.mention].first - clauses_.base];
  }
  if (id != kNobody && view.noun(id).role == NounRole::kApposition && view.noun(id).apposition_of != kNobody) id = view.noun(id).apposition_of;
  if (id == kNobody) return false;
  const NounChunk& n = view.noun(view.noun(id).first_conjunct);
  if (n.noun == kNobody || n.role != NounRole::kPrepositional) return false;
  if (n.noun == current_.noun) return false;   // "a verbal attack on [Togo]": the attack is the blame
  // "the arrest in Minsk [of a blogger]", "the killing by Chad [of a priest]"
  Id head = n.noun;
  if (n.prep == Prep::kOf && view.noun(head).role == NounRole::kPrepositional && view.noun(head).noun != kNobody &&
      frames_.lexicon().is_one_of(view.noun(view.noun(head).noun).lemma, kDone)) {
    head = view.noun(head).noun;
  }
  const LemmaId what = view.noun(head).lemma;
  // "a bill on [foreign agents]"
  static constexpr FewWords kTexts = {"bill", "law", "plan", "decision", "proposal", "policy", "reform", "tax", "decree", "constitution", "film", "report"};
  if ((n.prep == Prep::kOn || n.prep == Prep::kAbout || n.prep == Prep::kFor) && frames_.lexicon().is_one_of(what, kTexts)) return true;
  if (n.prep == Prep::kOn || n.prep == Prep::kAgainst) return frames_.lexicon().is_one_of(what, kAimed);
  return n.prep == Prep::kOf && frames_.lexicon().is_one_of(what, kDone);
}

// "Nine soldiers died when [jets] bombed a barracks": whoever attacked killed them.
void Extractor::whose_attack(const View& view, Id died, const RelationType& type) {
  static constexpr FewWords kAttack = {"attack", "bomb", "bombard", "shell", "raid", "ambush", "strike", "storm", "overrun", "fire", "shoot",
                                       "assault", "hit", "strafe", "torpedo", "mortar"};
  static constexpr FewWords kWhen = {"when", "after", "as"};
  static constexpr FewWords kClash = {"clash", "shootout", "gunfight", "firefight", "battle", "gunbattle", "skirmish", "fighting", "confrontation", "brawl",
                                       "melee", "scuffle", "exchange"};
  // "killed in a shootout [with police]"
  std::vector<Filler> in, with;
  for (const Prep prep : {Prep::kIn, Prep::kDuring, Prep::kAfter}) view.prepositional({died, kNobody}, prep, in);
  for (const Filler& f : in) {
    if (f.noun != kNobody && frames_.lexicon().is_one_of(view.noun(f.noun).lemma, kClash)) view.prepositional({kNobody, f.noun}, Prep::kWith, with);
  }
  const auto take = [&](const Filler& doer) {
    parties_.clear();
    view.parties(doer, type.roles[0].types, parties_);
    take_parties(filled_[0], filled_[1]);
  };
  if (!with.empty()) return take(with.front());
  // "accused it of trying to have him [killed] after gunmen shot at him": nobody died
  static constexpr FewWords kHave = {"have", "get", "see", "want"};
  if (died > 0 && !view.verb(died).finite && frames_.lexicon().is_one_of(view.verb(died - 1).lemma, kHave)) return;
  // "Three were killed and five wounded in an attack by [rebels]"
  static constexpr FewWords kHurtToo = {"wound", "injure", "hurt"};
  if (died + 1 < Id(clauses_.verbs.size()) && view.verb(died).passive && frames_.lexicon().is_one_of(view.verb(died + 1).lemma, kHurtToo)) {
    in.clear();
    for (const Prep prep : {Prep::kIn, Prep::kBy}) view.prepositional({died + 1, kNobody}, prep, in);
    for (const Filler& f : in) {
      parties_.clear();
      whose_deed(view, f, type.roles[0].types);
      if (!parties_.empty()) return take_parties(filled_[0], filled_[1]);
    }
  }
  for (Id k = died + 1; k < Id(clauses_.verbs.size()) && k < died + 6; ++k) {
    const VerbGroup& g = view.verb(k);
    if (g.link != Link::kAdverbial || g.subject == kNobody || !g.finite || g.passive || g.negated || g.modal != kNoLemma) continue;
    if (view.noun(g.subject).first < view.verb(died).last) continue;
    const bool fire = g.object != kNobody && frames_.lexicon().lemma(g.lemma) == "open" && view.noun(g.object).lemma != kNoLemma &&
                      frames_.lexicon().lemma(view.noun(g.object).lemma) == "fire";
    if (!fire && !frames_.lexicon().is_one_of(g.lemma, kAttack)) continue;
    bool when = false;
    const Index first = view.noun(g.subject).first;
    for (Index t = first; t-- > view.verb(died).last && t + 4 > first && !when;) {
      when = clauses_.word(t).lemma != kNoLemma && frames_.lexicon().is_one_of(clauses_.word(t).lemma, kWhen);
    }
    if (when) return take({g.subject});
  }
}

// "Two soldiers and a policeman", "three rebels and a gunman", "a soldier and a child": did they not fight each other?
bool Extractor::of_one_side(const Party& a, const Party& b) const {
  static constexpr FewWords kServe = {"soldier", "policeman", "officer", "police", "troop", "guard", "marine", "gendarme", "army", "trooper", "serviceman", "commando",
                                      "paramilitary", "ranger"};
  static constexpr FewWords kRise = {"rebel", "insurgent", "militant", "guerrilla", "gunman", "fighter", "separatist", "extremist", "jihadist", "attacker", "militiaman",
                                     "terrorist", "bandit", "assailant", "mutineer", "protester", "demonstrator", "rioter", "smuggler", "trafficker", "islamist"};
  const auto noun = [this](const Party& p) {
    if (p.mention == kNone) return kNoLemma;
    const Mention& m = document_->mentions[p.mention];
    if (m.sentence != clauses_.sentence || document_->entities[p.entity].type != MentionType::kGroup) return kNoLemma;
    return clauses_.word(m.last - 1).lemma;
  };
  const LemmaId x = noun(a), y = noun(b);
  if (x == kNoLemma || y == kNoLemma || document_->entities[a.entity].state != document_->entities[b.entity].state) return false;
  const auto is = [this](const auto& words, LemmaId lemma) { return frames_.lexicon().is_one_of(lemma, words); };
  return !((is(kServe, x) && is(kRise, y)) || (is(kRise, x) && is(kServe, y)));
}

// "planted the bomb [that killed six in Omagh]", "set off a mine that wrecked a Togolese lorry": what a relative clause says it did, and where.
void Extractor::what_it_hit(const View& view, Id verb, const RelationType& type) {
  static constexpr FewWords kHarm = {"kill", "wound", "injure", "hurt", "maim", "destroy", "damage", "hit", "tear", "rip", "blow", "wreck", "demolish", "bring", "down",
                                     "shatter", "devastate", "rock", "sink", "gut", "leave", "claim", "explode", "go", "strike"};
  const Id bomb = view.verb(verb).passive ? view.verb(verb).subject : view.verb(verb).object;
  if (bomb == kNobody) return;
  for (Id v = 0; v < Id(clauses_.verbs.size()); ++v) {
    const VerbGroup& g = view.verb(v);
    if (g.link != Link::kRelative || g.parent_noun != bomb || g.passive || g.negated || !frames_.lexicon().is_one_of(g.lemma, kHarm)) continue;
    parties_.clear();
    if (g.object != kNobody) view.parties({g.object}, type.roles[1].types, parties_);
    if (stateless(parties_)) {
      std::vector<Filler> where;
      for (const Prep prep : {Prep::kAt, Prep::kOn, Prep::kIn, Prep::kNear}) view.prepositional({v, kNobody}, prep, where);
      std::vector<Party> victims = parties_;
      parties_.clear();
      for (const Filler& f : where) {
        if (parties_.empty()) view.parties(f, type.roles[1].types, parties_);
      }
      if (parties_.empty()) parties_ = victims;
    }
    return take_parties(filled_[1], filled_[0]);
  }
}

// "[Two soldiers] were killed in clashes with the rebels": those who fell fought.
void Extractor::who_fell_in(const View& view, Id clash, const RelationType& type, RoleId a, RoleId b) {
  static constexpr FewWords kFell = {"kill", "wound", "injure", "die", "capture", "perish", "fall"};
  const Id v = happened_in(view, clash);
  if (v == kNobody) return;
  const VerbGroup& g = view.verb(v);
  if (g.negated || g.subject == kNobody || !(g.passive || g.object == kNobody) || !frames_.lexicon().is_one_of(g.lemma, kFell)) return;
  parties_.clear();
  view.parties({g.subject}, type.roles[a].types, parties_);
  std::erase_if(parties_, [this](const Party& p) { return document_->entities[p.entity].type == MentionType::kPerson; });
  // "Ten soldiers and 44 rebels were killed in clashes": with each other.
  if (filled_[b].empty() && (parties_.size() != 2 || of_one_side(parties_[0], parties_[1]))) return;
  take_parties(filled_[a], filled_[b]);
}

// "[Rebels] killed six men in an attack on Goma": in their own.
void Extractor::who_did_it_in(const View& view, Id attack, const RelationType& type) {
  static constexpr FewWords kHurt = {"kill", "wound", "injure", "destroy", "capture", "abduct", "kidnap", "massacre", "burn", "slaughter", "shoot", "arrest", "detain"};
  const Id v = happened_in(view, attack);
  if (v == kNobody) return;
  const VerbGroup& g = view.verb(v);
  if (g.passive || g.negated || g.subject == kNobody || g.object == kNobody || !frames_.lexicon().is_one_of(g.lemma, kHurt)) return;
  parties_.clear();
  view.parties({g.subject}, type.roles[0].types, parties_);
  take_parties(filled_[0], filled_[1]);
}

// "Mexico broke with Ecuador, whose police stormed [its] embassy": nobody attacks what is his; of the only other state.
void Extractor::of_the_other(const View& view, const Filler& f) {
  if (f.noun == kNobody || parties_.empty() || filled_[0].empty()) return;
  Id owner = view.noun(f.noun).possessor;
  // "one of [its] ships"
  const Id last = std::min<Id>(f.noun + 3, Id(clauses_.nouns.size()));
  for (Id of = f.noun + 1; owner == kNobody && of < last; ++of) {
    if (view.noun(of).noun == f.noun && view.noun(of).prep == Prep::kOf) owner = view.noun(of).possessor;
  }
  if (owner == kNobody || !view.noun(owner).pronoun) return;
  const auto code = [this](const Party& p) -> std::string_view {
    const Entity& e = document_->entities[p.entity];
    return e.type == MentionType::kState ? e.id : e.state;
  };
  const auto doer = [&](const Party& p) {
    return std::ranges::any_of(filled_[0], [&](const Party& q) {
      return q.entity == p.entity || (!code(q).empty() && code(q) == code(p)) ||
             (q.mention != kNone && document_->mentions[q.mention].entity == p.entity);
    });
  };
  if (!std::ranges::all_of(parties_, doer)) return;
  static constexpr TypeSet kStates = {MentionType::kState, MentionType::kGroup};
  Party other{kNone, kNone};
  std::vector<Party> here;
  for (Id id = 0; id < owner; ++id) {
    if (view.noun(id).pronoun || view.noun(id).date) continue;
    here.clear();
    view.parties({id}, kStates, here);
    for (const Party& p : here) {
      if (document_->entities[p.entity].type != MentionType::kState || doer(p)) continue;
      if (other.entity != kNone && other.entity != p.entity) return;
      other = p;
    }
  }
  if (other.entity == kNone) return;
  parties_.assign(1, other);
}

// "Armenia broke the ceasefire": that is none.
bool Extractor::breaks(const View& view, Id noun) const {
  static constexpr FewWords kBreak = {"break", "violate", "breach", "shatter"};
  const Id v = view.carrier(noun);
  return v != kNobody && frames_.lexicon().is_one_of(view.verb(v).lemma, kBreak);
}

// "Iran and Hezbollah joined the war": on one side of it.
bool Extractor::joins(const View& view, Id noun) const {
  static constexpr FewWords kJoin = {"join", "enter"};
  const Id v = noun == kNobody ? kNobody : view.carrier(noun);
  return v != kNobody && frames_.lexicon().is_one_of(view.verb(v).lemma, kJoin);
}

// "hailed the raid", "set the raid beside others", "backed sanctions": whoever speaks of it did not do it.
bool Extractor::speaks_of(const View& view, Id noun, EventKind kind) const {
  static constexpr FewWords kJudge = {"hail", "back", "support", "reject", "dismiss", "deride", "mock"};
  static constexpr FewWords kPlace = {"set", "put", "face"};
  const Id v = view.carrier(noun);
  if (v == kNobody) return false;
  const LemmaId lemma = view.verb(v).lemma;
  // "The mayors went [on trial]": it is theirs
  if (const NounChunk& n = view.noun(noun); n.lemma != kNoLemma && n.prep == Prep::kOn && frames_.lexicon().lemma(n.lemma) == "trial") return true;
  // "holds Iran responsible [for the raid]"
  const NounChunk& first = view.noun(view.noun(view.container(noun)).first_conjunct);
  if (kind == EventKind::kConflict && first.role == NounRole::kPrepositional && first.prep == Prep::kFor &&
      view.verb(v).object != kNobody) {
    return true;
  }
  // "fought [for control] of the town": nobody has it
  static constexpr FewWords kVie = {"fight", "battle", "vie", "compete", "struggle", "jostle"};
  if (first.role == NounRole::kPrepositional && first.prep == Prep::kFor && frames_.lexicon().is_one_of(lemma, kVie)) return true;
  return frames_.lexicon().is_one_of(lemma, kJudge) || (kind == EventKind::kConflict && frames_.lexicon().is_one_of(lemma, kPlace));
}

// "a withdrawal [from Kuwait]", "protests [against him]"
bool Extractor::left_or_opposed(const View& view, const NounChunk& n) const {
  static constexpr FewWords kLeave = {"withdrawal", "pullout", "retreat", "departure", "exit", "evacuation", "removal", "expulsion"};
  static constexpr FewWords kOppose = {"protest", "rally", "demonstration", "strike", "uprising", "resistance", "war", "struggle", "fight", "attack", "sanction", "action",
                                       "measure", "embargo", "boycott", "charge", "case"};
  if (n.role != NounRole::kPrepositional || n.noun == kNobody) return false;
  if (n.prep == Prep::kAgainst) return frames_.lexicon().is_one_of(view.noun(n.noun).lemma, kOppose);
  return n.prep == Prep::kFrom && frames_.lexicon().is_one_of(view.noun(n.noun).lemma, kLeave);
}

// "demanded the release of X", "called for their withdrawal": the verb by which somebody wants others to do what the noun says; kNobody: none.
Id Extractor::wanted_by(const View& view, Id noun) const {
  static constexpr FewWords kWant = {"demand", "request", "urge", "await"};
  static constexpr FewWords kCall = {"call", "appeal", "ask", "press", "push", "plead", "campaign", "clamour", "lobby"};
  const NounChunk& first = view.noun(view.noun(view.container(noun)).first_conjunct);
  if (first.verb == kNobody) return kNobody;
  const LemmaId lemma = view.verb(first.verb).lemma;
  if (first.role == NounRole::kObject || first.role == NounRole::kSubject) return frames_.lexicon().is_one_of(lemma, kWant) ? first.verb : kNobody;
  const bool called = first.role == NounRole::kPrepositional && first.prep == Prep::kFor && frames_.lexicon().is_one_of(lemma, kCall);
  return called ? first.verb : kNobody;
}

// "demanded the release of X [by Togo]", "asked Togo for it": whoever was just said to be asked by the verb does it.
void Extractor::asked_by(const View& view, Id verb) {
  if (unknown_yet()) return;
  const Span asks = document_->tokens.tokens[view.verb(verb).head].span();
  for (const Relation& r : std::span<const Relation>(document_->relations).subspan(first_of_sentence_)) {
    if (r.trigger.start > asks.start || r.trigger.end < asks.end || !schema_.type(r.type).is(RelationTrait::kAsks)) continue;
    for (const Argument& a : r.arguments) {
      if (a.role == 1 && a.entity != kNone && !among(filled_[0], a.entity)) filled_[0].push_back({a.mention, a.entity});
    }
  }
}

bool Extractor::stateless(const std::vector<Party>& parties) const {
  return std::ranges::all_of(parties, [this](const Party& p) {
    const Entity& e = document_->entities[p.entity];
    return e.type == MentionType::kGroup && e.state.empty();
  });
}

bool Extractor::places_alone(const std::vector<Party>& parties) const {
  return std::ranges::all_of(parties, [this](const Party& p) {
    const MentionType type = document_->entities[p.entity].type;
    return type == MentionType::kCity || type == MentionType::kPlace;
  });
}

void Extractor::fill_role(const View& view, const Frame& frame, const RelationType& type,
               const RoleSlots& role, const Filler& f, bool near) {
  const TypeSet types = role.takes;
  parties_.clear();
  if (frame.deeds && role.role > 0) {
    doers_of_deed(view, f);
  } else {
    view.parties(f, types, parties_);
    if (parties_.empty()) who_is_quoted(view, f, types);
  }
  if (role.role > 0 && type.is(RelationTrait::kJudges)) judged_in_it(view, f);
  if (parties_.empty() && role.role > 0 && type.is(RelationTrait::kJudges)) owner_of_conduct(view, f, types);
  // "dismissed as baseless a charge [by Ghana]": whose charge it is
  if (parties_.empty() && role.role == 1 && near && f.noun != kNobody && type.is(RelationTrait::kAnswers)) {
    std::vector<Filler> by;
    view.prepositional({kNobody, f.noun}, Prep::kBy, by);
    for (const Filler& whose : by) view.parties(whose, types, parties_);
  }
  // "killed by a raid", "the killing by an Israeli raid of two men"
  const bool by_deed = current_.verb != kNobody || (f.noun != kNobody && (view.noun(f.noun).prep == Prep::kBy || in_course(view.noun(f.noun))));
  if (parties_.empty() && role.role == 0 && type.kind == EventKind::kConflict && by_deed) {
    whose_deed(view, f, types);
  }
  // "foiled a [Russian] plot to kill him": the nation whose plot it is
  if (parties_.empty() && role.role == 0 && f.noun != kNobody && current_.verb != kNobody && view.verb(current_.verb).parent_noun == f.noun &&
      view.verb(current_.verb).infinitive) {
    named_before_head(view, view.noun(f.noun), types);
  }
  if (role.role == 1 && parties_.empty() && type.is(RelationTrait::kThirdParty) && near) whose_dispute(view, f, types);
  if (role.role == 1 && type.is(RelationTrait::kOnOthers)) of_the_other(view, f);
  if (role.role == 1 && type.is(RelationTrait::kAnswers)) {
    if (is_charge(view, f)) who_accused();
    of_the_sayer(view, f, current_.verb, types);
  }
  if (role.role == 0 && type.is(RelationTrait::kAsks) && current_.noun != kNobody) {
    of_the_sayer(view, f, view.answering(current_.noun), types);
  }
  // "an inquiry into the killing of [protesters]": they are not looked into.
  if (role.role > 0 && type.is(RelationTrait::kWeighs) && is_victim(view, f)) parties_.clear();
  for (Party p : parties_) {
    // A party fills one role only, except in lists that pair_up() divides.
    const auto elsewhere = [&](const Party& party) {
      for (const RoleSlots& other : frame.roles) {
        if (other.role == role.role || other.value) continue;
        if (type.roles[role.role].name == "of" && other.role == 0 && near) continue;   // "Senegal elected Wade": to an office of its own
        if (among(filled_[other.role], party.entity)) return true;
      }
      return false;
    };
    // "The Kremlin dismissed all talk of [Russian] guilt": nobody denies what he says himself
    if (role.role == 1 && type.is(RelationTrait::kAnswers) && document_->entities[p.entity].type == MentionType::kState &&
        std::ranges::any_of(filled_[0], [&](const Party& doer) {
          const Entity& who = document_->entities[doer.entity];
          return (is_a(who.type, MentionType::kOrganisation) || who.type == MentionType::kPerson) && who.state == document_->entities[p.entity].id;
        })) {
      continue;
    }
    // "Sri Lanka's army fought Tamil rebels": what is of the same state stands for itself.
    if (role.role > 0 && (of_the_doer(view, f, p, type.symmetric && type.kind != EventKind::kConflict) || of_own_state(type, role.role, p, near))) continue;
    if (elsewhere(p) && (!near || frame.deeds || of_one_phrase(frame, role.role, p) || !as_itself(types, p) || elsewhere(p))) continue;
    auto& list = filled_[role.role];
    if (!among(list, p.entity)) list.push_back(p);
  }
}

// "Chad's government and the rebels, whose talks": who already fills another role in the same words is not two.
bool Extractor::of_one_phrase(const Frame& frame, RoleId role, const Party& party) const {
  return std::ranges::any_of(frame.roles, [&](const RoleSlots& other) {
    if (other.role == role || other.value) return false;
    const std::vector<Party>& there = filled_[other.role];
    return std::ranges::any_of(there, [&](const Party& p) { return p.entity == party.entity && p.mention == party.mention; });
  });
}

// "Guyana's president called [it] a threat", "talks held by the emir of [Qatar]": the state of whoever acts, where
// it stands there by a pronoun or within a person's own title, is no other party.
bool Extractor::of_the_doer(const View& view, const Filler& f, const Party& party, bool between) const {
  // "proclaimed [himself] president": nobody else is meant
  static constexpr FewWords kSelves = {"himself", "herself", "itself", "themselves"};
  if (f.noun != kNobody && view.noun(f.noun).pronoun && current_.verb != kNobody && view.verb(current_.verb).subject != kNobody &&
      kSelves.has_in_any_case(document_->slice(document_->tokens.tokens[view.noun(f.noun).first].span()))) {
    const Party self = view.speaker(view.verb(current_.verb).subject);
    if (self.entity != kNone && self.entity != party.entity) return true;
  }
  // "The rebels freed the men, handing [them] over": nobody does it to himself but by "themselves".
  if (f.noun != kNobody && view.noun(f.noun).pronoun && std::ranges::any_of(filled_[0], [&](const Party& doer) {
        return doer.mention != kNone && document_->mentions[doer.mention].entity == party.entity;
      })) {
    return true;
  }
  if (document_->entities[party.entity].type != MentionType::kState) return false;
  // "vowed to defend [his] country"
  static constexpr FewWords kTheirs = {"his", "her", "their"};
  const auto theirs = [&](const NounChunk& n) {
    return n.possessor != kNobody
               ? view.noun(n.possessor).pronoun
               : kTheirs.has_in_any_case(document_->slice(document_->tokens.tokens[n.first].span()));
  };
  const bool own = f.noun != kNobody && theirs(view.noun(f.noun)) &&
                   (between || view.is_land(view.noun(f.noun).lemma));  // "met [his] cabinet" too
  const bool pronoun = own || (f.noun != kNobody && view.noun(f.noun).pronoun);
  const Id of = f.noun != kNobody && view.noun(f.noun).prep == Prep::kOf ? view.noun(f.noun).noun : kNobody;
  const auto chunk = [&](const Party& p) {
    if (p.mention == kNone || document_->mentions[p.mention].sentence != clauses_.sentence) return kNobody;
    return clauses_.noun_of[document_->mentions[p.mention].first - clauses_.base];
  };
  const auto beside = [&](const Party& a, const Party& b) { return chunk(a) != kNobody && chunk(a) == chunk(b); };
  return std::ranges::any_of(filled_[0], [&](const Party& doer) {
    const Entity& who = document_->entities[doer.entity];
    if (who.state != document_->entities[party.entity].id) return false;
    if (pronoun) return who.type != MentionType::kGroup;
    // "former Botswana president X mediated"
    if (beside(party, doer)) return who.type == MentionType::kPerson;
    if (who.type != MentionType::kPerson || doer.mention == kNone || party.mention == kNone) return false;
    if (of != kNobody && view.noun(of).mention == doer.mention) return true;
    const Mention &outer = document_->mentions[doer.mention], &inner = document_->mentions[party.mention];
    return outer.first <= inner.first && inner.last <= outer.last;
  });
}

// Nobody invades his own state; "Marcos signed an agreement on the training [of Filipino nurses]": the other party is not
// his own state, where no more than a complement names it.
bool Extractor::of_own_state(const RelationType& type, RoleId role, const Party& party, bool near) const {
  if (type.roles[role].name == "of") return false;   // "assumed the presidency of Ghana"
  if (document_->entities[party.entity].type != MentionType::kState) return false;
  const bool on_others = type.is(RelationTrait::kOnOthers);
  if (!on_others && near) return false;
  return std::ranges::any_of(filled_[0], [&](const Party& doer) {
    const Entity& who = document_->entities[doer.entity];
    return who.state == document_->entities[party.entity].id && (on_others ? who.type != MentionType::kArmedGroup : who.type == MentionType::kPerson);
  });
}

// '"[We] ask Delhi to stop," Prachanda said': I and we inside a quotation are who is quoted.
void Extractor::who_is_quoted(const View& view, const Filler& f, TypeSet types) {
  if (f.noun == kNobody || quotations_.empty()) return;
  const NounChunk& n = view.noun(f.noun);
  if (!n.pronoun || n.lemma == kNoLemma) return;
  const std::string_view word = frames_.lexicon().lemma(n.lemma);
  if (word != "i" && word != "we" && word != "us" && word != "me") return;
  Quotation* quote = quotation_at(quotations_, n.head);
  if (!quote || unknown_yet()) return;
  const Party speaker = quoted(*quote);
  Party party;
  if (speaker.mention != kNone && view.accept(speaker.mention, types, party)) parties_.push_back(party);
}

// "accused Niger of arming rebels, [which] Niger denies": all that was said, not the rebels.
bool Extractor::is_charge(const View& view, const Filler& f) const {
  if (f.noun == kNobody || current_.verb == kNobody) return false;
  const VerbGroup& g = view.verb(current_.verb);
  if (g.link != Link::kRelative || g.object != f.noun || g.subject == kNobody || g.subject == f.noun) return false;
  static constexpr FewWords kWhich = {"which"};
  const Index first = view.noun(g.subject).first;
  return first >= clauses_.base + 2 && clauses_.word(first - 2).tag == Tag::kComma && view.follows_one_of(first, kWhich);
}

// Who accused another in this sentence, in place of parties_.
void Extractor::who_accused() {
  if (unknown_yet()) return;
  parties_.clear();
  for (std::size_t i = document_->relations.size(); i-- > 0 && document_->relations[i].sentence == clauses_.sentence;) {
    const Relation& r = document_->relations[i];
    if (schema_.type(r.type).kind != EventKind::kSpeech || r.arguments.empty() || r.arguments[0].entity == kNone) continue;
    if (among(filled_[0], r.arguments[0].entity)) continue;
    parties_.push_back({r.arguments[0].mention, r.arguments[0].entity});
    return;
  }
}

// A group that stood for its state, as the group that it is.
bool Extractor::as_itself(TypeSet types, Party& party) const {
  if (party.mention == kNone || !allows(types, MentionType::kGroup)) return false;
  const Mention& m = document_->mentions[party.mention];
  if (m.type != MentionType::kGroup || m.entity == kNone || m.entity == party.entity ||
      document_->entities[m.entity].type != MentionType::kGroup) {
    return false;
  }
  // "Chad and Mali threatened to close [their] borders": they are no third
  if (!document_->entities[m.entity].members.empty()) return false;
  // "accused Chile of spying on [its] navy": whose it is, is not known well enough.
  if (m.first > clauses_.base && m.sentence == clauses_.sentence) {
    const Entry* before = clauses_.word(m.first - 1).entry;
    if (before && before->closed == Closed::kPossessiveDeterminer) return false;
  }
  party.entity = m.entity;
  return true;
}

// "Togo attacked Ghana and Benin condemned [it]": what was just told of, rather than whom it was done to.
void Extractor::judged_in_it(const View& view, const Filler& f) {
  static constexpr std::uint64_t kIt = word_hash("it");
  if (f.noun == kNobody || !view.noun(f.noun).pronoun || document_->tokens.tokens[view.noun(f.noun).first].hash != kIt) return;
  // "Canada seized a trawler. Madrid called [it] piracy": a sentence further back, too
  static constexpr FewWords kCalls = {"call", "brand", "label", "describe", "denounce", "hail", "welcome", "condemn", "deplore", "applaud"};
  const bool calls = current_.verb != kNobody && frames_.lexicon().is_one_of(view.verb(current_.verb).lemma, kCalls);
  if (unknown_yet()) return;
  const Relation* last = nullptr;
  for (std::size_t i = document_->relations.size(); i-- > 0;) {
    const Relation& r = document_->relations[i];
    if (r.sentence + (calls ? 1 : 0) < clauses_.sentence || (last && last->sentence != r.sentence)) break;
    const RelationType& type = schema_.type(r.type);
    if (type.kind == EventKind::kSpeech || type.is(RelationTrait::kNoDeed) || type.is(RelationTrait::kJudges) || r.arguments.size() < 2) continue;
    if (last && r.sentence != clauses_.sentence && last->background != r.background) {
      if (last->background) last = &r;
      continue;
    }
    if (r.trigger.start < document_->tokens.tokens[view.noun(f.noun).first].start && (!last || r.trigger.start > last->trigger.start)) last = &r;
  }
  if (!last || last->arguments[0].entity == kNone || among(filled_[0], last->arguments[0].entity)) return;
  if (!calls && among(filled_[0], last->arguments[1].entity)) return;
  const bool done_to = parties_.empty() || std::ranges::all_of(parties_, [last](const Party& p) { return p.entity != last->arguments[0].entity; });
  if (!done_to) return;
  parties_.clear();
  parties_.push_back({last->arguments[0].mention, last->arguments[0].entity});
  if (schema_.type(last->type).symmetric && last->arguments[1].entity != kNone) parties_.push_back({last->arguments[1].mention, last->arguments[1].entity});
}

// "Turkey condemned [the coup]", "Doha turned down [the demands]": the doers of what was reported last, in this
// sentence or the one before; of what the noun names, in the three before.
void Extractor::doers_of_deed(const View& view, const Filler& f) {
  if (f.noun == kNobody) return;
  const NounChunk& n = view.noun(f.noun);
  if (n.mention != kNone || !view.is(n.lemma, kDeedNoun) || n.possessor != kNobody) return;
  const Entry* first = clauses_.word(n.first).entry;
  if (!first || first->closed != Closed::kDeterminer) return;
  // "Peru expelled him, [a step] that Chile condemned": what was just told, said again.
  static constexpr FewWords kOne = {"a", "an"};
  const bool again = view.words().is_one_of(clauses_.word(n.first).lemma, kOne);
  if (again && (!n.after_comma || (n.role != NounRole::kFree && n.role != NounRole::kApposition))) return;
  // "the strike [by Fiji]" says whose it is.
  if (const Id next = f.noun + 1; next < Id(clauses_.nouns.size()) && view.noun(next).noun == f.noun) {
    // "the seizure of power"
    static constexpr FewWords kPower = {"power"};
    if (view.noun(next).prep == Prep::kBy || (view.noun(next).prep == Prep::kOf && !view.words().is_one_of(view.noun(next).lemma, kPower))) return;
  }
  const std::uint32_t before = document_->tokens.tokens[n.first].start;
  // An office or a place is no deed, nor, unless they are named, are words about one.
  const std::span<const Frames::DeedType> types = frames_.types_of_deed(n.lemma);
  const auto means = [&types](RelationTypeId type) {
    return std::ranges::any_of(types, [type](const Frames::DeedType& t) { return t.type == type; });
  };
  // ", [a move] that Chile condemned": whatever it was
  static constexpr FewWords kSaysLittle = {"move", "decision", "gesture", "act", "step", "deed"};
  const bool says_little = view.words().is_one_of(n.lemma, kSaysLittle);
  const Index reach = again ? 0 : types.empty() ? 1 : 3;
  // Whoever leaves office by a coup did not make it: it is laid to his state.
  const bool overthrow = std::ranges::any_of(types, [this](const Frames::DeedType& t) {
    const std::vector<MentionType>& who = schema_.type(t.type).roles[0].types;
    return who.size() == 1 && who[0] == MentionType::kPerson;
  });
  const auto doer = [&](const Relation& r) {
    Party party{kNone, kNone};
    if (r.arguments.empty() || r.arguments[0].role != 0 || r.arguments[0].entity == kNone) return party;
    party = {r.arguments[0].mention, r.arguments[0].entity};
    if (!overthrow || document_->entities[party.entity].type != MentionType::kPerson) return party;
    party.entity = view.state_by_code(document_->entities[party.entity].state);
    return party;
  };
  if (unknown_yet()) return;
  const Relation* last = nullptr;
  for (std::size_t i = document_->relations.size(); i-- > 0;) {
    const Relation& r = document_->relations[i];
    if (r.sentence + reach < clauses_.sentence) break;
    if (r.trigger.start >= before) continue;
    const RelationType& type = schema_.type(r.type);
    if ((types.empty() || (again && says_little) ? type.is(RelationTrait::kNoDeed) : !means(r.type)) || doer(r).entity == kNone) continue;
    // "fired on them before police killed them. Hamas praised [the attack]": an attack rather than who fell.
    const auto fell = [this](const Relation& of) { return schema_.type(of.type).is(RelationTrait::kFells); };
    const bool beside = last && last->sentence == r.sentence;
    if (beside && means(r.type) && means(last->type) && fell(*last) != fell(r)) {
      if (fell(*last)) last = &r;
      continue;
    }
    // "China broke off contacts after a captain who had rammed a ship was held. Tokyo regretted [the step]": what the sentence
    // before is about, rather than what it adds.
    if (last && says_little && last->sentence == r.sentence && r.sentence < clauses_.sentence && last->background != r.background) {
      if (last->background) last = &r;
      continue;
    }
    if (!last || r.trigger.start > last->trigger.start) last = &r;
  }
  if (!last) return;
  const std::vector<Relation>& told = document_->relations;
  const auto of_sentence = std::find_if(told.rbegin(), told.rend(), [last](const Relation& r) { return r.sentence < last->sentence; }).base();
  for (auto at = of_sentence; at != told.end() && at->sentence <= last->sentence; ++at) {
    const Relation& r = *at;
    if (r.trigger != last->trigger) continue;
    if (!types.empty() && !says_little && !means(r.type)) continue;
    const Party party = doer(r);
    const bool mutual = schema_.type(r.type).symmetric;
    // "denounced [the accord]": both who made it; who made it himself judges nobody by it
    const auto own = [&](const Argument& a) { return among(filled_[0], a.entity); };
    if (mutual && std::ranges::any_of(r.arguments, own)) return parties_.clear();
    // "Vietnam's premier welcomed [the decision]" to recognise Vietnam: he judges the other
    const auto home = [&](Index entity) {
      return document_->entities[entity].type == MentionType::kState && std::ranges::any_of(filled_[0], [&](const Party& judge) {
        return document_->entities[judge.entity].state == document_->entities[entity].id;
      });
    };
    // "Chad's army denied [the claim]": which was not its own
    const auto of_judge = [&](Index entity) {
      return std::ranges::any_of(filled_[0], [&](const Party& judge) {
        const std::string& state = document_->entities[entity].state;
        return document_->entities[entity].type == MentionType::kGroup && !state.empty() && state == document_->entities[judge.entity].id;
      });
    };
    if (party.entity != kNone && !among(parties_, party.entity) && !(mutual && home(party.entity)) && !of_judge(party.entity)) parties_.push_back(party);
    if (!mutual || r.arguments.size() < 2 || r.arguments[1].entity == kNone || home(r.arguments[1].entity)) continue;
    if (!among(parties_, r.arguments[1].entity)) parties_.push_back({r.arguments[1].mention, r.arguments[1].entity});
  }
}

// "[Spain] recognised it, prompting Israel to recall its envoy", "angering China, which cut ties": whoever provokes an
// unfriendly act is whom it is done to.
void Extractor::provoker(const View& view, const RelationType& type, At at) {
  static constexpr FewWords kProvoke = {"prompt", "lead", "provoke", "push", "spur", "cause", "drive", "anger", "infuriate", "enrage", "irk",
                                        "upset", "incense", "outrage", "irritate", "offend", "alarm", "rile", "displease", "annoy"};
  const VerbGroup& g = view.verb(at.verb);
  if (g.subject == kNobody || (g.link != Link::kInfinitive && g.link != Link::kRelative)) return;
  const Id above = g.link == Link::kInfinitive ? g.parent : view.noun(view.noun(g.subject).first_conjunct).verb;
  if (above == kNobody || (g.link == Link::kRelative && view.verb(above).object != g.subject)) return;
  const VerbGroup& p = view.verb(above);
  if (p.lemma == kNoLemma || !frames_.lexicon().is_one_of(p.lemma, kProvoke) || p.passive || p.subject == kNobody || p.subject == g.subject) return;
  if (!type.is(RelationTrait::kUnfriendly)) return;
  parties_.clear();
  view.parties({p.subject}, type.roles[1].types, parties_);
  if (parties_.empty()) doers_of_deed(view, {p.subject});
  // "[Mali]'s raid prompted Chad to", "the [Malian] raid prompted it to": whose deed it is
  if (parties_.empty()) whose_deed(view, {p.subject}, type.roles[1].types);
  if (parties_.empty() && view.noun(p.subject).possessor != kNobody) view.parties({view.noun(p.subject).possessor}, type.roles[1].types, parties_);
  std::erase_if(parties_, [this](const Party& party) { return among(filled_[0], party.entity); });
  // "to expel two diplomats": its own.
  if (filled_[1].empty() || (type.is(RelationTrait::kOnOthers) && !parties_.empty())) filled_[1] = parties_;
}

// "summoned [Chad's envoy] and demanded an answer", "telephoned [him] to ask for help", "met [him] to": whom one sends for, rings up or
// sees for that is asked.
void Extractor::summoned(const View& view, Id asking, const RelationType& type) {
  static constexpr FewWords kSendFor = {"summon", "convoke", "telephone", "phone", "haul"};
  static constexpr FewWords kSee = {"meet", "see", "visit"};
  const VerbGroup& g = view.verb(asking);
  const bool purpose = g.link == Link::kPurpose || g.link == Link::kInfinitive;
  const Id before = purpose ? g.parent : asking > 0 ? asking - 1 : kNobody;
  if (before == kNobody || before == asking) return;
  const VerbGroup& first = view.verb(before);
  const bool sees = purpose && frames_.lexicon().is_one_of(first.lemma, kSee);
  if ((!sees && !frames_.lexicon().is_one_of(first.lemma, kSendFor)) || first.passive || first.negated || first.object == kNobody ||
      first.subject != g.subject) {
    return;
  }
  parties_.clear();
  view.parties({first.object}, type.roles[1].types, parties_);
  take_parties(filled_[1], filled_[0]);
}

// "called for the release of [Bongo]": he is not asked.
bool Extractor::set_free(const View& view, const Filler& f) const {
  static constexpr FewWords kDone = {"release", "liberation", "freedom", "extradition", "arrest", "trial", "prosecution", "repatriation", "protection",
                                     "involvement", "guilt", "complicity", "innocence", "death", "murder"};
  if (f.noun == kNobody) return false;
  // "demanded [his] release"
  if (view.noun(f.noun).role == NounRole::kPossessor) {
    const Id owned = f.noun + 1;
    return owned < Id(clauses_.nouns.size()) && view.noun(owned).possessor == f.noun && frames_.lexicon().is_one_of(view.noun(owned).lemma, kDone);
  }
  const NounChunk& n = view.noun(view.noun(f.noun).first_conjunct);
  return n.prep == Prep::kOf && n.noun != kNobody && frames_.lexicon().is_one_of(view.noun(n.noun).lemma, kDone);
}

// "called for [Suu Kyi] to be freed", "demanded that [she] be allowed to leave": whoever holds somebody is asked, not he.
bool Extractor::is_to_be_freed(const View& view, At at, const Filler& f) const {
  static constexpr FewWords kFreed = {"free", "release", "let", "liberate", "extradite", "hand", "return", "protect", "treat", "allow", "permit", "spare", "pardon"};
  if (f.noun == kNobody || view.noun(f.noun).mention == kNone) return false;
  const Id done = view.complement_verb(at);
  if (done == kNobody || view.verb(done).subject != f.noun || !view.verb(done).passive || view.verb(done).lemma == kNoLemma) return false;
  return document_->mentions[view.noun(f.noun).mention].type == MentionType::kPerson && frames_.lexicon().is_one_of(view.verb(done).lemma, kFreed);
}

// "Ecuador stormed Mexico's embassy. Mexico broke off relations": with whoever was just said to have wronged it, or with
// whom another just broke.
void Extractor::offender(const VerbGroup& deed) {
  constexpr Index kNear = 1;   // sentences
  if (filled_[0].empty() || unknown_yet()) return;
  const auto mine = [&](Index entity) {
    return std::ranges::any_of(filled_[0], [&](const Party& doer) {
      const Entity& own = document_->entities[doer.entity];
      return entity == doer.entity || (!own.state.empty() && document_->entities[entity].state == own.state);
    });
  };
  for (std::size_t i = document_->relations.size(); i-- > 0;) {
    const Relation& r = document_->relations[i];
    if (r.sentence + kNear < clauses_.sentence) break;
    const RelationType& type = schema_.type(r.type);
    if (r.polarity == Polarity::kDenied || r.arguments.size() < 2 || r.arguments[0].role != 0 || r.arguments[1].role != 1) continue;
    const Index doer = r.arguments[0].entity, target = r.arguments[1].entity;
    if (doer == kNone || target == kNone) continue;
    const bool follows = type.is(RelationTrait::kFollowed) && !mine(doer) && !mine(target);
    const bool wronged = type.kind == EventKind::kConflict && !type.symmetric && mine(target) && !mine(doer);
    if (!follows && !wronged) continue;
    Index other = follows ? target : doer;
    if (document_->entities[other].type == MentionType::kGroup) continue;
    filled_[1].push_back({r.arguments[follows ? 1 : 0].mention, other});
    return;
  }
  // "Ethiopia signed it. Somalia recalled its envoy": from the one other state that was spoken of.
  static constexpr FewWords kRecall = {"recall", "call", "withdraw"};
  if (!frames_.lexicon().is_one_of(deed.lemma, kRecall)) return;
  Party only;
  const std::vector<Mention>& all = document_->mentions;
  const auto near = std::partition_point(all.begin(), all.end(), [this](const Mention& m) { return m.sentence + kNear < clauses_.sentence; });
  for (Index m = Index(near - all.begin()); m < all.size() && all[m].first < deed.first; ++m) {
    const Mention& mention = all[m];
    if (mention.entity == kNone || mention.form != MentionForm::kNamed) continue;
    if (document_->entities[mention.entity].type != MentionType::kState || mine(mention.entity)) continue;
    if (only.entity != kNone && only.entity != mention.entity) return;
    only = {m, mention.entity};
  }
  if (only.entity != kNone) filled_[1].push_back(only);
}

// "Chad expelled the envoys of Libya. [Niger] followed suit": Libya's.
void Extractor::done_before(RelationTypeId type) {
  if (unknown_yet()) return;
  for (std::size_t i = document_->relations.size(); i-- > 0;) {
    const Relation& r = document_->relations[i];
    if (r.sentence + 1 < clauses_.sentence) return;
    // "showed the envoy, whom it accuses, the door. Cuba followed suit": not with a charge
    if (r.type != type && schema_.type(r.type).is(RelationTrait::kFollowed) && !schema_.type(type).is(RelationTrait::kFollowed)) return;
    if (r.type != type || r.polarity == Polarity::kDenied || r.arguments.size() < 2 || r.arguments[0].role != 0 || r.arguments[1].role != 1) continue;
    const Index target = r.arguments[1].entity;
    if (target == kNone || among(filled_[0], r.arguments[0].entity) || among(filled_[0], target)) continue;
    filled_[1].push_back({r.arguments[1].mention, target});
    return;
  }
}

// "praised [the government's restraint]", "deplored French arrogance": whose it is.
void Extractor::owner_of_conduct(const View& view, const Filler& f, TypeSet types) {
  if (f.noun == kNobody) return;
  const NounChunk& n = view.noun(f.noun);
  if (n.mention != kNone || n.pronoun || n.date || view.is(n.lemma, kAgentNoun)) return;
  // "Ghana's annexation [by Togo]", "an attack on it by Togo": whoever did it.
  const bool deed = view.is(n.lemma, kDeedNoun) || !frames_.types_of_deed(n.lemma).empty();
  std::vector<Filler> by;
  view.prepositional({kNobody, f.noun}, Prep::kBy, by);
  // "the ruling [of the commission]", "the silence of Togo": whose words or bearing they are
  static constexpr FewWords kOfWhom = {"ruling", "decision", "verdict", "refusal", "statement", "remark", "comment", "threat", "announcement", "silence",
                                       "stance", "attitude", "conduct", "behaviour", "behavior", "policy", "failure", "hypocrisy", "inaction"};
  if (by.empty() && frames_.lexicon().is_one_of(n.lemma, kOfWhom)) view.prepositional({kNobody, f.noun}, Prep::kOf, by);
  for (const Filler& doer : by) {
    // "a remark hailed [by Togo]": hailed by it
    const bool own = deed || (doer.noun != kNobody && view.noun(view.noun(doer.noun).first_conjunct).noun == f.noun);
    // "[Russia]'s recognition of it, announced by the minister,": who announced it did not do it
    const bool of_participle = n.possessor != kNobody && doer.noun != kNobody && view.noun(doer.noun).noun == kNobody;
    if (own && !of_participle) view.parties(doer, types, parties_);
  }
  if (!parties_.empty()) return;
  if (n.possessor != kNobody) {
    view.parties({n.possessor}, types, parties_);
    // "a rally against [his] extradition": he did not do it
    static constexpr FewWords kSuffered = {"extradition", "arrest", "detention", "imprisonment", "jailing", "murder", "assassination", "execution", "trial",
                                           "prosecution", "conviction", "deportation", "ouster", "overthrow", "release", "killing", "death", "kidnapping",
                                           "abduction", "torture", "poisoning", "dismissal", "disappearance", "impeachment", "removal", "acquittal"};
    if (frames_.lexicon().is_one_of(n.lemma, kSuffered)) {
      std::erase_if(parties_, [this](const Party& p) { return document_->entities[p.entity].type == MentionType::kPerson; });
    }
    return;
  }
  named_before_head(view, n, types);
  if (!parties_.empty() || !deed) return;
  // "condemned the sanctions that [Peru] had imposed"
  for (Id v = 0; v < Id(clauses_.verbs.size()); ++v) {
    const VerbGroup& clause = view.verb(v);
    if (clause.link == Link::kRelative && clause.parent_noun == f.noun && clause.object == f.noun && clause.subject != kNobody && !clause.negated &&
        view.is(clause.lemma, kLight)) {
      return view.parties({clause.subject}, types, parties_);
    }
  }
}

// "[Israeli] raid"
void Extractor::named_before_head(const View& view, const NounChunk& n, TypeSet types) {
  view.inner_actors(n.first, n.head, [&](Index m) {
    // "an [Iranian]-made drone hit Kyiv": whose work it is does not fire it
    if (!only_makes(*document_, document_->mentions[m].last)) view.parties({kNobody, m}, types, parties_);
    return true;
  });
}

// "[blamed] the attack on rebels", "the killing was pinned on them": the verb that says whose deed it is, or kNobody.
Id Extractor::blamer(const View& view, Id deed) const {
  static constexpr FewWords kBlame = {"blame", "pin", "attribute", "ascribe"};
  const NounChunk& n = view.noun(view.noun(deed).first_conjunct);
  // "a raid [blamed] on rebels", "a raid on Goma [blamed] on rebels"
  if (const Id v = view.first_verb_after(n.last); v < Id(clauses_.verbs.size()) && view.verb(v).reduced_passive && view.verb(v).parent_noun != kNobody &&
                                                 frames_.lexicon().is_one_of(view.verb(v).lemma, kBlame)) {
    const Id of = view.verb(v).parent_noun;
    if (of == deed || view.noun(of).noun == deed) return v;
  }
  if (n.verb == kNobody || !frames_.lexicon().is_one_of(view.verb(n.verb).lemma, kBlame)) return kNobody;
  const bool object = n.role == NounRole::kObject && !view.verb(n.verb).passive;
  return object || (n.role == NounRole::kSubject && view.verb(n.verb).passive) ? n.verb : kNobody;
}

// "behind [Saturday's] attack": where what it says begins
Index Extractor::start_of(const View& view, const NounChunk& deed) {
  return deed.possessor != kNobody ? view.noun(deed.possessor).first : deed.first;
}

// "blames [the rebels] for the abduction of a nun", "was convicted of the murder": the object of such a verb; who "apologised for" it or
// "admitted" it, who "is behind" it or "responsible for" it: the subject; kNobody: nothing says so.
Id Extractor::charged_by_verb(const View& view, const NounChunk& deed) const {
  static constexpr FewWords kFor = {"blame", "fault", "convict", "indict", "jail", "sentence", "arrest", "detain", "try", "imprison", "execute", "punish", "condemn", "criticise",
                                    "criticize", "denounce", "rebuke", "censure", "castigate", "prosecute", "hang", "hold"};
  static constexpr FewWords kOf = {"accuse", "suspect", "convict", "acquit"};
  static constexpr FewWords kWith = {"charge"};
  static constexpr FewWords kIn = {"implicate", "incriminate", "involve", "embroil"};
  static constexpr FewWords kSorry = {"apologise", "apologize", "atone", "answer"};
  static constexpr FewWords kOwn = {"admit", "acknowledge", "confess", "defend", "justify", "mastermind", "orchestrate"};
  static constexpr FewWords kStand = {"be", "stand"};
  static constexpr FewWords kToBlame = {"responsible", "accountable", "culpable", "guilty", "answerable"};
  static constexpr FewWords kBehind = {"behind"};
  if (deed.verb == kNobody) return kNobody;
  const VerbGroup& g = view.verb(deed.verb);
  const auto is = [&](const auto& words) { return frames_.lexicon().is_one_of(g.lemma, words); };
  if (deed.role == NounRole::kObject) return is(kOwn) && !g.passive && !g.negated ? g.subject : kNobody;
  if (deed.role != NounRole::kPrepositional) return kNobody;
  const bool blames = ((deed.prep == Prep::kFor || deed.prep == Prep::kOver) && is(kFor)) || (deed.prep == Prep::kOf && is(kOf)) ||
                      (deed.prep == Prep::kWith && is(kWith)) || (deed.prep == Prep::kIn && is(kIn));
  if (blames && g.negated) return kNobody;
  if (blames && g.reduced_passive && g.subject == kNobody) return g.parent_noun;   // "[Sudan], suspected of complicity in it"
  if (blames) return g.passive ? g.subject : g.object;
  if (g.passive || g.negated) return kNobody;
  static constexpr FewWords kOwnTo = {"admit", "confess", "own"};
  const bool owns = (deed.prep == Prep::kTo && is(kOwnTo)) || (deed.prep == Prep::kFor && (is(kSorry) || frames_.lexicon().is_one_of(g.adjective, kToBlame))) ||
                    (deed.prep == Prep::kAround && is(kStand) && view.follows_one_of(start_of(view, deed), kBehind));
  return owns ? g.subject : kNobody;
}

// "demanded an apology from [Togo] for the raid", "[the group] behind the raid", "claimed responsibility for it": whoever the noun in front
// says did it.
void Extractor::charged_by_noun(const View& view, const NounChunk& deed, TypeSet types) {
  static constexpr FewWords kAmends = {"apology", "compensation", "reparation", "amends", "damages", "remorse"};
  static constexpr FewWords kBlame = {"responsibility", "blame", "credit"};
  static constexpr FewWords kTake = {"claim", "accept", "bear", "take", "assume", "admit", "acknowledge"};
  static constexpr FewWords kBehind = {"behind"};
  if (deed.role != NounRole::kPrepositional || deed.noun == kNobody) return;
  if (deed.prep == Prep::kAround && view.follows_one_of(start_of(view, deed), kBehind)) return view.parties({deed.noun}, types, parties_);
  if (deed.prep != Prep::kFor) return;
  Id about = deed.noun;
  // "an apology [from Togo] for": what follows it, too
  if (view.noun(about).role == NounRole::kPrepositional && view.noun(about).prep == Prep::kFrom && view.noun(about).noun != kNobody) about = view.noun(about).noun;
  const NounChunk& n = view.noun(about);
  if (frames_.lexicon().is_one_of(n.lemma, kAmends)) {
    std::vector<Filler> from;
    if (n.possessor != kNobody) from.push_back({n.possessor});
    else view.prepositional({kNobody, about}, Prep::kFrom, from);
    if (from.empty() && n.role == NounRole::kObject && n.verb != kNobody) view.prepositional({n.verb, kNobody}, Prep::kFrom, from);
    for (const Filler& f : from) view.parties(f, types, parties_);
    return;
  }
  if (!frames_.lexicon().is_one_of(n.lemma, kBlame)) return;
  if (n.possessor != kNobody) return view.parties({n.possessor}, types, parties_);
  if (n.role != NounRole::kObject || n.verb == kNobody) return;
  const VerbGroup& g = view.verb(n.verb);
  if (!g.passive && !g.negated && g.subject != kNobody && frames_.lexicon().is_one_of(g.lemma, kTake)) view.parties({g.subject}, types, parties_);
}

// "bombed [Togo] in retaliation for the raid", "expelled [its] envoys in response to the arrest of X": whom it is done to in return.
void Extractor::paid_back(const View& view, const NounChunk& deed) {
  static constexpr FewWords kReturn = {"retaliation", "response", "reply", "reprisal", "revenge", "retribution", "vengeance", "answer", "riposte", "payback"};
  if (deed.role != NounRole::kPrepositional || (deed.prep != Prep::kFor && deed.prep != Prep::kTo) || deed.noun == kNobody) return;
  const NounChunk& left = view.noun(deed.noun);
  if (!frames_.lexicon().is_one_of(left.lemma, kReturn) || left.role != NounRole::kPrepositional || left.possessor != kNobody || left.verb == kNobody) return;
  if (unknown_yet()) return;
  const Index head = view.verb(left.verb).head;
  const Span done = document_->tokens.tokens[head].span();
  for (const Relation& r : std::span<const Relation>(document_->relations).subspan(first_of_sentence_)) {
    if (r.trigger.start > done.start || r.trigger.end < done.end || r.polarity == Polarity::kDenied) continue;
    const RelationType& type = schema_.type(r.type);
    if (type.kind != EventKind::kConflict || type.symmetric) continue;
    for (const Argument& a : r.arguments) {
      if (a.role != 1 || a.entity == kNone || among(parties_, a.entity)) continue;
      // an envoy who is expelled did not do it himself
      if (type.is(RelationTrait::kOnOthers) && document_->entities[a.entity].type == MentionType::kPerson) continue;
      parties_.push_back({a.mention, a.entity});
    }
  }
}

// "blames [the rebels] for the abduction of a nun", "an apology from [Togo] for it": whoever is charged with what the noun says, or owns
// up to it, where nobody else is said to have done it.  of_victim: "accused [Togo] of his murder", whose it is did not do it.
void Extractor::who_is_charged(const View& view, Id deed, const RelationType& type, bool of_victim) {
  const NounChunk& n = view.noun(deed);
  if (!of_victim && n.possessor != kNobody && !view.noun(n.possessor).date) {
    const Index owner = view.noun(n.possessor).mention;
    if (owner == kNone || document_->mentions[owner].type != MentionType::kDate) return;
  }
  // "is accused [of involvement] in the raid": as of the raid
  const Id part = view.noun(n.first_conjunct).prep == Prep::kIn ? view.light_noun(deed) : kNobody;
  if (part != kNobody && view.noun(part).possessor != kNobody) return;
  const NounChunk& first = view.noun(view.noun(part != kNobody ? part : deed).first_conjunct);
  const Id accused = charged_by_verb(view, first);
  if (accused == kNobody && first.noun == kNobody) return;
  if (accused != kNobody && view.noun(accused).first >= n.first) return;
  std::vector<Filler> by;
  view.prepositional({kNobody, deed}, Prep::kBy, by);
  if (!by.empty()) return;
  parties_.clear();
  named_before_head(view, n, type.roles[0].types);
  if (!parties_.empty()) return;
  if (accused != kNobody) view.parties({accused}, type.roles[0].types, parties_);
  else charged_by_noun(view, first, type.roles[0].types);
  if (parties_.empty()) paid_back(view, first);
  take_parties(filled_[0], filled_[0]);
}

// A weapon, or a word for one.
bool Extractor::is_means(const NounChunk& n) const {
  static constexpr FewWords kWeapons = {"bomb", "missile", "rocket", "shell", "drone", "mortar", "grenade", "projectile", "torpedo", "device",
                                        "warhead", "salvo", "barrage", "warplane", "jet"};
  return (n.mention != kNone && document_->mentions[n.mention].type == MentionType::kWeapon) || frames_.lexicon().is_one_of(n.lemma, kWeapons);
}

// "fired a [missile] that hit a school", "a [missile] fired by rebels hit one": no test of it.
bool Extractor::struck(const View& view, Id fired) const {
  static constexpr FewWords kStrike = {"hit", "strike", "kill", "wound", "injure", "slam", "crash", "destroy", "damage", "sink", "demolish",
                                       "flatten", "hurt", "maim", "rip", "tear", "pierce", "explode", "plough", "plow", "smash", "bring", "down"};
  static constexpr FewWords kComeDown = {"land", "fall"};
  const Id weapon = view.verb(fired).passive ? view.verb(fired).subject : view.verb(fired).object;
  if (weapon == kNobody) return false;
  for (Id v = 0; v < Id(clauses_.verbs.size()); ++v) {
    const VerbGroup& g = view.verb(v);
    // "launched missiles [to destroy] a convoy"
    if (g.infinitive && g.parent == fired && g.link == Link::kPurpose && !g.passive && frames_.lexicon().is_one_of(g.lemma, kStrike)) return true;
    if (v == fired || g.subject != weapon || g.passive || g.negated) continue;
    if (frames_.lexicon().is_one_of(g.lemma, kStrike)) return true;
    if (!frames_.lexicon().is_one_of(g.lemma, kComeDown)) continue;
    std::vector<Filler> on;
    for (const Prep prep : {Prep::kIn, Prep::kOn, Prep::kNear}) view.prepositional({v, kNobody}, prep, on);
    static constexpr FewWords kWater = {"sea", "ocean", "water", "waters", "zone"};
    if (std::ranges::any_of(on, [&](const Filler& f) {
          return f.noun != kNobody && !view.noun(f.noun).date && !frames_.lexicon().is_one_of(view.noun(f.noun).lemma, kWater) &&
                 !(view.noun(f.noun).mention != kNone && document_->mentions[view.noun(f.noun).mention].type == MentionType::kPlace);
        })) {
      return true;
    }
  }
  return false;
}

// "[Mali] launched a raid that", "a raid carried out by [Mali] that", "[Mali] fired a rocket that": whoever did it or used it.
void Extractor::whose_means(const View& view, Id means, TypeSet types) {
  static constexpr FewWords kUse = {"fire", "launch", "carry", "set", "let", "detonate", "plant", "drop", "conduct", "mount", "stage", "use",
                                    "hurl", "throw", "lob", "unleash", "order", "explode", "send", "begin", "start", "execute", "commit",
                                    "respond", "retaliate", "reply", "answer"};
  const auto uses = [&](Id v) { return v != kNobody && v != current_.verb && frames_.lexicon().is_one_of(view.verb(v).lemma, kUse); };
  if (const NounChunk& n = view.noun(means); (n.role == NounRole::kObject || n.role == NounRole::kPrepositional) && uses(n.verb)) {
    const VerbGroup& g = view.verb(n.verb);   // "set off [a bomb]"
    if (n.role == NounRole::kPrepositional && g.object != kNobody) return;
    if (!g.passive && !g.negated && g.subject != kNobody) return view.parties({g.subject}, types, parties_);
  }
  for (Id v = 0; v < current_.verb; ++v) {
    if (view.verb(v).parent_noun != means || !view.verb(v).reduced_passive || !uses(v)) continue;
    std::vector<Filler> by;
    view.prepositional({v, kNobody}, Prep::kBy, by);
    for (const Filler& f : by) view.parties(f, types, parties_);
  }
}

// "[An Israeli raid] killed him", "an ambush by rebels": whoever did the deed.
void Extractor::whose_deed(const View& view, const Filler& f, TypeSet types) {
  Id id = f.noun;
  for (int steps = 0; steps < 3 && id != kNobody; ++steps) {
    const NounChunk& n = view.noun(id);
    if (n.pronoun || n.date) return;
    if (view.is(n.lemma, kDeedNoun) || is_means(n)) break;
    // "a raid on its soil, which killed two"
    if (current_.verb == kNobody || view.verb(current_.verb).link != Link::kRelative || n.role != NounRole::kPrepositional) return;
    id = n.noun;
  }
  if (id == kNobody || !(view.is(view.noun(id).lemma, kDeedNoun) || is_means(view.noun(id)))) return;
  const NounChunk& n = view.noun(id);
  if (n.possessor != kNobody) view.parties({n.possessor}, types, parties_);
  if (!parties_.empty()) return;
  named_before_head(view, n, types);
  if (!parties_.empty()) return;
  std::vector<Filler> by;
  view.prepositional({kNobody, id}, Prep::kBy, by);
  if (const Id blamed = by.empty() ? blamer(view, id) : kNobody; blamed != kNobody) {
    for (const Prep prep : {Prep::kOn, Prep::kTo}) view.prepositional({blamed, kNobody}, prep, by);
  }
  for (const Filler& doer : by) {
    if (parties_.empty()) view.parties(doer, types, parties_);
  }
  if (parties_.empty() && current_.verb != kNobody && view.verb(current_.verb).link == Link::kRelative) whose_means(view, id, types);
  // "claimed responsibility for an [ambush] that killed"
  if (parties_.empty() && current_.verb != kNobody && view.verb(current_.verb).link == Link::kRelative) {
    const NounChunk& first = view.noun(n.first_conjunct);
    if (const Id accused = charged_by_verb(view, first); accused != kNobody) view.parties({accused}, types, parties_);
    else charged_by_noun(view, first, types);
  }
}

// "A, B and C met": with one side empty, every two of the other are a pair.
void Extractor::pair_up(RelationTypeId type) {
  const auto [a, b] = frames_.party_roles(type);
  if (a < 0 || b < 0) return;
  auto& left = filled_[a];
  const auto& right = filled_[b];
  pairs_.clear();
  if (right.empty() && left.size() >= 2) {
    for (std::size_t i = 0; i < left.size(); ++i) {
      for (std::size_t j = i + 1; j < left.size() && pairs_.size() < kMostCombinations; ++j) {
        pairs_.push_back({left[i], left[j]});
      }
    }
  }
}

// "Chad and Sudan accused [each other]", "expelled [each other]'s envoys", "each side blamed [the other]"
bool Extractor::each_other(const View& view, At at, const RoleSlots& role) {
  const auto word = [this](Index t) { return document_->slice(document_->tokens.tokens[t].span()); };
  for (const std::uint8_t s : role.slots) {
    for (const Filler& f : slot(view, at, s)) {
      if (f.noun == kNobody) continue;
      // "expelled six [of the other's diplomats]"
      Id held = f.noun;
      const NounChunk& some = view.noun(f.noun);
      const bool counted = some.mention != kNone && document_->mentions[some.mention].type == MentionType::kQuantity;
      if (some.possessor == kNobody && (counted || clauses_.word(some.head).tag == Tag::kNumber || view.is(some.lemma, kContainerNoun))) {
        for (Id k = f.noun + 1; k < Id(clauses_.nouns.size()) && k < f.noun + 3; ++k) {
          if (view.noun(k).noun == f.noun && view.noun(k).prep == Prep::kOf) held = k;
        }
      }
      const NounChunk& n = view.noun(held);
      // "expelled a diplomat [of the other]"
      const Id of = held + 1;
      const bool behind = of < Id(clauses_.nouns.size()) && view.noun(of).noun == held && view.noun(of).prep == Prep::kOf && !n.pronoun &&
                          word(n.last - 1) != "other";
      const NounChunk& whose = n.possessor != kNobody ? view.noun(n.possessor) : behind ? view.noun(of) : n;
      const Index second = whose.last - 1;
      if (whose.last < whose.first + 2 || word(second) != "other") continue;
      const std::string_view first = word(second - 1);
      if (first == "each" || first == "one") return true;
      if (first == "the" && at.verb != kNobody && view.verb(at.verb).subject != kNobody) {
        const NounChunk& subject = view.noun(view.verb(at.verb).subject);
        const std::string_view each = word(subject.first);
        if (each == "each" || each == "Each") return true;
        // "Chad and Sudan have each accused the other"
        for (Index t = subject.last; t < view.verb(at.verb).head; ++t) {
          if (word(t) == "each") return true;
        }
      }
    }
  }
  return false;
}

// Each of those who do it, to each of the others.
void Extractor::each_to_others() {
  pairs_.clear();
  for (const Party& a : filled_[0]) {
    for (const Party& b : filled_[0]) {
      if (a.entity != b.entity && pairs_.size() < kMostCombinations) pairs_.push_back({a, b});
    }
  }
}

}  // namespace dragoman
