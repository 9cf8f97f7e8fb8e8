// Filters in words, as their chips and the list of what can be added show them.
import { DISQUALIFIED, type Millipoints, NO_STAGE } from '../../../engine/protocol';
import { formatNumber, formatPoints, listAny } from '../../../format';
import { t } from '../../../i18n';
import { conditionSentence } from '../../../ruleset/condition-sentence';
import { ruleTitle } from '../../../ruleset/rule-sentence';
import type { Ruleset } from '../../../ruleset/ruleset';
import { scoreWords } from '../../../ruleset/words';
import type { Label } from '../../../state/app-state';
import type { Filter } from './filter';

export function stageName(ruleset: Ruleset, stage: number): string {
  if (stage === DISQUALIFIED) return t('stage.disqualified');
  if (stage === NO_STAGE) return t('stage.none');
  const found = ruleset.stages?.[stage];
  return found?.label ?? found?.id ?? '';
}

/** As they stand in the file, then those that every rule file has. */
export const allStages = (ruleset: Ruleset): number[] => [...(ruleset.stages ?? []).keys(), NO_STAGE, DISQUALIFIED];

const scoreName = (ruleset: Ruleset, score: number): string =>
  scoreWords(ruleset, Object.keys(ruleset.scores)[score] ?? '');

function rangeWords(from: Millipoints | null, to: Millipoints | null): string {
  if (from !== null && to !== null) return t('range.from_to', { from: formatPoints(from), to: formatPoints(to) });
  return from !== null ? t('range.from', { from: formatPoints(from) }) : t('range.to', { to: formatPoints(to ?? 0) });
}

function stagesWords(ruleset: Ruleset, stages: number[]): string {
  const last = (ruleset.stages?.length ?? 0) - 1;
  const first = Math.min(...stages);
  const upwards = stages.length > 1 && first >= 0 && stages.length === last - first + 1;
  if (upwards) return t('leads.stage_and_up', { stage: stageName(ruleset, first) });
  return listAny(stages.map((stage) => stageName(ruleset, stage)));
}

/** What a chip says; the label is that of `only`. */
export function filterWords(ruleset: Ruleset, filter: Filter, label: Label | null): string {
  switch (filter.kind) {
    case 'stages':
      return t('filter.is_stage', { stages: stagesWords(ruleset, filter.stages) });
    case 'range': {
      const range = rangeWords(filter.from, filter.to);
      if (filter.score === null) return t('filter.is_total', { range });
      return t('filter.is_score', { score: scoreName(ruleset, filter.score), range });
    }
    case 'rule': {
      const rule = ruleset.rules.find(({ id }) => id === filter.rule);
      return t('filter.is_rule', { rule: rule ? ruleTitle(rule) : filter.rule });
    }
    case 'condition':
      return conditionSentence(ruleset, filter.condition);
    case 'noEvents':
      return t('filter.no_events');
    case 'only': {
      const count = filter.leads.length;
      return label ? t(label.key, label.values) : t('filter.is_only', { count, number: formatNumber(count) });
    }
  }
}

/** What can be added, by the id of the offer. */
export function offerWords(ruleset: Ruleset, id: string): string {
  const [kind, score] = id.split(':');
  if (kind === 'score') return t('filter.score', { score: scoreName(ruleset, Number(score)) });
  return t(`filter.${kind as 'stages' | 'total' | 'field' | 'event' | 'no_events' | 'rule' | 'scenario' | 'text'}`);
}
