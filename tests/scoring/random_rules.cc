#include "scoring/random_rules.h"

#include <algorithm>
#include <set>

namespace mqlab::reference {
namespace {

// Draws one rule file, section by section.
class RulesetWriter {
 public:
  RulesetWriter(Random* random, const RandomDomain& domain)
      : random_(*random), domain_(domain), conditions_(random, domain) {}

  std::string Write() {
    NameAll();
    JsonObject file;
    file.Add("format", "\"mqlab/1\"");
    file.Add("fields", Declarations(domain_.fields));
    file.Add("properties", Declarations(domain_.properties));
    if (random_.Chance(50)) file.Add("created_field", "\"f_created\"");
    file.Add("scores", Scores());
    if (!groups_.empty()) file.Add("groups", Groups());
    // Before what may use them; it is the reader's task to look ahead.
    JsonObject checklists;
    const std::string scenarios = Scenarios(&checklists);
    if (!conditions_.scores.empty()) file.Add("rules", Rules());
    file.Add("scenarios", scenarios);
    file.Add("qualification", checklists.Text());
    if (random_.Chance(50)) file.Add("disqualify", Disqualify());
    if (!conditions_.stages.empty()) file.Add("stages", Stages());
    return file.Text();
  }

 private:
  void NameAll() {
    const std::vector<std::string> scores = {"fit", "engagement", "intent"};
    const int64_t n = random_.Rarely(40) ? 0 : random_.Between(1, 3);
    for (int64_t i = 0; i < n; ++i) {
      RandomScore score{scores[static_cast<size_t>(i)], {}};
      const int64_t bands = random_.Chance(60) ? random_.Between(1, 4) : 0;
      for (int64_t b = 0; b < bands; ++b) {
        score.bands.push_back(std::string(1, "ABCA"[b]) + std::to_string(i));
      }
      conditions_.scores.push_back(score);
    }
    const std::vector<std::string> stages = {"mql", "sal", "sql", "opp",
                                             "customer"};
    const int64_t used = random_.Between(0, 5);
    conditions_.stages.assign(stages.begin(), stages.begin() + used);
    const int64_t groups = n == 0 ? 0 : random_.Between(0, 3);
    for (int64_t i = 0; i < groups; ++i) {
      groups_.push_back("g" + std::to_string(i));
    }
  }

  std::string Declarations(const std::vector<RandomField>& fields) {
    const char* names[] = {"text", "number", "boolean", "instant", "list"};
    JsonObject declarations;
    for (const RandomField& field : fields) {
      if (!field.declared) continue;
      const char* type = names[static_cast<int>(field.declared_as)];
      declarations.Add(field.name,
                       JsonObject().Add("type", Quoted(type)).Text());
    }
    return declarations.Text();
  }

  std::string DrawDecay() {
    if (random_.Rarely(5)) return "\"none\"";
    const std::string kind = random_.Pick<std::string>(
        {"compound", "linear", "half_life", "expire"});
    JsonObject decay;
    decay.Add("kind", Quoted(kind));
    if (kind == "compound" || kind == "linear") {
      decay.Add("lose_percent",
                random_.Pick<std::string>({"0", "1", "10", "33", "50", "12.5",
                                           "99.999", "100", "0.001"}));
    }
    decay.Add(kind == "half_life" ? "days" : "every_days",
              conditions_.DrawDays());
    if (random_.Chance(40)) {
      decay.Add("after_days", conditions_.DrawDays(true));
    }
    return decay.Text();
  }

  void AddLimits(JsonObject* object) {
    if (random_.Chance(30)) {
      object->Add("min", random_.Pick<std::string>({"0", "-5", "1.5", "-20"}));
    }
    if (random_.Chance(40)) {
      object->Add("max", random_.Pick<std::string>({"2", "10", "25.5", "60"}));
    }
  }

  std::string Bands(const std::vector<std::string>& labels) {
    const bool last_open = random_.Chance(60);
    int64_t ge = random_.Between(8, 40);
    std::vector<std::string> bands;
    for (size_t i = 0; i < labels.size(); ++i) {
      JsonObject band;
      band.Add("label", Quoted(labels[i]));
      if (i + 1 < labels.size() || !last_open) {
        band.Add("ge", std::to_string(ge));
      }
      ge -= random_.Between(1, 12);
      bands.push_back(band.Text());
    }
    return JsonList(bands);
  }

