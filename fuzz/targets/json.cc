// Part of dragoman; see LICENSE.

#include "dragoman/article.h"
#include "targets.h"
#include "text/utf8.h"

namespace dragoman::fuzz {

void json(std::string_view input) {
  const Result<Article> article =
      read_article({.place = "wire.jsonl:1", .bytes = std::string(input), .format = ArticleFormat::kJsonLines, .error = {}});
  if (!article.ok()) {
    check_error(article.error());
    check(article.error().message().starts_with("wire.jsonl:1: "), "an error says where", article.error().message());
    return;
  }
  const std::string_view text = article->text.view();
  check(!text.empty() && first_ill_formed(text) == text.size(), "an article has text, of valid UTF-8");
  check(!article->info.id.empty(), "an article has an id");
  for (const std::string* field : {&article->info.id, &article->info.outlet, &article->info.url, &article->title, &article->language}) {
    check(first_ill_formed(*field) == field->size(), "what is said of an article is valid UTF-8", *field);
  }
}

}  // namespace dragoman::fuzz
