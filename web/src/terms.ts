// The words of the field that the page explains where they stand.
import { t } from './i18n';

/** In the order in which one leads to the next. */
export const terms = [
  'lead',
  'fit',
  'engagement',
  'cap',
  'decay',
  'grade',
  'threshold',
  'gate',
  'scenario',
  'stage',
  'mql',
  'handoff',
  'sal',
  'sql',
  'bant',
  'disqualified',
  'fall_back',
  'nurture',
  'icp',
  'sla',
] as const;

export type TermId = (typeof terms)[number];

export const termName = (id: TermId): string => t(`term.${id}`);
/** What it means, and an example from the sample. */
export const termMeaning = (id: TermId): string => t(`term.${id}.meaning`);
export const termExample = (id: TermId): string => t(`term.${id}.example`);

// Labels of stages are the user's own words; those of the sample and of common practice are known.
const ofStages: [TermId, RegExp][] = [
  ['mql', /\bmql\b|marketing[ -]qualified/i],
  ['sal', /\bsal\b|accepted by sales|sales[ -]accepted/i],
  ['sql', /\bsql\b|sales[ -]qualified/i],
  ['bant', /\bbant\b/i],
];

/** The term that a score is called by, if one. */
export const termOfScore = (id: string): TermId | null => (id === 'fit' || id === 'engagement' ? id : null);

/** The term that a stage is called by, if one. */
export function termOfStage(label: string): TermId | null {
  return ofStages.find(([, words]) => words.test(label))?.[0] ?? null;
}
