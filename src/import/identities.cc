#include "import/identities.h"

#include <algorithm>

#include "base/text.h"
#include "lead/field.h"

namespace mqlab {
namespace {

constexpr char kId = 'i';
constexpr char kEmail = 'e';
constexpr char kVisitor = 'v';

// Ids of Salesforce come with 15 characters, or with three more that only make
// up for case.
bool IsLongId(std::string_view id) {
  return id.size() == 18 && (id.starts_with("00Q") || id.starts_with("003")) &&
         std::ranges::all_of(id, [](char c) {
           return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') ||
                  (c >= 'a' && c <= 'z');
         });
}

std::string KeyOf(char kind, std::string_view text) {
  std::string key(1, kind);
  key += kind == kEmail ? Fold(text) : std::string(text);
  return key;
}

}  // namespace

uint32_t Identities::FindKey(char kind, std::string_view text) const {
  if (text.empty()) return kNone;
  const auto found = keys_.find(KeyOf(kind, text));
  return found == keys_.end() ? kNone : found->second;
}

void Identities::AddKey(char kind, std::string_view text, uint32_t lead) {
  if (!text.empty()) keys_.try_emplace(KeyOf(kind, text), lead);
}

uint32_t Identities::AddLead(const Keys& keys, uint32_t file) {
  const std::string_view id = keys.id.empty() ? keys.email : keys.id;
  if (id.empty()) return kNone;
  uint32_t lead = ids_.Find(id);
  if (lead == StringPool::kNone) {
    const uint32_t same =
        by_email_ || keys.id.empty() ? FindKey(kEmail, keys.email) : kNone;
    // Within one file two ids are two leads, whatever their e-mails are.
    if (same != kNone && (files_[same] != file || keys.id.empty())) {
      lead = same;
      ++merged_;
      AddKey(kId, id, lead);
    } else {
      lead = ids_.Intern(id);
      files_.push_back(file);
    }
  }
  if (IsLongId(id)) AddKey(kId, id.substr(0, 15), lead);
  AddKey(kEmail, keys.email, lead);
  AddKey(kVisitor, keys.visitor, lead);
  for (const std::string_view other : ReadList(keys.others)) {
    AddKey(kId, other, lead);
    if (IsLongId(other)) AddKey(kId, other.substr(0, 15), lead);
  }
  return lead;
}

void Identities::TieVisitor(const Keys& keys) {
  if (keys.visitor.empty()) return;
  const Found found = Find({.id = keys.id, .email = keys.email});
  if (found.lead != kNone) AddKey(kVisitor, keys.visitor, found.lead);
}

Identities::Found Identities::Find(const Keys& keys) const {
  if (!keys.id.empty()) {
    const uint32_t lead = ids_.Find(keys.id);
    if (lead != StringPool::kNone) return {lead, By::kId};
  }
  const std::string_view email =
      keys.email.empty() && keys.id.find('@') != keys.id.npos ? keys.id
                                                              : keys.email;
  if (const uint32_t lead = FindKey(kEmail, email); lead != kNone) {
    return {lead, By::kEmail};
  }
  if (const uint32_t lead = FindKey(kId, keys.id); lead != kNone) {
    return {lead, By::kOtherId};
  }
  if (IsLongId(keys.id)) {
    const std::string_view id = keys.id.substr(0, 15);
    const uint32_t lead = ids_.Find(id);
    const uint32_t other = lead == StringPool::kNone ? FindKey(kId, id) : lead;
    if (other != kNone) return {other, By::kOtherId};
  }
  for (const std::string_view text : {keys.visitor, keys.id}) {
    if (const uint32_t lead = FindKey(kVisitor, text); lead != kNone) {
      return {lead, By::kVisitor};
    }
  }
  return {};
}

}  // namespace mqlab
