// Part of dragoman; see LICENSE.

#include "store/writer.h"

#include <algorithm>

#include "base/hash128.h"
#include "dragoman/document.h"
#include "graph/tables.h"

namespace dragoman::store_impl {
namespace {

// More than this is found again in the file when needed.
constexpr std::size_t kMostCached = 1'000'000;

void append_number(std::string& out, std::int64_t number) {
  for (int shift = 0; shift < 64; shift += 8) out += char(std::uint64_t(number) >> shift);
}

std::string signature_of(const DocumentFacts::Edge& edge) {
  return hash128(pack({edge.type, edge.symmetric ? "s" : "", edge.source, edge.target,
                       pack(edge.arguments)}));
}

std::optional<std::string> day_of(const std::optional<DateValue>& when, bool end) {
  if (!when || (end ? when->open_end : when->open_start)) return std::nullopt;
  return to_string(from_days(end ? when->to : when->from));
}

}  // namespace

std::string bytes_of(const DocumentFacts& facts) {
  const DocumentInfo& d = facts.document;
  std::string out = pack({d.id, d.date ? to_string(*d.date) : "", d.outlet, d.url});
  append_number(out, std::int64_t(facts.nodes.size()));
  for (const DocumentFacts::Node& n : facts.nodes) {
    out += pack({n.id, std::string(to_string(n.type)), n.name, n.state, pack(n.aliases)});
  }
  for (const DocumentFacts::Edge& e : facts.edges) {
    const ReportFact& r = e.report;
    out += pack({e.type, e.source, e.target, pack(e.arguments), r.said_by, r.where, r.evidence, r.because});
    for (const std::int64_t number :
         {std::int64_t(e.symmetric), std::int64_t(r.said_by_entity), std::int64_t(r.where_entity),
          std::int64_t(r.hearsay), std::int64_t(r.polarity), std::int64_t(r.status),
          std::int64_t(r.evidence_span.start), std::int64_t(r.evidence_span.end),
          std::int64_t(r.trigger.start), std::int64_t(r.trigger.end), std::int64_t(r.when.has_value())}) {
      append_number(out, number);
    }
    if (!r.when) continue;
    for (const std::int64_t number : {std::int64_t(r.when->from), std::int64_t(r.when->to),
                                      std::int64_t(r.when->open_start), std::int64_t(r.when->open_end),
                                      std::int64_t(r.when->precision)}) {
      append_number(out, number);
    }
  }
  return out;
}

Writer::Writer(sqlite3* db)
    : db_(db),
      data_version_(db, "PRAGMA data_version"),
      describe_(db, "UPDATE documents SET title = ?2, language = ?3, read_from = ?4, input = ?5 WHERE key = ?1"
                    " AND (title IS NOT ?2 OR language IS NOT ?3 OR read_from IS NOT ?4 OR input IS NOT ?5)"),
      insert_error_(db, "INSERT INTO errors (read_from, message) VALUES (?1, ?2)"
                        " ON CONFLICT DO UPDATE SET message = excluded.message"),
      drop_error_(db, "DELETE FROM errors WHERE read_from = ?1"),
      insert_document_(db, "INSERT INTO documents (id, date, outlet, url, facts) VALUES (?1, ?2, ?3, ?4, ?5)"),
      insert_entity_(db, "INSERT INTO entities (id, blank) VALUES (?1, ?2)"),
      find_entity_(db, "SELECT key FROM entities WHERE id = ?1"),
      insert_name_(db, "INSERT INTO document_entities (document, entity, name, type, state) VALUES (?1, ?2, ?3, ?4, ?5)"),
      insert_alias_(db, "INSERT INTO document_aliases (document, entity, alias) VALUES (?1, ?2, ?3)"),
      insert_relation_(db, "INSERT INTO relations (type, symmetric, source, target, reports, signature)"
                           " VALUES (?1, ?2, ?3, ?4, 0, ?5)"),
      find_relation_(db, "SELECT key FROM relations WHERE signature = ?1"),
      insert_argument_(db, "INSERT INTO arguments (relation, place, role, entity, words) VALUES (?1, ?2, ?3, ?4, ?5)"),
      insert_sentence_(db, "INSERT INTO sentences (document, start, \"end\", text) VALUES (?1, ?2, ?3, ?4)"),
      index_sentence_(db, "INSERT INTO search (rowid, text) VALUES (?1, ?2)"),
      insert_report_(db, "INSERT INTO reports VALUES"
                         " (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18)"),
      find_rule_(db, "SELECT key FROM rules WHERE name = ?1"),
      insert_rule_(db, "INSERT INTO rules (name) VALUES (?1)"),
      names_of_(db, "SELECT entity, name, type, state FROM document_entities WHERE document = ?1"),
      aliases_of_(db, "SELECT entity, alias FROM document_aliases WHERE document = ?1"),
      reports_of_(db, "SELECT relation, count(*) FROM reports WHERE document = ?1 GROUP BY relation"),
      ends_of_(db, "SELECT source, target FROM relations WHERE key = ?1"),
      delete_names_(db, "DELETE FROM document_entities WHERE document = ?1"),
      delete_aliases_(db, "DELETE FROM document_aliases WHERE document = ?1"),
      delete_reports_(db, "DELETE FROM reports WHERE document = ?1"),
      unindex_sentences_(db, "INSERT INTO search (search, rowid, text)"
                             " SELECT 'delete', key, text FROM sentences WHERE document = ?1"),
      delete_sentences_(db, "DELETE FROM sentences WHERE document = ?1"),
      delete_document_(db, "DELETE FROM documents WHERE key = ?1"),
      change_vote_(db, "INSERT INTO votes (entity, field, value, votes) VALUES (?1, ?2, ?3, ?4)"
                       " ON CONFLICT DO UPDATE SET votes = votes + excluded.votes"),
      drop_votes_(db, "DELETE FROM votes WHERE entity = ?1 AND votes = 0"),
      change_reports_(db, "UPDATE relations SET reports = reports + ?2 WHERE key = ?1"),
      left_reports_(db, "SELECT reports FROM relations WHERE key = ?1"),
      drop_relation_(db, "DELETE FROM relations WHERE key = ?1"),
      drop_arguments_(db, "DELETE FROM arguments WHERE relation = ?1"),
      // The order that src/graph/vote.cc describes.
      name_of_(db, "SELECT value FROM votes WHERE entity = ?1 AND field = 'name'"
                   " ORDER BY votes DESC, length(CAST(value AS BLOB)) DESC, value LIMIT 1"),
      type_of_(db, "SELECT value FROM votes JOIN types ON type = value WHERE entity = ?1 AND field = 'type'"
                   " ORDER BY votes DESC, rank LIMIT 1"),
      state_of_(db, "SELECT value FROM votes WHERE entity = ?1 AND field = 'state'"
                    " ORDER BY votes DESC, value LIMIT 1"),
      leader_of_(db, "SELECT name, type, state FROM entities WHERE key = ?1"),
      elect_(db, "UPDATE entities SET name = ?2, type = ?3, state = ?4 WHERE key = ?1"
                 " AND (name IS NOT ?2 OR type IS NOT ?3 OR state IS NOT ?4)"),
      leads_somewhere_(db, "SELECT EXISTS (SELECT 1 FROM relations WHERE source = ?1)"
                           " OR EXISTS (SELECT 1 FROM relations WHERE target = ?1)"),
      drop_entity_(db, "DELETE FROM entities WHERE key = ?1") {}

void Writer::forget() {
  entities_.clear();
  relations_.clear();
  rules_.clear();
  votes_.clear();
  reports_.clear();
  seen_version_ = -1;
}

void Writer::begin() {
  const std::int64_t version = data_version_.with().number().value_or(0);
  const bool large = entities_.size() + relations_.size() + rules_.size() > kMostCached;
  if (version != seen_version_ || large) forget();
  seen_version_ = version;
}

// ---- Adding.

Key Writer::add(const DocumentFacts& facts, std::string_view hash) {
  const DocumentInfo& d = facts.document;
  const std::string date = d.date ? to_string(*d.date) : "";
  insert_document_.with(d.id, OrNull{date}, OrNull{d.outlet}, OrNull{d.url}, Blob{hash}).run();
  const Key document = sqlite3_last_insert_rowid(db_);
  add_entities(document, facts);
  count_votes(document, 1);
  add_reports(document, facts);
  return document;
}

void Writer::describe(Key document, const StoreRecord& record) {
  describe_
      .with(document, OrNull{record.title}, OrNull{record.language}, OrNull{record.read_from}, Blob{record.input})
      .run();
  drop_error_.with(record.read_from).run();
}

void Writer::add_error(const StoreError& error) { insert_error_.with(error.read_from, error.message).run(); }

void Writer::add_entities(Key document, const DocumentFacts& facts) {
  for (const DocumentFacts::Node& node : facts.nodes) {
    const Key key = entity(node.id);
    insert_name_.with(document, key, OrNull{node.name}, to_string(node.type), OrNull{node.state}).run();
    for (const std::string& alias : node.aliases) insert_alias_.with(document, key, alias).run();
  }
}

void Writer::add_reports(Key document, const DocumentFacts& facts) {
  std::map<std::tuple<std::uint32_t, std::uint32_t, std::string_view>, Key> sentences;
  std::int64_t place = 0;
  for (const DocumentFacts::Edge& edge : facts.edges) {
    const ReportFact& r = edge.report;
    const Span span = r.evidence_span;
    const auto [sentence, fresh] = sentences.try_emplace({span.start, span.end, r.evidence}, 0);
    if (fresh) {
      insert_sentence_.with(document, span.start, span.end, r.evidence).run();
      sentence->second = sqlite3_last_insert_rowid(db_);
      index_sentence_.with(sentence->second, r.evidence).run();
    }
    const Key of = relation(edge);
    ++reports_[of];
    const std::string when = r.when ? to_string(*r.when) : "";
    const std::optional<std::string> from = day_of(r.when, false), to = day_of(r.when, true);
    const KeyOrNull because{r.because.empty() ? 0 : rule(r.because)};
    insert_report_
        .with(document, place++, of, sentence->second, r.trigger.start, r.trigger.end, to_string(r.status),
              to_string(r.polarity), OrNull{r.said_by}, r.said_by_entity, r.hearsay, OrNull{when}, from, to,
              OrNull{r.when ? to_string(r.when->precision) : ""}, OrNull{r.where}, r.where_entity, because)
        .run();
  }
}

Key Writer::entity(const std::string& id) {
  const auto [at, fresh] = entities_.try_emplace(id, 0);
  if (!fresh) return at->second;
  if (const auto key = find_entity_.with(id).number()) return at->second = *key;
  insert_entity_.with(id, is_blank(id)).run();
  return at->second = sqlite3_last_insert_rowid(db_);
}

Key Writer::relation(const DocumentFacts::Edge& edge) {
  const std::string signature = signature_of(edge);
  const auto [at, fresh] = relations_.try_emplace(signature, 0);
  if (!fresh) return at->second;
  if (const auto key = find_relation_.with(Blob{signature}).number()) return at->second = *key;
  const Key source = entity(edge.source), target = entity(edge.target);
  insert_relation_.with(edge.type, edge.symmetric, source, target, Blob{signature}).run();
  at->second = sqlite3_last_insert_rowid(db_);
  std::int64_t place = 0;
  for (const GraphArgument& a : edge.arguments) {
    const KeyOrNull filler{a.entity ? entity(a.filler) : 0};
    const std::optional<std::string_view> words =
        a.entity ? std::nullopt : std::optional(std::string_view(a.filler));
    insert_argument_.with(at->second, place++, a.role, filler, words).run();
  }
  return at->second;
}

Key Writer::rule(const std::string& name) {
  const auto [at, fresh] = rules_.try_emplace(name, 0);
  if (!fresh) return at->second;
  if (const auto key = find_rule_.with(name).number()) return at->second = *key;
  insert_rule_.with(name).run();
  return at->second = sqlite3_last_insert_rowid(db_);
}

// ---- Taking out.

void Writer::remove(Key document) {
  count_votes(document, -1);
  for (reports_of_.with(document); reports_of_.step();) {
    reports_[reports_of_.integer(0)] -= reports_of_.integer(1);
  }
  for (Statement* statement :
       {&unindex_sentences_, &delete_reports_, &delete_sentences_, &delete_aliases_, &delete_names_, &delete_document_}) {
    statement->with(document).run();
  }
}

// ---- Votes.

void Writer::count_votes(Key document, int vote) {
  const auto count = [&](Key entity, const char* field, std::string_view value) {
    votes_[{entity, field, std::string(value)}] += vote;
  };
  for (names_of_.with(document); names_of_.step();) {
    const Key entity = names_of_.integer(0);
    count(entity, "name", names_of_.text(1));
    count(entity, "type", names_of_.text(2));
    if (!names_of_.null(3)) count(entity, "state", names_of_.text(3));
  }
  for (aliases_of_.with(document); aliases_of_.step();) {
    count(aliases_of_.integer(0), "alias", aliases_of_.text(1));
  }
}

// Whoever leads and gains goes on leading: most entities of a batch need no election.
bool Writer::leads(Key entity, std::string_view field, std::string_view value) {
  if (entity != leader_) {
    leader_ = entity;
    for (leader_of_.with(entity); leader_of_.step();) {
      for (int i = 0; i < 3; ++i) leads_[i] = leader_of_.string(i);
    }
  }
  return leads_[field == "name" ? 0 : field == "type" ? 1 : 2] == value;
}

void Writer::finish() {
  std::map<Key, bool> open;   // entities to be elected; true: votes were lost
  for (const auto& [key, more] : reports_) {
    if (more != 0) change_reports_.with(key, more).run();
    if (more > 0 || left_reports_.with(key).number() != 0) continue;
    for (ends_of_.with(key); ends_of_.step();) {   // blank nodes live as long as their relations
      open.try_emplace(ends_of_.integer(0), false);
      open.try_emplace(ends_of_.integer(1), false);
    }
    drop_arguments_.with(key).run();
    drop_relation_.with(key).run();
    relations_.clear();
  }
  leader_ = 0;
  for (const auto& [vote, more] : votes_) {
    const auto& [entity, field, value] = vote;
    if (more == 0) continue;
    change_vote_.with(entity, field, value, more).run();
    if (more < 0) {
      open[entity] = true;
    } else if (field != "alias" && !leads(entity, field, value)) {
      open.try_emplace(entity, false);
    }
  }
  for (const auto& [entity, lost] : open) {
    if (lost) drop_votes_.with(entity).run();
    elect(entity);
  }
  reports_.clear();
  votes_.clear();
}

void Writer::elect(Key entity) {
  const std::optional<std::string> name = name_of_.with(entity).word();
  if (!name) {   // nobody names it
    if (leads_somewhere_.with(entity).number() != 0) return;
    drop_entity_.with(entity).run();
    entities_.clear();
    return;
  }
  const std::optional<std::string> type = type_of_.with(entity).word(), state = state_of_.with(entity).word();
  elect_.with(entity, OrNull{*name}, type, state).run();
}

}  // namespace dragoman::store_impl
