// Part of dragoman; see LICENSE.
//
// Adding checks first and writes after, so that bad facts leave nothing behind.

#include "graph/tables.h"

#include <algorithm>
#include <tuple>

#include <fmt/format.h>

namespace dragoman {
namespace {

constexpr std::uint32_t kFree = ~std::uint32_t{0};
constexpr std::size_t kMostRows = kFree - 1;
constexpr std::size_t kMostTypes = 60000;

std::uint64_t hash_of(const EdgeRow& row) {
  std::uint64_t hash = row.source * 0x9E3779B97F4A7C15u ^ row.target * 0xC2B2AE3D27D4EB4Fu ^
                       row.arguments * 0x165667B19E3779F9u ^ row.type * 0x27D4EB2F165667C5u ^
                       row.symmetric;
  hash ^= hash >> 32;
  hash *= 0xD6E8FEB86659FD93u;
  return hash ^ (hash >> 29);
}

Error bad(const DocumentFacts& facts, const std::string& what) {
  return Error(ErrorCode::kBadArgument,
               fmt::format("document \"{}\": {}", facts.document.id, what));
}

// Where among the nodes, which are sorted; a document's own are few and near, unlike those of
// the whole graph.
std::optional<std::size_t> find_node(const DocumentFacts& facts, std::string_view id) {
  const auto at = std::lower_bound(facts.nodes.begin(), facts.nodes.end(), id,
                                   [](const auto& node, std::string_view i) { return node.id < i; });
  if (at == facts.nodes.end() || at->id != id) return std::nullopt;
  return std::size_t(at - facts.nodes.begin());
}

// Ids that edges name must be nodes; blank ones belong to the graph.
Status check(const DocumentFacts& facts) {
  if (facts.document.id.empty()) {
    return Error(ErrorCode::kBadArgument,
                 "a document without an id: expected one that tells it apart from the others");
  }
  for (std::size_t i = 0; i < facts.nodes.size(); ++i) {
    const std::string& id = facts.nodes[i].id;
    if (id.empty() || is_blank(id)) {
      return bad(facts, fmt::format("\"{}\" is not an id for an entity", id));
    }
    if (i > 0 && facts.nodes[i - 1].id == id) {
      return bad(facts, fmt::format("entity \"{}\" stands twice", id));
    }
  }
  for (const DocumentFacts::Edge& edge : facts.edges) {
    const auto missing = [&](const std::string& id) {
      return bad(facts, fmt::format("relation \"{}\": \"{}\" is not among the entities", edge.type,
                                    id));
    };
    if (edge.type.empty()) return bad(facts, "a relation without a type");
    if (edge.source.empty() && edge.target.empty()) {
      return bad(facts, fmt::format("relation \"{}\" without an entity", edge.type));
    }
    for (const std::string* end : {&edge.source, &edge.target}) {
      const std::string& other = end == &edge.source ? edge.target : edge.source;
      const bool own_blank = is_blank(*end) && *end == blank_id(other);
      if (!end->empty() && !own_blank && !find_node(facts, *end)) return missing(*end);
    }
    for (const GraphArgument& a : edge.arguments) {
      const bool seen = a.filler == edge.source || a.filler == edge.target;
      const bool node = seen && !a.filler.empty() && !is_blank(a.filler);
      if (a.entity && !node && !find_node(facts, a.filler)) return missing(a.filler);
    }
  }
  return Done{};
}

}  // namespace

Status make_ready(DocumentFacts& facts) {
  make_valid(facts);
  sort_nodes(facts);   // check() searches them
  if (Status status = check(facts); !status.ok()) return status;
  normalise(facts);
  return Done{};
}

namespace {

// By a quarter, not to the double: at most a fifth of a table stands empty.
template <typename Row>
void make_room(std::vector<Row>& rows, std::size_t more) {
  if (rows.capacity() - rows.size() >= more) return;
  rows.reserve(rows.size() + std::max(more, rows.size() / 4));
}

// Numbers of all words of a document, in the order in which add() asks for them.
std::vector<StringId> intern_words(StringPool& texts, const DocumentFacts& facts) {
  std::vector<std::string> packed;
  packed.reserve(facts.nodes.size() + facts.edges.size());   // views into it hold
  const auto keep = [&](std::string text) { return std::string_view(packed.emplace_back(std::move(text))); };
  std::vector<std::string_view> words;
  words.reserve(2 + 3 * facts.nodes.size() + 5 * facts.edges.size());
  words.insert(words.end(), {facts.document.outlet, facts.document.url});
  for (const DocumentFacts::Node& node : facts.nodes) {
    words.insert(words.end(), {node.name, keep(pack(node.aliases)), node.state});
  }
  for (const DocumentFacts::Edge& edge : facts.edges) {
    const ReportFact& r = edge.report;
    words.insert(words.end(), {keep(pack(edge.arguments, edge.source, edge.target)), r.said_by, r.where,
                               r.evidence, r.because});
  }
  return texts.intern(words);
}

std::vector<std::uint32_t> intern_ids(StringPool& ids, const std::vector<DocumentFacts::Node>& nodes) {
  std::vector<std::string_view> words;
  words.reserve(nodes.size());
  for (const DocumentFacts::Node& node : nodes) words.push_back(node.id);
  return ids.intern(words);
}

}  // namespace

std::uint32_t Tables::edge_number(const EdgeRow& row) {
  const std::size_t mask = index_.size() - 1;
  std::size_t at = hash_of(row) & mask;
  for (; index_[at] != kFree; at = (at + 1) & mask) {
    if (edges[index_[at]] == row) return index_[at];
  }
  edges.push_back(row);
  return index_[at] = std::uint32_t(edges.size() - 1);
}

// As StringPool does it: each pass asks for the memory that the next one reads.
std::vector<std::uint32_t> Tables::edge_numbers(const std::vector<EdgeRow>& rows) {
  grow_index(rows.size());
  make_room(edges, rows.size());
  const std::size_t mask = index_.size() - 1;
  for (const EdgeRow& row : rows) __builtin_prefetch(&index_[hash_of(row) & mask]);
  for (const EdgeRow& row : rows) {
    for (std::size_t at = hash_of(row) & mask; index_[at] != kFree; at = (at + 1) & mask) {
      __builtin_prefetch(&edges[index_[at]]);
    }
  }
  std::vector<std::uint32_t> numbers;
  numbers.reserve(rows.size());
  for (const EdgeRow& row : rows) numbers.push_back(edge_number(row));
  return numbers;
}

void Tables::grow_index(std::size_t more) {
  std::size_t size = index_.size();
  while ((edges.size() + more) * 3 > size * 2) size *= 2;
  if (size == index_.size()) return;
  index_.assign(size, kFree);
  const std::size_t mask = index_.size() - 1;
  for (std::uint32_t number = 0; number < edges.size(); ++number) {
    std::size_t at = hash_of(edges[number]) & mask;
    while (index_[at] != kFree) at = (at + 1) & mask;
    index_[at] = number;
  }
}

Status Tables::add(DocumentFacts facts) {
  if (Status status = make_ready(facts); !status.ok()) return status;
  if (edges.size() + facts.edges.size() > kMostRows ||
      reports.size() + facts.edges.size() > kMostRows ||
      ids.size() + 2 * facts.edges.size() + facts.nodes.size() > kMostRows ||
      texts.size() + 5 * facts.edges.size() + 3 * facts.nodes.size() > kMostRows) {
    return Error(ErrorCode::kLimit, "the graph is full: more than 4 thousand million rows");
  }
  for (const DocumentFacts::Edge& edge : facts.edges) {
    if (types.size() >= kMostTypes && !types.find(edge.type)) {
      return bad(facts, fmt::format("relation \"{}\": more than {} types", edge.type, kMostTypes));
    }
    types.intern(edge.type);   // a type without edges is not seen
  }
  remove(facts.document.id);
  const std::uint32_t document = documents.intern(facts.document.id);
  document_rows.resize(std::max<std::size_t>(document_rows.size(), document + 1));

  DocumentRow row;
  row.alive = true;
  row.dated = facts.document.date.has_value();
  if (row.dated) row.date = to_days(*facts.document.date);
  const std::vector<StringId> words = intern_words(texts, facts);
  auto word = words.begin();
  row.outlet = *word++;
  row.url = *word++;
  row.first_name = names.size();
  make_room(names, facts.nodes.size());
  const std::vector<std::uint32_t> numbers = intern_ids(ids, facts.nodes);
  const auto number_of = [&](const std::string& id) {
    const auto at = find_node(facts, id);
    return at ? numbers[*at] : ids.intern(id);   // a blank one is not among them
  };
  for (std::size_t i = 0; i < facts.nodes.size(); ++i) {
    AliasRow& name = names.emplace_back();
    name.node = numbers[i];
    name.document = document;
    name.name = *word++;
    name.aliases = *word++;
    name.state = *word++;
    name.type = facts.nodes[i].type;
  }
  row.last_name = names.size();
  row.first_report = reports.size();
  make_room(reports, facts.edges.size());
  std::vector<EdgeRow> keys;
  keys.reserve(facts.edges.size());
  for (const DocumentFacts::Edge& edge : facts.edges) {
    const ReportFact& r = edge.report;
    EdgeRow& key = keys.emplace_back();
    key.source = number_of(edge.source);
    key.target = number_of(edge.target);
    key.arguments = *word++;
    key.type = std::uint16_t(types.intern(edge.type));
    key.symmetric = edge.symmetric;
    ReportRow& report = reports.emplace_back();
    report.document = document;
    report.said_by = *word++;
    report.where = *word++;
    report.evidence = *word++;
    report.because = *word++;
    report.set_when(r.when);
    copy_claim(r, report);
  }
  const std::vector<std::uint32_t> places = edge_numbers(keys);
  for (std::size_t i = 0; i < places.size(); ++i) reports[row.first_report + i].edge = places[i];
  row.last_report = reports.size();
  live_names += row.last_name - row.first_name;
  live_reports += row.last_report - row.first_report;
  document_rows[document] = row;
  return Done{};
}

bool Tables::alive(std::string_view document_id) const {
  const auto document = documents.find(document_id);
  return document && document_rows[*document].alive;
}

bool Tables::remove(std::string_view document_id) {
  const auto document = documents.find(document_id);
  if (!document || !document_rows[*document].alive) return false;
  DocumentRow& row = document_rows[*document];
  row.alive = false;
  live_names -= row.last_name - row.first_name;
  live_reports -= row.last_report - row.first_report;
  const std::size_t rows = names.size() + reports.size();
  if (rows > 1024 && (live_names + live_reports) * 2 < rows) compact();
  return true;
}

void Tables::compact() {
  Tables fresh;
  for (std::uint32_t document = 0; document < document_rows.size(); ++document) {
    if (document_rows[document].alive) (void)fresh.add(facts(document)).ok();
  }
  *this = std::move(fresh);
}

DocumentFacts Tables::facts(std::uint32_t document) const {
  const DocumentRow& row = document_rows[document];
  const auto text = [this](StringId id) { return std::string(texts[id]); };
  DocumentFacts facts;
  facts.document.id = documents[document];
  if (row.dated) facts.document.date = from_days(row.date);
  facts.document.outlet = text(row.outlet);
  facts.document.url = text(row.url);
  for (std::size_t i = row.first_name; i < row.last_name; ++i) {
    const AliasRow& name = names[i];
    const auto aliases = unpack(texts[name.aliases]);
    facts.nodes.push_back({.id = std::string(ids[name.node]),
                           .type = name.type,
                           .name = text(name.name),
                           .aliases = {aliases.begin(), aliases.end()},
                           .state = text(name.state)});
  }
  for (std::size_t i = row.first_report; i < row.last_report; ++i) {
    const ReportRow& report = reports[i];
    const EdgeRow& edge = edges[report.edge];
    DocumentFacts::Edge& out = facts.edges.emplace_back();
    out.type = types[edge.type];
    out.symmetric = edge.symmetric;
    out.source = ids[edge.source];
    out.target = ids[edge.target];
    out.arguments = unpack_arguments(texts[edge.arguments], out.source, out.target);
    out.report.said_by = text(report.said_by);
    out.report.where = text(report.where);
    out.report.evidence = text(report.evidence);
    out.report.because = text(report.because);
    out.report.when = report.when();
    copy_claim(report, out.report);
  }
  return facts;
}

}  // namespace dragoman
