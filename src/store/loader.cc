// Part of dragoman; see LICENSE.

#include "store/loader.h"

#include <set>

namespace dragoman::store_impl {
namespace {

[[noreturn]] void not_understood(std::string_view what, std::string_view value) {
  throw Failure{SQLITE_CORRUPT, std::string(what) + " \"" + std::string(value) + "\" is not known"};
}

std::int32_t days(std::string_view day) {
  const Result<Date> date = parse_date(day);
  if (!date.ok()) not_understood("day", day);
  return to_days(*date);
}

DatePrecision precision(std::string_view name) {
  for (const DatePrecision p : {DatePrecision::kDay, DatePrecision::kWeek, DatePrecision::kMonth,
                                DatePrecision::kSeason, DatePrecision::kYear, DatePrecision::kVague}) {
    if (to_string(p) == name) return p;
  }
  not_understood("precision", name);
}

RelationStatus status(std::string_view name) {
  const std::optional<RelationStatus> status = relation_status(name);
  if (!status) not_understood("status", name);
  return *status;
}

Polarity polarity(std::string_view name) {
  for (const Polarity p : {Polarity::kAsserted, Polarity::kDenied}) {
    if (to_string(p) == name) return p;
  }
  not_understood("polarity", name);
}

// Bytes [start, end) of a document's text.
Span span(std::int64_t start, std::int64_t end) {
  if (start < 0 || start > end || end > std::int64_t(kMaxTextBytes)) {
    not_understood("place", std::to_string(start) + "-" + std::to_string(end));
  }
  return {std::uint32_t(start), std::uint32_t(end)};
}

MentionType type(std::string_view name) {
  const std::optional<MentionType> type = mention_type(name);
  if (!type) not_understood("type", name);
  return *type;
}

}  // namespace

Statement select_documents(sqlite3* db, std::string_view columns, const StoreFilter& filter,
                           std::string_view order) {
  std::string sql = "SELECT " + std::string(columns) + " FROM documents WHERE TRUE";
  if (filter.from) sql += " AND date >= ?1";
  if (filter.to) sql += " AND date <= ?2";
  if (!filter.outlets.empty()) {
    sql += " AND outlet IN (";
    for (std::size_t i = 0; i < filter.outlets.size(); ++i) {
      sql += (i == 0 ? "?" : ", ?") + std::to_string(i + 3);
    }
    sql += ")";
  }
  Statement statement(db, sql + " ORDER BY " + std::string(order));
  if (filter.from) statement.keep(1, to_string(*filter.from));
  if (filter.to) statement.keep(2, to_string(*filter.to));
  for (std::size_t i = 0; i < filter.outlets.size(); ++i) statement.keep(int(i + 3), filter.outlets[i]);
  return statement;
}

// SQLite knows nothing of how small the temporary tables are: CROSS JOIN begins with the left one.
void choose_part(Database& db, const StorePart& part) {
  db.run("CREATE TEMP TABLE IF NOT EXISTS part_types (type TEXT PRIMARY KEY);"
         "CREATE TEMP TABLE IF NOT EXISTS part_relations (key INTEGER PRIMARY KEY);"
         "CREATE TEMP TABLE IF NOT EXISTS part_entities (key INTEGER PRIMARY KEY, steps INTEGER);"
         "DELETE FROM temp.part_types; DELETE FROM temp.part_relations; DELETE FROM temp.part_entities");
  Statement add_type(db.get(), "INSERT OR IGNORE INTO temp.part_types VALUES (?1)");
  for (const std::string& type : part.types) add_type.with(type).run();
  const std::string of_types = part.types.empty() ? "" : " AND r.type IN (SELECT type FROM temp.part_types)";
  if (!part.hops) {
    return db.run(("INSERT INTO temp.part_relations SELECT key FROM relations r WHERE TRUE" + of_types).c_str());
  }
  const auto start = [&](const char* column, const std::vector<std::string>& values) {
    Statement add(db.get(), std::string("INSERT OR IGNORE INTO temp.part_entities SELECT key, 0 FROM entities WHERE ") +
                                column + " = ?1");
    for (const std::string& value : values) add.with(value).run();
  };
  start("id", part.ids);
  start("name", part.names);
  const auto statement = [&](const char* into, const char* what, const char* from) {
    return Statement(db.get(), std::string("INSERT OR IGNORE INTO temp.") + into + " SELECT " + what +
                                   " FROM temp.part_entities n CROSS JOIN relations r ON r." + from +
                                   " = n.key WHERE n.steps = ?1" + of_types);
  };
  Statement out = statement("part_relations", "r.key", "source"), in = statement("part_relations", "r.key", "target");
  Statement on = statement("part_entities", "r.target, ?1 + 1", "source");
  Statement back = statement("part_entities", "r.source, ?1 + 1", "target");
  for (std::uint32_t step = 0; step < *part.hops; ++step) {
    for (Statement* each : {&out, &in, &on, &back}) each->with(step).run();
  }
}

Loader::Loader(sqlite3* db, Scope scope)
    : document_(db, "SELECT id, date, outlet, url FROM documents WHERE key = ?1"),
      names_(db, "SELECT e.key, e.id, d.name, d.type, d.state FROM document_entities d"
                 " JOIN entities e ON e.key = d.entity WHERE d.document = ?1 ORDER BY e.id"),
      aliases_(db, "SELECT entity, alias FROM document_aliases WHERE document = ?1 ORDER BY entity, alias"),
      reports_(db, "SELECT r.relation, r.trigger_start, r.trigger_end, r.status, r.polarity, r.said_by,"
                   " r.said_by_entity, r.hearsay, r.from_day, r.to_day, r.precision, r.where_, r.where_entity,"
                   " q.start, q.\"end\", q.text, b.name"
                   " FROM reports r JOIN sentences q ON q.key = r.sentence LEFT JOIN rules b ON b.key = r.rule"
                   " WHERE r.document = ?1" +
                       std::string(scope == Scope::kAll ? "" : " AND +r.relation IN (SELECT key FROM temp.part_relations)") +
                       " ORDER BY r.place"),
      entity_(db, "SELECT id FROM entities WHERE key = ?1"),
      relation_(db, "SELECT type, symmetric, source, target FROM relations WHERE key = ?1"),
      arguments_(db, "SELECT role, entity, words FROM arguments WHERE relation = ?1 ORDER BY place"),
      elected_entity_(db, "SELECT key, type, name, state FROM entities WHERE id = ?1 AND NOT blank"),
      elected_aliases_(db, "SELECT DISTINCT value FROM votes WHERE entity = ?1 AND field IN ('name', 'alias')"
                           " AND value <> '' ORDER BY value") {
  if (scope == Scope::kAll) return;
  starts_.emplace(db, "SELECT e.id FROM document_entities d CROSS JOIN temp.part_entities n ON n.key = d.entity"
                      " JOIN entities e ON e.key = n.key WHERE d.document = ?1 AND n.steps = 0");
}

const std::string& Loader::entity(Key key) {
  const auto [at, fresh] = entities_.try_emplace(key);
  if (fresh) {
    std::optional<std::string> id = entity_.with(key).word();
    if (!id) not_understood("entity", std::to_string(key));
    at->second = *std::move(id);
  }
  return at->second;
}

const DocumentFacts::Edge& Loader::relation(Key key) {
  const auto [at, fresh] = relations_.try_emplace(key);
  if (!fresh) return at->second;
  DocumentFacts::Edge& edge = at->second;
  if (!relation_.with(key).step()) not_understood("relation", std::to_string(key));
  edge.type = relation_.string(0);
  edge.symmetric = relation_.integer(1) != 0;
  edge.source = entity(relation_.integer(2));
  edge.target = entity(relation_.integer(3));
  relation_.reset();
  for (arguments_.with(key); arguments_.step();) {
    const bool is_entity = !arguments_.null(1);
    edge.arguments.push_back({arguments_.string(0),
                              is_entity ? entity(arguments_.integer(1)) : arguments_.string(2), is_entity});
  }
  return edge;
}

const std::optional<DocumentFacts::Node>& Loader::elected(const std::string& id) {
  const auto [at, fresh] = elected_.try_emplace(id);
  if (!fresh || !elected_entity_.with(id).step()) return at->second;
  const Key key = elected_entity_.integer(0);
  at->second = DocumentFacts::Node{.id = id, .type = type(elected_entity_.text(1)), .name = elected_entity_.string(2),
                                   .aliases = {}, .state = elected_entity_.string(3)};
  elected_entity_.reset();
  for (elected_aliases_.with(key); elected_aliases_.step();) {
    at->second->aliases.push_back(elected_aliases_.string(0));
  }
  return at->second;
}

DocumentFacts Loader::facts(Key document) {
  DocumentFacts facts;
  read_head(document, facts);
  read_names(document, facts);
  read_reports(document, facts);
  return facts;
}

DocumentFacts Loader::part(Key document) {
  DocumentFacts facts;
  read_head(document, facts);
  read_reports(document, facts);
  std::set<std::string> named;
  for (const DocumentFacts::Edge& edge : facts.edges) {
    named.insert({edge.source, edge.target});
    if (edge.report.said_by_entity) named.insert(edge.report.said_by);
    if (edge.report.where_entity) named.insert(edge.report.where);
    for (const GraphArgument& a : edge.arguments) {
      if (a.entity) named.insert(a.filler);
    }
  }
  for (starts_->with(document); starts_->step();) named.insert(starts_->string(0));
  for (const std::string& id : named) {
    if (const auto& node = elected(id)) facts.nodes.push_back(*node);
  }
  return facts;
}

void Loader::read_head(Key document, DocumentFacts& facts) {
  if (!document_.with(document).step()) not_understood("document", std::to_string(document));
  facts.document.id = document_.string(0);
  if (!document_.null(1)) facts.document.date = from_days(days(document_.text(1)));
  facts.document.outlet = document_.string(2);
  facts.document.url = document_.string(3);
  document_.reset();
}

void Loader::read_names(Key document, DocumentFacts& facts) {
  std::unordered_map<Key, std::size_t> places;
  for (names_.with(document); names_.step();) {
    places[names_.integer(0)] = facts.nodes.size();
    facts.nodes.push_back({.id = names_.string(1), .type = type(names_.text(3)), .name = names_.string(2),
                           .aliases = {}, .state = names_.string(4)});
  }
  for (aliases_.with(document); aliases_.step();) {
    const auto place = places.find(aliases_.integer(0));
    if (place != places.end()) facts.nodes[place->second].aliases.push_back(aliases_.string(1));
  }
}

void Loader::read_reports(Key document, DocumentFacts& facts) {
  for (reports_.with(document); reports_.step();) {
    DocumentFacts::Edge& edge = facts.edges.emplace_back(relation(reports_.integer(0)));
    ReportFact& r = edge.report;
    r.trigger = span(reports_.integer(1), reports_.integer(2));
    r.status = status(reports_.text(3));
    r.polarity = polarity(reports_.text(4));
    r.said_by = reports_.string(5);
    r.said_by_entity = reports_.integer(6) != 0;
    r.hearsay = reports_.integer(7) != 0;
    if (!reports_.null(10)) {
      DateValue when;
      when.open_start = reports_.null(8);
      when.open_end = reports_.null(9);
      if (when.open_start && when.open_end) not_understood("period of", facts.document.id);
      // An open end has no day of its own: see normalise().
      when.from = days(reports_.text(when.open_start ? 9 : 8));
      when.to = days(reports_.text(when.open_end ? 8 : 9));
      when.precision = precision(reports_.text(10));
      r.when = when;
    }
    r.where = reports_.string(11);
    r.where_entity = reports_.integer(12) != 0;
    r.evidence_span = span(reports_.integer(13), reports_.integer(14));
    r.evidence = reports_.string(15);
    r.because = reports_.string(16);
  }
}

}  // namespace dragoman::store_impl
