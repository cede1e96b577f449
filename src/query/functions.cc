// Part of dragoman; see LICENSE.
//
// Text is counted in code points and changed by ICU, so that "Türkiye" has seven letters and
// a capital form.

#include "query/functions.h"

#include <algorithm>
#include <charconv>
#include <cmath>

#include <unicode/locid.h>
#include <unicode/unistr.h>

#include "base/ascii.h"
#include "query/fields.h"
#include "query/interval.h"
#include "query/lexer.h"
#include "text/utf8.h"

namespace dragoman::query_impl {
namespace {

constexpr FunctionInfo kFunctions[] = {
    {"toLower", Function::kToLower, 1, 1},
    {"toUpper", Function::kToUpper, 1, 1},
    {"trim", Function::kTrim, 1, 1},
    {"substring", Function::kSubstring, 2, 3},
    {"left", Function::kLeft, 2, 2},
    {"right", Function::kRight, 2, 2},
    {"replace", Function::kReplace, 3, 3},
    {"split", Function::kSplit, 2, 2},
    {"toString", Function::kToString, 1, 1},
    {"toInteger", Function::kToInteger, 1, 1},
    {"toFloat", Function::kToFloat, 1, 1},
    {"abs", Function::kAbs, 1, 1},
    {"coalesce", Function::kCoalesce, 1, 16},
    {"size", Function::kSize, 1, 1},
    {"head", Function::kHead, 1, 1},
    {"last", Function::kLast, 1, 1},
    {"reverse", Function::kReverse, 1, 1},
    {"length", Function::kLength, 1, 1},
    {"nodes", Function::kNodes, 1, 1},
    {"relationships", Function::kRelationships, 1, 1},
    {"startNode", Function::kStartNode, 1, 1},
    {"endNode", Function::kEndNode, 1, 1},
    {"type", Function::kType, 1, 1},
    {"id", Function::kId, 1, 1},
    {"labels", Function::kLabels, 1, 1},
    {"date", Function::kDate, 1, 1},
    {"overlaps", Function::kOverlaps, 2, 2},
    {"within", Function::kWithin, 2, 2},
    {"before", Function::kBefore, 2, 2},
    {"daysBetween", Function::kDaysBetween, 2, 2},
};

using Arguments = std::vector<QueryValue>;

const std::string* text_of(const QueryValue& value) {
  if (const auto* node = value.get<QueryValue::Node>()) return &node->name;
  return value.get<std::string>();
}

// Byte where code point n starts, or the end.
std::size_t byte_of(const std::string& text, std::int64_t n) {
  std::size_t at = 0;
  for (; n > 0 && at < text.size(); --n) {
    ++at;
    while (at < text.size() && is_continuation(text[at])) ++at;
  }
  return at;
}

std::int64_t code_points(const std::string& text) {
  return std::count_if(text.begin(), text.end(), [](char c) { return !is_continuation(c); });
}

std::string cased(const std::string& text, bool upper) {
  icu::UnicodeString units = icu::UnicodeString::fromUTF8(text);
  upper ? units.toUpper(icu::Locale::getRoot()) : units.toLower(icu::Locale::getRoot());
  std::string out;
  units.toUTF8String(out);
  return out;
}

std::string trimmed(const std::string& text) {
  const char* const kSpace = " \t\r\n\v\f";
  const std::size_t first = text.find_first_not_of(kSpace);
  if (first == std::string::npos) return {};
  return text.substr(first, text.find_last_not_of(kSpace) - first + 1);
}

QueryValue text_function(Function function, const Arguments& a) {
  const std::string* text = text_of(a[0]);
  if (text == nullptr) return {};
  const auto number = [&](std::size_t i) -> std::optional<std::int64_t> {
    const auto* n = i < a.size() ? a[i].get<std::int64_t>() : nullptr;
    return n != nullptr && *n >= 0 ? std::optional(*n) : std::nullopt;
  };
  switch (function) {
    case Function::kToLower: return cased(*text, false);
    case Function::kToUpper: return cased(*text, true);
    case Function::kTrim: return trimmed(*text);
    case Function::kLeft: return number(1) ? QueryValue(text->substr(0, byte_of(*text, *number(1)))) : QueryValue();
    case Function::kRight: {
      if (!number(1)) return {};
      const std::int64_t all = code_points(*text);
      return text->substr(byte_of(*text, std::max<std::int64_t>(0, all - *number(1))));
    }
    case Function::kSubstring: {
      if (!number(1) || (a.size() > 2 && !number(2))) return {};
      const std::string rest = text->substr(byte_of(*text, *number(1)));
      return a.size() > 2 ? rest.substr(0, byte_of(rest, *number(2))) : rest;
    }
    default: break;
  }
  // replace and split
  const std::string* part = text_of(a[1]);
  if (part == nullptr) return {};
  const std::string* with = function == Function::kReplace ? text_of(a[2]) : nullptr;
  if (function == Function::kReplace && with == nullptr) return {};
  if (part->empty()) return function == Function::kReplace ? QueryValue(*text) : QueryValue(QueryValue::List{*text});
  QueryValue::List pieces;
  std::string replaced;
  for (std::size_t at = 0;;) {
    const std::size_t next = text->find(*part, at);
    const std::string piece = text->substr(at, next == std::string::npos ? next : next - at);
    if (with != nullptr) {
      replaced += piece;
      if (next != std::string::npos) replaced += *with;
      if (replaced.size() > kMostQueryBytes * 16) return {};
    } else {
      pieces.emplace_back(piece);
    }
    if (next == std::string::npos) break;
    at = next + part->size();
  }
  return with != nullptr ? QueryValue(std::move(replaced)) : QueryValue(std::move(pieces));
}

QueryValue number_function(Function function, const QueryValue& value) {
  const auto* integer = value.get<std::int64_t>();
  const auto* real = value.get<double>();
  if (function == Function::kAbs) {
    if (integer) return *integer < 0 ? -*integer : *integer;
    return real ? QueryValue(std::abs(*real)) : QueryValue();
  }
  double number = integer ? double(*integer) : real ? *real : 0;
  if (const auto* text = value.get<std::string>()) {
    const std::string digits = trimmed(*text);
    const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), number);
    if (read.ec != std::errc() || read.ptr != digits.data() + digits.size()) return {};
  } else if (!integer && !real) {
    return {};
  }
  if (function == Function::kToFloat) return number;
  if (integer) return *integer;
  if (!(std::abs(number) < 9e18)) return {};
  return std::int64_t(number);
}

