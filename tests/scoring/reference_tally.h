#ifndef MQLAB_TESTS_SCORING_REFERENCE_TALLY_H_
#define MQLAB_TESTS_SCORING_REFERENCE_TALLY_H_

// How often each feature was put to use, so that a comparison can tell whether
// its random cases reach everything.

#include <cstdint>
#include <map>
#include <string>

namespace mqlab::reference {

class Tally {
 public:
  void Count(const char* what) { ++counts_[what]; }
  void Count(const char* what, bool outcome) {
    ++(outcome ? counts_ : missed_)[what];
  }
  void Add(const Tally& other) {
    for (const auto& [what, count] : other.counts_) counts_[what] += count;
    for (const auto& [what, count] : other.missed_) missed_[what] += count;
  }
  // What happened, or held; and what was tried and did not hold.
  const std::map<std::string, int64_t, std::less<>>& counts() const {
    return counts_;
  }
  const std::map<std::string, int64_t, std::less<>>& missed() const {
    return missed_;
  }

 private:
  std::map<std::string, int64_t, std::less<>> counts_;
  std::map<std::string, int64_t, std::less<>> missed_;
};

}  // namespace mqlab::reference

#endif  // MQLAB_TESTS_SCORING_REFERENCE_TALLY_H_
