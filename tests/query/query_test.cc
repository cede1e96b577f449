// Part of dragoman; see LICENSE.

#include "dragoman/query.h"

#include <gtest/gtest.h>

#include "graph/sample_facts.h"
#include "query/rows.h"

namespace dragoman {
namespace {

std::string rows(std::string_view text, const QueryOptions& options = {}) {
  static const RelationGraph graph = sample_graph();
  return rows_of(graph, text, options);
}

TEST(QueryTest, OneRowAReportWhereReportFieldsAreUsed) {
  EXPECT_EQ(rows("MATCH (a:STATE)-[r:arms_transfer]->(b:STATE) RETURN a, b"), "Turkey|Mali");
  EXPECT_EQ(rows("MATCH (a:STATE)-[r:arms_transfer]->(b:STATE) RETURN a, b, r.status, r.said_by"),
            "Turkey|Mali|planned|AFP; Turkey|Mali|happened|");
  EXPECT_EQ(rows("MATCH (a)-[r:arms_transfer]->(b) WHERE r.status = 'planned' RETURN a, r.reports"),
            "Turkey|2");
}

TEST(QueryTest, PatternsTakeTypesDirectionsAndProperties) {
  EXPECT_EQ(rows("MATCH (a)<-[r:arms_transfer]-(b) RETURN a, b"), "Mali|Turkey");
  EXPECT_EQ(rows("MATCH (a {id: 'MLI'})-[r:arms_transfer]-(b) RETURN a, b"), "Mali|Turkey");
  EXPECT_EQ(rows("MATCH (a:ORGANISATION) RETURN a"), "AFP");
  EXPECT_EQ(rows("MATCH (a:PERSON|CITY) RETURN a.id"), "city:mli-gao; person:assimi-goita");
  EXPECT_EQ(rows("MATCH (a:STATE)-[r:visit|arms_transfer {item: 'drone'}]->(b) RETURN b"), "Mali");
  EXPECT_EQ(rows("MATCH (a)-[:arms_transfer]->(b), (a)-[:meet]->(c) RETURN a, b, c"),
            "Turkey|Mali|Assimi Goita");
  EXPECT_EQ(rows("MATCH (c)-[:meet]-(a)-[:arms_transfer]->(b) RETURN a, b, c"),
            "Turkey|Mali|Assimi Goita");
}

TEST(QueryTest, SymmetricEdgesFitBothDirections) {
  EXPECT_EQ(rows("MATCH (a)-[r:meet]->(b) RETURN a, b"), "Turkey|Assimi Goita; Assimi Goita|Turkey");
  EXPECT_EQ(rows("MATCH (a:PERSON)-[r:meet]->(b) RETURN a, b"), "Assimi Goita|Turkey");
  EXPECT_EQ(rows("MATCH (a)-[r:meet]->(b) WHERE a.id < b.id RETURN a, b"), "Turkey|Assimi Goita");
}

TEST(QueryTest, NobodyNamedIsBlankAndHasNoType) {
  EXPECT_EQ(rows("MATCH (a)-[r:weapon_test]->(b) RETURN a, b, r.item"), "Turkey||missile");
  EXPECT_EQ(rows("MATCH (a)-[r:attack]->(b) RETURN a, b, r.polarity"), "|Gao|denied");
  EXPECT_EQ(rows("MATCH (a:STATE)-[r:weapon_test]->(b:STATE) RETURN a"), "");
  EXPECT_EQ(rows("MATCH (a)-[r:attack]->(b) WHERE r.agent IS NULL RETURN b"), "Gao");
}

TEST(QueryTest, Conditions) {
  const auto arms = [](std::string_view where) {
    return rows("MATCH (a)-[r:arms_transfer]->(b) WHERE " + std::string(where) + " RETURN r.document");
  };
  EXPECT_EQ(arms("a.name <> 'Russia' AND NOT r.status = 'planned'"), "b.txt");
  EXPECT_EQ(arms("r.date >= '2024-04-01'"), "b.txt");
  EXPECT_EQ(arms("r.date < '2024-04-01' OR r.outlet STARTS WITH 'Le'"), "a.txt; b.txt");
  EXPECT_EQ(arms("r.status IN ['planned', 'offered']"), "a.txt");
  EXPECT_EQ(arms("r.evidence CONTAINS 'drones' and r.evidence ends with 'reported.'"), "a.txt");
  EXPECT_EQ(arms("a.aliases CONTAINS 'Ankara' AND r.said_by IS NOT NULL"), "a.txt");
  EXPECT_EQ(arms("r.when STARTS WITH '2024-04'"), "a.txt");
  EXPECT_EQ(arms("r.supplier = 'Turkey' AND r.recipient = b"), "a.txt; b.txt");
  EXPECT_EQ(arms("r.said_by = 'AFP' OR r.said_by <> 'AFP'"), "a.txt");   // null is neither
  EXPECT_EQ(arms("(((r.reports = 2))) AND r.reports < 2.5"), "a.txt; b.txt");
}

TEST(QueryTest, ReturnCountsSortsAndCuts) {
  EXPECT_EQ(rows("MATCH (a)-[r]->(b) RETURN count(*)"), "5");
  EXPECT_EQ(rows("MATCH (a)-[r:visit]->(b) RETURN count(*) AS n"), "0");
  EXPECT_EQ(rows("MATCH (a:STATE)-[r]-(b) RETURN a, count(*) AS n ORDER BY n DESC, a"),
            "Turkey|3; Mali|1");
  EXPECT_EQ(rows("MATCH (a)-[r:arms_transfer]->(b) RETURN a, min(r.date), max(r.date), collect(r.outlet)"),
            "Turkey|2024-03-01|2024-05-02|Daily Nation, Le Soir");
  EXPECT_EQ(rows("MATCH (a)-[r]->(b) RETURN count(DISTINCT r.type)"), "4");
  EXPECT_EQ(rows("MATCH (a)-[r]-(b) RETURN DISTINCT r.type AS t ORDER BY t DESC SKIP 1 LIMIT 2"),
            "meet; attack");
  EXPECT_EQ(rows("MATCH (a:STATE) RETURN a.name ORDER BY a.id"), "Mali; Turkey");
}

TEST(QueryTest, ParametersAreValuesNeverText) {
  QueryOptions options;
  options.parameters = {{"who", "TUR' OR 1=1 //"}, {"ids", QueryValue::List{"MLI", "TUR"}}};
  EXPECT_EQ(rows("MATCH (a {id: $who}) RETURN a", options), "");
  EXPECT_EQ(rows("MATCH (a) WHERE a.id IN $ids RETURN a", options), "Mali; Turkey");
  EXPECT_EQ(rows("MATCH (a {id: $whom}) RETURN a", options),
            "1:15: no parameter \"$whom\" was given; did you mean \"who\"?");
}

TEST(QueryTest, ErrorsSayWhereAndWhatWasMeant) {
  const auto schema = Schema::load(DRAGOMAN_SOURCE_DIR "/data/schema/relations.yaml");
  QueryOptions options;
  options.schema = &*schema;
  const auto message = [&](std::string_view text) { return rows(text, options); };
  EXPECT_EQ(message("MATCH (a)-[r:arms_tranfser]->(b) RETURN a"),
            "1:14: no relation type \"arms_tranfser\"; did you mean \"arms_transfer\"?");
  EXPECT_EQ(message("MATCH (a)-[r:kill]->(b) RETURN a"), "");   // exists, but not here
  EXPECT_EQ(message("MATCH (a:STAET) RETURN a"),
            "1:10: no node type \"STAET\"; did you mean \"STATE\"?");
  EXPECT_EQ(message("MATCH (a)\nRETRUN a"), "2:1: expected RETURN, not \"RETRUN\"; did you mean \"RETURN\"?");
  EXPECT_EQ(message("MATCH (a)-[r]->(b) RETURN r.staus"),
            "1:29: an edge has no field \"staus\"; did you mean \"status\"?");
  EXPECT_EQ(message("MATCH (a) RETURN b"), "1:18: \"b\" is not bound by MATCH; text stands in quotes");
  EXPECT_EQ(message("MATCH (a RETURN a"), "1:10: expected \")\", not \"RETURN\"");
  EXPECT_EQ(message("MATCH (a) WHERE a.name = 'x RETURN a"), "1:26: the quote ' is not closed");
  EXPECT_EQ(message(""), "1:1: expected MATCH, not the end of the query");
  EXPECT_EQ(message("MATCH (é) WHERE é.nam = 1 RETURN é"),
            "1:19: a node has no field \"nam\"; did you mean \"name\"?");
  EXPECT_EQ(message("MATCH (a) RETURN a LIMIT -1"), "1:26: expected a whole number, not below 0");
  EXPECT_EQ(message("MATCH (a) WHERE count(*) > 1 RETURN a").substr(0, 6), "1:17: ");
}

TEST(QueryTest, HostileQueriesAreErrors) {
  const auto fails = [](const std::string& text) {
    const auto result = query(sample_graph(), text);
    return !result.ok();
  };
  const std::string start = "MATCH (a) WHERE ";
  EXPECT_TRUE(fails(std::string(1 << 20, '(')));
  EXPECT_TRUE(fails(start + std::string(60000, '(')));
  EXPECT_TRUE(fails(start + std::string(60000, '[')));
  EXPECT_TRUE(fails(start + "a.id = '" + std::string(1 << 20, 'x') + "' RETURN a"));
  EXPECT_TRUE(fails(start + "a.id = " + std::string(500, '9') + " RETURN a"));
  EXPECT_TRUE(fails(start + std::string("a.id = \0 RETURN a", 17)));
  std::string nots = start;
  for (int i = 0; i < 10000; ++i) nots += "NOT ";
  EXPECT_EQ(rows(nots + "a.id = 'TUR' RETURN a"), "Turkey");
  std::string hops = "MATCH (a)";
  for (int i = 0; i < 200; ++i) hops += "--()";
  EXPECT_TRUE(fails(hops + " RETURN a"));
}

TEST(QueryTest, LimitsEndALongQuery) {
  QueryOptions options;
  options.most_work = 50;
  EXPECT_EQ(rows("MATCH (a), (b), (c), (d) RETURN count(*)", options).substr(0, 33),
            "the query takes more than 50 step");
  options = {};
  options.most_rows = 3;
  EXPECT_EQ(rows("MATCH (a) RETURN a", options),
            "the answer has more than 3 rows; say LIMIT, or count them");
  EXPECT_EQ(rows("MATCH (a:STATE) RETURN a LIMIT 3", options), "Mali; Turkey");
}

TEST(QueryTest, CsvAndJsonAreEscaped) {
  QueryResult result;
  result.columns = {"a", "b"};
  result.rows = {{"=cmd()", "say \"hi\", now"}, {-3, QueryValue()}};
  EXPECT_EQ(to_csv(result), "a,b\r\n'=cmd(),\"say \"\"hi\"\", now\"\r\n-3,\r\n");
  EXPECT_EQ(to_json(result), "[\n{\"a\":\"=cmd()\",\"b\":\"say \\\"hi\\\", now\"},\n{\"a\":-3,\"b\":null}\n]\n");
}

}  // namespace
}  // namespace dragoman
