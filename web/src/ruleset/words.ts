// The names of a rule file's things as people read them.

import { formatDate, formatNumber } from '../format';
import { t } from '../i18n';
import type { Ruleset, Scalar } from './ruleset';

// Values from data stand between these (bidirectional isolates): right-to-left text cannot turn the sentence around,
// and the page sets them apart.
export const OPEN = '\u2068';
export const CLOSE = '\u2069';

const DATE = /^\d{4}-\d{2}-\d{2}$/;

/** A value of the data, set apart from the words around it. */
export const quote = (value: string): string => OPEN + value + CLOSE;

/** A sentence without what sets its values apart. */
export const plainText = (text: string): string => text.replaceAll(OPEN, '').replaceAll(CLOSE, '');

/** "job_title" as "job title". */
export const humanize = (name: string): string => name.replaceAll('_', ' ').trim();

// A label inside a sentence: "Job title" as "job title"; "E-mail" and "HubSpot score" stay as they are.
const inSentence = (label: string): string =>
  /^\p{Lu}\p{Ll}+(?: |$)/u.test(label) ? label.charAt(0).toLowerCase() + label.slice(1) : label;

export function fieldWords(ruleset: Ruleset, field: string): string {
  return inSentence(ruleset.fields?.[field]?.label ?? humanize(field));
}

export function propertyWords(ruleset: Ruleset, property: string): string {
  return inSentence(ruleset.properties?.[property]?.label ?? humanize(property));
}

export function scoreWords(ruleset: Ruleset, score: string): string {
  if (score === 'total') return t('word.total');
  return ruleset.scores[score]?.label ?? humanize(score);
}

export function groupWords(ruleset: Ruleset, group: string): string {
  return ruleset.groups?.[group]?.label ?? humanize(group);
}

export function stageWords(ruleset: Ruleset, id: string): string {
  return ruleset.stages?.find((stage) => stage.id === id)?.label ?? humanize(id);
}

export const isDate = (value: Scalar): boolean => typeof value === 'string' && DATE.test(value);

export function valueWords(value: Scalar): string {
  if (typeof value === 'number') return formatNumber(value);
  if (typeof value === 'boolean') return t(value ? 'word.yes' : 'word.no');
  return quote(isDate(value) ? formatDate(Date.parse(value)) : value);
}

/** What can stand in {"scenario": name}: conditions with a name, and checklists. */
export const scenarioNames = ({ scenarios, qualification }: Ruleset): string[] => [
  ...Object.keys(scenarios ?? {}),
  ...Object.keys(qualification ?? {}),
];

export function scenarioWords(ruleset: Ruleset, name: string): string {
  return ruleset.qualification?.[name]?.label ?? humanize(name);
}
