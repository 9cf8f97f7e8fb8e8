#include "scoring/asked_changes.h"

#include <algorithm>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <variant>

#include "base/decimal.h"
#include "base/text.h"
#include "scoring/resolve.h"

namespace mqlab {
namespace {

using Values = std::vector<std::string>;

// Of one test or one rule.
constexpr size_t kMostValues = 50;

// The value of a literal that is one step more or less.
Values Beyond(const Literal& literal, FieldType type, int sign) {
  if (type == FieldType::kInstant) {
    const auto instant = ParseInstant(Trim(literal.text));
    if (!instant) return {};
    return {FormatInstant(*instant + sign * kMillisPerDay)};
  }
  const auto thousandths = ParseThousandths(Trim(literal.text));
  if (!thousandths) return {};
  return {FormatShort(*thousandths + Wide{sign} * 1000)};
}

std::string AnyValue(FieldType type, Instant as_of) {
  switch (type) {
    case FieldType::kNumber:
      return "1";
    case FieldType::kBoolean:
      return "true";
    case FieldType::kInstant:
      return FormatInstant(as_of);
    default:
      return "\u2026";
  }
}

// Values with which a test holds, or does not, as far as it names any.
Values ValuesOf(const FieldTest& test, FieldType type, bool wanted,
                Instant as_of) {
  const auto named = [&](size_t most) {
    Values values;
    for (size_t i = 0; i < std::min(most, test.values.size()); ++i) {
      values.emplace_back(Trim(test.values[i].text));
    }
    return values;
  };
  const auto boolean = [&] {
    return ReadLiteral(test.values.front(), FieldType::kBoolean)->boolean;
  };
  const Literal& first = test.values.front();
  switch (test.op) {
    case Op::kNe:
    case Op::kNotIn:
      return wanted ? Values() : named(kMostValues);
    case Op::kGe:
      return wanted ? named(1) : Beyond(first, type, -1);
    case Op::kLe:
      return wanted ? named(1) : Beyond(first, type, 1);
    case Op::kGt:
      return wanted ? Beyond(first, type, 1) : named(1);
    case Op::kLt:
      return wanted ? Beyond(first, type, -1) : named(1);
    case Op::kBetween:
      return wanted ? named(1) : Values();
    case Op::kIsSet:
      return boolean() == wanted ? Values{AnyValue(type, as_of)} : Values();
    case Op::kIsTrue:
      return {boolean() == wanted ? "true" : "false"};
    case Op::kWithinDays:
    case Op::kOlderThanDays: {
      if (!wanted) return {};
      const auto days =
          static_cast<int64_t>(ReadLiteral(first, FieldType::kNumber)->number);
      const bool within = test.op == Op::kWithinDays;
      return {FormatInstant(as_of - (within ? 0 : days * kMillisPerDay))};
    }
    default:
      return wanted ? named(kMostValues) : Values();
  }
}

// Types of events that more is asked for nowhere.
std::set<std::string> UnwelcomeTypes(const Program& program) {
  Asked all(program);
  all.AddAll();
  std::set<std::string> types;
  for (const EventPattern* pattern : all.unwelcome()) {
    for (const std::string& type : pattern->types) types.emplace(Trim(type));
  }
  for (const Asked::Event& event : all.events()) {
    if (event.ends_silence) continue;
    for (const std::string& type : event.pattern->types) {
      types.erase(std::string(Trim(type)));
    }
  }
  for (const Score& score : program.source.scores) {
    if (!score.reset_by) continue;
    for (const std::string& type : score.reset_by->types) {
      types.emplace(Trim(type));
    }
  }
  return types;
}

class Changes {
 public:
  Changes(const Binding& binding, Instant as_of, uint32_t lead, size_t most)
      : binding_(binding),
        program_(binding.program()),
        as_of_(as_of),
        lead_(lead),
        most_(most),
        unwelcome_(UnwelcomeTypes(program_)) {}

  void AddEvent(const Asked::Event& event) {
    const std::vector<Cells> cells = CellsOf(event);
    Values types = event.pattern->types;
    if (types.empty()) types = {CommonestType()};
    for (const std::string& type : types) {
      LeadChange change{std::string(Trim(type)), {}};
      if (change.event.empty() || unwelcome_.contains(change.event)) continue;
      for (const Cells& some : cells) {
        change.cells = some;
        AddTimes(change);
      }
    }
  }

  void AddField(const Asked::Field& field) {
    const uint32_t use = UseOf(program_.fields, field.test->field);
    const FieldType type = program_.fields[use].type;
    for (const std::string& value :
         ValuesOf(*field.test, type, field.wanted, as_of_)) {
      AddCell(use, value);
    }
  }

