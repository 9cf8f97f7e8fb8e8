import type { Explanation } from '../../engine/explanation';
import { formatDate } from '../../format';
import { t, textOr } from '../../i18n';
import type { Ruleset } from '../../ruleset/ruleset';
import { humanize } from '../../ruleset/words';
import { stepWords } from './curve';
import { recordedStages } from './recorded';

/** The stages that the rules had the lead enter, and beside them those that its own system recorded. */
export function StageHistory({ explanation, ruleset }: { explanation: Explanation; ruleset: Ruleset }) {
  const recorded = recordedStages(explanation);
  if (explanation.history.length === 0 && recorded.length === 0) return null;
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
      {recorded.length > 0 && (
        <>
          <h3>{t('lead.recorded')}</h3>
          <ol className="history">
            {recorded.map(({ stage, at }) => (
              <li key={stage}>
                <time>{formatDate(at)}</time>
                <span>{textOr(`recorded.${stage}`, humanize(stage))}</span>
              </li>
            ))}
          </ol>
        </>
      )}
    </section>
  );
}
