// Part of dragoman; see LICENSE.
//
// YAML to plain structs, with every key checked: a misspelt key would otherwise be a rule
// that silently does something else.

#include "mention/rule_file.h"

#include <exception>

#include <fmt/format.h>
#include <yaml-cpp/yaml.h>

#include "base/edit_distance.h"
#include "mention/rule_pattern.h"

namespace dragoman {
namespace {

const std::vector<std::string> kRuleKeys = {"rule",  "about", "type",   "pattern", "finds",
                                            "ignores", "form", "stands_for", "number",
                                            "gender", "value", "not_after", "not_before", "for_tagger", "removed"};
const std::vector<std::string> kForms = {"named", "nominal", "pronominal"};
const std::vector<std::string> kNominals = {"none",      "person",       "group",
                                            "country",   "countries",    "organisation",
                                            "direction", "place",        "pronoun"};

// Errors inside this file travel as exceptions of this type; parse_rule_file() turns them
// into values.
struct BadFile {
  std::string message;
};

class Reader {
 public:
  explicit Reader(std::string_view file) : file_(file) {}

  RuleFile read(const std::string& content) {
    const YAML::Node root = YAML::Load(content);
    if (root.IsSequence()) {
      for (const YAML::Node& node : root) out_.rules.push_back(rule(node));
    } else if (root.IsMap()) {
      for (const auto& part : root) section(part.first, part.second);
    } else {
      fail(root, "expected a list of rules, or a map with \"words\" and \"shapes\"");
    }
    return std::move(out_);
  }

 private:
  [[noreturn]] void fail(const YAML::Node& node, const std::string& what) const {
    const int line = node.Mark().line >= 0 ? node.Mark().line + 1 : 1;
    throw BadFile{fmt::format("{}:{}: {}", file_, line, what)};
  }
  std::uint32_t line(const YAML::Node& node) const { return std::uint32_t(node.Mark().line + 1); }

  std::string text(const YAML::Node& node, std::string_view what) const {
    if (!node.IsScalar()) fail(node, fmt::format("{} must be a text", what));
    return node.Scalar();
  }

  std::size_t one_of(const YAML::Node& node, std::string_view what,
                     const std::vector<std::string>& allowed) const {
    const std::string value = text(node, what);
    for (std::size_t i = 0; i < allowed.size(); ++i) {
      if (allowed[i] == value) return i;
    }
    fail(node, fmt::format("{} is \"{}\"; expected one of {}{}", what, value,
                           fmt::join(allowed, ", "), did_you_mean(value, allowed)));
  }

  std::vector<std::string> texts(const YAML::Node& node, std::string_view what) const {
    std::vector<std::string> all;
    if (!node.IsSequence()) fail(node, fmt::format("{} must be a list of sentences", what));
    for (const YAML::Node& n : node) all.push_back(text(n, what));
    return all;
  }

