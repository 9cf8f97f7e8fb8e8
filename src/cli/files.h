#ifndef MQLAB_CLI_FILES_H_
#define MQLAB_CLI_FILES_H_

// Files as bytes. "-" is standard input or output. Why a file cannot be read is
// the caller's to tell; other faults are told on standard error, once.

#include <optional>
#include <string>
#include <string_view>

namespace mqlab {

std::optional<std::string> ReadFile(const std::string& path,
                                    std::string* fault);
bool WriteFile(const std::string& path, std::string_view bytes);
bool MakeFolder(const std::string& path);

}  // namespace mqlab

#endif  // MQLAB_CLI_FILES_H_
