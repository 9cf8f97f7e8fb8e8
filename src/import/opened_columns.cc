#include "import/opened_columns.h"

#include <algorithm>

#include "import/cell_writing.h"

namespace mqlab {

OpenedColumns::OpenedColumns(const std::vector<ColumnReading>& columns) {
  constexpr std::string_view kKey = ".key";
  for (size_t i = 0; i < columns.size(); ++i) {
    if (columns[i].field == "json") json_.push_back({i, columns[i].header});
    const std::string_view header = columns[i].header;
    if (!header.ends_with(kKey)) continue;
    const std::string values =
        std::string(header.substr(0, header.size() - kKey.size())) + ".value";
    Pair pair{.key = i, .values = {}};
    for (size_t j = 0; j < columns.size(); ++j) {
      const std::string_view other = columns[j].header;
      if (other == values || other.starts_with(values + ".")) {
        pair.values.push_back(j);
      }
    }
    if (!pair.values.empty()) pairs_.push_back(std::move(pair));
  }
}

bool OpenedColumns::Has(size_t column) const {
  return std::ranges::count(json_, column, &Json::column) > 0 ||
         std::ranges::any_of(pairs_, [&](const Pair& pair) {
           return pair.key == column ||
                  std::ranges::count(pair.values, column) > 0;
         });
}

std::vector<std::pair<std::string, std::string>> OpenedColumns::Open(
    std::span<const std::string_view> cells) const {
  std::vector<std::pair<std::string, std::string>> values;
  for (const auto& [column, header] : json_) {
    auto opened = OpenJsonCell(cells[column]);
    if (opened.empty()) opened.emplace_back(header, cells[column]);
    for (auto& [name, value] : opened) {
      if (!name.empty() && !value.empty()) {
        values.emplace_back(std::move(name), std::move(value));
      }
    }
  }
  for (const Pair& pair : pairs_) {
    if (cells[pair.key].empty()) continue;
    for (const size_t column : pair.values) {
      if (cells[column].empty()) continue;
      values.emplace_back(cells[pair.key], cells[column]);
      break;
    }
  }
  return values;
}

}  // namespace mqlab
