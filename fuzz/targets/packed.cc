// Part of dragoman; see LICENSE.

#include "dragoman/article.h"
#include "targets.h"
#include "temp_file.h"

namespace dragoman::fuzz {

// The first byte chooses the file's name.
void packed(std::string_view input) {
  static const TempFolder folder;
  if (input.empty()) return;
  static constexpr const char* kNames[] = {"a.txt", "a.html.gz", "a.jsonl.zst", "a"};
  const std::string path = folder.write(kNames[std::size_t(static_cast<unsigned char>(input[0])) % 4], input.substr(1));
  ArticleReader reader({path}, {.max_bytes = 1 << 20});
  std::size_t count = 0;
  while (std::optional<RawArticle> raw = reader.next()) {
    ++count;
    check(raw->bytes.size() <= std::size_t(1) << 20, "an article is no larger than allowed");
    check(reader.bytes_read() <= reader.bytes_total(), "no more is read than there is");
    const Result<Article> article = read_article(*std::move(raw), reader.options());
    if (!article.ok()) {
      check_error(article.error());
      check(article.error().message().starts_with(path), "an error says where", article.error().message());
    }
  }
  check(reader.bytes_read() == reader.bytes_total(), "the whole file is read or passed over");
}

}  // namespace dragoman::fuzz
