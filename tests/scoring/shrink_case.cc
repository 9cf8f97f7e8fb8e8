#include <nlohmann/json.hpp>
#include <utility>
#include <vector>

#include "scoring/comparison.h"

namespace mqlab::reference {
namespace {

using Json = nlohmann::ordered_json;

bool StillDiffers(const RandomCase& random_case) {
  const Comparison comparison = Compare(random_case);
  return comparison.rejected.empty() && !comparison.difference.empty();
}

// Tries each removal once; `remove` gives false when there is no i-th part.
template <typename Remove>
bool RemoveParts(RandomCase* best, const Remove& remove) {
  bool removed = false;
  for (size_t i = 0;;) {
    RandomCase smaller = *best;
    if (!remove(&smaller, i)) return removed;
    if (StillDiffers(smaller)) {
      *best = std::move(smaller);
      removed = true;
    } else {
      ++i;
    }
  }
}

// Removes the i-th part in the order of the text, at any depth, or puts a part
// of a list in its parent's place.
bool RemoveNode(Json* json, size_t* i) {
  if (!json->is_structured()) return false;
  for (auto part = json->begin(); part != json->end(); ++part) {
    if ((*i)-- == 0) {
      json->erase(part);
      return true;
    }
    if (RemoveNode(&*part, i)) return true;
  }
  return false;
}

bool Unwrap(Json* json, size_t* i) {
  if (!json->is_structured()) return false;
  for (auto& part : *json) {
    if (part.is_object() && part.size() == 1 && part.front().is_array() &&
        !part.front().empty() && (*i)-- == 0) {
      Json only = part.front().front();
      part = std::move(only);
      return true;
    }
    if (Unwrap(&part, i)) return true;
  }
  return false;
}

template <typename Edit>
bool EditRules(RandomCase* smaller, size_t i, const Edit& edit) {
  Json json = Json::parse(smaller->rules);
  if (!edit(&json, &i)) return false;
  smaller->rules = json.dump(1);
  return true;
}

template <typename T>
bool Erase(std::vector<T>* from, size_t i) {
  if (i >= from->size()) return false;
  from->erase(from->begin() + static_cast<ptrdiff_t>(i));
  return true;
}

}  // namespace

RandomCase Shrink(const RandomCase& random_case) {
  RandomCase best = random_case;
  // As-of stays, also when its event goes.
  best.as_of = Compare(random_case).judged.as_of;
  if (!StillDiffers(best)) return random_case;
  for (bool removed = true; removed;) {
    removed = RemoveParts(&best, [](RandomCase* smaller, size_t i) {
      return Erase(&smaller->data.leads, i);
    });
    removed |= RemoveParts(&best, [](RandomCase* smaller, size_t i) {
      return Erase(&smaller->data.events, i);
    });
    removed |= RemoveParts(&best, [](RandomCase* smaller, size_t i) {
      return EditRules(smaller, i, RemoveNode);
    });
    removed |= RemoveParts(&best, [](RandomCase* smaller, size_t i) {
      return EditRules(smaller, i, Unwrap);
    });
    // A name without a column must have no cells either.
    removed |= RemoveParts(&best, [](RandomCase* smaller, size_t i) {
      if (i >= smaller->data.field_names.size()) return false;
      const std::string name = smaller->data.field_names[i];
      for (RawLead& lead : smaller->data.leads) lead.cells.erase(name);
      return Erase(&smaller->data.field_names, i);
    });
    removed |= RemoveParts(&best, [](RandomCase* smaller, size_t i) {
      if (i >= smaller->data.property_names.size()) return false;
      const std::string name = smaller->data.property_names[i];
      for (RawEvent& event : smaller->data.events) event.properties.erase(name);
      return Erase(&smaller->data.property_names, i);
    });
  }
  return best;
}

}  // namespace mqlab::reference
