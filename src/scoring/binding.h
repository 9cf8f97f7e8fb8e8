#ifndef MQLAB_SCORING_BINDING_H_
#define MQLAB_SCORING_BINDING_H_

// A Program held against a Dataset: everything that depends on a cell's text
// alone is decided here once per distinct text, so that scoring a lead only
// looks codes up. Immutable; shared by any number of evaluators.

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

#include "base/instant.h"
#include "base/issue.h"
#include "lead/event_log.h"
#include "scoring/bound_field.h"
#include "scoring/program.h"

namespace mqlab {

// A TestCode over one column: its truth for each code, unless it is an age.
struct BoundTest {
  bool is_age = false;  // within_days, older_than_days
  bool within = false;
  int64_t days = 0;
  std::vector<uint8_t> truth;
};

// Equal values of a property share a number, 0 is missing; by code.
struct Buckets {
  std::vector<uint32_t> numbers;
  uint32_t count = 1;
};

// What bindings of one dataset have in common: columns read as types, the truth
// of tests. Not for several threads at once.
class BindingCache {
 public:
  // `dataset` must outlive the cache.
  explicit BindingCache(const Dataset& dataset) : dataset_(&dataset) {}

  const BoundField* Field(const FieldUse& use);
  const BoundField* Property(const FieldUse& use);
  // Kept as long as some binding uses it.
  std::shared_ptr<const BoundTest> Test(const TestCode& test,
                                        const BoundField& field);
  std::shared_ptr<const Buckets> BucketsOf(const BoundField& property);

 private:
  using Use = std::tuple<uint32_t, FieldType, std::string>;
  const Dataset* dataset_;
  std::map<Use, std::unique_ptr<const BoundField>> fields_;
  std::map<Use, std::unique_ptr<const BoundField>> properties_;
  std::map<std::pair<const BoundField*, std::string>,
           std::weak_ptr<const BoundTest>>
      tests_;
  std::map<const BoundField*, std::weak_ptr<const Buckets>> buckets_;
};

// One event of the log.
struct EventRef {
  const EventBlock* block;
  uint32_t index;
};

class Binding {
 public:
  // `cache`, when given, is of the same dataset. Program and dataset must
  // outlive the binding.
  Binding(const Program& program, const Dataset& dataset,
          std::shared_ptr<BindingCache> cache = nullptr);

  const Program& program() const { return program_; }
  const Dataset& dataset() const { return dataset_; }
  const std::shared_ptr<BindingCache>& cache() const { return cache_; }

  // kNever when the lead has none or the rules name no created_field.
  Instant Created(uint32_t lead) const;
  // Whether a field test changes with time.
  bool IsAge(uint32_t test) const { return tests_[test].test->is_age; }
  // A field test at t of a cell by its code.
  bool CodeHolds(uint32_t test, uint32_t code, Instant t) const {
    return Holds(*tests_[test].test, *fields_[tests_[test].field], code, t);
  }
  // A lead's field test at t; `has_fields` is false before its creation.
  bool FieldHolds(uint32_t test, uint32_t lead, bool has_fields,
                  Instant t) const;
  // Patterns that look at events of this type.
  const std::vector<uint32_t>& PatternsOf(uint32_t type) const {
    return type_patterns_[type];
  }
  // Whether an event's properties fit.
  bool WhereHolds(uint32_t pattern, EventRef event) const {
    const BoundPattern& bound = patterns_[pattern];
    if (bound.truth != nullptr) {
      return bound.truth[event.block->properties[bound.column][event.index]] !=
             0;
    }
    return bound.where.empty() || PropertiesFit(pattern, event);
  }
  // Whether a rule gives points by one cell alone (HasCellColumn), at any
  // instant: no age is tested.
  bool IsCellRule(uint32_t rule) const { return is_cell_rule_[rule]; }
  // A lead's cell as the field has it; "" when it is missing.
  std::string_view Cell(uint32_t field, uint32_t lead) const;
  // Codes of a field's cells by lead; empty when it has no column.
  Codes CellCodes(uint32_t field) const;
  uint32_t NumCodes(uint32_t field) const {
    return fields_[field]->num_codes();
  }
  // Points of a ranges or lookup rule, by code of its field.
  const std::vector<Millipoints>& PointsOfCells(uint32_t rule) const {
    return field_points_[rule];
  }
  // Points of a ranges or lookup rule.
  Millipoints FieldPoints(uint32_t rule, uint32_t lead, bool has_fields) const;
  // Thousandths that an event's points are multiplied by.
  int64_t Times(uint32_t rule, EventRef event) const;
  // Number of the value of at_most's property (equal values share one), and
  // how many there are.
  uint32_t Bucket(uint32_t rule, EventRef event) const;
  uint32_t NumBuckets(uint32_t rule) const;
  // Instant of a field, kNever when missing.
  Instant FieldInstant(uint32_t field, uint32_t lead) const;
  // Cells that the rules cannot use as what they take them for.
  const IssueList& issues() const { return issues_; }

 private:
  bool Holds(const BoundTest& test, const BoundField& field, uint32_t code,
             Instant t) const;
  bool PropertiesFit(uint32_t pattern, EventRef event) const;
  uint32_t PropertyCode(uint32_t property, EventRef event) const;
  void BindRule(uint32_t rule);

  const Program& program_;
  const Dataset& dataset_;
  struct TestUse {
    std::shared_ptr<const BoundTest> test;
    uint32_t field = 0;
  };
  struct BoundPattern {
    std::vector<TestUse> where;
    // Of one test that does not change with time: its truth by code.
    const uint8_t* truth = nullptr;
    uint32_t column = kNoIndex;
  };

  std::shared_ptr<BindingCache> cache_;
  std::vector<const BoundField*> fields_;
  std::vector<const BoundField*> properties_;
  std::vector<TestUse> tests_;
  std::vector<BoundPattern> patterns_;
  std::vector<std::vector<uint32_t>> type_patterns_;
  // By rule, then by code; empty for rules without.
  std::vector<bool> is_cell_rule_;
  std::vector<std::vector<Millipoints>> field_points_;
  std::vector<std::vector<int64_t>> times_;
  std::vector<std::shared_ptr<const Buckets>> buckets_;
  IssueList issues_;
};

}  // namespace mqlab

#endif  // MQLAB_SCORING_BINDING_H_
