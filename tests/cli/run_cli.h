#ifndef MQLAB_TESTS_CLI_RUN_CLI_H_
#define MQLAB_TESTS_CLI_RUN_CLI_H_

#include <string>
#include <string_view>

namespace mqlab {

struct CliResult {
  int code = -1;
  std::string out;
  std::string err;
};

// Runs the real program in a folder of the test's own; `words` are the shell's.
CliResult RunCli(const std::string& words, std::string_view input = "");

// Writes a file into that folder and gives its name there.
std::string WriteText(const std::string& name, std::string_view text);
std::string ReadText(const std::string& name);

// Runs a shell command there; true when it succeeds.
bool RunShell(const std::string& command);

}  // namespace mqlab

#endif  // MQLAB_TESTS_CLI_RUN_CLI_H_
