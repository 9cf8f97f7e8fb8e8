// What a check found, in a sentence with its numbers, what to try, and where.
import type { Check } from '../../../engine/reports';
import { formatNumber, formatShare } from '../../../format';
import { type MessageKey, t } from '../../../i18n';
import { quote } from '../../../ruleset/words';
import type { CellOf } from '../cell-link';

export interface Finding {
  id: string;
  text: string;
  remedy: string;
  /** What studies tell; "" when none is of it. */
  reference: string;
  /** The leads that it speaks of. */
  leads: CellOf;
  link: { href: string; name: string };
}

/** A bad source is one that sales rejects, or one from which hardly anybody buys. */
export const kindOf = ({ check, rate, others }: Check): string => {
  if (check !== 'bad_source') return check;
  return (rate.share ?? 0) > (others?.share ?? 0) ? 'rejected_source' : 'idle_source';
};
type Kind = Exclude<Check['check'], 'bad_source'> | 'rejected_source' | 'idle_source';

const links: Record<Kind, [href: string, name: MessageKey]> = {
  too_lax: ['#/rules', 'checks.to_rules'],
  too_strict: ['#/rules', 'checks.to_rules'],
  disagreement: ['#/funnel', 'checks.to_reasons'],
  rejected_source: ['#/funnel/channels', 'checks.to_channels'],
  idle_source: ['#/funnel/channels', 'checks.to_channels'],
  unfinished: ['#/funnel/content', 'checks.to_contents'],
  going_cold: ['#/sales', 'checks.to_queue'],
};
// Of these the others are looked at, not those counted: who bought nothing, who did not come.
const ofOthers: Kind[] = ['too_lax', 'idle_source', 'unfinished'];
const withReference: Kind[] = ['too_lax', 'idle_source'];

export function findingOf(found: Check): Finding {
  const kind = kindOf(found) as Kind;
  const { rate, others, name } = found;
  const [href, linkName] = links[kind];
  const values = {
    name: quote(name),
    count: rate.count,
    number: formatNumber(rate.count),
    of: formatNumber(rate.of),
    share: formatShare(rate.share ?? 0, 1),
    low: formatShare(rate.low ?? 0, 1),
    high: formatShare(rate.high ?? 0, 1),
    others: formatShare(others?.share ?? 0, 1),
  };
  return {
    id: `${kind} ${name}`,
    text: t(`checks.${kind}`, values),
    remedy: t(`checks.${kind}.try`),
    reference: withReference.includes(kind) ? t(`checks.${kind}.reference` as MessageKey) : '',
    leads: {
      cell: { check: found.check, name, set: ofOthers.includes(kind) ? 'rest' : 'counted' },
      count: ofOthers.includes(kind) ? rate.of - rate.count : rate.count,
      words: `cell.${kind}` as MessageKey,
      values: { name: values.name },
    },
    link: { href, name: t(linkName) },
  };
}
