#include "report/score_rows.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "scoring/scoring_fixture.h"

namespace mqlab {
namespace {

constexpr std::string_view kRules =
    R"({"scores": {"fit": {"start": -1.5,
                           "bands": [{"label": "=A"}]}},
        "fields": {"tags": {"type": "list"}},
        "rules": [{"id": "big", "score": "fit", "points": 20.25,
                   "when": {"field": "size", "ge": 100}}],
        "disqualify": [
          {"when": {"field": "note", "eq": "@cmd"}, "reason": "+ \"quoted\""},
          {"when": {"field": "note", "eq": "@cmd"}, "reason": "two"}],
        "stages": [{"id": "mql", "enter": {"score": "fit", "ge": 1}}]})";
constexpr std::string_view kLeads =
    "lead_id;note;Size;joined;tags;total\n"
    "\"a,1\";@cmd;250;2026-01-02;x;7\n"
    "-b;;40;;;-8\n"
    "\"c\"\"d\";\"two\nlines\";1000;2026-01-03;\"y;z\";9\n";

class ScoreRowsTest : public testing::Test {
 protected:
  ScoreRows Rows(RowOptions options) const {
    return ScoreRows(scored_->program(), scored_->dataset, table_,
                     std::move(options));
  }
  std::vector<RowColumn> WithFields() const {
    return AllColumns(scored_->program(), scored_->dataset, true);
  }
  std::string All(const RowOptions& options) const {
    return WriteScoreRows(scored_->program(), scored_->dataset, table_,
                          options);
  }

  static std::vector<RowColumn> Named(const std::vector<std::string>& names) {
    std::vector<RowColumn> columns;
    for (const std::string& name : names) {
      columns.push_back({name});
    }
    return columns;
  }

  const std::unique_ptr<Scored> scored_ =
      Prepare(kRules, kLeads, "", "2026-01-05");
  const ScoreTable table_ = scored_->Table();
};

TEST_F(ScoreRowsTest, WritesTheResultOfEveryLead) {
  EXPECT_EQ(All({}),
            "lead_id,fit,total,grade,stage,disqualified,reached_mql\n"
            "\"a,1\",18.750,18.750,=A,disqualified,\"+ "
            "\"\"quoted\"\";two\",\n"
            "-b,-1.500,-1.500,=A,,,\n"
            "\"c\"\"d\",18.750,18.750,=A,mql,,2026-01-05T00:00:00.000Z\n");
}

TEST_F(ScoreRowsTest, IsSafeForSpreadsheetsWhereAsked) {
  EXPECT_EQ(All({.columns = WithFields(), .spreadsheet_safe = true}),
            "lead_id,fit,total,grade,stage,disqualified,reached_mql,note,Size,"
            "joined,tags,total_2\n"
            "\"a,1\",18.750,18.750,\"'=A\",disqualified,\"'+ "
            "\"\"quoted\"\";two\",,\"'@cmd\",250,2026-01-02,x,7\n"
            "\"'-b\",-1.500,-1.500,\"'=A\",,,,,40,,,-8\n"
            "\"c\"\"d\",18.750,18.750,\"'=A\",mql,,2026-01-05T00:00:00.000Z,"
            "\"two\nlines\",1000,2026-01-03,y;z,9\n");
}

TEST_F(ScoreRowsTest, HasTheChosenColumnsInTheirOrder) {
  EXPECT_EQ(All({.columns = Named({"Size", "stage", "field:total", "total",
                                   "score:fit", "size", "nothing"})}),
            "Size,stage,total,total_2,fit\n"
            "250,disqualified,7,18.750,18.750\n"
            "40,,-8,-1.500,-1.500\n"
            "1000,mql,9,18.750,18.750\n");
  const ScoreRows rows =
      Rows({.columns = Named({"nothing", "joined", "tags"})});
  EXPECT_EQ(rows.unknown(), std::vector<std::string>{"nothing"});
  ASSERT_EQ(rows.num_columns(), 2U);
  EXPECT_EQ(rows.header(0), "joined");
  EXPECT_EQ(rows.type(0), FieldType::kInstant);
  EXPECT_EQ(rows.type(1), FieldType::kList);
}

TEST_F(ScoreRowsTest, WritesTheDialectAsked) {
  const auto columns = Named({"lead_id", "tags", "total"});
  EXPECT_EQ(All({.columns = columns,
                 .delimiter = ';',
                 .crlf = true,
                 .decimal_comma = true}),
            "lead_id;tags;total\r\n"
            "a,1;x;18,750\r\n"
            "-b;;-1,500\r\n"
            "\"c\"\"d\";\"y;z\";18,750\r\n");
  EXPECT_EQ(All({.columns = columns, .delimiter = '\t'}),
            "lead_id\ttags\ttotal\n"
            "a,1\tx\t18.750\n"
            "-b\t\t-1.500\n"
            "\"c\"\"d\"\ty;z\t18.750\n");
}

