#include "review/answer.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "attribution/channels.h"
#include "attribution/content_report.h"
#include "funnel/cohorts.h"
#include "funnel/recorded.h"
#include "funnel/request.h"
#include "funnel/roles.h"
#include "funnel/scope.h"
#include "funnel/stages.h"
#include "funnel/times.h"
#include "json/json_text.h"
#include "json/json_tree.h"
#include "review/checks.h"
#include "review/monthly_review.h"
#include "sales/checklist.h"
#include "sales/clock.h"
#include "sales/fading.h"
#include "sales/lead_card.h"
#include "sales/nurture.h"
#include "sales/queue.h"

namespace mqlab {
namespace {

using Leads = std::vector<uint32_t>;

constexpr const char* kNoSuchStage = "no such stage";

// A request, and what reports need of it.
struct Inquiry {
  const AnswerInput& input;
  const JsonValue& request;
  const Run& run = input.run;
  Period period = ReadPeriod(request);
  // The cell whose leads are asked for; null for the report itself.
  const JsonValue* cell = nullptr;
  const char* fault = nullptr;

  Scope ScopeFrom(int32_t stage) const {
    return MakeScope(run, input.selection, stage, period);
  }
  // Empty without such a stage.
  Scope ScopeOfStage(int32_t stage) const {
    if (stage == kNoStage) return {};
    return ScopeFrom(stage);
  }
  // kNoStage for null.
  int32_t StageAt(std::string_view key) {
    const JsonMember* member = request.Find(key);
    if (member == nullptr || member->value.kind == JsonValue::Kind::kNull) {
      return kNoStage;
    }
    const int32_t stage = FindStage(run.program.source, TextAt(request, key));
    if (stage == kNoStage) fault = kNoSuchStage;
    return stage;
  }
  // There must be one.
  int32_t StageTo() {
    const int32_t stage = StageAt("to");
    if (stage == kNoStage) fault = kNoSuchStage;
    return stage;
  }
  // The rows that are asked for.
  size_t RowAt(std::string_view key) const {
    return static_cast<size_t>(
        std::max<int64_t>(0, WholeAt(request, key).value_or(0)));
  }
};

// A report, or the leads of a cell of it.
struct Told {
  std::optional<JsonText> report;
  Leads leads;

