// Changes of the rules of a rule file: rules are found by id, so that a change fits whatever was changed before it.
import { put } from './put';
import type { Change } from './rewrite';
import type { Rule, Ruleset } from './ruleset';

/** What a rule adds to. */
export type Home = { score: string } | { group: string };

export const homeOf = (rule: Rule): Home =>
  rule.group === undefined ? { score: rule.score ?? '' } : { group: rule.group };

export const sameHome = (a: Home, b: Home): boolean =>
  'score' in a ? 'score' in b && a.score === b.score : 'group' in b && a.group === b.group;

/** An id like the one wanted that is not among those taken. */
export function freeId(wanted: string, taken: Iterable<string>): string {
  const used = new Set(taken);
  if (!used.has(wanted)) return wanted;
  let n = 2;
  while (used.has(`${wanted}-${n}`)) n += 1;
  return `${wanted}-${n}`;
}

const ruleIds = ({ rules }: Ruleset): string[] => rules.map(({ id }) => id);

/** The rule, adding to another score or group. */
export function withHome(rule: Rule, home: Home): Rule {
  const [key, value] = Object.entries(home)[0] as ['score' | 'group', string];
  const had = rule.group === undefined ? 'score' : 'group';
  if (had === key) return put(rule, key, value);
  return Object.fromEntries(Object.entries(rule).map((entry) => (entry[0] === had ? [key, value] : entry))) as Rule;
}

// Behind the last rule of its home, or of all.
function placeIn(rules: Rule[], home: Home): number {
  const last = rules.findLastIndex((rule) => sameHome(homeOf(rule), home));
  return last < 0 ? rules.length : last + 1;
}

/** Adds a rule as the last of what it adds to. */
export const addRule =
  (rule: Rule): Change =>
  (ruleset) => {
    const own = put(rule, 'id', freeId(rule.id, ruleIds(ruleset)));
    return { ...ruleset, rules: ruleset.rules.toSpliced(placeIn(ruleset.rules, homeOf(own)), 0, own) };
  };

export const replaceRule =
  (id: string, rule: Rule): Change =>
  (ruleset) => ({ ...ruleset, rules: ruleset.rules.map((each) => (each.id === id ? rule : each)) });

export const deleteRule =
  (id: string): Change =>
  (ruleset) => ({ ...ruleset, rules: ruleset.rules.filter((each) => each.id !== id) });

/** Puts a copy behind the rule. */
export const duplicateRule =
  (id: string): Change =>
  (ruleset) => ({
    ...ruleset,
    rules: ruleset.rules.flatMap((rule) =>
      rule.id === id ? [rule, put(rule, 'id', freeId(id, ruleIds(ruleset)))] : [rule],
    ),
  });

/** Moves a rule to a score or group, before one of its rules or behind the last of them. */
export const moveRule =
  (id: string, home: Home, before: string | null): Change =>
  (ruleset) => {
    const rule = ruleset.rules.find((each) => each.id === id);
    if (!rule || id === before) return ruleset;
    const others = ruleset.rules.filter((each) => each !== rule);
    const found = others.findIndex((each) => each.id === before);
    const moved = sameHome(homeOf(rule), home) ? rule : withHome(rule, home);
    return { ...ruleset, rules: others.toSpliced(found < 0 ? placeIn(others, home) : found, 0, moved) };
  };

/** Where a rule stands among those of its home: whose place it would take one step up or down; null beyond the ends. */
export function neighbours({ rules }: Ruleset, rule: Rule): { up: string | null; down: string | null; last: boolean } {
  const own = rules.filter((each) => sameHome(homeOf(each), homeOf(rule)));
  const place = own.findIndex((each) => each.id === rule.id);
  return { up: own[place - 1]?.id ?? null, down: own[place + 2]?.id ?? null, last: place === own.length - 1 };
}
