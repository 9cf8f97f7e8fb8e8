#include "sample/life.h"

#include <algorithm>
#include <utility>

#include "base/heap_sort.h"
#include "sample/interest.h"
#include "sample/logistic.h"

namespace mqlab {
namespace {

constexpr std::array<std::string_view, 15> kNewsletters = {
    "Welcome 1: Start here",       "Welcome 2: Three plans to copy",
    "Welcome 3: What others save", "Newsletter November 2025",
    "Newsletter December 2025",    "Newsletter January 2026",
    "Newsletter February 2026",    "Newsletter March 2026",
    "Newsletter April 2026",       "Newsletter May 2026",
    "Newsletter June 2026",        "Newsletter July 2026",
    "Newsletter August 2026",      "Newsletter September 2026",
    "Newsletter October 2026"};

enum Rejection : uint8_t {
  kNoAuthority,
  kTooSmall,
  kNoNeed,
  kNoBudget,
  kNotReached
};
constexpr std::array<std::string_view, 5> kRejections = {
    "No authority", "Company too small", "No need now", "No budget",
    "Not reached"};
constexpr std::array<std::string_view, 4> kLosses = {
    "No decision", "Competitor", "Price", "Bad timing"};
constexpr std::array<uint16_t, 4> kLossWeights = {40, 25, 20, 15};

// Points of attention that make sales look at a lead without being asked.
constexpr int kAttention = 15;

int Attention(const LifeEvent& event) {
  switch (event.type) {
    case EventType::kPageView:
      return event.asset == kPricingPage ? 3 : 1;
    case EventType::kContentDownload:
      return event.asset == kPriceList ? 8 : 4;
    case EventType::kWebinarAttend:
      return 6;
    case EventType::kEmailClick:
      return 2;
    case EventType::kDemoRequest:
    case EventType::kTrialStart:
      return kAttention;
    default:
      return 0;
  }
}

bool IsPage(const LifeEvent& event, uint8_t page) {
  return event.type == EventType::kPageView && event.asset == page;
}

void Count(const LifeEvent& event, Evidence& evidence) {
  const auto add = [&](Act act) {
    uint8_t& count = evidence.acts[static_cast<size_t>(act)];
    if (count < kActs[static_cast<size_t>(act)].at_most) ++count;
  };
  if (IsPage(event, kPricingPage)) add(Act::kPricingView);
  if (IsPage(event, kCareersPage)) add(Act::kCareersView);
  switch (event.type) {
    case EventType::kDemoRequest:
      return add(Act::kDemoRequest);
    case EventType::kTrialStart:
      return add(Act::kTrialStart);
    case EventType::kWebinarAttend:
      return add(Act::kWebinarAttended);
    case EventType::kEmailClick:
      return add(Act::kEmailClick);
    case EventType::kEmailUnsubscribe:
      return add(Act::kUnsubscribed);
    case EventType::kContentDownload:
      evidence.contents[event.asset] = true;
      return;
    default:
      return;
  }
}

// Sales' side of the story, from the day on which it looks at the lead.
class Sales {
 public:
  Sales(Random& random, const Person& person, std::vector<LifeEvent>& events)
      : random_(random), person_(person), events_(events) {}

  void Work() {
    const std::optional<Seconds> looks = FirstLook();
    if (!looks || *looks > kEnd) return;
    Evidence evidence;
    for (const LifeEvent& event : events_) {
      if (event.time <= *looks) Count(event, evidence);
    }
    worth_ = Worth(person_, evidence);
    Seconds time = *looks;
    if (!Succeeds(kAcceptedIntercept)) {
      return Add(time, EventType::kSalesRejected, Reason());
    }
    Add(time, EventType::kSalesAccepted, 0);
    time = Later(time, 0, 2);
    Add(time, EventType::kMeetingBooked, 0);
    time = Later(time, 2, 9);
    const bool held = random_.Chance(870);
    Add(time, held ? EventType::kMeetingHeld : EventType::kMeetingNoShow, 0);
    if (!held || !Succeeds(kOpportunityIntercept)) return;
    Deal(Later(time, 1, 8));
  }

 private:
  void Add(Seconds time, EventType type, uint8_t asset, uint32_t value = 0) {
    events_.push_back(
        {.time = time, .type = type, .asset = asset, .value = value});
  }

  Seconds Later(Seconds time, int64_t fewest_days, int64_t most_days) {
    const int64_t days = random_.Between(fewest_days, most_days);
    return WorkingTime(random_, time + days * kDay);
  }

