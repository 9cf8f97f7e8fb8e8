// What fields for values suggest, from the loaded data.
import { useEffect, useState } from 'react';
import { formatNumber } from '../format';
import type { Subject } from '../ruleset/operators';
import { engine } from './actions';
import { useApp } from './store';

const SHOWN = 40;

export interface FieldValues {
  suggestions: { value: string; note: string }[];
  onFocus: () => void;
  onSearch: (typed: string) => void;
}

/** The commonest values of a field or property that a search finds, with how often each occurs; from the first focus on. */
export function useFieldValues(of: Subject, name: string): FieldValues {
  const [wanted, setWanted] = useState(false);
  const [typed, onSearch] = useState('');
  const [suggestions, setSuggestions] = useState<FieldValues['suggestions']>([]);
  const data = useApp((state) => state.data);
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
