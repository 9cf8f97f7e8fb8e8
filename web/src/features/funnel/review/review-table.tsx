import type { Requests, ReviewRow } from '../../../engine/reports';
import { t } from '../../../i18n';
import type { Report } from '../../../state/reports';
import { CellLink } from '../cell-link';
import { Figures } from '../figures';
import { formatMoney } from '../money';
import { intervalWords, shareWords } from '../words';
import { type Part, type RateName, ratesOf, reviewRowName } from './review-words';

export type ReviewReport = Report<Requests['review']>;

export interface ReviewTableProps {
  report: ReviewReport;
  part: Part;
  rows: ReviewRow[];
  month: string;
}

/** What became of the MQLs of each row; every count opens its leads. */
export function ReviewTable({ report, part, rows, month }: ReviewTableProps) {
  const { answer, result } = report;
  const names = ratesOf(answer);
  const cells = (row: ReviewRow, index: number) => {
    const link = (set: 'mqls' | 'open' | RateName, count: number) => (
      <CellLink
        report={report}
        cell={{ row: index, part, set }}
        count={count}
        words={`review.cell.${set}`}
        values={{ month, row: reviewRowName(row, result.ruleset) }}
      />
    );
    return [
      link('mqls', row.mqls),
      ...names.map((name) => (
        <span key={name} className="rate-cell">
          {link(name, row[name].count)}{' '}
          <small>
            {row[name].share === null ? '' : shareWords(row[name].share)} <i>{intervalWords(row[name])}</i>
          </small>
        </span>
      )),
      link('open', row.open),
      formatMoney(row.revenue, answer.currency),
    ];
  };
  return (
    <Figures
      columns={[
        t(`review.by.${part}`),
        ...(['mqls', ...names, 'open'] as const).map((name) => t(`review.column.${name}`)),
        t('review.column.revenue'),
      ]}
      rows={rows.map((row, index) => ({
        id: index,
        name: reviewRowName(row, result.ruleset),
        cells: cells(row, index),
      }))}
    />
  );
}
