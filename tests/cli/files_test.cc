// Files that cannot be read or written, and how they may begin.

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <string>

#include "cli/run_cli.h"
#include "cli/small_inputs.h"

namespace mqlab {
namespace {

using Json = nlohmann::json;

TEST(CliFilesTest, TellsOfEveryFileItCannotRead) {
  WriteInputs();
  const CliResult result =
      RunCli("score --rules none.json --leads . --as-of 2026-01-01");
  EXPECT_EQ(result.code, 1);
  EXPECT_EQ(result.out, "");
  EXPECT_NE(result.err.find("none.json: error unreadable_file: The file cannot "
                            "be read: No such file"),
            std::string::npos)
      << result.err;
  EXPECT_NE(result.err.find(".: error unreadable_file: The file cannot be "
                            "read: it is a folder."),
            std::string::npos)
      << result.err;
}

TEST(CliFilesTest, TellsMachinesOfFilesItCannotRead) {
  WriteInputs();
  for (const std::string words :
       {"check none.json --json", "check . --json",
        "check rules.json --leads none.csv --json",
        "score --rules rules.json --leads . --json",
        "explain --rules rules.json --leads none.csv --lead b --json"}) {
    const CliResult result = RunCli(words);
    EXPECT_EQ(result.code, 1) << words;
    EXPECT_EQ(result.err, "") << words;
    ASSERT_TRUE(Json::accept(result.out)) << words << "\n" << result.out;
    const Json json = Json::parse(result.out);
    EXPECT_EQ(json["counts"]["unreadable_file"], 1) << words;
    EXPECT_EQ(json["issues"][0]["code"], "unreadable_file") << words;
  }
}

TEST(CliFilesTest, FailsWhenNothingCanBeWritten) {
  const std::string inputs = WriteInputs();
  for (const std::string& words :
       {std::string("check rules.json"), std::string("--help"),
        std::string("--version"), std::string("check --help"),
        "score " + inputs, "explain --lead b " + inputs}) {
    const std::string command =
        "'" MQLAB_CLI "' " + words + " >/dev/full 2>stderr";
    EXPECT_TRUE(RunShell(command + "; test $? = 1")) << words;
    const std::string says = ReadText("stderr");
    EXPECT_NE(says.find("cannot write standard output"), std::string::npos)
        << words << "\n"
        << says;
  }
}

TEST(CliFilesTest, ReadsFilesThatBeginWithAByteOrderMark) {
  const CliResult plain = RunCli("score " + WriteInputs());
  const std::string mark = "\xEF\xBB\xBF";
  WriteText("rules.json", mark + std::string(kRules));
  WriteText("leads.csv", mark + std::string(kLeads));
  WriteText("events.csv", mark + std::string(kEvents));
  const CliResult marked =
      RunCli("score --rules rules.json --leads leads.csv --events events.csv");
  EXPECT_EQ(marked.code, 0) << marked.err;
  EXPECT_EQ(marked.out, plain.out);
}

}  // namespace
}  // namespace mqlab
