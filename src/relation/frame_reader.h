// Part of dragoman; see LICENSE.
//
// Reads frame files into Frames.  Every name in them is checked against the schema, the slots, the
// word lists and the mention types; a complaint gives file:line and the nearest known name.
// frame_reader.cc reads, frame_tables.cc makes what the gate and the triggers ask for.

#ifndef DRAGOMAN_RELATION_FRAME_READER_H_
#define DRAGOMAN_RELATION_FRAME_READER_H_

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <yaml-cpp/yaml.h>

#include "relation/frame.h"

namespace dragoman {

std::optional<std::uint8_t> slot_id(std::string_view name);
std::vector<std::string> slot_names();

class FrameReader {
 public:
  FrameReader(Frames& frames, const Schema& schema) : frames_(frames), schema_(schema) {}

  Status read_lists(const Frames::File& file);
  Status read(const Frames::File& file);
  // Notes what frames of a user's file stand for, before any file is read.
  Status note_replaced(const Frames::File& file);
  Status all_replaced();
  // After the last file: the gate's table.
  void finish();

 private:
  // frame_reader.cc
  Result<std::vector<std::uint8_t>> slots(const YAML::Node& node) const;
  Status roles(const YAML::Node& node, Frame& frame) const;
  // "obj/with: [WEAPON, ARMS, tank]"
  Status needs(const YAML::Node& node, bool refuse, Frame& frame);
  Status examples(const YAML::Node& node, std::vector<Example>& out) const;
  Status trigger(const YAML::Node& node, TriggerKind kind, std::uint32_t frame);
  Status frame(const YAML::Node& node);
  // A word that the lexicon does not have is a noun.
  LemmaId known_word(const std::string& word);
  // "come to [blows]", "look [askance]": what the sentence's word will be known by.
  LemmaId word_after(const std::string& word);
  Error bad(std::uint32_t at, const std::string& what) const;
  Status known(const YAML::Node& key, const std::vector<std::string>& names, const char* what) const;
  static std::uint32_t line(const YAML::Node& node) { return std::uint32_t(node.Mark().line + 1); }

  // frame_tables.cc
  // "is in custody": too many sentences have an "is"; the words asked for beside it open them.
  void add_pairs(const std::vector<std::uint16_t>& things);
  std::map<LemmaId, std::uint8_t> asked_beside_be() const;
  // "his American counterpart" has an office; "we" is whoever is quoted.
  static std::uint8_t word_of_its_own(std::string_view lemma);
  static int role_named(const RelationType& type, std::string_view name);
  // Which slots cannot all be empty.
  void find_least(Frame& frame) const;
  // By lemma: all things that it is asked for as.  Mentions likewise.
  std::vector<std::vector<std::uint16_t>> find_givers(const std::map<Company, std::uint16_t>& asked);

  struct Replacement {
    std::string file;
    std::uint32_t line = 0;
    bool removed = false, found = false;
  };

  Frames& frames_;
  const Schema& schema_;
  std::map<std::string, Replacement> replaced_;
  std::string file_, where_;
  RelationTypeId type_ = 0;
  std::vector<std::string> list_names_;
  std::vector<LemmaId> noun_lemmas_;
  std::map<LemmaId, std::vector<std::string>> forms_;
  std::map<LemmaId, std::uint8_t> gate_forms_;
  std::vector<std::vector<Frames::WrittenTrigger>> triggers_;   // by lemma
  std::vector<std::uint64_t> lists_;               // by lemma
  std::vector<std::uint32_t> noun_preps_;          // by lemma
};

}  // namespace dragoman

#endif  // DRAGOMAN_RELATION_FRAME_READER_H_
