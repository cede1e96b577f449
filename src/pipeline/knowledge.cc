// Part of dragoman; see LICENSE.
//
// Where knowledge is loaded from, and what an origin is.

#include "pipeline/knowledge.h"

#include <algorithm>
#include <string_view>

#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/paths.h"
#include "pipeline/default_schema.h"

namespace dragoman {
namespace {

namespace fs = std::filesystem;

// Is there a file in the folder, or in one within it, that knowledge is made from and that was changed after `made`?
// Takes over the open folder.  By the system's own calls: a start of the program asks about 170 files.
bool changed_since(int folder, const timespec& made) {
  DIR* const entries = folder < 0 ? nullptr : ::fdopendir(folder);
  if (entries == nullptr) {
    if (folder >= 0) ::close(folder);
    return false;
  }
  bool changed = false;
  while (const dirent* entry = changed ? nullptr : ::readdir(entries)) {
    const std::string_view name = entry->d_name;
    const bool read = name.ends_with(".tsv") || name.ends_with(".yaml") || name.ends_with(".txt") || name.ends_with(".model");
    struct stat info {};
    const bool inner = entry->d_type == DT_DIR ||      // not all file systems say so
                       (entry->d_type == DT_UNKNOWN &&
                        ::fstatat(folder, entry->d_name, &info, AT_SYMLINK_NOFOLLOW) == 0 && S_ISDIR(info.st_mode));
    if (inner) {
      if (name == "." || name == "..") continue;
      changed = changed_since(::openat(folder, entry->d_name, O_RDONLY | O_DIRECTORY | O_CLOEXEC | O_NOFOLLOW), made);
    } else if (read && ::fstatat(folder, entry->d_name, &info, 0) == 0) {
      const timespec& at = info.st_mtim;
      changed = at.tv_sec != made.tv_sec ? at.tv_sec > made.tv_sec : at.tv_nsec > made.tv_nsec;
    }
  }
  ::closedir(entries);
  return changed;
}

bool older(const fs::path& bundle, const fs::path& folder) {
  struct stat info {};
  if (::stat(bundle.c_str(), &info) != 0) return true;
  return changed_since(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC), info.st_mtim);
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
