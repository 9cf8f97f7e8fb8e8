#ifndef MQLAB_TESTS_SCORING_REFERENCE_TALLY_H_
#define MQLAB_TESTS_SCORING_REFERENCE_TALLY_H_

// How often each feature was put to use, so that a comparison can tell whether
// its random cases reach everything.

#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <string_view>

namespace mqlab::reference {

class Tally {
 public:
  void Count(const char* what, bool outcome) {
    ++(outcome ? counts_ : missed_)[what];
  }
  void Add(const Tally& other) {
    for (const auto& [what, count] : other.counts_) counts_[what] += count;
    for (const auto& [what, count] : other.missed_) missed_[what] += count;
  }
  // What happened, or held.
  int64_t Happened(std::string_view what) const { return At(counts_, what); }
  // What was tried and did not hold.
  int64_t Missed(std::string_view what) const { return At(missed_, what); }

 private:
  using Counts = std::map<std::string, int64_t, std::less<>>;

  static int64_t At(const Counts& counts, std::string_view what) {
    const auto count = counts.find(what);
    return count == counts.end() ? 0 : count->second;
  }

  Counts counts_;
  Counts missed_;
};

}  // namespace mqlab::reference

#endif  // MQLAB_TESTS_SCORING_REFERENCE_TALLY_H_
