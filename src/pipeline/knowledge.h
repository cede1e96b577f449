// Part of dragoman; see LICENSE.
//
// What stands behind a Knowledge: each stage's loaded data, in the order of the stages; and where
// it comes from: a folder of tables, a bundle, and what a user lays over either.

#ifndef DRAGOMAN_PIPELINE_KNOWLEDGE_H_
#define DRAGOMAN_PIPELINE_KNOWLEDGE_H_

#include <optional>

#include "base/bundle.h"
#include "base/file.h"
#include "dragoman/knowledge.h"
#include "entity/famous.h"
#include "entity/link.h"
#include "entity/spelling.h"
#include "mention/find.h"
#include "mention/offices.h"
#include "mention/rule_set.h"
#include "mention/titles.h"
#include "relation/frame.h"
#include "syntax/parser.h"

namespace dragoman {

struct Knowledge::Impl {
  std::shared_ptr<const Bundle> bundle;  // keeps what lies in it; null: all is its own
  Gazetteer gazetteer;
  Titles titles;
  Offices offices;
  RuleSet rules;
  FamousPeople famous;
  Vocabulary vocabulary;
  SpellingIndex spellings;
  Schema schema;
  Frames frames;
  std::shared_ptr<const WordClusters> clusters;   // of the models; null without them
  std::optional<NameTagger> names;       // none: gazetteer and rules alone
  std::optional<Parser> parser;          // none: clauses are read off chunks alone

  // One space of origins: gazetteer rows, titles, rules, frames; settled by number_origins().
  OriginId title_origins = 0;
  OriginId rule_origins = 0;
  OriginId name_origins = ~OriginId{0} - 1;   // kNoOrigin is the last
  void number_origins();

  MentionModel mention_model() const {
    return {gazetteer, titles, rules, vocabulary, title_origins, rule_origins,
            names ? &*names : nullptr, name_origins};
  }
  LinkModel link_model() const { return {gazetteer, vocabulary, famous, titles, offices, spellings}; }
};

// Files that are compiled as a whole, so that an overlay compiles them anew.
struct KnowledgeTexts {
  TextFile titles;
  std::vector<TextFile> rules;
  TextFile words, classes;               // of data/syntax
  TextFile lists;                        // of frames
  std::vector<TextFile> frames;

  // "data/rules/person.yaml" ...: NAME is the folder's.  kNotFound names what lacks.
  static Result<KnowledgeTexts> read(const std::filesystem::path& data, const std::string& name);
  void add_to(BundleWriter& bundle) const;
  static Result<KnowledgeTexts> from_bundle(const std::shared_ptr<const Bundle>& bundle);
};

// From a folder that holds gazetteer/, rules/, frames/, schema/, syntax/, models/: some 100 ms.
// texts: those that it was made from.
Result<std::unique_ptr<Knowledge::Impl>> knowledge_from_folder(const std::filesystem::path& data, bool models,
                                                               KnowledgeTexts& texts);

// As sections of a bundle, and back: some 2 ms.
Status add_to_bundle(const Knowledge::Impl& known, const KnowledgeTexts& texts, BundleWriter& bundle);
Result<std::unique_ptr<Knowledge::Impl>> knowledge_from_bundle(std::shared_ptr<const Bundle> bundle, bool models);

// For callers that hold an Impl: tests and fuzz targets.
std::shared_ptr<const Knowledge> make_knowledge(std::unique_ptr<const Knowledge::Impl> impl);

// Lays a user's files over it: tables of names, offices and titles, rules, word lists and frames,
// told apart by their columns and keys.
Status lay_over(Knowledge::Impl& known, KnowledgeTexts texts, const std::vector<std::filesystem::path>& files);

}  // namespace dragoman

#endif  // DRAGOMAN_PIPELINE_KNOWLEDGE_H_
