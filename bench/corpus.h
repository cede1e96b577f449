// Part of dragoman; see LICENSE.
//
// News to measure with: articles made up from templates, the same from the same seed
// on every machine.  About 1 % of the characters are beyond ASCII (curly quotes,
// dashes, accented names), as in real agency text.
//
// As kNews an article speaks of a few states and people again and again, between sentences
// that name nobody: 34 mentions, 10 entities and 6 relations a kilobyte, where reports of defence and foreign
// ministries have 27 to 32, 11 to 14 and 3.4 to 4.6 (the open part of re3d, measured alike).  As kDense every sentence
// names several things and hardly any twice: 55, 23 and 15, the worst case.

#ifndef DRAGOMAN_BENCH_CORPUS_H_
#define DRAGOMAN_BENCH_CORPUS_H_

#include <cstddef>
#include <span>
#include <string>
#include <vector>

namespace dragoman::bench {

enum class Density { kNews, kDense };

// One article of some 2 to 4 KB.
std::string article(std::size_t number, Density density = Density::kNews);

// Articles of together at least `bytes`.
std::vector<std::string> articles(std::size_t bytes, Density density = Density::kNews);

// How the same news may come: cut into words or kilobytes, as articles, or joined to long documents.
enum class Shape { kWords, kKilobytes, kArticles, k100Kilobytes, k10Megabytes };

// The documents of one piece of an endless stream of news: some 1 MB, or one document if that is longer.
std::vector<std::string> piece(std::size_t number, Shape shape, Density density = Density::kNews);

// Documents that a caller would hand to Pipeline::analyze_batch() together: about so many bytes, or one longer
// one.  bytes = 1: each alone.
std::vector<std::span<const std::string>> batches(std::span<const std::string> documents, std::size_t bytes);

}  // namespace dragoman::bench

#endif  // DRAGOMAN_BENCH_CORPUS_H_
