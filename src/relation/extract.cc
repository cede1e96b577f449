// Part of dragoman; see LICENSE.
//
// One pass over the sentences.  A gate looks at each token's hash once; only a sentence
// with a trigger and enough entities is parsed.  Each trigger is then held against its
// frames: needs first, then roles, then status, source and date.  Work grows with tokens
// and triggers, never with pairs of entities.

#include "relation/extract.h"

#include <algorithm>
#include <array>
#include <limits>
#include <optional>
#include <span>

#include "mention/story_dates.h"
#include "relation/above.h"
#include "relation/modality.h"
#include "relation/names.h"
#include "relation/seats.h"
#include "relation/speech.h"
#include "relation/view.h"
#include "syntax/tree_links.h"

namespace dragoman {
namespace {

constexpr std::size_t kMostCombinations = 16, kMostRoles = 16;

bool entity_mention(MentionType type) {
  switch (type) {
    case MentionType::kDate: case MentionType::kMoney: case MentionType::kQuantity:
    case MentionType::kWeapon: case MentionType::kOffice: case MentionType::kEvent:
      return false;
    default: return true;
  }
}

// What an Extractor keeps room in.
struct ExtractorScratch {
  Clauses clauses_, other_;
  std::vector<Index> states_;
  std::vector<Quotation> quotations_;
  std::vector<Source> sources_;
  std::vector<At> trigger_at_;           // of the sentence's relations; neither: names side by side
  std::vector<Index> given_up_;
  std::vector<Index> by_verb_, by_noun_; // relation of an event by its trigger
  std::vector<Filler> fillers_;
  std::vector<Party> parties_, spare_;
  std::array<std::vector<Party>, kMostRoles> filled_;
  std::array<std::vector<Index>, kMostRoles> values_;
  std::vector<std::pair<Party, Party>> pairs_;
  struct Choice {
    RoleId role;
    std::size_t at, count;
  };
  std::vector<Choice> choices_;
  std::array<std::pair<std::uint32_t, std::uint32_t>, kSlotCount> slots_;   // into in_slots_
  std::vector<Filler> in_slots_;
  std::vector<NameRelation> name_relations_;
};

class Extractor : private ExtractorScratch {
 public:
  Extractor(const Frames& frames, const Schema& schema, Document& document, const Gazetteer* names,
            RelationWork* work, const Parser* parser, ExtractorScratch&& scratch)
      : ExtractorScratch(std::move(scratch)), frames_(frames), schema_(schema), document_(document), names_(names),
        work_(work), trace_(work ? work->trace : nullptr), finder_(frames.lexicon()), parses_(parser != nullptr),
        trees_(parser, frames.lexicon()),
        today_(document.info.date ? to_days(*document.info.date) : std::numeric_limits<std::int32_t>::max()) {}

  // What it had room in, for the next document.
  ExtractorScratch take_scratch() { return std::move(static_cast<ExtractorScratch&>(*this)); }

  void run() {
    states_.clear();
    for (const std::uint32_t f : frames_.constructions()) {
      if (frames_.frames()[f].construction == Construction::kPlace) place_frame_ = &frames_.frames()[f];
    }
    for (Index e = 0; e < document_.entities.size(); ++e) {
      if (document_.entities[e].type == MentionType::kState) states_.push_back(e);
    }
    find_quotations(document_, quotations_);
    Index mention = 0;
    const std::span<const Mention> mentions = document_.mentions;
    const std::span<const Sentence> sentences = document_.sentences();
    for (Index s = 0; s < sentences.size(); ++s) {
      const Sentence& sentence = sentences[s];
      while (mention < mentions.size() && mentions[mention].first < sentence.first) ++mention;
      if (!sentence.prose) continue;
      if (work_) ++work_->sentences;
      if (gate(sentence, named(sentence, mention))) look_at(s, mention);
      else if (trace_) look_behind_gate(s, mention);
    }
    finish();
  }

 private:
  // What the gate counts in a sentence.
  struct Named {
    int entities = 0, parties = 0;       // parties: those that stand for somebody
    bool person = false, office = false;
    std::uint64_t gives = 0;             // bits of Trigger::wants
  };
  Named named(const Sentence& sentence, Index mention) const {
    Named n;
    for (const Mention& it : std::span<const Mention>(document_.mentions).subspan(mention)) {
      if (it.first >= sentence.last) break;
      n.entities += entity_mention(it.type);
      n.parties += entity_mention(it.type) && (it.entity != kNone || it.state != kNone);
      n.person |= it.type == MentionType::kPerson;
      n.office |= it.type == MentionType::kOffice;
      n.gives |= frames_.gate_gives(it.type);
    }
    return n;
  }

  bool gate(const Sentence& sentence, const Named& n) {
    few_ = true;
    accord_ = false;
    gives_ = n.gives;
    if (n.entities == 0) return false;
    // Whoever is nobody that the document knows fills no role.
    if (n.parties == 0 && trace_ == nullptr) return false;
    std::uint8_t opens = Frames::kLoneTrigger;
    if (n.entities >= 2) opens |= Frames::kTrigger;
    if (n.entities >= 2 && n.person) opens |= Frames::kRoleWord;
    bool open = n.entities >= 2 && n.office && n.person;   // names and titles
    for (const Token& token : document_.tokens.of(sentence)) {
      const Frames::GateWord* word = frames_.gate(token.hash);
      if (word == nullptr) continue;
      open |= (word->opens & opens) != 0;
      accord_ |= (word->opens & Frames::kAccordWord) != 0;
      gives_ |= word->gives;
    }
    few_ = !open;
    return open && n.parties > 0;
  }

  // What would have been found, had the gate let the sentence through.
  void look_behind_gate(Index s, Index mention) {
    const std::size_t relations = document_.relations.size(), tries = trace_->tries.size();
    look_at(s, mention);
    document_.relations.resize(relations);
    for (FrameTry& t : std::span(trace_->tries).subspan(tries)) {
      if (few_ && t.check >= RelationCheck::kSlotEmpty) t.check = RelationCheck::kOneEntity;
    }
  }

  // Keeps what became of a frame, if anybody asked; the caller may say more of it.
  FrameTry* note(const View& view, std::uint32_t frame, At at, RelationCheck check) {
    if (!trace_) return nullptr;
    FrameTry& t = trace_->tries.emplace_back();
    t.frame = frame;
    t.sentence = clauses_.sentence;
    const Index head = at.verb != kNobody ? view.verb(at.verb).head : view.noun(at.noun).head;
    t.trigger = document_.tokens.tokens[head].span();
    t.check = check;
    t.roles = traced_;
    return &t;
  }
  void note_role(const View& view, std::uint32_t frame, At at, RoleId role) {
    if (!trace_) return;
    const bool refused = std::any_of(traced_.begin(), traced_.end(), [role](const TracedRole& r) {
      return r.role == role && r.mention == kNone;
    });
    note(view, frame, at, refused ? RelationCheck::kRoleType : RelationCheck::kRoleEmpty)->role = role;
  }
  // What a filler gave a role; nothing, if it is not what the role takes.
  void trace_filler(const View& view, const RoleSlots& role, std::uint8_t slot, const Filler& f,
                    std::size_t parties, std::size_t values) {
    if (!trace_) return;
    const auto keep = [&](Index mention, Index entity) {
      TracedRole r{role.role, slot, mention, entity, {}};
      if (mention != kNone) {
        r.words = document_.mentions[mention].span;
      } else if (f.noun != kNobody) {
        const NounChunk& n = view.noun(f.noun);
        const auto& tokens = document_.tokens.tokens;
        r.words = {tokens[n.first].start, tokens[n.last - 1].end};
      } else if (f.mention != kNone) {
        r.words = document_.mentions[f.mention].span;
      }
      traced_.push_back(r);
    };
    const auto& filled = filled_[role.role];
    const auto& given = values_[role.role];
    for (std::size_t i = parties; i < filled.size(); ++i) keep(filled[i].mention, filled[i].entity);
    for (std::size_t i = values; i < given.size(); ++i) keep(given[i], document_.mentions[given[i]].entity);
    if (filled.size() == parties && given.size() == values) keep(kNone, kNone);
  }

