#ifndef MQLAB_IMPORT_TYPE_NAMES_H_
#define MQLAB_IMPORT_TYPE_NAMES_H_

// What each event of a file is called.

#include <string>
#include <string_view>

#include "import/named_texts.h"
#include "import/products.h"

namespace mqlab {

// The name of a type made of two columns, "1 · Email".
std::string RawType(std::string_view type, std::string_view detail);

class TypeNames {
 public:
  // `shape` may be null. `kept`: the texts of a file that no product wrote are
  // names already, and stay as they are. Both must outlive this.
  TypeNames(const ExportShape* shape, FileKind kind, bool kept,
            const NameMap& chosen)
      : shape_(shape), kind_(kind), kept_(kept), chosen_(chosen) {}

  struct Event {
    std::string_view type = {};
    std::string_view detail = {};
    std::string_view campaign = {};
    std::string_view asset = {};
  };
  // A canonical type, a chosen one or, where texts are kept, the text; "other"
  // when no word of it tells, "ignored" for what is no act of a lead.
  std::string_view Of(const Event& event);

 private:
  std::string ByText(const Event& event) const;

  const ExportShape* shape_;
  const FileKind kind_;
  const bool kept_;
  const NameMap& chosen_;
  NameMap known_;
  std::string key_;
};

}  // namespace mqlab

#endif  // MQLAB_IMPORT_TYPE_NAMES_H_
