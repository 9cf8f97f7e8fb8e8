import { t } from '../../../i18n';
import type { Ruleset } from '../../../ruleset/ruleset';
import { queryLeads } from '../../../state/actions';
import { useApp } from '../../../state/store';
import { SearchField } from '../../../ui/search-field';
import { filtersOf, queryOf } from './filter';
import { FilterSet } from './filter-set';

/** The search, and the filters that a lead has to pass as well. */
export function Filters({ ruleset }: { ruleset: Ruleset }) {
  const query = useApp((state) => state.list.query);
  const label = useApp((state) => state.list.label);
  return (
    <div className="filters">
      <SearchField label={t('leads.search')} value={query.search} onChange={(search) => queryLeads({ search })} />
      <FilterSet
        ruleset={ruleset}
        filters={filtersOf(query)}
        label={label}
        onChange={(next) => queryLeads(queryOf(next))}
      />
    </div>
  );
}