  RuleText rule(const YAML::Node& node) const {
    if (!node.IsMap() || !node["rule"]) fail(node, "expected a rule: \"- rule: name\"");
    RuleText r;
    r.name = text(node["rule"], "the rule's name");
    r.file = file_;
    r.line = line(node);
    const auto in_rule = [&](const YAML::Node& at, const std::string& what) {
      fail(at, fmt::format("rule \"{}\": {}", r.name, what));
    };
    for (const auto& pair : node) {
      const std::string key = text(pair.first, "a key");
      bool known = false;
      for (const std::string& k : kRuleKeys) known |= k == key;
      if (!known) {
        in_rule(pair.first, fmt::format("no key \"{}\" in a rule{}", key,
                                        did_you_mean(key, kRuleKeys)));
      }
    }
    if (node["removed"] && YAML::convert<bool>::decode(node["removed"], r.removed) && r.removed) {
      if (node.size() != 2) in_rule(node, "is removed, so it has no other keys");
      return r;
    }
    for (const char* key : {"about", "type", "pattern", "finds", "ignores"}) {
      if (!node[key]) in_rule(node, fmt::format("\"{}\" is missing", key));
    }
    r.about = text(node["about"], "about");
    r.pattern = text(node["pattern"], "pattern");
    const std::string type = text(node["type"], "type");
    const std::optional<MentionType> found = mention_type(type);
    if (!found) {
      in_rule(node["type"],
              fmt::format("no mention type \"{}\"{}", type, did_you_mean(type, mention_type_names())));
    }
    r.type = *found;
    if (node["form"]) r.form = MentionForm(one_of(node["form"], "form", kForms));
    if (node["stands_for"]) {
      r.nominal = NominalKind(one_of(node["stands_for"], "stands_for", kNominals));
    }
    if (node["number"]) {
      r.plural = one_of(node["number"], "number", {"singular", "plural"}) == 1;
    }
    if (node["gender"]) {
      r.gender = "mfn"[one_of(node["gender"], "gender", {"m", "f", "n"})];
    }
    if (node["value"]) {
      r.value = ValueKind(1 + one_of(node["value"], "value", {"date", "amount"}));
    }
    if (node["not_after"]) r.not_after = text(node["not_after"], "not_after");
    if (node["not_before"]) r.not_before = text(node["not_before"], "not_before");
    if (node["for_tagger"] && !YAML::convert<bool>::decode(node["for_tagger"], r.for_tagger)) {
      in_rule(node["for_tagger"], "for_tagger is true or false");
    }
    r.finds = texts(node["finds"], "finds");
    r.ignores = texts(node["ignores"], "ignores");
    if (r.finds.size() < 2) in_rule(node["finds"], "expected two sentences that it finds");
    if (r.ignores.empty()) in_rule(node["ignores"], "expected a sentence that it ignores");
    return r;
  }

  void section(const YAML::Node& key, const YAML::Node& value) {
    const std::vector<std::string> sections = {"words", "shapes", "group_words"};
    const std::size_t which = one_of(key, "the section", sections);
    if (!value.IsMap()) fail(value, fmt::format("{} must be a map", sections[which]));
    for (const auto& pair : value) {
      const std::string name = text(pair.first, "a name");
      if (which == 1) {
        out_.shapes.push_back({name, text(pair.second, "a shape"), file_, line(pair.first)});
      } else {
        out_.lists.push_back(list(name, pair.first, pair.second));
        out_.lists.back().for_tagger = which == 0;
      }
    }
  }

  WordList list(const std::string& name, const YAML::Node& key, const YAML::Node& value) const {
    WordList out{name, file_, line(key), {}};
    if (value.IsSequence()) {
      for (const YAML::Node& word : value) out.words.push_back({text(word, "a word"), {}, {}});
    } else if (value.IsMap()) {
      for (const auto& pair : value) {
        WordList::Word word{text(pair.first, "a word"), {}, {}};
        std::int32_t number = 0;
        if (YAML::convert<std::int32_t>::decode(pair.second, number)) {
          word.number = number;
        } else {
          word.label = text(pair.second, "a word's value");
        }
        out.words.push_back(std::move(word));
      }
    } else {
      fail(value, fmt::format("list \"{}\" must be a list of words, or a map from words to "
                              "values", name));
    }
    for (const WordList::Word& word : out.words) {
      if (word.text.empty() || word.text.find(' ') != std::string::npos) {
        fail(value, fmt::format("list \"{}\": \"{}\" is not one word", name, word.text));
      }
    }
    return out;
  }

  std::string file_;
  RuleFile out_;
};

}  // namespace

Result<RuleFile> parse_rule_file(std::string_view name, const std::string& content) {
  try {
    return Reader(name).read(content);
  } catch (const BadFile& bad) {
    return Error(ErrorCode::kBadData, bad.message);
  } catch (const YAML::Exception& e) {
    return Error(ErrorCode::kBadData, fmt::format("{}:{}: not YAML: {}", name, e.mark.line + 1,
                                                  e.msg));
  }
}

}  // namespace dragoman
