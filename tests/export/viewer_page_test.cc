// Part of dragoman; see LICENSE.

#include <filesystem>
#include <fstream>
#include <string>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "dragoman/export.h"
#include "export/viewer_data.h"
#include "graph/sample_facts.h"

namespace dragoman {
namespace {

constexpr std::string_view kOpen = "<script type=\"application/json\" id=\"dragoman-data\">";
constexpr std::string_view kTemplate =
    "<!doctype html><meta name=\"dragoman-viewer\" content=\"2\">"
    "<script type=\"application/json\" id=\"dragoman-data\">null</script><script>go()</script>";

class ViewerPageTest : public ::testing::Test {
 protected:
  ViewerPageTest() {
    folder_ = std::filesystem::temp_directory_path() /
              ("viewer_page_" +
               std::string(::testing::UnitTest::GetInstance()->current_test_info()->name()));
    std::filesystem::create_directories(folder_);
  }
  ~ViewerPageTest() override { std::filesystem::remove_all(folder_); }

  std::filesystem::path write(std::string_view html) const {
    std::ofstream(folder_ / "viewer.html", std::ios::binary) << html;
    return folder_ / "viewer.html";
  }
  Result<std::string> page(const RelationGraph& graph, std::span<const Document> documents = {},
                           std::string_view html = kTemplate) const {
    return viewer_page(graph, documents, {.title = "", .page_template = write(html)});
  }
  std::string message(std::string_view html) const {
    const auto made = page(RelationGraph(), {}, html);
    return made.ok() ? "made" : made.error().message().substr(folder_.string().size());
  }

