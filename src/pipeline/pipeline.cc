// Part of dragoman; see LICENSE.
//
// The spine: the stages in their order, and nothing else.

#include "dragoman/pipeline.h"

#include "entity/link.h"
#include "mention/find.h"
#include "pipeline/knowledge.h"
#include "relation/extract.h"

namespace dragoman {

Result<Pipeline> Pipeline::load(const KnowledgeOptions& options) {
  Result<std::shared_ptr<const Knowledge>> knowledge = Knowledge::load(options);
  if (!knowledge.ok()) return knowledge.error();
  return Pipeline(*std::move(knowledge));
}

Pipeline::Pipeline(std::shared_ptr<const Knowledge> knowledge) : knowledge_(std::move(knowledge)) {}

Result<Document> Pipeline::analyze(std::string text, DocumentInfo info) const {
  Result<Text> read = Text::from_utf8(std::move(text));
  if (!read.ok()) return read.error();
  return analyze(*std::move(read), std::move(info));
}

Result<Document> Pipeline::analyze(Text text, DocumentInfo info) const {
  const Knowledge::Impl& known = knowledge_->impl();
  Document document;
  document.info = std::move(info);
  document.knowledge = knowledge_;
  document.text = std::move(text);
  document.tokens = tokenize(document.text);
  find_mentions(known.mention_model(), document);
  link_entities(known.link_model(), document);
  find_relations(known.frames, known.schema, document, &known.gazetteer);
  return document;
}

}  // namespace dragoman
