// Columns of mostly distinct texts, which are not looked up.

#include "ingest/text_column.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <numeric>
#include <string>
#include <utility>
#include <vector>

#include "engine/engine.h"
#include "ingest/table_readers.h"

namespace mqlab {
namespace {

constexpr uint32_t kTrial = TextColumn::kTrialRows;

// Cells as a batch has them.
class Cells {
 public:
  explicit Cells(const std::vector<std::string>& texts) {
    for (const std::string& text : texts) bytes_ += text;
    bytes_.append(StringPool::kPadding, '?');
    size_t at = 0;
    for (const std::string& text : texts) {
      views_.push_back(std::string_view(bytes_).substr(at, text.size()));
      at += text.size();
    }
  }
  std::vector<uint32_t> Encode(TextColumn* column, size_t batch) const {
    std::vector<uint32_t> codes(views_.size());
    for (size_t at = 0; at < views_.size(); at += batch) {
      const size_t size = std::min(batch, views_.size() - at);
      column->Encode(std::span(views_).subspan(at, size), &codes[at]);
    }
    return codes;
  }

 private:
  std::string bytes_;
  std::vector<std::string_view> views_;
};

// `distinct` texts in all but some rows of the trial, and more rows.
std::vector<std::string> Trial(uint32_t distinct,
                               const std::vector<std::string>& more) {
  std::vector<std::string> texts;
  for (uint32_t i = 0; i < kTrial; ++i) {
    texts.push_back("text " + std::to_string(i % distinct));
  }
  texts.insert(texts.end(), more.begin(), more.end());
  return texts;
}

TEST(TextColumnTest, TakesTextsAsNewWhereMostAreDistinct) {
  const std::vector<std::string> more = {"text 1", "text 1", "text 1", "",
                                         "text 1", "y",      "text 1"};
  const uint32_t next = kTrial / 2 + 2;
  TextColumn column;
  std::vector<uint32_t> codes =
      Cells(Trial(kTrial / 2 + 1, more)).Encode(&column, 512);
  codes.erase(codes.begin(), codes.begin() + kTrial);
  EXPECT_EQ(codes, (std::vector<uint32_t>{next, next, next, 0, next, next + 1,
                                          next + 2}));
  EXPECT_EQ(column.counts[0], 1u);
  EXPECT_EQ(column.later_counts, (std::vector<uint8_t>{4, 1, 1}));
  EXPECT_EQ(column.column.texts[next + 2], "text 1");
}

TEST(TextColumnTest, LooksUpWhereHalfAreDistinctOrAllMustBe) {
  TextColumn half;
  std::vector<uint32_t> codes =
      Cells(Trial(kTrial / 2, {"y", "text 1", "y"})).Encode(&half, 512);
  EXPECT_EQ(half.column.texts.size(), kTrial / 2 + 2);
  EXPECT_EQ(codes[kTrial + 1], codes[1]);
  EXPECT_EQ(codes[kTrial + 2], codes[kTrial]);
  TextColumn ids;
  ids.KeepDistinct();
  codes = Cells(Trial(kTrial, {"y", "text 1", "y"})).Encode(&ids, 512);
  EXPECT_EQ(ids.column.texts.size(), kTrial + 2);
  EXPECT_EQ(codes[kTrial + 1], codes[1]);
  EXPECT_TRUE(ids.later_counts.empty());
}

TEST(TextColumnTest, DoesNotDependOnTheBatches) {
  std::vector<std::string> more(1000, "same");
  for (int i = 0; i < 1000; ++i) more.push_back(std::to_string(i % 50));
  const Cells cells(Trial(kTrial, more));
  TextColumn whole;
  const std::vector<uint32_t> codes = cells.Encode(&whole, kTrial + 5000);
  EXPECT_EQ(
      std::accumulate(whole.later_counts.begin(), whole.later_counts.end(), 0u),
      2000u);
  for (const size_t batch : {1, 7, 512, 65'535, 65'537}) {
    TextColumn column;
    EXPECT_EQ(cells.Encode(&column, batch), codes) << batch;
    EXPECT_EQ(column.counts, whole.counts);
    EXPECT_EQ(column.later_counts, whole.later_counts);
  }
}

// Leads behind many others, all of whose cells are distinct, or missing: then
// texts are looked up.
class MostlyDistinctTest : public testing::TestWithParam<bool> {
 protected:
  void SetUp() override {
    const auto text = [](char letter, uint32_t i) {
      return GetParam() ? letter + std::to_string(i) : std::string();
    };
    std::string leads = "lead_id,company,size\n";
    std::string events = "lead_id,time,type,session,amount\n";
    for (uint32_t i = 0; i < kTrial; ++i) {
      const std::string id = "f" + std::to_string(i);
      leads += id + "," + text('c', i) + ",\n";
      events += id + ",2026-01-01,visit," + text('s', i) + ",\n";
    }
    leads +=
        "x1,Acme,1\nx2,Beta,2\nx3,acme,3\nx4,Acme,4\nx5,,5\nx6,Beta,x\n"
        "x2,,7\nx6,Acme,8\nx6,Beta,\n";
    events +=
        "x1,2026-01-02,visit,s,5\nx1,2026-01-03,visit,t,5\n"
        "x1,2026-01-04,visit,s,5\nx1,2026-01-05,visit,S,6\n"
        "x2,2026-01-02,visit,t,1\nx2,2026-01-02,visit,t,2\n"
        "x2,2026-01-02,visit,,3\nx2,2026-01-02,visit,s,4\n";
    engine_.Load({leads, {}}, TableInput{events, {}});
    id_ = engine_.Score(kRules, {}).id.value_or(0);
    ASSERT_NE(engine_.run(id_), nullptr);
  }
  // The leads behind the others, from 0.
  std::vector<uint32_t> Select(const LeadQuery& query) const {
    std::vector<uint32_t> last;
    for (const uint32_t lead : engine_.Select(id_, query)) {
      if (lead >= kTrial) last.push_back(lead - kTrial);
    }
    return last;
  }

