// Part of dragoman; see LICENSE.
//
// Who is speaking: quotations that run over sentences, "according to", and ", X said".

#ifndef DRAGOMAN_RELATION_SPEECH_H_
#define DRAGOMAN_RELATION_SPEECH_H_

#include <vector>

#include "relation/view.h"

namespace dragoman {

// A quotation: tokens (open, close).
struct Quotation {
  Index open = 0, close = 0;
  bool resolved = false;
  Party speaker;
};

// All quotations of a document, in order.  A quotation ends at its closing mark, or with
// its paragraph's end when the next paragraph opens one anew (the convention of news).
void find_quotations(const Document& document, std::vector<Quotation>& out);

// Does a line of white space alone, or of nothing, stand within this piece of a text?
bool has_blank_line(std::string_view text);

// The quotation that covers a token, or nullptr.
Quotation* quotation_at(std::vector<Quotation>& all, Index token);

// The speaker that a sentence's own clauses name outside of tokens [open, close]; the
// verb group must say something and have no clause of its own there.
Party speaker_beside(const View& view, const Quotation& quotation);

// A source that one sentence names for the tokens [first, last): ", X said" for what stands before it,
// back to a contrast ("A did this, while B did that, X said"), "according to X" for all.
// may_accord: the sentence may have the word "according".
struct Source {
  Index first = 0, last = 0;
  Party speaker;
};
void sentence_sources(const View& view, bool may_accord, std::vector<Source>& out);

}  // namespace dragoman

#endif  // DRAGOMAN_RELATION_SPEECH_H_
