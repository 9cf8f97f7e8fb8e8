#include "review/checks.h"

#include <algorithm>
#include <utility>

#include "attribution/touches.h"
#include "attribution/webinars.h"
#include "funnel/rate_json.h"
#include "funnel/request.h"
#include "funnel/roles.h"
#include "funnel/timing.h"
#include "sales/clock.h"
#include "sales/hand_off.h"
#include "sales/queue.h"
#include "statistics/newcombe.h"
#include "statistics/wilson.h"

namespace mqlab {
namespace {

constexpr uint64_t kLeast = 20;  // leads, to speak at all
constexpr int64_t kOldEnough = 30;
constexpr double kLaxSql = 0.13;
constexpr double kStrict = 0.25;
constexpr double kDisagreement = 0.5;
constexpr double kMoreRejected = 0.1;
constexpr uint64_t kLeastOfSource = 50;
constexpr double kUnfinished = 0.3;
constexpr double kCold = 0.2;
constexpr int64_t kSilentDays = 14;

Interval RangeOf(const Check& check) {
  const Share share = check.share();
  return Wilson(share.count, share.of);
}

bool IsAtLeast(const Check& check, double part) {
  const Share share = check.share();
  return static_cast<double>(share.count) >=
         part * static_cast<double>(share.of);
}

class Checker {
 public:
  Checker(const Run& run, const BusinessTime& time, const Scope& scope,
          const Scope& mqls)
      : run_(run),
        time_(time),
        scope_(scope),
        mqls_(mqls),
        roles_(FindRoles(run.program.source)),
        hand_off_(run),
        decisions_(run.table.num_leads, Mark::kNone) {
    for (const uint32_t lead : mqls.leads) {
      decisions_[lead] = hand_off_.Since(mqls.entries[lead], lead).decision;
    }
  }

  // Too lax, too strict, and whether sales agrees.
  void CheckRules() {
    if (roles_.sql != kNoStage) {
      Check lax = Ask("too_lax", mqls_.leads, [&](uint32_t lead) {
        if (AgeDays(mqls_.entries[lead], run_.as_of) < kOldEnough) return kNot;
        return Reached(roles_.sql, lead) ? kYes : kNo;
      });
      Tell(&lax, RangeOf(lax).high < kLaxSql);
    }
    const Timing timing(run_);
    Check late = Ask("too_strict", scope_.leads, [&](uint32_t lead) {
      if (!Reached(roles_.sql, lead) && !timing.AskedForDemo(lead)) return kNot;
      return !timing.IsMql(lead) || timing.IsTooLate(lead) ? kYes : kNo;
    });
    Tell(&late, IsAtLeast(late, kStrict));
    Check refused = Ask("disagreement", mqls_.leads, [&](uint32_t lead) {
      if (decisions_[lead] == Mark::kNone) return kNot;
      return decisions_[lead] == Mark::kRejected ? kYes : kNo;
    });
    Tell(&refused, RangeOf(refused).low > kDisagreement);
  }

  void CheckSources() {
    const auto rejects = [&](uint32_t lead) {
      return decisions_[lead] == Mark::kRejected;
    };
    ForEachSource(mqls_, rejects, [](const Share& own, const Share& others) {
      return others.of >= kLeast &&
             Newcombe(own.count, own.of, others.count, others.of).low >
                 kMoreRejected;
    });
    const auto buys = [&](uint32_t lead) {
      return Reached(roles_.customer, lead);
    };
    ForEachSource(scope_, buys, [](const Share& own, const Share& others) {
      // Half of the others' rate: both sides times twice the others' number.
      return own.of >= kLeastOfSource && others.of >= kLeast &&
             Wilson(own.count, own.of).high * 2 *
                     static_cast<double>(others.of) <
                 static_cast<double>(others.count);
    });
  }

  void CheckQueue(const std::vector<uint32_t>* selection) {
    const Queue queue = MakeQueue(run_, hand_off_, selection);
    Check cold = Ask("going_cold", queue.contactable, [&](uint32_t lead) {
      const Instant last =
          LastEventTime(run_.dataset->events.log, lead, run_.as_of);
      const Instant reached = hand_off_.reached(lead);
      const LeadClock clock = ClockOf(hand_off_, time_, run_.as_of, reached,
                                      hand_off_.Since(reached, lead).touched);
      const bool silent =
          last == kNever || AgeDays(last, run_.as_of) >= kSilentDays;
      return silent || clock.state == ClockState::kMissed ? kYes : kNo;
    });
    Tell(&cold, IsAtLeast(cold, kCold));
  }

