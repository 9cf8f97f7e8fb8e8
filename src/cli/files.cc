#include "cli/files.h"

#include <array>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <iostream>
#include <system_error>
#include <utility>

namespace mqlab {

std::optional<InputFile> InputFile::Open(const std::string& path,
                                         std::string* fault) {
  if (path == "-") return InputFile(stdin);
  std::error_code ignored;
  if (std::filesystem::is_directory(path, ignored)) {
    *fault = "it is a folder";
    return std::nullopt;
  }
  FILE* const file = std::fopen(path.c_str(), "rb");
  if (file != nullptr) return InputFile(file);
  *fault = std::strerror(errno);
  return std::nullopt;
}

size_t InputFile::Read(std::span<char> room, std::string* fault) {
  const size_t size = std::fread(room.data(), 1, room.size(), file_.get());
  if (size < room.size() && std::ferror(file_.get()) != 0) {
    *fault = std::strerror(errno);
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
