import { formatNumber } from '../../format';
import { t } from '../../i18n';
import { countQualified, qualifiedStage } from '../../ruleset/qualified';
import type { Result } from '../../state/app-state';
import { useToExport } from '../../state/sheet';
import { useApp } from '../../state/store';
import { RadioGroup } from '../../ui/radio-group';
import { type LeadChoice, leadChoices } from './choices';

export interface ChooseLeadsProps {
  result: Result;
  value: LeadChoice;
  onChange: (value: LeadChoice) => void;
}

/** Which leads, with their numbers as far as these are known. */
export function ChooseLeads({ result, value, onChange }: ChooseLeadsProps) {
  const listed = useApp((state) => state.list.selection?.count);
  const given = useToExport();
  const { ruleset, figures, stages } = result;
  const from = qualifiedStage(ruleset);
  const counts: Record<LeadChoice, number | undefined> = {
    given: given?.count,
    all: figures.numLeads,
    listed,
    qualified: stages ? countQualified(stages.nowCounts, from) : undefined,
  };
  const name = (choice: LeadChoice) => {
    const count = counts[choice];
    const words = choice === 'given' ? (given?.name ?? '') : t(`export.leads.${choice}`);
    return count === undefined ? words : t('export.counted', { name: words, number: formatNumber(count) });
  };
  const offered = leadChoices.filter((choice) => (choice === 'given' ? given : choice !== 'qualified' || from >= 0));
  return (
    <RadioGroup
      label={t('export.leads')}
      choices={offered.map((id) => ({ id, name: name(id) }))}
      value={value}
      onChange={(id) => onChange(id as LeadChoice)}
    />
  );
}
