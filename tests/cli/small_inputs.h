#ifndef MQLAB_TESTS_CLI_SMALL_INPUTS_H_
#define MQLAB_TESTS_CLI_SMALL_INPUTS_H_

// Rules, three leads and their events, for the tests of the command line.

#include <string>
#include <string_view>

#include "cli/run_cli.h"

namespace mqlab {

inline constexpr std::string_view kRules = R"({
  "format": "mqlab/1",
  "created_field": "created",
  "scores": {
    "fit": {"start": 1.5, "max": 40,
            "bands": [{"label": "A", "ge": 20}, {"label": "B"}]},
    "engagement": {"weight": 50,
                   "bands": [{"label": "1", "ge": 10}, {"label": "2"}]}
  },
  "groups": {"mail": {"score": "engagement", "max": 3}},
  "rules": [
    {"id": "boss", "score": "fit", "label": "Boss", "why": "They decide.",
     "when": {"field": "title", "has_word": "director"}, "points": 20.125},
    {"id": "visit", "score": "engagement", "each": {"event": "visit"},
     "points": 5, "at_most": {"times": 2}},
    {"id": "open", "group": "mail", "each": {"event": "open"}, "points": 2}
  ],
  "disqualify": [
    {"when": {"field": "country", "eq": "Nowhere"}, "reason": "no \"market\""},
    {"when": {"event": "spam"}, "reason": "complained"}
  ],
  "stages": [
    {"id": "lead", "enter": {"field": "created", "is_set": true}},
    {"id": "mql", "enter": {"all": [{"score": "fit", "ge": 20},
                                    {"score": "engagement", "ge": 10}]}}
  ]
})";

inline constexpr std::string_view kLeads =
    "id;Title;country;created\r\n"
    "b;Director of x;Poland;2026-02-01\r\n"
    "\"a,1\";clerk;Nowhere;2026-02-02\r\n"
    "c;sub-director;;\r\n";

inline constexpr std::string_view kEvents =
    "timestamp,lead_id,type\n"
    "2026-03-01T09:30,b,visit\n"
    "2026-03-02 10:00:00.250,b,visit\n"
    "2026-03-03,b,visit\n"
    "2026-02-03,b,open\n"
    "2026-02-04,b,open\n"
    "2026-02-20,\"a,1\",spam\n"
    "2026-02-21,nobody,visit\n";

// Writes all three files; the options that name them.
inline std::string WriteInputs() {
  WriteText("rules.json", kRules);
  WriteText("leads.csv", kLeads);
  WriteText("events.csv", kEvents);
  return "--rules rules.json --leads leads.csv --events events.csv";
}

}  // namespace mqlab

#endif  // MQLAB_TESTS_CLI_SMALL_INPUTS_H_
