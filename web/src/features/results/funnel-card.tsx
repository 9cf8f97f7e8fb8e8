import { ChartCard } from '../../charts/chart-card';
import type { ChartTable } from '../../charts/chart-table';
import { Funnel, type FunnelStep } from '../../charts/funnel';
import { DISQUALIFIED, NO_STAGE } from '../../engine/protocol';
import { formatNumber, formatShare } from '../../format';
import { t } from '../../i18n';
import { qualifiedStage } from '../../ruleset/qualified';
import { showLeads } from '../../state/actions';
import type { Result, SettledResult } from '../../state/app-state';
import { settled } from '../../state/transitions';

function stepsOf({ ruleset, figures, stages }: SettledResult): FunnelStep[] {
  return (ruleset.stages ?? []).map((stage, index) => {
    const reached = stages.reachedCounts[index] ?? 0;
    const now = stages.nowCounts[index] ?? 0;
    const before = index === 0 ? figures.numLeads : (stages.reachedCounts[index - 1] ?? 0);
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
}

// The steps, before it is known who came to them.
function emptySteps({ ruleset }: Result): FunnelStep[] {
  const unknown = { reached: 0, now: 0, reachedWords: '', shareWords: '', nowWords: '' };
  return (ruleset.stages ?? []).map(({ id, label }) => ({ id, name: label ?? id, ...unknown }));
}

function tableOf(steps: FunnelStep[]): ChartTable {
  return {
    columns: [t('leads.stage'), t('funnel.reached'), t('funnel.stands_now')],
    rows: steps.map(({ name, reached, now }) => [name, reached, now]),
  };
}

function summary({ ruleset, figures, stages }: SettledResult): string {
  const index = qualifiedStage(ruleset);
  const stage = ruleset.stages?.[index];
  if (!stage) return t('results.no_stages');
  const reached = stages.reachedCounts[index] ?? 0;
  return t('funnel.summary', {
    count: reached,
    number: formatNumber(reached),
    share: formatShare(reached, figures.numLeads),
    stage: stage.label ?? stage.id,
  });
}

function Rest({ stages }: SettledResult) {
  const rest = [
    { stage: NO_STAGE, count: stages.withoutStage, key: 'funnel.without' },
    { stage: DISQUALIFIED, count: stages.disqualified, key: 'funnel.disqualified' },
  ] as const;
  return (
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
  );
}

/** How many leads ever came to each stage, and how many stand there now. */
export function FunnelCard({ result, updating }: { result: Result; updating: boolean }) {
  const shown = settled(result);
  const steps = shown ? stepsOf(shown) : emptySteps(result);
  return (
    <ChartCard
      title={t('funnel.title')}
      summary={shown ? summary(shown) : t('results.updating')}
      asOf={result.figures.asOf}
      table={tableOf(steps)}
      stale={updating}
    >
      <p className="legend">
        <span>
          <i className="swatch part-all" />
          {t('funnel.reached')}
        </span>
        <span>
          <i className="swatch part-0" />
          {t('funnel.stands_now')}
        </span>
      </p>
      <Funnel whole={shown?.figures.numLeads ?? 1} steps={steps} onOpen={(index) => showLeads({ stages: [index] })} />
      {shown && <Rest {...shown} />}
    </ChartCard>
  );
}
