// All that is known of the leads to call, for paper and files: the whole list, with their checklists.
import type { LeadQuery } from '../../../engine/protocol';
import type { Card, QueueRow } from '../../../engine/reports';
import { hasChecklists } from '../../../ruleset/hand-off';
import type { SettledResult } from '../../../state/app-state';
import { ask } from '../../../state/reports';

export const lists = ['contactable', 'anonymous'] as const;
export type ListName = (typeof lists)[number];

export interface Order {
  list: ListName;
  result: SettledResult;
  query: LeadQuery;
  /** Names and contacts are masked. */
  hidden: boolean;
}

export type KnownRow = QueueRow & Pick<Card, 'checklists'>;

const PIECE = 200;

async function withChecklists(row: QueueRow, { result, query }: Order): Promise<KnownRow> {
  if (!hasChecklists(result.ruleset)) return { ...row, checklists: [] };
  const { checklists } = await ask({ report: 'card', lead: row.lead }, query);
  return { ...row, checklists };
}

/** The first so many, hottest first. */
export async function gather(order: Order, most: number): Promise<KnownRow[]> {
  const known: KnownRow[] = [];
  for (;;) {
    const begin = known.length;
    const end = Math.min(begin + PIECE, most);
    const { rows } = await ask({ report: 'queue', list: order.list, begin, end }, order.query);
    for (const row of rows) known.push(await withChecklists(row, order));
    if (rows.length < PIECE || known.length >= most) return known;
  }
}
