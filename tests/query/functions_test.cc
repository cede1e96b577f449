// Part of dragoman; see LICENSE.

#include <gtest/gtest.h>

#include "graph/sample_facts.h"
#include "query/interval.h"
#include "query/rows.h"

namespace dragoman {
namespace {

// The value of an expression over Turkey's planned delivery to Mali.
std::string value(const std::string& expression) {
  static const RelationGraph graph = sample_graph();
  return rows_of(graph, "MATCH (a)-[r:arms_transfer {status: 'planned'}]->(b) RETURN " + expression);
}

TEST(QueryFunctionsTest, TextIsCountedInCodePoints) {
  EXPECT_EQ(value("toUpper('türkiye'), toLower('ÉCOLE'), size('Türkiye')"), "TÜRKIYE|école|7");
  EXPECT_EQ(value("substring('Türkiye', 1, 3), substring('Türkiye', 5), substring('ab', 9)"), "ürk|ye|");
  EXPECT_EQ(value("left('日本語', 2), right('日本語', 2), left('ab', 5), right('ab', 5)"), "日本|本語|ab|ab");
  EXPECT_EQ(value("trim('  a b '), replace('a-b-c', '-', '+'), split('a,b,,c', ',')"), "a b|a+b+c|a, b, , c");
  EXPECT_EQ(value("toUpper(a), size(a.name), toString(3.5)"), "TURKEY|6|3.5");
  EXPECT_EQ(value("substring('abc', -1), left('abc', 'x'), toLower(null), size(7)"), "|||");
}

TEST(QueryFunctionsTest, NumbersAndLists) {
  EXPECT_EQ(value("toInteger('42'), toInteger(' 7.9'), toInteger('x'), toFloat('2.5'), abs(-3)"), "42|7||2.5|3");
  EXPECT_EQ(value("size([1, 2, 3]), head([4, 5]), last([4, 5]), reverse([1, 2]), head([])"), "3|4|5|2, 1|");
  EXPECT_EQ(value("coalesce(null, r.url, 'none'), coalesce(null)"), "none|");
  EXPECT_EQ(value("[1, 2, 3][0], [1, 2, 3][-1], [1, 2, 3][7]"), "1|3|");
  EXPECT_EQ(value("labels(b), type(r), id(a), startNode(r), endNode(r)"), "STATE|arms_transfer|TUR|Turkey|Mali");
}

TEST(QueryFunctionsTest, PeriodsMeetAndMiss) {
  EXPECT_EQ(value("r.when, overlaps(r.when, '2024'), overlaps(r.when, '2024-04-30/..'), overlaps(r.when, '2024-05')"),
            "2024-04|true|true|false");
  EXPECT_EQ(value("within(r.when, '2024'), within('2024', r.when), before(r.date, r.when), before(r.when, r.when)"),
            "true|false|true|false");
  EXPECT_EQ(value("overlaps(null, '2024'), overlaps(r.outlet, '2024'), daysBetween(r.date, r.when)"), "||31");
  EXPECT_EQ(value("date('2024-02-29')"), "2024-02-29");
  using query_impl::parse_interval;
  for (const char* bad : {"", "24", "2024-2", "2024-02-30", "2024-13", "../..", "2024-05/2024-04", "2024/", "x/y",
                          "2024-04-01/2024-04-02/2024-04-03"}) {
    EXPECT_FALSE(parse_interval(bad)) << bad;
  }
  EXPECT_EQ(parse_interval("2023-12")->to, to_days({2023, 12, 31}));
  EXPECT_EQ(parse_interval("2024-02")->to, to_days({2024, 2, 29}));
  EXPECT_EQ(parse_interval("2023/2024-02")->to, to_days({2024, 2, 29}));
}

TEST(QueryFunctionsTest, AggregatesSumAndAverage) {
  const RelationGraph graph = sample_graph();
  EXPECT_EQ(rows_of(graph, "MATCH (a)-[r]->(b) RETURN sum(r.reports), avg(r.reports), sum(r.type), avg(r.type)"),
            "6|1.2|0|");
}

}  // namespace
}  // namespace dragoman
