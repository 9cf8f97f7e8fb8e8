// Which stages reports take for what: as the rule file says, else those of the role's own name (rules/measuring.md, 1).
import type { Role } from './measuring';
import type { Ruleset } from './ruleset';

const indexOf = ({ stages = [] }: Ruleset, id: string): number => stages.findIndex((stage) => stage.id === id);

/** Index of the stage; -1 when there is none of that role. */
export function stageOfRole(ruleset: Ruleset, role: Role): number {
  const last = (ruleset.stages?.length ?? 0) - 1;
  const found = indexOf(ruleset, ruleset.economics?.stages?.[role] ?? role);
  if (found >= 0) return found;
  if (role === 'customer') return last;
  return role === 'mql' ? Math.min(1, last) : -1;
}
