// Part of dragoman; see LICENSE.

#include "text/html.h"

#include "dragoman/article.h"
#include "targets.h"
#include "text/utf8.h"

namespace dragoman::fuzz {

void html(std::string_view input) {
  html_encoding(input);
  const Result<Text> utf8 = Text::from_utf8(std::string(input));
  const Result<HtmlArticle> page = read_html(utf8->view());
  if (page.ok()) {
    for (const std::string* part : {&page->text, &page->title, &page->date, &page->outlet, &page->url, &page->language}) {
      check(first_ill_formed(*part) == part->size(), "what a page says is valid UTF-8", *part);
    }
    check(page->date.empty() || (page->date.size() == 10 && page->date[4] == '-'), "a day looks like one", page->date);
    // A character may become three bytes (U+FFFD for a bad reference), a reference of three bytes ("&#1") no more.
    check(page->text.size() <= input.size() * 4 + 16, "text does not grow");
  } else {
    check_error(page.error());
  }
  const Result<Article> article =
      read_article({.place = "page.html", .bytes = std::string(input), .format = ArticleFormat::kHtml, .error = {}});
  if (article.ok()) {
    check(!article->text.view().empty(), "an article has text");
  } else {
    check_error(article.error());
    check(article.error().message().starts_with("page.html: "), "an error says where", article.error().message());
  }
}

}  // namespace dragoman::fuzz
