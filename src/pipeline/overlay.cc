// Part of dragoman; see LICENSE.
//
// A user's files over the shipped knowledge.  Tables of names and offices are added to what is
// loaded; titles, rules and frames are compiled anew with the shipped ones, of which texts are kept
// for that.  What is made of several of them (family names of office holders, the vocabulary,
// spellings) is made anew if one of them changed.

#include <algorithm>

#include <fmt/format.h>
#include <nlohmann/json.hpp>
#include <yaml-cpp/yaml.h>

#include "pipeline/knowledge.h"

namespace dragoman {
namespace {

namespace fs = std::filesystem;

struct Overlay {
  std::vector<fs::path> names;
  std::vector<TextFile> offices, titles, rules, frames;
};

enum class Kind { kNames, kOffices, kTitles };

// By a column that only such tables have.
Kind kind_of_table(const TextFile& file) {
  std::string_view rest = file.content;
  if (rest.starts_with("\xEF\xBB\xBF")) rest.remove_prefix(3);
  const bool lines = file.name.ends_with(".jsonl");
  while (!rest.empty()) {
    const std::size_t end = std::min(rest.find('\n'), rest.size());
    std::string_view line = rest.substr(0, end);
    rest.remove_prefix(std::min(end + 1, rest.size()));
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (line.empty() || (line[0] == '#' && !lines)) continue;
    std::vector<std::string> columns;
    if (lines) {
      const nlohmann::json row = nlohmann::json::parse(line, nullptr, false);
      if (!row.is_object()) break;   // who reads the table says what is wrong
      for (const auto& [key, value] : row.items()) columns.push_back(key);
    } else {
      while (true) {
        const std::size_t tab = line.find('\t');
        columns.emplace_back(line.substr(0, tab));
        if (tab == line.npos) break;
        line.remove_prefix(tab + 1);
      }
    }
    const auto has = [&columns](const char* name) { return std::find(columns.begin(), columns.end(), name) != columns.end(); };
    return has("person") ? Kind::kOffices : has("title") ? Kind::kTitles : Kind::kNames;
  }
  return Kind::kNames;
}

// Frame files name their relation; all other YAML is rules and word lists, whose reader says what
// is wrong with it.
bool is_frame_file(const std::string& content) {
  try {
    const YAML::Node root = YAML::Load(content);
    return root.IsMap() && (root["relation"] || root["frames"]);
  } catch (const YAML::Exception&) {
    return false;
  }
}

Result<Overlay> sort_files(const std::vector<fs::path>& paths) {
  Overlay overlay;
  for (const fs::path& path : paths) {
    Result<std::string> content = read_file(path);
    if (!content.ok()) return content.error();
    TextFile file{path.string(), *std::move(content)};
    const std::string extension = path.extension().string();
    if (extension == ".yaml" || extension == ".yml") {
      (is_frame_file(file.content) ? overlay.frames : overlay.rules).push_back(std::move(file));
    } else if (extension == ".tsv" || extension == ".jsonl") {
      const Kind kind = kind_of_table(file);
      if (kind == Kind::kNames) overlay.names.push_back(path);
      else (kind == Kind::kOffices ? overlay.offices : overlay.titles).push_back(std::move(file));
    } else {
      return Error(ErrorCode::kBadData,
                   fmt::format("{}: a table (.tsv, .jsonl), rules or frames (.yaml) expected", path.string()));
    }
  }
  return overlay;
}

template <typename Part>
Status replace(Part& part, Result<Part> made) {
  if (!made.ok()) return made.error();
  part = *std::move(made);
  return Done{};
}

void append(std::vector<TextFile>& files, std::vector<TextFile>& more) {
  std::move(more.begin(), more.end(), std::back_inserter(files));
}

}  // namespace

Status lay_over(Knowledge::Impl& known, KnowledgeTexts texts, const std::vector<fs::path>& files) {
  Result<Overlay> sorted = sort_files(files);
  if (!sorted.ok()) return sorted.error();
  Overlay& more = *sorted;
  const bool people = !more.names.empty() || !more.offices.empty();
  if (!more.names.empty()) {
    if (Status s = replace(known.gazetteer, known.gazetteer.with(more.names)); !s.ok()) return s;
  }
  if (!more.offices.empty()) {
    if (Status s = replace(known.offices, known.offices.with(more.offices, known.gazetteer)); !s.ok()) return s;
  }
  if (!more.titles.empty()) {
    more.titles.insert(more.titles.begin(), texts.titles);
    if (Status s = replace(known.titles, Titles::parse(more.titles)); !s.ok()) return s;
  }
  const bool rules = !more.rules.empty();
  if (rules) {
    const std::size_t shipped = texts.rules.size();
    append(texts.rules, more.rules);
    if (Status s = replace(known.rules, RuleSet::parse(texts.rules, {}, shipped)); !s.ok()) return s;
  }
  if (!more.frames.empty()) {
    const std::size_t shipped = texts.frames.size();
    append(texts.frames, more.frames);
    Result<Lexicon> words = Lexicon::parse(texts.words.content, texts.words.name, texts.classes.content, texts.classes.name);
    if (!words.ok()) return words.error();
    Result<Frames> frames = Frames::parse(*std::move(words), texts.lists, texts.frames, known.schema, 0, shipped);
    if (!frames.ok()) return frames.error();
    known.frames = *std::move(frames);
  }
  if (people) {
    known.famous = FamousPeople(known.gazetteer, known.offices);
    known.spellings = SpellingIndex(known.gazetteer, known.offices);
  }
  if (people || rules || !more.titles.empty()) {
    known.vocabulary = known.vocabulary.with(
        known.rules.lexicon(), {known.gazetteer.first_tokens(), known.gazetteer.first_lower_tokens(),
                                known.titles.first_tokens(), known.famous.families()});
  }
  known.number_origins();
  return Done{};
}

}  // namespace dragoman
