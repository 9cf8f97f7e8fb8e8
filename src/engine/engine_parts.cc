// What an Engine gives and takes where several score one dataset together.

#include <utility>

#include "base/bytes.h"
#include "engine/engine.h"
#include "engine/within_memory.h"
#include "scoring/score_part.h"

namespace mqlab {

void Engine::BeginShare(uint32_t begin, uint32_t end) {
  WithinMemory([&] { share_writer_.emplace(dataset_, begin, end); },
               [&] { share_writer_.reset(); });
}

std::string Engine::WriteShare(size_t bytes) {
  std::string piece;
  if (!share_writer_) return piece;
  WithinMemory([&] { piece = share_writer_->Next(bytes); }, [] {});
  if (piece.empty()) share_writer_.reset();
  return piece;
}

void Engine::AppendShare(std::string_view piece) {
  WithinMemory(
      [&] {
        if (!share_reader_) share_reader_.emplace();
        share_reader_->Append(piece);
      },
      // One without a first piece is never complete.
      [&] { share_reader_.emplace(); });
}

bool Engine::EndShare() {
  bool complete = share_reader_ && share_reader_->complete();
  if (complete) {
    WithinMemory(
        [&] { Replace(std::make_shared<Dataset>(share_reader_->Take())); },
        [&] { complete = false; });
  }
  share_reader_.reset();
  return complete;
}

std::vector<uint32_t> Engine::AwaitedRules() const {
  return job_ ? job_->awaited_rules() : std::vector<uint32_t>();
}

bool Engine::AddCounts(uint32_t begin, std::string_view counts) {
  bool wanted = false;
  const auto work = [&] {
    ByteReader from(counts);
    if (!job_ || from.Number<uint64_t>() != part_.stamp) return;
    wanted = job_->AddCounts(begin, ReadColumns(&from));
  };
  WithinMemory(work, [&] { FailScore(); });
  return wanted;
}

bool Engine::AddStages(uint32_t begin, std::string stages) {
  bool wanted = false;
  const auto work = [&] {
    ByteReader from(stages);
    if (!job_ || from.Number<uint64_t>() != part_.stamp) return;
    stages.erase(0, sizeof part_.stamp);
    wanted = job_->AddStages(begin, std::move(stages));
  };
  WithinMemory(work, [&] { FailScore(); });
  return wanted;
}

std::string Engine::Counts(std::span<const uint32_t> rules) const {
  if (part_.columns.empty()) return "";
  ByteWriter to;
  to.Number(part_.stamp);
  std::vector<std::shared_ptr<const RuleColumn>> columns;
  for (const uint32_t rule : rules) columns.push_back(part_.columns.at(rule));
  WriteColumns(columns, &to);
  return to.Take();
}

std::string Engine::Stages() const {
  ByteWriter to;
  to.Number(part_.stamp);
  if (!part_.overflows.empty()) {
    WriteOverflows(part_.leads, part_.overflows, &to);
    return to.Take();
  }
  const Run* const done = scoring_ && !job_ ? scoring_.get() : run(part_.id);
  if (done == nullptr) return "";
  WriteStages(done->table, &to);
  return to.Take();
}

}  // namespace mqlab
