#ifndef MQLAB_BASE_ISSUE_H_
#define MQLAB_BASE_ISSUE_H_

// A fault or a doubt about input, as a value: what is wrong (code and
// arguments), where (place), how bad (severity). Input is never answered with
// an exception. Texts for people are made from code and arguments at the edge
// (command line, page), never here; src/base/issue_codes.inc is the one list.

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace mqlab {

enum class Severity : uint8_t { kError, kWarning };

enum class IssueCode : uint16_t {
#define MQLAB_ISSUE(name, id, text, remedy) name,
#include "base/issue_codes.inc"
#undef MQLAB_ISSUE
};

// The stable identifier ("unknown_key"), the English sentence with {0}, {1}...
// for the arguments, and what to do about it.
std::string_view IssueId(IssueCode code);
std::string_view IssueText(IssueCode code);
std::string_view IssueRemedy(IssueCode code);

// Where an issue is. In a rule file: a JSON pointer with line and column. In a
// table: line is the number of the data row (from 1; 0 the header), column the
// number of the column (from 1) and path its header. 0 and "" mean unknown.
// Lines and columns count from 1; columns in code points.
struct Place {
  std::string path;
  int64_t line = 0;
  int64_t column = 0;
  bool operator==(const Place&) const = default;
};

struct Issue {
  IssueCode code;
  Severity severity = Severity::kError;
  Place place;
  std::vector<std::string> args;
  bool operator==(const Issue&) const = default;
};

// Collects issues; of each code at most `limit` are kept, all are counted, so
// that a file with a million bad cells gives a short and honest report.
class IssueList {
 public:
  explicit IssueList(size_t limit_per_code = 1000) : limit_(limit_per_code) {}

  void Error(IssueCode code, Place place, std::vector<std::string> args = {});
  void Warn(IssueCode code, Place place, std::vector<std::string> args = {});
  // More of a code than are listed: they are only counted.
  void WarnUnlisted(IssueCode code, int64_t count);
  void Append(const IssueList& other);

  const std::vector<Issue>& issues() const { return issues_; }
  // How often a code was found, kept or not.
  int64_t count(IssueCode code) const;
  // How many more of a code would be kept.
  size_t room(IssueCode code) const;
  const std::map<IssueCode, int64_t>& counts() const { return counts_; }
  bool has_errors() const { return errors_ > 0; }
  bool empty() const { return counts_.empty(); }

 private:
  void Add(Issue issue);

  size_t limit_;
  std::vector<Issue> issues_;
  std::map<IssueCode, int64_t> counts_;
  int64_t errors_ = 0;
};

}  // namespace mqlab

#endif  // MQLAB_BASE_ISSUE_H_
