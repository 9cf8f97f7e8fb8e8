import type { ReactNode } from 'react';
import type { Cell } from '../../engine/reports';
import { formatNumber } from '../../format';
import { type MessageKey, type MessageValues, t } from '../../i18n';
import type { Label } from '../../state/app-state';
import { type Report, type ReportRequest, showCell } from '../../state/reports';

/** What a number of a report counts, and how that is called. */
export interface CellOf {
  cell: Cell;
  count: number;
  words: MessageKey;
  values?: MessageValues;
}

export const labelOf = ({ count, words, values }: CellOf): Label => ({
  key: words,
  values: { ...values, count, number: formatNumber(count) },
});

export function wordsOf(of: CellOf): string {
  const { key, values } = labelOf(of);
  return t(key, values);
}

export const openCell = ({ request, query }: Report<ReportRequest>, of: CellOf): Promise<void> =>
  showCell(request, of.cell, query, labelOf(of));

export interface CellLinkProps extends CellOf {
  report: Report<ReportRequest>;
  /** In place of the number. */
  children?: ReactNode;
}

/** A number that opens the leads it counts; of none there is nothing to open. */
export function CellLink({ report, children, ...of }: CellLinkProps) {
  const shown = children ?? formatNumber(of.count);
  if (of.count === 0) return <span>{shown}</span>;
  return (
    <button type="button" className="link" aria-label={wordsOf(of)} onClick={() => openCell(report, of)}>
      {shown}
    </button>
  );
}
