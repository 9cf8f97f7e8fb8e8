#include <algorithm>
#include <utility>

#include "rules/ruleset_parser.h"
#include "rules/validate.h"

namespace mqlab {
namespace {

using Kind = JsonValue::Kind;

constexpr std::string_view kScoreKeys[] = {
    "label", "start", "min", "max", "weight", "decay", "reset_by", "bands"};
constexpr std::string_view kBandKeys[] = {"label", "ge"};
constexpr std::string_view kGroupKeys[] = {"label", "score", "min", "max",
                                           "decay"};

constexpr std::string_view kDecayKinds[] = {"compound", "linear", "half_life",
                                            "expire"};
constexpr std::string_view kStepKeys[] = {"kind", "lose_percent", "every_days",
                                          "after_days"};
constexpr std::string_view kHalfLifeKeys[] = {"kind", "days", "after_days"};
constexpr std::string_view kExpireKeys[] = {"kind", "every_days", "after_days"};
constexpr std::string_view kDecayKeys[] = {"kind", "lose_percent", "every_days",
                                           "days", "after_days"};

// Columns of the results beside the scores'.
constexpr std::string_view kColumns[] = {"lead_id", "total", "grade", "stage",
                                         "disqualified"};

}  // namespace

std::vector<Score> RulesetParser::ParseScores() {
  std::vector<Score> scores;
  const JsonValue* section = in_.Get(root_, "scores");
  if (section == nullptr || !in_.Is(*section, Kind::kObject)) return scores;
  for (const JsonMember& member : section->members) {
    in_.CheckName(member.key, member.key_place);
    const bool reached =
        std::ranges::any_of(known_.stages.names, [&](std::string_view stage) {
          return member.key == "reached_" + std::string(stage);
        });
    if (reached || std::ranges::count(kColumns, member.key) > 0) {
      in_.Error(IssueCode::kReservedId, member.key_place, {member.key});
    }
    scores.push_back(ParseScore(member));
  }
  return scores;
}

Score RulesetParser::ParseScore(const JsonMember& member) {
  Score score;
  score.id = member.key;
  score.node = in_.Node(member.key_place);
  const JsonValue& value = member.value;
  if (!in_.Is(value, Kind::kObject)) return score;
  in_.CheckKeys(value, kScoreKeys);
  score.label = in_.Text(value, "label");
  score.start = in_.Points(value, "start").value_or(0);
  score.min = in_.Points(value, "min");
  score.max = in_.Points(value, "max");
  CheckLimits(value, score.min, score.max);
  score.weight = in_.Whole(value, "weight", 0).value_or(100);
  score.decay = ParseDecay(value);
  score.reset_by = ParsePatternUnder(value, "reset_by");
  score.bands = ParseBands(value, score);
  return score;
}

std::vector<Band> RulesetParser::ParseBands(const JsonValue& score,
                                            const Score& limits) {
  std::vector<Band> bands;
  std::vector<Place> places;
  const int64_t errors = in_.errors();
  for (const JsonValue& item : in_.Items(score, "bands")) {
    if (!in_.Is(item, Kind::kObject)) continue;
    in_.CheckKeys(item, kBandKeys);
    Band band;
    if (const JsonValue* label = in_.Require(item, "label")) {
      band.label = in_.Name(*label);
    }
    band.ge = in_.Points(item, "ge");
    bands.push_back(std::move(band));
    places.push_back(item.place);
  }
  if (in_.errors() == errors) {
    ValidateBands(bands, places, limits.min, limits.max, in_);
  }
  return bands;
}

std::vector<Group> RulesetParser::ParseGroups() {
  std::vector<Group> groups;
  const JsonValue* section = in_.Get(root_, "groups");
  if (section == nullptr || !in_.Is(*section, Kind::kObject)) return groups;
  for (const JsonMember& member : section->members) {
    in_.CheckName(member.key, member.key_place);
    Group group;
    group.id = member.key;
    group.node = in_.Node(member.key_place);
    const JsonValue& value = member.value;
    if (in_.Is(value, Kind::kObject)) {
      in_.CheckKeys(value, kGroupKeys);
      group.label = in_.Text(value, "label");
      if (const JsonValue* score = in_.Require(value, "score")) {
        group.score =
            KnownName(*score, known_.scores, IssueCode::kUnknownScore);
      }
      group.min = in_.Points(value, "min");
      group.max = in_.Points(value, "max");
      CheckLimits(value, group.min, group.max);
      group.decay = ParseDecay(value);
    }
    groups.push_back(std::move(group));
  }
  return groups;
}

void RulesetParser::CheckLimits(const JsonValue& object,
                                std::optional<Millipoints> min,
                                std::optional<Millipoints> max) {
  if (!min || !max || *min <= *max) return;
  in_.Error(IssueCode::kMinOverMax, in_.Get(object, "min")->place,
            {FormatShort(*min), FormatShort(*max)});
}

std::optional<Decay> RulesetParser::ParseDecay(const JsonValue& parent) {
  const JsonValue* value = in_.Get(parent, "decay");
  if (value == nullptr) return std::nullopt;
  if (value->kind == Kind::kText && value->text == "none") return Decay();
  if (!in_.Is(*value, Kind::kObject, "object or \"none\"")) return std::nullopt;
  return ParseDecayObject(*value);
}

Decay RulesetParser::ParseDecayObject(const JsonValue& value) {
  Decay decay;
  decay.after_days = in_.Whole(value, "after_days", 0).value_or(0);
  const JsonValue* kind = in_.Require(value, "kind");
  if (kind == nullptr || !in_.Is(*kind, Kind::kText)) {
    in_.CheckKeys(value, kDecayKeys);
    return decay;
  }
  if (kind->text == "compound" || kind->text == "linear") {
    decay.kind =
        kind->text == "linear" ? Decay::Kind::kLinear : Decay::Kind::kCompound;
    in_.CheckKeys(value, kStepKeys, kDecayKeys);
    decay.lose_thousandths = in_.RequirePercent(value, "lose_percent");
    decay.days = in_.RequireWhole(value, "every_days", 1);
  } else if (kind->text == "half_life") {
    decay.kind = Decay::Kind::kHalfLife;
    in_.CheckKeys(value, kHalfLifeKeys, kDecayKeys);
    decay.days = in_.RequireWhole(value, "days", 1);
  } else if (kind->text == "expire") {
    decay.kind = Decay::Kind::kExpire;
    in_.CheckKeys(value, kExpireKeys, kDecayKeys);
    decay.days = in_.RequireWhole(value, "every_days", 1);
  } else {
    in_.CheckKeys(value, kDecayKeys);
    in_.Error(IssueCode::kUnknownDecay, kind->place,
              {kind->text, Nearest(kind->text, kDecayKinds)});
  }
  return decay;
}

}  // namespace mqlab
