import { describe, expect, it } from 'vitest';
import { builtInMoment, momentOf, momentText } from '../../../web/src/files/cell-date';

const by = (format: string | number, serial: number, since1904 = false) => {
  const shown = typeof format === 'number' ? builtInMoment(format) : momentOf(format);
  return shown && momentText(serial, shown, since1904);
};

describe('a number format', () => {
  it.each([
    'General',
    'Standard',
    '@',
    '0',
    '0.00',
    '#,##0.00',
    '0%',
    '0.00E+00',
    '##0.0E+0',
    '# ?/?',
    '"day" 0',
    '0\\d',
    '[Red]0.00',
    '[$zł-415]#,##0.00',
    '#,##0.00 "lei"',
    '_-* #,##0.00_-',
    '0 "h"',
    '[>=100]0;0',
    '',
    '"yes";"yes";"no"',
    '#,##0\\ _d',
  ])('that shows no date: %s', (format) => expect(momentOf(format)).toBeNull());

  it.each([
    'yyyy-mm-dd',
    'dd.mm.yyyy',
    'm/d/yy',
    '[$-409]m/d/yy;@',
    '[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy',
    'd mmm',
    'mmmm',
    'yyyy"年"m"月"d"日"',
    'yyyy年m月d日',
    'DD.MM.YYYY" г."',
  ])('of a date: %s', (format) => expect(by(format, 45366)).toBe('2024-03-15'));

  it.each(['m/d/yy h:mm', '[$-409]m/d/yyyy h:mm AM/PM;@', 'dd.mm.yyyy hh:mm:ss', '[Blue]yyyy\\-mm\\-dd\\ hh:mm'])(
    'of a moment: %s',
    (format) => {
      expect(by(format, 45366.604166666664)).toBe('2024-03-15T14:30:00');
      expect(by(format, 45366)).toBe('2024-03-15T00:00:00');
    },
  );

  it('that every workbook has without saying it', () => {
    expect([14, 15, 17, 22, 30, 57].map((format) => by(format, 45366.5))).toEqual(Array(6).fill('2024-03-15T12:00:00'));
    expect([0, 1, 9, 13, 23, 37, 44, 48, 49, 59].map(builtInMoment)).toEqual(Array(10).fill(null));
    expect([18, 21, 45, 47].map((format) => by(format, 0.5))).toEqual(Array(4).fill('12:00:00'));
    expect(by(46, 1.5)).toBe('36:00:00');
  });
});

describe('a date', () => {
  it('is counted as if 1900 were a leap year', () => {
    const days = [0, 1, 31, 32, 59, 60, 61, 366, 367, 2_958_465];
    expect(days.map((day) => by(14, day))).toEqual([
      '1900-01-00',
      '1900-01-01',
      '1900-01-31',
      '1900-02-01',
      '1900-02-28',
      '1900-02-29',
      '1900-03-01',
      '1900-12-31',
      '1901-01-01',
      '9999-12-31',
    ]);
  });

  it('is counted from 1904 where the workbook says so', () => {
    expect([0, 1, 43_904.5].map((day) => by('yyyy-mm-dd', day, true))).toEqual([
      '1904-01-01',
      '1904-01-02',
      '2024-03-15T12:00:00',
    ]);
  });

  it('is none before and after all of them', () => {
    expect([by(14, -1), by(14, 2_958_466), by(14, Number.NaN), by(14, 2_957_004, true)]).toEqual([
      null,
      null,
      null,
      null,
    ]);
  });

  it('is right to the second for every second of a day, whatever the fraction of a day was rounded to', () => {
    for (let second = 0; second < 86_400; second += 7) {
      const clock = new Date(second * 1000).toISOString().slice(11, 19);
      expect(by(22, 45_366 + second / 86_400)).toBe(`2024-03-15T${clock}`);
      expect(by(22, Number((45_366 + second / 86_400).toFixed(6)))).toBe(`2024-03-15T${clock}`);
    }
  });

  it('goes on to the next day rather than to second 60', () => {
    expect(by(22, 45_366.999999)).toBe('2024-03-16T00:00:00');
  });

  it('has parts of a second where the cell shows them', () => {
    expect(by('yyyy-mm-dd hh:mm:ss.000', 45_366 + 0.25 / 86_400)).toBe('2024-03-15T00:00:00.250');
    expect(by('yyyy-mm-dd hh:mm:ss', 45_366 + 0.25 / 86_400)).toBe('2024-03-15T00:00:00');
  });

  it('keeps a time that its format hides, and a date that the format of a time hides', () => {
    expect(by('yyyy-mm-dd', 45_366.5)).toBe('2024-03-15T12:00:00');
    expect(by('hh:mm', 45_366.5)).toBe('2024-03-15T12:00:00');
    expect(by('hh:mm', 0.5)).toBe('12:00:00');
    expect(by('[h]:mm', 1.25)).toBe('30:00:00');
    expect(by('[mm]:ss', 0.5)).toBe('12:00:00');
  });
});
