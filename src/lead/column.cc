#include "lead/column.h"

namespace mqlab {

FieldType VotedType(const TypeVotes& votes) {
  const auto wins = [&](uint64_t fitting) {
    return votes.cells > 0 && fitting * 100 >= votes.cells * 95;
  };
  if (wins(votes.numbers)) return FieldType::kNumber;
  if (wins(votes.booleans)) return FieldType::kBoolean;
  if (wins(votes.instants)) return FieldType::kInstant;
  return FieldType::kText;
}

}  // namespace mqlab
