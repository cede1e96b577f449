// Part of dragoman; see LICENSE.
//
// One report, one code.  The type says what kind of act it is, its status and polarity what of it
// counts (Schema::event).  Actors are coded by state: a person by office or citizenship, a body by
// its seat, an unnamed group ("police", "gunmen") by the place of the event or the other actor, as
// those who write event data by hand do.

#include "dragoman/event.h"

#include <algorithm>

#include "dragoman/document.h"

namespace dragoman {
namespace {

constexpr std::string_view kInternational = "IGO";

bool value_role(const Role& role) {
  return std::ranges::all_of(role.types, [](MentionType t) {
    return t == MentionType::kWeapon || t == MentionType::kMoney || t == MentionType::kQuantity ||
           t == MentionType::kOffice || t == MentionType::kEvent;
  });
}

class Coder {
 public:
  Coder(const Document& document, const Schema& schema)
      : d_(document), schema_(schema) {}

  std::vector<Event> run() {
    std::vector<Event> events;
    if (d_.relations.empty()) return events;
    serve();
    for (Index i = 0; i < d_.relations.size(); ++i) {
      const Relation& r = d_.relations[i];
      if (!r.part_of.empty()) continue;
      const EventCode* code = schema_.event(r.type, r.status, r.polarity);
      if (code == nullptr) continue;
      Event event;
      event.relation = i;
      event.code = code;
      event.symmetric = schema_.type(r.type).symmetric;
      event.background = r.background;
      actors(r, event);
      if (const EventCode* joint = drill_together(r)) event.code = joint;
      if (!repeats(events, event)) events.push_back(std::move(event));
    }
    front(events);
    return events;
  }

 private:
  // A drill with a partner and against nobody is cooperation.
  const EventCode* drill_together(const Relation& r) const {
    const RelationType& type = schema_.type(r.type);
    bool partner = false, target = false;
    for (const Argument& a : r.arguments) {
      partner |= type.roles[a.role].name == "partner";
      target |= type.roles[a.role].name == "target";
    }
    return partner && !target && cooperate_ ? schema_.event(*cooperate_, r.status, r.polarity) : nullptr;
  }

  // Who fills the first role acts, who fills the next that holds a party or place is acted on.
  void actors(const Relation& r, Event& event) {
    const RelationType& type = schema_.type(r.type);
    for (const Argument& a : r.arguments) {
      if (a.entity == kNone || value_role(type.roles[a.role]) || type.roles[a.role].name == "route") continue;
      EventActor& actor = a.role == 0 ? event.source : event.target;
      if (actor.entity != kNone) continue;
      actor.entity = a.entity;
      actor.state = state_of(a.entity);
    }
    if (!event.source.state.empty() && !event.target.state.empty()) return;
    std::string place;
    if (r.where != kNone && d_.mentions[r.where].entity != kNone) place = state_of(d_.mentions[r.where].entity);
    if (place.empty()) place = place_in(r);
    const bool home = type.kind != EventKind::kSpeech || event.code->plover == "DEMAND" || event.code->plover == "THREATEN";
    const auto lend = [&](EventActor& to, const EventActor& other) {
      if (!to.state.empty()) return;
      // A person by name may be of any state but, as a rule, not of that which he deals with.
      if (to.entity != kNone && d_.entities[to.entity].type == MentionType::kPerson && place == other.state &&
          type.kind == EventKind::kSpeech) {
        return;
      }
      to.by_place = true;
      if (!place.empty()) to.state = place;
      else if (home && other.state != kInternational) to.state = other.state;
      else to.by_place = false;
    };
    // Nobody else is named: people who protest, police who arrest do so at home.
    lend(event.source, event.target);
    if (event.target.entity != kNone || home) lend(event.target, event.source);
  }

  std::string state_of(Index entity) {
    const Entity& e = d_.entities[entity];
    if (e.type == MentionType::kInternationalOrg) return std::string(kInternational);
    if (!e.state.empty()) return e.state;
    if (is_a(e.type, MentionType::kOrganisation)) {
      // A body that is known and of no state works across borders.
      const bool across = e.record != kNone && e.type != MentionType::kArmedGroup && e.type != MentionType::kCompany &&
                          (e.type != MentionType::kGovernmentBody || e.id == "org:united-nations-security-council");
      return across ? std::string(kInternational) : std::string();
    }
    return entity < serves_.size() && serves_[entity] != kNone ? state_of(serves_[entity]) : std::string();
  }

