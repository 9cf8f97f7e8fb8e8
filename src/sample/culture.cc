#include "sample/culture.h"

#include <utility>

namespace mqlab {
namespace {

using Text = std::string_view;
#include "sample/culture_data.inc"

// Letters outside ASCII that occur in the names, lower and upper case.
constexpr std::pair<Text, Text> kLetters[] = {
    {"ă", "a"},  {"â", "a"},  {"î", "i"},   {"ș", "s"},  {"ț", "t"},
    {"Ă", "a"},  {"Â", "a"},  {"Î", "i"},   {"Ș", "s"},  {"Ț", "t"},
    {"ą", "a"},  {"ć", "c"},  {"ę", "e"},   {"ł", "l"},  {"ń", "n"},
    {"ó", "o"},  {"ś", "s"},  {"ź", "z"},   {"ż", "z"},  {"Ł", "l"},
    {"Ś", "s"},  {"Ż", "z"},  {"č", "c"},   {"š", "s"},  {"ž", "z"},
    {"đ", "dj"}, {"Č", "c"},  {"Š", "s"},   {"Ž", "z"},  {"Đ", "dj"},
    {"Ć", "c"},  {"а", "a"},  {"б", "b"},   {"в", "v"},  {"г", "g"},
    {"д", "d"},  {"е", "e"},  {"ё", "e"},   {"ж", "zh"}, {"з", "z"},
    {"и", "i"},  {"й", "y"},  {"к", "k"},   {"л", "l"},  {"м", "m"},
    {"н", "n"},  {"о", "o"},  {"п", "p"},   {"р", "r"},  {"с", "s"},
    {"т", "t"},  {"у", "u"},  {"ф", "f"},   {"х", "kh"}, {"ц", "ts"},
    {"ч", "ch"}, {"ш", "sh"}, {"щ", "sch"}, {"ъ", ""},   {"ы", "y"},
    {"ь", ""},   {"э", "e"},  {"ю", "yu"},  {"я", "ya"}, {"А", "a"},
    {"Б", "b"},  {"В", "v"},  {"Г", "g"},   {"Д", "d"},  {"Е", "e"},
    {"Ж", "zh"}, {"З", "z"},  {"И", "i"},   {"К", "k"},  {"Л", "l"},
    {"М", "m"},  {"Н", "n"},  {"О", "o"},   {"П", "p"},  {"Р", "r"},
    {"С", "s"},  {"Т", "t"},  {"У", "u"},   {"Ф", "f"},  {"Х", "kh"},
    {"Ц", "ts"}, {"Ч", "ch"}, {"Ш", "sh"},  {"Э", "e"},  {"Ю", "yu"},
    {"Я", "ya"}};

Text AsciiLetter(Text letter) {
  // All of two bytes.
  for (const auto& [from, to] : kLetters) {
    if (from[1] == letter[1] && from[0] == letter[0]) return to;
  }
  return "";
}

}  // namespace

std::span<const Culture> Cultures() { return kCultures; }

std::string FeminineSurname(std::string_view surname) {
  std::string name(surname);
  if (name.ends_with("ский")) return name.substr(0, name.size() - 4) + "ая";
  if (name.ends_with("ов") || name.ends_with("ев") || name.ends_with("ин")) {
    return name + "а";
  }
  if (name.ends_with("ski") || name.ends_with("cki")) name.back() = 'a';
  return name;
}

std::string AsciiName(std::string_view name) {
  std::string ascii;
  for (size_t i = 0; i < name.size();) {
    const auto byte = static_cast<unsigned char>(name[i]);
    const size_t length = byte < 0x80 ? 1 : byte < 0xE0 ? 2 : 3;
    if (byte >= 'A' && byte <= 'Z') {
      ascii += static_cast<char>(byte + ('a' - 'A'));
    } else if ((byte >= 'a' && byte <= 'z') || (byte >= '0' && byte <= '9')) {
      ascii += name[i];
    } else if (length == 2) {
      ascii += AsciiLetter(name.substr(i, length));
    }
    i += length;
  }
  return ascii;
}

}  // namespace mqlab
