// Part of dragoman; see LICENSE.
//
// What a document says is kept as it came (documents, document_entities, document_aliases,
// reports, sentences), so that it can be taken out again.  What follows from all documents
// together (entities' names, relations) is kept beside it and brought up to date in the same
// transaction.  Nothing is NULL that has a value, and nothing is '' that has none.
//
// A step that was released is never changed; a new one is added.

#include "store/schema.h"

#include <iterator>
#include <string>

#include "dragoman/mention.h"

namespace dragoman::store_impl {
namespace {

constexpr const char* kVersion1 = R"sql(
CREATE TABLE documents (
  key     INTEGER PRIMARY KEY,
  id      TEXT NOT NULL UNIQUE,
  date    TEXT,                       -- of publication, YYYY-MM-DD
  outlet  TEXT,
  url     TEXT,
  facts   BLOB NOT NULL               -- hash of all that it says: the same again changes nothing
);
CREATE INDEX documents_by_date ON documents(date);
CREATE INDEX documents_by_outlet ON documents(outlet, date);

-- Types of entities, in the order that decides ties, and what each one is.
CREATE TABLE types (
  type    TEXT NOT NULL PRIMARY KEY,
  rank    INTEGER NOT NULL
) WITHOUT ROWID;
CREATE TABLE type_tree (
  type     TEXT NOT NULL,             -- COMPANY is a COMPANY and an ORGANISATION
  ancestor TEXT NOT NULL,
  PRIMARY KEY (ancestor, type)
) WITHOUT ROWID;

-- Elected by the documents that name it; see votes.
CREATE TABLE entities (
  key     INTEGER PRIMARY KEY,
  id      TEXT NOT NULL UNIQUE,
  blank   INTEGER NOT NULL,           -- 1: nobody named
  name    TEXT,
  type    TEXT,
  state   TEXT                        -- alpha-3 of the state that it belongs to
);
CREATE INDEX entities_by_name ON entities(name);
CREATE INDEX entities_by_type ON entities(type);

-- What a document calls an entity.
CREATE TABLE document_entities (
  document INTEGER NOT NULL REFERENCES documents(key),
  entity   INTEGER NOT NULL REFERENCES entities(key),
  name     TEXT,
  type     TEXT NOT NULL,
  state    TEXT,
  PRIMARY KEY (document, entity)
) WITHOUT ROWID;
CREATE INDEX document_entities_by_entity ON document_entities(entity);
CREATE TABLE document_aliases (
  document INTEGER NOT NULL REFERENCES documents(key),
  entity   INTEGER NOT NULL REFERENCES entities(key),
  alias    TEXT NOT NULL,
  PRIMARY KEY (document, entity, alias)
) WITHOUT ROWID;

-- How many documents say so.
CREATE TABLE votes (
  entity  INTEGER NOT NULL REFERENCES entities(key),
  field   TEXT NOT NULL CHECK (field IN ('name', 'alias', 'type', 'state')),
  value   TEXT NOT NULL,
  votes   INTEGER NOT NULL,
  PRIMARY KEY (entity, field, value)
) WITHOUT ROWID;

CREATE TABLE relations (
  key       INTEGER PRIMARY KEY,
  type      TEXT NOT NULL,
  symmetric INTEGER NOT NULL,
  source    INTEGER NOT NULL REFERENCES entities(key),
  target    INTEGER NOT NULL REFERENCES entities(key),
  reports   INTEGER NOT NULL,         -- how many
  signature BLOB NOT NULL UNIQUE      -- hash of type, ends and arguments
);
CREATE INDEX relations_by_source ON relations(source, type, target);
CREATE INDEX relations_by_target ON relations(target, type);
CREATE INDEX relations_by_type ON relations(type);
CREATE TABLE arguments (
  relation INTEGER NOT NULL REFERENCES relations(key),
  place    INTEGER NOT NULL,
  role     TEXT NOT NULL,
  entity   INTEGER REFERENCES entities(key),
  words    TEXT,                      -- of a value that is no entity
  PRIMARY KEY (relation, place)
) WITHOUT ROWID;
CREATE INDEX arguments_by_entity ON arguments(entity) WHERE entity IS NOT NULL;
CREATE INDEX arguments_by_words ON arguments(words) WHERE words IS NOT NULL;

CREATE TABLE sentences (
  key      INTEGER PRIMARY KEY,
  document INTEGER NOT NULL REFERENCES documents(key),
  start    INTEGER NOT NULL,          -- bytes of the document's text, UTF-8
  "end"    INTEGER NOT NULL,
  text     TEXT NOT NULL
);
CREATE INDEX sentences_by_document ON sentences(document);
-- The words of sentences.  Who writes keeps it: triggers may not touch it in a file that need not
-- be trusted.
CREATE VIRTUAL TABLE search USING fts5(text, content = 'sentences', content_rowid = 'key',
  tokenize = 'porter unicode61 remove_diacritics 2');

CREATE TABLE rules (
  key  INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE           -- "data/frames/visit.yaml:12 visit_active"
);

CREATE TABLE reports (
  document       INTEGER NOT NULL REFERENCES documents(key),
  place          INTEGER NOT NULL,    -- in the document, from 0
  relation       INTEGER NOT NULL REFERENCES relations(key),
  sentence       INTEGER NOT NULL REFERENCES sentences(key),
  trigger_start  INTEGER NOT NULL,
  trigger_end    INTEGER NOT NULL,
  status         TEXT NOT NULL,
  polarity       TEXT NOT NULL,
  said_by        TEXT,                -- an entity's id, or words
  said_by_entity INTEGER NOT NULL,    -- 1: an id
  hearsay        INTEGER NOT NULL,
  when_          TEXT,                -- as told: 2023-07
  from_day       TEXT,                -- YYYY-MM-DD; null: open
  to_day         TEXT,
  precision      TEXT,
  where_         TEXT,                -- an entity's id, or words
  where_entity   INTEGER NOT NULL,
  rule           INTEGER REFERENCES rules(key),
  PRIMARY KEY (document, place)
) WITHOUT ROWID;
CREATE INDEX reports_by_relation ON reports(relation);
CREATE INDEX reports_by_said_by ON reports(said_by) WHERE said_by IS NOT NULL;

-- ---- What one asks.

CREATE VIEW v_documents AS
  SELECT d.id, d.date, d.outlet, d.url,
         (SELECT count(*) FROM document_entities e WHERE e.document = d.key) AS entities,
         (SELECT count(*) FROM reports r WHERE r.document = d.key) AS reports
  FROM documents d;

CREATE VIEW v_entities AS
  SELECT e.id, e.name, e.type, e.state, e.blank,
         (SELECT count(*) FROM document_entities d WHERE d.entity = e.key) AS documents
  FROM entities e;

CREATE VIEW v_aliases AS
  SELECT DISTINCT e.id, v.value AS alias
  FROM entities e JOIN votes v ON v.entity = e.key AND v.field IN ('name', 'alias')
  WHERE v.value <> '' AND v.value IS NOT e.name;

-- Each relation once, as it is kept.
CREATE VIEW v_relations AS
  SELECT r.key AS relation, r.type, r.symmetric, r.reports,
         s.id AS source, s.name AS source_name, s.type AS source_type,
         t.id AS target, t.name AS target_name, t.type AS target_type
  FROM relations r JOIN entities s ON s.key = r.source JOIN entities t ON t.key = r.target;

-- As the pattern (source)-[relation]->(target) meets it: a symmetric one from both sides.
CREATE VIEW v_edges AS
  SELECT * FROM v_relations
  UNION ALL
  SELECT relation, type, symmetric, reports, target, target_name, target_type,
         source, source_name, source_type
  FROM v_relations WHERE symmetric AND source <> target;

CREATE VIEW v_arguments AS
  SELECT a.relation, a.place, a.role, e.id AS entity, coalesce(e.name, a.words) AS name
  FROM arguments a LEFT JOIN entities e ON e.key = a.entity;

CREATE VIEW v_reports AS
  SELECT r.relation, x.type, x.symmetric,
         s.id AS source, s.name AS source_name, s.type AS source_type,
         t.id AS target, t.name AS target_name, t.type AS target_type,
         r.status, r.polarity,
         CASE WHEN r.said_by_entity THEN coalesce(
           (SELECT e.name FROM entities e WHERE e.id = r.said_by), r.said_by) ELSE r.said_by END AS said_by,
         CASE WHEN r.said_by_entity THEN r.said_by END AS said_by_id,
         r.hearsay, d.date, r.when_, r.from_day, r.to_day, r.precision,
         CASE WHEN r.where_entity THEN coalesce(
           (SELECT e.name FROM entities e WHERE e.id = r.where_), r.where_) ELSE r.where_ END AS where_,
         CASE WHEN r.where_entity THEN r.where_ END AS where_id,
         d.outlet, d.url, d.id AS document, r.place,
         q.key AS sentence, nullif(q.text, '') AS evidence, q.start, q."end",
         r.trigger_start, r.trigger_end, b.name AS because
  FROM reports r
  JOIN relations x ON x.key = r.relation
  JOIN entities s ON s.key = x.source
  JOIN entities t ON t.key = x.target
  JOIN documents d ON d.key = r.document
  JOIN sentences q ON q.key = r.sentence
  LEFT JOIN rules b ON b.key = r.rule;
)sql";

// Where a document was read, so that the next run knows what is done; and what could not be read.
constexpr const char* kVersion2 = R"sql(
ALTER TABLE documents ADD COLUMN title TEXT;
ALTER TABLE documents ADD COLUMN language TEXT;
ALTER TABLE documents ADD COLUMN read_from TEXT;     -- "wire.jsonl:17"
ALTER TABLE documents ADD COLUMN input BLOB;         -- hash of the bytes and options it was read with
CREATE INDEX documents_by_input ON documents(input) WHERE input IS NOT NULL;

CREATE INDEX reports_by_sentence ON reports(sentence);   -- from words found to what they say

CREATE TABLE errors (
  read_from TEXT NOT NULL PRIMARY KEY,
  message   TEXT NOT NULL
) WITHOUT ROWID;

DROP VIEW v_documents;
CREATE VIEW v_documents AS
  SELECT d.id, d.date, d.outlet, d.url, d.title, d.language, d.read_from,
         (SELECT count(*) FROM document_entities e WHERE e.document = d.key) AS entities,
         (SELECT count(*) FROM reports r WHERE r.document = d.key) AS reports
  FROM documents d;
)sql";

