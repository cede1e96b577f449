// Part of dragoman; see LICENSE.

#include "relation/frame.h"

#include "marked.h"
#include "relation/extract.h"
#include "targets.h"

namespace dragoman::fuzz {
namespace {

const char* const kLists = "ARMS: [rifle]\nTRIP: [trip, tour]\n";
const char* const kClasses = "planned: [plan]\n";
const char* const kBase =
    "relation: visit\nframes:\n  - frame: base\n    about: a\n    triggers: {verb: [tour]}\n    roles: {visitor: subj, destination: obj}\n";

void check_message(const Error& error, std::string_view file) {
  check_error(error);
  check(error.message().starts_with(file), "a bad file says where", error.message());
}

void check_frames(const Result<Frames>& frames, const Schema& schema) {
  if (!frames.ok()) return check_message(frames.error(), "");
  for (const Frame& frame : frames->frames()) {
    check(frame.type < schema.types().size(), "a frame's type is there");
    for (const RoleSlots& role : frame.roles) {
      check(role.role < schema.type(frame.type).roles.size(), "a frame's role is there");
      for (const std::uint8_t slot : role.slots) check(slot < kSlotCount, "a frame's slot is there");
    }
  }
  Document document = marked("[Ann Lee | PERSON | person:ann] will tour [Norway | STATE | NOR] with rifles, a trip that "
                             "[Kenya | STATE | KEN] planned on [May 5 | DATE | 2023-05-05..2023-05-05].");
  find_relations(*frames, schema, document);
  for (const Relation& r : document.relations) {
    check(r.type < schema.types().size(), "a relation's type is there");
    check(r.trigger.end <= document.text.size() && r.evidence.contains(r.trigger), "a trigger stands in its sentence");
    for (const Argument& a : r.arguments) check(a.role < schema.type(r.type).roles.size(), "an argument's role is there");
  }
}

Lexicon lexicon() { return *Lexicon::parse("", "words.tsv", kClasses, "classes.yaml"); }

}  // namespace

void frames(std::string_view input) {
  const std::string content(input);
  static const Schema schema = [] {
    Result<Schema> parsed = Schema::load(DRAGOMAN_SOURCE_DIR "/data/schema/relations.yaml");
    check(parsed.ok(), "the shipped schema is fine", parsed.ok() ? "" : parsed.error().message());
    return *std::move(parsed);
  }();
  check_frames(Frames::parse(lexicon(), {"lists.yaml", kLists}, {{"x.yaml", content}}, schema, 0), schema);
  check_frames(Frames::parse(lexicon(), {"lists.yaml", kLists}, {{"base.yaml", kBase}, {"x.yaml", content}}, schema, 0, 1), schema);
  check_frames(Frames::parse(lexicon(), {"lists.yaml", content}, {{"x.yaml", kBase}}, schema, 0), schema);
  if (const auto own = Schema::parse(content, "schema.yaml"); !own.ok()) check_message(own.error(), "schema.yaml:");
  if (const auto own = Lexicon::parse("", "words.tsv", content, "classes.yaml"); !own.ok()) check_message(own.error(), "classes.yaml:");
  if (const auto own = Lexicon::parse(content, "words.tsv", kClasses, "classes.yaml"); !own.ok()) check_message(own.error(), "words.tsv:");
}

}  // namespace dragoman::fuzz
