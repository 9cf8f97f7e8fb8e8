#include "scoring/remedies.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "base/decimal.h"
#include "scoring/scoring_fixture.h"

namespace mqlab {
namespace {

using Texts = std::vector<std::string>;

std::string Text(const Program& program, const Remedy& remedy) {
  std::string text;
  switch (remedy.kind) {
    case Remedy::Kind::kPoints:
      return FormatShort(remedy.points) + " in " +
             (remedy.score == kNoIndex
                  ? "total"
                  : program.source.scores[remedy.score].id);
    case Remedy::Kind::kEvent:
      text = std::to_string(remedy.times) + " " + remedy.event;
      for (const auto& [name, value] : remedy.properties) {
        text += " " + name + "=" + value;
      }
      break;
    case Remedy::Kind::kField:
      text = remedy.field + " '" + remedy.from + "' to '" + remedy.value + "'";
      break;
  }
  return text + " gives " + FormatShort(remedy.gives);
}

Texts RemediesOf(std::string_view rules, std::string_view leads,
                 std::string_view events, std::string_view as_of = "") {
  const auto scored = Prepare(rules, leads, events, as_of);
  EXPECT_TRUE(scored->compiled.program) << IssueIds(scored->compiled.issues);
  Texts texts;
  for (const Remedy& remedy : FindRemedies(
           Binding(scored->program(), scored->dataset), scored->as_of, 0)) {
    texts.push_back(Text(scored->program(), remedy));
  }
  return texts;
}

constexpr char kOneLead[] = "lead_id\na\n";
constexpr char kOneEvent[] = "lead_id,time,type\na,2026-01-01,x\n";

std::string Stage(const std::string& scores, const std::string& rules,
                  const std::string& stage) {
  return R"({"scores": {)" + scores + R"(}, "rules": [)" + rules +
         R"(], "stages": [{"id": "mql", )" + stage + "}]}";
}

// Fit 10 of a field; x gives 30 in e.
const std::string kFit =
    R"({"id": "f", "score": "fit", "points": 10,
        "when": {"field": "title", "is_set": true}},
       {"id": "x", "score": "e", "each": {"event": "y"}, "points": 30})";
constexpr char kTitled[] = "lead_id,title\na,boss\n";

TEST(RemediesTest, PointsAreTheLeastThatDo) {
  // Total 10 of 60, fit 10 of 20: only fit can bring about both, by 50 of it.
  EXPECT_EQ(RemediesOf(Stage(R"("fit": {}, "e": {})", kFit,
                             R"("enter": {"all": [{"score": "total", "ge": 60},
                                                  {"score": "fit", "ge": 20}]})"),
                       kTitled, kOneEvent),
            (Texts{"50 in fit"}));
  // More than 10, that is a thousandth more; the total stands before fit.
  EXPECT_EQ(RemediesOf(Stage(R"("fit": {}, "e": {})", kFit,
                             R"("enter": {"any": [{"score": "fit", "gt": 10},
                                                  {"score": "total", "gt": 10}]})"),
                       kTitled, kOneEvent),
            (Texts{"0.001 in total", "1 y gives 30"}));
  // A weight of 33 percent: 20 of the total is 60.605 of fit, of which 33
  // percent is 19.99965, rounded 20; fit has 10 of it.
  EXPECT_EQ(RemediesOf(Stage(R"("fit": {"weight": 33, "max": 20})", R"(
      {"id": "f", "score": "fit", "points": 10,
        "when": {"field": "title", "is_set": true}})",
                             R"("enter": {"all": [{"score": "total", "ge": 20},
                                                  {"score": "fit", "ge": 1}]})"),
                       kTitled, kOneEvent),
            (Texts{"16.7 in total"}));
}

TEST(RemediesTest, PointsOfAScoreWeighInTheTotal) {
  // 33 percent of 60.605 is 19.99965, rounded 20; of 60.604 it is 19.999.
  EXPECT_EQ(RemediesOf(Stage(R"("fit": {"weight": 33})", R"(
      {"id": "f", "score": "fit", "points": 10,
        "when": {"field": "title", "is_set": true}})",
                             R"("enter": {"all": [{"score": "total", "ge": 20},
                                            {"score": "fit", "ge": 11}]})"),
                       kTitled, kOneEvent),
            (Texts{"50.605 in fit"}));
}

TEST(RemediesTest, PointsBringABandButNotBeyondWhatLeaves) {
  const std::string bands = R"("fit": {"bands": [
      {"label": "A", "ge": 40}, {"label": "B", "ge": 25}, {"label": "C"}]},
      "e": {})";
  EXPECT_EQ(RemediesOf(Stage(bands, kFit,
                             R"("enter": {"band": "fit", "in": ["A", "B"]})"),
                       kTitled, kOneEvent),
            (Texts{"15 in fit"}));
  EXPECT_EQ(RemediesOf(Stage(bands, kFit,
                             R"("enter": {"band": "fit", "in": ["A", "B"]},
                                "leave": {"score": "fit", "lt": 30})"),
                       kTitled, kOneEvent),
            (Texts{"20 in fit"}));
  EXPECT_EQ(RemediesOf(Stage(bands, kFit,
                             R"("enter": {"band": "fit", "in": ["A", "B"]},
                                "leave": {"score": "fit", "gt": 20})"),
                       kTitled, kOneEvent),
            Texts());
}

