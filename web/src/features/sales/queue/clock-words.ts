// What the clock of a lead says.
import type { Instant } from '../../../engine/protocol';
import type { QueueRow } from '../../../engine/reports';
import { formatNumber } from '../../../format';
import { t } from '../../../i18n';
import { whenWords } from './when';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const FEW_DAYS = 2 * DAY;

type Says = 'open' | 'met' | 'missed' | 'late';

/** In whole minutes, hours or days, at least one minute. */
function span(says: Says, millis: number): string {
  const [unit, size] =
    millis < HOUR
      ? (['minutes', MINUTE] as const)
      : millis < FEW_DAYS
        ? (['hours', HOUR] as const)
        : (['days', DAY] as const);
  const count = Math.max(1, Math.floor(millis / size));
  return t(`sales.clock.${says}.${unit}`, { count, number: formatNumber(count) });
}

/** "due in 3 hours", "first touch after 2 hours", "overdue by 2 days", "first touch 5 hours late"; "" without a clock. */
export function clockWords({ clock, since }: Pick<QueueRow, 'clock' | 'since'>, asOf: Instant): string {
  if (!clock) return '';
  const { state, due, touched } = clock;
  if (state === 'open') return span('open', due - asOf);
  if (touched === null) return span('missed', asOf - due);
  if (state === 'missed') return span('late', touched - due);
  // Of a lead that came back into the stage the first touch may be from before.
  if (since === null || touched < since) return t('sales.clock.met.when', { when: whenWords(touched, asOf) });
  return span('met', touched - since);
}
