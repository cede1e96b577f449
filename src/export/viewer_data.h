// Part of dragoman; see LICENSE.
//
// What the page of `dragoman view` shows, as JSON: the graph with its reports and, where there
// are any, the texts with their mentions.  docs/viewer.md lists the fields.
//
// Offsets count UTF-16 units, as strings in a browser do.  No path of the machine that made the
// page stands in it: rules and tables are named from data/ on.

#ifndef DRAGOMAN_EXPORT_VIEWER_DATA_H_
#define DRAGOMAN_EXPORT_VIEWER_DATA_H_

#include <span>
#include <string>

#include <nlohmann/json.hpp>

#include "dragoman/document.h"
#include "dragoman/graph.h"

namespace dragoman {

// The page's data and the page itself are made for one another.
inline constexpr int kViewerVersion = 2;

nlohmann::ordered_json viewer_data(const RelationGraph& graph,
                                   std::span<const Document> documents, std::string title);

// JSON that can stand inside <script>: "<" is written \u003c, so that no text ends the element
// or opens a comment in it.  Ill-formed UTF-8 becomes U+FFFD.
std::string script_json(const nlohmann::ordered_json& json);

}  // namespace dragoman

#endif  // DRAGOMAN_EXPORT_VIEWER_DATA_H_
