// Part of dragoman; see LICENSE.

#ifndef DRAGOMAN_TESTS_ROUNDS_H_
#define DRAGOMAN_TESTS_ROUNDS_H_

namespace dragoman {

// How often a random test goes round: as said, or a twentieth of it under a sanitizer, which is
// there to see bad accesses and not rare inputs.
constexpr int rounds(int wanted) {
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
  return wanted / 20;
#else
  return wanted;
#endif
}

}  // namespace dragoman

#endif  // DRAGOMAN_TESTS_ROUNDS_H_