  // Whom persons serve whose own state is not known: the first body that an office ties them to.
  void serve() {
    const auto office = schema_.find("holds_office"), works = schema_.find("works_for");
    serves_.assign(d_.entities.size(), kNone);
    for (const Relation& r : d_.relations) {
      if ((!office || r.type != *office) && (!works || r.type != *works)) continue;
      if (r.arguments.empty() || r.arguments[0].role != 0 || r.arguments[0].entity == kNone) continue;
      const Index who = r.arguments[0].entity, body = r.arguments.back().entity;
      if (serves_[who] != kNone || body == kNone || d_.entities[body].type == MentionType::kPerson) continue;
      if (d_.entities[body].state.empty() && d_.entities[body].type != MentionType::kInternationalOrg) continue;
      serves_[who] = body;
    }
  }

  // The state of the first place that the sentence names, before any state.
  const std::string& place_in(const Relation& r) {
    if (placed_ != r.sentence) {
      placed_ = r.sentence;
      place_ = find_place(r);
    }
    return place_;
  }
  std::string find_place(const Relation& r) const {
    const Sentence& sentence = d_.sentences()[r.sentence];
    auto m = std::partition_point(d_.mentions.begin(), d_.mentions.end(),
                                  [&](const Mention& x) { return x.first < sentence.first; });
    std::string named;
    for (; m != d_.mentions.end() && m->first < sentence.last; ++m) {
      if (m->entity == kNone) continue;
      const Entity& e = d_.entities[m->entity];
      if (e.state.empty()) continue;
      if (e.type == MentionType::kCity || e.type == MentionType::kPlace) return e.state;
      if (named.empty() && (e.type == MentionType::kState || m->type == MentionType::kNationality)) named = e.state;
    }
    return named;
  }

  // "signed and sealed an accord": one happening for event data.  Of two that share an actor the one
  // that names the other actor tells more.
  bool repeats(std::vector<Event>& events, Event& event) const {
    const Relation& r = d_.relations[event.relation];
    int looked = 0;
    for (auto other = events.rbegin(); other != events.rend() && looked < 32; ++other, ++looked) {
      const Relation& o = d_.relations[other->relation];
      if (o.sentence != r.sentence) break;
      if (other->code->plover != event.code->plover) continue;
      const bool same = other->source.state == event.source.state && other->target.state == event.target.state;
      const bool turned = other->symmetric && other->source.state == event.target.state &&
                          other->target.state == event.source.state;
      if (same || turned || less_than(event, *other)) return true;
      if (less_than(*other, event)) {
        *other = std::move(event);
        return true;
      }
    }
    return false;
  }
  // Does `a` name one actor alone, and one of `b`?
  static bool less_than(const Event& a, const Event& b) {
    const bool lone = a.target.entity == kNone || a.source.entity == kNone;
    const bool pair = b.target.entity != kNone && b.source.entity != kNone;
    const std::string& state = a.source.entity != kNone ? a.source.state : a.target.state;
    return lone && pair && !state.empty() && (state == b.source.state || state == b.target.state);
  }

  // A sentence that reports in the background alone reports that.
  void front(std::vector<Event>& events) const {
    for (auto from = events.begin(); from != events.end();) {
      const Index sentence = d_.relations[from->relation].sentence;
      const auto to = std::find_if(from, events.end(), [&](const Event& e) {
        return d_.relations[e.relation].sentence != sentence;
      });
      if (std::all_of(from, to, [](const Event& e) { return e.background; })) {
        for (auto e = from; e != to; ++e) e->background = false;
      }
      from = to;
    }
  }

  const Document& d_;
  const Schema& schema_;
  const std::optional<RelationTypeId> cooperate_ = schema_.find("cooperate");
  std::vector<Index> serves_;           // by entity
  Index placed_ = kNone;                // the sentence that place_ is of
  std::string place_;
};

}  // namespace

std::vector<Event> find_events(const Document& document, const Schema& schema) {
  return Coder(document, schema).run();
}

}  // namespace dragoman
