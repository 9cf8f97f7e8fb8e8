import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  addEntry,
  addStage,
  addTrack,
  deleteEntry,
  deleteGroup,
  deleteReason,
  deleteScore,
  deleteStage,
  deleteTrack,
  moved,
  moveEntry,
  moveReason,
  moveStage,
  moveTrack,
  namesIn,
  replaceStage,
  replaceTrack,
  setAbout,
  setEntry,
  setPart,
  setReason,
} from '../../../web/src/ruleset/list-changes';
import {
  renameBand,
  renameField,
  renameGroup,
  renameProperty,
  renameScenario,
  renameScore,
  renameStage,
} from '../../../web/src/ruleset/rename';
import { type Change, readRuleset, rewrite } from '../../../web/src/ruleset/rewrite';
import {
  addRule,
  deleteRule,
  duplicateRule,
  freeId,
  moveRule,
  neighbours,
  replaceRule,
} from '../../../web/src/ruleset/rule-changes';
import type { Rule, Ruleset } from '../../../web/src/ruleset/ruleset';
import { drawRuleset } from './random-ruleset';

const rule = (id: string, home: { score: string } | { group: string }): Rule => ({
  id,
  ...home,
  when: { all: [] },
  points: 1,
});

const ruleset: Ruleset = {
  scores: {
    fit: { bands: [{ label: 'A', ge: 10 }, { label: 'B' }] },
    web: { reset_by: { event: 'stop', where: [{ field: 'asset', eq: 'x' }] } },
  },
  groups: { mail: { score: 'web' }, visits: { score: 'web' } },
  rules: [
    rule('a', { score: 'fit' }),
    rule('m1', { group: 'mail' }),
    rule('b', { score: 'fit' }),
    rule('m2', { group: 'mail' }),
    rule('c', { score: 'fit' }),
  ],
  scenarios: {
    hot: {
      all: [
        { score: 'fit', ge: 5 },
        { band: 'fit', in: ['A', 'B'] },
      ],
    },
    calm: { scenario: 'hot' },
  },
  disqualify: [
    { when: { field: 'email', ends_with: 'x' }, reason: 'one' },
    { when: { any: [] }, reason: 'two' },
  ],
  stages: [
    { id: 'mql', enter: { scenario: 'hot' } },
    { id: 'sql', enter: { at_least: 1, of: [{ reached: 'mql' }] }, leave: { none: [{ reached: 'mql' }] } },
  ],
};

const ids = (change: Change): string =>
  change(ruleset)
    .rules.map(({ id }) => id)
    .join(' ');

describe('rules', () => {
  it('are added behind the last of their home', () => {
    expect(ids(addRule(rule('new', { score: 'fit' })))).toBe('a m1 b m2 c new');
    expect(ids(addRule(rule('new', { group: 'mail' })))).toBe('a m1 b m2 new c');
    expect(ids(addRule(rule('new', { group: 'visits' })))).toBe('a m1 b m2 c new');
  });
  it('get an id of their own', () => {
    expect(ids(addRule(rule('a', { score: 'fit' })))).toBe('a m1 b m2 c a-2');
    expect(freeId('a', ['a', 'a-2', 'a-4'])).toBe('a-3');
    expect(ids(duplicateRule('b'))).toBe('a m1 b b-2 m2 c');
  });
  it('are replaced and deleted', () => {
    expect(ids(replaceRule('b', rule('z', { score: 'fit' })))).toBe('a m1 z m2 c');
    expect(ids(deleteRule('a'))).toBe('m1 b m2 c');
    expect(ids(deleteRule('not there'))).toBe('a m1 b m2 c');
  });
  it('move within their home and to another', () => {
    expect(ids(moveRule('c', { score: 'fit' }, 'a'))).toBe('c a m1 b m2');
    expect(ids(moveRule('a', { score: 'fit' }, null))).toBe('m1 b m2 c a');
    expect(ids(moveRule('a', { score: 'fit' }, 'a'))).toBe('a m1 b m2 c');
    const there = moveRule('a', { group: 'mail' }, 'm2')(ruleset);
    expect(there.rules.map(({ id }) => id).join(' ')).toBe('m1 b a m2 c');
    expect(Object.entries(there.rules[2]!)[1]).toEqual(['group', 'mail']);
    expect(there.rules[2]).not.toHaveProperty('score');
  });
  it('know their neighbours', () => {
    const [a, m1, b, , c] = ruleset.rules as [Rule, Rule, Rule, Rule, Rule];
    expect(neighbours(ruleset, a)).toEqual({ up: null, down: 'c', last: false });
    expect(neighbours(ruleset, b)).toEqual({ up: 'a', down: null, last: false });
    expect(neighbours(ruleset, c)).toEqual({ up: 'b', down: null, last: true });
    expect(neighbours(ruleset, m1)).toEqual({ up: null, down: null, last: false });
    expect(ids(moveRule('a', { score: 'fit' }, 'c'))).toBe('m1 b m2 a c');
  });
});

