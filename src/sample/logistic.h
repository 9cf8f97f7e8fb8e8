#ifndef MQLAB_SAMPLE_LOGISTIC_H_
#define MQLAB_SAMPLE_LOGISTIC_H_

#include <array>
#include <cstddef>
#include <cstdint>

namespace mqlab {

// The chance, in ten-thousandths, whose log-odds are so many thousandths:
// 10000 / (1 + exp(-x / 1000)), straight lines between halves of log-odds.
constexpr uint32_t Logistic(int32_t thousandths) {
  constexpr std::array<uint32_t, 14> kAt = {5000, 6225, 7311, 8176, 8808,
                                            9241, 9526, 9707, 9820, 9890,
                                            9933, 9959, 9975, 9975};
  if (thousandths < 0) return 10'000 - Logistic(-thousandths);
  const auto x = static_cast<uint32_t>(thousandths < 6000 ? thousandths : 6000);
  const size_t i = x / 500;
  return kAt[i] + (kAt[i + 1] - kAt[i]) * (x % 500) / 500;
}

}  // namespace mqlab

#endif  // MQLAB_SAMPLE_LOGISTIC_H_