  // A tree costs more than all else of the stage.  It is made where token order left a trigger
  // without its subject and a party without its verb, and some frame of the trigger could match
  // if the one belonged to the other.  "Rebels" of nobody's alone are not worth it.
  bool wants_tree(const View& view) const {
    const auto somebody = [this](Index mention) {
      const Mention& m = document_.mentions[mention];
      return m.form == MentionForm::kNamed || m.state != kNone;
    };
    const auto waits = [&](const NounChunk& n) {
      return n.role == NounRole::kFree && n.verb == kNobody && !n.date && !n.pronoun &&
             n.mention != kNone && somebody(n.mention);
    };
    const auto first = std::find_if(clauses_.nouns.begin(), clauses_.nouns.end(), waits);
    if (first == clauses_.nouns.end()) return false;
    for (Id v = 0; v < Id(clauses_.verbs.size()); ++v) {
      const VerbGroup& g = clauses_.verbs[v];
      if (g.subject != kNobody || (g.passive && g.infinitive) || g.lemma == kNoLemma || g.first < first->first) continue;
      if (could_match(frames_.triggers(g.lemma), view.with_subject(v))) return true;
    }
    return false;
  }
  bool could_match(std::span<const Trigger> triggers, std::uint64_t occupied) const {
    return std::any_of(triggers.begin(), triggers.end(), [&](const Trigger& t) {
      const std::vector<std::uint64_t>& at_least = frames_.frames()[t.frame].at_least;
      return t.kind == TriggerKind::kVerb && (t.wants & ~gives_) == 0 &&
             std::all_of(at_least.begin(), at_least.end(), [occupied](std::uint64_t set) { return (set & occupied) != 0; });
    });
  }

  void look_at(Index s, Index mention) {
    if (work_) ++work_->parsed;
    finder_.find(document_, s, mention, clauses_);
    const View view(frames_, document_, clauses_, states_, names_, mention);
    if (parses_ && wants_tree(view)) {
      if (work_) ++work_->trees;
      mend_links(trees_.read(document_, document_.sentences()[s]), clauses_);
    }
    sentence_sources(view, accord_, sources_);
    first_of_sentence_ = document_.relations.size();
    trigger_at_.clear();
    for (Id v = 0; v < Id(clauses_.verbs.size()); ++v) {
      const VerbGroup& group = clauses_.verbs[v];
      if (group.lemma == kNoLemma) continue;
      look_for(view, group.lemma, TriggerKind::kVerb, {v, kNobody}, group.head);
      look_for(view, group.adjective, TriggerKind::kAdjective, {v, kNobody}, group.head);
      look_for(view, group.modal, TriggerKind::kModal, {v, kNobody}, group.head);
    }
    for (Id n = 0; n < Id(clauses_.nouns.size()); ++n) {
      const NounChunk& chunk = clauses_.nouns[n];
      if (chunk.date || chunk.pronoun) continue;
      names(view, n);
      places(view, n);
      if (chunk.lemma == kNoLemma || chunk.role == NounRole::kPossessor) continue;
      // A name is no event; a description ("the alliance") may be.
      if (chunk.mention != kNone && document_.mentions[chunk.mention].form == MentionForm::kNamed) {
        const MentionType type = document_.mentions[chunk.mention].type;
        if (type != MentionType::kGroup && type != MentionType::kEvent && type != MentionType::kWeapon &&
            type != MentionType::kOffice) {
          continue;
        }
      }
      look_for(view, chunk.lemma, TriggerKind::kNoun, {kNobody, n}, chunk.head);
      // "a mediation effort", "the withdrawal process": the word before says what it is.
      if (chunk.head > chunk.first && view.is(chunk.lemma, kEffortNoun)) {
        const Word& before = clauses_.word(chunk.head - 1);
        if (before.tag == Tag::kNoun && before.mention == kNone) {
          look_for(view, before.lemma, TriggerKind::kNoun, {kNobody, n}, chunk.head - 1);
        }
      }
    }
    elaborate(view);
    order(view);
    if (work_) work_->steps += view.steps();
  }

  // Holds one word against the frames that it triggers.  What stands in its slots is looked
  // up once for all of them; most frames fail on a slot that nothing stands in.
  void look_for(const View& view, LemmaId word, TriggerKind kind, At at, Index head) {
    if (word == kNoLemma || (frames_.trigger_kinds(word) >> std::size_t(kind) & 1) == 0) return;
    const std::span<const Trigger> triggers = frames_.triggers(word);
    const auto alone = [&](const Trigger& t) { return t.kind != kind || (t.wants & ~gives_) != 0; };
    if (!trace_ && std::all_of(triggers.begin(), triggers.end(), alone)) return;
    on_modal_ = kind == TriggerKind::kModal;
    occupied_ = view.occupied(at);
    known_ = 0;
    in_slots_.clear();
    std::optional<bool> particle;      // asked of few
    for (const Trigger& t : triggers) {
      if (t.kind != kind) continue;
      const bool empty = (t.at_least[0] & occupied_) == 0 || (t.at_least[1] & occupied_) == 0;
      if (!trace_ && (empty || (t.wants & ~gives_) != 0)) continue;
      traced_.clear();
      const bool bare = kind == TriggerKind::kVerb && t.after.empty();
      if (bare && !particle) particle = particle_follows(head);
      if ((bare && *particle && opened_with_particle(triggers, head, at)) || !follows(t, head, at)) {
        note(view, t.frame, at, RelationCheck::kWordsAfter);
        continue;
      }
      const std::vector<std::uint64_t>& at_least = frames_.frames()[t.frame].at_least;
      if (std::all_of(at_least.begin(), at_least.end(), [this](std::uint64_t set) { return (set & occupied_) != 0; })) {
        match(view, t.frame, at);
      } else if (trace_) {
        note(view, t.frame, at, RelationCheck::kSlotEmpty)->slots = *std::find_if(
            at_least.begin(), at_least.end(), [this](std::uint64_t set) { return (set & occupied_) == 0; });
      }
    }
  }

  // "gave up", "called off": a particle that makes another verb of it.
  bool particle_follows(Index head) const {
    const Index next = head + 1 - clauses_.base;
    if (next >= clauses_.words.size() || clauses_.words[next].lemma == kNoLemma) return false;
    const std::string_view w = frames_.lexicon().lemma(clauses_.words[next].lemma);
    if (w == "dead") return true;   // "shot dead"
    if (clauses_.words[next].tag != Tag::kPreposition && clauses_.words[next].tag != Tag::kAdverb) return false;
    if (w == "up" || w == "off" || w == "out" || w == "down" || w == "away") return true;
    // "handed over the general"
    if (w != "over" && w != "back" && w != "in" && w != "on" && w != "aside") return false;
    const LemmaId verb = clauses_.word(head).lemma;
    return verb != kNoLemma && frames_.lexicon().phrasal(verb, w);
  }
  // Does a frame ask for the verb with that particle?  Then those of the bare verb mean another thing.
  bool opened_with_particle(std::span<const Trigger> triggers, Index head, At at) const {
    return std::any_of(triggers.begin(), triggers.end(), [&](const Trigger& t) {
      return t.kind == TriggerKind::kVerb && !t.after.empty() && follows(t, head, at);
    });
  }

