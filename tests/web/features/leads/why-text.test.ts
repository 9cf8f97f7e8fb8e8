import { describe, expect, it } from 'vitest';
import { whyText } from '../../../../web/src/features/leads/why-text';
import { explanation, ruleset } from './explanation';

const text = whyText({
  explanation,
  remedies: [
    { kind: 'points', score: '', points: 29_000 },
    { kind: 'event', event: 'email_click', properties: [], times: 3, gives: 30_000 },
  ],
  ruleset,
  asOf: Date.UTC(2026, 9, 31),
});

describe('whyText', () => {
  it('says who, how much and why', () => {
    expect(text.split('\n').slice(0, 16)).toEqual([
      'Ana Popescu, L1',
      '31 points · A · No stage (as of 31 Oct 2026)',
      '',
      'Why this score',
      'Engagement: 21',
      '  Start: +2',
      '  Reads much: +20',
      '    for each email click',
      '  for each email open: +5',
      '  Limit of E-mail: -5',
      '  Limit of Engagement: -1',
      '  1 rule gave nothing',
      'Fit: 20',
      '  Decides: +20',
      '    job title: CEO',
      '  Weighs 50 %: 10 of the total',
    ]);
  });
  it('has lines that add up to each score', () => {
    let score = 0;
    let sum = 0;
    const blocks: [number, number][] = [];
    for (const row of text.slice(text.indexOf('Engagement'), text.indexOf('Total')).split('\n')) {
      const head = /^\S.*: (-?[\d.]+)$/.exec(row);
      const part = /^ {2}\S.*: ([+-][\d.]+)$/.exec(row);
      if (head) {
        if (score !== 0) blocks.push([sum, score]);
        [score, sum] = [Number(head[1]), 0];
      }
      if (part) sum += Number(part[1]);
    }
    blocks.push([sum, score]);
    expect(blocks).toEqual([
      [21, 21],
      [20, 20],
    ]);
  });
  it('ends with what is missing, what would do, and the stages', () => {
    expect(text.slice(text.indexOf('Total')).split('\n')).toEqual([
      'Total: 31',
      '',
      'Missing for “MQL”',
      '  - 29 more points in total (has 31)',
      'Any one of these would do',
      '  - 29 more points in total',
      '  - 3 more email click (+30 points)',
      '',
      'Stages so far',
      '  3 Mar 2026: MQL entered, by behaviour',
      '  3 Apr 2026: MQL left',
      '',
    ]);
  });
  it('keeps no marks of direction', () => expect(text).not.toMatch(/[\u2068\u2069]/));
});
