// What fields of a form suggest, from the rules and the loaded data.
import { formatNumber } from '../../../format';
import { t } from '../../../i18n';
import { commonestTypes } from '../../../ruleset/event-types';
import { columnOf, type Subject } from '../../../ruleset/operators';
import { humanize } from '../../../ruleset/words';
import type { Suggestion } from '../../../ui/combo-box';
import { useForm } from './form';

export function useEventTypes(): Suggestion[] {
  const { data } = useForm();
  return [
    ...commonestTypes(data).map(({ type, count }) => ({
      value: type,
      name: humanize(type),
      note: formatNumber(count),
    })),
    { value: '*', name: t('form.any_event') },
  ];
}

/** Declared names first, then the columns of the data, each with its type. */
export function useNames(of: Subject): Suggestion[] {
  const { ruleset, data } = useForm();
  const declared = of === 'field' ? ruleset.fields : ruleset.properties;
  const loaded = of === 'field' ? data?.fields : data?.properties;
  return [...new Set([...Object.keys(declared ?? {}), ...(loaded ?? [])])].map((name) => {
    const { type } = columnOf(ruleset, data, of, name);
    return { value: name, name: declared?.[name]?.label || name, ...(type && { note: t(`type.${type}`) }) };
  });
}
