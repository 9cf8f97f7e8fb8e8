#ifndef MQLAB_TESTS_SCORING_REFERENCE_TEXT_H_
#define MQLAB_TESTS_SCORING_REFERENCE_TEXT_H_

// Text as model.md has it, for the characters that the random cases draw:
// ASCII, Latin-1, Latin Extended-A and a little of B, Greek, Cyrillic and a
// few single ones. Nothing here is shared with src/base/text.h.

#include <string>
#include <string_view>
#include <vector>

namespace mqlab::reference {

// REQUIRES: valid UTF-8.
std::u32string Decode(std::string_view utf8);
std::string Encode(std::u32string_view text);

// Without White_Space at both ends.
std::string Trim(std::string_view text);

// Statuses C and S of CaseFolding.txt, then cedilla to comma below.
std::string Fold(std::string_view text);

// Maximal runs of code points of categories L and N.
std::vector<std::string> Words(std::string_view text);

}  // namespace mqlab::reference

#endif  // MQLAB_TESTS_SCORING_REFERENCE_TEXT_H_
