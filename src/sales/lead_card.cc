#include "sales/lead_card.h"

#include <algorithm>
#include <array>
#include <string>
#include <tuple>
#include <utility>

#include "base/heap_sort.h"
#include "funnel/rate_json.h"

namespace mqlab {
namespace {

constexpr std::array<std::string_view, 7> kFacts = {
    "first_name", "last_name", "company", "job_title",
    "industry",   "employees", "country"};

// The first field that a condition tests, and that the lead has; "" for none.
std::string_view FieldOf(const Run& run, uint32_t node, uint32_t lead) {
  const Program& program = run.program;
  const Node& code = program.nodes[node];
  if (code.kind == NodeKind::kField) {
    const uint32_t field = program.tests[code.a].field;
    if (run.binding->Cell(field, lead).empty()) return "";
    return program.fields[field].name;
  }
  if (code.kind == NodeKind::kScenario) {
    return FieldOf(run, program.scenarios[code.a], lead);
  }
  for (const uint32_t child : code.children) {
    const std::string_view field = FieldOf(run, child, lead);
    if (!field.empty()) return field;
  }
  return "";
}

std::string_view FieldOfRule(const Run& run, const RuleCode& rule,
                             uint32_t lead) {
  if (rule.field != kNoIndex) return run.program.fields[rule.field].name;
  if (rule.node != kNoIndex) return FieldOf(run, rule.node, lead);
  return "";
}

LeadCard::Act ActOf(const Run& run, const RuleLine& line, uint32_t lead) {
  const EventStore& events = run.dataset->events;
  const EventSpan span = events.log.Of(lead);
  const uint32_t last = span.begin + line.last_match;
  LeadCard::Act act = {
      line.rule,  line.points, line.matched,
      line.first, line.last,   events.types[span.block->type[last]],
      ""};
  const auto asset =
      std::ranges::find(events.properties, "asset", &Column::name);
  if (asset != events.properties.end()) {
    const auto column = static_cast<size_t>(asset - events.properties.begin());
    act.asset = asset->texts[span.block->properties[column][last]];
  }
  return act;
}

// Those that give most, ties in file order.
template <typename Line>
void KeepMost(std::vector<Line>* lines) {
  HeapSort(*lines,
           [](const Line& line) { return std::pair(-line.points, line.rule); });
  if (lines->size() > LeadCard::kMostLines) {
    lines->erase(lines->begin() + LeadCard::kMostLines, lines->end());
  }
}

JsonText WriteCells(const std::vector<LeadFields::Cell>& cells) {
  JsonText list = JsonText::List();
  for (const LeadFields::Cell& cell : cells) {
    JsonText item = JsonText::Object();
    item.Add("field", CellToJson(cell.field));
    item.Add("value", CellToJson(cell.value));
    list.Add(std::move(item));
  }
  return list;
}

JsonText WriteRule(const Run& run, uint32_t index, Millipoints points) {
  const Rule& rule = run.program.source.rules[run.program.rules[index].source];
  JsonText item = JsonText::Object();
  item.Add("rule", CellToJson(rule.id));
  item.Add("label", CellToJson(rule.label));
  item.Add("points", JsonText::Whole(points));
  return item;
}

JsonText WriteBy(const Run& run, const EnteredBy& by) {
  JsonText item = JsonText::Object();
  item.Add("behaviour", JsonText::Boolean(by.behaviour));
  item.Add("fields", JsonText::Boolean(by.fields));
  JsonText scenarios = JsonText::List();
  for (const uint32_t scenario : by.scenarios) {
    scenarios.Add(CellToJson(run.program.source.scenarios[scenario].id));
  }
  item.Add("scenarios", std::move(scenarios));
  return item;
}

JsonText WriteLeadClock(const LeadClock& clock) {
  constexpr std::array<std::string_view, 3> kNames = {"open", "met", "missed"};
  JsonText item = JsonText::Object();
  item.Add("state", JsonText::Text(kNames[static_cast<size_t>(clock.state)]));
  item.Add("due", JsonText::Whole(clock.due));
  item.Add("touched", WriteInstant(clock.touched));
  return item;
}

using History = std::vector<StageStep>;
// The step in which a lead last came into a stage. REQUIRES: it did.
History::const_iterator LastEntry(const History& history, int32_t stage) {
  auto last = history.end();
  for (auto step = history.begin(); step != history.end(); ++step) {
    const bool entered = step->event == StageEvent::kEntered ||
                         step->event == StageEvent::kPassed;
    if (entered && step->stage == stage) last = step;
  }
  return last;
}

}  // namespace

LeadCard MakeLeadCard(const Run& run, const HandOff& hand_off,
                      const BusinessTime& time, uint32_t lead) {
  const Explanation why = Explain(*run.binding, run.as_of, lead);
  LeadCard card;
  card.lead = lead;
  if (const Instant reached = hand_off.reached(lead); reached != kNever) {
    auto step = LastEntry(why.history, hand_off.stage());
    card.since = step->at;
    while (step->event != StageEvent::kEntered) ++step;
    card.by = step->by;
    card.clock = ClockOf(hand_off, time, run.as_of, reached,
                         hand_off.Since(reached, lead).touched);
  }
  card.last_event = LastEventTime(run.dataset->events.log, lead, run.as_of);
  card.contact = hand_off.contact().Of(lead);
  const LeadFields facts(run, kFacts);
  card.facts = facts.Of(lead);
  for (const RuleLine& line : why.rules) {
    if (line.points <= 0) continue;
    if (line.matched > 0) {
      card.acts.push_back(ActOf(run, line, lead));
      continue;
    }
    const std::string_view field =
        FieldOfRule(run, run.program.rules[line.rule], lead);
    if (field.empty()) continue;
    const auto cells = LeadFields(run, std::array{field}).Of(lead);
    card.traits.push_back({line.rule, line.points, field,
                           cells.empty() ? "" : cells.front().value});
  }
  KeepMost(&card.acts);
  KeepMost(&card.traits);
  return card;
}

JsonText WriteLeadCard(const Run& run, const LeadCard& card) {
  JsonText json = JsonText::Object();
  json.Add("lead", JsonText::Whole(card.lead));
  json.Add("id", CellToJson(run.dataset->leads.ids[card.lead]));
  json.Add("total", JsonText::Whole(run.table.total[card.lead]));
  json.Add("grade", CellToJson(Grade(run.program, run.table, card.lead)));
  json.Add("since", WriteInstant(card.since));
  json.Add("by", WriteBy(run, card.by));
  json.Add("lastEvent", WriteInstant(card.last_event));
  json.Add("contact", WriteCells(card.contact));
  json.Add("facts", WriteCells(card.facts));
  json.Add("clock", card.clock ? WriteLeadClock(*card.clock) : WriteNull());
  JsonText acts = JsonText::List();
  for (const LeadCard::Act& act : card.acts) {
    JsonText item = WriteRule(run, act.rule, act.points);
    item.Add("count", JsonText::Whole(act.count));
    item.Add("first", JsonText::Whole(act.first));
    item.Add("last", JsonText::Whole(act.last));
    item.Add("type", CellToJson(act.type));
    item.Add("asset", CellToJson(act.asset));
    acts.Add(std::move(item));
  }
  json.Add("acts", std::move(acts));
  JsonText traits = JsonText::List();
  for (const LeadCard::Trait& trait : card.traits) {
    JsonText item = WriteRule(run, trait.rule, trait.points);
    item.Add("field", CellToJson(trait.field));
    item.Add("value", CellToJson(trait.value));
    traits.Add(std::move(item));
  }
  json.Add("traits", std::move(traits));
  return json;
}

}  // namespace mqlab
