// What alone would bring a lead to its next stage, in words.
import type { Remedy } from '../engine/explanation';
import { formatChange, formatPoints } from '../format';
import { t } from '../i18n';
import { eventWords } from './condition-sentence';
import type { Ruleset } from './ruleset';
import { fieldWords, scoreWords, valueWords } from './words';

export interface RemedyWords {
  text: string;
  /** What it would add to the total; empty when that is all it says, or nothing. */
  gives: string;
}

const givesWords = (points: number): string =>
  points === 0 ? '' : t('remedy.gives', { points: formatChange(points) });

export function remedyWords(ruleset: Ruleset, remedy: Remedy): RemedyWords {
  switch (remedy.kind) {
    case 'points': {
      const { points, score } = remedy;
      const values = {
        count: points / 1000,
        points: formatPoints(points),
        score: scoreWords(ruleset, score || 'total'),
      };
      return { text: t('remedy.points', values), gives: '' };
    }
    case 'event': {
      const where = remedy.properties.map(({ name, value }) => ({ field: name, eq: value }));
      const event = eventWords(ruleset, { event: remedy.event, where });
      return { text: t('remedy.event', { count: remedy.times, event }), gives: givesWords(remedy.gives) };
    }
    case 'field': {
      const { field, value, from, gives } = remedy;
      const values = { field: fieldWords(ruleset, field), value: valueWords(value), from: valueWords(from) };
      return { text: t(from === '' ? 'remedy.field_missing' : 'remedy.field', values), gives: givesWords(gives) };
    }
  }
}