  // Valid until the next call.
  std::span<const Filler> slot(const View& view, At at, std::uint8_t slot) {
    const std::uint64_t bit = std::uint64_t{1} << slot;
    if ((occupied_ & bit) == 0) return {};
    auto& [from, to] = slots_[slot];
    if ((known_ & bit) == 0) {
      known_ |= bit;
      from = std::uint32_t(in_slots_.size());
      view.fill(at, slot, in_slots_);
      to = std::uint32_t(in_slots_.size());
    }
    return std::span<const Filler>(in_slots_).subspan(from, to - from);
  }

  // "call [on]", "break [off]": the words after the trigger, or after its object: "pulled its
  // soldiers [out] of Mali".
  bool follows(const Trigger& t, Index head, At where) const {
    if (t.after.empty() || follows(t, head + 1 - clauses_.base)) return true;
    if (where.verb == kNobody || t.after.size() > 1) return false;
    Id object = clauses_.verbs[where.verb].object;
    if (object == kNobody || clauses_.nouns[object].first < head) return false;
    // "the last [of its soldiers]"
    while (object + 1 < Id(clauses_.nouns.size()) && clauses_.nouns[object + 1].noun == object &&
           clauses_.nouns[object + 1].prep == Prep::kOf) {
      ++object;
    }
    return follows(t, clauses_.nouns[object].last - clauses_.base);
  }
  bool follows(const Trigger& t, Index at) const {
    for (const LemmaId word : t.after) {
      if (at >= clauses_.words.size()) return false;
      const Word& w = clauses_.words[at];
      const bool same = w.lemma == word || (w.entry && (w.entry->other == word || w.entry->noun == word));
      if (!same) return false;
      ++at;
    }
    return true;
  }

  bool meets(const View& view, At at, const Need& need) {
    for (const std::uint8_t s : need.slots) {
      if (s == kMood) {
        const LemmaId modal = at.verb != kNobody ? view.verb(at.verb).modal : kNoLemma;
        if (modal != kNoLemma && (need.any || std::find(need.words.begin(), need.words.end(), modal) != need.words.end())) {
          return true;
        }
        continue;
      }
      if (s == kCompModal) {
        if (mood_holds(view, at, need)) return true;
        continue;
      }
      for (const Filler& f : slot(view, at, s)) {
        if (s == kInside) {
          if (inside_holds(view, at.noun, need)) return true;
        } else if (view.holds(f, need)) {
          return true;
        }
      }
    }
    return false;
  }
  // "said Togo [must] pay", "said Togo [has] to pay".
  bool mood_holds(const View& view, At at, const Need& need) const {
    const Id v = view.complement_verb(at);
    if (v == kNobody) return false;
    if (need.any) return true;
    const VerbGroup& g = view.verb(v);
    const bool to = v + 1 < Id(clauses_.verbs.size()) && view.verb(v + 1).infinitive && view.verb(v + 1).parent == v;
    for (const LemmaId word : need.words) {
      if (word == g.modal || (word == g.lemma && (to || g.infinitive))) return true;
      if (g.infinitive && frames_.lexicon().lemma(word) == "to") return true;
    }
    return false;
  }
  // Only the words before the head: "[missile] tests".
  bool inside_holds(const View& view, Id noun, const Need& need) const {
    const NounChunk& n = view.noun(noun);
    for (Index t = n.first; t < n.head; ++t) {
      const Word& w = clauses_.word(t);
      if (w.mention != kNone && n.mention != w.mention) {
        const MentionType type = document_.mentions[w.mention].type;
        for (const MentionType want : need.types) {
          if (is_a(type, want)) return true;
        }
      }
      if (w.lemma == kNoLemma) continue;
      if (frames_.lists(w.lemma) & need.lists) return true;
      if (std::find(need.words.begin(), need.words.end(), w.lemma) != need.words.end()) return true;
    }
    return false;
  }

  void match(const View& view, std::uint32_t frame_index, At at) {
    current_ = at;
    if (work_) ++work_->matches;
    const Frame& frame = frames_.frames()[frame_index];
    const RelationType& type = schema_.type(frame.type);
    for (const Need& need : frame.needs) {
      if (meets(view, at, need) != need.refuse) continue;
      FrameTry* t = note(view, frame_index, at, need.refuse ? RelationCheck::kRefused : RelationCheck::kNeed);
      if (t) t->need = std::size_t(&need - frame.needs.data());
      return;
    }
    for (std::size_t r = 0; r < type.roles.size(); ++r) {
      filled_[r].clear();
      values_[r].clear();
    }
    for (const RoleSlots& role : frame.roles) {
      for (const std::uint8_t s : role.slots) {
        // "Peru and Chile signed it in front of Lula": who signed are the parties.
        if (s == kComp && type.symmetric && role.role == frames_.party_roles(frame.type).second &&
            filled_[frames_.party_roles(frame.type).first].size() >= 2) {
          continue;
        }
        // "Egypt mediated the truce": who brings others together is no party to it.
        if (s == kLightSubj && type.symmetric && mediates(view, at.noun)) continue;
        for (const Filler& f : slot(view, at, s)) {
          const std::size_t parties = filled_[role.role].size(), values = values_[role.role].size();
          if (role.value) {
            view.values(f, type.roles[role.role].types, values_[role.role]);
          } else {
            fill_role(view, frame, type, role, f, s != kComp);
          }
          trace_filler(view, role, s, f, parties, values);
          // "train [guards] of Chad's police": a group of no state only if nobody better follows.
          const bool owner = s == kObj && role.role == 0 && role.slots.size() > 1 && role.slots[0] == kObj;
          if ((s == kComp || owner) && filled_[role.role].size() > parties && stateless(filled_[role.role])) {
            if (spare_.empty()) spare_ = filled_[role.role];
            filled_[role.role].clear();
            continue;
          }
          if (!filled_[role.role].empty() && s != kMod) break;
          if (role.value && !values_[role.role].empty()) break;
        }
        if (s == role.slots.back() && filled_[role.role].empty()) filled_[role.role] = spare_;
        if (s == kComp || s == role.slots.back()) spare_.clear();
        if (!filled_[role.role].empty() || !values_[role.role].empty()) break;
      }
      if (!type.symmetric && role.role == 1 && filled_[1].empty() && filled_[0].size() >= 2 &&
          (frame.mutual || each_other(view, at, role))) {
        each_to_others();
        continue;
      }
      if (!type.symmetric && type.roles[role.role].required && filled_[role.role].empty() &&
          values_[role.role].empty()) {
        note_role(view, frame_index, at, role.role);
        return;
      }
    }
    if (type.symmetric) pair_up(frame.type);
    emit(view, frame_index, type, at);
  }

  bool mediates(const View& view, Id noun) const {
    static constexpr std::string_view kMediate[] = {"mediate", "broker", "sponsor", "oversee"};
    const Id v = view.carrier(noun);
    return v != kNobody && frames_.lexicon().is_one_of(view.verb(v).lemma, kMediate);
  }

  bool stateless(const std::vector<Party>& parties) const {
    return std::all_of(parties.begin(), parties.end(), [this](const Party& p) {
      const Entity& e = document_.entities[p.entity];
      return e.type == MentionType::kGroup && e.state.empty();
    });
  }

