// What an edit and each rule change in the result: asked of the engine while it is idle and a screen shows it.
import { useEffect } from 'react';
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { Crossing } from '../engine/protocol';
import { setEnabled } from '../ruleset/edit';
import { engine, fail, showLeads } from './actions';
import {
  type Answer,
  answered,
  begin,
  type Effects,
  lineOf,
  noEffects,
  type Question,
  type Settled,
  settle,
  settledOf,
} from './effect-queue';
import { store } from './store';

const effects = createStore<Effects>(() => noEffects);

let shown = 0; // on how many places of the page
let asking = false;

const withoutRule = (text: string, index: number) => setEnabled(text, `/rules/${index}`, false);

async function ask(question: Question, { text, ruleset, asOf }: Settled): Promise<Answer> {
  if (question.kind === 'limit') return (await engine.call('overshadowed', question.rule)).length;
  const rules = question.kind === 'edit' ? question.before : withoutRule(text, question.index);
  return engine.trial({ rules, asOf, now: asOf }, lineOf(ruleset) ?? '');
}

async function askAll(): Promise<void> {
  if (asking) return;
  asking = true;
  try {
    for (;;) {
      const { of, questions } = effects.getState();
      const [question] = questions;
      const { result } = store.getState();
      if (!of || !question || shown === 0 || !settledOf(store.getState())) return;
      const answer = await ask(question, of);
      // Overtaken by a score, perhaps of the same rules: it is asked again when that is complete.
      const now = store.getState();
      if (answer === null && (now.result !== result || !settledOf(now))) continue;
      effects.setState(answered(effects.getState(), question, answer));
    }
  } catch {
    // Nobody asked for these figures: without memory for a trial they stay unknown until the next edit.
    effects.setState({ questions: [] });
  } finally {
    asking = false;
  }
}

store.subscribe((state) => {
  const { result, data, loading } = state;
  if (result && data && !loading) {
    effects.setState(begin(effects.getState(), { text: result.text, asOf: result.figures.asOf, data }));
  }
  const settled = settledOf(state);
  if (!settled) return;
  effects.setState(settle(effects.getState(), settled));
  askAll();
});

function useShown(): void {
  useEffect(() => {
    shown += 1;
    askAll();
    return () => {
      shown -= 1;
    };
  }, []);
}

function useEffectsOf<T>(select: (state: Effects) => T): T {
  useShown();
  return useStore(effects, select);
}

/** By id, what each enabled rule is worth: leads that are qualified because of it, and that it keeps out. */
export const useEffects = (): ReadonlyMap<string, Crossing> => useEffectsOf((state) => state.rules);

/** The same before the last edit, to stand in until the new ones are known. */
export const useFormerEffects = (): ReadonlyMap<string, Crossing> => useEffectsOf((state) => state.former);

/** The same of one rule; `former`: it is that before the last edit. null: not known. */
export function useRuleEffect(rule: string): { crossing: Crossing | null; former: boolean } {
  const now = useEffectsOf((state) => state.rules.get(rule));
  const before = useStore(effects, (state) => state.former.get(rule));
  return { crossing: now ?? before ?? null, former: now === undefined };
}

/** Who crossed the line by the last edit; null when there was none. */
export const useEditEffect = (): Crossing | 'asked' | null => useEffectsOf((state) => state.edit);

/** By id, how many leads a rule gives points in vain, as a limit takes them. */
export const useLimits = (): ReadonlyMap<string, number> => useEffectsOf((state) => state.limits);

/** Opens the leads that a rule gives points in vain. */
export async function showOvershadowed(rule: string): Promise<void> {
  try {
    showLeads({ only: await engine.call('overshadowed', rule) });
  } catch (error) {
    fail(error);
  }
}
