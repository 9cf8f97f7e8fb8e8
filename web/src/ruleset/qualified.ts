// Which leads count as qualified: those that stand at the stage called MQL, or above it.
import type { Condition, Ruleset } from './ruleset';

/** Index of the first stage whose id or label has "mql" in it, else of the first; -1 when there is no stage. */
export function qualifiedStage(ruleset: Ruleset): number {
  const stages = ruleset.stages ?? [];
  const named = stages.findIndex((stage) => /mql/i.test(`${stage.id} ${stage.label ?? ''}`));
  return named >= 0 ? named : stages.length > 0 ? 0 : -1;
}

/** Leads whose stage is that one or above; a disqualified lead (a negative stage) never is. */
export function countQualified(stages: Int32Array, from: number): number {
  if (from < 0) return 0;
  let count = 0;
  for (const stage of stages) if (stage >= from) count++;
  return count;
}

// A score that stands alone, at its full weight, is the total.
function isTotal({ scores }: Ruleset, score: string): boolean {
  const ids = Object.keys(scores);
  return score === 'total' || (ids.length === 1 && ids[0] === score && (scores[score]?.weight ?? 100) === 100);
}

/** The total that a condition asks for at least, in points; null when it asks for none. */
export function totalThreshold(ruleset: Ruleset, condition: Condition | undefined): number | null {
  if (!condition) return null;
  if ('score' in condition) {
    return isTotal(ruleset, condition.score) ? (condition.ge ?? condition.gt ?? condition.between?.[0] ?? null) : null;
  }
  if ('scenario' in condition) return totalThreshold(ruleset, ruleset.scenarios?.[condition.scenario]);
  const parts = 'all' in condition ? condition.all : 'any' in condition ? condition.any : [];
  for (const part of parts) {
    const found = totalThreshold(ruleset, part);
    if (found !== null) return found;
  }
  return null;
}
