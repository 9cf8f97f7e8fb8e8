#include <array>
#include <utility>

#include "rules/catalog.h"
#include "rules/write_parts.h"

namespace mqlab {
namespace {

// "09:30"
std::string TimeOfDay(int32_t minute) {
  const auto two = [](int32_t number) {
    return (number < 10 ? "0" : "") + std::to_string(number);
  };
  return two(minute / 60) + ":" + two(minute % 60);
}

}  // namespace

JsonText ToJson(const BusinessHours& hours) {
  JsonText days = JsonText::List();
  for (const uint8_t day : hours.days) days.Add(JsonText::Text(kWeekdays[day]));
  JsonText object = JsonText::Object();
  object.Add("days", std::move(days));
  object.Add("from", JsonText::Text(TimeOfDay(hours.from_minute)));
  object.Add("until", JsonText::Text(TimeOfDay(hours.until_minute)));
  AddText(object, "zone", hours.zone);
  return object;
}

JsonText ToJson(const ChecklistItem& item) {
  JsonText object = JsonText::Object();
  object.Add("id", JsonText::Text(item.id));
  AddText(object, "label", item.label);
  object.Add("when", ToJson(item.when));
  AddText(object, "ask", item.ask);
  return object;
}

JsonText ToJson(const NurtureTrack& track) {
  JsonText content = JsonText::Object();
  for (size_t step = 0; step < kNumBuyerSteps; ++step) {
    AddList(content, kBuyerSteps[step], track.content[step]);
  }
  JsonText object = JsonText::Object();
  object.Add("id", JsonText::Text(track.id));
  AddText(object, "label", track.label);
  object.Add("when", ToJson(track.when));
  if (!content.empty()) object.Add("content", std::move(content));
  return object;
}

JsonText ToJson(const ColumnName& column) {
  JsonText object = JsonText::Object();
  object.Add(column.is_field ? "field" : "property",
             JsonText::Text(column.name));
  return object;
}

JsonText ToJson(const ValueSource& source) {
  JsonText object = JsonText::Object();
  if (source.event) AddPattern(object, *source.event);
  object.Add(source.event ? "property" : "field", JsonText::Text(source.name));
  return object;
}

JsonText ToJson(const ContentSource& source) {
  JsonText object = JsonText::Object();
  if (source.event) AddPattern(object, *source.event);
  object.Add("property", JsonText::Text(source.property));
  return object;
}

JsonText ToJson(const Sla& sla) {
  JsonText object = JsonText::Object();
  AddText(object, "stage", sla.stage);
  AddWhole(object, "hours", sla.hours);
  AddPart(object, "touch", sla.touch);
  AddPart(object, "accept", sla.accept);
  AddPart(object, "reject", sla.reject);
  AddText(object, "reason", sla.reason);
  if (sla.contact) AddList(object, "contact", *sla.contact);
  AddPart(object, "business_hours", sla.business_hours);
  return object;
}

JsonText ToJson(const Checklist& list) {
  JsonText object = JsonText::Object();
  AddText(object, "label", list.label);
  AddWhole(object, "at_least", list.at_least);
  AddList(object, "items", list.items);
  return object;
}

JsonText ToJson(const Nurture& nurture) {
  JsonText object = JsonText::Object();
  AddWhole(object, "silent_days", nurture.silent_days);
  AddList(object, "tracks", nurture.tracks);
  return object;
}

JsonText ToJson(const Economics& economics) {
  JsonText object = JsonText::Object();
  AddText(object, "currency", economics.currency);
  AddPart(object, "value", economics.value);
  AddPart(object, "touch", economics.touch);
  AddPart(object, "channel", economics.channel);
  AddPart(object, "campaign", economics.campaign);
  AddPart(object, "content", economics.content);
  AddWhole(object, "half_life_days", economics.half_life_days);
  AddWhole(object, "margin_percent", economics.margin_percent);
  if (economics.stages.empty()) return object;
  JsonText stages = JsonText::Object();
  for (const auto& [role, stage] : economics.stages) {
    stages.Add(role, JsonText::Text(stage));
  }
  object.Add("stages", std::move(stages));
  return object;
}

}  // namespace mqlab
