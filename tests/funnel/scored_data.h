#ifndef MQLAB_TESTS_FUNNEL_SCORED_DATA_H_
#define MQLAB_TESTS_FUNNEL_SCORED_DATA_H_

// Rules and tables as text, scored; and leads by their ids.

#include <gtest/gtest.h>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/engine.h"
#include "funnel/scope.h"
#include "json/json_tree.h"

namespace mqlab {

class ScoredData {
 public:
  // Without an instant the newest event is taken.
  ScoredData(std::string_view rules, std::string_view leads,
             std::string_view events, std::string_view as_of = "") {
    ReadOptions plain;
    plain.dialect = CsvDialect{};
    std::optional<TableInput> event_table;
    if (!events.empty()) event_table = {events, plain};
    engine_.Load({leads, plain}, event_table);
    RunOptions options;
    if (!as_of.empty()) options.as_of = ParseInstant(as_of);
    id_ = engine_.Score(rules, options).id;
  }

  bool scored() const { return id_.has_value(); }
  const Run& run() const { return *engine_.run(*id_); }
  Scope All(int32_t stage = kNoStage) const {
    return MakeScope(run(), nullptr, stage, {});
  }
  // "a b": in file order.
  std::string Ids(const std::vector<uint32_t>& leads) const {
    std::string ids;
    for (const uint32_t lead : leads) {
      if (!ids.empty()) ids += ' ';
      ids += run().dataset->leads.ids[lead];
    }
    return ids;
  }

 private:
  Engine engine_;
  std::optional<RunId> id_;
};

inline JsonValue Json(std::string_view text) {
  IssueList issues;
  return ParseJson(text, issues).value_or(JsonValue{});
}

}  // namespace mqlab

#endif  // MQLAB_TESTS_FUNNEL_SCORED_DATA_H_
