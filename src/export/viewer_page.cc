// Part of dragoman; see LICENSE.
//
// The page is built once, by npm (viewer/), into one HTML file whose data element is empty.  To
// make a page is to fill that element: no script is written here, so the hash by which the page
// allows its own script and no other still fits.

#include <fmt/format.h>

#include "base/file.h"
#include "base/paths.h"
#include "dragoman/export.h"
#include "export/viewer_data.h"

namespace dragoman {
namespace {

// As viewer/src/template.html has them.
constexpr std::string_view kOpen = "<script type=\"application/json\" id=\"dragoman-data\">";
constexpr std::string_view kClose = "</script>";
constexpr std::string_view kVersion = "<meta name=\"dragoman-viewer\" content=\"{}\">";

Error bad_template(const std::filesystem::path& file, std::string_view what) {
  return Error(ErrorCode::kBadData,
               fmt::format("{}: {}; build the page anew with \"make viewer\"", file.string(), what));
}

}  // namespace

std::filesystem::path default_viewer_template() {
  std::filesystem::path data = default_data();   // a bundle, or a folder
  if (data.filename().empty()) data = data.parent_path();   // "data/"
  return data.parent_path() / "viewer.html";
}

Result<std::string> viewer_page(const RelationGraph& graph, std::span<const Document> documents,
                                const ViewerOptions& options) {
  const std::filesystem::path file =
      options.page_template.empty() ? default_viewer_template() : options.page_template;
  Result<std::string> html = read_file(file);
  if (!html.ok()) {
    if (html.error().code() != ErrorCode::kNotFound) return html.error();
    return Error(ErrorCode::kNotFound,
                 fmt::format("{}: no such file, and the page is made from it; build it with "
                             "\"make viewer\" in the sources (it needs nodejs and npm), or name "
                             "one with --template",
                             file.string()));
  }
  const std::size_t open = html->find(kOpen);
  if (open == html->npos || html->find(kOpen, open + 1) != html->npos) {
    return bad_template(file, "is not the page of dragoman view: expected one element "
                              "<script type=\"application/json\" id=\"dragoman-data\">");
  }
  if (html->find(fmt::format(kVersion, kViewerVersion)) >= open) {
    return bad_template(file, fmt::format("is a page of another version, expected {}",
                                          kViewerVersion));
  }
  const std::size_t begin = open + kOpen.size();
  const std::size_t end = html->find(kClose, begin);
  if (end == html->npos) return bad_template(file, "ends within its data element");
  html->replace(begin, end - begin, script_json(viewer_data(graph, documents, options.title)));
  return html;
}

}  // namespace dragoman
