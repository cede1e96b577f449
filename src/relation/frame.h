// Part of dragoman; see LICENSE.
//
// Frames: which words report which relation, and which slot around them fills which role.
//
//   Result<Frames> frames = Frames::load("data", schema, first_origin);
//   if (!frames.ok()) return frames.error();
//   find_relations(*frames, schema, document);
//
// docs/relations.md describes the files.  Immutable once loaded.

#ifndef DRAGOMAN_RELATION_FRAME_H_
#define DRAGOMAN_RELATION_FRAME_H_

#include <algorithm>
#include <array>
#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/few_words.h"
#include "base/file.h"
#include "base/flat_array.h"
#include "dragoman/gazetteer.h"
#include "dragoman/relation.h"
#include "relation/role_types.h"
#include "syntax/lexicon.h"

namespace dragoman {

// Where an argument stands relative to a trigger.  Prepositions follow: kFirstPrep + Prep.
enum SlotId : std::uint8_t {
  kSubj,      // who does it: subject, or "by" in the passive
  kObj,       // object, or subject of the passive
  kIobj,      // first of two objects: "gave [Kyiv] tanks"
  kPoss,      // "[Russia]'s war", "[its] allies"
  kMod,       // a name inside the trigger's chunk: "[Iranian] drone deliveries"
  kLightSubj, // subject of a verb that carries the noun: "[Xi] paid a visit"
  kCopula,    // "[Japan] is an ally"
  kAdjunct,   // subject of the clause around: "[Shoigu] asked Kim during a visit"
  kAppos,     // "[Russia], an ally of Venezuela"
  kXObj,      // object of the infinitive it governs: "threatened to invade [Niger]"
  kInside,    // words of the trigger's chunk before its head: "[missile] tests"
  kComp,      // parties named anywhere in what the trigger governs: "offered to train [Chad]'s police"
  kCompSubj,  // subject of the clause it governs: "demanded that [Togo] pay"
  kCompModal, // modal and verb of that clause, for needs alone: "said Togo [must] pay"
  kSaid,      // who says the trigger's clause: "[Peru] said Togo must pay"
  kMood,      // modal of the trigger itself, for needs alone: "[will] not accept"
  kAnswerer,  // "[Peru] turned down a request": who was asked
  kCalled,    // what something is called, for needs alone: "called the raid [reckless]", "as [deeply unhelpful]"
  kPost,      // of a passive verb: where the envoy that it is done to is posted: "Chad's ambassador to [Gabon] was summoned"
  kBringer,   // of a noun: who brought about what others do: "a [Qatari]-brokered truce between Chad and Sudan"
  kFirstPrep = 20,
  kSlotCount = kFirstPrep + int(Prep::kCount),
};

// "subj", "with": as frame files write it.  slot: below kSlotCount.
std::string slot_name(std::uint8_t slot);

// What a slot must, or must not, hold.
struct Need {
  // Asked first: most of what a frame refuses is nowhere in the sentence.
  std::uint64_t slot_set = 0;          // bits of `slots`
  std::uint16_t thing = 0;             // without which nothing in a sentence meets it (Given::has)
  bool any = false;                    // anything at all: the word ANY
  bool refuse = false;
  TypeSet kinds;                       // `types` as they are asked for
  std::uint64_t lists = 0;             // bits of Frames lists
  std::vector<std::uint8_t> slots;
  std::vector<MentionType> types;
  std::vector<LemmaId> words;
  std::string written;                 // the words of the file, for messages

