// Part of dragoman; see LICENSE.
//
// Relations from filled roles: every choice of parties, one report of several that say the same, and which
// of a sentence's reports fills out another.

#include "relation/extractor.h"
#include "relation/names.h"

#include <algorithm>

#include "relation/above.h"

namespace dragoman {

// Is every role filled that must be?  Two in five tries end here, before anything is made of them.
bool Extractor::complete(const View& view, std::uint32_t frame_index, const RelationType& type, At at) {
  const Frame& frame = frames_.frames()[frame_index];
  const bool paired = !pairs_.empty();
  const auto [role_a, role_b] = type.symmetric ? frames_.party_roles(frame.type) : std::pair<int, int>{0, 1};
  const auto lacks = [&](std::size_t r) {
    if (!filled_[r].empty() || !values_[r].empty()) return false;
    if (trace_) trace_role(view, frame_index, at, RoleId(r));
    return true;
  };
  for (std::size_t r = 0; r < type.roles.size(); ++r) {
    if (paired && (int(r) == role_a || int(r) == role_b)) continue;
    if (type.roles[r].required && lacks(r)) return false;
  }
  // "was sworn in as president": of his state.
  if (frame.type == frames_.known_types().holds_office && filled_[0].size() == 1 && !values_[1].empty() && filled_[2].empty() &&
      filled_[0][0].mention != kNone) {
    if (const Party own = own_state(view, false, filled_[0][0].mention); own.entity != kNone) filled_[2].push_back(own);
  }
  for (const RoleId r : frame.wants) {
    if (!paired && lacks(r)) return false;
  }
  return true;
}

void Extractor::emit(const View& view, std::uint32_t frame_index, const RelationType& type, At at) {
  const Frame& frame = frames_.frames()[frame_index];
  const bool paired = !pairs_.empty();
  const auto [role_a, role_b] = type.symmetric ? frames_.party_roles(frame.type) : std::pair<int, int>{0, 1};
  Relation relation;
  relation.type = frame.type;
  relation.because = frame.origin;
  relation.sentence = clauses_.sentence;
  relation.evidence = document_->sentences()[clauses_.sentence].span;
  const Index head = at.verb != kNobody ? view.verb(at.verb).head : view.noun(at.noun).head;
  relation.trigger = document_->tokens.tokens[head].span();
  set_modality(view, frame, type, at, head, relation);
  // "the Pope called for a ceasefire": who only asks for it is no party.
  if (type.symmetric && !paired && relation.status == RelationStatus::kRequested && role_a >= 0 && role_b >= 0 &&
      filled_[role_a].size() + filled_[role_b].size() < 2) {
    return;
  }
  if (frame.when_denied) {
    if (relation.polarity != Polarity::kDenied) return;
    relation.polarity = Polarity::kAsserted;
    if (relation.status == RelationStatus::kPlanned) relation.status = RelationStatus::kHappened;
  } else if (relation.polarity == Polarity::kDenied && (type.is(RelationTrait::kAnswers) || (type.is(RelationTrait::kJudges) && !type.is(RelationTrait::kUnfriendly)))) {
    // "did not rule out sending troops", "refused to recognise him": neither a refusal nor praise, and no deed either
    return;
  }

  // Every choice of one party a role, the last role's choices running fastest.
  choices_.clear();
  for (std::size_t r = 0; r < type.roles.size(); ++r) {
    if (paired && int(r) == role_b) continue;
    const std::size_t count = paired && int(r) == role_a ? pairs_.size() : filled_[r].size();
    if (count > 0) choices_.push_back({RoleId(r), 0, count});
  }
  for (std::size_t n = 0; n < kMostCombinations && !choices_.empty(); ++n) {
    Relation one = relation;
    one.arguments = room_for_arguments();
    arguments(type, paired ? role_a : -1, paired ? role_b : -1, one.arguments);
    if (trace_) trace_found(view, frame_index, at, one);
    add(type, std::move(one));
    std::size_t c = choices_.size();
    while (c > 0 && ++choices_[c - 1].at == choices_[c - 1].count) choices_[--c].at = 0;
    if (c == 0) break;
  }
}

// The present choice as arguments, by role.
void Extractor::arguments(const RelationType& type, int role_a, int role_b, std::vector<Argument>& out) const {
  const auto party = [&out](std::size_t role, const Party& p) {
    out.push_back({RoleId(role), p.mention, p.entity});
  };
  std::size_t c = 0, pair = 0;
  for (std::size_t r = 0; r < type.roles.size(); ++r) {
    if (int(r) == role_b) party(r, pairs_[pair].second);
    if (c < choices_.size() && choices_[c].role == r) {
      const std::size_t at = choices_[c++].at;
      if (int(r) == role_a) party(r, pairs_[pair = at].first);
      else party(r, filled_[r][at]);
    }
    for (const Index m : values_[r]) out.push_back({RoleId(r), m, document_->mentions[m].entity});
  }
}

// Keeps one relation of several that say the same in one sentence.
void Extractor::add(const RelationType& type, Relation&& relation) {
  for (std::size_t i = first_of_sentence_; i < document_->relations.size(); ++i) {
    Relation& other = document_->relations[i];
    if (other.type != relation.type || other.polarity != relation.polarity) continue;
    const bool mine_in = covers(type, other, relation), other_in = covers(type, relation, other);
    if (!mine_in && !other_in) continue;
    if (other.status != relation.status && relation.trigger != other.trigger) {
      // "agreed to meet ... met": two reports, unless one is only a part of the other.
      if (mine_in && other_in) continue;
    }
    if (!mine_in) {
      other.arguments.swap(relation.arguments);
      other.trigger = relation.trigger;
      other.because = relation.because;
      trigger_at_[i - first_of_sentence_] = current_;
      other.status = relation.status;
      if (relation.when) other.when = relation.when;
    }
    if (!other.when) other.when = relation.when;
    if (!other.said_by) other.said_by = relation.said_by;
    arguments_.push_back(std::move(relation.arguments));
    return;
  }
  document_->relations.push_back(std::move(relation));
  trigger_at_.push_back(current_);
}

// Does `big` hold every party of `small`?
bool Extractor::covers(const RelationType& type, const Relation& big, const Relation& small) {
  for (const Argument& a : small.arguments) {
    if (a.entity == kNone) continue;
    bool found = false;
    for (const Argument& b : big.arguments) {
      found |= b.entity == a.entity && (b.role == a.role || type.symmetric);
    }
    if (!found) return false;
  }
  return true;
}

// "This would not be the first shipment from the North — supplying rockets to Wagner":
// a participle without a subject of its own has that of the same kind of event before it.
void Extractor::elaborate(const View& view) {
  for (std::size_t i = first_of_sentence_; i < document_->relations.size(); ++i) {
    const Id v = trigger_at_[i - first_of_sentence_].verb;
    Relation& r = document_->relations[i];
    if (v == kNobody || view.verb(v).link != Link::kParticiple) continue;
    if (r.arguments.empty() || r.arguments[0].role == 0) continue;
    for (std::size_t j = first_of_sentence_; j < document_->relations.size(); ++j) {
      const Relation& other = document_->relations[j];
      if (i == j || other.type != r.type || other.trigger.start > r.trigger.start) continue;
      if (other.arguments.empty() || other.arguments[0].role != 0) continue;
      const Argument doer = other.arguments[0];
      r.arguments.insert(r.arguments.begin(), doer);
      break;
    }
  }
}

// "Compaore, president of Burkina Faso, stepped down": from the office that he was just said to hold; else, where the
// tables know him, from one of his state.  Runs when the sentence's own offices are read.
void Extractor::whose_office(const View& view) {
  for (std::size_t i = first_of_sentence_; i < document_->relations.size(); ++i) {
    Relation& r = document_->relations[i];
    const bool elected = r.type == frames_.known_types().elect;
    if (!elected && r.type != frames_.known_types().resign) continue;
    const RoleId whose = elected ? RoleId(1) : RoleId(0), last = whose + 2;
    const auto person = std::ranges::find_if(r.arguments, [whose](const Argument& a) { return a.role == whose; });
    if (person == r.arguments.end() || person->entity == kNone || r.arguments.back().role == last) continue;
    Index of = view.office_told(person->entity);
    const bool office = r.arguments.back().role == last - 1;   // "was elected secretary-general": of no state
    if (of == kNone && person->mention != kNone && document_->entities[person->entity].record != kNone && !(elected && office)) {
      of = own_state(view, true, person->mention).entity;
    }
    if (of != kNone) r.arguments.push_back({last, kNone, of});
  }
}

// Which reports fill out others, and which stand in the background.
void Extractor::order(const View& view) {
  const std::size_t count = document_->relations.size() - first_of_sentence_;
  if (count == 0) return;
  const bool several = count > 1;      // most sentences report one thing
  if (several) {
    by_verb_.assign(clauses_.verbs.size(), kNone);
    by_noun_.assign(clauses_.nouns.size(), kNone);
  }
  for (std::size_t i = 0; several && i < count; ++i) {
    const At at = trigger_at_[i];
    const Index r = Index(first_of_sentence_ + i);
    if (schema_.type(document_->relations[r].type).kind == EventKind::kNone) continue;
    if (at.verb != kNobody) by_verb_[at.verb] = r;
    else if (at.noun != kNobody) by_noun_[at.noun] = r;
  }
  for (std::size_t i = 0; i < count; ++i) {
    const At at = trigger_at_[i];
    if (at.verb == kNobody && at.noun == kNobody) continue;
    if (several && (beside(i) || says_what_for(view, i) || told_by_another(i) || told_by_its_verb(view, i) || told_by_its_blast(view, i))) {
      given_up_.push_back(Index(first_of_sentence_ + i));
    }
    Relation& relation = document_->relations[first_of_sentence_ + i];
    const Above above = look_up(view, at, [&](At up) {
      if (!several) return false;
      const Index r = up.verb != kNobody ? by_verb_[up.verb] : by_noun_[up.noun];
      if (r == kNone || document_->relations[r].trigger == relation.trigger) return false;
      Relation& outer = document_->relations[r];
      // A promise to do harm is the threat of that harm.
      if (frames_.known_types().promise && outer.type == *frames_.known_types().promise &&
          schema_.type(relation.type).kind == EventKind::kConflict) {
        outer.part_of = relation.trigger;
        return false;
      }
      relation.part_of = outer.trigger;
      for (std::size_t j = 0; j < count; ++j) {   // one for each of a list that agreed
        const Relation& other = document_->relations[first_of_sentence_ + j];
        if (other.trigger == outer.trigger && other.type == outer.type && yields(other, relation)) {
          given_up_.push_back(Index(first_of_sentence_ + j));
        }
      }
      return true;
    });
    relation.background = above.background;
  }
  give_up();
}

// Does another frame say more of the same denied word: "will not recognise"?
bool Extractor::beside(std::size_t i) const {
  const Relation& r = document_->relations[first_of_sentence_ + i];
  if (!frames_.frames()[r.because - frames_.first_origin()].when_denied) return false;
  for (std::size_t j = first_of_sentence_; j < document_->relations.size(); ++j) {
    const Relation& other = document_->relations[j];
    if (other.trigger == r.trigger && other.polarity == Polarity::kDenied && other.arguments.size() >= r.arguments.size() &&
        schema_.type(other.type).kind == EventKind::kCooperation) {
      return true;
    }
  }
  return false;
}

// "fought the rebels" is one war and no clash besides, "lynched" a killing and no beating, "a bomb exploded" a bombing and no
// attack, "seized the town" its occupation and no theft, "burned alive" and "shot and killed" a killing and no attack: of two types for one word and the same parties, the one that says more.
bool Extractor::told_by_another(std::size_t i) const {
  const Relation& r = document_->relations[first_of_sentence_ + i];
  for (std::size_t j = first_of_sentence_; j < document_->relations.size(); ++j) {
    const Relation& other = document_->relations[j];
    const RelationType& more = schema_.type(other.type);
    if (std::ranges::find(more.instead_of, r.type) == more.instead_of.end()) continue;
    const bool goes_on = other.trigger.start > r.trigger.end && other.trigger.start < r.trigger.end + 6 && more.is(RelationTrait::kFells) &&
                         document_->slice(Span{r.trigger.end, other.trigger.start}) == " and ";
    if (other.trigger != r.trigger && !goes_on) continue;
    const bool same = std::ranges::all_of(r.arguments, [&](const Argument& a) {
      return a.entity == kNone || std::ranges::any_of(other.arguments, [&](const Argument& b) { return a.entity == b.entity; });
    });
    if (same && (!more.symmetric || schema_.type(r.type).symmetric || returned(r))) return true;
  }
  return false;
}

// "fired at each other": is the same told the other way round, too?
bool Extractor::returned(const Relation& r) const {
  if (r.arguments.size() < 2) return false;
  for (std::size_t j = first_of_sentence_; j < document_->relations.size(); ++j) {
    const Relation& other = document_->relations[j];
    if (other.type == r.type && other.trigger == r.trigger && other.arguments.size() >= 2 &&
        other.arguments[0].entity == r.arguments[1].entity && other.arguments[1].entity == r.arguments[0].entity) {
      return true;
    }
  }
  return false;
}

// "a bomb went off, [injuring] five": who is hurt by it without a name is told as hurt, and no second bomb.
bool Extractor::told_by_its_blast(const View& view, std::size_t i) const {
  const Id v = trigger_at_[i].verb;
  if (v == kNobody || view.verb(v).link != Link::kParticiple || view.verb(v).parent == kNobody) return false;
  const Relation& r = document_->relations[first_of_sentence_ + i];
  if (r.arguments.empty() || schema_.type(r.type).symmetric) return false;
  const Index whom = r.arguments.back().entity;
  if (r.arguments.back().role != 1 || whom == kNone || document_->entities[whom].type != MentionType::kGroup) return false;
  bool same = false, hurt = false;
  for (std::size_t j = 0; j < trigger_at_.size(); ++j) {
    const Relation& other = document_->relations[first_of_sentence_ + j];
    same |= trigger_at_[j].verb == view.verb(v).parent && other.type == r.type;
    hurt |= j != i && other.trigger == r.trigger && other.type != r.type && schema_.type(other.type).is(RelationTrait::kFells);
  }
  return same && hurt;
}

// "approved [a loan] for Fiji", "agreed to [a deal]": verb and noun tell one event.
bool Extractor::told_by_its_verb(const View& view, std::size_t i) const {
  const Id noun = trigger_at_[i].noun;
  if (noun == kNobody || view.noun(noun).verb == kNobody) return false;
  const Relation& r = document_->relations[first_of_sentence_ + i];
  for (std::size_t j = 0; j < trigger_at_.size(); ++j) {
    const Relation& other = document_->relations[first_of_sentence_ + j];
    if (i == j || trigger_at_[j].verb != view.noun(noun).verb || other.type != r.type || other.polarity != r.polarity) continue;
    if (covers(schema_.type(r.type), other, r)) return true;
  }
  return false;
}

// "gave Fiji a million to [help] it recover": what the gift between the two is for.
bool Extractor::says_what_for(const View& view, std::size_t i) const {
  static constexpr FewWords kHelps = {"help", "assist", "support"};
  const Id v = trigger_at_[i].verb;
  if (v == kNobody || view.verb(v).parent == kNobody || !view.verb(v).infinitive) return false;
  if (view.verb(v).lemma == kNoLemma || !frames_.lexicon().is_one_of(view.verb(v).lemma, kHelps)) return false;
  const Relation& r = document_->relations[first_of_sentence_ + i];
  for (std::size_t j = 0; j < trigger_at_.size(); ++j) {
    const Relation& gift = document_->relations[first_of_sentence_ + j];
    if (trigger_at_[j].verb != view.verb(v).parent || gift.arguments.size() < 2 || r.arguments.size() < 2) continue;
    if (schema_.type(gift.type).kind != EventKind::kCooperation) continue;
    if (gift.arguments[0].entity == r.arguments[0].entity && gift.arguments[1].entity == r.arguments[1].entity) return true;
  }
  return false;
}

// Says the inner report all that the outer one does?
bool Extractor::yields(const Relation& outer, const Relation& inner) const {
  if (!frames_.frames()[outer.because - frames_.first_origin()].yields) return false;
  if (outer.arguments.empty() || inner.arguments.empty()) return false;
  const Index who = outer.arguments[0].entity;
  const bool symmetric = schema_.type(inner.type).symmetric;
  if (inner.arguments[0].entity != who &&
      !(symmetric && inner.arguments.size() > 1 && inner.arguments[1].entity == who)) {
    return false;
  }
  const EventKind kind = schema_.type(inner.type).kind;
  switch (inner.status) {
    case RelationStatus::kPromised: case RelationStatus::kAgreed: case RelationStatus::kOffered: return true;
    default: return inner.polarity == Polarity::kDenied && kind == EventKind::kCooperation;
  }
}

void Extractor::give_up() {
  if (given_up_.empty()) return;
  std::sort(given_up_.begin(), given_up_.end());
  given_up_.erase(std::unique(given_up_.begin(), given_up_.end()), given_up_.end());
  for (auto at = given_up_.rbegin(); at != given_up_.rend(); ++at) {
    const Span trigger = document_->relations[*at].trigger;
    for (std::size_t i = first_of_sentence_; i < document_->relations.size(); ++i) {
      Relation& r = document_->relations[i];
      if (r.part_of == trigger) r.part_of = document_->relations[*at].part_of;
    }
    document_->relations.erase(document_->relations.begin() + *at);
    trigger_at_.erase(trigger_at_.begin() + (*at - first_of_sentence_));
  }
  given_up_.clear();
}

}  // namespace dragoman
