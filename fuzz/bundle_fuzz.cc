// Part of dragoman; see LICENSE.
//
// A bundle of any bytes: an error or a pipeline that answers.  The input is taken as a bundle whose
// checksums are set right, so that what is behind them is reached.

#include <cstdint>
#include <vector>

#include "base/bundle.h"
#include "dragoman/pipeline.h"
#include "pipeline/knowledge.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace dragoman;
  const auto* first = reinterpret_cast<const std::byte*>(data);
  std::vector<std::byte> bytes(first, first + size);
  seal_bundle(bytes);
  auto bundle = Bundle::from_bytes("fuzz", std::move(bytes), Bundle::Check::kAll);
  if (!bundle.ok()) return 0;
  auto known = knowledge_from_bundle(*std::move(bundle), true);
  if (!known.ok()) return 0;
  const Pipeline pipeline(make_knowledge(*std::move(known)));
  const auto document = pipeline.analyze(
      "Defence Minister Moussa Brikan visited Niger on Tuesday. Mali sent mortar shells to Niger in March 2024, Musa "
      "Brikan said in Bamako. The Kuzala Front crossed the Sahel; its prime minister left.",
      {.id = "", .date = Date{2024, 3, 20}, .outlet = "", .url = ""});
  if (!document.ok()) return 0;
  for (const Mention& m : document->mentions) document->knowledge->origin(m.because);
  return 0;
}