  bool may_be_met(std::uint64_t occupied) const { return (slot_set & (occupied | std::uint64_t{1} << kCalled)) != 0; }
};

struct RoleSlots {
  RoleId role = 0;
  bool value = false;                  // filled by a mention that is no party: a weapon, a sum
  TypeSet takes;                       // what the schema lets fill it
  std::vector<std::uint8_t> slots;     // in order of preference
};

// Relations that come from how names stand together, not from a trigger word.
enum class Construction : std::uint8_t { kNone, kTitle, kRole, kPlace, kNation, kUnit, kBacked };

struct Example {
  std::string text;                    // "[supplier Iran] sent [item drones] to [recipient Mali]."
  std::string status, said_by, when, polarity;   // empty: not looked at
  std::uint32_t line = 0;
};

struct Frame {
  std::string name, about, file;
  std::uint32_t line = 0;
  RelationTypeId type = 0;
  Construction construction = Construction::kNone;
  std::vector<RoleSlots> roles;
  std::vector<Need> needs;
  std::vector<RoleId> wants;           // roles that must be filled, besides those of the schema
  std::optional<RelationStatus> status;
  Polarity polarity = Polarity::kAsserted;
  bool one_party = false;              // one entity in the sentence is enough
  bool when_denied = false;            // matches only what is denied, and asserts that: "will not accept"
  bool deeds = false;                  // "condemned [the strike]": whoever was last said to have done it
  bool echoes = false;                 // "followed suit": to whom another was just said to have done it
  bool mutual = false;                 // several doers and nobody else: each does it to the others
  bool yields = false;                 // gives way to what it governs, if that is found: "agreed to send"
  bool agentless = false;              // matches a passive alone that does not say who does it: "was freed"
  // Sets of slots (bit: SlotId); each must have one that something stands in, or the frame
  // cannot match.  Made from needs, wants and required roles.
  std::vector<std::uint64_t> at_least;
  OriginId origin = kNoOrigin;
  std::vector<Example> finds, ignores;
};

// What a trigger word must be: head of a verb group or noun chunk, what a copula says of its
// subject ("is [willing] to"), or the modal of a verb group.
enum class TriggerKind : std::uint8_t { kVerb, kNoun, kAdjective, kModal };

// What must stand in a sentence, wherever, before a trigger can report anything there.
struct Asks {
  // Each need, each value that must be named, each of the first words behind the trigger is a thing
  // with a number; Frames::give() says what gives it.  0 asks for nothing.
  std::array<std::uint16_t, 4> things = {};
  std::uint8_t parties = 0;            // different ones, at most 2
  std::uint8_t spare = 0;
  auto operator<=>(const Asks&) const = default;
};

// Whose account something is: "by [Oman]'s account", "in the view of Oman".  The gate asks for them, too.
inline constexpr FewWords kAccounts = {"account", "view", "opinion", "reckoning", "estimation", "telling", "word"};

// Things that one word gives, of 64 that stand together: bit b of `bits` is thing 64 * word + b.
struct Things {
  std::uint64_t bits = 0;
  std::uint16_t word = 0;
  std::uint16_t more = 0;              // Frames::give()
};

// What a sentence has of it.
struct Given {
  static constexpr std::size_t kThings = 2048;
  std::array<std::uint64_t, kThings / 64> things = {1};
  std::uint8_t parties = 0;            // that may be told apart; 2 are many

  void add(std::uint16_t thing) { things[thing / 64] |= std::uint64_t{1} << thing % 64; }
  void add(const Things& more) { things[more.word] |= more.bits; }
  void add(const Given& more) {
    for (std::size_t i = 0; i < things.size(); ++i) things[i] |= more.things[i];
  }
  bool has(std::uint16_t thing) const { return (things[thing / 64] >> thing % 64 & 1) != 0; }
  // One branch for the first two questions, one for the rest: which of them fails no processor foresees.
  bool meets(const Asks& asks) const {
    const auto& t = asks.things;
    return (unsigned(parties >= asks.parties) & unsigned(has(t[0]))) != 0 && (unsigned(has(t[1])) & unsigned(has(t[2])) & unsigned(has(t[3]))) != 0;
  }
};

struct Trigger {
  std::uint32_t frame = 0;
  std::uint32_t after_first = 0, after_count = 0;   // Frames::after(): words that must follow, "call [on]"
};

// What nearly all tries of a trigger end at: half a cache line, apart from the rest.
struct TriggerTest {
  // The first two of its frame's, all ones where it has fewer.
  std::array<std::uint64_t, 2> at_least = {};
  Asks asks;
  std::uint8_t more = 0;               // its frame has a third, which Frame::at_least tells
  std::array<std::uint8_t, 5> spare = {};

  bool may_fill(std::uint64_t occupied) const {
    return (unsigned((at_least[0] & occupied) != 0) & unsigned((at_least[1] & occupied) != 0)) != 0;
  }
};
static_assert(sizeof(TriggerTest) == 32);

// What a frame asks for beside its trigger: any one of these words, lists or types of mention.
struct Company {
  std::vector<LemmaId> words;
  std::uint64_t lists = 0;
  std::vector<MentionType> types;
  auto operator<=>(const Company&) const = default;
};

class Frames {
 public:
  // Reads data/syntax and every data/frames/*.yaml in the order of their names.  Frames
  // get the origins first_origin, first_origin + 1, ...  kBadData gives file:line.
  static Result<Frames> load(const std::filesystem::path& data, const Schema& schema,
                             OriginId first_origin);

  // The same from memory: lists.yaml, and frame files.  Files from `first_overlay` on are the
  // user's: their frames go in place of those of the same name, or remove them.
  using File = TextFile;
  static constexpr std::size_t kNoOverlay = ~std::size_t{0};
  static Result<Frames> parse(Lexicon lexicon, const File& lists, const std::vector<File>& files,
                              const Schema& schema, OriginId first_origin,
                              std::size_t first_overlay = kNoOverlay);

