#include <utility>

#include "funnel/rate_json.h"
#include "funnel/stages.h"

namespace mqlab {
namespace {

// `before`: leads that reached the stage before.
JsonText WriteStep(const FunnelStep& step, size_t stage, uint64_t before,
                   uint64_t all) {
  JsonText written = JsonText::Object();
  written.AddCount("stage", stage);
  written.AddCount("reached", step.reached);
  written.AddCount("now", step.now);
  written.Add("conversion", WriteRate(step.reached, before));
  written.Add("ofAll", WriteRate(step.reached, all));
  written.AddCount("next", step.next);
  written.AddCount("waiting", step.waiting);
  written.AddCount("fell", step.fell);
  written.AddCount("disqualified", step.disqualified);
  written.Add("days", WriteDurations(step.days));
  return written;
}

JsonText WriteReasons(const std::vector<ReasonCount>& reasons) {
  JsonText list = JsonText::List();
  for (const ReasonCount& reason : reasons) {
    JsonText written = JsonText::Object();
    written.Add("reason", CellToJson(reason.reason));
    written.AddCount("leads", reason.leads);
    list.Add(std::move(written));
  }
  return list;
}

JsonText WriteStagesOf(const StagesOfGroup& group, JsonText name) {
  JsonText written = JsonText::Object();
  written.Add("group", std::move(name));
  written.AddCount("leads", group.leads);
  JsonText without = JsonText::Object();
  without.AddCount("waiting", group.without_waiting);
  without.AddCount("disqualified", group.without_disqualified);
  written.Add("without", std::move(without));
  written.AddCount("recycles", group.recycles);
  written.AddCount("recycled", group.recycled);
  JsonText steps = JsonText::List();
  uint64_t before = group.leads;
  for (size_t stage = 0; stage < group.steps.size(); ++stage) {
    const FunnelStep& step = group.steps[stage];
    steps.Add(WriteStep(step, stage, before, group.leads));
    before = step.reached;
  }
  written.Add("steps", std::move(steps));
  const auto& qualified = group.mql_to_sql;
  written.Add("mqlToSql", qualified
                              ? WriteRate(qualified->sqls, qualified->mqls)
                              : WriteNull());
  written.Add("disqualified", WriteReasons(group.disqualified));
  written.AddCount("rejections", group.rejections);
  written.Add("rejected", WriteReasons(group.rejected));
  return written;
}

}  // namespace

JsonText WriteStages(const std::vector<StagesOfGroup>& groups,
                     const Grouping& grouping) {
  JsonText list = JsonText::List();
  for (uint32_t group = 0; group < groups.size(); ++group) {
    list.Add(WriteStagesOf(groups[group], WriteGroup(grouping, group)));
  }
  JsonText written = JsonText::Object();
  written.Add("groups", std::move(list));
  return written;
}

}  // namespace mqlab
