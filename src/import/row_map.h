#ifndef MQLAB_IMPORT_ROW_MAP_H_
#define MQLAB_IMPORT_ROW_MAP_H_

#include <cstdint>
#include <optional>
#include <vector>

namespace mqlab {

// Where the rows of a table are from.
class RowMap {
 public:
  struct Source {
    uint32_t file = 0;
    uint32_t row = 0;
  };
  // The next row.
  void Add(Source source);
  // Of row `row`, from 1. nullopt for a row of no file.
  std::optional<Source> Find(uint32_t row) const;
  uint32_t rows() const { return rows_; }

 private:
  struct Run {
    uint32_t first = 0;
    Source source;
  };
  std::vector<Run> runs_;
  uint32_t rows_ = 0;
};

}  // namespace mqlab

#endif  // MQLAB_IMPORT_ROW_MAP_H_
