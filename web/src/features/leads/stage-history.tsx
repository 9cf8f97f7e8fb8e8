import type { Explanation } from '../../engine/protocol';
import { formatDate } from '../../format';
import { t } from '../../i18n';
import type { Ruleset } from '../../ruleset/ruleset';
import { stepWords } from './curve';

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
            <span>{stepWords(ruleset, step)}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}
