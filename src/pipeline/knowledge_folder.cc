// Part of dragoman; see LICENSE.
//
// From the folder of tables, stage by stage.

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "mention/person_names.h"
#include "pipeline/knowledge.h"

namespace dragoman {
namespace {

namespace fs = std::filesystem;

// Tables of data/gazetteer that hold no names of things.
constexpr std::array<std::string_view, 4> kOtherTables = {"given_names.tsv", "offices.tsv",
                                                          "surnames.tsv", "titles.tsv"};

Result<std::vector<Gazetteer::Table>> name_tables(const fs::path& folder, const std::string& name) {
  Result<std::vector<TextFile>> files = read_files(folder, ".tsv", name);
  if (!files.ok() || files->empty()) {
    return Error(ErrorCode::kNotFound,
                 fmt::format("{}: no name tables; set DRAGOMAN_DATA or give the data folder or bundle",
                             folder.string()));
  }
  std::vector<Gazetteer::Table> tables;
  for (TextFile& file : *files) {
    const std::string short_name = file.name.substr(name.size() + 1);
    if (std::find(kOtherTables.begin(), kOtherTables.end(), short_name) != kOtherTables.end()) continue;
    tables.push_back({std::move(file.name), std::move(file.content)});
  }
  return tables;
}

// A model that is not there is done without; one that is spoilt is an error.
template <typename Model>
Status keep(Result<Model> read, std::optional<Model>& model) {
  if (read.ok()) model = *std::move(read);
  else if (read.error().code() != ErrorCode::kNotFound) return read.error();
  return Done{};
}

}  // namespace

Result<KnowledgeTexts> KnowledgeTexts::read(const fs::path& data, const std::string& name) {
  KnowledgeTexts texts;
  const auto one = [&](const char* file, TextFile& into) -> Status {
    Result<std::string> content = read_file(data / file);
    if (!content.ok()) return content.error();
    into = {name + '/' + file, *std::move(content)};
    return Done{};
  };
  const auto folder = [&](const char* folder_name, std::vector<TextFile>& into) -> Status {
    Result<std::vector<TextFile>> files = read_files(data / folder_name, ".yaml", name + '/' + folder_name);
    if (!files.ok()) return files.error();
    into = *std::move(files);
    return Done{};
  };
  for (const Status& read : {one("gazetteer/titles.tsv", texts.titles), folder("rules", texts.rules),
                             one("syntax/words.tsv", texts.words), one("syntax/classes.yaml", texts.classes),
                             one("frames/lists.yaml", texts.lists), folder("frames", texts.frames)}) {
    if (!read.ok()) return read.error();
  }
  std::erase_if(texts.frames, [&texts](const TextFile& file) { return file.name == texts.lists.name; });
  return texts;
}

Result<std::unique_ptr<Knowledge::Impl>> knowledge_from_folder(const fs::path& data, bool models,
                                                               KnowledgeTexts& texts) {
  std::error_code ignored;
  const fs::path whole = fs::weakly_canonical(data, ignored);
  // Where a row stands is said by the folder's name, wherever the folder is.
  const std::string name = whole.filename().empty() ? "data" : whole.filename().string();
  const auto content = [&](const char* file) { return read_file(data / "gazetteer" / file); };

  const Result<std::vector<Gazetteer::Table>> tables = name_tables(data / "gazetteer", name + "/gazetteer");
  if (!tables.ok()) return tables.error();
  Result<Gazetteer> gazetteer = Gazetteer::parse(*tables);
  if (!gazetteer.ok()) return gazetteer.error();
  Result<KnowledgeTexts> read_texts = KnowledgeTexts::read(data, name);
  if (!read_texts.ok()) return read_texts.error();
  texts = *std::move(read_texts);
  Result<Titles> titles = Titles::parse(texts.titles.name, texts.titles.content);
  if (!titles.ok()) return titles.error();
  Result<std::string> terms = content("offices.tsv");
  if (!terms.ok()) return terms.error();
  Result<Offices> offices = Offices::parse(name + "/gazetteer/offices.tsv", *std::move(terms), *gazetteer);
  if (!offices.ok()) return offices.error();
  const Result<PersonNames> person_names =
      PersonNames::load(data / "gazetteer" / "given_names.tsv", data / "gazetteer" / "surnames.tsv");
  if (!person_names.ok()) return person_names.error();
  RuleLexicon lexicon;
  lexicon.use_names(&*person_names);
  if (const Result<std::string> common = content("common_words.txt"); common.ok()) lexicon.add_common_list(*common);
  Result<RuleSet> rules = RuleSet::parse(texts.rules, std::move(lexicon));
  if (!rules.ok()) return rules.error();
  FamousPeople famous(*gazetteer, *offices);
  Vocabulary vocabulary(rules->lexicon(), {gazetteer->first_tokens(), gazetteer->first_lower_tokens(),
                                           titles->first_tokens(), famous.families()});
  rules->forget_sources();
  SpellingIndex spellings(*gazetteer, *offices);

  Result<std::string> types = read_file(data / "schema" / "relations.yaml");
  if (!types.ok()) return types.error();
  Result<Schema> schema = Schema::parse(*types, name + "/schema/relations.yaml");
  if (!schema.ok()) return schema.error();
  Result<Lexicon> words = Lexicon::parse(texts.words.content, texts.words.name, texts.classes.content, texts.classes.name);
  if (!words.ok()) return words.error();
  Result<Frames> frames = Frames::parse(*std::move(words), texts.lists, texts.frames, *schema, 0);
  if (!frames.ok()) return frames.error();
  std::shared_ptr<const WordClusters> clusters;
  std::optional<NameTagger> tagger;
  std::optional<Parser> parser;
  if (models) {
    const fs::path folder = data / "models";
    Result<std::shared_ptr<const WordClusters>> words_of = WordClusters::load_if_there(folder / "clusters.model");
    if (!words_of.ok()) return words_of.error();
    clusters = *std::move(words_of);
    if (const Status read = keep(NameTagger::load(folder / "names.model", clusters), tagger); !read.ok()) return read.error();
    if (const Status read = keep(Parser::load(folder / "syntax.model", clusters), parser); !read.ok()) return read.error();
  }
  auto known = std::make_unique<Knowledge::Impl>(Knowledge::Impl{
      .bundle = nullptr, .gazetteer = *std::move(gazetteer), .titles = *std::move(titles), .offices = *std::move(offices),
      .rules = *std::move(rules), .famous = std::move(famous), .vocabulary = std::move(vocabulary),
      .spellings = std::move(spellings), .schema = *std::move(schema), .frames = *std::move(frames),
      .clusters = std::move(clusters), .names = std::move(tagger), .parser = std::move(parser)});
  known->number_origins();
  return known;
}

}  // namespace dragoman
