#ifndef MQLAB_TESTS_SCORING_RANDOM_SOURCE_H_
#define MQLAB_TESTS_SCORING_RANDOM_SOURCE_H_

// Draws that are the same on every platform (splitmix64), and the small
// domains from which the random cases take their values, so that conditions
// hold often.

#include <cstdint>
#include <string>
#include <vector>

#include "lead/field.h"

namespace mqlab::reference {

class Random {
 public:
  explicit Random(uint64_t seed) : state_(seed) {}

  uint64_t Next();
  // From 0 to n - 1.
  int64_t Below(int64_t n);
  int64_t Between(int64_t low, int64_t high) {
    return low + Below(high - low + 1);
  }
  bool Chance(int64_t percent) { return Below(100) < percent; }
  // One in n.
  bool Rarely(int64_t n) { return Below(n) == 0; }

  template <typename T>
  T Pick(const std::vector<T>& from) {
    return from[static_cast<size_t>(Below(static_cast<int64_t>(from.size())))];
  }

 private:
  uint64_t state_;
};

// A field of leads or a property of events.
struct RandomField {
  std::string name;
  FieldType kind = FieldType::kText;  // what its cells are
  bool declared = false;
  FieldType declared_as = FieldType::kText;
  bool column = true;
  bool digits = false;  // booleans: written as 0 and 1
  int64_t missing_percent = 15;
  int64_t unfit_per_mille = 0;
};

struct RandomDomain {
  int64_t start = 0;  // instants lie in [start, start + days)
  int64_t days = 60;
  bool huge = false;  // points and factors so large that sums may overflow
  std::vector<RandomField> fields;
  std::vector<RandomField> properties;
};

RandomDomain DrawDomain(Random* random);

int64_t DrawInstant(Random* random, const RandomDomain& domain);
std::string WriteInstant(Random* random, int64_t instant);

// A cell, perhaps missing or unfit.
std::string DrawCell(Random* random, const RandomDomain& domain,
                     const RandomField& field);
// A fitting text for a cell or a value of the rule file.
std::string DrawText(Random* random, const RandomDomain& domain,
                     const RandomField& field);

}  // namespace mqlab::reference

#endif  // MQLAB_TESTS_SCORING_RANDOM_SOURCE_H_
