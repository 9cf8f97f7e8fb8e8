#ifndef MQLAB_TESTS_SCORING_RANDOM_EDIT_H_
#define MQLAB_TESTS_SCORING_RANDOM_EDIT_H_

#include <random>
#include <string>

namespace mqlab::reference {

// The rule file after one edit of the kinds that people make; now and then one
// that changes nothing, or is refused.
std::string EditRules(const std::string& rules, std::mt19937_64* random);

}  // namespace mqlab::reference

#endif  // MQLAB_TESTS_SCORING_RANDOM_EDIT_H_
