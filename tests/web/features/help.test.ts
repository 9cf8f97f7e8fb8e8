import { describe, expect, it } from 'vitest';
import { topicParts } from '../../../web/src/features/help/topics';
import { termMeaning, termOfStage, terms } from '../../../web/src/terms';

describe('the help', () => {
  it('explains every term in two or three sentences, with an example', () => {
    const part = topicParts().find(({ id }) => id === 'terms');
    expect(part?.topics.map(({ id }) => id)).toEqual(terms);
    for (const id of terms) {
      const sentences = termMeaning(id).match(/[.?!](\s|$)/g) ?? [];
      expect(sentences.length, id).toBeGreaterThanOrEqual(2);
      expect(sentences.length, id).toBeLessThanOrEqual(3);
    }
    for (const { example } of part?.topics ?? []) expect(example).toMatch(/^In the sample: ./);
  });

  it('says in ten lines how the score is computed', () => {
    expect(topicParts().find(({ id }) => id === 'score')?.topics).toHaveLength(10);
  });

  it('names no address', () => {
    expect(JSON.stringify(topicParts())).not.toMatch(/https?:|www\./);
  });
});

it('knows stages by their labels', () => {
  expect(termOfStage('Marketing qualified')).toBe('mql');
  expect(termOfStage('MQL (EMEA)')).toBe('mql');
  expect(termOfStage('Accepted by sales')).toBe('sal');
  expect(termOfStage('Sales-qualified lead')).toBe('sql');
  expect(termOfStage('Customer')).toBeNull();
  expect(termOfStage('Mysql users')).toBeNull();
});
