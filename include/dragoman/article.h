// Part of dragoman; see LICENSE.
//
// Articles as they lie about: plain text, web pages, JSON Lines, each perhaps packed (.gz, .zst).
//
//   ArticleReader reader({"news/", "wire.jsonl.zst"}, {.outlet = "Daily Nation"});
//   while (auto raw = reader.next()) {
//     auto article = read_article(*std::move(raw), reader.options());     // on any thread
//     if (!article.ok()) complain(article.error().message());
//     else pipeline.analyze(std::move(article->text), std::move(article->info));
//   }
//
// next() takes bytes from the files and is cheap; read_article() decodes and parses.

#ifndef DRAGOMAN_ARTICLE_H_
#define DRAGOMAN_ARTICLE_H_

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "dragoman/api.h"
#include "dragoman/document.h"
#include "dragoman/result.h"
#include "dragoman/text.h"

namespace dragoman {

enum class ArticleFormat {
  kAuto,        // by the name's ending (.html, .htm, .xhtml, .jsonl, .ndjson), else by how it begins
  kText,
  kHtml,        // text, title, date, outlet and address by what the page says
  kJsonLines,   // an object a line: text, and perhaps id, date, outlet or source, url, title, language
};

struct ArticleOptions {
  ArticleFormat format = ArticleFormat::kAuto;
  // Of plain text and pages: "" takes UTF-8 (pages: what they name), "auto" lets ICU detect, else an
  // IANA name.
  std::string encoding = {};
  // Of one article, unpacked.  A stream of JSON Lines may be as long as it likes.
  std::uint64_t max_bytes = std::uint64_t{64} << 20;
  // Where the article does not say.
  std::optional<Date> date = {};
  std::string outlet = {};
};

// One article, not yet looked into.
struct RawArticle {
  std::string place;            // "page.html.gz", "wire.jsonl:17", "stdin"
  std::string bytes = {};
  ArticleFormat format = ArticleFormat::kText;
  std::optional<Error> error = {};   // could not be read; read_article() hands it on
};

struct Article {
  DocumentInfo info;            // id: the article's own, else its place; a line without one is called
                                // FILE#HASH, so that lines may move
  Text text;
  std::string title, language;  // empty where nothing is said of them
};

// kBadData for binary bytes (NUL; more than one in ten ill-formed), for what is no JSON and for a page
// without text; kLimit for a page over 16 MiB; kBadArgument for an unknown encoding.  Messages begin
// with the place.
DRAGOMAN_EXPORT Result<Article> read_article(RawArticle raw, const ArticleOptions& options = {});

class DRAGOMAN_EXPORT ArticleReader {
 public:
  // paths: files, folders (read whole, in the order of their names; only .txt, .html, .htm, .xhtml,
  // .jsonl, .ndjson, also .gz and .zst), "-" for standard input.
  explicit ArticleReader(const std::vector<std::string>& paths, ArticleOptions options = {});
  ArticleReader(ArticleReader&&) noexcept;
  ArticleReader& operator=(ArticleReader&&) noexcept;
  ~ArticleReader();

  // Nothing at the end.  A file or line that cannot be read is an article with an error, and the
  // next one follows.
  std::optional<RawArticle> next();

  const ArticleOptions& options() const;
  // Bytes of the files as they lie on the disk: read so far, and of all (0: not known).
  std::uint64_t bytes_read() const;
  std::uint64_t bytes_total() const;
  // Files in folders that were passed over because of their ending.
  std::size_t passed_over() const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace dragoman

#endif  // DRAGOMAN_ARTICLE_H_
