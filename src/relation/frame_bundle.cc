// Part of dragoman; see LICENSE.
//
// Frames in a bundle: a few thousand small things, read back into vectors; the words that they
// speak of lie in the bundle as they are used (syntax/lexicon.h).

#include <algorithm>

#include "base/fields.h"
#include "relation/frame.h"

namespace dragoman {

template <> inline constexpr unsigned kEnumEnd<MentionType> = unsigned(MentionType::kCount);
template <> inline constexpr unsigned kEnumEnd<Construction> = unsigned(Construction::kNation) + 1;
template <> inline constexpr unsigned kEnumEnd<RelationStatus> = unsigned(RelationStatus::kCancelled) + 1;
template <> inline constexpr unsigned kEnumEnd<TriggerKind> = unsigned(TriggerKind::kModal) + 1;
template <> inline constexpr unsigned kEnumEnd<Polarity> = unsigned(Polarity::kDenied) + 1;

template <typename Visit>
void each_field(Need& n, Visit&& visit) {
  auto& [slots, types, lists, words, any, refuse, written] = n;
  visit(slots, types, lists, words, any, refuse, written);
}

template <typename Visit>
void each_field(RoleSlots& r, Visit&& visit) {
  auto& [role, value, slots] = r;
  visit(role, value, slots);
}

template <typename Visit>
void each_field(Frame& f, Visit&& visit) {
  auto& [name, about, file, line, type, construction, roles, needs, wants, status, polarity, one_party, when_denied,
         deeds, mutual, yields, at_least, origin, finds, ignores] = f;
  visit(name, about, file, line, type, construction, roles, needs, wants, status, polarity, one_party, when_denied,
        deeds, mutual, yields, at_least);
  static_cast<void>(origin);     // counted from the first one's when read
  static_cast<void>(finds);
  static_cast<void>(ignores);
}

template <typename Visit>
void each_field(Trigger& t, Visit&& visit) {
  auto& [frame, kind, after] = t;
  visit(frame, kind, after);
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
                       return slots(n.slots) && std::all_of(n.words.begin(), n.words.end(),
                                                            [&](LemmaId id) { return id < lemmas; });
                     }) &&
         std::all_of(frame.wants.begin(), frame.wants.end(), [&](RoleId role) { return role < roles; });
}

}  // namespace

void Frames::add_to(BundleWriter& bundle) const {
  lexicon_.add_to(bundle);
  ByteWriter out;
  write_value(out, frames_);
  out.u32(std::uint32_t(trigger_words_.size() - 1));
  for (LemmaId lemma = 0; lemma < trigger_word_.size(); ++lemma) {
    if (trigger_word_[lemma] == 0) continue;
    const TriggerWord& word = trigger_words_[trigger_word_[lemma]];
    out.u32(lemma);
    write_value(out, std::vector<Trigger>(triggers_.begin() + word.triggers.front(), triggers_.begin() + word.triggers.back()));
  }
  write_value(out, constructions_);
  write_value(out, party_roles_);
  write_value(out, accord_);
  write_value(out, gives_);
  write_value(out, gives_from_);
  write_value(out, type_gives_);
  write_value(out, trigger_count_);
  bundle.add("frames", std::span<const char>(out.bytes()));
  bundle.add("frames.lists", std::span<const std::uint64_t>(lists_));
  bundle.add("frames.noun_preps", std::span<const std::uint32_t>(noun_preps_));
}

Result<Frames> Frames::from_bundle(const std::shared_ptr<const Bundle>& bundle, const Schema& schema,
                                   OriginId first_origin) {
  Result<Lexicon> lexicon = Lexicon::from_bundle(*bundle);
  if (!lexicon.ok()) return lexicon.error();
  const auto lists = bundle->section<std::uint64_t>("frames.lists");
  if (!lists.ok()) return lists.error();
  const auto preps = bundle->section<std::uint32_t>("frames.noun_preps");
  if (!preps.ok()) return preps.error();
  Result<ByteReader> in = ByteReader::of(bundle, "frames");
  if (!in.ok()) return in.error();

  const std::size_t lemmas = lexicon->lemma_count();
  Frames frames(*std::move(lexicon));
  read_value(*in, frames.frames_);
  frames.set_first_origin(first_origin);
  bool right = true;
  std::vector<std::vector<Trigger>> triggers(lemmas);
  const std::uint32_t words = in->count(0, std::uint32_t(in->left()));
  for (std::uint32_t i = 0; i < words && in->ok() && right; ++i) {
    const std::uint32_t lemma = in->u32();
    right = lemma < lemmas;
    if (right) read_value(*in, triggers[lemma]);
  }
  read_value(*in, frames.constructions_);
  read_value(*in, frames.party_roles_);
  read_value(*in, frames.accord_);
  read_value(*in, frames.gives_);
  read_value(*in, frames.gives_from_);
  read_value(*in, frames.type_gives_);
  read_value(*in, frames.trigger_count_);
  if (!in->ok() || !in->at_end()) return in->error();

  const std::size_t count = frames.frames_.size();
  right = right && frames.accord_ < lemmas && frames.party_roles_.size() == schema.types().size() &&
          std::all_of(frames.frames_.begin(), frames.frames_.end(),
                      [&](const Frame& frame) { return sound(frame, schema, lemmas); }) &&
          std::all_of(frames.constructions_.begin(), frames.constructions_.end(),
                      [&](std::uint32_t frame) { return frame < count; });
  for (std::size_t type = 0; type < frames.party_roles_.size() && right; ++type) {
    const auto& [a, b] = frames.party_roles_[type];
    const int roles = int(schema.type(RelationTypeId(type)).roles.size());
    right = a >= -1 && a < roles && b >= -1 && b < roles;
  }
  for (const std::vector<Trigger>& list : triggers) {
    for (const Trigger& t : list) {
      right = right && t.frame < count &&
              std::all_of(t.after.begin(), t.after.end(), [&](LemmaId id) { return id < lemmas; });
    }
  }
  const auto thing = [](std::uint16_t t) { return t < Given::kThings; };
  right = right && std::all_of(frames.gives_.begin(), frames.gives_.end(), thing);
  const std::vector<std::uint32_t>& from = frames.gives_from_;
  right = right && !from.empty() && std::is_sorted(from.begin(), from.end()) && from.back() == frames.gives_.size();
  if (right && bundle->checked()) {
    frames.lexicon_.each([&](std::uint64_t, const Entry& entry) {
      right = right && GateWord(entry).gives + 1 < from.size();
    });
  }
  if (!right) return bundle->damaged("frames");
  frames.lists_.assign(lists->begin(), lists->end());
  frames.noun_preps_.assign(preps->begin(), preps->end());
  frames.settle(schema, std::move(triggers));
  return frames;
}

}  // namespace dragoman
