#ifndef MQLAB_CLI_FINDINGS_H_
#define MQLAB_CLI_FINDINGS_H_

// The issues of the files of one command, for people and for machines.

#include <cstdint>
#include <ostream>
#include <string>
#include <string_view>
#include <vector>

#include "base/issue.h"
#include "rules/json_text.h"

namespace mqlab {

enum class FileKind : uint8_t { kRules, kTable };

class Findings {
 public:
  void Add(std::string_view file, FileKind kind, const IssueList& issues);

  bool has_errors() const;
  bool empty() const { return files_.empty(); }
  // One line an issue, e.g.
  //   rules.json:12:5: error unknown_key at /rules/3/pints: ... -> ...
  //   leads.csv: row 17, column 3 (employees): warning bad_number: ... -> ...
  // Of each code and file the first few; then how many more there are.
  void Print(std::ostream& out) const;
  // [{"file": ..., "code": ..., "severity": ..., "text": ..., "remedy": ...}],
  // all that were kept.
  JsonText ToJson() const;
  // {"unknown_key": 3}: how many there were, kept or not.
  JsonText CountsToJson() const;

 private:
  struct File {
    std::string name;
    FileKind kind;
    IssueList issues;
  };
  std::vector<File> files_;
};

// What is wrong and what to do about it, with the arguments of the issue.
std::string IssueSentence(const Issue& issue);
std::string RemedySentence(const Issue& issue);

// Text for JSON: bytes that are no UTF-8 become U+FFFD.
JsonText CellToJson(std::string_view text);

}  // namespace mqlab

#endif  // MQLAB_CLI_FINDINGS_H_
