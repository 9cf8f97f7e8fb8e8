#include "cli/files.h"

#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <iostream>
#include <system_error>
#include <utility>

namespace mqlab {

std::string NameOf(const std::string& path) {
  return path == "-" ? "standard input" : path;
}

std::optional<InputFile> InputFile::Open(const std::string& path,
                                         std::string* fault) {
  if (path == "-") return InputFile(gzdopen(dup(STDIN_FILENO), "rb"));
  std::error_code ignored;
  if (std::filesystem::is_directory(path, ignored)) {
    *fault = "it is a folder";
    return std::nullopt;
  }
  const gzFile file = gzopen(path.c_str(), "rb");
  if (file != nullptr) return InputFile(file);
  *fault = std::strerror(errno);
  return std::nullopt;
}

size_t InputFile::Read(std::span<char> room, std::string* fault) {
  constexpr size_t kMost = size_t{1} << 30;  // gzread counts in ints
  size_t size = 0;
  while (size < room.size()) {
    const size_t wanted = std::min(room.size() - size, kMost);
    const int read =
        gzread(file_.get(), room.data() + size, static_cast<unsigned>(wanted));
    if (read > 0) size += static_cast<size_t>(read);
    if (read == static_cast<int>(wanted)) continue;
    int code = Z_OK;
    const char* const text = gzerror(file_.get(), &code);
    if (code == Z_ERRNO) {
      *fault = std::strerror(errno);
    } else if (code == Z_BUF_ERROR) {
      *fault = "it ends within what gzip has packed";
    } else if (code != Z_OK && code != Z_STREAM_END) {
      *fault = text;
    }
    break;
  }
  return size;
}

std::optional<std::string> ReadFile(const std::string& path,
                                    std::string* fault) {
  std::optional<InputFile> file = InputFile::Open(path, fault);
  if (!file) return std::nullopt;
  std::string bytes;
  std::array<char, 1 << 16> room{};
  size_t size = 0;
  do {
    size = file->Read(room, fault);
    bytes.append(room.data(), size);
  } while (size == room.size());
  if (!fault->empty()) return std::nullopt;
  return bytes;
}

OutputFile::OutputFile(std::string path)
    : path_(std::move(path)),
      file_(path_ == "-" ? stdout : std::fopen(path_.c_str(), "wb")),
      written_(file_ != nullptr) {}

OutputFile::~OutputFile() {
  if (file_ != nullptr && file_ != stdout) std::fclose(file_);
}

void OutputFile::Write(std::string_view bytes) {
  written_ = written_ &&
             std::fwrite(bytes.data(), 1, bytes.size(), file_) == bytes.size();
}

bool OutputFile::Close() {
  FILE* const file = std::exchange(file_, nullptr);
  if (file == stdout) {
    written_ = std::fflush(stdout) == 0 && written_;
  } else if (file != nullptr) {
    written_ = std::fclose(file) == 0 && written_;
  }
  if (!written_) {
    std::cerr << "mqlab: cannot write "
              << (path_ == "-" ? "standard output" : path_) << ": "
              << std::strerror(errno) << "\n";
  }
  return written_;
}

bool WriteFile(const std::string& path, std::string_view bytes) {
  OutputFile file(path);
  file.Write(bytes);
  return file.Close();
}

bool MakeFolder(const std::string& path) {
  std::error_code fault;
  std::filesystem::create_directories(path, fault);
  if (!fault) return true;
  std::cerr << "mqlab: cannot make " << path << ": " << fault.message() << "\n";
  return false;
}

}  // namespace mqlab
