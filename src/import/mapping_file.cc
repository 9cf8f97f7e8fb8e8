#include "import/mapping_file.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <span>
#include <utility>

#include "base/text.h"
#include "import/time_zones.h"
#include "json/json_text.h"
#include "json/json_tree.h"

namespace mqlab {
namespace {

using Kind = JsonValue::Kind;

constexpr std::string_view kFormat = "mqlab-mapping/1";
constexpr std::array<std::string_view, 5> kKinds = {"leads", "events", "both",
                                                    "costs", "outcomes"};
constexpr std::array<std::string_view, 2> kOrders = {"day_first",
                                                     "month_first"};
constexpr std::array<std::string_view, 2> kDecimals = {".", ","};
constexpr std::array<std::string_view, 2> kOrphans = {"keep", "leads"};

class Reader {
 public:
  explicit Reader(IssueList* issues) : issues_(*issues) {}

  Mapping Read(const JsonValue& root) {
    Mapping mapping;
    if (!Is(root, Kind::kObject)) return mapping;
    CheckKeys(root, kTopKeys);
    const JsonMember* const format = root.Find("format");
    if (format == nullptr) {
      issues_.Error(IssueCode::kMissingKey, root.place, {"format"});
    } else if (Is(format->value, Kind::kText) &&
               format->value.text != kFormat) {
      Unknown(format->value, std::array{kFormat});
    }
    mapping.options.orphan_leads = Choice(root, "orphans", kOrphans) == 1;
    if (const JsonMember* merge = root.Find("merge_by_email");
        merge != nullptr && Is(merge->value, Kind::kBoolean)) {
      mapping.options.merge_by_email = merge->value.boolean;
    }
    const JsonMember* const files = root.Find("files");
    if (files == nullptr || !Is(files->value, Kind::kList)) return mapping;
    for (const JsonValue& file : files->value.items) {
      if (Is(file, Kind::kObject)) mapping.files.push_back(ReadFile(file));
    }
    return mapping;
  }

 private:
  static constexpr std::array<std::string_view, 4> kTopKeys = {
      "format", "orphans", "merge_by_email", "files"};
  static constexpr std::array<std::string_view, 12> kFileKeys = {
      "name",       "kind",  "encoding",   "delimiter",
      "header_row", "zone",  "date_order", "decimal",
      "columns",    "types", "stages",     "statuses"};
  static constexpr std::array<std::string_view, 2> kColumnKeys = {"header",
                                                                  "field"};

  MappedFile ReadFile(const JsonValue& json) {
    CheckKeys(json, kFileKeys);
    MappedFile file;
    FileChoice& choice = file.choice;
    file.name = Text(json, "name");
    if (const auto kind = Choice(json, "kind", kKinds)) {
      choice.kind = static_cast<FileKind>(*kind);
    }
    if (const auto order = Choice(json, "date_order", kOrders)) {
      choice.date_order =
          *order == 0 ? DateOrder::kDayFirst : DateOrder::kMonthFirst;
    }
    if (const auto decimal = Choice(json, "decimal", kDecimals)) {
      choice.decimal_comma = *decimal == 1;
    }
    if (const std::string label = Text(json, "encoding"); !label.empty()) {
      choice.writing.encoding = EncodingOfLabel(label);
      if (!choice.writing.encoding) {
        std::vector<std::string_view> labels;
        for (const TextEncoding encoding : kTextEncodings) {
          labels.push_back(EncodingLabel(encoding));
        }
        Unknown(json.Find("encoding")->value, labels);
      }
    }
    if (const std::string mark = Text(json, "delimiter"); mark.size() == 1) {
      choice.writing.delimiter = mark[0];
    } else if (!mark.empty()) {
      Unknown(json.Find("delimiter")->value,
              std::array<std::string_view, 4>{",", ";", "\\t", "|"});
    }
    choice.writing.header_row = HeaderRow(json);
    choice.zone = Text(json, "zone");
    if (!choice.zone.empty() && !FindTimeZone(choice.zone)) {
      Unknown(json.Find("zone")->value, std::array<std::string_view, 3>{
                                            "UTC", "+02:00", "Europe/Warsaw"});
    }
    ReadColumns(json, &choice);
    choice.types = ReadTexts(json, "types");
    choice.stages = ReadTexts(json, "stages");
    choice.statuses = ReadTexts(json, "statuses");
    return file;
  }

  void ReadColumns(const JsonValue& json, FileChoice* choice) {
    const JsonMember* const columns = json.Find("columns");
    if (columns == nullptr || !Is(columns->value, Kind::kList)) return;
    for (const JsonValue& column : columns->value.items) {
      if (!Is(column, Kind::kObject)) continue;
      CheckKeys(column, kColumnKeys);
      if (column.Find("header") == nullptr) {
        issues_.Error(IssueCode::kMissingKey, column.place, {"header"});
      }
      choice->columns.emplace_back(Text(column, "header"),
                                   Text(column, "field"));
    }
  }

  NameMap ReadTexts(const JsonValue& json, std::string_view key) {
    NameMap texts;
    const JsonMember* const member = json.Find(key);
    if (member == nullptr || !Is(member->value, Kind::kObject)) return texts;
    for (const JsonMember& text : member->value.members) {
      if (Is(text.value, Kind::kText)) texts[text.key] = text.value.text;
    }
    return texts;
  }

  std::optional<uint32_t> HeaderRow(const JsonValue& json) {
    const JsonMember* const member = json.Find("header_row");
    if (member == nullptr || !Is(member->value, Kind::kNumber)) return {};
    const std::string& text = member->value.text;
    uint32_t row = 0;
    const auto [end, error] =
        std::from_chars(text.data(), text.data() + text.size(), row);
    if (error == std::errc() && end == text.data() + text.size() && row > 0) {
      return row;
    }
    Unknown(member->value, std::array<std::string_view, 3>{"1", "2", "3"});
    return {};
  }

