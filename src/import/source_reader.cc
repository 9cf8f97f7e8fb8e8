#include "import/source_reader.h"

#include <algorithm>
#include <utility>

#include "base/text.h"

namespace mqlab {
namespace {

constexpr size_t kSample = size_t{1} << 20;
constexpr size_t kPiece = size_t{1} << 18;
constexpr size_t kMostHeld = 50;
constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

std::string Decoded(std::string_view bytes, TextEncoding encoding) {
  std::string text;
  Utf8Decoder(encoding).Append(bytes, &text);
  return text;
}

}  // namespace

Writing FindWriting(std::string_view head, const WritingChoice& choice) {
  head = head.substr(0, kSample);
  Writing writing;
  writing.encoding = DetectEncoding(head);
  if (choice.encoding && *choice.encoding != writing.encoding.encoding) {
    writing.encoding = {.encoding = *choice.encoding};
  }
  std::string decoded;
  if (writing.encoding.encoding != TextEncoding::kUtf8) {
    decoded = Decoded(head, writing.encoding.encoding);
    head = decoded;
  }
  writing.dialect = DetectDialect(head);
  if (choice.delimiter && *choice.delimiter != writing.dialect.delimiter) {
    writing.dialect = {.delimiter = *choice.delimiter};
  }
  if (choice.header_row) writing.dialect.skipped_rows = *choice.header_row - 1;
  return writing;
}

SourceReader::SourceReader(const Writing& writing, IssueList* issues,
                           TakeRow take)
    : issues_(issues),
      take_(std::move(take)),
      lines_(writing.dialect.skipped_rows),
      reader_(writing.dialect) {
  if (writing.encoding.encoding != TextEncoding::kUtf8) {
    decoder_.emplace(writing.encoding.encoding);
  }
}

void SourceReader::Append(std::string_view bytes) {
  while (!bytes.empty()) {
    const std::string_view piece = bytes.substr(0, kPiece);
    bytes.remove_prefix(piece.size());
    if (offset_ > 0) {
      text_.erase(0, offset_);
      offset_ = 0;
    }
    const size_t size = text_.size();
    decoder_ ? decoder_->Append(piece, &text_)
             : static_cast<void>(text_.append(piece));
    null_ |= text_.find('\0', size) != text_.npos;
    if (!begun_ && text_.size() < kByteOrderMark.size()) continue;
    if (text_.size() >= wanted_) Read(false);
  }
}

void SourceReader::Finish() {
  if (decoder_) decoder_->Finish(&text_);
  Read(true);
  if (rows_ == 0) ReleaseHeld();  // a list of one column, or of little
  for (const std::vector<std::string>& row : held_) {
    std::string line;
    for (const std::string& cell : row) {
      if (!cell.empty()) line += (line.empty() ? "" : " ") + cell;
    }
    footer_.push_back(std::move(line));
  }
  held_.clear();
}

void SourceReader::Read(bool last) {
  if (!std::exchange(begun_, true) && text_.starts_with(kByteOrderMark)) {
    offset_ = kByteOrderMark.size();
  }
  std::vector<std::string_view> cells;
  const size_t start = offset_;
  reader_.Continue(std::string_view(text_).substr(start), last);
  for (;;) {
    const bool line =
        lines_ > 0 ? reader_.NextLine(&cells) : reader_.Next(&cells);
    if (reader_.starved()) break;
    offset_ = start + reader_.offset();
    if (!line) break;
    if (lines_ > 0) {
      --lines_;
      TakeTitle(cells);
    } else if (header_.empty()) {
      for (const std::string_view cell : cells)
        header_.emplace_back(Trim(cell));
    } else {
      TakeCells(cells);
    }
  }
  // A row that needs more bytes is looked at again when it has twice as many.
  wanted_ = (text_.size() - offset_) * 2;
}

void SourceReader::TakeTitle(const std::vector<std::string_view>& cells) {
  for (const std::string_view cell : cells) {
    const std::string_view text = Trim(cell);
    if (title_.empty() && !Fold(text).starts_with("sep=")) title_ = text;
  }
}

void SourceReader::TakeCells(const std::vector<std::string_view>& cells) {
  if (MayBeFooter(cells)) {
    held_.emplace_back(cells.begin(), cells.end());
    if (held_.size() > kMostHeld) ReleaseHeld();
    return;
  }
  ReleaseHeld();
  Give(cells);
  if (issues_ == nullptr) return;
  for (const size_t cell : reader_.open_quotes()) {
    issues_->Warn(IssueCode::kUnclosedQuote,
                  {cell < header_.size() ? header_[cell] : "", rows_,
                   static_cast<int64_t>(cell) + 1});
  }
}

bool SourceReader::MayBeFooter(
    const std::vector<std::string_view>& cells) const {
  if (header_.size() < 3) return false;
  size_t filled = 0;
  std::string_view text;
  for (const std::string_view cell : cells) {
    if (Trim(cell).empty()) continue;
    ++filled;
    text = cell;
  }
  if (filled > 1) return false;
  constexpr size_t kSentence = 3;  // words
  return cells.size() == 1
             ? text.find('@') == text.npos
             : Words(text).size() >= kSentence && text.find('@') == text.npos;
}

void SourceReader::ReleaseHeld() {
  for (const std::vector<std::string>& row : std::exchange(held_, {})) {
    Give(std::vector<std::string_view>(row.begin(), row.end()));
  }
}

void SourceReader::Give(std::span<const std::string_view> cells) {
  trimmed_.assign(header_.size(), {});
  for (size_t i = 0; i < std::min(cells.size(), trimmed_.size()); ++i) {
    trimmed_[i] = Trim(cells[i]);
  }
  ++rows_;
  if (issues_ != nullptr && cells.size() != header_.size()) ReportWidth(cells);
  take_({.cells = trimmed_, .number = rows_});
}

void SourceReader::ReportWidth(std::span<const std::string_view> cells) {
  const auto warn = [&](IssueCode code) {
    issues_->Warn(
        code, {"", rows_, 0},
        {std::to_string(cells.size()), std::to_string(header_.size())});
  };
  if (cells.size() < header_.size()) {
    warn(IssueCode::kShortRow);
  } else if (std::ranges::any_of(
                 cells.subspan(header_.size()),
                 [](std::string_view cell) { return !Trim(cell).empty(); })) {
    warn(IssueCode::kExtraCells);
  }
}

}  // namespace mqlab
