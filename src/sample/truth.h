#ifndef MQLAB_SAMPLE_TRUTH_H_
#define MQLAB_SAMPLE_TRUTH_H_

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "sample/life.h"
#include "sample/sample.h"

namespace mqlab {

// What came of the leads, as far as the events tell it.
struct Outcome {
  uint32_t leads = 0;
  uint32_t quiet = 0;
  uint32_t accepted = 0;
  uint32_t rejected = 0;
  uint32_t opportunities = 0;
  uint32_t won = 0;
  uint32_t lost = 0;
};

struct Tally {
  Outcome all;
  std::array<Outcome, kNumSeniorities> by_seniority;
  std::array<Outcome, kNumChannels> by_channel;
  std::array<uint64_t, kEventTypes.size()> events{};

  void Add(const Person& person, const std::vector<LifeEvent>& life);
};

std::string WriteTruth(const SampleOptions& options, const Tally& tally);

}  // namespace mqlab

#endif  // MQLAB_SAMPLE_TRUTH_H_
