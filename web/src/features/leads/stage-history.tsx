import type { Explanation, StageStep } from '../../engine/protocol';
import { formatDate, listAll } from '../../format';
import { t } from '../../i18n';
import type { Ruleset } from '../../ruleset/ruleset';
import { stageWords } from '../../ruleset/words';

function words(ruleset: Ruleset, step: StageStep): string {
  const text = t(`history.${step.event}`, { stage: stageWords(ruleset, step.stage) });
  if (step.by.length === 0) return text;
  return t('history.by', { text, by: listAll(step.by.map((by) => t(`history.${by}`))) });
}

export function StageHistory({ explanation, ruleset }: { explanation: Explanation; ruleset: Ruleset }) {
  if (explanation.history.length === 0) return null;
  return (
    <section className="panel-part" aria-labelledby="history-title">
      <h2 id="history-title">{t('lead.history')}</h2>
      <ol className="history">
        {explanation.history.map((step, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: steps of one explanation never move
          <li key={index}>
            <time>{formatDate(step.at)}</time>
            <span>{words(ruleset, step)}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}
