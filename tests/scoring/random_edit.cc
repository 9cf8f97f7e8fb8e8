#include "scoring/random_edit.h"

#include <nlohmann/json.hpp>

namespace mqlab::reference {

using Json = nlohmann::json;

std::string EditRules(const std::string& rules, std::mt19937_64* random) {
  Json json = Json::parse(rules);
  Json& list = json["rules"];
  const auto below = [&](size_t n) {
    return static_cast<size_t>((*random)() % n);
  };
  if (list.empty()) return rules;
  Json& rule = list[below(list.size())];
  switch (below(8)) {
    case 0:
    case 1:
      if (rule.contains("points"))
        rule["points"] = static_cast<int>(below(41)) - 20;
      break;
    case 2:
      rule["enabled"] = !rule.value("enabled", true);
      break;
    case 3:
      list.erase(list.begin() + static_cast<int64_t>(below(list.size())));
      break;
    case 4:
      if (rule.contains("each")) rule["max_points"] = below(30);
      break;
    case 5:
      if (rule.contains("each")) {
        rule["decay"] = {{"kind", "linear"},
                         {"lose_percent", 10 + below(60)},
                         {"every_days", 1 + below(20)}};
      }
      break;
    case 6:
      for (auto& [id, score] : json["scores"].items()) {
        score["max"] = 5 + below(60);
      }
      break;
    default:
      for (Json& stage : json["stages"]) {
        if (stage["enter"].contains("ge")) stage["enter"]["ge"] = below(40);
      }
  }
  return json.dump();
}

}  // namespace mqlab::reference
