import type { DataReport } from '../../engine/protocol';
import type { By } from '../../engine/reports';
import { t } from '../../i18n';
import type { Ruleset } from '../../ruleset/ruleset';
import { humanize } from '../../ruleset/words';
import { periodKinds, setScope, setSegment, useScope } from '../../state/scope';
import { useApp } from '../../state/store';
import { DateField } from '../../ui/date-field';
import { type Choice, Select } from '../../ui/select';
import { filtersOf, queryOf } from '../leads/filters/filter';
import { FilterSet } from '../leads/filters/filter-set';
import './style.css';

// Of these each lead has its own.
const NAMES = /^(email|phone|first_name|last_name|lead_id|id)$|_url$/;

function fieldChoices({ fields = {} }: Ruleset, data: DataReport | null): Choice[] {
  const columns = data?.leads.columns ?? [];
  return columns
    .filter(({ name, type }) => (type === 'text' || type === 'boolean' || type === 'list') && !NAMES.test(name))
    .map(({ name }) => ({ id: `field:${name}`, name: fields[name]?.label ?? humanize(name) }));
}

const idOf = (by: By): string => (by === null ? 'none' : 'touch' in by ? by.touch : `field:${by.field}`);

function byOf(id: string): By {
  if (id === 'none') return null;
  return id === 'channel' || id === 'campaign' ? { touch: id } : { field: id.replace('field:', '') };
}

function PeriodChoice() {
  const { period, first, last } = useScope();
  return (
    <>
      <Select
        label={t('scope.period')}
        choices={periodKinds.map((id) => ({ id, name: t(`scope.period.${id}`) }))}
        value={period}
        onChange={(id) => setScope({ period: periodKinds.find((kind) => kind === id) ?? 'all' })}
      />
      {period === 'own' && (
        <>
          <DateField label={t('scope.first')} value={first} onChange={(value) => setScope({ first: value })} />
          <DateField label={t('scope.last')} value={last} onChange={(value) => setScope({ last: value })} />
        </>
      )}
    </>
  );
}

function ByChoice({ ruleset }: { ruleset: Ruleset }) {
  const { by } = useScope();
  const data = useApp((state) => state.data);
  const touches = ['none', 'channel', 'campaign'] as const;
  const choices = [...touches.map((id) => ({ id, name: t(`scope.by.${id}`) })), ...fieldChoices(ruleset, data)];
  return (
    <Select label={t('scope.by')} choices={choices} value={idOf(by)} onChange={(id) => setScope({ by: byOf(id) })} />
  );
}

export interface ScopeBarProps {
  ruleset: Ruleset;
  /** What else the reports below go by. */
  period?: boolean;
  by?: boolean;
}

/** Which leads the reports of the screen tell of. */
export function ScopeBar({ ruleset, period = false, by = false }: ScopeBarProps) {
  const { query } = useScope();
  return (
    <section className="scope-bar" aria-label={t('scope.title')}>
      {period && <PeriodChoice />}
      {by && <ByChoice ruleset={ruleset} />}
      <FilterSet
        ruleset={ruleset}
        filters={filtersOf(query)}
        label={null}
        onChange={(filters) => setSegment(queryOf(filters))}
      />
    </section>
  );
}
