#include "cli/row_options.h"

#include <string_view>
#include <vector>

#include "ingest/csv_reader.h"

namespace mqlab {
namespace {

// "a,b,c"; a name with a comma in it stands in quotes.
std::vector<RowColumn> ColumnsOf(const std::vector<std::string>& lists) {
  std::vector<RowColumn> columns;
  for (const std::string& list : lists) {
    CsvReader reader(list, {});
    std::vector<std::string_view> names;
    if (!reader.Next(&names)) continue;
    for (const std::string_view name : names) {
      columns.push_back({std::string(name)});
    }
  }
  return columns;
}

char DelimiterOf(std::string_view text, std::string* fault) {
  if (text == "tab" || text == "\\t") return '\t';
  constexpr std::string_view kRefused = "\"\r\n";
  if (text.size() == 1 && kRefused.find(text[0]) == kRefused.npos) {
    return text[0];
  }
  *fault =
      "--delimiter is one character, or tab, not \"" + std::string(text) + "\"";
  return ',';
}

}  // namespace

RowOptions RowOptionsOf(const Args& args, std::string* fault) {
  RowOptions options;
  const std::string format = args.get("format", "csv");
  if (format == "ndjson") {
    options.format = RowFormat::kNdjson;
  } else if (format != "csv") {
    *fault = "--format is csv or ndjson, not \"" + format + "\"";
  }
  if (args.has("columns")) options.columns = ColumnsOf(args.all("columns"));
  options.delimiter = DelimiterOf(args.get("delimiter", ","), fault);
  options.crlf = args.has("crlf");
  options.decimal_comma = args.has("decimal-comma");
  options.spreadsheet_safe = args.has("spreadsheet-safe");
  for (const char* name : {"format", "columns", "delimiter", "crlf",
                           "decimal-comma", "spreadsheet-safe"}) {
    if (!args.has(name)) continue;
    if (args.has("json")) {
      *fault = "--" + std::string(name) + " does not go with --json";
    } else if (options.format == RowFormat::kNdjson &&
               std::string_view(name) != "format" &&
               std::string_view(name) != "columns") {
      *fault = "--" + std::string(name) + " is for CSV alone";
    }
  }
  return options;
}

}  // namespace mqlab
