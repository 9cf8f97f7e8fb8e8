// The monthly review in words, and as a table for other programs.
import type { ChartTable } from '../../../charts/chart-table';
import type { Rate, Review, ReviewRow } from '../../../engine/reports';
import { formatNumber } from '../../../format';
import { t } from '../../../i18n';
import type { Ruleset } from '../../../ruleset/ruleset';
import { scenarioWords } from '../../../ruleset/words';

export const rates = ['accepted', 'rejected', 'sql', 'opportunity', 'customer'] as const;
export type RateName = (typeof rates)[number];

/** Those that the rules have a stage for. */
export const ratesOf = ({ all }: Pick<Review, 'all'>): RateName[] =>
  rates.filter((name) => all[name].of > 0 || all.mqls === 0);

export type Part = 'all' | 'channels' | 'ways';

export function reviewRowName({ kind, name }: Pick<ReviewRow, 'kind' | 'name'>, ruleset: Ruleset): string {
  if (kind === 'value') return name;
  if (kind !== 'scenario') return t(`review.row.${kind}`);
  return t('review.row.scenario', { scenario: scenarioWords(ruleset, name) });
}

const inHundred = (share: number | null): number => Math.round((share ?? 0) * 100);

/** "Of the 61 MQLs of October 2026, 9 became customers (8 to 26 in 100)." */
export function headlineOf({ all }: Pick<Review, 'all'>, month: string): string {
  if (all.mqls === 0) return t('review.headline_none', { month });
  const { count, of, low, high } = all.customer;
  const mqls = { month, number: formatNumber(all.mqls) };
  if (of === 0) return t('review.headline_mqls', { ...mqls, count: all.mqls });
  if (of === 1) return t(`review.headline_one.${count === 1 ? 'yes' : 'no'}`, { month });
  const customers = { count, customers: formatNumber(count) };
  return t('review.headline', { ...mqls, ...customers, low: inHundred(low), high: inHundred(high) });
}

const rateCells = ({ count, share, low, high }: Rate) => [count, share ?? '', low ?? '', high ?? ''];

/** All rows in one table. */
export function reviewTable(review: Review, ruleset: Ruleset): ChartTable {
  const names = ratesOf(review);
  const rowsOf = (part: Part, rows: ReviewRow[]) =>
    rows.map((row) => [
      t(`review.part.${part}`),
      reviewRowName(row, ruleset),
      row.mqls,
      ...names.flatMap((name) => rateCells(row[name])),
      row.open,
      row.revenue / 1000,
    ]);
  return {
    columns: [
      t('review.part'),
      t('review.rows'),
      t('review.column.mqls'),
      ...names.flatMap((name) => [
        t(`review.column.${name}`),
        ...(['share', 'low', 'high'] as const).map((part) =>
          t('review.figure', { name: t(`review.column.${name}`), figure: t(`rate.${part}`) }),
        ),
      ]),
      t('review.column.open'),
      t('review.revenue_in', { currency: review.currency }),
    ],
    rows: [...rowsOf('all', [review.all]), ...rowsOf('channels', review.channels), ...rowsOf('ways', review.ways)],
  };
}
