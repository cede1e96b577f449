// Part of dragoman; see LICENSE.
//
// Analysis: what one article's Document and all the objects made from it share.
//
// Python objects are views: a pointer to this and an index.  They are made when asked for, so an
// article costs one Python object, and reading a token does not copy the others.

#ifndef DRAGOMAN_PYTHON_ANALYSIS_H_
#define DRAGOMAN_PYTHON_ANALYSIS_H_

#include <memory>
#include <mutex>
#include <optional>

#include "convert.h"
#include "dragoman/document.h"
#include "dragoman/knowledge.h"
#include "dragoman/text.h"

namespace dragoman::python {

class Analysis {
 public:
  explicit Analysis(Document document) : document_(std::move(document)) {}
  Analysis(const Analysis&) = delete;
  Analysis& operator=(const Analysis&) = delete;

  const Document& document() const { return document_; }
  const Schema& schema() const { return document_.knowledge->schema(); }

  // Bytes to code points.  The table is built at the first question, once an article.
  std::size_t code_point(std::size_t byte) const {
    std::call_once(built_, [this] { positions_.emplace(document_.text.view()); });
    return positions_->code_point(byte);
  }
  nb::str slice(Span span) const { return to_python(document_.slice(span)); }

 private:
  Document document_;
  mutable std::once_flag built_;
  mutable std::optional<Positions> positions_;
};

using Shared = std::shared_ptr<const Analysis>;

// A thing of a document: Tag tells the kinds apart.
template <typename Tag>
struct View {
  Shared of;
  Index index = 0;

  const Document& document() const { return of->document(); }
  bool operator==(const View&) const = default;
};

using TokenView = View<Token>;
using SentenceView = View<Sentence>;
using MentionView = View<Mention>;
using EntityView = View<Entity>;
using RelationView = View<Relation>;

// `index` is of the relation.
struct ArgumentView {
  RelationView relation;
  Index place = 0;  // among the relation's arguments

  const Document& document() const { return relation.document(); }
  const Argument& argument() const { return document().relations[relation.index].arguments[place]; }
  bool operator==(const ArgumentView&) const = default;
};

// dragoman.Document.
struct PyDocument {
  Shared analysis;
  nb::object text;      // the str that was read, not a copy
  nb::object pipeline;  // kept for pickling
};

void bind_document(nb::module_& module);

}  // namespace dragoman::python

#endif  // DRAGOMAN_PYTHON_ANALYSIS_H_
