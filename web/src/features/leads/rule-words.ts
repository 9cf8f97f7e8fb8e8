// A rule as the lines of a lead's score name it.
import type { Explanation, RuleLine } from '../../engine/explanation';
import { t } from '../../i18n';
import { valueAt } from '../../ruleset/missing';
import { ruleSentence } from '../../ruleset/rule-sentence';
import type { Rule, Ruleset } from '../../ruleset/ruleset';
import { fieldWords, quote } from '../../ruleset/words';

export interface RuleWords {
  label: string;
  sentence: string;
}

/** Of a rule by ranges or values, the lead's own value says more than the rule. */
export function ruleWords(ruleset: Ruleset, line: RuleLine, { fields }: Pick<Explanation, 'fields'>): RuleWords {
  const rule = valueAt(ruleset, line.path) as Rule | undefined;
  if (!rule) return { label: '', sentence: line.id };
  const label = rule.label ?? '';
  if (!('field' in rule)) return { label, sentence: ruleSentence(ruleset, rule) };
  const value = fields.find(({ name }) => name === rule.field)?.value;
  const sentence = t('line.field', {
    field: fieldWords(ruleset, rule.field),
    value: value ? quote(value) : t('lead.missing'),
  });
  return { label, sentence };
}
