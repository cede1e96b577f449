// Part of dragoman; see LICENSE.
//
// A title before a name and a role in apposition say the same thing with the words in
// another order: who, as what, of which state or body.  Only roles that are offices make
// holds_office; an analyst or professor works for a body.  Without state or body nothing
// is said that is worth an edge.

#include "relation/names.h"

#include <algorithm>

#include "mention/helped.h"
#include "token/word_set.h"

namespace dragoman {
namespace {

constexpr TypeSet kPersonOnly = {MentionType::kPerson};
constexpr TypeSet kEmployers = {MentionType::kOrganisation};
constexpr TypeSet kOfficeBodies = {MentionType::kOrganisation, MentionType::kState,
                                          MentionType::kPlace};
// "the leader of the rebels"
constexpr TypeSet kLedBodies = {MentionType::kOrganisation, MentionType::kState, MentionType::kPlace, MentionType::kGroup};
constexpr TypeSet kStates = {MentionType::kState};
constexpr TypeSet kCities = {MentionType::kCity};

struct RoleWord {
  Index head = kNone;           // token
  Index mention = kNone;        // OFFICE
  bool office = false, former = false, found = false;
};

// "Hamas [founder] Ahmed Yassin" is no employee, nor is its owner.
PersonTie tie_of(const View& view, const RoleWord& role) {
  static constexpr FewWords kFounders = {"founder", "co-founder", "cofounder"};
  static constexpr FewWords kNoEmployees = {"owner", "co-owner", "member"};
  if (role.office) return PersonTie::kOffice;
  const LemmaId word = role.head == kNone ? kNoLemma : view.clauses().word(role.head).lemma;
  if (view.words().is_one_of(word, kFounders)) return PersonTie::kFounder;
  return view.words().is_one_of(word, kNoEmployees) ? PersonTie::kNone : PersonTie::kEmployee;
}

// "second in command", "number two": offices without a role word.
bool second(const View& view, const Mention& office) {
  static constexpr FewWords kDeputies = {"second", "number"};
  return view.words().is_one_of(view.clauses().word(office.first).lemma, kDeputies);
}

// The role that tokens [first, last) name: the last role word.
RoleWord role_in(const View& view, Index first, Index last) {
  RoleWord role;
  for (Index t = first; t < last; ++t) {
    const Word& w = view.clauses().word(t);
    static constexpr FewWords kFormer = {"former", "ex", "late", "then", "ousted", "oust", "deposed", "depose", "toppled", "topple", "overthrown", "overthrow",
                                         "one-time", "erstwhile"};
    if (view.words().is_one_of(w.lemma, kFormer)) role.former = true;
    if (w.mention != kNone) {
      const Mention& m = view.document().mentions[w.mention];
      if (m.type == MentionType::kOffice) {
        if (role.mention == kNone) role.mention = w.mention;   // "[Foreign Minister] Prince"
        role.head = t;
        role.found = true;
      } else if (m.type == MentionType::kPerson && m.form == MentionForm::kNamed) {
        return {};
      } else if (w.lemma == kNoLemma || !view.is(w.lemma, kRoleNoun) ||
                 m.type == MentionType::kGroup) {
        continue;
      }
    }
    if (w.lemma != kNoLemma && view.is(w.lemma, kRoleNoun)) {
      role.head = t;
      role.found = true;
      role.office = view.is(w.lemma, kOfficeNoun);
    }
  }
  // "the second-in-command": a deputy in a description
  for (Index i = first < last && !role.found ? view.clauses().word(first).mention : kNone;
       i != kNone && i < view.document().mentions.size() && view.document().mentions[i].first < last; ++i) {
    const Mention& inner = view.document().mentions[i];
    if (inner.type != MentionType::kOffice || inner.last > last || !second(view, inner)) continue;
    role.mention = i;
    role.head = inner.last - 1;
    role.found = true;
    break;
  }
  // "secretary of state": the head of an office mention is its first role word.
  if (role.mention != kNone) {
    const Mention& m = view.document().mentions[role.mention];
    bool any = false;
    for (Index t = m.first; t < m.last; ++t) {
      const LemmaId lemma = view.clauses().word(t).lemma;
      if (lemma != kNoLemma && view.is(lemma, kRoleNoun)) {
        role.office = view.is(lemma, kOfficeNoun);
        any = true;
        if (role.office) break;
      }
    }
    if (!any) role.office = second(view, m);
  }
  return role;
}

// "[his] counterpart": the mention of an office that the text has given him; kNone: none.
Index office_of_owner(const View& view, Id id) {
  if (view.noun(id).possessor == kNobody) return kNone;
  std::vector<Party> owner;
  view.parties({view.noun(id).possessor}, kPersonOnly, owner);
  if (owner.empty()) return kNone;
  const Document& d = view.document();
  for (std::size_t i = d.relations.size(); i-- > 0;) {
    const std::vector<Argument>& arguments = d.relations[i].arguments;
    if (arguments.empty() || arguments[0].role != 0 || arguments[0].entity != owner[0].entity) continue;
    for (const Argument& a : arguments) {
      if (a.mention != kNone && d.mentions[a.mention].type == MentionType::kOffice) return a.mention;
    }
  }
  return kNone;
}

// "his American counterpart": whoever holds his office, or the one spoken of last, in this sentence or the one
// before, for the other side; some office, if none was named.  id: the chunk of [first, last).
RoleWord counterpart_in(const View& view, Id id, Index first, Index last) {
  RoleWord role;
  const Document& d = view.document();
  for (Index t = first; t < last; ++t) {
    if (view.words().is_one_of(view.clauses().word(t).lemma, kOtherSide)) role.head = t;
  }
  if (role.head == kNone) return role;
  const std::string_view word = view.words().lemma(view.clauses().word(role.head).lemma);
  role.office = role.found = word != "colleague";
  const auto behind = std::lower_bound(d.mentions.begin(), d.mentions.end(), first,
                                       [](const Mention& m, Index token) { return m.first < token; });
  for (auto m = behind; m != d.mentions.begin();) {
    --m;
    if (m->sentence + 1 < view.clauses().sentence) break;
    if (m->type != MentionType::kOffice) continue;
    role.office = role.found = true;
    if (m->plural) continue;   // "politicians"
    role.mention = Index(m - d.mentions.begin());
    break;
  }
  if (const Index office = office_of_owner(view, id); office != kNone) role.mention = office;
  return role;
}

// "John Kufuor of [Ghana]": the state or body of the phrase with "of" that follows.
Party body_behind(const View& view, Id id) {
  std::vector<Party> of;
  view.parties({id + 1}, kOfficeBodies, of);
  return of.empty() ? Party{} : of[0];
}

// "president of the board": of something, whatever it is.
bool follows_of(const View& view, Id role) {
  // "head of [Iran]'s Quds Force": a possessor may stand between.
  for (Id next = role + 1; next < Id(view.clauses().nouns.size()) && next < role + 3; ++next) {
    if (view.noun(next).noun == role && view.noun(next).prep == Prep::kOf) return true;
    if (view.noun(next).role != NounRole::kPossessor) break;
  }
  return false;
}

// "a spokesman for [President Afwerki]": a mention, or kNone.
Index served(const View& view, Id role) {
  if (role + 1 >= Id(view.clauses().nouns.size())) return kNone;
  const NounChunk& whom = view.noun(role + 1);
  if (whom.noun != role || (whom.prep != Prep::kFor && whom.prep != Prep::kTo && whom.prep != Prep::kOf) || whom.mention == kNone) return kNone;
  const Mention& m = view.document().mentions[whom.mention];
  return m.type == MentionType::kPerson && m.entity != kNone ? whom.mention : kNone;
}

// The state or body of a role: possessor, names inside [first, last), then of/at/for/in.
Party body_of(const View& view, Id id, Index first, Index last, bool office, bool follow) {
  // A state has officers; an analyst or singer is not its employee.
  const NounChunk& n = view.noun(id);
  static constexpr FewWords kLeads = {"leader", "chief", "commander", "head", "warlord", "chieftain"};
  const bool leads = office && view.words().is_one_of(n.lemma, kLeads);
  const TypeSet kBodies = leads ? kLedBodies : office ? kOfficeBodies : kEmployers;
  std::vector<Party> found;
  // A mayor is the city's, if it is a capital too.
  const bool city = n.lemma != kNoLemma && view.words().lemma(n.lemma) == "mayor";
  if (n.possessor != kNobody) {
    if (city) view.parties({n.possessor}, kCities, found);
    else view.parties({n.possessor}, kBodies, found);
    // "Brazil is to buy jets from Saab, its defence minister said": no company's and no bloc's.
    const bool minister = n.lemma != kNoLemma && view.words().lemma(n.lemma) == "minister" && view.noun(n.possessor).pronoun;
    if (!found.empty() && !(minister && is_a(view.document().entities[found[0].entity].type, MentionType::kOrganisation))) return found[0];
    found.clear();
  }
  Party best;
  bool sided = false;
  view.inner_actors(first, last, [&](Index m) {
    const MentionType type = view.document().mentions[m].type;
    if (type == MentionType::kPerson || (office && type == MentionType::kMedia)) return true;
    if (sides_with(view.document(), view.document().mentions[m].first)) return sided = true;   // "the pro-[Syrian] premier"
    Party party;
    if (view.accept(m, kBodies, party)) best = party;   // the nearest to the role: "Russian [Gazprom] chief"
    return true;
  });
  if (best.entity != kNone) return view.state_behind(best);
  // "Its foreign minister": the entity stage knows whose.
  if (office && n.mention != kNone && !sided && !(follow && follows_of(view, id))) {
    const Mention& described = view.document().mentions[n.mention];
    const std::vector<Entity>& entities = view.document().entities;
    for (Index e = 0; described.type == MentionType::kPerson && described.form == MentionForm::kNominal &&
                      described.state != kNone && e < entities.size(); ++e) {
      if (entities[e].record == described.state) return {n.mention, e};
    }
  }
  if (!follow) return {};
  for (Id k = id + 1; k < Id(view.clauses().nouns.size()) && k < id + 4; ++k) {
    const NounChunk& of = view.noun(k);
    if (of.noun != id) continue;
    switch (of.prep) {
      case Prep::kOf: case Prep::kAt: case Prep::kFor: case Prep::kWith: case Prep::kTo: case Prep::kFrom:
        break;
      default: continue;
    }
    if (!city) view.parties({k}, kBodies, found);
    if (found.empty() && office && of.prep == Prep::kOf) view.parties({k}, kCities, found);
    if (!found.empty()) return found[0];
    // "director of the Africa program at Chatham House"
    if (of.mention == kNone) {
      for (Id j = k + 1; j < Id(view.clauses().nouns.size()) && j < k + 3; ++j) {
        const NounChunk& at = view.noun(j);
        if (at.noun != k || (at.prep != Prep::kAt && at.prep != Prep::kOf && at.prep != Prep::kFor)) continue;
        view.parties({j}, kBodies, found);
        if (!found.empty()) return found[0];
      }
    }
  }
  return {};
}

// "Secretary-General Kofi Annan": of a body, and of no state.
bool of_bodies(const View& view, const RoleWord& role) {
  if (role.mention == kNone) return false;
  const std::string_view title = view.document().slice(view.document().mentions[role.mention]);
  return title.find("ecretary") != title.npos && (title.ends_with("General") || title.ends_with("general"));
}

// Diplomats are sent: the state that a sentence speaks of is as well the one that receives them.
bool is_sent(const View& view, const RoleWord& role) {
  const LemmaId lemma = role.head == kNone ? kNoLemma : view.clauses().word(role.head).lemma;
  if (lemma == kNoLemma) return false;
  const std::string_view word = view.words().lemma(lemma);
  return word == "ambassador" || word == "envoy" || word == "consul" || word == "attache" || word == "emissary";
}

// "[Indian] peacekeepers", "three [Dutch] tourists": adjective of a group that is abroad; what happens to them tells of another land.
bool of_guests(const Document& d, Index nation) {
  static constexpr auto kGuests = word_set({"peacekeepers", "tourists", "hostages", "journalists", "observers", "monitors", "mercenaries", "engineers", "workers",
                                           "nurses", "nuns", "missionaries", "soldiers", "troops", "marines", "paratroopers"});
  const Mention& n = d.mentions[nation];
  for (Index m = nation; m-- > 0 && d.mentions[m].first + 3 > n.first && d.mentions[m].sentence == n.sentence;) {
    const Mention& group = d.mentions[m];
    if (group.type == MentionType::kGroup && group.first <= n.first && group.last > n.last) return kGuests.contains(d.tokens.tokens[group.last - 1].hash);
  }
  return false;
}

// For a person that is not known: the only state that the sentence spoke of, else the first of the one before it,
// which is mostly its subject.  Who is known stands for his state; where something is done ("In Delhi,") for none.
Party nearest_state(const View& view, Index person) {
  static constexpr auto kIn = word_set({"in", "at", "to", "from", "near"});
  const Document& d = view.document();
  const Mention& who = d.mentions[person];
  Index found = kNone, sentence = kNone;
  std::string_view scene;
  for (Index m = person; m-- > 0;) {
    const Mention& other = d.mentions[m];
    if (other.sentence + 1 < who.sentence) break;
    if (found != kNone && other.sentence != who.sentence && sentence == who.sentence) break;
    if (other.entity == kNone || other.entity == who.entity) continue;
    const Entity& e = d.entities[other.entity];
    if (other.type == MentionType::kCity && other.first > 0 && kIn.contains(d.tokens.tokens[other.first - 1].hash)) {
      if (scene.empty() && other.sentence == who.sentence) scene = e.state;
      continue;
    }
    if (other.type == MentionType::kNationality && of_guests(d, m)) continue;
    const Index state = e.type == MentionType::kState ? other.entity : e.type == MentionType::kPerson ? view.state_by_code(e.state) : kNone;
    if (state == kNone) continue;
    if (found != kNone && other.sentence == who.sentence && found != state) return {};
    found = state;
    sentence = other.sentence;
  }
  if (found == kNone) return {};
  // "Thai peacekeepers were killed in Goma by men of General X": where it happened is another state
  if (!scene.empty() && d.entities[found].id != scene) return {};
  return {person, found};
}

// Did the text name a land, or a town in it, before it named the person?
bool land_before(const View& view, Index person) {
  const Document& d = view.document();
  return std::any_of(d.mentions.begin(), d.mentions.begin() + person, [](const Mention& m) {
    return m.entity != kNone && (m.type == MentionType::kState || m.type == MentionType::kCity || m.type == MentionType::kNationality);
  });
}

// The only state that the document speaks of, for a person that is not known.
Party only_state(const View& view, Index person) {
  const Document& d = view.document();
  const bool known = d.entities[d.mentions[person].entity].record != kNone;
  return known || view.states().size() != 1 ? Party{} : Party{person, view.states()[0]};
}

}  // namespace

Party own_state(const View& view, bool sent, Index person) {
  const Document& d = view.document();
  const Entity& who = d.entities[d.mentions[person].entity];
  if (who.record == kNone) return sent ? Party{} : nearest_state(view, person);
  if (who.state.empty()) return {};   // of a body or a group
  const Index state = view.state_by_code(who.state);
  return state == kNone ? Party{} : Party{person, state};
}

namespace {

// "its prime minister, Ali Zeine": the tables know whose minister he is better than a pronoun does.
void prefer_known_state(const View& view, const RoleWord& role, Id role_chunk, Index person, Party& body) {
  const Document& d = view.document();
  const Entity& who = d.entities[d.mentions[person].entity];
  const Word& first = view.clauses().word(view.noun(role_chunk).first);
  const bool pronoun = first.entry && first.entry->closed == Closed::kPossessiveDeterminer;
  if (!pronoun || body.entity == kNone || who.record == kNone || who.state.empty()) return;
  const Entity& of = d.entities[body.entity];
  // "the party ... [its leader]": of no state
  const bool group = of.record != kNone || of.type == MentionType::kGroup;
  if ((of.type != MentionType::kState && group) || of.id == who.state) return;
  const Party known = own_state(view, is_sent(view, role), person);
  if (known.entity != kNone) body = known;
}

// "[their] leader": the armed group, body or fighters of no state that the pronoun means.
Party their_body(const View& view, Index token) {
  const Document& d = view.document();
  for (Index i = mention_from(d.mentions, 0, token); i < d.mentions.size() && d.mentions[i].first == token; ++i) {
    const Mention& m = d.mentions[i];
    if (m.form != MentionForm::kPronominal || m.entity == kNone) continue;
    const Entity& e = d.entities[m.entity];
    static constexpr FewWords kForces = {"soldiers", "troops",    "police", "officers",
                                         "guards",   "policemen", "men"};
    const std::string_view name = e.name;
    const bool forces = kForces.has(name.substr(name.rfind(' ') + 1));
    const bool band =
        e.type == MentionType::kGroup && e.state.empty() && e.members.empty() && !forces;
    if (band || is_a(e.type, MentionType::kOrganisation))
      return {i, m.entity};
  }
  return {};
}

// "the governor of North Kivu, [General X]": whose general he is stands beside him, if anywhere.
bool told_beside(const View& view, const NounChunk& n) {
  return (n.apposition != kNobody && view.noun(n.apposition).mention != kNone) ||
         (n.apposition_of != kNobody && view.noun(n.apposition_of).mention != kNone);
}

// "the opposition leader", "a rebel commander": of no state's office, whoever he is.
bool of_no_state(const View& view, Index first, Index last) {
  static constexpr FewWords kOthers = {"opposition", "rebel", "guerrilla", "separatist", "maoist", "militia", "union",
                                                 "tribal", "religious", "islamist", "militant", "spiritual", "student", "exiled", "dissident", "protest",
                                                 "cartel", "mafia", "gang", "drug", "crime", "mob", "underworld", "criminal"};
  for (Index t = first; t < last; ++t) {
    if (view.words().is_one_of(view.clauses().word(t).lemma, kOthers)) return true;
  }
  return false;
}

Index person_mention(const View& view, const NounChunk& n) {
  if (n.mention == kNone) return kNone;
  const Mention& m = view.document().mentions[n.mention];
  return m.type == MentionType::kPerson && m.form != MentionForm::kNominal && m.entity != kNone ? n.mention : kNone;
}

Span tokens(const View& view, Index first, Index last) {
  const auto& all = view.document().tokens.tokens;
  return {all[first].start, all[last - 1].end};
}

// "[Presidents] John Kufuor of Ghana and Thabo Mbeki of South Africa": one title for all of a list.
RoleWord shared_title(const View& view, Id id) {
  RoleWord role;
  const NounChunk& first = view.noun(view.noun(id).first_conjunct);
  const Index person = person_mention(view, first);
  if (person == kNone) return role;
  for (Index t = first.first; t < view.document().mentions[person].first; ++t) {
    const Word& w = view.clauses().word(t);
    if (w.lemma == kNoLemma || w.mention == kNone || view.document().mentions[w.mention].type != MentionType::kGroup) continue;
    if (!view.is(w.lemma, kOfficeNoun)) continue;
    role.head = t;
    role.found = role.office = true;
  }
  return role;
}

Span trigger_of(const View& view, const RoleWord& role) {
  if (role.mention != kNone && (role.head == kNone || view.document().mentions[role.mention].last > role.head)) return view.document().mentions[role.mention].span;
  return tokens(view, role.head, role.head + 1);
}

// "THE [KENYAN] MINISTER": is the token of a name that stands within a description?
bool named_within(const View& view, Index description, Index token) {
  const std::vector<Mention>& all = view.document().mentions;
  for (Index i = description + 1; i < all.size() && all[i].first < all[description].last; ++i) {
    if (all[i].type != MentionType::kOffice && all[i].first <= token && token < all[i].last) return true;
  }
  return false;
}

// "foreign minister" of "his foreign minister", "spokesman" of "the White House spokesman": the small
// letters up to the role's word.  Empty if the mention is the office and no more.
Span words_of(const View& view, const RoleWord& role) {
  if (role.mention == kNone || view.document().mentions[role.mention].type == MentionType::kOffice) return {};
  const Mention& m = view.document().mentions[role.mention];
  if (role.head == kNone || role.head < m.first || role.head >= m.last) return {};
  const auto& all = view.document().tokens.tokens;
  const bool caps = view.document().sentences()[m.sentence].caps;
  Index first = role.head;
  while (first > m.first) {
    const Word& before = view.clauses().word(first - 1);
    const bool closed = before.entry && before.entry->closed != Closed::kOpen;
    // "vice-president"
    if (first > m.first + 1 && all[first - 1].end - all[first - 1].start == 1 && view.document().slice(all[first - 1].span()) == "-") {
      first -= 2;
      continue;
    }
    if (closed || !all[first - 1].word() || all[first - 1].has(kPossessive)) break;
    if (caps ? named_within(view, role.mention, first - 1) : all[first - 1].has(kInitialCapital)) break;
    --first;
  }
  return tokens(view, first, role.head + 1);
}

// "Anna Borg of [Uppsala University]": a body by name that people work for; of a party or a band they are members.
Party employs(const View& view, const NounChunk& of) {
  if (of.mention == kNone) return {};
  const Mention& m = view.document().mentions[of.mention];
  const bool works = m.type == MentionType::kThinkTank || m.type == MentionType::kMedia || m.type == MentionType::kCompany ||
                     m.type == MentionType::kInternationalOrg || m.type == MentionType::kOrganisation;
  static constexpr auto kJoined = word_set({"party", "front", "movement", "union", "alliance", "league", "coalition", "bloc", "congress", "club", "brotherhood"});
  const Token& last = view.document().tokens.tokens[m.last - 1];
  if (!works || m.form != MentionForm::kNamed || m.entity == kNone || kJoined.contains(last.hash)) return {};
  if (m.type == MentionType::kOrganisation && m.last == m.first + 1 && last.has(kAllCapitals)) return {};   // mostly a party
  return {of.mention, m.entity};
}

// "Ghana's [John Kufuor]", "[Alpha Conde] of Guinea", "the Australian [Peter Cosgrove]".
void nation_of(const View& view, Id id, Index person, std::vector<NameRelation>& out) {
  const Document& d = view.document();
  const NounChunk& n = view.noun(id);
  const Mention& who = d.mentions[person];
  const auto state_named = [&d](Index m) {
    const bool named = m != kNone && d.mentions[m].type == MentionType::kState && d.mentions[m].form == MentionForm::kNamed;
    return named && d.mentions[m].entity != kNone ? Party{m, d.mentions[m].entity} : Party{};
  };
  Party state;
  Span trigger;
  if (n.possessor != kNobody && who.first == n.first) {
    const NounChunk& whose = view.noun(n.possessor);
    state = state_named(whose.mention);
    trigger = tokens(view, whose.first, whose.last);
  } else if (who.first > n.first) {
    view.inner_actors(n.first, who.first, [&](Index m) {
      const Mention& nation = d.mentions[m];
      if (nation.type == MentionType::kNationality && nation.last == who.first) view.accept(m, kStates, state);
      trigger = nation.span;
      return true;
    });
  } else if (id + 1 < Id(view.clauses().nouns.size())) {
    const NounChunk& of = view.noun(id + 1);
    if (of.noun == id && of.prep == Prep::kOf && of.first <= who.last + 1) state = state_named(of.mention);
    trigger = tokens(view, of.first, of.last);
    if (of.noun == id && of.prep == Prep::kOf && of.first <= who.last + 2 && state.entity == kNone) {
      if (const Party body = employs(view, of); body.entity != kNone) {
        out.push_back({PersonTie::kEmployee, false, Construction::kRole, {person, who.entity}, body, kNone, {}, trigger});
      }
      return;
    }
  }
  if (state.entity == kNone) return;
  // "Jordan's [King Abdullah]": the office stands within the name.
  static constexpr FewWords kCrowns = {"King", "Queen", "Emperor", "Emir", "Sultan"};
  if (who.last > who.first + 1 && kCrowns.has(d.slice(d.tokens.tokens[who.first].span()))) {
    const Span crown = tokens(view, who.first, who.first + 1);
    out.push_back({PersonTie::kOffice, false, Construction::kTitle, {person, who.entity}, state, person, crown, crown});
    return;
  }
  out.push_back({PersonTie::kCitizen, false, Construction::kNation, {person, who.entity}, state, kNone, {}, trigger});
}

// "Peter Cosgrove, [the Australian] who leads the force": a word for one of a nation beside a name.
void countryman(const View& view, const NounChunk& n, Index person, std::vector<NameRelation>& out) {
  if (n.mention == kNone || n.last != n.first + 2 || view.clauses().word(n.first).tag != Tag::kDeterminer) return;
  const Mention& nation = view.document().mentions[n.mention];
  Party state;
  if (nation.type != MentionType::kNationality || nation.plural || !view.accept(n.mention, kStates, state)) return;
  out.push_back({PersonTie::kCitizen, false, Construction::kNation, {person, view.document().mentions[person].entity}, state, kNone, {}, nation.span});
}

// "[the Kenyan president]" where the text names him elsewhere.
void described_office(const View& view, Id id, std::vector<NameRelation>& out) {
  constexpr Index kFarthest = 128;   // mentions
  const Document& d = view.document();
  const NounChunk& n = view.noun(id);
  if (n.mention == kNone) return;
  const Mention& m = d.mentions[n.mention];
  if (m.type != MentionType::kPerson || m.form != MentionForm::kNominal || m.entity == kNone) return;
  if (d.entities[m.entity].type != MentionType::kPerson) return;
  const auto names_it = [&](const Mention& other) { return other.entity == m.entity && other.form == MentionForm::kNamed; };
  const auto here = d.mentions.begin() + n.mention;
  const auto from = n.mention > kFarthest ? here - kFarthest : d.mentions.begin();
  if (std::none_of(from, here, names_it)) return;
  RoleWord role = role_in(view, n.first, n.last);
  if (!role.found || !role.office) return;
  if (role.mention == kNone) role.mention = n.mention;
  const Party body = body_of(view, id, n.first, n.last, true, true);
  if (body.entity == kNone || body.mention == n.mention || body.entity == m.entity) return;
  out.push_back({PersonTie::kOffice, role.former, Construction::kRole, {n.mention, m.entity}, body, role.mention, words_of(view, role),
                 trigger_of(view, role)});
}

}  // namespace

void name_relations(const View& view, Id id, std::vector<NameRelation>& out) {
  const NounChunk& n = view.noun(id);
  const Index person = person_mention(view, n);
  if (n.plural && person == kNone) {
    RoleWord role = role_in(view, n.first, n.last);
    if (!role.found && view.is(n.lemma, kOfficeNoun)) {   // "Beninese presidents", a group
      role.head = n.head;
      role.found = role.office = true;
    }
    if (role.found && role.office) shared_offices(view, id, role.mention, trigger_of(view, role), out);
    return;
  }
  if (person == kNone && n.apposition_of == kNobody && n.role != NounRole::kPredicate) return described_office(view, id, out);
  const RoleWord shared = person != kNone ? shared_title(view, id) : RoleWord{};
  if (shared.found && follows_of(view, id)) {
    if (const Party body = body_behind(view, id); body.entity != kNone) {
      out.push_back({PersonTie::kOffice, false, Construction::kTitle, {person, view.document().mentions[person].entity}, body, kNone, {},
                     trigger_of(view, shared)});
    }
  } else if (person != kNone) {
    const Mention& m = view.document().mentions[person];
    // "Russian Defense Minister [Sergei Shoigu]"
    if (m.first > n.first) {
      RoleWord role = counterpart_in(view, id, n.first, m.first);
      const bool other_side = role.found;
      if (!other_side) role = role_in(view, n.first, m.first);
      if (!role.found) nation_of(view, id, person, out);
      if (role.found) {
        Party body = body_of(view, id, n.first, m.first, role.office, false);
        // "Vice-President Boediono of Indonesia"
        if (body.entity == kNone && role.office && follows_of(view, id)) body = body_behind(view, id);
        if (body.entity == kNone && role.office && !other_side && !of_no_state(view, n.first, m.first) && !of_bodies(view, role)) {
          body = own_state(view, is_sent(view, role) || told_beside(view, n), person);
          // "Police in Belgrade said Prime Minister Djindjic had died": of the only state of the text.
          if (body.entity == kNone && !is_sent(view, role) && !told_beside(view, n) && land_before(view, person)) body = only_state(view, person);
        }
        if (role.office) prefer_known_state(view, role, id, person, body);
        if (body.entity != kNone) {
          out.push_back({tie_of(view, role), role.former, Construction::kTitle, {person, m.entity}, body,
                         role.mention, words_of(view, role), trigger_of(view, role)});
        }
      }
    } else if (m.form == MentionForm::kNamed) {
      nation_of(view, id, person, out);
    }
  }
  // "[Omar Touray], president of ...", "Iran's foreign minister, [Abbas Araghchi]"
  const auto role_chunk = [&](Id role_id, Index who) {
    const NounChunk& r = view.noun(role_id);
    if (r.plural) return;   // shared_offices()
    RoleWord role = counterpart_in(view, role_id, r.first, r.last);
    const bool other_side = role.found;
    if (!other_side) role = role_in(view, r.first, r.last);
    if (!role.found) return countryman(view, r, who, out);
    // "an ally of Hezbollah" is no employee of it
    if (!role.office && role.head != kNone && is_friend(view.words(), view.clauses().word(role.head).lemma)) return;
    // "[its foreign minister], Hugh Todd": the description has the office's name in it.
    if (role.office && role.mention == kNone && r.mention != kNone) {
      const Mention& described = view.document().mentions[r.mention];
      if (described.type == MentionType::kPerson && described.form == MentionForm::kNominal) role.mention = r.mention;
    }
    Party body = body_of(view, role_id, r.first, r.last, role.office, true);
    // "John Kirk, commander, [U.S. Central Command],": the body behind another comma
    if (body.entity == kNone && r.last == r.first + 1 && r.possessor == kNobody && role.office && role_id + 1 < Id(view.clauses().nouns.size())) {
      const NounChunk& next = view.noun(role_id + 1);
      const Index m = next.after_comma && next.first == r.last + 1 ? next.mention : kNone;
      if (m != kNone && view.document().mentions[m].form == MentionForm::kNamed && is_a(view.document().mentions[m].type, MentionType::kOrganisation) &&
          view.document().mentions[m].entity != kNone) {
        body = {m, view.document().mentions[m].entity};
      }
    }
    // "his [deputy]": of a person, whatever he holds
    if (role.head != kNone && body.entity == kNone && view.clauses().word(role.head).lemma != kNoLemma &&
        view.words().lemma(view.clauses().word(role.head).lemma) == "deputy") {
      return;
    }
    if (const Index whom = served(view, role_id); body.entity == kNone && whom != kNone) {
      const Index state = view.state_by_code(view.document().entities[view.document().mentions[whom].entity].state);
      if (state == kNone) return;
      body = {whom, state};
    }
    // "their leader": of them, not of the state that is nearest.
    const Word& whose = view.clauses().word(r.first);
    if (whose.entry && whose.entry->closed == Closed::kPossessiveDeterminer && whose.lemma != kNoLemma &&
        view.words().lemma(whose.lemma) == "their" && view.document().entities[view.document().mentions[who].entity].state.empty() &&
        r.possessor == kNobody) {
      body = their_body(view, r.first);
      if (body.entity == kNone) return;
    }
    // "[The prime minister], Mahendra Chaudhry, is held in Fiji's parliament": of the only state of the text.
    if (body.entity == kNone && role.office && !other_side && whose.entry && whose.entry->closed == Closed::kDeterminer &&
        !follows_of(view, role_id) && r.possessor == kNobody && !of_no_state(view, r.first, r.last) && !is_sent(view, role)) {
      body = only_state(view, who);
    }
    // "their leader": not of whoever was spoken of last.
    if (body.entity == kNone && role.office && !other_side && !follows_of(view, role_id) && r.possessor == kNobody &&
        !of_no_state(view, r.first, r.last) && !of_bodies(view, role)) {
      body = own_state(view, is_sent(view, role), who);
    }
    // "Bashar al-Assad sacked [his prime minister], Imad Khamis": of the state that he leads
    static constexpr FewWords kServe = {"minister", "premier", "chancellor", "speaker", "ambassador", "envoy"};
    if (body.entity == kNone && role.office && r.possessor != kNobody && view.words().is_one_of(r.lemma, kServe)) {
      std::vector<Party> owner;
      view.parties({r.possessor}, kPersonOnly, owner);
      const Entity* leader = owner.empty() ? nullptr : &view.document().entities[owner[0].entity];
      const Index state = leader && leader->record != kNone ? view.state_by_code(leader->state) : kNone;
      if (state != kNone) body = {owner[0].mention, state};
    }
    prefer_known_state(view, role, role_id, who, body);
    if (body.entity == kNone || body.entity == view.document().mentions[who].entity) return;
    out.push_back({tie_of(view, role), role.former, Construction::kRole,
                   {who, view.document().mentions[who].entity}, body, role.mention,
                   words_of(view, role), trigger_of(view, role)});
  };
  if (n.apposition_of != kNobody) {
    Index other = person_mention(view, view.noun(n.apposition_of));
    // "Goodluck Jonathan of [Nigeria], the chairman of ECOWAS"
    const NounChunk& before = view.noun(n.apposition_of);
    if (other == kNone && before.prep == Prep::kOf && before.noun != kNobody) other = person_mention(view, view.noun(before.noun));
    if (other != kNone && person == kNone) role_chunk(id, other);
    else if (person != kNone && other == kNone) role_chunk(n.apposition_of, person);
  }
  // "whose commander is [Joseph Aoun]"
  if (n.role == NounRole::kPredicate && person != kNone && n.verb != kNobody) {
    const VerbGroup& v = view.verb(n.verb);
    if (!v.negated && v.modal == kNoLemma && v.subject != kNobody && person_mention(view, view.noun(v.subject)) == kNone) {
      role_chunk(v.subject, person);
    }
  }
  // "Peskov is the Kremlin spokesman"
  if (n.role == NounRole::kPredicate && person == kNone && n.verb != kNobody && !n.plural) {
    const VerbGroup& v = view.verb(n.verb);
    if (!v.negated && v.modal == kNoLemma && v.subject != kNobody) {
      const Index who = person_mention(view, view.noun(v.subject));
      if (who != kNone) role_chunk(id, who);
    }
  }
}

}  // namespace dragoman
