// Part of dragoman; see LICENSE.
//
// The spine: the stages in their order, and nothing else.

#include "dragoman/pipeline.h"

#include <mutex>

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

// A lock around one pointer: some 20 ns an article, and every tool can follow it.
struct Pipeline::Current {
  std::mutex mutex;
  std::shared_ptr<const Knowledge> knowledge;
};

Pipeline::Pipeline(std::shared_ptr<const Knowledge> knowledge) : current_(std::make_shared<Current>()) {
  current_->knowledge = std::move(knowledge);
}

std::shared_ptr<const Knowledge> Pipeline::knowledge() const {
  const std::lock_guard lock(current_->mutex);
  return current_->knowledge;
}

// What it was is given up outside of the lock, as this may be its last holder.
void Pipeline::use(std::shared_ptr<const Knowledge> knowledge) {
  const std::lock_guard lock(current_->mutex);
  current_->knowledge.swap(knowledge);
}

Result<Document> Pipeline::analyze(std::string text, DocumentInfo info) const {
  Result<Text> read = Text::from_utf8(std::move(text));
  if (!read.ok()) return read.error();
  return analyze(*std::move(read), std::move(info));
}

Result<Document> Pipeline::analyze(Text text, DocumentInfo info) const {
  std::shared_ptr<const Knowledge> knowledge = this->knowledge();
  const Knowledge::Impl& known = knowledge->impl();
  Document document;
  document.info = std::move(info);
  document.knowledge = std::move(knowledge);
  document.text = std::move(text);
  document.tokens = tokenize(document.text);
  find_mentions(known.mention_model(), document);
  link_entities(known.link_model(), document);
  find_relations(known.frames, known.schema, document, &known.gazetteer, nullptr,
                 known.parser ? &*known.parser : nullptr);
  document.events = find_events(document, known.schema);
  return document;
}

}  // namespace dragoman
