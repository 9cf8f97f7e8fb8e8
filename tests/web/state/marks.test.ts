import { describe, expect, it } from 'vitest';
import type { Ruleset } from '../../../web/src/ruleset/ruleset';
import { firstState } from '../../../web/src/state/app-state';
import { type Mark, marksCsv, marksOf, withMarks, withoutMarks } from '../../../web/src/state/marks';

const step = { key: 'step.on' as const, values: { rule: '' } };
const accepted: Mark = { lead: 'L1', at: Date.UTC(2026, 9, 31, 18), type: 'sales_accepted', reason: '' };
const rejected: Mark = { lead: '=L,"2"', at: Date.UTC(2026, 10, 1), type: 'sales_rejected', reason: 'No budget\nnow' };
const state = { ...firstState, source: { kind: 'sample', seed: 7, leads: 10 } as const };

describe('marks', () => {
  it('are an events file', () => {
    expect(marksCsv([], undefined)).toBe('');
    expect(marksCsv([accepted, rejected], undefined)).toBe(
      '"lead_id","time","type","reason"\n' +
        '"L1","2026-10-31T18:00:00.000Z","sales_accepted",""\n' +
        '"=L,""2""","2026-11-01T00:00:00.000Z","sales_rejected","No budget\nnow"\n',
    );
  });

  it('have their reason where the rules look for it, too', () => {
    const ruleset = { sla: { reason: 'asset' } } as unknown as Ruleset;
    expect(marksCsv([rejected], ruleset).split('\n')[0]).toBe('"lead_id","time","type","reason","asset"');
    expect(marksCsv([rejected], ruleset)).toContain('"No budget\nnow","No budget\nnow"\n');
  });

  it('belong to the data on the screen', () => {
    const marked = { ...state, ...withMarks(state, [accepted], step) };
    const twice = { ...marked, ...withMarks(marked, [rejected], step) };
    expect(marksOf(twice)).toEqual([accepted, rejected]);
    expect(marksOf({ ...twice, ...withoutMarks(twice, [accepted], step) })).toEqual([rejected]);
    expect(marksOf({ ...twice, source: { kind: 'sample', seed: 8, leads: 10 } })).toEqual([]);
  });
});
