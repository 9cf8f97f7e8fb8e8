#include "sample/interest.h"

#include <array>
#include <utility>

namespace mqlab {
namespace {

// How much a lead comes back: visits after its creation, and how many of 1000
// e-mails it opens.
struct Level {
  uint16_t weight;
  int8_t fewest_visits;
  int8_t most_visits;
  int16_t opens;
};
constexpr std::array<Level, 4> kLevels = {
    {{47, 0, 1, 170}, {33, 1, 3, 300}, {15, 3, 9, 430}, {5, 10, 36, 560}}};

constexpr std::array<Channel, 5> kReturnChannels = {
    Channel::kDirect, Channel::kOrganic, Channel::kEmail, Channel::kPaidSearch,
    Channel::kPaidSocial};
constexpr std::array<uint16_t, 5> kReturnWeights = {46, 28, 10, 10, 6};
constexpr std::array<uint16_t, 5> kFirstWeights = {15, 45, 0, 22, 18};

uint8_t AdCampaign(Random& random, Channel channel) {
  const bool second = random.Chance(500);
  if (channel == Channel::kPaidSearch) return second ? 2 : 1;
  if (channel == Channel::kPaidSocial) return second ? 4 : 3;
  return channel == Channel::kEmail ? kNewsletter : kNoCampaign;
}

template <typename Item, size_t N>
constexpr auto WeightsByIntent(const std::array<Item, N>& items) {
  std::array<std::array<uint16_t, N>, 3> weights{};
  for (size_t i = 0; i < N; ++i) {
    for (size_t j = 0; j < 3; ++j) weights[j][i] = items[i].weights[j];
  }
  return weights;
}

class Interest {
 public:
  Interest(Random& random, const Person& person)
      : random_(random), person_(person) {
    std::array<uint16_t, kLevels.size()> weights;
    for (size_t i = 0; i < kLevels.size(); ++i) weights[i] = kLevels[i].weight;
    size_t level = random_.Weighted(weights);
    if (person.intent == Intent::kBuyer && level < 3 && random_.Chance(300))
      ++level;
    level_ = kLevels[level];
  }

  std::vector<LifeEvent> Make() {
    VisitsBefore();
    if (person_.channel == Channel::kWebinar) Register(person_.created, 850);
    VisitsAfter();
    if (random_.Chance(470)) Emails();
    return std::move(events_);
  }

 private:
  size_t intent() const { return static_cast<size_t>(person_.intent); }

  void Add(Seconds time, EventType type, uint8_t asset) {
    events_.push_back({.time = time,
                       .type = type,
                       .asset = asset,
                       .campaign = campaign_,
                       .channel = channel_});
  }

  uint8_t DrawPage() {
    static constexpr auto kWeights = WeightsByIntent(kPages);
    return static_cast<uint8_t>(random_.Weighted(kWeights[intent()]));
  }
  uint8_t DrawContent() {
    static constexpr auto kWeights = WeightsByIntent(kContents);
    return static_cast<uint8_t>(random_.Weighted(kWeights[intent()]));
  }

  void ComeBy(Channel channel) {
    channel_ = channel;
    campaign_ = AdCampaign(random_, channel);
  }

  void VisitsBefore() {
    const bool online = person_.channel != Channel::kTradeShow &&
                        person_.channel != Channel::kSyndication;
    if (random_.Chance(380)) {
      const int64_t visits = random_.Between(1, 3);
      for (int64_t i = 0; i < visits; ++i) {
        ComeBy(kReturnChannels[random_.Weighted(kFirstWeights)]);
        const Seconds back = random_.Between(4 * kDay, 36 * kDay);
        Visit(WorkingTime(random_, person_.created - back), 3, false);
      }
    }
    // The visit that ends with the form.
    if (!online) return;
    channel_ = person_.channel;
    campaign_ = person_.campaign;
    const int64_t pages = random_.Between(1, 3);
    Seconds time = person_.created;
    for (int64_t i = 0; i < pages; ++i) {
      time -= random_.Between(15, 200);
      Add(time, EventType::kPageView, DrawPage());
    }
    if (person_.channel == Channel::kPaidSocial) {
      Download(person_.created + random_.Between(5, 90));
    }
  }

  // Visits thin out as interest cools.
  void VisitsAfter() {
    const int64_t visits =
        random_.Between(level_.fewest_visits, level_.most_visits);
    Seconds time = person_.created;
    int64_t gap = random_.Between(1, 6);
    for (int64_t i = 0; i < visits; ++i) {
      time += random_.Between(kDay / 2, gap * kDay + kDay);
      gap += 1 + gap / 4;
      if (time > kEnd) return;
      ComeBy(kReturnChannels[random_.Weighted(kReturnWeights)]);
      Visit(WorkingTime(random_, time), 5, true);
    }
  }

