import { DISQUALIFIED } from '../../../engine/protocol';
import { formatNumber } from '../../../format';
import { t } from '../../../i18n';
import { ruleTitle } from '../../../ruleset/rule-sentence';
import type { Condition } from '../../../ruleset/ruleset';
import { scenarioNames, scenarioWords } from '../../../ruleset/words';
import { useApp } from '../../../state/store';
import { settled } from '../../../state/transitions';
import { Checkbox } from '../../../ui/checkbox';
import { Select } from '../../../ui/select';
import type { EditorProps } from './editor';
import type { RuleFilter, StageFilter } from './filter';
import { useRuleset } from './use-ruleset';
import { allStages, stageName } from './words';

// As many as stand there now.
function useStageCounts(): (stage: number) => string {
  const result = useApp((state) => state.result);
  const stages = settled(result)?.stages;
  return (stage) => {
    if (!stages) return '';
    const count =
      stage >= 0 ? stages.nowCounts[stage] : stage === DISQUALIFIED ? stages.disqualified : stages.withoutStage;
    return formatNumber(count ?? 0);
  };
}

export function StageEditor({ filter, onChange }: EditorProps<StageFilter>) {
  const ruleset = useRuleset();
  const counts = useStageCounts();
  const toggle = (stage: number, on: boolean) => {
    const others = filter.stages.filter((each) => each !== stage);
    onChange({ ...filter, stages: on ? [...others, stage].sort((a, b) => a - b) : others });
  };
  return (
    <fieldset className="check-list" aria-label={t('filter.stages')}>
      {allStages(ruleset).map((stage, index) => (
        <div key={stage} className="check-row">
          <Checkbox
            label={stageName(ruleset, stage)}
            checked={filter.stages.includes(stage)}
            autoFocus={index === 0}
            onChange={(on) => toggle(stage, on)}
          />
          <span className="quiet-text">{counts(stage)}</span>
        </div>
      ))}
    </fieldset>
  );
}

export function RuleEditor({ filter, onChange }: EditorProps<RuleFilter>) {
  const { rules } = useRuleset();
  const ruleLeads = useApp((state) => state.result?.ruleLeads);
  const choices = rules
    .filter(({ enabled }) => enabled !== false)
    .map((rule) => ({
      id: rule.id,
      name: t('filter.counted', { name: ruleTitle(rule), number: formatNumber(ruleLeads?.get(rule.id) ?? 0) }),
    }));
  return (
    <Select
      label={t('filter.rule')}
      choices={choices}
      value={filter.rule}
      onChange={(rule) => onChange({ kind: 'rule', rule })}
    />
  );
}

export interface ScenarioEditorProps {
  scenario: string;
  onChange: (condition: Condition) => void;
}

export function ScenarioEditor({ scenario, onChange }: ScenarioEditorProps) {
  const ruleset = useRuleset();
  return (
    <Select
      label={t('filter.scenario')}
      choices={scenarioNames(ruleset).map((id) => ({ id, name: scenarioWords(ruleset, id) }))}
      value={scenario}
      onChange={(id) => onChange({ scenario: id })}
    />
  );
}
