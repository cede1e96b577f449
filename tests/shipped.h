// Part of dragoman; see LICENSE.
//
// The pipeline with all of data/, loaded once a program: from the bundle of this build, or from the tables where one was
// changed since, which is most of a short test's time.

#ifndef DRAGOMAN_TESTS_SHIPPED_H_
#define DRAGOMAN_TESTS_SHIPPED_H_

#include <cstdlib>
#include <iostream>
#include <utility>

#include "dragoman/pipeline.h"

namespace dragoman {

inline const Pipeline& shipped() {
  static const Pipeline loaded = [] {
    Result<Pipeline> read = Pipeline::load({});
    if (!read.ok()) {
      std::cerr << read.error().message() << '\n';
      std::abort();
    }
    return *std::move(read);
  }();
  return loaded;
}

}  // namespace dragoman

#endif  // DRAGOMAN_TESTS_SHIPPED_H_
