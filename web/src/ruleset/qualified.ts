// Which leads count as qualified: those that stand at the stage called MQL, or above it.
import { pointerStep } from './place';
import type { Condition, Ruleset } from './ruleset';

/** Index of the first stage whose id or label has "mql" in it, else of the first; -1 when there is no stage. */
export function qualifiedStage(ruleset: Ruleset): number {
  const stages = ruleset.stages ?? [];
  const named = stages.findIndex((stage) => /mql/i.test(`${stage.id} ${stage.label ?? ''}`));
  return named >= 0 ? named : stages.length > 0 ? 0 : -1;
}

/** Leads that stand at that stage or above it. */
export function countQualified(nowCounts: number[], from: number): number {
  return from < 0 ? 0 : nowCounts.slice(from).reduce((sum, leads) => sum + leads, 0);
}

// A score that stands alone, at its full weight, is the total.
function isTotal({ scores }: Ruleset, score: string): boolean {
  const ids = Object.keys(scores);
  return score === 'total' || (ids.length === 1 && ids[0] === score && (scores[score]?.weight ?? 100) === 100);
}

/** The least total that a condition asks for, and where in the rule file its number stands. */
export interface Threshold {
  points: number;
  path: string;
}

/** That of a condition at a path of the rule file; null when it asks for no total. */
export function totalThreshold(ruleset: Ruleset, condition: Condition | undefined, path: string): Threshold | null {
  if (!condition) return null;
  if ('score' in condition) {
    if (!isTotal(ruleset, condition.score)) return null;
    const tests = { ge: condition.ge, gt: condition.gt, 'between/0': condition.between?.[0] };
    for (const [test, points] of Object.entries(tests)) {
      if (points !== undefined) return { points, path: `${path}/${test}` };
    }
    return null;
  }
  if ('scenario' in condition) {
    const { scenario } = condition;
    return totalThreshold(ruleset, ruleset.scenarios?.[scenario], `/scenarios/${pointerStep(scenario)}`);
  }
  const [key, parts] =
    'all' in condition ? ['all', condition.all] : 'any' in condition ? ['any', condition.any] : ['', []];
  for (const [index, part] of parts.entries()) {
    const found = totalThreshold(ruleset, part, `${path}/${key}/${index}`);
    if (found) return found;
  }
  return null;
}