  // As sections "frames", "frames.*" and "lexicon.*" of a bundle, and back; the bundle must outlive them.
  // Frames come back without their sentences, which only tests read.
  void add_to(BundleWriter& bundle) const;
  static Result<Frames> from_bundle(const std::shared_ptr<const Bundle>& bundle, const Schema& schema,
                                    OriginId first_origin);

  const std::vector<Frame>& frames() const { return frames_; }
  const Lexicon& lexicon() const { return lexicon_; }
  std::span<const Trigger> triggers(LemmaId lemma, TriggerKind kind) const { return of_kind(triggers_, lemma, kind); }
  // Theirs, in the same order.
  std::span<const TriggerTest> tests(LemmaId lemma, TriggerKind kind) const { return of_kind(tests_, lemma, kind); }
  // A frame that is about to be matched.
  void fetch(std::uint32_t frame) const { __builtin_prefetch(&frames_[frame].roles); }
  std::span<const LemmaId> after(const Trigger& t) const { return after_.span().subspan(t.after_first, t.after_count); }
  // What those of all kinds ask for, each once, the least first, which mostly decides.  None has none.
  const Asks& first_asks(LemmaId lemma) const { return trigger_word(lemma).first_asks; }
  std::span<const Asks> other_asks(LemmaId lemma) const {
    const TriggerWord& word = trigger_word(lemma);
    return asks_.span().subspan(word.asks, word.asks_count);
  }
  bool triggers_any(LemmaId lemma) const {
    const TriggerWord& word = trigger_word(lemma);
    return word.triggers.front() != word.triggers.back();
  }
  // They are about to be asked for; so are tests().
  void fetch_asks(LemmaId lemma) const { __builtin_prefetch(&trigger_word(lemma)); }
  void fetch_tests(LemmaId lemma) const { __builtin_prefetch(tests_.data() + trigger_word(lemma).triggers.front()); }
  // Of the slots kComp to kBringer, those that some frame of the word reads (bits).  What stands in them costs a search.
  std::uint64_t reads(LemmaId lemma) const { return std::uint64_t{trigger_word(lemma).reads & ~unsigned(TriggerWord::kBehind)} << kComp; }
  // Does some frame of the word ask for words behind it?
  bool asks_behind(LemmaId lemma) const { return (trigger_word(lemma).reads & TriggerWord::kBehind) != 0; }
  std::uint64_t lists(LemmaId lemma) const { return lemma < lists_.size() ? lists_[lemma] : 0; }
  // Bit p: some frame of this noun reads the preposition p.
  std::uint32_t noun_prepositions(LemmaId lemma) const {
    return lemma < noun_preps_.size() ? noun_preps_[lemma] : 0;
  }
  // The roles party_a and party_b of a type; -1 where it has none.
  std::pair<int, int> party_roles(RelationTypeId type) const { return party_roles_[type]; }
  // Lemma of "according to".
  LemmaId accord() const { return accord_; }
  // Types that constructions make and that reports of promises have; none if the schema lacks one.
  struct KnownTypes {
    std::optional<RelationTypeId> holds_office, works_for, citizen_of, promise, founded, detain, resign, elect;
  };
  const KnownTypes& known_types() const { return known_types_; }
  // "The assassination" is no withdrawal, "the demand" no attack: the types that tell what such a noun means, each with
  // the noun; none for "the step".
  struct DeedType {
    LemmaId noun;
    RelationTypeId type;
    auto operator<=>(const DeedType&) const = default;
  };
  std::span<const DeedType> types_of_deed(LemmaId noun) const {
    const auto [first, last] = std::equal_range(deed_types_.begin(), deed_types_.end(), DeedType{noun, 0},
                                                [](const DeedType& a, const DeedType& b) { return a.noun < b.noun; });
    return {first, last};
  }
  // Frames without trigger words.
  const std::vector<std::uint32_t>& constructions() const { return constructions_; }

  // What a word opens ("according": a source), and what it is to others, as the lexicon's note of it says.
  // kNameWord: names beside it may make a relation of their own; kSpeakerWord: "we", who may be
  // somebody that the sentence does not name.
  enum GateBit : std::uint8_t {
    kTrigger = 1, kLoneTrigger = 2, kRoleWord = 4, kAccordWord = 8, kNameWord = 16, kSpeakerWord = 32,
  };
  struct GateWord {
    std::uint8_t opens = 0;            // GateBit
    bool noun = false, verb = false, other = false;   // readings that trigger a frame
    std::uint32_t gives = 0;           // for give(); 0: nothing

