#include "import/named_texts.h"

namespace mqlab {

std::vector<NamedText> NamedTexts(std::string_view list) {
  std::vector<NamedText> parts;
  ForEachPart(list, '|', [&](std::string_view part) {
    const size_t equals = part.rfind('=');
    parts.push_back({part.substr(0, equals), part.substr(equals + 1)});
  });
  return parts;
}

std::string_view TextNamed(std::string_view list, std::string_view name) {
  for (const NamedText& part : NamedTexts(list)) {
    if (part.name == name) return part.text;
  }
  return {};
}

}  // namespace mqlab
