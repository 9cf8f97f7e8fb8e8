import { describe, expect, it } from 'vitest';
import type { Remedy } from '../../../web/src/engine/explanation';
import { remedyWords } from '../../../web/src/ruleset/remedy';
import type { Ruleset } from '../../../web/src/ruleset/ruleset';

const ruleset: Ruleset = { scores: { fit: { label: 'Fit' } }, rules: [] };
const words = (remedy: Remedy) => {
  const { text, gives } = remedyWords(ruleset, remedy);
  return [text.replaceAll('\u2068', '«').replaceAll('\u2069', '»'), gives];
};

describe('remedyWords', () => {
  it('counts points', () => {
    expect(words({ kind: 'points', score: '', points: 12_500 })).toEqual(['12.5 more points in total', '']);
    expect(words({ kind: 'points', score: 'fit', points: 1000 })).toEqual(['1 more point in Fit', '']);
  });
  it('names events with what they have to be of', () => {
    const properties = [{ name: 'asset', value: 'demo' }];
    expect(words({ kind: 'event', event: 'page_view', properties, times: 1, gives: 4500 })).toEqual([
      'one more «page view» where asset is «demo»',
      '+4.5 points',
    ]);
    expect(words({ kind: 'event', event: 'chat', properties: [], times: 3, gives: 0 })).toEqual(['3 more «chat»', '']);
  });
  it('names the field, its value now and the one that would do', () => {
    expect(words({ kind: 'field', field: 'job_title', value: 'CEO', from: 'Buyer', gives: 20_000 })).toEqual([
      'job title: «CEO» instead of «Buyer»',
      '+20 points',
    ]);
    expect(words({ kind: 'field', field: 'country', value: 'RO', from: '', gives: 0 })).toEqual([
      'country: «RO», which is not known now',
      '',
    ]);
  });
});
