import { describe, expect, it } from 'vitest';
import { clockWords } from '../../../../web/src/features/sales/queue/clock-words';
import { dayText, markInstant } from '../../../../web/src/features/sales/queue/dates';
import { whenWords } from '../../../../web/src/features/sales/queue/when';
import '../../i18n/all-texts';
import { asOf, DAY, HOUR, row } from './queue-row';

describe('when', () => {
  const when = (days: number) => whenWords(asOf - days * DAY, asOf);
  it('goes by days of UTC, whatever the hour', () => {
    expect(whenWords(asOf - 12 * HOUR, asOf)).toBe('today');
    expect(whenWords(asOf - 12 * HOUR - 1, asOf)).toBe('yesterday');
    expect(whenWords(asOf - 36 * HOUR - 1, asOf)).toBe('on Monday');
  });
  it('is a weekday within a week, then a number of days, then a date', () => {
    expect([2, 3, 4, 5, 6].map(when)).toEqual(['on Monday', 'on Sunday', 'on Saturday', 'on Friday', 'on Thursday']);
    expect(when(7)).toBe('7 days ago');
    expect(when(30)).toBe('30 days ago');
    expect(when(31)).toBe('on 18 Oct 2026');
    expect(when(-1)).toBe('on 19 Nov 2026');
  });
});

describe('the clock', () => {
  const said = (state: 'open' | 'met' | 'missed', due: number, touched: number | null = null, since = asOf - 2 * DAY) =>
    clockWords(row({ since, clock: { state, due, touched } }), asOf);
  it('says how long is left', () => {
    expect(said('open', asOf + 3 * HOUR)).toBe('due in 3 hours');
    expect(said('open', asOf + HOUR - 1)).toBe('due in 59 minutes');
    expect(said('open', asOf + 1000)).toBe('due in 1 minute');
    expect(said('open', asOf + 47 * HOUR)).toBe('due in 47 hours');
    expect(said('open', asOf + 2 * DAY)).toBe('due in 2 days');
  });
  it('says how long the first touch took', () => {
    expect(said('met', asOf, asOf - 2 * DAY + 2 * HOUR)).toBe('first touch after 2 hours');
    expect(said('met', asOf, asOf - 2 * DAY)).toBe('first touch after 1 minute');
    expect(said('met', asOf, asOf - 2 * DAY, asOf - HOUR)).toBe('first touch on Monday');
  });
  it('says how late it is, or was', () => {
    expect(said('missed', asOf - 2 * DAY)).toBe('overdue by 2 days');
    expect(said('missed', asOf - HOUR)).toBe('overdue by 1 hour');
    expect(said('missed', asOf - 5 * HOUR, asOf - 3 * HOUR)).toBe('first touch 2 hours late');
  });
  it('says nothing of a lead that has none', () => expect(clockWords(row({ clock: null }), asOf)).toBe(''));
});

describe('the instant of a mark', () => {
  it('is that of the result on its day, else the last of the day', () => {
    expect(markInstant('2026-11-18', asOf)).toBe(asOf);
    expect(markInstant('', asOf)).toBe(asOf);
    expect(markInstant('2026-11-17', asOf)).toBe(Date.UTC(2026, 10, 18) - 1);
    expect(markInstant('2026-11-20', asOf)).toBe(Date.UTC(2026, 10, 21) - 1);
    expect(dayText(asOf)).toBe('2026-11-18');
  });
});
