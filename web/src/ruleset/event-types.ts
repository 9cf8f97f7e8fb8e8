// The types of event in the loaded data.
import type { DataReport } from '../engine/protocol';
import { eventTypesUsed } from './names-used';
import type { Ruleset } from './ruleset';

export type EventTypes = DataReport['eventTypes'];

/** Those with the most events first. */
export const commonestTypes = (data: DataReport | null): EventTypes =>
  (data?.eventTypes ?? []).toSorted((a, b) => b.count - a.count);

/** Those that no rule asks for, the commonest first. */
export function unaskedTypes(ruleset: Ruleset, data: DataReport | null): EventTypes {
  const used = eventTypesUsed(ruleset);
  return used.has('*') ? [] : commonestTypes(data).filter(({ type }) => !used.has(type));
}
