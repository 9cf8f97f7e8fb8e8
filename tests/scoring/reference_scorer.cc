#include "scoring/reference_scorer.h"

#include <algorithm>
#include <set>

#include "scoring/reference_conditions.h"
#include "scoring/reference_rules.h"
#include "scoring/reference_text.h"
#include "scoring/reference_types.h"

namespace mqlab::reference {
namespace {

// ---- Section 1: the data

struct DatedEvent {
  const RawEvent* raw;
  int64_t time;
};

// Those with a lead id, a type and a readable time, in file order.
std::vector<DatedEvent> UsableEvents(const RawData& data) {
  std::vector<DatedEvent> usable;
  for (const RawEvent& event : data.events) {
    const std::optional<int64_t> time = ReadInstant(Trim(event.time));
    if (Trim(event.lead_id).empty() || Trim(event.type).empty()) continue;
    if (time.has_value()) usable.push_back({&event, *time});
  }
  return usable;
}

std::map<std::string, Value> ReadCells(
    const std::map<std::string, FieldType>& types,
    const std::map<std::string, std::string>& cells) {
  std::map<std::string, Value> values;
  for (const auto& [name, type] : types) {
    const auto cell = cells.find(name);
    if (cell == cells.end()) continue;
    const std::optional<Value> value = ReadCell(type, cell->second);
    if (value.has_value()) values[name] = *value;
  }
  return values;
}

// Distinct ids in the order of first rows; the later row's values win.
std::vector<LeadData> MergeLeads(const Types& types, const RawData& data) {
  std::vector<LeadData> leads;
  for (const RawLead& row : data.leads) {
    const std::string id = Trim(row.id);
    if (id.empty()) continue;
    auto lead = std::find_if(leads.begin(), leads.end(),
                             [&](const LeadData& l) { return l.id == id; });
    if (lead == leads.end()) {
      leads.push_back({id, {}, {}, std::nullopt});
      lead = leads.end() - 1;
    }
    for (const auto& [name, value] : ReadCells(types.fields, row.cells)) {
      lead->fields[name] = value;
    }
  }
  return leads;
}

void AddEvents(const Types& types, const std::vector<DatedEvent>& events,
               LeadData* lead) {
  for (const DatedEvent& event : events) {
    if (Trim(event.raw->lead_id) != lead->id) continue;
    lead->events.push_back(
        {event.time, Trim(event.raw->type),
         ReadCells(types.properties, event.raw->properties)});
  }
  std::stable_sort(
      lead->events.begin(), lead->events.end(),
      [](const LeadEvent& a, const LeadEvent& b) { return a.time < b.time; });
}

// ---- Which scores stages and disqualification ask for

class ScoreCollector {
 public:
  explicit ScoreCollector(const Ruleset& ruleset) : ruleset_(ruleset) {
    for (const Disqualification& one : ruleset.disqualify) Add(one.when);
    for (const Stage& stage : ruleset.stages) {
      Add(stage.enter);
      if (stage.leave.has_value()) Add(*stage.leave);
    }
  }

  std::set<std::string> names;  // "total" as well

 private:
  void Add(const Condition& condition) {
    std::visit([this](const auto& test) { AddTest(test); }, condition.test);
  }
  void AddTest(const Combination& combination) {
    for (const Condition& part : combination.of) Add(part);
  }
  void AddTest(const ScenarioTest& test) {
    for (const Scenario& scenario : ruleset_.scenarios) {
      if (scenario.id == test.scenario) Add(scenario.condition);
    }
    for (const Checklist& list : ruleset_.qualification) {
      if (list.id != test.scenario) continue;
      for (const ChecklistItem& item : list.items) Add(item.when);
    }
  }
  void AddTest(const ScoreTest& test) { names.insert(test.score); }
  void AddTest(const BandTest& test) { names.insert(test.score); }
  void AddTest(const FieldTest&) {}
  void AddTest(const EventTest&) {}
  void AddTest(const IdleTest&) {}
  void AddTest(const SequenceTest&) {}
  void AddTest(const StageTest&) {}

  const Ruleset& ruleset_;
};

// ---- Section 5: the life of a lead

class Life {
 public:
  Life(const World& world, const LeadData& lead, int64_t as_of,
       const std::set<std::string>& asked)
      : ruleset_(*world.ruleset),
        tally_(world.tally),
        as_of_(as_of),
        asked_(asked) {
    moment_.world = &world;
    moment_.lead = &lead;
    result_.id = lead.id;
    result_.reached.resize(ruleset_.stages.size());
    result_.entries.resize(ruleset_.stages.size());
    came_.resize(ruleset_.stages.size());
  }

  ReferenceLead Live() {
    for (const int64_t t : Instants()) LiveAt(t);
    AddScores();
    if (!result_.reasons.empty()) {
      result_.stage = "disqualified";
    } else if (stage_ >= 0) {
      result_.stage = ruleset_.stages[static_cast<size_t>(stage_)].id;
      result_.since = came_[static_cast<size_t>(stage_)];
    }
    return result_;
  }

