// Part of dragoman; see LICENSE.

#include "export/xml.h"

#include "text/utf8.h"

namespace dragoman {

std::string xml_escape(std::string_view text) {
  static constexpr std::string_view kReplacement = "\xEF\xBF\xBD";
  std::string out;
  out.reserve(text.size() + text.size() / 8);
  const char* const end = text.data() + text.size();
  for (std::size_t at = 0; at < text.size();) {
    std::size_t bad = 1;
    const std::size_t size = sequence_length(text.data() + at, end, &bad);
    if (size != 1) {
      const std::string_view c = text.substr(at, size);
      const bool unfit = size == 0 || c == "\xEF\xBF\xBE" || c == "\xEF\xBF\xBF";
      out += unfit ? kReplacement : c;
      at += size == 0 ? bad : size;
      continue;
    }
    const char c = text[at++];
    switch (c) {
      case '&': out += "&amp;"; break;
      case '<': out += "&lt;"; break;
      case '>': out += "&gt;"; break;
      case '"': out += "&quot;"; break;
      case '\t': out += "&#9;"; break;
      case '\n': out += "&#10;"; break;
      case '\r': out += "&#13;"; break;
      default:
        if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) {
          out += kReplacement;
        } else {
          out += c;
        }
    }
  }
  return out;
}

}  // namespace dragoman
