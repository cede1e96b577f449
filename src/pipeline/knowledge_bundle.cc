// Part of dragoman; see LICENSE.
//
// All of a Knowledge as sections of one bundle.  What is asked for every token lies there as it is
// used; rules, frames and the schema, a few thousand small things, are read into vectors.

#include "base/fields.h"
#include "pipeline/knowledge.h"

namespace dragoman {

template <typename Visit>
void each_field(TextFile& file, Visit&& visit) {
  auto& [name, content] = file;
  visit(name, content);
}

template <typename Visit>
void each_field(KnowledgeTexts& texts, Visit&& visit) {
  auto& [titles, rules, words, classes, lists, frames] = texts;
  visit(titles, rules, words, classes, lists, frames);
}

void KnowledgeTexts::add_to(BundleWriter& bundle) const {
  ByteWriter out;
  write_value(out, *this);
  bundle.add("texts", std::span<const char>(out.bytes()));
}

Result<KnowledgeTexts> KnowledgeTexts::from_bundle(const std::shared_ptr<const Bundle>& bundle) {
  Result<ByteReader> in = ByteReader::of(bundle, "texts");
  if (!in.ok()) return in.error();
  KnowledgeTexts texts;
  read_value(*in, texts);
  if (!in->ok() || !in->at_end()) return in->error();
  return texts;
}

Status add_to_bundle(const Knowledge::Impl& known, const KnowledgeTexts& texts, BundleWriter& bundle) {
  known.schema.add_to(bundle);
  known.gazetteer.add_to(bundle);
  known.titles.add_to(bundle);
  known.offices.add_to(bundle);
  known.rules.add_to(bundle);
  known.famous.add_to(bundle);
  known.vocabulary.add_to(bundle);
  known.spellings.add_to(bundle);
  known.frames.add_to(bundle);
  if (known.clusters && known.clusters->size() > 0) known.clusters->add_to(bundle);
  if (known.names) known.names->add_to(bundle);
  if (known.parser) known.parser->add_to(bundle);
  texts.add_to(bundle);
  return Done{};
}

Result<std::unique_ptr<Knowledge::Impl>> knowledge_from_bundle(std::shared_ptr<const Bundle> bundle, bool models) {
  Result<Schema> schema = Schema::from_bundle(bundle);
  if (!schema.ok()) return schema.error();
  Result<Gazetteer> gazetteer = Gazetteer::from_bundle(bundle);
  if (!gazetteer.ok()) return gazetteer.error();
  Result<Titles> titles = Titles::from_bundle(*bundle);
  if (!titles.ok()) return titles.error();
  Result<Offices> offices = Offices::from_bundle(*bundle, *gazetteer);
  if (!offices.ok()) return offices.error();
  Result<RuleSet> rules = RuleSet::from_bundle(bundle);
  if (!rules.ok()) return rules.error();
  Result<FamousPeople> famous = FamousPeople::from_bundle(*bundle, *gazetteer);
  if (!famous.ok()) return famous.error();
  Result<Vocabulary> vocabulary = Vocabulary::from_bundle(*bundle, rules->lexicon().combinations().size());
  if (!vocabulary.ok()) return vocabulary.error();
  Result<SpellingIndex> spellings = SpellingIndex::from_bundle(*bundle, *gazetteer);
  if (!spellings.ok()) return spellings.error();
  Result<Frames> frames = Frames::from_bundle(bundle, *schema, 0);
  if (!frames.ok()) return frames.error();
  std::optional<NameTagger> tagger;
  std::optional<Parser> parser;
  std::shared_ptr<const WordClusters> clusters;
  if (models && bundle->has("clusters.keys")) {
    Result<WordClusters> read = WordClusters::from_bundle(*bundle);
    if (!read.ok()) return read.error();
    clusters = std::make_shared<const WordClusters>(*std::move(read));
  } else {
    clusters = std::make_shared<const WordClusters>();
  }
  if (models && bundle->has("tagger.transitions")) {
    Result<NameTagger> read = NameTagger::from_bundle(bundle, clusters);
    if (!read.ok()) return read.error();
    tagger = *std::move(read);
  }
  if (models && bundle->has("syntax")) {
    Result<Parser> read = Parser::from_bundle(bundle, clusters);
    if (!read.ok()) return read.error();
    parser = *std::move(read);
  }
  auto known = std::make_unique<Knowledge::Impl>(Knowledge::Impl{
      .bundle = std::move(bundle), .gazetteer = *std::move(gazetteer), .titles = *std::move(titles),
      .offices = *std::move(offices), .rules = *std::move(rules), .famous = *std::move(famous),
      .vocabulary = *std::move(vocabulary), .spellings = *std::move(spellings), .schema = *std::move(schema),
      .frames = *std::move(frames), .clusters = std::move(clusters), .names = std::move(tagger), .parser = std::move(parser)});
  known->number_origins();
  return known;
}

}  // namespace dragoman
