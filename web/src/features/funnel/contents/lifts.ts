// Contents by how much more often those who used them came further.
import type { ContentRow, Lift, Requests } from '../../../engine/reports';
import { formatGain, formatNumber, formatShare, listAll } from '../../../format';
import { t } from '../../../i18n';
import { quote } from '../../../ruleset/words';
import type { Report } from '../../../state/reports';

export const outcomes = ['mql', 'customer'] as const;
export type Outcome = (typeof outcomes)[number];

export interface ContentsShown {
  report: Report<Requests['contents']>;
  outcome: Outcome;
  stale: boolean;
}

export interface Told {
  row: ContentRow;
  lift: Lift;
}

// Nobody came without it: more than any number.
const rank = ({ ratio, with: used }: Lift): number => ratio ?? ((used.share ?? 0) > 0 ? Number.POSITIVE_INFINITY : 0);

/** Those of which enough is known, the highest lift first. */
export const toldOf = (rows: ContentRow[], outcome: Outcome): Told[] =>
  rows
    .flatMap((row) => {
      const lift = row[outcome];
      return lift ? [{ row, lift }] : [];
    })
    .sort((a, b) => (rank(a.lift) === rank(b.lift) ? b.row.leads - a.row.leads : rank(b.lift) - rank(a.lift)));

export type Sure = 'more' | 'fewer' | 'close';
export const sureOf = ({ difference: { low, high } }: Lift): Sure => (low > 0 ? 'more' : high < 0 ? 'fewer' : 'close');

/** "2.4 times" */
export const liftWords = ({ ratio }: Pick<Lift, 'ratio'>): string =>
  ratio === null ? t('rate.none') : t('contents.times', { number: formatNumber(Math.round(ratio * 10) / 10) });

const points = (share: number): number => Math.round(share * 1000) / 10;

/** "+5.5", of a hundred leads. */
export const differenceWords = ({ difference }: Lift): string => formatGain(points(difference.share));
export const differenceRange = ({ difference: { low, high } }: Lift): string =>
  t('rate.interval', { low: formatGain(points(low)), high: formatGain(points(high)) });

// So many are named beside the first.
const NAMED = 3;

/** What to look at first: whatever is surely more by the most; and what else is surely more. */
export function answerOf(rows: ContentRow[], outcome: Outcome): string[] {
  const told = toldOf(rows, outcome);
  if (told.length === 0) return [t('contents.too_few')];
  const [best, ...others] = told
    .filter(({ lift }) => sureOf(lift) === 'more')
    .sort((a, b) => b.lift.difference.low - a.lift.difference.low);
  if (!best) return [t('contents.close', { outcome, count: told.length })];
  const { with: used, without, difference, ratio } = best.lift;
  const values = {
    outcome,
    content: quote(best.row.content),
    with: formatShare(used.share ?? 0, 1),
    without: formatShare(without.share ?? 0, 1),
    low: formatNumber(points(difference.low)),
    high: formatNumber(points(difference.high)),
  };
  const first =
    ratio === null ? t('contents.best_only', values) : t('contents.best', { ...values, times: liftWords(best.lift) });
  if (others.length === 0) return [first];
  const more = others.length - NAMED;
  const contents = [
    ...others.slice(0, NAMED).map(({ row }) => quote(row.content)),
    ...(more > 0 ? [t('contents.and_others', { count: more })] : []),
  ];
  return [first, t('contents.others', { contents: listAll(contents) })];
}
