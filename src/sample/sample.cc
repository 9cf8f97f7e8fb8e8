// One lead after the other lives through its year; the events of all are then
// put in order of time. Each lead draws from a stream of its own.

#include "sample/sample.h"

#include <algorithm>
#include <array>
#include <span>
#include <string_view>
#include <unordered_set>
#include <utility>
#include <vector>

#include "base/csv_text.h"
#include "base/instant.h"
#include "sample/life.h"
#include "sample/market.h"
#include "sample/person.h"
#include "sample/random.h"
#include "sample/truth.h"

namespace mqlab {
namespace {

constexpr uint64_t kCostStream = uint64_t{1} << 41;
constexpr int64_t kNumMonths = 12;
constexpr std::array<int16_t, kNumMonths + 1> kMonthStarts = {
    0, 30, 61, 92, 120, 151, 181, 212, 242, 273, 304, 334, 365};
// How many leads a working day of each month brings.
constexpr std::array<uint16_t, kNumMonths> kSeason = {
    100, 60, 95, 105, 120, 105, 100, 90, 65, 60, 115, 120};

size_t MonthOf(int64_t day) {
  size_t month = 0;
  while (kMonthStarts[month + 1] <= day) ++month;
  return month;
}

// Spreads leads over the days of the year, in order.
class Calendar {
 public:
  Calendar() {
    for (int64_t day = 0; day < kNumDays; ++day) {
      uint32_t weight = kSeason[MonthOf(day)];
      if (day % 7 < 2) weight /= 4;  // Saturday, Sunday
      for (const uint8_t fair : {kSpringFair, kAutumnDays}) {
        const int64_t first = kCampaigns[fair].first_day;
        if (day >= first && day < first + kFairDays) weight *= 4;
      }
      const auto i = static_cast<size_t>(day);
      until_[i] = (i == 0 ? 0 : until_[i - 1]) + weight;
    }
  }

  // The creation of lead `number` of `count`, later than those before it.
  Seconds CreationOf(uint32_t number, uint32_t count, Random& random) const {
    constexpr uint64_t kParts = 4096;
    const uint64_t all = until_.back() * kParts;
    const uint64_t within = random.Below(static_cast<uint32_t>(all));
    const uint64_t place = (number * all + within) / count;
    const auto found =
        std::upper_bound(until_.begin(), until_.end(), place / kParts);
    const auto day = found - until_.begin();
    const uint64_t begin = day == 0 ? 0 : *(found - 1);
    const uint64_t part = place - begin * kParts;
    // From six in the morning to five in the afternoon, so before kEnd.
    const uint64_t seconds = part * 11 * kHour / ((*found - begin) * kParts);
    return day * kDay + 6 * kHour + static_cast<Seconds>(seconds);
  }

 private:
  std::array<uint64_t, kNumDays> until_{};  // weights of the days up to each
};

void AppendLeadId(std::string& csv, uint32_t number) {
  const std::string digits = std::to_string(number + 1);
  csv += 'L';
  if (digits.size() < 5) csv.append(5 - digits.size(), '0');
  csv += digits;
}

// "2026-03-01T09:30:12Z"; dates are made once.
class Clock {
 public:
  void Append(std::string& csv, Seconds time) {
    const int64_t day = FloorDiv(time, kDay);
    std::string& date = dates_[static_cast<size_t>(day + kDaysBefore)];
    if (date.empty()) {
      date = FormatInstant(kDayZero + day * kMillisPerDay).substr(0, 11);
    }
    csv += date;
    const int64_t second = time - day * kDay;
    AppendTwo(csv, second / kHour);
    csv += ':';
    AppendTwo(csv, second / 60 % 60);
    csv += ':';
    AppendTwo(csv, second % 60);
    csv += 'Z';
  }

 private:
  static constexpr int64_t kDaysBefore = 64;  // visits before the first lead
  static void AppendTwo(std::string& csv, int64_t number) {
    csv += static_cast<char>('0' + number / 10);
    csv += static_cast<char>('0' + number % 10);
  }

  std::array<std::string, kNumDays + kDaysBefore> dates_;
};

std::string Tags(const Person& person, const std::vector<LifeEvent>& life) {
  std::string tags;
  const auto add = [&](std::string_view tag) {
    if (!tags.empty()) tags += ';';
    tags += tag;
  };
  if (person.channel == Channel::kTradeShow) add("trade show");
  if (kCampaigns[person.campaign].name == "Partner network") add("partner");
  for (const LifeEvent& event : life) {
    if (event.type != EventType::kEmailSent) continue;
    add("newsletter");
    break;
  }
  return tags;
}

class Writer {
 public:
  explicit Writer(const SampleOptions& options) : options_(options) {
    sample_.leads_csv =
        "lead_id,email,first_name,last_name,job_title,company,industry,"
        "employees,"
        "annual_revenue,country,city,lead_source,campaign,opted_out,created_at,"
        "tags\n";
    sample_.leads_csv.reserve(options.leads * size_t{220} + 200);
  }

