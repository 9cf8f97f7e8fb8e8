// Lists with the headers of people who work in other languages.

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "import/exports.h"
#include "import/text_table.h"

namespace mqlab {
namespace {

struct Word {
  std::string_view field;
  // One a language: Romanian, Polish, Russian, Bosnian; some have two.
  std::array<std::vector<std::string_view>, 4> headers;
};

const std::vector<Word> kHeaderWords = {
    {"email",
     {{{"Adresă de e-mail", "E-mail"},
       {"Adres e-mail", "E-mail"},
       {"Эл. почта", "Почта"},
       {"E-pošta", "E-mail"}}}},
    {"first_name", {{{"Prenume"}, {"Imię"}, {"Имя"}, {"Ime"}}}},
    {"last_name", {{{"Nume"}, {"Nazwisko"}, {"Фамилия"}, {"Prezime"}}}},
    {"company",
     {{{"Companie", "Firmă"},
       {"Firma"},
       {"Компания"},
       {"Kompanija", "Firma"}}}},
    {"job_title",
     {{{"Funcție", "Funcţie"}, {"Stanowisko"}, {"Должность"}, {"Pozicija"}}}},
    {"phone", {{{"Telefon"}, {"Telefon"}, {"Телефон"}, {"Telefon"}}}},
    {"country", {{{"Țară", "Ţară"}, {"Kraj"}, {"Страна"}, {"Država"}}}},
    {"city", {{{"Oraș", "Oraş"}, {"Miasto"}, {"Город"}, {"Grad"}}}},
    {"lead_source", {{{"Sursă"}, {"Źródło"}, {"Источник"}, {"Izvor"}}}},
    {"lead_status",
     {{{"Stare", "Status"}, {"Status"}, {"Статус"}, {"Status"}}}},
    {"created_at",
     {{{"Data creării"},
       {"Data utworzenia"},
       {"Дата создания"},
       {"Datum kreiranja"}}}},
    {"last_activity_at",
     {{{"Ultima activitate"},
       {"Ostatnia aktywność"},
       {"Последняя активность"},
       {"Posljednja aktivnost"}}}}};

// Those of lists of events.
const std::vector<Word> kEventWords = {
    {"type",
     {{{"Activitate", "Eveniment"},
       {"Aktywność", "Zdarzenie"},
       {"Событие", "Действие"},
       {"Aktivnost", "Događaj"}}}},
    {"at", {{{"Data"}, {"Data"}, {"Дата"}, {"Datum"}}}}};

std::string WithoutMarks(std::string_view text) {
  constexpr std::array<std::pair<std::string_view, char>, 24> kLetters = {
      {{"ă", 'a'}, {"â", 'a'}, {"î", 'i'}, {"ș", 's'}, {"ş", 's'}, {"ț", 't'},
       {"ţ", 't'}, {"Ț", 'T'}, {"Ţ", 'T'}, {"ę", 'e'}, {"ą", 'a'}, {"ó", 'o'},
       {"ś", 's'}, {"ć", 'c'}, {"ł", 'l'}, {"ź", 'z'}, {"ż", 'z'}, {"Ź", 'Z'},
       {"ń", 'n'}, {"š", 's'}, {"č", 'c'}, {"ž", 'z'}, {"đ", 'd'}, {"Ž", 'Z'}}};
  std::string plain(text);
  for (const auto& [letter, base] : kLetters) {
    for (size_t at = plain.find(letter); at != plain.npos;
         at = plain.find(letter)) {
      plain.replace(at, letter.size(), 1, base);
    }
  }
  return plain;
}

// Puts the headers of a language over the columns of these fields; what they
// are then to mean stands in `expected`.
TextTable Translated(const Export& file, const std::vector<Word>& words,
                     size_t language, size_t synonym, bool marks,
                     std::map<size_t, std::string>* meanings) {
  TextTable table = file.Table();
  std::set<std::string> done;
  for (size_t i = 0; i < table.header.size(); ++i) {
    const Json& field = file.expected["columns"][i]["field"];
    if (!field.is_string()) continue;
    const auto word =
        std::ranges::find(words, field.get<std::string>(), &Word::field);
    if (word == words.end() || !done.insert(field).second) continue;
    const auto& headers = word->headers[language];
    const std::string_view header =
        headers[std::min(synonym, headers.size() - 1)];
    table.header[i] = marks ? std::string(header) : WithoutMarks(header);
    meanings->emplace(i, field);
  }
  return table;
}

void ExpectTranslated(const Export& file, const std::vector<Word>& words) {
  for (size_t language = 0; language < 4; ++language) {
    for (const size_t synonym : {size_t{0}, size_t{1}}) {
      for (const bool marks : {true, false}) {
        std::map<size_t, std::string> meanings;
        const TextTable table =
            Translated(file, words, language, synonym, marks, &meanings);
        SCOPED_TRACE(file.path + ", language " + std::to_string(language) +
                     (marks ? "" : " without marks"));
        const Json found = Inspect(file.path, *WriteTable(table, {}));
        EXPECT_EQ(found["kind"], file.expected["kind"]);
        for (const auto& [column, field] : meanings) {
          EXPECT_EQ(found["columns"][column]["field"], field)
              << table.header[column];
        }
      }
    }
  }
}

TEST(TranslatedTest, ListsOfLeadsMeanTheSame) {
  int files = 0;
  for (const Export& file : Exports()) {
    if (file.expected["kind"] != "leads") continue;
    ExpectTranslated(file, kHeaderWords);
    ++files;
  }
  EXPECT_GE(files, 30);
}

TEST(TranslatedTest, ListsOfEventsMeanTheSame) {
  std::vector<Word> words = kEventWords;
  words.push_back(kHeaderWords[0]);  // e-mail
  for (const char* path :
       {"handmade/events_en.csv", "handmade/events_pl.csv",
        "handmade/events_ro.csv", "handmade/events_ru.csv",
        "handmade/events_bs.csv", "handmade/touches_both.csv"}) {
    ExpectTranslated(ExportAt(path), words);
  }
}

}  // namespace
}  // namespace mqlab