  bool Succeeds(int32_t intercept) {
    return random_.Below(10'000) < Logistic(worth_ + intercept);
  }

  std::optional<Seconds> FirstLook() {
    const bool warm = person_.channel == Channel::kReferral ||
                      person_.channel == Channel::kTradeShow;
    std::optional<Seconds> first;
    if (warm && random_.Chance(300)) first = Later(person_.created, 0, 5);
    int attention = 0;
    for (const LifeEvent& event : events_) {
      attention += Attention(event);
      if (attention < kAttention || event.time < person_.created) continue;
      const Seconds looks = Later(event.time, 0, 1);
      return first && *first < looks ? first : looks;
    }
    return first;
  }

  uint8_t Reason() {
    if (person_.seniority >= 3 && random_.Chance(650)) return kNoAuthority;
    if (person_.company.size == 0 && random_.Chance(700)) return kTooSmall;
    constexpr std::array<uint8_t, 3> kOthers = {kNoNeed, kNoBudget,
                                                kNotReached};
    constexpr std::array<uint16_t, 3> kWeights = {45, 25, 30};
    return kOthers[random_.Weighted(kWeights)];
  }

  void Deal(Seconds time) {
    // Per head and year, with a floor for small firms and a discount for large.
    const uint32_t heads = std::min<uint32_t>(person_.company.employees, 1500);
    const auto rate = static_cast<uint32_t>(random_.Between(60, 140));
    const uint32_t value = (1800 + heads * rate) / 100 * 100;
    Add(time, EventType::kOpportunityCreated, 0, value);
    time = Later(time, 14, 75);
    if (Succeeds(kWonIntercept)) {
      const auto kept = static_cast<uint32_t>(random_.Between(80, 100));
      Add(time, EventType::kOpportunityWon, 0, value * kept / 1000 * 10);
    } else {
      const size_t loss = random_.Weighted(kLossWeights);
      Add(time, EventType::kOpportunityLost, static_cast<uint8_t>(loss), value);
    }
  }

  Random& random_;
  const Person& person_;
  std::vector<LifeEvent>& events_;
  int32_t worth_ = 0;
};

}  // namespace

void SortByTime(std::vector<LifeEvent>& events) {
  // Time, then place, in one number.
  std::vector<uint64_t> keys(events.size());
  for (size_t i = 0; i < events.size(); ++i) {
    keys[i] = static_cast<uint64_t>(events[i].time + kNumDays * kDay) << 32 | i;
  }
  HeapSort(keys);
  std::vector<LifeEvent> sorted(events.size());
  for (size_t i = 0; i < keys.size(); ++i) {
    sorted[i] = events[keys[i] & 0xFFFFFFFF];
  }
  events = std::move(sorted);
}

std::string_view AssetName(const LifeEvent& event) {
  switch (event.type) {
    case EventType::kPageView:
      return kPages[event.asset].path;
    case EventType::kLeadCreated:
      return kChannels[event.asset].created_by;
    case EventType::kContentDownload:
      return kContents[event.asset].name;
    case EventType::kWebinarRegister:
    case EventType::kWebinarAttend:
      return kWebinars[event.asset].name;
    case EventType::kEmailSent:
    case EventType::kEmailOpen:
    case EventType::kEmailClick:
    case EventType::kEmailUnsubscribe:
      return kNewsletters[event.asset];
    case EventType::kDemoRequest:
      return "Demo form";
    case EventType::kTrialStart:
      return "Trial form";
    case EventType::kSalesRejected:
      return kRejections[event.asset];
    case EventType::kOpportunityLost:
      return kLosses[event.asset];
    case EventType::kMeetingBooked:
    case EventType::kMeetingHeld:
    case EventType::kMeetingNoShow:
      return "First meeting";
    case EventType::kSalesAccepted:
    case EventType::kOpportunityCreated:
    case EventType::kOpportunityWon:
      return "";
  }
  return "";
}

int32_t Worth(const Person& person, const Evidence& evidence) {
  int32_t worth = kSeniorityWorth[person.seniority] +
                  kIndustryWorth[person.company.industry] +
                  kSizes[person.company.size].worth +
                  kChannels[static_cast<size_t>(person.channel)].worth;
  for (size_t i = 0; i < kActs.size(); ++i) {
    worth += kActs[i].worth * evidence.acts[i];
  }
  for (size_t i = 0; i < kContents.size(); ++i) {
    if (evidence.contents[i]) worth += kContents[i].worth;
  }
  return worth;
}

std::vector<LifeEvent> MakeLife(Random& random, const Person& person) {
  std::vector<LifeEvent> events;
  if (!person.quiet) events = MakeInterest(random, person);
  events.push_back({.time = person.created,
                    .type = EventType::kLeadCreated,
                    .asset = static_cast<uint8_t>(person.channel),
                    .campaign = person.campaign,
                    .channel = person.channel});
  SortByTime(events);
  if (!person.quiet) Sales(random, person, events).Work();
  SortByTime(events);
  while (!events.empty() && events.back().time > kEnd) events.pop_back();
  return events;
}

}  // namespace mqlab
