#include "json/json_tree.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <unordered_set>
#include <utility>

#include "base/text.h"

namespace mqlab {
namespace {

using Kind = JsonValue::Kind;

// Length of the code point at the start of valid UTF-8.
size_t CodePointBytes(std::string_view text) {
  const auto lead = static_cast<unsigned char>(text.front());
  if (lead < 0x80) return 1;
  if (lead < 0xE0) return 2;
  return lead < 0xF0 ? 3 : 4;
}

// A place that moves through the text, in lines and code points.
class Cursor {
 public:
  explicit Cursor(std::string_view text) : text_(text) {}

  std::string_view rest() const { return text_.substr(at_); }
  bool at_end() const { return at_ >= text_.size(); }
  Place place(std::string path) const {
    return {std::move(path), line_, column_};
  }

  void Advance(size_t bytes) {
    const size_t end = std::min(at_ + bytes, text_.size());
    while (at_ < end) {
      const char c = text_[at_];
      if (c == '\n' || (c == '\r' && text_.substr(at_ + 1, 1) != "\n")) {
        ++line_;
        column_ = 1;
      } else if (c != '\r') {
        ++column_;
      }
      at_ += CodePointBytes(rest());
    }
  }

  void SkipAny(std::string_view set) {
    while (!at_end() && set.find(text_[at_]) != std::string_view::npos) {
      Advance(1);
    }
  }

 private:
  std::string_view text_;
  size_t at_ = 0;
  int64_t line_ = 1;
  int64_t column_ = 1;
};

constexpr std::string_view kBlank = " \t\r\n";

size_t NumberBytes(std::string_view text) {
  const auto digits = [&](size_t at) {
    return std::min(text.find_first_not_of("0123456789", at), text.size());
  };
  size_t end = text.front() == '-' ? 1 : 0;
  end = text[end] == '0' ? end + 1 : digits(end);
  if (text.substr(end).starts_with('.')) end = digits(end + 1);
  if (end < text.size() && (text[end] == 'e' || text[end] == 'E')) {
    const size_t sign = text[end + 1] == '+' || text[end + 1] == '-' ? 1 : 0;
    end = digits(end + 1 + sign);
  }
  return end;
}

// The token at the start of text that the parser has accepted.
size_t TokenBytes(std::string_view text) {
  switch (text.front()) {
    case '{':
    case '}':
    case '[':
    case ']':
      return 1;
    case 't':
    case 'n':
      return 4;
    case 'f':
      return 5;
    case '"': {
      size_t end = 1;
      while (text[end] != '"') end += text[end] == '\\' ? 2 : 1;
      return end + 1;
    }
    default:
      return NumberBytes(text);
  }
}

// What stands at the start of text that the parser has refused.
std::string Found(std::string_view text) {
  if (text.empty()) return "the end of the file";
  return "\"" + std::string(text.substr(0, CodePointBytes(text))) + "\"";
}

bool StartsWord(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-' ||
         c == '_' || c == '+' || c == '\'' || (c >= '0' && c <= '9') ||
         static_cast<unsigned char>(c) >= 0x80;
}

// Receives the parser's tokens in order and finds each again in the text, from
// where the last one ended: what lies between is blank, a comma or a colon.
class TreeBuilder {
 public:
  TreeBuilder(std::string_view text, IssueList& issues)
      : cursor_(text), issues_(issues) {}

  // The tree, once the parser is satisfied; it takes a zero byte for the end.
  std::optional<JsonValue> TakeRoot() {
    cursor_.SkipAny(kBlank);
    if (!cursor_.at_end()) {
      ReportSyntax();
      return std::nullopt;
    }
    return std::move(root_);
  }

  bool null() { return Scalar(Kind::kNull); }
  bool boolean(bool value) { return Scalar(Kind::kBoolean, {}, value); }
  bool number_integer(nlohmann::json::number_integer_t) { return Number(); }
  bool number_unsigned(nlohmann::json::number_unsigned_t) { return Number(); }
  bool number_float(nlohmann::json::number_float_t, const std::string&) {
    return Number();
  }
  bool string(std::string& value) {
    return Scalar(Kind::kText, std::move(value));
  }
  bool binary(nlohmann::json::binary_t&) { return false; }

  bool start_object(size_t) { return Open(Kind::kObject); }
  bool end_object() { return Close(); }
  bool start_array(size_t) { return Open(Kind::kList); }
  bool end_array() { return Close(); }

  bool key(std::string& key) {
    NextToken();
    JsonValue& object = *open_.back();
    std::string path = object.place.path + PointerStep(key);
    Place place = cursor_.place(std::move(path));
    SkipToken();
    if (!keys_.back().insert(key).second) {
      issues_.Error(IssueCode::kDuplicateKey, place, {key});
      repeated_.push_back(open_.size());
    }
    object.members.push_back({std::move(key), std::move(place), {}});
    after_key_ = true;
    return true;
  }

  bool parse_error(size_t, const std::string& token,
                   const nlohmann::detail::exception& fault) {
    if (fault.id == 406) {  // a number beyond the doubles
      NextToken();
      issues_.Error(IssueCode::kJsonNumber, Here(), {token});
    } else {
      ReportSyntax();
    }
    return false;
  }

 private:
  Place Here() const {
    return cursor_.place(open_.empty() ? "" : open_.back()->place.path);
  }

  void NextToken() { cursor_.SkipAny(" \t\r\n,:"); }
  void SkipToken() { cursor_.Advance(TokenBytes(cursor_.rest())); }

