// The rules in the order of the list: by score, the score's own rules first, then its groups.
import { formatNumber } from '../../format';
import { t } from '../../i18n';
import { eventWords } from '../../ruleset/condition-sentence';
import type { Home } from '../../ruleset/rule-changes';
import { decayWords } from '../../ruleset/rule-sentence';
import type { Decay, EventPattern, Rule, Ruleset } from '../../ruleset/ruleset';
import { groupWords, scoreWords } from '../../ruleset/words';
import type { TermId } from '../../terms';

export interface IndexedRule {
  rule: Rule;
  /** Its place in the file. */
  index: number;
}

export interface Note {
  text: string;
  term: TermId | null;
}

export interface Section {
  id: string;
  name: string;
  /** Limits and decay in words. */
  notes: Note[];
  rules: IndexedRule[];
}

export interface ScoreSection extends Section {
  groups: Section[];
}

interface Limits {
  start?: number;
  min?: number;
  max?: number;
  weight?: number;
  decay?: Decay;
  reset_by?: EventPattern;
}

function notes(ruleset: Ruleset, { start, min, max, weight, decay, reset_by: reset }: Limits): Note[] {
  const parts: Note[] = [];
  const add = (text: string, term: TermId | null = null) => parts.push({ text, term });
  if (start) add(t('section.start', { points: formatNumber(start) }));
  if (min !== undefined) add(t('section.min', { points: formatNumber(min) }), 'cap');
  if (max !== undefined) add(t('section.max', { points: formatNumber(max) }), 'cap');
  if (weight !== undefined && weight !== 100) add(t('section.weight', { weight }));
  if (decay) add(decayWords(decay), 'decay');
  if (reset) add(t('section.reset', { event: eventWords(ruleset, reset) }));
  return parts;
}

export function sections(ruleset: Ruleset): ScoreSection[] {
  const all = ruleset.rules.map((rule, index) => ({ rule, index }));
  return Object.entries(ruleset.scores).map(([id, score]) => ({
    id,
    name: scoreWords(ruleset, id),
    notes: notes(ruleset, score),
    rules: all.filter(({ rule }) => rule.score === id),
    groups: Object.entries(ruleset.groups ?? {})
      .filter(([, group]) => group.score === id)
      .map(([groupId, group]) => ({
        id: groupId,
        name: groupWords(ruleset, groupId),
        notes: notes(ruleset, group),
        rules: all.filter(({ rule }) => rule.group === groupId),
      })),
  }));
}

export interface NamedHome {
  home: Home;
  name: string;
  /** The name of the score around a group; of a score its own. */
  score: string;
}

/** What a rule can add to. */
export function homes(ruleset: Ruleset): NamedHome[] {
  return sections(ruleset).flatMap(({ id, name, groups }): NamedHome[] => [
    { home: { score: id }, name, score: name },
    ...groups.map((group) => ({ home: { group: group.id }, name: group.name, score: name })),
  ]);
}