  void Visit(Seconds time, int64_t most_pages, bool known) {
    const int64_t pages = random_.Between(1, most_pages);
    for (int64_t i = 0; i < pages; ++i) {
      Add(time, EventType::kPageView, DrawPage());
      time += random_.Between(15, 240);
    }
    if (!known) return;
    if (random_.Chance(190)) Download(time);
    if (random_.Chance(60)) Register(time, 450);
    const bool buyer = person_.intent == Intent::kBuyer;
    if (!demo_ && random_.Chance(buyer ? 110 : 8)) {
      demo_ = true;
      Add(time + 30, EventType::kDemoRequest, 0);
    }
    if (!trial_ && random_.Chance(buyer ? 55 : 6)) {
      trial_ = true;
      Add(time + 60, EventType::kTrialStart, 0);
    }
  }

  void Download(Seconds time) {
    Add(time, EventType::kContentDownload, DrawContent());
  }

  // For the next webinar; `shows_up` of a thousand attend.
  void Register(Seconds time, int64_t shows_up) {
    for (size_t i = 0; i < kWebinars.size(); ++i) {
      const Seconds starts = kWebinars[i].day * kDay + kWebinarHour;
      if (starts <= time) continue;
      if (webinars_[i]) return;
      webinars_[i] = true;
      const auto asset = static_cast<uint8_t>(i);
      Add(time, EventType::kWebinarRegister, asset);
      if (!random_.Chance(shows_up)) return;
      channel_ = Channel::kWebinar;
      campaign_ = kWebinarSeries;
      Add(starts + random_.Between(0, 900), EventType::kWebinarAttend, asset);
      return;
    }
  }

  // Three letters of welcome, then a newsletter a month for a while.
  void Emails() {
    channel_ = Channel::kEmail;
    campaign_ = kWelcome;
    constexpr std::array<int64_t, 3> kWelcomeDays = {1, 5, 14};
    for (size_t i = 0; i < kWelcomeDays.size(); ++i) {
      const Seconds sent =
          (person_.created / kDay + kWelcomeDays[i]) * kDay + 8 * kHour;
      if (!Email(sent, static_cast<uint8_t>(i))) return;
    }
    const int64_t letters = random_.Between(0, 1 + level_.most_visits / 2);
    const int64_t first = person_.created / kDay / 30 + 1;
    for (int64_t i = first; i < first + letters && i < 12; ++i) {
      channel_ = Channel::kEmail;
      campaign_ = kNewsletter;
      // About the middle of each thirty days, on a Tuesday.
      const int64_t day = (i * 30 + 14) / 7 * 7 + 3;
      if (!Email(day * kDay + 9 * kHour, static_cast<uint8_t>(3 + i))) return;
    }
  }

  // False once the lead has had enough.
  bool Email(Seconds sent, uint8_t asset) {
    if (sent > kEnd) return false;
    Add(sent, EventType::kEmailSent, asset);
    if (!random_.Chance(level_.opens)) return true;
    Seconds time = sent + random_.Between(120, 36 * kHour);
    Add(time, EventType::kEmailOpen, asset);
    if (random_.Chance(45)) {
      Add(time + 40, EventType::kEmailUnsubscribe, asset);
      return false;
    }
    if (!random_.Chance(260)) return true;
    time += random_.Between(10, 90);
    Add(time, EventType::kEmailClick, asset);
    Visit(time + 3, 3, true);
    return true;
  }

  Random& random_;
  const Person& person_;
  Level level_;
  Channel channel_ = Channel::kDirect;
  uint8_t campaign_ = kNoCampaign;
  bool demo_ = false;
  bool trial_ = false;
  std::array<bool, kWebinars.size()> webinars_{};
  std::vector<LifeEvent> events_;
};

}  // namespace

Seconds WorkingTime(Random& random, Seconds time) {
  int64_t day = FloorDiv(time, kDay) + 1;
  const int64_t weekday = day - FloorDiv(day, 7) * 7;  // 0: Saturday
  if (weekday < 2 && !random.Chance(150)) day += 2 - weekday;
  // The sum of two draws: most come around noon.
  const int64_t morning = random.Between(0, 5 * kHour + 1800);
  const int64_t afternoon = random.Between(0, 5 * kHour + 1800);
  return day * kDay + 6 * kHour + morning + afternoon;
}

std::vector<LifeEvent> MakeInterest(Random& random, const Person& person) {
  return Interest(random, person).Make();
}

}  // namespace mqlab
