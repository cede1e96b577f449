// Part of dragoman; see LICENSE.

#include <algorithm>

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <unicode/unistr.h>

#include "base/edit_distance.h"
#include "dragoman/analysis.h"
#include "query/fields.h"

namespace dragoman {
namespace {

constexpr std::size_t kMostShown = 5;

std::string folded(std::string_view text) {
  std::string out;
  icu::UnicodeString::fromUTF8({text.data(), std::int32_t(text.size())}).foldCase().toUTF8String(out);
  return out;
}

Error several(const RelationGraph& graph, std::string_view words, const std::vector<NodeIndex>& nodes) {
  std::vector<std::string> ids;
  for (const NodeIndex n : nodes) {
    if (ids.size() == kMostShown) {
      ids.emplace_back("...");
      break;
    }
    ids.emplace_back(graph.node(n).id);
  }
  return Error(ErrorCode::kBadArgument, fmt::format("{} entities are called \"{}\": say which by id: {}",
                                                    nodes.size(), words, fmt::join(ids, ", ")));
}

}  // namespace

Result<NodeIndex> find_entity(const RelationGraph& graph, std::string_view words) {
  if (const auto node = graph.find_node(words); node && !graph.node(*node).blank) return *node;
  const std::string wanted = folded(words.substr(0, 4096));
  std::vector<NodeIndex> named, aliased;
  std::vector<std::string> names;
  for (NodeIndex n = 0; n < graph.node_count(); ++n) {
    const GraphNode node = graph.node(n);
    if (node.blank) continue;
    if (folded(node.name) == wanted) named.push_back(n);
    const auto aliases = graph.aliases(n);
    const bool alias = std::any_of(aliases.begin(), aliases.end(), [&](std::string_view each) {
      return folded(each) == wanted;
    });
    if (alias) aliased.push_back(n);
    names.emplace_back(node.name);
  }
  const std::vector<NodeIndex>& found = named.empty() ? aliased : named;
  if (found.size() == 1) return found.front();
  if (found.size() > 1) return several(graph, words, found);
  return Error(ErrorCode::kNotFound,
               fmt::format("no entity \"{}\" in the graph{}", words.substr(0, 80), did_you_mean(words, names)));
}

}  // namespace dragoman
