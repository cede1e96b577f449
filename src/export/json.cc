// Part of dragoman; see LICENSE.
//
// The public door to the JSON of a document: the schema and the origins come from the
// knowledge that the document keeps alive.

#include "dragoman/export.h"

#include "dragoman/knowledge.h"
#include "export/document_json.h"

namespace dragoman {

std::string_view to_string(OffsetUnit unit) {
  switch (unit) {
    case OffsetUnit::kByte: return "byte";
    case OffsetUnit::kCodePoint: return "codepoint";
    case OffsetUnit::kUtf16: return "utf16";
  }
  return "";
}

std::optional<OffsetUnit> offset_unit(std::string_view name) {
  for (const OffsetUnit unit : {OffsetUnit::kByte, OffsetUnit::kCodePoint, OffsetUnit::kUtf16}) {
    if (to_string(unit) == name) return unit;
  }
  return std::nullopt;
}

std::string to_json(const Document& document, const DocumentJsonOptions& options) {
  DocumentNames names;
  if (document.knowledge != nullptr) {
    names.schema = &document.knowledge->schema();
    names.origin = [&](OriginId id) { return document.knowledge->origin(id); };
  }
  // Ids, outlets and file names are the caller's and may be ill-formed: replaced, not thrown.
  return document_json(document, names, options)
      .dump(options.pretty ? 2 : -1, ' ', false, nlohmann::ordered_json::error_handler_t::replace);
}

}  // namespace dragoman
