#ifndef MQLAB_TESTS_IMPORT_EXPORTS_H_
#define MQLAB_TESTS_IMPORT_EXPORTS_H_

// The files of tests/imports, and what is to be read from each.

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "import/text_table.h"

namespace mqlab {

using Json = nlohmann::json;

struct Export {
  std::string path;  // within the folder
  std::string bytes;
  Json expected;

  // Its header and rows; "expected" says where they begin and end.
  TextTable Table() const;
};

// Those with a file of expectations beside them, by their path.
const std::vector<Export>& Exports();
const Export& ExportAt(const std::string& path);

// What the specification leaves open is written "?".
bool IsOpen(const Json& expected);

// What `mqlab inspect --json` says of a file.
Json Inspect(const std::string& path, const std::string& bytes);

// Each fails the test where `found` is not as it is to be.
void ExpectFileFacts(const Json& expected, const Json& found);
void ExpectColumns(const Json& expected, const Json& found);
void ExpectTypes(const Json& expected, const Json& found);
void ExpectReading(const Json& expected, const Json& found);  // all of it

}  // namespace mqlab

#endif  // MQLAB_TESTS_IMPORT_EXPORTS_H_
