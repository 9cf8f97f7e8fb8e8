import { type MessageKey, t } from '../../../i18n';
import { type RuleKind, ruleKind } from '../../../ruleset/parts';
import { put } from '../../../ruleset/put';
import { homeOf, replaceRule, withHome } from '../../../ruleset/rule-changes';
import { ruleTitle } from '../../../ruleset/rule-sentence';
import type { Rule } from '../../../ruleset/ruleset';
import { fieldOf, withKind } from '../../../ruleset/starters';
import { groupWords, scoreWords } from '../../../ruleset/words';
import { changeRules, topValues } from '../../../state/actions';
import { NumberField } from '../../../ui/number-field';
import { Select } from '../../../ui/select';
import { TextField } from '../../../ui/text-field';
import { ConditionForm } from './condition';
import { EachForm } from './each-form';
import { FaultsElsewhere, type FormFacts, FormFactsOf, FormPart, Slot } from './form';
import { IdleForm } from './idle-form';
import { LookupForm, RangesForm } from './number-forms';
import { useDraft } from './use-draft';

const KINDS: RuleKind[] = ['when', 'each', 'each_idle_days', 'ranges', 'points_for'];

interface RuleFormProps {
  rule: Rule;
  /** Its place in the file. */
  index: number;
  facts: Pick<FormFacts, 'ruleset' | 'data'>;
  onRenamed: (id: string) => void;
}

function Body({ rule, path, onChange }: { rule: Rule; path: string; onChange: (rule: Rule, part: string) => void }) {
  if ('when' in rule) {
    return (
      <FormPart title={t('form.condition')}>
        <ConditionForm
          condition={rule.when}
          path={`${path}/when`}
          onChange={(when) => onChange(put(rule, 'when', when), t('form.condition'))}
        />
      </FormPart>
    );
  }
  if ('each' in rule) return <EachForm rule={rule} path={path} onChange={onChange} />;
  if ('each_idle_days' in rule) return <IdleForm rule={rule} path={path} onChange={onChange} />;
  if ('ranges' in rule) return <RangesForm rule={rule} path={path} onChange={onChange} />;
  return <LookupForm rule={rule} path={path} onChange={onChange} />;
}

/** Everything that can be said of one rule. */
export function RuleForm({ rule, index, facts, onRenamed }: RuleFormProps) {
  const { ruleset } = facts;
  const write = async (next: Rule, part: string) => {
    const values = { name: ruleTitle(next), part };
    const faults = await changeRules(replaceRule(rule.id, next), { key: 'step.part', values });
    if (faults.length === 0 && next.id !== rule.id) onRenamed(next.id);
    return faults;
  };
  const { draft, issues, change } = useDraft(rule, write);
  const path = `/rules/${index}`;
  const homes = [
    ...Object.keys(ruleset.scores).map((id) => ({ id: `score ${id}`, name: scoreWords(ruleset, id) })),
    ...Object.entries(ruleset.groups ?? {}).map(([id, group]) => ({
      id: `group ${id}`,
      name: t('form.group_in', { group: groupWords(ruleset, id), score: scoreWords(ruleset, group.score) }),
    })),
  ];
  const [[homeKind, homeId] = ['score', '']] = Object.entries(homeOf(draft));
  const text = (key: 'label' | 'why', long = false) => (
    <TextField
      label={t(`form.${key}` as MessageKey)}
      long={long}
      value={draft[key] ?? ''}
      onChange={(value) => change(put(draft, key, value || undefined), t(`form.${key}` as MessageKey))}
    />
  );
  const changeKind = async (kind: string) => {
    const top = await topValues(fieldOf(facts, 'text', 'list'));
    change(withKind(draft, kind as RuleKind, facts, top), t('form.kind'));
  };
  return (
    <FormFactsOf value={{ ...facts, issues, funnel: false }}>
      <div className="form" data-form={`rule ${rule.id}`}>
        <div className="form-grid">
          {text('label')}
          <Select
            label={t('form.kind')}
            choices={KINDS.map((id) => ({ id, name: t(`rule_kind.${id}`) }))}
            value={ruleKind(draft)}
            onChange={changeKind}
          />
          <Slot path={`${path}/${homeKind}`}>
            <Select
              label={t('form.adds_to')}
              choices={homes}
              value={`${homeKind} ${homeId}`}
              onChange={(id) => {
                const name = id.slice(6);
                const home = id.startsWith('score ') ? { score: name } : { group: name };
                change(withHome(draft, home), t('form.adds_to'));
              }}
            />
          </Slot>
          {'points' in draft && (
            <div className="field">
              <span aria-hidden="true">{t('form.points')}</span>
              <NumberField
                label={t('form.points')}
                value={draft.points}
                onChange={(points) => change(put(draft, 'points', points), t('form.points'))}
              />
            </div>
          )}
        </div>
        <Body rule={draft} path={path} onChange={change} />
        <div className="form-grid">
          {text('why', true)}
          <Slot path={`${path}/id`}>
            <TextField
              label={t('form.id')}
              value={draft.id}
              onChange={(id) => change(put(draft, 'id', id), t('form.id'))}
            />
          </Slot>
        </div>
        <FaultsElsewhere path={path} />
      </div>
    </FormFactsOf>
  );
}
