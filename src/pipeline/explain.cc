// Part of dragoman; see LICENSE.
//
// The sentences are read again with a trace of every frame that a word opened.  Nothing of
// this is kept while news is analysed: a trace costs more than the relations themselves.

#include "dragoman/explain.h"

#include <algorithm>

#include <fmt/format.h>

#include "pipeline/knowledge.h"
#include "relation/extract.h"

namespace dragoman {
namespace {

constexpr std::size_t kLongestChain = 8;

// The document's relations found again, with every frame tried.  document: a copy.
RelationTrace trace(const Knowledge::Impl& known, Document& document) {
  RelationTrace tries;
  RelationWork work;
  work.trace = &tries;
  find_relations(known.frames, known.schema, document, &known.gazetteer, &work,
                 known.parser ? &*known.parser : nullptr);
  return tries;
}

// Does the mention name its entity by itself, with no other mention's help?
bool names_it(const Mention& m) {
  switch (m.link_why) {
    case Why::kPronounRecency: case Why::kNominalRecency: case Why::kSurname: case Why::kGivenName:
    case Why::kAcronym: case Why::kPartialName: case Why::kShortOfState:
      return false;
    default: return true;
  }
}

bool same_word(std::string_view a, std::string_view b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](unsigned char x, unsigned char y) {
    return std::tolower(x) == std::tolower(y);
  });
}

Index entity_called(const Document& d, const std::string& name) {
  for (Index e = 0; e < d.entities.size(); ++e) {
    if (same_word(d.entities[e].id, name)) return e;
  }
  for (Index e = 0; e < d.entities.size(); ++e) {
    const Entity& entity = d.entities[e];
    if (same_word(entity.name, name)) return e;
    for (const std::string& alias : entity.aliases) {
      if (same_word(alias, name)) return e;
    }
  }
  for (const Mention& m : d.mentions) {
    if (m.entity != kNone && same_word(d.slice(m), name)) return m.entity;
  }
  // A family name.
  for (Index e = 0; e < d.entities.size(); ++e) {
    const std::string_view full = d.entities[e].name;
    const std::size_t space = full.rfind(' ');
    if (space != std::string_view::npos && same_word(full.substr(space + 1), name)) return e;
  }
  return kNone;
}

class Miss {
 public:
  Miss(const Document& d, const Knowledge::Impl& known, RelationTypeId type) : d_(d), known_(known), type_(known.schema.type(type)) {}

  void set_parties(Index a, Index b) { a_ = a, b_ = b; }

  // Sentences that mention what was asked for.
  bool mentions(Index sentence, Index entity) const {
    if (entity == kNone) return true;
    return std::any_of(d_.mentions.begin(), d_.mentions.end(), [&](const Mention& m) {
      return m.sentence == sentence && m.entity == entity;
    });
  }

  // What a try is to the question: a frame that matched may have matched others.
  RelationCheck judge(const FrameTry& t) const {
    if (t.check != RelationCheck::kFound) return t.check;
    const int a = place(t, a_), b = place(t, b_);
    if ((a_ != kNone && a < 0) || (b_ != kNone && b < 0)) return RelationCheck::kOtherParties;
    if (!type_.symmetric && a >= 0 && b >= 0 && a > b) return RelationCheck::kTurned;
    // Alone, the doer was asked for by `a`.
    if (!type_.symmetric && b_ == kNone && a > 0) return RelationCheck::kOtherParties;
    return t.denied ? RelationCheck::kDenied : RelationCheck::kFound;
  }

  std::string describe(const FrameTry& t, RelationCheck check) const {
    const Frame& frame = known_.frames.frames()[t.frame];
    const std::string word(d_.slice(t.trigger));
    switch (check) {
      case RelationCheck::kWordsAfter:
        return fmt::format("\"{}\" opens it only with further words behind it", word);
      case RelationCheck::kSlotEmpty:
        return fmt::format("nothing stands in {} of \"{}\"", slots(t.slots), word);
      case RelationCheck::kNeed:
        return fmt::format("\"{}\" needs one of {} in {}", word, frame.needs[t.need].written, slots(frame.needs[t.need].slots));
      case RelationCheck::kRefused:
        return fmt::format("\"{}\" refuses {} in {}", word, frame.needs[t.need].written, slots(frame.needs[t.need].slots));
      case RelationCheck::kRoleEmpty:
        return fmt::format("no {} in {} of \"{}\"", type_.roles[t.role].name, role_slots(frame, t.role), word);
      case RelationCheck::kRoleType: {
        std::string types;
        for (const MentionType m : type_.roles[t.role].types) types += (types.empty() ? "" : ", ") + std::string(to_string(m));
        for (const TracedRole& r : t.roles) {
          if (r.role == t.role && r.mention == kNone) {
            return fmt::format("\"{}\" in {} of \"{}\" is no {} ({})", d_.slice(r.words), slot_name(r.slot), word,
                               type_.roles[t.role].name, types);
          }
        }
        return types;
      }
      case RelationCheck::kOneEntity:
        return fmt::format("\"{}\" would open it, but no second entity was seen in the sentence", word);
      default: break;
    }
    std::string found;
    for (const TracedRole& r : t.roles) {
      if (r.entity == kNone || r.entity >= d_.entities.size()) continue;
      found += fmt::format("{}{} {}", found.empty() ? "" : ", ", type_.roles[r.role].name, d_.entities[r.entity].id);
    }
    return fmt::format("\"{}\" gave {}", word, found.empty() ? "no parties" : found);
  }

