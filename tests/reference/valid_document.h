// Part of dragoman; see LICENSE.
//
// What holds for the document of any bytes: every offset on a character, every index in range, mentions
// that nest and do not cross.

#ifndef DRAGOMAN_TESTS_REFERENCE_VALID_DOCUMENT_H_
#define DRAGOMAN_TESTS_REFERENCE_VALID_DOCUMENT_H_

#include <string>
#include <vector>

#include "dragoman/document.h"
#include "dragoman/knowledge.h"
#include "text/utf8.h"

namespace dragoman {

class DocumentCheck {
 public:
  explicit DocumentCheck(const Document& document) : d_(document) {}

  // What is wrong first; empty for nothing.
  std::string run() {
    if (first_ill_formed(d_.text.view()) != d_.text.size()) wrong("the text is no UTF-8", 0);
    tokens();
    for (std::size_t i = 0; i < d_.mentions.size(); ++i) mention(d_.mentions[i], i);
    nesting();
    for (const Rejected& r : d_.rejected) {
      place(r.mention.span, "a rejected mention", 0);
      if (r.winner.end != 0) place(r.winner, "the winner of a rejected mention", 0);
    }
    for (std::size_t i = 0; i < d_.entities.size(); ++i) entity(d_.entities[i], i);
    for (std::size_t i = 0; i < d_.relations.size(); ++i) relation(d_.relations[i], i);
    for (std::size_t i = 0; i < d_.events.size(); ++i) {
      const Event& e = d_.events[i];
      index(e.relation, d_.relations.size(), "an event's relation", i);
      if (e.code == nullptr) wrong("an event without code", i);
      for (const EventActor* actor : {&e.source, &e.target}) perhaps(actor->entity, d_.entities.size(), "an event's actor", i);
    }
    return wrong_;
  }

 private:
  void wrong(const std::string& what, std::size_t number) {
    if (wrong_.empty()) wrong_ = what + " (" + std::to_string(number) + ")";
  }
  bool boundary(std::uint32_t at) const {
    return at == d_.text.size() || (at < d_.text.size() && !is_continuation(d_.text.view()[at]));
  }
  void place(Span span, const char* what, std::size_t number) {
    if (span.start >= span.end || span.end > d_.text.size()) return wrong(std::string(what) + " is nowhere", number);
    if (!boundary(span.start) || !boundary(span.end)) wrong(std::string(what) + " cuts a character", number);
  }
  void index(Index i, std::size_t size, const char* what, std::size_t number) {
    if (i >= size) wrong(std::string(what) + " is not there", number);
  }
  void perhaps(Index i, std::size_t size, const char* what, std::size_t number) {
    if (i != kNone) index(i, size, what, number);
  }

  void tokens() {
    std::uint32_t at = 0, first = 0;
    for (std::size_t i = 0; i < d_.tokens.tokens.size(); ++i) {
      const Token& t = d_.tokens.tokens[i];
      place(t.span(), "a token", i);
      if (t.start < at) wrong("a token overlaps the one before", i);
      at = t.end;
    }
    for (std::size_t i = 0; i < d_.sentences().size(); ++i) {
      const Sentence& s = d_.sentences()[i];
      place(s.span, "a sentence", i);
      if (s.first != first || s.first >= s.last) wrong("a sentence leaves tokens out", i);
      first = s.last;
    }
    if (first != d_.tokens.tokens.size()) wrong("no sentence has the last tokens", first);
  }

  void mention(const Mention& m, std::size_t i) {
    place(m.span, "a mention", i);
    index(m.sentence, d_.sentences().size(), "a mention's sentence", i);
    if (!wrong_.empty()) return;
    const Sentence& s = d_.sentences()[m.sentence];
    if (m.first >= m.last || m.first < s.first || m.last > s.last) return wrong("a mention leaves its sentence", i);
    if (d_.tokens.tokens[m.first].start != m.span.start || d_.tokens.tokens[m.last - 1].end != m.span.end) {
      wrong("a mention is not its tokens", i);
    }
    if (m.type >= MentionType::kCount) wrong("a mention's type is none", i);
    const Gazetteer& names = d_.knowledge->names();
    perhaps(m.record, names.record_count(), "a mention's record", i);
    perhaps(m.state, names.record_count(), "a mention's state", i);
    perhaps(m.entity, d_.entities.size(), "a mention's entity", i);
    if (m.type == MentionType::kDate) {
      perhaps(m.value, d_.dates.size(), "a mention's date", i);
    } else {
      perhaps(m.value, d_.amounts.size(), "a mention's amount", i);
    }
    if (m.because != kNoOrigin) d_.knowledge->origin(m.because);
  }

  // In the order of their starts; an open one holds all that begin within it.
  void nesting() {
    std::vector<Span> open;
    for (std::size_t i = 0; i < d_.mentions.size(); ++i) {
      const Span span = d_.mentions[i].span;
      if (i > 0 && span.start < d_.mentions[i - 1].span.start) wrong("mentions are out of order", i);
      while (!open.empty() && open.back().end <= span.start) open.pop_back();
      if (!open.empty() && !open.back().contains(span) && !span.contains(open.back())) wrong("mentions cross", i);
      open.push_back(span);
    }
  }

  void entity(const Entity& e, std::size_t i) {
    if (e.id.empty()) wrong("an entity without id", i);
    for (const std::string* text : {&e.id, &e.name}) {
      if (first_ill_formed(*text) != text->size()) wrong("an entity's name is no UTF-8", i);
    }
    for (const Index m : e.mentions) {
      index(m, d_.mentions.size(), "an entity's mention", i);
      if (wrong_.empty() && d_.mentions[m].entity != i) wrong("an entity's mention is another's", i);
    }
    for (const Index member : e.members) index(member, d_.entities.size(), "an entity's member", i);
  }

  void relation(const Relation& r, std::size_t i) {
    index(r.type, d_.knowledge->schema().types().size(), "a relation's type", i);
    if (!wrong_.empty()) return;
    place(r.trigger, "a relation's trigger", i);
    place(r.evidence, "a relation's evidence", i);
    index(r.sentence, d_.sentences().size(), "a relation's sentence", i);
    for (const Argument& a : r.arguments) {
      index(a.role, d_.knowledge->schema().type(r.type).roles.size(), "an argument's role", i);
      perhaps(a.mention, d_.mentions.size(), "an argument's mention", i);
      perhaps(a.entity, d_.entities.size(), "an argument's entity", i);
    }
    if (r.when) perhaps(r.when->mention, d_.mentions.size(), "a relation's date", i);
    perhaps(r.where, d_.mentions.size(), "a relation's place", i);
    if (r.said_by) {
      perhaps(r.said_by->mention, d_.mentions.size(), "who says it", i);
      perhaps(r.said_by->entity, d_.entities.size(), "who says it", i);
    }
    if (r.because != kNoOrigin) d_.knowledge->origin(r.because);
  }

  const Document& d_;
  std::string wrong_;
};

inline std::string why_invalid(const Document& document) { return DocumentCheck(document).run(); }

}  // namespace dragoman

#endif  // DRAGOMAN_TESTS_REFERENCE_VALID_DOCUMENT_H_
