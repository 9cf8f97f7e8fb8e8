#include "funnel/request.h"

namespace mqlab {

std::string_view TextAt(const JsonValue& object, std::string_view key) {
  const JsonMember* member = object.Find(key);
  if (member == nullptr || member->value.kind != JsonValue::Kind::kText) {
    return {};
  }
  return member->value.text;
}

std::optional<int64_t> WholeOf(const JsonValue& value) {
  if (value.kind != JsonValue::Kind::kNumber) return std::nullopt;
  std::string_view digits = value.text;
  const bool negative = digits.starts_with('-');
  if (negative) digits.remove_prefix(1);
  constexpr size_t kMostDigits = 18;  // that surely fit
  if (digits.size() > kMostDigits) return std::nullopt;
  int64_t number = 0;
  for (const char c : digits) {
    if (c < '0' || c > '9') return std::nullopt;
    number = number * 10 + (c - '0');
  }
  return negative ? -number : number;
}

std::optional<int64_t> WholeAt(const JsonValue& object, std::string_view key) {
  const JsonMember* member = object.Find(key);
  return member == nullptr ? std::nullopt : WholeOf(member->value);
}

Period ReadPeriod(const JsonValue& request) {
  const JsonMember* member = request.Find("period");
  if (member == nullptr) return {};
  return {.from = WholeAt(member->value, "from"),
          .until = WholeAt(member->value, "until")};
}

}  // namespace mqlab
