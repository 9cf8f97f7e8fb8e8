#include <algorithm>
#include <cstdlib>

#include "scoring/random_rules.h"

namespace mqlab::reference {
namespace {

const std::vector<std::string>& OperatorsOf(FieldType kind) {
  static const std::vector<std::string> text = {
      "eq",          "ne",        "in",       "not_in", "contains",
      "starts_with", "ends_with", "has_word", "is_set"};
  static const std::vector<std::string> number = {
      "eq", "ne", "in", "not_in", "lt", "le", "gt", "ge", "between", "is_set"};
  static const std::vector<std::string> boolean = {
      "eq", "ne", "in", "not_in", "is_true", "is_set"};
  static const std::vector<std::string> instant = {
      "eq", "ne", "in",      "not_in", "lt",          "le",
      "gt", "ge", "between", "is_set", "within_days", "older_than_days"};
  switch (kind) {
    case FieldType::kText:
    case FieldType::kList:
      return text;
    case FieldType::kNumber:
      return number;
    case FieldType::kBoolean:
      return boolean;
    case FieldType::kInstant:
      return instant;
  }
  std::abort();
}

bool IsPartOperator(const std::string& op) {
  return op == "contains" || op == "starts_with" || op == "ends_with" ||
         op == "has_word";
}

std::string DrawFragment(Random* random) {
  return random->Pick<std::string>(
      {"a",        "A ", "cto", "sales", " Of Sales", "head of", "Ș",
       "ţine",     "ß",  "SS",  "İ",     "i",         "ςς",      "σ",
       "ΊΣ",       "љ",  "Đ",   "cafe",  "\u0301",    "é",       "x2",
       "ⅷ",        "++", "-",   "vp",    "DŽ",        "ops",     "中文",
       "quoted\"", "ň",  "k9",  "🎯",    "Å",         "ł",       "c"});
}

bool IsJsonNumber(const std::string& number) {
  return !number.empty() && number[0] != '+' &&
         (number.size() < 2 || number[0] != '0' || number[1] == '.');
}

}  // namespace

std::string JsonObject::Text() const {
  std::string text = "{";
  for (const auto& [key, json] : members_) {
    if (text.size() > 1) text += ", ";
    text += Quoted(key) + ": " + json;
  }
  return text + "}";
}

std::string Quoted(const std::string& text) {
  std::string quoted = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') quoted.push_back('\\');
    quoted.push_back(c);
  }
  return quoted + "\"";
}

std::string JsonList(const std::vector<std::string>& items) {
  std::string list = "[";
  for (const std::string& item : items) {
    if (list.size() > 1) list += ", ";
    list += item;
  }
  return list + "]";
}

const RandomField& RandomConditions::PickField(
    const std::vector<RandomField>& fields, FieldType kind) {
  std::vector<const RandomField*> fitting;
  for (const RandomField& field : fields) {
    if (field.kind == kind) fitting.push_back(&field);
  }
  if (fitting.empty() || random_.Rarely(300)) {
    return fields[static_cast<size_t>(
        random_.Below(static_cast<int64_t>(fields.size())))];
  }
  return *random_.Pick(fitting);
}

std::string RandomConditions::DrawDays(bool zero) {
  if (zero && random_.Rarely(8)) return "0";
  return random_.Pick<std::string>(
      {"1", "2", "3", "5", "7", "7.0", "14", "30", "60"});
}

std::string RandomConditions::DrawPoints() {
  if (domain_.huge) {
    return random_.Pick<std::string>(
        {"1000000000", "-1000000000", "999999999.999", "5", "1"});
  }
  return random_.Pick<std::string>({"1", "2", "5", "10", "20", "-3", "-5",
                                    "0.5", "2.375", "-0.001", "0.333", "100",
                                    "0", "7", "1e1"});
}

std::string RandomConditions::DrawValue(const RandomField& field) {
  RandomField own = field;
  if (field.kind == FieldType::kList) own.kind = FieldType::kText;
  if (random_.Rarely(500)) own.kind = FieldType::kText;
  const std::string text = DrawText(&random_, domain_, own);
  if (own.kind == FieldType::kNumber && IsJsonNumber(text) &&
      random_.Chance(60)) {
    return text;
  }
  const bool plain = text == "true" || text == "false";
  if (own.kind == FieldType::kBoolean && random_.Chance(60)) {
    if (own.digits || plain) return text;
  }
  return Quoted(text);
}

std::string RandomConditions::DrawValues(const RandomField& field) {
  std::vector<std::string> values;
  for (int64_t n = random_.Between(1, 3); n > 0; --n) {
    values.push_back(DrawValue(field));
  }
  return JsonList(values);
}

// A value to compare with, which a JSON boolean is not.
std::string RandomConditions::DrawEnd(const RandomField& field) {
  const std::string value = DrawValue(field);
  return value == "true" || value == "false" ? Quoted(value) : value;
}

// Adds an operator with its value.
std::string RandomConditions::DrawOperator(const RandomField& field,
                                           JsonObject* test) {
  FieldType kind = field.kind;
  if (random_.Rarely(500)) kind = FieldType::kInstant;
  const std::string op = random_.Pick(OperatorsOf(kind));
  if (op == "is_set" || op == "is_true") {
    test->Add(op, random_.Chance(60) ? "true" : "false");
  } else if (op == "within_days" || op == "older_than_days") {
    test->Add(op, DrawDays(op == "older_than_days"));
  } else if (op == "in" || op == "not_in") {
    test->Add(op, DrawValues(field));
  } else if (op == "between") {
    test->Add(op, JsonList({DrawEnd(field), DrawEnd(field)}));
  } else if (op == "lt" || op == "le" || op == "gt" || op == "ge") {
    test->Add(op, DrawEnd(field));
  } else if (IsPartOperator(op) && random_.Chance(70)) {
    std::string value = Quoted(DrawFragment(&random_));
    if (random_.Chance(40)) {
      value = JsonList({value, Quoted(DrawFragment(&random_))});
    }
    test->Add(op, value);
  } else {
    test->Add(op, DrawValue(field));
  }
  return test->Text();
}

