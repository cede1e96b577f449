// Part of dragoman; see LICENSE.
//
// Whether a reported thing happened, is planned, denied ..., and who says so, as far as
// the grammar of its own sentence tells.

#ifndef DRAGOMAN_RELATION_MODALITY_H_
#define DRAGOMAN_RELATION_MODALITY_H_

#include <optional>

#include "relation/view.h"

namespace dragoman {

struct Modality {
  std::optional<RelationStatus> status;   // none: nothing said, the frame's default holds
  bool denied = false;
  bool hearsay = false;
  Party speaker;
  Id said_verb = kNobody;                 // the verb group that carries the attribution
};

Modality modality_of_verb(const View& view, Id verb);
Modality modality_of_noun(const View& view, Id noun);

}  // namespace dragoman

#endif  // DRAGOMAN_RELATION_MODALITY_H_
