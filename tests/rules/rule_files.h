#ifndef MQLAB_TESTS_RULES_RULE_FILES_H_
#define MQLAB_TESTS_RULES_RULE_FILES_H_

#include <string>
#include <vector>

#include "base/issue.h"

namespace mqlab {

std::string ReadFile(const std::string& path);

// The rule files of a folder, in order of their names.
std::vector<std::string> RuleFilesIn(const std::string& folder);

// One line an issue: severity code path line:column arguments.
std::string IssueLines(const IssueList& issues);

}  // namespace mqlab

#endif  // MQLAB_TESTS_RULES_RULE_FILES_H_
