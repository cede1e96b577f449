// Part of dragoman; see LICENSE.
//
// Lets the tree of a sentence correct who its clauses take for subject and object.
//
//   finder.find(document, s, mention, clauses);        // off token order
//   mend_links(trees.read(document, sentence), clauses);

#ifndef DRAGOMAN_SYNTAX_TREE_LINKS_H_
#define DRAGOMAN_SYNTAX_TREE_LINKS_H_

#include "syntax/clauses.h"
#include "syntax/sentence_trees.h"

namespace dragoman {

// Changes nothing where the tree is empty or not sure.  Linear in the sentence.
void mend_links(const SentenceTree& tree, Clauses& clauses);

}  // namespace dragoman

#endif  // DRAGOMAN_SYNTAX_TREE_LINKS_H_
