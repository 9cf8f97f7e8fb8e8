#include <iostream>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "cli/commands.h"
#include "cli/files.h"
#include "cli/findings.h"
#include "cli/inputs.h"
#include "import/zone_json.h"
#include "json/json_text.h"
#include "json/json_tree.h"
#include "report/lead_condition.h"
#include "report/lead_filter.h"
#include "review/answer.h"
#include "scoring/score.h"

namespace mqlab {
namespace {

constexpr std::string_view kReportHelp =
    R"(mqlab report NAME --rules FILE --leads FILE [--events FILE] [options]

Writes what a report tells as JSON; rules/measuring.md says what its numbers
mean. NAME is one of
  stages     the funnel: counts, conversion, time in each stage, reasons
  times      how long it takes from --from to --to, with those still open
  cohorts    the leads of each month of entry, and what came of them
  recorded   stages that another system recorded, beside the computed ones
  queue      the leads to be called, hottest first, each with its story
  clock      how soon sales took up what was handed over
  card       all that is known of one --lead for a call
  nurture    tracks, segments and the next best content of each
  fading     leads about to be lost
  channels   channels, campaigns or contents by every model of attribution
  contents   which contents make MQLs and customers
  checks     what the numbers warn of
  review     what came of the MQLs of a month

  --rules FILE, --leads FILE, --events FILE, --data FILE, --as-of TIME,
  --map FIELD=HEADER, --mapping FILE, --orphans leads, --zone ZONE, --threads N
                      see 'mqlab score --help'
  --costs FILE        month, channel, campaign, cost, currency
  --where CONDITION   only leads for which a condition of the rule file's
                      language holds: '{"field": "country", "eq": "PL"}'
  --since DAY         only leads that entered then or later
  --until DAY         only leads that entered before
  --by WHAT           channel, campaign or content; a field of the leads where
                      it stands as field:NAME
  --from STAGE, --to STAGE
                      of times and cohorts; from entry unless given
  --conversion STAGE  of channels: what credit is given for
  --lead ID           of card
  --rows A-B          of queue and fading: rows A to B, from 1; 1-50 unless
                      given
  --list LIST         of queue: contactable (unless given) or anonymous
  --out FILE          instead of standard output

Examples:
  mqlab report stages --rules rules.json --leads leads.csv --events events.csv
  mqlab report channels --rules rules.json --leads leads.csv \
      --events events.csv --costs costs.csv --conversion customer
  mqlab report review --rules rules.json --data export.csv \
      --since 2026-10-01 --until 2026-11-01
)";

JsonText InstantOrNull(const Args& args, std::string_view option,
                       std::string* fault) {
  const auto text = args.find(option);
  if (!text) return JsonText::Raw("null");
  const auto instant = ParseInstant(*text);
  if (!instant) {
    *fault = "--" + std::string(option) + " is written 2026-03-01, not \"" +
             *text + "\"";
  }
  return JsonText::Whole(instant.value_or(0));
}

JsonText TextOrNull(const Args& args, std::string_view option) {
  const auto text = args.find(option);
  return text ? JsonText::Text(*text) : JsonText::Raw("null");
}

JsonText ByOf(const std::string& name, const std::optional<std::string>& by) {
  if (name == "channels") return JsonText::Text(by.value_or("channel"));
  if (!by) return JsonText::Raw("null");
  constexpr std::string_view kField = "field:";
  const bool field = by->starts_with(kField);
  JsonText object = JsonText::Object();
  object.Add(field ? "field" : "touch",
             JsonText::Text(field ? by->substr(kField.size()) : *by));
  return object;
}

// `fault` is set when the value is no range of rows.
void AddRows(const Args& args, JsonText* request, std::string* fault) {
  const std::string rows = args.get("rows", "1-50");
  const size_t dash = rows.find('-');
  const auto number = [&](std::string_view text) {
    int64_t value = 0;
    for (const char c : text) {
      if (c < '0' || c > '9' || value > 1'000'000'000) return int64_t{0};
      value = value * 10 + (c - '0');
    }
    return value;
  };
  const int64_t first = number(rows.substr(0, dash));
  const int64_t last =
      dash == rows.npos ? first : number(rows.substr(dash + 1));
  if (first < 1 || last < first) {
    *fault = "--rows is written 1-50, not \"" + rows + "\"";
  }
  request->Add("begin", JsonText::Whole(first - 1));
  request->Add("end", JsonText::Whole(last));
}

// Of the clocks that business hours are kept by.
JsonText ZoneOf(const Run& run) {
  const std::optional<Sla>& sla = run.program.source.sla;
  if (!sla || !sla->business_hours) return JsonText::List();
  return ZoneJson(sla->business_hours->zone, run.as_of + 366 * kMillisPerDay);
}

std::string RequestOf(const Args& args, const Run& run, std::string* fault) {
  const std::string& name = args.positional().front();
  JsonText period = JsonText::Object();
  period.Add("from", InstantOrNull(args, "since", fault));
  period.Add("until", InstantOrNull(args, "until", fault));
  JsonText request = JsonText::Object();
  request.Add("report", JsonText::Text(name));
  request.Add("zone", ZoneOf(run));
  if (name == "queue" || name == "fading") AddRows(args, &request, fault);
  if (name == "queue") {
    request.Add("list", JsonText::Text(args.get("list", "contactable")));
  } else if (name == "card") {
    const uint32_t lead = run.dataset->leads.ids.Find(args.get("lead"));
    if (lead == StringPool::kNone) {
      *fault = "no lead has the id \"" + args.get("lead") + "\"";
    }
    request.Add("lead", JsonText::Whole(lead));
  } else {
    request.Add("period", std::move(period));
    request.Add("by", ByOf(name, args.find("by")));
    request.Add("from", TextOrNull(args, "from"));
    request.Add("to", JsonText::Text(args.get("to", "customer")));
    request.Add("conversion",
                JsonText::Text(args.get("conversion", "customer")));
  }
  return request.Print();
}

int Answer(const Args& args, const InputFiles& files, Inputs inputs) {
  Run run;
  run.dataset = std::make_shared<Dataset>(std::move(inputs.dataset));
  run.rules = std::move(inputs.rules);
  run.program = std::move(*inputs.program);
  run.binding = std::make_unique<Binding>(run.program, *run.dataset);
  run.as_of = AsOf(args, *run.dataset);
  ScoreResult scored = ScoreLeads(*run.binding, run.as_of, files.threads);
  if (!scored.table) {
    inputs.findings.Add(files.rules, InputKind::kRules, scored.issues);
    inputs.findings.Print(std::cerr);
    return kFaults;
  }
  run.table = std::move(*scored.table);

  std::string fault;
  const std::string request = RequestOf(args, run, &fault);
  LeadQuery query;
  query.where = args.get("where");
  query.sort = SortBy::kInput;
  if (!query.where.empty()) {
    const IssueList issues = CompileCondition(run, query.where).issues;
    inputs.findings.Add("--where", InputKind::kRules, issues);
  }
  inputs.findings.Print(std::cerr);
  if (!fault.empty()) return UsageFault("report", fault);
  if (inputs.findings.has_errors()) return kFaults;

  std::optional<std::vector<uint32_t>> selection;
  if (!query.where.empty()) selection = FilterLeads(run, query);
  const std::string answer =
      mqlab::Answer({.run = run,
                     .costs = inputs.costs ? &*inputs.costs : nullptr,
                     .selection = selection ? &*selection : nullptr},
                    request);
  IssueList ignored;
  const std::optional<JsonValue> told = ParseJson(answer, ignored);
  if (const JsonMember* why = told ? told->Find("fault") : nullptr) {
    return UsageFault("report", why->value.text + " as it is asked for");
  }
  return WriteFile(args.get("out", "-"), answer) ? kOk : kFaults;
}

int RunReport(const Args& args) {
  std::string fault;
  const InputFiles files = FilesOf(args, args.get("rules"), &fault);
  if (fault.empty() && !files.leads && files.data.empty()) {
    fault = "--leads is missing";
  }
  if (!fault.empty()) return UsageFault("report", fault);
  Inputs inputs = ReadInputs(files);
  if (!inputs.program) {
    inputs.findings.Print(std::cerr);
    return kFaults;
  }
  return Answer(args, files, std::move(inputs));
}

constexpr Option kReportOptions[] = {{.name = "rules", .required = true},
                                     {.name = "leads"},
                                     {.name = "events"},
                                     {.name = "costs"},
                                     {.name = "as-of"},
                                     {.name = "threads"},
                                     {.name = "out"},
                                     {.name = "data", .repeats = true},
                                     {.name = "map", .repeats = true},
                                     {.name = "mapping"},
                                     {.name = "orphans"},
                                     {.name = "zone"},
                                     {.name = "where"},
                                     {.name = "since"},
                                     {.name = "until"},
                                     {.name = "by"},
                                     {.name = "from"},
                                     {.name = "to"},
                                     {.name = "conversion"},
                                     {.name = "lead"},
                                     {.name = "rows"},
                                     {.name = "list"}};

}  // namespace

const Command kReportCommand = {
    "report",    "tells of funnel, hand-off, nurture and money",
    kReportHelp, kReportOptions,
    1,           RunReport};

}  // namespace mqlab
