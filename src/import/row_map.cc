#include "import/row_map.h"

#include <algorithm>

namespace mqlab {

void RowMap::Add(Source source) {
  ++rows_;
  if (!runs_.empty()) {
    const Run& last = runs_.back();
    if (last.source.file == source.file &&
        last.source.row + (rows_ - last.first) == source.row) {
      return;
    }
  }
  runs_.push_back({rows_, source});
}

std::optional<RowMap::Source> RowMap::Find(uint32_t row) const {
  if (row == 0 || row > rows_) return std::nullopt;
  const auto next = std::ranges::upper_bound(runs_, row, {}, &Run::first);
  const Run& run = *(next - 1);
  return Source{run.source.file, run.source.row + (row - run.first)};
}

}  // namespace mqlab
