#ifndef MQLAB_IMPORT_SOURCE_READER_H_
#define MQLAB_IMPORT_SOURCE_READER_H_

// The rows of a delimited file as people's systems write them: in any encoding,
// with titles above the header and remarks below the data.

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/issue.h"
#include "import/text_encoding.h"
#include "ingest/csv_reader.h"

namespace mqlab {

// How the bytes of a file are to be read.
struct Writing {
  DetectedEncoding encoding;
  CsvDialect dialect;
};

// What is chosen; what is not is found by the first bytes of the file.
struct WritingChoice {
  std::optional<TextEncoding> encoding = {};
  std::optional<char> delimiter = {};
  std::optional<uint32_t> header_row = {};  // line, from 1
  bool operator==(const WritingChoice&) const = default;
};
Writing FindWriting(std::string_view head, const WritingChoice& choice);

// Rows of as many cells as the header has; those that a row lacks are empty,
// those that it has too many are lost, and told. Cells are trimmed.
//
// Rows at the end that are no data are left out: those of one cell alone, where
// the header has three columns or more, and those of which one cell is filled,
// with a sentence. They are kept back until a fuller row comes.
class SourceReader {
 public:
  struct Row {
    std::span<const std::string_view> cells;
    uint32_t number = 0;  // among the data rows, from 1
  };
  using TakeRow = std::function<void(const Row&)>;

  // What is wrong with the width or the quotes of a row goes to `issues`, if
  // given, which must outlive the reader.
  SourceReader(const Writing& writing, IssueList* issues, TakeRow take);

  // The next bytes, cut anywhere.
  void Append(std::string_view bytes);
  // No more bytes will come.
  void Finish();

  // Empty until the header was read.
  const std::vector<std::string>& header() const { return header_; }
  // The first text above the header that is no "sep="; "" for none.
  const std::string& title() const { return title_; }
  uint32_t rows() const { return rows_; }
  // After Finish: the texts of the rows that were left out.
  const std::vector<std::string>& footer() const { return footer_; }
  // Whether there was a zero byte, which no text has.
  bool has_null() const { return null_; }

 private:
  void Read(bool last);
  void TakeTitle(const std::vector<std::string_view>& cells);
  void TakeCells(const std::vector<std::string_view>& cells);
  bool MayBeFooter(const std::vector<std::string_view>& cells) const;
  void Give(std::span<const std::string_view> cells);
  void ReportWidth(std::span<const std::string_view> cells);
  void ReleaseHeld();

  IssueList* const issues_;
  const TakeRow take_;
  std::optional<Utf8Decoder> decoder_;
  bool begun_ = false;
  bool null_ = false;
  std::string text_;  // from offset_ on not yet read
  size_t offset_ = 0;
  size_t wanted_ = 0;   // so much more text before another try
  uint32_t lines_ = 0;  // before the header that are still to be passed over
  CsvReader reader_;
  std::string title_;
  std::vector<std::string> header_;
  std::vector<std::string_view> trimmed_;
  uint32_t rows_ = 0;
  std::vector<std::vector<std::string>> held_;
  std::vector<std::string> footer_;
};

}  // namespace mqlab

#endif  // MQLAB_IMPORT_SOURCE_READER_H_
