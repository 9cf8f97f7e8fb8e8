import { DISQUALIFIED, NO_STAGE } from '../../engine/protocol';
import { formatPoints } from '../../format';
import { t } from '../../i18n';
import type { Ruleset } from '../../ruleset/ruleset';
import { queryLeads } from '../../state/actions';
import { useApp } from '../../state/store';
import { Button } from '../../ui/button';
import { SearchField } from '../../ui/search-field';
import { Select } from '../../ui/select';
import { stageName } from './lead-columns';

const ANY = 'any';

function rangeText(from: number | null, to: number | null): string {
  if (from !== null && to !== null) return t('range.from_to', { from: formatPoints(from), to: formatPoints(to) });
  return from !== null ? t('range.from', { from: formatPoints(from) }) : t('range.to', { to: formatPoints(to ?? 0) });
}

export function Filters({ ruleset }: { ruleset: Ruleset }) {
  const query = useApp((state) => state.list.query);
  const all = [...(ruleset.stages ?? []).keys(), NO_STAGE, DISQUALIFIED];
  const choices = [
    { id: ANY, name: t('leads.any_stage') },
    ...all.map((stage) => ({ id: String(stage), name: stageName(ruleset, stage) })),
  ];
  // Several stages come from a number on Results, such as the qualified leads.
  const several = query.stages.join();
  if (query.stages.length > 1) {
    const first = stageName(ruleset, Math.min(...query.stages));
    choices.push({ id: several, name: t('leads.stage_and_up', { stage: first }) });
  }
  const ranged = query.totalFrom !== null || query.totalTo !== null;
  return (
    <div className="filters">
      <SearchField label={t('leads.search')} value={query.search} onChange={(search) => queryLeads({ search })} />
      <Select
        label={t('leads.stage')}
        labelHidden
        choices={choices}
        value={query.stages.length === 0 ? ANY : several}
        onChange={(id) => queryLeads({ stages: id === ANY ? [] : id.split(',').map(Number) })}
      />
      {ranged && (
        <Button icon="close" onPress={() => queryLeads({ totalFrom: null, totalTo: null })}>
          {t('leads.range', { range: rangeText(query.totalFrom, query.totalTo) })}
        </Button>
      )}
    </div>
  );
}
