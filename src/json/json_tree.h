#ifndef MQLAB_JSON_JSON_TREE_H_
#define MQLAB_JSON_JSON_TREE_H_

// JSON text as a tree in which every value knows where it was written. Numbers
// keep their writing, objects the order of their keys.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/issue.h"

namespace mqlab {

inline constexpr int kMaxJsonDepth = 200;

struct JsonMember;

struct JsonValue {
  enum class Kind { kNull, kBoolean, kNumber, kText, kList, kObject };

  Kind kind = Kind::kNull;
  bool boolean = false;
  std::string text;  // of a text its contents, of a number its writing
  std::vector<JsonValue> items;
  std::vector<JsonMember> members;  // each key once
  Place place;

  const JsonMember* Find(std::string_view key) const;
};

struct JsonMember {
  std::string key;
  Place key_place;  // its path is that of the value
  JsonValue value;
};

// "text", "number", "boolean", "list", "object", "null"
std::string_view JsonKindName(JsonValue::Kind kind);

// The next step of a JSON pointer: "/" and the key with ~ and / escaped.
std::string PointerStep(std::string_view key);

// nullopt with one issue when the text is not JSON (or deeper than
// kMaxJsonDepth). A repeated key is an issue too; the first of its values
// stays. A byte order mark is passed over.
std::optional<JsonValue> ParseJson(std::string_view json, IssueList& issues);

}  // namespace mqlab

#endif  // MQLAB_JSON_JSON_TREE_H_
