// Part of dragoman; see LICENSE.
//
// The fields of our GraphML: what the writer declares and the reader looks for.

#ifndef DRAGOMAN_EXPORT_GRAPHML_KEYS_H_
#define DRAGOMAN_EXPORT_GRAPHML_KEYS_H_

namespace dragoman {

struct GraphMlKey {
  const char* id;
  const char* domain;
  const char* name;
  const char* type;
};

// Gephi takes "label" for what it shows.
inline constexpr GraphMlKey kGraphMlKeys[] = {
    {"g_version", "graph", "dragoman_graph", "int"},
    {"g_documents", "graph", "documents_json", "string"},
    {"n_label", "node", "label", "string"},
    {"n_type", "node", "type", "string"},
    {"n_aliases", "node", "aliases", "string"},
    {"n_state", "node", "state", "string"},
    {"n_blank", "node", "blank", "boolean"},
    {"n_named_in", "node", "named_in_json", "string"},
    {"n_id", "node", "id_json", "string"},
    {"e_type", "edge", "type", "string"},
    {"e_symmetric", "edge", "symmetric", "boolean"},
    {"e_reports", "edge", "reports", "int"},
    {"e_happenings", "edge", "happenings", "int"},
    {"e_status", "edge", "status", "string"},
    {"e_polarity", "edge", "polarity", "string"},
    {"e_said_by", "edge", "said_by", "string"},
    {"e_when", "edge", "when", "string"},
    {"e_first_date", "edge", "first_date", "string"},
    {"e_last_date", "edge", "last_date", "string"},
    {"e_outlets", "edge", "outlets", "string"},
    {"e_documents", "edge", "documents", "string"},
    {"e_arguments", "edge", "arguments", "string"},
    {"e_evidence", "edge", "evidence", "string"},
    {"e_ends", "edge", "ends_json", "string"},
    {"e_arguments_json", "edge", "arguments_json", "string"},
    {"e_reports_json", "edge", "reports_json", "string"},
};

}  // namespace dragoman

#endif  // DRAGOMAN_EXPORT_GRAPHML_KEYS_H_
