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
namespace {

void run_stages(const Knowledge::Impl& known, std::span<Document> documents) {
  for (Document& document : documents) document.tokens = tokenize(document.text);
  for (Document& document : documents) find_mentions(known.mention_model(), document);
  for (Document& document : documents) link_entities(known.link_model(), document);
  find_relations(known.frames, known.schema, documents, &known.gazetteer, nullptr, known.parser ? &*known.parser : nullptr);
  for (Document& document : documents) document.events = find_events(document, known.schema);
}

}  // namespace

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
  Document document;
  document.info = std::move(info);
  document.knowledge = knowledge();
  document.text = std::move(text);
  run_stages(document.knowledge->impl(), std::span(&document, 1));
  return document;
}

// Why kBatchBytes: a stage's code and tables come to a quarter of the cache behind the first one, and are
// taken from it by the next stage's; what the stages hand on to each other must stay near as well.
std::vector<Document> Pipeline::analyze_batch(std::span<Article> articles) const {
  const std::shared_ptr<const Knowledge> knowledge = this->knowledge();
  std::vector<Document> documents(articles.size());
  for (std::size_t done = 0; done < articles.size();) {
    std::size_t end = done;
    for (std::size_t bytes = 0; end < articles.size() && bytes < kBatchBytes; ++end) {
      Document& document = documents[end];
      document.info = std::move(articles[end].info);
      document.knowledge = knowledge;
      document.text = std::move(articles[end].text);
      bytes += document.text.view().size();
    }
    run_stages(knowledge->impl(), std::span(documents).subspan(done, end - done));
    done = end;
  }
  return documents;
}

}  // namespace dragoman
