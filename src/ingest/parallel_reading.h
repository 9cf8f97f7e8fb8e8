#ifndef MQLAB_INGEST_PARALLEL_READING_H_
#define MQLAB_INGEST_PARALLEL_READING_H_

// One table, several threads.

#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <string_view>

#include "ingest/read_table.h"
#include "ingest/table_readers.h"

namespace mqlab {

// Fills its room with the next bytes of a file; fewer at its end.
using NextBytes = std::function<size_t(std::span<char>)>;

// Gives a reader all of a table: `head`, kHeadBytes or all of it, and what
// follows. The result does not depend on the number of threads.
void ReadAll(LeadsReader* reader, const ReadOptions& options,
             std::string_view head, const NextBytes& next, uint32_t threads);
void ReadAll(EventsReader* reader, const ReadOptions& options,
             std::string_view head, const NextBytes& next, uint32_t threads);

}  // namespace mqlab

#endif  // MQLAB_INGEST_PARALLEL_READING_H_
