import { useRef } from 'react';
import { Waterfall, type WaterfallBar } from '../../charts/waterfall';
import type { Explanation } from '../../engine/explanation';
import { formatChange, formatPoints } from '../../format';
import { t } from '../../i18n';
import type { Ruleset } from '../../ruleset/ruleset';
import { groupWords, plainText, scoreWords } from '../../ruleset/words';
import { ruleWords } from './rule-words';
import { type WaterfallStep, waterfallSteps } from './waterfall';
import { lineId } from './why';

function nameOf(ruleset: Ruleset, explanation: Explanation, { kind, id, score }: WaterfallStep): string {
  switch (kind) {
    case 'start':
      return t('lead.start');
    case 'rule': {
      const line = explanation.rules.find((rule) => rule.id === id);
      if (!line) return id;
      const { label, sentence } = ruleWords(ruleset, line, explanation);
      return plainText(label || sentence);
    }
    case 'rest':
      return t('lead.smaller_rules', { count: Number(id) });
    case 'groupLimit':
      return t('lead.limit_of', { name: groupWords(ruleset, id) });
    case 'scoreLimit':
      return t('lead.limit_of', { name: scoreWords(ruleset, score) });
    case 'weight':
      return t('lead.weight_of', { weight: ruleset.scores[score]?.weight ?? 100 });
    case 'score':
      return scoreWords(ruleset, score);
    case 'total':
      return t('leads.total');
  }
}

const isSum = ({ kind }: WaterfallStep): boolean => kind === 'score' || kind === 'total';

/** From the start to the total, bar by bar; a bar opens its line below. */
export function ScoreWaterfall({ explanation, ruleset }: { explanation: Explanation; ruleset: Ruleset }) {
  const figure = useRef<HTMLElement>(null);
  const steps = waterfallSteps(explanation);
  const bars = steps.map((step): WaterfallBar => {
    const name = nameOf(ruleset, explanation, step);
    const value = isSum(step) ? formatPoints(step.points) : formatChange(step.points);
    return {
      id: `${step.score} ${step.kind} ${step.id}`,
      name,
      words: t('lead.step', { name, points: value }),
      value,
      from: step.from / 1000,
      to: step.to / 1000,
      look: isSum(step) ? 'sum' : step.points < 0 ? 'minus' : 'plus',
    };
  });
  const open = (index: number) => {
    const step = steps[index];
    const part = figure.current?.closest('section');
    if (!step || !part) return;
    const line =
      step.kind === 'rule' ? part.querySelector<HTMLDetailsElement>(`#${CSS.escape(lineId(step.id))}`) : null;
    if (line) line.open = true;
    const target =
      line ?? part.querySelector(`[data-score="${CSS.escape(step.score)}"]`) ?? part.querySelector('.sum-line');
    target?.scrollIntoView({ block: 'center' });
    line?.querySelector<HTMLElement>('summary')?.focus({ preventScroll: true });
  };
  return (
    <figure ref={figure}>
      <Waterfall label={t('lead.waterfall')} bars={bars} onOpen={open} />
    </figure>
  );
}
