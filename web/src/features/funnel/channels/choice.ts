// What the reports of channels go by; kept while the page is open.
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { Model, Requests } from '../../../engine/reports';
import { stageOfRole } from '../../../ruleset/roles';
import type { Ruleset } from '../../../ruleset/ruleset';

/** What channels are asked to bring. */
export const aims = ['mql', 'sql', 'customer'] as const;
export type Aim = (typeof aims)[number];

export const groupings = ['channel', 'campaign', 'content'] as const satisfies Requests['channels']['by'][];
export type Grouping = (typeof groupings)[number];

export interface Choice {
  by: Grouping;
  aim: Aim;
  model: Model;
}

const choice = createStore<Choice>(() => ({ by: 'channel', aim: 'customer', model: 'linear' }));

export const setChoice = (change: Partial<Choice>): void => choice.setState(change);
export const useChoice = (): Choice => useStore(choice);

/** Those that the rules have a stage for, each stage once. */
export function aimsOf(ruleset: Ruleset): Aim[] {
  const stages = aims.map((aim) => stageOfRole(ruleset, aim));
  return aims.filter((_, index) => {
    const stage = stages[index] ?? -1;
    return stage >= 0 && stages.indexOf(stage) === index;
  });
}
