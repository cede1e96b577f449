// Part of dragoman; see LICENSE.
//
// Products of whole numbers against the three loops that define them.

#include "base/int_matrix.h"

#include <random>

#include <gtest/gtest.h>

#include "base/simd.h"

namespace dragoman {
namespace {

std::vector<std::int16_t> numbers(std::size_t count, int most, int seed) {
  std::mt19937 random{std::uint32_t(seed)};
  std::vector<std::int16_t> out(count);
  for (std::int16_t& n : out) n = std::int16_t(int(random() % std::uint32_t(2 * most + 1)) - most);
  return out;
}

std::int64_t sum_of(const std::vector<std::int16_t>& in, std::size_t at, const std::vector<std::int16_t>& weights,
                    std::size_t inputs, std::size_t outputs, std::size_t o) {
  std::int64_t sum = 0;
  for (std::size_t k = 0; k < inputs; ++k) sum += std::int64_t(in[at + k]) * weights[k * outputs + o];
  return sum;
}

// Each with the vector instructions that it names, or less if the processor has less.
class IntMatrixTest : public testing::TestWithParam<Simd> {
  const SimdLimit limit_{GetParam()};
};

TEST_P(IntMatrixTest, MultipliesAnyNumberOfRows) {
  constexpr std::size_t kInputs = 48, kOutputs = 112, kStride = 16;
  const auto weights = numbers(kInputs * kOutputs, 900, 1);
  std::vector<std::int32_t> bias(kOutputs);
  for (std::size_t o = 0; o < kOutputs; ++o) bias[o] = std::int32_t(o) * 1000 - 9000;
  const IntMatrix matrix(kInputs, kOutputs, weights, bias);
  for (std::size_t rows = 0; rows < 12; ++rows) {
    const auto in = numbers(rows * kStride + kInputs, 4000, 2);
    std::vector<std::int16_t> out(rows * kOutputs);
    matrix.multiply(in.data(), kStride, rows, {.shift = 11, .low = -700, .high = 20000}, out.data());
    for (std::size_t r = 0; r < rows; ++r) {
      for (std::size_t o = 0; o < kOutputs; ++o) {
        const std::int64_t sum = sum_of(in, r * kStride, weights, kInputs, kOutputs, o) + bias[o];
        EXPECT_EQ(out[r * kOutputs + o], std::clamp<std::int64_t>((sum + 1024) >> 11, -700, 20000));
      }
    }
  }
}

TEST_P(IntMatrixTest, SparseRowsOfEveryWidth) {
  for (const std::size_t outputs : {16u, 32u, 48u, 64u}) {
    constexpr std::size_t kInputs = 64;
    const auto weights = numbers(kInputs * outputs, 30000, 3);
    auto in = numbers(kInputs, 4000, 4);
    for (std::size_t k = 0; k < kInputs; ++k) {
      if (k % 5 != 0) in[k] = 0;
    }
    const IntMatrix matrix(kInputs, outputs, weights);
    std::vector<std::int32_t> out(outputs);
    matrix.multiply_sparse(in.data(), out.data());
    for (std::size_t o = 0; o < outputs; ++o) EXPECT_EQ(out[o], sum_of(in, 0, weights, kInputs, outputs, o));
  }
}

TEST_P(IntMatrixTest, SumsOfRows) {
  constexpr std::size_t kSize = 112;
  const auto a = numbers(kSize, 2000, 5), b = numbers(kSize, 2000, 6), c = numbers(kSize, 2000, 7);
  const std::vector<const std::int16_t*> rows = {a.data(), b.data(), c.data()};
  std::vector<std::int16_t> out(kSize);
  sum_rows(rows, kSize, 0, 2500, out.data());
  for (std::size_t i = 0; i < kSize; ++i) EXPECT_EQ(out[i], std::clamp(a[i] + b[i] + c[i], 0, 2500));
}

TEST_P(IntMatrixTest, SmallRowsAreAddedShifted) {
  constexpr std::size_t kSize = 48;
  std::vector<std::int8_t> a(kSize), b(kSize);
  for (std::size_t i = 0; i < kSize; ++i) {
    a[i] = std::int8_t(int(i * 7 % 255) - 127);
    b[i] = std::int8_t(int(i * 31 % 255) - 127);
  }
  std::vector<std::int16_t> out(kSize, 100);
  const std::vector<const std::int8_t*> rows = {a.data(), b.data()};
  add_rows(rows, kSize, 2, out.data());
  for (std::size_t i = 0; i < kSize; ++i) EXPECT_EQ(out[i], 100 + 4 * (a[i] + b[i]));
}

TEST_P(IntMatrixTest, DotIsTheSumOfProducts) {
  const auto a = numbers(96, 4000, 8), b = numbers(96, 4000, 9);
  std::int64_t sum = 0;
  for (std::size_t i = 0; i < a.size(); ++i) sum += std::int64_t(a[i]) * b[i];
  EXPECT_EQ(dot(a.data(), b.data(), a.size()), sum);
}

std::string name_of(const testing::TestParamInfo<Simd>& info) {
  constexpr const char* kNames[] = {"Plain", "Sse2", "Avx2", "Avx512"};
  return kNames[int(info.param)];
}
INSTANTIATE_TEST_SUITE_P(Simd, IntMatrixTest, testing::Values(Simd::kPlain, Simd::kSse2, Simd::kAvx2, Simd::kAvx512), name_of);

}  // namespace
}  // namespace dragoman