TEST(RemediesTest, EventsAreAsFewAsDoAndLikeTheTestsSay) {
  const std::string rules = R"(
      {"id": "p", "score": "e", "points": 8,
       "each": {"event": "page_view", "where": [
           {"field": "asset", "starts_with": ["/Pricing", "/plans"]},
           {"field": "seconds", "gt": 30}, {"field": "asset", "ne": "/x"}]}},
      {"id": "d", "score": "e", "each": {"event": ["demo", "trial"]},
       "points": 25, "at_most": {"times": 1}},
      {"id": "n", "score": "e", "each": {"event": "careers"}, "points": -9})";
  constexpr char kEvents[] =
      "lead_id,time,type,asset,seconds\n"
      "a,2026-01-01,page_view,/plans,31\na,2026-01-02,demo,,\n";
  // 33 points; demo is used up, and so is trial. Two values of one property
  // change as much, so one stands for both.
  EXPECT_EQ(
      RemediesOf(
          Stage(R"("e": {})", rules, R"("enter": {"score": "e", "ge": 50})"),
          kOneLead, kEvents),
      (Texts{"17 in e", "3 page_view asset=/Pricing seconds=31 gives 24"}));
  // Five do not.
  EXPECT_EQ(RemediesOf(Stage(R"("e": {})", rules,
                             R"("enter": {"score": "e", "ge": 74})"),
                       kOneLead, kEvents),
            (Texts{"41 in e"}));
  EXPECT_EQ(RemediesOf(Stage(R"("e": {})", rules,
                             R"("enter": {"score": "e", "ge": 73})"),
                       kOneLead, kEvents)
                .size(),
            2u);
}

TEST(RemediesTest, NeverWhatHarms) {
  // 5 below, 9 for the bounce, 10 for two days of silence. A reset would take
  // away more than enough, and a bounce end the silence.
  EXPECT_EQ(
      RemediesOf(
          Stage(R"("e": {"start": -5, "reset_by": {"event": "unsubscribe"}})",
                R"({"id": "n", "score": "e", "points": -9,
                    "each": {"event": "bounce"}},
                   {"id": "s", "score": "e", "each_idle_days": 1, "points": -5,
                    "event": ["unsubscribe", "bounce", "open"]})",
                R"("enter": {"all": [{"score": "e", "ge": -23},
                                     {"event": "hello"}]})"),
          kOneLead,
          "lead_id,time,type\na,2026-01-01,open\na,2026-01-01,bounce\n"
          "a,2026-01-03,hello\n"),
      (Texts{"1 in e", "1 open gives 10"}));
  // Leaves by one event, is kept out by another.
  EXPECT_EQ(RemediesOf(R"({"scores": {}, "stages": [
                            {"id": "mql", "enter": {"event": "x"},
                             "leave": {"any": [{"event": "x", "idle_days": 5},
                                               {"event": "gone"}]}}]})",
                       kOneLead, kOneEvent, "2026-03-01"),
            (Texts{"1 x gives 0"}));
}

TEST(RemediesTest, AnyEventIsOneOfTheCommonestType) {
  EXPECT_EQ(RemediesOf(Stage(R"("e": {"reset_by": {"event": "bye"}})",
                             R"({"id": "any", "score": "e", "points": 5,
                                 "each": {"event": "*"}})",
                             R"("enter": {"score": "e", "ge": 15})"),
                       kOneLead,
                       "lead_id,time,type\na,2026-01-01,x\nb,2026-01-01,y\n"
                       "b,2026-01-01,y\nb,2026-01-01,bye\nb,2026-01-01,bye\n"
                       "b,2026-01-01,bye\n"),
            (Texts{"10 in e", "2 y gives 10"}));
}

