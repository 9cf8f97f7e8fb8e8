#include "scoring/random_case.h"

#include <vector>

#include "scoring/random_rules.h"
#include "scoring/random_source.h"
#include "scoring/reference_text.h"
#include "scoring/reference_value.h"

namespace mqlab::reference {
namespace {

std::vector<std::string> ColumnNames(const std::vector<RandomField>& fields) {
  std::vector<std::string> names;
  for (const RandomField& field : fields) {
    if (field.column) names.push_back(field.name);
  }
  return names;
}

std::map<std::string, std::string> DrawCells(
    Random* random, const RandomDomain& domain,
    const std::vector<RandomField>& fields) {
  std::map<std::string, std::string> cells;
  for (const RandomField& field : fields) {
    if (field.column) cells[field.name] = DrawCell(random, domain, field);
  }
  return cells;
}

std::string DrawLeadId(Random* random, int64_t leads) {
  std::string id = "L" + std::to_string(random->Below(leads));
  if (random->Rarely(15)) id = " " + id + "\u00a0";
  return id;
}

void DrawLeads(Random* random, const RandomDomain& domain, int64_t leads,
               RawData* data) {
  for (int64_t i = 0; i < leads; ++i) {
    data->leads.push_back(
        {"L" + std::to_string(i), DrawCells(random, domain, domain.fields)});
    if (random->Rarely(6)) {
      data->leads.push_back({DrawLeadId(random, i + 1),
                             DrawCells(random, domain, domain.fields)});
    }
    if (random->Rarely(40)) {
      data->leads.push_back({" ", DrawCells(random, domain, domain.fields)});
    }
  }
}

RawEvent DrawEvent(Random* random, const RandomDomain& domain, int64_t leads,
                   int64_t time) {
  RawEvent event;
  event.lead_id = random->Rarely(15) ? "orphan" : DrawLeadId(random, leads);
  event.time = WriteInstant(random, time);
  event.type = random->Pick<std::string>(
      {"a", "a", "a", "b", "b", "b", "c", "c", "d", "e", "f", "A", " a "});
  event.properties = DrawCells(random, domain, domain.properties);
  if (random->Rarely(60)) event.lead_id = " ";
  if (random->Rarely(60)) event.type = "";
  if (random->Rarely(60)) event.time = "2026-02-30";
  return event;
}

void DrawEvents(Random* random, const RandomDomain& domain, int64_t leads,
                RawData* data) {
  const int64_t most = random->Pick<int64_t>({0, 8, 25, 45, 80});
  int64_t time = DrawInstant(random, domain);
  for (int64_t n = random->Between(0, most); n > 0; --n) {
    if (random->Chance(75)) time = DrawInstant(random, domain);
    data->events.push_back(DrawEvent(random, domain, leads, time));
  }
}

bool HasUsableEvent(const RawData& data) {
  for (const RawEvent& event : data.events) {
    if (!Trim(event.lead_id).empty() && !Trim(event.type).empty() &&
        ReadInstant(Trim(event.time)).has_value()) {
      return true;
    }
  }
  return false;
}

std::optional<int64_t> DrawAsOf(Random* random, const RandomDomain& domain,
                                const RawData& data) {
  if (HasUsableEvent(data) && random->Chance(40)) return std::nullopt;
  const int64_t day = 86'400'000;
  switch (random->Below(4)) {
    case 0:
      return domain.start + domain.days * day;
    case 1:
      return domain.start + (domain.days + random->Below(60)) * day;
    case 2:
      return domain.start + random->Between(-2, domain.days) * day;
    default:
      return DrawInstant(random, domain);
  }
}

std::string Cell(const std::string& text) {
  if (text.find_first_of(",\"\r\n") == std::string::npos) return text;
  std::string quoted = "\"";
  for (const char c : text) {
    if (c == '"') quoted.push_back('"');
    quoted.push_back(c);
  }
  return quoted + "\"";
}

std::string CellOf(const std::map<std::string, std::string>& cells,
                   const std::string& name) {
  const auto cell = cells.find(name);
  return cell == cells.end() ? "" : Cell(cell->second);
}

}  // namespace

RandomCase DrawCase(uint64_t seed) {
  Random random(seed);
  const RandomDomain domain = DrawDomain(&random);
  RandomCase drawn;
  drawn.seed = seed;
  drawn.rules = DrawRuleset(&random, domain);
  drawn.data.field_names = ColumnNames(domain.fields);
  const int64_t leads = random.Between(1, 5);
  DrawLeads(&random, domain, leads, &drawn.data);
  DrawEvents(&random, domain, leads, &drawn.data);
  if (!drawn.data.events.empty()) {
    drawn.data.property_names = ColumnNames(domain.properties);
  }
  drawn.as_of = DrawAsOf(&random, domain, drawn.data);
  return drawn;
}

std::string WriteLeads(const RawData& data) {
  std::string csv = "lead_id";
  for (const std::string& name : data.field_names) csv += "," + name;
  csv += "\n";
  for (const RawLead& lead : data.leads) {
    csv += Cell(lead.id);
    for (const std::string& name : data.field_names) {
      csv += "," + CellOf(lead.cells, name);
    }
    csv += "\n";
  }
  return csv;
}

std::string WriteEvents(const RawData& data) {
  std::string csv = "lead_id,time,type";
  for (const std::string& name : data.property_names) csv += "," + name;
  csv += "\n";
  for (const RawEvent& event : data.events) {
    csv +=
        Cell(event.lead_id) + "," + Cell(event.time) + "," + Cell(event.type);
    for (const std::string& name : data.property_names) {
      csv += "," + CellOf(event.properties, name);
    }
    csv += "\n";
  }
  return csv;
}

std::string Describe(const RandomCase& random_case) {
  std::string text = "seed " + std::to_string(random_case.seed) + "\n";
  text += "rules:\n" + random_case.rules + "\n";
  text += "leads:\n" + WriteLeads(random_case.data);
  text += "events:\n" + WriteEvents(random_case.data);
  text += "as of: ";
  text += random_case.as_of.has_value() ? std::to_string(*random_case.as_of)
                                        : "the newest event";
  return text + "\n";
}

}  // namespace mqlab::reference
