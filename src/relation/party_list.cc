// Part of dragoman; see LICENSE.
//
// The parties of a whole filler: each of a list or a pair, those whom "including" and commas name; and
// the values (arms, sums) in it.

#include "relation/view.h"

#include <algorithm>

#include "relation/role_types.h"

namespace dragoman {

void View::parties(const Filler& filler, TypeSet types,
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
      Party one{party.mention, member};
      // "Chad's government and the rebels said [they]": a group stands for what it stood for there
      const Entity& e = document_.entities[member];
      if (e.type == MentionType::kGroup && !e.mentions.empty() && accept(e.mentions.front(), types, one)) one.mention = party.mention;
      const bool there = std::ranges::any_of(out, [&](const Party& p) { return p.entity == one.entity; });
      if (!there && takes(types, document_.entities[one.entity].type)) out.push_back(one);
    }
    if (!members.empty()) return party.entity;
    const auto known = [&](Index entity) {
      return std::ranges::any_of(out, [entity](const Party& p) { return p.entity == entity; });
    };
    // "the government and the rebels of Bougainville": two, though both are of one state.
    if (known(party.entity) && allows(types, MentionType::kGroup) && party.mention != kNone) {
      const Mention& m = document_.mentions[party.mention];
      if (m.type == MentionType::kGroup && m.entity != kNone && document_.entities[m.entity].type == MentionType::kGroup) {
        party.entity = m.entity;
      }
    }
    if (out.size() < kMostParties && !known(party.entity)) out.push_back(party);
    return party.entity;
  };
  for (Id id = filler.noun; id != kNobody && out.size() < kMostParties; id = noun(id).next_conjunct) {
    // "telephoned his counterparts [in Tokyo and Seoul]": theirs
    static constexpr FewWords kCounterparts = {"counterpart"};
    if (const Id in = id + 1; in < Id(c_.nouns.size()) && noun(in).noun == id && noun(in).prep == Prep::kIn && noun(id).apposition == kNobody &&
        noun(in).apposition == kNobody && !named_behind(in) && words_.is_one_of(noun(id).lemma, kCounterparts)) {
      const std::size_t before = out.size();
      for (Id j = in; j != kNobody && out.size() < kMostParties; j = noun(j).next_conjunct) add(j);
      if (out.size() > before) continue;
    }
    const Index entity = add(id);
    if (filler.alone) return;
    const Index said = noun(id).mention;
    // "a [convoy] of Malian soldiers and Russian mercenaries": one that holds several
    static constexpr FewWords kHoldsSeveral = {"convoy", "column", "patrol", "group", "team", "band", "mix", "mixture", "alliance", "coalition", "delegation", "crew"};
    const bool plural = noun(id).plural || (said != kNone && document_.mentions[said].plural) || words_.is_one_of(noun(id).lemma, kHoldsSeveral);
    if (!plural) continue;
    if (const Id some = some_of_victims(id) ? kNobody : some_of(id); some != kNobody) {
      const std::size_t before = out.size();
      for (Id j = some; j != kNobody && out.size() < kMostParties; j = noun(j).next_conjunct) add(j);
      // A group of no state is they.
      if (out.size() > before && entity != kNone && document_.entities[entity].type == MentionType::kGroup) {
        out.erase(out.begin() + std::ptrdiff_t(before) - 1);
      }
      continue;
    }
    if (entity == kNone) continue;
    // "A and B, whose armies": each of them has one.
    const Id owner = noun(id).possessor;
    Party his;
    if (owner != kNobody && noun(owner).next_conjunct != kNobody && resolve(owner, types, 1, his) && his.entity == entity) {
      for (Id j = noun(owner).next_conjunct; j != kNobody; j = noun(j).next_conjunct) add(j);
    }
    // "the presidents of A and B": of each of them, if the first stands for one.
    for (Id k = id + 1; k < Id(c_.nouns.size()) && k < id + 3; ++k) {
      Party first;
      // "the airports at A and B"
      const bool there = (noun(k).prep == Prep::kIn || noun(k).prep == Prep::kAt || noun(k).prep == Prep::kNear) && said == kNone && allows(types, MentionType::kCity) &&
                         is(noun(id).lemma, kPlaceNoun);
      const bool theirs = there || noun(k).prep == Prep::kOf || noun(k).prep == Prep::kFrom || (noun(k).prep == Prep::kFor && speaks_for(noun(id).lemma));
      if (!theirs || noun(k).noun != id || !resolve(k, types, 1, first)) continue;
      if (first.entity != entity) break;
      for (Id j = noun(k).next_conjunct; j != kNobody; j = noun(j).next_conjunct) add(j);
      break;
    }
  }
}

