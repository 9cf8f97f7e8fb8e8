#ifndef MQLAB_INGEST_SETTLE_COLUMNS_H_
#define MQLAB_INGEST_SETTLE_COLUMNS_H_

// Once all rows are read: how each column is written, what type its cells
// have, and which cells do not fit it.

#include "ingest/raw_table.h"
#include "ingest/read_table.h"
#include "ingest/table_header.h"

namespace mqlab {

// Gives the columns their names, formats and votes, reads the times that wait
// for a format, and adds columns and issues to the report.
void SettleColumns(const TableHeader& header, const ReadOptions& options,
                   bool valid_utf8, RawTable* table, TableReport* report);

}  // namespace mqlab

#endif  // MQLAB_INGEST_SETTLE_COLUMNS_H_
