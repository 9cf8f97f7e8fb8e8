#ifndef MQLAB_SAMPLE_SAMPLE_H_
#define MQLAB_SAMPLE_SAMPLE_H_

// Seeded sample data: a believable B2B company. The same options give the same
// bytes on every platform (integers only; its own generator of numbers).

#include <cstdint>
#include <string>

namespace mqlab {

struct SampleOptions {
  uint64_t seed = 7;
  uint32_t leads = 5000;
};

struct Sample {
  std::string leads_csv;
  std::string events_csv;
  std::string costs_csv;
  std::string truth_json;  // what drives the outcome
};

Sample MakeSample(const SampleOptions& options);

}  // namespace mqlab

#endif  // MQLAB_SAMPLE_SAMPLE_H_
