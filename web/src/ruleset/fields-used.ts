// Which fields of the leads a rule file looks at.
import type { Ruleset } from './ruleset';

function collect(part: unknown, found: Set<string>): void {
  if (typeof part !== 'object' || part === null) return;
  for (const [key, value] of Object.entries(part)) {
    if (key === 'field' && typeof value === 'string') found.add(value);
    // Tests of an event look at its properties.
    else if (key !== 'where') collect(value, found);
  }
}

/** Those of its rules, scenarios, stages and disqualifications. */
export function fieldsUsed({ rules, scenarios, stages, disqualify }: Ruleset): Set<string> {
  const found = new Set<string>();
  const enabled = rules.filter((rule) => rule.enabled !== false);
  collect([enabled, scenarios, stages, disqualify], found);
  return found;
}
