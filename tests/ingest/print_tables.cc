#include "ingest/print_tables.h"

#include <vector>

#include "ingest/open_table.h"

namespace mqlab {
namespace {

void Print(const TableReport& report, std::string* text) {
  for (const uint32_t number :
       {report.rows, report.kept, report.left_out, report.duplicates}) {
    *text += std::to_string(number) + " ";
  }
  *text += report.dialect.delimiter;
  for (const ColumnReport& column : report.columns) {
    *text += "\n" + column.header + "=" + column.name + ":" +
             std::string(FieldTypeName(column.type)) + " " +
             std::to_string(column.votes.cells) + " " +
             std::to_string(column.votes.instants);
    for (const std::string& sample : column.samples) *text += "<" + sample;
  }
  for (const Issue& issue : report.issues.issues()) {
    *text += "\n" + std::string(IssueId(issue.code)) + "@" +
             std::to_string(issue.place.line) + ":" +
             std::to_string(issue.place.column);
    for (const std::string& arg : issue.args) *text += "|" + arg;
  }
  for (const auto& [code, count] : report.issues.counts()) {
    *text += "\n" + std::string(IssueId(code)) + "=" + std::to_string(count);
  }
}

void Print(const EventLog& log, const std::vector<Column>& properties,
           uint32_t owners, std::string* text) {
  for (uint32_t owner = 0; owner < owners; ++owner) {
    const EventSpan span = log.Of(owner);
    for (uint32_t i = span.begin; i < span.end; ++i) {
      *text += "\n" + std::to_string(owner) + "@" +
               std::to_string(span.block->time[i]) + "#" +
               std::to_string(span.block->row[i]) + "t" +
               std::to_string(span.block->type[i]);
      for (size_t p = 0; p < properties.size(); ++p) {
        const uint32_t code = span.block->properties[p][i];
        *text += "|" + std::string(properties[p].texts[code]);
      }
    }
  }
}

}  // namespace

std::string Dump(const IssueList& issues) {
  std::string text;
  for (const Issue& issue : issues.issues()) {
    text += std::string(IssueId(issue.code)) + " " +
            std::to_string(issue.place.line) + ":" +
            std::to_string(issue.place.column);
    for (const std::string& arg : issue.args) text += " [" + arg + "]";
    text += "\n";
  }
  return text;
}

std::string Print(const LeadsResult& result) {
  std::string text;
  Print(result.report, &text);
  if (!result.leads) return text;
  for (uint32_t lead = 0; lead < result.leads->size(); ++lead) {
    text += "\n" + std::string(result.leads->ids[lead]);
    for (const Column& field : result.leads->fields) {
      text += "|" + std::string(field.cell(lead));
    }
  }
  return text;
}

std::string Print(const EventsResult& result) {
  std::string text;
  Print(result.report, &text);
  if (!result.events) return text;
  const EventStore& events = *result.events;
  for (uint32_t type = 0; type < events.types.size(); ++type) {
    text += "\n" + std::string(events.types[type]) + "=" +
            std::to_string(events.type_counts[type]);
  }
  Print(events.log, events.properties, 100, &text);
  for (uint32_t i = 0; i < events.orphan_ids.size(); ++i) {
    text += "\n" + std::string(events.orphan_ids[i]);
  }
  Print(events.orphans, events.properties, events.orphan_ids.size(), &text);
  return text;
}

const LeadTable& SomeLeads() {
  static const LeadsResult leads = ReadLeads("id\nl1\nl2\n17\na@x.org\n", {});
  return *leads.leads;
}

std::string BehindTheSample(std::string_view header, std::string_view row,
                            std::string_view rest) {
  std::string text(header);
  while (text.size() <= kSampleBytes) text += row;
  return text += rest;
}

}  // namespace mqlab
