// What sales and nurture are told: "sla", "qualification" and "nurture".

#include <algorithm>
#include <utility>

#include "rules/ruleset_parser.h"

namespace mqlab {
namespace {

using Kind = JsonValue::Kind;

constexpr std::string_view kSlaKeys[] = {"stage",   "hours",         "touch",
                                         "accept",  "reject",        "reason",
                                         "contact", "business_hours"};
constexpr std::string_view kHoursKeys[] = {"days", "from", "until", "zone"};
constexpr std::string_view kChecklistKeys[] = {"label", "at_least", "items"};
constexpr std::string_view kItemKeys[] = {"id", "label", "when", "ask"};
constexpr std::string_view kNurtureKeys[] = {"silent_days", "tracks"};
constexpr std::string_view kTrackKeys[] = {"id", "label", "when", "content"};

constexpr int64_t kHoursOfYear = 8760;
constexpr int32_t kMinutesOfDay = 24 * 60;

// "09:30" in minutes.
std::optional<int32_t> MinuteOf(std::string_view text) {
  const auto digit = [&](size_t at) { return text[at] - '0'; };
  const auto is_digit = [&](size_t at) {
    return text[at] >= '0' && text[at] <= '9';
  };
  if (text.size() != 5 || text[2] != ':' || !is_digit(0) || !is_digit(1) ||
      !is_digit(3) || !is_digit(4) || digit(3) > 5) {
    return std::nullopt;
  }
  const int32_t minute =
      (digit(0) * 10 + digit(1)) * 60 + digit(3) * 10 + digit(4);
  return minute <= kMinutesOfDay ? std::optional(minute) : std::nullopt;
}

}  // namespace

std::optional<Sla> RulesetParser::ParseSla() {
  const JsonValue* value = in_.Get(root_, "sla");
  if (value == nullptr || !in_.Is(*value, Kind::kObject)) return std::nullopt;
  in_.CheckKeys(*value, kSlaKeys);
  Sla sla;
  sla.node = in_.Node(value->place);
  if (const JsonValue* stage = in_.Get(*value, "stage")) {
    sla.stage = KnownName(*stage, known_.stages, IssueCode::kUnknownStage);
  }
  sla.hours = in_.Whole(*value, "hours", 1, kHoursOfYear);
  sla.touch = ParsePatternUnder(*value, "touch");
  sla.accept = ParsePatternUnder(*value, "accept");
  sla.reject = ParsePatternUnder(*value, "reject");
  if (const JsonValue* reason = in_.Get(*value, "reason")) {
    sla.reason = in_.Filled(*reason);
    sla.reason_node = in_.Node(reason->place);
  }
  if (const JsonValue* contact = in_.Get(*value, "contact")) {
    sla.contact = in_.Texts(*contact);
    sla.contact_node = in_.Node(contact->place);
  }
  if (const JsonValue* hours = in_.Get(*value, "business_hours")) {
    sla.business_hours = ParseBusinessHours(*hours);
  }
  return sla;
}

BusinessHours RulesetParser::ParseBusinessHours(const JsonValue& value) {
  BusinessHours hours;
  if (!in_.Is(value, Kind::kObject)) return hours;
  in_.CheckKeys(value, kHoursKeys);
  if (const JsonValue* days = in_.Require(value, "days")) {
    hours.days = ParseDays(*days);
  }
  const std::optional<int32_t> from = ParseTimeOfDay(value, "from");
  const std::optional<int32_t> until = ParseTimeOfDay(value, "until");
  if (from && until && *from >= *until) {
    const JsonValue& end = *in_.Get(value, "until");
    in_.Error(IssueCode::kHoursEmpty, end.place,
              {in_.Get(value, "from")->text, end.text});
  }
  hours.from_minute = from.value_or(0);
  hours.until_minute = until.value_or(kMinutesOfDay);
  if (const JsonValue* zone = in_.Get(value, "zone")) {
    hours.zone = in_.Filled(*zone);
  }
  return hours;
}

std::vector<uint8_t> RulesetParser::ParseDays(const JsonValue& value) {
  std::vector<uint8_t> days;
  in_.Texts(value);
  for (const JsonValue& item : value.items) {
    const auto* const day = std::ranges::find(kWeekdays, item.text);
    if (day != kWeekdays.end()) {
      days.push_back(static_cast<uint8_t>(day - kWeekdays.begin()));
    } else if (item.kind == Kind::kText) {
      in_.Error(IssueCode::kUnknownChoice, item.place,
                {item.text, Joined(kWeekdays)});
    }
  }
  std::ranges::sort(days);
  return days;
}

std::optional<int32_t> RulesetParser::ParseTimeOfDay(const JsonValue& object,
                                                     std::string_view key) {
  const JsonValue* value = in_.Require(object, key);
  if (value == nullptr || !in_.Is(*value, Kind::kText)) return std::nullopt;
  const std::optional<int32_t> minute = MinuteOf(value->text);
  if (!minute) {
    in_.Error(IssueCode::kNotATimeOfDay, value->place, {value->text});
  }
  return minute;
}

std::vector<Checklist> RulesetParser::ParseQualification() {
  std::vector<Checklist> all;
  const JsonValue* section = in_.Get(root_, "qualification");
  if (section == nullptr || !in_.Is(*section, Kind::kObject)) return all;
  const JsonValue* scenarios = in_.Get(root_, "scenarios");
  for (const JsonMember& member : section->members) {
    in_.CheckName(member.key, member.key_place);
    if (scenarios != nullptr && scenarios->Find(member.key) != nullptr) {
      in_.Error(IssueCode::kDuplicateId, member.key_place, {member.key});
    }
    all.push_back(ParseChecklist(member));
  }
  return all;
}

Checklist RulesetParser::ParseChecklist(const JsonMember& member) {
  Checklist list;
  list.id = member.key;
  list.node = in_.Node(member.key_place);
  const JsonValue& value = member.value;
  if (!in_.Is(value, Kind::kObject)) return list;
  in_.CheckKeys(value, kChecklistKeys);
  list.label = in_.Text(value, "label");
  const JsonValue* items = in_.Require(value, "items");
  if (items == nullptr || !in_.Is(*items, Kind::kList)) return list;
  if (items->items.empty()) in_.Error(IssueCode::kEmptyList, items->place);
  std::set<std::string> ids;
  for (const JsonValue& item : items->items) {
    if (!in_.Is(item, Kind::kObject)) continue;
    in_.CheckKeys(item, kItemKeys);
    ChecklistItem one;
    one.id = ParseId(item, ids);
    one.label = in_.Text(item, "label");
    one.when = RequireCondition(item, "when", ConditionHome::kScenario);
    one.ask = in_.Text(item, "ask");
    one.node = in_.Node(item.place);
    list.items.push_back(std::move(one));
  }
  const auto most = static_cast<int64_t>(items->items.size());
  list.at_least =
      in_.Whole(value, "at_least", 1, most == 0 ? kMaxMagnitude : most);
  return list;
}

std::optional<Nurture> RulesetParser::ParseNurture() {
  const JsonValue* value = in_.Get(root_, "nurture");
  if (value == nullptr || !in_.Is(*value, Kind::kObject)) return std::nullopt;
  in_.CheckKeys(*value, kNurtureKeys);
  Nurture nurture;
  nurture.node = in_.Node(value->place);
  nurture.silent_days = in_.Whole(*value, "silent_days", 1);
  std::set<std::string> ids;
  for (const JsonValue& item : in_.Items(*value, "tracks")) {
    if (in_.Is(item, Kind::kObject)) {
      nurture.tracks.push_back(ParseTrack(item, ids));
    }
  }
  return nurture;
}

NurtureTrack RulesetParser::ParseTrack(const JsonValue& value,
                                       std::set<std::string>& ids) {
  NurtureTrack track;
  track.node = in_.Node(value.place);
  in_.CheckKeys(value, kTrackKeys);
  track.id = ParseId(value, ids);
  track.label = in_.Text(value, "label");
  track.when = RequireCondition(value, "when", ConditionHome::kFunnel);
  const JsonValue* content = in_.Get(value, "content");
  if (content == nullptr || !in_.Is(*content, Kind::kObject)) return track;
  in_.CheckKeys(*content, kBuyerSteps);
  for (size_t step = 0; step < kNumBuyerSteps; ++step) {
    if (const JsonValue* texts = in_.Get(*content, kBuyerSteps[step])) {
      track.content[step] = in_.Texts(*texts);
    }
  }
  return track;
}

}  // namespace mqlab
