#include "scoring/reference_text.h"

#include <cstdint>

namespace mqlab::reference {
namespace {

bool Between(char32_t c, char32_t low, char32_t high) {
  return low <= c && c <= high;
}

bool IsSpace(char32_t c) {
  return Between(c, 0x09, 0x0D) || c == 0x20 || c == 0x85 || c == 0xA0 ||
         c == 0x1680 || Between(c, 0x2000, 0x200A) || c == 0x2028 ||
         c == 0x2029 || c == 0x202F || c == 0x205F || c == 0x3000;
}

// Pairs of neighbours whose first, at an even number, is the capital.
bool IsEvenCapital(char32_t c) {
  if (c % 2 != 0) return false;
  return (Between(c, 0x100, 0x12E) || Between(c, 0x132, 0x136) ||
          Between(c, 0x14A, 0x176) || Between(c, 0x200, 0x21E) ||
          Between(c, 0x460, 0x480) || Between(c, 0x48A, 0x4BE) ||
          Between(c, 0x4D0, 0x52E));
}

bool IsOddCapital(char32_t c) {
  if (c % 2 == 0) return false;
  return Between(c, 0x139, 0x147) || Between(c, 0x179, 0x17D) ||
         Between(c, 0x4C1, 0x4CD);
}

char32_t FoldSingle(char32_t c) {
  switch (c) {
    case 0xB5:
      return 0x3BC;  // micro sign
    case 0x178:
      return 0xFF;  // Y with diaeresis
    case 0x17F:
      return U's';  // long s
    case 0x1C4:
      return 0x1C6;  // DZ with caron, and the title case
    case 0x1C5:
      return 0x1C6;
    case 0x1C7:
      return 0x1C9;  // LJ
    case 0x1C8:
      return 0x1C9;
    case 0x1CA:
      return 0x1CC;  // NJ
    case 0x1CB:
      return 0x1CC;
    case 0x386:
      return 0x3AC;  // Greek capitals with tonos
    case 0x388:
      return 0x3AD;
    case 0x389:
      return 0x3AE;
    case 0x38A:
      return 0x3AF;
    case 0x38C:
      return 0x3CC;
    case 0x38E:
      return 0x3CD;
    case 0x38F:
      return 0x3CE;
    case 0x3C2:
      return 0x3C3;  // final sigma
    case 0x3D0:
      return 0x3B2;  // Greek beta symbol
    case 0x4C0:
      return 0x4CF;  // palochka
    case 0x1E9E:
      return 0xDF;  // capital sharp s
    case 0x212A:
      return U'k';  // Kelvin sign
    case 0x212B:
      return 0xE5;  // Angstrom sign
    default:
      return c;
  }
}

char32_t FoldCase(char32_t c) {
  if (Between(c, U'A', U'Z')) return c + 32;
  if (Between(c, 0xC0, 0xDE) && c != 0xD7) return c + 32;
  if (IsEvenCapital(c) || IsOddCapital(c)) return c + 1;
  if (Between(c, 0x391, 0x3AB) && c != 0x3A2) return c + 32;
  if (Between(c, 0x400, 0x40F)) return c + 80;
  if (Between(c, 0x410, 0x42F)) return c + 32;
  if (Between(c, 0x2160, 0x216F)) return c + 16;  // Roman numerals
  return FoldSingle(c);
}

char32_t CommaBelow(char32_t c) {
  if (c == 0x15F) return 0x219;
  if (c == 0x163) return 0x21B;
  return c;
}

bool IsLatinLetter(char32_t c) {
  return Between(c, U'A', U'Z') || Between(c, U'a', U'z') || c == 0xAA ||
         c == 0xB5 || c == 0xBA ||
         (Between(c, 0xC0, 0x24F) && c != 0xD7 && c != 0xF7) || c == 0x1E9E ||
         c == 0x212A || c == 0x212B;
}

bool IsGreekLetter(char32_t c) {
  return c == 0x386 || Between(c, 0x388, 0x38A) || c == 0x38C ||
         Between(c, 0x38E, 0x3A1) || Between(c, 0x3A3, 0x3F5);
}

bool IsCyrillicLetter(char32_t c) {
  return Between(c, 0x400, 0x481) || Between(c, 0x48A, 0x52F);
}

bool IsNumeral(char32_t c) {
  return Between(c, U'0', U'9') || c == 0xB2 || c == 0xB3 || c == 0xB9 ||
         Between(c, 0xBC, 0xBE) || Between(c, 0x660, 0x669) ||
         Between(c, 0x2160, 0x217F);
}

bool IsWordPart(char32_t c) {
  return IsLatinLetter(c) || IsGreekLetter(c) || IsCyrillicLetter(c) ||
         IsNumeral(c) || Between(c, 0x4E00, 0x9FA5);
}

int ContinuationBytes(unsigned char first) {
  if (first < 0x80) return 0;
  if (first < 0xE0) return 1;
  if (first < 0xF0) return 2;
  return 3;
}

char32_t LeadingBits(unsigned char first, int continuation) {
  if (continuation == 0) return first;
  return first & (0x3F >> continuation);
}

}  // namespace

std::u32string Decode(std::string_view utf8) {
  std::u32string text;
  for (size_t i = 0; i < utf8.size();) {
    const auto first = static_cast<unsigned char>(utf8[i++]);
    int more = ContinuationBytes(first);
    char32_t c = LeadingBits(first, more);
    for (; more > 0 && i < utf8.size(); --more) {
      c = c * 64 + (static_cast<unsigned char>(utf8[i++]) & 0x3F);
    }
    text.push_back(c);
  }
  return text;
}

std::string Encode(std::u32string_view text) {
  std::string utf8;
  const auto add = [&utf8](char32_t byte) {
    utf8.push_back(static_cast<char>(byte));
  };
  for (const char32_t c : text) {
    if (c < 0x80) {
      add(c);
    } else if (c < 0x800) {
      add(0xC0 + c / 64);
      add(0x80 + c % 64);
    } else if (c < 0x10000) {
      add(0xE0 + c / 4096);
      add(0x80 + c / 64 % 64);
      add(0x80 + c % 64);
    } else {
      add(0xF0 + c / 262144);
      add(0x80 + c / 4096 % 64);
      add(0x80 + c / 64 % 64);
      add(0x80 + c % 64);
    }
  }
  return utf8;
}

std::string Trim(std::string_view text) {
  std::u32string points = Decode(text);
  while (!points.empty() && IsSpace(points.back())) points.pop_back();
  size_t start = 0;
  while (start < points.size() && IsSpace(points[start])) ++start;
  return Encode(points.substr(start));
}

std::string Fold(std::string_view text) {
  std::u32string points = Decode(text);
  for (char32_t& c : points) c = CommaBelow(FoldCase(c));
  return Encode(points);
}

std::vector<std::string> Words(std::string_view text) {
  std::vector<std::string> words;
  std::u32string word;
  const auto finish = [&] {
    if (!word.empty()) words.push_back(Encode(word));
    word.clear();
  };
  for (const char32_t c : Decode(text)) {
    if (IsWordPart(c)) {
      word.push_back(c);
    } else {
      finish();
    }
  }
  finish();
  return words;
}

}  // namespace mqlab::reference
