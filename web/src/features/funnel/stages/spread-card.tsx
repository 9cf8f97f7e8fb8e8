import { ChartCard } from '../../../charts/chart-card';
import { Spread } from '../../../charts/spread';
import type { StageStep } from '../../../engine/reports';
import { t } from '../../../i18n';
import { daysRange, daysWords, stageLabel } from '../words';
import type { StagesReport } from './stages-report';

/** How long leads took from each stage to the next. */
export function SpreadCard({ report, stale }: { report: StagesReport; stale: boolean }) {
  const { ruleset, figures } = report.result;
  const steps = report.answer.groups[0]?.steps ?? [];
  const name = ({ stage }: StageStep, index: number) => {
    const before = steps[index - 1];
    const from = before ? stageLabel(ruleset, before.stage) : t('stages.entry');
    return t('stages.from_to', { from, to: stageLabel(ruleset, stage) });
  };
  const longest = steps.reduce<number>(
    (most, { days }, index) => ((days.median ?? -1) > (steps[most]?.days.median ?? -1) ? index : most),
    0,
  );
  const slow = steps[longest];
  const columns = [
    t('stages.step'),
    t('chart.leads'),
    t('days.p25'),
    t('days.median'),
    t('days.p75'),
    t('days.open'),
    t('days.open_median'),
  ];
  return (
    <ChartCard
      title={t('stages.spread')}
      summary={
        slow && slow.days.median !== null
          ? t('stages.spread_summary', { step: name(slow, longest), days: daysWords(slow.days.median) })
          : t('chart.no_leads')
      }
      asOf={figures.asOf}
      table={{
        columns,
        rows: steps.map((step, index) => {
          const { count, p25, median, p75, open, openMedian } = step.days;
          return [name(step, index), count, p25 ?? '', median ?? '', p75 ?? '', open, openMedian ?? ''];
        }),
      }}
      stale={stale}
    >
      <p className="legend">
        <span>
          <i className="swatch quartile-swatch" />
          {t('days.half')}
        </span>
        <span>
          <i className="swatch median-swatch" />
          {t('days.median')}
        </span>
        <span>
          <i className="swatch other-swatch" />
          {t('days.open_median')}
        </span>
      </p>
      <Spread
        rows={steps.map((step, index) => ({
          id: String(step.stage),
          name: name(step, index),
          p25: step.days.p25,
          median: step.days.median,
          p75: step.days.p75,
          other: step.days.openMedian,
          value: daysWords(step.days.median),
          range: daysRange(step.days.p25, step.days.p75),
        }))}
        axisName={t('days.axis')}
      />
    </ChartCard>
  );
}
