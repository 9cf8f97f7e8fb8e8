#include "attribution/webinars.h"

#include <array>
#include <utility>

#include "attribution/economics.h"
#include "attribution/equal_values.h"
#include "report/questions.h"

namespace mqlab {
namespace {

// What the lead that is read did at one webinar.
struct Part {
  bool registered = false;
  bool attended = false;
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
  std::vector<Part> parts(names.size());
  std::vector<uint32_t> met;  // the webinars of which the lead has a part
  for (const uint32_t lead : scope.leads) {
    const EventSpan events = run.dataset->events.log.Of(lead);
    for (uint32_t i = events.begin; i < events.end; ++i) {
      const uint32_t type = events.block->type[i];
      const bool registers = questions.TypeMatches(0, type);
      if (!registers && !questions.TypeMatches(1, type)) continue;
      if (events.block->time[i] > run.as_of) break;
      const uint32_t name = names.Of(EventRef{events.block, i});
      if (name == kNoIndex) continue;
      met.push_back(name);
      (registers ? parts[name].registered : parts[name].attended) = true;
    }
    for (const uint32_t name : met) {
      const auto [registered, attended] = std::exchange(parts[name], {});
      if (!registered) continue;
      (attended ? all[name].attended : all[name].missed).push_back(lead);
    }
    met.clear();
  }
  std::vector<Webinar> webinars;
  for (uint32_t name = 0; name < all.size(); ++name) {
    if (all[name].registered() == 0) continue;
    all[name].name = names.Name(name);
    webinars.push_back(std::move(all[name]));
  }
  return webinars;
}

}  // namespace mqlab
