#include "sales/checklist.h"

#include <algorithm>
#include <utility>

#include "report/questions.h"

namespace mqlab {

int64_t ChecklistState::count() const {
  return std::ranges::count(known, true);
}

std::vector<ChecklistState> CheckLead(const Run& run, uint32_t lead) {
  std::vector<Condition> conditions;
  for (const Checklist& list : run.program.source.qualification) {
    for (const ChecklistItem& item : list.items) {
      conditions.push_back(item.when);
    }
  }
  Questions questions(run, conditions, {});
  std::vector<ChecklistState> states;
  size_t asked = 0;
  for (const Checklist& list : run.program.source.qualification) {
    ChecklistState& state = states.emplace_back();
    state.needed =
        list.at_least.value_or(static_cast<int64_t>(list.items.size()));
    for (size_t i = 0; i < list.items.size(); ++i) {
      state.known.push_back(questions.Holds(asked++, lead));
    }
  }
  return states;
}

void AddChecklists(const Run& run, const std::vector<ChecklistState>& lists,
                   JsonText* card) {
  JsonText checklists = JsonText::List();
  for (size_t i = 0; i < lists.size(); ++i) {
    const Checklist& list = run.program.source.qualification[i];
    JsonText json = JsonText::Object();
    json.Add("id", CellToJson(list.id));
    json.Add("label", CellToJson(list.label));
    json.Add("needed", JsonText::Whole(lists[i].needed));
    json.Add("known", JsonText::Whole(lists[i].count()));
    json.Add("complete", JsonText::Boolean(lists[i].complete()));
    JsonText items = JsonText::List();
    for (size_t place = 0; place < list.items.size(); ++place) {
      const ChecklistItem& item = list.items[place];
      JsonText line = JsonText::Object();
      line.Add("id", CellToJson(item.id));
      line.Add("label", CellToJson(item.label));
      line.Add("known", JsonText::Boolean(lists[i].known[place]));
      line.Add("ask", CellToJson(item.ask));
      items.Add(std::move(line));
    }
    json.Add("items", std::move(items));
    checklists.Add(std::move(json));
  }
  card->Add("checklists", std::move(checklists));
}

}  // namespace mqlab
