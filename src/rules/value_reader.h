#ifndef MQLAB_RULES_VALUE_READER_H_
#define MQLAB_RULES_VALUE_READER_H_

// Reads single JSON values of a rule file as texts, names and numbers within
// their ranges, and reports what does not fit. A faulty value gives a harmless
// stand-in, so that reading goes on and finds every fault.

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/decimal.h"
#include "base/issue.h"
#include "json/json_tree.h"
#include "rules/ruleset.h"

namespace mqlab {

using KeyList = std::span<const std::string_view>;

// The most similar of `known`, or "none" when there is none.
std::string Nearest(std::string_view name, KeyList known);

class ValueReader {
 public:
  ValueReader() : issues_(SIZE_MAX), places_(1) {}

  void Error(IssueCode code, Place place, std::vector<std::string> args = {});
  void Warn(IssueCode code, Place place, std::vector<std::string> args = {});
  // Errors so far; no more of them after a part was read: the part is sound.
  int64_t errors() const { return errors_; }
  IssueList& issues() { return issues_; }

  // A new node, written here.
  NodeId Node(const Place& place);
  std::vector<Place>& places() { return places_; }

  // Reports a value of another kind; `expected` is what to call the right one.
  bool Is(const JsonValue& value, JsonValue::Kind kind,
          std::string_view expected = "");
  void WrongKind(const JsonValue& value, std::string_view expected);

  // Reports keys outside `allowed`: those of `elsewhere` as out of place, the
  // others as unknown. True when there was an unknown one.
  bool CheckKeys(const JsonValue& object, KeyList allowed,
                 KeyList elsewhere = {});
  // The value of a key, or nullptr.
  const JsonValue* Get(const JsonValue& object, std::string_view key);
  // The same, and a fault when the key is missing.
  const JsonValue* Require(const JsonValue& object, std::string_view key);
  // The items of the list under a key; none when it is missing or no list.
  std::span<const JsonValue> Items(const JsonValue& object,
                                   std::string_view key);

  // Any text under an optional key.
  std::string Text(const JsonValue& object, std::string_view key);
  bool Boolean(const JsonValue& object, std::string_view key, bool otherwise);
  // A text that is not blank.
  std::string Filled(const JsonValue& value);
  // An identifier: not empty, no control characters.
  std::string Name(const JsonValue& value);
  void CheckName(std::string_view name, const Place& place);

  // At least one text that is not blank, none twice.
  std::vector<std::string> Texts(const JsonValue& value);

  std::optional<int64_t> Whole(const JsonValue& value, int64_t least,
                               int64_t most = kMaxMagnitude);
  std::optional<int64_t> Whole(const JsonValue& object, std::string_view key,
                               int64_t least, int64_t most = kMaxMagnitude);
  int64_t RequireWhole(const JsonValue& object, std::string_view key,
                       int64_t least);
  std::optional<Millipoints> Points(const JsonValue& value,
                                    int64_t least = -kMaxMagnitude);
  std::optional<Millipoints> Points(const JsonValue& object,
                                    std::string_view key,
                                    int64_t least = -kMaxMagnitude);
  Millipoints RequirePoints(const JsonValue& object, std::string_view key);
  // Thousandths of a percent.
  int64_t RequirePercent(const JsonValue& object, std::string_view key);

 private:
  IssueList issues_;
  std::vector<Place> places_;
  int64_t errors_ = 0;
};

}  // namespace mqlab

#endif  // MQLAB_RULES_VALUE_READER_H_
