// Dates of workbooks: a count of days, which only the cell's number format makes a date.

/** What a number format shows of a moment. */
export interface Moment {
  date: boolean;
  time: boolean;
  /** Parts of a second. */
  fraction: boolean;
  /** Hours beyond 24: a length of time, no time of day. */
  elapsed: boolean;
}

const moment = (shown: Partial<Moment>): Moment => ({
  date: false,
  time: false,
  fraction: false,
  elapsed: false,
  ...shown,
});
const DATE = moment({ date: true });
const TIME = moment({ time: true });
const BUILT_IN: [from: number, to: number, shown: Moment][] = [
  [14, 17, DATE],
  [18, 21, TIME],
  [22, 22, moment({ date: true, time: true })],
  [27, 31, DATE], // of Chinese, Japanese and Korean, as all but the last
  [32, 35, TIME],
  [36, 36, DATE],
  [50, 58, DATE],
  [45, 45, TIME],
  [46, 46, moment({ time: true, elapsed: true })],
  [47, 47, moment({ time: true, fraction: true })],
];

export const builtInMoment = (format: number): Moment | null =>
  BUILT_IN.find(([from, to]) => format >= from && format <= to)?.[2] ?? null;

// Texts, colours and currencies of a format, and the room that it leaves; [h], the elapsed hours, stays.
const ORNAMENT = /"[^"]*"?|\\.|_.|\*.|\[(?!(?:h+|m+|s+)\])[^\]]*\]/gi;

// Places of digits, but for those of parts of a second.
const NUMERIC = /[#?]|(?<!s\]?[.,]0*)0/;

/** What a format of the workbook's own shows; null when it is no moment. */
export function momentOf(format: string): Moment | null {
  const [code = ''] = format.replaceAll(ORNAMENT, '').toLowerCase().split(';');
  const letters = code.replaceAll(/am\/pm|a\/p|[^a-z]/g, '');
  if (!/[ymdhs]/.test(letters) || /[^ymdhsegb]/.test(letters) || NUMERIC.test(code)) return null;
  const time = /[hs]/.test(letters);
  return {
    date: /[yd]/.test(letters) || (!time && !/\[m/.test(code)),
    time: time || /\[m/.test(code),
    fraction: /s\]?[.,]0/.test(code),
    elapsed: /\[[hms]/.test(code),
  };
}

const DAY = 86_400; // seconds
const LAST_DAY = 2_958_465; // 9999-12-31, counted from 1900
const FROM_1904 = 1_462; // days by which the other system counts less

// Lotus took 1900 for a leap year, and workbooks still do: day 60 is its 29 February, and day 0 that before the first.
function dateOf(day: number): string {
  if (day === 0) return '1900-01-00';
  if (day === 60) return '1900-02-29';
  return new Date(Date.UTC(1899, 11, day < 60 ? 31 : 30) + day * DAY * 1000).toISOString().slice(0, 10);
}

const two = (count: number): string => String(count).padStart(2, '0');

function clockOf(seconds: number): string {
  const whole = Math.floor(seconds);
  const thousandths = Math.round((seconds - whole) * 1000);
  const fraction = thousandths > 0 ? `.${String(thousandths).padStart(3, '0')}` : '';
  return `${two(Math.floor(whole / 3600))}:${two(Math.floor(whole / 60) % 60)}:${two(whole % 60)}${fraction}`;
}

/**
 * 2024-03-15 or 2024-03-15T14:30:00 of a cell that shows a moment, 14:30:00 of a bare time; null when the number is none.
 * To the second that the cell shows, or to its thousandth where it shows parts of it.
 */
export function momentText(serial: number, shown: Moment, since1904: boolean): string | null {
  const precision = shown.fraction ? 1000 : 1;
  const seconds = Math.round(serial * DAY * precision) / precision;
  if (!(seconds >= 0)) return null;
  if (shown.elapsed) return clockOf(seconds);
  const counted = Math.floor(seconds / DAY);
  const ofDay = seconds - counted * DAY;
  if (!shown.date && counted === 0) return clockOf(ofDay);
  const day = counted + (since1904 ? FROM_1904 : 0);
  if (day > LAST_DAY) return null;
  return shown.time || ofDay > 0 ? `${dateOf(day)}T${clockOf(ofDay)}` : dateOf(day);
}