  static constexpr std::string_view kRules = R"({"scores": {"e": {}}, "rules": [
      {"id": "test", "score": "e", "when": {"field": "company", "eq": "ACME"},
       "points": 1},
      {"id": "table", "score": "e", "field": "company",
       "points_for": {"beta": 10, "nobody": 20}, "otherwise": 30},
      {"id": "once", "score": "e", "each": {"event": "visit"}, "points": 100,
       "at_most": {"times": 1, "per_property": "session"}},
      {"id": "where", "score": "e", "each": {"event": "visit",
       "where": [{"field": "session", "eq": "s"}]}, "points": 1000}]})";
  Engine engine_;
  RunId id_ = 0;
};

TEST_P(MostlyDistinctTest, IsReadAsAskedFor) {
  const StringPool& texts = engine_.dataset().leads.fields[1].texts;
  EXPECT_EQ(texts.Find("Acme") == StringPool::kNone, GetParam());
  const StringPool& sessions = engine_.dataset().events.properties[0].texts;
  EXPECT_EQ(sessions.Find("s") == StringPool::kNone, GetParam());
}

TEST_P(MostlyDistinctTest, ScoresTheSame) {
  const ScoreTable& table = engine_.run(id_)->table;
  const auto total = [&](uint32_t lead) { return table.total[kTrial + lead]; };
  EXPECT_EQ(total(0), 3'231'000);  // in s, t and S, which is s
  EXPECT_EQ(total(1), 1'310'000);
  EXPECT_EQ(total(2), 31'000);
  EXPECT_EQ(total(3), 31'000);
  EXPECT_EQ(total(4), 30'000);
  EXPECT_EQ(total(5), 10'000);
}

TEST_P(MostlyDistinctTest, SortsAndSearchesTheSame) {
  LeadQuery query;
  query.sort = SortBy::kField;
  query.sort_index = 1;
  query.descending = false;
  EXPECT_EQ(Select(query), (std::vector<uint32_t>{0, 3, 2, 1, 5, 4}));
  query.descending = true;
  EXPECT_EQ(Select(query), (std::vector<uint32_t>{1, 5, 2, 0, 3, 4}));
  query = {};
  query.search = "cme";
  EXPECT_EQ(Select(query), (std::vector<uint32_t>{0, 2, 3}));
}

INSTANTIATE_TEST_SUITE_P(Fillers, MostlyDistinctTest, testing::Bool());

// What is said of such a column, by each of its cells.
TEST(TextColumnTest, CountsTheCellsOfEqualTexts) {
  std::string rows = "id,amount\n";
  for (uint32_t i = 0; i < kTrial; ++i) {
    rows += std::to_string(i) + "," + std::to_string(i + 1) + "\n";
  }
  rows += "a,7\nb,7\nc,x\nd,\ne,7\nf,x\ng,x\n";
  const TableReport report = ReadLeads(rows, {}).report;
  EXPECT_EQ(report.columns[1].type, FieldType::kNumber);
  EXPECT_EQ(report.columns[1].votes.cells, kTrial + 6);
  EXPECT_EQ(report.columns[1].votes.numbers, kTrial + 3);
  EXPECT_EQ(report.columns[1].samples,
            (std::vector<std::string>{"1", "2", "3"}));
  ASSERT_EQ(report.issues.count(IssueCode::kBadCell), 3);
  EXPECT_EQ(report.issues.issues()[0].place.line, kTrial + 3);
  EXPECT_EQ(report.issues.issues()[1].place.line, kTrial + 6);
}

// An id that may be the event's own is known by its texts, and so are e-mails.
TEST(TextColumnTest, KnowsIdsThatComeAgainLate) {
  const auto read = [](std::string_view last) {
    std::string rows = "id,time,type,email\n";
    for (uint32_t i = 0; i < kTrial; ++i) {
      rows += std::to_string(i) + ",2026-01-01,visit,u" + std::to_string(i) +
              "@x.org\n";
    }
    return ReadEvents(rows + std::string(last), {}, {}).report.columns[0].name;
  };
  EXPECT_EQ(read("a,2026-01-01,visit,u7@x.org\n"), "id");
  EXPECT_EQ(read("7,2026-01-01,visit,u7@x.org\n"), "lead_id");
}

}  // namespace
}  // namespace mqlab
