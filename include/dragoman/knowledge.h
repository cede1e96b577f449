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
  // A bundle (dragoman.bundle), which is checked as a whole, or a folder that holds gazetteer/,
  // rules/, frames/, schema/, syntax/ and models/, which takes some 100 ms to read.  Empty: the one
  // that default_knowledge() names.
  std::filesystem::path data;
  // Files of the user, laid over it in this order: tables of names, offices or titles (TSV, or
  // JSON Lines: *.jsonl), rules, word lists and frames (YAML).  They add, replace and remove by id
  // or name (docs/data_formats.md).
  std::vector<std::filesystem::path> overlays;
  // Use the learned models.  A model that is not there is done without: names are then found by
  // the gazetteer and the rules alone.
  bool models = true;
};

// What is loaded by default: $DRAGOMAN_DATA, a bundle or a folder, if it is set; else
// share/dragoman/dragoman.bundle near the library, or share/dragoman/data beside it if there is no
// bundle or a file of that folder is newer (so that who edits tables need not compile them).
DRAGOMAN_EXPORT std::filesystem::path default_knowledge();

// Compiles a data folder to a bundle (docs/data_formats.md), which holds all that Knowledge needs
// and loads some fifty times faster.  The same files give the same bytes, on every machine.  Returns
// the size in bytes.  Errors: of the files, as Knowledge::load; kUnreadable if `bundle` cannot
// be written, which leaves an earlier one as it was.
DRAGOMAN_EXPORT Result<std::uint64_t> compile_bundle(const std::filesystem::path& data,
                                                     const std::filesystem::path& bundle);

class DRAGOMAN_EXPORT Knowledge {
 public:
  // Errors: kNotFound, kUnreadable, and kBadData with file:line for what stands in tables, rules,
  // frames and overlays, or for a bundle that is damaged or of another version.
  static Result<std::shared_ptr<const Knowledge>> load(const KnowledgeOptions& options = {});

  const Gazetteer& names() const;   // both as long as this object
  const Schema& schema() const;

  // The rule, frame or entry behind an OriginId of a document made with this knowledge: file, line, name.
  Origin origin(OriginId id) const;

  ~Knowledge();
  Knowledge(const Knowledge&) = delete;
  Knowledge& operator=(const Knowledge&) = delete;

  struct Impl;                              // src/ only
  const Impl& impl() const { return *impl_; }

 private:
  friend std::shared_ptr<const Knowledge> make_knowledge(std::unique_ptr<const Impl> impl);   // src/ only
  explicit Knowledge(std::unique_ptr<const Impl> impl);
  std::unique_ptr<const Impl> impl_;
};

}  // namespace dragoman

#endif  // DRAGOMAN_KNOWLEDGE_H_
