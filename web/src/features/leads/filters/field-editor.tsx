import { useEffect, useState } from 'react';
import type { FieldType } from '../../../engine/protocol';
import { formatNumber } from '../../../format';
import { type MessageKey, t } from '../../../i18n';
import {
  closeField,
  columnOf,
  type FieldForm,
  openField,
  operatorsFor,
  scalarOf,
  takesBoolean,
  takesDays,
  takesList,
  withOperator,
} from '../../../ruleset/operators';
import type { FieldOperator, FieldTest, Scalar } from '../../../ruleset/ruleset';
import { humanize, isDate } from '../../../ruleset/words';
import { engine } from '../../../state/actions';
import { useApp } from '../../../state/store';
import { AmountField } from '../../../ui/amount-field';
import { ComboBox, type Suggestion } from '../../../ui/combo-box';
import { DateField } from '../../../ui/date-field';
import { type Choice, Select } from '../../../ui/select';
import { TokenField } from '../../../ui/token-field';
import { useRuleset } from './use-ruleset';

const SHOWN = 40;
// Numbers of data, unlike points, may have any size and number of decimals.
const ANY_NUMBER = { least: -1e15, most: 1e15, decimals: 12 };
// "is known" and "is not known" are one operator with a value, but two choices.
const NEGATED = ':false';
// Their lists of one value say the same.
const LEFT_OUT: FieldOperator[] = ['eq', 'ne'];

/** The commonest values of a field, with how often each occurs. */
function useValues(field: string): { values: Suggestion[]; search: (typed: string) => void } {
  const [typed, search] = useState('');
  const [values, setValues] = useState<Suggestion[]>([]);
  useEffect(() => {
    let wanted = true;
    setValues([]);
    if (field === '') return;
    engine.call('values', 'field', field, typed, SHOWN).then(
      (found) => {
        if (wanted) setValues(found.map(({ value, count }) => ({ value, note: formatNumber(count) })));
      },
      () => {}, // suggestions are no need: the field takes any text
    );
    return () => {
      wanted = false;
    };
  }, [field, typed]);
  return { values, search };
}

function useFields(): Choice[] {
  const { fields: declared = {} } = useRuleset();
  const fields = useApp((state) => state.data?.fields) ?? [];
  return fields.map((id) => ({ id, name: declared[id]?.label ?? humanize(id) }));
}

function operatorName(choice: string, type: FieldType | null): string {
  const operator = choice.replace(NEGATED, '');
  const dated = type === 'instant' && ['ge', 'gt', 'le', 'lt'].includes(operator) ? '_date' : '';
  return t(`operator.${choice.endsWith(NEGATED) ? 'not_' : ''}${operator}${dated}` as MessageKey);
}

const choicesOf = (operators: FieldOperator[], now: FieldOperator): FieldOperator[] =>
  operators.filter((operator) => operator === now || !LEFT_OUT.includes(operator));

interface ValueProps {
  form: FieldForm;
  type: FieldType | null;
  onChange: (test: FieldTest) => void;
}

function OneValue({ form, type, place, onValue }: ValueProps & { place: number; onValue: (value: Scalar) => void }) {
  const { values, search } = useValues(form.field);
  const value = form.values[place] ?? '';
  const label = t(form.operator !== 'between' ? 'filter.value' : place === 0 ? 'filter.value_from' : 'filter.value_to');
  if (type === 'instant' && (value === '' || isDate(value)))
    return <DateField label={label} value={String(value)} onChange={onValue} />;
  if (type === 'number') {
    const number = value === '' ? undefined : Number(value);
    return <AmountField label={label} value={number} {...ANY_NUMBER} onChange={(next) => onValue(next ?? '')} />;
  }
  return (
    <ComboBox
      label={label}
      value={String(value)}
      suggestions={values}
      onSearch={search}
      onChange={(text) => onValue(scalarOf(text, type, form.operator))}
    />
  );
}

function Values({ form, type, onChange }: ValueProps) {
  const { values, search } = useValues(form.field);
  const set = (next: Scalar[], listed: boolean) => onChange(closeField({ ...form, values: next, listed }));
  if (takesBoolean(form.operator)) return null;
  if (takesDays(form.operator)) {
    return (
      <AmountField
        label={t('filter.value')}
        unit={t('filter.days')}
        least={1}
        most={100_000}
        value={Number(form.values[0])}
        onChange={(days) => days !== undefined && set([days], false)}
      />
    );
  }
  if (takesList(form.operator)) {
    return (
      <TokenField
        label={t('filter.values')}
        values={form.values.map(String)}
        suggestions={values}
        onSearch={search}
        onChange={(texts) =>
          set(
            texts.map((text) => scalarOf(text, type, form.operator)),
            true,
          )
        }
      />
    );
  }
  const places = form.operator === 'between' ? [0, 1] : [0];
  return (
    <div className="form-row">
      {places.map((place) => (
        <OneValue
          key={place}
          form={form}
          type={type}
          place={place}
          onChange={onChange}
          onValue={(value) =>
            form.operator === 'between' ? set(form.values.with(place, value), true) : set([value], false)
          }
        />
      ))}
    </div>
  );
}

export interface FieldEditorProps {
  test: FieldTest;
  onChange: (test: FieldTest) => void;
}

/** Which field, what of it, and with what. */
export function FieldEditor({ test, onChange }: FieldEditorProps) {
  const ruleset = useRuleset();
  const data = useApp((state) => state.data);
  const fields = useFields();
  const form = openField(test);
  const column = columnOf(ruleset, data, 'field', form.field);
  const operators = choicesOf(operatorsFor(column), form.operator).flatMap((id) =>
    takesBoolean(id) ? [id, `${id}${NEGATED}`] : [id],
  );
  const negated = takesBoolean(form.operator) && form.values[0] === false;
  const choose = (choice: string) => {
    const next = withOperator(form, choice.replace(NEGATED, '') as FieldOperator, column.type);
    onChange(closeField(choice.endsWith(NEGATED) ? { ...next, values: [false] } : next));
  };
  const rename = (field: string) => {
    const { type, ...next } = columnOf(ruleset, data, 'field', field);
    const operator = operatorsFor({ type, ...next })[0] ?? 'in';
    onChange(closeField(withOperator({ field, operator: 'in', values: [], listed: true }, operator, type)));
  };
  return (
    <>
      <Select label={t('filter.field_name')} choices={fields} value={form.field} onChange={rename} />
      {form.field !== '' && (
        <>
          <Select
            label={t('filter.test')}
            choices={operators.map((id) => ({ id, name: operatorName(id, column.type) }))}
            value={`${form.operator}${negated ? NEGATED : ''}`}
            onChange={choose}
          />
          <Values key={`${form.field} ${form.operator}`} form={form} type={column.type} onChange={onChange} />
        </>
      )}
    </>
  );
}
