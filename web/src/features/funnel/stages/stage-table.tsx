import { ChartCard } from '../../../charts/chart-card';
import type { StageStep } from '../../../engine/reports';
import { formatNumber } from '../../../format';
import { t } from '../../../i18n';
import { Tagged } from '../../../ui/sentence';
import { CellLink } from '../cell-link';
import { Figures } from '../figures';
import { intervalWords, shareWords, stageLabel } from '../words';
import type { StagesReport } from './stages-report';

const sets = ['now', 'fell', 'disqualified'] as const;

function Recycles({ report }: { report: StagesReport }) {
  const { recycles = 0, recycled = 0 } = report.answer.groups[0] ?? {};
  if (recycles === 0) return null;
  const values = { count: recycles, number: formatNumber(recycles), leads: formatNumber(recycled) };
  const open = (inside: string) => (
    <CellLink report={report} cell={{ group: 0, set: 'recycled' }} count={recycled} words="cell.recycled">
      {inside}
    </CellLink>
  );
  return (
    <p className="quiet-text">
      <Tagged text={t('stages.recycles', values)} tags={[open]} />
    </p>
  );
}

/** Each stage in numbers, of which every count opens its leads. */
export function StageTable({ report, stale }: { report: StagesReport; stale: boolean }) {
  const { ruleset, figures } = report.result;
  const steps = report.answer.groups[0]?.steps ?? [];
  const names = [t('leads.stage'), t('funnel.reached')];
  const shares = [t('stages.of_all'), t('stages.of_former')];
  const counts = [t('funnel.stands_now'), t('stages.fell'), t('stages.disqualified')];
  const interval = [t('rate.low'), t('rate.high')];
  const cells = (step: StageStep) => {
    const link = (set: 'reached' | (typeof sets)[number]) => (
      <CellLink
        report={report}
        cell={{ group: 0, stage: step.stage, set }}
        count={step[set]}
        words={`cell.${set}`}
        values={{ stage: stageLabel(ruleset, step.stage) }}
      />
    );
    const share = (rate: StageStep['ofAll']) => (
      <span>
        {shareWords(rate.share)} <small>{intervalWords(rate)}</small>
      </span>
    );
    return [link('reached'), share(step.ofAll), share(step.conversion), ...sets.map(link)];
  };
  return (
    <ChartCard
      title={t('stages.numbers')}
      summary={t('stages.numbers_hint')}
      asOf={figures.asOf}
      table={{
        columns: [...names, ...shares.flatMap((name) => [name, ...interval]), ...counts],
        rows: steps.map((step) => [
          stageLabel(ruleset, step.stage),
          step.reached,
          ...[step.ofAll, step.conversion].flatMap(({ share, low, high }) => [share ?? '', low ?? '', high ?? '']),
          ...sets.map((set) => step[set]),
        ]),
      }}
      stale={stale}
      isTable
      notes={<Recycles report={report} />}
    >
      <Figures
        columns={[...names, ...shares, ...counts]}
        rows={steps.map((step) => ({ id: step.stage, name: stageLabel(ruleset, step.stage), cells: cells(step) }))}
      />
    </ChartCard>
  );
}
