// Numbers, dates and lists as the reader's language writes them. Instants are shown in UTC, whose days the rules count.
import type { Instant, Millipoints } from './engine/protocol';
import { locales } from './i18n';

const pointsFormat = new Intl.NumberFormat(locales(), { maximumFractionDigits: 3 });
const shortFormat = new Intl.NumberFormat(locales(), { maximumFractionDigits: 1 });
const signedFormat = new Intl.NumberFormat(locales(), { maximumFractionDigits: 3, signDisplay: 'exceptZero' });
const percentFormat = new Intl.NumberFormat(locales(), { style: 'percent', maximumFractionDigits: 1 });
const dateFormat = new Intl.DateTimeFormat(locales(), {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  timeZone: 'UTC',
});
const timeFormat = new Intl.DateTimeFormat(locales(), { hour: '2-digit', minute: '2-digit', timeZone: 'UTC' });
const allOf = new Intl.ListFormat(locales(), { type: 'conjunction' });
const anyOf = new Intl.ListFormat(locales(), { type: 'disjunction' });

const rateFormat = new Intl.NumberFormat(locales(), { maximumSignificantDigits: 2 });
const bytesFormat = (unit: string) =>
  new Intl.NumberFormat(locales(), { style: 'unit', unit, maximumSignificantDigits: 3 });
const megabytes = bytesFormat('megabyte');
const gigabytes = bytesFormat('gigabyte');

export const formatBytes = (bytes: number): string =>
  bytes < 1e9 ? megabytes.format(bytes / 1e6) : gigabytes.format(bytes / 1e9);
/** To three digits, where more would only flicker. */
export const formatRate = (rate: number): string => rateFormat.format(rate);
export const formatNumber = (value: number): string => pointsFormat.format(value);
export const formatShare = (part: number, whole: number): string => percentFormat.format(whole ? part / whole : 0);
export const formatPoints = (points: Millipoints): string => pointsFormat.format(points / 1000);
/** To one decimal, where many stand side by side. */
export const formatPointsShort = (points: Millipoints): string => shortFormat.format(points / 1000);
export const formatChange = (points: Millipoints): string => signedFormat.format(points / 1000);
export const formatDate = (at: Instant): string => dateFormat.format(at);
export const formatTime = (at: Instant): string => timeFormat.format(at);
export const formatDateTime = (at: Instant): string => `${dateFormat.format(at)}, ${timeFormat.format(at)}`;
export const listAll = (items: string[]): string => allOf.format(items);
export const listAny = (items: string[]): string => anyOf.format(items);
