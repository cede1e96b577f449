// Part of dragoman; see LICENSE.

#include "query/vocabulary.h"

#include <algorithm>

namespace dragoman::query_impl {
namespace {

bool has(const std::vector<std::string>& names, const std::string& name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

}  // namespace

bool Vocabulary::has_type(const std::string& name) const {
  if (has(relation_types, name) || has(all_types(), name)) return true;
  return !schema || schema() == nullptr;   // nobody can tell
}

bool Vocabulary::has_role(const std::string& name) const {
  return has(all_roles(), name) || (roles && has(roles(), name));
}

std::vector<std::string> Vocabulary::all_types() const {
  std::vector<std::string> names = relation_types;
  if (const Schema* all = schema ? schema() : nullptr) {
    for (const RelationType& type : all->types()) names.push_back(type.name);
  }
  return names;
}

std::vector<std::string> Vocabulary::all_roles() const {
  std::vector<std::string> names;
  if (const Schema* all = schema ? schema() : nullptr) {
    for (const RelationType& type : all->types()) {
      for (const Role& role : type.roles) names.push_back(role.name);
    }
  }
  return names;
}

}  // namespace dragoman::query_impl
