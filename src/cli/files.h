#ifndef MQLAB_CLI_FILES_H_
#define MQLAB_CLI_FILES_H_

// Files as bytes; those packed by gzip are unpacked. "-" is standard input or
// output. Why a file cannot be read is the caller's to tell; other faults are
// told on standard error, once.

#include <zlib.h>

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace mqlab {

// As people are told of a file.
std::string NameOf(const std::string& path);

// A file that is read piece by piece.
class InputFile {
 public:
  // None when there is no such file; `fault` says why.
  static std::optional<InputFile> Open(const std::string& path,
                                       std::string* fault);
  // The number of bytes read; less than there is room for only at the end, or
  // when `fault` is set.
  size_t Read(std::span<char> room, std::string* fault);

 private:
  struct Close {
    void operator()(gzFile file) const { gzclose(file); }
  };
  explicit InputFile(gzFile file) : file_(file) {}

  std::unique_ptr<gzFile_s, Close> file_;
};

std::optional<std::string> ReadFile(const std::string& path,
                                    std::string* fault);
// A file that is written piece by piece.
class OutputFile {
 public:
  explicit OutputFile(std::string path);
  ~OutputFile();
  OutputFile(const OutputFile&) = delete;
  OutputFile& operator=(const OutputFile&) = delete;

  void Write(std::string_view bytes);
  // Whether all of it is written. Call it once, after the last piece.
  bool Close();

 private:
  std::string path_;
  FILE* file_;
  bool written_;
};

bool WriteFile(const std::string& path, std::string_view bytes);
bool MakeFolder(const std::string& path);

}  // namespace mqlab

#endif  // MQLAB_CLI_FILES_H_
