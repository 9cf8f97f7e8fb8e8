// Ranges of points in words, and as a table.
import type { ChartTable } from '../../charts/chart-table';
import { formatNumber, formatPoints } from '../../format';
import { t } from '../../i18n';
import type { Bin } from './distribution';

export const rangeWords = (bin: Bin): string =>
  t('range.from_to', { from: formatPoints(bin.from), to: formatPoints(bin.to) });

export function barWords(bin: Bin): string {
  const values = { range: rangeWords(bin), number: formatNumber(bin.leads), count: bin.leads };
  if (bin.qualified === null) return t('chart.bin_of_leads', values);
  return t('chart.bin', { ...values, qualified: formatNumber(bin.qualified) });
}

/** How many are qualified stands there as far as it is known. */
export function binTable(bins: Bin[]): ChartTable {
  const known = bins.some(({ qualified }) => qualified !== null);
  return {
    columns: [t('chart.from'), t('chart.under'), t('chart.leads'), ...(known ? [t('chart.qualified')] : [])],
    rows: bins.map(({ from, to, leads, qualified }) => [
      from / 1000,
      to / 1000,
      leads,
      ...(qualified === null ? [] : [qualified]),
    ]),
  };
}
