// Part of dragoman; see LICENSE.

#include "unit.h"

#include <time.h>
#include <unicode/brkiter.h>
#include <unicode/unistr.h>

#include <cstdint>
#include <vector>

namespace dragoman::bench {

double cpu_seconds() {
  timespec now{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return double(now.tv_sec) + 1e-9 * double(now.tv_nsec);
}

struct IcuUnit::Words {
  UErrorCode error = U_ZERO_ERROR;
  std::unique_ptr<icu::BreakIterator> iterator{
      icu::BreakIterator::createWordInstance(icu::Locale::getRoot(), error)};

  std::int64_t count(const icu::UnicodeString& text) {
    std::int64_t count = 0;
    iterator->setText(text);
    while (iterator->next() != icu::BreakIterator::DONE) ++count;
    return count;
  }
};

namespace {

std::vector<icu::UnicodeString> units_of(std::span<const std::string> texts) {
  std::vector<icu::UnicodeString> units;
  units.reserve(texts.size());
  for (const std::string& text : texts) units.push_back(icu::UnicodeString::fromUTF8(text));
  return units;
}

}  // namespace

IcuUnit::IcuUnit() : words_(std::make_unique<Words>()) {}
IcuUnit::~IcuUnit() = default;

double IcuUnit::seconds(std::span<const std::string> texts) {
  const std::vector<icu::UnicodeString> units = units_of(texts);
  std::int64_t count = 0;
  const double start = cpu_seconds();
  for (const icu::UnicodeString& text : units) count += words_->count(text);
  benchmark::DoNotOptimize(count);
  return cpu_seconds() - start;
}

void icu_words(benchmark::State& state, std::span<const std::string> texts) {
  IcuUnit unit;
  std::int64_t bytes = 0;
  for (const std::string& text : texts) bytes += std::int64_t(text.size());
  for (auto _ : state) state.SetIterationTime(unit.seconds(texts));
  state.SetBytesProcessed(state.iterations() * bytes);
}

}  // namespace dragoman::bench