  std::filesystem::path folder_;
};

nlohmann::json data_of(const std::string& page) {
  const std::size_t begin = page.find(kOpen) + kOpen.size();
  return nlohmann::json::parse(page.substr(begin, page.find("</script>", begin) - begin));
}

std::size_t count(std::string_view text, std::string_view part) {
  std::size_t n = 0;
  for (std::size_t at = text.find(part); at != text.npos; at = text.find(part, at + 1)) ++n;
  return n;
}

// A text with one report whose sentence does not stand at its start; "😀" is two UTF-16 units.
struct Sample {
  RelationGraph graph;
  std::vector<Document> documents;
};
Sample sample(std::string before = "É😀. ") {
  const std::string sentence = "Oslo 😀 fined Bergen.";
  Sample out;
  Document d;
  d.info = {.id = "folder/a.txt", .date = Date{2024, 1, 2}, .outlet = "Post", .url = "https://a.example/1"};
  d.text = *Text::from_utf8(before + sentence);
  DocumentFacts facts;
  facts.document = d.info;
  facts.nodes = {{"city:oslo", MentionType::kCity, "Oslo", {}, ""},
                 {"city:bergen", MentionType::kCity, "Bergen", {}, ""}};
  ReportFact said;
  const std::uint32_t start = std::uint32_t(before.size());
  said.evidence = sentence;
  said.evidence_span = {start, start + std::uint32_t(sentence.size())};
  said.trigger = {start + 10, start + 15};   // "fined"
  said.because = "/home/somebody/tree/data/frames/sanction.yaml:3 fine_verb";
  facts.edges.push_back({"sanction", false, "city:oslo", "city:bergen", {}, said});
  EXPECT_TRUE(out.graph.add(facts).ok());
  out.documents.push_back(std::move(d));
  return out;
}

TEST_F(ViewerPageTest, HappeningsBringTheirReportsTogether) {
  const auto data = data_of(*page(sample_graph()));
  // The delivery, planned by one and carried out by the other; each of the rest once.
  ASSERT_EQ(data["happenings"].size(), 4u);
  const nlohmann::json* transfer = nullptr;
  for (const auto& edge : data["edges"]) {
    if (edge["type"] == "arms_transfer") transfer = &edge;
  }
  ASSERT_NE(transfer, nullptr);
  const auto& reports = (*transfer)["reports"];
  ASSERT_EQ(reports.size(), 2u);
  EXPECT_EQ(reports[0]["happening"], reports[1]["happening"]);
  EXPECT_NE(reports[1]["together"].get<std::string>().find("the same item"), std::string::npos);
  const auto& delivery = data["happenings"][reports[0]["happening"].get<std::size_t>()];
  EXPECT_EQ(delivery["type"], "arms_transfer");
  EXPECT_EQ(delivery["source"], "TUR");
  EXPECT_EQ(delivery["target"], "MLI");
  EXPECT_EQ(delivery["symmetric"], false);
  EXPECT_EQ(delivery["from"], "2024-04-02");   // April was told; the other document is of 2 May
  EXPECT_EQ(delivery["status"], "happened");
  EXPECT_EQ(delivery["disputed"], false);
}

TEST_F(ViewerPageTest, FillsTheDataElementAndNothingElse) {
  const auto made = page(sample_graph());
  ASSERT_TRUE(made.ok()) << made.error().message();
  const nlohmann::json data = data_of(*made);
  EXPECT_EQ(data["format"], "dragoman-view");
  EXPECT_EQ(data["nodes"].size(), 7u);
  EXPECT_EQ(data["edges"].size(), 4u);
  std::string emptied = *made;
  const std::size_t begin = emptied.find(kOpen) + kOpen.size();
  emptied.replace(begin, emptied.find("</script>", begin) - begin, "null");
  EXPECT_EQ(emptied, kTemplate);
}

TEST_F(ViewerPageTest, NothingInATextEndsTheDataElement) {
  const std::string evil = "</script><script>alert(1)</script><!--<script> <img src=x onerror=alert(2)> ";
  const Sample s = sample(evil);
  const auto made = page(s.graph, s.documents);
  ASSERT_TRUE(made.ok());
  EXPECT_EQ(count(*made, "<script"), 2u);
  EXPECT_EQ(count(*made, "</script"), 2u);
  EXPECT_EQ(count(*made, "<!--"), 0u);
  EXPECT_EQ(count(*made, "<img"), 0u);
  EXPECT_EQ(data_of(*made)["documents"][0]["text"].get<std::string>().substr(0, evil.size()), evil);
}

TEST_F(ViewerPageTest, PlacesCountUtf16) {
  const Sample s = sample();
  const auto data = data_of(*page(s.graph, s.documents));
  const auto& report = data["edges"][0]["reports"][0];
  EXPECT_EQ(report["place"], nlohmann::json({5, 26}));    // É, two halves of 😀, full stop, space
  EXPECT_EQ(report["trigger"], nlohmann::json({8, 13}));  // within the sentence
  EXPECT_EQ(report["document"], 0);
  EXPECT_EQ(data["documents"][0]["text"], "É😀. Oslo 😀 fined Bergen.");
}

TEST_F(ViewerPageTest, WithoutATextThereIsTheSentenceOnly) {
  const Sample s = sample();
  const auto data = data_of(*page(s.graph));
  EXPECT_FALSE(data["documents"][0].contains("text"));
  const auto& report = data["edges"][0]["reports"][0];
  EXPECT_EQ(report["evidence"], "Oslo 😀 fined Bergen.");
  EXPECT_TRUE(report["place"].is_null());
  EXPECT_EQ(report["trigger"], nlohmann::json({8, 13}));
}

TEST_F(ViewerPageTest, ATextThatIsNotTheReportsOwnGetsNoPlaces) {
  Sample s = sample();
  s.documents[0].text = *Text::from_utf8("Another version of this article, longer than the first one.");
  EXPECT_TRUE(data_of(*page(s.graph, s.documents))["edges"][0]["reports"][0]["place"].is_null());
  s.documents[0].text = *Text::from_utf8("Short.");
  EXPECT_TRUE(data_of(*page(s.graph, s.documents))["edges"][0]["reports"][0]["place"].is_null());
}

TEST_F(ViewerPageTest, AWrongTriggerInAGraphFileIsLeftOut) {
  DocumentFacts facts;
  facts.document.id = "a";
  facts.nodes = {{"AAA", MentionType::kState, "A", {}, ""}};
  ReportFact said;
  said.evidence = "Short.";
  said.evidence_span = {100, 106};
  for (const Span trigger : {Span{90, 95}, Span{104, 300}, Span{104, 104}}) {
    said.trigger = trigger;
    facts.edges = {{"attack", false, "AAA", "", {}, said}};
    RelationGraph graph;
    ASSERT_TRUE(graph.add(facts).ok());
    EXPECT_TRUE(data_of(*page(graph))["edges"][0]["reports"][0]["trigger"].is_null());
  }
}

TEST_F(ViewerPageTest, NoFolderOfThisMachineStandsInThePage) {
  const Sample s = sample();
  const auto made = page(s.graph, s.documents);
  EXPECT_EQ(count(*made, "/home/somebody"), 0u);
  EXPECT_EQ(data_of(*made)["edges"][0]["reports"][0]["because"],
            "data/frames/sanction.yaml:3 fine_verb");
}

TEST_F(ViewerPageTest, DocumentsStandById) {
  RelationGraph graph;
  std::vector<Document> documents;
  for (int i = 299; i >= 0; --i) {
    Document d;
    d.info.id = "d" + std::to_string(i);
    d.text = *Text::from_utf8("Text " + std::to_string(i));
    DocumentFacts facts;
    facts.document = d.info;
    if (i != 7) {
      ASSERT_TRUE(graph.add(facts).ok());
    }
    documents.push_back(std::move(d));
  }
  Document again;
  again.info.id = "d5";
  again.text = *Text::from_utf8("Text 5, corrected");
  documents.push_back(std::move(again));
  const auto data = data_of(*page(graph, documents));
  ASSERT_EQ(data["documents"].size(), 299u);            // d7 is not in the graph
  std::string last;
  for (const auto& d : data["documents"]) {
    const std::string id = d["id"];
    EXPECT_LT(last, id);
    EXPECT_EQ(d["text"], id == "d5" ? "Text 5, corrected" : "Text " + id.substr(1));
    last = id;
  }
  EXPECT_EQ(data["title"], "d0 and 298 more");
}

TEST_F(ViewerPageTest, IllFormedIdsBecomeReplacementCharacters) {
  DocumentFacts facts;
  facts.document.id = "a\xFF.txt";
  RelationGraph graph;
  ASSERT_TRUE(graph.add(facts).ok());
  EXPECT_EQ(data_of(*page(graph))["documents"][0]["id"], "a\xEF\xBF\xBD.txt");
}

TEST_F(ViewerPageTest, EmptyGraphMakesAPage) {
  EXPECT_EQ(data_of(*page(RelationGraph()))["nodes"].size(), 0u);
}

TEST_F(ViewerPageTest, MissingTemplateSaysHowToGetIt) {
  const auto made = viewer_page(RelationGraph(), {}, {.title = "", .page_template = folder_ / "none.html"});
  ASSERT_FALSE(made.ok());
  EXPECT_EQ(made.error().code(), ErrorCode::kNotFound);
  EXPECT_NE(made.error().message().find("none.html: no such file"), std::string::npos);
  EXPECT_NE(made.error().message().find("make viewer"), std::string::npos);
}

TEST_F(ViewerPageTest, ATemplateThatIsNoneIsRefused) {
  const std::string meta = "<meta name=\"dragoman-viewer\" content=\"2\">";
  const std::string data = std::string(kOpen) + "null</script>";
  const std::string_view advice = "; build the page anew with \"make viewer\"";
  const std::string no_page = std::string("/viewer.html: is not the page of dragoman view: expected one element "
                                          "<script type=\"application/json\" id=\"dragoman-data\">") + std::string(advice);
  EXPECT_EQ(message(""), no_page);
  EXPECT_EQ(message("<html>" + meta), no_page);
  EXPECT_EQ(message(meta + data + data), no_page);
  EXPECT_EQ(message("<meta name=\"dragoman-viewer\" content=\"0\">" + data),
            "/viewer.html: is a page of another version, expected 2" + std::string(advice));
  EXPECT_EQ(message(meta + std::string(kOpen) + "null"),
            "/viewer.html: ends within its data element" + std::string(advice));
  const auto folder = viewer_page(RelationGraph(), {}, {.title = "", .page_template = folder_});
  ASSERT_FALSE(folder.ok());
  EXPECT_EQ(folder.error().code(), ErrorCode::kUnreadable);
}

}  // namespace
}  // namespace dragoman
