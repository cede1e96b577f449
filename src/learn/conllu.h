// Part of dragoman; see LICENSE.
//
// CoNLL-U: sentences with parts of speech, lemmas and trees (universaldependencies.org).
//
//   Result<std::vector<TreeSentence>> sentences = read_conllu("en_ewt-train.conllu.gz");
//
// A packed file (.gz) is unpacked by zlib.

#ifndef DRAGOMAN_LEARN_CONLLU_H_
#define DRAGOMAN_LEARN_CONLLU_H_

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "dragoman/result.h"
#include "dragoman/token.h"

namespace dragoman {

struct TreeSentence {
  std::string text;                    // forms, with the spaces of the source
  std::vector<Token> tokens;           // spans within `text`
  std::vector<std::string> lemma;
  std::vector<std::string> tag;        // fine tags, see fine_tag()
  std::vector<std::uint32_t> head;     // 1-based; 0 is the root
  std::vector<std::string> relation;   // without subtypes other than those kept
  std::string document;                // the id of its document, if one is named
};

// A universal part of speech with the features that later stages ask for: "VERB:Fin:Past",
// "NOUN:Plur".
std::string fine_tag(std::string_view upos, std::string_view features);

// Reads plain or gzip-packed files.  kBadData at the first bad line: "file:line: ...".
Result<std::vector<TreeSentence>> read_conllu(const std::filesystem::path& file);
Result<std::vector<TreeSentence>> parse_conllu(std::string_view bytes, const std::string& name);

}  // namespace dragoman

#endif  // DRAGOMAN_LEARN_CONLLU_H_
