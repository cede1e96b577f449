// Part of dragoman; see LICENSE.
//
// Three tables for neo4j-admin database import: entities, documents, and one relationship a
// report, because a relationship holds plain values only.  Reports of one edge share its
// number.  Blank nodes have no label but Entity.

#include <algorithm>

#include "base/csv.h"
#include "dragoman/export.h"
#include "dragoman/happening.h"
#include "export/summary.h"

namespace dragoman {
namespace {

class Table {
 public:
  explicit Table(const char* header) : out_(header) { out_ += '\n'; }

  // neo4j-admin reads one line a row, and ";" as the end of a list's element.
  Table& text(std::string_view value) { return cell(csv_cell(one_line(value))); }
  Table& list(const std::vector<std::string>& values) {
    std::string joined;
    for (const std::string& value : values) {
      std::string element = one_line(value);
      std::replace(element.begin(), element.end(), ';', ',');
      if (!joined.empty()) joined += ';';
      joined += element;
    }
    return cell(csv_cell(joined));
  }
  Table& number(std::uint64_t value) { return cell(std::to_string(value)); }
  Table& flag(bool value) { return cell(value ? "true" : "false"); }
  Table& day(bool known, std::int32_t day) {
    return cell(known ? to_string(from_days(day)) : std::string());
  }
  Table& day(const std::optional<Date>& day) { return cell(day ? to_string(*day) : std::string()); }
  void end() {
    out_ += '\n';
    first_ = true;
  }
  std::string str() && { return std::move(out_); }

 private:
  static std::string one_line(std::string_view value) {
    std::string out(value);
    for (char& c : out) {
      if (static_cast<unsigned char>(c) < 0x20) c = ' ';
    }
    return out;
  }
  Table& cell(const std::string& value) {
    if (!first_) out_ += ',';
    first_ = false;
    out_ += value;
    return *this;
  }

  std::string out_;
  bool first_ = true;
};

std::string entities(const RelationGraph& graph) {
  Table table("id:ID(Entity),name,type,state,aliases:string[],blank:boolean,:LABEL");
  for (NodeIndex n = 0; n < graph.node_count(); ++n) {
    const GraphNode node = graph.node(n);
    std::vector<std::string> aliases, labels = {"Entity"};
    for (const std::string_view alias : graph.aliases(n)) aliases.emplace_back(alias);
    for (int t = 0; !node.blank && t < int(MentionType::kCount); ++t) {
      if (is_a(node.type, MentionType(t))) labels.emplace_back(to_string(MentionType(t)));
    }
    table.text(node.id).text(node.name).text(node.blank ? "" : to_string(node.type)).text(node.state)
        .list(aliases).flag(node.blank).list(labels).end();
  }
  return std::move(table).str();
}

std::string documents(const RelationGraph& graph) {
  Table table("id:ID(Document),date:date,outlet,url,:LABEL");
  for (const std::string_view id : graph.document_ids()) {
    const DocumentInfo info = graph.facts(id)->document;
    table.text(info.id).day(info.date)
        .text(info.outlet).text(info.url).text("Document").end();
  }
  return std::move(table).str();
}

std::string reports(const RelationGraph& graph) {
  Table table(
      ":START_ID(Entity),:END_ID(Entity),:TYPE,edge:long,happening:long,symmetric:boolean,status,polarity,"
      "said_by,said_by_id,hearsay:boolean,date:date,from:date,to:date,where,outlet,document,arguments:string[],"
      "evidence,because");
  const Happenings& happenings = graph.happenings();
  for (EdgeIndex e = 0; e < graph.edge_count(); ++e) {
    const GraphEdge edge = graph.edge(e);
    std::vector<std::string> arguments;
    for (const GraphArgument& a : graph.arguments(e)) arguments.push_back(a.role + "=" + a.filler);
    const std::vector<Report> all = graph.reports(e);
    for (std::uint32_t i = 0; i < all.size(); ++i) {
      const Report& r = all[i];
      const DateValue when = r.when.value_or(DateValue{0, 0, true, true});
      table.text(graph.node(edge.source).id).text(graph.node(edge.target).id).text(edge.type)
          .number(e).number(happenings.of(e, i)).flag(edge.symmetric)
          .text(to_string(r.status)).text(to_string(r.polarity)).text(graph.said_by(r))
          .text(r.said_by_entity ? r.said_by : std::string_view()).flag(r.hearsay)
          .day(r.date).day(!when.open_start, when.from).day(!when.open_end, when.to)
          .text(graph.where(r)).text(r.outlet).text(r.document).list(arguments)
          .text(r.evidence).text(r.because).end();
    }
  }
  return std::move(table).str();
}

}  // namespace

std::vector<ExportFile> write_neo4j(const RelationGraph& graph) {
  return {{"entities.csv", entities(graph)},
          {"documents.csv", documents(graph)},
          {"reports.csv", reports(graph)}};
}

}  // namespace dragoman
