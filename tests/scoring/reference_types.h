#ifndef MQLAB_TESTS_SCORING_REFERENCE_TYPES_H_
#define MQLAB_TESTS_SCORING_REFERENCE_TYPES_H_

// The types of the fields and properties that a rule file uses, and its values
// read as cells of those types.

#include <map>
#include <string>
#include <vector>

#include "rules/ruleset.h"
#include "scoring/reference_scorer.h"
#include "scoring/reference_value.h"

namespace mqlab::reference {

struct Types {
  std::map<std::string, FieldType> fields;
  std::map<std::string, FieldType> properties;
  std::map<const Literal*, Value> literals;  // those read as cells
  std::vector<std::string> faults;
};

Types DecideTypes(const Ruleset& ruleset, const RawData& data);

bool HasOperator(FieldType type, Op op);

}  // namespace mqlab::reference

#endif  // MQLAB_TESTS_SCORING_REFERENCE_TYPES_H_
