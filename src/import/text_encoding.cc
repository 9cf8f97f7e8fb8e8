#include "import/text_encoding.h"

#include <algorithm>
#include <span>
#include <utility>

#include "base/text.h"

namespace mqlab {
namespace {

using CodePage = std::array<uint16_t, 128>;
#include "import/code_pages.inc"

constexpr uint32_t kReplacement = 0xFFFD;
constexpr uint32_t kMark = 0xFEFF;

constexpr std::pair<TextEncoding, const CodePage*> kCodePages[] = {
    {TextEncoding::kWindows1250, &kWindows1250},
    {TextEncoding::kWindows1251, &kWindows1251},
    {TextEncoding::kWindows1252, &kWindows1252},
    {TextEncoding::kIso88592, &kIso88592},
    {TextEncoding::kKoi8R, &kKoi8R},
    {TextEncoding::kCp866, &kCp866}};

constexpr std::pair<TextEncoding, std::string_view> kLabels[] = {
    {TextEncoding::kUtf8, "utf-8"},
    {TextEncoding::kUtf16Le, "utf-16le"},
    {TextEncoding::kUtf16Be, "utf-16be"},
    {TextEncoding::kWindows1250, "windows-1250"},
    {TextEncoding::kWindows1251, "windows-1251"},
    {TextEncoding::kWindows1252, "windows-1252"},
    {TextEncoding::kIso88592, "iso-8859-2"},
    {TextEncoding::kKoi8R, "koi8-r"},
    {TextEncoding::kCp866, "ibm866"}};

const CodePage& PageOf(TextEncoding encoding) {
  return *std::ranges::find(kCodePages, encoding,
                            &std::pair<TextEncoding, const CodePage*>::first)
              ->second;
}

void AppendUtf8(uint32_t point, std::string* utf8) {
  const auto last = [&](int shift) {
    utf8->push_back(static_cast<char>(0x80 | ((point >> shift) & 0x3F)));
  };
  if (point < 0x80) {
    utf8->push_back(static_cast<char>(point));
  } else if (point < 0x800) {
    utf8->push_back(static_cast<char>(0xC0 | (point >> 6)));
    last(0);
  } else if (point < 0x10000) {
    utf8->push_back(static_cast<char>(0xE0 | (point >> 12)));
    last(6);
    last(0);
  } else {
    utf8->push_back(static_cast<char>(0xF0 | (point >> 18)));
    last(12);
    last(6);
    last(0);
  }
}

// ------------------------------------------------------------------ evidence

// The letters beyond ASCII of a language, lower case, and how much a word of it
// tells: Czech and Hungarian share much with those that are expected here.
struct Language {
  std::u16string_view letters;
  int weight;
};
constexpr Language kCentral[] = {{u"ąćęłńóśźż", 10},      {u"ăâîșțşţ", 10},
                                 {u"čćđšž", 10},          {u"äöüß", 9},
                                 {u"áčďéěíňóřšťúůýž", 7}, {u"áéíóöőúüű", 7}};
constexpr Language kWestern[] = {{u"äöüß", 9},    {u"àâçéèêëîïôùûüœæÿ", 9},
                                 {u"áéíñóúü", 9}, {u"àáâãçéêíóôõú", 9},
                                 {u"àèéìòù", 9},  {u"åäöæøé", 9}};
constexpr Language kCyrillic[] = {{u"абвгдежзийклмнопрстуфхцчшщъыьэюяё", 10}};

std::span<const Language> LanguagesOf(TextEncoding encoding) {
  switch (encoding) {
    case TextEncoding::kWindows1250:
    case TextEncoding::kIso88592:
      return kCentral;
    case TextEncoding::kWindows1252:
      return kWestern;
    default:
      return kCyrillic;
  }
}

// The commonest letters of Russian, which tell its code pages apart.
constexpr std::u16string_view kCommonCyrillic = u"оеаинтсрвл";

bool IsAsciiLetter(uint32_t unit) {
  return (unit | 0x20) >= 'a' && (unit | 0x20) <= 'z';
}

// Of the letters of the code pages.
bool IsUpper(uint16_t unit) {
  if (unit >= 0x0400 && unit < 0x0430) return true;
  if (unit >= 0x00C0 && unit < 0x00DF) return unit != 0x00D7;
  if (unit == 0x0178) return true;
  if (unit >= 0x0100 && unit < 0x0180) {
    const bool odd_is_upper = (unit >= 0x0139 && unit <= 0x0148) ||
                              (unit >= 0x0179 && unit <= 0x017E);
    return ((unit & 1) != 0) == odd_is_upper;
  }
  return (unit >= 0x0218 && unit <= 0x021B) && (unit & 1) == 0;
}

uint16_t Lower(uint16_t unit) {
  if (!IsUpper(unit)) return unit;
  if (unit >= 0x0400 && unit < 0x0410) return unit + 0x50;
  if (unit == 0x0178) return 0x00FF;
  if (unit >= 0x0100) {
    return unit >= 0x0410 && unit < 0x0430 ? unit + 0x20 : unit + 1;
  }
  return unit + 0x20;
}

bool IsLetter(uint16_t unit) {
  return (unit >= 0x00C0 && unit < 0x0220 && unit != 0x00D7 &&
          unit != 0x00F7) ||
         (unit >= 0x0400 && unit < 0x0460);
}

// What stands in text beside words, in any of the languages.
bool IsPunctuation(uint16_t unit) {
  return (unit >= 0x2010 && unit <= 0x203A) || unit == 0x00A0 ||
         unit == 0x00AB || unit == 0x00BB || unit == 0x20AC || unit == 0x2116 ||
         unit == 0x00B0 || unit == 0x00A7 || unit == 0x00AD || unit == 0x00A9 ||
         unit == 0x00AE || unit == 0x2122 || unit == 0x00BF || unit == 0x00A1;
}

// How much a run of letters, of which some are beyond ASCII, is like a word.
int WordScore(std::u16string_view word, TextEncoding encoding) {
  int ascii = 0;
  int foreign = 0;  // letters beyond ASCII
  int humps = 0;    // upper case behind lower case
  int common = 0;
  bool lower = false;
  for (const char16_t unit : word) {
    const bool plain = unit < 0x80;
    ++(plain ? ascii : foreign);
    const bool upper = plain ? unit <= 'Z' : IsUpper(unit);
    if (upper && lower) ++humps;
    lower = !upper;
    if (kCommonCyrillic.find(unit) != std::u16string_view::npos) ++common;
  }
  int best = -100 * foreign;
  for (const Language& language : LanguagesOf(encoding)) {
    int score = 0;
    for (const char16_t unit : word) {
      if (unit < 0x80) continue;
      const bool known =
          language.letters.find(Lower(unit)) != std::u16string_view::npos;
      score += known ? language.weight : -20;
    }
    best = std::max(best, score);
  }
  const bool cyrillic = LanguagesOf(encoding).data() == kCyrillic;
  if (cyrillic) {
    // No word is of both alphabets; a word is not of one letter that is rare.
    best += 4 * common - 30 * ascii;
  } else if (ascii == 0 && foreign > 1) {
    best -= 15 * foreign;  // Latin words are not of accented letters alone
  }
  return best - 20 * humps;
}

int PageScore(std::string_view sample, TextEncoding encoding) {
  const CodePage& page = PageOf(encoding);
  int64_t score = 0;
  std::u16string word;
  bool foreign = false;
  const auto end_word = [&] {
    if (foreign) score += WordScore(word, encoding);
    word.clear();
    foreign = false;
  };
  for (const char byte : sample) {
    const auto value = static_cast<uint8_t>(byte);
    const uint16_t unit = value < 0x80 ? value : page[value - 0x80];
    if (value < 0x80 ? IsAsciiLetter(unit) : IsLetter(unit)) {
      word.push_back(unit);
      foreign |= value >= 0x80;
      continue;
    }
    const bool inside = !word.empty();
    end_word();
    if (value < 0x80 || IsPunctuation(unit)) continue;
    // A control or a box is worse than a sign, a sign within a word worse than
    // one beside it.
    const bool control = unit < 0xA0;
    const bool box = unit >= 0x2500 && unit < 0x25A1;
    score -= control || box ? 60 : inside ? 25 : 10;
  }
  end_word();
  return static_cast<int>(
      std::clamp<int64_t>(score, -1'000'000'000, 1'000'000'000));
}

std::optional<TextEncoding> Utf16ByZeros(std::string_view sample) {
  sample = sample.substr(0, 4096);
  size_t zeros[2] = {};
  for (size_t i = 0; i < sample.size(); ++i) {
    if (sample[i] == '\0') ++zeros[i % 2];
  }
  // Commas, digits and line ends have one wherever they stand.
  const size_t least = std::max<size_t>(sample.size() / 20, 2);
  if (zeros[1] >= least && zeros[0] * 10 < zeros[1]) {
    return TextEncoding::kUtf16Le;
  }
  if (zeros[0] >= least && zeros[1] * 10 < zeros[0]) {
    return TextEncoding::kUtf16Be;
  }
  return std::nullopt;
}

// Characters beyond ASCII of valid UTF-8, and bytes that are part of none. The
// sample may cut its last character.
struct Utf8Count {
  size_t characters = 0;
  size_t stray = 0;
};

Utf8Count CountUtf8(std::string_view sample) {
  Utf8Count count;
  for (size_t at = 0; at < sample.size();) {
    const auto lead = static_cast<uint8_t>(sample[at]);
    if (lead < 0x80) {
      ++at;
      continue;
    }
    const size_t size = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    if (lead >= 0xC2 && at + size > sample.size()) {
      break;
    }
    const bool valid = IsValidUtf8(sample.substr(at, size));
    ++(valid ? count.characters : count.stray);
    at += valid ? size : 1;
  }
  return count;
}

}  // namespace

std::string_view EncodingLabel(TextEncoding encoding) {
  return kLabels[static_cast<size_t>(encoding)].second;
}

std::optional<TextEncoding> EncodingOfLabel(std::string_view label) {
  for (const auto& [encoding, name] : kLabels) {
    if (name == label) return encoding;
  }
  return std::nullopt;
}

DetectedEncoding DetectEncoding(std::string_view sample) {
  if (sample.starts_with("\xEF\xBB\xBF")) {
    return {.encoding = TextEncoding::kUtf8, .byte_order_mark = true};
  }
  if (sample.starts_with("\xFF\xFE")) {
    return {.encoding = TextEncoding::kUtf16Le, .byte_order_mark = true};
  }
  if (sample.starts_with("\xFE\xFF")) {
    return {.encoding = TextEncoding::kUtf16Be, .byte_order_mark = true};
  }
  if (const auto utf16 = Utf16ByZeros(sample)) {
    return {.encoding = *utf16, .confidence = 95};
  }
  // Of a code page hardly any bytes are UTF-8 by chance; a few stray bytes in
  // UTF-8 are damage.
  const auto [characters, stray] = CountUtf8(sample);
  if (stray == 0) return {};
  if (characters > 4 * stray) {
    return {.confidence =
                static_cast<int>(100 * characters / (characters + stray))};
  }
  std::pair<int, TextEncoding> best = {INT32_MIN, TextEncoding::kWindows1250};
  std::array<int, std::size(kCodePages)> scores;
  for (size_t i = 0; i < scores.size(); ++i) {
    scores[i] = PageScore(sample, kCodePages[i].first);
    if (scores[i] > best.first) best = {scores[i], kCodePages[i].first};
  }
  // Against the best of those that read the sample otherwise.
  int next = INT32_MIN;
  std::string text;
  std::string other;
  Utf8Decoder(best.second).Append(sample, &text);
  for (size_t i = 0; i < scores.size(); ++i) {
    if (kCodePages[i].first == best.second || scores[i] <= next) continue;
    other.clear();
    Utf8Decoder(kCodePages[i].first).Append(sample, &other);
    if (other != text) next = scores[i];
  }
  const int64_t lead = int64_t{best.first} - std::max(next, 0);
  const int64_t confidence = best.first <= 0     ? 10
                             : next == INT32_MIN ? 100
                                                 : 100 * lead / best.first;
  return {
      .encoding = best.second,
      .confidence = static_cast<int>(std::clamp<int64_t>(confidence, 10, 99))};
}

void Utf8Decoder::AppendUnit(uint32_t unit, std::string* utf8) {
  if (!std::exchange(begun_, true) && unit == kMark) return;
  if (high_) {
    const uint32_t high = *std::exchange(high_, std::nullopt);
    if (unit >= 0xDC00 && unit < 0xE000) {
      AppendUtf8(0x10000 + ((high - 0xD800) << 10) + (unit - 0xDC00), utf8);
      return;
    }
    AppendUtf8(kReplacement, utf8);
  }
  if (unit >= 0xD800 && unit < 0xDC00) {
    high_ = unit;
  } else {
    AppendUtf8(unit >= 0xDC00 && unit < 0xE000 ? kReplacement : unit, utf8);
  }
}

void Utf8Decoder::Append(std::string_view bytes, std::string* utf8) {
  if (encoding_ != TextEncoding::kUtf16Le &&
      encoding_ != TextEncoding::kUtf16Be) {
    const CodePage& page = PageOf(encoding_);
    utf8->reserve(utf8->size() + bytes.size());
    for (const char byte : bytes) {
      const auto value = static_cast<uint8_t>(byte);
      AppendUtf8(value < 0x80 ? value : page[value - 0x80], utf8);
    }
    return;
  }
  for (const char byte : bytes) {
    const auto value = static_cast<uint8_t>(byte);
    if (!odd_) {
      odd_ = value;
      continue;
    }
    const uint32_t first = *std::exchange(odd_, std::nullopt);
    AppendUnit(encoding_ == TextEncoding::kUtf16Le ? first | value << 8
                                                   : first << 8 | value,
               utf8);
  }
}

void Utf8Decoder::Finish(std::string* utf8) {
  const bool cut = std::exchange(high_, std::nullopt).has_value();
  if (std::exchange(odd_, std::nullopt) || cut) AppendUtf8(kReplacement, utf8);
}

}  // namespace mqlab
