import { describe, expect, it } from 'vitest';
import type { DataReport, Issue, LeadRow, ScoreReport } from '../../../web/src/engine/protocol';
import { t } from '../../../web/src/i18n';
import type { Ruleset } from '../../../web/src/ruleset/ruleset';
import { type AppState, firstQuery, firstState } from '../../../web/src/state/app-state';
import { parseRoute, partOf } from '../../../web/src/state/route';
import { store } from '../../../web/src/state/store';
import * as to from '../../../web/src/state/transitions';

const text =
  '{ "scores": { "fit": {} }, "rules": [ { "id": "demo", "label": "Demo", "score": "fit", "points": 15, "when": { "all": [] } } ] }';
const ruleset = JSON.parse(text) as Ruleset;
const state: AppState = { ...firstState, text };

const report = (known: 'nothing' | 'numbers' | 'all', leads = 1): ScoreReport => ({
  issues: [],
  counts: [],
  data: { issues: [], counts: [] },
  figures:
    known === 'nothing' ? null : { asOf: 0, numLeads: leads, from: 0, width: 1000, leads: Uint32Array.of(leads) },
  stages:
    known === 'all' ? { leads: [], reachedCounts: [], nowCounts: [], withoutStage: leads, disqualified: 0 } : null,
  ruleLeads: [{ id: 'demo', leads: 1 }],
  millis: 3,
});

describe('changePoints', () => {
  it('changes one number and names the step', () => {
    const change = to.changePoints(state, ruleset, 0, '/rules/0/points', 20);
    expect(change.text).toBe(text.replace('15', '20'));
    expect(change.step && t(change.step.key, change.step.values)).toBe('Demo: 15 to 20');
  });
  it('is no step when nothing changes', () => {
    expect(to.changePoints(state, ruleset, 0, '/rules/0/points', 15)).toEqual({});
    expect(to.changePoints(state, ruleset, 0, '/rules/0/points', Number.NaN)).toEqual({});
  });
});

describe('changePoints of rules that are shown late', () => {
  it('changes no other rule that stands there by now', () => {
    const ahead = { ...state, text: text.replace('"id": "demo"', '"id": "other"') };
    expect(to.changePoints(ahead, ruleset, 0, '/rules/0/points', 20)).toEqual({});
  });
});

describe('edited', () => {
  const next = text.replace('Demo', 'Trial');
  it('shows the rules before they are scored', () => {
    const change = to.edited(state, next, [], { key: 'step.part', values: { name: 'Trial', part: 'Name' } });
    expect(change).toMatchObject({ text: next, faulty: false, valid: { text: next } });
    expect(change.valid?.ruleset.rules[0]?.label).toBe('Trial');
    expect(change.step && t(change.step.key, change.step.values)).toBe('Trial: Name');
  });
  it('takes no text for valid that has faults, or is no longer the text', () => {
    const issue: Issue = { code: 'x', severity: 'error', path: '', line: 1, column: 1, args: [] };
    expect(to.checked(state, text, [issue])).toEqual({});
    expect(to.checked(state, next, [])).toEqual({});
    expect(to.checked(state, text, [{ ...issue, severity: 'warning' }]).valid?.text).toBe(text);
  });
  it('reads a file that leaves everything out', () => {
    expect(to.checked({ ...state, text: '{}' }, '{}', []).valid?.ruleset).toEqual({ scores: {}, rules: [] });
  });
});

describe('switchRule', () => {
  it('names the step', () => {
    const rule = ruleset.rules[0];
    const change = rule && to.switchRule(state, rule, 0, false);
    expect(JSON.parse(change?.text ?? '').rules[0].enabled).toBe(false);
    expect(change?.step && t(change.step.key, change.step.values)).toBe('Demo: off');
  });
});

describe('scored', () => {
  it('keeps the former result while the text is faulty', () => {
    const good = { ...state, ...to.scored(state, text, report('all')) };
    const bad = { ...good, ...to.scored(good, '{', report('nothing')) };
    expect([bad.faulty, bad.working]).toEqual([true, false]);
    expect(bad.result).toEqual(good.result);
    expect(bad.valid?.text).toBe(text);
    expect(bad.result?.ruleLeads.get('demo')).toBe(1);
  });
});

describe('a score in two steps', () => {
  it('shows the numbers with the former stages as former, then all of it', () => {
    const one = { ...state, ...to.scored(state, text, report('all', 1)) };
    const numbers = { ...one, working: true, ...to.scored({ ...one }, text, report('numbers', 2)) };
    expect(numbers.result?.figures.numLeads).toBe(2);
    expect([numbers.result?.stages, numbers.working]).toEqual([null, true]);
    expect(to.settled(numbers.result)?.stages.withoutStage).toBe(1);
    const again = { ...numbers, ...to.scored(numbers, text, report('numbers', 3)) };
    expect(to.settled(again.result)?.stages.withoutStage).toBe(1);
    const all = { ...again, ...to.scored(again, text, report('all', 3)) };
    expect([all.result?.stages?.withoutStage, all.result?.former, all.working]).toEqual([3, null, false]);
  });
  it('falls back to the former result when the stages cannot be told', () => {
    const one = { ...state, ...to.scored(state, text, report('all', 1)) };
    const numbers = { ...one, ...to.scored(one, text, report('numbers', 2)) };
    expect(to.scored(numbers, text, report('nothing')).result).toEqual(one.result);
  });
  it('leaves the rules alone when it is a trial', () => {
    const one = { ...state, ...to.scored(state, text, report('all', 1)) };
    const tried = to.scored(one, text.replace('15', '20'), report('all', 2), true);
    expect(tried.result?.ruleset.rules[0]).toMatchObject({ points: 20 });
    expect('valid' in tried || 'issues' in tried).toBe(false);
  });
});

