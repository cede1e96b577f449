// Part of dragoman; see LICENSE.
//
// Stable ids for things the gazetteer does not know: "person:park-min-jae".

#ifndef DRAGOMAN_ENTITY_SLUG_H_
#define DRAGOMAN_ENTITY_SLUG_H_

#include <string>
#include <string_view>

#include "dragoman/mention.h"

namespace dragoman {

// "person", "org", "city", ...: the word before the colon.
std::string_view id_kind(MentionType type);

// Appends the folded letters and digits of the name, joined by single hyphens; letters of
// other scripts are kept.  "Carnegie Moscow Center" -> "carnegie-moscow-center".
void add_slug(std::string_view name, std::string& out);

// "KIM JONG UN" -> "Kim Jong Un": for a name met in capitals only.
std::string title_case(std::string_view name);

}  // namespace dragoman

#endif  // DRAGOMAN_ENTITY_SLUG_H_