  std::string Scores() {
    JsonObject scores;
    for (const RandomScore& own : conditions_.scores) {
      JsonObject score;
      if (random_.Chance(40)) score.Add("start", conditions_.DrawPoints());
      AddLimits(&score);
      if (random_.Chance(50)) {
        score.Add("weight", random_.Pick<std::string>(
                                {"0", "1", "33", "50", "100", "150", "1000"}));
      }
      if (random_.Chance(30)) score.Add("decay", DrawDecay());
      if (random_.Chance(30)) {
        score.Add("reset_by", conditions_.DrawPattern().Text());
      }
      if (!own.bands.empty()) score.Add("bands", Bands(own.bands));
      scores.Add(own.id, score.Text());
    }
    return scores.Text();
  }

  std::string Groups() {
    JsonObject groups;
    for (const std::string& id : groups_) {
      JsonObject group;
      group.Add("score", Quoted(random_.Pick(conditions_.scores).id));
      AddLimits(&group);
      if (random_.Chance(30)) group.Add("decay", DrawDecay());
      groups.Add(id, group.Text());
    }
    return groups.Text();
  }

  std::string Checklist(bool funnel) {
    JsonObject list;
    std::vector<std::string> items;
    const int64_t count = random_.Between(1, 3);
    for (int64_t i = 0; i < count; ++i) {
      JsonObject item;
      item.Add("id", Quoted("i" + std::to_string(i)));
      item.Add("when", conditions_.Draw(funnel));
      items.push_back(item.Text());
    }
    if (random_.Chance(70)) {
      list.Add("at_least", std::to_string(random_.Between(1, count)));
    }
    list.Add("items", JsonList(items));
    return list.Text();
  }

  // Some of the names that scenarios may have are checklists'.
  std::string Scenarios(JsonObject* checklists) {
    std::vector<std::pair<std::string, std::string>> drawn;
    for (int64_t n = random_.Between(0, 4); n > 0; --n) {
      const std::string id = "s" + std::to_string(n);
      const bool funnel = random_.Chance(50);
      if (random_.Chance(30)) {
        checklists->Add(id, Checklist(funnel));
      } else {
        drawn.emplace_back(id, conditions_.Draw(funnel));
      }
      (funnel ? conditions_.funnel_scenarios : conditions_.rule_scenarios)
          .push_back(id);
    }
    if (random_.Chance(50)) std::reverse(drawn.begin(), drawn.end());
    JsonObject scenarios;
    for (const auto& [id, condition] : drawn) scenarios.Add(id, condition);
    return scenarios.Text();
  }

  // ---- Rules

  std::string AtMost() {
    JsonObject at_most;
    at_most.Add("times", std::to_string(random_.Between(1, 3)));
    if (random_.Chance(50)) {
      at_most.Add("per_days", random_.Pick<std::string>({"1", "2", "7", "30"}));
    }
    if (random_.Chance(40)) {
      const FieldType kind =
          random_.Pick<FieldType>({FieldType::kText, FieldType::kNumber,
                                   FieldType::kBoolean, FieldType::kInstant});
      at_most.Add("per_property",
                  Quoted(conditions_.PickField(domain_.properties, kind).name));
    }
    if (random_.Chance(40)) {
      at_most.Add("from", std::to_string(random_.Between(1, 3)));
    }
    return at_most.Text();
  }

  void AddEach(JsonObject* rule) {
    JsonObject each = conditions_.DrawPattern();
    if (random_.Chance(25)) each.Add("within_days", conditions_.DrawDays());
    rule->Add("each", each.Text());
    rule->Add("points", conditions_.DrawPoints());
    if (random_.Chance(45)) rule->Add("at_most", AtMost());
    if (random_.Chance(domain_.huge ? 90 : 25)) {
      rule->Add(
          "times_property",
          Quoted(conditions_.PickField(domain_.properties, FieldType::kNumber)
                     .name));
    }
    if (random_.Chance(40)) rule->Add("decay", DrawDecay());
    AddMaxPoints(rule);
  }

  void AddMaxPoints(JsonObject* rule) {
    if (!random_.Chance(25)) return;
    rule->Add("max_points", random_.Pick<std::string>({"0", "3", "7.5", "30"}));
  }

  void AddIdle(JsonObject* rule) {
    JsonObject pattern = conditions_.DrawPattern();
    rule->Add("each_idle_days", conditions_.DrawDays());
    rule->AddAll(pattern);
    rule->Add("points", conditions_.DrawPoints());
    AddMaxPoints(rule);
    if (random_.Chance(50)) rule->Add("past", "true");
  }

