// Part of dragoman; see LICENSE.
//
// Frame files: one function for each kind of key.

#include "relation/frame_reader.h"

#include <algorithm>
#include <sstream>

#include <fmt/format.h>

#include "base/edit_distance.h"
#include "syntax/inflect.h"

namespace dragoman {
namespace {

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

std::string word_upper(std::string word) {
  for (char& c : word) c = char(std::toupper(static_cast<unsigned char>(c)));
  return word;
}
}  // namespace

Status FrameReader::read_lists(const Frames::File& file) {
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

Status FrameReader::read(const Frames::File& file) {
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

Status FrameReader::note_replaced(const Frames::File& file) {
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

Status FrameReader::all_replaced() {
  for (const auto& [name, by] : replaced_) {
    if (!by.removed || by.found) continue;
    file_ = by.file;
    return bad(by.line, fmt::format("no file before has the frame \"{}\" to remove", name));
  }
  return Done{};
}

Result<std::vector<std::uint8_t>> FrameReader::slots(const YAML::Node& node) const {
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

Status FrameReader::roles(const YAML::Node& node, Frame& frame) const {
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

Status FrameReader::needs(const YAML::Node& node, bool refuse, Frame& frame) {
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

Status FrameReader::examples(const YAML::Node& node, std::vector<Example>& out) const {
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

Status FrameReader::trigger(const YAML::Node& node, TriggerKind kind, std::uint32_t frame) {
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

Status FrameReader::frame(const YAML::Node& node) {
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
                          "wants", "status", "polarity", "one_party", "when_denied", "deeds", "echoes", "mutual", "yields", "agentless", "finds", "ignores"},
                         "key");
        !s.ok()) {
      return s;
    }
  }
  frame.about = node["about"].as<std::string>("");
  if (frame.about.empty()) return bad(frame.line, where_ + "expected \"about:\"");
  if (node["construction"]) {
    const std::string name = node["construction"].as<std::string>();
    const std::vector<std::string> names = {"title", "role", "place", "nation", "unit", "backed"};
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
  frame.agentless = node["agentless"].as<bool>(false);
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

LemmaId FrameReader::known_word(const std::string& word) {
  if (!frames_.lexicon_.find(fold_hash(word))) return frames_.lexicon_.add_noun(word);
  return frames_.lexicon_.intern(word);
}

LemmaId FrameReader::word_after(const std::string& word) {
  const Entry* entry = frames_.lexicon_.find(fold_hash(word));
  if (!entry) return frames_.lexicon_.add_noun(word);
  const LemmaId id = frames_.lexicon_.intern(word);
  if (entry->noun == id || entry->verb == id || entry->other == id) return id;
  return entry->noun != kNoLemma ? entry->noun : entry->verb != kNoLemma ? entry->verb : id;
}

Error FrameReader::bad(std::uint32_t at, const std::string& what) const {
  return Error(ErrorCode::kBadData, fmt::format("{}:{}: {}", file_, at, what));
}

Status FrameReader::known(const YAML::Node& key, const std::vector<std::string>& names, const char* what) const {
  const std::string name = key.as<std::string>();
  if (std::find(names.begin(), names.end(), name) != names.end()) return Done{};
  return bad(line(key), fmt::format("{}no {} \"{}\"{}", where_, what, name, did_you_mean(name, names)));
}

}  // namespace dragoman
