// Numbers, dates and lists as the reader's language writes them. Instants are shown in UTC, whose days the rules count.
import type { Instant, Millipoints } from './engine/protocol';
import { languageNow, localeNow } from './i18n/language';

/** What is made once for each language that is asked for. */
function byLanguage<T>(make: (locale: string) => T): () => T {
  const made = new Map<string, T>();
  return () => {
    const locale = localeNow();
    const one = made.get(locale) ?? make(locale);
    made.set(locale, one);
    return one;
  };
}
const numbers = (options: Intl.NumberFormatOptions) => byLanguage((locale) => new Intl.NumberFormat(locale, options));

const points = numbers({ maximumFractionDigits: 3 });
const short = numbers({ maximumFractionDigits: 1 });
const compact = numbers({ notation: 'compact', maximumSignificantDigits: 3 });
const signed = numbers({ maximumFractionDigits: 3, signDisplay: 'exceptZero' });
const signedShort = numbers({ maximumFractionDigits: 1, signDisplay: 'exceptZero' });
const percent = numbers({ style: 'percent', maximumFractionDigits: 1 });
const rate = numbers({ maximumSignificantDigits: 2 });
const someBytes = numbers({ style: 'unit', unit: 'byte', unitDisplay: 'long' });
const kilobytes = numbers({ style: 'unit', unit: 'kilobyte', maximumSignificantDigits: 3 });
const megabytes = numbers({ style: 'unit', unit: 'megabyte', maximumSignificantDigits: 3 });
const gigabytes = numbers({ style: 'unit', unit: 'gigabyte', maximumSignificantDigits: 3 });
const date = byLanguage(
  (locale) => new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' }),
);
const month = byLanguage(
  (locale) => new Intl.DateTimeFormat(locale, { month: 'short', year: 'numeric', timeZone: 'UTC' }),
);
const time = byLanguage(
  (locale) => new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit', timeZone: 'UTC' }),
);
const weekday = byLanguage((locale) => new Intl.DateTimeFormat(locale, { weekday: 'short', timeZone: 'UTC' }));
const allOf = byLanguage((locale) => new Intl.ListFormat(locale, { type: 'conjunction' }));
const anyOf = byLanguage((locale) => new Intl.ListFormat(locale, { type: 'disjunction' }));

// No browser has them, and the Croatian names are other words.
const BOSNIAN_MONTHS = ['jan', 'feb', 'mar', 'apr', 'maj', 'jun', 'jul', 'aug', 'sep', 'okt', 'nov', 'dec'];

function bosnianMonth(at: Instant): string {
  const day = new Date(at);
  return `${BOSNIAN_MONTHS[day.getUTCMonth()]} ${day.getUTCFullYear()}.`;
}
const bosnianDate = (at: Instant): string => `${new Date(at).getUTCDate()}. ${bosnianMonth(at)}`;

export function formatBytes(bytes: number): string {
  if (bytes < 1e3) return someBytes().format(bytes);
  if (bytes < 1e6) return kilobytes().format(bytes / 1e3);
  return bytes < 1e9 ? megabytes().format(bytes / 1e6) : gigabytes().format(bytes / 1e9);
}
/** To two digits, where more would only flicker. */
export const formatRate = (perSecond: number): string => rate().format(perSecond);
export const formatNumber = (value: number): string => points().format(value);
export const formatShare = (part: number, whole: number): string => percent().format(whole ? part / whole : 0);
export const formatPoints = (value: Millipoints): string => points().format(value / 1000);
/** To one decimal, where many stand side by side. */
export const formatPointsShort = (value: Millipoints): string => short().format(value / 1000);
/** Of leads, where there is little room: "12.3K". */
export const formatCountShort = (count: number): string =>
  count < 10_000 ? formatNumber(count) : compact().format(count);
/** Of leads: "+18". */
export const formatGain = (count: number): string => signed().format(count);
/** To one decimal, like the points beside it. */
export const formatChangeShort = (value: Millipoints): string => signedShort().format(value / 1000);
export const formatChange = (value: Millipoints): string => signed().format(value / 1000);
// Russian dates without the "г." for the year, which ends sentences with two full stops and fits no column.
const withoutYearWord = (text: string): string => text.replace(/\s*г\.$/, '');
export const formatDate = (at: Instant): string =>
  languageNow() === 'bs' ? bosnianDate(at) : withoutYearWord(date().format(at));
export const formatMonth = (at: Instant): string =>
  languageNow() === 'bs' ? bosnianMonth(at) : withoutYearWord(month().format(at));
export const formatTime = (at: Instant): string => time().format(at);
/** 0 is Monday, as 5 January 1970 was. */
export const formatWeekday = (day: number): string => weekday().format((day + 4) * 86_400_000);
export const formatDateTime = (at: Instant): string => `${formatDate(at)}, ${formatTime(at)}`;
export const listAll = (items: string[]): string => allOf().format(items);
export const listAny = (items: string[]): string => anyOf().format(items);

/** As a sentence begins, also where it does with a value of the data between isolates. */
export const capital = (text: string): string =>
  text.replace(
    /^([\u2068]?)(\p{Ll})/u,
    (_, open: string, first: string) => open + first.toLocaleUpperCase(localeNow()),
  );
