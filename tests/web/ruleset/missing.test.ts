import { describe, expect, it } from 'vitest';
import type { TraceNode } from '../../../web/src/engine/explanation';
import { holdingParts, type Missing, missingParts } from '../../../web/src/ruleset/missing';
import type { Condition, Ruleset } from '../../../web/src/ruleset/ruleset';

const rulesetWith = (enter: Condition): Ruleset => ({
  scores: { fit: {} },
  rules: [],
  scenarios: { trio: { all: [{ event: 'chat' }, { event: 'call' }] } },
  qualification: {
    bant: {
      label: 'BANT',
      at_least: 2,
      items: [
        { id: 'budget', when: { event: 'chat' } },
        { id: 'need', when: { event: 'call' } },
        { id: 'timing', when: { event: 'task' } },
      ],
    },
  },
  stages: [{ id: 'mql', label: 'MQL', enter }],
});

type Line = string | [string, Line[]];
const shown = (text: string) => text.replaceAll('\u2068', '«').replaceAll('\u2069', '»');
const lines = (parts: Missing[]): Line[] =>
  parts.map(({ text, parts: inner }) => (inner.length > 0 ? [shown(text), lines(inner)] : shown(text)));

const node = (path: string, depth: number, holds: boolean, have: number): TraceNode => ({
  path: `/stages/0/enter${path}`,
  depth,
  holds,
  have,
});
const missing = (enter: Condition, ...nodes: TraceNode[]) => lines(missingParts(rulesetWith(enter), nodes));

describe('missingParts', () => {
  it('says nothing when the condition holds', () => {
    expect(missing({ score: 'fit', ge: 20 }, node('', 0, true, 30_000))).toEqual([]);
  });
  it('counts the points that lack', () => {
    expect(missing({ score: 'fit', ge: 20 }, node('', 0, false, 7_500))).toEqual(['12.5 more points in fit (has 7.5)']);
  });
  it('names only the failing parts of all', () => {
    const enter: Condition = {
      all: [
        { score: 'total', ge: 60 },
        { score: 'fit', ge: 20 },
      ],
    };
    const trace = [node('', 0, false, 1), node('/all/0', 1, true, 90_000), node('/all/1', 1, false, 0)];
    expect(missing(enter, ...trace)).toEqual(['20 more points in fit (has 0)']);
  });
  it('counts the events that lack', () => {
    const three: Condition = { event: 'email_open', count: { ge: 3 }, within_days: 30 };
    expect(missing(three, node('', 0, false, 1))).toEqual(['2 more «email open» in the last 30 days']);
    expect(missing({ event: 'email_open' }, node('', 0, false, 0))).toEqual(['one «email open»']);
    expect(missing({ event: 'email_open', count: { le: 2 } }, node('', 0, false, 5))).toEqual([
      'at most 2 «email open» (has 5)',
    ]);
  });
  it('offers the parts of any, and keeps them together', () => {
    const enter: Condition = { all: [{ any: [{ event: 'chat' }, { event: 'call' }] }] };
    const trace = [node('', 0, false, 0), node('/all/0', 1, false, 0)];
    trace.push(node('/all/0/any/0', 2, false, 0), node('/all/0/any/1', 2, false, 0));
    expect(missing(enter, ...trace)).toEqual([['one of these', ['one «chat»', 'one «call»']]]);
  });
  it('says how many more of a list', () => {
    const enter: Condition = { at_least: 2, of: [{ event: 'chat' }, { event: 'call' }, { event: 'task' }] };
    const trace = [node('', 0, false, 1), node('/of/0', 1, true, 1)];
    trace.push(node('/of/1', 1, false, 0), node('/of/2', 1, false, 0));
    expect(missing(enter, ...trace)).toEqual([['one more of these', ['one «call»', 'one «task»']]]);
  });
  it('says what must no longer hold', () => {
    const enter: Condition = { none: [{ event: 'chat' }, { event: 'call' }] };
    const trace = [node('', 0, false, 1), node('/none/0', 1, true, 1), node('/none/1', 1, false, 0)];
    expect(missing(enter, ...trace)).toEqual(['must no longer hold: at least one «chat»']);
  });
  it('names the next step of a sequence', () => {
    const enter: Condition = { sequence: [{ event: 'chat' }, { event: 'call' }] };
    expect(missing(enter, node('', 0, false, 1))).toEqual(['step 2 of 2: «call»']);
  });
  it('follows a scenario to its parts', () => {
    const at = (path: string, depth: number, holds: boolean) => ({ ...node('', depth, holds, 0), path });
    const trace = [node('', 0, false, 0), at('/scenarios/trio', 1, false)];
    trace.push(at('/scenarios/trio/all/0', 2, true), at('/scenarios/trio/all/1', 2, false));
    expect(missing({ scenario: 'trio' }, ...trace)).toEqual(['one «call»']);
  });
  it('follows a checklist to its items', () => {
    const at = (path: string, depth: number, holds: boolean, have = 0) => ({ ...node('', depth, holds, have), path });
    const trace = [node('', 0, false, 0), at('/qualification/bant', 1, false, 1)];
    for (const item of [0, 1, 2]) trace.push(at(`/qualification/bant/items/${item}/when`, 2, item === 0));
    expect(missing({ scenario: 'bant' }, ...trace)).toEqual([['one more of these', ['one «call»', 'one «task»']]]);
  });
  it('puts fields, bands, stages and silence into words', () => {
    expect(missing({ field: 'phone', is_set: true }, node('', 0, false, 0))).toEqual(['phone is known']);
    expect(missing({ band: 'fit', in: ['A'] }, node('', 0, false, 0))).toEqual(['band of fit is «A»']);
    expect(missing({ reached: 'mql' }, node('', 0, false, 0))).toEqual(['to have reached «MQL»']);
    expect(missing({ event: 'chat', idle_days: 30 }, node('', 0, false, 3))).toEqual(['30 days without «chat»']);
  });
});

describe('holdingParts', () => {
  it('names the parts of any that hold, else the whole', () => {
    const any: Condition = { any: [{ event: 'chat' }, { event: 'call' }] };
    const trace = [node('', 0, true, 1), node('/any/0', 1, false, 0), node('/any/1', 1, true, 1)];
    expect(holdingParts(rulesetWith(any), trace).map(shown)).toEqual(['at least one «call»']);
    expect(holdingParts(rulesetWith({ event: 'chat' }), [node('', 0, true, 1)]).map(shown)).toEqual([
      'at least one «chat»',
    ]);
    expect(holdingParts(rulesetWith({ scenario: 'trio' }), [node('', 0, true, 1)]).map(shown)).toEqual([
      '«trio»: at least one «chat» and at least one «call»',
    ]);
    expect(holdingParts(rulesetWith({ scenario: 'bant' }), [node('', 0, true, 1)]).map(shown)).toEqual([
      '«BANT»: at least 2 of: at least one «chat», at least one «call» and at least one «task»',
    ]);
    expect(holdingParts(rulesetWith(any), [])).toEqual([]);
  });
});
