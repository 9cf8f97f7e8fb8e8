#include "import/type_names.h"

#include "import/event_types.h"
#include "import/stages.h"

namespace mqlab {

std::string RawType(std::string_view type, std::string_view detail) {
  std::string raw(type);
  if (!detail.empty()) raw.append(" · ").append(detail);
  return raw;
}

std::string_view TypeNames::Of(const Event& event) {
  // A campaign that is a webinar says so in its type, or in its name.
  const bool by_campaign = shape_ != nullptr && event.detail.empty();
  const std::string_view campaign =
      by_campaign ? event.campaign : std::string_view();
  key_.assign(event.type);
  key_.push_back('\0');
  key_.append(event.detail);
  key_.push_back('\0');
  key_.append(campaign);
  auto known = known_.find(key_);
  if (known == known_.end()) {
    Event plain = event;
    plain.campaign = campaign;
    known = known_.emplace(key_, ByText(plain)).first;
  }
  return kept_ ? std::string_view(known->second)
               : RefinedByAsset(known->second, event.asset);
}

std::string TypeNames::ByText(const Event& event) const {
  const std::string raw = RawType(event.type, event.detail);
  const auto chosen = chosen_.find(raw);
  if (chosen != chosen_.end()) return chosen->second;
  std::string_view name = event.type;
  if (kind_ == FileKind::kOutcomes) {
    name = OutcomeType(event.type);
  } else if (shape_ != nullptr && !shape_->types.empty()) {
    name =
        EventTypeByTable(shape_->types, event.type,
                         event.detail.empty() ? event.campaign : event.detail);
  } else if (!kept_) {
    name = EventTypeByWords(raw);
  }
  return std::string(name.empty() ? "other" : name);
}

}  // namespace mqlab