describe('scores and groups', () => {
  it('go with what belongs to them', () => {
    const left = deleteScore('web')(ruleset);
    expect(Object.keys(left.scores)).toEqual(['fit']);
    expect(left.groups).toEqual({});
    expect(left.rules.map(({ id }) => id)).toEqual(['a', 'b', 'c']);
  });
  it('leave the rules of a group in its score', () => {
    const left = deleteGroup('mail')(ruleset);
    expect(Object.keys(left.groups ?? {})).toEqual(['visits']);
    expect(left.rules.filter(({ score }) => score === 'web').map(({ id }) => id)).toEqual(['m1', 'm2']);
  });
  it('are added, set and moved', () => {
    expect(Object.keys(addEntry('scores', 'fit', {})(ruleset).scores)).toEqual(['fit', 'web', 'fit-2']);
    expect(setEntry('scores', 'fit', { max: 5 })(ruleset).scores).toEqual({ fit: { max: 5 }, web: ruleset.scores.web });
    expect(Object.keys(moveEntry('scores', 'web', -1)(ruleset).scores)).toEqual(['web', 'fit']);
    expect(moveEntry('scores', 'web', 1)(ruleset)).toEqual(ruleset);
    expect(deleteEntry('scenarios', 'calm')(ruleset).scenarios).not.toHaveProperty('calm');
  });
});

describe('stages and reasons', () => {
  const stageIds = (change: Change) => change(ruleset).stages?.map(({ id }) => id);
  it('are added, replaced, moved and deleted', () => {
    expect(stageIds(addStage({ id: 'mql', enter: { all: [] } }))).toEqual(['mql', 'sql', 'mql-2']);
    expect(stageIds(replaceStage('mql', { id: 'x', enter: { all: [] } }))).toEqual(['x', 'sql']);
    expect(stageIds(moveStage('sql', -1))).toEqual(['sql', 'mql']);
    expect(stageIds(deleteStage('mql'))).toEqual(['sql']);
    const reasons = (change: Change) => change(ruleset).disqualify?.map(({ reason }) => reason);
    expect(reasons(setReason(0, { when: { all: [] }, reason: 'new' }))).toEqual(['new', 'two']);
    expect(reasons(setReason(2, { when: { all: [] }, reason: 'new' }))).toEqual(['one', 'two', 'new']);
    expect(reasons(moveReason(0, 1))).toEqual(['two', 'one']);
    expect(reasons(deleteReason(0))).toEqual(['two']);
    expect(moved([1, 2, 3], 2, 1)).toEqual([1, 2, 3]);
  });
  it('come into a file without any', () => {
    const bare = readRuleset({});
    expect(addStage({ id: 's', enter: { all: [] } })(bare).stages).toHaveLength(1);
    expect(setReason(0, { when: { all: [] }, reason: 'r' })(bare).disqualify).toHaveLength(1);
    expect(setAbout('name', '')({ ...bare, name: 'x' })).not.toHaveProperty('name');
  });
});

describe('what reports ask', () => {
  const when = { all: [] };
  it('has tracks, which are added, replaced, moved and deleted', () => {
    const two = addTrack({ id: 'b', when })(addTrack({ id: 'a', when })(ruleset));
    const trackIds = (of: Ruleset) => of.nurture?.tracks?.map(({ id }) => id);
    expect(trackIds(two)).toEqual(['a', 'b']);
    expect(trackIds(moveTrack('b', -1)(two))).toEqual(['b', 'a']);
    expect(trackIds(replaceTrack('a', { id: 'c', when })(two))).toEqual(['c', 'b']);
    expect(trackIds(deleteTrack('a')(two))).toEqual(['b']);
  });
  it('is set as a whole, and goes when it says nothing', () => {
    expect(setPart('sla', { hours: 4 })(ruleset).sla).toEqual({ hours: 4 });
    expect(setPart('sla', {})({ ...ruleset, sla: { hours: 4 } })).not.toHaveProperty('sla');
  });
  it('shares the names of checklists and conditions', () => {
    expect(namesIn({ ...ruleset, qualification: { bant: { items: [] } } }, 'scenarios')).toEqual([
      'hot',
      'calm',
      'bant',
    ]);
  });
});

