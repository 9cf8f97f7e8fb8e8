#include "scoring/reference_rules.h"

#include <algorithm>
#include <cstdlib>
#include <limits>
#include <optional>
#include <vector>

#include "scoring/reference_decay.h"

namespace mqlab::reference {
namespace {

int64_t Fit(const Moment& moment, Int128 sum) {
  if (sum > std::numeric_limits<int64_t>::max() ||
      sum < std::numeric_limits<int64_t>::min()) {
    *moment.world->overflow = true;
    return 0;
  }
  return static_cast<int64_t>(sum);
}

int64_t Clamp(int64_t points, std::optional<int64_t> min,
              std::optional<int64_t> max) {
  if (min.has_value() && points < *min) return *min;
  if (max.has_value() && points > *max) return *max;
  return points;
}

// ---- Where a rule belongs

const mqlab::Score& ScoreNamed(const Ruleset& ruleset, const std::string& id) {
  for (const mqlab::Score& score : ruleset.scores) {
    if (score.id == id) return score;
  }
  std::abort();
}

const Group* GroupOf(const Ruleset& ruleset, const Rule& rule) {
  for (const Group& group : ruleset.groups) {
    if (!rule.group.empty() && group.id == rule.group) return &group;
  }
  return nullptr;
}

const mqlab::Score& ScoreOf(const Ruleset& ruleset, const Rule& rule) {
  const Group* group = GroupOf(ruleset, rule);
  return ScoreNamed(ruleset, group == nullptr ? rule.score : group->score);
}

// The nearest one holds.
Decay DecayOf(const Ruleset& ruleset, const Rule& rule, const EachRule& each) {
  if (each.decay.has_value()) return *each.decay;
  const Group* group = GroupOf(ruleset, rule);
  if (group != nullptr && group->decay.has_value()) return *group->decay;
  return ScoreOf(ruleset, rule).decay.value_or(Decay{});
}

// The last event up to t that resets the score, if any.
std::optional<size_t> LastReset(const Moment& moment,
                                const mqlab::Score& score) {
  if (!score.reset_by.has_value()) return std::nullopt;
  Moment all = moment;
  all.first_event = 0;
  const std::vector<size_t> resets = MatchingEvents(all, *score.reset_by);
  if (resets.empty()) return std::nullopt;
  return resets.back();
}

// The same moment, seeing only the events after the score's last reset.
Moment AfterReset(const Moment& moment, const mqlab::Score& score) {
  Moment after = moment;
  const std::optional<size_t> reset = LastReset(moment, score);
  after.first_event = reset.has_value() ? *reset + 1 : 0;
  return after;
}

// ---- Each event

struct Bucket {
  std::optional<Int128> days;  // number of the span of days
  const Value* value;          // of the property; nullptr when missing
  std::vector<size_t> events;
};

bool SameValue(FieldType type, const Value* a, const Value* b) {
  if (a == nullptr || b == nullptr) return a == b;
  return Equal(type, *a, *b);
}

std::vector<Bucket> FillBuckets(const Moment& moment, const AtMost& at_most,
                                const std::vector<size_t>& events) {
  std::vector<Bucket> buckets;
  for (const size_t i : events) {
    const LeadEvent& event = moment.lead->events[i];
    Bucket own{std::nullopt, nullptr, {}};
    FieldType type = FieldType::kText;
    if (at_most.per_days.has_value()) {
      const Int128 epoch_day = FloorQuotient(event.time, kDay);
      own.days = FloorQuotient(epoch_day + 3, *at_most.per_days);
    }
    if (at_most.per_property.has_value()) {
      type = moment.world->types->properties.at(*at_most.per_property);
      const auto value = event.properties.find(*at_most.per_property);
      if (value != event.properties.end()) own.value = &value->second;
    }
    auto bucket =
        std::find_if(buckets.begin(), buckets.end(), [&](const Bucket& other) {
          return other.days == own.days &&
                 SameValue(type, other.value, own.value);
        });
    if (bucket == buckets.end()) bucket = buckets.insert(bucket, own);
    bucket->events.push_back(i);
  }
  return buckets;
}

std::vector<size_t> ApplyAtMost(const Moment& moment, const AtMost& at_most,
                                const std::vector<size_t>& events) {
  std::vector<size_t> counting;
  for (const Bucket& bucket : FillBuckets(moment, at_most, events)) {
    const auto size = static_cast<int64_t>(bucket.events.size());
    for (int64_t i = 0; i < size; ++i) {
      const bool among_first = i < at_most.from - 1;
      const bool among_last = size - i <= at_most.times;
      if (!among_first && among_last) {
        counting.push_back(bucket.events[static_cast<size_t>(i)]);
      }
    }
  }
  moment.world->tally->Count("at_most takes away",
                             counting.size() < events.size());
  return counting;
}

std::vector<size_t> EventsThatCount(const Moment& moment,
                                    const EachRule& rule) {
  std::vector<size_t> events;
  const std::vector<size_t> matching = MatchingEvents(moment, rule.each);
  for (const size_t i : matching) {
    const int64_t age = AgeInDays(moment.lead->events[i].time, moment.t);
    if (!rule.within_days.has_value() || age < *rule.within_days) {
      events.push_back(i);
    }
  }
  if (rule.within_days.has_value()) {
    moment.world->tally->Count("window takes away",
                               events.size() < matching.size());
  }
  if (!rule.at_most.has_value()) return events;
  return ApplyAtMost(moment, *rule.at_most, events);
}

int64_t TimesOf(const LeadEvent& event, const EachRule& rule) {
  if (!rule.times_property.has_value()) return 1000;
  const auto value = event.properties.find(*rule.times_property);
  if (value == event.properties.end()) return 0;
  return Thousandths(value->second.cell);
}

const char* DecayName(Decay::Kind kind) {
  constexpr const char* kNames[] = {"decay none", "decay compound",
                                    "decay linear", "decay half_life",
                                    "decay expire"};
  return kNames[static_cast<int>(kind)];
}

std::vector<EventPart> PartsOfEach(const Moment& moment, const Rule& rule,
                                   const EachRule& each) {
  const Decay decay = DecayOf(*moment.world->ruleset, rule, each);
  std::vector<EventPart> parts;
  for (const size_t i : EventsThatCount(moment, each)) {
    const LeadEvent& event = moment.lead->events[i];
    const int64_t factor = DecayFactor(decay, AgeInDays(event.time, moment.t));
    moment.world->tally->Count(DecayName(decay.kind), factor < 1'000'000);
    parts.push_back({i, factor, TimesOf(event, each)});
  }
  return parts;
}

Int128 SumOfEach(const Moment& moment, const Rule& rule, const EachRule& each) {
  Int128 sum = 0;
  for (const EventPart& part : PartsOfEach(moment, rule, each)) {
    sum += Int128{part.factor} * part.times;
  }
  const Int128 product = Int128{each.points} * sum;
  const Int128 magnitude = product < 0 ? -product : product;
  const Int128 points = (magnitude + 500'000'000) / 1'000'000'000;
  return product < 0 ? -points : points;
}

// ---- Idle

// The lead's creation or the score's last reset, whichever is later.
std::optional<int64_t> IdleStart(const Moment& moment,
                                 const mqlab::Score& score) {
  std::optional<int64_t> start;
  if (IsCreated(moment)) start = moment.lead->created;
  const std::optional<size_t> reset = LastReset(moment, score);
  if (!reset.has_value()) return start;
  const int64_t reset_at = moment.lead->events[*reset].time;
  return start.has_value() ? std::max(*start, reset_at) : reset_at;
}

int64_t Silences(int64_t from, int64_t to, int64_t days) {
  return AgeInDays(from, to) / days;
}

Int128 SumOfIdle(const Moment& moment, const Rule& rule, const IdleRule& idle) {
  const int64_t n = idle.each_idle_days;
  const std::optional<int64_t> start =
      IdleStart(moment, ScoreOf(*moment.world->ruleset, rule));
  const std::vector<size_t> matching = MatchingEvents(moment, idle.event);
  const std::vector<LeadEvent>& events = moment.lead->events;
  if (matching.empty()) {
    if (!start.has_value()) return 0;
    return Int128{idle.points} * Silences(*start, moment.t, n);
  }
  int64_t silences = Silences(events[matching.back()].time, moment.t, n);
  if (idle.past) {
    const int64_t first = events[matching.front()].time;
    if (start.has_value() && *start < first) {
      silences += Silences(*start, first, n);
    }
    for (size_t i = 1; i < matching.size(); ++i) {
      silences +=
          Silences(events[matching[i - 1]].time, events[matching[i]].time, n);
    }
  }
  return Int128{idle.points} * silences;
}

// ---- Fields

int64_t PointsOfRanges(const Moment& moment, const RangesRule& rule) {
  const Value* value = FieldAt(moment, rule.field);
  if (value == nullptr) return 0;
  const auto& literals = moment.world->types->literals;
  for (const PointsRange& range : rule.ranges) {
    const bool from = !range.from.has_value() ||
                      value->number >= literals.at(&*range.from).number;
    const bool to =
        !range.to.has_value() || value->number < literals.at(&*range.to).number;
    if (from && to) return range.points;
  }
  return 0;
}

bool IsLarger(int64_t points, int64_t than) {
  if (std::abs(points) != std::abs(than)) {
    return std::abs(points) > std::abs(than);
  }
  return points > than;
}

int64_t PointsOfLookup(const Moment& moment, const LookupRule& rule) {
  const Value* value = FieldAt(moment, rule.field);
  if (value == nullptr) return rule.otherwise;
  const FieldType type = moment.world->types->fields.at(rule.field);
  std::optional<int64_t> best;
  for (const auto& [literal, points] : rule.points_for) {
    const Value& key = moment.world->types->literals.at(&literal);
    const bool equal =
        type == FieldType::kList
            ? std::count(value->list.begin(), value->list.end(), key.text) > 0
            : Equal(type, *value, key);
    if (equal && (!best.has_value() || IsLarger(points, *best))) best = points;
  }
  return best.value_or(rule.otherwise);
}

// ---- Any rule

int64_t ClampMagnitude(const Moment& moment, int64_t points,
                       std::optional<int64_t> max_points) {
  if (!max_points.has_value()) return points;
  const int64_t clamped = Clamp(points, -*max_points, *max_points);
  moment.world->tally->Count("max_points takes away", clamped != points);
  return clamped;
}

int64_t PointsOf(const Moment& moment, const Rule&, const ConditionRule& rule) {
  return Holds(moment, rule.when) ? rule.points : 0;
}

int64_t PointsOf(const Moment& moment, const Rule& rule, const EachRule& each) {
  const int64_t sum = Fit(moment, SumOfEach(moment, rule, each));
  return ClampMagnitude(moment, sum, each.max_points);
}

int64_t PointsOf(const Moment& moment, const Rule& rule, const IdleRule& idle) {
  const int64_t sum = Fit(moment, SumOfIdle(moment, rule, idle));
  moment.world->tally->Count(idle.past ? "past silences" : "silence", sum != 0);
  return ClampMagnitude(moment, sum, idle.max_points);
}

int64_t PointsOf(const Moment& moment, const Rule&, const RangesRule& rule) {
  return PointsOfRanges(moment, rule);
}

int64_t PointsOf(const Moment& moment, const Rule&, const LookupRule& rule) {
  return PointsOfLookup(moment, rule);
}

const char* KindName(const Rule& rule) {
  constexpr const char* kNames[] = {"condition rule", "each rule", "idle rule",
                                    "ranges rule", "lookup rule"};
  return kNames[rule.kind.index()];
}

int64_t PointsOfGroup(const Moment& moment, const Group& group) {
  Int128 sum = 0;
  for (const Rule& rule : moment.world->ruleset->rules) {
    if (rule.enabled && rule.group == group.id) {
      sum += PointsOfRule(moment, rule);
    }
  }
  const int64_t points = Fit(moment, sum);
  const int64_t clamped = Clamp(points, group.min, group.max);
  moment.world->tally->Count("group clamps", clamped != points);
  return clamped;
}

}  // namespace

int64_t PointsOfRule(const Moment& moment, const Rule& rule) {
  const mqlab::Score& score = ScoreOf(*moment.world->ruleset, rule);
  const Moment after = AfterReset(moment, score);
  const int64_t points = std::visit(
      [&](const auto& kind) { return PointsOf(after, rule, kind); }, rule.kind);
  moment.world->tally->Count(KindName(rule), points != 0);
  if (score.reset_by.has_value()) {
    moment.world->tally->Count("reset", after.first_event > 0);
  }
  return points;
}

std::vector<EventPart> PartsOfRule(const Moment& moment, const Rule& rule) {
  const auto* each = std::get_if<EachRule>(&rule.kind);
  if (each == nullptr) return {};
  const mqlab::Score& score = ScoreOf(*moment.world->ruleset, rule);
  std::vector<EventPart> parts =
      PartsOfEach(AfterReset(moment, score), rule, *each);
  std::sort(
      parts.begin(), parts.end(),
      [](const EventPart& a, const EventPart& b) { return a.event < b.event; });
  return parts;
}

int64_t PointsOfScore(const Moment& moment, const mqlab::Score& score) {
  Int128 sum = score.start;
  for (const Rule& rule : moment.world->ruleset->rules) {
    if (rule.enabled && rule.score == score.id) {
      sum += PointsOfRule(moment, rule);
    }
  }
  for (const Group& group : moment.world->ruleset->groups) {
    if (group.score == score.id) sum += PointsOfGroup(moment, group);
  }
  const int64_t points = Fit(moment, sum);
  const int64_t clamped = Clamp(points, score.min, score.max);
  moment.world->tally->Count("score clamps", clamped != points);
  return clamped;
}

int64_t TotalOf(const Moment& moment) {
  Int128 total = 0;
  for (size_t i = 0; i < moment.scores.size(); ++i) {
    const Int128 score = moment.scores[i].value();
    const Int128 magnitude = score < 0 ? -score : score;
    const Int128 weighted =
        (magnitude * moment.world->ruleset->scores[i].weight + 50) / 100;
    total += score < 0 ? -weighted : weighted;
  }
  return Fit(moment, total);
}

}  // namespace mqlab::reference
