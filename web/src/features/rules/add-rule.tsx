import { t } from '../../i18n';
import { addRule, freeId, type Home } from '../../ruleset/rule-changes';
import { ruleTitle } from '../../ruleset/rule-sentence';
import { fieldOf, firstRule, RULE_STARTS, type RuleStart } from '../../ruleset/starters';
import { topValues } from '../../state/actions';
import { useApp } from '../../state/store';
import { Menu } from '../../ui/menu';
import { useForms } from './open-form';

/** "Add rule": what it is about, in plain words; the form of the new rule opens. */
export function AddRule({ home }: { home: Home }) {
  const { ruleset, locked, setOpen, act } = useForms();
  const data = useApp((state) => state.data);
  const add = async (start: RuleStart) => {
    const known = { ruleset, data };
    const top = await topValues(fieldOf(known, 'text', 'list'));
    const rule = firstRule(start, home, known, top);
    const name = freeId(
      rule.id,
      ruleset.rules.map(({ id }) => id),
    );
    const step = { key: 'step.added', values: { rule: ruleTitle({ ...rule, id: name }) } } as const;
    const kind = 'score' in home ? 'score' : 'group';
    const of = { kind, name: Object.values(home)[0] ?? '' } as const;
    if (await act(of, addRule(rule), step)) setOpen({ kind: 'rule', name, fresh: true });
  };
  return (
    <Menu
      label={t('rules.add_rule')}
      icon="add"
      disabled={locked}
      parts={[{ id: 'starts', choices: RULE_STARTS.map((id) => ({ id, name: t(`rule_start.${id}`) })) }]}
      onChoose={(id) => add(id as RuleStart)}
    />
  );
}
