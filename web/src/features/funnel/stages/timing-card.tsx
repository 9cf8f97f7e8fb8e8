import { ChartCard } from '../../../charts/chart-card';
import { IntervalBars } from '../../../charts/interval-bars';
import { t } from '../../../i18n';
import { type CellOf, labelOf, openCell } from '../cell-link';
import { countsWords, rateCells, rateColumns, shareWords } from '../words';
import type { RecordedReport } from './stages-report';

/** Who was handed over too early, and who too late. */
export function TimingCard({ report, stale }: { report: RecordedReport; stale: boolean }) {
  const rows = (['tooEarly', 'tooLate'] as const).map((set) => {
    const rate = report.answer[set];
    const key = set === 'tooEarly' ? 'too_early' : 'too_late';
    const of: CellOf = { cell: { set }, count: rate.count, words: `cell.${key}` };
    return { key, rate, of } as const;
  });
  return (
    <ChartCard
      title={t('timing.title')}
      summary={t('timing.hint')}
      asOf={report.result.figures.asOf}
      table={{
        columns: [t('timing.sign'), ...rateColumns()],
        rows: rows.map(({ key, rate }) => [t(`timing.${key}`), ...rateCells(rate)]),
      }}
      stale={stale}
    >
      <IntervalBars
        bars={rows.map(({ key, rate, of }) => ({
          id: key,
          name: t(`timing.${key}`),
          ...rate,
          value: shareWords(rate.share),
          counts: countsWords(rate),
          words: t(labelOf(of).key, labelOf(of).values),
          referenceWords: t(`timing.${key}_means`),
        }))}
        onOpen={(index) => {
          const row = rows[index];
          if (row) openCell(report, row.of);
        }}
      />
    </ChartCard>
  );
}
