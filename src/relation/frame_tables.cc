// Part of dragoman; see LICENSE.
//
// What follows from all frames together, once they are read: which words open a sentence (Frames::GateWord), what each
// trigger asks for beside it (Asks), which slots a frame needs filled (Frame::at_least).

#include <algorithm>
#include <tuple>
#include <unordered_map>

#include "dragoman/token.h"
#include "relation/frame_reader.h"
#include "relation/role_types.h"

namespace dragoman {

void FrameReader::finish() {
  for (const RelationType& type : schema_.types()) {
    frames_.party_roles_.push_back({role_named(type, "party_a"), role_named(type, "party_b")});
  }
  frames_.accord_ = frames_.lexicon_.id("accord");
  for (Frame& frame : frames_.frames_) find_least(frame);
  for (LemmaId lemma = 0; lemma < triggers_.size(); ++lemma) {
    if (triggers_[lemma].empty()) continue;
    std::uint8_t kind = Frames::kTrigger;
    for (const Frames::WrittenTrigger& t : triggers_[lemma]) {
      if (frames_.frames_[t.frame].one_party) kind |= Frames::kLoneTrigger;
    }
    gate_forms_[lemma] = kind;
  }
  // By hash: what forms of triggers open.
  std::unordered_map<std::uint64_t, std::uint8_t> forms;
  for (const auto& [lemma, kind] : gate_forms_) {
    for (const std::string& form : forms_[lemma]) forms[fold_hash(form)] |= kind;
    forms[fold_hash(std::string(frames_.lexicon_.lemma(lemma)))] |= kind;
  }
  const std::map<LemmaId, std::uint8_t> beside_be = asked_beside_be();
  const std::vector<std::vector<std::uint16_t>> gives = find_givers(frames_.settle(schema_, std::move(triggers_)));
  const Lexicon& words = frames_.lexicon_;
  std::map<std::vector<std::uint16_t>, std::uint32_t> lists = {{{}, 0}};
  frames_.gives_.assign(2, {});
  std::vector<std::pair<std::uint64_t, Frames::GateWord>> noted;
  words.each([&](std::uint64_t hash, const Entry& entry) {
    Frames::GateWord word;
    if (const auto form = forms.find(hash); form != forms.end()) word.opens = form->second;
    std::vector<std::uint16_t> things;
    for (const LemmaId lemma : {entry.noun, entry.verb, entry.other}) {
      if (lemma == kNoLemma) continue;
      if (const auto kind = beside_be.find(lemma); kind != beside_be.end()) word.opens |= kind->second;
      // Names and titles make relations of their own, only where a role is named.
      if (words.is(lemma, kRoleNoun)) word.opens |= Frames::kRoleWord | Frames::kNameWord;
      if (lemma == frames_.accord_) word.opens |= Frames::kAccordWord;
      word.opens |= word_of_its_own(words.lemma(lemma));
      things.insert(things.end(), gives[lemma].begin(), gives[lemma].end());
    }
    word.noun = frames_.triggers_any(entry.noun);
    word.verb = frames_.triggers_any(entry.verb);
    word.other = frames_.triggers_any(entry.other);
    std::sort(things.begin(), things.end());
    things.erase(std::unique(things.begin(), things.end()), things.end());
    const auto [list, added] = lists.try_emplace(things, std::uint32_t(frames_.gives_.size() / 2));
    if (added) add_pairs(things);
    word.gives = list->second;
    if (word.note() != 0) noted.emplace_back(hash, word);
  });
  for (const auto& [hash, word] : noted) frames_.lexicon_.note(hash, word.note());
  frames_.lexicon_.freeze();
  frames_.lists_ = std::move(lists_);
  frames_.noun_preps_ = std::move(noun_preps_);
}

// things: sorted, so that those of one word stand together.
void FrameReader::add_pairs(const std::vector<std::uint16_t>& things) {
  std::vector<Things>& all = frames_.gives_;
  const std::size_t first = all.size();
  for (const std::uint16_t thing : things) {
    if (all.size() == first || all.back().word != thing / 64) all.push_back({0, std::uint16_t(thing / 64)});
    all.back().bits |= std::uint64_t{1} << thing % 64;
  }
  if (all.size() % 2 != 0) all.emplace_back();
  for (std::size_t second = first + 1; second + 2 < all.size(); second += 2) all[second].more = 1;
}

// "is in custody": too many sentences have an "is"; the words asked for beside it open them.
std::map<LemmaId, std::uint8_t> FrameReader::asked_beside_be() const {
  std::map<LemmaId, std::uint8_t> out;
  const LemmaId be = frames_.lexicon_.id("be");
  if (be >= triggers_.size()) return out;
  for (const Frames::WrittenTrigger& t : triggers_[be]) {
    const Frame& frame = frames_.frames_[t.frame];
    const std::uint8_t kind = frame.one_party ? Frames::kTrigger | Frames::kLoneTrigger : Frames::kTrigger;
    if (!t.after.empty()) out[t.after.front()] |= kind;
    for (const Need& need : frame.needs) {
      if (need.refuse) continue;
      for (const LemmaId word : need.words) out[word] |= kind;
    }
  }
  return out;
}

// "his American counterpart" has an office; "we" is whoever is quoted.
std::uint8_t FrameReader::word_of_its_own(std::string_view lemma) {
  if (kAccounts.has(lemma)) return Frames::kAccordWord;
  if (lemma == "counterpart") return Frames::kNameWord;
  return lemma == "i" || lemma == "we" || lemma == "us" || lemma == "me" ? Frames::kSpeakerWord : 0;
}

int FrameReader::role_named(const RelationType& type, std::string_view name) {
  for (std::size_t i = 0; i < type.roles.size(); ++i) {
    if (type.roles[i].name == name) return int(i);
  }
  return -1;
}

namespace {

std::uint64_t bits(const std::vector<std::uint8_t>& slots) {
  std::uint64_t set = 0;
  for (const std::uint8_t slot : slots) set |= std::uint64_t{1} << slot;
  return set;
}

}  // namespace

// Which slots cannot all be empty.
void FrameReader::find_least(Frame& frame) const {
  const RelationType& type = schema_.type(frame.type);
  for (Need& need : frame.needs) {
    need.slot_set = bits(need.slots);
    if (!need.refuse) frame.at_least.push_back(need.slot_set);
  }
  // Of two parties one slot may name both: "A and B met".
  const int party_b = type.symmetric ? role_named(type, "party_b") : -1;
  for (std::size_t r = 0; r < type.roles.size(); ++r) {
    const bool wanted = std::ranges::find(frame.wants, r) != frame.wants.end();
    if ((!type.roles[r].required && (!wanted || type.symmetric)) || int(r) == party_b || (frame.echoes && r > 0)) continue;
    std::uint64_t set = 0;
    for (const RoleSlots& role : frame.roles) {
      if (role.role == r) set |= bits(role.slots);
    }
    if (set != 0) frame.at_least.push_back(set);   // else another clause fills it: "died when jets bombed"
  }
}

// By lemma: all things that it is asked for as.  Mentions likewise.
std::vector<std::vector<std::uint16_t>> FrameReader::find_givers(const std::map<Company, std::uint16_t>& asked) {
  std::vector<std::vector<std::uint16_t>> gives(frames_.lexicon_.lemma_count());
  for (const auto& [company, thing] : asked) {
    for (const LemmaId word : company.words) gives[word].push_back(thing);
    for (LemmaId lemma = 0; lemma < lists_.size(); ++lemma) {
      if (lists_[lemma] & company.lists) gives[lemma].push_back(thing);
    }
    for (std::size_t type = 0; type < frames_.type_gives_.size(); ++type) {
      const bool held = std::ranges::any_of(company.types, [type](MentionType want) { return is_a(MentionType(type), want); });
      if (held) frames_.type_gives_[type].add(thing);
    }
  }
  return gives;
}

// How many parties a relation of the frame has, at least.  Deeds bring theirs along.
std::uint8_t Frames::parties_of(const Frame& frame, const Schema& schema) const {
  const RelationType& type = schema.type(frame.type);
  int parties = 0;
  for (std::size_t r = 0; r < type.roles.size(); ++r) {
    const bool wanted = std::ranges::find(frame.wants, r) != frame.wants.end();
    const bool value = std::ranges::any_of(frame.roles, [r](const RoleSlots& slots) { return slots.role == r && slots.value; });
    parties += (type.roles[r].required || wanted) && !value && !((frame.deeds || frame.echoes) && r > 0);
  }
  return std::uint8_t(std::min(parties, 2));
}

// Can nothing meet the need but a word or mention of the sentence that it names?  Moods are told by more than words, and
// "they" may be an armed group.
bool Frames::told_by_words(const Need& need) {
  const auto mood = [](std::uint8_t slot) { return slot == kMood || slot == kCompModal || slot == kCalled; };
  return !need.any && std::ranges::none_of(need.slots, mood) && !allows(need.types, MentionType::kArmedGroup);
}

// The mentions that must be named to fill a role, where one must: "for how much".
bool Frames::asks_for_value(const Frame& frame, const RoleSlots& slots, const Role& role) {
  return slots.value && (role.required || std::ranges::find(frame.wants, slots.role) != frame.wants.end());
}

// Things that one type or list gives have numbers that stand together: what a word gives is then in few places of Given.
std::map<Company, std::uint16_t> Frames::number_things(const Schema& schema, const std::vector<std::vector<WrittenTrigger>>& triggers) const {
  std::vector<Company> all;
  for (const Frame& frame : frames_) {
    for (const Need& need : frame.needs) {
      if ((!need.refuse && !need.any) || told_by_words(need)) all.push_back({need.words, need.lists, need.types});
    }
    for (const RoleSlots& slots : frame.roles) {
      const Role& role = schema.type(frame.type).roles[slots.role];
      if (asks_for_value(frame, slots, role)) all.push_back({{}, 0, role.types});
    }
  }
  for (const std::vector<WrittenTrigger>& list : triggers) {
    for (const WrittenTrigger& t : list) {
      for (std::size_t i = 0; i < t.after.size() && i < 2; ++i) all.push_back({{t.after[i]}, 0, {}});
    }
  }
  std::ranges::sort(all, [](const Company& a, const Company& b) { return std::tie(a.types, a.lists, a.words) < std::tie(b.types, b.lists, b.words); });
  std::map<Company, std::uint16_t> numbers;
  for (const Company& company : all) numbers.try_emplace(company, std::uint16_t(1 + numbers.size() % (Given::kThings - 1)));
  return numbers;
}

std::map<Company, std::uint16_t> Frames::settle(const Schema& schema, std::vector<std::vector<WrittenTrigger>> triggers) {
  settle_types(schema);
  std::map<Company, std::uint16_t> asked = number_things(schema, triggers);
  const auto thing_of = [&asked](const Company& company) { return asked.at(company); };
  std::vector<std::vector<std::uint16_t>> wants(frames_.size());
  std::vector<std::uint8_t> parties(frames_.size());
  std::vector<std::uint64_t> reads(frames_.size());
  for (std::size_t i = 0; i < frames_.size(); ++i) {
    const Frame& frame = frames_[i];
    parties[i] = parties_of(frame, schema);
    for (const Need& need : frame.needs) {
      reads[i] |= need.slot_set;
      if (!need.refuse && !need.any) wants[i].push_back(thing_of({need.words, need.lists, need.types}));
    }
    for (const RoleSlots& slots : frame.roles) {
      reads[i] |= bits(slots.slots);
      const Role& role = schema.type(frame.type).roles[slots.role];
      if (asks_for_value(frame, slots, role)) wants[i].push_back(thing_of({{}, 0, role.types}));
    }
  }
  std::vector<std::uint32_t> word_of(triggers.size());
  std::vector<TriggerWord> trigger_words(1);
  std::vector<Trigger> all;
  std::vector<TriggerTest> tests;
  std::vector<LemmaId> after;
  std::vector<Asks> all_asks, asks;
  std::vector<std::uint16_t> things;
  for (LemmaId lemma = 0; lemma < triggers.size(); ++lemma) {
    std::vector<WrittenTrigger>& list = triggers[lemma];
    if (list.empty()) continue;
    const auto by_kind = [](const WrittenTrigger& a, const WrittenTrigger& b) { return a.kind < b.kind; };
    std::stable_sort(list.begin(), list.end(), by_kind);
    TriggerWord word;
    for (std::size_t kind = 0; kind < word.triggers.size(); ++kind) {
      word.triggers[kind] = std::uint32_t(all.size() + std::size_t(std::count_if(
          list.begin(), list.end(), [kind](const WrittenTrigger& t) { return std::size_t(t.kind) < kind; })));
    }
    asks.clear();
    for (const WrittenTrigger& t : list) {
      TriggerTest& test = tests.emplace_back();
      const std::vector<std::uint64_t>& sets = frames_[t.frame].at_least;
      for (std::size_t i = 0; i < test.at_least.size(); ++i) test.at_least[i] = i < sets.size() ? sets[i] : ~std::uint64_t{0};
      test.more = sets.size() > test.at_least.size();
      things.clear();
      for (std::size_t i = 0; i < t.after.size() && i < 2; ++i) things.push_back(thing_of({{t.after[i]}, 0, {}}));
      things.insert(things.end(), wants[t.frame].begin(), wants[t.frame].end());
      std::copy_n(things.begin(), std::min(things.size(), test.asks.things.size()), test.asks.things.begin());
      test.asks.parties = parties[t.frame];
      asks.push_back(test.asks);
      word.reads |= std::uint16_t(reads[t.frame] >> kComp & ((1u << (kFirstPrep - kComp)) - 1));
      if (!t.after.empty()) word.reads |= TriggerWord::kBehind;
      all.push_back({t.frame, std::uint32_t(after.size()), std::uint32_t(t.after.size())});
      after.insert(after.end(), t.after.begin(), t.after.end());
    }
    std::sort(asks.begin(), asks.end());
    asks.erase(std::unique(asks.begin(), asks.end()), asks.end());
    word.first_asks = asks.front();
    word.asks = std::uint32_t(all_asks.size());
    word.asks_count = std::uint32_t(asks.size() - 1);
    all_asks.insert(all_asks.end(), asks.begin() + 1, asks.end());
    word_of[lemma] = std::uint32_t(trigger_words.size());
    trigger_words.push_back(word);
  }
  for (Frame& frame : frames_) {
    for (Need& need : frame.needs) {
      if (told_by_words(need)) need.thing = thing_of({need.words, need.lists, need.types});
    }
  }
  trigger_word_ = std::move(word_of);
  trigger_words_ = std::move(trigger_words);
  triggers_ = std::move(all);
  tests_ = std::move(tests);
  after_ = std::move(after);
  asks_ = std::move(all_asks);
  return asked;
}

void Frames::settle_types(const Schema& schema) {
  for (Frame& frame : frames_) {
    for (Need& need : frame.needs) need.kinds = need.types;
    for (RoleSlots& role : frame.roles) role.takes = schema.type(frame.type).roles[role.role].types;
  }
  known_types_ = {schema.find("holds_office"), schema.find("works_for"), schema.find("citizen_of"), schema.find("promise"),
                  schema.find("founded"), schema.find("detain"), schema.find("resign"), schema.find("elect")};
  deed_types_.clear();
  for (std::size_t type = 0; type < schema.types().size(); ++type) {
    for (const std::string& noun : schema.types()[type].deeds) {
      if (const LemmaId lemma = lexicon_.id(noun); lemma != kNoLemma) deed_types_.push_back({lemma, RelationTypeId(type)});
    }
  }
  std::sort(deed_types_.begin(), deed_types_.end());
}

}  // namespace dragoman
