// What a rule file says of the hand-off and of nurture, see rules/measuring.md 4 and 5.
import { given } from './measuring';
import { stageOfRole } from './roles';
import type { Ruleset, Stage } from './ruleset';

/** The stage at which sales takes over; null when there is no stage. */
export function handOffStage(ruleset: Ruleset): Stage | null {
  const { stages = [], sla } = ruleset;
  return stages.find(({ id }) => id === sla?.stage) ?? stages[stageOfRole(ruleset, 'mql')] ?? null;
}

export const hasChecklists = ({ qualification = {} }: Ruleset): boolean => Object.keys(qualification).length > 0;

export const hasTracks = ({ nurture }: Ruleset): boolean => (nurture?.tracks ?? []).length > 0;

/** Without any event for so many days a lead is about to be lost. */
export const silentDays = ({ nurture }: Ruleset): number => nurture?.silent_days ?? given.silentDays;
