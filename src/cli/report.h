// Part of dragoman; see LICENSE.
//
// One analysed article for people to read.

#ifndef DRAGOMAN_CLI_REPORT_H_
#define DRAGOMAN_CLI_REPORT_H_

#include <string>

#include "dragoman/document.h"

namespace dragoman::cli {

// People, states, officials with their offices, organisations, then the relations.
std::string report(const Document& document, std::size_t width);

// The parts of a relation as people read them; also used by `explain`.
struct RelationWords {
  std::string who, relation, whom, status, said_by, when;
};
RelationWords words_of(const Document& document, const Relation& relation);

// The words around the trigger, at most `columns` wide, with "..." where text was left out.
std::string excerpt(const Document& document, const Relation& relation, std::size_t columns);

}  // namespace dragoman::cli

#endif  // DRAGOMAN_CLI_REPORT_H_
