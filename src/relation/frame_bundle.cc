// Part of dragoman; see LICENSE.
//
// Frames in a bundle: a few thousand small things, read back into vectors; the words that they
// speak of lie in the bundle as they are used (syntax/lexicon.h).

#include <algorithm>

#include "base/fields.h"
#include "relation/frame.h"

namespace dragoman {

template <> inline constexpr unsigned kEnumEnd<MentionType> = unsigned(MentionType::kCount);
template <> inline constexpr unsigned kEnumEnd<Construction> = unsigned(Construction::kBacked) + 1;
template <> inline constexpr unsigned kEnumEnd<RelationStatus> = unsigned(RelationStatus::kCancelled) + 1;
template <> inline constexpr unsigned kEnumEnd<Polarity> = unsigned(Polarity::kDenied) + 1;

template <typename Visit>
void each_field(Need& n, Visit&& visit) {
  auto& [slot_set, thing, any, refuse, kinds, lists, slots, types, words, written] = n;
  visit(slot_set, thing, any, refuse, lists, slots, types, words, written);
  static_cast<void>(kinds);      // as types
}

template <typename Visit>
void each_field(RoleSlots& r, Visit&& visit) {
  auto& [role, value, takes, slots] = r;
  visit(role, value, slots);
  static_cast<void>(takes);      // as the schema's
}

template <typename Visit>
void each_field(Frame& f, Visit&& visit) {
  auto& [name, about, file, line, type, construction, roles, needs, wants, status, polarity, one_party, when_denied,
         deeds, echoes, mutual, yields, agentless, at_least, origin, finds, ignores] = f;
  visit(name, file, line, type, construction, roles, needs, wants, status, polarity, one_party, when_denied,
        deeds, echoes, mutual, yields, agentless, at_least);
  static_cast<void>(about);      // for the reader of the file
  static_cast<void>(origin);     // counted from the first one's when read
  static_cast<void>(finds);
  static_cast<void>(ignores);
}

template <typename Visit>
void each_field(Things& t, Visit&& visit) {
  auto& [bits, word, more] = t;
  visit(bits, word, more);
}

template <typename Visit>
void each_field(Given& g, Visit&& visit) {
  auto& [things, parties] = g;
  visit(things, parties);
}

namespace {

bool sound(const Frame& frame, const Schema& schema, std::size_t lemmas) {
  if (frame.type >= schema.types().size()) return false;
  const std::size_t roles = schema.type(frame.type).roles.size();
  const auto slot = [](std::uint8_t s) { return s < kSlotCount; };
  const auto slots = [&](const std::vector<std::uint8_t>& s) { return std::all_of(s.begin(), s.end(), slot); };
  return std::all_of(frame.roles.begin(), frame.roles.end(),
                     [&](const RoleSlots& r) { return r.role < roles && slots(r.slots); }) &&
         std::all_of(frame.needs.begin(), frame.needs.end(),
                     [&](const Need& n) {
                       return slots(n.slots) && n.thing < Given::kThings && std::all_of(n.words.begin(), n.words.end(),
                                                            [&](LemmaId id) { return id < lemmas; });
                     }) &&
         std::all_of(frame.wants.begin(), frame.wants.end(), [&](RoleId role) { return role < roles; });
}

}  // namespace

void Frames::add_to(BundleWriter& bundle) const {
  lexicon_.add_to(bundle);
  ByteWriter out;
  write_value(out, frames_);
  write_value(out, constructions_);
  write_value(out, party_roles_);
  write_value(out, accord_);
  write_value(out, gives_);
  write_value(out, type_gives_);
  bundle.add("frames", std::span<const char>(out.bytes()));
  bundle.add("frames.lists", lists_.span());
  bundle.add("frames.noun_preps", noun_preps_.span());
  bundle.add("frames.trigger_word", trigger_word_.span());
  bundle.add("frames.trigger_words", trigger_words_.span());
  bundle.add("frames.triggers", triggers_.span());
  bundle.add("frames.tests", tests_.span());
  bundle.add("frames.after", after_.span());
  bundle.add("frames.asks", asks_.span());
}

bool Frames::sound_triggers(std::size_t lemmas) const {
  const auto things = [](const Asks& asks) {
    return std::all_of(asks.things.begin(), asks.things.end(), [](std::uint16_t t) { return t < Given::kThings; });
  };
  return std::all_of(trigger_word_.begin(), trigger_word_.end(),
                     [this](std::uint32_t word) { return word < trigger_words_.size(); }) &&
         std::all_of(trigger_words_.begin(), trigger_words_.end(),
                     [&](const TriggerWord& word) {
                       return std::is_sorted(word.triggers.begin(), word.triggers.end()) &&
                              word.triggers.back() <= triggers_.size() && word.asks <= asks_.size() &&
                              word.asks_count <= asks_.size() - word.asks && things(word.first_asks);
                     }) &&
         std::all_of(triggers_.begin(), triggers_.end(),
                     [this](const Trigger& t) {
                       return t.frame < frames_.size() && t.after_first <= after_.size() &&
                              t.after_count <= after_.size() - t.after_first;
                     }) &&
         std::all_of(tests_.begin(), tests_.end(), [&](const TriggerTest& test) { return things(test.asks); }) &&
         std::all_of(after_.begin(), after_.end(), [lemmas](LemmaId id) { return id < lemmas; }) &&
         std::all_of(asks_.begin(), asks_.end(), things);
}

Result<Frames> Frames::from_bundle(const std::shared_ptr<const Bundle>& bundle, const Schema& schema,
                                   OriginId first_origin) {
  Result<Lexicon> lexicon = Lexicon::from_bundle(*bundle);
  if (!lexicon.ok()) return lexicon.error();
  Result<ByteReader> in = ByteReader::of(bundle, "frames");
  if (!in.ok()) return in.error();

  const std::size_t lemmas = lexicon->lemma_count();
  Frames frames(*std::move(lexicon));
  read_value(*in, frames.frames_);
  frames.set_first_origin(first_origin);
  read_value(*in, frames.constructions_);
  read_value(*in, frames.party_roles_);
  read_value(*in, frames.accord_);
  read_value(*in, frames.gives_);
  read_value(*in, frames.type_gives_);
  if (!in->ok() || !in->at_end()) return in->error();

  std::optional<Error> lacks;
  const auto map = [&]<typename T>(const char* name, FlatArray<T>& array) {
    const Result<std::span<const T>> section = bundle->section<T>(name);
    if (section.ok()) array = *section;
    else lacks = section.error();
  };
  map("frames.lists", frames.lists_);
  map("frames.noun_preps", frames.noun_preps_);
  map("frames.trigger_word", frames.trigger_word_);
  map("frames.trigger_words", frames.trigger_words_);
  map("frames.triggers", frames.triggers_);
  map("frames.tests", frames.tests_);
  map("frames.after", frames.after_);
  map("frames.asks", frames.asks_);
  if (lacks) return *lacks;

  const std::size_t count = frames.frames_.size();
  bool right = !frames.trigger_words_.empty() && frames.tests_.size() == frames.triggers_.size() &&
               (!bundle->checked() || frames.sound_triggers(lemmas));
  right = right && frames.accord_ < lemmas && frames.party_roles_.size() == schema.types().size() &&
          std::all_of(frames.frames_.begin(), frames.frames_.end(),
                      [&](const Frame& frame) { return sound(frame, schema, lemmas); }) &&
          std::all_of(frames.constructions_.begin(), frames.constructions_.end(),
                      [&](std::uint32_t frame) { return frame < count; });
  for (std::size_t type = 0; type < frames.party_roles_.size() && right; ++type) {
    const auto& [a, b] = frames.party_roles_[type];
    const int roles = int(schema.type(RelationTypeId(type)).roles.size());
    right = a >= -1 && a < roles && b >= -1 && b < roles && (!schema.type(RelationTypeId(type)).symmetric || (a >= 0 && b >= 0));
  }
  right = right && std::all_of(frames.gives_.begin(), frames.gives_.end(),
                               [](const Things& t) { return t.word < Given::kThings / 64; });
  const std::size_t pairs = frames.gives_.size() / 2;
  right = right && pairs > 0 && frames.gives_.size() % 2 == 0 && frames.gives_.back().more == 0;
  if (right && bundle->checked()) {
    frames.lexicon_.each([&](std::uint64_t, const Entry& entry) { right = right && GateWord(entry).gives < pairs; });
  }
  if (!right) return bundle->damaged("frames");
  frames.settle_types(schema);
  return frames;
}

}  // namespace dragoman
