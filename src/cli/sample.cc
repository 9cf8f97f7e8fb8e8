#include "sample/sample.h"

#include <charconv>
#include <iostream>
#include <optional>
#include <string>

#include "cli/commands.h"
#include "cli/files.h"

namespace mqlab {
namespace {

constexpr std::string_view kSampleHelp =
    R"(mqlab sample [--seed N] [--leads N] --out FOLDER

Writes a year of an invented company's marketing, the same for the same seed:
  leads.csv    one lead a row
  events.csv   lead_id,time,type,asset,campaign,channel,value
  costs.csv    month,channel,campaign,cost,currency
  truth.json   what drives the outcome, and what came of the leads

  --seed N       0 to 18446744073709551615; 7 unless given
  --leads N      0 to 2000000; 5000 unless given
  --out FOLDER   made when it does not exist

Example:
  mqlab sample --seed 7 --leads 5000 --out sample
)";

constexpr uint32_t kMostLeads = 2'000'000;

template <typename Number>
bool ReadWhole(const Args& args, std::string_view name, Number most,
               Number* number) {
  const std::optional<std::string> text = args.find(name);
  if (!text) return true;
  const auto end = text->data() + text->size();
  const auto [stop, fault] = std::from_chars(text->data(), end, *number);
  return fault == std::errc() && stop == end && *number <= most;
}

int RunSample(const Args& args) {
  SampleOptions options;
  if (!ReadWhole(args, "seed", UINT64_MAX, &options.seed)) {
    return UsageFault("sample", "--seed takes a whole number");
  }
  if (!ReadWhole(args, "leads", kMostLeads, &options.leads)) {
    return UsageFault("sample", "--leads takes a whole number up to " +
                                    std::to_string(kMostLeads));
  }
  const std::string folder = args.get("out");
  if (!MakeFolder(folder)) return kFaults;
  const Sample sample = MakeSample(options);
  const bool written = WriteFile(folder + "/leads.csv", sample.leads_csv) &&
                       WriteFile(folder + "/events.csv", sample.events_csv) &&
                       WriteFile(folder + "/costs.csv", sample.costs_csv) &&
                       WriteFile(folder + "/truth.json", sample.truth_json);
  if (!written) return kFaults;
  std::cerr
      << "mqlab: wrote leads.csv, events.csv, costs.csv and truth.json to "
      << folder << "\n";
  return kOk;
}

constexpr Option kSampleOptions[] = {
    {.name = "seed"}, {.name = "leads"}, {.name = "out", .required = true}};

}  // namespace

const Command kSampleCommand = {"sample",    "writes sample data from a seed",
                                kSampleHelp, kSampleOptions,
                                0,           RunSample};

}  // namespace mqlab
