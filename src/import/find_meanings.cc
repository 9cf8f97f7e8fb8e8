#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/text.h"
#include "import/event_types.h"
#include "import/fields.h"
#include "import/meaning.h"
#include "import/named_texts.h"
#include "import/stages.h"

namespace mqlab {
namespace {

// What the cells of a field are, however they look.
std::optional<FieldType> TypeOfField(std::string_view field) {
  constexpr std::array<std::string_view, 11> kTexts = {
      "lead_id", "email", "visitor_id", "other_id",    "owner", "phone",
      "mobile",  "fax",   "type",       "postal_code", "gclid"};
  constexpr std::array<std::string_view, 3> kBooleans = {
      "opted_out", "email_invalid", "is_converted"};
  const auto among = [&](const auto& fields) {
    return std::ranges::find(fields, field) != fields.end();
  };
  if (among(kTexts)) return FieldType::kText;
  if (among(kBooleans)) return FieldType::kBoolean;
  if (field == "tags" || field == "lists") return FieldType::kList;
  if (field == "at") return FieldType::kInstant;
  return std::nullopt;
}

class Naming {
 public:
  Naming(const RawTable& table, const FileChoice& choice, Understanding* file)
      : texts_(table.columns()), choice_(choice), file_(*file) {}

  void FindAll() {
    FindShapeAndKind();
    NameColumns();
    SettleKind();
  }

 private:
  void FindShapeAndKind();
  FileKind KindByColumns() const;
  bool IsTouches() const;
  void NameColumns();
  void NameByShape();
  void NameByChoice();
  void NameByHeaders();
  void NameByCells();
  void SettleRanks();
  void SettleKind();
  bool IsTaken(size_t column) const {
    return !file_.columns[column].field.empty() || kept_[column];
  }
  void Give(size_t column, std::string_view field, uint32_t rank,
            int confidence) {
    file_.columns[column].field = field;
    file_.columns[column].rank = rank;
    file_.columns[column].confidence = confidence;
  }
  // What each header means in a file of this kind.
  std::vector<FieldGuess> GuessesOf(FileKind kind) const;

