#include "rules/rule_files.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <system_error>

namespace mqlab {

std::string ReadFile(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

std::vector<std::string> RuleFilesIn(const std::string& folder) {
  std::vector<std::string> paths;
  std::error_code none;
  for (const auto& entry : std::filesystem::directory_iterator(folder, none)) {
    const std::string path = entry.path().string();
    if (path.ends_with(".json") && !path.ends_with(".schema.json")) {
      paths.push_back(path);
    }
  }
  std::ranges::sort(paths);
  return paths;
}

std::string IssueLines(const IssueList& issues) {
  std::string lines;
  for (const Issue& issue : issues.issues()) {
    lines += issue.severity == Severity::kError ? "error " : "warning ";
    lines += IssueId(issue.code);
    lines += ' ' + (issue.place.path.empty() ? "." : issue.place.path);
    lines += ' ' + std::to_string(issue.place.line) + ':' +
             std::to_string(issue.place.column);
    for (const std::string& arg : issue.args) lines += " <" + arg + ">";
    lines += '\n';
  }
  return lines;
}

}  // namespace mqlab