  void fill_role(const View& view, const Frame& frame, const RelationType& type,
                 const RoleSlots& role, const Filler& f, bool near) {
    parties_.clear();
    view.parties(f, type.roles[role.role].types, parties_);
    if (parties_.empty()) who_is_quoted(view, f, type.roles[role.role].types);
    if (parties_.empty() && frame.deeds && role.role > 0) doers_of_deed(view, f);
    if (parties_.empty() && role.role > 0 && judges(type)) owner_of_conduct(view, f, type.roles[role.role].types);
    if (parties_.empty() && role.role == 0 && type.kind == EventKind::kConflict && current_.verb != kNobody) {
      whose_deed(view, f, type.roles[role.role].types);
    }
    for (Party p : parties_) {
      // A party fills one role only, except in lists that pair_up() divides.
      const auto elsewhere = [&](const Party& party) {
        for (const RoleSlots& other : frame.roles) {
          if (other.role == role.role || other.value) continue;
          for (const Party& q : filled_[other.role]) {
            if (q.entity == party.entity) return true;
          }
        }
        return false;
      };
      // "Sri Lanka's army fought Tamil rebels": what is of the same state stands for itself.
      if (elsewhere(p) && !(near && as_itself(type.roles[role.role].types, p) && !elsewhere(p))) continue;
      auto& list = filled_[role.role];
      if (std::none_of(list.begin(), list.end(), [&](const Party& q) { return q.entity == p.entity; })) {
        list.push_back(p);
      }
    }
  }

  // '"[We] ask Delhi to stop," Prachanda said': I and we inside a quotation are who is quoted.
  void who_is_quoted(const View& view, const Filler& f, const std::vector<MentionType>& types) {
    if (f.noun == kNobody || quotations_.empty()) return;
    const NounChunk& n = view.noun(f.noun);
    if (!n.pronoun || n.lemma == kNoLemma) return;
    const std::string_view word = frames_.lexicon().lemma(n.lemma);
    if (word != "i" && word != "we" && word != "us" && word != "me") return;
    Quotation* quote = quotation_at(quotations_, n.head);
    if (!quote) return;
    const Party speaker = quoted(*quote);
    Party party;
    if (speaker.mention != kNone && view.accept(speaker.mention, types, party)) parties_.push_back(party);
  }

  // A group that stood for its state, as the group that it is.
  bool as_itself(const std::vector<MentionType>& types, Party& party) const {
    if (party.mention == kNone || std::find(types.begin(), types.end(), MentionType::kGroup) == types.end()) return false;
    const Mention& m = document_.mentions[party.mention];
    if (m.type != MentionType::kGroup || m.entity == kNone || m.entity == party.entity ||
        document_.entities[m.entity].type != MentionType::kGroup) {
      return false;
    }
    // "accused Chile of spying on [its] navy": whose it is, is not known well enough.
    if (m.first > clauses_.base && m.sentence == clauses_.sentence) {
      const Entry* before = clauses_.word(m.first - 1).entry;
      if (before && before->closed == Closed::kPossessiveDeterminer) return false;
    }
    party.entity = m.entity;
    return true;
  }

  // "Turkey condemned [the coup]": the doers of what was reported last, in this sentence or the
  // one before.
  void doers_of_deed(const View& view, const Filler& f) {
    if (f.noun == kNobody) return;
    const NounChunk& n = view.noun(f.noun);
    if (n.mention != kNone || !view.is(n.lemma, kDeedNoun) || n.possessor != kNobody) return;
    const Entry* first = clauses_.word(n.first).entry;
    if (!first || first->closed != Closed::kDeterminer || view.words().lemma(clauses_.word(n.first).lemma) == "a") return;
    // "the strike [by Fiji]" says whose it is.
    if (f.noun + 1 < Id(clauses_.nouns.size()) && (view.noun(f.noun + 1).prep == Prep::kBy || view.noun(f.noun + 1).prep == Prep::kOf)) return;
    const std::uint32_t before = document_.tokens.tokens[n.first].start;
    const Relation* last = nullptr;
    for (std::size_t i = document_.relations.size(); i-- > 0;) {
      const Relation& r = document_.relations[i];
      if (r.sentence + 1 < clauses_.sentence) break;
      if (r.trigger.start >= before || r.arguments.empty() || r.arguments[0].role != 0 ||
          r.arguments[0].entity == kNone || no_deed(r.type) || !is_deed(n.lemma, r.type)) {
        continue;
      }
      if (!last || r.trigger.start > last->trigger.start) last = &r;
    }
    if (!last) return;
    for (const Relation& r : document_.relations) {
      if (r.trigger != last->trigger || r.arguments.empty() || r.arguments[0].role != 0) continue;
      const Party doer{r.arguments[0].mention, r.arguments[0].entity};
      if (std::none_of(parties_.begin(), parties_.end(), [&](const Party& p) { return p.entity == doer.entity; })) {
        parties_.push_back(doer);
      }
    }
  }
  // Relations by which somebody judges another.
  static bool judges(const RelationType& type) { return type.name == "praise" || type.name == "criticise"; }
  // "praised [the government's restraint]", "deplored French arrogance": whose it is.
  void owner_of_conduct(const View& view, const Filler& f, const std::vector<MentionType>& types) {
    if (f.noun == kNobody) return;
    const NounChunk& n = view.noun(f.noun);
    if (n.mention != kNone || n.pronoun || n.date || view.is(n.lemma, kAgentNoun)) return;
    if (n.possessor != kNobody) return view.parties({n.possessor}, types, parties_);
    named_before_head(view, n, types);
  }
  // "[Israeli] raid"
  void named_before_head(const View& view, const NounChunk& n, const std::vector<MentionType>& types) {
    view.inner_actors(n.first, n.head, [&](Index m) {
      view.parties({kNobody, m}, types, parties_);
      return true;
    });
  }
  // "[An Israeli raid] killed him", "an ambush by rebels": whoever did the deed.
  void whose_deed(const View& view, const Filler& f, const std::vector<MentionType>& types) {
    Id id = f.noun;
    for (int steps = 0; steps < 3 && id != kNobody; ++steps) {
      const NounChunk& n = view.noun(id);
      if (n.pronoun || n.date) return;
      if (view.is(n.lemma, kDeedNoun)) break;
      // "a raid on its soil, which killed two"
      if (view.verb(current_.verb).link != Link::kRelative || n.role != NounRole::kPrepositional) return;
      id = n.noun;
    }
    if (id == kNobody || !view.is(view.noun(id).lemma, kDeedNoun)) return;
    const NounChunk& n = view.noun(id);
    if (n.possessor != kNobody) view.parties({n.possessor}, types, parties_);
    if (!parties_.empty()) return;
    named_before_head(view, n, types);
    for (Id k = id + 1; parties_.empty() && k < Id(clauses_.nouns.size()) && k < id + 4; ++k) {
      if (view.noun(k).noun == id && view.noun(k).prep == Prep::kBy) view.parties({k}, types, parties_);
    }
  }
  // "The assassination" is no withdrawal: deeds that say what was done.
  bool is_deed(LemmaId noun, RelationTypeId type) const {
    struct Deed {
      std::string_view noun, types;
    };
    static constexpr std::string_view kViolence = " attack kill bombing invade harm clash occupy ";
    static constexpr Deed kDeeds[] = {
        {"assassination", " kill "}, {"killing", " kill attack bombing "}, {"execution", " kill "}, {"massacre", kViolence},
        {"strike", kViolence}, {"attack", kViolence}, {"raid", kViolence}, {"bombing", kViolence}, {"shelling", kViolence},
        {"offensive", kViolence}, {"incursion", kViolence}, {"assault", kViolence}, {"bombardment", kViolence},
        {"airstrike", kViolence}, {"invasion", " invade occupy attack exercise_force "}, {"annexation", " occupy invade "},
        {"withdrawal", " withdraw "}, {"test", " weapon_test "}, {"launch", " weapon_test attack "}, {"arrest", " detain "},
        {"expulsion", " expel "}, {"visit", " visit "}, {"sanction", " sanction suspend "}, {"deployment", " exercise_force military_aid "}};
    const std::string_view word = frames_.lexicon().lemma(noun);
    for (const Deed& deed : kDeeds) {
      if (deed.noun != word) continue;
      const std::string_view name = schema_.type(type).name;
      const std::size_t at = deed.types.find(name);
      return at != std::string_view::npos && at > 0 && deed.types[at - 1] == ' ' && deed.types[at + name.size()] == ' ';
    }
    return true;
  }

