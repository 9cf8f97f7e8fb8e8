#ifndef MQLAB_INGEST_VOCABULARY_H_
#define MQLAB_INGEST_VOCABULARY_H_

// The common names of columns, and the headers that mean them in the exports
// of the usual systems and in the sheets of people.

#include <cstdint>
#include <string_view>

#include "ingest/read_table.h"

namespace mqlab {

// What a header means. When several headers of a file mean the same, the one
// of the smallest rank means it best.
struct Meaning {
  std::string_view name;  // canonical; "" when none is known
  uint32_t rank = 0;
};

// "Job Title" means "job_title". Case, spaces and punctuation do not matter,
// nor does the prefix "property_" of warehouse copies.
Meaning MeaningOf(std::string_view header, TableKind kind);

// The canonical name for a header, or "" when none is known.
std::string_view CanonicalName(std::string_view header, TableKind kind);

// True when `name` is spelled exactly as a canonical name.
bool IsCanonicalName(std::string_view name, TableKind kind);

}  // namespace mqlab

#endif  // MQLAB_INGEST_VOCABULARY_H_