// "hostages held by [rebels], including two nurses": those who are held, not the rebels.
bool View::some_of_victims(Id id) const {
  static constexpr FewWords kDoneTo = {"hold", "kidnap", "abduct", "capture", "detain", "arrest", "jail",
                                       "kill", "wound",  "seize",  "take",    "shoot",  "free",   "release"};
  const NounChunk& n = noun(id);
  if (n.prep != Prep::kBy || n.verb == kNobody) return false;
  const VerbGroup& g = verb(n.verb);
  return (g.reduced_passive || g.passive) && words_.is_one_of(g.lemma, kDoneTo);
}

// "his counterpart in Manila, [Enrique Manalo],": does a person's name stand in commas behind the phrase?
bool View::named_behind(Id id) const {
  const Id next = id + 1;
  return next < Id(c_.nouns.size()) && noun(next).first == noun(id).last + 1 && c_.word(noun(id).last).tag == Tag::kComma && noun(next).mention != kNone &&
         document_.mentions[noun(next).mention].type == MentionType::kPerson;
}

// "creditors [including China] and France", "allies from Europe, among them [Peru]": the first of those whom a plural
// names as some of its own; kNobody if it names none.
Id View::some_of(Id id) const {
  static constexpr FewWords kIncluding = {"including", "notably"};
  Index t = noun(id).last;
  for (Id k = id + 1; k < Id(c_.nouns.size()) && k < id + 4 && noun(k).first <= t + 2; ++k) {
    const NounChunk& next = noun(k);
    if (next.noun == kNobody || next.noun < id || (next.prep != Prep::kOf && next.prep != Prep::kFrom && next.prep != Prep::kIn)) break;
    t = next.last;
  }
  const Index end = c_.base + Index(c_.words.size());
  const auto lemma = [&](Index i) { return i < end && c_.word(i).lemma != kNoLemma ? words_.lemma(c_.word(i).lemma) : std::string_view(); };
  if (t < end && c_.word(t).tag == Tag::kComma) {
    if (const Id all = named_in_commas(++t); all != kNobody) return all;
  }
  Index open = kNone;
  if (t < end && c_.word(t).lemma != kNoLemma && words_.is_one_of(c_.word(t).lemma, kIncluding)) open = t + 1;
  else if ((lemma(t) == "such" && lemma(t + 1) == "as") || (lemma(t) == "among" && lemma(t + 1) == "them")) open = t + 2;
  if (open >= end || open == kNone) return kNobody;
  Id first = first_noun_after(open);
  if (first >= Id(c_.nouns.size()) || noun(first).first != open) return kNobody;
  while (noun(first).role == NounRole::kPossessor && first + 1 < Id(c_.nouns.size())) ++first;   // "[Chad]'s ministers"
  // "peacekeepers, including [their deputy commander]": who has no name does not say who they are.
  if (noun(first).mention != kNone) {
    const Mention& m = document_.mentions[noun(first).mention];
    if (m.form != MentionForm::kNamed && m.type != MentionType::kNationality && m.state == kNone && noun(first).possessor == kNobody) return kNobody;
  }
  return first;
}

// "the two ministers, [Sergei Lavrov] and Wang Yi, met": the first of a list of names that stands in commas, or kNobody.
Id View::named_in_commas(Index token) const {
  if (token >= c_.base + c_.words.size()) return kNobody;
  const Id first = c_.noun_of[token - c_.base];
  if (first == kNobody || noun(first).first != token || noun(first).role != NounRole::kFree || noun(first).next_conjunct == kNobody) return kNobody;
  Id last = first;
  for (Id id = first; id != kNobody; id = noun(id).next_conjunct) {
    last = id;
    if (noun(id).mention == kNone || noun(id).possessor != kNobody) return kNobody;
    const Mention& m = document_.mentions[noun(id).mention];
    if (m.form != MentionForm::kNamed || m.type == MentionType::kOffice || m.type == MentionType::kGroup) return kNobody;
  }
  const Index end = noun(last).last;
  const Tag closes = end < c_.base + c_.words.size() ? c_.word(end).tag : Tag::kStop;
  return closes == Tag::kComma || closes == Tag::kDash || closes == Tag::kStop ? first : kNobody;
}

void View::values(const Filler& filler, TypeSet types,
                  std::vector<Index>& out) const {
  if (filler.noun == kNobody) return;
  const auto inside = [&](const NounChunk& n) {
    for (Index m = from(n.first); m < document_.mentions.size(); ++m) {
      const Mention& mention = document_.mentions[m];
      if (mention.first >= n.last) break;
      if (mention.first >= n.first && mention.last <= n.last && takes(types, mention.type) &&
          std::ranges::find(out, m) == out.end()) {
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

}  // namespace dragoman
