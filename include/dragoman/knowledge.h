// Part of dragoman; see LICENSE.
//
// Knowledge: all that is loaded once and shared by every stage: the gazetteer, offices
// with dates, titles, given names and surnames, rules, frames, the schema.
//
//   Result<std::shared_ptr<const Knowledge>> known = Knowledge::load();
//
// Immutable: any number of pipelines and threads may share one.

#ifndef DRAGOMAN_KNOWLEDGE_H_
#define DRAGOMAN_KNOWLEDGE_H_

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "dragoman/api.h"
#include "dragoman/gazetteer.h"
#include "dragoman/relation.h"
#include "dragoman/result.h"

namespace dragoman {

struct KnowledgeOptions {
  // The folder that holds gazetteer/, rules/, frames/ and schema/.  Empty: $DRAGOMAN_DATA,
  // else the folder that the library was installed with.
  std::filesystem::path data;
  // Further name tables of the user, TSV or JSON Lines (*.jsonl), read after the shipped ones: they
  // add names, replace rows of the same id, type and name, and remove (docs/data_formats.md).
  std::vector<std::filesystem::path> tables;
  // Further rule files of the user, read after the shipped ones (docs/rules.md).
  std::vector<std::filesystem::path> rules;
  // Use the compiled names of bundle_path(data), if there are any and none of the shipped name
  // tables is newer; with `tables` given, names are always read from tables.
  bool use_bundle = true;
  // Use the learned models in models/.  A model that is not there is done without: names are
  // then found by the gazetteer and the rules alone.
  bool models = true;
};

// Where the bundle of a data folder is looked for: dragoman.bundle beside the folder.
DRAGOMAN_EXPORT std::filesystem::path bundle_path(const std::filesystem::path& data);

// Compiles the name tables of a data folder to a bundle (docs/data_formats.md), which loads
// some hundred times faster.  The same tables give the same bytes, on every machine.  Returns
// the size in bytes.  Errors: of the tables, as Knowledge::load; kUnreadable if `bundle` cannot
// be written, which leaves an earlier one as it was.
DRAGOMAN_EXPORT Result<std::uint64_t> compile_bundle(const std::filesystem::path& data,
                                                     const std::filesystem::path& bundle);

class DRAGOMAN_EXPORT Knowledge {
 public:
  static Result<std::shared_ptr<const Knowledge>> load(const KnowledgeOptions& options = {});

  const Gazetteer& names() const;
  const Schema& schema() const;

  // The rule, frame or entry behind an OriginId of a document made with this knowledge.
  Origin origin(OriginId id) const;

  ~Knowledge();
  Knowledge(const Knowledge&) = delete;
  Knowledge& operator=(const Knowledge&) = delete;

  struct Impl;                              // src/ only
  const Impl& impl() const { return *impl_; }

 private:
  explicit Knowledge(std::unique_ptr<const Impl> impl);
  std::unique_ptr<const Impl> impl_;
};

}  // namespace dragoman

#endif  // DRAGOMAN_KNOWLEDGE_H_
