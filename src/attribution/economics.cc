#include "attribution/economics.h"

#include <utility>

#include "attribution/equal_values.h"

namespace mqlab {
namespace {

// The property, where the events have such a column; else the field.
ColumnName PropertyOrField(const Run& run, const char* property,
                           const char* field) {
  const bool is_property = std::ranges::count(run.dataset->events.properties,
                                              property, &Column::name) > 0;
  return {.is_field = !is_property, .name = is_property ? property : field};
}

EventPattern AnyOf(std::vector<std::string> types) {
  return {.types = std::move(types), .where = {}, .node = {}};
}

}  // namespace

Economics ResolveEconomics(const Run& run) {
  Economics given = run.program.source.economics.value_or(Economics());
  if (!given.value) {
    given.value = {.event = AnyOf({"opportunity_won", "won"}), .name = "value"};
  }
  if (!given.touch) given.touch = AnyOf({});
  if (!given.channel) {
    given.channel = PropertyOrField(run, "channel", "lead_source");
  }
  if (!given.campaign) {
    given.campaign = PropertyOrField(run, "campaign", "campaign");
  }
  if (!given.content) given.content = {.property = "asset", .event = {}};
  if (!given.content->event) {
    given.content->event =
        AnyOf({"ebook_download", "content_download", "webinar_attend"});
  }
  if (!given.half_life_days) given.half_life_days = 7;
  if (!given.margin_percent) given.margin_percent = 100;
  return given;
}

}  // namespace mqlab
