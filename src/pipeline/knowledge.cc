// Part of dragoman; see LICENSE.
//
// Where knowledge is loaded from, and what an origin is.

#include "pipeline/knowledge.h"

#include <algorithm>

#include "base/paths.h"
#include "pipeline/default_schema.h"

namespace dragoman {
namespace {

namespace fs = std::filesystem;

// Is there a file in the folder that is newer than the bundle?
bool older(const fs::path& bundle, const fs::path& folder) {
  std::error_code error;
  const fs::file_time_type made = fs::last_write_time(bundle, error);
  if (error) return true;
  for (auto at = fs::recursive_directory_iterator(folder, error); !error && at != fs::recursive_directory_iterator();
       at.increment(error)) {
    std::error_code failed;
    const std::string extension = at->path().extension().string();
    const bool read = extension == ".tsv" || extension == ".yaml" || extension == ".txt" || extension == ".model";
    if (read && at->last_write_time(failed) > made) return true;
  }
  return false;
}

struct Source {
  fs::path path;
  bool bundle = false;
  Bundle::Check check = Bundle::Check::kAll;
};

// What the caller names is taken as it is; a bundle from elsewhere is checked as a whole.  By
// default the bundle beside the library, unless its tables lie there too and were changed since.
Source find_source(const fs::path& named) {
  std::error_code ignored;
  if (!named.empty()) return {named, fs::is_regular_file(named, ignored)};
  const fs::path found = default_data();
  if (!fs::is_regular_file(found, ignored)) return {found, false};
  const fs::path folder = found.parent_path() / "data";
  if (fs::is_directory(folder, ignored) && older(found, folder)) return {folder, false};
  return {found, true, default_data_is_named() ? Bundle::Check::kAll : Bundle::Check::kHeader};
}

}  // namespace

Result<std::uint64_t> compile_bundle(const fs::path& data, const fs::path& bundle) {
  KnowledgeTexts texts;
  const Result<std::unique_ptr<Knowledge::Impl>> known = knowledge_from_folder(data, true, texts);
  if (!known.ok()) return known.error();
  BundleWriter writer;
  if (const Status added = add_to_bundle(**known, texts, writer); !added.ok()) return added.error();
  return writer.save(bundle);
}

fs::path default_knowledge() { return find_source({}).path; }

Knowledge::Knowledge(std::unique_ptr<const Impl> impl) : impl_(std::move(impl)) {}
Knowledge::~Knowledge() = default;

Result<std::shared_ptr<const Knowledge>> Knowledge::load(const KnowledgeOptions& options) {
  const Source source = find_source(options.data);
  KnowledgeTexts texts;
  Result<std::unique_ptr<Impl>> known = [&]() -> Result<std::unique_ptr<Impl>> {
    if (!source.bundle) return knowledge_from_folder(source.path, options.models, texts);
    Result<std::shared_ptr<const Bundle>> bundle = Bundle::open(source.path, source.check);
    if (!bundle.ok()) return bundle.error();
    return knowledge_from_bundle(*std::move(bundle), options.models);
  }();
  if (!known.ok()) return known.error();
  if (!options.overlays.empty()) {
    if (source.bundle) {
      Result<KnowledgeTexts> kept = KnowledgeTexts::from_bundle((*known)->bundle);
      if (!kept.ok()) return kept.error();
      texts = *std::move(kept);
    }
    if (const Status laid = lay_over(**known, std::move(texts), options.overlays); !laid.ok()) return laid.error();
  }
  return make_knowledge(*std::move(known));
}

std::shared_ptr<const Knowledge> make_knowledge(std::unique_ptr<const Knowledge::Impl> impl) {
  return std::shared_ptr<const Knowledge>(new Knowledge(std::move(impl)));
}

Result<Schema> default_schema() {
  const Source source = find_source({});
  if (!source.bundle) return Schema::load(source.path / "schema" / "relations.yaml");
  Result<std::shared_ptr<const Bundle>> bundle = Bundle::open(source.path, Bundle::Check::kHeader);
  if (!bundle.ok()) return bundle.error();
  return Schema::from_bundle(*bundle);
}

void Knowledge::Impl::number_origins() {
  title_origins = gazetteer.origin_count();
  rule_origins = title_origins + titles.origin_count();
  frames.set_first_origin(rule_origins + OriginId(rules.rules().size()));
}

const Gazetteer& Knowledge::names() const { return impl_->gazetteer; }
const Schema& Knowledge::schema() const { return impl_->schema; }

Origin Knowledge::origin(OriginId id) const {
  const Impl& known = *impl_;
  if (id == kNoOrigin) return {};
  if (id == known.name_origins) return {"models/names.model", 0, "name tagger"};
  if (id < known.title_origins) return known.gazetteer.origin(id);
  if (id < known.rule_origins) return known.titles.origin(id - known.title_origins);
  if (id < known.frames.first_origin()) {
    const RuleText& rule = known.rules.rules()[id - known.rule_origins].text;
    return {rule.file, rule.line, rule.name};
  }
  return known.frames.origin(id);
}

}  // namespace dragoman