  Sample Write() {
    const uint32_t companies = options_.leads - options_.leads / 3;
    for (uint32_t i = 0; i < options_.leads; ++i) {
      Random random(options_.seed, i);
      const Seconds created = calendar_.CreationOf(i, options_.leads, random);
      const uint32_t company = random.Below(companies);
      Person person =
          MakePerson(random, MakeCompany(options_.seed, company), created);
      MakeUnique(person.email);
      std::vector<LifeEvent> life = MakeLife(random, person);
      tally_.Add(person, life);
      AppendLead(random, i, person, life);
      ++leads_[MonthOf(created / kDay)][person.campaign];
      for (LifeEvent& event : life) {
        event.lead = i;
        events_.push_back(event);
      }
    }
    AppendEvents();
    AppendCosts();
    sample_.truth_json = WriteTruth(options_, tally_);
    return std::move(sample_);
  }

 private:
  void MakeUnique(std::string& email) {
    const size_t at = email.find('@');
    std::string unique = email;
    for (int i = 2; !emails_.insert(unique).second; ++i) {
      unique = email.substr(0, at) + std::to_string(i) + email.substr(at);
    }
    email = std::move(unique);
  }

  // A cell that is empty for so many leads of a thousand.
  void AppendOr(Random& random, int64_t lost, std::string_view cell) {
    std::string& csv = sample_.leads_csv;
    csv += ',';
    if (!random.Chance(lost)) AppendCsvCell(cell, &csv);
  }

  void AppendLead(Random& random, uint32_t number, const Person& person,
                  const std::vector<LifeEvent>& life) {
    std::string& csv = sample_.leads_csv;
    const Company& company = person.company;
    AppendLeadId(csv, number);
    AppendOr(random, 0, person.email);
    AppendOr(random, 15, person.first_name);
    AppendOr(random, 25, person.last_name);
    AppendOr(random, 60, person.title);
    AppendOr(random, 40, company.name);
    AppendOr(random, 80, kIndustries[company.industry]);
    AppendOr(random, 110, std::to_string(company.employees));
    AppendOr(random, 420, std::to_string(company.revenue));
    AppendOr(random, 30, company.city.country);
    AppendOr(random, 90, company.city.name);
    AppendOr(random, 0, kChannels[static_cast<size_t>(person.channel)].name);
    AppendOr(random, 0, kCampaigns[person.campaign].name);
    bool opted_out = false;
    for (const LifeEvent& event : life) {
      opted_out = opted_out || event.type == EventType::kEmailUnsubscribe;
    }
    AppendOr(random, 0, opted_out ? "true" : "false");
    csv += ',';
    clock_.Append(csv, person.created);
    AppendOr(random, 0, Tags(person, life));
    csv += '\n';
  }

  void AppendEvents() {
    SortByTime(events_);
    std::string& csv = sample_.events_csv;
    csv.reserve(events_.size() * 88 + 100);
    csv = "lead_id,time,type,asset,campaign,channel,value\n";
    for (const LifeEvent& event : events_) {
      AppendLeadId(csv, event.lead);
      csv += ',';
      clock_.Append(csv, event.time);
      csv += ',';
      csv += kEventTypes[static_cast<size_t>(event.type)];
      csv += ',';
      AppendCsvCell(AssetName(event), &csv);
      csv += ',';
      csv += kCampaigns[event.campaign].name;
      csv += ',';
      if (event.channel)
        csv += kChannels[static_cast<size_t>(*event.channel)].name;
      csv += ',';
      if (event.value > 0) csv += std::to_string(event.value);
      csv += '\n';
    }
  }

  void AppendCost(int64_t month, std::string_view channel,
                  std::string_view campaign, uint64_t cents) {
    if (cents == 0) return;
    std::string& csv = sample_.costs_csv;
    const Instant start =
        kDayZero + kMonthStarts[static_cast<size_t>(month)] * kMillisPerDay;
    csv += FormatInstant(start).substr(0, 7);
    csv.append(",").append(channel).append(",").append(campaign).append(",");
    csv += std::to_string(cents / 100);
    csv += '.';
    csv += static_cast<char>('0' + cents / 10 % 10);
    csv += static_cast<char>('0' + cents % 10);
    csv += ",EUR\n";
  }

  void AppendCosts() {
    Random random(options_.seed, kCostStream);
    sample_.costs_csv = "month,channel,campaign,cost,currency\n";
    for (int64_t month = 0; month < kNumMonths; ++month) {
      AppendCost(month, kChannels[0].name, "", kOrganicCentsPerMonth);
      for (size_t i = 1; i < kCampaigns.size(); ++i) {
        const Campaign& campaign = kCampaigns[i];
        const bool fair = campaign.first_day >= 0;
        if (fair && MonthOf(campaign.first_day) != static_cast<size_t>(month))
          continue;
        const uint64_t leads = leads_[static_cast<size_t>(month)][i];
        const auto price = static_cast<uint64_t>(random.Between(88, 113));
        AppendCost(month, kChannels[static_cast<size_t>(campaign.channel)].name,
                   campaign.name,
                   campaign.cents_per_month +
                       leads * campaign.cents_per_lead * price / 100);
      }
    }
  }

  SampleOptions options_;
  Calendar calendar_;
  Clock clock_;
  Tally tally_;
  std::unordered_set<std::string> emails_;
  std::array<std::array<uint32_t, kCampaigns.size()>, kNumMonths> leads_{};
  std::vector<LifeEvent> events_;
  Sample sample_;
};

}  // namespace

Sample MakeSample(const SampleOptions& options) {
  return Writer(options).Write();
}

}  // namespace mqlab
