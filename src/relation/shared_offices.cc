// Part of dragoman; see LICENSE.
//
// One plural role of several: "the presidents of Rwanda and Congo, Paul Kagame and Felix
// Tshisekedi", "Emomali Rahmon and Sadyr Japarov, the Tajik and Kyrgyz presidents".  Each
// holds his own, in the order in which they stand; of one state, all do.

#include "relation/names.h"

#include <algorithm>

namespace dragoman {
namespace {

bool joins(const Word& w) { return w.tag == Tag::kComma || w.tag == Tag::kCoordinator || w.tag == Tag::kDeterminer; }

bool is_body(MentionType type) {
  return type == MentionType::kState || type == MentionType::kNationality || is_a(type, MentionType::kOrganisation);
}
bool is_person(const Mention& m) {
  return m.type == MentionType::kPerson && m.form == MentionForm::kNamed && m.entity != kNone;
}

class List {
 public:
  explicit List(const View& view)
      : view_(view), first_(view.clauses().base), last_(first_ + Index(view.clauses().words.size())) {}

  // Bodies or persons behind a token, up to the first word that joins none.  Returns where they end.
  template <typename Fits>
  Index behind(Index t, Fits fits, std::vector<Index>& out) const {
    while (t < last_) {
      const Word& w = view_.clauses().word(t);
      if (w.mention != kNone && fits(mention(w))) {
        out.push_back(w.mention);
        t = mention(w).last;
      } else if (w.mention == kNone && joins(w)) {
        ++t;
      } else {
        break;
      }
    }
    return t;
  }
  // The same before a token, in the order of the text.
  template <typename Fits>
  Index before(Index t, Fits fits, std::vector<Index>& out) const {
    while (t > first_) {
      const Word& w = view_.clauses().word(t - 1);
      if (w.mention != kNone && fits(mention(w))) {
        out.insert(out.begin(), w.mention);
        t = mention(w).first;
      } else if (w.mention == kNone && joins(w)) {
        --t;
      } else {
        break;
      }
    }
    return t;
  }
  bool comma(Index t) const { return t >= first_ && t < last_ && view_.clauses().word(t).tag == Tag::kComma; }
  bool of(Index t) const { return t < last_ && view_.clauses().word(t).prep == Prep::kOf; }

 private:
  const Mention& mention(const Word& w) const { return view_.document().mentions[w.mention]; }
  const View& view_;
  Index first_, last_;
};

}  // namespace

void shared_offices(const View& view, Id id, Index office, Span trigger, std::vector<NameRelation>& out) {
  const NounChunk& n = view.noun(id);
  const std::vector<Mention>& mentions = view.document().mentions;
  static constexpr TypeSet kBodies = {MentionType::kOrganisation, MentionType::kState};
  const List list(view);
  const auto body = [](const Mention& m) { return is_body(m.type); };
  std::vector<Index> bodies, persons;
  Index start = n.first, end = n.last;
  if (list.of(end)) {
    end = list.behind(end + 1, body, bodies);
  } else {
    view.inner_actors(n.first, n.head, [&](Index m) {
      if (is_body(mentions[m].type)) bodies.push_back(m);
      return true;
    });
    if (n.possessor != kNobody) start = view.noun(n.possessor).first;
    if (n.possessor != kNobody && view.noun(n.possessor).mention != kNone) bodies.insert(bodies.begin(), view.noun(n.possessor).mention);
    start = list.before(start, body, bodies);
  }
  if (bodies.empty()) return;
  if (list.comma(end) || list.comma(end - 1)) list.behind(end, is_person, persons);
  if (persons.size() < 2) {
    persons.clear();
    if (start > 0 && list.comma(start)) ++start;
    while (start < n.first && !list.comma(start - 1)) ++start;
    if (list.comma(start - 1)) list.before(start, is_person, persons);
  }
  if (persons.size() < 2 || (bodies.size() > 1 && bodies.size() != persons.size())) return;
  for (std::size_t i = 0; i < persons.size(); ++i) {
    Party of;
    if (!view.accept(bodies.size() == 1 ? bodies[0] : bodies[i], kBodies, of)) continue;
    NameRelation made;
    made.tie = PersonTie::kOffice;
    made.construction = Construction::kRole;
    made.person = {persons[i], mentions[persons[i]].entity};
    made.body = view.state_behind(of);
    made.office_mention = office;
    made.trigger = trigger;
    if (made.body.entity != kNone && made.body.entity != made.person.entity) out.push_back(made);
  }
}

}  // namespace dragoman
