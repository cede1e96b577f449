// Part of dragoman; see LICENSE.
//
// Pipeline: the spine.  Text in, Document out, one stage after the other.
//
//   auto pipeline = dragoman::Pipeline::load();
//   if (!pipeline.ok()) return report(pipeline.error().message());
//   auto document = pipeline->analyze("North Korea shipped shells to Russia.",
//                                     {.date = dragoman::Date{2023, 9, 5}});
//   auto documents = pipeline->analyze_batch(articles);      // many: faster than one by one
//
// Immutable once loaded: one Pipeline serves any number of threads, and gives the same
// bytes on each.

#ifndef DRAGOMAN_PIPELINE_H_
#define DRAGOMAN_PIPELINE_H_

#include <cstddef>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "dragoman/api.h"
#include "dragoman/article.h"
#include "dragoman/document.h"
#include "dragoman/knowledge.h"
#include "dragoman/result.h"

namespace dragoman {

class DRAGOMAN_EXPORT Pipeline {
 public:
  static Result<Pipeline> load(const KnowledgeOptions& options = {});   // fails as Knowledge::load
  explicit Pipeline(std::shared_ptr<const Knowledge> knowledge);   // not null; shared, not copied

  // Analyses one article.  text: UTF-8; ill-formed bytes are replaced and counted.
  // Fails only with kLimit for a text over kMaxTextBytes; what the news says never fails.
  // Time grows linearly with the text (docs/performance.md).  Safe from any number of threads.
  Result<Document> analyze(std::string text, DocumentInfo info = {}) const;
  Result<Document> analyze(Text text, DocumentInfo info = {}) const;

  // The same of many articles: one document each, in their order, equal to what analyze() gives.  Texts
  // and infos are moved from.  Goes through the stages with kBatchBytes of text at a time, so that the
  // code and the tables of a stage are fetched once for all of it: short articles take a fifth less
  // time than one by one.  Cannot fail.  Safe from any number of threads.
  std::vector<Document> analyze_batch(std::span<Article> articles) const;

  // Bytes of text that go through the stages together; whoever gathers articles for analyze_batch() gains
  // nothing by more.
  static constexpr std::size_t kBatchBytes = std::size_t{256} << 10;

  // What it knows now.  Documents keep the knowledge that they were made with.
  std::shared_ptr<const Knowledge> knowledge() const;

  // From now on articles are analysed with this; those under way go on with what they began
  // with.  Copies of a pipeline share their knowledge.  Any thread may call it at any time.
  void use(std::shared_ptr<const Knowledge> knowledge);

 private:
  struct Current;
  std::shared_ptr<Current> current_;
};

}  // namespace dragoman

#endif  // DRAGOMAN_PIPELINE_H_
