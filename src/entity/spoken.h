// Part of dragoman; see LICENSE.
//
// Which states does a document speak of?  Asked where a name alone is too little to tell by.
//
//   SpokenStates spoken(document);
//   if (spoken.of(record_of_lebanon)) ...
//
// Reads the mentions once, at the first question.

#ifndef DRAGOMAN_ENTITY_SPOKEN_H_
#define DRAGOMAN_ENTITY_SPOKEN_H_

#include "base/hash_set.h"
#include "dragoman/document.h"

namespace dragoman {

class SpokenStates {
 public:
  explicit SpokenStates(const Document& document) : document_(document) {}

  bool of(Index state) const {
    if (state == kNone) return false;
    if (!read_) {
      for (const Mention& m : document_.mentions) {
        if (m.state != kNone) states_.insert(index_key(m.state));
      }
      read_ = true;
    }
    return states_.contains(index_key(state));
  }

 private:
  const Document& document_;
  mutable HashSet states_;
  mutable bool read_ = false;
};

}  // namespace dragoman

#endif  // DRAGOMAN_ENTITY_SPOKEN_H_
