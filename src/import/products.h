#ifndef MQLAB_IMPORT_PRODUCTS_H_
#define MQLAB_IMPORT_PRODUCTS_H_

// The exports of products that are known by a few rare headers, and what is
// peculiar to each: headers, fixed event types, how types are spelled.

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace mqlab {

enum class FileKind : uint8_t { kLeads, kEvents, kBoth, kCosts, kOutcomes };

// "leads", "events", "both", "costs", "outcomes"
std::string_view FileKindName(FileKind kind);

struct ExportShape {
  std::string_view product;  // "hubspot"
  std::string_view name;     // "contacts"
  FileKind kind = FileKind::kLeads;
  // Clauses joined by '&', each of alternatives joined by '|', "2:" before them
  // if so many are needed. Case and punctuation of a header do not matter; a
  // '*' at an end stands for anything, '=' before it asks for its exact
  // spelling, and '!' says that no header may be so.
  std::string_view signature;
  // "Header=field|Header=field": beside the usual headers, the best ones first.
  std::string_view columns = {};
  // See EventTypeOf; empty: by the words of the text.
  std::string_view types = {};
  // What is so of each row: "type=form_submit".
  std::string_view constants = {};
  // Where a part of the file's path is needed, or alone tells ("opens/").
  std::string_view path = {};
  // Where the headers tell nothing: what its types begin with.
  std::string_view type_pattern = {};
  // What ids, phones and the like begin with, which is not theirs.
  std::string_view prefixes = {};
  // The word that stands for an empty cell.
  std::string_view empty_word = {};
};

// The export that a file is, by its headers and its path; nullptr when it is
// none that is known. Never by one header that others have too.
const ExportShape* FindShape(std::span<const std::string> headers,
                             std::string_view path);

// The export whose types a text may be one of; nullptr for most texts.
const ExportShape* FindShapeByType(std::string_view text);

std::span<const ExportShape> ExportShapes();

}  // namespace mqlab

#endif  // MQLAB_IMPORT_PRODUCTS_H_
