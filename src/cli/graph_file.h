// Part of dragoman; see LICENSE.
//
// Reads a graph from the user's file.

#ifndef DRAGOMAN_CLI_GRAPH_FILE_H_
#define DRAGOMAN_CLI_GRAPH_FILE_H_

#include <string>

#include "dragoman/graph.h"
#include "dragoman/result.h"

namespace dragoman::cli {

// A store; else node-link JSON, JSON Lines or GraphML by the file's ending, else by what it looks
// like; "-" is standard input.  Errors of Store, read_file() and read_graph().
Result<RelationGraph> read_graph_file(const std::string& path);

// Would read_graph_file() be right to read it, or is it an article?  A store by how it begins, a
// graph by its ending; of JSON Lines, which both may be, by the first line.
bool is_graph_file(const std::string& path);

}  // namespace dragoman::cli

#endif  // DRAGOMAN_CLI_GRAPH_FILE_H_
