#ifndef MQLAB_IMPORT_EVENT_TYPES_H_
#define MQLAB_IMPORT_EVENT_TYPES_H_

// What events of other systems are called here.

#include <span>
#include <string_view>

namespace mqlab {

// All canonical types, "other" the last.
std::span<const std::string_view> CanonicalEventTypes();

// A canonical type spelled so, or in another case and with spaces
// ("Page View"); "" when the text is none.
std::string_view CanonicalSpelling(std::string_view text);

// By a product's table: "type/detail=canonical|type=canonical|*=canonical", the
// first entry that fits; type and detail reduced to letters and digits, "~word"
// a detail that contains it. "ignored" is for what is no act of a lead. A
// form_submit is refined by what was asked for (RefinedByAsset).
std::string_view EventTypeByTable(std::string_view table, std::string_view type,
                                  std::string_view detail);

// By the words of a text that people wrote, in English, Romanian, Polish,
// Russian or Bosnian: "Pobrano e-book" is a content_download. Words count from
// their start, so that "information" is no form. "" when no word tells.
std::string_view EventTypeByWords(std::string_view text);

// demo_request or trial_start where the form says so in its name, else type.
std::string_view RefinedByAsset(std::string_view type, std::string_view asset);

}  // namespace mqlab

#endif  // MQLAB_IMPORT_EVENT_TYPES_H_
