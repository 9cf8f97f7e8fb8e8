#ifndef MQLAB_TESTS_SCORING_RANDOM_CASE_H_
#define MQLAB_TESTS_SCORING_RANDOM_CASE_H_

// Random rule files, leads and events that use every feature of model.md.

#include <cstdint>
#include <optional>
#include <string>

#include "scoring/reference_scorer.h"

namespace mqlab::reference {

struct RandomCase {
  uint64_t seed = 0;
  std::string rules;  // JSON
  RawData data;
  std::optional<int64_t> as_of;
};

RandomCase DrawCase(uint64_t seed);

// The data as comma-separated text.
std::string WriteLeads(const RawData& data);
std::string WriteEvents(const RawData& data);

// All of it, for people.
std::string Describe(const RandomCase& random_case);

}  // namespace mqlab::reference

#endif  // MQLAB_TESTS_SCORING_RANDOM_CASE_H_
