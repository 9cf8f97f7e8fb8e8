// The queue as a table for a file.
import type { ChartTable } from '../../../charts/chart-table';
import { t } from '../../../i18n';
import { handOffStage } from '../../../ruleset/hand-off';
import { plainText, stageWords } from '../../../ruleset/words';
import { clockWords } from './clock-words';
import type { KnownRow, Order } from './gather';
import { openingWords } from './opening';
import { personOf } from './person';
import { story } from './story';

const instant = (at: number | null): string => (at === null ? '' : new Date(at).toISOString());

/** "BANT: Budget known; Authority: who decides?" */
export const checklistWords = ({ checklists }: KnownRow): string =>
  checklists
    .map(({ id, label, items }) => {
      const parts = items.map((item) => {
        const name = item.label || item.id;
        return item.known ? t('sales.item.known', { name }) : t('sales.item.ask', { name, ask: item.ask || '?' });
      });
      return t('sales.item.list', { name: label || id, items: parts.join('; ') });
    })
    .join('\n');

/** The headers are for other programs too, and the same in every language. */
export function queueTable(rows: KnownRow[], { result, hidden }: Order): ChartTable {
  const { ruleset, figures } = result;
  const fields = [...new Set(rows.flatMap(({ contact }) => contact.map(({ field }) => field)))];
  const stage = stageWords(ruleset, handOffStage(ruleset)?.id ?? '');
  const columns = [
    'lead_id',
    'name',
    'about',
    ...fields,
    'total',
    'grade',
    'since',
    'due',
    'clock',
    'story',
    'opening',
  ];
  return {
    columns: [...columns, 'checklist'],
    rows: rows.map((row) => {
      const person = personOf(row, hidden);
      return [
        row.id,
        person.title,
        person.about,
        ...fields.map((field) => person.contact.find((each) => each.field === field)?.value ?? ''),
        row.total / 1000,
        row.grade,
        instant(row.since),
        instant(row.clock?.due ?? null),
        clockWords(row, figures.asOf),
        plainText(story(ruleset, row, stage, figures.asOf)),
        plainText(openingWords(row, person, figures.asOf)),
        checklistWords(row),
      ];
    }),
  };
}
