// Part of dragoman; see LICENSE.

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "dragoman/export.h"
#include "graph/random_facts.h"
#include "graph/sample_facts.h"

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
    for (std::size_t size = 0; size < bytes.size() - 2; size += 7) {
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
    for (int i = 0; i < 1500; ++i) {
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
