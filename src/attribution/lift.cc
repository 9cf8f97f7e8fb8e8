#include "attribution/lift.h"

#include <utility>

#include "base/wide.h"
#include "funnel/rate_json.h"
#include "statistics/newcombe.h"

namespace mqlab {
namespace {

double Share(uint32_t count, uint32_t of) {
  return static_cast<double>(count) / static_cast<double>(of);
}

// The ratio of the rates as a fraction; 0 when nobody reached the stage.
std::pair<Wide, Wide> Fraction(const Lift& lift) {
  if (lift.with_reached == 0) return {0, 1};
  return {Wide{lift.with_reached} * lift.without,
          Wide{lift.with} * lift.without_reached};
}

}  // namespace

std::optional<double> Lift::Ratio() const {
  if (without_reached == 0) return std::nullopt;
  const auto [ratio, of] = Fraction(*this);
  return static_cast<double>(ratio) / static_cast<double>(of);
}

// Both sides stay within 128 bits: there are less than 2^31 leads.
bool Lift::IsHigherThan(const Lift& other) const {
  const auto [mine, over] = Fraction(*this);
  const auto [others, under] = Fraction(other);
  return mine * under > others * over;
}

std::vector<Lift> FindLifts(const ContentUses& uses,
                            std::span<const uint32_t> leads,
                            std::span<const Instant> reached) {
  std::vector<Lift> lifts(uses.names.size());
  uint32_t all_reached = 0;
  for (const uint32_t lead : leads) {
    const Instant at = reached[lead];
    if (at != kNever) ++all_reached;
    for (uint32_t i = uses.offsets[lead]; i < uses.offsets[lead + 1]; ++i) {
      if (at != kNever && uses.first[i] > at) break;  // they are in order
      Lift& lift = lifts[uses.contents[i]];
      ++lift.with;
      if (at != kNever) ++lift.with_reached;
    }
  }
  for (Lift& lift : lifts) {
    lift.without = static_cast<uint32_t>(leads.size()) - lift.with;
    lift.without_reached = all_reached - lift.with_reached;
  }
  return lifts;
}

JsonText WriteLift(const Lift& lift) {
  if (!lift.is_told()) return WriteNull();
  const Interval interval = Newcombe(lift.with_reached, lift.with,
                                     lift.without_reached, lift.without);
  JsonText difference = JsonText::Object();
  difference.Add("share",
                 WriteNumber(Share(lift.with_reached, lift.with) -
                             Share(lift.without_reached, lift.without)));
  difference.Add("low", WriteNumber(interval.low));
  difference.Add("high", WriteNumber(interval.high));
  JsonText json = JsonText::Object();
  json.Add("with", WriteRate(lift.with_reached, lift.with));
  json.Add("without", WriteRate(lift.without_reached, lift.without));
  json.Add("difference", std::move(difference));
  json.Add("ratio", WriteNumber(lift.Ratio()));
  return json;
}

}  // namespace mqlab
