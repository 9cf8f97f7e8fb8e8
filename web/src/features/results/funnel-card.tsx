import { Funnel } from '../../charts/funnel';
import { DISQUALIFIED, NO_STAGE } from '../../engine/protocol';
import { formatNumber, formatShare } from '../../format';
import { t } from '../../i18n';
import { showLeads } from '../../state/actions';
import type { Result } from '../../state/app-state';

/** How many leads ever came to each stage, and how many stand there now. */
export function FunnelCard({ result: { columns, ruleset } }: { result: Result }) {
  const stages = ruleset.stages ?? [];
  const all = columns.numLeads;
  const steps = stages.map((stage, index) => {
    const reached = columns.reachedCounts[index] ?? 0;
    const now = columns.nowCounts[index] ?? 0;
    const before = index === 0 ? all : (columns.reachedCounts[index - 1] ?? 0);
    return {
      id: stage.id,
      name: stage.label ?? stage.id,
      reached,
      now,
      reachedWords: formatNumber(reached),
      shareWords: formatShare(reached, before),
      nowWords: t('funnel.now', { number: formatNumber(now) }),
    };
  });
  const rest = [
    { stage: NO_STAGE, count: columns.withoutStage, key: 'funnel.without' },
    { stage: DISQUALIFIED, count: columns.disqualified, key: 'funnel.disqualified' },
  ] as const;
  return (
    <section className="card" aria-labelledby="funnel-title">
      <h2 id="funnel-title">{t('funnel.title')}</h2>
      <p className="quiet-text">{t('funnel.hint')}</p>
      {steps.length === 0 && <p>{t('results.no_stages')}</p>}
      <Funnel whole={all} steps={steps} onOpen={(index) => showLeads({ stages: [index] })} />
      <div className="funnel-rest">
        {rest.map(
          ({ stage, count, key }) =>
            count > 0 && (
              <button key={key} type="button" className="link" onClick={() => showLeads({ stages: [stage] })}>
                {t(key, { number: formatNumber(count) })}
              </button>
            ),
        )}
      </div>
    </section>
  );
}
