import { useState } from 'react';
import { ChartCard } from '../../../charts/chart-card';
import { IntervalBars } from '../../../charts/interval-bars';
import type { StagesOfGroup } from '../../../engine/reports';
import { t } from '../../../i18n';
import { qualifiedStage } from '../../../ruleset/qualified';
import { Select } from '../../../ui/select';
import { type CellOf, labelOf, openCell } from '../cell-link';
import { countsWords, groupName, intervalWords, shareWords, stageLabel } from '../words';
import type { StagesReport } from './stages-report';

/** Of each group, in the order of their shares, those that came to one stage. */
export function GroupsCard({ report, stale }: { report: StagesReport; stale: boolean }) {
  const { ruleset, figures } = report.result;
  const [chosen, setChosen] = useState(() => Math.max(0, qualifiedStage(ruleset)));
  const stage = Math.min(chosen, (ruleset.stages?.length ?? 1) - 1);
  const rateOf = ({ steps }: StagesOfGroup) => steps[stage]?.ofAll;
  const rows = report.answer.groups
    .flatMap((group, index) => {
      const rate = rateOf(group);
      return rate ? [{ group, index, rate, name: groupName(group.group) }] : [];
    })
    .sort((a, b) => (b.rate.share ?? -1) - (a.rate.share ?? -1));
  const of = ({ index, rate, name }: (typeof rows)[number]): CellOf => ({
    cell: { group: index, stage, set: 'reached' },
    count: rate.count,
    words: 'cell.group_reached',
    values: { group: name, stage: stageLabel(ruleset, stage) },
  });
  const [best] = rows;
  return (
    <ChartCard
      title={t('stages.groups', { stage: stageLabel(ruleset, stage) })}
      summary={
        best
          ? t('stages.groups_summary', {
              group: best.name,
              share: shareWords(best.rate.share),
              interval: intervalWords(best.rate),
            })
          : t('chart.no_leads')
      }
      asOf={figures.asOf}
      table={{
        columns: [
          t('stages.group'),
          t('chart.leads'),
          ...(ruleset.stages ?? []).map((_, at) => stageLabel(ruleset, at)),
        ],
        rows: rows.map(({ group, name }) => [name, group.leads, ...group.steps.map(({ reached }) => reached)]),
      }}
      stale={stale}
    >
      <div className="chart-choice" data-page-only>
        <Select
          label={t('leads.stage')}
          choices={(ruleset.stages ?? []).map((_, at) => ({ id: String(at), name: stageLabel(ruleset, at) }))}
          value={String(stage)}
          onChange={(id) => setChosen(Number(id))}
        />
      </div>
      <IntervalBars
        bars={rows.map((row) => ({
          id: `${row.group.group.kind} ${row.name}`,
          name: row.name,
          ...row.rate,
          value: shareWords(row.rate.share),
          counts: countsWords(row.rate),
          words: t(labelOf(of(row)).key, labelOf(of(row)).values),
        }))}
        onOpen={(index) => {
          const row = rows[index];
          if (row) openCell(report, of(row));
        }}
      />
    </ChartCard>
  );
}
