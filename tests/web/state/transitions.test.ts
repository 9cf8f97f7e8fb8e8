import { describe, expect, it } from 'vitest';
import type { DataReport, ScoreReport } from '../../../web/src/engine/protocol';
import { t } from '../../../web/src/i18n';
import type { Ruleset } from '../../../web/src/ruleset/ruleset';
import { type AppState, firstState } from '../../../web/src/state/app-state';
import { parseRoute } from '../../../web/src/state/route';
import { store } from '../../../web/src/state/store';
import * as to from '../../../web/src/state/transitions';

const text =
  '{ "scores": { "fit": {} }, "rules": [ { "id": "demo", "label": "Demo", "score": "fit", "points": 15, "when": { "all": [] } } ] }';
const ruleset = JSON.parse(text) as Ruleset;
const state: AppState = { ...firstState, text };

const report = (columns: boolean): ScoreReport => ({
  issues: [],
  counts: [],
  data: { issues: [], counts: [] },
  columns: columns
    ? {
        asOf: 0,
        numLeads: 1,
        scores: [],
        total: Float64Array.of(5),
        bands: [],
        stage: Int32Array.of(-1),
        reachedCounts: [],
        nowCounts: [],
        withoutStage: 1,
        disqualified: 0,
      }
    : null,
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
    const good = { ...state, ...to.scored(state, text, report(true)) };
    const bad = { ...good, ...to.scored(good, '{', report(false)) };
    expect([bad.faulty, bad.working]).toEqual([true, false]);
    expect(bad.result).toBe(good.result);
    expect(bad.valid?.text).toBe(text);
    expect(bad.result?.ruleLeads.get('demo')).toBe(1);
  });
});

describe('loaded', () => {
  it('shows no result of the old data with the new, and forgets the old filter', () => {
    const scored = { ...state, ...to.scored(state, text, report(true)) };
    const filtered = { ...scored, ...to.queried(scored, { search: 'ana' }) };
    const change = to.loaded(filtered, { kind: 'sample', seed: 1, leads: 1 }, { numLeads: 1 } as DataReport);
    expect(change.result).toBeNull();
    expect(change.list?.query.search).toBe('');
  });
});

describe('rowsCame', () => {
  it('drops rows of a list that is no longer shown', () => {
    const old = Uint32Array.of(1);
    const now = { ...state, ...to.selected(state, Uint32Array.of(2)) };
    expect(to.rowsCame(now, old, 0, [])).toEqual({});
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
