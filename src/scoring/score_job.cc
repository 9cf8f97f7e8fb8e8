#include "scoring/score_job.h"

#include <algorithm>
#include <numeric>
#include <utility>

#include "base/parallel.h"
#include "scoring/signature.h"

namespace mqlab {
namespace {

// Calls work(pass) for each pass at the same time.
template <typename Pass, typename Work>
void ForEach(const std::vector<std::unique_ptr<Pass>>& passes, Work work) {
  InParallel(passes.size(), [&](size_t i) { work(*passes[i]); });
}

// How many leads a rule gives other than 0 points; 0 when those do not fit.
uint32_t CountLeads(const Binding& binding, uint32_t rule,
                    const RuleColumn& column) {
  const auto points = PointsByCode(binding, rule, column);
  uint32_t leads = 0;
  for (size_t code = 0; points && code < points->size(); ++code) {
    if ((*points)[code] != 0) leads += column.counts[code];
  }
  return leads;
}

template <typename Pass>
bool AllDone(const std::vector<std::unique_ptr<Pass>>& passes) {
  return std::ranges::all_of(
      passes, [](const auto& pass) { return pass->range().done(); });
}

}  // namespace

ScoreJob::ScoreJob(const Binding& binding, Instant as_of,
                   const RuleColumns* known, const FormerRun& former,
                   uint32_t threads, uint32_t own_leads)
    : binding_(binding),
      former_(former),
      threads_(std::max<uint32_t>(1, threads)),
      issues_(binding.issues()) {
  const Program& program = binding.program();
  table_.as_of = as_of;
  table_.num_leads = binding.dataset().leads.size();
  own_leads_ = std::min(own_leads, table_.num_leads);
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
      cell_rules_.push_back(rule);
    } else {
      rules_.push_back(rule);
    }
  }
  if (rules_.empty() && cell_rules_.empty()) StartNumbers();
}

// The columns of cells, one a step and of all leads, then the rest by leads.
void ScoreJob::StepCounts(uint32_t leads) {
  if (!cell_rules_.empty()) {
    if (!to_come_) to_come_ = LeadsToCome(binding_, table_.as_of);
    const uint32_t rule = cell_rules_.back();
    cell_rules_.pop_back();
    columns_[signatures_[rule]] = std::make_shared<RuleColumn>(
        CellColumn(binding_, table_.as_of, *to_come_, rule));
  } else if (!has_counted()) {
    if (counts_.empty()) {
      for (const LeadRange& range : Ranges(own_leads_)) {
        counts_.push_back(
            std::make_unique<CountPass>(binding_, table_.as_of, rules_, range));
      }
    }
    ForEach(counts_, [&](CountPass& pass) { pass.Step(leads); });
  } else if (!waits()) {
    JoinCounts();
  }
  if (cell_rules_.empty() && rules_.empty()) StartNumbers();
}

bool ScoreJob::has_counted() const {
  return !parts_.empty() || (!counts_.empty() && AllDone(counts_));
}

// The parts that the leads are counted in, which come in their order, as one:
// of a rule each time.
void ScoreJob::JoinCounts() {
  if (parts_.empty()) {
    for (const auto& pass : counts_) parts_.push_back(pass->Take());
    for (auto& [begin, columns] : other_counts_) {
      parts_.push_back(std::move(columns));
    }
    counts_.clear();
    other_counts_.clear();
  }
  std::vector<RuleColumn> of_rule;
  for (std::vector<RuleColumn>& part : parts_) {
    of_rule.push_back(std::move(part.back()));
    part.pop_back();
  }
  columns_[signatures_[rules_.back()]] =
      std::make_shared<RuleColumn>(JoinColumns(std::move(of_rule)));
  rules_.pop_back();
}

bool ScoreJob::waits() const {
  if (phase_ == Phase::kCount) {
    return cell_rules_.empty() && has_counted() &&
           other_counted_ < other_leads();
  }
  return phase_ == Phase::kStages && !lives_.empty() && AllDone(lives_) &&
         other_stages_.empty() &&
         other_lived_ < table_.num_leads - leads_to_live();
}

std::vector<uint32_t> ScoreJob::awaited_rules() const {
  const bool counts = phase_ == Phase::kCount && parts_.empty();
  return counts && other_leads() > 0 ? rules_ : std::vector<uint32_t>();
}

