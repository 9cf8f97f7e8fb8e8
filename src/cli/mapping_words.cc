#include "cli/mapping_words.h"

#include "base/text.h"

namespace mqlab {
namespace {

constexpr std::string_view kLeadsPrefix = "leads:";
constexpr std::string_view kEventsPrefix = "events:";

}  // namespace

MappingWord ParseMappingWord(std::string_view text) {
  MappingWord word;
  if (text.starts_with(kLeadsPrefix)) {
    word.kind = TableKind::kLeads;
    text.remove_prefix(kLeadsPrefix.size());
  } else if (text.starts_with(kEventsPrefix)) {
    word.kind = TableKind::kEvents;
    text.remove_prefix(kEventsPrefix.size());
  }
  const size_t equals = text.find('=');
  word.name = Trim(text.substr(0, equals));
  word.header = Trim(text.substr(equals + 1));
  return word;
}

}  // namespace mqlab
