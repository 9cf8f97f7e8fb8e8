// mqlab natively, as one of the implementations that the bench runs; host.mjs
// has the same manners for the others. Everything that the bench knows of the
// engine's interface stands here.
//   mqlab_bench FOLDER THREADS

#include <sys/resource.h>

#include <chrono>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <exception>
#include <fstream>
#include <functional>
#include <iostream>
#include <map>
#include <memory>
#include <nlohmann/json.hpp>
#include <sstream>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/instant.h"
#include "bench/scan.h"
#include "engine/engine.h"

namespace mqlab::bench {
namespace {

using Json = nlohmann::json;

constexpr Instant kAsOf = 1'767'311'999'999;    // 2026-01-01T23:59:59.999Z
constexpr uint32_t kStep = 65'536;              // leads
constexpr size_t kScanned = size_t{192} << 20;  // of the events, at most

std::string ReadFile(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) throw std::runtime_error("no file: " + path);
  std::ostringstream text;
  text << file.rdbuf();
  return std::move(text).str();
}

int64_t Milli(const Json& points) {
  return std::llround(points.get<double>() * 1000);
}

// The class as of T, from scores alone: that of the highest stage that holds.
class Classifier {
 public:
  explicit Classifier(const std::string& rules) {
    const Json json = Json::parse(rules);
    disqualified_ = Milli(json["disqualify"][0]["when"]["lt"]);
    const std::map<std::string, size_t> classes = {
        {"mql", 1}, {"engaged", 2}, {"nurture", 3}};
    for (const Json& stage : json["stages"]) {
      const Json& enter = stage["enter"];
      std::map<std::string, int64_t> from = {
          {"fit", INT64_MIN}, {"engagement", INT64_MIN}, {"total", INT64_MIN}};
      for (const Json& part : enter.value("all", Json::array({enter}))) {
        from.at(part["score"]) = Milli(part["ge"]);
      }
      stages_.insert(stages_.begin(), {classes.at(stage["id"]), from["fit"],
                                       from["engagement"], from["total"]});
    }
  }

  size_t operator()(int64_t fit, int64_t engagement) const {
    if (fit < disqualified_) return 0;
    for (const Stage& stage : stages_) {
      if (fit >= stage.fit && engagement >= stage.engagement &&
          fit + engagement >= stage.total) {
        return stage.index;
      }
    }
    return 4;
  }

 private:
  struct Stage {
    size_t index;
    int64_t fit, engagement, total;
  };
  int64_t disqualified_ = 0;
  std::vector<Stage> stages_;  // the highest first
};

// As in job.mjs.
class Digest {
 public:
  void Add(std::string_view id, int64_t fit, int64_t total, size_t index) {
    std::string line(id);
    for (const auto part : {fit, total, static_cast<int64_t>(index)}) {
      line += ',' + std::to_string(part);
    }
    uint32_t a = 0x811c9dc5;
    uint32_t b = 0x01000193;
    for (const char c : line) {
      const auto byte = static_cast<uint8_t>(c);
      a = (a ^ byte) * 0x01000193;
      b = ((b ^ byte) * 0x85ebca6b) ^ (b >> 15);
    }
    a_ += a;
    b_ += b;
    ++leads_;
  }
  Json Value() const {
    char text[32];
    std::snprintf(text, sizeof text, "%x-%x", a_, b_);
    return {{"leads", leads_}, {"digest", text}};
  }

 private:
  uint32_t a_ = 0;
  uint32_t b_ = 0;
  uint32_t leads_ = 0;
};

struct Job {
  std::string rules;  // edited
  std::string base;   // before the edit
  std::string lead;
};

// The engine's interface, and nothing of it elsewhere.
class Mqlab {
 public:
  Mqlab(const std::string& folder, uint32_t threads)
      : threads_(threads),
        leads_(ReadFile(folder + "/leads.csv")),
        events_(ReadFile(folder + "/events.csv")) {}

  // Before the clock runs: what a phase starts from.
  void Prepare(const std::string& phase, const Job& job) {
    if (phase == "scan") {
      Scan();
      return;
    }
    separators_ = {};  // no memory of the engine's
    if (phase == "rules") {
      Ingest();
    } else if (phase == "life") {
      Ingest();
      Numbers(job.base);
    } else if (phase != "ingest" && phase != "end-to-end" &&
               phase != "scores") {
      if (!engine_) Ingest();
      Numbers(job.base);
      Life();
    }
  }

  Json Ingest() {
    engine_ = std::make_unique<Engine>(threads_);
    id_ = 0;
    const DataReport report =
        engine_->Load({leads_, {}}, TableInput{events_, {}});
    if (!report.accepted) throw std::runtime_error("the data is refused");
    return {{"leads", engine_->dataset().leads.size()},
            {"events", report.events->kept}};
  }

  // Scores as of T, which is what the peers compute.
  void Numbers(const std::string& rules) {
    engine_->BeginScore(rules, {.as_of = kAsOf, .now = 0});
    if (engine_->scoring() == nullptr) {
      throw std::runtime_error("the rules are refused");
    }
    while (engine_->ScoreStep(kStep) == ScorePhase::kNumbers) {
    }
  }

  // The life of every lead, which only mqlab has.
  Json Life() {
    while (engine_->ScoreStep(kStep) != ScorePhase::kDone) {
    }
    const RunReport report = engine_->EndScore();
    engine_->Release(id_);
    id_ = report.id.value();
    return {{"stages", engine_->run(id_)->funnel.now}};
  }

