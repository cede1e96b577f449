// Part of dragoman; see LICENSE.
//
// The article in a web page: its text without menus, scripts, banners and lists of links, and
// what the page says about it.

#ifndef DRAGOMAN_TEXT_HTML_H_
#define DRAGOMAN_TEXT_HTML_H_

#include <string>
#include <string_view>

#include "dragoman/result.h"

namespace dragoman {

// Larger pages are refused: the parser may need a hundred bytes for each.
inline constexpr std::size_t kMaxHtmlBytes = std::size_t{16} << 20;

struct HtmlArticle {
  std::string text;       // UTF-8; paragraphs parted by an empty line
  std::string title;      // og:title, JSON-LD headline, <title>
  std::string date;       // YYYY-MM-DD: article:published_time, JSON-LD datePublished, <time>; or empty
  std::string outlet;     // og:site_name, JSON-LD publisher
  std::string url;        // <link rel="canonical">, og:url
  std::string language;   // <html lang>
  std::size_t left_out = 0;   // bytes of text that a reader sees beside the article: menus, banners, captions
};

// Does it begin as HTML does?
bool looks_like_html(std::string_view bytes);

// The encoding that the page names in a byte-order mark, <meta> or XML declaration, as an IANA name; empty
// if it names none.
std::string html_encoding(std::string_view bytes);

// html: UTF-8, whatever the page says of itself.  kLimit over kMaxHtmlBytes or for elements nested deeper
// than 512; anything else is read somehow, as browsers do.  Linear time.
Result<HtmlArticle> read_html(std::string_view html);

// The day that a date or a time with date begins with ("2023-09-05T10:00Z"), or nothing: four, two and
// two digits, which need not be a day of the calendar.
std::string leading_day(std::string_view text);

}  // namespace dragoman

#endif  // DRAGOMAN_TEXT_HTML_H_
