// Part of dragoman; see LICENSE.

#ifndef DRAGOMAN_EXPORT_XML_H_
#define DRAGOMAN_EXPORT_XML_H_

#include <string>
#include <string_view>

namespace dragoman {

// Text for element content and attribute values of XML 1.0.  What XML cannot hold (control
// characters, U+FFFE, U+FFFF, ill-formed UTF-8) becomes U+FFFD; tab, line feed and carriage
// return become references, so that attributes keep them.
std::string xml_escape(std::string_view text);

}  // namespace dragoman

#endif  // DRAGOMAN_EXPORT_XML_H_
