import { expect, it } from 'vitest';
import type { Check } from '../../../../web/src/engine/reports';
import { findingOf } from '../../../../web/src/features/funnel/checks/check-words';
import { plainText } from '../../../../web/src/ruleset/words';

const rate = (count: number, of: number, low = 0.1, high = 0.2) => ({ count, of, share: count / of, low, high });
const found = (check: Check['check'], change: Partial<Check> = {}) =>
  findingOf({ check, name: '', rate: rate(30, 400, 0.053, 0.105), others: null, ...change });
const text = (...asked: Parameters<typeof found>) => plainText(found(...asked).text);

it('says what each check found, with its numbers', () => {
  expect(text('too_lax')).toBe(
    'The rules may be too lax: of 400 MQLs that are 30 days old or more, only 30 became SQL, 7.5% (5.3% to 10.5%).',
  );
  expect(text('too_strict')).toBe(
    'The rules may be too strict: of 400 leads that became SQL or asked for a demo, 30 (7.5%) were not MQL before.',
  );
  expect(text('disagreement')).toBe(
    'Marketing and sales disagree: of 400 MQLs that sales decided on, 30 (7.5%; 5.3% to 10.5%) were rejected.',
  );
  expect(text('unfinished', { name: 'Night work' })).toBe(
    'Few come to Night work: 30 of 400 registered (7.5%; 5.3% to 10.5%).',
  );
  expect(text('going_cold')).toBe(
    'MQLs are going cold: of 400 in the queue, 30 (7.5%) are silent for 14 days or have waited longer than promised.',
  );
});

it('tells a source that sales rejects from one where nobody buys', () => {
  const source = { name: 'Fair', others: rate(4, 100) };
  expect(text('bad_source', source)).toBe(
    'Fair brings leads that sales rejects: 7.5% of its 400 MQLs, against 4% of the others.',
  );
  expect(text('bad_source', { ...source, others: rate(20, 100) })).toBe(
    'Leads of Fair hardly buy: 30 of 400 (7.5%; 5.3% to 10.5%), against 20% of the others.',
  );
});

it('leads to where something can be done, and says what studies are worth', () => {
  const checks = ['too_lax', 'too_strict', 'disagreement', 'bad_source', 'unfinished', 'going_cold'] as const;
  expect(checks.map((check) => found(check).link.href)).toEqual([
    '#/rules',
    '#/rules',
    '#/funnel',
    '#/funnel/channels',
    '#/funnel/content',
    '#/sales',
  ]);
  expect(checks.every((check) => found(check).remedy.length > 20)).toBe(true);
  expect(found('too_lax').reference).toContain('13%');
  expect(found('too_strict').reference).toBe('');
});