  std::string Text(const JsonValue& json, std::string_view key) {
    const JsonMember* const member = json.Find(key);
    if (member == nullptr || !Is(member->value, Kind::kText)) return "";
    return member->value.text;
  }

  std::optional<size_t> Choice(const JsonValue& json, std::string_view key,
                               std::span<const std::string_view> choices) {
    const JsonMember* const member = json.Find(key);
    if (member == nullptr || !Is(member->value, Kind::kText)) return {};
    const auto found = std::ranges::find(choices, member->value.text);
    if (found != choices.end()) {
      return static_cast<size_t>(found - choices.begin());
    }
    Unknown(member->value, choices);
    return {};
  }

  bool Is(const JsonValue& value, Kind kind) {
    if (value.kind == kind) return true;
    issues_.Error(IssueCode::kWrongKind, value.place,
                  {std::string(JsonKindName(kind)),
                   std::string(JsonKindName(value.kind))});
    return false;
  }

  void Unknown(const JsonValue& value,
               std::span<const std::string_view> choices) {
    std::string all;
    for (const std::string_view choice : choices) {
      all.append(all.empty() ? "" : ", ").append(choice);
    }
    issues_.Error(IssueCode::kUnknownChoice, value.place, {value.text, all});
  }

  void CheckKeys(const JsonValue& json,
                 std::span<const std::string_view> allowed) {
    for (const JsonMember& member : json.members) {
      if (std::ranges::find(allowed, member.key) != allowed.end()) continue;
      const auto nearest = std::ranges::min_element(
          allowed, {},
          [&](std::string_view key) { return EditDistance(key, member.key); });
      issues_.Error(IssueCode::kUnknownKey, member.key_place,
                    {member.key, std::string(*nearest)});
    }
  }

  IssueList& issues_;
};

JsonText ToJson(const NameMap& texts) {
  JsonText object = JsonText::Object();
  for (const auto& [name, text] : texts) {
    object.Add(name, JsonText::Text(text));
  }
  return object;
}

JsonText ToJson(const MappedFile& file) {
  const FileChoice& choice = file.choice;
  JsonText object = JsonText::Object();
  const auto add = [&](std::string_view key, std::string_view text) {
    if (!text.empty()) object.Add(key, JsonText::Text(text));
  };
  add("name", file.name);
  if (choice.kind) add("kind", FileKindName(*choice.kind));
  if (choice.writing.encoding) {
    add("encoding", EncodingLabel(*choice.writing.encoding));
  }
  if (choice.writing.delimiter) {
    add("delimiter", std::string_view(&*choice.writing.delimiter, 1));
  }
  if (choice.writing.header_row) {
    object.Add("header_row", JsonText::Whole(*choice.writing.header_row));
  }
  add("zone", choice.zone);
  if (choice.date_order) {
    add("date_order",
        kOrders[*choice.date_order == DateOrder::kDayFirst ? 0 : 1]);
  }
  if (choice.decimal_comma) {
    add("decimal", kDecimals[*choice.decimal_comma ? 1 : 0]);
  }
  if (!choice.columns.empty()) {
    JsonText columns = JsonText::List();
    for (const auto& [header, field] : choice.columns) {
      JsonText column = JsonText::Object();
      column.Add("header", JsonText::Text(header));
      column.Add("field", JsonText::Text(field));
      columns.Add(std::move(column));
    }
    object.Add("columns", std::move(columns));
  }
  if (!choice.types.empty()) object.Add("types", ToJson(choice.types));
  if (!choice.stages.empty()) object.Add("stages", ToJson(choice.stages));
  if (!choice.statuses.empty()) object.Add("statuses", ToJson(choice.statuses));
  return object;
}

std::string_view WithoutFolders(std::string_view path) {
  const size_t slash = path.find_last_of("/\\");
  return slash == path.npos ? path : path.substr(slash + 1);
}

}  // namespace

const FileChoice* Mapping::Find(std::string_view path,
                                const std::vector<std::string>& headers) const {
  const FileChoice* best = nullptr;
  size_t columns = 0;
  for (const MappedFile& file : files) {
    if (!file.name.empty() &&
        WithoutFolders(file.name) == WithoutFolders(path)) {
      return &file.choice;
    }
    const auto& wanted = file.choice.columns;
    const bool fits = std::ranges::all_of(wanted, [&](const auto& column) {
      return std::ranges::count(headers, column.first) > 0;
    });
    if (!fits || wanted.size() <= columns) continue;
    best = &file.choice;
    columns = wanted.size();
  }
  return best;
}

std::optional<Mapping> ParseMapping(std::string_view json, IssueList* issues) {
  const std::optional<JsonValue> root = ParseJson(json, *issues);
  if (!root) return std::nullopt;
  Mapping mapping = Reader(issues).Read(*root);
  if (issues->has_errors()) return std::nullopt;
  return mapping;
}

std::string WriteMapping(const Mapping& mapping) {
  JsonText object = JsonText::Object();
  object.Add("format", JsonText::Text(kFormat));
  object.Add("orphans",
             JsonText::Text(kOrphans[mapping.options.orphan_leads ? 1 : 0]));
  if (mapping.options.merge_by_email) {
    object.Add("merge_by_email",
               JsonText::Boolean(*mapping.options.merge_by_email));
  }
  JsonText files = JsonText::List();
  for (const MappedFile& file : mapping.files) files.Add(ToJson(file));
  object.Add("files", std::move(files));
  return object.Print();
}

}  // namespace mqlab