describe('another name', () => {
  it('of a score is in its rules, groups, tests and bands', () => {
    const after = renameScore('fit', 'match')(ruleset);
    expect(Object.keys(after.scores)).toEqual(['match', 'web']);
    expect(after.rules.filter(({ score }) => score === 'match')).toHaveLength(3);
    expect(after.scenarios?.hot).toEqual({
      all: [
        { score: 'match', ge: 5 },
        { band: 'match', in: ['A', 'B'] },
      ],
    });
    expect(renameScore('web', 'w')(ruleset).groups?.mail?.score).toBe('w');
  });
  it('of a group is in its rules', () => {
    const after = renameGroup('mail', 'post')(ruleset);
    expect(after.rules.map(({ group }) => group).filter(Boolean)).toEqual(['post', 'post']);
    expect(Object.keys(after.groups ?? {})).toEqual(['post', 'visits']);
  });
  it('of a stage, a scenario and a band is in their tests', () => {
    const staged = renameStage('mql', 'ready')(ruleset);
    expect(staged.stages?.[1]).toEqual({
      id: 'sql',
      enter: { at_least: 1, of: [{ reached: 'ready' }] },
      leave: { none: [{ reached: 'ready' }] },
    });
    const named = renameScenario('hot', 'warm')(ruleset);
    expect([named.scenarios?.calm, named.stages?.[0]?.enter]).toEqual([{ scenario: 'warm' }, { scenario: 'warm' }]);
    const banded = renameBand('fit', 0, 'A+')(ruleset);
    expect(banded.scores.fit?.bands?.[0]?.label).toBe('A+');
    expect(banded.scenarios?.hot).toEqual({
      all: [
        { score: 'fit', ge: 5 },
        { band: 'fit', in: ['A+', 'B'] },
      ],
    });
  });
  it('of one of two bands with a label leaves the tests to the other', () => {
    const twice = setEntry('scores', 'fit', { bands: [{ label: 'A', ge: 10 }, { label: 'A' }] })(ruleset);
    expect(renameBand('fit', 0, 'Z')(twice).scenarios).toEqual(twice.scenarios);
  });
  it('of a field or property is wherever it is tested', () => {
    const data: Ruleset = {
      ...ruleset,
      fields: { email: { type: 'text' } },
      properties: { asset: { type: 'text' } },
      created_field: 'email',
      rules: [
        { id: 'r', score: 'fit', field: 'email', points_for: { x: 1 } },
        {
          id: 'e',
          score: 'fit',
          each: { event: '*', where: [{ field: 'asset', is_set: true }] },
          points: 1,
          times_property: 'asset',
          at_most: { times: 1, per_property: 'asset' },
        },
      ],
    };
    const post = JSON.stringify(renameField('email', 'e-post')(data));
    expect(post).not.toContain('"email"');
    // Declared, created_field, the rule, the reason.
    expect(post.match(/"e-post"/g)).toHaveLength(4);
    const page = JSON.stringify(renameProperty('asset', 'page')(data));
    expect(page).not.toContain('"asset"');
    expect(page).toContain('"per_property":"page"');
  });
});

