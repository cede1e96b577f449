// Part of dragoman; see LICENSE.
//
// libxml2 reads the page and tells its elements and texts one after the other (no tree is built,
// so that memory does not grow with it); here they become blocks, and blocks become the article.
//
// What surely is no article (scripts, <nav>, <aside>, forms, what is hidden) is dropped at once.  What only
// its class or id speaks against ("cookie-banner", "related") is marked as doubtful, because pages name the
// frame of everything "with-sidebar" as well: if little is left without, it was the article.  Of the rest
// the best container that holds enough counts: itemprop="articleBody", <article>, <main>, all.

#include "text/html.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <map>
#include <memory>
#include <vector>

#include <fmt/format.h>
#include <libxml/HTMLparser.h>
#include <libxml/parserInternals.h>

#include "base/ascii.h"
#include "text/html_metadata.h"

namespace dragoman {
namespace {

constexpr std::size_t kDeepest = 512;

template <std::size_t N>
bool among(std::string_view word, const std::array<std::string_view, N>& words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

constexpr std::array kNever = std::to_array<std::string_view>({
    "script", "style", "noscript", "template", "svg", "math", "canvas", "nav", "aside", "form", "button", "select",
    "option", "textarea", "iframe", "object", "embed", "audio", "video", "dialog", "menu", "map", "footer"});
constexpr std::array kUnseen = std::to_array<std::string_view>({"script", "style", "noscript", "template"});
constexpr std::array kBlocks = std::to_array<std::string_view>({
    "p", "div", "section", "article", "main", "header", "h1", "h2", "h3", "h4", "h5", "h6", "li", "ul", "ol", "dl",
    "dt", "dd", "blockquote", "figure", "figcaption", "table", "tr", "td", "th", "pre", "address", "hr", "body",
    "caption", "details", "summary", "center"});
constexpr std::array kOffRoles = std::to_array<std::string_view>({
    "navigation", "banner", "contentinfo", "complementary", "search", "dialog", "alertdialog", "menu", "menubar",
    "toolbar", "form"});
constexpr std::array kOffWords = std::to_array<std::string_view>({
    "cookie", "cookies", "consent", "gdpr", "newsletter", "breadcrumb", "breadcrumbs", "share", "sharing", "social",
    "related", "recommended", "recommendations", "promo", "advert", "advertisement", "ads", "ad", "sponsored",
    "sidebar", "comments", "subscribe", "subscription", "signup", "skip", "menu", "nav", "navbar", "footer", "popup",
    "modal", "overlay", "toolbar", "widget", "tags", "trending", "popular"});

struct Element {
  std::string name;
  int article = 0;         // number of the outermost <article>, from 1; 0: outside
  int body = 0;            // of the outermost itemprop="articleBody"
  bool main = false;
  bool never = false;
  bool doubtful = false;
  bool link = false;
};

struct Block {
  std::string text;
  std::size_t linked = 0;  // bytes of it within links
  std::string element;     // the nearest block: "p", "h1", "li"
  int article = 0;
  int body = 0;
  bool main = false;
  bool doubtful = false;
  bool after_break = false;   // a line of its paragraph, after <br>
};

using Attributes = std::map<std::string, std::string, std::less<>>;

bool any_word(std::string_view text, auto wanted) {
  std::string word;
  for (std::size_t i = 0; i <= text.size(); ++i) {
    const char c = i < text.size() ? text[i] : ' ';
    const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    // "cookieBanner" is two words.
    if (letter && !(c >= 'A' && c <= 'Z' && i > 0 && text[i - 1] >= 'a' && text[i - 1] <= 'z')) {
      word += ascii_lower(c);
      continue;
    }
    if (wanted(std::string_view(word))) return true;
    word = letter ? std::string(1, ascii_lower(c)) : std::string();
  }
  return false;
}

class Page {
 public:
  htmlParserCtxtPtr parser = nullptr;
  bool too_deep = false;

  void start(std::string_view name, const char** given) {
    if (stack_.size() >= kDeepest) {
      too_deep = true;
      xmlStopParser(parser);
      return;
    }
    Attributes attributes;
    for (; given != nullptr && given[0] != nullptr; given += 2) {
      attributes.try_emplace(given[0], given[1] != nullptr ? given[1] : "");
    }
    if (is_block(name)) flush(false);
    if (name == "br") flush(true);
    stack_.push_back(element(name, attributes));
    note(name, attributes);
  }

  void end(std::string_view name) {
    // libxml2 closes what it opened, in order; for anything else the nearest one counts.
    std::size_t at = stack_.size();
    while (at > 0 && stack_[at - 1].name != name) --at;
    if (at == 0) return;
    if (is_block(name)) flush(false);
    if (name == "title" && !title_.empty()) {
      metadata_.title(title_);
      title_.clear();
    }
    if (name == "script" && !script_.empty()) {
      metadata_.json_ld(script_);
      script_.clear();
    }
    stack_.resize(at - 1);
  }

  void text(std::string_view text) {
    if (stack_.empty()) return;
    const Element& in = stack_.back();
    if (in.name == "title" && title_.size() < 10'000) title_ += text;
    if (in.name == "script" && json_ld_) script_ += text;
    if (in.never && !among(in.name, kUnseen)) {
      left_out_ += std::size_t(std::count_if(text.begin(), text.end(), [](char c) { return c < 0 || c > ' '; }));
    }
    if (in.never || in.name == "title") return;
    for (std::size_t i = 0; i < text.size(); ++i) {
      // No-break spaces part words as others do; soft hyphens and zero-width spaces are not there.
      const std::string_view rest = text.substr(i);
      const bool no_break = rest.starts_with("\xC2\xA0");
      if (rest.starts_with("\xC2\xAD")) {
        ++i;
        continue;
      }
      if (rest.starts_with("\xE2\x80\x8B")) {
        i += 2;
        continue;
      }
      const char c = text[i];
      if (no_break || c == ' ' || (c >= '\t' && c <= '\r')) {
        space_ = !now_.text.empty();
        i += no_break;
        continue;
      }
      if (now_.text.empty()) open(in);
      if (space_) now_.text += ' ';
      space_ = false;
      now_.text += c;
      now_.linked += in.link;
    }
  }

  Result<HtmlArticle> article() {
    flush(false);
    HtmlArticle out;
    metadata_.fill(out);
    std::size_t firm = 0, all = 0;
    for (const Block& b : blocks_) {
      all += b.text.size();
      if (!b.doubtful) firm += b.text.size();
    }
    if (firm * 4 >= all) {
      std::erase_if(blocks_, [](const Block& b) { return b.doubtful; });
      left_out_ += all - firm;
    }
    out.text = choose(out.title);
    out.left_out = left_out_;
    return out;
  }

 private:
  static bool is_block(std::string_view name) { return among(name, kBlocks); }

  Element element(std::string_view name, const Attributes& attributes) {
    Element e = stack_.empty() ? Element{} : stack_.back();
    const auto value = [&](std::string_view key) {
      const auto at = attributes.find(key);
      return at == attributes.end() ? std::string_view() : std::string_view(at->second);
    };
    const bool in_article = e.article != 0 || e.main || e.body != 0;
    e.name = name;
    const std::string role = ascii_lowered(value("role"));
    if (name == "article" && e.article == 0) e.article = ++articles_;
    if (value("itemprop") == "articleBody" && e.body == 0) e.body = ++bodies_;
    if (name == "main" || role == "main") e.main = true;
    e.never = e.never || among(name, kNever) || among(role, kOffRoles) || attributes.contains("hidden") ||
              value("aria-hidden") == "true" || (name == "header" && !in_article);
    std::string style = ascii_lowered(value("style"));
    std::erase(style, ' ');
    if (style.find("display:none") != std::string::npos) e.never = true;
    const bool frame = name == "html" || name == "body" || name == "main" || name == "article" || e.body != 0;
    const auto off = [](std::string_view word) { return among(word, kOffWords); };
    if (!frame && (any_word(value("class"), off) || any_word(value("id"), off))) e.doubtful = true;
    e.link = e.link || name == "a";
    return e;
  }

  void note(std::string_view name, const Attributes& attributes) {
    const auto value = [&](std::string_view key) {
      const auto at = attributes.find(key);
      return at == attributes.end() ? std::string_view() : std::string_view(at->second);
    };
    if (name == "meta") {
      for (const char* key : {"property", "name", "itemprop"}) {
        if (!value(key).empty()) metadata_.meta(value(key), value("content"));
      }
    } else if (name == "link" && ascii_lowered(value("rel")) == "canonical") {
      metadata_.canonical(value("href"));
    } else if (name == "time" && !stack_.back().doubtful && (stack_.size() < 2 || !stack_[stack_.size() - 2].never)) {
      metadata_.time(value("datetime"));
    } else if (name == "html") {
      metadata_.language(value("lang"));
    } else if (name == "script") {
      json_ld_ = ascii_lowered(value("type")) == "application/ld+json";
    }
  }

  void open(const Element& in) {
    now_.article = in.article;
    now_.body = in.body;
    now_.main = in.main;
    now_.doubtful = in.doubtful;
    now_.after_break = break_;
    for (auto e = stack_.rbegin(); e != stack_.rend() && now_.element.empty(); ++e) {
      if (is_block(e->name)) now_.element = e->name;
    }
  }

  void flush(bool at_break) {
    const bool had = !now_.text.empty();
    if (had) blocks_.push_back(std::move(now_));
    now_ = {};
    space_ = false;
    break_ = at_break && (had || break_);
  }

  // Lists of links are no prose.
  static bool all_links(const Block& b) {
    return b.linked * 5 >= b.text.size() * 4 && b.element != "p" && !b.element.starts_with('h');
  }

  std::string choose(std::string_view title) {
    std::size_t all = 0, in_main = 0;
    std::map<int, std::size_t> in_article, in_body;
    for (const Block& b : blocks_) {
      if (all_links(b)) continue;
      all += b.text.size();
      if (b.main) in_main += b.text.size();
      if (b.article != 0) in_article[b.article] += b.text.size();
      if (b.body != 0) in_body[b.body] += b.text.size();
    }
    const auto largest = [](const std::map<int, std::size_t>& sizes) {
      std::pair<int, std::size_t> best{0, 0};
      for (const auto& each : sizes) {
        if (each.second > best.second) best = each;
      }
      return best;
    };
    const auto enough = [all](std::size_t size) { return size >= 100 && size * 4 >= all; };
    const std::pair<int, std::size_t> body = largest(in_body), article = largest(in_article);
    const auto chosen = [&](const Block& b) {
      if (enough(body.second)) return b.body == body.first;
      if (enough(article.second)) return b.article == article.first;
      if (enough(in_main)) return b.main;
      return true;
    };
    std::string out;
    bool headline = false;
    for (const Block& b : blocks_) {
      // The headline often stands outside of what holds the text.
      const bool is_title = b.element == "h1" && !headline && !title.empty() &&
                            (title.starts_with(b.text) || b.text.starts_with(title));
      headline = headline || is_title;
      if (!is_title && (!chosen(b) || all_links(b))) {
        left_out_ += b.text.size();
        continue;
      }
      if (!out.empty()) out += b.after_break ? "\n" : "\n\n";
      out += b.text;
    }
    if (!out.empty()) out += '\n';
    return out;
  }

  std::vector<Element> stack_;
  std::vector<Block> blocks_;
  Block now_;
  HtmlMetadata metadata_;
  std::string title_, script_;
  std::size_t left_out_ = 0;
  int articles_ = 0, bodies_ = 0;
  bool space_ = false, break_ = false, json_ld_ = false;
};

Page& page(void* user) { return *static_cast<Page*>(user); }
const char* chars(const xmlChar* text) { return reinterpret_cast<const char*>(text); }

void on_start(void* user, const xmlChar* name, const xmlChar** attributes) {
  page(user).start(chars(name), reinterpret_cast<const char**>(attributes));
}
void on_end(void* user, const xmlChar* name) { page(user).end(chars(name)); }
void on_text(void* user, const xmlChar* text, int size) {
  page(user).text(std::string_view(chars(text), std::size_t(size)));
}

struct FreeParser {
  void operator()(htmlParserCtxtPtr p) const { htmlFreeParserCtxt(p); }
};

std::string_view without_mark(std::string_view bytes) {
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  return bytes;
}

}  // namespace

bool looks_like_html(std::string_view bytes) {
  bytes = without_mark(bytes);
  const std::size_t first = bytes.find_first_not_of(" \t\r\n\f");
  if (first == std::string_view::npos) return false;
  const std::string head = ascii_lowered(bytes.substr(first, 1024));
  if (head.starts_with("<!doctype html") || head.starts_with("<html") || head.starts_with("<head")) return true;
  const bool declared = head.starts_with("<?xml") || head.starts_with("<!--");
  return declared && (head.find("<html") != std::string::npos || head.find("<!doctype html") != std::string::npos);
}

std::string html_encoding(std::string_view bytes) {
  if (bytes.starts_with("\xEF\xBB\xBF")) return "UTF-8";
  if (bytes.starts_with("\xFF\xFE")) return "UTF-16LE";
  if (bytes.starts_with("\xFE\xFF")) return "UTF-16BE";
  const std::string head = ascii_lowered(bytes.substr(0, 4096));
  for (const char* word : {"charset", "encoding"}) {
    const std::size_t at = head.find(word);
    if (at == std::string::npos) continue;
    std::size_t first = head.find_first_not_of(" \t\r\n", at + std::strlen(word));
    if (first == std::string::npos || head[first] != '=') continue;
    first = head.find_first_not_of(" \t\r\n\"'", first + 1);
    if (first == std::string::npos) continue;
    std::string name = head.substr(first, head.find_first_of(" \t\r\n\"'/>;?", first) - first);
    // As browsers take them (WHATWG Encoding).
    if (name == "iso-8859-1" || name == "latin1" || name == "us-ascii" || name == "ascii") return "windows-1252";
    return name;
  }
  return {};
}

Result<HtmlArticle> read_html(std::string_view html) {
  if (html.size() > kMaxHtmlBytes) {
    return Error(ErrorCode::kLimit, fmt::format("{} bytes of HTML, expected at most {}", html.size(), kMaxHtmlBytes));
  }
  static const bool ready = (xmlInitParser(), true);   // before any thread parses
  (void)ready;
  std::string clean(without_mark(html));
  std::replace(clean.begin(), clean.end(), '\0', ' ');
  const std::unique_ptr<htmlParserCtxt, FreeParser> parser(htmlCreateMemoryParserCtxt(clean.data(), int(clean.size())));
  if (parser == nullptr) {
    if (clean.empty()) return HtmlArticle();
    return Error(ErrorCode::kLimit, "no memory to read the page");
  }
  Page page;
  page.parser = parser.get();
  htmlSAXHandler handler{};
  handler.startElement = on_start;
  handler.endElement = on_end;
  handler.characters = on_text;
  handler.ignorableWhitespace = on_text;
  handler.cdataBlock = on_text;
  *parser->sax = handler;
  parser->userData = &page;
  htmlCtxtUseOptions(parser.get(), HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET |
                                       HTML_PARSE_RECOVER | HTML_PARSE_IGNORE_ENC | HTML_PARSE_NOIMPLIED);
  if (xmlCharEncodingHandlerPtr utf8 = xmlFindCharEncodingHandler("UTF-8")) {
    xmlSwitchToEncoding(parser.get(), utf8);
  }
  htmlParseDocument(parser.get());
  if (page.too_deep) {
    return Error(ErrorCode::kLimit, fmt::format("elements nested deeper than {}: no article", kDeepest));
  }
  return page.article();
}

}  // namespace dragoman
