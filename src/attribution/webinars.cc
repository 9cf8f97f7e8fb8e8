#include "attribution/webinars.h"

#include <array>

#include "attribution/economics.h"
#include "attribution/equal_values.h"
#include "report/questions.h"

namespace mqlab {
namespace {

// Of one webinar: the last lead that registered, that attended.
struct LastLeads {
  uint32_t registered = kNoIndex;
  uint32_t attended = kNoIndex;
};

EventPattern Only(const char* type) {
  return {.types = {type}, .where = {}, .node = {}};
}

}  // namespace

std::vector<Webinar> FindWebinars(const Run& run, const Scope& scope) {
  const EqualValues names(
      run,
      {.is_field = false, .name = ResolveEconomics(run).content->property});
  const std::array<EventPattern, 2> patterns = {Only("webinar_register"),
                                                Only("webinar_attend")};
  const Questions questions(run, {}, patterns);
  std::vector<Webinar> all(names.size());
  std::vector<LastLeads> last(names.size());
  for (const uint32_t lead : scope.leads) {
    const EventSpan events = run.dataset->events.log.Of(lead);
    for (uint32_t i = events.begin; i < events.end; ++i) {
      const EventRef event = {events.block, i};
      if (events.block->time[i] > run.as_of) break;
      const bool registers = questions.Matches(0, event);
      if (!registers && !questions.Matches(1, event)) continue;
      const uint32_t name = names.Of(event);
      if (name == kNoIndex) continue;
      LastLeads& known = last[name];
      const bool both_before =
          known.registered == lead && known.attended == lead;
      if (registers && known.registered != lead) ++all[name].registered;
      (registers ? known.registered : known.attended) = lead;
      const bool both = known.registered == lead && known.attended == lead;
      if (both && !both_before) ++all[name].attended;
    }
  }
  std::vector<Webinar> webinars;
  for (uint32_t name = 0; name < all.size(); ++name) {
    if (all[name].registered == 0) continue;
    all[name].name = names.Name(name);
    webinars.push_back(std::move(all[name]));
  }
  return webinars;
}

}  // namespace mqlab
