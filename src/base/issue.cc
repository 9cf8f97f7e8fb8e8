#include "base/issue.h"

#include <utility>

namespace mqlab {
namespace {

struct IssueEntry {
  std::string_view id;
  std::string_view text;
  std::string_view remedy;
};

constexpr IssueEntry kEntries[] = {
#define MQLAB_ISSUE(name, id, text, remedy) {id, text, remedy},
#include "base/issue_codes.inc"
#undef MQLAB_ISSUE
};

const IssueEntry& Entry(IssueCode code) {
  return kEntries[static_cast<size_t>(code)];
}

}  // namespace

std::string_view IssueId(IssueCode code) { return Entry(code).id; }
std::string_view IssueText(IssueCode code) { return Entry(code).text; }
std::string_view IssueRemedy(IssueCode code) { return Entry(code).remedy; }

void IssueList::Error(IssueCode code, Place place,
                      std::vector<std::string> args) {
  Add({code, Severity::kError, std::move(place), std::move(args)});
}

void IssueList::Warn(IssueCode code, Place place,
                     std::vector<std::string> args) {
  Add({code, Severity::kWarning, std::move(place), std::move(args)});
}

void IssueList::Add(Issue issue) {
  if (issue.severity == Severity::kError) ++errors_;
  if (static_cast<size_t>(counts_[issue.code]++) < limit_) {
    issues_.push_back(std::move(issue));
  }
}

void IssueList::WarnUnlisted(IssueCode code, int64_t count) {
  if (count > 0) counts_[code] += count;
}

void IssueList::Append(const IssueList& other) {
  issues_.insert(issues_.end(), other.issues_.begin(), other.issues_.end());
  for (const auto& [code, count] : other.counts_) counts_[code] += count;
  errors_ += other.errors_;
}

int64_t IssueList::count(IssueCode code) const {
  const auto found = counts_.find(code);
  return found == counts_.end() ? 0 : found->second;
}

size_t IssueList::room(IssueCode code) const {
  const auto counted = static_cast<size_t>(count(code));
  return counted < limit_ ? limit_ - counted : 0;
}

}  // namespace mqlab
