#ifndef MQLAB_SAMPLE_MARKET_H_
#define MQLAB_SAMPLE_MARKET_H_

// The invented seller, Rota Nova, of shift-planning software: its calendar,
// channels, campaigns, pages, contents and webinars, and what each is worth in
// truth. Worths are thousandths of log-odds that a lead is taken on, becomes
// an opportunity and is won.

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "base/instant.h"
#include "sample/culture.h"

namespace mqlab {

// Times are seconds since day 0, 2025-11-01T00:00Z, a Saturday; leads come
// during 365 days, and nothing is known after 2026-10-31T18:00Z.
using Seconds = int64_t;
inline constexpr Instant kDayZero = 1'761'955'200'000;
inline constexpr Seconds kDay = 86'400;
inline constexpr Seconds kHour = 3600;
inline constexpr int64_t kNumDays = 365;
inline constexpr Seconds kEnd = 364 * kDay + 18 * kHour;

enum class Channel : uint8_t {
  kOrganic,
  kPaidSearch,
  kPaidSocial,
  kWebinar,
  kTradeShow,
  kReferral,
  kSyndication,
  kEmail,
  kDirect,
};
inline constexpr size_t kNumChannels = 9;

struct ChannelFacts {
  std::string_view name;
  uint16_t weight;  // how many leads; trade shows: in their days only
  int16_t worth;
  uint16_t quiet;  // per mille of leads that are never heard of again
  std::string_view created_by;  // asset of the lead_created event
};
inline constexpr std::array<ChannelFacts, kNumChannels> kChannels = {{
    {"Organic search", 230, 250, 190, "Newsletter form"},
    {"Paid search", 190, 100, 200, "Contact form"},
    {"Paid social", 160, -300, 260, "E-book form"},
    {"Webinar", 90, 350, 120, "Webinar form"},
    {"Trade show", 2200, 200, 330, "Booth scan"},
    {"Referral", 70, 900, 140, "Referral form"},
    {"Content syndication", 110, -900, 470, "List import"},
    {"Email", 30, 0, 150, "Newsletter form"},
    {"Direct", 100, 150, 230, "Contact form"},
}};

struct Campaign {
  Channel channel;
  std::string_view name;
  uint16_t weight;  // among those of its channel
  uint32_t cents_per_lead;
  uint32_t cents_per_month;
  int16_t first_day;  // trade shows: the only days; -1: all year
};
// Campaign 0 stands for none.
inline constexpr std::array<Campaign, 13> kCampaigns = {{
    {Channel::kDirect, "", 1, 0, 0, -1},
    {Channel::kPaidSearch, "Brand search", 45, 3'800, 15'000, -1},
    {Channel::kPaidSearch, "Shift planning search", 55, 9'200, 30'000, -1},
    {Channel::kPaidSocial, "E-book ads", 60, 4'600, 20'000, -1},
    {Channel::kPaidSocial, "Video ads", 40, 7'100, 45'000, -1},
    {Channel::kWebinar, "Webinar series", 1, 3'300, 90'000, -1},
    {Channel::kTradeShow, "Spring Planning Fair", 1, 1'500, 1'850'000, 144},
    {Channel::kTradeShow, "Autumn Operations Days", 1, 1'500, 2'300'000, 326},
    {Channel::kReferral, "Customer referrals", 55, 6'000, 0, -1},
    {Channel::kReferral, "Partner network", 45, 8'500, 60'000, -1},
    {Channel::kSyndication, "Whitepaper network", 1, 2'400, 0, -1},
    {Channel::kEmail, "Newsletter", 1, 0, 45'000, -1},
    {Channel::kEmail, "Welcome series", 0, 0, 20'000, -1},
}};
inline constexpr uint8_t kNoCampaign = 0;
inline constexpr uint8_t kWebinarSeries = 5;
inline constexpr uint8_t kSpringFair = 6;
inline constexpr uint8_t kAutumnDays = 7;
inline constexpr uint8_t kNewsletter = 11;
inline constexpr uint8_t kWelcome = 12;
inline constexpr int64_t kFairDays = 3;
// Articles and their writers; a cost of Organic search without a campaign.
inline constexpr uint32_t kOrganicCentsPerMonth = 240'000;

enum class Intent : uint8_t { kBuyer, kReader, kJobSeeker };

struct Page {
  std::string_view path;
  std::array<uint16_t, 3> weights;  // by intent
};
inline constexpr uint8_t kPricingPage = 2;
inline constexpr uint8_t kCareersPage = 3;
inline constexpr std::array<Page, 14> kPages = {{
    {"/", {14, 12, 10}},
    {"/product", {18, 8, 6}},
    {"/pricing", {14, 2, 1}},
    {"/careers", {1, 1, 40}},
    {"/product/shift-planning", {12, 6, 3}},
    {"/product/mobile-app", {8, 5, 3}},
    {"/customers", {10, 4, 3}},
    {"/integrations", {7, 3, 1}},
    {"/security", {5, 1, 1}},
    {"/blog/fair-shift-plans", {4, 16, 6}},
    {"/blog/overtime-law", {2, 18, 4}},
    {"/blog/planning-in-spreadsheets", {4, 12, 3}},
    {"/blog/life-at-rota-nova", {1, 4, 14}},
    {"/about", {3, 5, 12}},
}};

struct Content {
  std::string_view name;
  std::array<uint16_t, 3> weights;  // by intent
  int16_t worth;                    // of its first download
};
inline constexpr uint8_t kPriceList = 0;
inline constexpr std::array<Content, 8> kContents = {{
    {"Price list", {20, 2, 1}, 700},
    {"Comparison of planning tools", {16, 4, 1}, 800},
    {"Case study: Hospital rota", {12, 5, 2}, 300},
    {"Case study: Night shifts", {12, 5, 2}, 300},
    {"E-book: Return on planning", {12, 12, 3}, 250},
    {"E-book: Shift planning handbook", {12, 26, 20}, 0},
    {"Checklist: First week of a plan", {8, 14, 8}, 50},
    {"Template: Shift calendar", {8, 34, 30}, -200},
}};

// One webinar a month, on a Thursday at 14:00 UTC.
struct Webinar {
  std::string_view name;
  int16_t day;
};
inline constexpr std::array<Webinar, 12> kWebinars = {{
    {"Webinar: Shift plans that hold", 19},
    {"Webinar: Holidays and cover", 40},
    {"Webinar: Planning for 2026", 75},
    {"Webinar: Overtime under control", 110},
    {"Webinar: From spreadsheet to rota", 138},
    {"Webinar: Night work and rest", 166},
    {"Webinar: Forecasting demand", 201},
    {"Webinar: Summer cover", 229},
    {"Webinar: Time sheets without tears", 257},
    {"Webinar: Self-rostering", 292},
    {"Webinar: Planning budgets", 320},
    {"Webinar: Peak season ready", 355},
}};
inline constexpr Seconds kWebinarHour = 14 * kHour;

// What is known of a lead when sales decides on it, and its worth.
inline constexpr std::array<int16_t, kNumSeniorities> kSeniorityWorth = {
    650, 700, 350, -350, -1800};
inline constexpr std::array<int16_t, kNumIndustries> kIndustryWorth = {
    600, 450, 300, 500, 200, 0, -150, -100, -700, -400};
struct SizeClass {
  std::string_view name;
  uint32_t from;  // employees
  uint32_t to;
  uint16_t weight;
  int16_t worth;
};
inline constexpr std::array<SizeClass, 5> kSizes = {{
    {"1-9", 1, 9, 18, -800},
    {"10-49", 10, 49, 30, 0},
    {"50-199", 50, 199, 27, 500},
    {"200-999", 200, 999, 17, 700},
    {"1000+", 1000, 18000, 8, 200},
}};

enum class Act : uint8_t {
  kDemoRequest,
  kTrialStart,
  kPricingView,
  kWebinarAttended,
  kEmailClick,
  kCareersView,
  kUnsubscribed,
};
struct ActWorth {
  std::string_view name;
  int16_t worth;    // of each
  uint8_t at_most;  // so many count
};
inline constexpr std::array<ActWorth, 7> kActs = {{
    {"demo_request", 1500, 1},
    {"trial_start", 1100, 1},
    {"page_view /pricing", 300, 3},
    {"webinar_attend", 450, 2},
    {"email_click", 120, 3},
    {"page_view /careers", -900, 1},
    {"email_unsubscribe", -1200, 1},
}};

// Added to a lead's worth for the odds of each step.
inline constexpr int32_t kAcceptedIntercept = -900;
inline constexpr int32_t kOpportunityIntercept = -1700;
inline constexpr int32_t kWonIntercept = -2600;

}  // namespace mqlab

#endif  // MQLAB_SAMPLE_MARKET_H_
