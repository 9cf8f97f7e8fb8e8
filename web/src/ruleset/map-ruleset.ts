// A rule file with its conditions, patterns, rules and names made into others, wherever they stand.
import type { Economics, Sla } from './measuring';
import type { Condition, EventPattern, FieldTest, Rule, Ruleset } from './ruleset';

export type Map<T> = (value: T) => T;

/** How each part becomes another; the names of columns and stages are those that stand outside of conditions. */
export interface Maps {
  condition?: Map<Condition>;
  where?: Map<FieldTest>;
  rule?: Map<Rule>;
  field?: Map<string>;
  property?: Map<string>;
  stage?: Map<string>;
}

// Only what differs is a new value, so that the rest of the text stays.
export const mapAll = <T>(list: T[], map: Map<T>): T[] => {
  const mapped = list.map(map);
  return mapped.every((each, index) => each === list[index]) ? list : mapped;
};

function mapPattern<T extends EventPattern>(pattern: T, { where }: Maps): T {
  if (!where || !pattern.where) return pattern;
  const tests = mapAll(pattern.where, where);
  return tests === pattern.where ? pattern : { ...pattern, where: tests };
}

function mapCondition(condition: Condition, maps: Maps): Condition {
  const inner = (part: Condition) => mapCondition(part, maps);
  const own = maps.condition?.(condition) ?? condition;
  if ('event' in own) return mapPattern(own, maps);
  if ('sequence' in own) return { ...own, sequence: mapAll(own.sequence, (step) => mapPattern(step, maps)) };
  if ('all' in own) return { ...own, all: mapAll(own.all, inner) };
  if ('any' in own) return { ...own, any: mapAll(own.any, inner) };
  if ('none' in own) return { ...own, none: mapAll(own.none, inner) };
  return 'of' in own ? { ...own, of: mapAll(own.of, inner) } : own;
}

function mapRule(rule: Rule, maps: Maps): Rule {
  const own = maps.rule?.(rule) ?? rule;
  if ('when' in own) return { ...own, when: mapCondition(own.when, maps) };
  if ('each' in own) return { ...own, each: mapPattern(own.each, maps) };
  return 'each_idle_days' in own ? mapPattern(own, maps) : own;
}

const entries = <T>(object: Record<string, T>, map: Map<T>): Record<string, T> =>
  Object.fromEntries(Object.entries(object).map(([key, value]) => [key, map(value)]));

// The object with some of its keys mapped, those that it has.
function mapKeys<T extends object>(object: T, maps: { [K in keyof T]?: Map<NonNullable<T[K]>> | undefined }): T {
  const mapped = Object.entries(object).map(([key, value]) => [key, maps[key as keyof T]?.(value) ?? value]);
  return Object.fromEntries(mapped) as T;
}

function mapSla(sla: Sla, maps: Maps): Sla {
  const pattern = (of: EventPattern) => mapPattern(of, maps);
  const contact = (names: string[]) => (maps.field ? mapAll(names, maps.field) : names);
  return mapKeys(sla, {
    stage: maps.stage,
    touch: pattern,
    accept: pattern,
    reject: pattern,
    reason: maps.property,
    contact,
  });
}

// What has the name of a column beside or instead of an event pattern.
function mapSource<T extends object>(source: T, maps: Maps): T {
  const named = mapKeys<{ field?: string; property?: string }>(source, { field: maps.field, property: maps.property });
  return ('event' in named ? mapPattern(named as EventPattern, maps) : named) as T;
}

function mapEconomics(economics: Economics, maps: Maps): Economics {
  const source = <T extends object>(of: T) => mapSource(of, maps);
  return mapKeys(economics, {
    value: source,
    touch: (of) => mapPattern(of, maps),
    channel: source,
    campaign: source,
    content: source,
    stages: (of) => (maps.stage ? entries(of as Record<string, string>, maps.stage) : of),
  });
}

/** The whole rule file with every part mapped. */
export function mapRuleset(ruleset: Ruleset, maps: Maps): Ruleset {
  const inner = (condition: Condition) => mapCondition(condition, maps);
  const when = <T extends { when: Condition }>(part: T): T => ({ ...part, when: inner(part.when) });
  return {
    ...ruleset,
    rules: ruleset.rules.map((rule) => mapRule(rule, maps)),
    scores: entries(ruleset.scores, (score) =>
      score.reset_by ? { ...score, reset_by: mapPattern(score.reset_by, maps) } : score,
    ),
    ...(ruleset.scenarios && { scenarios: entries(ruleset.scenarios, inner) }),
    ...(ruleset.disqualify && {
      disqualify: ruleset.disqualify.map(when),
    }),
    ...(ruleset.stages && {
      stages: ruleset.stages.map((stage) => ({
        ...stage,
        enter: inner(stage.enter),
        ...(stage.leave && { leave: inner(stage.leave) }),
      })),
    }),
    ...(ruleset.sla && { sla: mapSla(ruleset.sla, maps) }),
    ...(ruleset.qualification && {
      qualification: entries(ruleset.qualification, (list) => ({ ...list, items: list.items.map(when) })),
    }),
    ...(ruleset.nurture && { nurture: mapKeys(ruleset.nurture, { tracks: (tracks) => tracks.map(when) }) }),
    ...(ruleset.economics && { economics: mapEconomics(ruleset.economics, maps) }),
  };
}
