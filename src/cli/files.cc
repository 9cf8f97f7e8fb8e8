#include "cli/files.h"

#include <array>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <iostream>
#include <system_error>

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

bool WriteFile(const std::string& path, std::string_view bytes) {
  FILE* file = path == "-" ? stdout : std::fopen(path.c_str(), "wb");
  bool written = file != nullptr && std::fwrite(bytes.data(), 1, bytes.size(),
                                                file) == bytes.size();
  if (file == stdout) {
    written = std::fflush(stdout) == 0 && written;
  } else if (file != nullptr) {
    written = std::fclose(file) == 0 && written;
  }
  if (!written) {
    std::cerr << "mqlab: cannot write "
              << (path == "-" ? "standard output" : path) << ": "
              << std::strerror(errno) << "\n";
  }
  return written;
}

bool MakeFolder(const std::string& path) {
  std::error_code fault;
  std::filesystem::create_directories(path, fault);
  if (!fault) return true;
  std::cerr << "mqlab: cannot make " << path << ": " << fault.message() << "\n";
  return false;
}

}  // namespace mqlab
