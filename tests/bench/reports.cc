// Every report over a sample of so many leads, natively, as reports.mjs runs
// the same as WebAssembly: a line of JSON with the milliseconds of each.
//   mqlab_reports LEADS < REQUESTS
// REQUESTS: a JSON list of [name, request].

#include <chrono>
#include <cstdint>
#include <exception>
#include <fstream>
#include <iostream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <stdexcept>
#include <string>

#include "engine/engine.h"

namespace mqlab::bench {
namespace {

using Json = nlohmann::json;

constexpr uint64_t kSeed = 7;
constexpr int kRounds = 3;

std::string Read(std::istream& from) {
  return {std::istreambuf_iterator<char>(from), {}};
}

Json Measure(uint32_t leads, const Json& requests) {
  Engine engine;
  if (!engine.LoadSample(kSeed, leads).accepted) {
    throw std::runtime_error("the sample is refused");
  }
  std::ifstream rules("rules/b2b-sample.json");
  const RunReport report = engine.Score(Read(rules), {.as_of = {}, .now = 0});
  if (!report.id) throw std::runtime_error("the rules are refused");
  Json figures = {{"leads", leads},
                  {"events", engine.dataset().events.log.size()},
                  {"reports", Json::array()}};
  for (const Json& request : requests) {
    double least = 0;
    std::string answer;
    for (int round = 0; round < kRounds; ++round) {
      const auto start = std::chrono::steady_clock::now();
      answer = engine.Report(*report.id, {}, request[1].dump());
      const std::chrono::duration<double, std::milli> wall =
          std::chrono::steady_clock::now() - start;
      if (round == 0 || wall.count() < least) least = wall.count();
    }
    figures["reports"].push_back(
        {{"name", request[0]}, {"millis", least}, {"answer", answer}});
  }
  return figures;
}

}  // namespace
}  // namespace mqlab::bench

int main(int argc, char** argv) {
  try {
    if (argc != 2) throw std::runtime_error("usage: mqlab_reports LEADS");
    const auto requests = nlohmann::json::parse(mqlab::bench::Read(std::cin));
    std::cout << mqlab::bench::Measure(
                     static_cast<uint32_t>(std::stoul(argv[1])), requests)
              << '\n';
  } catch (const std::exception& error) {
    std::cerr << "mqlab_reports: " << error.what() << '\n';
    return 1;
  }
}
