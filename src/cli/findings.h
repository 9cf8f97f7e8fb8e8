#ifndef MQLAB_CLI_FINDINGS_H_
#define MQLAB_CLI_FINDINGS_H_

// The issues of the files of one command, for people and for machines.

#include <cstdint>
#include <ostream>
#include <string>
#include <string_view>
#include <vector>

#include "base/issue.h"
#include "json/json_text.h"

namespace mqlab {

enum class InputKind : uint8_t { kRules, kTable };

class Findings {
 public:
  void Add(std::string_view file, InputKind kind, const IssueList& issues);

  void Append(const Findings& other);

  bool has_errors() const;
  // Whether some file could not be read at all.
  bool has_unreadable() const;
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
    InputKind kind;
    IssueList issues;
  };
  std::vector<File> files_;
};

// What is wrong and what to do about it, with the arguments of the issue.
std::string IssueSentence(const Issue& issue);
std::string RemedySentence(const Issue& issue);

}  // namespace mqlab

#endif  // MQLAB_CLI_FINDINGS_H_
