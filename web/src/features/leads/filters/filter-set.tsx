import { useRef } from 'react';
import { t } from '../../../i18n';
import type { Ruleset } from '../../../ruleset/ruleset';
import type { Label } from '../../../state/app-state';
import { Button } from '../../../ui/button';
import { AddFilter } from './add-filter';
import { Chip } from './chip';
import type { Filter } from './filter';
import { filterWords } from './words';
import './style.css';

export interface FilterSetProps {
  ruleset: Ruleset;
  filters: Filter[];
  /** Of the leads that another screen has found. */
  label: Label | null;
  onChange: (filters: Filter[]) => void;
}

/** Filters that a lead has to pass, all of them; each can be changed or removed, and others added. */
export function FilterSet({ ruleset, filters, label, onChange }: FilterSetProps) {
  const tools = useRef<HTMLDivElement>(null);
  const remove = (next: Filter[]) => {
    onChange(next);
    // The button that had the focus is gone.
    tools.current?.querySelector('button')?.focus();
  };
  return (
    <>
      <div className="filter-tools" ref={tools}>
        <AddFilter filters={filters} onAdd={(filter) => onChange([...filters, filter])} />
      </div>
      {filters.length > 0 && (
        <ul className="filter-chips" aria-label={t('filter.list')}>
          {filters.map((filter, index) => {
            const words = filterWords(ruleset, filter, label);
            return (
              <Chip
                key={`${filter.kind} ${words}`}
                filter={filter}
                words={words}
                onChange={(next) => onChange(filters.with(index, next))}
                onRemove={() => remove(filters.toSpliced(index, 1))}
              />
            );
          })}
          {filters.length > 1 && (
            <li>
              <Button look="quiet" onPress={() => remove([])}>
                {t('filter.clear')}
              </Button>
            </li>
          )}
        </ul>
      )}
    </>
  );
}
