#ifndef MQLAB_SAMPLE_RANDOM_H_
#define MQLAB_SAMPLE_RANDOM_H_

// SplitMix64: the same numbers on every platform. Draw once a statement: the
// order of two draws inside one expression is up to the compiler.

#include <cstddef>
#include <cstdint>
#include <span>

namespace mqlab {

class Random {
 public:
  // Streams of one seed are independent of each other.
  Random(uint64_t seed, uint64_t stream)
      : state_(Mix(seed + kStep) ^ Mix(~stream * kStep)) {}

  uint64_t Next() {
    state_ += kStep;
    return Mix(state_);
  }
  // 0..n-1. REQUIRES: n > 0.
  uint32_t Below(uint32_t n) {
    return static_cast<uint32_t>(((Next() >> 32) * n) >> 32);
  }
  // low..high, both included.
  int64_t Between(int64_t low, int64_t high) {
    return low + Below(static_cast<uint32_t>(high - low + 1));
  }
  bool Chance(int64_t per_mille) { return Below(1000) < per_mille; }

  template <typename T>
  const T& Pick(std::span<const T> choices) {
    return choices[Below(static_cast<uint32_t>(choices.size()))];
  }
  // An index, each as often as its weight says.
  size_t Weighted(std::span<const uint16_t> weights) {
    uint32_t sum = 0;
    for (const uint16_t weight : weights) sum += weight;
    uint32_t left = Below(sum);
    size_t i = 0;
    while (left >= weights[i]) left -= weights[i++];
    return i;
  }

 private:
  static constexpr uint64_t kStep = 0x9E3779B97F4A7C15;
  static constexpr uint64_t Mix(uint64_t z) {
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
    return z ^ (z >> 31);
  }

  uint64_t state_;
};

}  // namespace mqlab

#endif  // MQLAB_SAMPLE_RANDOM_H_
