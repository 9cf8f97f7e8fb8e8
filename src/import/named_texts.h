#ifndef MQLAB_IMPORT_NAMED_TEXTS_H_
#define MQLAB_IMPORT_NAMED_TEXTS_H_

// The lists that the tables of the importer are written as: "a=b|c=d".

#include <algorithm>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/text.h"

namespace mqlab {

// Texts of a file, and what they are called.
using NameMap = std::map<std::string, std::string, std::less<>>;

struct NamedText {
  std::string_view name;
  std::string_view text;
};
std::vector<NamedText> NamedTexts(std::string_view list);
// The text of the first that has the name; "" for none.
std::string_view TextNamed(std::string_view list, std::string_view name);

// Calls f with the trimmed parts of a list.
template <typename F>
void ForEachPart(std::string_view list, char separator, F f) {
  while (!list.empty()) {
    const std::string_view part = list.substr(0, list.find(separator));
    list.remove_prefix(std::min(part.size() + 1, list.size()));
    f(Trim(part));
  }
}

}  // namespace mqlab

#endif  // MQLAB_IMPORT_NAMED_TEXTS_H_
