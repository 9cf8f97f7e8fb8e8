// The Timeline's part that knows conditions.

#include <algorithm>
#include <memory>
#include <utility>

#include "scoring/sequence.h"
#include "scoring/timeline.h"

namespace mqlab {

Mask& Timeline::Borrow() {
  if (borrowed_ == masks_.size()) masks_.push_back(std::make_unique<Mask>());
  return *masks_[borrowed_++];
}

void Timeline::TruthOf(uint32_t index, const Resets& from, Mask* out) {
  const Node& node = program_.nodes[index];
  const Verdict verdict = Quick(index);
  if (verdict != Verdict::kVaries) {
    return out->Reset(size(), verdict == Verdict::kYes);
  }
  switch (node.kind) {
    case NodeKind::kAll:
    case NodeKind::kAny:
    case NodeKind::kNone: {
      const bool all = node.kind == NodeKind::kAll;
      out->Reset(size(), all);
      Mask& part = Borrow();
      for (const uint32_t child : node.children) {
        TruthOf(child, from, &part);
        if (all) {
          out->And(part);
          if (out->None()) break;
        } else {
          out->Or(part);
        }
      }
      Return();
      if (node.kind == NodeKind::kNone) out->Invert();
      return;
    }
    case NodeKind::kAtLeast: {
      out->Reset(size(), false);
      std::vector<int64_t> counts(size());
      Mask& part = Borrow();
      for (const uint32_t child : node.children) {
        TruthOf(child, from, &part);
        for (size_t i = 0; i < size(); ++i) counts[i] += part[i] ? 1 : 0;
      }
      Return();
      for (size_t i = 0; i < size(); ++i) {
        if (counts[i] >= node.low) out->Set(i);
      }
      return;
    }
    case NodeKind::kField:
      return FieldTruth(node, out);
    case NodeKind::kEvent:
      return EventTruth(node, from, out);
    case NodeKind::kIdle:
      return IdleTruth(node, from, out);
    case NodeKind::kSequence:
      return SequenceTruth(node, from, out);
    case NodeKind::kScore:
    case NodeKind::kBand:
      return ScoreTruth(node, out);
    case NodeKind::kScenario:
      return TruthOf(program_.scenarios[node.a], from, out);
    case NodeKind::kStage:  // depends on the life itself
      return;
  }
}

void Timeline::FieldTruth(const Node& node, Mask* out) const {
  if (binding_.IsAge(node.a)) {
    out->Reset(size(), false);
    for (size_t i = has_fields_from_; i < size(); ++i) {
      if (binding_.FieldHolds(node.a, lead_, true, instants_[i])) out->Set(i);
    }
    return;
  }
  out->Reset(size(), has_fields_from_ > 0 &&
                         binding_.FieldHolds(node.a, lead_, false, as_of_));
  if (has_fields_from_ >= size()) return;
  const bool with_fields = binding_.FieldHolds(node.a, lead_, true, as_of_);
  if (has_fields_from_ == 0) {
    out->Reset(size(), with_fields);
  } else if (with_fields) {
    out->SetRange(has_fields_from_, size());
  } else {
    Mask& mask = *out;
    const bool before = mask[0];
    mask.Reset(size(), false);
    if (before) mask.SetRange(0, has_fields_from_);
  }
}

void Timeline::EventTruth(const Node& node, const Resets& from,
                          Mask* out) const {
  const std::vector<uint32_t>& matches = matches_[node.a];
  const auto count = static_cast<int64_t>(matches.size());
  out->Reset(size(), false);
  if (count < node.low) return;
  if (from.empty() && node.within_days == 0) {
    const auto reaches = [&](int64_t number) {
      return number == 0 ? 0
                         : arrival_[matches[static_cast<size_t>(number) - 1]];
    };
    out->SetRange(reaches(node.low),
                  node.high < count ? reaches(node.high + 1) : size());
    return;
  }
  // At least so many in a window: from the coming of the last of them until the
  // first is too old.
  if (from.empty() && node.low > 0 && node.high >= count) {
    const std::span<const Instant> times = events_.times();
    for (auto last = static_cast<size_t>(node.low) - 1; last < matches.size();
         ++last) {
      const uint32_t first = matches[last + 1 - static_cast<size_t>(node.low)];
      const Instant gone = times[first] + node.within_days * kMillisPerDay;
      const uint32_t comes = arrival_[matches[last]];
      if (instants_[comes] >= gone) continue;
      const auto goes =
          std::lower_bound(instants_.begin() + comes, instants_.end(), gone);
      out->SetRange(comes, static_cast<size_t>(goes - instants_.begin()));
    }
    return;
  }
  size_t begin = 0;
  size_t end = 0;
  for (size_t i = 0; i < size(); ++i) {
    while (end < matches.size() && matches[end] < visible_[i]) ++end;
    while (begin < end && (matches[begin] < From(from, i) ||
                           (node.within_days > 0 &&
                            Age(matches[begin], i) >= node.within_days))) {
      ++begin;
    }
    const auto have = static_cast<int64_t>(end - begin);
    if (node.low <= have && have <= node.high) out->Set(i);
  }
}

void Timeline::IdleTruth(const Node& node, const Resets& from,
                         Mask* out) const {
  const std::vector<uint32_t>& matches = matches_[node.a];
  out->Reset(size(), matches.empty());
  size_t end = 0;
  for (size_t i = 0; i < size() && !matches.empty(); ++i) {
    while (end < matches.size() && matches[end] < visible_[i]) ++end;
    if (end == 0 || matches[end - 1] < From(from, i) ||
        Age(matches[end - 1], i) >= node.low) {
      out->Set(i);
    }
  }
}

// Once a sequence is there it stays, until a reset.
void Timeline::SequenceTruth(const Node& node, const Resets& from,
                             Mask* out) const {
  out->Reset(size(), false);
  if (!std::ranges::all_of(node.steps,
                           [&](uint32_t step) { return HasEvents(step); })) {
    return;
  }
  for (size_t begin = 0; begin < size();) {
    const uint32_t first = From(from, begin);
    size_t end = begin + 1;
    while (end < size() && From(from, end) == first) ++end;
    const uint32_t until = visible_[end - 1];
    std::vector<std::span<const uint32_t>> steps;
    for (const uint32_t step : node.steps) {
      const std::vector<uint32_t>& matches = matches_[step];
      steps.emplace_back(std::ranges::lower_bound(matches, first),
                         std::ranges::lower_bound(matches, until));
    }
    const auto done =
        FollowSequence(std::move(steps), events_.times(), node.within_days)
            .completed;
    if (done) out->SetRange(std::max<size_t>(begin, arrival_[*done]), end);
    begin = end;
  }
}

void Timeline::ScoreTruth(const Node& node, Mask* out) {
  out->Reset(size(), false);
  const std::vector<Millipoints>& values =
      node.a == kNoIndex ? Total() : Score(node.a);
  const auto set_where = [&](auto holds) {
    for (size_t i = 0; i < size(); ++i) {
      if (holds(values[i])) out->Set(i);
    }
  };
  if (node.kind == NodeKind::kBand) {
    set_where([&](Millipoints x) {
      const uint16_t band = BandOf(program_.scores[node.a], x);
      return std::ranges::count(node.steps, band) > 0;
    });
    return;
  }
  const PassingRange passing = PassingValues(node);
  set_where([&](Millipoints x) { return passing.Has(x); });
}

}  // namespace mqlab
