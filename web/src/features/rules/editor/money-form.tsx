import type { ReactNode } from 'react';
import { t } from '../../../i18n';
import { setPart } from '../../../ruleset/list-changes';
import { type Economics, given, type Role, roles, type ValueSource } from '../../../ruleset/measuring';
import { put } from '../../../ruleset/put';
import { stageOfRole } from '../../../ruleset/roles';
import { fieldOf } from '../../../ruleset/starters';
import { stageWords } from '../../../ruleset/words';
import { changeRules } from '../../../state/actions';
import { AmountField } from '../../../ui/amount-field';
import { Select } from '../../../ui/select';
import { TextField } from '../../../ui/text-field';
import { Faults, FaultsElsewhere, FormFactsOf, FormPart, Slot, useForm } from './form';
import { ColumnForm, GivenPattern } from './given';
import { NameField } from './name-field';
import { PatternForm } from './pattern';
import type { EntryFormProps } from './score-form';
import { useDraft } from './use-draft';

const PATH = '/economics';

interface PartProps {
  economics: Economics;
  set: <K extends keyof Economics & string>(key: K, value: Economics[K] | undefined) => void;
}

function ValueForm({ value, onChange }: { value: ValueSource; onChange: (value: ValueSource | undefined) => void }) {
  const facts = useForm();
  const isField = 'field' in value;
  return (
    <FormPart title={t('money.value_title')}>
      <Select
        label={t('money.value_title')}
        labelHidden
        choices={[
          { id: 'property', name: t('form.value_property') },
          { id: 'field', name: t('form.value_field') },
        ]}
        value={isField ? 'field' : 'property'}
        onChange={(id) => onChange(id === 'field' ? { field: fieldOf(facts, 'number') } : undefined)}
      />
      <Slot path={`${PATH}/value/${isField ? 'field' : 'property'}`}>
        <NameField
          label={t(isField ? 'form.field' : 'form.property')}
          of={isField ? 'field' : 'property'}
          value={isField ? value.field : value.property}
          onChange={(name) => onChange(isField ? { field: name } : put(value, 'property', name))}
        />
      </Slot>
      {!isField && (
        <>
          <span className="joint">{t('form.value_events')}</span>
          <PatternForm pattern={value} path={`${PATH}/value`} onChange={onChange} />
        </>
      )}
      <Faults path={`${PATH}/value`} alone />
    </FormPart>
  );
}

function Revenue({ economics, set }: PartProps) {
  return (
    <>
      <div className="form-grid">
        <Slot path={`${PATH}/currency`}>
          <TextField
            label={t('form.currency')}
            value={economics.currency ?? ''}
            placeholder={t('form.currency_given')}
            onChange={(currency) => set('currency', currency.trim() || undefined)}
          />
        </Slot>
        <Slot path={`${PATH}/margin_percent`}>
          <AmountField
            label={t('form.margin')}
            unit="%"
            most={100}
            value={economics.margin_percent}
            placeholder={String(given.marginPercent)}
            onChange={(margin) => set('margin_percent', margin)}
          />
        </Slot>
      </div>
      <ValueForm value={economics.value ?? given.value} onChange={(value) => set('value', value)} />
    </>
  );
}

function Touches({ economics, set }: PartProps) {
  return (
    <>
      <GivenPattern
        title={t('form.touches')}
        words={t('money.touch_given')}
        pattern={economics.touch}
        path={`${PATH}/touch`}
        onChange={(touch) => set('touch', touch)}
      />
      {(['channel', 'campaign'] as const).map((key) => (
        <ColumnForm
          key={key}
          title={t(`form.${key}`)}
          column={economics[key]}
          path={`${PATH}/${key}`}
          onChange={(column) => set(key, column)}
        >
          {t(`money.${key}_given`)}
        </ColumnForm>
      ))}
      <Slot path={`${PATH}/half_life_days`}>
        <AmountField
          label={t('form.half_life')}
          unit={t('form.days')}
          least={1}
          value={economics.half_life_days}
          placeholder={String(given.halfLifeDays)}
          onChange={(days) => set('half_life_days', days)}
        />
      </Slot>
    </>
  );
}

function Contents({ economics: { content }, set }: PartProps) {
  const property = content?.property ?? given.content.property;
  const { event, where } = content ?? {};
  const pattern = event === undefined ? undefined : { event, ...(where && { where }) };
  return (
    <>
      <Slot path={`${PATH}/content/property`}>
        <NameField
          label={t('form.content_property')}
          of="property"
          value={property}
          onChange={(name) => set('content', put(content ?? { property: name }, 'property', name))}
        />
      </Slot>
      <GivenPattern
        title={t('form.content_events')}
        given={{ event: given.content.event }}
        pattern={pattern}
        path={`${PATH}/content`}
        onChange={(next) => set('content', next ? { ...next, property } : content && { property })}
      />
    </>
  );
}

function Roles({ economics, set }: PartProps) {
  const { ruleset } = useForm();
  const stages = (ruleset.stages ?? []).map(({ id }) => ({ id: `stage ${id}`, name: stageWords(ruleset, id) }));
  const { stages: _, ...others } = economics;
  const usual = { ...ruleset, economics: others };
  const choose = (role: Role, id: string) => {
    const next = put(economics.stages ?? {}, role, id === 'given' ? undefined : id.slice('stage '.length));
    set('stages', Object.keys(next).length > 0 ? next : undefined);
  };
  return (
    <div className="form-grid">
      {roles.map((role) => {
        const stage = ruleset.stages?.[stageOfRole(usual, role)];
        const name = stage ? t('form.role_given', { stage: stageWords(ruleset, stage.id) }) : t('form.role_none');
        return (
          <Slot key={role} path={`${PATH}/stages/${role}`}>
            <Select
              label={t(`form.role_${role}`)}
              choices={[{ id: 'given', name }, ...stages]}
              value={economics.stages?.[role] === undefined ? 'given' : `stage ${economics.stages[role]}`}
              onChange={(id) => choose(role, id)}
            />
          </Slot>
        );
      })}
    </div>
  );
}

/** Where reports find what leads cost and bring; `name` says which part. */
export function MoneyForm({ name, facts }: EntryFormProps) {
  const write = (next: Economics, part: string) =>
    changeRules(setPart('economics', next), { key: 'step.part', values: { name: t('rules.money'), part } });
  const { draft, issues, change } = useDraft<Economics>(facts.ruleset.economics ?? {}, write);
  const titles: Record<string, string> = {
    value: t('money.value_title'),
    touches: t('money.touches_title'),
    contents: t('money.contents_title'),
    roles: t('money.roles_title'),
  };
  const props: PartProps = {
    economics: draft,
    set: (key, value) => change(put(draft, key, value), titles[name] ?? ''),
  };
  const parts: Record<string, ReactNode> = {
    value: <Revenue {...props} />,
    touches: <Touches {...props} />,
    contents: <Contents {...props} />,
    roles: <Roles {...props} />,
  };
  return (
    <FormFactsOf value={{ ...facts, issues, funnel: true }}>
      <div className="form" data-form={`economics ${name}`}>
        {parts[name]}
        <FaultsElsewhere path={PATH} />
      </div>
    </FormFactsOf>
  );
}
