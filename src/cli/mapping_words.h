#ifndef MQLAB_CLI_MAPPING_WORDS_H_
#define MQLAB_CLI_MAPPING_WORDS_H_

// The values of --map: "field=Header", "leads:field=Header".

#include <optional>
#include <string>
#include <string_view>

#include "ingest/read_table.h"

namespace mqlab {

struct MappingWord {
  std::optional<TableKind> kind;  // the file it is for; none: any
  std::string name;
  std::string header;
};

// REQUIRES: the text has a '='.
MappingWord ParseMappingWord(std::string_view text);

}  // namespace mqlab

#endif  // MQLAB_CLI_MAPPING_WORDS_H_