  void AddRanges(JsonObject* rule) {
    std::set<int64_t> bounds;
    for (int64_t n = random_.Between(2, 4); n > 0; --n) {
      bounds.insert(2 * random_.Between(-2, 6));
    }
    std::vector<std::string> ranges;
    const auto add = [&](const std::string& from, const std::string& to) {
      JsonObject range;
      if (!from.empty()) range.Add("from", from);
      if (!to.empty()) range.Add("to", to);
      range.Add("points", conditions_.DrawPoints());
      ranges.push_back(range.Text());
    };
    std::string from;
    if (random_.Chance(50)) add("", std::to_string(*bounds.begin()));
    for (const int64_t bound : bounds) {
      if (!from.empty()) {
        // Sometimes reaching into the next one.
        add(from, std::to_string(bound + (random_.Rarely(4) ? 1 : 0)));
      }
      from = std::to_string(bound);
      if (random_.Rarely(6)) from = Quoted(" " + from + ".0");
    }
    if (ranges.empty() || random_.Chance(50)) add(from, "");
    rule->Add(
        "field",
        Quoted(conditions_.PickField(domain_.fields, FieldType::kNumber).name));
    rule->Add("ranges", JsonList(ranges));
  }

  void AddLookup(JsonObject* rule) {
    RandomField field = random_.Pick(domain_.fields);
    rule->Add("field", Quoted(field.name));
    if (field.kind == FieldType::kList) field.kind = FieldType::kText;
    JsonObject points_for;
    std::set<std::string> keys;  // of which some may be equal, a fault
    for (int64_t n = random_.Between(1, 4); n > 0; --n) {
      const std::string key = DrawText(&random_, domain_, field);
      if (field.kind == FieldType::kBoolean && keys.size() == 1) break;
      if (!keys.insert(key).second) continue;
      points_for.Add(key, conditions_.DrawPoints());
    }
    rule->Add("points_for", points_for.Text());
    if (random_.Chance(50)) rule->Add("otherwise", conditions_.DrawPoints());
  }

  std::string Rules() {
    std::vector<std::string> rules;
    const int64_t n = random_.Between(1, 9);
    for (int64_t i = 0; i < n; ++i) {
      JsonObject rule;
      rule.Add("id", Quoted("r" + std::to_string(i)));
      if (!groups_.empty() && random_.Chance(40)) {
        rule.Add("group", Quoted(random_.Pick(groups_)));
      } else {
        rule.Add("score", Quoted(random_.Pick(conditions_.scores).id));
      }
      if (random_.Rarely(12)) rule.Add("enabled", "false");
      const int64_t kind = random_.Below(10);
      if (kind < 3) {
        rule.Add("when", conditions_.Draw(false));
        rule.Add("points", conditions_.DrawPoints());
      } else if (kind < 6) {
        AddEach(&rule);
      } else if (kind < 8) {
        AddIdle(&rule);
      } else if (kind < 9) {
        AddRanges(&rule);
      } else {
        AddLookup(&rule);
      }
      rules.push_back(rule.Text());
    }
    return JsonList(rules);
  }

  // ---- The funnel

  std::string Disqualify() {
    std::vector<std::string> all;
    for (int64_t n = random_.Between(1, 2); n > 0; --n) {
      const std::string when =
          JsonObject()
              .Add("all",
                   JsonList({conditions_.Draw(true), conditions_.Draw(true)}))
              .Text();
      all.push_back(JsonObject()
                        .Add("when", when)
                        .Add("reason", Quoted("because " + std::to_string(n)))
                        .Text());
    }
    return JsonList(all);
  }

  std::string Stages() {
    std::vector<std::string> stages;
    for (const std::string& id : conditions_.stages) {
      JsonObject stage;
      stage.Add("id", Quoted(id));
      stage.Add("enter", conditions_.Draw(true));
      if (random_.Chance(45)) stage.Add("leave", conditions_.Draw(true));
      stages.push_back(stage.Text());
    }
    return JsonList(stages);
  }

  Random& random_;
  const RandomDomain& domain_;
  RandomConditions conditions_;
  std::vector<std::string> groups_;
};

}  // namespace

std::string DrawRuleset(Random* random, const RandomDomain& domain) {
  return RulesetWriter(random, domain).Write();
}

}  // namespace mqlab::reference
