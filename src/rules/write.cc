#include "rules/write.h"

#include <optional>
#include <utility>
#include <variant>
#include <vector>

#include "rules/write_parts.h"

namespace mqlab {
namespace {

std::string_view DecayName(Decay::Kind kind) {
  switch (kind) {
    case Decay::Kind::kNone:
      return "none";
    case Decay::Kind::kCompound:
      return "compound";
    case Decay::Kind::kLinear:
      return "linear";
    case Decay::Kind::kHalfLife:
      return "half_life";
    case Decay::Kind::kExpire:
      return "expire";
  }
  return "";
}

void AddDecay(JsonText& object, const std::optional<Decay>& decay) {
  if (!decay) return;
  if (decay->kind == Decay::Kind::kNone) {
    object.Add("decay", JsonText::Text("none"));
    return;
  }
  JsonText value = JsonText::Object();
  value.Add("kind", JsonText::Text(DecayName(decay->kind)));
  if (decay->kind == Decay::Kind::kCompound ||
      decay->kind == Decay::Kind::kLinear) {
    value.Add("lose_percent", Points(decay->lose_thousandths));
  }
  value.Add(decay->kind == Decay::Kind::kHalfLife ? "days" : "every_days",
            JsonText::Whole(decay->days));
  if (decay->after_days != 0) {
    value.Add("after_days", JsonText::Whole(decay->after_days));
  }
  object.Add("decay", std::move(value));
}

struct RuleKindWriter {
  JsonText& object;

  void operator()(const ConditionRule& rule) const {
    object.Add("when", ToJson(rule.when));
    object.Add("points", Points(rule.points));
  }

  void operator()(const EachRule& rule) const {
    JsonText each = ToJson(rule.each);
    AddWhole(each, "within_days", rule.within_days);
    object.Add("each", std::move(each));
    object.Add("points", Points(rule.points));
    if (rule.at_most) {
      JsonText at_most = JsonText::Object();
      at_most.Add("times", JsonText::Whole(rule.at_most->times));
      AddWhole(at_most, "per_days", rule.at_most->per_days);
      AddText(at_most, "per_property", rule.at_most->per_property.value_or(""));
      if (rule.at_most->from != 1) {
        at_most.Add("from", JsonText::Whole(rule.at_most->from));
      }
      object.Add("at_most", std::move(at_most));
    }
    AddText(object, "times_property", rule.times_property.value_or(""));
    AddDecay(object, rule.decay);
    AddPoints(object, "max_points", rule.max_points);
  }

  void operator()(const IdleRule& rule) const {
    object.Add("each_idle_days", JsonText::Whole(rule.each_idle_days));
    AddPattern(object, rule.event);
    object.Add("points", Points(rule.points));
    AddPoints(object, "max_points", rule.max_points);
    if (rule.past) object.Add("past", JsonText::Boolean(true));
  }

  void operator()(const RangesRule& rule) const {
    object.Add("field", JsonText::Text(rule.field));
    JsonText ranges = JsonText::List();
    for (const PointsRange& range : rule.ranges) {
      JsonText item = JsonText::Object();
      if (range.from) item.Add("from", ToJson(*range.from));
      if (range.to) item.Add("to", ToJson(*range.to));
      item.Add("points", Points(range.points));
      ranges.Add(std::move(item));
    }
    object.Add("ranges", std::move(ranges));
  }

  void operator()(const LookupRule& rule) const {
    object.Add("field", JsonText::Text(rule.field));
    JsonText points_for = JsonText::Object();
    for (const auto& [value, points] : rule.points_for) {
      points_for.Add(value.text, Points(points));
    }
    object.Add("points_for", std::move(points_for));
    if (rule.otherwise != 0) object.Add("otherwise", Points(rule.otherwise));
  }
};

}  // namespace

JsonText ToJson(const Rule& rule) {
  JsonText object = JsonText::Object();
  object.Add("id", JsonText::Text(rule.id));
  AddText(object, "score", rule.score);
  AddText(object, "group", rule.group);
  AddText(object, "label", rule.label);
  AddText(object, "why", rule.why);
  if (!rule.enabled) object.Add("enabled", JsonText::Boolean(false));
  std::visit(RuleKindWriter{object}, rule.kind);
  return object;
}

JsonText ToJson(const Score& score) {
  JsonText object = JsonText::Object();
  AddText(object, "label", score.label);
  if (score.start != 0) object.Add("start", Points(score.start));
  AddPoints(object, "min", score.min);
  AddPoints(object, "max", score.max);
  if (score.weight != 100) object.Add("weight", JsonText::Whole(score.weight));
  AddDecay(object, score.decay);
  AddPart(object, "reset_by", score.reset_by);
  if (score.bands.empty()) return object;
  JsonText bands = JsonText::List();
  for (const Band& band : score.bands) {
    JsonText item = JsonText::Object();
    item.Add("label", JsonText::Text(band.label));
    AddPoints(item, "ge", band.ge);
    bands.Add(std::move(item));
  }
  object.Add("bands", std::move(bands));
  return object;
}

JsonText ToJson(const Group& group) {
  JsonText object = JsonText::Object();
  AddText(object, "label", group.label);
  object.Add("score", JsonText::Text(group.score));
  AddPoints(object, "min", group.min);
  AddPoints(object, "max", group.max);
  AddDecay(object, group.decay);
  return object;
}

JsonText ToJson(const Disqualification& disqualification) {
  JsonText object = JsonText::Object();
  object.Add("when", ToJson(disqualification.when));
  object.Add("reason", JsonText::Text(disqualification.reason));
  return object;
}

JsonText ToJson(const Stage& stage) {
  JsonText object = JsonText::Object();
  object.Add("id", JsonText::Text(stage.id));
  AddText(object, "label", stage.label);
  object.Add("enter", ToJson(stage.enter));
  AddPart(object, "leave", stage.leave);
  return object;
}

JsonText ToJson(const FieldDeclaration& field) {
  JsonText object = JsonText::Object();
  object.Add("type", JsonText::Text(FieldTypeName(field.type)));
  AddText(object, "label", field.label);
  return object;
}

JsonText ToJson(const Scenario& scenario) { return ToJson(scenario.condition); }

std::string WriteRuleset(const Ruleset& ruleset) {
  JsonText root = JsonText::Object();
  root.Add("format", JsonText::Text("mqlab/1"));
  AddText(root, "name", ruleset.name);
  AddText(root, "description", ruleset.description);
  AddText(root, "source", ruleset.source);
  AddList(root, "left_out", ruleset.left_out);
  AddNamed(root, "fields", ruleset.fields, &FieldDeclaration::name);
  AddNamed(root, "properties", ruleset.properties, &FieldDeclaration::name);
  AddText(root, "created_field", ruleset.created_field);
  AddNamed(root, "scores", ruleset.scores, &Score::id);
  AddNamed(root, "groups", ruleset.groups, &Group::id);
  AddList(root, "rules", ruleset.rules);
  AddNamed(root, "scenarios", ruleset.scenarios, &Scenario::id);
  AddList(root, "disqualify", ruleset.disqualify);
  AddList(root, "stages", ruleset.stages);
  AddPart(root, "sla", ruleset.sla);
  AddNamed(root, "qualification", ruleset.qualification, &Checklist::id);
  AddPart(root, "nurture", ruleset.nurture);
  AddPart(root, "economics", ruleset.economics);
  return root.Print();
}

}  // namespace mqlab
