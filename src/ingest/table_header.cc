#include "ingest/table_header.h"

#include <algorithm>
#include <map>
#include <set>

#include "base/heap_sort.h"
#include "base/text.h"
#include "ingest/vocabulary.h"

namespace mqlab {
namespace {

constexpr std::string_view kLeadId = "lead_id";
constexpr std::string_view kTime = "time";
constexpr std::string_view kType = "type";
constexpr std::string_view kEmail = "email";

using Samples = std::vector<std::vector<std::string>>;

// Time in any writing that a column might have.
bool LooksLikeTime(std::string_view cell) {
  CellFormat format;
  for (const DateOrder order : {DateOrder::kDayFirst, DateOrder::kMonthFirst}) {
    format.date_order = order;
    for (const UnixTime unit :
         {UnixTime::kSeconds, UnixTime::kMillis, UnixTime::kMicros}) {
      format.unix_time = unit;
      if (ReadInstant(cell, format)) return true;
    }
  }
  return false;
}

bool HoldsTimes(const Samples& samples, size_t column) {
  size_t cells = 0;
  size_t times = 0;
  for (const std::vector<std::string>& row : samples) {
    const std::string_view cell =
        column < row.size() ? Trim(row[column]) : std::string_view();
    if (cell.empty()) continue;
    ++cells;
    if (LooksLikeTime(cell)) ++times;
  }
  return times * 2 > cells;
}

// Gives names to columns, each name once.
class Namer {
 public:
  Namer(TableHeader* header, const Samples& samples, TableKind kind)
      : header_(*header), samples_(samples), kind_(kind) {
    header_.names.assign(header_.headers.size(), "");
    for (const std::string& text : header_.headers) {
      meanings_.push_back(MeaningOf(text, kind_));
    }
  }

  void Map(const ReadOptions& options, IssueList* issues) {
    for (const auto& [given, text] : options.map) {
      const std::string_view name = MappedName(given, kind_);
      const std::string_view wanted = Trim(text);
      if (wanted.empty()) {
        claimed_.emplace(name);
        continue;
      }
      const std::optional<size_t> column = FindHeader(header_.headers, wanted);
      if (!column) {
        issues->Error(
            IssueCode::kUnknownHeader, {},
            {std::string(wanted), NearestHeader(header_.headers, wanted)});
      } else if (IsFree(name, *column, issues)) {
        mapped_.emplace(name, *column);
        Claim(name, *column);
      }
    }
  }

  void ClaimMeanings() {
    std::vector<std::pair<uint32_t, size_t>> columns;
    for (size_t i = 0; i < meanings_.size(); ++i) {
      columns.emplace_back(Rank(i), i);
    }
    HeapSort(columns);
    for (const auto& [rank, column] : columns) {
      const std::string_view name = meanings_[column].name;
      if (!name.empty() && !claimed_.contains(name)) Claim(name, column);
    }
  }

  // What no common name is known for keeps its header.
  void NameTheRest(IssueList* issues) {
    std::set<std::string, std::less<>> used(claimed_.begin(), claimed_.end());
    for (size_t i = 0; i < header_.names.size(); ++i) {
      std::string& name = header_.names[i];
      if (!name.empty()) continue;
      const std::string& text = header_.headers[i];
      name = text.empty() ? "column_" + std::to_string(i + 1) : text;
      const std::string base = name;
      for (int n = 2; used.contains(name); ++n) {
        name = base + "_" + std::to_string(n);
      }
      used.insert(name);
      if (text.empty()) {
        issues->Warn(IssueCode::kEmptyHeader, ColumnPlace(header_, i),
                     {std::to_string(i + 1), name});
      } else if (name != text) {
        issues->Warn(IssueCode::kDuplicateHeader, ColumnPlace(header_, i),
                     {text, name});
      }
    }
  }

 private:
  // Exact canonical names first, then headers of times that hold times.
  uint32_t Rank(size_t column) const {
    const Meaning& meaning = meanings_[column];
    constexpr uint32_t kWorst = 1000;
    if (meaning.name == kTime && kind_ == TableKind::kEvents &&
        !HoldsTimes(samples_, column)) {
      return kWorst + meaning.rank;
    }
    return header_.headers[column] == meaning.name ? 0 : meaning.rank + 1;
  }

  // Whether name and column are mapped to nothing else; says so if not.
  bool IsFree(std::string_view name, size_t column, IssueList* issues) const {
    const std::string& header = header_.headers[column];
    const auto other = mapped_.find(name);
    if (other != mapped_.end()) {
      if (other->second == column) return true;
      issues->Error(
          IssueCode::kNameMappedTwice, ColumnPlace(header_, column),
          {std::string(name), header_.headers[other->second], header});
      return false;
    }
    const std::string& named = header_.names[column];
    if (named.empty() || KeepsMeaning(name, column)) return true;
    issues->Error(IssueCode::kColumnMappedTwice, ColumnPlace(header_, column),
                  {header, named, std::string(name)});
    return false;
  }

