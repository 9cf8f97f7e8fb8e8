import { expect, it } from 'vitest';
import {
  countsWords,
  daysRange,
  daysWords,
  groupName,
  intervalWords,
  rateCells,
  shareWords,
} from '../../../../web/src/features/funnel/words';

const rate = { count: 412, of: 3110, share: 0.1325, low: 0.1211, high: 0.1448 };
const none = { count: 0, of: 0, share: null, low: null, high: null };

it('says a rate with its interval, and nothing of none', () => {
  expect([shareWords(rate.share), intervalWords(rate), countsWords(rate)]).toEqual([
    '13.3%',
    '12.1% to 14.5%',
    '412 of 3,110',
  ]);
  expect([shareWords(null), intervalWords(none)]).toEqual(['–', '']);
  expect(rateCells(none)).toEqual([0, 0, '', '', '']);
});

it('says days', () => {
  expect([daysWords(1), daysWords(2.5), daysWords(null)]).toEqual(['1 day', '2.5 days', '–']);
  expect([daysRange(0, 1), daysRange(5, 31), daysRange(null, null)]).toEqual(['0 to 1 day', '5 to 31 days', '']);
});

it('names groups as the data does, and those that have no name by words', () => {
  expect(groupName({ kind: 'value', name: 'all' })).toBe('all');
  expect(groupName({ kind: 'others', name: '' })).toBe('all others');
  expect(groupName({ kind: 'missing', name: '' })).toBe('not known');
});
