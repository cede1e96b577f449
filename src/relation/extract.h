// Part of dragoman; see LICENSE.
//
// The relation stage: from mentions and entities to relations.
//
//   find_relations(frames, schema, document);    // fills document.relations; of several documents, too

#ifndef DRAGOMAN_RELATION_EXTRACT_H_
#define DRAGOMAN_RELATION_EXTRACT_H_

#include <chrono>
#include <span>

#include "dragoman/document.h"
#include "relation/frame.h"
#include "relation/trace.h"
#include "syntax/parser.h"

namespace dragoman {

// What the stage did, for tests of its cost.
struct RelationWork {
  std::size_t sentences = 0;         // of prose
  std::size_t parsed = 0;            // that passed the gate
  std::size_t trees = 0;             // of those: whose tree could change an answer
  std::size_t matches = 0;           // (frame, trigger) pairs tried
  std::size_t steps = 0;             // chunks and verb groups that slots looked at
  std::chrono::nanoseconds syntax{}; // elapsed in tags, chunks and trees, which the stage asks for
  RelationTrace* trace = nullptr;    // not null: every frame tried is kept there, with its fate
};

// Sorted by trigger, then type; deterministic.  Linear in the text but for the number of
// relations found.  Cannot fail.
// names: tells capitals, which stand for their state, from other cities; may be null.
// parser: corrects clauses by trees; may be null.
void find_relations(const Frames& frames, const Schema& schema, std::span<Document> documents,
                    const Gazetteer* names = nullptr, RelationWork* work = nullptr,
                    const Parser* parser = nullptr);
inline void find_relations(const Frames& frames, const Schema& schema, Document& document,
                           const Gazetteer* names = nullptr, RelationWork* work = nullptr,
                           const Parser* parser = nullptr) {
  find_relations(frames, schema, std::span(&document, 1), names, work, parser);
}

}  // namespace dragoman

#endif  // DRAGOMAN_RELATION_EXTRACT_H_
