// Part of dragoman; see LICENSE.
//
// Bytes become text and what is known about it.

#include <cstdio>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "base/hash128.h"
#include "dragoman/article.h"
#include "text/html.h"
#include "text/utf8.h"

namespace dragoman {
namespace {

using Json = nlohmann::json;

Error at(const std::string& place, const Error& error) {
  return Error(error.code(), fmt::format("{}: {}", place, error.message()));
}

Error bad(const std::string& place, const std::string& what) {
  return Error(ErrorCode::kBadData, fmt::format("{}: {}", place, what));
}

// Text that is none: refused rather than read as noise.
Status check_text(const Text& text, std::size_t bytes, const std::string& place) {
  const LossReport& loss = text.loss();
  if (loss.nul_bytes > 0) {
    return bad(place, fmt::format("binary: {} NUL bytes, expected text; UTF-16 must be named as its encoding", loss.nul_bytes));
  }
  if (loss.replaced_bytes * 10 > bytes) {
    return bad(place, fmt::format("{} of {} bytes are not {}, expected text; another encoding must be named",
                                  loss.replaced_bytes, bytes, loss.encoding));
  }
  return Done{};
}

Result<Text> decoded(const std::string& bytes, const std::string& encoding, const std::string& place) {
  Result<Text> text = encoding.empty() ? Text::from_utf8(bytes) : Text::decode(bytes, encoding == "auto" ? "" : encoding);
  if (!text.ok()) return at(place, text.error());
  if (Status fine = check_text(*text, bytes.size(), place); !fine.ok()) return fine.error();
  return text;
}

// Sets the text; a page that names no encoding is UTF-8 or what ICU takes it for.
Status read_page(const std::string& bytes, const ArticleOptions& options, const std::string& place, Article& article) {
  std::string encoding = options.encoding.empty() ? html_encoding(bytes) : options.encoding;
  if (encoding.empty() && first_ill_formed(bytes) != bytes.size()) encoding = "auto";
  Result<Text> page = decoded(bytes, encoding, place);
  // An encoding that nobody knows is no reason to refuse a page that can be read.
  if (!page.ok() && page.error().code() == ErrorCode::kBadArgument && options.encoding.empty()) {
    page = decoded(bytes, "auto", place);
  }
  if (!page.ok()) return page.error();
  Result<HtmlArticle> html = read_html(page->view());
  if (!html.ok()) return at(place, html.error());
  if (html->text.empty()) return bad(place, "a page without text");
  Result<Text> text = Text::from_utf8(std::move(html->text));
  if (!text.ok()) return at(place, text.error());
  LossReport before = page->loss();
  before.left_out_bytes = html->left_out;
  article.text = *std::move(text);
  article.text.add_loss(before);
  article.title = std::move(html->title);
  article.language = std::move(html->language);
  article.info.url = std::move(html->url);
  if (const Result<Date> day = parse_date(html->date); day.ok()) article.info.date = *day;
  if (!html->outlet.empty()) article.info.outlet = std::move(html->outlet);
  return Done{};
}

class Line {
 public:
  Line(const Json& object, const std::string& place) : object_(object), place_(place) {}

  // The first of these keys that has text, or a number; null and "" say nothing.
  Result<std::string> text(std::initializer_list<const char*> keys) const {
    for (const char* key : keys) {
      const auto at = object_.find(key);
      if (at == object_.end() || at->is_null()) continue;
      if (at->is_number()) return at->dump();
      if (!at->is_string()) return bad(place_, fmt::format("\"{}\" is a {}, expected text", key, at->type_name()));
      if (!at->get_ref<const std::string&>().empty()) return at->get<std::string>();
    }
    return std::string();
  }

 private:
  const Json& object_;
  const std::string& place_;
};

Status read_line(const std::string& bytes, const ArticleOptions& options, const std::string& place, Article& article) {
  Json object;
  try {
    object = Json::parse(bytes);
  } catch (const Json::parse_error& error) {
    return bad(place, fmt::format("no JSON at byte {}, expected an object a line", error.byte));
  } catch (const Json::exception& error) {   // a number that is too large
    return bad(place, error.what());
  }
  if (!object.is_object()) return bad(place, fmt::format("a JSON {}, expected an object with \"text\"", object.type_name()));
  const Line line(object, place);
  std::string date;
  struct Wanted {
    std::string* to;
    std::initializer_list<const char*> keys;
  };
  std::string text, html;
  for (const Wanted& wanted : {Wanted{&text, {"text"}}, Wanted{&html, {"html"}}, Wanted{&article.info.id, {"id"}}, Wanted{&date, {"date", "published"}},
                               Wanted{&article.info.outlet, {"outlet", "source"}},
                               Wanted{&article.info.url, {"url"}}, Wanted{&article.title, {"title"}},
                               Wanted{&article.language, {"language", "lang"}}}) {
    Result<std::string> value = line.text(wanted.keys);
    if (!value.ok()) return value.error();
    if (!value->empty()) *wanted.to = *std::move(value);
  }
  if (!date.empty()) {
    const Result<Date> day = parse_date(leading_day(date));
    if (!day.ok()) return bad(place, fmt::format("\"{}\" is not a date: expected YYYY-MM-DD, as 2023-09-05", date));
    article.info.date = *day;
  }
  if (text.empty() && !html.empty()) {
    // What the line says of the article counts more than what the page says.
    Article page;
    ArticleOptions utf8 = options;
    utf8.encoding = "UTF-8";
    if (Status fine = read_page(html, utf8, place, page); !fine.ok()) return fine.error();
    article.text = std::move(page.text);
    if (article.title.empty()) article.title = std::move(page.title);
    if (article.language.empty()) article.language = std::move(page.language);
    if (article.info.url.empty()) article.info.url = std::move(page.info.url);
    if (date.empty() && page.info.date) article.info.date = page.info.date;
    if (article.info.outlet == options.outlet && !page.info.outlet.empty()) article.info.outlet = std::move(page.info.outlet);
    return Done{};
  }
  if (text.empty()) return bad(place, "no \"text\"");
  Result<Text> read = decoded(text, "", place);
  if (!read.ok()) return read.error();
  article.text = *std::move(read);
  return Done{};
}

std::string hex(std::string_view bytes) {
  std::string out;
  for (const char c : bytes) out += fmt::format("{:02x}", std::uint8_t(c));
  return out;
}

// "wire.jsonl:17" by its content: "wire.jsonl#3f9a..."
std::string id_without_number(const RawArticle& raw) {
  return raw.place.substr(0, raw.place.rfind(':')) + "#" + hex(hash128(raw.bytes)).substr(0, 16);
}

}  // namespace

Result<Article> read_article(RawArticle raw, const ArticleOptions& options) {
  if (raw.error) return *raw.error;
  Article article;
  article.info.date = options.date;
  article.info.outlet = options.outlet;
  Status read = Done{};
  switch (raw.format) {
    case ArticleFormat::kJsonLines: read = read_line(raw.bytes, options, raw.place, article); break;
    case ArticleFormat::kHtml: read = read_page(raw.bytes, options, raw.place, article); break;
    default: {
      Result<Text> text = decoded(raw.bytes, options.encoding, raw.place);
      if (text.ok()) {
        article.text = *std::move(text);
      } else {
        read = text.error();
      }
    }
  }
  if (!read.ok()) return read.error();
  if (article.info.id.empty()) {
    article.info.id = raw.format == ArticleFormat::kJsonLines ? id_without_number(raw) : raw.place;
  }
  return article;
}

}  // namespace dragoman
