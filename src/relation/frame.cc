// Part of dragoman; see LICENSE.
//
// Reads frame files.  Every name in them is checked against the schema, the slots, the
// word lists and the mention types; a complaint gives file:line and the nearest known name.

#include "relation/frame.h"

#include <algorithm>
#include <array>
#include <map>
#include <sstream>
#include <unordered_map>

#include <fmt/format.h>
#include <yaml-cpp/yaml.h>

#include "base/edit_distance.h"
#include "base/file.h"
#include "dragoman/token.h"
#include "syntax/inflect.h"

namespace dragoman {
namespace {

constexpr std::array<std::string_view, 18> kSlotNames = {
    "subj", "obj", "iobj", "poss", "mod", "light", "copula", "adjunct", "appos", "xobj", "inside",
    "comp", "csubj", "cmodal", "said", "mood", "answerer", "called"};

std::vector<std::string> slot_names() {
  std::vector<std::string> names(kSlotNames.begin(), kSlotNames.end());
  for (std::size_t p = 1; p < std::size_t(Prep::kOther); ++p) {
    names.emplace_back(preposition_name(Prep(p)));
  }
  return names;
}

}  // namespace

std::string slot_name(std::uint8_t slot) {
  if (slot < kSlotNames.size()) return std::string(kSlotNames[slot]);
  return slot >= kFirstPrep && slot < kSlotCount ? std::string(preposition_name(Prep(slot - kFirstPrep))) : "";
}

namespace {

std::optional<std::uint8_t> slot_id(std::string_view name) {
  const auto at = std::find(kSlotNames.begin(), kSlotNames.end(), name);
  if (at != kSlotNames.end()) return std::uint8_t(at - kSlotNames.begin());
  for (std::size_t p = 1; p < std::size_t(Prep::kOther); ++p) {
    if (preposition_name(Prep(p)) == name) return std::uint8_t(kFirstPrep + p);
  }
  return std::nullopt;
}

bool value_type(MentionType type) {
  return type == MentionType::kWeapon || type == MentionType::kMoney ||
         type == MentionType::kQuantity || type == MentionType::kOffice ||
         type == MentionType::kEvent;
}

std::vector<std::string> words_of(const std::string& text) {
  std::istringstream in(text);
  std::vector<std::string> words;
  for (std::string w; in >> w;) words.push_back(w);
  return words;
}

}  // namespace

class FrameReader {
 public:
  FrameReader(Frames& frames, const Schema& schema) : frames_(frames), schema_(schema) {}

  Status read_lists(const Frames::File& file) {
    file_ = file.name;
    try {
      const YAML::Node root = YAML::Load(file.content);
      if (!root.IsMap()) return bad(1, "expected NAME: [words]");
      for (const auto& item : root) {
        const std::string name = item.first.as<std::string>();
        if (list_names_.size() == 64) return bad(line(item.first), "more than 64 word lists");
        if (!item.second.IsSequence() || item.second.size() == 0) {
          return bad(line(item.first), fmt::format("list \"{}\": expected words", name));
        }
        const std::size_t index = list_names_.size();
        list_names_.push_back(name);
        for (const auto& word : item.second) {
          const std::string lemma = word.as<std::string>();
          const LemmaId id = known_word(lemma);
          if (lists_.size() <= id) lists_.resize(id + 1);
          lists_[id] |= std::uint64_t{1} << index;
        }
      }
    } catch (const YAML::Exception& error) {
      return bad(std::uint32_t(error.mark.line + 1), error.msg);
    }
    return Done{};
  }

  Status read(const Frames::File& file) {
    file_ = file.name;
    try {
      const YAML::Node root = YAML::Load(file.content);
      if (!root.IsMap() || !root["relation"] || !root["frames"].IsSequence()) {
        return bad(1, "expected \"relation:\" and a list \"frames:\"");
      }
      for (const auto& item : root) {
        if (Status s = known(item.first, {"relation", "frames"}, "key"); !s.ok()) return s;
      }
      const std::string type = root["relation"].as<std::string>();
      const auto found = schema_.find(type);
      if (!found) {
        std::vector<std::string> names;
        for (const RelationType& t : schema_.types()) names.push_back(t.name);
        return bad(line(root["relation"]), fmt::format("no relation type \"{}\"{}", type, did_you_mean(type, names)));
      }
      type_ = *found;
      for (const YAML::Node& node : root["frames"]) {
        if (Status s = frame(node); !s.ok()) return s;
      }
    } catch (const YAML::Exception& error) {
      return bad(std::uint32_t(error.mark.line + 1), error.msg);
    }
    return Done{};
  }

