// What channels are compared by: what one more costs, or how many of their leads come so far, with 95 % intervals.
import type { ChannelRow, Channels, Model, Rate } from '../../../engine/reports';
import { t } from '../../../i18n';
import { groupName } from '../words';
import type { Aim } from './choice';

/** Parts of a conversion. */
export const WHOLE = 1_000_000;
// Of fewer leads nothing is told.
const ENOUGH = 20;
const Z = 1.959963984540054;

/** Of a row of the report. */
export interface Estimate {
  row: number;
  name: string;
  value: number;
  low: number;
  high: number;
}

/** Wilson's interval of a share of `of`, which is not 0; a count may be a sum of parts. */
export function wilson(count: number, of: number): { low: number; high: number } {
  const share = count / of;
  const square = Z * Z;
  const middle = (share + square / (2 * of)) / (1 + square / of);
  const reach = (Z / (1 + square / of)) * Math.sqrt((share * (1 - share)) / of + square / (4 * of * of));
  return { low: count === 0 ? 0 : middle - reach, high: count === of ? 1 : middle + reach };
}

export const rowName = ({ group }: Pick<ChannelRow, 'group'>): string =>
  group.kind === 'unknown' ? t('channels.unknown') : groupName({ kind: group.kind, name: group.name });

const comparable = ({ group, leads }: ChannelRow): boolean => group.kind === 'value' && leads >= ENOUGH;

/** Leads, and those of them that came so far. */
export function rateOf(row: ChannelRow, aim: Aim): Rate {
  if (aim === 'customer') return row.toCustomer;
  if (aim === 'mql') return row.toMql;
  const [count, of] = [row.sql, row.leads];
  return of === 0
    ? { count, of, share: null, low: null, high: null }
    : { count, of, share: count / of, ...wilson(count, of) };
}

/** Thousandths for each conversion; not finite where there is none. The cost is known, what may be chance is its part of all. */
export function costOf(row: ChannelRow, model: Model, conversions: number): Omit<Estimate, 'row' | 'name'> | null {
  const { cost } = row;
  if (cost === null || cost <= 0 || conversions === 0) return null;
  const credit = row.credit[model] / WHOLE;
  const { low, high } = wilson(credit, conversions);
  return { value: cost / credit, low: cost / (high * conversions), high: cost / (low * conversions) };
}

/** Of rows with a name, a cost and enough leads. */
export const costEstimates = ({ rows, conversions }: Channels, model: Model): Estimate[] =>
  rows.flatMap((each, row) => {
    const cost = comparable(each) ? costOf(each, model, conversions) : null;
    return cost ? [{ row, name: rowName(each), ...cost }] : [];
  });

/** Of rows with a name and enough leads. */
export const rateEstimates = ({ rows }: Channels, aim: Aim): Estimate[] =>
  rows.flatMap((each, row) => {
    const { share, low, high } = rateOf(each, aim);
    if (!comparable(each) || share === null || low === null || high === null) return [];
    return [{ row, name: rowName(each), value: share, low, high }];
  });
