#ifndef MQLAB_TESTS_SCORING_COMPARISON_H_
#define MQLAB_TESTS_SCORING_COMPARISON_H_

// The engine and the judge on the same case.

#include <cstdint>
#include <string>

#include "lead/event_log.h"
#include "rules/parse.h"
#include "scoring/program.h"
#include "scoring/random_case.h"
#include "scoring/reference_scorer.h"
#include "scoring/score.h"

namespace mqlab::reference {

// The way of a case through the engine. Pointers into it: it stays put.
struct EngineRun {
  explicit EngineRun(const RandomCase& random_case);

  std::string rejected;  // by the readers of rules or data; nothing else then
  ParsedRuleset parsed;
  Dataset dataset;
  CompiledProgram compiled;
  ScoreResult result;
};

struct Comparison {
  std::string rejected;
  std::string difference;  // "" when they agree
  ReferenceResult judged;
};
Comparison Compare(const RandomCase& random_case);

// How many cases a test draws: MQLAB_RANDOM_CASES where it is set, else
// `native`, of which a fifth in a slow build.
int64_t CasesToDraw(int64_t native);
// MQLAB_RANDOM_SEED where it is set.
uint64_t FirstSeed(uint64_t otherwise);

// Takes away parts of the case while the two still differ.
RandomCase Shrink(const RandomCase& random_case);

}  // namespace mqlab::reference

#endif  // MQLAB_TESTS_SCORING_COMPARISON_H_