bool ScoreJob::AddCounts(uint32_t begin, std::vector<RuleColumn> columns) {
  const std::vector<uint32_t> rules = awaited_rules();
  if (rules.empty() || columns.size() != rules.size()) return false;
  const size_t leads = columns.front().codes.size();
  if (begin < own_leads_ || begin + leads > table_.num_leads) return false;
  if (leads == 0 || other_counts_.contains(begin)) return true;
  other_counts_[begin] = std::move(columns);
  other_counted_ += static_cast<uint32_t>(leads);
  return true;
}

bool ScoreJob::AddStages(uint32_t begin, std::string stages) {
  const bool numbers = phase_ > Phase::kNumbers;
  if (done() || begin < (numbers ? leads_to_live() : own_leads_)) return false;
  other_stages_.emplace_back(begin, std::move(stages));
  return true;
}

std::vector<std::shared_ptr<const RuleColumn>> ScoreJob::columns_by_rule()
    const {
  std::vector<std::shared_ptr<const RuleColumn>> columns;
  for (const std::string& signature : signatures_) {
    columns.push_back(columns_.at(signature));
  }
  return columns;
}

ScoreJob::~ScoreJob() = default;

std::vector<LeadRange> ScoreJob::Ranges(uint32_t leads) const {
  std::vector<LeadRange> ranges;
  const uint64_t all = leads;
  for (uint64_t i = 0; i < threads_; ++i) {
    ranges.emplace_back(static_cast<uint32_t>(all * i / threads_),
                        static_cast<uint32_t>(all * (i + 1) / threads_));
  }
  return ranges;
}

double ScoreJob::progress() const {
  uint64_t all = own_leads_;
  uint64_t left = 0;
  const auto count = [&](const auto& passes) {
    for (const auto& pass : passes) left += pass->range().left();
  };
  if (phase_ == Phase::kCount) count(counts_);
  if (phase_ == Phase::kCount && !has_counted() && counts_.empty()) left = all;
  if (phase_ == Phase::kNumbers) all = table_.num_leads;
  if (phase_ == Phase::kNumbers) count(numbers_);
  if (phase_ == Phase::kStages) all = leads_to_live();
  if (phase_ == Phase::kStages) count(lives_);
  if (phase_ == Phase::kStages && lives_.empty()) left = all;
  return all == 0 ? 1
                  : 1 - static_cast<double>(left) / static_cast<double>(all);
}

void ScoreJob::Step(uint32_t leads) {
  switch (phase_) {
    case Phase::kCount:
      return StepCounts(leads);
    case Phase::kNumbers:
      ForEach(numbers_, [&](NumbersPass& pass) { pass.Step(leads, &table_); });
      if (AllDone(numbers_)) phase_ = Phase::kStages;
      return;
    case Phase::kStages:
      return StepStages(leads);
    case Phase::kDone:
      return;
  }
}

void ScoreJob::StartNumbers() {
  parts_.clear();
  const auto by_rule = columns_by_rule();
  basis_.terms =
      MakeTerms(binding_, by_rule,
                former_.basis == nullptr ? nullptr : &former_.basis->terms);
  for (uint32_t rule = 0; rule < by_rule.size(); ++rule) {
    rule_leads_.push_back(basis_.terms
                              ? (*basis_.terms)[rule].leads
                              : CountLeads(binding_, rule, *by_rule[rule]));
  }
  PlanNumbers();
  MakeNumbers();
  if (!basis_.terms) {
    phase_ = Phase::kStages;
    return;
  }
  phase_ = Phase::kNumbers;
  for (const LeadRange& range : Ranges(table_.num_leads)) {
    numbers_.push_back(std::make_unique<NumbersPass>(
        binding_.program(), *basis_.terms, plan_, range));
  }
}

void ScoreJob::PlanNumbers() {
  const Program& program = binding_.program();
  plan_.scores.resize(program.scores.size());
  if (!basis_.terms || former_.basis == nullptr || !former_.basis->terms)
    return;
  const Program& before = former_.binding->program();
  if (before.scores.size() != program.scores.size()) return;
  plan_.total = false;
  for (uint32_t score = 0; score < program.scores.size(); ++score) {
    plan_.scores[score] =
        PlanScore(before, *former_.basis->terms, program, *basis_.terms, score);
    plan_.total = plan_.total ||
                  plan_.scores[score].way != NumbersPlan::Way::kAsBefore ||
                  before.scores[score].weight != program.scores[score].weight;
  }
}

