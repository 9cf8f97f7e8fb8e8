import type { FieldType } from '../../../engine/protocol';
import { t } from '../../../i18n';
import { operatorChoice, operatorChoices, withChoice } from '../../../ruleset/operator-choices';
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
import { useFieldValues } from '../../../state/field-values';
import { useApp } from '../../../state/store';
import { AmountField, ANY_NUMBER } from '../../../ui/amount-field';
import { ComboBox } from '../../../ui/combo-box';
import { DateField } from '../../../ui/date-field';
import { type Choice, Select } from '../../../ui/select';
import { TokenField } from '../../../ui/token-field';
import { useRuleset } from './use-ruleset';

// Their lists of one value say the same.
const LEFT_OUT: FieldOperator[] = ['eq', 'ne'];

function useFields(): Choice[] {
  const { fields: declared = {} } = useRuleset();
  const fields = useApp((state) => state.data?.fields) ?? [];
  return fields.map((id) => ({ id, name: declared[id]?.label ?? humanize(id) }));
}

const offered = (operators: FieldOperator[], now: FieldOperator): FieldOperator[] =>
  operators.filter((operator) => operator === now || !LEFT_OUT.includes(operator));

interface ValueProps {
  form: FieldForm;
  type: FieldType | null;
  onChange: (test: FieldTest) => void;
}

function OneValue({ form, type, place, onValue }: ValueProps & { place: number; onValue: (value: Scalar) => void }) {
  const values = useFieldValues('field', form.field);
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
      {...values}
      onChange={(text) => onValue(scalarOf(text, type, form.operator))}
    />
  );
}

function Values({ form, type, onChange }: ValueProps) {
  const values = useFieldValues('field', form.field);
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
        {...values}
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
            choices={operatorChoices(offered(operatorsFor(column), form.operator), column.type)}
            value={operatorChoice(form)}
            onChange={(choice) => onChange(withChoice(form, choice, column.type))}
          />
          <Values key={`${form.field} ${form.operator}`} form={form} type={column.type} onChange={onChange} />
        </>
      )}
    </>
  );
}