    GateWord() = default;
    explicit GateWord(const Entry& entry)
        : opens(std::uint8_t(entry.note & 63)), noun((entry.note >> 6 & 1) != 0), verb((entry.note >> 7 & 1) != 0),
          other((entry.note >> 8 & 1) != 0), gives(entry.note >> 9) {}
    bool triggers() const { return noun || verb || other; }
    std::uint32_t note() const {
      return opens | std::uint32_t(noun) << 6 | std::uint32_t(verb) << 7 | std::uint32_t(other) << 8 | gives << 9;
    }
  };
  // Adds the things of Asks that a word gives.  Two at a time: hardly any word gives more, and how many it gives no
  // processor foresees.
  void give(const GateWord& word, Given& given) const {
    const Things* two = gives_.data() + std::size_t(2) * word.gives;
    do {
      given.add(two[0]);
      given.add(two[1]);
      two += 2;
    } while (two[-1].more != 0);
  }
  // Those that a mention gives.
  const Given& gives(MentionType type) const { return type_gives_[std::size_t(type)]; }

  void set_first_origin(OriginId first);
  OriginId first_origin() const { return first_origin_; }
  std::size_t origin_count() const { return frames_.size(); }
  // id: first_origin() .. first_origin() + origin_count() - 1.
  Origin origin(OriginId id) const;

 private:
  friend class FrameReader;
  // As a file gives it.
  struct WrittenTrigger {
    std::uint32_t frame = 0;
    TriggerKind kind = TriggerKind::kVerb;
    std::vector<LemmaId> after;
  };
  // Fills in what follows from frames and from triggers, a list for each lemma.  Numbers each company that is asked for.
  std::map<Company, std::uint16_t> settle(const Schema& schema, std::vector<std::vector<WrittenTrigger>> triggers);
  std::map<Company, std::uint16_t> number_things(const Schema& schema, const std::vector<std::vector<WrittenTrigger>>& triggers) const;
  static bool asks_for_value(const Frame& frame, const RoleSlots& slots, const Role& role);
  static bool told_by_words(const Need& need);
  // What follows from the schema.
  void settle_types(const Schema& schema);
  // Does no trigger lead outside, if there are so many lemmas?
  bool sound_triggers(std::size_t lemmas) const;
  std::uint8_t parties_of(const Frame& frame, const Schema& schema) const;
  explicit Frames(Lexicon lexicon) : lexicon_(std::move(lexicon)) {}

  Lexicon lexicon_;
  std::vector<Frame> frames_;
  struct TriggerWord {
    std::array<std::uint32_t, 5> triggers = {};  // where those of each kind start in triggers_, and the last end
    std::uint32_t asks = 0, asks_count = 0;      // of asks_, but for the first
    Asks first_asks;
    std::uint16_t reads = 0;                     // reads(), from kComp on; kBehind
    static constexpr std::uint16_t kBehind = 0x8000;
  };
  const TriggerWord& trigger_word(LemmaId lemma) const {
    return trigger_words_[lemma < trigger_word_.size() ? trigger_word_[lemma] : 0];
  }
  template <typename T>
  std::span<const T> of_kind(const FlatArray<T>& all, LemmaId lemma, TriggerKind kind) const {
    const TriggerWord& word = trigger_word(lemma);
    const std::uint32_t first = word.triggers[std::size_t(kind)];
    return all.span().subspan(first, word.triggers[std::size_t(kind) + 1] - first);
  }
  FlatArray<std::uint32_t> trigger_word_;        // by lemma: of trigger_words_; 0, which has none, for most
  FlatArray<TriggerWord> trigger_words_;
  FlatArray<Trigger> triggers_;
  FlatArray<TriggerTest> tests_;                 // of triggers_
  FlatArray<LemmaId> after_;
  FlatArray<Asks> asks_;
  KnownTypes known_types_;
  std::vector<DeedType> deed_types_;             // sorted
  FlatArray<std::uint64_t> lists_;               // by lemma
  FlatArray<std::uint32_t> noun_preps_;          // by lemma
  std::vector<std::uint32_t> constructions_;
  std::vector<std::pair<int, int>> party_roles_;   // by type
  LemmaId accord_ = kNoLemma;
  std::vector<Things> gives_;                      // lists of things in pairs, each once; `more`: another pair follows this one
  std::array<Given, std::size_t(MentionType::kCount)> type_gives_;
  OriginId first_origin_ = 0;
};

}  // namespace dragoman

#endif  // DRAGOMAN_RELATION_FRAME_H_