QueryValue list_function(Function function, const QueryValue& value) {
  const auto* list = value.get<QueryValue::List>();
  const std::string* text = value.get<std::string>();
  switch (function) {
    case Function::kSize:
      if (list) return std::int64_t(list->size());
      return text ? QueryValue(code_points(*text)) : QueryValue();
    case Function::kHead: return list && !list->empty() ? list->front() : QueryValue();
    case Function::kLast: return list && !list->empty() ? list->back() : QueryValue();
    default:
      if (!list) return {};
      return QueryValue::List(list->rbegin(), list->rend());
  }
}

QueryValue graph_function(const RelationGraph& graph, Function function, const QueryValue& value) {
  if (const auto* path = value.get<QueryValue::Path>()) {
    switch (function) {
      case Function::kLength: return std::int64_t(path->edges.size());
      case Function::kNodes: return QueryValue::List(path->nodes.begin(), path->nodes.end());
      case Function::kRelationships: return QueryValue::List(path->edges.begin(), path->edges.end());
      default: return {};
    }
  }
  if (const auto* edge = value.get<QueryValue::Edge>()) {
    switch (function) {
      case Function::kStartNode: return node_value(graph, graph.edge(edge->index).source);
      case Function::kEndNode: return node_value(graph, graph.edge(edge->index).target);
      case Function::kType: return edge->type;
      case Function::kId: return std::int64_t(edge->index);
      default: return {};
    }
  }
  const auto* node = value.get<QueryValue::Node>();
  if (node == nullptr) return {};
  if (function == Function::kId) return node->id;
  if (function != Function::kLabels || graph.node(node->index).blank) return {};
  QueryValue::List labels;
  for (int t = 0; t < int(MentionType::kCount); ++t) {
    if (is_a(graph.node(node->index).type, MentionType(t))) {
      labels.emplace_back(std::string(to_string(MentionType(t))));
    }
  }
  return labels;
}

QueryValue date_function(Function function, const Arguments& a) {
  const auto interval = [&](std::size_t i) {
    const auto* text = a[i].get<std::string>();
    return text ? parse_interval(*text) : std::nullopt;
  };
  const auto x = interval(0);
  if (function == Function::kDate) return x ? a[0] : QueryValue();
  const auto y = interval(1);
  if (!x || !y) return {};
  switch (function) {
    case Function::kOverlaps: return x->from <= y->to && y->from <= x->to;
    case Function::kWithin: return y->from <= x->from && x->to <= y->to;
    case Function::kBefore: return x->to < y->from;
    default:
      if (x->from == Interval::kOpenStart || y->from == Interval::kOpenStart) return {};
      return std::int64_t(y->from) - x->from;
  }
}

}  // namespace

const FunctionInfo* find_function(std::string_view name) {
  const std::string lowered = ascii_lowered(name);
  for (const FunctionInfo& each : kFunctions) {
    if (ascii_lowered(each.name) == lowered) return &each;
  }
  return nullptr;
}

std::vector<std::string> function_names() {
  std::vector<std::string> names;
  for (const FunctionInfo& each : kFunctions) names.emplace_back(each.name);
  return names;
}

QueryValue call(const RelationGraph& graph, Function function, const Arguments& a,
                std::uint64_t& work) {
  if (function == Function::kCoalesce) {
    for (const QueryValue& value : a) {
      if (!value.null()) return value;
    }
    return {};
  }
  for (const QueryValue& value : a) {
    if (value.null()) return {};
    if (const auto* text = value.get<std::string>()) work += text->size() / 16;
    if (const auto* list = value.get<QueryValue::List>()) work += list->size();
  }
  switch (function) {
    case Function::kToLower: case Function::kToUpper: case Function::kTrim:
    case Function::kSubstring: case Function::kLeft: case Function::kRight:
    case Function::kReplace: case Function::kSplit:
      return text_function(function, a);
    case Function::kToString: return a[0].text();
    case Function::kToInteger: case Function::kToFloat: case Function::kAbs:
      return number_function(function, a[0]);
    case Function::kSize: case Function::kHead: case Function::kLast: case Function::kReverse:
      return list_function(function, a[0]);
    case Function::kDate: case Function::kOverlaps: case Function::kWithin: case Function::kBefore:
    case Function::kDaysBetween:
      return date_function(function, a);
    default: return graph_function(graph, function, a[0]);
  }
}

}  // namespace dragoman::query_impl
