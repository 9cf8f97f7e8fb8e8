#ifndef MQLAB_CLI_ROW_OPTIONS_H_
#define MQLAB_CLI_ROW_OPTIONS_H_

// --format, --columns and the other options that say how rows are written.

#include <string>

#include "cli/args.h"
#include "report/score_rows.h"

namespace mqlab {

// `fault` is set when a value cannot be understood, or does not go with another
// option.
RowOptions RowOptionsOf(const Args& args, std::string* fault);

}  // namespace mqlab

#endif  // MQLAB_CLI_ROW_OPTIONS_H_