  // The slot for the value that comes next.
  JsonValue& Slot() {
    after_key_ = false;
    if (open_.empty()) return root_;
    JsonValue& parent = *open_.back();
    if (parent.kind == Kind::kObject) return parent.members.back().value;
    parent.items.emplace_back();
    parent.items.back().place.path =
        parent.place.path + "/" + std::to_string(parent.items.size() - 1);
    return parent.items.back();
  }

  JsonValue& Begin(Kind kind) {
    NextToken();
    const bool member = !open_.empty() && open_.back()->kind == Kind::kObject;
    JsonValue& value = Slot();
    std::string path = member ? open_.back()->members.back().key_place.path
                              : std::move(value.place.path);
    value.place = cursor_.place(std::move(path));
    value.kind = kind;
    return value;
  }

  bool Scalar(Kind kind, std::string text = {}, bool boolean = false) {
    JsonValue& value = Begin(kind);
    value.text = std::move(text);
    value.boolean = boolean;
    SkipToken();
    return Ended();
  }

  bool Number() {
    JsonValue& value = Begin(Kind::kNumber);
    value.text = cursor_.rest().substr(0, TokenBytes(cursor_.rest()));
    SkipToken();
    return Ended();
  }

  bool Open(Kind kind) {
    JsonValue& value = Begin(kind);
    if (open_.size() >= kMaxJsonDepth) {
      issues_.Error(IssueCode::kJsonTooDeep, value.place,
                    {std::to_string(kMaxJsonDepth)});
      return false;
    }
    SkipToken();
    open_.push_back(&value);
    keys_.emplace_back();
    return true;
  }

  bool Close() {
    NextToken();
    SkipToken();
    open_.pop_back();
    keys_.pop_back();
    return Ended();
  }

  // A value is complete; one under a repeated key goes away.
  bool Ended() {
    if (!repeated_.empty() && repeated_.back() == open_.size()) {
      repeated_.pop_back();
      open_.back()->members.pop_back();
    }
    done_ = open_.empty();
    return true;
  }

  void ReportSyntax() {
    cursor_.SkipAny(kBlank);
    std::string expected = Expected();
    const std::string_view rest = cursor_.rest();
    const bool takes_key = expected.starts_with("a key");
    const bool takes_value = expected.starts_with("a value");
    if ((takes_key || takes_value) && rest.starts_with('"')) {
      issues_.Error(IssueCode::kJsonText, Here());
    } else if (takes_value && !rest.empty() && StartsWord(rest.front())) {
      const size_t end =
          std::min(rest.find_first_of(" \t\r\n,:]}[{\""), rest.size());
      issues_.Error(IssueCode::kJsonWord, Here(),
                    {std::string(rest.substr(0, end))});
    } else {
      issues_.Error(IssueCode::kJsonSyntax, Here(),
                    {std::move(expected), Found(rest)});
    }
  }

  // What the text may go on with; moves past the separator that is there.
  std::string Expected() {
    if (done_) return "the end of the file";
    if (open_.empty()) return "a value";
    const JsonValue& parent = *open_.back();
    const bool comma = cursor_.rest().starts_with(',');
    if (after_key_) {
      if (!cursor_.rest().starts_with(':')) return "\":\"";
    } else if (parent.kind == Kind::kObject) {
      if (parent.members.empty()) return "a key in quotes or \"}\"";
      if (!comma) return "\",\" or \"}\"";
    } else {
      if (parent.items.empty()) return "a value or \"]\"";
      if (!comma) return "\",\" or \"]\"";
    }
    const bool key = !after_key_ && parent.kind == Kind::kObject;
    cursor_.Advance(1);
    cursor_.SkipAny(kBlank);
    return key ? "a key in quotes" : "a value";
  }

  Cursor cursor_;
  IssueList& issues_;
  JsonValue root_;
  std::vector<JsonValue*> open_;
  std::vector<std::unordered_set<std::string>> keys_;  // of each open value
  std::vector<size_t> repeated_;  // depths at which a repeated key is open
  bool after_key_ = false;
  bool done_ = false;
};

// The longest valid start.
size_t ValidUtf8Bytes(std::string_view text) {
  size_t end = 0;
  while (end < text.size()) {
    const size_t length = CodePointBytes(text.substr(end));
    if (!IsValidUtf8(text.substr(end, length))) break;
    end += length;
  }
  return end;
}

}  // namespace

const JsonMember* JsonValue::Find(std::string_view key) const {
  for (const JsonMember& member : members) {
    if (member.key == key) return &member;
  }
  return nullptr;
}

std::string_view JsonKindName(JsonValue::Kind kind) {
  switch (kind) {
    case Kind::kNull:
      return "null";
    case Kind::kBoolean:
      return "boolean";
    case Kind::kNumber:
      return "number";
    case Kind::kText:
      return "text";
    case Kind::kList:
      return "list";
    case Kind::kObject:
      return "object";
  }
  return "";
}

std::string PointerStep(std::string_view key) {
  std::string step = "/";
  for (const char c : key) {
    if (c == '~') {
      step += "~0";
    } else if (c == '/') {
      step += "~1";
    } else {
      step += c;
    }
  }
  return step;
}

std::optional<JsonValue> ParseJson(std::string_view json, IssueList& issues) {
  while (json.starts_with("\xEF\xBB\xBF")) json.remove_prefix(3);
  if (!IsValidUtf8(json)) {
    Cursor cursor(json);
    cursor.Advance(ValidUtf8Bytes(json));
    issues.Error(IssueCode::kJsonNotUtf8, cursor.place(""));
    return std::nullopt;
  }
  TreeBuilder builder(json, issues);
  if (!nlohmann::json::sax_parse(json.begin(), json.end(), &builder)) {
    return std::nullopt;
  }
  return builder.TakeRoot();
}

}  // namespace mqlab
