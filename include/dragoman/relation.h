// Part of dragoman; see LICENSE.
//
// Relations: who did what to whom, said by whom, when, and whether it happened.
//
//   for (const Relation& r : document.relations)
//     print(document.schema().type(r.type).name, to_string(r.status));
//
// Relation types and roles are those of data/schema/relations.yaml.

#ifndef DRAGOMAN_RELATION_H_
#define DRAGOMAN_RELATION_H_

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "dragoman/api.h"
#include "dragoman/mention.h"
#include "dragoman/result.h"

namespace dragoman {

enum class Polarity : std::uint8_t { kAsserted, kDenied };

enum class RelationStatus : std::uint8_t {
  kHappened, kOngoing, kPlanned, kPotential, kRequested, kOffered, kThreatened, kPromised,
  kAgreed, kCancelled,
};

DRAGOMAN_EXPORT std::string_view to_string(Polarity polarity);          // "denied"
DRAGOMAN_EXPORT std::string_view to_string(RelationStatus status);      // "happened"
DRAGOMAN_EXPORT std::optional<RelationStatus> relation_status(std::string_view name);   // and back

using RelationTypeId = std::uint16_t;   // index into Schema::types
using RoleId = std::uint8_t;            // index into RelationType::roles

struct Role {
  std::string name;                     // "supplier"
  std::vector<MentionType> types;       // what may fill it, ancestors included
  bool required = false;
};

// Codes of event data; empty strings where one has none.
struct EventCode {
  std::string plover, mode;             // "AID", "visit"
  std::string cameo;                    // root or more digits: "07", "042"
};

// How a type counts in event data: what helps is AGREE when promised, what harms THREATEN.
enum class EventKind : std::uint8_t { kNone, kCooperation, kConflict, kSpeech };

// What the relation stage does with all types of a kind; `traits:` of data/schema/relations.yaml names them.
enum class RelationTrait : std::uint8_t {
  kJudges,       // somebody judges what another did: a deed fills its second role by whose it is
  kAsks,         // somebody is asked: whoever is to be freed is not
  kNoDeed,       // words and states: "the move" and "the coup" never mean one
  kFells,        // somebody falls: "the attack" means what felled him, if that is told, too
  kFrees,        // somebody is freed: with nobody named who does it, whoever took him
  kOnOthers,     // done to another than who does it: his "colleague", "the other"
  kUnfriendly,   // done to whoever provoked it
  kFollowed,     // others do it after one: to whom he did
  kByAppointment,   // on a weekday alone it is still to come
  kAnswers,      // says no to what another said or wants: his words stand for him; not to say it tells nothing
  kCommits,      // somebody binds himself to do something: whom he will send is not whom he tells so
  kThirdParty,   // done between others: those whose quarrel or truce it is fill its second role
  kDeploys,      // somebody moves men: they are not whom he moves against
  kReprisal,     // where nobody is named it is done to whom the doer has just dealt with or was wronged by
  kWeighs,       // a deed is weighed: who suffers it is not who did it
  kCount
};
DRAGOMAN_EXPORT std::string_view to_string(RelationTrait trait);        // "judges"

struct RelationType {
  std::string name;                     // "arms_transfer"
  std::string definition;               // one line
  std::vector<Role> roles;              // the doer first
  bool symmetric = false;               // party_a and party_b may be exchanged
  EventKind kind = EventKind::kNone;
  std::uint32_t traits = 0;             // bits, by RelationTrait
  std::vector<RelationTypeId> instead_of;   // not told of a word and parties of which this is told: kill, not attack
  std::vector<std::string> deeds;       // nouns that mean what was told as this: "the assassination"
  EventCode event;                      // of what has happened
  std::string ace, wikidata;            // empty where none exists

  bool is(RelationTrait trait) const { return (traits >> unsigned(trait) & 1) != 0; }
};

class Bundle;        // src/base/bundle.h
class BundleWriter;

// The one list of relation types.  Immutable: any number of threads may read it.
class DRAGOMAN_EXPORT Schema {
 public:
  // Reads data/schema/relations.yaml.  kNotFound, kUnreadable; kBadData with file:line for a bad file.
  static Result<Schema> load(const std::filesystem::path& file);
  static Result<Schema> parse(std::string_view yaml, std::string_view name);   // name: for messages

  // As section "schema" of a bundle, and back.
  void add_to(BundleWriter& bundle) const;
  static Result<Schema> from_bundle(const std::shared_ptr<const Bundle>& bundle);

  const std::vector<RelationType>& types() const { return types_; }
  const RelationType& type(RelationTypeId id) const { return types_[id]; }   // id < types().size()
  std::optional<RelationTypeId> find(std::string_view name) const;   // nothing: no such type; walks the list
  std::optional<RoleId> role(RelationTypeId type, std::string_view name) const;   // nothing: no such role
  // What a report counts as in event data; null if it is no event.  Valid as long as the schema.
  const EventCode* event(RelationTypeId type, RelationStatus status, Polarity polarity) const;

 private:
  // A row of `events:`; the first that fits decides.
  struct EventRule {
    EventKind kind = EventKind::kNone;
    std::uint16_t statuses = 0;         // bits of RelationStatus
    std::optional<Polarity> polarity;   // none: either
    bool same = false;                  // the type's own code
    EventCode code;                     // without `same`: empty for no event
  };
  std::vector<RelationType> types_;
  std::vector<EventRule> event_rules_;
};

// What fills a role: an entity, or a value (a weapon, an amount) by its mention.
struct Argument {
  RoleId role = 0;
  Index mention = kNone;    // into Document::mentions
  Index entity = kNone;     // of that mention; kNone: a value
  Span words = {};          // of a value: what of the mention it is, "defence minister" of "his new defence
                            // minister"; empty: all of it
};

// When something happened.  A tense alone gives none.
struct When {
  DateValue value;
  Index mention = kNone;    // the DATE that says so
};

// Who says so.
struct SaidBy {
  Index mention = kNone;    // "U.S. officials", "Peskov"; kNone with `hearsay` for "reportedly"
  Index entity = kNone;
  bool hearsay = false;
};

struct Relation {
  RelationTypeId type = 0;
  Polarity polarity = Polarity::kAsserted;
  RelationStatus status = RelationStatus::kHappened;
  std::vector<Argument> arguments;        // in the schema's order of roles
  Span trigger;                           // the word or words that made it
  Span evidence;                          // the sentence
  Index sentence = 0;
  std::optional<When> when;
  Index where = kNone;                    // mention of a CITY, PLACE or STATE
  std::optional<SaidBy> said_by;          // none: the outlet's own voice
  OriginId because = kNoOrigin;           // the frame, file:line
  // Trigger of the report that this one fills out ("[demanded] that Togo withdraw"); empty: none.
  Span part_of;
  bool background = false;                // in a relative, participle or adverbial clause or phrase
};

}  // namespace dragoman

#endif  // DRAGOMAN_RELATION_H_
