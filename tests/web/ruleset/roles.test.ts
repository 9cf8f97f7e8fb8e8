import { expect, it } from 'vitest';
import { stageOfRole } from '../../../web/src/ruleset/roles';
import type { Ruleset } from '../../../web/src/ruleset/ruleset';

const rules = (ids: string[], stages: NonNullable<Ruleset['economics']>['stages'] = {}): Ruleset => ({
  scores: {},
  rules: [],
  stages: ids.map((id) => ({ id, enter: { all: [] } })),
  economics: { stages },
});

it('takes the stages of the roles’ names, or those that the rule file names', () => {
  expect(stageOfRole(rules(['lead', 'mql', 'customer', 'fan']), 'customer')).toBe(2);
  expect(stageOfRole(rules(['lead', 'ready', 'mql'], { mql: 'ready' }), 'mql')).toBe(1);
});

it('takes the last for the customer and the second for the qualified when none is named so', () => {
  const applicants = rules(['visitor', 'applicant', 'student']);
  expect(stageOfRole(applicants, 'mql')).toBe(1);
  expect(stageOfRole(applicants, 'customer')).toBe(2);
  expect(stageOfRole(applicants, 'sql')).toBe(-1);
  expect(stageOfRole(rules(['one']), 'mql')).toBe(0);
  expect(stageOfRole(rules([]), 'mql')).toBe(-1);
});
