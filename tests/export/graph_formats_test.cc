// Part of dragoman; see LICENSE.

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "dragoman/export.h"
#include "graph/random_facts.h"
#include "graph/sample_facts.h"
#include "rounds.h"

namespace dragoman {
namespace {

constexpr GraphFormat kReadable[] = {GraphFormat::kJson, GraphFormat::kJsonLines,
                                     GraphFormat::kGraphMl};

std::string message(std::string_view bytes, GraphFormat format) {
  const auto graph = read_graph(bytes, format, "g");
  return graph.ok() ? "read" : graph.error().message();
}

TEST(GraphFormatsTest, ReadBackGivesTheSameBytes) {
  for (unsigned seed = 0; seed < 40; ++seed) {
    RandomFacts random(seed);
    RelationGraph graph;
    for (int i = 0; i < 8; ++i) ASSERT_TRUE(graph.add(random.document("d" + std::to_string(i))).ok());
    const std::string json = write_graph(graph, GraphFormat::kJson);
    for (const GraphFormat format : kReadable) {
      const std::string bytes = write_graph(graph, format);
      auto again = read_graph(bytes, format);
      ASSERT_TRUE(again.ok()) << to_string(format) << " " << again.error().message();
      ASSERT_TRUE(write_graph(*again, format) == bytes) << to_string(format) << " seed " << seed;
      ASSERT_TRUE(write_graph(*again, GraphFormat::kJson) == json);
    }
  }
}

TEST(GraphFormatsTest, ReadBackGraphCanStillForgetADocument) {
  RelationGraph graph = sample_graph();
  auto again = read_graph(write_graph(graph, GraphFormat::kGraphMl), GraphFormat::kGraphMl);
  ASSERT_TRUE(again.ok());
  ASSERT_TRUE(graph.remove("b.txt"));
  ASSERT_TRUE(again->remove("b.txt"));
  EXPECT_EQ(write_graph(*again, GraphFormat::kJson), write_graph(graph, GraphFormat::kJson));
}

TEST(GraphFormatsTest, EmptyGraphIsWrittenAndRead) {
  for (const GraphFormat format : kReadable) {
    const std::string bytes = write_graph(RelationGraph(), format);
    EXPECT_TRUE(read_graph(bytes, format).ok()) << to_string(format);
  }
}

TEST(GraphFormatsTest, NodeLinkJsonHasTheFieldsOthersRead) {
  const auto json = nlohmann::json::parse(write_graph(sample_graph(), GraphFormat::kJson));
  EXPECT_TRUE(json["multigraph"]);
  EXPECT_EQ(json["nodes"].size(), 7u);
  EXPECT_EQ(json["links"].size(), 4u);
  EXPECT_EQ(json["links"][0]["source"], "TUR");
}

TEST(GraphFormatsTest, TruncatedFilesAreErrorsNotCrashes) {
  for (const GraphFormat format : kReadable) {
    const std::string bytes = write_graph(sample_graph(), format);
    for (std::size_t size = 0; size < bytes.size() - 2; size += std::size_t(140 / rounds(20))) {
      const auto graph = read_graph(std::string_view(bytes).substr(0, size), format);
      if (format != GraphFormat::kJsonLines) {
        ASSERT_FALSE(graph.ok()) << size;
      }
    }
  }
}

TEST(GraphFormatsTest, DamagedFilesNeverCrash) {
  for (const GraphFormat format : kReadable) {
    const std::string bytes = write_graph(sample_graph(), format);
    RandomFacts random(1);
    for (int i = 0; i < rounds(1500); ++i) {
      std::string damaged = bytes;
      damaged[random.below(damaged.size())] = char(random.below(256));
      (void)read_graph(damaged, format).ok();
    }
  }
}

TEST(GraphFormatsTest, MessagesSayWhere) {
  EXPECT_NE(message("[", GraphFormat::kJson).find("g: not JSON"), std::string::npos);
  EXPECT_NE(message("{}", GraphFormat::kJson).find("g: not a graph of dragoman"), std::string::npos);
  EXPECT_EQ(message("{\"kind\":\"edge\"}\n", GraphFormat::kJsonLines),
            "g:1: edge: expected source, target and type as strings, symmetric as true or false");
  EXPECT_EQ(message("<a><b></a>", GraphFormat::kGraphMl), "g:1: mismatched tag");
  EXPECT_NE(message("<!DOCTYPE a [<!ENTITY x \"y\">]><a>&x;</a>", GraphFormat::kGraphMl)
                .find("a document type is not read"),
            std::string::npos);
  EXPECT_EQ(message("digraph {}", GraphFormat::kDot),
            "g: dot is written only; read json, jsonl or graphml");
  EXPECT_NE(message(std::string(1 << 20, '['), GraphFormat::kJson), "read");
}

// Names that would be marks, entities, formulas or the end of a quotation.
TEST(GraphFormatsTest, HostileNamesStayText) {
  const std::string name = "=1+1\"'<script>&lt;]]>-->\x01\xFF\n@prefix \\u0022 . }";
  DocumentFacts facts;
  facts.document = {.id = "a\"<b>&", .date = Date{2024, 3, 1}, .outlet = name, .url = "javascript:\"<>"};
  facts.nodes = {{"org:a", MentionType::kOrganisation, name, {name + "2"}, ""}, {"org:b", MentionType::kOrganisation, "B", {}, ""}};
  ReportFact report;
  report.evidence = name;
  report.said_by = name;
  report.because = name;
  facts.edges.push_back({"meet", true, "org:a", "org:b", {{"party_a", "org:a", true}, {"party_b", "org:b", true}}, report});
  RelationGraph graph;
  ASSERT_TRUE(graph.add(facts).ok());
  for (const GraphFormat format : {GraphFormat::kGraphMl, GraphFormat::kGexf}) {
    const std::string xml = write_graph(graph, format);
    EXPECT_EQ(xml.find("<script"), std::string::npos) << xml;
    EXPECT_EQ(xml.find('\x01'), std::string::npos);
    EXPECT_NE(xml.find("&lt;script&gt;&amp;lt;]]&gt;"), std::string::npos) << xml;
  }
  for (const GraphFormat format : {GraphFormat::kJson, GraphFormat::kJsonLines, GraphFormat::kGraphMl}) {
    const auto again = read_graph(write_graph(graph, format), format);
    ASSERT_TRUE(again.ok()) << again.error().message();
    const std::string_view back = again->node(*again->find_node("org:a")).name;
    EXPECT_EQ(back.substr(0, 24), name.substr(0, 24)) << to_string(format);
  }
  EXPECT_NE(write_graph(graph, GraphFormat::kTurtle).find("@prefix \\\\u0022 ."), std::string::npos);
  EXPECT_TRUE(nlohmann::json::accept(write_graph(graph, GraphFormat::kJsonLd)));
  const std::vector<ExportFile> tables = write_neo4j(graph);
  for (const ExportFile& table : tables) {
    EXPECT_EQ(table.name.find('/'), std::string::npos);
    EXPECT_EQ(table.bytes.find(",=1+1"), std::string::npos) << table.bytes;
    EXPECT_EQ(table.bytes.find("\"=1+1"), std::string::npos) << table.bytes;
  }
  EXPECT_NE(tables[0].bytes.find("\"'=1+1\"\"'<script>"), std::string::npos) << tables[0].bytes;
}

TEST(GraphFormatsTest, DotQuotesWhatTextsSay) {
  DocumentFacts facts;
  facts.document.id = "d";
  facts.nodes = {{"x", MentionType::kPerson, "A \"B\" \\ C\n\x1b", {}, ""}};
  RelationGraph graph;
  ASSERT_TRUE(graph.add(facts).ok());
  EXPECT_NE(write_graph(graph, GraphFormat::kDot).find("label=\"A \\\"B\\\" \\\\ C  \""),
            std::string::npos);
}

}  // namespace
}  // namespace dragoman
