import { type MessageKey, t } from '../../../i18n';
import { type RuleKind, ruleKind } from '../../../ruleset/parts';
import { put } from '../../../ruleset/put';
import { homeOf, replaceRule, sameHome, withHome } from '../../../ruleset/rule-changes';
import { ruleTitle } from '../../../ruleset/rule-sentence';
import type { Rule } from '../../../ruleset/ruleset';
import { fieldOf, withKind } from '../../../ruleset/starters';
import { changeRules, topValues } from '../../../state/actions';
import { NumberField } from '../../../ui/number-field';
import { Select } from '../../../ui/select';
import { TextField } from '../../../ui/text-field';
import { homes } from '../sections';
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
  const places = homes(ruleset);
  const place = places.findIndex(({ home }) => sameHome(home, homeOf(draft)));
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
          <Slot path={`${path}/${'group' in draft ? 'group' : 'score'}`}>
            <Select
              label={t('form.adds_to')}
              choices={places.map(({ home, name, score }, index) => ({
                id: String(index),
                name: 'group' in home ? t('form.group_in', { group: name, score }) : name,
              }))}
              value={String(place)}
              onChange={(id) => change(withHome(draft, places[Number(id)]?.home ?? homeOf(draft)), t('form.adds_to'))}
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
