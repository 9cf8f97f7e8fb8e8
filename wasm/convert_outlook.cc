// How a lead's scores go, and what would bring it further, as views.

#include "wasm/convert.h"
#include "wasm/typed_array.h"

namespace mqlab::wasm {

using emscripten::val;

namespace {

// Instants and points fit a double's 53 bits.
val ToFloats(const std::vector<int64_t>& numbers) {
  const std::vector<double> doubles(numbers.begin(), numbers.end());
  return TypedArray<double>("Float64Array", doubles);
}

val ToRemedy(const Run& run, const Remedy& remedy) {
  const auto gives = static_cast<double>(remedy.gives);
  switch (remedy.kind) {
    case Remedy::Kind::kPoints:
      return val(PointsRemedyView{
          PointsRemedyText(val("points")),
          ToText(remedy.score == kNoIndex
                     ? ""
                     : run.program.source.scores[remedy.score].id),
          static_cast<double>(remedy.points)});
    case Remedy::Kind::kEvent:
      return val(EventRemedyView{
          EventRemedyText(val("event")), ToText(remedy.event),
          PropertyCells(List(remedy.properties,
                             [](const Remedy::Property& property) {
                               return PropertyView{ToText(property.name),
                                                   ToText(property.value)};
                             })),
          static_cast<double>(remedy.times), gives});
    case Remedy::Kind::kField:
      return val(FieldRemedyView{FieldRemedyText(val("field")),
                                 ToText(remedy.field), ToText(remedy.value),
                                 ToText(remedy.from), gives});
  }
  return val::null();
}

}  // namespace

ScoreCurveView ToScoreCurve(const ScoreCurve& curve) {
  return {NumberArray(ToFloats(curve.at)), NumberArray(ToFloats(curve.total)),
          NumberArrays(List(curve.scores, ToFloats)),
          static_cast<double>(curve.as_of)};
}

Remedies ToRemedies(const Run& run, const std::vector<Remedy>& remedies) {
  return Remedies(List(
      remedies, [&](const Remedy& remedy) { return ToRemedy(run, remedy); }));
}

}  // namespace mqlab::wasm
