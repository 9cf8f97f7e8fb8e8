#include "rules/value_reader.h"

#include <algorithm>
#include <utility>

#include "base/text.h"

namespace mqlab {
namespace {

using Kind = JsonValue::Kind;

// Category Cc: U+0000 to U+001F and U+007F to U+009F.
bool HasControlCharacter(std::string_view text) {
  for (size_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    if (byte < 0x20 || byte == 0x7F) return true;
    if (byte == 0xC2 && static_cast<unsigned char>(text[i + 1]) < 0xA0) {
      return true;
    }
  }
  return false;
}

}  // namespace

std::string Nearest(std::string_view name, KeyList known) {
  const std::string folded = Fold(name);
  std::string_view nearest = "none";
  size_t least = SIZE_MAX;
  for (const std::string_view candidate : known) {
    const size_t distance = EditDistance(folded, Fold(candidate));
    if (distance < least) {
      least = distance;
      nearest = candidate;
    }
  }
  return std::string(nearest);
}

void ValueReader::Error(IssueCode code, Place place,
                        std::vector<std::string> args) {
  ++errors_;
  issues_.Error(code, std::move(place), std::move(args));
}

void ValueReader::Warn(IssueCode code, Place place,
                       std::vector<std::string> args) {
  issues_.Warn(code, std::move(place), std::move(args));
}

NodeId ValueReader::Node(const Place& place) {
  places_.push_back(place);
  return {static_cast<uint32_t>(places_.size() - 1)};
}

void ValueReader::WrongKind(const JsonValue& value, std::string_view expected) {
  Error(IssueCode::kWrongKind, value.place,
        {std::string(expected), std::string(JsonKindName(value.kind))});
}

bool ValueReader::Is(const JsonValue& value, Kind kind,
                     std::string_view expected) {
  if (value.kind == kind) return true;
  WrongKind(value, expected.empty() ? JsonKindName(kind) : expected);
  return false;
}

bool ValueReader::CheckKeys(const JsonValue& object, KeyList allowed,
                            KeyList elsewhere) {
  bool unknown = false;
  for (const JsonMember& member : object.members) {
    if (std::ranges::count(allowed, member.key) > 0) continue;
    if (std::ranges::count(elsewhere, member.key) > 0) {
      Error(IssueCode::kKeyNotHere, member.key_place, {member.key});
      continue;
    }
    unknown = true;
    Error(IssueCode::kUnknownKey, member.key_place,
          {member.key, Nearest(member.key, allowed)});
  }
  return unknown;
}

const JsonValue* ValueReader::Get(const JsonValue& object,
                                  std::string_view key) {
  const JsonMember* member = object.Find(key);
  return member == nullptr ? nullptr : &member->value;
}

const JsonValue* ValueReader::Require(const JsonValue& object,
                                      std::string_view key) {
  const JsonValue* value = Get(object, key);
  if (value == nullptr) {
    Error(IssueCode::kMissingKey, object.place, {std::string(key)});
  }
  return value;
}

std::span<const JsonValue> ValueReader::Items(const JsonValue& object,
                                              std::string_view key) {
  const JsonValue* value = Get(object, key);
  if (value == nullptr || !Is(*value, Kind::kList)) return {};
  return value->items;
}

std::string ValueReader::Text(const JsonValue& object, std::string_view key) {
  const JsonValue* value = Get(object, key);
  if (value == nullptr || !Is(*value, Kind::kText)) return "";
  return value->text;
}

bool ValueReader::Boolean(const JsonValue& object, std::string_view key,
                          bool otherwise) {
  const JsonValue* value = Get(object, key);
  if (value == nullptr || !Is(*value, Kind::kBoolean)) return otherwise;
  return value->boolean;
}

std::string ValueReader::Filled(const JsonValue& value) {
  if (!Is(value, Kind::kText)) return "";
  if (Trim(value.text).empty()) Error(IssueCode::kEmptyText, value.place);
  return value.text;
}

void ValueReader::CheckName(std::string_view name, const Place& place) {
  if (name.empty()) {
    Error(IssueCode::kEmptyText, place);
  } else if (HasControlCharacter(name)) {
    Error(IssueCode::kControlCharacter, place);
  }
}

std::string ValueReader::Name(const JsonValue& value) {
  if (!Is(value, Kind::kText)) return "";
  CheckName(value.text, value.place);
  return value.text;
}

std::vector<std::string> ValueReader::Texts(const JsonValue& value) {
  std::vector<std::string> texts;
  if (!Is(value, Kind::kList)) return texts;
  if (value.items.empty()) Error(IssueCode::kEmptyList, value.place);
  for (const JsonValue& item : value.items) {
    const std::string text = Filled(item);
    if (std::ranges::count(texts, text) > 0 && !Trim(text).empty()) {
      Error(IssueCode::kDuplicateLookupKey, item.place, {text});
    }
    texts.push_back(text);
  }
  return texts;
}

std::optional<int64_t> ValueReader::Whole(const JsonValue& value, int64_t least,
                                          int64_t most) {
  if (!Is(value, Kind::kNumber, "whole number")) return std::nullopt;
  const std::optional<int64_t> thousandths = ParseThousandths(value.text);
  if (!thousandths || *thousandths % 1000 != 0 || *thousandths / 1000 < least ||
      *thousandths / 1000 > most) {
    Error(IssueCode::kWholeOutOfRange, value.place,
          {value.text, std::to_string(least), std::to_string(most)});
    return std::nullopt;
  }
  return *thousandths / 1000;
}

std::optional<int64_t> ValueReader::Whole(const JsonValue& object,
                                          std::string_view key, int64_t least,
                                          int64_t most) {
  const JsonValue* value = Get(object, key);
  return value == nullptr ? std::nullopt : Whole(*value, least, most);
}

int64_t ValueReader::RequireWhole(const JsonValue& object, std::string_view key,
                                  int64_t least) {
  const JsonValue* value = Require(object, key);
  return value == nullptr ? least : Whole(*value, least).value_or(least);
}

std::optional<Millipoints> ValueReader::Points(const JsonValue& value,
                                               int64_t least) {
  if (!Is(value, Kind::kNumber)) return std::nullopt;
  const std::optional<int64_t> points = ParseThousandths(value.text);
  if (!points || *points < least * 1000) {
    Error(IssueCode::kPointsOutOfRange, value.place,
          {value.text, std::to_string(least), std::to_string(kMaxMagnitude)});
    return std::nullopt;
  }
  return points;
}

std::optional<Millipoints> ValueReader::Points(const JsonValue& object,
                                               std::string_view key,
                                               int64_t least) {
  const JsonValue* value = Get(object, key);
  return value == nullptr ? std::nullopt : Points(*value, least);
}

Millipoints ValueReader::RequirePoints(const JsonValue& object,
                                       std::string_view key) {
  const JsonValue* value = Require(object, key);
  return value == nullptr ? 0 : Points(*value).value_or(0);
}

int64_t ValueReader::RequirePercent(const JsonValue& object,
                                    std::string_view key) {
  const JsonValue* value = Require(object, key);
  if (value == nullptr || !Is(*value, Kind::kNumber)) return 0;
  const std::optional<int64_t> percent = ParseThousandths(value->text);
  if (!percent || *percent < 0 || *percent > 100'000) {
    Error(IssueCode::kPercentOutOfRange, value->place, {value->text});
    return 0;
  }
  return *percent;
}

}  // namespace mqlab
