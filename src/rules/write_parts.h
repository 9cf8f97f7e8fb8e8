#ifndef MQLAB_RULES_WRITE_PARTS_H_
#define MQLAB_RULES_WRITE_PARTS_H_

// The inside of WriteRuleset: parts of a rule file as JSON, defaults left out.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/decimal.h"
#include "json/json_text.h"
#include "rules/ruleset.h"

namespace mqlab {

// write_condition.cc
JsonText Points(Millipoints points);
JsonText ToJson(const Literal& literal);
JsonText ToJson(const std::string& text);
JsonText ToJson(const EventPattern& pattern);
JsonText ToJson(const Condition& condition);
// "event" and "where".
void AddPattern(JsonText& object, const EventPattern& pattern);
// A key, unless there is nothing to say.
void AddText(JsonText& object, std::string_view key, std::string_view text);
void AddPoints(JsonText& object, std::string_view key,
               std::optional<Millipoints> points);
void AddWhole(JsonText& object, std::string_view key,
              std::optional<int64_t> number);

// write_sales.cc
JsonText ToJson(const BusinessHours& hours);
JsonText ToJson(const Sla& sla);
JsonText ToJson(const ChecklistItem& item);
JsonText ToJson(const Checklist& list);
JsonText ToJson(const NurtureTrack& track);
JsonText ToJson(const Nurture& nurture);
JsonText ToJson(const ColumnName& column);
JsonText ToJson(const ValueSource& source);
JsonText ToJson(const ContentSource& source);
JsonText ToJson(const Economics& economics);

// write.cc
JsonText ToJson(const Rule& rule);
JsonText ToJson(const Score& score);
JsonText ToJson(const Group& group);
JsonText ToJson(const Disqualification& disqualification);
JsonText ToJson(const Stage& stage);
JsonText ToJson(const FieldDeclaration& field);
JsonText ToJson(const Scenario& scenario);

// Parts with a name as an object, others as a list; none leave out the key.
template <typename Part, typename Name>
void AddNamed(JsonText& root, std::string_view key,
              const std::vector<Part>& parts, Name name) {
  if (parts.empty()) return;
  JsonText object = JsonText::Object();
  for (const Part& part : parts) object.Add(part.*name, ToJson(part));
  root.Add(key, std::move(object));
}

template <typename Part>
void AddList(JsonText& root, std::string_view key,
             const std::vector<Part>& parts) {
  if (parts.empty()) return;
  JsonText list = JsonText::List();
  for (const Part& part : parts) list.Add(ToJson(part));
  root.Add(key, std::move(list));
}

template <typename Part>
void AddPart(JsonText& root, std::string_view key,
             const std::optional<Part>& part) {
  if (part) root.Add(key, ToJson(*part));
}

}  // namespace mqlab

#endif  // MQLAB_RULES_WRITE_PARTS_H_
