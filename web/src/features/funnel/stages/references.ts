// What studies tell of conversions between stages (rules/measuring.md, 8). They define their stages differently, so the
// figures give a direction and no more.

import type { Role } from '../../../ruleset/measuring';
import { stageOfRole } from '../../../ruleset/roles';
import type { Ruleset } from '../../../ruleset/ruleset';

const FIRST = 'first';
const references: [from: Role | typeof FIRST, to: Role, shares: number[]][] = [
  [FIRST, 'mql', [0.2]],
  ['mql', 'sql', [0.13, 0.39]],
  ['sql', 'opportunity', [0.6]],
  ['opportunity', 'customer', [0.2]],
  [FIRST, 'customer', [0.02, 0.06]],
];

/** Of the conversion from one stage to another; none where no study is of it. */
export function referencesOf(ruleset: Ruleset, from: number, to: number): number[] {
  const index = (role: Role | typeof FIRST) => (role === FIRST ? 0 : stageOfRole(ruleset, role));
  return references.find(([start, end]) => index(start) === from && index(end) === to)?.[2] ?? [];
}