 private:
  static int place(const FrameTry& t, Index entity) {
    for (const TracedRole& r : t.roles) {
      if (entity != kNone && r.entity == entity) return r.role;
    }
    return -1;
  }
  static std::string slots(const std::vector<std::uint8_t>& all) {
    std::string out;
    for (const std::uint8_t s : all) out += (out.empty() ? "" : "/") + slot_name(s);
    return out;
  }
  static std::string slots(std::uint64_t bits) {
    std::vector<std::uint8_t> all;
    for (std::uint8_t s = 0; s < kSlotCount; ++s) {
      if (bits >> s & 1) all.push_back(s);
    }
    return slots(all);
  }
  static std::string role_slots(const Frame& frame, RoleId role) {
    for (const RoleSlots& r : frame.roles) {
      if (r.role == role) return slots(r.slots);
    }
    return "any slot";
  }

  const Document& d_;
  const Knowledge::Impl& known_;
  const RelationType& type_;
  Index a_ = kNone, b_ = kNone;
};

// Was the name seen, and not taken for what it is?
std::string rejected_name(const Document& d, const Gazetteer& names, const std::string& name) {
  for (const Rejected& r : d.rejected) {
    const bool same = same_word(d.slice(r.mention), name) ||
                      (r.mention.record != kNone && names.record(r.mention.record).id == name);
    if (same) return fmt::format("; \"{}\" was seen and not taken: {}", d.slice(r.mention), to_string(r.why));
  }
  return "";
}

}  // namespace

std::string_view to_string(RelationCheck check) {
  switch (check) {
    case RelationCheck::kNotMentioned: return "the document does not mention a party";
    case RelationCheck::kApart: return "no sentence mentions both parties";
    case RelationCheck::kNotProse: return "the sentence is no prose";
    case RelationCheck::kNoTrigger: return "no word opens a frame of the type";
    case RelationCheck::kOneEntity: return "only one entity in the sentence";
    case RelationCheck::kWordsAfter: return "the trigger's further words are missing";
    case RelationCheck::kSlotEmpty: return "trigger, but a slot is empty";
    case RelationCheck::kNeed: return "trigger, but a slot does not hold what the frame needs";
    case RelationCheck::kRefused: return "trigger, but a slot holds what the frame refuses";
    case RelationCheck::kRoleEmpty: return "trigger, but a role stays empty";
    case RelationCheck::kRoleType: return "trigger, but a role does not take what stands there";
    case RelationCheck::kOtherParties: return "found between others";
    case RelationCheck::kTurned: return "found the other way round";
    case RelationCheck::kDenied: return "found, and denied";
    case RelationCheck::kFound: return "found";
  }
  return "";
}

std::vector<LinkStep> link_chain(const Document& d, Index mention, Index entity) {
  std::vector<LinkStep> chain;
  Index at = mention;
  if (at >= d.mentions.size()) return chain;
  if (entity != kNone && d.mentions[at].entity != entity) {
    chain.push_back({at, d.mentions[at].link_why, true});
    // "[Russian] troops": the name inside; else the nearest one before.
    Index next = kNone;
    for (Index m = 0; m < d.mentions.size(); ++m) {
      if (d.mentions[m].entity != entity) continue;
      if (d.mentions[m].first > d.mentions[at].last) break;
      next = m;
    }
    if (next == kNone || next == at) return chain;
    at = next;
  }
  while (chain.size() < kLongestChain) {
    const Mention& m = d.mentions[at];
    chain.push_back({at, m.link_why, false});
    if (m.entity == kNone || names_it(m)) break;
    Index before = kNone;
    for (Index k = at; k-- > 0;) {
      const Mention& earlier = d.mentions[k];
      if (earlier.entity != m.entity || earlier.first >= m.first) continue;
      // A name helps more than another pronoun.
      if (before == kNone) before = k;
      if (earlier.form == MentionForm::kNamed) {
        before = k;
        break;
      }
    }
    if (before == kNone) break;
    at = before;
  }
  return chain;
}

