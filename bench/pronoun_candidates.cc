// Part of dragoman; see LICENSE.
//
// For eval/fit_pronouns.py: one line of JSON for each pronoun of one and each entity that it may mean,
//   {"document": FILE, "start": BYTE, "entity": ID, "cues": BITS}
//
//   pronoun_candidates FILE...

#include <cstdio>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <string>

#include "dragoman/pipeline.h"
#include "entity/pronoun.h"

int main(int count, char** names) {
  using namespace dragoman;
  const auto pipeline = Pipeline::load();
  if (!pipeline.ok()) return std::fprintf(stderr, "%s\n", pipeline.error().message().c_str()), 1;
  for (int i = 1; i < count; ++i) {
    std::ifstream file(names[i], std::ios::binary);
    const std::string text{std::istreambuf_iterator<char>(file), {}};
    DocumentInfo info;
    info.date = Date{2015, 6, 1};
    const auto document = pipeline->analyze(text, info);
    if (!document.ok()) return std::fprintf(stderr, "%s\n", document.error().message().c_str()), 1;
    QuotationMarks marks(*document);
    for (Index m = 0; m < document->mentions.size(); ++m) {
      const Mention& mention = document->mentions[m];
      if (mention.form != MentionForm::kPronominal || mention.plural) continue;
      const PronounCandidates candidates(pipeline->knowledge()->names(), *document, marks, m, kNone);
      for (const auto& c : candidates.all()) {
        const nlohmann::json line = {{"document", names[i]}, {"start", mention.span.start},
                                     {"entity", document->entities[c.entity].id}, {"cues", c.cues}};
        std::puts(line.dump().c_str());
      }
    }
  }
}