TEST_F(ScoreRowsTest, RenamesColumnsAndStages) {
  const RowOptions options = {
      .columns = {{.name = "stage",
                   .header = "Lifecycle Stage",
                   .stages = {"Marketing Qualified Lead", "Other", "Lead"}},
                  {"stage"}}};
  EXPECT_EQ(All(options),
            "Lifecycle Stage,stage\n"
            "Other,disqualified\n"
            "Lead,\n"
            "Marketing Qualified Lead,mql\n");
}

TEST_F(ScoreRowsTest, WritesObjectsALine) {
  const std::string text =
      All({.format = RowFormat::kNdjson, .columns = WithFields()});
  std::vector<nlohmann::json> rows;
  for (size_t begin = 0; begin < text.size();) {
    const size_t end = text.find('\n', begin);
    rows.push_back(nlohmann::json::parse(text.substr(begin, end - begin)));
    begin = end + 1;
  }
  ASSERT_EQ(rows.size(), 3U);
  EXPECT_EQ(rows[0], nlohmann::json::parse(R"({
    "lead_id": "a,1", "fit": 18.75, "total": 18.75, "grade": "=A",
    "stage": "disqualified", "disqualified": ["+ \"quoted\"", "two"],
    "reached_mql": null, "note": "@cmd", "Size": 250,
    "joined": "2026-01-02T00:00:00.000Z", "tags": ["x"], "total_2": 7})"));
  EXPECT_EQ(rows[1], nlohmann::json::parse(R"({
    "lead_id": "-b", "fit": -1.5, "total": -1.5, "grade": "=A",
    "stage": null, "disqualified": [], "reached_mql": null, "note": null,
    "Size": 40, "joined": null, "tags": null, "total_2": -8})"));
  EXPECT_EQ(rows[2]["reached_mql"], "2026-01-05T00:00:00.000Z");
  EXPECT_EQ(rows[2]["tags"], nlohmann::json::parse(R"(["y", "z"])"));
}

TEST_F(ScoreRowsTest, WritesRowsOfATable) {
  EXPECT_EQ(All({.format = RowFormat::kHtml,
                 .columns = Named({"note", "Size", "total"}),
                 .decimal_comma = true,
                 .spreadsheet_safe = true}),
            "<tr><th>note</th><th>Size</th><th>total</th></tr>\n"
            "<tr><td>'@cmd</td><td>250</td><td>18,750</td></tr>\n"
            "<tr><td></td><td>40</td><td>-1,500</td></tr>\n"
            "<tr><td>two lines</td><td>1000</td><td>18,750</td></tr>\n");
}

TEST_F(ScoreRowsTest, ShowsHiddenColumnsAsGiven) {
  RowOptions options = {.columns = Named({"lead_id", "note", "total"}),
                        .spreadsheet_safe = true};
  options.columns[0].hidden = true;
  options.columns[1].hidden = true;
  const ScoreRows rows = Rows(options);
  std::vector<std::string> cells;
  rows.AppendHidden(2, &cells);
  EXPECT_EQ(cells, (std::vector<std::string>{"c\"d", "two\nlines"}));
  std::string text;
  rows.Append(2, std::vector<std::string>{"c***", "=1"}, &text);
  EXPECT_EQ(text, "c***,\"'=1\",18.750\n");
  options.format = RowFormat::kNdjson;
  text.clear();
  Rows(options).Append(2, std::vector<std::string>{"c***", ""}, &text);
  EXPECT_EQ(text, "{\"lead_id\":\"c***\",\"note\":null,\"total\":18.75}\n");
}

TEST_F(ScoreRowsTest, WritesAnyLeadsInAnyOrder) {
  for (const RowFormat format :
       {RowFormat::kCsv, RowFormat::kNdjson, RowFormat::kHtml}) {
    const RowOptions options = {.format = format, .columns = WithFields()};
    const ScoreRows rows = Rows(options);
    std::vector<std::string> alone(3);
    for (uint32_t lead = 0; lead < 3; ++lead) {
      rows.Append(lead, {}, &alone[lead]);
    }
    EXPECT_EQ(All(options), rows.Header() + alone[0] + alone[1] + alone[2]);
    std::string chosen;
    for (const uint32_t lead : {2U, 0U}) rows.Append(lead, {}, &chosen);
    EXPECT_EQ(chosen, alone[2] + alone[0]);
  }
}

}  // namespace
}  // namespace mqlab
