#ifndef MQLAB_INGEST_VOCABULARY_H_
#define MQLAB_INGEST_VOCABULARY_H_

// The common names of columns, and the headers that mean them in the exports
// of the usual systems.

#include <string>
#include <string_view>

#include "ingest/read_table.h"

namespace mqlab {

// The canonical name for a header ("Job Title" -> "job_title"), or "" when
// none is known. Case, spaces and punctuation do not matter.
std::string_view CanonicalName(std::string_view header, TableKind kind);

}  // namespace mqlab

#endif  // MQLAB_INGEST_VOCABULARY_H_