describe('moveThreshold', () => {
  it('changes the number where it stands, as one step', () => {
    const rules = '{ "stages": [ { "id": "mql", "enter": { "score": "total", "ge": 60 } } ] }';
    const threshold = { points: 60, path: '/stages/0/enter/ge' };
    const change = to.moveThreshold({ ...state, text: rules }, 'MQL', threshold, 55);
    expect(change.text).toBe(rules.replace('60', '55'));
    expect(change.step && t(change.step.key, change.step.values)).toBe('MQL: from 60 to 55 points');
  });
});

describe('loaded', () => {
  it('shows no result of the old data with the new, and forgets the old filter', () => {
    const scored = { ...state, ...to.scored(state, text, report('all')) };
    const filtered = { ...scored, ...to.queried(scored, { search: 'ana' }) };
    const change = to.loaded(filtered, { kind: 'sample', seed: 1, leads: 1 }, { numLeads: 1 } as DataReport);
    expect(change.result).toBeNull();
    expect(change.list?.query.search).toBe('');
  });
});

describe('the rows of the list', () => {
  const selection = { query: firstQuery, count: 1000 };
  const listed = { ...state, ...to.selected(state, selection) };
  const row = { lead: 0 } as LeadRow;
  it('are dropped when the list is no longer shown', () => {
    expect(to.rowsCame(listed, { query: firstQuery, count: 1000 }, 0, [])).toEqual({});
  });
  it('are fetched block by block as far as they are missing, and no further than the list', () => {
    const first = to.missingBlock(listed.list, 40, 120);
    expect(first).toBe(0);
    const some = { ...listed, ...to.rowsCame(listed, selection, 0, [row]) };
    expect(to.missingBlock(some.list, 40, 120)).toBe(1);
    expect(to.missingBlock(some.list, 0, 50)).toBeNull();
    expect(to.missingBlock(some.list, 990, 2000)).toBe(19);
    expect(to.missingBlock({ ...some.list, selection: { query: firstQuery, count: 950 } }, 950, 2000)).toBeNull();
  });
  it('go, the oldest first, when there are too many', () => {
    let now = listed;
    for (let block = 0; block < to.MOST_BLOCKS + 5; block++) {
      now = { ...now, ...to.rowsCame(now, selection, block, [row]) };
    }
    expect(now.list.blocks.size).toBe(to.MOST_BLOCKS);
    expect([now.list.blocks.has(4), now.list.blocks.has(5)]).toEqual([false, true]);
  });
});

describe('queried', () => {
  const label = { key: 'leads.count', values: { number: '2', all: '9' } } as const;
  const some = { ...state, ...to.queried(state, { only: Uint32Array.of(1, 4) }, label) };
  it('keeps the label as long as its leads are filtered by', () => {
    expect(some.list.label).toEqual(label);
    const searched = { ...some, ...to.queried(some, { search: 'ana' }) };
    expect(searched.list.label).toEqual(label);
    expect({ ...searched, ...to.queried(searched, { only: null }) }.list.label).toBeNull();
    expect(to.queried(some, { only: Uint32Array.of(2) }).list?.label).toBeNull();
  });
});

describe('rowOf', () => {
  const row = (id: string) => ({ id }) as LeadRow;
  it('counts over the blocks that are there', () => {
    const blocks = new Map([[3, [row('a'), row('b')]]]);
    expect(to.rowOf({ blocks }, 'b')).toBe(3 * to.ROWS_A_BLOCK + 1);
    expect(to.rowOf({ blocks }, 'c')).toBeNull();
  });
});

describe('undo', () => {
  it('takes back the text with its step, and nothing else', () => {
    store.setState({ ...state, step: null });
    store.temporal.getState().clear();
    store.setState(to.changePoints(store.getState(), ruleset, 0, '/rules/0/points', 20));
    store.setState({ working: false });
    store.setState({ asOf: 7 });
    expect(store.temporal.getState().pastStates).toHaveLength(1);
    store.temporal.getState().undo();
    expect(store.getState()).toMatchObject({ text, step: null, asOf: 7 });
    expect(store.temporal.getState().futureStates.at(-1)?.step?.values).toEqual({ rule: 'Demo', from: '15', to: '20' });
    store.temporal.getState().redo();
    expect(store.getState().text).toContain('20');
  });
});

describe('parseRoute', () => {
  it.each([
    ['', { screen: 'results' }],
    ['#/nowhere', { screen: 'results' }],
    ['#/leads', { screen: 'leads' }],
    ['#/lead/a%2Fb', { screen: 'lead', id: 'a/b' }],
    ['#/lead/%', { screen: 'leads' }],
    ['#/rules', { screen: 'rules' }],
  ])('%s', (hash, route) => expect(parseRoute(hash)).toEqual(route));
});

it('tells the part of a screen that an address names, else its first', () => {
  expect(partOf('funnel', '#/funnel/channels')).toBe('channels');
  expect(partOf('funnel', '#/funnel')).toBe('stages');
  expect(partOf('funnel', '#/sales/nurture')).toBe('stages');
  expect(partOf('sales', '#/sales/nurture')).toBe('nurture');
  expect(partOf('report', '#/report/elsewhere')).toBe('page');
});
