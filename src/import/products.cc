#include "import/products.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "import/named_texts.h"

namespace mqlab {
namespace {

#include "import/products.inc"

// "Person_-_Name" is "person - name".
std::string WithSpaces(std::string_view header) {
  constexpr std::string_view kHardSpace = "\u00A0";
  std::string text(header);
  for (size_t at = text.find(kHardSpace); at != text.npos;
       at = text.find(kHardSpace, at)) {
    text.replace(at, kHardSpace.size(), " ");
  }
  std::ranges::replace(text, '_', ' ');
  return text;
}

// The headers of a file, as signatures are compared with them.
struct Headers {
  std::vector<std::string> exact;
  std::vector<std::string> folded;
  std::vector<std::string> spaced;
  std::vector<std::string> keys;

  explicit Headers(std::span<const std::string> headers) {
    for (const std::string& header : headers) {
      exact.emplace_back(Trim(header));
      folded.push_back(Fold(exact.back()));
      spaced.push_back(WithSpaces(folded.back()));
      keys.push_back(NameKey(header));
    }
  }

  bool Have(std::string_view pattern) const {
    if (pattern.starts_with('=')) {
      return std::ranges::count(exact, pattern.substr(1)) > 0;
    }
    if (pattern.find('*') == pattern.npos) {
      return std::ranges::count(keys, NameKey(pattern)) > 0;
    }
    return CountOfStarred(pattern) > 0;
  }

  // How many headers begin and end as a pattern does around its star.
  size_t CountOfStarred(std::string_view pattern) const {
    const size_t star = pattern.find('*');
    const std::string start = Fold(pattern.substr(0, star));
    const std::string end = Fold(pattern.substr(star + 1));
    const bool words = pattern.find(' ') != pattern.npos;
    return static_cast<size_t>(std::ranges::count_if(
        words ? spaced : folded, [&](const std::string& header) {
          return header.size() > start.size() + end.size() &&
                 header.starts_with(start) && header.ends_with(end);
        }));
  }

  // How many headers are one of the alternatives.
  size_t CountOf(std::string_view alternatives) const {
    size_t count = 0;
    ForEachPart(alternatives, '|', [&](std::string_view pattern) {
      if (pattern.find('*') != pattern.npos) {
        count += CountOfStarred(pattern);
      } else if (Have(pattern)) {
        ++count;
      }
    });
    return count;
  }
};

bool Fits(const Headers& headers, std::string_view signature) {
  bool fits = true;
  ForEachPart(signature, '&', [&](std::string_view clause) {
    if (clause.starts_with('!')) {
      fits = fits && !headers.Have(clause.substr(1));
      return;
    }
    size_t needed = 1;
    if (clause.size() > 1 && clause[1] == ':') {
      needed = static_cast<size_t>(clause[0] - '0');
      clause.remove_prefix(2);
    }
    fits = fits && headers.CountOf(clause) >= needed;
  });
  return fits;
}

}  // namespace

std::string_view FileKindName(FileKind kind) {
  constexpr std::array<std::string_view, 5> kNames = {"leads", "events", "both",
                                                      "costs", "outcomes"};
  return kNames[static_cast<size_t>(kind)];
}

const ExportShape* FindShape(std::span<const std::string> headers,
                             std::string_view path) {
  const Headers known(headers);
  const std::string folded = Fold(path);
  for (const ExportShape& shape : kShapes) {
    if (!shape.path.empty() && folded.find(shape.path) == folded.npos) continue;
    if (shape.signature.empty()) continue;
    if (Fits(known, shape.signature)) return &shape;
  }
  return nullptr;
}

const ExportShape* FindShapeByType(std::string_view text) {
  for (const ExportShape& shape : kShapes) {
    bool fits = false;
    ForEachPart(shape.type_pattern, '|', [&](std::string_view start) {
      fits |= text.size() > start.size() && text.starts_with(start) &&
              text.find(' ') == text.npos;
    });
    if (fits) return &shape;
  }
  return nullptr;
}

std::span<const ExportShape> ExportShapes() { return kShapes; }

}  // namespace mqlab
