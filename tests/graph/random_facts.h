// Part of dragoman; see LICENSE.
//
// Random documents for property tests: few ids, so that they meet; odd strings.

#ifndef DRAGOMAN_TESTS_GRAPH_RANDOM_FACTS_H_
#define DRAGOMAN_TESTS_GRAPH_RANDOM_FACTS_H_

#include <algorithm>
#include <iterator>
#include <random>
#include <string>
#include <vector>

#include "dragoman/graph.h"

namespace dragoman {

class RandomFacts {
 public:
  explicit RandomFacts(unsigned seed) : random_(seed) {}

  DocumentFacts document(const std::string& id) {
    DocumentFacts facts;
    facts.document = {.id = id, .date = {}, .outlet = word(), .url = ""};
    if (below(3) != 0) facts.document.date = from_days(int(below(20000)));
    const std::size_t nodes = 1 + below(6);
    for (std::size_t i = 0; i < nodes; ++i) {
      const std::string node = "n" + std::to_string(i * 3 + below(3));
      facts.nodes.push_back({node, MentionType(below(std::size_t(MentionType::kCount))), word(),
                             {word(), word()}, below(2) ? "" : "PRK"});
    }
    for (std::size_t i = below(8); i > 0; --i) facts.edges.push_back(edge(facts));
    return facts;
  }

  std::size_t below(std::size_t n) { return std::uniform_int_distribution<std::size_t>(0, n - 1)(random_); }

  template <typename T>
  void shuffle(std::vector<T>& items) {
    std::shuffle(items.begin(), items.end(), random_);
  }

 private:
  std::string word() {
    static const char* const kWords[] = {"", "Kigali", "a<b>&\"c\"", "tab\there", "line\nbreak",
                                         "\x01\x1b[31m", "naïve", "日本", "😀", "\xEF\xBF\xBF",
                                         "\xFF\xC0", "]]>", "'; DROP", "=1+1", "\\", "\x7f"};
    return kWords[below(std::size(kWords))];
  }

  DocumentFacts::Edge edge(const DocumentFacts& facts) {
    static const char* const kTypes[] = {"visit", "meet", "attack", "arms_transfer"};
    DocumentFacts::Edge e;
    e.type = kTypes[below(4)];
    e.symmetric = e.type == "meet";
    const auto id = [&] { return facts.nodes[below(facts.nodes.size())].id; };
    e.source = id();
    e.target = below(4) ? id() : "";
    if (e.symmetric) {
      e.arguments.push_back({"party_a", e.source, true});
      if (!e.target.empty()) e.arguments.push_back({"party_b", e.target, true});
    } else {
      e.arguments.push_back({"agent", e.source, true});
    }
    if (below(2)) e.arguments.push_back({"item", word(), false});
    e.report.said_by_entity = below(2) == 0;
    e.report.said_by = e.report.said_by_entity ? id() : word();
    e.report.hearsay = below(2);
    e.report.polarity = Polarity(below(2));
    e.report.status = RelationStatus(below(10));
    if (below(2)) {
      const int from = int(below(40000)) - 10000;
      e.report.when = DateValue{from, from + int(below(400)), below(4) == 0, below(4) == 0,
                                DatePrecision(below(6))};
    }
    e.report.where = word();
    e.report.evidence = word();
    const auto at = std::uint32_t(below(5));
    e.report.evidence_span = {at, at + 40};
    e.report.trigger = {at + 1, at + 3};
    e.report.because = "frames.yaml:1 rule";
    return e;
  }

  std::mt19937 random_;
};

}  // namespace dragoman

#endif  // DRAGOMAN_TESTS_GRAPH_RANDOM_FACTS_H_
