#include "sample/truth.h"

#include <span>
#include <string_view>

namespace mqlab {
namespace {

// A JSON text, two spaces a level. Names and texts here need no escapes.
class Json {
 public:
  void Open(std::string_view name, char bracket) {
    Key(name);
    text_ += bracket;
    closers_ += bracket == '{' ? '}' : ']';
    first_ = true;
  }
  void Close() {
    const char closer = closers_.back();
    closers_.pop_back();
    if (!first_) Line();
    text_ += closer;
    first_ = false;
  }
  void Number(std::string_view name, int64_t value) {
    Key(name);
    text_ += std::to_string(value);
  }
  void Text(std::string_view name, std::string_view value) {
    Key(name);
    text_.append("\"").append(value).append("\"");
  }
  std::string Take() { return text_ + "\n"; }

 private:
  void Line() { text_.append("\n").append(closers_.size() * 2, ' '); }
  void Key(std::string_view name) {
    if (!first_) text_ += ',';
    first_ = false;
    if (!closers_.empty()) Line();
    if (!name.empty()) text_.append("\"").append(name).append("\": ");
  }

  std::string text_;
  std::string closers_;
  bool first_ = true;
};

void Count(const std::vector<LifeEvent>& life, bool quiet, Outcome& outcome) {
  ++outcome.leads;
  if (quiet) ++outcome.quiet;
  for (const LifeEvent& event : life) {
    switch (event.type) {
      case EventType::kSalesAccepted:
        ++outcome.accepted;
        break;
      case EventType::kSalesRejected:
        ++outcome.rejected;
        break;
      case EventType::kOpportunityCreated:
        ++outcome.opportunities;
        break;
      case EventType::kOpportunityWon:
        ++outcome.won;
        break;
      case EventType::kOpportunityLost:
        ++outcome.lost;
        break;
      default:
        break;
    }
  }
}

void WriteOutcome(Json& json, std::string_view name, const Outcome& outcome) {
  json.Open(name, '{');
  json.Number("leads", outcome.leads);
  json.Number("without_events_after_creation", outcome.quiet);
  json.Number("accepted", outcome.accepted);
  json.Number("rejected", outcome.rejected);
  json.Number("opportunities", outcome.opportunities);
  json.Number("won", outcome.won);
  json.Number("lost", outcome.lost);
  json.Close();
}

void WriteRule(Json& json) {
  json.Open("rule", '{');
  json.Text(
      "meaning",
      "A lead's worth is the sum of what it is and has done by the day on "
      "which sales looks at it, in thousandths of log-odds. The chance of "
      "each step is logistic((worth + intercept) / 1000).");
  json.Open("intercepts", '{');
  json.Number("accepted", kAcceptedIntercept);
  json.Number("opportunity", kOpportunityIntercept);
  json.Number("won", kWonIntercept);
  json.Close();
  json.Open("seniority", '{');
  for (size_t i = 0; i < kNumSeniorities; ++i) {
    json.Number(kSeniorities[i], kSeniorityWorth[i]);
  }
  json.Close();
  json.Open("industry", '{');
  for (size_t i = 0; i < kNumIndustries; ++i) {
    json.Number(kIndustries[i], kIndustryWorth[i]);
  }
  json.Close();
  json.Open("employees", '{');
  for (const SizeClass& size : kSizes) json.Number(size.name, size.worth);
  json.Close();
  json.Open("lead_source", '{');
  for (const ChannelFacts& channel : kChannels)
    json.Number(channel.name, channel.worth);
  json.Close();
  json.Open("each_event", '{');
  for (const ActWorth& act : kActs) {
    json.Open(act.name, '{');
    json.Number("worth", act.worth);
    json.Number("at_most", act.at_most);
    json.Close();
  }
  json.Close();
  json.Open("content_download", '{');
  for (const Content& content : kContents)
    json.Number(content.name, content.worth);
  json.Close();
  json.Close();
}

void WriteTitles(Json& json) {
  json.Open("titles", '{');
  for (size_t i = 0; i < kNumSeniorities; ++i) {
    json.Open(kSeniorities[i], '[');
    for (const Culture& culture : Cultures()) {
      for (size_t j = 0; j < culture.titles[i].size(); ++j) {
        json.Text("", culture.titles[i][j]);
      }
    }
    json.Close();
  }
  json.Close();
}

}  // namespace

void Tally::Add(const Person& person, const std::vector<LifeEvent>& life) {
  Count(life, person.quiet, all);
  Count(life, person.quiet, by_seniority[person.seniority]);
  Count(life, person.quiet, by_channel[static_cast<size_t>(person.channel)]);
  for (const LifeEvent& event : life) ++events[static_cast<size_t>(event.type)];
}

std::string WriteTruth(const SampleOptions& options, const Tally& tally) {
  Json json;
  json.Open("", '{');
  json.Text("seller",
            "Rota Nova, an invented maker of shift-planning software");
  json.Text("seed", std::to_string(options.seed));
  json.Text("from", FormatInstant(kDayZero));
  json.Text("to", FormatInstant(kDayZero + kEnd * 1000));
  WriteOutcome(json, "counts", tally.all);
  json.Open("events", '{');
  for (size_t i = 0; i < kEventTypes.size(); ++i) {
    json.Number(kEventTypes[i], static_cast<int64_t>(tally.events[i]));
  }
  json.Close();
  json.Text("best_lead_source", "Referral");
  json.Text("worst_lead_source", "Content syndication");
  json.Text("best_content", "Comparison of planning tools");
  json.Text("worst_content", "Template: Shift calendar");
  WriteRule(json);
  json.Open("by_seniority", '{');
  for (size_t i = 0; i < kNumSeniorities; ++i) {
    WriteOutcome(json, kSeniorities[i], tally.by_seniority[i]);
  }
  json.Close();
  json.Open("by_lead_source", '{');
  for (size_t i = 0; i < kNumChannels; ++i) {
    WriteOutcome(json, kChannels[i].name, tally.by_channel[i]);
  }
  json.Close();
  WriteTitles(json);
  json.Close();
  return json.Take();
}

}  // namespace mqlab
