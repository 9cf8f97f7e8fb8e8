#ifndef MQLAB_SCORING_ASKED_H_
#define MQLAB_SCORING_ASKED_H_

// What conditions and rules ask of a lead: scores of which more, events of
// which one more, and tests of its fields that bring them about.

#include <cstdint>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "scoring/program.h"

namespace mqlab {

// Pointers are into Program::source.
class Asked {
 public:
  struct Event {
    const EventPattern* pattern;
    const std::string* times_property = nullptr;  // that gives the points
    bool ends_silence = false;                    // for that alone
  };
  struct Field {
    const FieldTest* test;
    bool wanted;  // whether it is to hold
  };

  explicit Asked(const Program& program)
      : program_(program), scores_(program.scores.size()) {}

  // What a stage asks: that its `enter` hold, its `leave` not, and where the
  // lead is disqualified that this end; and of the scores tested there, more.
  void AddStage(uint32_t stage, bool disqualified);
  // What any stage and any rule asks.
  void AddAll();

  // In the order of the conditions and rules.
  const std::vector<Event>& events() const { return events_; }
  const std::vector<const EventPattern*>& unwelcome() const {
    return unwelcome_;
  }
  const std::vector<Field>& fields() const { return fields_; }
  // Ranges and lookups; into Program::rules.
  const std::vector<uint32_t>& cell_rules() const { return cell_rules_; }
  // Scores, and the total, that the conditions name.
  bool score(uint32_t score) const { return scores_[score]; }
  bool total() const { return total_; }

 private:
  void AddCondition(const Condition& condition, bool wanted);
  void AddRule(uint32_t rule);
  void AddScore(const std::string& id);
  void Add(const Combination& combination, bool wanted);
  void Add(const FieldTest& test, bool wanted);
  void Add(const EventTest& test, bool wanted);
  void Add(const IdleTest& test, bool wanted);
  void Add(const SequenceTest& test, bool wanted);
  void Add(const ScoreTest& test, bool wanted);
  void Add(const BandTest& test, bool wanted);
  void Add(const StageTest& /*test*/, bool /*wanted*/) {}
  void Add(const ScenarioTest& test, bool wanted);

  const Program& program_;
  std::vector<Event> events_;
  std::vector<const EventPattern*> unwelcome_;
  std::vector<Field> fields_;
  std::vector<uint32_t> cell_rules_;
  std::vector<bool> scores_;
  bool total_ = false;
  std::set<std::pair<std::string, bool>> scenarios_;  // seen
};

}  // namespace mqlab

#endif  // MQLAB_SCORING_ASKED_H_
