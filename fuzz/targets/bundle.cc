// Part of dragoman; see LICENSE.
//
// What is behind the checksums is reached, because they are set right first.

#include "base/bundle.h"

#include <vector>

#include "dragoman/pipeline.h"
#include "pipeline/knowledge.h"
#include "reference/valid_document.h"
#include "targets.h"

namespace dragoman::fuzz {

void bundle(std::string_view input) {
  const auto* first = reinterpret_cast<const std::byte*>(input.data());
  std::vector<std::byte> bytes(first, first + input.size());
  seal_bundle(bytes);
  auto bundle = Bundle::from_bytes("fuzz", std::move(bytes), Bundle::Check::kAll);
  if (!bundle.ok()) return check_error(bundle.error());
  auto known = knowledge_from_bundle(*std::move(bundle), true);
  if (!known.ok()) return check_error(known.error());
  const Pipeline pipeline(make_knowledge(*std::move(known)));
  const auto document = pipeline.analyze(
      "Defence Minister Moussa Brikan visited Niger on Tuesday. Mali sent mortar shells to Niger in March 2024, Musa "
      "Brikan said in Bamako. The Kuzala Front crossed the Sahel; its prime minister left.",
      {.id = "", .date = Date{2024, 3, 20}, .outlet = "", .url = ""});
  check(document.ok(), "a bundle that was taken answers");
  const std::string wrong = why_invalid(*document);
  check(wrong.empty(), wrong);
}

}  // namespace dragoman::fuzz
