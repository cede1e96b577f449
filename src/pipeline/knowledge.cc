// Part of dragoman; see LICENSE.
//
// Loads the data folder, stage by stage.

#include "pipeline/knowledge.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "base/bundle.h"
#include "base/paths.h"

namespace dragoman {
namespace {

namespace fs = std::filesystem;

// Tables of data/gazetteer that hold no names of things.
constexpr std::array<std::string_view, 4> kOtherTables = {"given_names.tsv", "offices.tsv",
                                                          "surnames.tsv", "titles.tsv"};

Result<std::vector<fs::path>> name_tables(const fs::path& folder) {
  std::vector<fs::path> tables;
  std::error_code error;
  for (const fs::directory_entry& entry : fs::directory_iterator(folder, error)) {
    const std::string name = entry.path().filename().string();
    const bool other = std::find(kOtherTables.begin(), kOtherTables.end(), name) != kOtherTables.end();
    if (entry.path().extension() == ".tsv" && !other) tables.push_back(entry.path());
  }
  if (error || tables.empty()) {
    return Error(ErrorCode::kNotFound,
                 fmt::format("{}: no name tables; set DRAGOMAN_DATA or give the data folder",
                             folder.string()));
  }
  std::sort(tables.begin(), tables.end());
  return tables;
}

// Is the bundle there and as new as each table?
bool fresh(const fs::path& bundle, const std::vector<fs::path>& tables) {
  std::error_code error;
  const fs::file_time_type made = fs::last_write_time(bundle, error);
  if (error) return false;
  return std::all_of(tables.begin(), tables.end(), [made](const fs::path& table) {
    std::error_code failed;
    return fs::last_write_time(table, failed) <= made && !failed;
  });
}

// From the bundle if it is fresh and whole; else from the tables, which are what it was made of.
Result<Gazetteer> load_names(const fs::path& data, const std::vector<fs::path>& tables,
                             const KnowledgeOptions& options) {
  const fs::path compiled = bundle_path(data);
  if (options.use_bundle && options.tables.empty() && fresh(compiled, tables)) {
    Result<std::shared_ptr<const Bundle>> bundle = Bundle::open(compiled, Bundle::Check::kHeader);
    if (bundle.ok()) {
      Result<Gazetteer> names = Gazetteer::from_bundle(*std::move(bundle), data);
      if (names.ok()) return names;
    }
  }
  return Gazetteer::load(tables);
}

// A model that is not there is done without; one that is spoilt is an error.
template <typename Model>
Status keep(Result<Model> read, std::optional<Model>& model) {
  if (read.ok()) model = *std::move(read);
  else if (read.error().code() != ErrorCode::kNotFound) return read.error();
  return Done{};
}

}  // namespace

fs::path bundle_path(const fs::path& data) {
  fs::path folder = data;
  if (folder.filename().empty()) folder = folder.parent_path();   // "data/"
  return folder.parent_path() / "dragoman.bundle";
}

Result<std::uint64_t> compile_bundle(const fs::path& data, const fs::path& bundle) {
  const Result<std::vector<fs::path>> tables = name_tables(data / "gazetteer");
  if (!tables.ok()) return tables.error();
  const Result<Gazetteer> names = Gazetteer::load(*tables);
  if (!names.ok()) return names.error();
  BundleWriter writer;
  names->add_to(writer, data);
  return writer.save(bundle);
}

Knowledge::Knowledge(std::unique_ptr<const Impl> impl) : impl_(std::move(impl)) {}
Knowledge::~Knowledge() = default;

Result<std::shared_ptr<const Knowledge>> Knowledge::load(const KnowledgeOptions& options) {
  const fs::path data = options.data.empty() ? default_data_dir() : options.data;
  const fs::path tables = data / "gazetteer";
  Result<std::vector<fs::path>> names = name_tables(tables);
  if (!names.ok()) return names.error();
  names->insert(names->end(), options.tables.begin(), options.tables.end());
  Result<Gazetteer> gazetteer = load_names(data, *names, options);
  if (!gazetteer.ok()) return gazetteer.error();
  Result<Titles> titles = Titles::load(tables / "titles.tsv");
  if (!titles.ok()) return titles.error();
  Result<Offices> offices = Offices::load(tables / "offices.tsv", *gazetteer);
  if (!offices.ok()) return offices.error();
  Result<PersonNames> read_names =
      PersonNames::load(tables / "given_names.tsv", tables / "surnames.tsv");
  if (!read_names.ok()) return read_names.error();
  auto person_names = std::make_unique<const PersonNames>(*std::move(read_names));
  RuleLexicon lexicon;
  lexicon.use_names(person_names.get());
  Result<RuleSet> rules = RuleSet::load({.data = data, .rules = options.rules}, std::move(lexicon));
  if (!rules.ok()) return rules.error();
  Result<Schema> schema = Schema::load(data / "schema" / "relations.yaml");
  if (!schema.ok()) return schema.error();

  // One space of origins: gazetteer rows, then titles by line, rules, frames.
  const OriginId title_origins = gazetteer->origin_count();
  const OriginId rule_origins = title_origins + titles->last_line() + 1;
  const OriginId frame_origins = rule_origins + OriginId(rules->rules().size());
  const OriginId name_origins = ~OriginId{0} - 1;   // kNoOrigin is the last
  std::optional<NameTagger> name_tagger;
  std::optional<Parser> parser;
  if (options.models) {
    const fs::path models = data / "models";
    Result<std::shared_ptr<const WordClusters>> clusters = WordClusters::load_if_there(models / "clusters.model");
    if (!clusters.ok()) return clusters.error();
    if (const Status read = keep(NameTagger::load(models / "names.model", *clusters), name_tagger); !read.ok()) {
      return read.error();
    }
    if (const Status read = keep(Parser::load(models / "syntax.model", *clusters), parser); !read.ok()) {
      return read.error();
    }
  }
  Result<Frames> frames = Frames::load(data, *schema, frame_origins);
  if (!frames.ok()) return frames.error();

  FamousPeople famous(*gazetteer, *offices);
  Vocabulary vocabulary(rules->lexicon(), {gazetteer->first_tokens(), gazetteer->first_lower_tokens(),
                                           titles->first_tokens(), famous.families()});
  auto impl = std::make_unique<Impl>(
      Impl{*std::move(gazetteer), *std::move(titles), *std::move(offices), std::move(person_names),
           *std::move(rules), std::move(vocabulary), std::move(famous), nullptr, *std::move(schema), *std::move(frames),
           title_origins, rule_origins, std::move(name_tagger), name_origins,
           std::move(parser)});
  impl->spellings = std::make_unique<const SpellingIndex>(impl->gazetteer, impl->offices);
  return std::shared_ptr<const Knowledge>(new Knowledge(std::move(impl)));
}

const Gazetteer& Knowledge::names() const { return impl_->gazetteer; }
const Schema& Knowledge::schema() const { return impl_->schema; }

Origin Knowledge::origin(OriginId id) const {
  const Impl& known = *impl_;
  if (id == kNoOrigin) return {};
  if (id == known.name_origins) return {"models/names.model", 0, "name tagger"};
  if (id < known.title_origins) return known.gazetteer.origin(id);
  if (id < known.rule_origins) return {known.titles.file(), id - known.title_origins, "title"};
  if (id < known.frames.first_origin()) {
    const RuleText& rule = known.rules.rules()[id - known.rule_origins].text;
    return {rule.file, rule.line, rule.name};
  }
  return known.frames.origin(id);
}

}  // namespace dragoman