 private:
  std::set<int64_t> Instants() const {
    std::set<int64_t> instants = {as_of_};
    const std::optional<int64_t> created = moment_.lead->created;
    if (created.has_value() && *created <= as_of_) instants.insert(*created);
    for (const LeadEvent& event : moment_.lead->events) {
      if (event.time <= as_of_) instants.insert(event.time);
    }
    return instants;
  }

  void ComputeScores() {
    const bool all = moment_.t == as_of_ || asked_.contains("total");
    moment_.scores.assign(ruleset_.scores.size(), std::nullopt);
    for (size_t i = 0; i < ruleset_.scores.size(); ++i) {
      const mqlab::Score& score = ruleset_.scores[i];
      if (all || asked_.contains(score.id)) {
        moment_.scores[i] = PointsOfScore(moment_, score);
      }
    }
    moment_.total = std::nullopt;
    if (all) moment_.total = TotalOf(moment_);
  }

  void LiveAt(int64_t t) {
    moment_.t = t;
    ComputeScores();
    result_.reasons.clear();
    for (const Disqualification& one : ruleset_.disqualify) {
      if (Holds(moment_, one.when)) result_.reasons.push_back(one.reason);
    }
    tally_->Count("disqualified", !result_.reasons.empty());
    if (!result_.reasons.empty()) return;  // the stage below it stays
    FallIfLeft();
    MoveUp();
  }

  bool LeaveHolds(int64_t stage) const {
    const std::optional<Condition>& leave =
        ruleset_.stages[static_cast<size_t>(stage)].leave;
    return leave.has_value() && Holds(moment_, *leave);
  }

  void FallIfLeft() {
    if (stage_ < 0) return;
    tally_->Count("leave", LeaveHolds(stage_));
    if (!LeaveHolds(stage_)) return;
    do {
      --stage_;
    } while (stage_ >= 0 && LeaveHolds(stage_));
    ++result_.recycles;
    tally_->Count("falls to none", stage_ < 0);
  }

  void MoveUp() {
    const auto end = static_cast<int64_t>(ruleset_.stages.size());
    for (int64_t next = stage_ + 1; next < end; ++next) {
      const Condition& enter = ruleset_.stages[static_cast<size_t>(next)].enter;
      if (!Holds(moment_, enter)) continue;
      tally_->Count("enter holds but leave too", LeaveHolds(next));
      if (LeaveHolds(next)) continue;
      tally_->Count("passes over stages", next > stage_ + 1);
      while (stage_ < next) Enter(++stage_);
    }
  }

  void Enter(int64_t stage) {
    const auto i = static_cast<size_t>(stage);
    tally_->Count("enters again", result_.entries[i] > 0);
    ++result_.entries[i];
    if (!result_.reached[i].has_value()) result_.reached[i] = moment_.t;
    came_[i] = moment_.t;
    moment_.reached.insert(ruleset_.stages[i].id);
  }

  // The moment is T's now.
  void AddScores() {
    for (size_t i = 0; i < ruleset_.scores.size(); ++i) {
      const int64_t points = moment_.scores[i].value();
      result_.scores.push_back(points);
      result_.bands.push_back(BandOf(ruleset_.scores[i], points));
      result_.grade += result_.bands.back();
    }
    result_.total = moment_.total.value();
    for (const Rule& rule : ruleset_.rules) {
      if (!rule.enabled) continue;
      result_.rule_points[rule.id] = PointsOfRule(moment_, rule);
      result_.event_parts[rule.id] = PartsOfRule(moment_, rule);
    }
  }

  const Ruleset& ruleset_;
  Tally* tally_;
  int64_t as_of_;
  const std::set<std::string>& asked_;
  Moment moment_;
  int64_t stage_ = -1;
  std::vector<int64_t> came_;  // by stage: into it, last
  ReferenceLead result_;
};

int64_t AsOf(const std::vector<DatedEvent>& events,
             std::optional<int64_t> as_of) {
  if (as_of.has_value()) return *as_of;
  int64_t newest = events.at(0).time;
  for (const DatedEvent& event : events) newest = std::max(newest, event.time);
  return newest;
}

}  // namespace

ReferenceResult ScoreByReference(const Ruleset& ruleset, const RawData& data,
                                 std::optional<int64_t> as_of) {
  const std::vector<DatedEvent> events = UsableEvents(data);
  ReferenceResult result;
  result.as_of = AsOf(events, as_of);
  const Types types = DecideTypes(ruleset, data);
  result.faults = types.faults;
  if (!result.faults.empty()) return result;

  const std::set<std::string> asked = ScoreCollector(ruleset).names;
  const World world{&ruleset, &types, &result.tally, &result.overflow};
  for (LeadData& lead : MergeLeads(types, data)) {
    AddEvents(types, events, &lead);
    const auto created = lead.fields.find(ruleset.created_field);
    if (created != lead.fields.end()) lead.created = created->second.instant;
    result.leads.push_back(Life(world, lead, result.as_of, asked).Live());
  }
  return result;
}

}  // namespace mqlab::reference
