import { Funnel } from '../../charts/funnel';
import { DISQUALIFIED, NO_STAGE } from '../../engine/protocol';
import { formatNumber, formatShare } from '../../format';
import { t } from '../../i18n';
import { showLeads } from '../../state/actions';
import type { Result, SettledResult } from '../../state/app-state';
import { settled } from '../../state/transitions';
import { Updating } from './updating';

function Steps({ result: { ruleset, figures, stages } }: { result: SettledResult }) {
  const all = figures.numLeads;
  const steps = (ruleset.stages ?? []).map((stage, index) => {
    const reached = stages.reachedCounts[index] ?? 0;
    const now = stages.nowCounts[index] ?? 0;
    const before = index === 0 ? all : (stages.reachedCounts[index - 1] ?? 0);
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
    { stage: NO_STAGE, count: stages.withoutStage, key: 'funnel.without' },
    { stage: DISQUALIFIED, count: stages.disqualified, key: 'funnel.disqualified' },
  ] as const;
  return (
    <>
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
    </>
  );
}

/** How many leads ever came to each stage, and how many stand there now. */
export function FunnelCard({ result }: { result: Result }) {
  const shown = settled(result);
  const stages = result.ruleset.stages ?? [];
  return (
    <section className="card" aria-labelledby="funnel-title" aria-busy={!result.stages}>
      <h2 id="funnel-title">{t('funnel.title')}</h2>
      {result.stages ? <p className="quiet-text">{t('funnel.hint')}</p> : <Updating />}
      {stages.length === 0 && <p>{t('results.no_stages')}</p>}
      {shown ? (
        <div className={result.stages ? undefined : 'stale'}>
          <Steps result={shown} />
        </div>
      ) : (
        <div className="skeleton tall" />
      )}
    </section>
  );
}
