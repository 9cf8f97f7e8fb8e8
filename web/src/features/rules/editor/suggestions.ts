// What fields of a form suggest, from the rules and the loaded data.
import { useEffect, useState } from 'react';
import { formatNumber } from '../../../format';
import { t } from '../../../i18n';
import { columnOf, type Subject } from '../../../ruleset/operators';
import { humanize } from '../../../ruleset/words';
import { engine } from '../../../state/actions';
import type { Suggestion } from '../../../ui/combo-box';
import { useForm } from './form';

const SHOWN = 40;

export function useEventTypes(): Suggestion[] {
  const { data } = useForm();
  const types = (data?.eventTypes ?? []).toSorted((a, b) => b.count - a.count);
  return [
    ...types.map(({ type, count }) => ({ value: type, name: humanize(type), note: formatNumber(count) })),
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

export interface Values {
  suggestions: Suggestion[];
  onFocus: () => void;
  onSearch: (typed: string) => void;
}

/** The commonest values of a field or property that a search finds, with how often each occurs; from the first focus on. */
export function useValues(of: Subject, name: string): Values {
  const [wanted, setWanted] = useState(false);
  const [typed, onSearch] = useState('');
  const [suggestions, setSuggestions] = useState<Suggestion[]>([]);
  const { data } = useForm();
  useEffect(() => {
    let newest = true;
    if (!wanted || name === '' || !data) return;
    engine.call('values', of, name, typed, SHOWN).then(
      (found) => {
        if (newest) setSuggestions(found.map(({ value, count }) => ({ value, note: formatNumber(count) })));
      },
      () => {}, // suggestions are no need: the field takes any text
    );
    return () => {
      newest = false;
    };
  }, [of, name, typed, data, wanted]);
  return { suggestions, onFocus: () => setWanted(true), onSearch };
}
