// Part of dragoman; see LICENSE.
//
// The reports of an edge in a few plain fields, for formats whose edges hold scalars only.

#ifndef DRAGOMAN_EXPORT_SUMMARY_H_
#define DRAGOMAN_EXPORT_SUMMARY_H_

#include <string>

#include "dragoman/graph.h"

namespace dragoman {

struct EdgeSummary {
  std::size_t happenings = 0;
  std::string statuses;      // distinct ones, joined by "; " in byte order
  std::string polarities;
  std::string said_by;       // names
  std::string outlets;
  std::string documents;
  std::string when;          // the earliest
  std::string first_date, last_date;   // of documents
  std::string evidence;      // of the first report
  std::string arguments;     // "supplier=North Korea; item=missile"
};

EdgeSummary summary_of(const RelationGraph& graph, EdgeIndex edge);

}  // namespace dragoman

#endif  // DRAGOMAN_EXPORT_SUMMARY_H_
