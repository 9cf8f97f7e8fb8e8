// What is found out of a result once it is complete: who crossed the line by the last edit, what each rule is worth, what
// limits take from it. A queue of questions, the first to be asked next; pure, effects.ts asks the engine.
import type { Crossing, DataReport, Instant } from '../engine/protocol';
import { qualifiedStage } from '../ruleset/qualified';
import type { Ruleset } from '../ruleset/ruleset';
import type { AppState } from './app-state';

/** What a result depends on. */
export interface Basis {
  text: string;
  asOf: Instant;
  data: DataReport;
}

/** A complete result of the rules as they are. */
export interface Settled extends Basis {
  ruleset: Ruleset;
}

/** edit: against the rules before it. rule: against the rules without this one, at its place in the file. */
export type Question = { kind: 'edit'; before: string } | { kind: 'limit' | 'rule'; rule: string; index: number };

/** Of an edit or a rule a crossing; of a limit how many leads a rule gives points in vain. null: it cannot be told. */
export type Answer = Crossing | number | null;

export interface Effects {
  of: Settled | null;
  /** Of the first result of the data and the day, which an edit may have overtaken before it was complete. */
  first: Basis | null;
  /** Of the last edit; null when there was none since the data or the day changed. */
  edit: Crossing | 'asked' | null;
  rules: ReadonlyMap<string, Crossing>;
  /** Of the rules before the last edit, until theirs are known. */
  former: ReadonlyMap<string, Crossing>;
  limits: ReadonlyMap<string, number>;
  questions: readonly Question[];
}

export const noEffects: Effects = {
  of: null,
  first: null,
  edit: null,
  rules: new Map(),
  former: new Map(),
  limits: new Map(),
  questions: [],
};

/** null while something is scored or loaded, while a move of the line is tried, or where the rules have faults. */
export function settledOf({ result, working, loading, text, data }: AppState): Settled | null {
  if (!result?.stages || !data || working || loading || result.text !== text) return null;
  return { text, ruleset: result.ruleset, asOf: result.figures.asOf, data };
}

/** The stage at which a lead is qualified; null when the rules have none. */
export const lineOf = (ruleset: Ruleset): string | null => ruleset.stages?.[qualifiedStage(ruleset)]?.id ?? null;

const comparable = (before: Basis | null, of: Basis): boolean => before?.asOf === of.asOf && before.data === of.data;

/** There is a result, complete or not. */
export const begin = (effects: Effects, of: Basis): Effects =>
  comparable(effects.first, of) ? effects : { ...effects, first: of };

/** A result is complete: what is there to be asked. Nothing new when the same rules were scored again. */
export function settle(effects: Effects, of: Settled): Effects {
  const goesOn = comparable(effects.of, of);
  const before = [effects.of, effects.first].find((one) => comparable(one, of));
  if (goesOn && before?.text === of.text) return effects;
  const enabled = [...of.ruleset.rules.entries()].filter(([, { enabled }]) => enabled !== false);
  const ask = (kind: 'limit' | 'rule') => enabled.map(([index, { id }]) => ({ kind, rule: id, index }));
  const line = lineOf(of.ruleset) !== null;
  const edited = before && before.text !== of.text && line ? before : null;
  return {
    of,
    first: effects.first,
    edit: edited ? 'asked' : null,
    rules: new Map(),
    former: goesOn ? new Map([...effects.former, ...effects.rules]) : new Map(),
    limits: new Map(),
    questions: [
      ...(edited ? [{ kind: 'edit', before: edited.text } as const] : []),
      ...ask('limit'),
      ...(line ? ask('rule') : []),
    ],
  };
}

/** An answer came; one to a question that is no longer asked is passed over. */
export function answered(effects: Effects, question: Question, answer: Answer): Effects {
  if (!effects.questions.includes(question)) return effects;
  const questions = effects.questions.filter((other) => other !== question);
  const crossing = typeof answer === 'number' ? null : answer;
  if (question.kind === 'edit') return { ...effects, questions, edit: crossing };
  const { rule } = question;
  if (typeof answer === 'number')
    return { ...effects, questions, limits: new Map([...effects.limits, [rule, answer]]) };
  return crossing
    ? { ...effects, questions, rules: new Map([...effects.rules, [rule, crossing]]) }
    : { ...effects, questions };
}
