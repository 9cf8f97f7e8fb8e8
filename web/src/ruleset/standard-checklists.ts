// The lists of questions that sales teams know by name, to begin with. An item counts as known by an event of its own, which a
// CRM or a person records; other conditions take its place where the data tells.
import type { Checklist } from './measuring';

const list = (label: string, ...items: [id: string, label: string, ask: string][]): Checklist => ({
  label,
  items: items.map(([id, name, ask]) => ({ id, label: name, when: { event: `${id}_confirmed` }, ask })),
});

/** By name, in the order in which they are offered. */
export const standardChecklists: [name: string, list: Checklist][] = [
  [
    'bant',
    list(
      'BANT',
      ['budget', 'Budget', 'What is set aside for this?'],
      ['authority', 'Authority', 'Who decides, and who has to agree?'],
      ['need', 'Need', 'What goes wrong today, and what does it cost?'],
      ['timeline', 'Timeline', 'By when should it work, and why then?'],
    ),
  ],
  [
    'champ',
    list(
      'CHAMP',
      ['challenges', 'Challenges', 'What is hard today that should not be?'],
      ['authority', 'Authority', 'Who decides, and who has to agree?'],
      ['money', 'Money', 'How is something like this paid for here?'],
      ['prioritization', 'Prioritization', 'What comes before it this year?'],
    ),
  ],
  [
    'meddic',
    list(
      'MEDDIC',
      ['metrics', 'Metrics', 'Which number should get better, and by how much?'],
      ['economic_buyer', 'Economic buyer', 'Who can say yes to the money?'],
      ['decision_criteria', 'Decision criteria', 'By what will the offers be compared?'],
      ['decision_process', 'Decision process', 'Which steps lead to a signature?'],
      ['pain', 'Identified pain', 'What happens if nothing changes?'],
      ['champion', 'Champion', 'Who inside wants this to succeed?'],
    ),
  ],
];
