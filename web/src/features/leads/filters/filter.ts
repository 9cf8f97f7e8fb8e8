// The filters of a query, one by one. A lead has to pass all of them.
import { type LeadFilter, type Millipoints, noFilter } from '../../../engine/protocol';
import type { Condition, EventTest, FieldTest, Ruleset } from '../../../ruleset/ruleset';
import { scenarioNames } from '../../../ruleset/words';

export interface StageFilter {
  kind: 'stages';
  stages: number[];
}
/** from <= points < to of one score, or of the total. */
export interface RangeFilter {
  kind: 'range';
  score: number | null;
  from: Millipoints | null;
  to: Millipoints | null;
}
export interface ConditionFilter {
  kind: 'condition';
  condition: Condition;
}
export interface RuleFilter {
  kind: 'rule';
  rule: string;
}
export interface NoEventsFilter {
  kind: 'noEvents';
}
/** Leads that another screen has found. */
export interface OnlyFilter {
  kind: 'only';
  leads: Uint32Array;
}
export type Filter = StageFilter | RangeFilter | ConditionFilter | RuleFilter | NoEventsFilter | OnlyFilter;

/** The conditions that `where` joins. */
export function conditionsOf(where: string): Condition[] {
  if (where === '') return [];
  const condition = JSON.parse(where) as Condition;
  return 'all' in condition ? condition.all : [condition];
}

export function filtersOf(query: LeadFilter): Filter[] {
  const filters: Filter[] = [];
  if (query.only) filters.push({ kind: 'only', leads: query.only });
  if (query.stages.length > 0) filters.push({ kind: 'stages', stages: query.stages });
  if (query.totalFrom !== null || query.totalTo !== null)
    filters.push({ kind: 'range', score: null, from: query.totalFrom, to: query.totalTo });
  for (const range of query.scores) filters.push({ kind: 'range', ...range });
  if (query.rule !== '') filters.push({ kind: 'rule', rule: query.rule });
  for (const condition of conditionsOf(query.where)) filters.push({ kind: 'condition', condition });
  if (query.noEvents) filters.push({ kind: 'noEvents' });
  return filters;
}

/** The query that these filters make. Of a kind that a query has only once, the last one holds. */
export function queryOf(filters: Filter[]): LeadFilter {
  const conditions: Condition[] = [];
  const query = { ...noFilter };
  for (const filter of filters) {
    if (filter.kind === 'stages') query.stages = filter.stages;
    else if (filter.kind === 'rule') query.rule = filter.rule;
    else if (filter.kind === 'only') query.only = filter.leads;
    else if (filter.kind === 'noEvents') query.noEvents = true;
    else if (filter.kind === 'condition') conditions.push(filter.condition);
    else if (filter.score === null) [query.totalFrom, query.totalTo] = [filter.from, filter.to];
    else query.scores = [...query.scores, { score: filter.score, from: filter.from, to: filter.to }];
  }
  const only = conditions[0];
  // A single `all` is kept inside another, so that it stays one filter.
  if (only) query.where = JSON.stringify(conditions.length > 1 || 'all' in only ? { all: conditions } : only);
  return query;
}

export type EventFormTest = EventTest & { event: string };

const EVENT_KEYS = ['event', 'count', 'within_days'];

const isEventForm = (condition: Condition): boolean =>
  'event' in condition &&
  typeof condition.event === 'string' &&
  Object.keys(condition).every((key) => EVENT_KEYS.includes(key)) &&
  (condition.count === undefined || condition.count.le === undefined || condition.count.le === 0);

export type EditorKind = 'stages' | 'range' | 'rule' | 'field' | 'event' | 'scenario' | 'text';

/** The form that edits a filter; null: there is nothing to edit. */
export function editorOf(filter: Filter): EditorKind | null {
  if (filter.kind === 'only' || filter.kind === 'noEvents') return null;
  if (filter.kind !== 'condition') return filter.kind;
  const { condition } = filter;
  if ('field' in condition) return 'field';
  if ('scenario' in condition) return 'scenario';
  return isEventForm(condition) ? 'event' : 'text';
}

const isEmpty = (value: unknown): boolean =>
  value === undefined || value === '' || (Array.isArray(value) && (value.length === 0 || value.some(isEmpty)));

const hasValue = ({ field, ...test }: FieldTest): boolean => field !== '' && !Object.values(test).some(isEmpty);

/** Whether it says enough to be used. */
export function isComplete(filter: Filter): boolean {
  if (filter.kind === 'stages') return filter.stages.length > 0;
  if (filter.kind === 'range') return filter.from !== null || filter.to !== null;
  if (filter.kind === 'rule') return filter.rule !== '';
  if (filter.kind !== 'condition') return true;
  const { condition } = filter;
  if ('field' in condition) return hasValue(condition);
  return !('event' in condition) || !isEmpty(condition.event);
}

/** What can be added, each as it stands when its form opens. */
export interface Offer {
  id: string;
  filter: Filter;
}

export function offers(ruleset: Ruleset, now: Filter[]): Offer[] {
  const has = (kind: Filter['kind']) => now.some((filter) => filter.kind === kind);
  const range = (id: string, score: number | null): Offer => ({
    id,
    filter: { kind: 'range', score, from: null, to: null },
  });
  const hasTotal = now.some((filter) => filter.kind === 'range' && filter.score === null);
  const [scenario] = scenarioNames(ruleset);
  const first = ruleset.rules.find(({ enabled }) => enabled !== false);
  const all: (Offer | false | undefined)[] = [
    (ruleset.stages?.length ?? 0) > 0 && !has('stages') && { id: 'stages', filter: { kind: 'stages', stages: [] } },
    !hasTotal && range('total', null),
    ...Object.keys(ruleset.scores).map((_, score) => range(`score:${score}`, score)),
    { id: 'field', filter: { kind: 'condition', condition: { field: '', in: [] } } },
    { id: 'event', filter: { kind: 'condition', condition: { event: '', count: { ge: 1 } } } },
    !has('noEvents') && { id: 'no_events', filter: { kind: 'noEvents' } },
    first && !has('rule') && { id: 'rule', filter: { kind: 'rule', rule: first.id } },
    scenario !== undefined && { id: 'scenario', filter: { kind: 'condition', condition: { scenario } } },
    { id: 'text', filter: { kind: 'condition', condition: { all: [] } } },
  ];
  return all.filter((offer): offer is Offer => Boolean(offer));
}
