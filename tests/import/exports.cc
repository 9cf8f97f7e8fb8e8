#include "import/exports.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <utility>

#include "base/text.h"
#include "case_file.h"
#include "import/understanding.h"

namespace mqlab {
namespace {

std::vector<Export> ReadExports() {
  const std::filesystem::path folder = "tests/imports";
  std::vector<Export> exports;
  for (const auto& entry :
       std::filesystem::recursive_directory_iterator(folder)) {
    std::filesystem::path judge = entry.path();
    judge.replace_extension(".expected.json");
    if (entry.path().extension() != ".csv" || !std::filesystem::exists(judge)) {
      continue;
    }
    exports.push_back(
        {std::filesystem::relative(entry.path(), folder).generic_string(),
         ReadFile(entry.path().string()), Json::parse(ReadFile(judge))});
  }
  std::ranges::sort(exports, {}, &Export::path);
  return exports;
}

}  // namespace

TextTable Export::Table() const {
  const std::string label = expected["encoding"];
  const std::string delimiter = expected["delimiter"];
  const std::string text = Decode(bytes, *EncodingOfLabel(label));
  const std::vector<TextRow> all = ParseRows(text, delimiter[0]);
  TextTable table;
  for (const Json& column : expected["columns"]) {
    table.header.push_back(column["header"]);
  }
  const size_t at = static_cast<size_t>(
      std::ranges::find_if(all,
                           [&](const TextRow& row) {
                             return std::ranges::equal(
                                 row, table.header, {},
                                 [](const std::string& header) {
                                   return std::string(Trim(header));
                                 });
                           }) -
      all.begin());
  const size_t rows = expected["rows"];
  for (size_t i = 1; i <= rows; ++i) table.rows.push_back(all.at(at + i));
  return table;
}

const std::vector<Export>& Exports() {
  static const std::vector<Export> exports = ReadExports();
  return exports;
}

const Export& ExportAt(const std::string& path) {
  const auto found = std::ranges::find(Exports(), path, &Export::path);
  EXPECT_NE(found, Exports().end()) << path;
  return *found;
}

bool IsOpen(const Json& expected) { return expected == "?"; }

Json Inspect(const std::string& path, const std::string& bytes) {
  return Json::parse(UnderstandingJson(Understand(path, bytes)));
}

void ExpectFileFacts(const Json& expected, const Json& found) {
  for (const char* key : {"encoding", "bom", "delimiter", "kind", "source",
                          "header_row", "rows", "date_order", "decimal"}) {
    if (!expected.contains(key) || IsOpen(expected[key])) continue;
    EXPECT_EQ(found[key], expected[key]) << key;
  }
}

void ExpectColumns(const Json& expected, const Json& found) {
  ASSERT_EQ(found.size(), expected.size());
  for (size_t i = 0; i < expected.size(); ++i) {
    const Json& column = expected[i];
    EXPECT_EQ(found[i]["header"], column["header"]);
    if (IsOpen(column["field"])) continue;
    EXPECT_EQ(found[i]["field"], column["field"]) << column["header"];
    if (!column.contains("type") || IsOpen(column["type"])) continue;
    EXPECT_EQ(found[i]["type"], column["type"]) << column["header"];
  }
}

void ExpectTypes(const Json& expected, const Json& found) {
  std::map<std::pair<std::string, std::string>, int> counts;
  std::map<std::string, int> by_canonical;
  for (const Json& type : found) {
    counts[{type["raw"], type["canonical"]}] = type["count"];
    by_canonical[type["canonical"]] += type["count"].get<int>();
  }
  for (const Json& type : expected) {
    if (IsOpen(type["canonical"])) continue;
    const int count = IsOpen(type["raw"])
                          ? by_canonical[type["canonical"]]
                          : counts[{type["raw"], type["canonical"]}];
    EXPECT_EQ(count, type["count"]) << type << " of " << found.dump(1);
  }
}

void ExpectReading(const Json& expected, const Json& found) {
  ExpectFileFacts(expected, found);
  ExpectColumns(expected["columns"], found["columns"]);
  if (expected.contains("event_types")) {
    ExpectTypes(expected["event_types"], found["event_types"]);
  }
  if (expected.contains("stages") && !IsOpen(expected["stages"])) {
    EXPECT_EQ(found["stages"], expected["stages"]);
  }
}

}  // namespace mqlab
