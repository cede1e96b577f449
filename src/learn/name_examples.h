// Part of dragoman; see LICENSE.
//
// Marked texts as the tagger sees them: features of each token, and the labels it may have.

#ifndef DRAGOMAN_LEARN_NAME_EXAMPLES_H_
#define DRAGOMAN_LEARN_NAME_EXAMPLES_H_

#include <cstdint>
#include <string>
#include <vector>

#include "dragoman/knowledge.h"
#include "learn/examples.h"
#include "mention/name_tagger.h"

namespace dragoman {

enum class LetterCase { kAsWritten, kUpper, kLower };

// The same text in one case; ASCII and two-byte Latin, Greek and Cyrillic letters change
// without changing their length, others stay.
std::string in_case(std::string text, LetterCase letters);

struct AnalysedText {
  Document document;
  std::vector<WordFacts> words;
  std::span<const std::uint16_t> told;      // RuleLexicon::told() of the document's knowledge
  std::vector<Reading> readings;
};
AnalysedText analyse_for_names(const std::shared_ptr<const Knowledge>& knowledge, const std::string& text);

// For each token the set of labels that the marks allow, one bit a label.  A leading article
// is no part of a name; a leading title may be one; descriptions and ignored spans allow all.
std::vector<std::uint32_t> allowed_labels(const std::shared_ptr<const Knowledge>& knowledge,
                                          const AnalysedText& text, const MarkedText& marks);

inline constexpr std::uint32_t kAllNameLabels = (1u << kNameLabels) - 1;

}  // namespace dragoman

#endif  // DRAGOMAN_LEARN_NAME_EXAMPLES_H_
