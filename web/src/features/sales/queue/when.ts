// When something was, as people say it on the day of the result.
import type { Instant } from '../../../engine/protocol';
import { formatDate } from '../../../format';
import { t } from '../../../i18n';

const DAY = 86_400_000;
const WEEK = 7;
const MONTH = 30;
const weekdays = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'] as const;

const dayOf = (at: Instant): number => Math.floor(at / DAY);

/** "today", "yesterday", "on Tuesday", "12 days ago", "on 3 Oct 2026". */
export function whenWords(at: Instant, asOf: Instant): string {
  const days = dayOf(asOf) - dayOf(at);
  if (days === 0) return t('sales.when.today');
  if (days === 1) return t('sales.when.yesterday');
  const weekday = weekdays[new Date(at).getUTCDay()];
  if (days > 1 && days < WEEK && weekday) return t(`sales.when.on.${weekday}`);
  if (days >= WEEK && days <= MONTH) return t('sales.when.days_ago', { count: days });
  return t('sales.when.date', { date: formatDate(at) });
}
