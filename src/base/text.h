#ifndef MQLAB_BASE_TEXT_H_
#define MQLAB_BASE_TEXT_H_

// Text is UTF-8 (a byte that is no part of a code point stands for itself, is
// kept, and is neither letter, digit nor space). Folding and categories come
// from one generated table (text_tables.inc), never from the C locale, so that
// every build gives the same answer.

#include <string>
#include <string_view>
#include <vector>

namespace mqlab {

// Without Unicode White_Space at both ends.
std::string_view Trim(std::string_view text);

// Simple case folding (statuses C and S of CaseFolding.txt), code point by
// code point, then s and t with cedilla to those with comma below.
std::string Fold(std::string_view text);

// The words of a text: maximal runs of code points of categories L and N.
std::vector<std::string_view> Words(std::string_view text);

// True when `words` (of a folded value) stand in a row among those of `text`;
// false for no words.
bool ContainsWords(std::string_view text,
                   const std::vector<std::string_view>& words);

// A header or name reduced for comparison: folded, only letters and digits.
std::string NameKey(std::string_view name);

// How different two names are (edits of one code point); for "did you mean".
size_t EditDistance(std::string_view a, std::string_view b);

// Number of code points.
size_t CodePointCount(std::string_view text);

bool IsValidUtf8(std::string_view text);

}  // namespace mqlab

#endif  // MQLAB_BASE_TEXT_H_
