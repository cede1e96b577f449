// Part of dragoman; see LICENSE.
//
// The public door to a document's facts: names come from the knowledge that it keeps alive.

#include <fmt/format.h>

#include "dragoman/knowledge.h"
#include "graph/facts.h"

namespace dragoman {

DocumentFacts facts_of(const Document& document) {
  FactsNames names;
  if (const Knowledge* knowledge = document.knowledge.get()) {
    names.schema = &knowledge->schema();
    names.origin = [knowledge](OriginId id) {
      const Origin origin = knowledge->origin(id);
      return fmt::format("{}:{} {}", origin.file, origin.line, origin.name);
    };
    names.record_name = [knowledge](Index record) { return std::string(knowledge->names().record(record).name); };
  }
  return make_facts(document, names);
}

}  // namespace dragoman
