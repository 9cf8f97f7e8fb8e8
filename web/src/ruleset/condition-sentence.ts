// A condition as an English sentence without a full stop ("job title contains cto or head").
import { formatNumber, listAll, listAny } from '../format';
import { type MessageKey, t } from '../i18n';
import type {
  Condition,
  EventPattern,
  EventTest,
  FieldOperator,
  FieldTest,
  Ruleset,
  Scalar,
  ScoreTest,
} from './ruleset';
import {
  fieldWords,
  humanize,
  isDate,
  propertyWords,
  quote,
  scenarioWords,
  scoreWords,
  stageWords,
  valueWords,
} from './words';

type NameWords = (ruleset: Ruleset, name: string) => string;

const listed = (value: Scalar | Scalar[]): string => listAny([value].flat().map(valueWords));

export function fieldSentence(ruleset: Ruleset, test: FieldTest, words: NameWords = fieldWords): string {
  const field = words(ruleset, test.field);
  const operator = Object.keys(test).find((key) => key !== 'field') as FieldOperator;
  const value = test[operator] ?? '';
  const first = [value].flat()[0] ?? '';
  switch (operator) {
    case 'between':
      return t('field.between', { field, from: valueWords(first), to: valueWords([value].flat()[1] ?? '') });
    case 'is_set':
      return t(value === false ? 'field.is_not_set' : 'field.is_set', { field });
    case 'is_true':
      return t(value === false ? 'field.is_false' : 'field.is_true', { field });
    case 'within_days':
    case 'older_than_days':
      return t(`field.${operator}`, { field, days: Number(value) });
    case 'lt':
    case 'le':
    case 'gt':
    case 'ge':
      return t(isDate(first) ? `field.${operator}_date` : `field.${operator}`, { field, value: valueWords(first) });
    default:
      return t(`field.${operator}`, { field, value: listed(value) });
  }
}

/** "email open or page view", with what must hold of its properties. */
export function eventWords(ruleset: Ruleset, pattern: EventPattern): string {
  const types = [pattern.event].flat();
  const name = types[0] === '*' ? t('event.any') : listAny(types.map((type) => quote(humanize(type))));
  const where = pattern.where ?? [];
  if (where.length === 0) return name;
  return t('event.where', {
    event: name,
    where: listAll(where.map((test) => fieldSentence(ruleset, test, propertyWords))),
  });
}

function countSentence(event: string, count: EventTest['count']): string {
  if (!count) return t('event.happened', { event });
  const { ge, le } = count;
  if (le === 0) return t('event.never', { event });
  if (ge !== undefined && ge === le) return t('event.exactly', { event, count: ge });
  if (ge !== undefined && le !== undefined) return t('event.from_to', { event, from: ge, to: le });
  if (le !== undefined) return t('event.at_most', { event, count: le });
  return t('event.at_least', { event, count: ge ?? 1 });
}

function eventSentence(ruleset: Ruleset, test: EventTest): string {
  const event = eventWords(ruleset, test);
  if (test.idle_days !== undefined) return t('event.idle', { event, days: test.idle_days });
  const sentence = countSentence(event, test.count);
  return test.within_days === undefined ? sentence : t('event.within', { sentence, days: test.within_days });
}

export function scoreSentence(ruleset: Ruleset, test: ScoreTest): string {
  const score = scoreWords(ruleset, test.score);
  if (test.between) {
    const [from, to] = test.between;
    return t('field.between', { field: score, from: formatNumber(from), to: formatNumber(to) });
  }
  for (const operator of ['ge', 'gt', 'le', 'lt'] as const) {
    const value = test[operator];
    if (value !== undefined) return t(`field.${operator}`, { field: score, value: formatNumber(value) });
  }
  return score;
}

function listSentence(ruleset: Ruleset, key: MessageKey, parts: Condition[], join = listAll, more = {}): string {
  const only = parts[0];
  if (only && parts.length === 1 && (key === 'all.of' || key === 'any.of')) return conditionSentence(ruleset, only);
  return t(key, { ...more, parts: join(parts.map((part) => nested(ruleset, part))) });
}

// A combination inside another is bracketed, so that "and" and "or" are not read together.
function nested(ruleset: Ruleset, condition: Condition): string {
  const sentence = conditionSentence(ruleset, condition);
  const parts = 'all' in condition ? condition.all : 'any' in condition ? condition.any : [];
  return parts.length > 1 ? t('condition.bracket', { sentence }) : sentence;
}

export function conditionSentence(ruleset: Ruleset, condition: Condition): string {
  if ('field' in condition) return fieldSentence(ruleset, condition);
  if ('event' in condition) return eventSentence(ruleset, condition);
  if ('sequence' in condition) {
    const steps = condition.sequence.map((step) => eventWords(ruleset, step)).join(t('sequence.then'));
    const sentence = t('sequence.of', { steps });
    return condition.within_days === undefined
      ? sentence
      : t('sequence.within', { sentence, days: condition.within_days });
  }
  if ('score' in condition) return scoreSentence(ruleset, condition);
  if ('band' in condition)
    return t('band.in', { score: scoreWords(ruleset, condition.band), bands: listAny(condition.in.map(quote)) });
  if ('reached' in condition) return t('stage.reached', { stage: quote(stageWords(ruleset, condition.reached)) });
  if ('scenario' in condition)
    return t('scenario.holds', { scenario: quote(scenarioWords(ruleset, condition.scenario)) });
  if ('all' in condition) return listSentence(ruleset, condition.all.length ? 'all.of' : 'all.nothing', condition.all);
  if ('any' in condition)
    return listSentence(ruleset, condition.any.length ? 'any.of' : 'any.nothing', condition.any, listAny);
  if ('none' in condition)
    return listSentence(ruleset, condition.none.length ? 'none.of' : 'all.nothing', condition.none, listAny);
  return listSentence(ruleset, 'at_least.of', condition.of, listAll, { count: condition.at_least });
}
