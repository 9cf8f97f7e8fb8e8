#include "import/zone_json.h"

#include <algorithm>
#include <utility>

#include "import/time_zones.h"

namespace mqlab {

JsonText ZoneJson(std::string_view name, Instant until) {
  constexpr Instant kFrom = 946'684'800'000;  // 2000
  JsonText list = JsonText::List();
  const auto zone = FindTimeZone(name);
  if (!zone) return list;
  for (const OffsetChange& change :
       OffsetChanges(*zone, kFrom, std::max(kFrom, until))) {
    JsonText pair = JsonText::List();
    pair.Add(JsonText::Whole(change.from));
    pair.Add(JsonText::Whole(change.seconds / 60));
    list.Add(std::move(pair));
  }
  return list;
}

}  // namespace mqlab
