// The way from nothing to the total, as steps of a waterfall: each begins where the one before it ended.
import type { Explanation } from '../../engine/explanation';
import type { Millipoints } from '../../engine/protocol';
import { type ScoreSum, scoreSums } from './why';

export type StepKind = 'start' | 'rule' | 'rest' | 'groupLimit' | 'scoreLimit' | 'weight' | 'score' | 'total';

export interface WaterfallStep {
  kind: StepKind;
  /** Of the score, the group or the rule; of the rest how many rules it is. */
  id: string;
  score: string;
  from: Millipoints;
  to: Millipoints;
  /** What it adds; of a score and the total what they are. */
  points: Millipoints;
}

// So many rules of a score have a step of their own.
const MOST_RULES = 6;

interface Change {
  kind: StepKind;
  id: string;
  points: Millipoints;
}

function changesOf({ score, parts }: ScoreSum): Change[] {
  const rules = parts
    .flatMap((part) => part.rules)
    .filter(({ points }) => points !== 0)
    .sort((a, b) => Math.abs(b.points) - Math.abs(a.points));
  const shown = rules.length > MOST_RULES ? rules.slice(0, MOST_RULES - 1) : rules;
  const rest = rules.slice(shown.length);
  const limits = parts.flatMap(({ group }) => (group && group.adjustment !== 0 ? [group] : []));
  const all: Change[] = [
    { kind: 'start', id: score.id, points: score.start },
    ...shown.map(({ id, points }): Change => ({ kind: 'rule', id, points })),
  ];
  if (rest.length > 0)
    all.push({ kind: 'rest', id: String(rest.length), points: rest.reduce((sum, { points }) => sum + points, 0) });
  for (const { id, adjustment } of limits) all.push({ kind: 'groupLimit', id, points: adjustment });
  all.push({ kind: 'scoreLimit', id: score.id, points: score.adjustment });
  all.push({ kind: 'weight', id: score.id, points: score.weighted - score.value });
  return all.filter(({ kind, points }) => kind === 'rest' || points !== 0);
}

/** A score begins where the one before it ended, and so the last ends at the total. */
export function waterfallSteps(explanation: Explanation): WaterfallStep[] {
  const steps: WaterfallStep[] = [];
  let at: Millipoints = 0;
  for (const sum of scoreSums(explanation)) {
    const { id, weighted } = sum.score;
    const base = at;
    for (const change of changesOf(sum)) {
      steps.push({ ...change, score: id, from: at, to: at + change.points });
      at += change.points;
    }
    steps.push({ kind: 'score', id, score: id, from: base, to: base + weighted, points: weighted });
  }
  const { total } = explanation;
  if (explanation.scores.length > 1)
    steps.push({ kind: 'total', id: '', score: '', from: 0, to: total, points: total });
  return steps;
}
