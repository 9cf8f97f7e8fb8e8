#include "ingest/table_stream.h"

#include <algorithm>
#include <cstring>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "ingest/structure_scan.h"

namespace mqlab {
namespace {

constexpr size_t kStreamPiece = size_t{1}
                                << 18;  // of bytes that are there already
constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

}  // namespace

TableStream::TableStream(TableKind kind, const ReadOptions& options,
                         TableReport* report, Sink* sink)
    : options_(options), report_(*report), sink_(*sink) {
  report_.kind = kind;
}

std::span<char> TableStream::Prepare(size_t size) {
  if (failed_) size_ = offset_ = 0;
  const size_t kept = size_ - offset_;
  if (size_ + size > capacity_) {
    // The unfinished row comes to the front, in new bytes if need be.
    if (kept + size > capacity_) {
      capacity_ = kept + size + std::max(kept, kStreamPiece);
      auto larger =
          std::make_unique_for_overwrite<char[]>(capacity_ + kScanPadding);
      if (kept > 0) std::memcpy(larger.get(), bytes_.get() + offset_, kept);
      bytes_ = std::move(larger);
    } else if (offset_ > 0) {
      std::memmove(bytes_.get(), bytes_.get() + offset_, kept);
    }
    passed_ += offset_;
    size_ = kept;
    offset_ = 0;
  }
  return {bytes_.get() + size_, size};
}

void TableStream::Commit(size_t size) {
  if (failed_ || size == 0) return;
  char* const begin = bytes_.get() + size_;
  std::memset(begin + size, 0, kScanPadding);
  const ByteKinds kinds = FindKinds(begin, size);
  ascii_ &= kinds.ascii;
  if (kinds.zero) {
    const size_t zero = size_ + std::string_view(begin, size).find('\0');
    Fail(IssueCode::kNotText, {std::to_string(passed_ + zero + 1)});
    return;
  }
  size_ += size;
  Read(false);
}

void TableStream::Append(std::string_view bytes) {
  while (!bytes.empty()) {
    const std::string_view piece = bytes.substr(0, kStreamPiece);
    const std::span<char> room = Prepare(piece.size());
    piece.copy(room.data(), room.size());
    Commit(piece.size());
    bytes.remove_prefix(piece.size());
  }
}

void TableStream::TakePacked(std::string_view packed) {
  PackedRows rows(packed);
  sink_.OnPacked(&rows, scanner_->rows() + 1);
  scanner_->Pass(rows.rows());
  report_.rows = scanner_->rows();
  ascii_ &= rows.is_ascii();
  passed_ += rows.file_bytes();
}

void TableStream::End() {
  if (bytes_ == nullptr) Prepare(0);
  Read(true);
  if (scanner_) report_.rows = scanner_->rows();
  bytes_.reset();
  batch_.reset();
}

// Forgets all but this error.
void TableStream::Fail(IssueCode code, std::vector<std::string> args) {
  const TableKind kind = report_.kind;
  report_ = TableReport();
  report_.kind = kind;
  report_.issues.Error(code, {}, std::move(args));
  opened_.reset();
  scanner_.reset();
  failed_ = true;
}

void TableStream::Read(bool last) {
  if (failed_ || (!last && size_ - offset_ < wanted_)) return;
  if (!opened_) {
    // The sample must be the same however the bytes come.
    if (!last && size_ <= kSampleBytes) return;
    Open();
    if (failed_) return;
  }
  RowScanner::Outcome outcome = RowScanner::Outcome::kStarved;
  while (!header_read_ && ReadHeaderRow(last)) {
  }
  if (header_read_) {
    do {
      const uint32_t before = scanner_->rows();
      outcome = scanner_->Scan(bytes_.get(), size_, last, &offset_, &*batch_);
      report_.rows = scanner_->rows();
      if (batch_->rows() > 0) sink_.OnRows(*batch_, before + 1);
    } while (outcome == RowScanner::Outcome::kFull);
  }
  // A row that needs more bytes is looked at again when it has twice as many:
  // else a long one that comes byte by byte would take for ever.
  wanted_ = (size_ - offset_) * 2;
}

void TableStream::Open() {
  const std::string_view bytes(bytes_.get(), size_);
  opened_ = OpenTable(bytes, options_, &report_.issues);
  if (!opened_) {
    failed_ = true;
    return;
  }
  report_.dialect = opened_->dialect;
  header_ =
      ReadHeader(bytes, *opened_, report_.kind, options_, &report_.issues);
  if (bytes.starts_with(kByteOrderMark)) offset_ = kByteOrderMark.size();
  lines_ = opened_->dialect.skipped_rows;
  scanner_.emplace(opened_->dialect, header_, &report_.issues);
  batch_.emplace(header_.headers.size());
  sink_.OnHeader(header_);
}

// Passes over a row before the header, or the header. False when there is no
// more of it, or none needed.
bool TableStream::ReadHeaderRow(bool last) {
  CsvReader reader(opened_->dialect);
  reader.Continue({bytes_.get() + offset_, size_ - offset_}, last);
  std::vector<std::string_view> cells;
  const bool line = lines_ > 0 ? reader.NextLine(&cells) : reader.Next(&cells);
  if (reader.starved()) return false;
  offset_ += reader.offset();
  if (lines_ > 0 && line) {
    --lines_;
    return true;
  }
  if (lines_ > 0) lines_ = 0;
  header_read_ = true;
  scanner_->ReportHeader(reader);
  return false;
}

}  // namespace mqlab