std::vector<RelationWhy> explain_relations(const Document& document) {
  std::vector<RelationWhy> out(document.relations.size());
  RelationTrace traced;
  const Knowledge::Impl* known = document.knowledge ? &document.knowledge->impl() : nullptr;
  if (known) {
    Document copy = document;
    traced = trace(*known, copy);
  }
  for (Index i = 0; i < out.size(); ++i) {
    const Relation& r = document.relations[i];
    RelationWhy& why = out[i];
    why.relation = i;
    const FrameTry* made = nullptr;
    const Frame* frame = nullptr;
    if (known) {
      why.frame = document.knowledge->origin(r.because);
      for (const Frame& f : known->frames.frames()) {
        if (f.origin == r.because) frame = &f;
      }
      for (const FrameTry& t : traced.tries) {
        if (t.check != RelationCheck::kFound || t.sentence != r.sentence || t.trigger != r.trigger) continue;
        if (known->frames.frames()[t.frame].origin != r.because) continue;
        const bool same = std::all_of(r.arguments.begin(), r.arguments.end(), [&t](const Argument& a) {
          return std::any_of(t.roles.begin(), t.roles.end(), [&a](const TracedRole& x) {
            return x.role == a.role && x.mention == a.mention;
          });
        });
        if (same || !made) made = &t;
      }
    }
    for (const Argument& a : r.arguments) {
      ArgumentWhy& argument = why.arguments.emplace_back();
      argument.role = a.role;
      argument.entity = a.entity;
      argument.chain = link_chain(document, a.mention, a.entity);
      if (frame && frame->construction == Construction::kTitle) argument.slot = "title";
      else if (frame && frame->construction != Construction::kNone) argument.slot = "apposition";
      if (!made) continue;
      for (const TracedRole& x : made->roles) {
        if (x.role == a.role && x.mention == a.mention && x.slot < kSlotCount) argument.slot = slot_name(x.slot);
      }
    }
  }
  return out;
}

Result<WhyNot> why_not(const Document& document, const WhyNotQuery& query) {
  if (!document.knowledge) return Error(ErrorCode::kBadArgument, "the document was read back without its knowledge");
  const Knowledge::Impl& known = document.knowledge->impl();
  const auto type = known.schema.find(query.type);
  if (!type) return Error(ErrorCode::kBadArgument, fmt::format("no relation type \"{}\" in the schema", query.type));
  Document copy = document;
  const RelationTrace traced = trace(known, copy);
  WhyNot out;
  const Index a = query.a.empty() ? kNone : entity_called(copy, query.a);
  const Index b = query.b.empty() ? kNone : entity_called(copy, query.b);
  for (const auto& [name, entity] : {std::pair(query.a, a), std::pair(query.b, b)}) {
    if (name.empty() || entity != kNone) continue;
    out.check = RelationCheck::kNotMentioned;
    out.detail = fmt::format("\"{}\" is no entity of the document{}", name,
                             rejected_name(document, known.gazetteer, name));
    return out;
  }
  for (Index i = 0; i < document.relations.size(); ++i) {
    const auto has = [&](Index entity) {
      return entity == kNone || std::any_of(document.relations[i].arguments.begin(), document.relations[i].arguments.end(),
                                            [&](const Argument& x) {
                                              return x.entity < document.entities.size() &&
                                                     document.entities[x.entity].id == copy.entities[entity].id;
                                            });
    };
    if (has(a) && has(b) && (a != kNone || b != kNone || document.relations[i].type == *type)) out.relations.push_back(i);
  }

  Miss miss(copy, known, *type);
  miss.set_parties(a, b);
  std::vector<char> both(copy.sentences().size(), 0);
  Index first = kNone, first_prose = kNone;
  for (Index s = 0; s < both.size(); ++s) {
    both[s] = miss.mentions(s, a) && miss.mentions(s, b);
    if (!both[s]) continue;
    if (first == kNone) first = s;
    if (first_prose == kNone && copy.sentences()[s].prose) first_prose = s;
  }
  // The nearest miss: in a sentence with both before any other, then by check.
  const FrameTry* nearest = nullptr;
  std::pair<int, int> best{-1, -1};
  for (const FrameTry& t : traced.tries) {
    if (known.frames.frames()[t.frame].type != *type) continue;
    const RelationCheck check = miss.judge(t);
    const bool right = check >= RelationCheck::kTurned;
    const std::pair<int, int> rank{right ? 2 : both[t.sentence] ? 1 : 0, int(check)};
    if (rank <= best) continue;
    best = rank;
    nearest = &t;
    out.check = check;
  }
  if (nearest && best.first > 0) {
    out.sentence = nearest->sentence;
    out.trigger = nearest->trigger;
    out.frame = known.frames.frames()[nearest->frame].origin;
    out.detail = miss.describe(*nearest, out.check);
    return out;
  }
  if (first == kNone) {
    out.check = RelationCheck::kApart;
    out.detail = nearest ? "elsewhere: " + miss.describe(*nearest, miss.judge(*nearest)) : "";
    if (nearest) {
      out.sentence = nearest->sentence;
      out.trigger = nearest->trigger;
      out.frame = known.frames.frames()[nearest->frame].origin;
    }
    return out;
  }
  out.check = first_prose == kNone ? RelationCheck::kNotProse : RelationCheck::kNoTrigger;
  out.sentence = first_prose == kNone ? first : first_prose;
  out.detail = out.check == RelationCheck::kNotProse ? "menus, lists and tags are not read for relations"
                                                     : fmt::format("none of the triggers of {} stands there", query.type);
  return out;
}

}  // namespace dragoman
