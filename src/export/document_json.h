// Part of dragoman; see LICENSE.
//
// The JSON of a document, apart from the knowledge behind it, so that tests can hand in a
// schema and an origin table of their own.

#ifndef DRAGOMAN_EXPORT_DOCUMENT_JSON_H_
#define DRAGOMAN_EXPORT_DOCUMENT_JSON_H_

#include <functional>

#include <nlohmann/json.hpp>

#include "dragoman/export.h"

namespace dragoman {

struct DocumentNames {
  const Schema* schema = nullptr;             // null: relations are left out
  std::function<Origin(OriginId)> origin;     // null: no "because"
};

nlohmann::ordered_json document_json(const Document& document, const DocumentNames& names,
                                     const DocumentJsonOptions& options);

}  // namespace dragoman

#endif  // DRAGOMAN_EXPORT_DOCUMENT_JSON_H_
