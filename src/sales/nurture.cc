#include "sales/nurture.h"

#include <algorithm>
#include <array>
#include <utility>

#include "funnel/rate_json.h"
#include "funnel/roles.h"
#include "report/questions.h"

namespace mqlab {
namespace {

constexpr std::array<std::string_view, kNumBuyerSteps> kSteps = {
    "awareness", "consideration", "decision"};

// Who can be nurtured.
class Readiness {
 public:
  Readiness(const Run& run, const HandOff& hand_off)
      : run_(run),
        hand_off_(hand_off),
        customer_(FindRoles(run.program.source).customer) {}

  bool IsReady(uint32_t lead) const {
    const ScoreTable& table = run_.table;
    const int32_t stage = table.stage[lead];
    const bool handed_over = hand_off_.stage() != kNoStage &&
                             (stage > hand_off_.stage() ||
                              (stage == hand_off_.stage() &&
                               hand_off_.MarkOf(lead) != Mark::kToNurture));
    const bool bought =
        customer_ != kNoStage &&
        table.reached[static_cast<size_t>(customer_)][lead] != kNever;
    return handed_over || bought || stage == kDisqualified ||
           !hand_off_.HasContact(lead);
  }

 private:
  const Run& run_;
  const HandOff& hand_off_;
  int32_t customer_;
};

// One track as its leads go through it.
class Course {
 public:
  Course(const NurtureTrack& track, const ContentUses& uses) : uses_(uses) {
    for (size_t step = 0; step < kNumBuyerSteps; ++step) {
      for (const std::string& name : track.content[step]) {
        contents_.push_back(uses.Find(name));
      }
      ends_[step] = static_cast<uint32_t>(contents_.size());
    }
  }

  uint32_t size() const { return ends_.back(); }
  uint32_t number(uint32_t content) const { return contents_[content]; }
  uint32_t begin(uint32_t step) const {
    return step == 0 ? 0 : ends_[step - 1];
  }
  uint32_t end(uint32_t step) const { return ends_[step]; }

  // The furthest step of which the lead has used a content.
  uint32_t StepOf(uint32_t lead) const {
    uint32_t step = kNumBuyerSteps - 1;
    while (step > 0 && !HasUsed(lead, begin(step), end(step))) --step;
    return step;
  }
  // The best of what it has not used of a step, or of one after it.
  uint32_t NextOf(uint32_t lead, uint32_t step,
                  const std::vector<Lift>& lifts) const {
    for (; step < kNumBuyerSteps; ++step) {
      uint32_t best = kNoIndex;
      for (uint32_t i = begin(step); i < end(step); ++i) {
        if (HasUsed(lead, i, i + 1)) continue;
        if (best == kNoIndex || IsBetter(lifts[i], lifts[best])) best = i;
      }
      if (best != kNoIndex) return best;
    }
    return kNoIndex;
  }

 private:
  bool HasUsed(uint32_t lead, uint32_t from, uint32_t until) const {
    return std::ranges::any_of(uses_.Of(lead), [&](uint32_t used) {
      return std::find(contents_.begin() + from, contents_.begin() + until,
                       used) != contents_.begin() + until;
    });
  }
  static bool IsBetter(const Lift& lift, const Lift& than) {
    if (!lift.is_told() || !than.is_told()) return lift.is_told();
    return lift.IsHigherThan(than);
  }

