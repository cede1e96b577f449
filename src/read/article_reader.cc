// Part of dragoman; see LICENSE.
//
// Files one after the other, lines one after the other.  Nothing is looked into but where a line ends
// and how a file begins.

#include <algorithm>
#include <array>
#include <filesystem>
#include <utility>

#include <fmt/format.h>

#include "base/ascii.h"
#include "dragoman/article.h"
#include "read/byte_stream.h"
#include "text/html.h"

namespace dragoman {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kChunk = 1 << 16;

std::string without_packing(std::string name) {
  for (const char* ending : {".gz", ".zst"}) {
    if (name.ends_with(ending)) return name.substr(0, name.rfind('.'));
  }
  return name;
}

// kAuto where the name says nothing.
ArticleFormat format_by_name(const std::string& path) {
  const std::string name = without_packing(ascii_lowered(path));
  const auto ends = [&](auto... endings) { return (name.ends_with(endings) || ...); };
  if (ends(".html", ".htm", ".xhtml")) return ArticleFormat::kHtml;
  if (ends(".jsonl", ".ndjson")) return ArticleFormat::kJsonLines;
  if (ends(".txt")) return ArticleFormat::kText;
  return ArticleFormat::kAuto;
}

ArticleFormat format_by_content(std::string_view bytes) {
  if (looks_like_html(bytes)) return ArticleFormat::kHtml;
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  const std::size_t first = bytes.find_first_not_of(" \t\r\n");
  const bool object = first != std::string_view::npos && bytes[first] == '{';
  return object && bytes.find('"', first) != std::string_view::npos ? ArticleFormat::kJsonLines : ArticleFormat::kText;
}

}  // namespace

struct ArticleReader::Impl {
  ArticleOptions options;
  struct Entry {
    std::string path;
    std::optional<Error> error;             // of a folder
  };
  std::vector<Entry> files;
  std::size_t at = 0;                       // the next file
  std::uint64_t total = 0, done = 0;        // done: of files before the open one
  std::size_t passed_over = 0;
  bool total_known = true;

  // The open file, while it is JSON Lines.
  std::optional<ByteStream> stream;
  std::string name;
  std::string buffer;
  std::size_t used = 0;                     // of the buffer
  std::size_t line = 0;
  bool end = false;

  void add(const std::string& path);
  void add_folder(const fs::path& folder);
  RawArticle open(const std::string& path);
  Status more();
  std::optional<RawArticle> next_line();
  void close();
};

void ArticleReader::Impl::add(const std::string& path) {
  std::error_code failed;
  if (path != "-" && fs::is_directory(path, failed)) return add_folder(path);
  files.push_back({path, {}});
  const bool regular = path != "-" && fs::is_regular_file(path, failed);
  const std::uintmax_t size = regular ? fs::file_size(path, failed) : 0;
  total_known = total_known && regular && !failed;
  total += failed ? 0 : size;
}

// Links to folders are not followed: they may lead round in circles.
void ArticleReader::Impl::add_folder(const fs::path& folder) {
  std::vector<std::string> found;
  std::error_code failed;
  fs::recursive_directory_iterator entry(folder, fs::directory_options::skip_permission_denied, failed);
  for (; !failed && entry != fs::recursive_directory_iterator(); entry.increment(failed)) {
    std::error_code ignored;
    if (!entry->is_regular_file(ignored)) continue;
    std::string path = entry->path().string();
    if (format_by_name(path) == ArticleFormat::kAuto) {
      ++passed_over;
    } else {
      found.push_back(std::move(path));
    }
  }
  if (failed) {
    files.push_back({folder.string(), Error(ErrorCode::kUnreadable, fmt::format("{}: {}", folder.string(), failed.message()))});
  } else if (found.empty()) {
    files.push_back({folder.string(), Error(ErrorCode::kBadData,
                                            fmt::format("{}: a folder without articles, expected .txt, .html, .htm, .xhtml, "
                                                        ".jsonl or .ndjson, perhaps with .gz or .zst", folder.string()))});
  }
  std::sort(found.begin(), found.end());
  for (const std::string& path : found) add(path);
}

