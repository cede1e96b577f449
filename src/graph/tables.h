// Part of dragoman; see LICENSE.
//
// The tables behind a RelationGraph, in order of arrival.  Everything is a row of numbers:
// strings are pool numbers, a node is the number of its id, an edge that of its key.  A
// removed document leaves its rows behind, dead; Tables::compact() drops them once they
// are the greater part.

#ifndef DRAGOMAN_GRAPH_TABLES_H_
#define DRAGOMAN_GRAPH_TABLES_H_

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "dragoman/graph.h"
#include "graph/string_pool.h"

namespace dragoman {

// The key of an edge; its row number is the edge's number.
struct EdgeRow {
  std::uint32_t source = 0;      // into Tables::ids
  std::uint32_t target = 0;
  StringId arguments = 0;        // into Tables::texts, packed without the ends; see pack()
  std::uint16_t type = 0;        // into Tables::types
  bool symmetric = false;
  friend bool operator==(const EdgeRow&, const EdgeRow&) = default;
};

struct ReportRow {
  std::uint32_t edge = 0;
  std::uint32_t document = 0;
  StringId said_by = 0;
  StringId where = 0;
  StringId evidence = 0;
  StringId because = 0;
  Span evidence_span;
  Span trigger;
  std::int32_t from = 0;
  std::int32_t to = 0;
  Polarity polarity = Polarity::kAsserted;
  RelationStatus status = RelationStatus::kHappened;
  DatePrecision precision = DatePrecision::kDay;
  bool has_when : 1 = false;
  bool open_start : 1 = false;
  bool open_end : 1 = false;
  bool said_by_entity : 1 = false;
  bool where_entity : 1 = false;
  bool hearsay : 1 = false;

  std::optional<DateValue> when() const {
    return has_when ? std::optional(DateValue{from, to, open_start, open_end, precision}) : std::nullopt;
  }
  void set_when(const std::optional<DateValue>& when) {
    has_when = when.has_value();
    if (!when) return;
    from = when->from;
    to = when->to;
    open_start = when->open_start;
    open_end = when->open_end;
    precision = when->precision;
  }
};

// What a report says beside its strings and its date, between ReportFact, ReportRow and Report.
template <typename From, typename To>
void copy_claim(const From& from, To& to) {
  to.evidence_span = from.evidence_span;
  to.trigger = from.trigger;
  to.polarity = from.polarity;
  to.status = from.status;
  to.said_by_entity = from.said_by_entity;
  to.where_entity = from.where_entity;
  to.hearsay = from.hearsay;
}

// What one document calls one node.
struct AliasRow {
  std::uint32_t node = 0;
  std::uint32_t document = 0;
  StringId name = 0;
  StringId aliases = 0;          // packed, sorted
  StringId state = 0;
  MentionType type = MentionType::kPerson;
};

struct DocumentRow {
  bool alive = false;
  bool dated = false;
  std::int32_t date = 0;
  StringId outlet = 0;
  StringId url = 0;
  std::size_t first_report = 0, last_report = 0;   // rows [first, last)
  std::size_t first_name = 0, last_name = 0;
};

class Tables {
 public:
  Status add(DocumentFacts facts);
  bool remove(std::string_view document_id);
  bool alive(std::string_view document_id) const;
  DocumentFacts facts(std::uint32_t document) const;
  // Drops dead rows by adding the live documents again.  Linear in the graph.
  void compact();
  // Of the edges' rows and their index; of reports; of what documents call nodes.
  std::size_t edge_bytes() const {
    return edges.capacity() * sizeof(EdgeRow) + index_.capacity() * sizeof(std::uint32_t);
  }
  std::size_t report_bytes() const { return reports.capacity() * sizeof(ReportRow); }

  StringPool ids;          // of entities
  StringPool texts;        // names, evidence, packed lists
  StringPool types;        // of relations
  StringPool documents;    // their ids
  std::vector<DocumentRow> document_rows;    // by number in `documents`
  std::vector<AliasRow> names;
  std::vector<EdgeRow> edges;
  std::vector<ReportRow> reports;
  std::size_t live_reports = 0;
  std::size_t live_names = 0;

 private:
  std::uint32_t edge_number(const EdgeRow& row);
  std::vector<std::uint32_t> edge_numbers(const std::vector<EdgeRow>& rows);
  void grow_index(std::size_t more);

  std::vector<std::uint32_t> index_ = std::vector<std::uint32_t>(64, ~std::uint32_t{0});
};

// "_:PRK", the blank node of an entity.
std::string blank_id(std::string_view entity);
bool is_blank(std::string_view id);

// Several strings as one, and back; any bytes.  Equal lists give equal strings.
std::string pack(const std::vector<std::string>& parts);
std::vector<std::string_view> unpack(std::string_view packed);
std::string pack(const std::vector<GraphArgument>& arguments);
// With the edge's ends left out, so that thousands of edges share one string.
std::string pack(const std::vector<GraphArgument>& arguments, std::string_view source,
                 std::string_view target);
std::vector<GraphArgument> unpack_arguments(std::string_view packed, std::string_view source,
                                            std::string_view target);

// Ill-formed UTF-8 becomes U+FFFD, so that every export can hold what the graph holds.
void make_valid(DocumentFacts& facts);
std::string valid(std::string_view text);

// Turns a symmetric edge so that its source is the smaller id, puts blank nodes where
// nobody is named, sorts what has no order of its own and drops what is said twice.
void normalise(DocumentFacts& facts);
// By id, as normalise() does too.
void sort_nodes(DocumentFacts& facts);

// Both, and a check between them: what add() keeps.  kBadArgument for what it refuses.
Status make_ready(DocumentFacts& facts);

// A total order of normalised facts of one document id: which of two versions stays.
bool stands_before(const DocumentFacts& a, const DocumentFacts& b);

}  // namespace dragoman

#endif  // DRAGOMAN_GRAPH_TABLES_H_
