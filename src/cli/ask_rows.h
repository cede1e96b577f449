// Part of dragoman; see LICENSE.
//
// What `dragoman ask` answers, as rows.

#ifndef DRAGOMAN_CLI_ASK_ROWS_H_
#define DRAGOMAN_CLI_ASK_ROWS_H_

#include "dragoman/analysis.h"
#include "dragoman/query.h"

namespace dragoman::cli {

QueryResult partner_rows(const RelationGraph& graph, const std::vector<Partner>& partners);
QueryResult path_rows(const RelationGraph& graph, const std::vector<GraphPath>& paths);
QueryResult ego_rows(const RelationGraph& graph, const EgoNetwork& network);
QueryResult timeline_rows(const RelationGraph& graph, const std::vector<TimelineEntry>& entries);
QueryResult change_rows(const RelationGraph& graph, const std::vector<EdgeChange>& changes);
QueryResult dispute_rows(const RelationGraph& graph, const std::vector<Disagreement>& disputes);
// Happenings with a report that counts; each: one row for every report, with the reasons.
QueryResult happening_rows(const RelationGraph& graph, const ReportFilter& filter, bool each);

}  // namespace dragoman::cli

#endif  // DRAGOMAN_CLI_ASK_ROWS_H_
