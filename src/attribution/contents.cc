#include "attribution/contents.h"

#include <algorithm>
#include <numeric>

#include "attribution/economics.h"
#include "attribution/equal_values.h"
#include "base/text.h"
#include "funnel/matches.h"
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
  uses.offsets.resize(run.table.num_leads + 1);
  ForEachMatch(run, questions, 0, [&](uint32_t lead, EventRef event) {
    const uint32_t value = values.Of(event);
    if (value == kNoIndex) return;
    uint32_t& content = content_of[value];
    if (content == kNoIndex) {
      content = static_cast<uint32_t>(uses.names.size());
      uses.names.emplace_back(values.Name(value));
      last_user.push_back(kNoIndex);
    }
    if (last_user[content] == lead) return;
    last_user[content] = lead;
    uses.contents.push_back(content);
    uses.first.push_back(event.block->time[event.index]);
    ++uses.offsets[lead + 1];
  });
  std::partial_sum(uses.offsets.begin(), uses.offsets.end(),
                   uses.offsets.begin());
  return uses;
}

}  // namespace mqlab
