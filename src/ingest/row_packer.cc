#include "ingest/row_packer.h"

#include <array>
#include <span>
#include <utility>

#include "ingest/packed_rows.h"
#include "ingest/settle_columns.h"
#include "ingest/structure_scan.h"
#include "lead/codes.h"

namespace mqlab {
namespace {

using Form = PackedColumn::Form;

void PutCodes(const std::vector<uint32_t>& numbers, ByteWriter* to) {
  uint32_t all = 0;
  for (const uint32_t number : numbers) all |= number;
  Codes codes(0, all);
  codes.Append(numbers);
  to->Number(static_cast<uint32_t>(codes.size()));
  to->Number(static_cast<uint8_t>(codes.width()));
  to->Raw(codes.data(), codes.size() * codes.width());
}

}  // namespace

RowPacker::RowPacker(TableKind kind, const ReadOptions& options,
                     std::string_view head)
    : zone_minutes_(options.zone_minutes) {
  IssueList told_by_reader;
  opened_ = OpenTable(head, options, &told_by_reader);
  if (!opened_) return;
  header_ = ReadHeader(head, *opened_, kind, options, &told_by_reader);
  columns_.resize(header_.headers.size());
  if (kind == TableKind::kEvents && header_.time) {
    columns_[*header_.time].is_time = true;
  }
}

void RowPacker::Column::Clear() {
  pool = {};
  codes.clear();
  sizes.clear();
  texts.Take();
  times.clear();
  samples.clear();
}

std::optional<std::string> RowPacker::Pack(std::span<char> rows) {
  if (!opened_) return std::nullopt;
  const ByteKinds kinds = FindKinds(rows.data(), rows.size());
  if (kinds.zero) return std::nullopt;
  for (Column& column : columns_) {
    column.Clear();
  }
  IssueList issues;
  RowScanner scanner(opened_->dialect, header_, &issues);
  RowBatch batch(columns_.size());
  size_t offset = 0;
  while (scanner.Scan(rows.data(), rows.size(), false, &offset, &batch) ==
             RowScanner::Outcome::kFull ||
         batch.rows() > 0) {
    Add(batch);
  }
  if (offset != rows.size() || !issues.empty()) return std::nullopt;
  ByteWriter to(packed_size_ + packed_size_ / 8);
  to.Number(scanner.rows());
  to.Number(static_cast<uint32_t>(columns_.size()));
  to.Number(static_cast<uint8_t>(kinds.ascii));
  to.Number(uint64_t{rows.size()});
  for (Column& column : columns_) {
    Write(&column, &to);
    if (column.pool.size() > scanner.rows() / 2) column.distinct = true;
  }
  constexpr std::array<char, StringPool::kPadding> kPadding{};
  to.Raw(kPadding.data(), kPadding.size());
  std::string packed = to.Take();
  packed_size_ = packed.size();
  return packed;
}

void RowPacker::Add(const RowBatch& batch) {
  std::array<uint32_t, RowBatch::kMost> codes{};
  for (size_t i = 0; i < columns_.size(); ++i) {
    Column& column = columns_[i];
    const std::span<const std::string_view> cells = batch.column(i);
    if (column.is_time) {
      AddTimes(cells, &column);
    } else if (column.distinct) {
      for (const std::string_view cell : cells) AddText(cell, &column);
    } else {
      column.pool.InternAll(cells, codes.data());
      column.codes.insert(column.codes.end(), codes.begin(),
                          codes.begin() + batch.rows());
    }
  }
}

void RowPacker::AddTimes(std::span<const std::string_view> cells,
                         Column* column) const {
  std::vector<std::string>& samples = column->samples;
  for (const std::string_view cell : cells) {
    if (samples.size() < kSamples) AddSample(cell, &samples);
    const std::optional<Instant> time = ParseInstant(cell, zone_minutes_);
    column->times.push_back(time.value_or(kNever));
    if (!time) AddText(cell, column);
  }
}

void RowPacker::AddText(std::string_view text, Column* column) {
  column->sizes.push_back(static_cast<uint32_t>(text.size()));
  column->texts.Raw(text.data(), text.size());
}

void RowPacker::WriteTexts(Column* column, ByteWriter* to) {
  PutCodes(column->sizes, to);
  const std::string texts = column->texts.Take();
  to->Raw(texts.data(), texts.size());
  column->sizes.clear();
}

void RowPacker::Write(Column* column, ByteWriter* to) {
  const Form form = column->is_time    ? Form::kTimes
                    : column->distinct ? Form::kCells
                                       : Form::kCoded;
  for (uint32_t i = 0; i < column->pool.size(); ++i) {
    AddText(column->pool[i], column);
  }
  to->Number(static_cast<uint8_t>(form));
  WriteTexts(column, to);
  if (form == Form::kCoded) PutCodes(column->codes, to);
  if (form != Form::kTimes) return;
  to->Raw(column->times.data(), column->times.size() * sizeof(Instant));
  for (const std::string& sample : column->samples) AddText(sample, column);
  WriteTexts(column, to);
}

}  // namespace mqlab