  void CheckWebinars() {
    for (Webinar& webinar : FindWebinars(run_, scope_)) {
      Check came;
      came.check = "unfinished";
      came.name = std::move(webinar.name);
      came.counted = std::move(webinar.attended);
      came.rest = std::move(webinar.missed);
      Tell(&came, RangeOf(came).high < kUnfinished);
    }
  }

  std::vector<Check> Take() { return std::move(checks_); }

 private:
  enum Answer : uint8_t { kNot, kNo, kYes };  // kNot: not asked
  bool Reached(int32_t stage, uint32_t lead) const {
    return stage != kNoStage &&
           run_.table.reached[static_cast<size_t>(stage)][lead] != kNever;
  }

  template <typename Answers>
  static Check Ask(std::string_view name, const std::vector<uint32_t>& leads,
                   Answers answers) {
    Check check;
    check.check = name;
    for (const uint32_t lead : leads) {
      const Answer answer = answers(lead);
      if (answer == kYes) check.counted.push_back(lead);
      if (answer == kNo) check.rest.push_back(lead);
    }
    return check;
  }

  // Tells of the named channels of first touch that are bad by their share and
  // that of all others, each once.
  template <typename Has, typename IsBad>
  void ForEachSource(const Scope& scope, Has has, IsBad is_bad) {
    const Grouping grouping =
        GroupByFirstTouch(run_, TouchedBy::kChannel, scope);
    std::vector<Check> sources(grouping.size());
    Share all;
    for (const uint32_t lead : scope.leads) {
      Check& source = sources[grouping.of[lead]];
      const bool counted = has(lead);
      (counted ? source.counted : source.rest).push_back(lead);
      all.count += counted;
      ++all.of;
    }
    for (size_t i = 0; i < grouping.names.size(); ++i) {
      Check& source = sources[i];
      const Share own = source.share();
      source.check = "bad_source";
      source.name = grouping.names[i];
      source.others = {all.count - own.count, all.of - own.of};
      const bool told = std::ranges::any_of(checks_, [&](const Check& check) {
        return check.check == source.check && check.name == source.name;
      });
      Tell(&source, !told && is_bad(own, *source.others));
    }
  }

  void Tell(Check* check, bool speaks) {
    if (speaks && check->share().of >= kLeast) {
      checks_.push_back(std::move(*check));
    }
  }

  const Run& run_;
  const BusinessTime& time_;
  const Scope& scope_;
  const Scope& mqls_;
  Roles roles_;
  HandOff hand_off_;
  std::vector<Mark> decisions_;  // of sales, by lead, on MQLs
  std::vector<Check> checks_;
};

}  // namespace

std::vector<Check> FindChecks(const Run& run, const BusinessTime& time,
                              const Scope& scope, const Scope& mqls,
                              const std::vector<uint32_t>* selection) {
  Checker checker(run, time, scope, mqls);
  checker.CheckRules();
  checker.CheckSources();
  checker.CheckWebinars();
  checker.CheckQueue(selection);
  return checker.Take();
}

JsonText WriteChecks(const std::vector<Check>& checks) {
  JsonText list = JsonText::List();
  for (const Check& check : checks) {
    JsonText item = JsonText::Object();
    item.Add("check", JsonText::Text(check.check));
    item.Add("name", CellToJson(check.name));
    const Share share = check.share();
    item.Add("rate", WriteRate(share.count, share.of));
    item.Add("others", check.others
                           ? WriteRate(check.others->count, check.others->of)
                           : WriteNull());
    list.Add(std::move(item));
  }
  JsonText json = JsonText::Object();
  json.Add("checks", std::move(list));
  return json;
}

std::vector<uint32_t> LeadsOfChecks(std::vector<Check> checks,
                                    const JsonValue& cell) {
  const std::string_view set = TextAt(cell, "set");
  for (Check& check : checks) {
    if (check.check != TextAt(cell, "check")) continue;
    if (check.name != TextAt(cell, "name")) continue;
    if (set == "counted") return std::move(check.counted);
    if (set == "rest") return std::move(check.rest);
  }
  return {};
}

}  // namespace mqlab
