#ifndef MQLAB_TESTS_ATTRIBUTION_LOADED_RUN_H_
#define MQLAB_TESTS_ATTRIBUTION_LOADED_RUN_H_

#include <gtest/gtest.h>

#include <string_view>

#include "engine/engine.h"

namespace mqlab {

// Rules over tables, scored as of the newest event.
class LoadedRun {
 public:
  LoadedRun(std::string_view rules, std::string_view leads,
            std::string_view events) {
    EXPECT_TRUE(engine_.Load({leads, {}}, TableInput{events, {}}).accepted);
    const RunReport report = engine_.Score(rules, {});
    EXPECT_TRUE(report.id);
    for (const Issue& issue : report.issues.issues()) {
      if (issue.severity == Severity::kError) {
        ADD_FAILURE() << IssueId(issue.code) << " " << issue.place.path;
      }
    }
    if (report.id) run_ = engine_.run(*report.id);
  }

  const Run& operator*() const { return *run_; }
  const Run* operator->() const { return run_; }

 private:
  Engine engine_;
  const Run* run_ = nullptr;
};

}  // namespace mqlab

#endif  // MQLAB_TESTS_ATTRIBUTION_LOADED_RUN_H_