  // An office or a place is no deed, nor are words about one.
  bool no_deed(RelationTypeId type) const {
    static constexpr std::string_view kWords[] = {"holds_office", "works_for", "located_in", "praise",  "criticise",
                                                 "accuse",       "deny",      "reject",     "request", "demand"};
    return std::find(std::begin(kWords), std::end(kWords), schema_.type(type).name) != std::end(kWords);
  }

  // "A, B and C met": with one side empty, every two of the other are a pair.
  void pair_up(RelationTypeId type) {
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

  // "Chad and Sudan accused [each other]"
  bool each_other(const View& view, At at, const RoleSlots& role) {
    for (const std::uint8_t s : role.slots) {
      for (const Filler& f : slot(view, at, s)) {
        if (f.noun == kNobody) continue;
        const NounChunk& n = view.noun(f.noun);
        if (n.last < 2) continue;
        const auto word = [this](Index t) { return document_.slice(document_.tokens.tokens[t].span()); };
        const std::string_view first = word(n.last - 2), second = word(n.last - 1);
        if (first == "each" && second == "other") return true;
      }
    }
    return false;
  }
  // Each of those who do it, to each of the others.
  void each_to_others() {
    pairs_.clear();
    for (const Party& a : filled_[0]) {
      for (const Party& b : filled_[0]) {
        if (a.entity != b.entity && pairs_.size() < kMostCombinations) pairs_.push_back({a, b});
      }
    }
  }

  void emit(const View& view, std::uint32_t frame_index, const RelationType& type, At at) {
    const Frame& frame = frames_.frames()[frame_index];
    const bool paired = !pairs_.empty();
    const std::pair<int, int> two = type.symmetric ? frames_.party_roles(frame.type) : std::pair<int, int>{0, 1};
    const int role_a = two.first, role_b = two.second;
    for (std::size_t r = 0; r < type.roles.size(); ++r) {
      if (paired && (int(r) == role_a || int(r) == role_b)) continue;
      if (type.roles[r].required && filled_[r].empty() && values_[r].empty()) {
        note_role(view, frame_index, at, RoleId(r));
        return clear_pairs();
      }
    }
    for (const RoleId r : frame.wants) {
      if (!paired && filled_[r].empty() && values_[r].empty()) {
        note_role(view, frame_index, at, r);
        return clear_pairs();
      }
    }
    Relation relation;
    relation.type = frame.type;
    relation.because = frame.origin;
    relation.sentence = clauses_.sentence;
    relation.evidence = document_.sentences()[clauses_.sentence].span;
    const Index head = at.verb != kNobody ? view.verb(at.verb).head : view.noun(at.noun).head;
    relation.trigger = document_.tokens.tokens[head].span();
    set_modality(view, frame, type, at, head, relation);
    if (frame.when_denied) {
      if (relation.polarity != Polarity::kDenied) return clear_pairs();
      relation.polarity = Polarity::kAsserted;
      if (relation.status == RelationStatus::kPlanned) relation.status = RelationStatus::kHappened;
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
      arguments(type, paired ? role_a : -1, paired ? role_b : -1, one.arguments);
      note_found(view, frame_index, at, one);
      add(type, std::move(one));
      std::size_t c = choices_.size();
      while (c > 0 && ++choices_[c - 1].at == choices_[c - 1].count) choices_[--c].at = 0;
      if (c == 0) break;
    }
    clear_pairs();
  }
  void note_found(const View& view, std::uint32_t frame, At at, const Relation& relation) {
    FrameTry* t = note(view, frame, at, RelationCheck::kFound);
    if (!t) return;
    t->denied = relation.polarity == Polarity::kDenied;
    t->roles.clear();
    for (const Argument& a : relation.arguments) {
      const auto from = std::find_if(traced_.begin(), traced_.end(), [&a](const TracedRole& r) {
        return r.mention == a.mention;
      });
      TracedRole r{a.role, kSlotCount, a.mention, a.entity, {}};
      if (from != traced_.end()) r.slot = from->slot;
      t->roles.push_back(r);
    }
  }
  // The present choice as arguments, by role.
  void arguments(const RelationType& type, int role_a, int role_b, std::vector<Argument>& out) const {
    std::size_t values = 0;
    for (std::size_t r = 0; r < type.roles.size(); ++r) values += values_[r].size();
    out.reserve(choices_.size() + values + 1);
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
      for (const Index m : values_[r]) out.push_back({RoleId(r), m, document_.mentions[m].entity});
    }
  }
  void clear_pairs() { pairs_.clear(); }

  // Keeps one relation of several that say the same in one sentence.
  void add(const RelationType& type, Relation relation) {
    for (std::size_t i = first_of_sentence_; i < document_.relations.size(); ++i) {
      Relation& other = document_.relations[i];
      if (other.type != relation.type || other.polarity != relation.polarity) continue;
      const bool mine_in = covers(type, other, relation), other_in = covers(type, relation, other);
      if (!mine_in && !other_in) continue;
      if (other.status != relation.status && relation.trigger != other.trigger) {
        // "agreed to meet ... met": two reports, unless one is only a part of the other.
        if (mine_in && other_in) continue;
      }
      if (!mine_in) {
        other.arguments = std::move(relation.arguments);
        other.trigger = relation.trigger;
        other.because = relation.because;
        trigger_at_[i - first_of_sentence_] = current_;
        other.status = relation.status;
        if (relation.when) other.when = relation.when;
      }
      if (!other.when) other.when = relation.when;
      if (!other.said_by) other.said_by = relation.said_by;
      return;
    }
    document_.relations.push_back(std::move(relation));
    trigger_at_.push_back(current_);
  }