  void AddCellRule(uint32_t rule) {
    const RuleCode& code = program_.rules[rule];
    const auto& kind = program_.source.rules[code.source].kind;
    const Millipoints now = binding_.FieldPoints(rule, lead_, true);
    if (const auto* ranges = std::get_if<RangesRule>(&kind)) {
      for (const PointsRange& range : ranges->ranges) {
        if (range.points <= now) continue;
        Values value = {"0"};
        if (range.to) value = Beyond(*range.to, FieldType::kNumber, -1);
        if (range.from) value = {std::string(Trim(range.from->text))};
        if (!value.empty()) AddCell(code.field, value.front());
      }
    } else {
      size_t values = 0;
      for (const auto& [key, points] : std::get<LookupRule>(kind).points_for) {
        if (points <= now || ++values > kMostValues) continue;
        AddCell(code.field, std::string(Trim(key.text)));
      }
    }
  }

  std::vector<LeadChange> Take() { return std::move(changes_); }

 private:
  using Cells = std::vector<LeadChange::Cell>;

  static uint32_t UseOf(const std::vector<FieldUse>& uses,
                        const std::string& name) {
    return static_cast<uint32_t>(
        std::ranges::find(uses, name, &FieldUse::name) - uses.begin());
  }

  // The properties of events that may fit a pattern. Values of several
  // properties are taken side by side, the last of the shorter lists again.
  std::vector<Cells> CellsOf(const Asked::Event& event) const {
    std::vector<std::pair<uint32_t, Values>> properties;
    size_t longest = 1;
    const auto add = [&](const std::string& name, Values values) {
      const uint32_t use = UseOf(program_.properties, name);
      if (values.empty()) return true;
      if (program_.properties[use].column == kNoIndex) return false;
      auto known = std::ranges::find(properties, use,
                                     &std::pair<uint32_t, Values>::first);
      if (known == properties.end()) {
        known = properties.insert(known, {use, {}});
      }
      known->second.insert(known->second.end(), values.begin(), values.end());
      longest = std::max(longest, known->second.size());
      return true;
    };
    for (const FieldTest& test : event.pattern->where) {
      const uint32_t use = UseOf(program_.properties, test.field);
      if (!add(test.field,
               ValuesOf(test, program_.properties[use].type, true, as_of_))) {
        return {};
      }
    }
    if (event.times_property != nullptr && !add(*event.times_property, {"1"})) {
      return {};
    }
    std::vector<Cells> all(std::min(longest, kMostValues));
    for (size_t i = 0; i < all.size(); ++i) {
      for (const auto& [use, values] : properties) {
        all[i].push_back({use, values[std::min(i, values.size() - 1)]});
      }
    }
    return all;
  }

  // Of the data; "" when it has none.
  std::string CommonestType() const {
    const EventStore& events = binding_.dataset().events;
    std::string commonest;
    uint64_t most = 0;
    for (uint32_t type = 0; type < events.type_counts.size(); ++type) {
      std::string name(events.types[type]);
      if (events.type_counts[type] > most && !unwelcome_.contains(name)) {
        most = events.type_counts[type];
        commonest = std::move(name);
      }
    }
    return commonest;
  }

  void AddTimes(LeadChange change) {
    if (changes_.size() + kMostTimes > most_ / 2) return;
    if (std::ranges::count(changes_, change) > 0) return;
    for (change.times = 1; change.times <= kMostTimes; ++change.times) {
      changes_.push_back(change);
    }
  }

  void AddCell(uint32_t use, std::string value) {
    const FieldUse& field = program_.fields[use];
    if (field.column == kNoIndex || use == program_.created_field ||
        binding_.dataset().leads.fields[field.column].name == "lead_id") {
      return;
    }
    const std::string_view now = binding_.Cell(use, lead_);
    if (field.type == FieldType::kList && !now.empty()) {
      value = std::string(now) + ";" + value;
    }
    const LeadChange change{"", {{use, std::move(value)}}};
    if (change.cells.front().value == now || changes_.size() >= most_ ||
        std::ranges::count(changes_, change) > 0) {
      return;
    }
    changes_.push_back(change);
  }

  const Binding& binding_;
  const Program& program_;
  Instant as_of_;
  uint32_t lead_;
  size_t most_;
  std::set<std::string> unwelcome_;
  std::vector<LeadChange> changes_;
};

}  // namespace

std::vector<LeadChange> AskedChanges(const Binding& binding, Instant as_of,
                                     uint32_t lead, const Asked& asked,
                                     size_t most) {
  Changes changes(binding, as_of, lead, most);
  for (const Asked::Event& event : asked.events()) changes.AddEvent(event);
  for (const Asked::Field& field : asked.fields()) changes.AddField(field);
  for (const uint32_t rule : asked.cell_rules()) changes.AddCellRule(rule);
  return changes.Take();
}

}  // namespace mqlab
