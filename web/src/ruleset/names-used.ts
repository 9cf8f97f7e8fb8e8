// Which fields of the leads and which types of event a rule file looks at.
import type { Ruleset } from './ruleset';

function collect(part: unknown, key: string, besides: string | null, found: Set<string>): void {
  if (typeof part !== 'object' || part === null) return;
  for (const [name, value] of Object.entries(part)) {
    if (name === key) for (const text of [value].flat()) typeof text === 'string' && found.add(text);
    else if (name !== besides) collect(value, key, besides, found);
  }
}

const enabledOf = ({ rules }: Ruleset) => rules.filter((rule) => rule.enabled !== false);

/** Those of its rules, scenarios and checklists, stages, disqualifications and nurture tracks. */
export function fieldsUsed(ruleset: Ruleset): Set<string> {
  const found = new Set<string>();
  const { scenarios, stages, disqualify, qualification, nurture } = ruleset;
  // Tests of an event look at its properties.
  collect([enabledOf(ruleset), scenarios, stages, disqualify, qualification, nurture], 'field', 'where', found);
  return found;
}

/** The same of the types of event, those of resets included; `*` is among them where any type will do. */
export function eventTypesUsed(ruleset: Ruleset): Set<string> {
  const found = new Set<string>();
  const { scores, groups, scenarios, stages, disqualify, qualification, nurture } = ruleset;
  const parts = [enabledOf(ruleset), scores, groups, scenarios, stages, disqualify, qualification, nurture];
  collect(parts, 'event', 'where', found);
  return found;
}