  // Notes what frames of a user's file stand for, before any file is read.
  Status note_replaced(const Frames::File& file) {
    file_ = file.name;
    try {
      const YAML::Node root = YAML::Load(file.content);
      if (!root.IsMap() || !root["frames"].IsSequence()) return Done{};   // read() says what is wrong
      for (const YAML::Node& node : root["frames"]) {
        if (!node.IsMap() || !node["frame"]) continue;
        const bool removed = node["removed"].as<bool>(false);
        if (removed && node.size() != 2) return bad(line(node), "a removed frame has no other keys");
        replaced_[node["frame"].as<std::string>()] = {file_, line(node), removed, false};
      }
    } catch (const YAML::Exception& error) {
      return bad(std::uint32_t(error.mark.line + 1), error.msg);
    }
    return Done{};
  }

  Status all_replaced() {
    for (const auto& [name, by] : replaced_) {
      if (!by.removed || by.found) continue;
      file_ = by.file;
      return bad(by.line, fmt::format("no file before has the frame \"{}\" to remove", name));
    }
    return Done{};
  }

  // After the last file: the gate's table.
  void finish() {
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
    frames_.gives_from_ = {0, 0};
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
      word.noun = !frames_.asks(entry.noun).empty();
      word.verb = !frames_.asks(entry.verb).empty();
      word.other = !frames_.asks(entry.other).empty();
      std::sort(things.begin(), things.end());
      things.erase(std::unique(things.begin(), things.end()), things.end());
      const auto [list, added] = lists.try_emplace(things, std::uint32_t(lists.size()));
      if (added) {
        for (const std::uint16_t thing : things) {   // sorted: those of one word stand together
          if (frames_.gives_.size() == frames_.gives_from_.back() || frames_.gives_.back().word != thing / 64) {
            frames_.gives_.push_back({0, std::uint16_t(thing / 64)});
          }
          frames_.gives_.back().bits |= std::uint64_t{1} << thing % 64;
        }
        frames_.gives_from_.push_back(std::uint32_t(frames_.gives_.size()));
      }
      word.gives = list->second;
      if (word.note() != 0) noted.emplace_back(hash, word);
    });
    for (const auto& [hash, word] : noted) frames_.lexicon_.note(hash, word.note());
    frames_.lexicon_.freeze();
    frames_.lists_ = std::move(lists_);
    frames_.noun_preps_ = std::move(noun_preps_);
  }

 private:
  // "is in custody": too many sentences have an "is"; the words asked for beside it open them.
  std::map<LemmaId, std::uint8_t> asked_beside_be() const {
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
  static std::uint8_t word_of_its_own(std::string_view lemma) {
    if (kAccounts.has(lemma)) return Frames::kAccordWord;
    if (lemma == "counterpart") return Frames::kNameWord;
    return lemma == "i" || lemma == "we" || lemma == "us" || lemma == "me" ? Frames::kSpeakerWord : 0;
  }
  static int role_named(const RelationType& type, std::string_view name) {
    for (std::size_t i = 0; i < type.roles.size(); ++i) {
      if (type.roles[i].name == name) return int(i);
    }
    return -1;
  }

  // Which slots cannot all be empty.
  void find_least(Frame& frame) const {
    const RelationType& type = schema_.type(frame.type);
    const auto bits = [](const std::vector<std::uint8_t>& slots) {
      std::uint64_t set = 0;
      for (const std::uint8_t slot : slots) set |= std::uint64_t{1} << slot;
      return set;
    };
    for (const Need& need : frame.needs) {
      if (!need.refuse) frame.at_least.push_back(bits(need.slots));
    }
    // Of two parties one slot may name both: "A and B met".
    const int party_b = type.symmetric ? role_named(type, "party_b") : -1;
    for (std::size_t r = 0; r < type.roles.size(); ++r) {
      const bool wanted = std::find(frame.wants.begin(), frame.wants.end(), r) != frame.wants.end();
      if ((!type.roles[r].required && (!wanted || type.symmetric)) || int(r) == party_b || (frame.echoes && r > 0)) continue;
      std::uint64_t set = 0;
      for (const RoleSlots& role : frame.roles) {
        if (role.role == r) set |= bits(role.slots);
      }
      if (set != 0) frame.at_least.push_back(set);   // else another clause fills it: "died when jets bombed"
    }
  }

  // A word that the lexicon does not have is a noun.
  LemmaId known_word(const std::string& word) {
    if (!frames_.lexicon_.find(fold_hash(word))) return frames_.lexicon_.add_noun(word);
    return frames_.lexicon_.intern(word);
  }

  // "come to [blows]", "look [askance]": what the sentence's word will be known by.
  LemmaId word_after(const std::string& word) {
    const Entry* entry = frames_.lexicon_.find(fold_hash(word));
    if (!entry) return frames_.lexicon_.add_noun(word);
    const LemmaId id = frames_.lexicon_.intern(word);
    if (entry->noun == id || entry->verb == id || entry->other == id) return id;
    return entry->noun != kNoLemma ? entry->noun : entry->verb != kNoLemma ? entry->verb : id;
  }

  static std::uint32_t line(const YAML::Node& node) { return std::uint32_t(node.Mark().line + 1); }

  Error bad(std::uint32_t at, const std::string& what) const {
    return Error(ErrorCode::kBadData, fmt::format("{}:{}: {}", file_, at, what));
  }
  Status known(const YAML::Node& key, const std::vector<std::string>& names, const char* what) const {
    const std::string name = key.as<std::string>();
    if (std::find(names.begin(), names.end(), name) != names.end()) return Done{};
    return bad(line(key), fmt::format("{}no {} \"{}\"{}", where_, what, name, did_you_mean(name, names)));
  }

  // By lemma: all things that it is asked for as.  Mentions likewise.
  std::vector<std::vector<std::uint16_t>> find_givers(const std::map<Company, std::uint16_t>& asked) {
    std::vector<std::vector<std::uint16_t>> gives(frames_.lexicon_.lemma_count());
    for (const auto& [company, thing] : asked) {
      for (const LemmaId word : company.words) gives[word].push_back(thing);
      for (LemmaId lemma = 0; lemma < lists_.size(); ++lemma) {
        if (lists_[lemma] & company.lists) gives[lemma].push_back(thing);
      }
      for (std::size_t type = 0; type < frames_.type_gives_.size(); ++type) {
        const bool held = std::any_of(company.types.begin(), company.types.end(),
                                      [type](MentionType want) { return is_a(MentionType(type), want); });
        if (held) frames_.type_gives_[type].add(thing);
      }
    }
    return gives;
  }

  Result<std::vector<std::uint8_t>> slots(const YAML::Node& node) const {
    std::vector<std::uint8_t> out;
    const auto add = [&](const YAML::Node& n) -> Status {
      const std::string name = n.as<std::string>();
      const auto id = slot_id(name);
      if (!id) return bad(line(n), fmt::format("{}no slot \"{}\"{}", where_, name, did_you_mean(name, slot_names())));
      out.push_back(*id);
      return Done{};
    };
    if (node.IsSequence()) {
      for (const YAML::Node& n : node) {
        if (Status s = add(n); !s.ok()) return s.error();
      }
    } else {
      if (Status s = add(node); !s.ok()) return s.error();
    }
    if (out.empty()) return bad(line(node), where_ + "expected a slot");
    return out;
  }

  Status roles(const YAML::Node& node, Frame& frame) const {
    if (!node.IsMap()) return bad(line(node), where_ + "roles: expected role: slot");
    const RelationType& type = schema_.type(type_);
    for (const auto& item : node) {
      const std::string name = item.first.as<std::string>();
      const auto role = schema_.role(type_, name);
      if (!role) {
        std::vector<std::string> names;
        for (const Role& r : type.roles) names.push_back(r.name);
        return bad(line(item.first),
                   fmt::format("{}no role \"{}\" in {}{}", where_, name, type.name, did_you_mean(name, names)));
      }
      RoleSlots out;
      out.role = *role;
      const auto& types = type.roles[*role].types;
      out.value = std::all_of(types.begin(), types.end(), value_type);
      auto parsed = slots(item.second);
      if (!parsed.ok()) return parsed.error();
      out.slots = *std::move(parsed);
      frame.roles.push_back(std::move(out));
    }
    std::sort(frame.roles.begin(), frame.roles.end(),
              [](const RoleSlots& a, const RoleSlots& b) { return a.role < b.role; });
    return Done{};
  }

  // "obj/with: [WEAPON, ARMS, tank]"
  Status needs(const YAML::Node& node, bool refuse, Frame& frame) {
    if (!node.IsMap()) return bad(line(node), where_ + "expected slot: words");
    for (const auto& item : node) {
      Need need;
      need.refuse = refuse;
      std::istringstream names(item.first.as<std::string>());
      for (std::string name; std::getline(names, name, '/');) {
        const auto id = slot_id(name);
        if (!id) {
          return bad(line(item.first), fmt::format("{}no slot \"{}\"{}", where_, name, did_you_mean(name, slot_names())));
        }
        need.slots.push_back(*id);
      }
      const auto add = [&](const YAML::Node& n) -> Status {
        const std::string word = n.as<std::string>();
        need.written += (need.written.empty() ? "" : ", ") + word;
        if (word == "ANY") {
          need.any = true;
          return Done{};
        }
        if (word == word_upper(word)) {
          if (const auto type = mention_type(word)) {
            need.types.push_back(*type);
            return Done{};
          }
          const auto at = std::find(list_names_.begin(), list_names_.end(), word);
          if (at == list_names_.end()) {
            std::vector<std::string> all = list_names_;
            for (int t = 0; t < int(MentionType::kCount); ++t) {
              all.emplace_back(to_string(MentionType(t)));
            }
            return bad(line(n), fmt::format("{}no mention type or word list \"{}\"{}", where_, word,
                                            did_you_mean(word, all)));
          }
          need.lists |= std::uint64_t{1} << (at - list_names_.begin());
          return Done{};
        }
        need.words.push_back(known_word(word));
        return Done{};
      };
      if (item.second.IsSequence()) {
        for (const YAML::Node& n : item.second) {
          if (Status s = add(n); !s.ok()) return s;
        }
      } else if (Status s = add(item.second); !s.ok()) {
        return s;
      }
      frame.needs.push_back(std::move(need));
    }
    return Done{};
  }

  static std::string word_upper(std::string word) {
    for (char& c : word) c = char(std::toupper(static_cast<unsigned char>(c)));
    return word;
  }

  Status examples(const YAML::Node& node, std::vector<Example>& out) const {
    if (!node.IsSequence()) return bad(line(node), where_ + "expected a list of sentences");
    for (const YAML::Node& n : node) {
      Example example;
      example.line = line(n);
      if (n.IsMap()) {
        for (const auto& item : n) {
          if (Status s = known(item.first, {"text", "status", "said_by", "when", "polarity"}, "key");
              !s.ok()) {
            return s;
          }
        }
        example.text = n["text"].as<std::string>("");
        example.status = n["status"].as<std::string>("");
        example.said_by = n["said_by"].as<std::string>("");
        example.when = n["when"].as<std::string>("");
        example.polarity = n["polarity"].as<std::string>("");
        if (!example.status.empty() && !relation_status(example.status)) {
          return bad(example.line, fmt::format("{}no status \"{}\"", where_, example.status));
        }
      } else {
        example.text = n.as<std::string>();
      }
      if (example.text.empty()) return bad(example.line, where_ + "empty sentence");
      out.push_back(std::move(example));
    }
    return Done{};
  }

  Status trigger(const YAML::Node& node, TriggerKind kind, std::uint32_t frame) {
    const bool noun = kind == TriggerKind::kNoun, verb = kind == TriggerKind::kVerb;
    if (!node.IsSequence() || node.size() == 0) {
      return bad(line(node), where_ + "triggers: expected at least one word");
    }
    for (const YAML::Node& n : node) {
      const std::vector<std::string> words = words_of(n.as<std::string>());
      if (words.empty()) return bad(line(n), where_ + "triggers: empty word");
      const LemmaId lemma = noun   ? frames_.lexicon_.add_noun(words[0])
                            : verb ? frames_.lexicon_.add_verb(words[0])
                                   : frames_.lexicon_.intern(words[0]);
      Frames::WrittenTrigger t;
      t.frame = frame;
      t.kind = kind;
      for (std::size_t i = 1; i < words.size(); ++i) {
        t.after.push_back(word_after(words[i]));
      }
      if (triggers_.size() <= lemma) triggers_.resize(lemma + 1);
      triggers_[lemma].push_back(std::move(t));
      ++frames_.trigger_count_;
      std::vector<std::string>& forms = forms_[lemma];
      if (noun) {
        forms.push_back(regular_s(words[0]));
      } else if (verb) {
        for (const std::string& form : frames_.lexicon_.verb_forms(lemma)) forms.push_back(form);
      }
      if (noun) {
        // "phone call" asks for "with" as its last word, the head, does; "memorandum of understanding" as its first.
        const bool compound = std::none_of(words.begin(), words.end(), [this](const std::string& word) {
          const Entry* entry = frames_.lexicon_.find(fold_hash(word));
          return entry != nullptr && entry->closed == Closed::kPreposition;
        });
        const LemmaId head = compound ? frames_.lexicon_.add_noun(words.back()) : lemma;
        if (noun_preps_.size() <= head) noun_preps_.resize(head + 1);
        noun_lemmas_.push_back(head);
      }
    }
    return Done{};
  }

  Status frame(const YAML::Node& node) {
    where_.clear();
    if (!node.IsMap() || !node["frame"]) return bad(line(node), "expected \"frame:\" with a name");
    const std::uint32_t index = std::uint32_t(frames_.frames_.size());
    Frame frame;
    frame.name = node["frame"].as<std::string>();
    frame.file = file_;
    frame.line = line(node);
    frame.type = type_;
    where_ = fmt::format("frame \"{}\": ", frame.name);
    if (const auto by = replaced_.find(frame.name); by != replaced_.end() && (by->second.file != file_ || by->second.removed)) {
      by->second.found = by->second.found || by->second.file != file_;
      return Done{};
    }
    for (const Frame& other : frames_.frames_) {
      if (other.name == frame.name) {
        return bad(frame.line, fmt::format("{}the name stands already in {}:{}", where_, other.file, other.line));
      }
    }
    for (const auto& item : node) {
      if (Status s = known(item.first,
                           {"frame", "about", "triggers", "construction", "roles", "needs", "refuses",
                            "wants", "status", "polarity", "one_party", "when_denied", "deeds", "echoes", "mutual", "yields", "finds", "ignores"},
                           "key");
          !s.ok()) {
        return s;
      }
    }
    frame.about = node["about"].as<std::string>("");
    if (frame.about.empty()) return bad(frame.line, where_ + "expected \"about:\"");
    if (node["construction"]) {
      const std::string name = node["construction"].as<std::string>();
      const std::vector<std::string> names = {"title", "role", "ally_name", "place", "nation"};
      const auto at = std::find(names.begin(), names.end(), name);
      if (at == names.end()) {
        return bad(line(node["construction"]), fmt::format("{}no construction \"{}\"{}", where_, name, did_you_mean(name, names)));
      }
      frame.construction = Construction(1 + (at - names.begin()));
      frames_.constructions_.push_back(index);
    } else {
      if (!node["roles"]) return bad(frame.line, where_ + "expected \"roles:\"");
      if (!node["triggers"] || !node["triggers"].IsMap() || node["triggers"].size() == 0) {
        return bad(node["triggers"] ? line(node["triggers"]) : frame.line,
                   where_ + "triggers: expected verb: [...] or noun: [...]");
      }
    }
    if (node["roles"]) {
      if (Status s = roles(node["roles"], frame); !s.ok()) return s;
    }
    if (node["needs"]) {
      if (Status s = needs(node["needs"], false, frame); !s.ok()) return s;
    }
    if (node["refuses"]) {
      if (Status s = needs(node["refuses"], true, frame); !s.ok()) return s;
    }
    if (node["wants"]) {
      for (const YAML::Node& n : node["wants"]) {
        const std::string name = n.as<std::string>();
        const auto role = schema_.role(type_, name);
        if (!role) return bad(line(n), fmt::format("{}no role \"{}\" in {}", where_, name, schema_.type(type_).name));
        frame.wants.push_back(*role);
      }
    }
    if (node["status"]) {
      const std::string name = node["status"].as<std::string>();
      frame.status = relation_status(name);
      if (!frame.status) {
        std::vector<std::string> names;
        for (int s = 0; s <= int(RelationStatus::kCancelled); ++s) {
          names.emplace_back(to_string(RelationStatus(s)));
        }
        return bad(line(node["status"]), fmt::format("{}no status \"{}\"{}", where_, name, did_you_mean(name, names)));
      }
    }
    if (node["polarity"] && node["polarity"].as<std::string>() == "denied") {
      frame.polarity = Polarity::kDenied;
    }
    frame.one_party = node["one_party"].as<bool>(false);
    frame.when_denied = node["when_denied"].as<bool>(false);
    frame.deeds = node["deeds"].as<bool>(false);
    frame.echoes = node["echoes"].as<bool>(false);
    frame.mutual = node["mutual"].as<bool>(false);
    frame.yields = node["yields"].as<bool>(false);
    if (node["finds"]) {
      if (Status s = examples(node["finds"], frame.finds); !s.ok()) return s;
    }
    if (node["ignores"]) {
      if (Status s = examples(node["ignores"], frame.ignores); !s.ok()) return s;
    }
    noun_lemmas_.clear();
    if (node["triggers"]) {
      for (const auto& item : node["triggers"]) {
        const std::vector<std::string> kinds = {"verb", "noun", "adjective", "modal"};
        if (Status s = known(item.first, kinds, "kind of trigger"); !s.ok()) return s;
        const auto kind = std::find(kinds.begin(), kinds.end(), item.first.as<std::string>()) - kinds.begin();
        if (Status s = trigger(item.second, TriggerKind(kind), index); !s.ok()) return s;
      }
    }
    std::uint32_t preps = 0;
    for (const RoleSlots& role : frame.roles) {
      for (const std::uint8_t slot : role.slots) {
        if (slot > kFirstPrep) preps |= std::uint32_t{1} << (slot - kFirstPrep);
      }
    }
    for (const LemmaId lemma : noun_lemmas_) noun_preps_[lemma] |= preps;
    frames_.frames_.push_back(std::move(frame));
    return Done{};
  }

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

Result<Frames> Frames::parse(Lexicon lexicon, const File& lists, const std::vector<File>& files,
                             const Schema& schema, OriginId first_origin, std::size_t first_overlay) {
  Frames frames(std::move(lexicon));
  FrameReader reader(frames, schema);
  if (Status s = reader.read_lists(lists); !s.ok()) return s.error();
  for (std::size_t i = first_overlay; i < files.size(); ++i) {
    if (Status s = reader.note_replaced(files[i]); !s.ok()) return s.error();
  }
  for (const File& file : files) {
    if (Status s = reader.read(file); !s.ok()) return s.error();
  }
  if (Status s = reader.all_replaced(); !s.ok()) return s.error();
  reader.finish();
  frames.set_first_origin(first_origin);
  return frames;
}

Result<Frames> Frames::load(const std::filesystem::path& data, const Schema& schema,
                            OriginId first_origin) {
  Result<Lexicon> lexicon = Lexicon::load(data / "syntax");
  if (!lexicon.ok()) return lexicon.error();
  Result<std::vector<File>> files = read_files(data / "frames", ".yaml", "data/frames");
  if (!files.ok()) return files.error();
  File lists;
  const auto at = std::find_if(files->begin(), files->end(),
                               [](const File& file) { return file.name == "data/frames/lists.yaml"; });
  if (at != files->end()) {
    lists = std::move(*at);
    files->erase(at);
  }
  return parse(*std::move(lexicon), lists, *files, schema, first_origin);
}

// How many parties a relation of the frame has, at least.  Deeds bring theirs along.
std::uint8_t Frames::parties_of(const Frame& frame, const Schema& schema) const {
  const RelationType& type = schema.type(frame.type);
  int parties = 0;
  for (std::size_t r = 0; r < type.roles.size(); ++r) {
    const bool wanted = std::find(frame.wants.begin(), frame.wants.end(), r) != frame.wants.end();
    const bool value = std::any_of(frame.roles.begin(), frame.roles.end(),
                                   [r](const RoleSlots& slots) { return slots.role == r && slots.value; });
    parties += (type.roles[r].required || wanted) && !value && !((frame.deeds || frame.echoes) && r > 0);
  }
  return std::uint8_t(std::min(parties, 2));
}

std::map<Company, std::uint16_t> Frames::settle(const Schema& schema, std::vector<std::vector<WrittenTrigger>> triggers) {
  find_known_types(schema);
  std::map<Company, std::uint16_t> asked;
  const auto thing_of = [&asked](Company company) {
    return asked.try_emplace(std::move(company), std::uint16_t(1 + asked.size() % (Given::kThings - 1))).first->second;
  };
  std::vector<std::vector<std::uint16_t>> wants(frames_.size());
  std::vector<std::uint8_t> parties(frames_.size());
  for (std::size_t i = 0; i < frames_.size(); ++i) {
    const Frame& frame = frames_[i];
    parties[i] = parties_of(frame, schema);
    for (const Need& need : frame.needs) {
      if (!need.refuse && !need.any) wants[i].push_back(thing_of({need.words, need.lists, need.types}));
    }
    for (const RoleSlots& slots : frame.roles) {
      const Role& role = schema.type(frame.type).roles[slots.role];
      const bool wanted = std::find(frame.wants.begin(), frame.wants.end(), slots.role) != frame.wants.end();
      if (slots.value && (wanted || role.required)) wants[i].push_back(thing_of({{}, 0, role.types}));
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
      things.clear();
      for (std::size_t i = 0; i < t.after.size() && i < 2; ++i) things.push_back(thing_of({{t.after[i]}, 0, {}}));
      things.insert(things.end(), wants[t.frame].begin(), wants[t.frame].end());
      std::copy_n(things.begin(), std::min(things.size(), test.asks.things.size()), test.asks.things.begin());
      test.asks.parties = parties[t.frame];
      asks.push_back(test.asks);
      all.push_back({t.frame, std::uint32_t(after.size()), std::uint32_t(t.after.size())});
      after.insert(after.end(), t.after.begin(), t.after.end());
    }
    std::sort(asks.begin(), asks.end());
    asks.erase(std::unique(asks.begin(), asks.end()), asks.end());
    word.asks = std::uint32_t(all_asks.size());
    word.asks_count = std::uint32_t(asks.size());
    all_asks.insert(all_asks.end(), asks.begin(), asks.end());
    word_of[lemma] = std::uint32_t(trigger_words.size());
    trigger_words.push_back(word);
  }
  trigger_word_ = std::move(word_of);
  trigger_words_ = std::move(trigger_words);
  triggers_ = std::move(all);
  tests_ = std::move(tests);
  after_ = std::move(after);
  asks_ = std::move(all_asks);
  return asked;
}

void Frames::find_known_types(const Schema& schema) {
  known_types_ = {schema.find("holds_office"), schema.find("works_for"), schema.find("citizen_of"), schema.find("promise")};
}

void Frames::set_first_origin(OriginId first) {
  first_origin_ = first;
  for (std::size_t i = 0; i < frames_.size(); ++i) frames_[i].origin = first + OriginId(i);
}

Origin Frames::origin(OriginId id) const {
  const Frame& frame = frames_[id - first_origin_];
  return {frame.file, frame.line, frame.name};
}

}  // namespace dragoman
