// Part of dragoman; see LICENSE.

#include "text/html_metadata.h"

#include <algorithm>
#include <vector>

#include <nlohmann/json.hpp>

#include "base/ascii.h"

namespace dragoman {
namespace {

using Json = nlohmann::json;

std::string text_of(const Json& object, const char* key) {
  const auto at = object.find(key);
  if (at == object.end()) return {};
  if (at->is_string()) return at->get<std::string>();
  if (at->is_object()) return text_of(*at, "name");
  if (at->is_array() && !at->empty() && at->front().is_object()) return text_of(at->front(), "name");
  return {};
}

bool is_article(const Json& object) {
  const auto type = object.find("@type");
  if (type == object.end()) return false;
  const auto named = [](const Json& t) {
    return t.is_string() && (t.get_ref<const std::string&>().ends_with("Article") || t == "BlogPosting");
  };
  return named(*type) || (type->is_array() && std::any_of(type->begin(), type->end(), named));
}

}  // namespace

std::string leading_day(std::string_view text) {
  const std::size_t first = text.find_first_not_of(" \t\r\n");
  if (first == std::string_view::npos || text.size() - first < 10) return {};
  text.remove_prefix(first);
  // What follows must not go on with the number.
  if (text.size() > 10 && text[10] >= '0' && text[10] <= '9') return {};
  for (std::size_t i = 0; i < 10; ++i) {
    const bool dash = i == 4 || i == 7;
    if (dash ? text[i] != '-' : text[i] < '0' || text[i] > '9') return {};
  }
  return std::string(text.substr(0, 10));
}

void HtmlMetadata::note(const std::string& key, std::string_view value) {
  // White space evened; the first one that says something stays.
  std::string even;
  for (const char c : value) {
    const bool space = c == ' ' || (c >= '\t' && c <= '\r');
    if (!space) even += c;
    else if (!even.empty() && even.back() != ' ') even += ' ';
  }
  if (even.ends_with(' ')) even.pop_back();
  if (!even.empty()) said_.try_emplace(key, std::move(even));
}

void HtmlMetadata::meta(std::string_view key, std::string_view value) {
  const std::string name = ascii_lowered(key);
  static constexpr const char* kDays[] = {"article:published_time", "datepublished", "parsely-pub-date", "date",
                                          "pubdate", "publishdate", "publish-date", "dc.date", "dc.date.issued",
                                          "dcterms.date", "dcterms.issued", "dcterms.created", "article.published",
                                          "sailthru.date", "og:published_time"};
  if (std::find(std::begin(kDays), std::end(kDays), name) != std::end(kDays)) {
    note("day " + name, leading_day(value));
    note("day", leading_day(value));
  } else {
    note("meta " + name, value);
  }
}

void HtmlMetadata::json_ld(std::string_view json) {
  const Json parsed = Json::parse(json, nullptr, /*allow_exceptions=*/false, /*ignore_comments=*/true);
  if (parsed.is_discarded()) return;
  std::vector<const Json*> left = {&parsed};
  for (std::size_t i = 0; i < left.size() && i < 1000; ++i) {
    const Json& each = *left[i];
    if (each.is_array()) {
      for (const Json& part : each) left.push_back(&part);
    } else if (each.is_object()) {
      if (is_article(each)) {
        note("ld title", text_of(each, "headline"));
        note("ld day", leading_day(text_of(each, "datePublished")));
        note("ld outlet", text_of(each, "publisher"));
        note("ld url", text_of(each, "url"));
        note("ld lang", text_of(each, "inLanguage"));
      }
      if (const auto graph = each.find("@graph"); graph != each.end()) left.push_back(&*graph);
    }
  }
}

std::string HtmlMetadata::first(std::initializer_list<const char*> keys) const {
  for (const char* key : keys) {
    if (const auto at = said_.find(key); at != said_.end()) return at->second;
  }
  return {};
}

void HtmlMetadata::fill(HtmlArticle& article) const {
  article.title = first({"meta og:title", "ld title", "meta twitter:title", "title"});
  article.date = first({"day article:published_time", "ld day", "day", "time"});
  article.outlet = first({"meta og:site_name", "ld outlet", "meta application-name", "meta publisher", "meta dc.publisher"});
  article.url = first({"link", "meta og:url", "ld url"});
  article.language = first({"lang", "ld lang"});
}

}  // namespace dragoman
