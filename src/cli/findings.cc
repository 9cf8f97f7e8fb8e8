#include "cli/findings.h"

#include <map>
#include <optional>

#include "report/cell_text.h"

namespace mqlab {
namespace {

// Of the warnings of one code in one file; all errors are shown.
constexpr int64_t kShown = 10;

std::string_view SeverityName(Severity severity) {
  return severity == Severity::kError ? "error" : "warning";
}

void PrintRulePlace(std::ostream& out, const std::string& file,
                    const Place& place) {
  out << file << ":";
  if (place.line > 0) out << place.line << ":" << place.column << ":";
  out << " ";
}

void PrintTablePlace(std::ostream& out, const std::string& file,
                     const Place& place) {
  out << file << ": ";
  const bool column = place.column > 0;
  if (place.line > 0) {
    out << "row " << place.line << (column ? ", " : ": ");
  } else if (column) {
    out << "header, ";
  }
  if (column) out << "column " << place.column;
  if (!place.path.empty()) {
    if (column) {
      out << " (" << place.path << ")";
    } else {
      out << "column " << place.path;
    }
  }
  if (column || !place.path.empty()) out << ": ";
}

// "{0}" is the first argument, and so on.
std::string FillIn(std::string_view text,
                   const std::vector<std::string>& args) {
  std::string sentence;
  for (size_t i = 0; i < text.size(); ++i) {
    const bool slot = text[i] == '{' && i + 2 < text.size() &&
                      text[i + 2] == '}' && text[i + 1] >= '0' &&
                      text[i + 1] <= '9';
    if (!slot) {
      sentence += text[i];
      continue;
    }
    const auto number = static_cast<size_t>(text[i + 1] - '0');
    if (number < args.size()) sentence += args[number];
    i += 2;
  }
  return sentence;
}

}  // namespace

std::string IssueSentence(const Issue& issue) {
  return FillIn(IssueText(issue.code), issue.args);
}

std::string RemedySentence(const Issue& issue) {
  return FillIn(IssueRemedy(issue.code), issue.args);
}

void Findings::Add(std::string_view file, InputKind kind,
                   const IssueList& issues) {
  if (issues.empty()) return;
  files_.push_back({std::string(file), kind, issues});
}

void Findings::Append(const Findings& other) {
  files_.insert(files_.end(), other.files_.begin(), other.files_.end());
}

bool Findings::has_errors() const {
  for (const File& file : files_) {
    if (file.issues.has_errors()) return true;
  }
  return false;
}

bool Findings::has_unreadable() const {
  for (const File& file : files_) {
    if (file.issues.count(IssueCode::kUnreadableFile) > 0) return true;
  }
  return false;
}

void Findings::Print(std::ostream& out) const {
  for (const File& file : files_) {
    std::map<IssueCode, int64_t> shown;
    for (const Issue& issue : file.issues.issues()) {
      const bool error = issue.severity == Severity::kError;
      if (!error && shown[issue.code] >= kShown) continue;
      ++shown[issue.code];
      if (file.kind == InputKind::kRules) {
        PrintRulePlace(out, file.name, issue.place);
      } else {
        PrintTablePlace(out, file.name, issue.place);
      }
      out << SeverityName(issue.severity) << " " << IssueId(issue.code);
      if (file.kind == InputKind::kRules && !issue.place.path.empty()) {
        out << " at " << issue.place.path;
      }
      out << ": " << IssueSentence(issue) << " -> " << RemedySentence(issue)
          << "\n";
    }
    for (const auto& [code, count] : file.issues.counts()) {
      if (count <= shown[code]) continue;
      out << file.name << ": and " << count - shown[code] << " more "
          << IssueId(code) << "\n";
    }
  }
}

JsonText Findings::ToJson() const {
  JsonText list = JsonText::List();
  for (const File& file : files_) {
    for (const Issue& issue : file.issues.issues()) {
      JsonText item = JsonText::Object();
      item.Add("file", CellToJson(file.name));
      item.Add("severity", JsonText::Text(SeverityName(issue.severity)));
      item.Add("code", JsonText::Text(IssueId(issue.code)));
      if (!issue.place.path.empty()) {
        item.Add(file.kind == InputKind::kRules ? "path" : "header",
                 CellToJson(issue.place.path));
      }
      if (issue.place.line > 0) {
        item.Add(file.kind == InputKind::kRules ? "line" : "row",
                 JsonText::Whole(issue.place.line));
      }
      if (issue.place.column > 0) {
        item.Add("column", JsonText::Whole(issue.place.column));
      }
      item.Add("text", CellToJson(IssueSentence(issue)));
      item.Add("remedy", CellToJson(RemedySentence(issue)));
      list.Add(std::move(item));
    }
  }
  return list;
}

JsonText Findings::CountsToJson() const {
  std::map<std::string_view, int64_t> counts;
  for (const File& file : files_) {
    for (const auto& [code, count] : file.issues.counts()) {
      counts[IssueId(code)] += count;
    }
  }
  JsonText object = JsonText::Object();
  for (const auto& [code, count] : counts) {
    object.Add(code, JsonText::Whole(count));
  }
  return object;
}

}  // namespace mqlab
