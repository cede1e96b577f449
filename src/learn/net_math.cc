// Part of dragoman; see LICENSE.
//
// Two rows and 32 columns of the product are kept in registers while their sums grow.  The
// functions exist twice, for processors with and without AVX2; no fused operations in either.

#include "learn/net_math.h"

#include <cmath>
#include <cstring>

#if defined(__x86_64__) && defined(__GLIBC__) && !defined(__clang__) && !defined(__SANITIZE_ADDRESS__) && \
    !defined(__SANITIZE_THREAD__)
#define DRAGOMAN_TWICE __attribute__((target_clones("avx2", "default")))
#else
#define DRAGOMAN_TWICE
#endif

namespace dragoman {
namespace {

typedef float Eight __attribute__((vector_size(32), aligned(4), may_alias));

DRAGOMAN_TWICE void adam_steps(float* weight, float* slope, float* mean, float* square, std::size_t count,
                               float rate, float mean_decay, float square_decay) {
  for (std::size_t i = 0; i < count; ++i) {
    mean[i] = mean_decay * mean[i] + (1 - mean_decay) * slope[i];
    square[i] = square_decay * square[i] + (1 - square_decay) * slope[i] * slope[i];
    weight[i] -= rate * (mean[i] / (std::sqrt(square[i]) + 1e-6f));
    slope[i] = 0;
  }
}

}  // namespace

float random_share(Random& random) { return float(random.next() >> 40) / 16777216.0f; }

DRAGOMAN_TWICE void add_product(std::size_t rows, std::size_t inner, std::size_t outputs, const float* a,
                                std::size_t a_row, std::size_t a_step, const float* b, std::size_t b_row, float* c,
                                std::size_t c_row) {
  const auto at = [](float* p) -> Eight& { return *reinterpret_cast<Eight*>(p); };
  const auto of = [](const float* p) -> const Eight& { return *reinterpret_cast<const Eight*>(p); };
  std::size_t o = 0;
  for (; o + 32 <= outputs; o += 32) {
    std::size_t r = 0;
    for (; r + 2 <= rows; r += 2) {
      Eight s0{}, s1{}, s2{}, s3{}, t0{}, t1{}, t2{}, t3{};
      const float* first = a + r * a_row;
      const float* second = first + a_row;
      const float* w = b + o;
      for (std::size_t k = 0; k < inner; ++k, w += b_row) {
        const float x = first[k * a_step], y = second[k * a_step];
        s0 += x * of(w), s1 += x * of(w + 8), s2 += x * of(w + 16), s3 += x * of(w + 24);
        t0 += y * of(w), t1 += y * of(w + 8), t2 += y * of(w + 16), t3 += y * of(w + 24);
      }
      float* out = c + r * c_row + o;
      at(out) += s0, at(out + 8) += s1, at(out + 16) += s2, at(out + 24) += s3;
      out += c_row;
      at(out) += t0, at(out + 8) += t1, at(out + 16) += t2, at(out + 24) += t3;
    }
    if (r < rows) {
      Eight s0{}, s1{}, s2{}, s3{};
      const float* only = a + r * a_row;
      const float* w = b + o;
      for (std::size_t k = 0; k < inner; ++k, w += b_row) {
        const float x = only[k * a_step];
        s0 += x * of(w), s1 += x * of(w + 8), s2 += x * of(w + 16), s3 += x * of(w + 24);
      }
      float* out = c + r * c_row + o;
      at(out) += s0, at(out + 8) += s1, at(out + 16) += s2, at(out + 24) += s3;
    }
  }
  for (; o < outputs; o += 8) {
    for (std::size_t r = 0; r < rows; ++r) {
      Eight s{};
      for (std::size_t k = 0; k < inner; ++k) s += a[r * a_row + k * a_step] * of(b + k * b_row + o);
      at(c + r * c_row + o) += s;
    }
  }
}

Layer::Layer(std::size_t r, std::size_t c, float spread, Random& random) : rows(r), columns(c) {
  for (auto* numbers : {&weight, &slope, &mean, &square}) numbers->assign(r * c, 0.0f);
  if (spread > 0) {
    for (float& w : weight) w = (2 * random_share(random) - 1) * spread;
  }
  is_touched_.assign(r, false);
}

void Layer::keep(TrainingState& state) {
  for (std::vector<float>* numbers : {&weight, &mean, &square}) state.keep_all(*numbers);
}

float* Layer::slope_row(std::size_t r) {
  if (!is_touched_[r]) {
    is_touched_[r] = true;
    touched_.push_back(std::uint32_t(r));
  }
  return slope.data() + r * columns;
}

void Layer::step(const Adam& adam) {
  adam_steps(weight.data(), slope.data(), mean.data(), square.data(), weight.size(), adam.rate, adam.mean_decay,
             adam.square_decay);
}

void Layer::step_touched(const Adam& adam) {
  for (const std::uint32_t r : touched_) {
    const std::size_t from = r * columns;
    adam_steps(&weight[from], &slope[from], &mean[from], &square[from], columns, adam.rate, adam.mean_decay,
               adam.square_decay);
    is_touched_[r] = false;
  }
  touched_.clear();
}

void transpose(const Layer& in, std::vector<float>& out) {
  out.resize(in.weight.size());
  for (std::size_t r = 0; r < in.rows; ++r) {
    for (std::size_t c = 0; c < in.columns; ++c) out[c * in.rows + r] = in.weight[r * in.columns + c];
  }
}

}  // namespace dragoman