ArticleReader::ArticleReader(const std::vector<std::string>& paths, ArticleOptions options) : impl_(std::make_unique<Impl>()) {
  impl_->options = std::move(options);
  for (const std::string& path : paths) impl_->add(path);
}
ArticleReader::ArticleReader(ArticleReader&&) noexcept = default;
ArticleReader& ArticleReader::operator=(ArticleReader&&) noexcept = default;
ArticleReader::~ArticleReader() = default;

const ArticleOptions& ArticleReader::options() const { return impl_->options; }
std::size_t ArticleReader::passed_over() const { return impl_->passed_over; }
std::uint64_t ArticleReader::bytes_total() const { return impl_->total_known ? impl_->total : 0; }
std::uint64_t ArticleReader::bytes_read() const {
  return impl_->done + (impl_->stream ? impl_->stream->taken() : 0);
}

// A whole file.  One of lines stays open, and its lines follow.
RawArticle ArticleReader::Impl::open(const std::string& path) {
  name = display_name(path);
  RawArticle raw{.place = name, .format = options.format};
  Result<ByteStream> opened = ByteStream::open(path);
  if (!opened.ok()) {
    raw.error = opened.error();
    return raw;
  }
  stream.emplace(*std::move(opened));
  if (raw.format == ArticleFormat::kAuto) raw.format = format_by_name(path);
  if (raw.format == ArticleFormat::kAuto) raw.format = format_by_content(stream->head());
  if (raw.format == ArticleFormat::kJsonLines) return raw;
  Result<std::string> bytes = read_all(*stream, path, options.max_bytes);
  if (bytes.ok()) {
    raw.bytes = *std::move(bytes);
  } else {
    raw.error = bytes.error();
  }
  close();
  return raw;
}

void ArticleReader::Impl::close() {
  done += std::max(stream->file_size(), stream->taken());   // also what was left unread after an error
  stream.reset();
  buffer.clear();
  used = line = 0;
  end = false;
}

// More of the open file into the buffer.
Status ArticleReader::Impl::more() {
  buffer.erase(0, std::exchange(used, 0));
  const std::size_t there = buffer.size();
  buffer.resize(there + kChunk);
  const Result<std::size_t> got = stream->read(buffer.data() + there, kChunk);
  buffer.resize(there + (got.ok() ? *got : 0));
  if (!got.ok()) return got.error();
  end = *got == 0;
  return Done{};
}

// The next line that is not empty; nothing at the end of the file, which is closed then.
std::optional<RawArticle> ArticleReader::Impl::next_line() {
  std::size_t seen = used;   // no line end before
  bool too_long = false;
  for (;;) {
    const std::size_t line_end = buffer.find('\n', seen);
    const bool whole = line_end != std::string::npos || end;
    if (!whole) {
      seen = buffer.size();
      if (seen - used > options.max_bytes) {
        too_long = true;
        used = seen;   // the rest of the line is passed over
      }
      seen -= used;
      const Status read = more();
      if (read.ok()) continue;
      RawArticle raw{.place = name, .format = ArticleFormat::kJsonLines, .error = read.error()};
      close();
      return raw;
    }
    const std::size_t stop = line_end == std::string::npos ? buffer.size() : line_end;
    std::string_view text = std::string_view(buffer).substr(used, stop - used);
    ++line;
    if (line == 1 && text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
    const bool blank = text.find_first_not_of(" \t\r") == std::string_view::npos;
    if (!blank || too_long) {
      RawArticle raw{.place = fmt::format("{}:{}", name, line), .format = ArticleFormat::kJsonLines};
      if (too_long || text.size() > options.max_bytes) {
        raw.error = Error(ErrorCode::kLimit, fmt::format("{}: a line of more than {} bytes", raw.place, options.max_bytes));
      } else {
        raw.bytes = text;
      }
      used = stop + (stop < buffer.size());
      return raw;
    }
    if (line_end == std::string::npos) {
      close();
      return std::nullopt;
    }
    used = seen = stop + 1;
  }
}

std::optional<RawArticle> ArticleReader::next() {
  Impl& s = *impl_;
  for (;;) {
    if (s.stream) {
      if (std::optional<RawArticle> raw = s.next_line()) return raw;
    }
    if (s.at == s.files.size()) return std::nullopt;
    const Impl::Entry& entry = s.files[s.at++];
    if (entry.error) return RawArticle{.place = entry.path, .error = entry.error};
    RawArticle raw = s.open(entry.path);
    if (!s.stream) return raw;
  }
}

}  // namespace dragoman
