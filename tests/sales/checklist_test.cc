#include "sales/checklist.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "attribution/loaded_run.h"

namespace mqlab {
namespace {

using Json = nlohmann::json;

TEST(ChecklistTest, TellsWhatIsKnownAndWhatToAsk) {
  const LoadedRun run(
      R"({"scores": {"s": {}},
          "qualification": {
            "bant": {"label": "BANT", "at_least": 1, "items": [
              {"id": "budget", "label": "Budget",
               "when": {"event": "budget_confirmed"}, "ask": "How much?"},
              {"id": "need", "when": {"field": "need", "is_set": true}}]},
            "all": {"items": [
              {"id": "both", "when": {"scenario": "bant"}},
              {"id": "need", "when": {"field": "need", "is_set": true}}]}},
          "stages": [{"id": "sql", "enter": {"scenario": "bant"}}]})",
      "lead_id,need\na,\nb,much\nc,\n",
      "lead_id,time,type\na,2026-01-01,budget_confirmed\n");
  const auto card = [&](uint32_t lead) {
    JsonText json = JsonText::Object();
    AddChecklists(*run, CheckLead(*run, lead), &json);
    return Json::parse(json.Print())["checklists"];
  };
  EXPECT_EQ(card(0), Json::parse(R"([
    {"id": "bant", "label": "BANT", "needed": 1, "known": 1, "complete": true,
     "items": [
       {"id": "budget", "label": "Budget", "known": true, "ask": "How much?"},
       {"id": "need", "label": "", "known": false, "ask": ""}]},
    {"id": "all", "label": "", "needed": 2, "known": 1, "complete": false,
     "items": [
       {"id": "both", "label": "", "known": true, "ask": ""},
       {"id": "need", "label": "", "known": false, "ask": ""}]}])"));
  EXPECT_EQ(card(1)[1]["complete"], true);
  EXPECT_EQ(card(2)[0]["complete"], false);
  EXPECT_EQ(run->table.stage, (std::vector<int32_t>{0, 0, kNoStage}));
}

}  // namespace
}  // namespace mqlab
