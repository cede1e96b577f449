// Part of dragoman; see LICENSE.
//
// Which vector instructions the inner loops may use.  Each loop that has a wide form also has a
// plain one that gives the same bytes; which one runs is asked at run time, so one binary serves
// every x86-64, and other processors take the plain form.
//
//   if (simd() >= Simd::kAvx2) return sum_wide(...);
//   return sum_plain(...);

#ifndef DRAGOMAN_BASE_SIMD_H_
#define DRAGOMAN_BASE_SIMD_H_

#include <atomic>
#include <cstdint>

#if defined(__x86_64__) && defined(__GNUC__) && !defined(DRAGOMAN_PORTABLE)
#define DRAGOMAN_X86 1
// Functions carry their target with them, so that no file needs flags of its own; they become
// part of a caller that has the same target.
#define DRAGOMAN_AVX2 __attribute__((target("avx2,bmi,bmi2,popcnt")))
#define DRAGOMAN_AVX512                                                                        \
  __attribute__((target("avx2,bmi,bmi2,popcnt,avx512f,avx512bw,avx512vl,avx512dq,avx512vbmi,avx512vbmi2," \
                        "avx512vpopcntdq,avx512vnni")))
// GCC 12 warns of its own registers without a value in _mm512_slli_epi64() and its like (PR 105593).
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wuninitialized"
#ifndef __clang__
#pragma GCC diagnostic ignored "-Wmaybe-uninitialized"
#endif
#include <immintrin.h>
#pragma GCC diagnostic pop
#endif

namespace dragoman {

enum class Simd : std::uint8_t {
  kPlain,
  kSse2,     // part of every x86-64
  kAvx2,     // with BMI2: since Haswell (2013) and Zen (2017)
  kAvx512,   // with VBMI2 and VNNI: since Ice Lake (2019) and Zen 4 (2022)
};

namespace simd_detail {

inline Simd best_of_processor() {
#ifdef DRAGOMAN_X86
  if (!__builtin_cpu_supports("avx2") || !__builtin_cpu_supports("bmi") || !__builtin_cpu_supports("bmi2") ||
      !__builtin_cpu_supports("popcnt")) {
    return Simd::kSse2;
  }
  const bool wide = __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw") &&
                    __builtin_cpu_supports("avx512vl") && __builtin_cpu_supports("avx512dq") &&
                    __builtin_cpu_supports("avx512vbmi") && __builtin_cpu_supports("avx512vbmi2") &&
                    __builtin_cpu_supports("avx512vpopcntdq") && __builtin_cpu_supports("avx512vnni");
  return wide ? Simd::kAvx512 : Simd::kAvx2;
#else
  return Simd::kPlain;
#endif
}

inline std::atomic<Simd> level{best_of_processor()};

}  // namespace simd_detail

// What may be used: the best that the processor has, or less while a SimdLimit lives.
inline Simd simd() { return simd_detail::level.load(std::memory_order_relaxed); }

// For tests and benchmarks that compare the forms.  Not while other threads work.
class SimdLimit {
 public:
  explicit SimdLimit(Simd most) : before_(simd()) {
    if (most < before_) simd_detail::level = most;
  }
  ~SimdLimit() { simd_detail::level = before_; }
  SimdLimit(const SimdLimit&) = delete;
  SimdLimit& operator=(const SimdLimit&) = delete;

 private:
  Simd before_;
};

}  // namespace dragoman

#endif  // DRAGOMAN_BASE_SIMD_H_