constexpr const char* kMigrations[] = {kVersion1, kVersion2};

// The schema's own facts about types.
void fill_types(Database& db) {
  Statement type(db.get(), "INSERT INTO types VALUES (?1, ?2)");
  Statement tree(db.get(), "INSERT INTO type_tree (type, ancestor) VALUES (?1, ?2)");
  for (std::size_t i = 0; i < std::size_t(MentionType::kCount); ++i) {
    type.with(to_string(MentionType(i)), i).run();
    for (std::size_t k = 0; k < std::size_t(MentionType::kCount); ++k) {
      if (is_a(MentionType(i), MentionType(k))) {
        tree.with(to_string(MentionType(i)), to_string(MentionType(k))).run();
      }
    }
  }
}

}  // namespace

const int kSchemaVersion = int(std::size(kMigrations));

bool is_empty(const Database& db) {
  return db.integer("PRAGMA application_id") == 0 && db.integer("PRAGMA user_version") == 0 &&
         db.integer("SELECT count(*) FROM sqlite_schema") == 0;
}

void migrate(Database& db, int version) {
  while (db.integer("PRAGMA user_version") < version) {
    Transaction transaction(db, Transaction::Kind::kWrite);
    // Another writer may have been faster.
    const auto at = db.integer("PRAGMA user_version");
    if (at >= version) return;
    db.run(kMigrations[at]);
    if (at == 0) {
      fill_types(db);
      db.run(("PRAGMA application_id = " + std::to_string(kApplicationId)).c_str());
    }
    db.run(("PRAGMA user_version = " + std::to_string(at + 1)).c_str());
    transaction.commit();
  }
}

}  // namespace dragoman::store_impl
