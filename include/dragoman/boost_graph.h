// Part of dragoman; see LICENSE.
//
// A read-only Boost.Graph view of a RelationGraph, for any Boost algorithm: the only
// public header that shows a Boost type.
//
//   const BoostGraph& g = boost_graph(graph);
//   std::vector<double> centrality(num_vertices(g));
//   boost::brandes_betweenness_centrality(
//       g, boost::make_iterator_property_map(centrality.begin(), get(boost::vertex_index, g)));
//   for (NodeIndex v = 0; v < centrality.size(); ++v) print(graph.node(v).name, centrality[v]);
//
// A vertex is a NodeIndex, and get(boost::edge_index, g, e) is the EdgeIndex of an edge
// descriptor, so graph.node(v) and graph.edge(e) say all about them.  Each symmetric edge
// stands once, from the smaller id to the larger; each blank node (graph.h) is a leaf.
// Models VertexAndEdgeListGraph and BidirectionalGraph.

#ifndef DRAGOMAN_BOOST_GRAPH_H_
#define DRAGOMAN_BOOST_GRAPH_H_

#include <cstdint>

#include <boost/graph/compressed_sparse_row_graph.hpp>

#include "dragoman/graph.h"

namespace dragoman {

using BoostGraph =
    boost::compressed_sparse_row_graph<boost::bidirectionalS, boost::no_property,
                                       boost::no_property, boost::no_property, std::uint32_t,
                                       std::uint32_t>;

// The graph's own structure, not a copy: no cost once the graph has been read from.  Valid
// until the graph changes.
DRAGOMAN_EXPORT const BoostGraph& boost_graph(const RelationGraph& graph);

}  // namespace dragoman

#endif  // DRAGOMAN_BOOST_GRAPH_H_