  // The check of all scores as of T, when the clock has stopped.
  Json Counts(const Job& job) {
    Life();
    const Classifier classify(job.rules);
    const ScoreTable& table = engine_->run(id_)->table;
    std::vector<uint32_t> counts(5);
    int64_t sum = 0;
    for (uint32_t i = 0; i < table.num_leads; ++i) {
      ++counts[classify(table.scores[0][i], table.scores[1][i])];
      sum += table.total[i];
    }
    return {{"counts", counts}, {"sum", sum}};
  }

  Json Explain(const Job& job) {
    const uint32_t lead = engine_->dataset().leads.ids.Find(job.lead);
    int64_t total = 0;
    for (const ScoreLine& line : engine_->Explain(id_, lead).scores) {
      total += line.weighted;
    }
    return {{"total", total}};
  }

  Json Scores(const Job& job) {
    Ingest();
    Numbers(job.rules);
    Life();
    const Classifier classify(job.rules);
    const ScoreTable& table = engine_->run(id_)->table;
    Digest digest;
    for (uint32_t i = 0; i < table.num_leads; ++i) {
      const int64_t fit = table.scores[0][i];
      digest.Add(engine_->dataset().leads.ids[i], fit, table.total[i],
                 classify(fit, table.scores[1][i]));
    }
    return digest.Value();
  }

  Json Scan() {
    const size_t size = std::min(events_.size(), kScanned);
    if (separators_.empty()) separators_.resize(size + 8);
    return {{"bytes", size},
            {"separators",
             ScanSeparators(events_.data(), size, separators_.data())}};
  }

 private:
  const uint32_t threads_;
  const std::string leads_;
  const std::string events_;
  std::unique_ptr<Engine> engine_;
  RunId id_ = 0;  // of the last finished run
  std::vector<uint32_t> separators_;
};

double Cpu() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  const auto millis = [](const timeval& time) {
    return static_cast<double>(time.tv_sec) * 1e3 +
           static_cast<double>(time.tv_usec) / 1e3;
  };
  return millis(usage.ru_utime) + millis(usage.ru_stime);
}

// The peak of resident memory since the last reset.
void ResetPeak() { std::ofstream("/proc/self/clear_refs") << "5"; }
int64_t PeakBytes() {
  std::ifstream status("/proc/self/status");
  for (std::string line; std::getline(status, line);) {
    if (line.starts_with("VmHWM:")) return std::stoll(line.substr(6)) * 1024;
  }
  return 0;
}

// What a phase does while the clock runs, and its check afterwards when the
// check is no part of the work.
struct Phase {
  std::function<Json(const Job&)> run;
  bool counts = false;
};

std::map<std::string, Phase> Phases(Mqlab& mqlab) {
  const auto numbers = [&](const Job& job) {
    mqlab.Numbers(job.rules);
    return Json();
  };
  return {
      {"ingest", {[&](const Job&) { return mqlab.Ingest(); }}},
      {"end-to-end",
       {[&, numbers](const Job& job) {
          mqlab.Ingest();
          return numbers(job);
        },
        true}},
      {"points", {numbers, true}},
      {"threshold", {numbers, true}},
      {"condition", {numbers, true}},
      {"rules", {numbers, true}},
      {"life", {[&](const Job&) { return mqlab.Life(); }}},
      {"condition-life", {[&, numbers](const Job& job) {
         numbers(job);
         return mqlab.Life();
       }}},
      {"explain", {[&](const Job& job) { return mqlab.Explain(job); }}},
      {"scores", {[&](const Job& job) { return mqlab.Scores(job); }}},
      {"scan", {[&](const Job&) { return mqlab.Scan(); }}},
  };
}

void Serve(Mqlab& mqlab) {
  const std::map<std::string, Phase> phases = Phases(mqlab);
  Json names = Json::array();
  for (const auto& [name, phase] : phases) names.push_back(name);
  std::cout << Json{{"phases", names}} << std::endl;
  for (std::string line; std::getline(std::cin, line);) {
    const Json asked = Json::parse(line);
    const std::string name = asked["phase"];
    const Job job{asked["rules"], asked["base"], asked["lead"]};
    mqlab.Prepare(name, job);
    ResetPeak();
    const double cpu = Cpu();
    const auto start = std::chrono::steady_clock::now();
    const Phase& phase = phases.at(name);
    const Json check = phase.run(job);
    const std::chrono::duration<double, std::milli> wall =
        std::chrono::steady_clock::now() - start;
    Json answer = {{"millis", wall.count()},
                   {"cpuMillis", Cpu() - cpu},
                   {"peakBytes", PeakBytes()}};
    answer["check"] = phase.counts ? mqlab.Counts(job) : check;
    std::cout << answer << std::endl;
  }
}

}  // namespace
}  // namespace mqlab::bench

int main(int argc, char** argv) {
  try {
    if (argc != 3)
      throw std::runtime_error("usage: mqlab_bench FOLDER THREADS");
    mqlab::bench::Mqlab mqlab(argv[1],
                              static_cast<uint32_t>(std::stoul(argv[2])));
    mqlab::bench::Serve(mqlab);
  } catch (const std::exception& error) {
    std::cerr << "mqlab_bench: " << error.what() << '\n';
    return 1;
  }
}
