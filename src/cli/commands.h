#ifndef MQLAB_CLI_COMMANDS_H_
#define MQLAB_CLI_COMMANDS_H_

#include <span>
#include <string>
#include <string_view>

#include "cli/args.h"

namespace mqlab {

inline constexpr int kOk = 0;
inline constexpr int kFaults = 1;  // in the input
inline constexpr int kUsage = 2;

struct Command {
  std::string_view name;
  std::string_view summary;
  std::string_view help;
  std::span<const Option> options;
  size_t positional;
  int (*run)(const Args& args);
};

// One file each.
extern const Command kScoreCommand;
extern const Command kCheckCommand;
extern const Command kExplainCommand;
extern const Command kInspectCommand;
extern const Command kReportCommand;
extern const Command kSampleCommand;

// Says what is wrong with the words of a command.
int UsageFault(std::string_view command, std::string_view fault);

}  // namespace mqlab

#endif  // MQLAB_CLI_COMMANDS_H_
