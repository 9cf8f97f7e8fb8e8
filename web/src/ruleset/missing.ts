// What a lead lacks for a stage, in words, from the trace of its enter condition.
import type { TraceNode } from '../engine/explanation';
import { formatNumber, formatPoints } from '../format';
import { t } from '../i18n';
import { conditionSentence, eventWords } from './condition-sentence';
import { type Checklist, checklistCondition } from './measuring';
import type { Condition, EventTest, Ruleset, ScoreTest } from './ruleset';
import { quote, scenarioWords, scoreWords, stageWords } from './words';

/** One thing that is missing; its parts, when it has some, are what it consists of. */
export interface Missing {
  text: string;
  parts: Missing[];
}

interface Traced {
  node: TraceNode;
  condition: Condition;
  parts: Traced[];
}

/** The value at a JSON pointer. */
export function valueAt(document: unknown, pointer: string): unknown {
  let value = document;
  for (const step of pointer.split('/').slice(1)) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = (value as Record<string, unknown>)[step.replaceAll('~1', '/').replaceAll('~0', '~')];
  }
  return value;
}

// What stands at a place; where a checklist does, the condition that its name stands for.
function conditionAt(ruleset: Ruleset, path: string): Condition {
  const found = valueAt(ruleset, path) as Condition | Checklist;
  return found && 'items' in found ? checklistCondition(found) : found;
}

// The nodes come in preorder, each with its depth.
function tree(ruleset: Ruleset, nodes: TraceNode[]): Traced | null {
  const path: Traced[] = [];
  for (const node of nodes) {
    const traced = { node, condition: conditionAt(ruleset, node.path), parts: [] };
    path.length = node.depth;
    path.at(-1)?.parts.push(traced);
    path.push(traced);
  }
  return path[0] ?? null;
}

const leaf = (text: string): Missing => ({ text, parts: [] });

function scoreMissing(ruleset: Ruleset, test: ScoreTest, have: number): Missing {
  const score = scoreWords(ruleset, test.score);
  const low = test.ge ?? test.between?.[0];
  const high = test.le ?? test.between?.[1];
  if (low !== undefined && have < low * 1000)
    return leaf(t('missing.points', { points: formatPoints(low * 1000 - have), score, have: formatPoints(have) }));
  if (high !== undefined && have > high * 1000)
    return leaf(t('missing.fewer_points', { points: formatPoints(have - high * 1000), score }));
  const key = test.gt !== undefined ? 'missing.points_over' : 'missing.points_under';
  return leaf(t(key, { limit: formatNumber(test.gt ?? test.lt ?? 0), score, have: formatPoints(have) }));
}

function eventMissing(ruleset: Ruleset, test: EventTest, have: number): Missing {
  const event = eventWords(ruleset, test);
  if (test.idle_days !== undefined) return leaf(t('missing.idle', { event, days: test.idle_days, have }));
  const { ge, le } = test.count ?? { ge: 1 };
  const more = Math.max(ge ?? 1, 1) - have;
  if (le !== undefined && have > le) return leaf(t('missing.too_many', { event, count: le, have }));
  const text = t(have > 0 ? 'missing.more_events' : 'missing.events', { event, count: more });
  return leaf(test.within_days === undefined ? text : t('event.within', { sentence: text, days: test.within_days }));
}

function partsMissing(ruleset: Ruleset, parts: Traced[]): Missing[] {
  return parts.filter((part) => !part.node.holds).map((part) => missing(ruleset, part));
}

// One part says it all; several stand under a heading.
function grouped(text: string, parts: Missing[], whole: string): Missing {
  if (parts.length === 0) return leaf(whole);
  return parts.length === 1 && parts[0] ? parts[0] : { text, parts };
}

function missing(ruleset: Ruleset, { node, condition, parts }: Traced): Missing {
  if (!condition) return leaf(node.path);
  const whole = conditionSentence(ruleset, condition);
  if ('event' in condition) return eventMissing(ruleset, condition, node.have);
  if ('score' in condition) return scoreMissing(ruleset, condition, node.have);
  if ('sequence' in condition) {
    const next = condition.sequence[node.have] ?? condition.sequence[0];
    if (!next) return leaf(whole);
    const values = { step: node.have + 1, steps: condition.sequence.length, event: eventWords(ruleset, next), whole };
    return leaf(t('missing.step', values));
  }
  if ('reached' in condition) return leaf(t('missing.stage', { stage: quote(stageWords(ruleset, condition.reached)) }));
  if ('scenario' in condition) return grouped(whole, partsMissing(ruleset, parts), whole);
  if ('all' in condition) return grouped(t('missing.all'), partsMissing(ruleset, parts), whole);
  if ('any' in condition) return grouped(t('missing.any'), partsMissing(ruleset, parts), whole);
  if ('at_least' in condition) {
    const failing = partsMissing(ruleset, parts);
    const count = condition.at_least - node.have;
    return failing.length === 0 ? leaf(whole) : { text: t('missing.at_least', { count }), parts: failing };
  }
  if ('none' in condition) {
    const holding = parts.filter((part) => part.node.holds && part.condition);
    const text = (part: Traced) => t('missing.not', { sentence: conditionSentence(ruleset, part.condition) });
    return grouped(
      t('missing.none'),
      holding.map((part) => leaf(text(part))),
      whole,
    );
  }
  return leaf(whole);
}

/** What is missing; empty when the condition holds. At the top, the parts of an `all` stand by themselves. */
export function missingParts(ruleset: Ruleset, nodes: TraceNode[]): Missing[] {
  const top = tree(ruleset, nodes);
  if (!top || top.node.holds) return [];
  const parts = top.condition && 'all' in top.condition ? partsMissing(ruleset, top.parts) : [];
  return parts.length > 0 ? parts : [missing(ruleset, top)];
}

// The name of a scenario says little by itself.
function spelledOut(ruleset: Ruleset, condition: Condition): string {
  if (!('scenario' in condition)) return conditionSentence(ruleset, condition);
  const { scenario } = condition;
  const list = ruleset.qualification?.[scenario];
  const named = list ? checklistCondition(list) : ruleset.scenarios?.[scenario];
  const sentence = conditionSentence(ruleset, named ?? condition);
  return named
    ? t('scenario.means', { scenario: quote(scenarioWords(ruleset, scenario)), condition: sentence })
    : sentence;
}

/** Of a condition that holds, what makes it hold; of an `any` only the parts that do. */
export function holdingParts(ruleset: Ruleset, nodes: TraceNode[]): string[] {
  const top = tree(ruleset, nodes);
  if (!top?.condition) return [];
  const holding = 'any' in top.condition ? top.parts.filter(({ node }) => node.holds) : [];
  const shown = holding.length > 0 ? holding : [top];
  return shown.filter(({ condition }) => condition).map(({ condition }) => spelledOut(ruleset, condition));
}