  Told(JsonText json) : report(std::move(json)) {}  // NOLINT: of either
  Told(Leads list) : leads(std::move(list)) {}      // NOLINT
};

TouchedBy TouchOf(std::string_view name) {
  return name == "campaign"  ? TouchedBy::kCampaign
         : name == "content" ? TouchedBy::kContent
                             : TouchedBy::kChannel;
}

Grouping GroupAsked(const Inquiry& asked, const Scope& scope) {
  const JsonMember* by = asked.request.Find("by");
  if (by != nullptr) {
    const std::string_view field = TextAt(by->value, "field");
    if (!field.empty()) return GroupByField(asked.run, field, scope);
    const std::string_view touch = TextAt(by->value, "touch");
    if (!touch.empty()) {
      return GroupByFirstTouch(asked.run, TouchOf(touch), scope);
    }
  }
  return GroupAll(asked.run);
}

// Pairs of an instant and the minutes east of UTC from then on.
std::vector<ZoneOffset> ReadZone(const JsonValue& request) {
  std::vector<ZoneOffset> offsets;
  const JsonMember* zone = request.Find("zone");
  if (zone == nullptr) return offsets;
  for (const JsonValue& pair : zone->value.items) {
    if (pair.items.size() != 2) continue;
    const auto from = WholeOf(pair.items[0]);
    const auto minutes = WholeOf(pair.items[1]);
    if (!from || !minutes) continue;
    offsets.push_back({*from, static_cast<int32_t>(*minutes)});
  }
  return offsets;
}

BusinessTime TimeOf(const Inquiry& asked) {
  const std::optional<Sla>& sla = asked.run.program.source.sla;
  return BusinessTime(sla ? sla->business_hours : std::nullopt,
                      ReadZone(asked.request));
}

Told TellStages(Inquiry& asked) {
  const Scope scope = asked.ScopeFrom(kNoStage);
  const Grouping grouping = GroupAsked(asked, scope);
  if (asked.cell) return LeadsOfStages(asked.run, scope, grouping, *asked.cell);
  return WriteStages(CountStages(asked.run, scope, grouping), grouping);
}

Told TellTimes(Inquiry& asked) {
  const Scope scope = asked.ScopeFrom(asked.StageAt("from"));
  const int32_t to = asked.StageTo();
  if (to == kNoStage) return Leads{};
  const Grouping grouping = GroupAsked(asked, scope);
  if (asked.cell) return LeadsOfTimes(scope, grouping, *asked.cell);
  return WriteTimes(MeasureTimes(asked.run, scope, grouping, to), grouping);
}

Told TellCohorts(Inquiry& asked) {
  const Scope scope = asked.ScopeFrom(asked.StageAt("from"));
  const int32_t to = asked.StageTo();
  if (to == kNoStage) return Leads{};
  if (asked.cell) return LeadsOfCohorts(asked.run, scope, to, *asked.cell);
  return WriteCohorts(MakeCohorts(asked.run, scope, to),
                      TimesOf(asked.run, scope.leads, scope, to));
}

Told TellRecorded(Inquiry& asked) {
  const Scope scope = asked.ScopeFrom(kNoStage);
  if (asked.cell) return LeadsOfRecorded(asked.run, scope, *asked.cell);
  return WriteRecorded(CompareWithRecord(asked.run, scope));
}

Told TellQueue(Inquiry& asked) {
  const HandOff hand_off(asked.run);
  const Queue queue = MakeQueue(asked.run, hand_off, asked.input.selection);
  const std::string_view name =
      asked.cell ? TextAt(*asked.cell, "set") : TextAt(asked.request, "list");
  const bool anonymous = name == "anonymous";
  const Leads& list = anonymous ? queue.anonymous : queue.contactable;
  if (asked.cell) return list;
  const Leads& others = anonymous ? queue.contactable : queue.anonymous;
  return WriteQueue(asked.run, hand_off, TimeOf(asked), list, others.size(),
                    asked.RowAt("begin"), asked.RowAt("end"));
}

Told TellClock(Inquiry& asked) {
  const HandOff hand_off(asked.run);
  const Scope scope = asked.ScopeOfStage(hand_off.stage());
  const BusinessTime time = TimeOf(asked);
  if (!asked.cell) {
    return WriteClock(MakeClock(asked.run, hand_off, time, scope));
  }
  const std::string_view set = TextAt(*asked.cell, "set");
  return LeadsOfClock(asked.run, hand_off, time, scope,
                      set == "met"      ? ClockState::kMet
                      : set == "missed" ? ClockState::kMissed
                                        : ClockState::kOpen);
}

Told TellCard(Inquiry& asked) {
  const int64_t lead = WholeAt(asked.request, "lead").value_or(-1);
  if (lead < 0 || lead >= asked.run.table.num_leads) {
    asked.fault = "no such lead";
    return Leads{};
  }
  const auto index = static_cast<uint32_t>(lead);
  const HandOff hand_off(asked.run);
  JsonText card = WriteLeadCard(
      asked.run, MakeLeadCard(asked.run, hand_off, TimeOf(asked), index));
  AddChecklists(asked.run, CheckLead(asked.run, index), &card);
  return card;
}

Told TellNurture(Inquiry& asked) {
  const Scope scope = asked.ScopeFrom(kNoStage);
  const NurtureReport report = MakeNurture(
      asked.run, HandOff(asked.run), FindContentUses(asked.run), scope.leads);
  if (!asked.cell) return WriteNurture(asked.run, report);
  if (TextAt(*asked.cell, "set") == "withoutTrack") return report.without_track;
  const JsonMember* next = asked.cell->Find("next");
  const bool has_next =
      next != nullptr && next->value.kind == JsonValue::Kind::kText;
  const NurtureSegment* segment =
      FindSegment(asked.run, report, TextAt(*asked.cell, "track"),
                  TextAt(*asked.cell, "step"),
                  has_next ? std::optional<std::string_view>(next->value.text)
                           : std::nullopt);
  return segment == nullptr ? Leads{} : segment->leads;
}

Told TellFading(Inquiry& asked) {
  const Scope scope = asked.ScopeFrom(kNoStage);
  const size_t end = asked.RowAt("end");
  const std::vector<FadingLead> fading =
      FindFading(asked.run, scope.leads, end);
  if (!asked.cell) {
    return WriteFading(asked.run, fading, asked.RowAt("begin"), end);
  }
  Leads leads;
  for (const FadingLead& each : fading) leads.push_back(each.lead);
  return leads;
}

Told TellChannels(Inquiry& asked) {
  const Scope scope = asked.ScopeFrom(kNoStage);
  const TouchedBy by = TouchOf(TextAt(asked.request, "by"));
  if (!asked.cell) {
    return WriteChannels(FindChannels(
        asked.run, scope, {by, asked.period, asked.StageAt("conversion")},
        asked.input.costs));
  }
  constexpr std::array<std::string_view, 4> kSets = {"leads", "mql", "sql",
                                                     "customers"};
  const auto set = static_cast<size_t>(
      std::ranges::find(kSets, TextAt(*asked.cell, "set")) - kSets.begin());
  const auto group =
      static_cast<uint32_t>(WholeAt(*asked.cell, "group").value_or(-1));
  if (set == kSets.size()) return Leads{};
  return ListChannel(asked.run, scope, by, group, static_cast<ChannelSet>(set));
}

Told TellContents(Inquiry& asked) {
  const Scope scope = asked.ScopeFrom(kNoStage);
  if (!asked.cell) return WriteContents(FindContents(asked.run, scope));
  return ListContent(asked.run, scope, TextAt(*asked.cell, "content"));
}

Told TellChecks(Inquiry& asked) {
  const int32_t mql = FindRoles(asked.run.program.source).mql;
  std::vector<Check> checks =
      FindChecks(asked.run, TimeOf(asked), asked.ScopeFrom(kNoStage),
                 asked.ScopeOfStage(mql), asked.input.selection);
  if (asked.cell) return LeadsOfChecks(std::move(checks), *asked.cell);
  return WriteChecks(checks);
}

Told TellReview(Inquiry& asked) {
  const int32_t mql = FindRoles(asked.run.program.source).mql;
  const Scope scope = asked.ScopeOfStage(mql);
  if (asked.cell) return LeadsOfReview(asked.run, scope, *asked.cell);
  return WriteReview(MakeReview(asked.run, scope, asked.input.costs));
}

struct Report {
  std::string_view name;
  Told (*tell)(Inquiry& asked);
};
constexpr std::array<Report, 13> kReports = {{{"stages", TellStages},
                                              {"times", TellTimes},
                                              {"cohorts", TellCohorts},
                                              {"recorded", TellRecorded},
                                              {"queue", TellQueue},
                                              {"clock", TellClock},
                                              {"card", TellCard},
                                              {"nurture", TellNurture},
                                              {"fading", TellFading},
                                              {"channels", TellChannels},
                                              {"contents", TellContents},
                                              {"checks", TellChecks},
                                              {"review", TellReview}}};

// Not as JsonText: there may be a million.
std::string WriteLeads(const Leads& leads) {
  std::string json = R"({"leads":[)";
  for (const uint32_t lead : leads) {
    if (json.back() != '[') json += ',';
    json += std::to_string(lead);
  }
  return json + "]}";
}

std::string Fault(std::string_view why) {
  JsonText json = JsonText::Object();
  json.Add("fault", JsonText::Text(why));
  return json.Print();
}

}  // namespace

std::string Answer(const AnswerInput& input, std::string_view request) {
  IssueList issues;
  const std::optional<JsonValue> json = ParseJson(request, issues);
  if (!json || json->kind != JsonValue::Kind::kObject) return Fault("no JSON");
  const auto report =
      std::ranges::find(kReports, TextAt(*json, "report"), &Report::name);
  if (report == kReports.end()) return Fault("no such report");
  Inquiry asked{.input = input, .request = *json};
  if (const JsonMember* cell = json->Find("leads")) asked.cell = &cell->value;
  const Told told = report->tell(asked);
  if (asked.fault != nullptr) return Fault(asked.fault);
  return told.report ? told.report->Print() : WriteLeads(told.leads);
}

}  // namespace mqlab
