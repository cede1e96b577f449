// Part of dragoman; see LICENSE.
//
// JSON parts back into documents' facts.  Files come from anywhere, so every field is
// looked at before it is used; the graph's own checks do the rest.

#include <fmt/format.h>

#include "export/graph_json.h"

namespace dragoman {
namespace {

Error bad(std::string what) { return Error(ErrorCode::kBadData, std::move(what)); }

// Fields of one JSON object; the first one that is missing or of the wrong kind is kept.
class Fields {
 public:
  Fields(const Json& json, std::string_view what) : json_(json) {
    if (!json.is_object()) fail(fmt::format("expected an object for {}", what));
    what_ = what;
  }

  std::string text(const char* name) {
    const Json* field = this->field(name);
    if (field == nullptr) return {};
    if (!field->is_string()) return fail(name, "a string"), std::string();
    return field->get<std::string>();
  }
  std::string text_or_null(const char* name) {
    const Json* field = this->field(name);
    return field == nullptr || field->is_null() ? std::string() : text(name);
  }
  bool flag(const char* name) {
    const Json* field = this->field(name);
    if (field == nullptr) return false;
    if (!field->is_boolean()) return fail(name, "true or false"), false;
    return field->get<bool>();
  }
  std::uint32_t offset(const char* name) {
    const Json* field = this->field(name);
    if (field == nullptr) return 0;
    if (!field->is_number_unsigned() || field->get<std::uint64_t>() > kMaxTextBytes) {
      return fail(name, "an offset"), 0;
    }
    return field->get<std::uint32_t>();
  }
  std::int32_t day(const char* name) {
    const Result<Date> date = parse_date(text(name));
    if (!date.ok()) return fail(name, "a date YYYY-MM-DD"), 0;
    return to_days(*date);
  }
  Span span(const Json& json, const char* what) {
    Fields fields(json, what);
    const Span span{fields.offset("start"), fields.offset("end")};
    if (span.end < span.start) fields.fail("end", "no less than start");
    adopt(fields);
    return span;
  }
  const Json& part(const char* name) {
    static const Json kNothing;
    const Json* field = this->field(name);
    return field == nullptr ? kNothing : *field;
  }
  template <typename Enum>
  Enum choice(const char* name, std::initializer_list<Enum> values) {
    const std::string word = text(name);
    for (const Enum value : values) {
      if (to_string(value) == word) return value;
    }
    fail(fmt::format("{}: no {} \"{}\"", what_, name, word));
    return *values.begin();
  }

  void fail(const char* name, std::string_view expected) {
    fail(fmt::format("{}: field \"{}\": expected {}", what_, name, expected));
  }
  void fail(std::string message) {
    if (message_.empty()) message_ = std::move(message);
  }
  void adopt(const Fields& other) {
    if (!other.message_.empty()) fail(other.message_);
  }
  bool ok() const { return message_.empty(); }
  Error error() const { return bad(message_); }

 private:
  const Json* field(const char* name) {
    if (!json_.is_object()) return nullptr;
    const auto at = json_.find(name);
    if (at != json_.end()) return &*at;
    fail(fmt::format("{}: no field \"{}\"", what_, name));
    return nullptr;
  }

