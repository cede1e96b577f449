// Part of dragoman; see LICENSE.
//
// What a page says about its article, in the several ways in which pages say it.  The first place in
// a fixed order that says something counts.

#ifndef DRAGOMAN_TEXT_HTML_METADATA_H_
#define DRAGOMAN_TEXT_HTML_METADATA_H_

#include <map>
#include <string>
#include <string_view>

#include "text/html.h"

namespace dragoman {

class HtmlMetadata {
 public:
  // <meta name|property|itemprop=KEY content=VALUE>
  void meta(std::string_view key, std::string_view value);
  // The content of <script type="application/ld+json">.
  void json_ld(std::string_view json);
  void canonical(std::string_view url) { note("link", url); }
  void title(std::string_view text) { note("title", text); }
  void time(std::string_view datetime) { note("time", leading_day(datetime)); }
  void language(std::string_view lang) { note("lang", lang); }

  void fill(HtmlArticle& article) const;

 private:
  void note(const std::string& key, std::string_view value);
  std::string first(std::initializer_list<const char*> keys) const;

  std::map<std::string, std::string, std::less<>> said_;
};

}  // namespace dragoman

#endif  // DRAGOMAN_TEXT_HTML_METADATA_H_
