// Part of dragoman; see LICENSE.
//
// Hands results over to other programs.
//
//   std::string json = dragoman::to_json(document, {.offsets = OffsetUnit::kCodePoint});
//   std::string xml = dragoman::to_graphml(graph);       // Gephi, networkx, igraph
//   auto again = dragoman::read_graph(json_of_graph, GraphFormat::kJson);
//
// Every writer gives valid output for any input: what a format cannot hold (control
// characters in XML, ill-formed UTF-8 in names) becomes U+FFFD.  Output depends on the
// content alone, so equal graphs give equal bytes.

#ifndef DRAGOMAN_EXPORT_H_
#define DRAGOMAN_EXPORT_H_

#include <optional>
#include <string>
#include <string_view>

#include "dragoman/api.h"
#include "dragoman/document.h"
#include "dragoman/result.h"

namespace dragoman {

// What offsets count: bytes of UTF-8, Unicode code points (Python), UTF-16 units
// (JavaScript, Java).
enum class OffsetUnit { kByte, kCodePoint, kUtf16 };

DRAGOMAN_EXPORT std::string_view to_string(OffsetUnit unit);   // "codepoint"
DRAGOMAN_EXPORT std::optional<OffsetUnit> offset_unit(std::string_view name);

struct DocumentJsonOptions {
  OffsetUnit offsets = OffsetUnit::kByte;
  // Indented for people; otherwise one line, as JSON Lines wants it.
  bool pretty = false;
  // Also the readings that were not chosen, with the reason.
  bool rejected = false;
};

// One analysed article as JSON; docs/cli.md lists the fields.  Linear time.
DRAGOMAN_EXPORT std::string to_json(const Document& document,
                                    const DocumentJsonOptions& options = {});

}  // namespace dragoman

#endif  // DRAGOMAN_EXPORT_H_
