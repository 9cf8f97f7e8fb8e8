#include "scoring/score_part.h"

#include <algorithm>
#include <span>
#include <string_view>

namespace mqlab {
namespace {

// Most numbers are small.
void WriteSmall(const std::vector<uint32_t>& numbers, ByteWriter* to) {
  Codes codes;
  codes.Append(numbers);
  codes.Write(to);
}

template <typename T>
void ReadSmall(ByteReader* from, std::span<T> to, T less = 0) {
  const Codes codes = Codes::Read(from);
  if (codes.size() != to.size()) return from->Fail();
  codes.Visit([&](const auto* code) {
    for (size_t i = 0; i < to.size(); ++i) {
      to[i] = static_cast<T>(code[i]) - less;
    }
  });
}

}  // namespace

void WriteColumns(const std::vector<std::shared_ptr<const RuleColumn>>& columns,
                  ByteWriter* to) {
  to->Number(static_cast<uint32_t>(columns.size()));
  for (const auto& column : columns) {
    to->Numbers<Wide>(column->amounts);
    column->codes.Write(to);
  }
}

std::vector<RuleColumn> ReadColumns(ByteReader* from) {
  std::vector<RuleColumn> columns;
  for (auto left = from->Number<uint32_t>(); left > 0 && !from->failed();
       --left) {
    RuleColumn& column = columns.emplace_back();
    column.amounts = from->Numbers<Wide>();
    column.codes = Codes::Read(from);
    if (column.codes.size() != columns.front().codes.size()) from->Fail();
  }
  if (from->failed()) columns.clear();
  return columns;
}

void WriteStages(const ScoreTable& table, ByteWriter* to) {
  to->Number(table.num_leads);
  to->Number(uint32_t{0});  // overflows
  to->Number(static_cast<uint32_t>(table.reached.size()));
  std::vector<uint32_t> numbers(table.num_leads);
  std::ranges::transform(table.stage, numbers.begin(), [](int32_t stage) {
    return static_cast<uint32_t>(stage - kDisqualified);
  });
  WriteSmall(numbers, to);
  for (size_t stage = 0; stage < table.reached.size(); ++stage) {
    to->Numbers<Instant>(table.reached[stage]);
    WriteSmall(table.entries[stage], to);
  }
  WriteSmall(table.recycles, to);
  to->Numbers<Instant>(table.since);
  for (uint32_t lead = 0; lead < table.num_leads; ++lead) {
    numbers[lead] = table.reason_offsets[lead + 1] - table.reason_offsets[lead];
  }
  WriteSmall(numbers, to);
  to->Numbers<uint32_t>(table.reasons);
}

void WriteOverflows(uint32_t leads, const Overflows& overflows,
                    ByteWriter* to) {
  to->Number(leads);
  to->Number(static_cast<uint32_t>(overflows.size()));
  for (const auto& [lead, id] : overflows) {
    to->Number(lead);
    to->Text(id);
  }
}

std::optional<LivedLeads> ReadStages(uint32_t begin, ByteReader* from,
                                     ScoreTable* table) {
  LivedLeads lived;
  lived.leads = from->Number<uint32_t>();
  if (begin > table->num_leads || lived.leads > table->num_leads - begin) {
    return std::nullopt;
  }
  const auto overflows = from->Number<uint32_t>();
  for (uint32_t i = 0; i < overflows && !from->failed(); ++i) {
    const auto lead = from->Number<uint32_t>();
    lived.overflows.emplace_back(begin + lead, from->Text());
  }
  lived.reason_counts.resize(lived.leads);
  if (overflows > 0) {
    return from->failed() ? std::nullopt : std::optional(std::move(lived));
  }
  const auto of = [&]<typename T>(std::vector<T>& column) {
    return std::span(column).subspan(begin, lived.leads);
  };
  if (from->Number<uint32_t>() != table->reached.size()) return std::nullopt;
  ReadSmall(from, of(table->stage), -kDisqualified);
  for (size_t stage = 0; stage < table->reached.size(); ++stage) {
    from->Numbers(of(table->reached[stage]));
    ReadSmall(from, of(table->entries[stage]));
  }
  ReadSmall(from, of(table->recycles));
  from->Numbers(of(table->since));
  ReadSmall(from, std::span(lived.reason_counts));
  lived.reasons = from->Numbers<uint32_t>();
  return from->failed() ? std::nullopt : std::optional(std::move(lived));
}

}  // namespace mqlab
