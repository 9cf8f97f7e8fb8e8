import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { put } from '../../../web/src/ruleset/put';
import { type Change, readRuleset, rewrite } from '../../../web/src/ruleset/rewrite';
import type { Ruleset } from '../../../web/src/ruleset/ruleset';
import { same } from '../../../web/src/ruleset/same';

const text = `{ "name": "Odd  spaces",
  "scores": { "fit": {}, "web":{"max":10} },
  "rules": [
    {"id": "a", "score": "fit",   "points": 5.00, "when": {"all": []}},
    {
      "id": "b",
      "score": "web", "each": {"event": "view"},
      "points": 1
    }
  ]
}
`;

const withRules =
  (map: (rules: Ruleset['rules']) => Ruleset['rules']): Change =>
  (ruleset) => ({ ...ruleset, rules: map(ruleset.rules) });

describe('rewrite', () => {
  it('leaves the text alone when nothing changes', () => {
    expect(rewrite(text, (ruleset) => structuredClone(ruleset))).toBe(text);
  });
  it('changes one value and no other character', () => {
    const renamed: Change = (ruleset) => ({ ...ruleset, name: 'B' });
    expect(rewrite(text, renamed)).toBe(text.replace('"Odd  spaces"', '"B"'));
    const named = withRules(([a, ...rest]) => [put(a!, 'label', 'A'), ...rest]);
    expect(rewrite(text, named)).toBe(text.replace('"id": "a", ', '"id": "a", "label": "A", '));
  });
  it('takes an element out with its comma', () => {
    expect(
      rewrite(
        text,
        withRules((rules) => rules.slice(1)),
      ),
    ).toBe(text.replace(/ {4}\{"id": "a".*\n/, ''));
    const first = rewrite(
      text,
      withRules((rules) => rules.slice(0, 1)),
    );
    expect(first).toContain('"when": {"all": []}}\n  ]');
    expect(
      rewrite(
        text,
        withRules(() => []),
      ),
    ).toContain('"rules": []');
  });
  it('moves elements as they are written', () => {
    const moved = rewrite(
      text,
      withRules((rules) => rules.toReversed()),
    );
    expect(moved).toContain('"score": "web", "each": {"event": "view"},\n      "points": 1\n    },\n    {"id": "a"');
  });
  it('lays out what is new like its neighbours', () => {
    const copy = rewrite(
      text,
      withRules((rules) => [...rules, { id: 'c', score: 'fit', when: { any: [] }, points: 2 }]),
    );
    expect(copy).toContain('    },\n    {\n      "id": "c",\n      "score": "fit",\n      "when": {"any": []},');
  });
  it('breaks a line that becomes too long', () => {
    const long: Change = (ruleset) => ({ ...ruleset, scores: { fit: { label: 'x'.repeat(120) }, web: { max: 10 } } });
    expect(rewrite(text, long)).toContain('"scores": {\n    "fit": {');
  });
  it('keeps the order of scores, which is that of the grade', () => {
    const turned: Change = (ruleset) => ({ ...ruleset, scores: { web: { max: 10 }, fit: {} } });
    expect(Object.keys((JSON.parse(rewrite(text, turned)) as Ruleset).scores)).toEqual(['web', 'fit']);
  });
  it('keeps the order of names that are numbers', () => {
    const numbered = '{"scores": {"2": {}, "1": {}}}';
    const changed: Change = (ruleset) => ({ ...ruleset, scores: { ...ruleset.scores, '1': { max: 5 } } });
    expect(rewrite(numbered, changed)).toBe('{"scores": {"2": {}, "1": {"max": 5}}}');
  });
  it('adds to a file that leaves everything out only what is meant', () => {
    expect(rewrite('{}', (ruleset) => ({ ...ruleset, name: 'N' }))).toBe('{"name": "N"}');
    expect(readRuleset({})).toEqual({ scores: {}, rules: [] });
  });
  it('keeps names that JavaScript knows', () => {
    const odd = '{"scenarios": {"__proto__": {"all": []}, "constructor": {"any": []}}, "name": "x"}';
    expect(rewrite(odd, (ruleset) => ({ ...ruleset, name: 'y' }))).toBe(odd.replace('"x"', '"y"'));
  });
  it('edits the sample in its own style', () => {
    const sample = readFileSync('rules/b2b-sample.json', 'utf8');
    const capped = rewrite(sample, (ruleset) => ({
      ...ruleset,
      rules: ruleset.rules.map((rule) =>
        'points_for' in rule && rule.id === 'industry' ? put(rule, 'otherwise', 1) : rule,
      ),
    }));
    const lines = (of: string) => new Set(of.split('\n'));
    const added = [...lines(capped)].filter((line) => !lines(sample).has(line));
    expect(added).toEqual(['      },', '      "otherwise": 1'].filter((line) => !lines(sample).has(line)));
  });
});

describe('same', () => {
  it.each([
    [1, 1, true],
    [1, '1', false],
    [[1, 2], [1, 2], true],
    [[1, 2], [2, 1], false],
    [{ a: 1, b: 2 }, { a: 1, b: 2 }, true],
    [{ a: 1, b: 2 }, { b: 2, a: 1 }, false],
    [{ a: 1 }, { a: 1, b: undefined }, false],
    [[], {}, false],
    [null, {}, false],
  ])('%j and %j: %s', (a, b, equal) => expect(same(a, b)).toBe(equal));
});

describe('put', () => {
  it('sets a key in the order of the format, and takes it away', () => {
    const rule = { id: 'a', score: 'fit', points: 5, max_points: 9 } as { [key: string]: unknown };
    expect(Object.keys(put(rule, 'label', 'A'))).toEqual(['id', 'label', 'score', 'points', 'max_points']);
    expect(Object.keys(put(rule, 'decay', 'none'))).toEqual(['id', 'score', 'points', 'decay', 'max_points']);
    expect(put(rule, 'points', undefined)).toEqual({ id: 'a', score: 'fit', max_points: 9 });
  });
});
