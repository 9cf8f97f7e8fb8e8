#ifndef MQLAB_TESTS_CASE_FILE_H_
#define MQLAB_TESTS_CASE_FILE_H_

// The files of tests/cases: a header, then one case a row, cells between
// semicolons.

#include <gtest/gtest.h>

#include <fstream>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "ingest/csv_reader.h"

namespace mqlab {

inline std::string ReadFile(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  EXPECT_TRUE(file.good()) << path;
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

// The rows after the header, each as wide as it.
inline std::vector<std::vector<std::string>> ReadCases(
    const std::string& path) {
  const std::string bytes = ReadFile(path);
  CsvReader reader(bytes, {.delimiter = ';'});
  std::vector<std::string_view> cells;
  std::vector<std::vector<std::string>> cases;
  while (reader.Next(&cells)) cases.emplace_back(cells.begin(), cells.end());
  EXPECT_GT(cases.size(), 1u) << path;
  for (const auto& row : cases) {
    EXPECT_EQ(row.size(), cases[0].size()) << path << ": " << row[0];
  }
  if (!cases.empty()) cases.erase(cases.begin());
  return cases;
}

}  // namespace mqlab

#endif  // MQLAB_TESTS_CASE_FILE_H_
