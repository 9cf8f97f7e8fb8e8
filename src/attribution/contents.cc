#include "attribution/contents.h"

#include <algorithm>

#include "attribution/economics.h"
#include "attribution/equal_values.h"
#include "base/text.h"
#include "report/questions.h"

namespace mqlab {

uint32_t ContentUses::Find(std::string_view name) const {
  const std::string folded = Fold(Trim(name));
  const auto found = std::ranges::find_if(
      names, [&](const std::string& each) { return Fold(each) == folded; });
  return found == names.end() ? kNoIndex
                              : static_cast<uint32_t>(found - names.begin());
}

ContentUses FindContentUses(const Run& run) {
  const ContentSource source = *ResolveEconomics(run).content;
  const EqualValues values(run, {.is_field = false, .name = source.property});
  const Questions questions(run, {}, {&*source.event, 1});
  std::vector<uint32_t> content_of(values.size(), kNoIndex);
  std::vector<uint32_t> last_user;  // by content

  ContentUses uses;
  uses.offsets.push_back(0);
  for (uint32_t lead = 0; lead < run.table.num_leads; ++lead) {
    const EventSpan events = run.dataset->events.log.Of(lead);
    for (uint32_t i = events.begin; i < events.end; ++i) {
      const Instant time = events.block->time[i];
      if (time > run.as_of) break;
      if (!questions.Matches(0, {events.block, i})) continue;
      const uint32_t value = values.Of(EventRef{events.block, i});
      if (value == kNoIndex) continue;
      uint32_t& content = content_of[value];
      if (content == kNoIndex) {
        content = static_cast<uint32_t>(uses.names.size());
        uses.names.emplace_back(values.Name(value));
        last_user.push_back(kNoIndex);
      }
      if (last_user[content] == lead) continue;
      last_user[content] = lead;
      uses.contents.push_back(content);
      uses.first.push_back(time);
    }
    uses.offsets.push_back(static_cast<uint32_t>(uses.contents.size()));
  }
  return uses;
}

}  // namespace mqlab
