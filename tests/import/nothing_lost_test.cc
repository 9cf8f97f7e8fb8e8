// What stands in a file stands in the tables: as it is, or rewritten.

#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/text.h"
#include "import/exports.h"
#include "import/imported.h"
#include "import/text_table.h"
#include "lead/field.h"

namespace mqlab {
namespace {

// Letters and digits, which no rewriting of a text takes away.
bool SaysTheSame(std::string_view cell, std::string_view out) {
  return NameKey(cell) == NameKey(out);
}

// A day may be written without dashes; its clock may stand in a column of its
// own.
bool IsSameInstant(std::string_view cell, const CellFormat& format,
                   std::string_view out) {
  if (NameKey(cell) + "t000000000z" == NameKey(out)) return true;
  const auto in_file = ReadInstant(cell, format);
  if (!in_file) return false;
  return in_file == ReadInstant(out, {}) ||
         in_file == ReadInstant(out.substr(0, out.find('T')), {});
}

bool IsSameNumber(std::string_view cell, const CellFormat& format,
                  std::string_view out) {
  const auto in_file = ReadNumber(cell, format);
  return in_file && in_file == ReadNumber(out, {});
}

// "l:123" is 123, "zcrm_12" is 12.
bool IsWithoutPrefix(std::string_view cell, std::string_view out) {
  constexpr size_t kLongest = 5;
  return !out.empty() && cell.ends_with(out) &&
         cell.size() - out.size() <= kLongest;
}

// A part of the raw type, "1 · Email".
bool IsPartOfType(std::string_view cell, std::string_view out) {
  const size_t between = out.find(" · ");
  return between != out.npos &&
         (out.substr(0, between) == cell ||
          out.substr(between + std::string_view(" · ").size()) == cell);
}

// "yes" and "tak" are both true.
bool IsSameMark(std::string_view cell, std::string_view out) {
  return ReadBoolean(cell) && ReadBoolean(cell) == ReadBoolean(out);
}

struct CellPlace {
  std::string_view cell;
  const ColumnReading& column;
};

bool IsFound(const CellPlace& place, const TextRow& row) {
  return std::ranges::any_of(row, [&](const std::string& out) {
    return !out.empty() &&
           (out == place.cell ||
            IsSameInstant(place.cell, place.column.format, out) ||
            IsSameNumber(place.cell, place.column.format, out) ||
            IsSameMark(place.cell, out) || IsWithoutPrefix(place.cell, out) ||
            IsPartOfType(place.cell, out) || SaysTheSame(place.cell, out));
  });
}

// Each name and value in a cell of JSON has a column of its own.
void ExpectOpened(std::string_view cell, const Imported& got, size_t event) {
  const Json json = Json::parse(cell);
  const auto expect = [&](const std::string& name, const Json& value) {
    if (value.is_null() || value == "") return;
    const std::string text =
        value.is_string() ? value.get<std::string>() : value.dump();
    const TextRow& row = got.events.rows[event];
    EXPECT_NE(std::ranges::find(row, text), row.end()) << name << " " << text;
  };
  if (json.is_object()) {
    for (const auto& [name, value] : json.items()) expect(name, value);
    return;
  }
  for (const Json& item : json) {
    const Json& value = item.at("value");
    if (!value.is_object()) {
      expect(item.at(item.contains("name") ? "name" : "key"), value);
      continue;
    }
    for (const auto& [kind, inner] : value.items()) expect(kind, inner);
  }
}

// The rows of both tables that a row of the file went into. The lead of several
// touches is written where it is new.
std::vector<const TextRow*> RowsOf(const Imported& got, uint32_t row) {
  std::vector<const TextRow*> rows;
  std::set<std::string> ids;
  for (uint32_t i = 1; i <= got.report.events.rows(); ++i) {
    if (got.report.events.Find(i)->row != row) continue;
    rows.push_back(&got.events.rows[i - 1]);
    ids.insert(got.events.At(i - 1, "lead_id"));
  }
  for (uint32_t i = 1; i <= got.report.leads.rows(); ++i) {
    if (got.report.leads.Find(i)->row != row &&
        !ids.contains(got.leads.At(i - 1, "lead_id"))) {
      continue;
    }
    rows.push_back(&got.leads.rows[i - 1]);
  }
  return rows;
}

struct Tally {
  size_t cells = 0;
  size_t left_out = 0;  // rows
};

void ExpectAllCells(const Export& file, Tally* tally) {
  const Imported got = ImportAll({{file.path, file.bytes}});
  const TextTable table = file.Table();
  const auto& columns = got.files[0].reading.columns;
  const bool nulls = file.expected["source"] == "marketo";
  uint64_t left_out = 0;
  for (uint32_t row = 1; row <= table.rows.size(); ++row) {
    const std::vector<const TextRow*> rows = RowsOf(got, row);
    if (rows.empty()) {
      ++left_out;
      continue;
    }
    const TextRow& cells = table.rows[row - 1];
    for (size_t i = 0; i < std::min(cells.size(), columns.size()); ++i) {
      const std::string_view cell = Trim(cells[i]);
      if (cell.empty() || (nulls && cell == "null")) continue;
      ++tally->cells;
      if (columns[i].field == "json") {
        ExpectOpened(cell, got, got.EventOf(0, row));
        continue;
      }
      // The name of a value is that of a column, or of its meaning.
      if (columns[i].header.ends_with(".key")) continue;
      EXPECT_TRUE(std::ranges::any_of(rows,
                                      [&](const TextRow* out) {
                                        return IsFound({cell, columns[i]},
                                                       *out);
                                      }))
          << "row " << row << ", " << columns[i].header << ": " << cell;
    }
  }
  EXPECT_EQ(left_out, got.report.ignored + got.report.tests);
  tally->left_out += left_out;
}

TEST(NothingLostTest, EachCellIsFoundAgain) {
  Tally tally;
  for (const Export& file : Exports()) {
    // Costs are of no lead.
    if (file.expected["kind"] == "costs") continue;
    SCOPED_TRACE(file.path);
    ExpectAllCells(file, &tally);
  }
  EXPECT_GT(tally.cells, 15000U);
  EXPECT_LT(tally.left_out, 60U);
}

}  // namespace
}  // namespace mqlab
