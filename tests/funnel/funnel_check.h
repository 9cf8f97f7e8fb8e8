#ifndef MQLAB_TESTS_FUNNEL_FUNNEL_CHECK_H_
#define MQLAB_TESTS_FUNNEL_FUNNEL_CHECK_H_

#include <cstdint>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "funnel/durations.h"
#include "funnel/plain_funnel.h"
#include "funnel/scope.h"
#include "funnel/stages.h"
#include "report/run.h"

namespace mqlab {

// Expects the reports of a run's funnel, and the leads behind their numbers, to
// be the plain ones.
class FunnelCheck {
 public:
  // `field`: that groups are made by. `run` must outlive it.
  FunnelCheck(const Run& run, std::string field);

  void All();
  // Leads behind numbers, in all.
  size_t listed() const { return listed_; }

 private:
  using Cell = nlohmann::json;

  // The leads found behind a number, and the number itself.
  void ExpectLeads(const std::vector<uint32_t>& found,
                   const plain::Leads& expected, uint64_t count);
  std::vector<uint32_t> Behind(const Grouping& grouping, const Cell& cell);

  void Groups();
  void Stages(const Grouping& grouping);
  void Reasons(const Grouping& grouping, uint32_t group,
               const plain::Leads& leads, const StagesOfGroup& found);
  void Sums();
  void Times(size_t stage);
  void Cohorts(size_t stage);
  void Recorded();

  const Run& run_;
  std::string field_;
  std::vector<plain::Lead> leads_;
  Scope scope_;
  Grouping grouping_;
  size_t stages_;
  size_t listed_ = 0;
};

void ExpectNear(const std::optional<double>& found,
                const std::optional<double>& expected);
void ExpectDays(const Durations& found, const plain::Days& expected);

}  // namespace mqlab

#endif  // MQLAB_TESTS_FUNNEL_FUNNEL_CHECK_H_
