#include "scoring/binding.h"

#include <algorithm>
#include <map>
#include <set>

#include "base/string_pool.h"
#include "base/text.h"
#include "scoring/signature.h"

namespace mqlab {
namespace {

// The operators of a folded text against any of the values.
bool TextHolds(Op op, const std::string& text,
               const std::vector<TypedValue>& values) {
  return std::ranges::any_of(values, [&](const TypedValue& value) {
    switch (op) {
      case Op::kContains:
        return text.find(value.text) != std::string::npos;
      case Op::kStartsWith:
        return text.starts_with(value.text);
      case Op::kEndsWith:
        return text.ends_with(value.text);
      case Op::kHasWord:
        return ContainsWords(text, {value.words.begin(), value.words.end()});
      default:  // eq and in; ne and not_in are their opposites
        return text == value.text;
    }
  });
}

template <typename T>
bool CompareHolds(Op op, T x, const std::vector<T>& values) {
  switch (op) {
    case Op::kLt:
      return x < values[0];
    case Op::kLe:
      return x <= values[0];
    case Op::kGt:
      return x > values[0];
    case Op::kGe:
      return x >= values[0];
    case Op::kBetween:
      return values[0] <= x && x <= values[1];
    default:
      return std::ranges::count(values, x) > 0;
  }
}

template <typename T, typename Member>
std::vector<T> MembersOf(const std::vector<TypedValue>& values,
                         Member TypedValue::* member) {
  std::vector<T> list;
  for (const TypedValue& value : values) list.push_back(value.*member);
  return list;
}

// Whether the cell with this code, which is present, passes a test that is
// neither negative nor an age.
bool PresentHolds(const TestCode& test, const BoundField& field,
                  uint32_t code) {
  if (test.op == Op::kIsTrue) {
    return (field.booleans[code] != 0) == test.wanted;
  }
  if (field.type == FieldType::kText) {
    return TextHolds(test.op, field.Text(code), test.values);
  }
  if (field.type == FieldType::kList) {
    return std::ranges::any_of(
        field.Elements(code), [&](const std::string& element) {
          return TextHolds(test.op, element, test.values);
        });
  }
  if (!field.numbers.empty()) {
    return CompareHolds(test.op, field.numbers[code],
                        MembersOf<double>(test.values, &TypedValue::number));
  }
  if (!field.booleans.empty()) {
    return std::ranges::any_of(test.values, [&](const TypedValue& value) {
      return value.boolean == (field.booleans[code] != 0);
    });
  }
  return CompareHolds(test.op, field.instants[code],
                      MembersOf<Instant>(test.values, &TypedValue::instant));
}

BoundTest BindTest(const TestCode& test, const BoundField& field) {
  BoundTest bound;
  bound.is_age = test.op == Op::kWithinDays || test.op == Op::kOlderThanDays;
  if (bound.is_age) {
    bound.within = test.op == Op::kWithinDays;
    bound.days = test.values.front().days;
    return bound;
  }
  const bool negative = test.op == Op::kNe || test.op == Op::kNotIn;
  bound.truth.resize(field.present.size());
  for (uint32_t code = 0; code < field.present.size(); ++code) {
    const bool present = field.present[code] != 0;
    if (test.op == Op::kIsSet) {
      bound.truth[code] = present == test.wanted;
    } else {
      bound.truth[code] =
          (present && PresentHolds(test, field, code)) != negative;
    }
  }
  return bound;
}

// Codes with equal values share a number; 0 is missing.
std::vector<uint32_t> EqualValues(const BoundField& field, uint32_t* count) {
  std::vector<uint32_t> numbers(field.present.size(), 0);
  uint32_t next = 1;
  const auto number_by = [&](const auto& value_of) {
    std::map<std::decay_t<decltype(value_of(0))>, uint32_t> known;
    for (uint32_t code = 1; code < numbers.size(); ++code) {
      if (field.present[code] == 0) continue;
      const auto [entry, is_new] = known.try_emplace(value_of(code), next);
      if (is_new) ++next;
      numbers[code] = entry->second;
    }
  };
  switch (field.type) {
    case FieldType::kText: {
      StringPool known;  // there may be as many as leads
      for (uint32_t code = 1; code < numbers.size(); ++code) {
        if (field.present[code] != 0) {
          numbers[code] = known.Intern(field.Text(code)) + 1;
        }
      }
      next = known.size() + 1;
      break;
    }
    case FieldType::kNumber:
      number_by([&](uint32_t code) { return field.numbers[code]; });
      break;
    case FieldType::kBoolean:
      number_by([&](uint32_t code) { return field.booleans[code]; });
      break;
    case FieldType::kInstant:
      number_by([&](uint32_t code) { return field.instants[code]; });
      break;
    case FieldType::kList:  // refused by Resolve
      break;
  }
  *count = next;
  return numbers;
}

bool Equal(const TypedValue& key, const BoundField& field, uint32_t code) {
  switch (field.type) {
    case FieldType::kNumber:
      return field.numbers[code] == key.number;
    case FieldType::kBoolean:
      return (field.booleans[code] != 0) == key.boolean;
    case FieldType::kInstant:
      return field.instants[code] == key.instant;
    case FieldType::kText:
    case FieldType::kList:
      break;
  }
  return false;
}

Millipoints LookupPoints(const RuleCode& rule, const BoundField& field,
                         uint32_t code) {
  if (field.present[code] == 0) return rule.otherwise;
  std::vector<std::string> texts;
  if (field.type == FieldType::kText) texts = {field.Text(code)};
  if (field.type == FieldType::kList) texts = field.Elements(code);
  // On a list the largest magnitude wins, the positive one of a tie; on other
  // types one key at most is equal.
  std::optional<Millipoints> best;
  for (const auto& [key, points] : rule.points_for) {
    const bool equal = texts.empty() ? Equal(key, field, code)
                                     : std::ranges::count(texts, key.text) > 0;
    if (!equal) continue;
    if (!best || std::abs(points) > std::abs(*best) ||
        (std::abs(points) == std::abs(*best) && points > *best)) {
      best = points;
    }
  }
  return best.value_or(rule.otherwise);
}

Millipoints RangePoints(const RuleCode& rule, const BoundField& field,
                        uint32_t code) {
  if (field.present[code] == 0) return 0;
  const double x = field.numbers[code];
  for (const RangeCode& range : rule.ranges) {
    if ((!range.from || x >= *range.from) && (!range.to || x < *range.to)) {
      return range.points;
    }
  }
  return 0;
}

}  // namespace

const BoundField* BindingCache::Field(const FieldUse& use) {
  std::unique_ptr<const BoundField>& field =
      fields_[{use.column, use.type, use.name}];
  if (field == nullptr) {
    field = std::make_unique<BoundField>(BindLeadField(use, dataset_->leads));
  }
  return field.get();
}

const BoundField* BindingCache::Property(const FieldUse& use) {
  std::unique_ptr<const BoundField>& field =
      properties_[{use.column, use.type, use.name}];
  if (field == nullptr) {
    field = std::make_unique<BoundField>(BindProperty(use, dataset_->events));
  }
  return field.get();
}

std::shared_ptr<const BoundTest> BindingCache::Test(const TestCode& test,
                                                    const BoundField& field) {
  auto& bound = tests_[{&field, TestSignature(test)}];
  std::shared_ptr<const BoundTest> known = bound.lock();
  if (known == nullptr) {
    known = std::make_shared<BoundTest>(BindTest(test, field));
    bound = known;
  }
  return known;
}

std::shared_ptr<const Buckets> BindingCache::BucketsOf(
    const BoundField& property) {
  std::weak_ptr<const Buckets>& buckets = buckets_[&property];
  std::shared_ptr<const Buckets> known = buckets.lock();
  if (known == nullptr) {
    Buckets made;
    made.numbers = EqualValues(property, &made.count);
    known = std::make_shared<Buckets>(std::move(made));
    buckets = known;
  }
  return known;
}

Binding::Binding(const Program& program, const Dataset& dataset,
                 std::shared_ptr<BindingCache> cache)
    : program_(program),
      dataset_(dataset),
      cache_(cache != nullptr ? std::move(cache)
                              : std::make_shared<BindingCache>(dataset)) {
  for (const FieldUse& use : program.fields) {
    fields_.push_back(cache_->Field(use));
    issues_.Append(fields_.back()->issues);
  }
  for (const FieldUse& use : program.properties) {
    properties_.push_back(cache_->Property(use));
    issues_.Append(properties_.back()->issues);
  }
  for (const TestCode& test : program.tests) {
    tests_.push_back({cache_->Test(test, *fields_[test.field]), test.field});
  }
  type_patterns_.resize(dataset.events.types.size());
  for (uint32_t i = 0; i < program.patterns.size(); ++i) {
    const PatternCode& pattern = program.patterns[i];
    BoundPattern& bound = patterns_.emplace_back();
    for (const TestCode& test : pattern.where) {
      bound.where.push_back(
          {cache_->Test(test, *properties_[test.field]), test.field});
    }
    const uint32_t column =
        pattern.where.size() == 1
            ? program.properties[pattern.where.front().field].column
            : kNoIndex;
    if (column != kNoIndex && !bound.where.front().test->is_age) {
      bound.truth = bound.where.front().test->truth.data();
      bound.column = column;
    }
    for (uint32_t type = 0; type < type_patterns_.size(); ++type) {
      const std::string_view name = dataset.events.types[type];
      if (pattern.any_type || std::ranges::count(pattern.types, name) > 0) {
        type_patterns_[type].push_back(i);
      }
    }
  }
  const size_t rules = program.rules.size();
  field_points_.resize(rules);
  times_.resize(rules);
  buckets_.resize(rules);
  for (uint32_t rule = 0; rule < rules; ++rule) {
    const RuleCode& code = program.rules[rule];
    is_cell_rule_.push_back(
        HasCellColumn(program, rule) &&
        (code.field != kNoIndex || !IsAge(program.nodes[code.node].a)));
    BindRule(rule);
  }
}

void Binding::BindRule(uint32_t index) {
  const RuleCode& rule = program_.rules[index];
  if (rule.field != kNoIndex) {
    const BoundField& field = *fields_[rule.field];
    for (uint32_t code = 0; code < field.num_codes(); ++code) {
      field_points_[index].push_back(rule.kind == RuleKind::kLookup
                                         ? LookupPoints(rule, field, code)
                                         : RangePoints(rule, field, code));
    }
  }
  if (rule.times_property != kNoIndex) {
    const BoundField& field = *properties_[rule.times_property];
    times_[index].assign(field.num_codes(), 0);
    std::set<std::string_view> told;  // a column may hold a text twice
    for (uint32_t code = 1; code < field.num_codes(); ++code) {
      if (field.present[code] == 0) continue;
      const std::string_view cell = field.column->texts[code];
      bool too_large = false;
      times_[index][code] =
          RoundToThousandths(PlainNumber(cell, field.column->format),
                             &too_large)
              .value_or(0);
      if (too_large && told.insert(cell).second) {
        issues_.Warn(IssueCode::kFactorTooLarge, {field.column->header, 0, 0},
                     {std::string(cell)});
      }
    }
  }
  if (rule.per_property != kNoIndex) {
    buckets_[index] = cache_->BucketsOf(*properties_[rule.per_property]);
  }
}

bool Binding::Holds(const BoundTest& test, const BoundField& field,
                    uint32_t code, Instant t) const {
  if (!test.is_age) return test.truth[code] != 0;
  if (field.present[code] == 0) return false;
  const int64_t age = AgeDays(field.instants[code], t);
  return age >= 0 && (test.within ? age < test.days : age >= test.days);
}

Instant Binding::Created(uint32_t lead) const {
  return program_.created_field == kNoIndex
             ? kNever
             : FieldInstant(program_.created_field, lead);
}

Instant Binding::FieldInstant(uint32_t field, uint32_t lead) const {
  const BoundField& bound = *fields_[field];
  const uint32_t code = bound.code(lead);
  return bound.present[code] != 0 ? bound.instants[code] : kNever;
}

bool Binding::FieldHolds(uint32_t test, uint32_t lead, bool has_fields,
                         Instant t) const {
  const BoundField& field = *fields_[tests_[test].field];
  return Holds(*tests_[test].test, field,
               has_fields ? field.code(lead) : Column::kMissing, t);
}

uint32_t Binding::PropertyCode(uint32_t property, EventRef event) const {
  const uint32_t column = program_.properties[property].column;
  return column == kNoIndex ? Column::kMissing
                            : event.block->properties[column][event.index];
}

bool Binding::PropertiesFit(uint32_t pattern, EventRef event) const {
  return std::ranges::all_of(patterns_[pattern].where, [&](const TestUse& use) {
    return Holds(*use.test, *properties_[use.field],
                 PropertyCode(use.field, event),
                 event.block->time[event.index]);
  });
}

std::string_view Binding::Cell(uint32_t field, uint32_t lead) const {
  const BoundField& bound = *fields_[field];
  const uint32_t code = bound.code(lead);
  return bound.present[code] != 0 ? bound.column->texts[code] : "";
}

Codes Binding::CellCodes(uint32_t field) const {
  const BoundField& bound = *fields_[field];
  if (bound.codes.size() > 0) return bound.codes;
  return bound.column == nullptr ? Codes() : bound.column->codes;
}

Millipoints Binding::FieldPoints(uint32_t rule, uint32_t lead,
                                 bool has_fields) const {
  const BoundField& field = *fields_[program_.rules[rule].field];
  return field_points_[rule][has_fields ? field.code(lead) : Column::kMissing];
}

int64_t Binding::Times(uint32_t rule, EventRef event) const {
  if (times_[rule].empty()) return 1000;
  return times_[rule][PropertyCode(program_.rules[rule].times_property, event)];
}

uint32_t Binding::Bucket(uint32_t rule, EventRef event) const {
  if (buckets_[rule] == nullptr) return 0;
  return buckets_[rule]
      ->numbers[PropertyCode(program_.rules[rule].per_property, event)];
}

uint32_t Binding::NumBuckets(uint32_t rule) const {
  return buckets_[rule] == nullptr ? 1 : buckets_[rule]->count;
}

}  // namespace mqlab
