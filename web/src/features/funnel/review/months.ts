// Which months can be reviewed, and which one is at first.

import type { Instant } from '../../../engine/protocol';
import type { Cohort, Period } from '../../../engine/reports';
import { monthOf, type PeriodKind } from '../../../state/scope';

/** Of the MQLs of a month. */
export interface Month {
  month: Instant;
  mqls: number;
}

/** Those with MQLs, the newest first. */
export const monthsOf = (cohorts: Pick<Cohort, 'month' | 'rate'>[]): Month[] =>
  cohorts
    .flatMap(({ month, rate }) => (rate.of > 0 ? [{ month, mqls: rate.of }] : []))
    .sort((a, b) => b.month - a.month);

// A month that is in its last day is as good as over.
const DAY = 86_400_000;

/** That of the period, when it is one; else the last month with MQLs that is over. */
export function firstMonth(months: Month[], period: PeriodKind, asOf: Instant): Instant {
  if (period === 'this_month') return monthOf(asOf);
  const last = monthOf(asOf, -1);
  if (period === 'last_month') return last;
  const over = months.find(({ month }) => monthOf(month, 1) - DAY <= asOf);
  return over?.month ?? months[0]?.month ?? last;
}

export const periodOfMonth = (month: Instant): Period => ({ from: month, until: monthOf(month, 1) });