std::string RandomConditions::DrawFieldTest(
    const std::vector<RandomField>& fields) {
  const RandomField field = random_.Pick(fields);
  JsonObject test;
  test.Add("field", Quoted(field.name));
  return DrawOperator(field, &test);
}

std::string RandomConditions::DrawEventTypes() {
  const std::vector<std::string> types = {"a", "a", "a", "b", "b",   "c",
                                          "d", "e", "f", "A", " b ", "never"};
  if (random_.Chance(20)) return "\"*\"";
  if (random_.Chance(70)) return Quoted(random_.Pick(types));
  return JsonList({Quoted(random_.Pick(types)), Quoted(random_.Pick(types)),
                   Quoted(random_.Pick(types))});
}

JsonObject RandomConditions::DrawPattern(int64_t where_percent) {
  JsonObject pattern;
  pattern.Add("event", DrawEventTypes());
  if (random_.Chance(where_percent)) {
    std::vector<std::string> tests = {DrawFieldTest(domain_.properties)};
    if (random_.Chance(30)) tests.push_back(DrawFieldTest(domain_.properties));
    pattern.Add("where", JsonList(tests));
  }
  return pattern;
}

std::string RandomConditions::DrawEventTest() {
  JsonObject test = DrawPattern();
  if (random_.Chance(40)) {
    JsonObject count;
    const int64_t ge = random_.Below(4);
    const bool open = random_.Rarely(20);
    const bool upper = random_.Chance(40);
    if (!open && (!upper || random_.Chance(50))) {
      count.Add("ge", std::to_string(ge));
    }
    if (!open && upper) {
      count.Add("le", std::to_string(ge + random_.Below(3)));
    }
    test.Add("count", count.Text());
  }
  if (random_.Chance(40)) test.Add("within_days", DrawDays());
  return test.Text();
}

std::string RandomConditions::DrawIdleTest() {
  return DrawPattern().Add("idle_days", DrawDays()).Text();
}

std::string RandomConditions::DrawSequence() {
  std::vector<std::string> steps;
  for (int64_t n = random_.Pick<int64_t>({2, 2, 3, 4}); n > 0; --n) {
    steps.push_back(DrawPattern(8).Text());
  }
  JsonObject sequence;
  sequence.Add("sequence", JsonList(steps));
  if (random_.Chance(60)) sequence.Add("within_days", DrawDays());
  return sequence.Text();
}

std::string RandomConditions::DrawCombination(bool funnel, int depth) {
  std::vector<std::string> parts;
  const int64_t most = random_.Rarely(20) ? 0 : 3;
  for (int64_t n = most == 0 ? 0 : random_.Between(1, most); n > 0; --n) {
    parts.push_back(Draw(funnel, depth + 1));
  }
  const int64_t kind = random_.Below(4);
  JsonObject combination;
  if (kind == 3) {
    const auto size = static_cast<int64_t>(parts.size());
    combination.Add("at_least", std::to_string(random_.Between(0, size + 1)));
    return combination.Add("of", JsonList(parts)).Text();
  }
  const char* names[] = {"all", "any", "none"};
  return combination.Add(names[kind], JsonList(parts)).Text();
}

std::string RandomConditions::DrawFunnelTest() {
  const int64_t kind = random_.Below(10);
  JsonObject test;
  if (kind < 3 && !stages.empty()) {
    return test.Add("reached", Quoted(random_.Pick(stages))).Text();
  }
  if (scores.empty()) return DrawEventTest();
  const RandomScore score = random_.Pick(scores);
  if (kind < 5 && !score.bands.empty()) {
    std::vector<std::string> labels = {Quoted(random_.Pick(score.bands))};
    if (random_.Chance(30)) labels.push_back(Quoted(random_.Pick(score.bands)));
    return test.Add("band", Quoted(score.id))
        .Add("in", JsonList(labels))
        .Text();
  }
  test.Add("score", random_.Chance(30) ? "\"total\"" : Quoted(score.id));
  const auto threshold = [this] {
    return random_.Pick<std::string>(
        {"0", "1", "2.5", "5", "10", "15", "20", "40", "-2", "7.375"});
  };
  const std::string op =
      random_.Pick<std::string>({"ge", "ge", "gt", "le", "lt", "between"});
  if (op == "between") {
    return test.Add(op, JsonList({threshold(), threshold()})).Text();
  }
  return test.Add(op, threshold()).Text();
}

std::string RandomConditions::DrawScenarioTest(bool funnel) {
  std::vector<std::string> names = rule_scenarios;
  if (funnel) {
    names.insert(names.end(), funnel_scenarios.begin(), funnel_scenarios.end());
  }
  if (names.empty()) return DrawEventTest();
  return JsonObject().Add("scenario", Quoted(random_.Pick(names))).Text();
}

std::string RandomConditions::Draw(bool funnel, int depth) {
  const int64_t kind = random_.Below(100);
  if (kind < 20 && depth < 3) return DrawCombination(funnel, depth);
  if (kind < 30) return DrawScenarioTest(funnel);
  if (kind < 50 && funnel) return DrawFunnelTest();
  if (kind < 70) return DrawEventTest();
  if (kind < 76) return DrawIdleTest();
  if (kind < 83) return DrawSequence();
  return DrawFieldTest(domain_.fields);
}

}  // namespace mqlab::reference
