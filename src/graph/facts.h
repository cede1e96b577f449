// Part of dragoman; see LICENSE.
//
// What a document contributes to a graph, apart from the knowledge behind it.

#ifndef DRAGOMAN_GRAPH_FACTS_H_
#define DRAGOMAN_GRAPH_FACTS_H_

#include <functional>
#include <string>

#include "dragoman/graph.h"

namespace dragoman {

struct FactsNames {
  const Schema* schema = nullptr;                      // null: no relations
  std::function<std::string(OriginId)> origin;         // null: no `because`
  std::function<std::string(Index)> record_name;       // null: values are named by the text
};

DocumentFacts make_facts(const Document& document, const FactsNames& names);

}  // namespace dragoman

#endif  // DRAGOMAN_GRAPH_FACTS_H_
