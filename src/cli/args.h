#ifndef MQLAB_CLI_ARGS_H_
#define MQLAB_CLI_ARGS_H_

// The words of a command line: options that take a value (--leads FILE or
// --leads=FILE), flags, and positional words. "--" ends the options.

#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace mqlab {

struct Option {
  std::string_view name;  // without the dashes
  bool has_value = true;
  bool repeats = false;
  bool required = false;
};

class Args {
 public:
  // What is wrong with the words, or "".
  std::string Parse(std::span<const std::string_view> words,
                    std::span<const Option> options, size_t positional);

  bool has(std::string_view name) const;
  // The last value given, or `otherwise`.
  std::string get(std::string_view name, std::string_view otherwise = "") const;
  std::optional<std::string> find(std::string_view name) const;
  std::vector<std::string> all(std::string_view name) const;
  const std::vector<std::string>& positional() const { return positional_; }

 private:
  std::string ParseOption(std::span<const std::string_view> words, size_t* i,
                          std::span<const Option> options);

  std::map<std::string, std::vector<std::string>, std::less<>> values_;
  std::vector<std::string> positional_;
};

}  // namespace mqlab

#endif  // MQLAB_CLI_ARGS_H_