TEST(RemediesTest, FieldsTakeValuesThatRulesName) {
  const std::string rules = R"(
      {"id": "s", "score": "fit", "field": "size", "ranges": [
          {"to": 10, "points": -8}, {"from": 10, "to": 50, "points": 4},
          {"from": 50, "points": 12}]},
      {"id": "i", "score": "fit", "field": "industry",
       "points_for": {"Logistics": 12, "Retail": 8, "Education": -8}},
      {"id": "t", "score": "fit", "field": "tags", "points_for": {"vip": 9}})";
  const std::string stage = R"("enter": {"score": "fit", "ge": 12})";
  EXPECT_EQ(RemediesOf(Stage(R"("fit": {})", rules, stage),
                       "lead_id,size,industry,tags\na,20,,new;old\n"
                       "b,1,Retail,x\n",
                       kOneEvent),
            (Texts{"8 in fit", "size '20' to '50' gives 8",
                   "industry '' to 'Retail' gives 8"}));
  // No column of that name: nothing can be changed there.
  EXPECT_EQ(RemediesOf(Stage(R"("fit": {})", rules, stage),
                       "lead_id,size\na,20\n", kOneEvent),
            (Texts{"8 in fit", "size '20' to '50' gives 8"}));
  EXPECT_EQ(RemediesOf(R"({"fields": {"tags": {"type": "list"}}, "scores": {},
                     "stages": [{"id": "mql", "enter": {"all": [
                         {"field": "tags", "eq": "vip"},
                         {"field": "tags", "eq": "old"}]}}]})",
                       "lead_id,tags\na,new;old\n", kOneEvent),
            (Texts{"tags 'new;old' to 'new;old;vip' gives 0"}));
}

TEST(RemediesTest, NumbersAreWrittenAsTheColumnReadsThem) {
  const std::string rules = R"(
      {"id": "s", "score": "fit", "points": 5,
       "when": {"field": "size", "ge": 2.5}})";
  EXPECT_EQ(
      RemediesOf(
          Stage(R"("fit": {})", rules, R"("enter": {"score": "fit", "ge": 5})"),
          "lead_id;size\na;\"1,25\"\nb;\"1,5\"\nc;\"3,75\"\n", kOneEvent),
      (Texts{"5 in fit", "size '1,25' to '2.5' gives 5"}));
}

TEST(RemediesTest, TheWholeLifeCounts) {
  // With the title it had been mql when x came, and kept it.
  EXPECT_EQ(RemediesOf(R"({"scores": {}, "stages": [
                            {"id": "mql", "enter": {"all": [
                               {"event": "x", "within_days": 2},
                               {"field": "title", "eq": "Boss"}]}}]})",
                       "lead_id,title\na,clerk\n", kOneEvent, "2026-03-01"),
            (Texts{"job_title 'clerk' to 'Boss' gives 0"}));
}

TEST(RemediesTest, OfADisqualifiedLeadWhatEndsThat) {
  EXPECT_EQ(RemediesOf(R"({"scores": {"e": {}}, "rules": [
                             {"id": "x", "score": "e", "points": 5,
                              "each": {"event": "x"}}],
                           "disqualify": [{"reason": "no", "when":
                               {"field": "customer", "is_true": true}}],
                           "stages": [{"id": "mql",
                                       "enter": {"score": "e", "ge": 5}}]})",
                       "lead_id,customer\na,yes\nb,no\n", kOneEvent),
            (Texts{"customer 'yes' to 'false' gives 0"}));
}

TEST(RemediesTest, TheNearestOfEachFirst) {
  const std::string rules = R"(
      {"id": "c", "score": "e", "each": {"event": "c"}, "points": 12},
      {"id": "b", "score": "e", "points": 11,
       "each": {"event": "b", "where": [{"field": "k", "eq": "1"}]}},
      {"id": "b2", "score": "e", "points": 10.5,
       "each": {"event": "b", "where": [{"field": "k", "eq": "2"}]}},
      {"id": "f", "score": "e", "field": "t", "points_for": {"q": 11}},
      {"id": "a", "score": "e", "each": {"event": "a"}, "points": 20})";
  constexpr char kEvents[] = "lead_id,time,type,k\na,2026-01-01,x,z\n";
  const std::string stage = R"("enter": {"score": "e", "ge": 10})";
  EXPECT_EQ(RemediesOf(Stage(R"("e": {})", rules, stage), "lead_id,t\na,p\n",
                       kEvents),
            (Texts{"10 in e", "1 b k=2 gives 10.5", "t 'p' to 'q' gives 11"}));
  // A second b only for want of others.
  EXPECT_EQ(
      RemediesOf(Stage(R"("e": {})",
                       rules.substr(rules.find(R"({"id": "b")"), rules.find(R"(,
      {"id": "f")") - rules.find(R"({"id": "b")")),
                       stage),
                 kOneLead, kEvents),
      (Texts{"10 in e", "1 b k=2 gives 10.5", "1 b k=1 gives 11"}));
}

TEST(RemediesTest, NoneAtTheTopAndWithoutStages) {
  EXPECT_EQ(RemediesOf(R"({"scores": {}, "stages": [
                            {"id": "mql", "enter": {"event": "x"}}]})",
                       kOneLead, kOneEvent),
            Texts());
  EXPECT_EQ(RemediesOf(R"({"scores": {"e": {}}})", kOneLead, kOneEvent),
            Texts());
}

}  // namespace
}  // namespace mqlab
