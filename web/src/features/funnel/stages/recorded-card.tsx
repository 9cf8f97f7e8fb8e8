import { ChartCard } from '../../../charts/chart-card';
import type { RecordedStage } from '../../../engine/reports';
import { t } from '../../../i18n';
import { CellLink } from '../cell-link';
import { Figures } from '../figures';
import { daysWords, stageLabel } from '../words';
import type { RecordedReport } from './stages-report';

const sets = ['oursOnly', 'recordOnly', 'both', 'within', 'earlier', 'later'] as const;
const words = {
  oursOnly: 'cell.ours_only',
  recordOnly: 'cell.record_only',
  both: 'cell.both',
  within: 'cell.within',
  earlier: 'cell.earlier',
  later: 'cell.later',
} as const;

function middle({ days: { median } }: RecordedStage): string {
  if (median === null) return t('rate.none');
  if (median === 0) return t('agreement.same');
  const key = median > 0 ? 'agreement.median_earlier' : 'agreement.median_later';
  return t(key, { days: daysWords(Math.abs(median)) });
}

/** What another system recorded of stages, beside what the rules say. */
export function RecordedCard({ report, stale }: { report: RecordedReport; stale: boolean }) {
  const { ruleset, figures } = report.result;
  const { stages } = report.answer;
  const name = ({ stage }: RecordedStage) => stageLabel(ruleset, stage);
  const columns = [t('leads.stage'), ...sets.map((set) => t(`agreement.${set}`))];
  const link = (stage: RecordedStage, set: (typeof sets)[number]) => {
    const of = {
      cell: { stage: stage.stage, set },
      count: stage[set],
      words: words[set],
      values: { stage: name(stage) },
    };
    return <CellLink key={set} report={report} {...of} />;
  };
  return (
    <ChartCard
      title={t('agreement.title')}
      summary={t(stages.length > 0 ? 'agreement.hint' : 'agreement.none')}
      asOf={figures.asOf}
      table={{
        columns: [...columns, t('days.p25'), t('days.median'), t('days.p75')],
        rows: stages.map((stage) => [
          name(stage),
          ...sets.map((set) => stage[set]),
          stage.days.p25 ?? '',
          stage.days.median ?? '',
          stage.days.p75 ?? '',
        ]),
      }}
      stale={stale}
      isTable
    >
      {stages.length > 0 && (
        <Figures
          columns={[...columns, t('agreement.middle')]}
          rows={stages.map((stage) => ({
            id: stage.stage,
            name: name(stage),
            cells: [...sets.map((set) => link(stage, set)), middle(stage)],
          }))}
        />
      )}
    </ChartCard>
  );
}