describe('another name in what reports ask', () => {
  const asked: Ruleset = {
    scores: { fit: { bands: [{ label: 'A' }] } },
    rules: [],
    stages: [{ id: 'mql', enter: { scenario: 'bant' } }],
    sla: {
      stage: 'mql',
      touch: { event: 'call', where: [{ field: 'asset', is_set: true }] },
      reason: 'asset',
      contact: ['email', 'phone'],
    },
    qualification: {
      bant: { items: [{ id: 'mql', when: { all: [{ field: 'email', is_set: true }, { reached: 'mql' }] } }] },
    },
    nurture: { tracks: [{ id: 'bant', when: { none: [{ scenario: 'bant' }, { band: 'fit', in: ['A'] }] } }] },
    economics: {
      value: { event: 'won', property: 'asset', where: [{ field: 'asset', is_set: true }] },
      channel: { property: 'asset' },
      campaign: { field: 'email' },
      content: { property: 'asset' },
      stages: { customer: 'mql' },
    },
  };
  const count = (change: Change, name: string) => JSON.stringify(change(asked)).split(`"${name}"`).length - 1;

  it('is wherever it is named', () => {
    // Hand-off, the item's condition and the role; the item's id and a role of that name stay.
    expect(count(renameStage('mql', 'ready'), 'ready')).toBe(4);
    expect(count(renameStage('mql', 'ready'), 'mql')).toBe(1);
    expect(count(renameScenario('bant', 'champ'), 'champ')).toBe(3);
    expect(count(renameScenario('bant', 'champ'), 'bant')).toBe(1);
    expect(count(renameField('email', 'mail'), 'mail')).toBe(3);
    expect(count(renameField('email', 'mail'), 'email')).toBe(0);
    expect(count(renameProperty('asset', 'page'), 'page')).toBe(6);
    expect(count(renameProperty('asset', 'page'), 'asset')).toBe(0);
    expect(count(renameScore('fit', 'match'), 'match')).toBe(2);
    expect(count(renameBand('fit', 0, 'Z'), 'Z')).toBe(2);
  });
  it('leaves what it does not touch as it is written', () => {
    const text = JSON.stringify(asked);
    expect(rewrite(text, renameStage('not there', 'x'))).toBe(text);
  });
});

describe('every change of a text', () => {
  const changes: [string, (of: Ruleset) => Change][] = [
    ['add rule', (of) => addRule(rule('new', { score: Object.keys(of.scores)[0] ?? '' }))],
    ['duplicate rule', (of) => duplicateRule(of.rules[0]?.id ?? '')],
    ['delete rule', (of) => deleteRule(of.rules.at(-1)?.id ?? '')],
    [
      'move rule',
      (of) => moveRule(of.rules.at(-1)?.id ?? '', { score: Object.keys(of.scores)[0] ?? '' }, of.rules[0]?.id ?? null),
    ],
    ['delete score', (of) => deleteScore(Object.keys(of.scores)[0] ?? '')],
    ['move score', (of) => moveEntry('scores', Object.keys(of.scores)[0] ?? '', 1)],
    ['rename score', (of) => renameScore(Object.keys(of.scores)[0] ?? '', 'renamed')],
    ['delete group', (of) => deleteGroup(Object.keys(of.groups ?? {})[0] ?? '')],
    ['add stage', () => addStage({ id: 'stage', enter: { event: '*', idle_days: 3 } })],
    ['move stage', (of) => moveStage(of.stages?.[0]?.id ?? '', 1)],
    ['rename stage', (of) => renameStage(of.stages?.[0]?.id ?? '', 'renamed')],
    ['rename scenario', (of) => renameScenario(Object.keys(of.scenarios ?? {})[0] ?? '', 'renamed')],
    ['rename checklist', (of) => renameScenario(Object.keys(of.qualification ?? {})[0] ?? '', 'renamed')],
    ['rename field', () => renameField('job_title', 'title')],
    ['rename property', () => renameProperty('asset', 'page')],
    ['delete reason', () => deleteReason(0)],
    ['name', () => setAbout('name', 'N')],
  ];
  const texts = [
    readFileSync('rules/b2b-sample.json', 'utf8'),
    readFileSync('tests/cases/rulesets/valid/every-key.json', 'utf8'),
    // Commas at the beginning of lines.
    JSON.stringify(drawRuleset(7), null, 2).replaceAll(/,\n( *)(?=["{[])/g, '\n$1, '),
    ...Array.from({ length: 40 }, (_, seed) => {
      const drawn = drawRuleset(seed + 1000);
      return JSON.stringify(drawn, null, seed % 3 === 0 ? 0 : seed % 3 === 1 ? 2 : '\t');
    }),
  ];
  it.each(changes)('%s is that of its document', (_, make) => {
    for (const text of texts) {
      const before = readRuleset(JSON.parse(text));
      const change = make(before);
      const after = readRuleset(JSON.parse(rewrite(text, change)));
      expect(after).toEqual(change(before));
      expect(Object.keys(after.scores)).toEqual(Object.keys(change(before).scores));
    }
  });
});
