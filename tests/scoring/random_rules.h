#ifndef MQLAB_TESTS_SCORING_RANDOM_RULES_H_
#define MQLAB_TESTS_SCORING_RANDOM_RULES_H_

// JSON text of random rule files: conditions (random_conditions.cc), and what
// stands around them (random_rules.cc).

#include <string>
#include <utility>
#include <vector>

#include "scoring/random_source.h"

namespace mqlab::reference {

// Keys and JSON values, written in order.
class JsonObject {
 public:
  JsonObject& Add(const std::string& key, const std::string& json) {
    members_.emplace_back(key, json);
    return *this;
  }
  JsonObject& AddAll(const JsonObject& other) {
    for (const auto& [key, json] : other.members_) Add(key, json);
    return *this;
  }
  std::string Text() const;

 private:
  std::vector<std::pair<std::string, std::string>> members_;
};

std::string Quoted(const std::string& text);
std::string JsonList(const std::vector<std::string>& items);

struct RandomScore {
  std::string id;
  std::vector<std::string> bands;
};

// Draws conditions over a domain and the names that exist.
class RandomConditions {
 public:
  RandomConditions(Random* random, const RandomDomain& domain)
      : random_(*random), domain_(domain) {}

  // `funnel`: tests of scores, bands and stages may stand in it.
  std::string Draw(bool funnel, int depth = 0);
  std::string DrawFieldTest(const std::vector<RandomField>& fields);
  // {"event": ..., "where": ...} as an object to be completed.
  JsonObject DrawPattern(int64_t where_percent = 30);
  std::string DrawDays(bool zero = false);
  std::string DrawPoints();
  // A value for a field, as JSON text or number.
  std::string DrawValue(const RandomField& field);
  const RandomField& PickField(const std::vector<RandomField>& fields,
                               FieldType kind);

  std::vector<RandomScore> scores;
  std::vector<std::string> stages;
  std::vector<std::string> rule_scenarios;    // without tests of scores
  std::vector<std::string> funnel_scenarios;  // the others

 private:
  std::string DrawEventTypes();
  std::string DrawEventTest();
  std::string DrawIdleTest();
  std::string DrawSequence();
  std::string DrawCombination(bool funnel, int depth);
  std::string DrawFunnelTest();
  std::string DrawScenarioTest(bool funnel);
  std::string DrawOperator(const RandomField& field, JsonObject* test);
  std::string DrawValues(const RandomField& field);
  std::string DrawEnd(const RandomField& field);

  Random& random_;
  const RandomDomain& domain_;
};

std::string DrawRuleset(Random* random, const RandomDomain& domain);

}  // namespace mqlab::reference

#endif  // MQLAB_TESTS_SCORING_RANDOM_RULES_H_
