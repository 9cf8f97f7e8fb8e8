// Every part of a rule file that a form opens is the same JSON when it is closed again.
import { readdirSync, readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { closeField, openField } from '../../../web/src/ruleset/operators';
import {
  closeCombination,
  closeCount,
  closeDecay,
  closeScore,
  closeTypes,
  closeValues,
  conditionKind,
  isCombination,
  openCombination,
  openCount,
  openDecay,
  openScore,
  openTypes,
  openValues,
  ruleKind,
} from '../../../web/src/ruleset/parts';
import { put } from '../../../web/src/ruleset/put';
import { rewrite } from '../../../web/src/ruleset/rewrite';
import { homeOf, withHome } from '../../../web/src/ruleset/rule-changes';
import type { Condition, Decay, EventPattern, EventTest, Rule, Ruleset } from '../../../web/src/ruleset/ruleset';
import { withKind } from '../../../web/src/ruleset/starters';
import { drawRuleset } from './random-ruleset';

const SEEDS = Array.from({ length: 150 }, (_, seed) => seed);

const pattern = <T extends EventPattern>(of: T): T => {
  const typed = put<EventPattern, 'event'>(of, 'event', closeTypes(openTypes(of.event))) as T;
  return of.where ? { ...typed, where: of.where.map((test) => closeField(openField(test))) } : typed;
};

const eventTest = (test: EventTest): EventTest => pattern(put(test, 'count', closeCount(openCount(test.count))));

function condition(of: Condition): Condition {
  if (isCombination(of)) {
    const form = openCombination(of);
    return closeCombination({ ...form, parts: form.parts.map(condition) });
  }
  if ('field' in of) return closeField(openField(of));
  if ('event' in of) return eventTest(of);
  if ('sequence' in of) return { ...of, sequence: of.sequence.map(pattern) };
  return 'score' in of ? closeScore(openScore(of)) : of;
}

const decay = <T extends { decay?: Decay }>(of: T): T =>
  put<{ decay?: Decay }, 'decay'>(of, 'decay', closeDecay(openDecay(of.decay))) as T;

function rule(of: Rule): Rule {
  const own = withKind(withHome(of, homeOf(of)), ruleKind(of), { ruleset: drawRuleset(1), data: null }, []);
  if ('when' in own) return put(own, 'when', condition(own.when));
  if ('each' in own) return decay(put(own, 'each', pattern(own.each)));
  if ('each_idle_days' in own) return pattern(own);
  if ('points_for' in own) return put(own, 'points_for', closeValues(openValues(own.points_for)));
  return own;
}

const when = <T extends { when: Condition }>(of: T): T => ({ ...of, when: condition(of.when) });

function throughForms(ruleset: Ruleset): Ruleset {
  const each = <T>(entries: Record<string, T>, map: (value: T) => T) =>
    Object.fromEntries(Object.entries(entries).map(([key, value]) => [key, map(value)]));
  return {
    ...ruleset,
    scores: each(ruleset.scores, (score) =>
      decay(score.reset_by ? put(score, 'reset_by', pattern(score.reset_by)) : score),
    ),
    rules: ruleset.rules.map(rule),
    ...(ruleset.groups && { groups: each(ruleset.groups, decay) }),
    ...(ruleset.scenarios && { scenarios: each(ruleset.scenarios, condition) }),
    ...(ruleset.disqualify && {
      disqualify: ruleset.disqualify.map(when),
    }),
    ...(ruleset.stages && {
      stages: ruleset.stages.map((stage) => {
        const entered = put(stage, 'enter', condition(stage.enter));
        return stage.leave ? put(entered, 'leave', condition(stage.leave)) : entered;
      }),
    }),
    ...(ruleset.qualification && {
      qualification: each(ruleset.qualification, (list) => ({ ...list, items: list.items.map(when) })),
    }),
    ...(ruleset.nurture?.tracks && { nurture: { ...ruleset.nurture, tracks: ruleset.nurture.tracks.map(when) } }),
  };
}

describe('random rule files', () => {
  const validate = new Ajv2020({ strictRequired: false }).compile(
    JSON.parse(readFileSync('rules/ruleset.schema.json', 'utf8')),
  );

  it('are what the schema allows, and use every kind of condition and rule', () => {
    const kinds = new Set<string>();
    const note = (of: Condition): void => {
      kinds.add(conditionKind(of));
      if (isCombination(of)) openCombination(of).parts.forEach(note);
    };
    for (const seed of SEEDS) {
      const ruleset = drawRuleset(seed);
      expect(validate(ruleset), JSON.stringify(validate.errors)).toBe(true);
      for (const each of ruleset.rules) kinds.add(ruleKind(each));
      for (const { enter } of ruleset.stages ?? []) note(enter);
    }
    expect(kinds.size).toBe(11 + 5);
  });

  it.each(SEEDS)('are the same through the forms (seed %i)', (seed) => {
    const ruleset = drawRuleset(seed);
    expect(throughForms(ruleset)).toEqual(ruleset);
    const text = JSON.stringify(ruleset, null, 2);
    expect(rewrite(text, throughForms)).toBe(text);
  });
});

describe('the rule files of the project', () => {
  it.each([
    'rules/b2b-sample.json',
    'rules/bank-term-deposit.json',
    'tests/cases/rulesets/valid/every-key.json',
    ...readdirSync('rules/presets').map((name) => `rules/presets/${name}`),
  ])('%s keeps every character', (path) => {
    const text = readFileSync(path, 'utf8');
    expect(rewrite(text, throughForms)).toBe(text);
  });
});
