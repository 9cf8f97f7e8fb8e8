#include "attribution/content_report.h"

#include <algorithm>
#include <utility>

#include "attribution/contents.h"
#include "attribution/webinars.h"
#include "base/string_pool.h"
#include "base/text.h"
#include "funnel/rate_json.h"
#include "funnel/roles.h"

namespace mqlab {
namespace {

std::vector<Lift> LiftsTo(const Run& run, const Scope& scope,
                          const ContentUses& uses, int32_t stage) {
  if (stage == kNoStage) return std::vector<Lift>(uses.names.size());
  return FindLifts(uses, scope.leads,
                   run.table.reached[static_cast<size_t>(stage)]);
}

}  // namespace

std::vector<ContentRow> FindContents(const Run& run, const Scope& scope) {
  const ContentUses uses = FindContentUses(run);
  const Roles roles = FindRoles(run.program.source);
  const std::vector<Lift> mql = LiftsTo(run, scope, uses, roles.mql);
  const std::vector<Lift> customer = LiftsTo(run, scope, uses, roles.customer);
  std::vector<ContentRow> rows;
  StringPool folded;  // numbered as the rows are
  for (size_t content = 0; content < uses.names.size(); ++content) {
    folded.Intern(Fold(uses.names[content]));
    rows.push_back({.content = uses.names[content],
                    .mql = mql[content],
                    .customer = customer[content]});
  }
  for (const uint32_t lead : scope.leads) {
    for (const uint32_t content : uses.Of(lead)) ++rows[content].leads;
  }
  for (Webinar& webinar : FindWebinars(run, scope)) {
    const uint32_t row = folded.Intern(Fold(webinar.name));
    if (row == rows.size()) rows.push_back({.content = webinar.name});
    rows[row].registered = static_cast<uint32_t>(webinar.registered());
    rows[row].finished = static_cast<uint32_t>(webinar.attended.size());
  }
  std::erase_if(rows, [](const ContentRow& row) {
    return row.leads == 0 && row.registered == 0;
  });
  std::ranges::stable_sort(rows, [](const ContentRow& a, const ContentRow& b) {
    return a.leads > b.leads;
  });
  return rows;
}

JsonText WriteContents(const std::vector<ContentRow>& rows) {
  JsonText list = JsonText::List();
  for (const ContentRow& row : rows) {
    JsonText json = JsonText::Object();
    json.Add("content", CellToJson(row.content));
    json.Add("leads", JsonText::Whole(row.leads));
    json.Add("mql", WriteLift(row.mql));
    json.Add("customer", WriteLift(row.customer));
    json.Add("finished", row.registered > 0
                             ? WriteRate(row.finished, row.registered)
                             : WriteNull());
    list.Add(std::move(json));
  }
  JsonText json = JsonText::Object();
  json.Add("rows", std::move(list));
  return json;
}

std::vector<uint32_t> ListContent(const Run& run, const Scope& scope,
                                  std::string_view content) {
  const ContentUses uses = FindContentUses(run);
  const uint32_t number = uses.Find(content);
  std::vector<uint32_t> leads;
  for (const uint32_t lead : scope.leads) {
    if (std::ranges::count(uses.Of(lead), number) > 0) leads.push_back(lead);
  }
  return leads;
}

}  // namespace mqlab
