import { useRef } from 'react';
import { t } from '../../../i18n';
import type { Ruleset } from '../../../ruleset/ruleset';
import { queryLeads } from '../../../state/actions';
import { useApp } from '../../../state/store';
import { Button } from '../../../ui/button';
import { SearchField } from '../../../ui/search-field';
import { AddFilter } from './add-filter';
import { Chip } from './chip';
import { type Filter, filtersOf, queryOf } from './filter';
import { filterWords } from './words';
import './style.css';

/** The search, and the filters that a lead has to pass as well. */
export function Filters({ ruleset }: { ruleset: Ruleset }) {
  const query = useApp((state) => state.list.query);
  const label = useApp((state) => state.list.label);
  const bar = useRef<HTMLDivElement>(null);
  const filters = filtersOf(query);
  const use = (next: Filter[]) => queryLeads(queryOf(next));
  const remove = (next: Filter[]) => {
    use(next);
    // The button that had the focus is gone.
    bar.current?.querySelector<HTMLElement>('.filter-tools button')?.focus();
  };
  return (
    <div className="filters" ref={bar}>
      <SearchField label={t('leads.search')} value={query.search} onChange={(search) => queryLeads({ search })} />
      <div className="filter-tools">
        <AddFilter filters={filters} onAdd={(filter) => use([...filters, filter])} />
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
                onChange={(next) => use(filters.with(index, next))}
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
    </div>
  );
}