  const ContentUses& uses_;
  std::vector<uint32_t> contents_;  // numbers of ContentUses, step after step
  std::array<uint32_t, kNumBuyerSteps> ends_{};
};

// The first track that holds for each lead of the scope, kNoIndex for none.
std::vector<uint32_t> FindTracks(const Run& run,
                                 const std::vector<NurtureTrack>& tracks,
                                 std::span<const uint32_t> leads) {
  std::vector<Condition> conditions;
  for (const NurtureTrack& track : tracks) conditions.push_back(track.when);
  Questions questions(run, conditions, {});
  std::vector<uint32_t> found;
  for (const uint32_t lead : leads) {
    uint32_t track = 0;
    while (track < tracks.size() && !questions.Holds(track, lead)) ++track;
    found.push_back(track == tracks.size() ? kNoIndex : track);
  }
  return found;
}

void FillTrack(const NurtureTrack& track, const Course& course,
               std::span<const uint32_t> waiting, TrackReport* report) {
  for (const std::vector<std::string>& step : track.content) {
    report->contents.insert(report->contents.end(), step.begin(), step.end());
  }
  // By step, then by content, all used last.
  const size_t width = course.size() + 1;
  std::vector<NurtureSegment> segments(kNumBuyerSteps * width);
  for (const uint32_t lead : waiting) {
    const uint32_t step = course.StepOf(lead);
    const uint32_t next = course.NextOf(lead, step, report->lifts);
    NurtureSegment& segment =
        segments[step * width + std::min(next, course.size())];
    segment.step = step;
    segment.next = next;
    segment.leads.push_back(lead);
  }
  report->leads = static_cast<uint32_t>(waiting.size());
  for (NurtureSegment& segment : segments) {
    if (!segment.leads.empty()) report->segments.push_back(std::move(segment));
  }
}

}  // namespace

NurtureReport MakeNurture(const Run& run, const HandOff& hand_off,
                          const ContentUses& uses,
                          std::span<const uint32_t> leads) {
  NurtureReport report;
  const std::optional<Nurture>& nurture = run.program.source.nurture;
  const std::vector<NurtureTrack> none;
  const std::vector<NurtureTrack>& tracks = nurture ? nurture->tracks : none;
  const std::vector<uint32_t> track_of = FindTracks(run, tracks, leads);
  const int32_t mql = FindRoles(run.program.source).mql;
  const Readiness readiness(run, hand_off);
  std::vector<std::vector<uint32_t>> all(tracks.size());
  std::vector<std::vector<uint32_t>> waiting(tracks.size());
  for (size_t i = 0; i < leads.size(); ++i) {
    const uint32_t track = track_of[i];
    if (track != kNoIndex) all[track].push_back(leads[i]);
    if (readiness.IsReady(leads[i])) continue;
    ++report.not_ready;
    if (track == kNoIndex) {
      report.without_track.push_back(leads[i]);
    } else {
      waiting[track].push_back(leads[i]);
    }
  }
  for (size_t i = 0; i < tracks.size(); ++i) {
    TrackReport& track = report.tracks.emplace_back();
    const Course course(tracks[i], uses);
    track.lifts.resize(course.size());
    if (mql != kNoStage) {
      const std::vector<Lift> lifts =
          FindLifts(uses, all[i], run.table.reached[static_cast<size_t>(mql)]);
      for (uint32_t content = 0; content < course.size(); ++content) {
        const uint32_t number = course.number(content);
        if (number != kNoIndex) track.lifts[content] = lifts[number];
      }
    }
    FillTrack(tracks[i], course, waiting[i], &track);
  }
  return report;
}

JsonText WriteNurture(const Run& run, const NurtureReport& report) {
  JsonText json = JsonText::Object();
  json.Add("notReady", JsonText::Whole(report.not_ready));
  json.AddCount("withoutTrack", report.without_track.size());
  JsonText tracks = JsonText::List();
  for (size_t i = 0; i < report.tracks.size(); ++i) {
    const NurtureTrack& track = run.program.source.nurture->tracks[i];
    const TrackReport& of_track = report.tracks[i];
    JsonText item = JsonText::Object();
    item.Add("id", CellToJson(track.id));
    item.Add("label", CellToJson(track.label));
    item.Add("leads", JsonText::Whole(of_track.leads));
    JsonText segments = JsonText::List();
    for (const NurtureSegment& segment : of_track.segments) {
      const bool all_used = segment.next == kNoIndex;
      JsonText line = JsonText::Object();
      line.Add("step", JsonText::Text(kSteps[segment.step]));
      line.Add("next", all_used ? WriteNull()
                                : CellToJson(of_track.contents[segment.next]));
      line.Add("leads",
               JsonText::Whole(static_cast<int64_t>(segment.leads.size())));
      line.Add("lift", all_used ? WriteNull()
                                : WriteLift(of_track.lifts[segment.next]));
      segments.Add(std::move(line));
    }
    item.Add("segments", std::move(segments));
    tracks.Add(std::move(item));
  }
  json.Add("tracks", std::move(tracks));
  return json;
}

const NurtureSegment* FindSegment(const Run& run, const NurtureReport& report,
                                  std::string_view track, std::string_view step,
                                  std::optional<std::string_view> next) {
  for (size_t i = 0; i < report.tracks.size(); ++i) {
    if (run.program.source.nurture->tracks[i].id != track) continue;
    const TrackReport& of_track = report.tracks[i];
    for (const NurtureSegment& segment : of_track.segments) {
      const bool same = segment.next == kNoIndex
                            ? !next
                            : next == of_track.contents[segment.next];
      if (same && kSteps[segment.step] == step) return &segment;
    }
  }
  return nullptr;
}

}  // namespace mqlab
