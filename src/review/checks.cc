#include "review/checks.h"

#include <algorithm>
#include <utility>

#include "attribution/touches.h"
#include "attribution/webinars.h"
#include "funnel/rate_json.h"
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

bool AtLeast(const Share& share, double part) {
  return static_cast<double>(share.count) >=
         part * static_cast<double>(share.of);
}

class Checker {
 public:
  Checker(const Run& run, const BusinessTime& time)
      : run_(run),
        time_(time),
        roles_(FindRoles(run.program.source)),
        hand_off_(run) {}

  // Too lax, too strict, and whether sales agrees.
  void CheckRules(const Scope& scope, const Scope& mqls) {
    if (roles_.sql != kNoStage) {
      const Share qualified = Count(mqls.leads, [&](uint32_t lead) {
        if (AgeDays(mqls.entries[lead], run_.as_of) < kOldEnough) return kNot;
        return Reached(roles_.sql, lead) ? kYes : kNo;
      });
      Tell("too_lax", qualified,
           Wilson(qualified.count, qualified.of).high < kLaxSql);
    }
    const Timing timing(run_);
    const Share late = Count(scope.leads, [&](uint32_t lead) {
      if (!Reached(roles_.sql, lead) && !timing.AskedForDemo(lead)) return kNot;
      return !timing.IsMql(lead) || timing.IsTooLate(lead) ? kYes : kNo;
    });
    Tell("too_strict", late, AtLeast(late, kStrict));
    const Share refused = Count(mqls.leads, [&](uint32_t lead) {
      const Mark decision = hand_off_.Since(mqls.entries[lead], lead).decision;
      if (decision == Mark::kNone) return kNot;
      return decision == Mark::kRejected ? kYes : kNo;
    });
    Tell("disagreement", refused,
         Wilson(refused.count, refused.of).low > kDisagreement);
  }

  void CheckSources(const Scope& scope, const Scope& mqls) {
    const std::vector<Source> rejected = BySource(mqls, [&](uint32_t lead) {
      return hand_off_.Since(mqls.entries[lead], lead).decision ==
             Mark::kRejected;
    });
    for (const Source& source : rejected) {
      const auto [own, others] = std::pair(source.own, source.others);
      const bool more =
          others.of >= kLeast &&
          Newcombe(own.count, own.of, others.count, others.of).low >
              kMoreRejected;
      Tell("bad_source", own, more, source.name, others);
    }
    const std::vector<Source> bought = BySource(
        scope, [&](uint32_t lead) { return Reached(roles_.customer, lead); });
    for (const Source& source : bought) {
      const auto [own, others] = std::pair(source.own, source.others);
      // Half of the others' rate: both sides times twice the others' number.
      const bool fewer =
          own.of >= kLeastOfSource && others.of >= kLeast &&
          Wilson(own.count, own.of).high * 2 * static_cast<double>(others.of) <
              static_cast<double>(others.count);
      const bool told = std::ranges::any_of(checks_, [&](const Check& check) {
        return check.check == "bad_source" && check.name == source.name;
      });
      Tell("bad_source", own, fewer && !told, source.name, others);
    }
  }

  void CheckQueue(const std::vector<uint32_t>* selection) {
    const Queue queue = MakeQueue(run_, hand_off_, selection);
    const Share cold = Count(queue.contactable, [&](uint32_t lead) {
      const Instant last =
          LastEventTime(run_.dataset->events.log, lead, run_.as_of);
      const Instant reached = hand_off_.reached(lead);
      const LeadClock clock = ClockOf(hand_off_, time_, run_.as_of, reached,
                                      hand_off_.Since(reached, lead).touched);
      const bool silent =
          last == kNever || AgeDays(last, run_.as_of) >= kSilentDays;
      return silent || clock.state == ClockState::kMissed ? kYes : kNo;
    });
    Tell("going_cold", cold, AtLeast(cold, kCold));
  }

  void CheckWebinars(const Scope& scope) {
    for (const Webinar& webinar : FindWebinars(run_, scope)) {
      const Share came{webinar.attended, webinar.registered};
      Tell("unfinished", came, Wilson(came.count, came.of).high < kUnfinished,
           webinar.name);
    }
  }

  std::vector<Check> Take() { return std::move(checks_); }

 private:
  enum Answer : uint8_t { kNot, kNo, kYes };  // kNot: not asked
  struct Source {
    std::string name;
    Share own;
    Share others;
  };

  bool Reached(int32_t stage, uint32_t lead) const {
    return stage != kNoStage &&
           run_.table.reached[static_cast<size_t>(stage)][lead] != kNever;
  }

  template <typename Ask>
  static Share Count(const std::vector<uint32_t>& leads, Ask ask) {
    Share share;
    for (const uint32_t lead : leads) {
      const Answer answer = ask(lead);
      share.of += answer != kNot;
      share.count += answer == kYes;
    }
    return share;
  }

  // The shares of the named channels of first touch, and of all others.
  template <typename Has>
  std::vector<Source> BySource(const Scope& scope, Has has) const {
    const Grouping grouping =
        GroupByFirstTouch(run_, TouchedBy::kChannel, scope);
    std::vector<Share> shares(grouping.size());
    Share all;
    for (const uint32_t lead : scope.leads) {
      Share& share = shares[grouping.of[lead]];
      ++share.of;
      ++all.of;
      if (!has(lead)) continue;
      ++share.count;
      ++all.count;
    }
    std::vector<Source> sources;
    for (size_t i = 0; i < grouping.names.size(); ++i) {
      sources.push_back({grouping.names[i],
                         shares[i],
                         {all.count - shares[i].count, all.of - shares[i].of}});
    }
    return sources;
  }

  void Tell(std::string_view check, const Share& share, bool speaks,
            std::string name = "", std::optional<Share> others = {}) {
    if (!speaks || share.of < kLeast) return;
    checks_.push_back({check, std::move(name), share, others});
  }

  const Run& run_;
  const BusinessTime& time_;
  Roles roles_;
  HandOff hand_off_;
  std::vector<Check> checks_;
};

}  // namespace

std::vector<Check> FindChecks(const Run& run, const BusinessTime& time,
                              const Scope& scope, const Scope& mqls,
                              const std::vector<uint32_t>* selection) {
  Checker checker(run, time);
  checker.CheckRules(scope, mqls);
  checker.CheckSources(scope, mqls);
  checker.CheckWebinars(scope);
  checker.CheckQueue(selection);
  return checker.Take();
}

JsonText WriteChecks(const std::vector<Check>& checks) {
  JsonText list = JsonText::List();
  for (const Check& check : checks) {
    JsonText item = JsonText::Object();
    item.Add("check", JsonText::Text(check.check));
    item.Add("name", CellToJson(check.name));
    item.Add("rate", WriteRate(check.share.count, check.share.of));
    item.Add("others", check.others
                           ? WriteRate(check.others->count, check.others->of)
                           : WriteNull());
    list.Add(std::move(item));
  }
  JsonText json = JsonText::Object();
  json.Add("checks", std::move(list));
  return json;
}

}  // namespace mqlab
