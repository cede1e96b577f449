// Part of dragoman; see LICENSE.

#include "dragoman/happening.h"

#include <map>

#include <gtest/gtest.h>

#include "graph/random_facts.h"
#include "rounds.h"

namespace dragoman {
namespace {

// Builds a document of one relation in a few words.
struct Telling {
  std::string document;
  Date date = {2024, 3, 1};
  std::string type = "visit";
  std::string source = "person:amina-diallo";
  std::string target = "KEN";
  RelationStatus status = RelationStatus::kHappened;
  Polarity polarity = Polarity::kAsserted;
  std::optional<DateValue> when = {};
  std::string item = {};
  std::string where = {};
  bool dated = true;
};

DateValue day(int year, int month, int d) {
  const std::int32_t n = to_days({year, month, d});
  return {n, n, false, false, DatePrecision::kDay};
}

DateValue month(int year, int m) {
  return {to_days({year, m, 1}), to_days({year, m, 28}), false, false, DatePrecision::kMonth};
}

DocumentFacts facts_of(const Telling& t) {
  DocumentFacts facts;
  facts.document = {.id = t.document, .date = {}, .outlet = "outlet " + t.document, .url = ""};
  if (t.dated) facts.document.date = t.date;
  facts.nodes = {{"person:amina-diallo", MentionType::kPerson, "Amina Diallo", {}, "SEN"},
                 {"KEN", MentionType::kState, "Kenya", {}, ""},
                 {"SEN", MentionType::kState, "Senegal", {}, ""},
                 {"city:ken-nairobi", MentionType::kCity, "Nairobi", {}, "KEN"},
                 {"city:ken-mombasa", MentionType::kCity, "Mombasa", {}, "KEN"},
                 {"group:sen-troops", MentionType::kGroup, "Senegalese troops", {}, "SEN"}};
  DocumentFacts::Edge e;
  e.type = t.type;
  e.symmetric = t.type == "meet";
  e.source = t.source;
  e.target = t.target;
  if (!t.source.empty()) e.arguments.push_back({"agent", t.source, true});
  if (!t.target.empty()) e.arguments.push_back({"target", t.target, true});
  if (!t.item.empty()) e.arguments.push_back({"item", t.item, false});
  e.report.status = t.status;
  e.report.polarity = t.polarity;
  e.report.when = t.when;
  e.report.where = t.where;
  e.report.where_entity = !t.where.empty();
  e.report.evidence = t.document;
  facts.edges = {e};
  return facts;
}

RelationGraph graph_of(const std::vector<Telling>& tellings) {
  RelationGraph graph;
  for (const Telling& t : tellings) EXPECT_TRUE(graph.add(facts_of(t)).ok());
  return graph;
}

// "a+b c": documents of one happening joined, happenings apart.
std::string groups(const RelationGraph& graph) {
  std::string out;
  const Happenings& all = graph.happenings();
  for (HappeningIndex i = 0; i < all.size(); ++i) {
    if (!out.empty()) out += ' ';
    std::string one;
    for (const HappeningReport& r : all[i].reports) {
      if (!one.empty()) one += '+';
      one += graph.reports(r.edge)[r.report].document;
      EXPECT_EQ(all.of(r.edge, r.report), i);
    }
    out += one;
  }
  return out;
}

std::string groups(const std::vector<Telling>& tellings) { return groups(graph_of(tellings)); }

TEST(HappeningsTest, ThreeOutletsTellOfOneVisit) {
  const RelationGraph graph = graph_of({
      {.document = "a", .date = {2024, 3, 2}, .when = day(2024, 3, 1)},
      {.document = "b", .date = {2024, 3, 1}, .target = "city:ken-nairobi"},   // the day of the document
      {.document = "c", .date = {2024, 3, 9}, .when = day(2024, 3, 1)},
  });
  EXPECT_EQ(groups(graph), "b+a+c");
  EXPECT_EQ(graph.report_count(), 3u);
  ASSERT_EQ(graph.happenings().size(), 1u);
  const Happening visit = graph.happenings()[0];
  EXPECT_EQ(visit.type, "visit");
  EXPECT_EQ(graph.node(visit.source).name, "Amina Diallo");
  EXPECT_EQ(visit.from, to_days({2024, 3, 1}));
  EXPECT_EQ(visit.to, to_days({2024, 3, 1}));
  EXPECT_EQ(reasons(visit.reports[0]), "the days meet; no time told: taken from the document's date; "
                                       "a party stands for its state");
  EXPECT_EQ(reasons(visit.reports[1]), "the most exact report");
  EXPECT_EQ(reasons(visit.reports[2]), "the same days");
}

TEST(HappeningsTest, VisitsAMonthApartAreTwo) {
  EXPECT_EQ(groups({{.document = "a", .date = {2024, 3, 2}, .when = day(2024, 3, 1)},
                    {.document = "b", .date = {2024, 4, 3}, .when = day(2024, 4, 2)},
                    {.document = "c", .date = {2024, 4, 4}},
                    {.document = "d", .date = {2024, 3, 1}}}),
            "d+a b+c");
}

TEST(HappeningsTest, PlannedThenHappenedIsOneWithAHistory) {
  const RelationGraph graph = graph_of({
      {.document = "plan", .date = {2024, 2, 1}, .status = RelationStatus::kPlanned},
      {.document = "month", .date = {2024, 2, 10}, .status = RelationStatus::kPlanned, .when = month(2024, 3)},
      {.document = "there", .date = {2024, 3, 12}, .status = RelationStatus::kOngoing, .when = day(2024, 3, 12)},
      {.document = "done", .date = {2024, 3, 14}, .when = day(2024, 3, 12)},
      {.document = "later", .date = {2024, 6, 2}, .when = day(2024, 6, 1)},
  });
  EXPECT_EQ(groups(graph), "plan+month+there+done later");
  const Happening visit = graph.happenings()[0];
  EXPECT_EQ(visit.status, RelationStatus::kHappened);
  EXPECT_TRUE(visit.reports[0].has(Together::kAhead));
  std::vector<RelationStatus> history;
  for (const HappeningReport& r : visit.reports) history.push_back(graph.reports(r.edge)[r.report].status);
  EXPECT_EQ(history, (std::vector{RelationStatus::kPlanned, RelationStatus::kPlanned,
                                  RelationStatus::kOngoing, RelationStatus::kHappened}));
}

TEST(HappeningsTest, CancelledIsTheLastWordUnlessItHappened) {
  const RelationGraph graph = graph_of({
      {.document = "a", .date = {2024, 2, 1}, .status = RelationStatus::kPlanned, .when = day(2024, 3, 1)},
      {.document = "b", .date = {2024, 2, 9}, .status = RelationStatus::kCancelled, .when = day(2024, 3, 1)}});
  EXPECT_EQ(groups(graph), "a+b");
  EXPECT_EQ(graph.happenings()[0].status, RelationStatus::kCancelled);
}

TEST(HappeningsTest, DeniedAndAssertedAreOneInDispute) {
  const RelationGraph graph = graph_of({
      {.document = "a", .date = {2024, 3, 2}, .type = "arms_transfer", .source = "SEN", .item = "drone"},
      {.document = "b", .date = {2024, 3, 4}, .type = "arms_transfer", .source = "SEN",
       .polarity = Polarity::kDenied, .item = "drones"},
      {.document = "c", .date = {2024, 3, 4}, .type = "arms_transfer", .source = "SEN",
       .polarity = Polarity::kDenied, .item = "rifles"}});
  EXPECT_EQ(groups(graph), "a+b c");
  EXPECT_TRUE(graph.happenings()[0].disputed);
  EXPECT_FALSE(graph.happenings()[0].denied);
  EXPECT_TRUE(graph.happenings()[1].denied);
  EXPECT_TRUE(graph.happenings()[0].reports[1].has(Together::kSameItem));
}

TEST(HappeningsTest, PlacesItemsAndTypesTellApart) {
  // Two cities struck on one day; a report of the state alone joins one of them.
  EXPECT_EQ(groups({{.document = "a", .type = "attack", .source = "SEN", .target = "city:ken-nairobi", .when = day(2024, 3, 1)},
                    {.document = "b", .type = "attack", .source = "SEN", .target = "city:ken-mombasa", .when = day(2024, 3, 1)},
                    {.document = "c", .type = "attack", .source = "group:sen-troops", .target = "city:ken-mombasa", .when = day(2024, 3, 1)}}),
            "b+c a");
  EXPECT_EQ(groups({{.document = "a", .type = "meet", .when = day(2024, 3, 1), .where = "city:ken-nairobi"},
                    {.document = "b", .type = "meet", .when = day(2024, 3, 1), .where = "city:ken-mombasa"},
                    {.document = "c", .type = "meet", .when = day(2024, 3, 1)}}),
            "a+c b");
  EXPECT_EQ(groups({{.document = "a", .when = day(2024, 3, 1)},
                    {.document = "b", .type = "praise", .when = day(2024, 3, 1)},
                    {.document = "c", .source = "SEN", .when = day(2024, 3, 1)}}),
            "c b a");
}

TEST(HappeningsTest, WhoIsNotNamedJoinsTheOnlyOneThatFits) {
  const Telling unnamed = {.document = "u", .type = "attack", .source = "", .target = "city:ken-nairobi", .when = day(2024, 3, 1)};
  const Telling named = {.document = "n", .type = "attack", .source = "SEN", .target = "city:ken-nairobi", .when = day(2024, 3, 1)};
  Telling other = named;
  other.document = "o";
  other.source = "person:amina-diallo";
  const RelationGraph graph = graph_of({unnamed, named});
  EXPECT_EQ(groups(graph), "n+u");
  EXPECT_EQ(graph.node(graph.happenings()[0].source).id, "SEN");
  EXPECT_TRUE(graph.happenings()[0].reports[1].has(Together::kPartyUnnamed));
  EXPECT_EQ(groups({unnamed, named, other}), "n u o");   // either could be meant
  Telling later = named;
  later.when = day(2024, 5, 1);
  EXPECT_EQ(groups({unnamed, later}), "u n");
}

TEST(HappeningsTest, DailyReportsOfAWarDoNotChainIntoOne) {
  std::vector<Telling> tellings;
  for (int i = 1; i <= 20; ++i) {
    Telling t{.document = (i < 10 ? "0" : "") + std::to_string(i), .date = {2024, 3, i}, .type = "attack", .source = "SEN"};
    t.when = day(2024, 3, i);
    tellings.push_back(t);
  }
  EXPECT_GE(graph_of(tellings).happenings().size(), 10u);
}

TEST(HappeningsTest, StatesOfAffairsNeedNoDay) {
  const RelationGraph graph = graph_of({
      {.document = "a", .date = {2020, 3, 1}, .type = "member_of", .source = "KEN", .target = "SEN"},
      {.document = "b", .date = {2024, 3, 1}, .type = "member_of", .source = "KEN", .target = "SEN"}});
  EXPECT_EQ(groups(graph), "a+b");
  EXPECT_FALSE(graph.happenings()[0].from);
  EXPECT_TRUE(graph.happenings()[0].reports[1].has(Together::kLasting) ||
              graph.happenings()[0].reports[0].has(Together::kLasting));
}

TEST(HappeningsTest, UndatedReportsJoinWhatDoesNotContradict) {
  EXPECT_EQ(groups({{.document = "a", .when = day(2024, 3, 1)}, {.document = "b", .dated = false}}), "a+b");
  EXPECT_EQ(groups({{.document = "b", .dated = false}}), "b");
}

TEST(HappeningsTest, OrderOfAddingLeavesNoTrace) {
  for (unsigned seed = 0; seed < unsigned(rounds(60)); ++seed) {
    RandomFacts random(seed);
    std::vector<DocumentFacts> documents;
    for (int i = 0; i < 25; ++i) documents.push_back(random.document("d" + std::to_string(i)));
    const auto all = [](const std::vector<DocumentFacts>& docs) {
      RelationGraph graph;
      for (const auto& d : docs) EXPECT_TRUE(graph.add(d).ok());
      std::string out;
      const Happenings& found = graph.happenings();
      std::size_t reports = 0;
      for (HappeningIndex i = 0; i < found.size(); ++i) {
        out += found[i].type;
        for (const HappeningReport& r : found[i].reports) {
          out += " " + std::to_string(r.edge) + "." + std::to_string(r.report) + ":" + std::to_string(r.reasons);
          ++reports;
        }
        out += "\n";
      }
      EXPECT_EQ(reports, graph.report_count());   // each report in one happening
      return out;
    };
    const std::string forward = all(documents);
    random.shuffle(documents);
    ASSERT_EQ(all(documents), forward) << "seed " << seed;
  }
}

TEST(HappeningsTest, RemovedDocumentsLeaveTheirHappening) {
  RelationGraph graph = graph_of({{.document = "a", .when = day(2024, 3, 1)}, {.document = "b", .when = day(2024, 3, 1)}});
  EXPECT_EQ(groups(graph), "a+b");
  ASSERT_TRUE(graph.remove("a"));
  EXPECT_EQ(groups(graph), "b");
}

TEST(HappeningsTest, EveryRelationTypeHasAKind) {
  const auto schema = Schema::load(DRAGOMAN_SOURCE_DIR "/data/schema/relations.yaml");
  ASSERT_TRUE(schema.ok());
  std::map<HappeningKind, int> kinds;
  for (const RelationType& type : schema->types()) ++kinds[happening_kind(type.name)];
  EXPECT_EQ(kinds[HappeningKind::kState], 10);     // all that the table names exist
  EXPECT_EQ(kinds[HappeningKind::kProcess], 11);
}

}  // namespace
}  // namespace dragoman
