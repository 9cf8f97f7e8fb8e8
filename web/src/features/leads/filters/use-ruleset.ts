import type { Ruleset } from '../../../ruleset/ruleset';
import { useApp } from '../../../state/store';

const none: Ruleset = { scores: {}, rules: [] };

/** The rules of the result, by whose names filters go. */
export const useRuleset = (): Ruleset => useApp((state) => state.result?.ruleset ?? none);