  const std::vector<RawColumn>& texts_;
  const FileChoice& choice_;
  Understanding& file_;
  std::vector<bool> kept_;  // columns that were said to be of their own
};

std::vector<FieldGuess> Naming::GuessesOf(FileKind kind) const {
  std::vector<FieldGuess> guesses;
  for (const ColumnReading& column : file_.columns) {
    FieldGuess guess;
    if (kind == FileKind::kCosts) {
      guess = {std::string(CostFieldOf(column.header)), 0, 90};
    } else if (kind == FileKind::kOutcomes) {
      guess = EventFieldOf(column.header);
      if (guess.field.empty()) guess = LeadFieldOf(column.header);
      const std::string_view outcome = OutcomeFieldOf(column.header);
      if (!outcome.empty() && guess.field != "lead_id" &&
          guess.field != "email") {
        guess = {std::string(outcome), 0, 90};
      }
    } else if (kind == FileKind::kLeads) {
      guess = LeadFieldOf(column.header);
    } else {
      guess = EventFieldOf(column.header);
      if (guess.field.empty()) guess = LeadFieldOf(column.header);
    }
    guesses.push_back(std::move(guess));
  }
  return guesses;
}

// Whether some leads come in several rows.
bool Naming::IsTouches() const {
  for (const std::string_view field : {"lead_id", "email"}) {
    for (size_t i = 0; i < file_.columns.size(); ++i) {
      const FieldGuess guess = EventFieldOf(file_.columns[i].header);
      if (guess.field != field) continue;
      const auto& counts = texts_[i].counts;
      return std::any_of(counts.begin() + 1, counts.end(),
                         [](uint64_t count) { return count > 1; });
    }
  }
  return false;
}

FileKind Naming::KindByColumns() const {
  const auto has = [](const std::vector<FieldGuess>& guesses,
                      std::string_view field) {
    return std::ranges::any_of(
        guesses, [&](const FieldGuess& guess) { return guess.field == field; });
  };
  const std::vector<FieldGuess> costs = GuessesOf(FileKind::kCosts);
  const std::vector<FieldGuess> events = GuessesOf(FileKind::kEvents);
  const std::vector<FieldGuess> leads = GuessesOf(FileKind::kLeads);
  const bool key = has(events, "lead_id") || has(events, "email") ||
                   has(events, "visitor_id");
  if (!key && has(costs, "cost") &&
      (has(costs, "channel") || has(costs, "campaign"))) {
    return FileKind::kCosts;
  }
  if (!key) return FileKind::kLeads;
  const auto people = std::ranges::count_if(leads, [](const FieldGuess& guess) {
    return DescribesPeople(guess.field);
  });
  const std::vector<FieldGuess> outcomes = GuessesOf(FileKind::kOutcomes);
  if (has(outcomes, "type") && has(outcomes, "at") && people < 2) {
    for (size_t i = 0; i < outcomes.size(); ++i) {
      if (outcomes[i].field != "type") continue;
      const int share = texts_[i].Share(
          [](std::string_view text) { return !OutcomeType(text).empty(); });
      if (share >= 60) return FileKind::kOutcomes;
    }
  }
  // A time may stand under any header, but not under that of another field.
  bool timed = has(events, "at");
  for (size_t i = 0; i < events.size(); ++i) {
    timed |= events[i].field.empty() && leads[i].field.empty() &&
             file_.columns[i].type == FieldType::kInstant;
  }
  if (!timed || !has(events, "type")) return FileKind::kLeads;
  if (people < 2) return FileKind::kEvents;
  return IsTouches() ? FileKind::kBoth : FileKind::kLeads;
}

void Naming::FindShapeAndKind() {
  std::vector<std::string> headers;
  for (const ColumnReading& column : file_.columns) {
    headers.push_back(column.header);
  }
  file_.shape = FindShape(headers, file_.file);
  for (size_t i = 0; i < texts_.size() && file_.shape == nullptr; ++i) {
    constexpr int kMost = 90;  // of a hundred
    const ExportShape* shape = nullptr;
    const int share = texts_[i].Share([&](std::string_view text) {
      const ExportShape* const found = FindShapeByType(text);
      if (found != nullptr) shape = found;
      return found != nullptr;
    });
    if (share >= kMost) file_.shape = shape;
  }
  if (file_.shape != nullptr) {
    file_.kind = file_.shape->kind;
    file_.confidence = 95;
  } else {
    file_.kind = KindByColumns();
  }
  if (choice_.kind) {
    file_.kind = *choice_.kind;
    file_.confidence = 100;
    const bool fits =
        file_.shape != nullptr &&
        (file_.shape->kind == file_.kind || file_.kind == FileKind::kBoth ||
         file_.shape->kind == FileKind::kBoth);
    if (!fits) file_.shape = nullptr;
  }
}

void Naming::NameByChoice() {
  std::map<std::string, size_t, std::less<>> seen;
  for (const auto& [header, field] : choice_.columns) {
    size_t skip = seen[header]++;
    for (size_t i = 0; i < file_.columns.size(); ++i) {
      if (file_.columns[i].header != header || skip-- > 0) continue;
      if (field.empty()) {
        kept_[i] = true;
      } else {
        Give(i, field, 0, 100);
      }
      break;
    }
  }
}

// Of several columns that the product has for one field, the first filled one
// counts.
void Naming::NameByShape() {
  if (file_.shape == nullptr) return;
  uint32_t rank = 0;
  for (const auto& [header, field] : NamedTexts(file_.shape->columns)) {
    ++rank;
    const std::string key = NameKey(header);
    for (size_t i = 0; i < file_.columns.size(); ++i) {
      if (NameKey(file_.columns[i].header) != key || IsTaken(i)) continue;
      if (field.empty()) {
        kept_[i] = true;
      } else {
        Give(i, field, rank, 98);
      }
      break;
    }
  }
}

void Naming::NameByHeaders() {
  const std::vector<FieldGuess> guesses = GuessesOf(file_.kind);
  std::vector<size_t> order;
  for (size_t i = 0; i < guesses.size(); ++i) {
    if (!guesses[i].field.empty() && !IsTaken(i)) order.push_back(i);
  }
  // Times that hold no time come last.
  const auto rank = [&](size_t i) {
    const bool misfit = guesses[i].field == "at" &&
                        file_.columns[i].type != FieldType::kInstant;
    return guesses[i].rank + (misfit ? 1000 : 0);
  };
  std::ranges::stable_sort(order, {}, [&](size_t i) {
    return file_.columns[i].header == guesses[i].field ? 0U : rank(i) + 1;
  });
  for (const size_t i : order) {
    const bool spare = file_.Has(guesses[i].field);
    Give(i, guesses[i].field, 100 + guesses[i].rank,
         file_.shape != nullptr ? std::max(95, guesses[i].confidence)
                                : guesses[i].confidence);
    file_.columns[i].spare = spare;
  }
}

// A header that tells nothing: the cells may.
void Naming::NameByCells() {
  constexpr int kMost = 80;  // of a hundred
  const auto give = [&](std::string_view field, auto test) {
    if (file_.Has(field)) return;
    for (size_t i = 0; i < file_.columns.size(); ++i) {
      if (IsTaken(i) || texts_[i].Share(test) < kMost) continue;
      Give(i, field, 0, 60);
      return;
    }
  };
  if (file_.kind == FileKind::kCosts) return;
  give("email", LooksLikeEmail);
  if (file_.kind == FileKind::kLeads) {
    give("phone", LooksLikePhone);
    give("website", LooksLikeWebsite);
    return;
  }
  if (!file_.Has("at")) {
    for (size_t i = 0; i < file_.columns.size(); ++i) {
      if (IsTaken(i) || file_.columns[i].type != FieldType::kInstant) continue;
      Give(i, "at", 0, 60);
      break;
    }
  }
  if (file_.shape == nullptr || file_.shape->constants.empty()) {
    give("type",
         [](std::string_view text) { return !EventTypeByWords(text).empty(); });
  }
}

void Naming::NameColumns() {
  kept_.assign(file_.columns.size(), false);
  NameByChoice();
  NameByShape();
  NameByHeaders();
  NameByCells();
  SettleRanks();
  for (size_t i = 0; i < file_.columns.size(); ++i) {
    ColumnReading& column = file_.columns[i];
    // Half of the cells at least have to look like what the header says.
    if (column.field == "email" && column.confidence < 100 &&
        column.filled > 0 && texts_[i].Share(LooksLikeEmail) < 50) {
      column.confidence = std::min(column.confidence, 50);
    }
    column.type = TypeOfField(column.field).value_or(column.type);
  }
  // Where nobody else is named, the visitor is the lead.
  if (file_.kind == FileKind::kEvents && !file_.Has("lead_id") &&
      !file_.Has("email")) {
    for (ColumnReading& column : file_.columns) {
      if (column.field == "visitor_id") column.field = "lead_id";
    }
  }
}

// Ranks count from 0 within a field.
void Naming::SettleRanks() {
  std::map<std::string_view, std::vector<size_t>> fields;
  for (size_t i = 0; i < file_.columns.size(); ++i) {
    if (!file_.columns[i].field.empty() && !file_.columns[i].spare) {
      fields[file_.columns[i].field].push_back(i);
    }
  }
  for (auto& [field, columns] : fields) {
    std::ranges::stable_sort(columns, {},
                             [&](size_t i) { return file_.columns[i].rank; });
    for (uint32_t rank = 0; rank < columns.size(); ++rank) {
      file_.columns[columns[rank]].rank = rank;
    }
  }
}

void Naming::SettleKind() {
  if (choice_.kind) return;
  if (file_.shape != nullptr) {
    // Members of a campaign may come with all that is known of them.
    const auto people =
        std::ranges::count_if(file_.columns, [](const ColumnReading& column) {
          return DescribesPeople(LeadFieldOf(column.header).field);
        });
    if (file_.kind == FileKind::kEvents && people >= 2 &&
        (file_.Has("lead_id") || file_.Has("email"))) {
      file_.kind = FileKind::kBoth;
      NameByHeaders();
      SettleRanks();
    }
    return;
  }
  int confidence = 100;
  const auto needs = [&](std::string_view field, int otherwise) {
    int best = otherwise;
    for (const ColumnReading& column : file_.columns) {
      if (column.field == field) best = std::max(best, column.confidence);
    }
    confidence = std::min(confidence, best);
  };
  if (file_.kind == FileKind::kLeads) {
    needs(file_.Has("lead_id") ? "lead_id" : "email", 40);
  } else if (file_.kind == FileKind::kCosts) {
    needs("cost", 40);
  } else {
    needs("at", 30);
    needs("type", 30);
  }
  file_.confidence = confidence;
}

}  // namespace

void FindMeanings(const RawTable& table, const FileChoice& choice,
                  Understanding* file) {
  Naming(table, choice, file).FindAll();
}

}  // namespace mqlab
