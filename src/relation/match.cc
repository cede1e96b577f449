// Part of dragoman; see LICENSE.
//
// A trigger held against one frame: what its slots and what is said around them give each role, then whether the parties
// make a relation of the type.

#include <algorithm>

#include "relation/extractor.h"
#include "relation/role_types.h"
#include "token/word_set.h"

namespace dragoman {

// "out of [Kosovo]", "from Kosovo"
bool Extractor::whence(const NounChunk& n) const {
  if (n.role != NounRole::kPrepositional) return false;
  if (n.prep == Prep::kFrom) return true;
  static constexpr std::uint64_t kOut = word_hash("out");
  return n.prep == Prep::kOf && n.first >= clauses_.base + 2 && document_->tokens.tokens[n.first - 2].hash == kOut;
}

// Is a pronoun the object that the role asks for?
bool Extractor::takes_weapon(const RelationType& type, std::size_t role) {
  return role < type.roles.size() && type.roles[role].types.size() == 1 && type.roles[role].types.front() == MentionType::kWeapon;
}

// A name of which nothing is known: "Vitol".
bool Extractor::unknown_name(const NounChunk& n) const {
  const Sentence& sentence = document_->sentences()[clauses_.sentence];
  return n.mention == kNone && n.lemma == kNoLemma && !sentence.caps && !sentence.title && document_->tokens.tokens[n.head].has(kInitialCapital);
}

bool Extractor::somebody_unknown(const View& view, At at, const RoleSlots& role) {
  for (const std::uint8_t s : role.slots) {
    if (s != kObj && s != kIobj) continue;
    for (const Filler& f : slot(view, at, s)) {
      if (f.noun != kNobody && (view.noun(f.noun).pronoun || unknown_name(view.noun(f.noun)))) return true;
    }
  }
  return false;
}

// One trigger and one frame that it may match.
struct Extractor::Try {
  const View& view;
  std::uint32_t frame_index;
  const Frame& frame;
  const RelationType& type;
  At at;
  Blame blame = {};
  bool charged = false;        // whoever is blamed fills the first role