  // A column mapped to a role keeps the name that its header means, so that
  // leads told apart by their e-mail still have the field "email".
  bool KeepsMeaning(std::string_view name, size_t column) const {
    const std::string_view meant = meanings_[column].name;
    return kind_ == TableKind::kLeads && name == kLeadId && !meant.empty() &&
           meant != name;
  }

  void Claim(std::string_view name, size_t column) {
    std::optional<size_t>* const role = Role(name);
    if (role != nullptr) *role = column;
    claimed_.emplace(name);
    if (!KeepsMeaning(name, column) && header_.names[column].empty()) {
      header_.names[column] = name;
    }
  }

  std::optional<size_t>* Role(std::string_view name) {
    if (name == kLeadId) return &header_.lead_id;
    if (kind_ == TableKind::kLeads) return nullptr;
    if (name == kTime) return &header_.time;
    if (name == kType) return &header_.type;
    return nullptr;
  }

  TableHeader& header_;
  const Samples& samples_;
  TableKind kind_;
  std::vector<Meaning> meanings_;
  std::set<std::string, std::less<>> claimed_;
  std::map<std::string, size_t, std::less<>> mapped_;
};

bool IsMapped(std::string_view name, TableKind kind,
              const ReadOptions& options) {
  return std::any_of(
      options.map.begin(), options.map.end(),
      [&](const auto& entry) { return MappedName(entry.first, kind) == name; });
}

std::optional<size_t> FindName(const TableHeader& header,
                               std::string_view name) {
  const auto found = std::find(header.names.begin(), header.names.end(), name);
  if (found == header.names.end()) return std::nullopt;
  return static_cast<size_t>(found - header.names.begin());
}

}  // namespace

TableHeader NameColumns(const std::vector<std::string>& header,
                        const Samples& samples, TableKind kind,
                        const ReadOptions& options, IssueList* issues) {
  TableHeader named;
  for (const std::string& text : header) {
    named.headers.emplace_back(Trim(text));
  }
  if (options.canonical) {
    named.names = named.headers;
    if (options.headers.size() == named.names.size()) {
      named.headers = options.headers;
    }
    named.lead_id = FindName(named, kLeadId);
    if (kind == TableKind::kEvents) {
      named.time = FindName(named, kTime);
      named.type = FindName(named, kType);
    }
    return named;
  }
  Namer namer(&named, samples, kind);
  namer.Map(options, issues);
  namer.ClaimMeanings();
  namer.NameTheRest(issues);
  if (kind == TableKind::kLeads) return named;

  const std::optional<size_t> email = FindName(named, kEmail);
  if (!named.lead_id && !IsMapped(kLeadId, kind, options)) {
    named.lead_id = email;
    if (email) named.names[*email] = kLeadId;
  } else if (email && !IsMapped(kLeadId, kind, options) &&
             NameKey(named.headers[*named.lead_id]) == "id") {
    named.email = email;
  }
  return named;
}

void UseEmail(TableHeader* header) {
  std::string own = header->headers[*header->lead_id];
  while (FindName(*header, own)) own += "_2";
  header->names[*header->lead_id] = own;
  header->lead_id = header->email;
  header->names[*header->lead_id] = kLeadId;
}

std::optional<size_t> FindHeader(const std::vector<std::string>& headers,
                                 std::string_view wanted) {
  const auto find = [&](auto same) -> std::optional<size_t> {
    const auto found = std::find_if(headers.begin(), headers.end(), same);
    if (found == headers.end()) return std::nullopt;
    return static_cast<size_t>(found - headers.begin());
  };
  if (const auto exact =
          find([&](const std::string& header) { return header == wanted; })) {
    return exact;
  }
  const std::string folded = Fold(wanted);
  return find(
      [&](const std::string& header) { return Fold(header) == folded; });
}

std::string NearestHeader(const std::vector<std::string>& headers,
                          std::string_view wanted) {
  const std::string folded = Fold(wanted);
  const auto nearest = std::min_element(
      headers.begin(), headers.end(),
      [&](const std::string& a, const std::string& b) {
        return EditDistance(Fold(a), folded) < EditDistance(Fold(b), folded);
      });
  return nearest == headers.end() ? "" : *nearest;
}

std::string_view MappedName(std::string_view name, TableKind kind) {
  const std::string_view meant = CanonicalName(name, kind);
  const bool is_role = meant == kLeadId || (kind == TableKind::kEvents &&
                                            (meant == kTime || meant == kType));
  return is_role ? meant : name;
}

Place ColumnPlace(const TableHeader& header, size_t column, int64_t row) {
  return {header.headers[column], row, static_cast<int64_t>(column) + 1};
}

}  // namespace mqlab
