#ifndef MQLAB_TESTS_SCORING_REFERENCE_DECAY_H_
#define MQLAB_TESTS_SCORING_REFERENCE_DECAY_H_

#include <cstdint>

#include "rules/ruleset.h"

namespace mqlab::reference {

// What is left, in millionths, of an event of that age in days.
int64_t DecayFactor(const Decay& decay, int64_t age);

}  // namespace mqlab::reference

#endif  // MQLAB_TESTS_SCORING_REFERENCE_DECAY_H_