// Columns for the numbers: those of the former run where they stay.
void ScoreJob::MakeNumbers() {
  using Way = NumbersPlan::Way;
  const Program& program = binding_.program();
  const uint32_t leads = table_.num_leads;
  const ScoreTable* const former = former_.table;
  for (uint32_t score = 0; score < program.scores.size(); ++score) {
    const ScoreCode& code = program.scores[score];
    const Way way = plan_.scores[score].way;
    if (way == Way::kAsBefore) {
      table_.sums.push_back(former->sums[score]);
      table_.scores.push_back(former->scores[score]);
      table_.bands.push_back(former->bands[score]);
      continue;
    }
    SharedColumn<Millipoints>& sums = table_.sums.emplace_back(leads);
    if (way == Way::kByChange) {
      plan_.scores[score].before = former->sums[score];
    }
    const bool clamped = code.min || code.max || !basis_.terms;
    table_.scores.push_back(clamped ? SharedColumn<Millipoints>(leads) : sums);
    table_.bands.emplace_back(leads, kNoBand);
  }
  table_.total = plan_.total || program.scores.empty()
                     ? SharedColumn<Millipoints>(leads)
                     : former->total;
}

// Only when the numbers have been shown: the columns are large.
void ScoreJob::PrepareStages() {
  const size_t leads = table_.num_leads;
  const size_t stages = binding_.program().stages.size();
  table_.stage.assign(leads, kNoStage);
  table_.reason_offsets.assign(1, 0);
  table_.reached.assign(stages, std::vector<Instant>(leads, kNever));
  table_.entries.assign(stages, std::vector<uint32_t>(leads));
  table_.recycles.resize(leads);
  table_.since.assign(leads, kNever);
  basis_.reach = MakeReach(binding_.program(), leads_to_live());
  if (former_.table != nullptr && basis_.terms && former_.basis->terms) {
    change_.emplace(*former_.binding, binding_, former_.basis->reach);
  }
  const bool limited = change_ && change_->is_limited();
  for (const LeadRange& range : Ranges(leads_to_live())) {
    lives_.push_back(std::make_unique<LifePass>(
        binding_, table_.as_of, basis_.terms, range, &basis_.reach));
    if (limited)
      lives_.back()->TakeOver(*former_.table, former_.basis->reach, *change_);
  }
}

void ScoreJob::StepStages(uint32_t leads) {
  if (lives_.empty()) PrepareStages();
  if (!other_stages_.empty()) {
    const auto [begin, stages] = std::move(other_stages_.back());
    other_stages_.pop_back();
    TakeStages(begin, stages);
  }
  ForEach(lives_, [&](LifePass& pass) { pass.Step(leads, &table_); });
  if (AllDone(lives_) && other_stages_.empty() && !waits()) Finish();
}

void ScoreJob::TakeStages(uint32_t begin, const std::string& stages) {
  if (begin < leads_to_live() || others_.contains(begin)) return;
  ByteReader from(stages);
  std::optional<LivedLeads> lived = ReadStages(begin, &from, &table_);
  if (!lived || lived->leads == 0) return;
  other_lived_ += lived->leads;
  others_[begin] = std::move(*lived);
}

void ScoreJob::Finish() {
  phase_ = Phase::kDone;
  const auto add = [&](const std::vector<uint32_t>& reason_counts,
                       const std::vector<uint32_t>& reasons,
                       const Overflows& overflows) {
    for (const uint32_t count : reason_counts) {
      table_.reason_offsets.push_back(table_.reason_offsets.back() + count);
    }
    table_.reasons.insert(table_.reasons.end(), reasons.begin(), reasons.end());
    overflows_.insert(overflows_.end(), overflows.begin(), overflows.end());
  };
  for (const auto& pass : lives_) {
    add(pass->reason_counts(), pass->reasons(), pass->overflows());
  }
  for (const auto& [begin, lived] : others_) {
    add(lived.reason_counts, lived.reasons, lived.overflows);
  }
  for (const auto& [lead, id] : overflows_) {
    const StringPool& ids = binding_.dataset().leads.ids;
    issues_.Error(IssueCode::kPointsOverflow, {},
                  {lead < ids.size() ? std::string(ids[lead]) : "", id});
  }
  lives_.clear();
  others_.clear();
}

ScoreResult ScoreJob::Take() {
  ScoreResult result{std::nullopt, std::move(issues_)};
  if (!result.issues.has_errors()) result.table = std::move(table_);
  return result;
}

}  // namespace mqlab