  bool of_verb() const { return at.verb != kNobody; }
  bool conflict() const { return type.kind == EventKind::kConflict; }
  bool fight() const { return type.symmetric && conflict(); }
  bool pact() const { return type.symmetric && !conflict(); }
  bool is(RelationTrait trait) const { return type.is(trait); }
};

// "demanded the release of X": the verb by which somebody wants others to do it; kNobody: none, or the role is not theirs.
Id Extractor::wanted(const Try& t, const RoleSlots& role) const {
  const bool of_others = role.role == 0 && !role.value && !t.of_verb() && !t.type.symmetric && t.type.kind != EventKind::kSpeech &&
                         (occupied_ >> kLightSubj & 1) != 0;
  return of_others ? wanted_by(t.view, t.at.noun) : kNobody;
}

// Is whatever stands in a slot nobody who fills the role?
bool Extractor::passes_slot(const Try& t, const RoleSlots& role, std::uint8_t s, bool own) {
  const bool within = s == kComp || s == kCompSubj;
  // "Peru and Chile signed it in front of Lula": who signed are the parties.
  if (s == kComp && t.type.symmetric) {
    const auto [a, b] = frames_.party_roles(t.frame.type);
    if (role.role == b && filled_[a].size() >= 2) return true;
  }
  if (own && within) return true;
  // "urged [him] to write to Colombo", "ordered [Vitol] to pay Ecuador": where he is nobody known, nobody else was urged.
  if (within && role.role > 0 && t.type.kind == EventKind::kSpeech && filled_[role.role].empty() && somebody_unknown(t.view, t.at, role)) return true;
  if (s != kLightSubj) return false;
  // "demanded the release of X": whoever demands it does not do it
  if (wanted(t, role) != kNobody) return true;
  // "Egypt mediated the truce": who brings others together is no party to it.
  if ((t.pact() || t.type.kind == EventKind::kCooperation) && mediates(t.view, t.at.noun)) return true;
  return t.pact() ? breaks(t.view, t.at.noun) : speaks_of(t.view, t.at.noun, t.type.kind);
}

// Does a filler say where, whence or who else, rather than who fills the role?
bool Extractor::passes_filler(const Try& t, const RoleSlots& role, std::uint8_t s, const Filler& f) const {
  if (s == kComp && t.is(RelationTrait::kAsks) && set_free(t.view, f)) return true;
  if ((s == kComp || s == kCompSubj) && t.is(RelationTrait::kAsks) && is_to_be_freed(t.view, t.at, f)) return true;
  // "summoned the envoy to complain that [a woman] had died": to the envoy
  if (s == kCompSubj && t.of_verb() && t.view.summoned_to_hear(t.at.verb) != kNobody) return true;
  // "complained that [the deportees] had been robbed": not they did it
  if (s == kCompSubj && t.is(RelationTrait::kJudges)) {
    if (const Id told = t.view.complement_verb(t.at); told != kNobody && t.view.verb(told).passive) return true;
  }
  if (f.noun == kNobody) return false;
  const NounChunk& n = t.view.noun(f.noun);
  // "insisted on a withdrawal from [Kuwait]", "called for protests against [Musharraf]": they are not asked
  if (s == kComp && t.is(RelationTrait::kAsks) && left_or_opposed(t.view, t.view.noun(n.first_conjunct))) return true;
  // "signed an agreement to pull out of [Kosovo]": whence, not with whom
  if (s == kComp && t.type.symmetric && t.type.kind == EventKind::kCooperation && whence(n)) return true;
  // "protested against the hijacking of a ship off [Somalia]": where
  static constexpr FewWords kOff = {"off", "outside", "inside", "along", "across"};
  if (s == kComp && t.is(RelationTrait::kJudges) && n.role == NounRole::kPrepositional && n.prep == Prep::kAround && t.view.follows_one_of(n.first, kOff)) {
    return true;
  }
  // "died in fighting [in Togo]": where, not by whom
  if (role.role == 0 && t.is(RelationTrait::kFells) && t.view.is_scene(n)) return true;
  return role.role == 1 && t.charged && f.noun == t.blame.whom;
}

// Drops from the role whom the slot gave it where he is better left out; true if any were.
bool Extractor::drops(const Try& t, const RoleSlots& role, std::uint8_t s, std::size_t before) {
  std::vector<Party>& parties = filled_[role.role];
  // "train [guards] of Chad's police": a group of no state only if nobody better follows.
  const bool owner = s == kObj && role.role == 0 && role.slots.size() > 1 && role.slots[0] == kObj;
  // "Neighbours agreed to send [a brigade]": whoever sends it, whom nobody knows.
  if (s == kObj && role.role == 0 && !owner && t.of_verb() && !t.view.verb(t.at.verb).passive && t.view.verb(t.at.verb).subject != kNobody &&
      stateless(parties)) {
    parties.clear();
    return true;
  }
  if (!(s == kComp || owner) || parties.size() <= before || !stateless(parties)) return false;
  // "begged for peacekeepers", "promised to send peacekeepers": who is asked for or sent is not whom one tells so.
  const bool sent = s == kComp && (t.is(RelationTrait::kAsks) || t.is(RelationTrait::kCommits));
  if (spare_.empty() && !sent) spare_ = parties;
  parties.clear();
  return true;
}

// "joined [Mali] in attacking Ghana", "in an attack on Ghana": who does it, too.
void Extractor::add_joined(const Try& t, const RoleSlots& role) {
  const Id deed = t.of_verb() ? t.at.verb : t.view.carrier(t.at.noun);
  const bool in_deed = !t.of_verb() && deed != kNobody && t.view.joins_in(t.view.verb(deed));
  Id joined = in_deed ? t.view.verb(deed).object : t.view.joined_in(deed);
  if (joined == kNobody && t.is(RelationTrait::kFollowed)) joined = t.view.joining(deed);
  if (joined != kNobody) fill_role(t.view, t.frame, t.type, role, {joined}, true);
}

// "Russia's ambassador, [X], was recalled": by his state, where it is told.
void Extractor::state_of_envoy(std::vector<Party>& parties) const {
  for (Party& party : parties) {
    const Entity& envoy = document_->entities[party.entity];
    if (envoy.type != MentionType::kPerson || envoy.state.empty()) continue;
    const auto state = std::ranges::find_if(states_, [&](Index e) { return document_->entities[e].id == envoy.state; });
    if (state != states_.end()) party.entity = *state;
  }
}

// Fills the role from what stands in one of its slots, the nearest first.
void Extractor::fill_from_slot(const Try& t, const RoleSlots& role, std::uint8_t s) {
  std::vector<Party>& parties = filled_[role.role];
  std::vector<Index>& values = values_[role.role];
  const std::span<const Filler> fillers = slot(t.view, t.at, s);
  for (std::size_t i = 0; i < fillers.size(); ++i) {
    const Filler f = fillers[i];
    const bool more = i + 1 < fillers.size() && fillers[i + 1].also;
    if (s == kComp && role.role == 1 && t.is(RelationTrait::kAnswers) && within_wish(t.view, t.at, f)) return;
    if (passes_filler(t, role, s, f)) continue;
    const std::size_t parties_before = parties.size(), values_before = values.size();
    if (role.value) t.view.values(f, role.takes, values);
    else fill_role(t.view, t.frame, t.type, role, f, s != kComp);
    if (s == kObj && role.role == 0 && t.frame.agentless) state_of_envoy(parties);
    if (trace_) trace_filler(t.view, role, s, f, parties_before, values_before);
    // "[Mali's raid] drew threats from Chad", "[Mali's decision] brought a warning from Chad": whoever did what drew them
    if ((s == kAnswerer || s == kSubj) && role.role == 1 && parties.size() == parties_before && !t.is(RelationTrait::kJudges)) {
      parties_.clear();
      owner_of_conduct(t.view, f, t.type.roles[1].types);
      take_parties(parties, filled_[0]);
    }
    if (drops(t, role, s, parties_before)) continue;
    if ((s == kSubj || s == kLightSubj) && role.role == 0 && !t.type.symmetric && !parties.empty()) add_joined(t, role);
    if (!parties.empty() && s != kMod && !more && !((s >= kFirstPrep || s == kSubj) && goes_on_behind(t.view, t.at, s, f))) return;
    if (role.value && !values.empty()) return;
  }
}

// Fills the role from its slots, in order of preference.
void Extractor::fill_from_slots(const Try& t, const RoleSlots& role) {
  const bool own = role.role == 1 && t.is(RelationTrait::kAsks) && t.of_verb() && own_people(t.view, t.at.verb);
  const auto filled = [&] { return !filled_[role.role].empty() || !values_[role.role].empty(); };
  const bool before = filled();
  for (const std::uint8_t s : role.slots) {
    const bool last = s == role.slots.back();
    if (!before && !last && (occupied_ >> s & 1) == 0) continue;   // half of them
    if (passes_slot(t, role, s, own)) continue;
    fill_from_slot(t, role, s);
    if (last && filled_[role.role].empty()) filled_[role.role] = spare_;
    if (s == kComp || last) spare_.clear();
    if (filled()) return;
  }
}

// "threatened to shut its border if [Ghana] imposed a ban"
void Extractor::on_condition(const Try& t, const RoleSlots& role) {
  for (Id k = t.at.verb + 1; k < Id(clauses_.verbs.size()) && k < t.at.verb + 5 && filled_[1].empty(); ++k) {
    const VerbGroup& g = t.view.verb(k);
    if (g.link == Link::kConditional && g.subject != kNobody && !g.passive) fill_role(t.view, t.frame, t.type, role, {g.subject}, true);
  }
}

// To whom a verb's deed is done where no slot says it.
void Extractor::fill_target(const Try& t, const RoleSlots& role) {
  const auto open = [&](RelationTrait trait) { return filled_[1].empty() && t.is(trait); };
  if (!role.value && t.type.kind == EventKind::kSpeech && open(RelationTrait::kUnfriendly)) on_condition(t, role);
  if (!role.value && stateless(filled_[1])) provoker(t.view, t.type, t.at);
  if (!t.frame.echoes && open(RelationTrait::kReprisal)) dealt_with_before(t.view);
  if (!t.frame.echoes && open(RelationTrait::kReprisal)) offender(t.view.verb(t.at.verb));
  if (open(RelationTrait::kThirdParty)) whose_settlement(t.view, t.at.verb, t.type.roles[1].types);
  if (t.frame.echoes && filled_[1].empty()) done_before(t.frame.type);
  if (open(RelationTrait::kAsks)) summoned(t.view, t.at.verb, t.type);
}

// "a raid blamed on [rebels]", "apologised for a raid": whoever the words around a noun say did it.
void Extractor::blamed_or_charged(Try& t) {
  if (const Id blamed = blamer(t.view, t.at.noun); blamed != kNobody) {
    std::vector<Filler> on;
    for (const Prep prep : {Prep::kOn, Prep::kTo}) t.view.prepositional({blamed, kNobody}, prep, on);
    for (const Filler& f : on) {
      if (!filled_[0].empty()) break;
      t.view.parties(f, t.type.roles[0].types, filled_[0]);
      t.blame.whom = f.noun;
    }
    return;
  }
  const std::vector<RoleSlots>& roles = t.frame.roles;
  const bool of_victim = std::ranges::any_of(roles, [](const RoleSlots& role) { return role.role == 1 && role.slots[0] == kPoss; });
  who_is_charged(t.view, t.at.noun, t.type, of_victim);
}

// Who does what a noun says where no slot says it.
void Extractor::fill_doer(const Try& t, const RoleSlots& role) {
  if (const Id asks = wanted(t, role); asks != kNobody) asked_by(t.view, asks);
  // "the abduction of a nun [in a raid] by rebels"
  if (!t.conflict() || t.type.symmetric || t.type.roles[0].required) return;
  for (const Prep prep : {Prep::kIn, Prep::kDuring}) {
    for (const Filler& f : slot(t.view, t.at, std::uint8_t(kFirstPrep + std::size_t(prep)))) {
      if (filled_[0].empty() && f.noun != kNobody && t.view.is(t.view.noun(f.noun).lemma, kDeedNoun)) fill_role(t.view, t.frame, t.type, role, f, true);
    }
  }
}

// "demanded of Togo that the men [be freed]", "asked Togo for them [to be freed]": whoever is asked does it.
void Extractor::asked_to(const Try& t) {
  static constexpr std::uint64_t kBe = word_hash("be");
  const VerbGroup& g = t.view.verb(t.at.verb);
  if (!g.passive || g.reduced_passive || g.parent == kNobody) return;
  if (g.link != Link::kComplement && g.link != Link::kInfinitive && g.link != Link::kPurpose) return;
  if (g.head > clauses_.base && document_->tokens.tokens[g.head - 1].hash == kBe) asked_by(t.view, g.parent);
}

// "Togo jailed two reporters in May. They were freed": with nobody named, whoever was said to have taken them does it.
void Extractor::captor() {
  constexpr std::size_t kNear = 64;   // relations
  if (unknown_yet()) return;
  const std::size_t last = document_->relations.size();
  for (std::size_t i = last; i-- > 0 && i + kNear >= last;) {
    const Relation& r = document_->relations[i];
    if (frames_.known_types().detain != r.type || r.polarity == Polarity::kDenied || r.arguments.size() < 2) continue;
    const Argument &who = r.arguments[0], &whom = r.arguments[1];
    if (who.role != 0 || whom.role != 1 || who.entity == kNone || !among(filled_[1], whom.entity)) continue;
    filled_[0].push_back({who.mention, who.entity});
    return;
  }
}

// Fills a role; false, where it stays empty and the type requires it.
bool Extractor::fill(const Try& t, const RoleSlots& role) {
  if (role.role > 0 || !t.charged) fill_from_slots(t, role);
  if (role.role == 0 && !role.value && !t.of_verb() && filled_[0].empty()) fill_doer(t, role);
  if (role.role == 0 && !role.value && t.of_verb() && filled_[0].empty() && !t.type.symmetric) asked_to(t);
  // "Qatar is mediating between them together with [Egypt]": so does Egypt.
  if (role.role == 0 && t.of_verb() && t.is(RelationTrait::kThirdParty) && !filled_[0].empty()) {
    for (const Filler& f : slot(t.view, t.at, std::uint8_t(kFirstPrep + std::size_t(Prep::kWith)))) does_it_too(t.view, f);
  }
  if (role.role == 1 && t.of_verb()) fill_target(t, role);
  else if (role.role == 1 && t.frame.echoes && filled_[1].empty()) done_before(t.frame.type);
  else if (role.role == 1 && filled_[1].empty() && t.is(RelationTrait::kReprisal)) dealt_with_before(t.view);
  if (t.type.symmetric) return true;
  // "expelled each other's [ambassadors]": nobody's but theirs.
  // "shelled each other's positions in Goma": where it happened is no third
  if (role.role == 1 && filled_[0].size() >= 2 && (stateless(filled_[1]) || places_alone(filled_[1])) &&
      ((t.frame.mutual && filled_[1].empty()) || each_other(t.view, t.at, role))) {
    each_to_others();
    return true;
  }
  return !t.type.roles[role.role].required || !filled_[role.role].empty() || !values_[role.role].empty();
}

// Whom the deed of one against another concerns where no role's slots said it.
void Extractor::fill_from_deed(const Try& t) {
  if (filled_[1].empty() && t.of_verb() && t.conflict() && takes_weapon(t.type, 2)) what_it_hit(t.view, t.at.verb, t.type);
  // "moved [troops] to its border": those who are sent are no target
  if (t.is(RelationTrait::kDeploys) && stateless(filled_[1])) filled_[1].clear();
  if (filled_[0].empty() && !t.of_verb() && t.conflict()) who_did_it_in(t.view, t.at.noun, t.type);
  // "demanded that the men be freed": they are not asked for it
  if (t.frame.agentless) std::erase_if(filled_[0], [this](const Party& p) { return among(filled_[1], p.entity); });
  if (t.frame.agentless && filled_[0].empty() && t.is(RelationTrait::kFrees)) captor();
  if (filled_[0].empty() && t.of_verb() && t.is(RelationTrait::kFells)) whose_attack(t.view, t.at.verb, t.type);
}

// Have those who fill the roles of a symmetric type to do with each other?
bool Extractor::between_them(const Try& t) {
  const auto [a, b] = frames_.party_roles(t.frame.type);
  // "Carter watched over a truce": one person alone makes none
  if (!t.type.roles[b].required && filled_[b].empty() && filled_[a].size() == 1 &&
      document_->entities[filled_[a][0].entity].type == MentionType::kPerson) {
    return false;
  }
  if (t.fight() && !t.of_verb()) {
    if (filled_[a].empty()) who_fell_in(t.view, t.at.noun, t.type, RoleId(a), RoleId(b));
    // "Malian and Chadian rebels killed ten guards in a battle": with those whom they killed
    if (const Id v = happened_in(t.view, t.at.noun); filled_[b].empty() && v != kNobody && !t.view.verb(v).passive && t.view.verb(v).object != kNobody) {
      return false;
    }
    // "A soldier and a policeman died in the fighting": on one side of it
    if (filled_[b].empty() && filled_[a].size() == 2 && of_one_side(filled_[a][0], filled_[a][1])) return false;
  }
  if (!t.of_verb() || !filled_[b].empty()) return true;
  const VerbGroup& g = t.view.verb(t.at.verb);
  if (g.passive || g.object == kNobody) return true;
  const NounChunk& whom = t.view.noun(g.object);
  if (whom.first < g.last || whom.pronoun || whom.date) return true;
  // "Mali and Chad pledged to fight [terrorism]": not each other
  static constexpr FewWords kFights = {"war", "battle", "duel", "fight", "gunfight", "skirmish", "fire", "blow", "shot", "campaign", "action", "gunfire", "artillery"};
  if (t.fight()) return whom.mention != kNone || frames_.lexicon().is_one_of(whom.lemma, kFights);
  // "their ambassadors met [his usurper]", "Peru and Chile recognised [the new state]": not each other
  static constexpr FewWords kMeet = {"meet", "recognise", "recognize"};
  return whom.role != NounRole::kObject || t.view.is(whom.lemma, kDeedNoun) || !frames_.lexicon().is_one_of(g.lemma, kMeet);
}

bool Extractor::match(const View& view, std::uint32_t frame_index, At at) {
  current_ = at;
  pairs_.clear();
  if (work_) ++work_->matches;
  const Frame& frame = frames_.frames()[frame_index];
  Try t{view, frame_index, frame, schema_.type(frame.type), at};
  for (std::size_t r = 0; r < t.type.roles.size(); ++r) {
    filled_[r].clear();
    values_[r].clear();
  }
  if (t.of_verb() && t.conflict() && takes_weapon(t.type, 1) && struck(view, at.verb)) return false;
  // "blames [the rebels] for the abduction of a nun"
  if (!t.of_verb() && t.conflict() && !t.type.symmetric) t.blame = view.blamed_for(at.noun);
  if (t.blame.whom != kNobody) view.parties({t.blame.whom}, t.type.roles[0].types, filled_[0]);
  else if (!t.of_verb() && t.conflict() && !t.type.symmetric) blamed_or_charged(t);
  t.charged = !filled_[0].empty();
  for (const RoleSlots& role : frame.roles) {
    if (fill(t, role)) continue;
    if (trace_) trace_role(view, frame_index, at, role.role);
    return false;
  }
  if (!t.type.symmetric) fill_from_deed(t);
  else if (!between_them(t)) return false;
  else if (!(t.fight() && joins(view, at.noun))) pair_up(frame.type);
  return complete(view, frame_index, t.type, at);
}

}  // namespace dragoman
