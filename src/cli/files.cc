#include "cli/files.h"

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <iostream>
#include <memory>
#include <system_error>

namespace mqlab {
namespace {

struct Close {
  void operator()(FILE* file) const { std::fclose(file); }
};

std::optional<std::string> ReadAll(FILE* file, std::string* fault) {
  std::string bytes;
  char buffer[1 << 16];
  for (size_t n = 0; (n = std::fread(buffer, 1, sizeof buffer, file)) > 0;) {
    bytes.append(buffer, n);
  }
  if (std::ferror(file) == 0) return bytes;
  *fault = std::strerror(errno);
  return std::nullopt;
}

}  // namespace

std::optional<std::string> ReadFile(const std::string& path,
                                    std::string* fault) {
  if (path == "-") return ReadAll(stdin, fault);
  std::error_code ignored;
  if (std::filesystem::is_directory(path, ignored)) {
    *fault = "it is a folder";
    return std::nullopt;
  }
  const std::unique_ptr<FILE, Close> file(std::fopen(path.c_str(), "rb"));
  if (file) return ReadAll(file.get(), fault);
  *fault = std::strerror(errno);
  return std::nullopt;
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
