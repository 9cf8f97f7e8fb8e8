// The operators of a field test as a list to choose from. "is known" and "is not known" are one operator with a value, but
// two choices.
import type { FieldType } from '../engine/protocol';
import { type MessageKey, t } from '../i18n';
import { closeField, type FieldForm, takesBoolean, withOperator } from './operators';
import type { FieldOperator, FieldTest } from './ruleset';

const NEGATED = ':false';

function nameOf(choice: string, type: FieldType | null): string {
  const operator = choice.replace(NEGATED, '');
  const dated = type === 'instant' && ['ge', 'gt', 'le', 'lt'].includes(operator) ? '_date' : '';
  return t(`operator.${choice.endsWith(NEGATED) ? 'not_' : ''}${operator}${dated}` as MessageKey);
}

export const operatorChoices = (operators: FieldOperator[], type: FieldType | null): { id: string; name: string }[] =>
  operators
    .flatMap((operator) => (takesBoolean(operator) ? [operator, `${operator}${NEGATED}`] : [operator]))
    .map((id) => ({ id, name: nameOf(id, type) }));

/** The choice that the test is. */
export const operatorChoice = ({ operator, values }: FieldForm): string =>
  takesBoolean(operator) && values[0] === false ? `${operator}${NEGATED}` : operator;

/** The same test by another choice. */
export function withChoice(form: FieldForm, choice: string, type: FieldType | null): FieldTest {
  const next = withOperator(form, choice.replace(NEGATED, '') as FieldOperator, type);
  return closeField(choice.endsWith(NEGATED) ? { ...next, values: [false] } : next);
}
