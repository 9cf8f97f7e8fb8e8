#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "case_file.h"
#include "import/understanding.h"

namespace mqlab {
namespace {

using Json = nlohmann::json;

const std::filesystem::path kFolder = "tests/imports";

struct Export {
  std::string path;  // within the folder
  std::string bytes;
  Json expected;
};

std::vector<Export> Exports() {
  std::vector<Export> exports;
  for (const auto& entry :
       std::filesystem::recursive_directory_iterator(kFolder)) {
    std::filesystem::path judge = entry.path();
    judge.replace_extension(".expected.json");
    if (entry.path().extension() != ".csv" || !std::filesystem::exists(judge)) {
      continue;
    }
    exports.push_back(
        {std::filesystem::relative(entry.path(), kFolder).generic_string(),
         ReadFile(entry.path().string()), Json::parse(ReadFile(judge))});
  }
  std::ranges::sort(exports, {}, &Export::path);
  return exports;
}

// What the specification leaves open is written "?".
bool IsOpen(const Json& expected) { return expected == "?"; }

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

// Each export as it is documented: see tests/imports/README.md.
TEST(ImportsTest, EachExportIsUnderstoodWithoutAClick) {
  const std::vector<Export> exports = Exports();
  EXPECT_GE(exports.size(), 74U);
  for (const Export& file : exports) {
    SCOPED_TRACE(file.path);
    const Json found =
        Json::parse(UnderstandingJson(Understand(file.path, file.bytes)));
    ExpectFileFacts(file.expected, found);
    ExpectColumns(file.expected["columns"], found["columns"]);
    if (file.expected.contains("event_types")) {
      ExpectTypes(file.expected["event_types"], found["event_types"]);
    }
    if (file.expected.contains("stages") && !IsOpen(file.expected["stages"])) {
      EXPECT_EQ(found["stages"], file.expected["stages"]);
    }
  }
}

}  // namespace
}  // namespace mqlab
