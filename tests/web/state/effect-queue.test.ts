import { describe, expect, it } from 'vitest';
import type { Crossing, DataReport } from '../../../web/src/engine/protocol';
import type { Ruleset } from '../../../web/src/ruleset/ruleset';
import { type AppState, firstState } from '../../../web/src/state/app-state';
import {
  answered,
  begin,
  lineOf,
  noEffects,
  type Settled,
  settle,
  settledOf,
} from '../../../web/src/state/effect-queue';

const data = { numLeads: 3 } as DataReport;
const rule = (id: string, enabled = true) => ({ id, enabled, score: 's', points: 1, when: { all: [] } });
const stages = [
  { id: 'lead', enter: { all: [] } },
  { id: 'mql', enter: { score: 'total', ge: 1 } },
];
const of = (ruleset: Ruleset, asOf = 0): Settled => ({ text: JSON.stringify(ruleset), ruleset, asOf, data });
const ruleset: Ruleset = { scores: { s: {} }, rules: [rule('a'), rule('off', false), rule('b')], stages };
const changed: Ruleset = { ...ruleset, rules: [rule('a')] };

const crossing = (gained: number): Crossing => ({
  gained,
  lost: 0,
  leadsGained: Uint32Array.from({ length: gained }, (_, lead) => lead),
  leadsLost: new Uint32Array(),
});
const asked = ({ questions }: ReturnType<typeof settle>) =>
  questions.map((question) => (question.kind === 'edit' ? 'edit' : `${question.kind} ${question.rule}`));

/** Answers the next question. */
function next(effects: ReturnType<typeof settle>, answer: Crossing | number | null) {
  const [question] = effects.questions;
  return question ? answered(effects, question, answer) : effects;
}

describe('the first result', () => {
  const first = settle(noEffects, of(ruleset));
  it('asks of each enabled rule, and of no edit', () => {
    expect(asked(first)).toEqual(['limit a', 'limit b', 'rule a', 'rule b']);
    expect(first.questions.at(-1)).toMatchObject({ rule: 'b', index: 2 });
    expect(first.edit).toBeNull();
  });
  it('asks nothing about a line where there is none', () => {
    expect(asked(settle(noEffects, of({ ...ruleset, stages: [] })))).toEqual(['limit a', 'limit b']);
    expect([lineOf(ruleset), lineOf({ ...ruleset, stages: [] })]).toEqual(['mql', null]);
  });
  it('keeps what was answered, one after another', () => {
    const done = [3, 0, crossing(2), null].reduce<typeof first>((effects, answer) => next(effects, answer), first);
    expect(done.questions).toEqual([]);
    expect([...done.limits]).toEqual([
      ['a', 3],
      ['b', 0],
    ]);
    expect([...done.rules.keys()]).toEqual(['a']); // of b it cannot be told
  });
});

describe('an edit', () => {
  const before = settle(noEffects, of(ruleset));
  const known = [0, 0, crossing(2)].reduce<typeof before>((effects, answer) => next(effects, answer), before);
  const after = settle(known, of(changed));
  it('is asked about first, against the text before it', () => {
    expect(asked(after)).toEqual(['edit', 'limit a', 'rule a']);
    expect(after.questions[0]).toEqual({ kind: 'edit', before: JSON.stringify(ruleset) });
    expect(after.edit).toBe('asked');
    expect(next(after, crossing(1)).edit).toEqual(crossing(1));
    expect(next(after, null).edit).toBeNull();
  });
  it('takes away what is known of the rules, which stands in until it is known anew', () => {
    expect(after.rules.size).toBe(0);
    expect(after.former.get('a')).toEqual(crossing(2));
    expect(settle(after, of(ruleset)).former.get('a')).toEqual(crossing(2));
  });
  it('passes over answers to what was asked before it', () => {
    const [question] = known.questions;
    expect(question && answered(after, question, crossing(9))).toBe(after);
  });
  it('is one before the first result was complete, too', () => {
    const early = settle(begin(noEffects, of(ruleset)), of(changed));
    expect(early.questions[0]).toEqual({ kind: 'edit', before: JSON.stringify(ruleset) });
    expect(settle(begin(noEffects, of(ruleset)), of(ruleset)).edit).toBeNull();
    expect(settle(begin(noEffects, of(ruleset, 1)), of(changed)).edit).toBeNull();
    const later = begin(begin(noEffects, of(ruleset)), of(changed)); // the first stays
    expect(settle(later, of(changed)).questions[0]).toMatchObject({ before: JSON.stringify(ruleset) });
  });
  it('is none when the same rules are scored again', () => {
    expect(settle(known, of(ruleset))).toBe(known);
  });
  it('is none as of another day or with other data, of which nothing is known', () => {
    for (const other of [of(changed, 1), { ...of(changed), data: { ...data } }]) {
      const anew = settle(known, other);
      expect([anew.edit, anew.former.size, asked(anew)[0]]).toEqual([null, 0, 'limit a']);
    }
  });
});

describe('a settled result', () => {
  const text = JSON.stringify(ruleset);
  const result = { text, ruleset, figures: { asOf: 7 }, stages: {} } as AppState['result'];
  const state: AppState = { ...firstState, text, data, result, working: false };
  it('is one of the rules as they are', () => {
    expect(settledOf(state)).toEqual({ text, ruleset, asOf: 7, data });
  });
  it.each<[string, Partial<AppState>]>([
    ['something is scored', { working: true }],
    ['data is loaded', { loading: {} as NonNullable<AppState['loading']> }],
    ['another text stands, as while a line is tried', { text: '{' }],
    ['its stages are on their way', { result: result && { ...result, stages: null } }],
    ['there is none', { result: null }],
  ])('is none while %s', (_, change) => expect(settledOf({ ...state, ...change })).toBeNull());
});
