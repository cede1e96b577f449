// Part of dragoman; see LICENSE.
//
// News to measure with: articles made up from templates, the same from the same seed
// on every machine.  About 2 % of the characters are beyond ASCII (curly quotes,
// dashes, accented names), as in real agency text.

#ifndef DRAGOMAN_BENCH_CORPUS_H_
#define DRAGOMAN_BENCH_CORPUS_H_

#include <cstddef>
#include <string>
#include <vector>

namespace dragoman::bench {

// One article of some 2 to 4 KB.
std::string article(std::size_t number);

// Articles of together at least `bytes`.
std::vector<std::string> articles(std::size_t bytes);

}  // namespace dragoman::bench

#endif  // DRAGOMAN_BENCH_CORPUS_H_
