// What reports tell, in words.
import type { Cell as TableCell } from '../../charts/chart-table';
import type { Group, Rate } from '../../engine/reports';
import { formatNumber, formatShare } from '../../format';
import { t } from '../../i18n';
import type { Ruleset } from '../../ruleset/ruleset';
import { humanize } from '../../ruleset/words';

export function stageLabel(ruleset: Ruleset, index: number): string {
  const stage = ruleset.stages?.[index];
  return stage?.label ?? humanize(stage?.id ?? '');
}

export const groupName = ({ kind, name }: Group): string => (kind === 'value' ? name : t(`group.${kind}`));

/** "12.5%"; nothing of none. */
export const shareWords = (share: number | null): string => (share === null ? t('rate.none') : formatShare(share, 1));

/** "10% to 15%", as sure as 95 of 100 can be. */
export const intervalWords = ({ low, high }: Pick<Rate, 'low' | 'high'>): string =>
  low === null || high === null ? '' : t('rate.interval', { low: formatShare(low, 1), high: formatShare(high, 1) });

/** "412 of 3,110" */
export const countsWords = ({ count, of }: Rate): string =>
  t('rate.counts', { number: formatNumber(count), of: formatNumber(of) });

export const daysWords = (days: number | null): string =>
  days === null ? t('rate.none') : t('days.count', { count: days, number: formatNumber(days) });

/** "5 to 31 days" */
export const daysRange = (from: number | null, to: number | null): string =>
  from === null || to === null ? '' : t('days.range', { from: formatNumber(from), to: formatNumber(to), count: to });

/** A rate in the table of a chart. */
export const rateColumns = (): string[] =>
  (['count', 'of', 'share', 'low', 'high'] as const).map((part) => t(`rate.${part}`));
export const rateCells = ({ count, of, share, low, high }: Rate): TableCell[] => [
  count,
  of,
  share ?? '',
  low ?? '',
  high ?? '',
];
