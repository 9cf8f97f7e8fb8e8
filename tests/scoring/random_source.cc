#include "scoring/random_source.h"

#include <cstdio>
#include <cstdlib>

namespace mqlab::reference {
namespace {

constexpr int64_t kHour = 3'600'000;
constexpr int64_t kDayMillis = 24 * kHour;

const std::vector<std::string>& Texts() {
  static const std::vector<std::string> texts = {
      "a",
      "A",
      "b",
      "CTO",
      "director",
      "Director, Sales",
      "Head of Sales",
      "head of  SALES & Ops",
      "vp",
      "Ştefan ţine",
      "ștefan Ține",
      "straße",
      "STRASSE",
      "STRAẞE",
      "İstanbul",
      "istanbul ıI",
      "ΣΊΣΥΦΟΣ ΑΣ",
      "σίσυφος",
      "Љубав ЖЋ",
      "љУБАВ",
      "Čačak Đ",
      "žółw ŁÓDŹ",
      "Cafe\u0301 x",
      "CAFÉ",
      "Ⅷ x2²",
      "C++ / C#",
      "--",
      "DŽungla",
      "中文 cto",
      "ĽUBICA ŇŹ",
      "ľubica ňź",
      "\u212A9 \u212B³",
      "k9 å³",
      "🎯vp x",
      "\u2029cto\u202f",
      "\"quoted\", text",
  };
  return texts;
}

std::string DrawWords(Random* random) {
  std::string text = random->Pick(Texts());
  if (random->Rarely(6)) text += " " + random->Pick(Texts());
  if (random->Rarely(12)) text = "\u00a0" + text + "\u3000 ";
  return text;
}

std::string DrawList(Random* random) {
  std::string list;
  for (int64_t n = random->Between(1, 3); n > 0; --n) {
    list += random->Pick(Texts());
    if (random->Rarely(5)) list += " ; ";
    if (n > 1) list += ";";
  }
  return list;
}

std::string DrawNumber(Random* random, bool huge) {
  static const std::vector<std::string> numbers = {
      "0",   "1",    "2",    "3",   "4",     "5",      "7",  "10", "10.0",
      "-1",  "-2.5", "0.5",  "1e1", "12.25", "0.0005", "-0", "+4", "-0.0015",
      "100", "30",   "2e-1", "3.0", "-7",    "6",      "8",  "9",  "0.25"};
  static const std::vector<std::string> large = {
      "1e9",         "999999999.9995", "1000000000.001",
      "-1e9",        "1e300",          "4e8",
      "5e6",         "-5e6",           "4611686.018",
      "9223372.036", "9223372.037",    "-9223372.037",
      "2e6"};
  if (huge ? random->Rarely(2) : random->Rarely(60)) return random->Pick(large);
  return random->Pick(numbers);
}

std::string DrawBoolean(Random* random, bool digits) {
  static const std::vector<std::string> words = {
      "true", "yes", "Y", "t",  "da", "TAK", "да", "false",
      "No",   "n",   "F", "nu", "ne", "nie", "нет"};
  if (digits) return random->Chance(50) ? "1" : "0";
  return random->Pick(words);
}

std::string DrawUnfit(Random* random, FieldType kind) {
  static const std::vector<std::string> unfit = {"n/a",
                                                 "maybe",
                                                 "--1",
                                                 "2026-02-30",
                                                 "1e",
                                                 "0x10",
                                                 "inf",
                                                 "nan",
                                                 ".5",
                                                 "7.",
                                                 "2026-13-01",
                                                 "2026-01-05T24:30",
                                                 "2026-01-05 10:60",
                                                 "2026-01-0x",
                                                 "2026-01-05T"};
  if (kind == FieldType::kNumber && random->Rarely(3)) {
    return random->Chance(50) ? "007" : "-01.5";
  }
  return kind == FieldType::kList ? " ; " : random->Pick(unfit);
}

// Civil date from days since 1970, by Howard Hinnant's well-known algorithm.
std::string WriteDate(int64_t day) {
  day += 719'468;
  const int64_t era = (day >= 0 ? day : day - 146'096) / 146'097;
  const int64_t doe = day - era * 146'097;
  const int64_t yoe = (doe - doe / 1460 + doe / 36'524 - doe / 146'096) / 365;
  const int64_t doy = doe - (365 * yoe + yoe / 4 - yoe / 100);
  const int64_t mp = (5 * doy + 2) / 153;
  const int64_t month = mp < 10 ? mp + 3 : mp - 9;
  char text[32];
  std::snprintf(text, sizeof text, "%04d-%02d-%02d",
                static_cast<int>(yoe + era * 400 + (month <= 2 ? 1 : 0)),
                static_cast<int>(month),
                static_cast<int>(doy - (153 * mp + 2) / 5 + 1));
  return text;
}

FieldType DrawType(Random* random) {
  return static_cast<FieldType>(random->Below(5));
}

RandomField DrawField(Random* random, const std::string& name, FieldType kind) {
  RandomField field{.name = name, .kind = kind};
  field.declared = random->Chance(60);
  field.declared_as = random->Rarely(150) ? DrawType(random) : kind;
  field.column = !random->Rarely(10);
  field.digits = random->Chance(40);
  field.missing_percent = random->Pick<int64_t>({0, 10, 20, 50});
  if (random->Rarely(25)) field.missing_percent = 100;
  if (field.declared) {
    field.unfit_per_mille = random->Pick<int64_t>({0, 30, 150});
  } else if (random->Rarely(10)) {
    field.unfit_per_mille = 40;
  }
  return field;
}

}  // namespace

uint64_t Random::Next() {
  state_ += 0x9E3779B97F4A7C15;
  uint64_t z = state_;
  z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
  z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
  return z ^ (z >> 31);
}

int64_t Random::Below(int64_t n) {
  return static_cast<int64_t>(Next() % static_cast<uint64_t>(n));
}

RandomDomain DrawDomain(Random* random) {
  RandomDomain domain;
  domain.start = 20'454 * kDayMillis;  // 2026-01-01
  if (random->Rarely(15)) domain.start = -60 * kDayMillis;
  domain.days = random->Pick<int64_t>({6, 20, 60, 120});
  domain.huge = random->Rarely(20);
  domain.fields = {DrawField(random, "f_text", FieldType::kText),
                   DrawField(random, "f_title", FieldType::kText),
                   DrawField(random, "f_num", FieldType::kNumber),
                   DrawField(random, "f_size", FieldType::kNumber),
                   DrawField(random, "f_flag", FieldType::kBoolean),
                   DrawField(random, "f_since", FieldType::kInstant),
                   DrawField(random, "f_tags", FieldType::kList),
                   DrawField(random, "f_gone", DrawType(random)),
                   DrawField(random, "f_created", FieldType::kInstant)};
  domain.fields[7].column = false;
  domain.properties = {DrawField(random, "p_text", FieldType::kText),
                       DrawField(random, "p_num", FieldType::kNumber),
                       DrawField(random, "p_flag", FieldType::kBoolean),
                       DrawField(random, "p_when", FieldType::kInstant),
                       DrawField(random, "p_tags", FieldType::kList),
                       DrawField(random, "p_gone", DrawType(random))};
  domain.properties[5].column = false;
  if (domain.huge) {
    RandomField& factor = domain.properties[1];
    factor.column = factor.declared = true;
    factor.declared_as = FieldType::kNumber;
  }
  return domain;
}

int64_t DrawInstant(Random* random, const RandomDomain& domain) {
  int64_t instant = domain.start + random->Below(domain.days) * kDayMillis;
  if (random->Chance(60)) instant += random->Pick<int64_t>({6, 12, 23}) * kHour;
  if (random->Rarely(20)) instant += random->Below(kHour);
  return instant;
}

std::string WriteInstant(Random* random, int64_t instant) {
  static const std::vector<std::pair<std::string, int64_t>> zones = {
      {"", 0},         {"", 0},          {"", 0},       {"Z", 0},
      {"+02:00", 120}, {"-11:00", -660}, {"+00:00", 0}, {"+05:30", 330}};
  const auto& [zone, minutes] = random->Pick(zones);
  const int64_t local = instant + minutes * 60'000;
  int64_t day = local / kDayMillis;
  int64_t millis = local % kDayMillis;
  if (millis < 0) {
    --day;
    millis += kDayMillis;
  }
  std::string text = WriteDate(day);
  if (millis == 0 && zone.empty() && random->Chance(70)) return text;
  char time[32];
  std::snprintf(
      time, sizeof time, "%02d:%02d:%02d.%03d",
      static_cast<int>(millis / kHour), static_cast<int>(millis / 60'000 % 60),
      static_cast<int>(millis / 1000 % 60), static_cast<int>(millis % 1000));
  std::string written = time;
  if (millis % 1000 == 0 && random->Chance(80)) written.resize(8);
  if (millis % 60'000 == 0 && random->Chance(80)) written.resize(5);
  if (written.size() == 12 && random->Chance(50)) written += "9";  // cut off
  return text + (random->Chance(50) ? "T" : " ") + written + zone;
}

std::string DrawText(Random* random, const RandomDomain& domain,
                     const RandomField& field) {
  switch (field.kind) {
    case FieldType::kText:
      return DrawWords(random);
    case FieldType::kNumber:
      return DrawNumber(random, domain.huge);
    case FieldType::kBoolean:
      return DrawBoolean(random, field.digits);
    case FieldType::kInstant:
      return WriteInstant(random, DrawInstant(random, domain));
    case FieldType::kList:
      return DrawList(random);
  }
  std::abort();
}

std::string DrawCell(Random* random, const RandomDomain& domain,
                     const RandomField& field) {
  if (random->Chance(field.missing_percent)) {
    return random->Rarely(5) ? " \u00a0" : "";
  }
  if (random->Below(1000) < field.unfit_per_mille) {
    return DrawUnfit(random, field.kind);
  }
  return DrawText(random, domain, field);
}

}  // namespace mqlab::reference
