#ifndef MQLAB_SCORING_SIGNATURE_H_
#define MQLAB_SCORING_SIGNATURE_H_

// Texts that say all that a part of a program computes from the data, whatever
// its place in the program: two parts with the same signature, over the same
// data and as of the same instant, give the same.

#include <cstdint>
#include <string>

#include "scoring/program.h"

namespace mqlab {

// Of what a rule counts for each lead, before its points and max_points.
std::string CountSignature(const Program& program, uint32_t rule);

// Of what a rule gives, and to which score or group.
std::string PointsSignature(const Program& program, uint32_t rule);

// Of all that makes stages but the rules and the numbers of score tests:
// stages, disqualifications, scores and groups.
std::string StageSignature(const Program& program);

// Of a test, whatever its field.
std::string TestSignature(const TestCode& test);

}  // namespace mqlab

#endif  // MQLAB_SCORING_SIGNATURE_H_
