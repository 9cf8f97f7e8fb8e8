// Random tables, written as some system somewhere writes them, come back cell
// by cell: texts as they are, numbers and times by their value.

#include <gtest/gtest.h>

#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

#include "base/instant.h"
#include "import/imported.h"
#include "import/random_writing.h"
#include "import/text_table.h"
#include "import/understanding.h"
#include "scoring/comparison.h"
#include "scoring/random_source.h"
#include "slow_build.h"

namespace mqlab {
namespace {

using reference::CasesToDraw;
using reference::FirstSeed;
using reference::Random;

// ----------------------------------------------------------------------- texts

const std::vector<std::string> kWords = {
    "zażółć", "gęślą",  "jaźń", "Łódź", "Timișoara", "înscriere", "țară",
    "Müller", "Straße", "café", "čaša", "đak",       "žena",      "price",
    "lead",   "a",      "x-y",  "it's", "100%",      "#1",        "R&D"};
const std::vector<std::string> kCyrillic = {"Привет", "цена",  "Москва",
                                            "съезд",  "ёлка",  "объём",
                                            "заявка", "почта", "звонок"};

std::string DrawText(Random* random, bool cyrillic) {
  if (random->Chance(10)) return "";
  std::string text = random->Pick(cyrillic ? kCyrillic : kWords);
  for (int64_t n = random->Below(4); n > 0; --n) {
    const std::vector<std::string> joints = {" ",  ", ",   "; ",  "\t",  " | ",
                                             "\n", "\r\n", " \"", "\" ", "\"\"",
                                             ",",  ";",    "  "};
    text += random->Pick(joints);
    const bool other = random->Chance(10);
    text += random->Pick(cyrillic != other ? kCyrillic : kWords);
  }
  return text;
}

// Which one it is, is said: words at random are of no language.
bool IsCodePage(TextEncoding encoding) {
  return encoding == TextEncoding::kWindows1250 ||
         encoding == TextEncoding::kWindows1251;
}

TextStyle DrawStyle(Random* random) {
  TextStyle style;
  style.delimiter = random->Pick(std::vector<char>{',', ';', '\t', '|'});
  style.quote_all = random->Chance(30);
  style.line_end =
      random->Pick(std::vector<std::string_view>{"\n", "\r\n", "\r"});
  style.encoding = random->Pick(std::vector<TextEncoding>{
      TextEncoding::kUtf8, TextEncoding::kUtf8, TextEncoding::kUtf16Le,
      TextEncoding::kUtf16Be, TextEncoding::kWindows1250,
      TextEncoding::kWindows1251});
  style.mark = !IsCodePage(style.encoding) && random->Chance(50);
  style.sep_line = random->Chance(10);
  style.blank_lines = random->Chance(10);
  if (random->Chance(25) && !style.sep_line) {
    style.titles = {"Touches of the last quarter"};
    if (random->Chance(50)) style.titles.push_back("Printed by A. Nowak");
  }
  if (random->Chance(25)) {
    style.remarks = {"Confidential Information - Do Not Distribute"};
    if (random->Chance(50)) style.remarks.push_back("Printed by A. Nowak");
  }
  return style;
}

// A list of events: keys, times, types, and columns of the file's own.
struct RandomFile {
  TextTable table;
  TextStyle style;
  std::vector<Instant> times;
  std::vector<double> numbers;
};

RandomFile DrawFile(uint64_t seed) {
  Random random(seed);
  RandomFile file;
  file.style = DrawStyle(&random);
  const bool cyrillic = random.Chance(30);
  const auto time = static_cast<TimeStyle>(random.Below(kTimeStyles));
  const NumberStyle number = kNumberStyles[static_cast<size_t>(
      random.Below(static_cast<int64_t>(kNumberStyles.size())))];
  file.table.header = {"Lead ID", "Date", "Event", "Weight", "Remark", "Other"};
  const int64_t rows = random.Between(5, 30);
  for (int64_t i = 0; i < rows; ++i) {
    Moment moment{random.Between(2005, 2035), random.Between(1, 12),
                  random.Between(1, 28),      random.Between(0, 23),
                  random.Between(0, 59),      random.Between(0, 59)};
    int64_t amount = random.Between(-9999999, 9999999) * random.Between(1, 99);
    // What settles the order of the dates, and the point of the numbers.
    if (i == 0) {
      moment.day = 25;
      amount = 1234567500;
    }
    const WrittenTime at = WriteTime(moment, time);
    file.times.push_back(at.meant);
    file.numbers.push_back(ValueOf(amount));
    file.table.rows.push_back(
        {"L" + std::to_string(i), at.cell,
         random.Pick(std::vector<std::string>{"Email open", "Webinar, attended",
                                              "Ate a \"big\" sandwich"}),
         WriteNumber(amount, number), DrawText(&random, cyrillic),
         DrawText(&random, cyrillic)});
  }
  return file;
}

void ExpectRead(uint64_t seed) {
  SCOPED_TRACE("seed " + std::to_string(seed));
  RandomFile file = DrawFile(seed);
  const TextTable& table = file.table;
  auto bytes = WriteTable(table, file.style);
  if (!bytes) {  // it lacks a letter
    file.style.encoding = TextEncoding::kUtf8;
    bytes = WriteTable(table, file.style);
  }
  FileChoice choice;
  if (IsCodePage(file.style.encoding)) {
    choice.writing.encoding = file.style.encoding;
  }
  const Imported got = ImportAll({{"events.csv", *bytes, choice}});
  const Understanding& reading = got.files[0].reading;
  EXPECT_EQ(reading.writing.encoding.encoding, file.style.encoding);
  EXPECT_EQ(reading.writing.encoding.byte_order_mark, file.style.mark);
  EXPECT_EQ(reading.writing.dialect.delimiter, file.style.delimiter);
  EXPECT_EQ(reading.header_row(),
            1 + file.style.titles.size() + (file.style.sep_line ? 1 : 0));
  EXPECT_EQ(reading.footer.size(), file.style.remarks.size());
  EXPECT_EQ(reading.kind, FileKind::kEvents);
  ASSERT_EQ(got.events.rows.size(), table.rows.size());
  for (size_t row = 0; row < table.rows.size(); ++row) {
    const auto cell = [&](std::string_view name) {
      return table.rows[row][table.Column(name)];
    };
    EXPECT_EQ(got.events.At(row, "lead_id"), cell("Lead ID"));
    EXPECT_EQ(got.events.At(row, "name"), cell("Event"));
    EXPECT_EQ(got.events.At(row, "Remark"), cell("Remark"));
    EXPECT_EQ(got.events.At(row, "Other"), cell("Other"));
    EXPECT_EQ(ParseInstant(got.events.At(row, "time")), file.times[row])
        << cell("Date") << " as " << got.events.At(row, "time");
    EXPECT_EQ(std::strtod(got.events.At(row, "Weight").c_str(), nullptr),
              file.numbers[row])
        << cell("Weight") << " as " << got.events.At(row, "Weight");
  }
}

TEST(DialectsTest, RandomTablesComeBack) {
  const uint64_t first = FirstSeed(1);
  const auto cases =
      static_cast<uint64_t>(CasesToDraw(kSlowBuild ? 400 : 2000));
  for (uint64_t seed = first; seed < first + cases; ++seed) {
    ExpectRead(seed);
    if (HasFailure()) return;
  }
}

}  // namespace
}  // namespace mqlab
