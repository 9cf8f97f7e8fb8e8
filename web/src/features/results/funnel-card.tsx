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

// The steps, before it is known who came to them.
function EmptySteps({ ruleset }: Pick<Result, 'ruleset'>) {
  const unknown = { reached: 0, now: 0, reachedWords: '', shareWords: '', nowWords: '' };
  const steps = (ruleset.stages ?? []).map(({ id, label }) => ({ id, name: label ?? id, ...unknown }));
  return <Funnel whole={1} steps={steps} onOpen={() => {}} />;
}

/** How many leads ever came to each stage, and how many stand there now. */
export function FunnelCard({ result, updating }: { result: Result; updating: boolean }) {
  const shown = settled(result);
  const stages = result.ruleset.stages ?? [];
  return (
    <section className="card" aria-labelledby="funnel-title" aria-busy={updating}>
      <div className="funnel-title">
        <h2 id="funnel-title">{t('funnel.title')}</h2>
        {updating && <Updating brief />}
      </div>
      <p className="quiet-text">{t('funnel.hint')}</p>
      {stages.length === 0 && <p>{t('results.no_stages')}</p>}
      <div className={updating ? 'stale' : undefined}>
        {shown ? <Steps result={shown} /> : <EmptySteps ruleset={result.ruleset} />}
      </div>
    </section>
  );
}
