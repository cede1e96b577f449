// Part of dragoman; see LICENSE.
//
// Reads the list of relation types.  It is short and read once, so yaml-cpp's tree is
// walked directly; every complaint gives file:line.

#include <algorithm>
#include <array>
#include <sstream>
#include <unordered_set>

#include <fmt/format.h>
#include <yaml-cpp/yaml.h>

#include "base/fields.h"
#include "base/file.h"
#include "dragoman/relation.h"

namespace dragoman {

template <> inline constexpr unsigned kEnumEnd<MentionType> = unsigned(MentionType::kCount);
template <> inline constexpr unsigned kEnumEnd<Polarity> = unsigned(Polarity::kDenied) + 1;
template <> inline constexpr unsigned kEnumEnd<EventKind> = unsigned(EventKind::kSpeech) + 1;

template <typename Visit>
void each_field(Role& r, Visit&& visit) {
  auto& [name, types, required] = r;
  visit(name, types, required);
}

template <typename Visit>
void each_field(EventCode& e, Visit&& visit) {
  auto& [plover, mode, cameo] = e;
  visit(plover, mode, cameo);
}

template <typename Visit>
void each_field(RelationType& t, Visit&& visit) {
  auto& [name, definition, roles, symmetric, kind, traits, instead_of, deeds, event, ace, wikidata] = t;
  visit(name, definition, roles, symmetric, kind, traits, instead_of, deeds, event, ace, wikidata);
}

namespace {

Error bad(std::string_view file, const YAML::Mark& mark, const std::string& what) {
  return Error(ErrorCode::kBadData, fmt::format("{}:{}: {}", file, mark.line + 1, what));
}

std::optional<EventKind> event_kind(std::string_view name) {
  if (name == "cooperation") return EventKind::kCooperation;
  if (name == "conflict") return EventKind::kConflict;
  if (name == "speech") return EventKind::kSpeech;
  return std::nullopt;
}

constexpr std::array<std::string_view, std::size_t(RelationTrait::kCount)> kTraitNames = {
    "judges", "asks", "no_deed", "fells", "frees", "on_others", "unfriendly", "followed", "by_appointment",
    "answers", "commits", "third_party", "deploys", "reprisal", "weighs"};

std::optional<RelationTrait> relation_trait(std::string_view name) {
  const auto at = std::find(kTraitNames.begin(), kTraitNames.end(), name);
  return at == kTraitNames.end() ? std::nullopt : std::optional(RelationTrait(at - kTraitNames.begin()));
}

// "STATE PERSON !" -> types and whether the role must be filled.
Result<Role> parse_role(std::string_view file, const std::string& name, const YAML::Node& node) {
  Role role;
  role.name = name;
  std::istringstream words(node.as<std::string>());
  for (std::string word; words >> word;) {
    if (word == "!") {
      role.required = true;
    } else if (const auto type = mention_type(word)) {
      role.types.push_back(*type);
    } else {
      return bad(file, node.Mark(), fmt::format("role \"{}\": no mention type \"{}\"", name, word));
    }
  }
  if (role.types.empty()) {
    return bad(file, node.Mark(), fmt::format("role \"{}\": expected at least one type", name));
  }
  return role;
}

Result<RelationType> parse_type(std::string_view file, const std::string& name,
                                const YAML::Node& node) {
  static const std::unordered_set<std::string> kKeys = {
      "definition", "roles", "symmetric", "kind", "traits", "instead_of", "deeds", "cameo", "plover", "plover_mode", "ace", "wikidata"};
  RelationType type;
  type.name = name;
  if (!node.IsMap()) {
    return bad(file, node.Mark(), fmt::format("type \"{}\": expected definition, roles, ...", name));
  }
  for (const auto& field : node) {
    const std::string key = field.first.as<std::string>();
    if (!kKeys.contains(key)) {
      return bad(file, field.first.Mark(), fmt::format("type \"{}\": no field \"{}\"", name, key));
    }
  }
  const auto text = [&node](const char* key) { return node[key].as<std::string>(""); };
  type.definition = text("definition");
  type.symmetric = node["symmetric"].as<bool>(false);
  type.event = {text("plover"), text("plover_mode"), text("cameo")};
  if (node["kind"]) {
    const auto kind = event_kind(text("kind"));
    if (!kind) return bad(file, node["kind"].Mark(), fmt::format("type \"{}\": no kind \"{}\"", name, text("kind")));
    type.kind = *kind;
  }
  for (const YAML::Node& word : node["traits"]) {
    const auto trait = relation_trait(word.as<std::string>());
    if (!trait) return bad(file, word.Mark(), fmt::format("type \"{}\": no trait \"{}\"", name, word.as<std::string>()));
    type.traits |= std::uint32_t{1} << unsigned(*trait);
  }
  for (const YAML::Node& noun : node["deeds"]) type.deeds.push_back(noun.as<std::string>());
  type.ace = text("ace");
  type.wikidata = text("wikidata");
  if (!node["roles"].IsMap()) {
    return bad(file, node.Mark(), fmt::format("type \"{}\": expected roles", name));
  }
  for (const auto& role : node["roles"]) {
    Result<Role> parsed = parse_role(file, role.first.as<std::string>(), role.second);
    if (!parsed.ok()) return parsed.error();
    type.roles.push_back(*std::move(parsed));
  }
  const auto has = [&type](std::string_view role) {
    return std::any_of(type.roles.begin(), type.roles.end(), [role](const Role& r) { return r.name == role; });
  };
  if (type.symmetric && !(has("party_a") && has("party_b"))) {
    return bad(file, node["symmetric"].Mark(), fmt::format("type \"{}\": symmetric, expected roles party_a and party_b", name));
  }
  if (type.roles.size() > 16) {
    return bad(file, node.Mark(), fmt::format("type \"{}\": more than 16 roles", name));
  }
  return type;
}

}  // namespace

std::string_view to_string(RelationTrait trait) { return kTraitNames[std::size_t(trait)]; }

Result<Schema> Schema::parse(std::string_view yaml, std::string_view name) {
  Schema schema;
  try {
    const YAML::Node root = YAML::Load(std::string(yaml));
    if (!root.IsMap() || !root["types"].IsMap()) {
      return Error(ErrorCode::kBadData, fmt::format("{}:1: expected \"types:\"", name));
    }
    for (const auto& entry : root["types"]) {
      const std::string key = entry.first.as<std::string>();
      if (schema.find(key)) {
        return bad(name, entry.first.Mark(), fmt::format("type \"{}\" stands twice", key));
      }
      Result<RelationType> type = parse_type(name, key, entry.second);
      if (!type.ok()) return type.error();
      schema.types_.push_back(*std::move(type));
    }
    for (RelationType& type : schema.types_) {
      for (const YAML::Node& less : root["types"][type.name]["instead_of"]) {
        const auto other = schema.find(less.as<std::string>());
        if (!other) return bad(name, less.Mark(), fmt::format("type \"{}\": instead_of: no type \"{}\"", type.name, less.as<std::string>()));
        type.instead_of.push_back(*other);
      }
    }
    if (root["events"]) {
      for (const YAML::Node& row : root["events"]) {
        EventRule rule;
        for (const auto& field : row) {
          const std::string key = field.first.as<std::string>();
          const auto complain = [&] {
            return bad(name, field.second.Mark(), fmt::format("events: {}: no \"{}\"", key, field.second.as<std::string>("")));
          };
          if (key == "kind") {
            const auto kind = event_kind(field.second.as<std::string>());
            if (!kind) return complain();
            rule.kind = *kind;
          } else if (key == "status") {
            for (const YAML::Node& word : field.second) {
              const auto status = relation_status(word.as<std::string>());
              if (!status) return bad(name, word.Mark(), fmt::format("events: no status \"{}\"", word.as<std::string>()));
              rule.statuses |= std::uint16_t(1u << unsigned(*status));
            }
          } else if (key == "polarity") {
            const std::string word = field.second.as<std::string>();
            if (word != "asserted" && word != "denied") return complain();
            rule.polarity = word == "denied" ? Polarity::kDenied : Polarity::kAsserted;
          } else if (key == "plover") {
            rule.code.plover = field.second.as<std::string>();
            rule.same = rule.code.plover == "SAME";
            if (rule.code.plover == "NONE") rule.code.plover.clear();
          } else if (key == "cameo") {
            rule.code.cameo = field.second.as<std::string>();
          } else {
            return bad(name, field.first.Mark(), fmt::format("events: no field \"{}\"", key));
          }
        }
        if (rule.statuses == 0) rule.statuses = 0xffff;
        schema.event_rules_.push_back(std::move(rule));
      }
    }
  } catch (const YAML::Exception& error) {
    return bad(name, error.mark, error.msg);
  }
  return schema;
}

Result<Schema> Schema::load(const std::filesystem::path& file) {
  Result<std::string> content = read_file(file);
  if (!content.ok()) return content.error();
  return parse(*content, file.string());
}

void Schema::add_to(BundleWriter& bundle) const {
  ByteWriter out;
  write_value(out, types_);
  out.u32(std::uint32_t(event_rules_.size()));
  for (const EventRule& rule : event_rules_) {
    const auto& [kind, statuses, polarity, same, code] = rule;
    write_value(out, kind);
    write_value(out, statuses);
    write_value(out, polarity);
    write_value(out, same);
    write_value(out, code);
  }
  bundle.add("schema", std::span<const char>(out.bytes()));
}

Result<Schema> Schema::from_bundle(const std::shared_ptr<const Bundle>& bundle) {
  Result<ByteReader> in = ByteReader::of(bundle, "schema");
  if (!in.ok()) return in.error();
  Schema schema;
  read_value(*in, schema.types_);
  schema.event_rules_.resize(in->count(0, std::uint32_t(in->left())));
  for (EventRule& rule : schema.event_rules_) {
    auto& [kind, statuses, polarity, same, code] = rule;
    read_value(*in, kind);
    read_value(*in, statuses);
    read_value(*in, polarity);
    read_value(*in, same);
    read_value(*in, code);
  }
  if (!in->ok() || !in->at_end()) return in->error();
  for (const RelationType& type : schema.types_) {
    const bool known = std::all_of(type.instead_of.begin(), type.instead_of.end(), [&](RelationTypeId id) { return id < schema.types_.size(); });
    if (type.roles.empty() || type.roles.size() > 16 || !known) return bundle->damaged("schema");
  }
  return schema;
}

std::optional<RelationTypeId> Schema::find(std::string_view name) const {
  for (std::size_t i = 0; i < types_.size(); ++i) {
    if (types_[i].name == name) return RelationTypeId(i);
  }
  return std::nullopt;
}

const EventCode* Schema::event(RelationTypeId id, RelationStatus status, Polarity polarity) const {
  const RelationType& type = types_[id];
  if (type.kind == EventKind::kNone) return nullptr;
  for (const EventRule& rule : event_rules_) {
    if (rule.kind != type.kind || (rule.statuses >> unsigned(status) & 1) == 0) continue;
    if (rule.polarity && *rule.polarity != polarity) continue;
    const EventCode* code = rule.same ? &type.event : &rule.code;
    return code->plover.empty() ? nullptr : code;
  }
  return nullptr;
}

std::optional<RoleId> Schema::role(RelationTypeId type, std::string_view name) const {
  const std::vector<Role>& roles = types_[type].roles;
  for (std::size_t i = 0; i < roles.size(); ++i) {
    if (roles[i].name == name) return RoleId(i);
  }
  return std::nullopt;
}

}  // namespace dragoman