  const Json& json_;
  std::string what_;
  std::string message_;
};

ReportFact report_of(const Json& json, Fields& errors) {
  Fields f(json, "report");
  ReportFact r;
  const std::string status = f.text("status");
  if (const auto known = relation_status(status)) {
    r.status = *known;
  } else {
    f.fail(fmt::format("report: no status \"{}\"", status));
  }
  r.polarity = f.choice("polarity", {Polarity::kAsserted, Polarity::kDenied});
  r.said_by = f.text_or_null("said_by");
  r.said_by_entity = f.flag("said_by_entity");
  r.hearsay = f.flag("hearsay");
  r.where = f.text_or_null("where");
  r.where_entity = f.flag("where_entity");
  r.because = f.text("because");
  if (const Json& json_when = f.part("when"); !json_when.is_null()) {
    Fields w(json_when, "when");
    DateValue when;
    when.from = w.day("from");
    when.to = w.day("to");
    when.open_start = w.flag("open_start");
    when.open_end = w.flag("open_end");
    when.precision = w.choice("precision", {DatePrecision::kDay, DatePrecision::kWeek,
                                            DatePrecision::kMonth, DatePrecision::kSeason,
                                            DatePrecision::kYear, DatePrecision::kVague});
    r.when = when;
    f.adopt(w);
  }
  const Json& evidence = f.part("evidence");
  r.evidence_span = f.span(evidence, "evidence");
  Fields words(evidence, "evidence");
  r.evidence = words.text("text");
  f.adopt(words);
  r.trigger = f.span(f.part("trigger"), "trigger");
  errors.adopt(f);
  return r;
}

}  // namespace

Result<DocumentFacts*> FactsBuilder::document(const Json& id) {
  if (id.is_string()) {
    const auto found = facts_.find(id.get_ref<const std::string&>());
    if (found != facts_.end()) return &found->second;
  }
  return bad(fmt::format("no document {} among the documents", dump(id)));
}

Status FactsBuilder::add_document(const Json& json) {
  Fields f(json, "document");
  DocumentInfo info{.id = f.text("id"), .date = {}, .outlet = f.text("outlet"), .url = f.text("url")};
  if (const std::string date = f.text_or_null("date"); !date.empty()) {
    info.date = from_days(f.day("date"));
  }
  if (!f.ok()) return f.error();
  std::string id = info.id;
  const auto [at, fresh] = facts_.try_emplace(id);
  if (!fresh) return bad(fmt::format("document \"{}\" stands twice", id));
  at->second.document = std::move(info);
  return Done{};
}

Status FactsBuilder::add_node(const Json& id, const Json& names) {
  if (!id.is_string()) return bad("node: field \"id\": expected a string");
  if (!names.is_array()) return bad(fmt::format("node {}: expected a list of names", dump(id)));
  for (const Json& name : names) {
    Fields f(name, "named_in");
    DocumentFacts::Node node;
    node.id = id.get<std::string>();
    const std::string type = f.text("type");
    if (const auto known = mention_type(type)) {
      node.type = *known;
    } else {
      f.fail(fmt::format("node {}: no type \"{}\"", dump(id), type));
    }
    node.name = f.text("name");
    node.state = f.text_or_null("state");
    const Json& aliases = f.part("aliases");
    if (!aliases.is_array()) f.fail("aliases", "a list of strings");
    for (const Json& alias : aliases) {
      if (!alias.is_string()) {
        f.fail("aliases", "a list of strings");
        break;
      }
      node.aliases.push_back(alias.get<std::string>());
    }
    const Result<DocumentFacts*> facts = document(f.part("document"));
    if (!f.ok()) return f.error();
    if (!facts.ok()) return facts.error();
    (*facts)->nodes.push_back(std::move(node));
  }
  return Done{};
}

Status FactsBuilder::add_edge(const Edge& json) {
  if (!json.source.is_string() || !json.target.is_string() || !json.type.is_string() ||
      !json.symmetric.is_boolean()) {
    return bad("edge: expected source, target and type as strings, symmetric as true or false");
  }
  DocumentFacts::Edge edge;
  edge.source = json.source.get<std::string>();
  edge.target = json.target.get<std::string>();
  edge.type = json.type.get<std::string>();
  edge.symmetric = json.symmetric.get<bool>();
  if (!json.arguments.is_array() || !json.reports.is_array()) {
    return bad("edge: expected lists for arguments and reports");
  }
  for (const Json& argument : json.arguments) {
    Fields f(argument, "argument");
    GraphArgument a;
    a.entity = argument.is_object() && argument.contains("entity");
    a.role = f.text("role");
    a.filler = f.text(a.entity ? "entity" : "value");
    if (!f.ok()) return f.error();
    edge.arguments.push_back(std::move(a));
  }
  for (const Json& report : json.reports) {
    Fields f(report, "report");
    edge.report = report_of(report, f);
    const Result<DocumentFacts*> facts = document(f.part("document"));
    if (!f.ok()) return f.error();
    if (!facts.ok()) return facts.error();
    (*facts)->edges.push_back(edge);
  }
  return Done{};
}

Result<RelationGraph> FactsBuilder::graph() const {
  RelationGraph graph;
  for (const auto& [id, facts] : facts_) {
    if (Status status = graph.add(facts); !status.ok()) return bad(status.error().message());
  }
  return graph;
}

}  // namespace dragoman
