#ifndef MQLAB_IMPORT_MEANING_H_
#define MQLAB_IMPORT_MEANING_H_

// The two steps from a raw table to an Understanding.

#include "import/raw_table.h"
#include "import/understanding.h"

namespace mqlab {

// Which product wrote the file, what its rows are, and which field each column
// is. REQUIRES: file->columns has the headers and types.
void FindMeanings(const RawTable& table, const FileChoice& choice,
                  Understanding* file);

// Then what the cells of those columns are called: types of events, stages,
// states; and what is missing for the rows to be of use.
void FindValues(const RawTable& table, const FileChoice& choice,
                Understanding* file);

}  // namespace mqlab

#endif  // MQLAB_IMPORT_MEANING_H_
