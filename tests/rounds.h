// Part of dragoman; see LICENSE.

#ifndef DRAGOMAN_TESTS_ROUNDS_H_
#define DRAGOMAN_TESTS_ROUNDS_H_

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)   // as GCC says it
#define DRAGOMAN_SANITIZED 1
#elif defined(__has_feature)   // as clang does
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer)
#define DRAGOMAN_SANITIZED 1
#endif
#endif

namespace dragoman {

// How often a random test goes round: as said, or a twentieth of it under a sanitizer, which is
// there to see bad accesses and not rare inputs.
constexpr int rounds(int wanted) {
#ifdef DRAGOMAN_SANITIZED
  return wanted / 20;
#else
  return wanted;
#endif
}

}  // namespace dragoman

#endif  // DRAGOMAN_TESTS_ROUNDS_H_
