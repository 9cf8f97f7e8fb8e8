#ifndef MQLAB_IMPORT_ZONE_JSON_H_
#define MQLAB_IMPORT_ZONE_JSON_H_

#include <string_view>

#include "base/instant.h"
#include "json/json_text.h"

namespace mqlab {

// How the clocks of a zone go from 2000 up to an instant, as requests of
// reports have it: [[from, minutes east of UTC], ...]; [] of a zone that is not
// known.
JsonText ZoneJson(std::string_view name, Instant until);

}  // namespace mqlab

#endif  // MQLAB_IMPORT_ZONE_JSON_H_
