import { formatNumber } from '../../format';
import { t } from '../../i18n';
import { rulePoints, ruleSentence, ruleTitle } from '../../ruleset/rule-sentence';
import type { Ruleset } from '../../ruleset/ruleset';
import { changePoints, switchRule } from '../../state/actions';
import { useApp } from '../../state/store';
import { NumberField } from '../../ui/number-field';
import { Sentence } from '../../ui/sentence';
import { Switch } from '../../ui/switch';
import type { IndexedRule } from './sections';

export interface RuleRowProps extends IndexedRule {
  ruleset: Ruleset;
  locked: boolean;
}

const plain = (text: string) => text.replaceAll(/[\u2068\u2069]/g, '');

export function RuleRow({ rule, index, ruleset, locked }: RuleRowProps) {
  const leads = useApp((state) => state.result?.ruleLeads.get(rule.id));
  const title = ruleTitle(rule);
  const sentence = ruleSentence(ruleset, rule);
  const points = rulePoints(rule, index);
  const enabled = rule.enabled !== false;
  return (
    <li className="rule" data-off={!enabled || undefined} data-rule={rule.id}>
      <Switch
        label={t('rules.on', { rule: title })}
        selected={enabled}
        disabled={locked}
        onChange={(on) => switchRule(rule, index, on)}
      />
      <div className="rule-words">
        {rule.label && <p className="rule-label">{rule.label}</p>}
        <p>
          <Sentence text={sentence} />
        </p>
        {rule.why && <p className="why">{rule.why}</p>}
      </div>
      <ul className={points.length > 1 ? 'rule-points several' : 'rule-points'}>
        {points.map((each) => (
          <li key={each.path}>
            {each.label && (
              <span className="points-label">
                <Sentence text={each.label} />
              </span>
            )}
            <NumberField
              label={t('rules.points_of', { rule: title, part: plain(each.label) })}
              value={each.points}
              disabled={locked}
              onChange={(value) => changePoints(index, each.path, value)}
            />
          </li>
        ))}
      </ul>
      <p className="rule-leads">
        {leads === undefined ? '' : t('rules.leads', { count: leads, number: formatNumber(leads) })}
      </p>
    </li>
  );
}
