#include "scoring/reference_conditions.h"

#include <algorithm>
#include <cstdlib>

#include "scoring/reference_text.h"

namespace mqlab::reference {
namespace {

// ---- Field tests

bool StartsWith(const std::string& text, const std::string& value) {
  return text.substr(0, value.size()) == value;
}

bool EndsWith(const std::string& text, const std::string& value) {
  return text.size() >= value.size() &&
         text.substr(text.size() - value.size()) == value;
}

bool HasWords(const std::string& text, const std::string& value) {
  const std::vector<std::string> words = Words(text);
  const std::vector<std::string> wanted = Words(value);
  if (wanted.empty()) return false;
  for (size_t start = 0; start + wanted.size() <= words.size(); ++start) {
    if (std::equal(wanted.begin(), wanted.end(), words.begin() + start)) {
      return true;
    }
  }
  return false;
}

bool TextHolds(Op op, const std::string& text, const std::string& value) {
  switch (op) {
    case Op::kEq:
    case Op::kNe:
    case Op::kIn:
    case Op::kNotIn:
      return text == value;
    case Op::kContains:
      return text.find(value) != std::string::npos;
    case Op::kStartsWith:
      return StartsWith(text, value);
    case Op::kEndsWith:
      return EndsWith(text, value);
    case Op::kHasWord:
      return HasWords(text, value);
    default:
      std::abort();
  }
}

// One value against those of the test: true when it is so for any of them.
bool AnyValueHolds(const Types& types, const FieldTest& test, FieldType type,
                   const Value& cell) {
  for (const Literal& literal : test.values) {
    const Value& value = types.literals.at(&literal);
    if (type == FieldType::kText) {
      if (TextHolds(test.op, cell.text, value.text)) return true;
    } else if (type == FieldType::kList) {
      for (const std::string& element : cell.list) {
        if (TextHolds(test.op, element, value.text)) return true;
      }
    } else if (Equal(type, cell, value)) {
      return true;
    }
  }
  return false;
}

template <typename T>
bool OrderHolds(Op op, T x, T a, T b) {
  switch (op) {
    case Op::kLt:
      return x < a;
    case Op::kLe:
      return x <= a;
    case Op::kGt:
      return x > a;
    case Op::kGe:
      return x >= a;
    case Op::kBetween:
      return a <= x && x <= b;
    default:
      std::abort();
  }
}

bool ComparisonHolds(const Types& types, const FieldTest& test, FieldType type,
                     const Value& cell) {
  const Value& a = types.literals.at(&test.values.front());
  const Value& b = types.literals.at(&test.values.back());
  if (type == FieldType::kNumber) {
    return OrderHolds(test.op, cell.number, a.number, b.number);
  }
  return OrderHolds(test.op, cell.instant, a.instant, b.instant);
}

// `value`: nullptr when missing. `now`: what ages are counted to.
bool FieldTestHolds(const Types& types, const FieldTest& test, FieldType type,
                    const Value* value, int64_t now) {
  if (test.op == Op::kIsSet) {
    return (value != nullptr) == (test.values.at(0).text == "true");
  }
  if (value == nullptr) return test.op == Op::kNe || test.op == Op::kNotIn;
  switch (test.op) {
    case Op::kEq:
    case Op::kIn:
    case Op::kContains:
    case Op::kStartsWith:
    case Op::kEndsWith:
    case Op::kHasWord:
      return AnyValueHolds(types, test, type, *value);
    case Op::kNe:
    case Op::kNotIn:
      return !AnyValueHolds(types, test, type, *value);
    case Op::kLt:
    case Op::kLe:
    case Op::kGt:
    case Op::kGe:
    case Op::kBetween:
      return ComparisonHolds(types, test, type, *value);
    case Op::kIsTrue:
      return value->boolean == (test.values.at(0).text == "true");
    case Op::kWithinDays:
    case Op::kOlderThanDays: {
      const int64_t age = AgeInDays(value->instant, now);
      const int64_t days = std::stoll(test.values.at(0).text);
      if (test.op == Op::kOlderThanDays) return age >= days;
      return 0 <= age && age <= days - 1;
    }
    case Op::kIsSet:
      break;
  }
  std::abort();
}

const char* OpName(Op op) {
  constexpr const char* kNames[] = {"eq",
                                    "ne",
                                    "in",
                                    "not_in",
                                    "contains",
                                    "starts_with",
                                    "ends_with",
                                    "has_word",
                                    "lt",
                                    "le",
                                    "gt",
                                    "ge",
                                    "between",
                                    "is_set",
                                    "is_true",
                                    "within_days",
                                    "older_than_days"};
  return kNames[static_cast<int>(op)];
}

// ---- Events

bool Matches(const World& world, const EventPattern& pattern,
             const LeadEvent& event) {
  bool of_type = pattern.types.empty();
  for (const std::string& type : pattern.types) {
    if (Trim(type) == event.type) of_type = true;
  }
  if (!of_type) return false;
  for (const FieldTest& test : pattern.where) {
    const auto value = event.properties.find(test.field);
    const bool holds = FieldTestHolds(
        *world.types, test, world.types->properties.at(test.field),
        value == event.properties.end() ? nullptr : &value->second, event.time);
    world.tally->Count(OpName(test.op), holds);
    world.tally->Count("where", holds);
    if (!holds) return false;
  }
  return true;
}

int64_t CountWithin(const Moment& moment, const EventPattern& pattern,
                    std::optional<int64_t> within_days) {
  int64_t count = 0;
  for (const size_t i : MatchingEvents(moment, pattern)) {
    const int64_t age = AgeInDays(moment.lead->events[i].time, moment.t);
    if (!within_days.has_value() || age < *within_days) ++count;
  }
  return count;
}

bool TestHolds(const Moment& moment, const EventTest& test) {
  const int64_t count = CountWithin(moment, test.event, test.within_days);
  bool holds = count >= 1;
  if (test.count.has_value()) {
    holds = (!test.count->ge.has_value() || count >= *test.count->ge) &&
            (!test.count->le.has_value() || count <= *test.count->le);
    moment.world->tally->Count("event test with count", holds);
  }
  if (test.within_days.has_value()) {
    moment.world->tally->Count("event test with window", holds);
  }
  moment.world->tally->Count("event test", holds);
  return holds;
}

bool TestHolds(const Moment& moment, const IdleTest& test) {
  const bool holds = CountWithin(moment, test.event, test.idle_days) == 0;
  moment.world->tally->Count("idle test", holds);
  return holds;
}

// From each first event on, the earliest possible next one is taken every
// time: no other choice ends earlier, so none does better in the window.
bool SequenceFrom(const Moment& moment, const SequenceTest& test,
                  size_t first) {
  size_t last = first;
  for (size_t step = 1; step < test.steps.size(); ++step) {
    const std::vector<size_t> matching =
        MatchingEvents(moment, test.steps[step]);
    const auto next = std::upper_bound(matching.begin(), matching.end(), last);
    if (next == matching.end()) return false;
    last = *next;
  }
  const std::vector<LeadEvent>& events = moment.lead->events;
  return !test.within_days.has_value() ||
         AgeInDays(events[first].time, events[last].time) < *test.within_days;
}

bool TestHolds(const Moment& moment, const SequenceTest& test) {
  bool holds = false;
  for (const size_t first : MatchingEvents(moment, test.steps.at(0))) {
    holds = holds || SequenceFrom(moment, test, first);
  }
  if (test.within_days.has_value()) {
    moment.world->tally->Count("sequence with window", holds);
  }
  moment.world->tally->Count("sequence", holds);
  return holds;
}

// ---- The other tests

bool TestHolds(const Moment& moment, const FieldTest& test) {
  const bool holds = FieldTestHolds(*moment.world->types, test,
                                    moment.world->types->fields.at(test.field),
                                    FieldAt(moment, test.field), moment.t);
  moment.world->tally->Count(OpName(test.op), holds);
  return holds;
}

size_t ScoreIndex(const Ruleset& ruleset, const std::string& id) {
  size_t i = 0;
  while (ruleset.scores.at(i).id != id) ++i;
  return i;
}

bool TestHolds(const Moment& moment, const ScoreTest& test) {
  const int64_t points =
      test.score == "total"
          ? moment.total.value()
          : moment.scores[ScoreIndex(*moment.world->ruleset, test.score)]
                .value();
  const bool holds =
      OrderHolds(test.op, points, test.values.front(), test.values.back());
  moment.world->tally->Count(
      test.score == "total" ? "total test" : "score test", holds);
  return holds;
}

bool TestHolds(const Moment& moment, const BandTest& test) {
  const size_t score = ScoreIndex(*moment.world->ruleset, test.score);
  const std::string band = BandOf(moment.world->ruleset->scores[score],
                                  moment.scores[score].value());
  bool holds = false;
  for (const std::string& label : test.labels) {
    holds = holds || (!band.empty() && label == band);
  }
  moment.world->tally->Count("band test", holds);
  return holds;
}

bool TestHolds(const Moment& moment, const StageTest& test) {
  const bool holds = moment.reached.contains(test.stage);
  moment.world->tally->Count("stage test", holds);
  return holds;
}

bool TestHolds(const Moment& moment, const ScenarioTest& test) {
  for (const Scenario& scenario : moment.world->ruleset->scenarios) {
    if (scenario.id != test.scenario) continue;
    const bool holds = Holds(moment, scenario.condition);
    moment.world->tally->Count("scenario", holds);
    return holds;
  }
  for (const Checklist& list : moment.world->ruleset->qualification) {
    if (list.id != test.scenario) continue;
    int64_t known = 0;
    for (const ChecklistItem& item : list.items) {
      if (Holds(moment, item.when)) ++known;
    }
    const auto all = static_cast<int64_t>(list.items.size());
    const bool holds = known >= list.at_least.value_or(all);
    moment.world->tally->Count("checklist", holds);
    return holds;
  }
  std::abort();
}

bool TestHolds(const Moment& moment, const Combination& combination) {
  Tally* tally = moment.world->tally;
  int64_t parts = 0;
  int64_t held = 0;
  for (const Condition& part : combination.of) {
    ++parts;
    if (Holds(moment, part)) ++held;
  }
  switch (combination.kind) {
    case Combination::Kind::kAll:
      tally->Count("all", held == parts);
      return held == parts;
    case Combination::Kind::kAny:
      tally->Count("any", held > 0);
      return held > 0;
    case Combination::Kind::kNone:
      tally->Count("none", held == 0);
      return held == 0;
    case Combination::Kind::kAtLeast:
      tally->Count("at_least", held >= combination.at_least);
      return held >= combination.at_least;
  }
  std::abort();
}

}  // namespace

bool Holds(const Moment& moment, const Condition& condition) {
  return std::visit(
      [&moment](const auto& test) { return TestHolds(moment, test); },
      condition.test);
}

bool IsCreated(const Moment& moment) {
  const std::optional<int64_t> created = moment.lead->created;
  return created.has_value() && *created <= moment.t;
}

const Value* FieldAt(const Moment& moment, const std::string& field) {
  // Before its creation a lead has no fields.
  const bool before = moment.lead->created.has_value() && !IsCreated(moment);
  moment.world->tally->Count("before creation", before);
  if (before) return nullptr;
  const auto value = moment.lead->fields.find(field);
  return value == moment.lead->fields.end() ? nullptr : &value->second;
}

std::vector<size_t> MatchingEvents(const Moment& moment,
                                   const EventPattern& pattern) {
  std::vector<size_t> matching;
  const std::vector<LeadEvent>& events = moment.lead->events;
  for (size_t i = moment.first_event; i < events.size(); ++i) {
    if (events[i].time > moment.t) continue;  // does not exist yet
    if (Matches(*moment.world, pattern, events[i])) matching.push_back(i);
  }
  return matching;
}

std::string BandOf(const mqlab::Score& score, int64_t points) {
  for (const Band& band : score.bands) {
    if (!band.ge.has_value() || points >= *band.ge) return band.label;
  }
  return "";
}

}  // namespace mqlab::reference
