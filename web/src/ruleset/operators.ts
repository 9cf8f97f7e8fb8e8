// Which tests a field can have, and how what is typed becomes a value of the rule file.
import type { DataReport, FieldType } from '../engine/protocol';
import type { FieldOperator, FieldTest, Ruleset, Scalar } from './ruleset';

const ANY: FieldOperator[] = ['eq', 'ne', 'in', 'not_in'];
const PART: FieldOperator[] = ['contains', 'starts_with', 'ends_with', 'has_word'];
const ORDER: FieldOperator[] = ['ge', 'gt', 'le', 'lt', 'between'];
const TEXT: FieldOperator[] = ['in', 'not_in', 'eq', 'ne', ...PART, 'is_set'];

const OF_TYPE: Record<FieldType, FieldOperator[]> = {
  text: TEXT,
  list: TEXT,
  number: [...ORDER, ...ANY, 'is_set'],
  boolean: ['is_true', ...ANY, 'is_set'],
  instant: ['within_days', 'older_than_days', ...ORDER, ...ANY, 'is_set'],
};
const ALL: FieldOperator[] = [...new Set(Object.values(OF_TYPE).flat())];

/** Tests of fields and of properties of events stand in the same words. */
export type Subject = 'field' | 'property';

export interface Column {
  /** Declared, else as the data's column looks; null when nothing is known. */
  type: FieldType | null;
  declared: boolean;
}

export function columnOf(ruleset: Ruleset, data: DataReport | null, of: Subject, name: string): Column {
  const declared = (of === 'field' ? ruleset.fields : ruleset.properties)?.[name];
  if (declared) return { type: declared.type, declared: true };
  const columns = (of === 'field' ? data?.leads : data?.events)?.columns ?? [];
  const found = columns.find((each) => each.name === name) ?? columns.find((each) => each.header === name);
  return { type: found?.type ?? null, declared: false };
}

/** A column that is not declared can also be taken as text. */
export function operatorsFor({ type, declared }: Column): FieldOperator[] {
  if (type === null) return ALL;
  return declared ? OF_TYPE[type] : [...new Set([...OF_TYPE[type], ...TEXT])];
}

/** Takes several values of which any will do. */
export const takesList = (operator: FieldOperator): boolean =>
  operator === 'in' || operator === 'not_in' || PART.includes(operator);

export const takesDays = (operator: FieldOperator): boolean =>
  operator === 'within_days' || operator === 'older_than_days';

export const takesBoolean = (operator: FieldOperator): boolean => operator === 'is_set' || operator === 'is_true';

const asNumber = (text: string): Scalar => (text !== '' && String(Number(text)) === text ? Number(text) : text);

/** What was typed, as a value for the operator. */
export function scalarOf(text: string, type: FieldType | null, operator: FieldOperator): Scalar {
  const compares = ORDER.includes(operator) && type !== 'instant';
  if (PART.includes(operator)) return text;
  if (type === 'number' || (type === null && compares)) return asNumber(text);
  if (type === 'boolean' && (text === 'true' || text === 'false')) return text === 'true';
  return text;
}

/** A field test as a form shows it. */
export interface FieldForm {
  field: string;
  operator: FieldOperator;
  values: Scalar[];
  /** Written as a list, be it of one. */
  listed: boolean;
}

export function openField(test: FieldTest): FieldForm {
  const operator = Object.keys(test).find((key) => key !== 'field') as FieldOperator;
  const value = test[operator] ?? [];
  return { field: test.field, operator, values: [value].flat(), listed: Array.isArray(value) };
}

export function closeField({ field, operator, values, listed }: FieldForm): FieldTest {
  return { field, [operator]: listed ? values : (values[0] ?? '') };
}

/** The same test by another operator, with as much of its values as that one takes. */
export function withOperator(form: FieldForm, operator: FieldOperator, type: FieldType | null): FieldForm {
  const texts = takesBoolean(form.operator) || takesDays(form.operator) ? [] : form.values.map(String);
  const kept = texts.map((text) => scalarOf(text, type, operator));
  if (takesBoolean(operator)) return { ...form, operator, values: [true], listed: false };
  if (takesDays(operator))
    return { ...form, operator, values: takesDays(form.operator) ? form.values : [30], listed: false };
  if (operator === 'between')
    return { ...form, operator, values: [kept[0] ?? '', kept[1] ?? kept[0] ?? ''], listed: true };
  if (takesList(operator)) return { ...form, operator, values: kept, listed: true };
  return { ...form, operator, values: kept.slice(0, 1), listed: false };
}
