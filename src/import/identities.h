#ifndef MQLAB_IMPORT_IDENTITIES_H_
#define MQLAB_IMPORT_IDENTITIES_H_

// Who a row is about: leads by their ids, their e-mails, the ids that they had
// elsewhere, and the anonymous visits that turned out to be theirs.

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/string_pool.h"

namespace mqlab {

class Identities {
 public:
  // `by_email`: leads of several files with one e-mail are one lead.
  explicit Identities(bool by_email) : by_email_(by_email) {}

  struct Keys {
    std::string_view id = {};
    std::string_view email = {};
    std::string_view visitor = {};
    std::string_view others = {};  // ids elsewhere, separated by ';'
  };
  // The lead that a row of a file of leads describes, by its number. "" as an
  // id and no e-mail: kNone.
  static constexpr uint32_t kNone = 0xFFFFFFFF;
  uint32_t AddLead(const Keys& keys, uint32_t file);
  std::string_view id(uint32_t lead) const { return ids_[lead]; }
  uint32_t size() const { return ids_.size(); }
  // Rows that were added to a lead of another file, for it has their e-mail.
  uint64_t merged() const { return merged_; }

  // A visitor whose row names a lead as well: what was done before, too, was
  // done by that lead. One who turns out to be two leads stays with the first.
  void TieVisitor(const Keys& keys);

  enum class By : uint8_t { kId, kEmail, kOtherId, kVisitor, kNothing };
  struct Found {
    uint32_t lead = kNone;
    By by = By::kNothing;
  };
  // In this order: the id, the e-mail in any case, an id elsewhere (of
  // Salesforce with 15 or 18 characters), the visitor.
  Found Find(const Keys& keys) const;

 private:
  uint32_t FindKey(char kind, std::string_view text) const;
  void AddKey(char kind, std::string_view text, uint32_t lead);

  const bool by_email_;
  StringPool ids_;
  std::vector<uint32_t> files_;  // of each lead's first row
  std::unordered_map<std::string, uint32_t> keys_;
  uint64_t merged_ = 0;
};

}  // namespace mqlab

#endif  // MQLAB_IMPORT_IDENTITIES_H_
