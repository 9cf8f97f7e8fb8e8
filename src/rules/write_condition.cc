#include <utility>
#include <variant>

#include "rules/catalog.h"
#include "rules/write_parts.h"

namespace mqlab {
JsonText Points(Millipoints points) {
  return JsonText::Raw(FormatShort(points));
}

JsonText ToJson(const Literal& literal) {
  return literal.kind == Literal::Kind::kText ? JsonText::Text(literal.text)
                                              : JsonText::Raw(literal.text);
}

JsonText ToJson(const std::string& text) { return JsonText::Text(text); }

void AddText(JsonText& object, std::string_view key, std::string_view text) {
  if (!text.empty()) object.Add(key, JsonText::Text(text));
}

void AddPoints(JsonText& object, std::string_view key,
               std::optional<Millipoints> points) {
  if (points) object.Add(key, Points(*points));
}

void AddWhole(JsonText& object, std::string_view key,
              std::optional<int64_t> number) {
  if (number) object.Add(key, JsonText::Whole(*number));
}

namespace {

JsonText ToJson(const FieldTest& test) {
  JsonText object = JsonText::Object();
  object.Add("field", JsonText::Text(test.field));
  if (test.list) {
    JsonText list = JsonText::List();
    for (const Literal& value : test.values) list.Add(ToJson(value));
    object.Add(OpName(test.op), std::move(list));
  } else {
    object.Add(OpName(test.op), ToJson(test.values.front()));
  }
  return object;
}

}  // namespace

void AddPattern(JsonText& object, const EventPattern& pattern) {
  if (pattern.types.empty()) {
    object.Add("event", JsonText::Text("*"));
  } else if (pattern.types.size() == 1) {
    object.Add("event", JsonText::Text(pattern.types.front()));
  } else {
    JsonText types = JsonText::List();
    for (const std::string& type : pattern.types) {
      types.Add(JsonText::Text(type));
    }
    object.Add("event", std::move(types));
  }
  if (pattern.where.empty()) return;
  JsonText where = JsonText::List();
  for (const FieldTest& test : pattern.where) where.Add(ToJson(test));
  object.Add("where", std::move(where));
}

JsonText ToJson(const EventPattern& pattern) {
  JsonText object = JsonText::Object();
  AddPattern(object, pattern);
  return object;
}

namespace {

struct ConditionWriter {
  JsonText operator()(const Combination& combination) const {
    JsonText of = JsonText::List();
    for (const Condition& part : combination.of) of.Add(ToJson(part));
    JsonText object = JsonText::Object();
    switch (combination.kind) {
      case Combination::Kind::kAll:
        object.Add("all", std::move(of));
        break;
      case Combination::Kind::kAny:
        object.Add("any", std::move(of));
        break;
      case Combination::Kind::kNone:
        object.Add("none", std::move(of));
        break;
      case Combination::Kind::kAtLeast:
        object.Add("at_least", JsonText::Whole(combination.at_least));
        object.Add("of", std::move(of));
        break;
    }
    return object;
  }

  JsonText operator()(const FieldTest& test) const { return ToJson(test); }

  JsonText operator()(const EventTest& test) const {
    JsonText object = ToJson(test.event);
    if (test.count) {
      JsonText count = JsonText::Object();
      AddWhole(count, "ge", test.count->ge);
      AddWhole(count, "le", test.count->le);
      object.Add("count", std::move(count));
    }
    AddWhole(object, "within_days", test.within_days);
    return object;
  }

  JsonText operator()(const IdleTest& test) const {
    JsonText object = ToJson(test.event);
    AddWhole(object, "idle_days", test.idle_days);
    return object;
  }

  JsonText operator()(const SequenceTest& test) const {
    JsonText steps = JsonText::List();
    for (const EventPattern& step : test.steps) steps.Add(ToJson(step));
    JsonText object = JsonText::Object();
    object.Add("sequence", std::move(steps));
    AddWhole(object, "within_days", test.within_days);
    return object;
  }

  JsonText operator()(const ScoreTest& test) const {
    JsonText object = JsonText::Object();
    object.Add("score", JsonText::Text(test.score));
    if (test.op == Op::kBetween) {
      JsonText pair = JsonText::List();
      for (const Millipoints value : test.values) pair.Add(Points(value));
      object.Add(OpName(test.op), std::move(pair));
    } else {
      object.Add(OpName(test.op), Points(test.values.front()));
    }
    return object;
  }

  JsonText operator()(const BandTest& test) const {
    JsonText labels = JsonText::List();
    for (const std::string& label : test.labels) {
      labels.Add(JsonText::Text(label));
    }
    JsonText object = JsonText::Object();
    object.Add("band", JsonText::Text(test.score));
    object.Add("in", std::move(labels));
    return object;
  }

  JsonText operator()(const StageTest& test) const {
    JsonText object = JsonText::Object();
    object.Add("reached", JsonText::Text(test.stage));
    return object;
  }

  JsonText operator()(const ScenarioTest& test) const {
    JsonText object = JsonText::Object();
    object.Add("scenario", JsonText::Text(test.scenario));
    return object;
  }
};

}  // namespace

JsonText ToJson(const Condition& condition) {
  return std::visit(ConditionWriter(), condition.test);
}

}  // namespace mqlab
