#include "cli/run_cli.h"

#include <gtest/gtest.h>
#include <sys/wait.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>

namespace mqlab {
namespace {

// One folder a test, so that tests may run side by side.
const std::string& Folder() {
  static std::string folder;
  const auto* test = testing::UnitTest::GetInstance()->current_test_info();
  folder = testing::TempDir() + "mqlab-" + test->test_suite_name() + "-" +
           test->name() + "/";
  std::filesystem::create_directories(folder);
  return folder;
}

int Shell(const std::string& command) {
  const std::string inside = "cd '" + Folder() + "' && " + command;
  const int status = std::system(inside.c_str());
  return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

}  // namespace

CliResult RunCli(const std::string& words, std::string_view input) {
  WriteText("stdin", input);
  CliResult result;
  result.code = Shell("'" MQLAB_CLI "' " + words + " <stdin >stdout 2>stderr");
  result.out = ReadText("stdout");
  result.err = ReadText("stderr");
  return result;
}

std::string WriteText(const std::string& name, std::string_view text) {
  std::ofstream(Folder() + name, std::ios::binary) << text;
  return name;
}

std::string ReadText(const std::string& name) {
  std::ifstream file(Folder() + name, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

bool RunShell(const std::string& command) { return Shell(command) == 0; }

}  // namespace mqlab
