// Part of dragoman; see LICENSE.
//
// Hands results over to other programs.
//
//   std::string json = dragoman::to_json(document, {.offsets = OffsetUnit::kCodePoint});
//   std::string xml = dragoman::write_graph(graph, GraphFormat::kGraphMl);   // Gephi, networkx
//   auto again = dragoman::read_graph(xml, GraphFormat::kGraphMl);
//   auto page = dragoman::viewer_page(graph, documents);                     // one HTML file
//
// Every writer gives valid output for any input: what a format cannot hold (control
// characters in XML, ill-formed UTF-8 in names) becomes U+FFFD.  Output depends on the
// content alone, so equal graphs give equal bytes.

#ifndef DRAGOMAN_EXPORT_H_
#define DRAGOMAN_EXPORT_H_

#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "dragoman/api.h"
#include "dragoman/document.h"
#include "dragoman/graph.h"
#include "dragoman/result.h"

namespace dragoman {

// What offsets count: bytes of UTF-8, Unicode code points (Python), UTF-16 units
// (JavaScript, Java).
enum class OffsetUnit { kByte, kCodePoint, kUtf16 };

DRAGOMAN_EXPORT std::string_view to_string(OffsetUnit unit);   // "codepoint"
DRAGOMAN_EXPORT std::optional<OffsetUnit> offset_unit(std::string_view name);   // nothing for another name

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

// ---- Graphs.

enum class GraphFormat {
  kJson,        // node-link JSON: lossless; networkx.node_link_graph reads it
  kJsonLines,   // the same, one document, node or edge a line
  kGraphMl,     // Gephi, networkx, igraph; lossless, read back through its *_json fields
  kDot,         // Graphviz; for the eye, not read back
  kGexf,        // GEXF 1.3 with time: Gephi's timeline; not read back
  kTurtle,      // RDF, each report a resource; not read back
  kJsonLd,      // the same statements as JSON-LD 1.1; not read back
};

DRAGOMAN_EXPORT std::string_view to_string(GraphFormat format);         // "json", "dot"
// By name or by a file's ending: "graphml", "jsonl", "gv".
DRAGOMAN_EXPORT std::optional<GraphFormat> graph_format(std::string_view name);

// UTF-8; equal graphs give equal bytes.  Linear in the graph, which is held in memory as text.  Cannot fail.
DRAGOMAN_EXPORT std::string write_graph(const RelationGraph& graph, GraphFormat format);

// One file of several that belong together.
struct ExportFile {
  std::string name;      // "entities.csv"
  std::string bytes;
};

// Tables for neo4j-admin database import, one relationship a report:
//   neo4j-admin database import full --nodes=entities.csv --nodes=documents.csv
//     --relationships=reports.csv
// A cell that a spreadsheet would run as a formula is led by an apostrophe; line breaks become
// spaces.
DRAGOMAN_EXPORT std::vector<ExportFile> write_neo4j(const RelationGraph& graph);

// Reads what write_graph() wrote; the result writes the same bytes again.  name: stands in
// messages for the file's name.  kBadData with a place for anything malformed;
// kBadArgument for a format that is not read back.  Takes any bytes.
DRAGOMAN_EXPORT Result<RelationGraph> read_graph(std::string_view bytes, GraphFormat format,
                                                 std::string_view name = "graph");

// ---- The page that shows texts, graph and table in a browser (docs/viewer.md).

struct ViewerOptions {
  // Shown at the top and as the window's title; empty: made of the documents' ids.
  std::string title;
  // The page without data, built by "make viewer"; empty: default_viewer_template().
  std::filesystem::path page_template;
};

// viewer.html beside the installed (or built) data folder, whether it exists or not.
DRAGOMAN_EXPORT std::filesystem::path default_viewer_template();

// One HTML page that needs no network and no other file.  documents: analysed articles whose
// text is shown; those that are not in the graph are left out, and of two with one id the later
// one is taken.  Whatever texts and names hold stays text in the page.
//
// kNotFound, saying how to get it, if there is no template; kBadData if the template is none,
// or one of another version.  Linear time; the page is about twice the size of what it shows,
// plus half a megabyte.  A browser is comfortable with some 10,000 reports.
DRAGOMAN_EXPORT Result<std::string> viewer_page(const RelationGraph& graph,
                                                std::span<const Document> documents = {},
                                                const ViewerOptions& options = {});

}  // namespace dragoman

#endif  // DRAGOMAN_EXPORT_H_
