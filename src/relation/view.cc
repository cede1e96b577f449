// Part of dragoman; see LICENSE.
//
// Slots are read off the links between chunks: voice, light verbs, "of" chains and
// prepositional phrases.  A preposition belongs to the nearest word on its left that asks
// for it, so "condemned attacks on Israel" gives "on" to the attacks.
//
// A chunk stands for the entity of its head.  Where the head is a common noun that acts for
// a state or body (troops, envoy, government), it stands for that state or body: possessor
// first, then names inside the chunk, then "of".  Any other common noun stands for nothing:
// "Russia's economy" bombs nobody.

#include "relation/view.h"

#include <algorithm>
#include <array>

#include "dragoman/gazetteer.h"

namespace dragoman {
namespace {

constexpr std::size_t kMostChain = 12;

bool any(const std::vector<MentionType>& types, MentionType type) {
  return std::any_of(types.begin(), types.end(), [type](MentionType t) { return is_a(type, t); });
}
bool allows(const std::vector<MentionType>& types, MentionType type) {
  return std::find(types.begin(), types.end(), type) != types.end();
}

}  // namespace

Index View::from(Index token) const {
  const auto& all = document_.mentions;
  // A sentence holds few mentions: a walk beats a search in the whole document, and steps
  // that double keep it short in a sentence of hundreds.
  Index low = first_mention_, step = 4;
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

std::uint64_t View::occupied(At at) const {
  const auto bit = [](std::uint64_t slot) { return std::uint64_t{1} << slot; };
  std::uint64_t set = 0;
  if (at.verb != kNobody) {
    const VerbGroup& v = verb(at.verb);
    const bool last = at.verb + 1 >= Id(c_.verbs.size());
    const Index to = last ? ~Index{0} : c_.verbs[at.verb + 1].first;
    for (Id id = first_noun_after(v.last); id < Id(c_.nouns.size()) && noun(id).first < to; ++id) {
      const NounChunk& n = noun(id);
      if (n.role == NounRole::kPrepositional && n.verb == at.verb) set |= bit(kFirstPrep + std::uint64_t(n.prep));
    }
    if (v.passive) {
      if (set & bit(kFirstPrep + std::uint64_t(Prep::kBy))) set |= bit(kSubj);
      if (v.subject != kNobody) set |= bit(kObj) | bit(kIobj);
    } else if (v.subject != kNobody) {
      set |= bit(kSubj);
    }
    if (v.object != kNobody) set |= bit(kObj);
    if (v.indirect != kNobody) set |= bit(kIobj);
    if (!last && verb(at.verb + 1).parent == at.verb) set |= bit(kXObj);
    return set;
  }
  const NounChunk& n = noun(at.noun);
  if (n.possessor != kNobody) set |= bit(kPoss);
  if (n.head > n.first) set |= bit(kMod);
  set |= bit(kInside);
  if (carrier(at.noun) != kNobody) set |= bit(kLightSubj);
  if (noun(n.first_conjunct).role == NounRole::kPredicate) set |= bit(kCopula);
  if (noun(noun(container(at.noun)).first_conjunct).role == NounRole::kPrepositional) set |= bit(kAdjunct);
  if (n.apposition_of != kNobody) set |= bit(kAppos);
  for (Id id = at.noun + 1; id < Id(c_.nouns.size()); ++id) {
    const NounChunk& next = noun(id);
    if (next.role == NounRole::kPrepositional) set |= bit(kFirstPrep + std::uint64_t(next.prep));
    else if (next.role != NounRole::kPossessor && !next.date && next.first_conjunct == id) break;
  }
  return set;
}

// The first chunk that starts at or after a token.
Id View::first_noun_after(Index token) const {
  for (Index i = token - c_.base; i < c_.words.size(); ++i) {
    const Id id = c_.noun_of[i];
    if (id != kNobody) return noun(id).first >= token ? id : id + 1;
  }
  return Id(c_.nouns.size());
}

Id View::container(Id id) const {
  for (int steps = 0; steps < 4; ++steps) {
    const NounChunk& chunk = noun(id);
    if (chunk.role != NounRole::kPrepositional || chunk.prep != Prep::kOf || chunk.noun == kNobody) break;
    if (!is(noun(chunk.noun).lemma, kContainerNoun)) break;
    id = chunk.noun;
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

Id View::carrier(Id id) const {
  const NounChunk& chunk = noun(container(id));
  const NounChunk& first = noun(chunk.first_conjunct);
  const Id v = first.verb;
  if (v == kNobody || !is(verb(v).lemma, kLight)) return kNobody;
  if (first.role == NounRole::kObject || first.role == NounRole::kPredicate) {
    return verb(v).passive && !verb(v).reduced_passive && first.role == NounRole::kObject ? kNobody : v;
  }
  if (first.role == NounRole::kSubject && verb(v).passive) return v;
  if (first.role == NounRole::kPrepositional) {
    // "engage in talks", "enter into talks", "go to war", "is on a visit": right after the verb.
    switch (first.prep) {
      case Prep::kIn: case Prep::kInto: case Prep::kTo: case Prep::kAt: case Prep::kOn:
      case Prep::kFor: case Prep::kOf: case Prep::kWith:
        return first.noun == kNobody || first.prep == Prep::kFor ? v : kNobody;
      default: return kNobody;
    }
  }
  return kNobody;
}

void View::prepositional(At at, Prep prep, std::vector<Filler>& out) const {
  if (at.verb != kNobody) {
    // Phrases between this verb and the next verb group.
    const VerbGroup& v = verb(at.verb);
    const Index from = v.last;
    const Index to = at.verb + 1 < Id(c_.verbs.size()) ? c_.verbs[at.verb + 1].first : ~Index{0};
    int seen = 0;
    for (auto n = c_.nouns.begin() + first_noun_after(from); n != c_.nouns.end() && n->first < to && seen < 24; ++n, ++seen) {
      if (n->role != NounRole::kPrepositional || n->prep != prep || n->verb != at.verb) continue;
      const Id id = Id(n - c_.nouns.begin());
      if (n->first_conjunct != id) continue;
      // Nearer nouns that ask for the preposition keep it.
      bool taken = false;
      Id left = n->noun;
      for (int steps = 0; left != kNobody && steps < 4; ++steps) {
        const NounChunk& l = noun(left);
        // The verb's own object shares it: "requested help from Germany".
        if (l.role == NounRole::kObject && l.verb == at.verb) break;
        if (l.mention == kNone && l.lemma != kNoLemma &&
            (frames_.noun_prepositions(l.lemma) >> std::size_t(prep) & 1)) {
          taken = true;
          break;
        }
        if (l.role != NounRole::kPrepositional) break;
        left = l.noun;
      }
      if (prep == Prep::kOf && n->noun != kNobody) taken = true;
      if (!taken) out.push_back({id});
    }
    return;
  }
  // Phrases that follow the noun in an unbroken chain.
  std::array<Id, kMostChain> chain{at.noun};
  std::size_t length = 1;
  const auto in_chain = [&](Id id) {
    return std::find(chain.begin(), chain.begin() + length, id) != chain.begin() + length;
  };
  for (Id id = at.noun + 1; id < Id(c_.nouns.size()) && length < kMostChain; ++id) {
    const NounChunk& n = noun(id);
    if (n.role == NounRole::kPossessor || n.date) continue;
    const NounChunk& first = noun(n.first_conjunct);
    if (&first != &n) {
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
    if (n.prep != prep) continue;
    bool taken = false;
    for (Id left = n.noun; left != at.noun && left != kNobody;) {
      const NounChunk& l = noun(left);
      if (l.mention == kNone && l.lemma != kNoLemma &&
          (frames_.noun_prepositions(l.lemma) >> std::size_t(prep) & 1)) {
        taken = true;
        break;
      }
      if (prep == Prep::kOf && !is(l.lemma, kContainerNoun)) {
        taken = true;   // "talks on the future of Syria"
        break;
      }
      left = noun(l.first_conjunct).noun;
    }
    if (!taken) out.push_back({id});
  }
}

void View::fill(At at, std::uint8_t slot, std::vector<Filler>& out) const {
  const auto add = [&out](Id id) {
    if (id != kNobody) out.push_back({id});
  };
  if (slot >= kFirstPrep) return prepositional(at, Prep(slot - kFirstPrep), out);
  if (at.verb != kNobody) {
    const VerbGroup& v = verb(at.verb);
    const bool two_objects = v.passive && v.object != kNobody && is(v.lemma, kDative);
    switch (slot) {
      case kSubj:
        if (!v.passive) add(v.subject);
        else prepositional(at, Prep::kBy, out);
        return;
      case kObj:
        if (!v.passive || two_objects) add(v.object);
        else add(v.subject);
        return;
      case kXObj: {
        const Id next = at.verb + 1;
        if (next < Id(c_.verbs.size()) && verb(next).parent == at.verb &&
            verb(next).link == Link::kInfinitive && !verb(next).passive) {
          add(verb(next).object);
        }
        return;
      }
      case kIobj:
        if (two_objects) add(v.subject);
        else add(v.indirect);
        return;
      default: return;
    }
  }
  const NounChunk& n = noun(at.noun);
  switch (slot) {
    case kPoss: add(n.possessor); return;
    case kMod: {
      inner_actors(n.first, n.head, [&out](Index m) {
        out.push_back({kNobody, m});
        return true;
      });
      return;
    }
    case kInside: out.push_back({at.noun}); return;
    case kLightSubj: {
      const Id v = carrier(at.noun);
      if (v == kNobody) return;
      const VerbGroup& group = verb(v);
      const NounChunk& first = noun(noun(container(at.noun)).first_conjunct);
      if (group.passive && first.role == NounRole::kSubject) prepositional({v}, Prep::kBy, out);
      else add(group.subject);
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
      switch (first.prep) {
        case Prep::kDuring: case Prep::kAfter: case Prep::kBefore: case Prep::kIn: case Prep::kOn:
        case Prep::kFor: case Prep::kAt: case Prep::kOther: {
          Id v = first.verb;
          if (v == kNobody && first.fronted) {
            // "During a visit to Oslo, Xi said": the first verb after it.
            const auto next = std::partition_point(
                c_.verbs.begin(), c_.verbs.end(),
                [&first](const VerbGroup& g) { return g.first < first.first; });
            if (next != c_.verbs.end()) v = Id(next - c_.verbs.begin());
          }
          v = finite_above(v);
          if (v != kNobody && !(verb(v).passive)) add(verb(v).subject);
          return;
        }
        default: return;
      }
    }
    case kAppos: add(n.apposition_of); return;
    default: return;
  }
}

// The entity of the state that a mention is tied to.
Index View::state_entity(const Mention& mention) const {
  if (mention.entity != kNone) {
    const Entity& own = document_.entities[mention.entity];
    if (own.type == MentionType::kState) return mention.entity;
    if (!own.state.empty()) {
      for (const Index e : states_) {
        if (document_.entities[e].id == own.state) return e;
      }
    }
  }
  if (mention.state != kNone) {
    for (const Index e : states_) {
      if (document_.entities[e].record == mention.state) return e;
    }
  }
  // "[U.S.] officials": the state's own mention inside the group's.
  for (Index m = from(mention.first); m < document_.mentions.size(); ++m) {
    const Mention& inner = document_.mentions[m];
    if (inner.first >= mention.last) break;
    if (inner.first < mention.first || inner.last > mention.last) continue;
    if (inner.entity != kNone && document_.entities[inner.entity].type == MentionType::kState) {
      return inner.entity;
    }
  }
  return kNone;
}

bool View::accept(Index index, const std::vector<MentionType>& types, Party& out) const {
  const Mention& mention = document_.mentions[index];
  const MentionType type =
      mention.entity != kNone ? document_.entities[mention.entity].type : mention.type;
  const bool state_ok = allows(types, MentionType::kState);
  switch (mention.type) {
    case MentionType::kDate: case MentionType::kMoney: case MentionType::kQuantity:
    case MentionType::kWeapon:
      return false;
    default: break;
  }
  if (type == MentionType::kGroup || mention.type == MentionType::kGroup) {
    // A named body inside ("Wagner forces") acts before the state does.
    if (any(types, MentionType::kOrganisation)) {
      for (Index m = from(mention.first); m < document_.mentions.size(); ++m) {
        const Mention& inner = document_.mentions[m];
        if (inner.first >= mention.last) break;
        if (m != index && inner.first >= mention.first && inner.last <= mention.last &&
            is_a(inner.type, MentionType::kOrganisation) && inner.entity != kNone) {
          out = {index, inner.entity};
          return true;
        }
      }
    }
    if (state_ok) {
      const Index state = state_entity(mention);
      if (state != kNone) {
        out = {index, state};
        return true;
      }
    }
    if (allows(types, MentionType::kGroup) && mention.entity != kNone) {
      out = {index, mention.entity};
      return true;
    }
    return false;
  }
  if (mention.type == MentionType::kNationality) {
    if (mention.entity == kNone) return false;
    if (state_ok || (allows(types, MentionType::kGroup))) {
      const Index state = state_entity(mention);
      out = {index, state != kNone ? state : mention.entity};
      return true;
    }
    return false;
  }
  if (mention.entity == kNone) return false;
  if (any(types, type)) {
    out = {index, mention.entity};
    return true;
  }
  // A capital or a seat of government where a state is due: "urged Tehran to".
  if (state_ok && (type == MentionType::kCity || type == MentionType::kPlace)) {
    if (names_ && mention.record != kNone) {
      const Record record = names_->record(mention.record);
      if (record.actor == kNone && !record.capital) return false;
    }
    const Index state = state_entity(mention);
    if (state == kNone) return false;
    out = {index, state};
    return true;
  }
  // A person where only a state or body may stand: the state is not the person.
  return false;
}

Party View::state_behind(const Party& party) const {
  if (!names_ || party.mention == kNone) return party;
  const Mention& mention = document_.mentions[party.mention];
  if (mention.record == kNone) return party;
  const Index actor = names_->facts(mention.record).actor;
  if (actor == kNone) return party;
  for (const Index e : states_) {
    if (document_.entities[e].record == actor) return {party.mention, e};
  }
  return party;
}

bool View::resolve(Id id, const std::vector<MentionType>& types, int depth, Party& out) const {
  const NounChunk& n = noun(id);
  if (n.date || n.negated) return false;
  // "Mali's foreign minister, Abdoulaye Diop": the name says who.
  if (n.apposition != kNobody) {
    const NounChunk& other = noun(n.apposition);
    if (other.mention != kNone &&
        document_.mentions[other.mention].type == MentionType::kPerson &&
        document_.mentions[other.mention].form == MentionForm::kNamed &&
        accept(other.mention, types, out)) {
      return true;
    }
  }
  // "soldiers led by General X": who leads them acts.
  const bool body = n.mention != kNone && document_.mentions[n.mention].form == MentionForm::kNamed &&
                    is_a(document_.mentions[n.mention].type, MentionType::kOrganisation);
  if (!body && (types[0] != MentionType::kState || allows(types, MentionType::kPerson))) {
    const auto next = std::partition_point(c_.verbs.begin(), c_.verbs.end(),
                                           [&n](const VerbGroup& g) { return g.first < n.last; });
    if (next != c_.verbs.end() && next->reduced_passive && next->parent_noun == id && depth == 0 &&
        (words_.lemma(next->lemma) == "lead" || words_.lemma(next->lemma) == "command" ||
         words_.lemma(next->lemma) == "head")) {
      std::vector<Filler> leaders;
      prepositional({Id(next - c_.verbs.begin()), kNobody}, Prep::kBy, leaders);
      for (const Filler& f : leaders) {
        if (resolve(f.noun, types, depth + 1, out)) return true;
      }
    }
  }
  if (n.mention != kNone && accept(n.mention, types, out)) return true;
  const bool named = n.mention != kNone && document_.mentions[n.mention].form == MentionForm::kNamed &&
                     document_.mentions[n.mention].type != MentionType::kGroup &&
                     document_.mentions[n.mention].type != MentionType::kOffice &&
                     document_.mentions[n.mention].type != MentionType::kWeapon;
  if (named || n.pronoun) return false;
  // "a Thai F-16", "Armenian tanks": arms with a state in front of them are its own.
  const bool agent = is(n.lemma, kAgentNoun) || n.mention != kNone;
  const bool place = is(n.lemma, kPlaceNoun) &&
                     (allows(types, MentionType::kPlace) || allows(types, MentionType::kCity));
  // "more than 60 Houthi targets"
  if (n.last < c_.base + c_.words.size() && id + 1 < Id(c_.nouns.size()) && depth < 3) {
    const LemmaId than = c_.word(n.last).lemma;
    if (than != kNoLemma && words_.lemma(than) == "than" && noun(id + 1).first == n.last + 1) {
      return resolve(id + 1, types, depth + 1, out);
    }
  }
  if (is(n.lemma, kContainerNoun) || n.lemma == kNoLemma || c_.word(n.head).tag == Tag::kNumber ||
      (n.mention != kNone && document_.mentions[n.mention].type == MentionType::kQuantity)) {
    // "dozens of Russian soldiers": what follows "of".
    for (Id k = id + 1; k < Id(c_.nouns.size()) && k < id + 3; ++k) {
      if (noun(k).prep == Prep::kOf && noun(k).noun == id && depth < 3) {
        if (resolve(k, types, depth + 1, out)) return true;
      }
    }
  }
  if (!agent && !place) return false;
  if (n.possessor != kNobody && depth < 3) {
    if (resolve(n.possessor, types, depth + 1, out)) return true;
  }
  // "appointed [Annalena Baerbock] foreign minister"
  if (allows(types, MentionType::kPerson) && n.mention != kNone && document_.mentions[n.mention].type == MentionType::kOffice) {
    bool person = false;
    inner_actors(n.first, n.head, [&](Index m) {
      const Mention& mention = document_.mentions[m];
      person = mention.type == MentionType::kPerson && mention.form == MentionForm::kNamed && accept(m, types, out);
      return !person;
    });
    if (person) return true;
  }
  // The last name inside is the nearest to the head.
  bool inside = false;
  inner_actors(n.first, n.last, [&](Index m) {
    Party party;
    if (document_.mentions[m].type != MentionType::kPerson && accept(m, types, party)) {
      out = party;
      inside = true;
    }
    return true;
  });
  if (inside) return true;
  for (Id k = id + 1; k < Id(c_.nouns.size()) && k < id + 4; ++k) {
    const NounChunk& of = noun(k);
    // "arms depots in Syria": what is hit there is the place.
    const bool at = place && (of.prep == Prep::kIn || of.prep == Prep::kNear || of.prep == Prep::kAt);
    if (of.noun == id && (of.prep == Prep::kOf || of.prep == Prep::kFrom || at) && depth < 3) {
      if (resolve(k, types, depth + 1, out)) return true;
    }
  }
  return false;
}

void View::parties(const Filler& filler, const std::vector<MentionType>& types,
                   std::vector<Party>& out) const {
  if (filler.mention != kNone) {
    Party party;
    if (document_.mentions[filler.mention].type != MentionType::kPerson &&
        accept(filler.mention, types, party)) {
      out.push_back(party);
    }
    return;
  }
  constexpr std::size_t kMostParties = 8;
  const auto add = [&](Id id) {
    Party party;
    if (!resolve(id, types, 0, party)) return kNone;
    // "both men": each of them.
    const std::vector<Index>& members = document_.entities[party.entity].members;
    for (const Index member : members) {
      const bool there = std::any_of(out.begin(), out.end(), [&](const Party& p) { return p.entity == member; });
      if (!there && any(types, document_.entities[member].type)) out.push_back({party.mention, member});
    }
    if (!members.empty()) return party.entity;
    if (out.size() < kMostParties &&
        std::none_of(out.begin(), out.end(), [&](const Party& p) { return p.entity == party.entity; })) {
      out.push_back(party);
    }
    return party.entity;
  };
  for (Id id = filler.noun; id != kNobody && out.size() < kMostParties; id = noun(id).next_conjunct) {
    const Index entity = add(id);
    const Index said = noun(id).mention;
    const bool plural = noun(id).plural || (said != kNone && document_.mentions[said].plural);
    if (entity == kNone || !plural) continue;
    // "the presidents of A and B": of each of them, if the first stands for one.
    for (Id k = id + 1; k < Id(c_.nouns.size()) && k < id + 3; ++k) {
      Party first;
      if (noun(k).prep != Prep::kOf || noun(k).noun != id || !resolve(k, types, 1, first)) continue;
      if (first.entity != entity) break;
      for (Id j = noun(k).next_conjunct; j != kNobody; j = noun(j).next_conjunct) add(j);
      break;
    }
  }
}

void View::values(const Filler& filler, const std::vector<MentionType>& types,
                  std::vector<Index>& out) const {
  if (filler.noun == kNobody) return;
  const auto inside = [&](const NounChunk& n) {
    for (Index m = from(n.first); m < document_.mentions.size(); ++m) {
      const Mention& mention = document_.mentions[m];
      if (mention.first >= n.last) break;
      if (mention.first >= n.first && mention.last <= n.last && any(types, mention.type) &&
          std::find(out.begin(), out.end(), m) == out.end()) {
        out.push_back(m);
      }
    }
  };
  for (Id id = filler.noun; id != kNobody && out.size() < 8; id = noun(id).next_conjunct) {
    inside(noun(id));
    for (Id k = id + 1; k < Id(c_.nouns.size()) && k < id + 4; ++k) {
      const NounChunk& of = noun(k);
      if (of.noun == id && of.prep == Prep::kOf && of.first_conjunct == k) {
        for (Id j = k; j != kNobody && out.size() < 8; j = noun(j).next_conjunct) inside(noun(j));
      }
    }
  }
}

bool View::holds(const Filler& filler, const Need& need) const {
  if (need.any) return true;
  if (filler.mention != kNone) return any(need.types, document_.mentions[filler.mention].type);
  if (filler.noun == kNobody) return false;
  const auto word = [&](Index token) {
    const Word& w = c_.word(token);
    if (w.mention != kNone && any(need.types, document_.mentions[w.mention].type)) return true;
    if (w.lemma == kNoLemma) return false;
    if (frames_.lists(w.lemma) & need.lists) return true;
    return std::find(need.words.begin(), need.words.end(), w.lemma) != need.words.end();
  };
  const auto chunk = [&](const NounChunk& n) {
    for (Index t = n.first; t < n.last; ++t) {
      if (word(t)) return true;
    }
    return false;
  };
  for (Id id = filler.noun; id != kNobody; id = noun(id).next_conjunct) {
    if (chunk(noun(id))) return true;
    for (Id k = id + 1; k < Id(c_.nouns.size()) && k < id + 4; ++k) {
      const NounChunk& of = noun(k);
      if (of.noun != id || of.prep != Prep::kOf || of.first_conjunct != k) continue;
      for (Id j = k; j != kNobody; j = noun(j).next_conjunct) {
        if (chunk(noun(j))) return true;
      }
    }
  }
  return false;
}

Party View::speaker(Id id) const {
  static const std::vector<MentionType> kSpeakers = {
      MentionType::kPerson, MentionType::kState, MentionType::kOrganisation, MentionType::kGroup,
      MentionType::kCity, MentionType::kOffice, MentionType::kPlace};
  const NounChunk& n = noun(id);
  if (n.apposition != kNobody) {
    const NounChunk& other = noun(n.apposition);
    if (other.mention != kNone && document_.mentions[other.mention].type == MentionType::kPerson &&
        document_.mentions[other.mention].form == MentionForm::kNamed) {
      return {other.mention, document_.mentions[other.mention].entity};
    }
  }
  if (n.mention != kNone) {
    const Mention& mention = document_.mentions[n.mention];
    if (any(kSpeakers, mention.type) || mention.entity != kNone) return {n.mention, mention.entity};
  }
  Party party;
  if (resolve(id, kSpeakers, 0, party)) return party;
  return {};
}

}  // namespace dragoman
