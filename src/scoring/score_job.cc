#include "scoring/score_job.h"

#include <algorithm>
#include <numeric>
#include <utility>

#ifndef __EMSCRIPTEN__
#include <thread>
#endif

#include "scoring/signature.h"

namespace mqlab {
namespace {

// Calls work(pass) for each pass at the same time.
template <typename Pass, typename Work>
void ForEach(const std::vector<std::unique_ptr<Pass>>& passes, Work work) {
#ifdef __EMSCRIPTEN__
  for (const auto& pass : passes) work(*pass);
#else
  std::vector<std::thread> others;
  for (size_t i = 1; i < passes.size(); ++i) {
    others.emplace_back([&, i] { work(*passes[i]); });
  }
  if (!passes.empty()) work(*passes.front());
  for (std::thread& other : others) other.join();
#endif
}

template <typename Pass>
bool AllDone(const std::vector<std::unique_ptr<Pass>>& passes) {
  return std::ranges::all_of(
      passes, [](const auto& pass) { return pass->range().done(); });
}

ScoreTable EmptyTable(const Program& program, uint32_t leads, Instant as_of) {
  const size_t scores = program.scores.size();
  const size_t stages = program.stages.size();
  ScoreTable table;
  table.as_of = as_of;
  table.num_leads = leads;
  table.scores.assign(scores, std::vector<Millipoints>(leads));
  table.total.resize(leads);
  table.bands.assign(scores, std::vector<uint16_t>(leads, kNoBand));
  table.stage.assign(leads, kNoStage);
  table.reason_offsets.assign(1, 0);
  table.reached.assign(stages, std::vector<Instant>(leads, kNever));
  table.entries.assign(stages, std::vector<uint32_t>(leads));
  table.recycles.resize(leads);
  return table;
}

}  // namespace

ScoreJob::ScoreJob(const Binding& binding, Instant as_of,
                   const RuleColumns* known, const FormerRun& former,
                   uint32_t threads)
    : binding_(binding),
      former_(former),
      threads_(std::max<uint32_t>(1, threads)),
      table_(
          EmptyTable(binding.program(), binding.dataset().leads.size(), as_of)),
      issues_(binding.issues()) {
  const Program& program = binding.program();
  for (uint32_t rule = 0; rule < program.rules.size(); ++rule) {
    signatures_.push_back(CountSignature(program, rule));
    const std::string& signature = signatures_.back();
    if (columns_.contains(signature)) continue;
    std::shared_ptr<const RuleColumn>& column = columns_[signature];
    if (known != nullptr) {
      const auto found = known->find(signature);
      if (found != known->end()) column = found->second;
    }
    if (column != nullptr) continue;
    if (HasCellColumn(program, rule)) {
      column = std::make_shared<RuleColumn>(CellColumn(binding, as_of, rule));
    } else {
      rules_.push_back(rule);
    }
  }
  if (rules_.empty()) {
    StartNumbers();
    return;
  }
  for (const LeadRange& range : Ranges()) {
    counts_.push_back(
        std::make_unique<CountPass>(binding, as_of, rules_, range));
  }
}

ScoreJob::~ScoreJob() = default;

std::vector<LeadRange> ScoreJob::Ranges() const {
  std::vector<LeadRange> ranges;
  const uint64_t leads = table_.num_leads;
  for (uint64_t i = 0; i < threads_; ++i) {
    ranges.emplace_back(static_cast<uint32_t>(leads * i / threads_),
                        static_cast<uint32_t>(leads * (i + 1) / threads_));
  }
  return ranges;
}

double ScoreJob::progress() const {
  uint64_t left = 0;
  const auto count = [&](const auto& passes) {
    for (const auto& pass : passes) left += pass->range().left();
  };
  if (phase_ == Phase::kCount) count(counts_);
  if (phase_ == Phase::kNumbers) count(numbers_);
  if (phase_ == Phase::kStages) count(lives_);
  return table_.num_leads == 0 ? 1
                               : 1 - static_cast<double>(left) /
                                         static_cast<double>(table_.num_leads);
}

void ScoreJob::Step(uint32_t leads) {
  switch (phase_) {
    case Phase::kCount:
      ForEach(counts_, [&](CountPass& pass) { pass.Step(leads); });
      if (AllDone(counts_)) StartNumbers();
      return;
    case Phase::kNumbers:
      ForEach(numbers_, [&](NumbersPass& pass) { pass.Step(leads, &table_); });
      if (AllDone(numbers_)) StartStages();
      return;
    case Phase::kStages:
      ForEach(lives_, [&](LifePass& pass) { pass.Step(leads, &table_); });
      if (AllDone(lives_)) Finish();
      return;
    case Phase::kDone:
      return;
  }
}

void ScoreJob::StartNumbers() {
  std::vector<std::vector<RuleColumn>> parts;
  for (const auto& pass : counts_) parts.push_back(pass->Take());
  counts_.clear();
  for (size_t i = 0; i < rules_.size(); ++i) {
    std::vector<RuleColumn> of_rule;
    for (std::vector<RuleColumn>& part : parts) {
      of_rule.push_back(std::move(part[i]));
    }
    columns_[signatures_[rules_[i]]] =
        std::make_shared<RuleColumn>(JoinColumns(std::move(of_rule)));
  }
  std::vector<std::shared_ptr<const RuleColumn>> by_rule;
  for (uint32_t rule = 0; rule < signatures_.size(); ++rule) {
    by_rule.push_back(columns_[signatures_[rule]]);
    rule_leads_.push_back(0);
    const auto points = PointsByCode(binding_, rule, *by_rule.back());
    for (size_t code = 0; points && code < points->size(); ++code) {
      if ((*points)[code] != 0) {
        rule_leads_.back() += by_rule.back()->counts[code];
      }
    }
  }
  terms_ = MakeTerms(binding_, by_rule);
  if (!terms_) {
    StartStages();
    return;
  }
  phase_ = Phase::kNumbers;
  for (const LeadRange& range : Ranges()) {
    numbers_.push_back(
        std::make_unique<NumbersPass>(binding_.program(), *terms_, range));
  }
}

void ScoreJob::StartStages() {
  numbers_.clear();
  phase_ = Phase::kStages;
  if (former_.table != nullptr && terms_) {
    change_.emplace(*former_.binding, binding_);
  }
  const bool limited = change_ && change_->is_limited();
  for (const LeadRange& range : Ranges()) {
    lives_.push_back(
        std::make_unique<LifePass>(binding_, table_.as_of, terms_, range));
    if (limited) lives_.back()->TakeOver(*former_.table, *change_);
  }
}

void ScoreJob::Finish() {
  phase_ = Phase::kDone;
  for (const auto& pass : lives_) {
    for (const uint32_t count : pass->reason_counts()) {
      table_.reason_offsets.push_back(table_.reason_offsets.back() + count);
    }
    table_.reasons.insert(table_.reasons.end(), pass->reasons().begin(),
                          pass->reasons().end());
    for (const auto& [lead, id] : pass->overflows()) {
      issues_.Error(IssueCode::kPointsOverflow, {},
                    {std::string(binding_.dataset().leads.ids[lead]), id});
    }
  }
  lives_.clear();
}

ScoreResult ScoreJob::Take() {
  ScoreResult result{std::nullopt, std::move(issues_)};
  if (!result.issues.has_errors()) result.table = std::move(table_);
  return result;
}

}  // namespace mqlab