  // Does `big` hold every party of `small`?
  static bool covers(const RelationType& type, const Relation& big, const Relation& small) {
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

  void set_modality(const View& view, const Frame& frame, const RelationType& type, At at,
                    Index head, Relation& relation) {
    Modality m = at.verb != kNobody ? modality_of_verb(view, at.verb) : modality_of_noun(view, at.noun);
    // "Peru rejected Chile's request": it was made all the same.
    if (at.noun != kNobody && reads_answerer(frame) && view.answering(at.noun) != kNobody) {
      m.status = RelationStatus::kHappened;
      m.denied = false;
    }
    relation.status = m.status.value_or(RelationStatus::kHappened);
    // "must" says what is asked for, whatever its mood is.
    if (frame.status && (on_modal_ || !m.status || *m.status == RelationStatus::kHappened ||
                         *m.status == RelationStatus::kOngoing)) {
      relation.status = *frame.status;
    }
    // "accuses", "denies": what is said is said.
    if (at.verb != kNobody && type.kind == EventKind::kSpeech && relation.status == RelationStatus::kOngoing && !frame.status &&
        view.verb(at.verb).finite && !view.verb(at.verb).progressive && view.verb(at.verb).modal == kNoLemma &&
        view.verb(at.verb).adjective == kNoLemma && !lasts(view.verb(at.verb).lemma)) {
      relation.status = RelationStatus::kHappened;
    }
    // "telephoned Rabat to thank it", "marched to demand that": what is said is said by doing so.
    if (at.verb != kNobody && view.verb(at.verb).link == Link::kPurpose && relation.status == RelationStatus::kPlanned &&
        (type.kind == EventKind::kSpeech || type.name == "praise")) {
      const Id above = view.finite_above(view.verb(at.verb).parent);
      if (above != kNobody && view.verb(above).past && !view.verb(above).negated) relation.status = RelationStatus::kHappened;
    }
    const bool denied = m.denied != (frame.polarity == Polarity::kDenied);
    relation.polarity = denied ? Polarity::kDenied : Polarity::kAsserted;
    set_source(view, m, head, relation);
    set_when(view, at, relation);
    // "meets him on Sunday": the present of what is to come.
    if (relation.when && relation.status == RelationStatus::kOngoing && at.verb != kNobody && !frame.status && relation.when->value.from > today_ &&
        !view.verb(at.verb).progressive && view.verb(at.verb).form == kThird) {
      relation.status = RelationStatus::kPlanned;
    }
    set_where(view, at, type, relation);
  }

  // "wants", "opposes": a state of mind, no act of speech.
  bool lasts(LemmaId verb) const {
    static constexpr std::string_view kLast[] = {"want", "need", "hope", "expect", "seek", "wish", "oppose", "support", "back",
                                                 "fear", "suspect", "doubt", "believe", "owe"};
    return frames_.lexicon().is_one_of(verb, kLast);
  }

  static bool reads_answerer(const Frame& frame) {
    return std::any_of(frame.roles.begin(), frame.roles.end(), [](const RoleSlots& role) {
      return std::find(role.slots.begin(), role.slots.end(), kAnswerer) != role.slots.end();
    });
  }

  void set_source(const View& view, const Modality& m, Index head, Relation& relation) {
    Quotation* quote = quotation_at(quotations_, head);
    Party speaker = m.speaker;
    if (quote && speaker.mention != kNone) {
      // "We know that ..." inside a quotation: the source is who is quoted.
      const Mention& who = document_.mentions[speaker.mention];
      if (who.first > quote->open && who.first < quote->close &&
          who.form == MentionForm::kPronominal) {
        speaker = {};
      }
    }
    if (speaker.mention == kNone && quote) speaker = quoted(*quote);
    if (speaker.mention == kNone) {
      for (const Source& s : sources_) {
        if (head < s.first || head >= s.last) continue;
        speaker = s.speaker;
        if (s.last == ~Index{0}) break;
      }
      // The last clause of "..., X said" is the nearest; "according to" stands last.
    }
    if (speaker.mention != kNone) {
      SaidBy said;
      said.mention = speaker.mention;
      said.entity = document_.mentions[speaker.mention].entity;
      if (said.entity == kNone) said.entity = speaker.entity;
      said.hearsay = m.hearsay;
      relation.said_by = said;
    } else if (m.hearsay) {
      SaidBy said;
      said.hearsay = true;
      relation.said_by = said;
    }
    (void)view;
  }

  // The speaker of a quotation: named beside its end, beside its start, or before it.
  Party quoted(Quotation& quote) {
    if (quote.resolved) return quote.speaker;
    quote.resolved = true;
    const auto& tokens = document_.tokens.tokens;
    const auto sentence_of = [&](Index token) {
      const auto& all = document_.sentences();
      const auto after = std::partition_point(all.begin(), all.end(),
                                              [token](const Sentence& s) { return s.first <= token; });
      return Index(after - all.begin()) - 1;
    };
    const auto look = [&](Index token) {
      const Index s = sentence_of(token);
      if (s >= document_.sentences().size()) return;
      Index mention = Index(std::partition_point(document_.mentions.begin(), document_.mentions.end(),
                                                 [&](const Mention& m) {
                                                   return m.first < document_.sentences()[s].first;
                                                 }) -
                            document_.mentions.begin());
      finder_.find(document_, s, mention, other_);
      const View view(frames_, document_, other_, states_, names_, mention);
      quote.speaker = speaker_beside(view, quote);
    };
    const Index last = std::min<Index>(quote.close, Index(tokens.size()) - 1);
    look(last);
    // '"..." Wang said.' may be a sentence of its own.
    if (quote.speaker.mention == kNone && quote.close + 1 < tokens.size() &&
        sentence_of(quote.close + 1) != sentence_of(last) &&
        !tokens[quote.close + 1].has(kLineStart)) {
      look(quote.close + 1);
    }
    if (quote.speaker.mention == kNone && sentence_of(quote.open) != sentence_of(last)) look(quote.open);
    if (quote.speaker.mention == kNone) {
      const auto at = std::size_t(&quote - quotations_.data());
      if (at > 0) {
        Quotation& before = quotations_[at - 1];
        const std::string_view gap =
            document_.text.view().substr(tokens[std::min<Index>(before.close, last)].end,
                                         tokens[quote.open].start - tokens[std::min<Index>(before.close, last)].end);
        if (!has_blank_line(gap) && gap.size() < 300) quote.speaker = quoted(before);
      }
    }
    return quote.speaker;
  }

  // The date nearest in the trigger's own stretch: from its verb group to the next one.
  void set_when(const View& view, At at, Relation& relation) {
    Id v = at.verb;
    Index from = 0, to = ~Index{0};
    if (v == kNobody) {
      const NounChunk& n = view.noun(at.noun);
      // Right after the noun, before the next verb.
      const auto next = std::partition_point(clauses_.verbs.begin(), clauses_.verbs.end(),
                                             [&n](const VerbGroup& g) { return g.first < n.last; });
      from = n.first;
      to = next == clauses_.verbs.end() ? ~Index{0} : next->first;
      const Index date = date_between(from, to);
      if (date != kNone) return set_date(date, relation);
      v = view.governor(at.noun);
      if (v == kNobody) return;
      if (view.is(view.verb(v).lemma, kSays) && view.carrier(at.noun) == kNobody) return;
    }
    const VerbGroup& g = view.verb(v);
    from = g.first;
    to = v + 1 < Id(clauses_.verbs.size()) ? stop_before(v + 1) : ~Index{0};
    Index date = date_between(from, to);
    // "gave them a week to leave on Monday": behind what it governs.
    for (Id k = v + 1; date == kNone && k < Id(clauses_.verbs.size()) && clauses_.verbs[k].infinitive &&
                       clauses_.verbs[k].parent == k - 1; ++k) {
      const Index start = to;
      to = k + 1 < Id(clauses_.verbs.size()) ? stop_before(k + 1) : ~Index{0};
      date = date_between(start, to);
    }
    if (date == kNone) {
      // Before the verb: "On Monday Poland", "Poland last week sent"; but not "Serbia, which
      // had invaded in 1992, agreed", where it is the relative clause's.
      from = v > 0 ? clauses_.verbs[v - 1].last : clauses_.base;
      if (v > 0 && interrupts(v - 1, g)) from = g.first;
      from = std::max(from, clause_start(from, g));
      date = date_between(from, g.first);
      if (date != kNone && v > 0 && view.is(clauses_.verbs[v - 1].lemma, kSays)) date = kNone;
    }
    if (date != kNone) return set_date(date, relation);
    if (g.link == Link::kAdverbial) told_by_clause(v, relation);
  }
  // "fell on Friday, two days after [rebels had come]": two days before Friday.
  void told_by_clause(Id v, Relation& relation) const {
    const VerbGroup& g = clauses_.verbs[v];
    const Index from = v > 0 ? clauses_.verbs[v - 1].last : clauses_.base;
    for (Index t = g.first; t-- > from + 1;) {
      const Prep prep = clauses_.word(t).prep;
      if (prep != Prep::kAfter && prep != Prep::kBefore) continue;
      const Index first = t >= clauses_.base + 3 ? t - 3 : clauses_.base;
      Index named = date_between(clauses_.base, first);
      if (named == kNone) named = date_between(g.last, ~Index{0});
      if (named == kNone) return;
      const DateValue& day = document_.dates[document_.mentions[named].value];
      if (day.from != day.to) return;
      const std::optional<DateValue> told = told_from(document_, first, t + 1, day.from, true);
      if (!told) return;
      When when;
      when.mention = named;
      when.value = *told;
      relation.when = when;
      return;
    }
  }
  // "shelled it on Monday, and Mali [protested]": a date before what joins the clauses is the other's.
  Index clause_start(Index from, const VerbGroup& g) const {
    const Index end = g.subject != kNobody ? std::min(clauses_.nouns[g.subject].first, g.first) : g.first;
    Index start = from;
    for (Index t = from; t < end; ++t) {
      const Tag tag = clauses_.word(t).tag;
      const Prep prep = clauses_.word(t).prep;
      const bool opens = g.link == Link::kAdverbial && tells_order(prep) &&
                         !(t > from && same_day(clauses_.word(t - 1).lemma));
      if (tag == Tag::kCoordinator || tag == Tag::kSubordinator || tag == Tag::kRelative || tag == Tag::kSemicolon || opens) start = t + 1;
    }
    return start;
  }
  // "[hours] after rebels took it": on the day that is named already.
  bool same_day(LemmaId lemma) const {
    static constexpr std::string_view kSoon[] = {"hour", "minute", "moment", "shortly", "soon", "just", "immediately"};
    return frames_.lexicon().is_one_of(lemma, kSoon);
  }
  // Does a clause stand between a verb and its subject?
  bool interrupts(Id inner, const VerbGroup& outer) const {
    const auto inserted = [](const VerbGroup& g) {
      return g.link == Link::kRelative || g.link == Link::kReduced || g.link == Link::kParticiple;
    };
    if (outer.subject == kNobody || !inserted(clauses_.verbs[inner])) return false;
    const Index subject = clauses_.nouns[outer.subject].first;
    for (Id v = inner; v >= 0 && clauses_.verbs[v].first > subject; --v) {
      if (!inserted(clauses_.verbs[v])) return false;
    }
    return clauses_.verbs[inner].first > subject;
  }
  // A following clause's subject is not ours, nor is a date right before it.
  Index stop_before(Id next) const {
    const VerbGroup& g = clauses_.verbs[next];
    if (g.subject != kNobody && clauses_.nouns[g.subject].first < g.first &&
        (next == 0 || clauses_.nouns[g.subject].first > clauses_.verbs[next - 1].first) &&
        (g.link == Link::kRoot || g.link == Link::kComplement || g.link == Link::kConditional ||
         g.link == Link::kAdverbial)) {
      return clauses_.nouns[g.subject].first;
    }
    return g.first;
  }
  Index date_between(Index from, Index to) const {
    const auto& all = document_.mentions;
    auto m = std::partition_point(all.begin(), all.end(), [from](const Mention& x) { return x.first < from; });
    for (; m != all.end() && m->first < to; ++m) {
      if (m->sentence != clauses_.sentence && m->first >= clauses_.base + clauses_.words.size()) break;
      if (m->type == MentionType::kDate && m->value != kNone) return Index(m - all.begin());
    }
    return kNone;
  }
  void set_date(Index mention, Relation& relation) const {
    When when;
    when.mention = mention;
    when.value = document_.dates[document_.mentions[mention].value];
    relation.when = when;
  }

  void set_where(const View& view, At at, const RelationType& type, Relation& relation) {
    (void)type;
    Id v = at.verb;
    if (v == kNobody) {
      for (const Filler& f : slot(view, at, kFirstPrep + std::uint8_t(Prep::kIn))) {
        if (place(view, f.noun, relation)) return;
      }
      v = view.carrier(at.noun);
      if (v == kNobody) return;
    }
    const std::uint64_t occupied = v == at.verb ? occupied_ : view.occupied({v, kNobody});
    for (const Prep prep : {Prep::kIn, Prep::kAt, Prep::kNear}) {
      const std::uint8_t s = kFirstPrep + std::uint8_t(prep);
      if ((occupied >> s & 1) == 0) continue;
      fillers_.clear();
      view.fill({v, kNobody}, s, fillers_);
      for (const Filler& f : fillers_) {
        if (place(view, f.noun, relation)) return;
      }
    }
  }
  bool place(const View& view, Id noun, Relation& relation) const {
    if (noun == kNobody) return false;
    const Index m = view.noun(noun).mention;
    if (m == kNone) return false;
    const MentionType type = document_.mentions[m].type;
    if (type != MentionType::kCity && type != MentionType::kPlace && type != MentionType::kState) return false;
    relation.where = m;
    return true;
  }

  void names(const View& view, Id noun) {
    current_ = {};
    const std::optional<RelationTypeId> office = frames_.known_types().holds_office, work = frames_.known_types().works_for;
    if (!office || !work || frames_.constructions().empty()) return;
    name_relations_.clear();
    name_relations(view, noun, name_relations_);
    for (const NameRelation& n : name_relations_) {
      const RelationTypeId type_id = n.office ? *office : *work;
      const Frame* frame = nullptr;
      for (const std::uint32_t i : frames_.constructions()) {
        const Frame& f = frames_.frames()[i];
        if (f.type == type_id && f.construction == n.construction) frame = &f;
      }
      if (!frame) continue;
      const RelationType& type = schema_.type(type_id);
      Relation relation;
      relation.type = type_id;
      relation.because = frame->origin;
      relation.sentence = clauses_.sentence;
      relation.evidence = document_.sentences()[clauses_.sentence].span;
      relation.trigger = n.trigger;
      relation.status = n.former ? RelationStatus::kHappened : RelationStatus::kOngoing;
      relation.arguments.reserve(3);
      relation.arguments.push_back({0, n.person.mention, n.person.entity});
      if (n.office) {
        if (n.office_mention != kNone) relation.arguments.push_back({1, n.office_mention, kNone, n.office_words});
        relation.arguments.push_back({2, n.body.mention, n.body.entity});
      } else {
        relation.arguments.push_back({1, n.body.mention, n.body.entity});
      }
      add(type, std::move(relation));
    }
  }

  // "ISIL in Iraq and Syria", "Raqqa, Syria": what a name or group stands in.
  void places(const View& view, Id id) {
    if (!place_frame_) return;
    current_ = {};
    const NounChunk& n = view.noun(id);
    if (n.mention == kNone) return;
    const Mention& what = document_.mentions[n.mention];
    if (what.entity == kNone || what.form == MentionForm::kPronominal) return;
    const bool spot = what.type == MentionType::kCity || what.type == MentionType::kPlace;
    // Of groups, those of a state or body: "police in Lagos" tells nothing, "French soldiers in Mali" does.
    bool group = false;
    if (what.type == MentionType::kGroup) {
      view.inner_actors(what.first, what.last, [&](Index) { return !(group = true); });
    }
    const bool thing = spot || group || is_a(what.type, MentionType::kOrganisation) ||
                       (what.type == MentionType::kPerson && what.form == MentionForm::kNamed);
    if (spot && what.form == MentionForm::kNamed) place_of_state(view, n);
    if (!thing || id + 1 >= Id(clauses_.nouns.size())) return;
    const NounChunk& next = view.noun(id + 1);
    const auto within = [this](const NounChunk& p) {
      if (p.mention == kNone) return false;
      const MentionType type = document_.mentions[p.mention].type;
      return document_.mentions[p.mention].entity != kNone &&
             (type == MentionType::kState || type == MentionType::kCity || type == MentionType::kPlace);
    };
    if (next.noun == id && (next.prep == Prep::kIn || next.prep == Prep::kAt || next.prep == Prep::kNear)) {
      for (Id k = id + 1; k != kNobody; k = view.noun(k).next_conjunct) {
        if (within(view.noun(k))) located(n, view.noun(k));
      }
    } else if (spot && next.first == n.last + 1 && next.after_comma && within(next)) {
      // Only where the tables agree: lists of cities look the same.
      const Entity& whole = document_.entities[document_.mentions[next.mention].entity];
      if (whole.type == MentionType::kState && document_.entities[what.entity].state == whole.id) located(n, next);
    }
  }
  // "Syria's Raqqa", "the Syrian city of Raqqa"
  void place_of_state(const View& view, const NounChunk& n) {
    static const std::vector<MentionType> kStates = {MentionType::kState};
    parties_.clear();
    if (n.possessor != kNobody) {
      view.parties({n.possessor}, kStates, parties_);
    } else if (n.role == NounRole::kPrepositional && n.prep == Prep::kOf && n.noun != kNobody &&
               view.is(view.noun(n.noun).lemma, kPlaceNoun)) {
      const NounChunk& kind = view.noun(n.noun);
      view.inner_actors(kind.first, kind.head, [&](Index m) {
        Party state;
        if (view.accept(m, kStates, state)) parties_.push_back(state);
        return parties_.empty();
      });
    }
    // "the Russian-held city of Mariupol": where the tables know better, they do.
    const std::string& known = document_.entities[document_.mentions[n.mention].entity].state;
    if (!parties_.empty() && (known.empty() || known == document_.entities[parties_[0].entity].id)) {
      located(n.mention, parties_[0], n.first);
    }
  }
  void located(const NounChunk& what, const NounChunk& place) {
    located(what.mention, {place.mention, document_.mentions[place.mention].entity}, place.first);
  }
  void located(Index what, const Party& place, Index at) {
    const Mention& a = document_.mentions[what];
    if (a.entity == place.entity) return;
    Relation relation;
    relation.type = place_frame_->type;
    relation.because = place_frame_->origin;
    relation.sentence = clauses_.sentence;
    relation.evidence = document_.sentences()[clauses_.sentence].span;
    relation.trigger = document_.tokens.tokens[at > 0 ? at - 1 : 0].span();
    relation.status = RelationStatus::kOngoing;
    relation.arguments = {{0, what, a.entity}, {1, place.mention, place.entity}};
    add(schema_.type(relation.type), std::move(relation));
  }

  // "This would not be the first shipment from the North — supplying rockets to Wagner":
  // a participle without a subject of its own has that of the same kind of event before it.
  void elaborate(const View& view) {
    for (std::size_t i = first_of_sentence_; i < document_.relations.size(); ++i) {
      const Id v = trigger_at_[i - first_of_sentence_].verb;
      Relation& r = document_.relations[i];
      if (v == kNobody || view.verb(v).link != Link::kParticiple) continue;
      if (r.arguments.empty() || r.arguments[0].role == 0) continue;
      for (std::size_t j = first_of_sentence_; j < document_.relations.size(); ++j) {
        const Relation& other = document_.relations[j];
        if (i == j || other.type != r.type || other.trigger.start > r.trigger.start) continue;
        if (other.arguments.empty() || other.arguments[0].role != 0) continue;
        const Argument doer = other.arguments[0];
        r.arguments.insert(r.arguments.begin(), doer);
        break;
      }
    }
  }

  // Which reports fill out others, and which stand in the background.
  void order(const View& view) {
    const std::size_t count = document_.relations.size() - first_of_sentence_;
    if (count == 0) return;
    by_verb_.assign(clauses_.verbs.size(), kNone);
    by_noun_.assign(clauses_.nouns.size(), kNone);
    for (std::size_t i = 0; i < count; ++i) {
      const At at = trigger_at_[i];
      const Index r = Index(first_of_sentence_ + i);
      if (schema_.type(document_.relations[r].type).kind == EventKind::kNone) continue;
      if (at.verb != kNobody) by_verb_[at.verb] = r;
      else if (at.noun != kNobody) by_noun_[at.noun] = r;
    }
    for (std::size_t i = 0; i < count; ++i) {
      const At at = trigger_at_[i];
      if (at.verb == kNobody && at.noun == kNobody) continue;
      if (beside(i)) given_up_.push_back(Index(first_of_sentence_ + i));
      Relation& relation = document_.relations[first_of_sentence_ + i];
      const Above above = look_up(view, at, [&](At up) {
        const Index r = up.verb != kNobody ? by_verb_[up.verb] : by_noun_[up.noun];
        if (r == kNone || document_.relations[r].trigger == relation.trigger) return false;
        Relation& outer = document_.relations[r];
        // A promise to do harm is the threat of that harm.
        if (frames_.known_types().promise && outer.type == *frames_.known_types().promise &&
            schema_.type(relation.type).kind == EventKind::kConflict) {
          outer.part_of = relation.trigger;
          return false;
        }
        relation.part_of = outer.trigger;
        for (std::size_t j = 0; j < count; ++j) {   // one for each of a list that agreed
          const Relation& other = document_.relations[first_of_sentence_ + j];
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
  bool beside(std::size_t i) const {
    const Relation& r = document_.relations[first_of_sentence_ + i];
    if (!frames_.frames()[r.because - frames_.first_origin()].when_denied) return false;
    for (std::size_t j = first_of_sentence_; j < document_.relations.size(); ++j) {
      const Relation& other = document_.relations[j];
      if (other.trigger == r.trigger && other.polarity == Polarity::kDenied && other.arguments.size() >= r.arguments.size() &&
          schema_.type(other.type).kind == EventKind::kCooperation) {
        return true;
      }
    }
    return false;
  }

  // Says the inner report all that the outer one does?
  bool yields(const Relation& outer, const Relation& inner) const {
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
  void give_up() {
    if (given_up_.empty()) return;
    std::sort(given_up_.begin(), given_up_.end());
    given_up_.erase(std::unique(given_up_.begin(), given_up_.end()), given_up_.end());
    for (auto at = given_up_.rbegin(); at != given_up_.rend(); ++at) {
      const Span trigger = document_.relations[*at].trigger;
      for (std::size_t i = first_of_sentence_; i < document_.relations.size(); ++i) {
        Relation& r = document_.relations[i];
        if (r.part_of == trigger) r.part_of = document_.relations[*at].part_of;
      }
      document_.relations.erase(document_.relations.begin() + *at);
      trigger_at_.erase(trigger_at_.begin() + (*at - first_of_sentence_));
    }
    given_up_.clear();
  }

  void finish() {
    const auto before = [](const Relation& a, const Relation& b) {
      return a.trigger.start != b.trigger.start ? a.trigger.start < b.trigger.start : a.type < b.type;
    };
    std::vector<Relation>& all = document_.relations;
    if (!std::is_sorted(all.begin(), all.end(), before)) std::stable_sort(all.begin(), all.end(), before);
  }

  const Frames& frames_;
  const Schema& schema_;
  Document& document_;
  const Gazetteer* names_;
  RelationWork* work_;
  RelationTrace* trace_;                 // null: nobody asks
  std::vector<TracedRole> traced_;       // of the frame that is being tried
  ChunkFinder finder_;
  bool parses_;
  SentenceTrees trees_;
  const Frame* place_frame_ = nullptr;
  std::int32_t today_ = 0;               // day of publication; the last of all if it is not known
  std::size_t first_of_sentence_ = 0;
  At current_;
  bool on_modal_ = false;                // the trigger is a modal
  bool accord_ = false;                  // the sentence has "according"
  bool few_ = false;                     // too few are named for the triggers that there are
  std::uint64_t gives_ = 0;              // what of Trigger::wants the sentence has
  std::uint64_t occupied_ = 0, known_ = 0;   // slots of the trigger, bit: SlotId
};

}  // namespace

void find_relations(const Frames& frames, const Schema& schema, Document& document,
                    const Gazetteer* names, RelationWork* work, const Parser* parser) {
  document.relations.clear();
  const Index lent = names ? lend_states(*names, document) : kNone;
  thread_local ExtractorScratch scratch;
  Extractor extractor(frames, schema, document, names, work, parser, std::move(scratch));
  extractor.run();
  scratch = extractor.take_scratch();
  if (!names) return;
  let_states_speak(*names, document);
  keep_used_states(lent, document);
}

}  // namespace dragoman
