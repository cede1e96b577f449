// Part of dragoman; see LICENSE.
//
// Trees of a document's sentences, made when they are asked for.  A dateline ("PARIS, May 2 -")
// is no part of its sentence's tree.
//
//   SentenceTrees trees(parser, lexicon);                  // parser: null if there is no model
//   const SentenceTree tree = trees.read(document, sentence);
//   if (!tree) ...                                         // chunks alone
//   tree.head(token);                                      // token of the document, or kNone at the root
//   tree.arc(token) == Arc::kNsubj && tree.margin(token) >= 1024;
//   tree.upos(token), tree.tag_name(token);
//
// The tree of the sentence asked for last is kept, so asking again costs nothing; each read()
// makes earlier trees invalid.  One parse costs about 2 us a token and allocates nothing once
// the vectors have grown.  Not for use by two threads at once.

#ifndef DRAGOMAN_SYNTAX_SENTENCE_TREES_H_
#define DRAGOMAN_SYNTAX_SENTENCE_TREES_H_

#include <vector>

#include "dragoman/document.h"
#include "syntax/parser.h"

namespace dragoman {

// Where the sentence proper begins, behind a dateline if there is one.
Index behind_dateline(const Document& document, const Sentence& sentence);

// Tokens are those of the document; all calls want one in [first(), last()).
class SentenceTree {
 public:
  SentenceTree() = default;
  SentenceTree(const Parser& parser, const std::vector<ParsedWord>& words, Index first)
      : parser_(&parser), words_(words.data()), first_(first), last_(first + Index(words.size())) {}

  explicit operator bool() const { return parser_ != nullptr; }
  Index first() const { return first_; }
  Index last() const { return last_; }

  Index head(Index token) const {
    const std::uint32_t head = of(token).head;
    return head == kRootHead ? kNone : first_ + head;
  }
  Arc arc(Index token) const { return parser_->arc(of(token)); }
  Upos upos(Index token) const { return parser_->upos(of(token)); }
  std::uint16_t margin(Index token) const { return of(token).margin; }
  const std::string& tag_name(Index token) const { return parser_->tag_name(of(token).tag); }
  const std::string& relation_name(Index token) const { return parser_->relation_name(of(token).relation); }

 private:
  const ParsedWord& of(Index token) const { return words_[token - first_]; }

  const Parser* parser_ = nullptr;
  const ParsedWord* words_ = nullptr;
  Index first_ = 0, last_ = 0;
};

class SentenceTrees {
 public:
  // parser: null if there is none; read() gives an empty tree then.
  SentenceTrees(const Parser* parser, const Lexicon& lexicon) : parser_(parser), lexicon_(lexicon) {}

  SentenceTree read(const Document& document, const Sentence& sentence) {
    if (parser_ == nullptr || sentence.first == sentence.last) return {};
    if (&document != document_ || sentence.first != sentence_) {
      first_ = behind_dateline(document, sentence);
      const auto tokens = std::span(document.tokens.tokens).subspan(first_, sentence.last - first_);
      parser_->parse(document.text.view(), tokens, lexicon_, scratch_, words_);
      document_ = &document;
      sentence_ = sentence.first;
    }
    return SentenceTree(*parser_, words_, first_);
  }

 private:
  const Parser* parser_;
  const Lexicon& lexicon_;
  Parser::Scratch scratch_;
  std::vector<ParsedWord> words_;
  const Document* document_ = nullptr;
  Index sentence_ = kNone, first_ = 0;
};

}  // namespace dragoman

#endif  // DRAGOMAN_SYNTAX_SENTENCE_TREES_H_
