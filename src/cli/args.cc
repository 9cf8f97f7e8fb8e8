#include "cli/args.h"

#include "base/text.h"

namespace mqlab {
namespace {

std::string Unknown(std::string_view word, std::span<const Option> options) {
  std::string message = "unknown option " + std::string(word);
  const std::string_view name = word.substr(2);
  size_t least = 4;
  std::string_view nearest;
  for (const Option& option : options) {
    const size_t distance = EditDistance(name, option.name);
    if (distance >= least) continue;
    least = distance;
    nearest = option.name;
  }
  if (!nearest.empty()) {
    message.append("; did you mean --").append(nearest).append("?");
  }
  return message;
}

}  // namespace

std::string Args::Parse(std::span<const std::string_view> words,
                        std::span<const Option> options, size_t positional) {
  bool only_positional = false;
  for (size_t i = 0; i < words.size(); ++i) {
    if (!only_positional && words[i] == "--") {
      only_positional = true;
    } else if (!only_positional && words[i].starts_with("-") &&
               words[i].size() > 1) {
      std::string fault = ParseOption(words, &i, options);
      if (!fault.empty()) return fault;
    } else {
      positional_.emplace_back(words[i]);
    }
  }
  if (positional_.size() > positional) {
    return "unexpected word \"" + positional_[positional] + "\"";
  }
  if (positional_.size() < positional) return "a file is missing";
  for (const Option& option : options) {
    if (option.required && !has(option.name)) {
      return "--" + std::string(option.name) + " is missing";
    }
  }
  return "";
}

std::string Args::ParseOption(std::span<const std::string_view> words,
                              size_t* i, std::span<const Option> options) {
  const std::string_view word = words[*i];
  const size_t equals = word.find('=');
  const std::string_view dashed = word.substr(0, equals);
  if (!dashed.starts_with("--")) {
    return "unknown option " + std::string(word) + "; options begin with --";
  }
  for (const Option& option : options) {
    if (option.name != dashed.substr(2)) continue;
    std::vector<std::string>& values = values_[std::string(option.name)];
    if (!values.empty() && !option.repeats) {
      return std::string(dashed) + " is given twice";
    }
    if (!option.has_value) {
      if (equals != word.npos) return std::string(dashed) + " takes no value";
      values.emplace_back();
    } else if (equals != word.npos) {
      values.emplace_back(word.substr(equals + 1));
    } else if (*i + 1 < words.size()) {
      values.emplace_back(words[++*i]);
    } else {
      return std::string(dashed) + " needs a value";
    }
    return "";
  }
  return Unknown(dashed, options);
}

bool Args::has(std::string_view name) const { return values_.contains(name); }

std::string Args::get(std::string_view name, std::string_view otherwise) const {
  return find(name).value_or(std::string(otherwise));
}

std::optional<std::string> Args::find(std::string_view name) const {
  const auto found = values_.find(name);
  if (found == values_.end()) return std::nullopt;
  return found->second.back();
}

std::vector<std::string> Args::all(std::string_view name) const {
  const auto found = values_.find(name);
  return found == values_.end() ? std::vector<std::string>{} : found->second;
}

}  // namespace mqlab
