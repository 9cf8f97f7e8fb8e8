// A rule as a sentence; its points stand beside it, so the sentence leaves them out where there is one number only.
import { formatNumber } from '../format';
import { t } from '../i18n';
import { conditionSentence, eventWords } from './condition-sentence';
import { pointerStep } from './place';
import type { Decay, EachRule, IdleRule, Limit, Range, Rule, Ruleset } from './ruleset';
import { fieldWords, humanize, propertyWords, quote } from './words';

/** Points of a rule that can be changed in place: where they are, and what they are for ("" when there is one). */
export interface RulePoints {
  path: string;
  points: number;
  label: string;
}

export function decayWords(decay: Decay): string {
  if (decay === 'none') return t('decay.none');
  const after = decay.after_days ?? 0;
  const words =
    decay.kind === 'half_life'
      ? t('decay.half_life', { days: decay.days })
      : decay.kind === 'expire'
        ? t('decay.expire', { days: decay.every_days })
        : t(`decay.${decay.kind}`, { percent: formatNumber(decay.lose_percent), days: decay.every_days });
  return after > 0 ? t('decay.after', { words, days: after }) : words;
}

function limitWords(ruleset: Ruleset, limit: Limit): string {
  const { times, per_days: days, per_property: property, from = 1 } = limit;
  const per =
    (property === undefined ? '' : t('limit.per_property', { property: propertyWords(ruleset, property) })) +
    (days === undefined ? '' : t('limit.per_days', { days }));
  const words = t(per ? 'limit.per' : 'limit.recent', { times, per: per.trim() });
  return from > 1 ? t('limit.from', { words, from }) : words;
}

function eachSentence(ruleset: Ruleset, rule: EachRule): string {
  const event = eventWords(ruleset, rule.each);
  const parts = [t('rule.each', { event })];
  if (rule.each.within_days !== undefined) parts.push(t('rule.window', { days: rule.each.within_days }));
  if (rule.at_most) parts.push(limitWords(ruleset, rule.at_most));
  if (rule.times_property !== undefined)
    parts.push(t('rule.times', { property: propertyWords(ruleset, rule.times_property) }));
  if (rule.decay) parts.push(decayWords(rule.decay));
  if (rule.max_points !== undefined) parts.push(t('rule.max', { points: formatNumber(rule.max_points) }));
  return parts.join(t('rule.join'));
}

function idleSentence(ruleset: Ruleset, rule: IdleRule): string {
  const values = { event: eventWords(ruleset, rule), days: rule.each_idle_days };
  const parts = [t(rule.past ? 'rule.idle_past' : 'rule.idle', values)];
  if (rule.max_points !== undefined) parts.push(t('rule.max', { points: formatNumber(rule.max_points) }));
  return parts.join(t('rule.join'));
}

/** What the rule gives points for. */
export function ruleSentence(ruleset: Ruleset, rule: Rule): string {
  if ('when' in rule) return t('rule.when', { condition: conditionSentence(ruleset, rule.when) });
  if ('each' in rule) return eachSentence(ruleset, rule);
  if ('each_idle_days' in rule) return idleSentence(ruleset, rule);
  return t('rule.by', { field: fieldWords(ruleset, rule.field) });
}

export const ruleTitle = (rule: Rule): string => rule.label ?? humanize(rule.id);

function rangeWords({ from, to }: Range): string {
  if (from !== undefined && to !== undefined)
    return t('range.from_to', { from: formatNumber(Number(from)), to: formatNumber(Number(to)) });
  if (from !== undefined) return t('range.from', { from: formatNumber(Number(from)) });
  return to !== undefined ? t('range.to', { to: formatNumber(Number(to)) }) : t('range.any');
}

/** The rule's points; `index` is its place in the file. */
export function rulePoints(rule: Rule, index: number): RulePoints[] {
  const path = `/rules/${index}`;
  if ('ranges' in rule)
    return rule.ranges.map((range, i) => ({
      path: `${path}/ranges/${i}/points`,
      points: range.points,
      label: rangeWords(range),
    }));
  if ('points_for' in rule) {
    const values = Object.entries(rule.points_for).map(([value, points]) => ({
      path: `${path}/points_for/${pointerStep(value)}`,
      points,
      label: quote(value),
    }));
    if (rule.otherwise === undefined) return values;
    return [...values, { path: `${path}/otherwise`, points: rule.otherwise, label: t('range.otherwise') }];
  }
  return [{ path: `${path}/points`, points: rule.points, label: '' }];
}
