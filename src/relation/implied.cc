// Part of dragoman; see LICENSE.
//
// Who is meant where no slot names him: whose request it is that another turned down, whose envoy was called in by whom,
// between whom a truce was brokered, against whom a second blow is struck.

#include <algorithm>

#include "relation/extractor.h"
#include "relation/role_types.h"

namespace dragoman {

// "ignored an ultimatum to reinstate [Bongo]", "dismissed a call to leave [Mali]": what is wanted does not say who wants it.
bool Extractor::within_wish(const View& view, At at, const Filler& f) const {
  if (at.verb == kNobody) return false;
  const VerbGroup& g = view.verb(at.verb);
  if (g.object == kNobody || g.passive || view.noun(g.object).mention != kNone) return false;
  const Id k = at.verb + 1;
  if (k >= Id(clauses_.verbs.size())) return false;
  const VerbGroup& next = view.verb(k);
  if ((next.link != Link::kInfinitive && next.link != Link::kComplement) || next.parent_noun == kNobody) return false;
  if (view.noun(next.parent_noun).first < view.noun(g.object).first) return false;
  // "the allegation that [its agents] killed him"
  const Index from = next.subject != kNobody && view.noun(next.subject).first >= view.noun(next.parent_noun).last ? view.noun(next.subject).first : next.first;
  return (f.noun != kNobody ? view.noun(f.noun).first : document_->mentions[f.mention].first) >= from;
}

// "Estonia said Moscow had ignored [its] request": nobody turns down what he asks himself, so it is that of who says so.
void Extractor::of_the_sayer(const View& view, const Filler& f, Id answer, TypeSet types) {
  if (f.noun == kNobody || answer == kNobody) return;
  const NounChunk& n = view.noun(f.noun);
  const Id owner = n.role == NounRole::kPossessor ? f.noun : n.possessor;
  if (owner == kNobody || !view.noun(owner).pronoun) return;
  const VerbGroup& g = view.verb(answer);
  Id says = view.said(answer);
  // "accused Taylor of spurning [their] plan": that of whoever accuses him
  static constexpr FewWords kAccuse = {"accuse", "blame", "criticise", "criticize", "condemn", "rebuke", "denounce"};
  if (says == kNobody && g.link == Link::kGerund && g.parent != kNobody && !view.verb(g.parent).passive &&
      frames_.lexicon().is_one_of(view.verb(g.parent).lemma, kAccuse)) {
    says = view.verb(g.parent).subject;
    if (parties_.empty() && says != kNobody) {
      view.parties({says}, types, parties_);
      return;
    }
  }
  if (parties_.empty()) return;
  if (says == kNobody || g.passive || g.subject == kNobody) return;
  std::vector<Party> answerer;
  view.parties({g.subject}, types, answerer);
  const auto same = [&](const Party& p) { return among(answerer, p.entity); };
  if (answerer.empty() || !std::ranges::all_of(parties_, same)) return;
  parties_.clear();
  view.parties({says}, types, parties_);
  std::erase_if(parties_, same);
}

// "expelled [Chad's] envoy and suspended trade": with whom, if nobody is named, the doer has just dealt with.
void Extractor::dealt_with_before(const View& view) {
  if (unknown_yet()) return;
  for (std::size_t i = document_->relations.size(); i-- > 0;) {
    const Relation& r = document_->relations[i];
    if (r.sentence != clauses_.sentence) return;
    if (r.polarity == Polarity::kDenied || r.arguments.size() < 2 || r.arguments[0].role != 0 || r.arguments[1].role != 1) continue;
    if (!schema_.type(r.type).is(RelationTrait::kFollowed) || !among(filled_[0], r.arguments[0].entity)) continue;
    Index target = r.arguments[1].entity;
    if (target == kNone || document_->entities[target].type == MentionType::kGroup || among(filled_[0], target)) continue;
    // "ordered out Chad's ambassador, X, and froze trade": with Chad
    if (document_->entities[target].type == MentionType::kPerson) target = view.state_by_code(document_->entities[target].state);
    if (target == kNone) continue;
    filled_[1].push_back({r.arguments[1].mention, target});
    return;
  }
}

// "[Chad and the rebels] signed a truce brokered by Togo", "after talks between [Chad and Sudan] sponsored by Togo": those
// whose truce or talks they are.
void Extractor::whose_settlement(const View& view, Id mediates, TypeSet types) {
  static constexpr FewWords kSettlements = {"truce", "ceasefire", "talk", "negotiation", "agreement", "deal", "accord", "pact", "treaty", "settlement",
                                            "dialogue", "discussion", "meeting", "swap", "reconciliation", "rapprochement", "armistice", "summit"};
  const VerbGroup& g = view.verb(mediates);
  const Id what = g.passive ? g.subject : g.object;
  if (what == kNobody || !frames_.lexicon().is_one_of(view.noun(what).lemma, kSettlements)) return;
  std::vector<Filler> whose;
  const auto take = [&](std::size_t fewest) {
    parties_.clear();
    for (const Filler& f : whose) view.parties(f, types, parties_);
    std::erase_if(parties_, [this](const Party& p) { return among(filled_[0], p.entity); });
    whose.clear();
    if (parties_.size() >= fewest) filled_[1] = parties_;
    return !filled_[1].empty();
  };
  const At noun{kNobody, what};
  view.prepositional(noun, Prep::kBetween, whose);
  if (take(1)) return;
  // "walked out of [its] talks with [the rebels], which Togo has brokered"
  if (!g.reduced_passive && g.link != Link::kRelative) return;
  view.fill(noun, kPoss, whose);
  view.prepositional(noun, Prep::kWith, whose);
  view.fill(noun, kLightSubj, whose);
  if (take(1)) return;
  view.fill(noun, kAdjunct, whose);
  take(2);
}

// "spoke with the rebels [and with Togo]": does "and" lead from one phrase to the next of its kind?
bool Extractor::goes_on_behind(const View& view, At at, std::uint8_t s, const Filler& f) {
  if (at.verb == kNobody) return false;
  const std::span<const Filler> all = slot(view, at, s);
  const auto here = std::ranges::find_if(all, [&f](const Filler& other) { return other.noun == f.noun && other.mention == f.mention; });
  if (here == all.end() || here + 1 == all.end() || (here + 1)->noun == kNobody) return false;
  const Index first = view.noun((here + 1)->noun).first;
  return first >= clauses_.base + 2 && clauses_.word(first - 2).tag == Tag::kCoordinator;
}

// "mediates in [Zambia's] dispute with [Chad]": whose dispute it is.
void Extractor::whose_dispute(const View& view, const Filler& f, TypeSet types) {
  static constexpr FewWords kDisputes = {"dispute", "conflict", "row", "war", "quarrel", "feud", "standoff", "rift", "spat", "crisis"};
  if (f.noun == kNobody || !frames_.lexicon().is_one_of(view.noun(f.noun).lemma, kDisputes)) return;
  std::vector<Filler> whose;
  const At noun{kNobody, f.noun};
  view.prepositional(noun, Prep::kBetween, whose);
  if (whose.empty()) {
    view.fill(noun, kPoss, whose);
    view.fill(noun, kMod, whose);
    view.prepositional(noun, Prep::kWith, whose);
  }
  parties_.clear();
  for (const Filler& party : whose) view.parties(party, types, parties_);
}

// "mediates together with [Egypt]": a further doer, who is added to them.
void Extractor::does_it_too(const View& view, const Filler& f) {
  static constexpr FewWords kTogether = {"together", "along", "alongside", "jointly"};
  const Index first = view.noun(f.noun).first;
  if (first < clauses_.base + 2) return;
  const LemmaId before = clauses_.word(first - 2).lemma;
  if (before == kNoLemma || !frames_.lexicon().is_one_of(before, kTogether)) return;
  static constexpr TypeSet kWho = {MentionType::kState, MentionType::kPerson, MentionType::kOrganisation, MentionType::kGroup};
  parties_.clear();
  view.parties(f, kWho, parties_);
  for (const Party& p : parties_) {
    if (!among(filled_[0], p.entity)) filled_[0].push_back(p);
  }
}

// "urged [its citizens] to leave Mali": one's own people are asked, not whoever is named behind them.
bool Extractor::own_people(const View& view, Id asking) const {
  static constexpr FewWords kOthers = {"ally", "partner", "neighbour", "neighbor", "rival", "foe", "enemy", "counterpart", "colleague", "guest", "host", "friend",
                                       "backer", "patron", "sponsor", "successor", "predecessor", "opponent", "critic", "creditor", "lender", "government",
                                       "president", "minister", "kidnapper", "captor"};
  const VerbGroup& g = view.verb(asking);
  if (g.passive) return false;
  Id whom = g.object;
  // "called on [his people] to"
  static constexpr FewWords kCallOn = {"call", "appeal", "prevail"};
  if (whom == kNobody && frames_.lexicon().is_one_of(g.lemma, kCallOn)) {
    std::vector<Filler> on;
    view.prepositional({asking, kNobody}, Prep::kOn, on);
    if (on.empty()) view.prepositional({asking, kNobody}, Prep::kTo, on);
    if (!on.empty()) whom = on.front().noun;
  }
  if (whom == kNobody) return false;
  const NounChunk& n = view.noun(whom);
  if (n.possessor == kNobody || !view.noun(n.possessor).pronoun || n.pronoun || frames_.lexicon().is_one_of(n.lemma, kOthers)) return false;
  if (n.apposition != kNobody || n.apposition_of != kNobody || n.next_conjunct != kNobody) return false;
  if (n.mention != kNone && document_->mentions[n.mention].form == MentionForm::kNamed) return false;
  static constexpr TypeSet kWho = {MentionType::kState, MentionType::kPerson, MentionType::kOrganisation, MentionType::kGroup};
  std::vector<Party> owner;
  view.parties({n.possessor}, kWho, owner);
  return !owner.empty() && std::ranges::all_of(owner, [&](const Party& p) {
    return std::ranges::any_of(filled_[0], [&](const Party& doer) {
      const Entity &who = document_->entities[doer.entity], &whose = document_->entities[p.entity];
      return doer.entity == p.entity || (!who.state.empty() && (who.state == whose.id || who.state == whose.state)) ||
             (!whose.state.empty() && whose.state == who.id);
    });
  });
}

}  // namespace dragoman
