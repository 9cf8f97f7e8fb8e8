#ifndef MQLAB_SAMPLE_LIFE_H_
#define MQLAB_SAMPLE_LIFE_H_

// The events of one lead: from anonymous visits to a deal won or lost.

#include <array>
#include <cstdint>
#include <optional>
#include <vector>

#include "sample/market.h"
#include "sample/person.h"
#include "sample/random.h"

namespace mqlab {

enum class EventType : uint8_t {
  kPageView,
  kLeadCreated,
  kContentDownload,
  kWebinarRegister,
  kWebinarAttend,
  kEmailSent,
  kEmailOpen,
  kEmailClick,
  kEmailUnsubscribe,
  kDemoRequest,
  kTrialStart,
  kMeetingBooked,
  kMeetingHeld,
  kMeetingNoShow,
  kSalesAccepted,
  kSalesRejected,
  kOpportunityCreated,
  kOpportunityWon,
  kOpportunityLost,
};
inline constexpr std::array<std::string_view, 19> kEventTypes = {
    "page_view",        "lead_created",        "content_download",
    "webinar_register", "webinar_attend",      "email_sent",
    "email_open",       "email_click",         "email_unsubscribe",
    "demo_request",     "trial_start",         "meeting_booked",
    "meeting_held",     "meeting_no_show",     "sales_accepted",
    "sales_rejected",   "opportunity_created", "opportunity_won",
    "opportunity_lost"};

struct LifeEvent {
  Seconds time = 0;
  uint32_t lead = 0;
  EventType type = EventType::kPageView;
  uint8_t asset = 0;  // into the list of its type
  uint8_t campaign = kNoCampaign;
  std::optional<Channel> channel = std::nullopt;
  uint32_t value = 0;  // euros; 0: none
};

// Assets of an event that is no page, content or webinar.
std::string_view AssetName(const LifeEvent& event);

// What a lead is and has done, as its worth counts it.
struct Evidence {
  std::array<uint8_t, kActs.size()> acts{};
  std::array<bool, kContents.size()> contents{};
};
int32_t Worth(const Person& person, const Evidence& evidence);

// Events of one time keep their order.
void SortByTime(std::vector<LifeEvent>& events);

// In order of time, none after kEnd.
std::vector<LifeEvent> MakeLife(Random& random, const Person& person);

}  // namespace mqlab

#endif  // MQLAB_SAMPLE_LIFE_H_
