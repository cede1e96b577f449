// Part of dragoman; see LICENSE.

#ifndef DRAGOMAN_QUERY_VOCABULARY_H_
#define DRAGOMAN_QUERY_VOCABULARY_H_

#include <functional>
#include <string>
#include <vector>

#include "dragoman/relation.h"

namespace dragoman::query_impl {

// Names that a query may use, for checks and suggestions.
struct Vocabulary {
  std::vector<std::string> relation_types;   // those of the graph
  // Roles of its edges; asked for where the schema has no such role.
  std::function<std::vector<std::string>()> roles;
  // All types and roles that exist: asked for only where the graph lacks a name, because
  // they may have to be read from a file.  Empty: not known.
  std::function<const Schema*()> schema;

  bool has_type(const std::string& name) const;
  bool has_role(const std::string& name) const;
  std::vector<std::string> all_types() const;
  std::vector<std::string> all_roles() const;
};

}  // namespace dragoman::query_impl

#endif  // DRAGOMAN_QUERY_VOCABULARY_H_
