#ifndef MQLAB_INGEST_COLUMN_FORMAT_H_
#define MQLAB_INGEST_COLUMN_FORMAT_H_

// How the cells of a column are written, decided by all of them together.

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "lead/column.h"
#include "lead/field.h"

namespace mqlab {

// A distinct cell that is not missing, and how often it occurs.
struct CountedCell {
  std::string_view text;
  uint64_t count = 0;
};

struct FormatHints {
  bool code = false;  // of a phone or code: no spaces between thousands
  int32_t zone_minutes = 0;
  std::optional<DateOrder> date_order = {};  // chosen by the user
};

struct FormatDecision {
  CellFormat format;
  // The cells allow two readings. Taken is: day first; "1,234" is a thousand
  // and more; "1.234" is one and a bit.
  bool ambiguous_dates = false;
  bool ambiguous_numbers = false;
};

// What the cells of a column say about their writing, counted one by one.
class FormatEvidence {
 public:
  explicit FormatEvidence(const FormatHints& hints) : hints_(hints) {}

  void Add(const CountedCell& cell);
  // More cells, of texts that fit no type in any writing.
  void AddTexts(uint64_t count) { cells_ += count; }
  FormatDecision Decide() const;

  // The writings of numbers, and the units of Unix times.
  static constexpr size_t kNumberStyles = 7;
  static constexpr size_t kUnixUnits = 3;

 private:
  void AddNumber(const CountedCell& cell);
  void AddDate(const CountedCell& cell);
  void AddUnixTime(const CountedCell& cell);
  void DecideNumbers(FormatDecision* decision) const;
  void DecideDates(FormatDecision* decision) const;

  FormatHints hints_;
  uint64_t cells_ = 0;
  std::array<uint64_t, kNumberStyles> fits_{};  // of cells where it matters
  // Dates without the year first, and in how many of them which of the two
  // numbers before the year exceeds 12.
  uint64_t dates_ = 0;
  uint64_t day_first_ = 0;
  uint64_t month_first_ = 0;
  uint64_t points_ = 0;  // separated by '.'
  std::array<uint64_t, kUnixUnits> unix_{};
};

FormatDecision DecideFormat(std::span<const CountedCell> cells,
                            const FormatHints& hints);

// Settles what is ambiguous in one column by what is certain in the others of
// the file, and by the delimiter (";" goes with decimal commas). What stays
// ambiguous is a guess that the user must hear of.
void SettleTogether(std::span<FormatDecision> columns, char delimiter);

// Adds a cell to the votes for the types that it fits.
void AddVotes(const CountedCell& cell, const CellFormat& format,
              TypeVotes* votes);
TypeVotes CountVotes(std::span<const CountedCell> cells,
                     const CellFormat& format);
// Whether a cell may fit a type that is not text, in some writing.
bool MayFitType(std::string_view cell);

// Whether a cell, not missing, can be read as the type.
bool Fits(std::string_view cell, FieldType type, const CellFormat& format);

}  // namespace mqlab

#endif  // MQLAB_INGEST_COLUMN_FORMAT_H_
