import type { FieldType } from '../../../engine/protocol';
import { t } from '../../../i18n';
import { operatorChoice, operatorChoices, withChoice } from '../../../ruleset/operator-choices';
import {
  closeField,
  columnOf,
  type FieldForm,
  openField,
  operatorsFor,
  type Subject,
  scalarOf,
  takesBoolean,
  takesDays,
  takesList,
  withOperator,
} from '../../../ruleset/operators';
import type { FieldOperator, FieldTest, Scalar } from '../../../ruleset/ruleset';
import { isDate } from '../../../ruleset/words';
import { useFieldValues } from '../../../state/field-values';
import { AmountField, ANY_NUMBER } from '../../../ui/amount-field';
import { ComboBox } from '../../../ui/combo-box';
import { DateField } from '../../../ui/date-field';
import { Select } from '../../../ui/select';
import { TokenField } from '../../../ui/token-field';
import { Faults, useForm } from './form';
import { NameField } from './name-field';

export interface FieldTestProps {
  test: FieldTest;
  path: string;
  of: Subject;
  onChange: (test: FieldTest) => void;
}

// What the test has now stays a choice, fit or not.
const withNow = (operators: FieldOperator[], now: FieldOperator) =>
  operators.includes(now) ? operators : [...operators, now];

interface ValueProps extends FieldTestProps {
  form: FieldForm;
  type: FieldType | null;
}

function OneValue({
  form,
  type,
  of,
  place,
  onValue,
}: ValueProps & { place: number; onValue: (value: Scalar) => void }) {
  const values = useFieldValues(of, form.field);
  const value = form.values[place] ?? '';
  const label = t(form.values.length > 1 ? (place === 0 ? 'form.from' : 'form.to') : 'form.value');
  if (type === 'instant' && (value === '' || isDate(value)))
    return <DateField label={label} value={String(value)} onChange={(date) => date && onValue(date)} />;
  if (type === 'number' && Number.isFinite(Number(value))) {
    return (
      <AmountField
        label={label}
        labelHidden
        placeholder={label}
        value={value === '' ? undefined : Number(value)}
        {...ANY_NUMBER}
        onChange={(number) => number !== undefined && onValue(number)}
      />
    );
  }
  return (
    <ComboBox
      label={label}
      labelHidden
      placeholder={label}
      value={String(value)}
      {...values}
      onChange={(text) => onValue(scalarOf(text, type, form.operator))}
    />
  );
}

function Values(props: ValueProps) {
  const { form, type, of, onChange } = props;
  const values = useFieldValues(of, form.field);
  const set = (next: Scalar[], listed = form.listed) => onChange(closeField({ ...form, values: next, listed }));
  if (takesBoolean(form.operator)) return null;
  if (takesDays(form.operator)) {
    return (
      <AmountField
        label={t('form.days')}
        labelHidden
        unit={t('form.days')}
        least={form.operator === 'within_days' ? 1 : 0}
        value={Number(form.values[0])}
        onChange={(days) => days !== undefined && set([days])}
      />
    );
  }
  if (takesList(form.operator)) {
    return (
      <TokenField
        label={t('form.values')}
        values={form.values.map(String)}
        {...values}
        onChange={(texts) => {
          const kept = (text: string) => form.values.find((value) => String(value) === text);
          const scalars = texts.map((text) => kept(text) ?? scalarOf(text, type, form.operator));
          set(scalars, form.listed || scalars.length !== 1);
        }}
      />
    );
  }
  return (
    <div className="value-pair">
      {(form.operator === 'between' ? [0, 1] : [0]).map((place) => (
        <OneValue
          key={place}
          {...props}
          place={place}
          onValue={(value) => set(form.operator === 'between' ? form.values.with(place, value) : [value])}
        />
      ))}
    </div>
  );
}

/** One test of a field, or of a property of an event: which, how, with what. */
export function FieldTestForm(props: FieldTestProps) {
  const { test, path, of, onChange } = props;
  const { ruleset, data } = useForm();
  const form = openField(test);
  const column = columnOf(ruleset, data, of, form.field);
  const { type } = column;
  const rename = (field: string) => {
    const next = columnOf(ruleset, data, of, field);
    const fits = operatorsFor(next).includes(form.operator);
    onChange(closeField(fits ? { ...form, field } : withOperator({ ...form, field }, 'is_set', next.type)));
  };
  return (
    <div className="field-test">
      <NameField
        label={t(of === 'field' ? 'form.field' : 'form.property')}
        labelHidden
        of={of}
        value={form.field}
        onChange={rename}
      />
      <Select
        label={t('form.test')}
        labelHidden
        choices={operatorChoices(withNow(operatorsFor(column), form.operator), type)}
        value={operatorChoice(form)}
        onChange={(choice) => onChange(withChoice(form, choice, type))}
      />
      <Values {...props} form={form} type={type} />
      <Faults path={path} />
    </div>
  );
}
