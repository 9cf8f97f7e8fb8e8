import { ChartCard } from '../../../charts/chart-card';
import type { Cohort } from '../../../engine/reports';
import { formatMonth, formatNumber } from '../../../format';
import { t } from '../../../i18n';
import { CellLink } from '../cell-link';
import { Figures } from '../figures';
import { daysWords, intervalWords, rateCells, rateColumns, shareWords } from '../words';
import type { CohortsReport } from './stages-report';

const AFTER = [30, 60, 90];
const MATURE = 90; // days

function Bar({ share, most }: { share: number; most: number }) {
  return (
    <svg className="interval-bar" height="12" width="100%" aria-hidden="true">
      <rect className="share" width={`${(100 * share) / most}%`} height="12" rx="2" />
    </svg>
  );
}

/** The leads of each month: how many came so far, and how many did after as many days as all of them have had. */
export function CohortsCard({ report, to, stale }: { report: CohortsReport; to: string; stale: boolean }) {
  const { cohorts } = report.answer;
  const most = Math.max(0.01, ...cohorts.map(({ rate }) => rate.share ?? 0));
  const afterNames = AFTER.map((days) => t('cohorts.after', { count: days, number: formatNumber(days) }));
  const reached = t('stage.reached', { stage: to });
  const cells = ({ month, rate, after, maturity }: Cohort) => {
    const values = { month: formatMonth(month), stage: to };
    return [
      <CellLink
        key="all"
        report={report}
        cell={{ month, set: 'all' }}
        count={rate.of}
        words="cell.month"
        values={values}
      />,
      <CellLink
        key="converted"
        report={report}
        cell={{ month, set: 'converted' }}
        count={rate.count}
        words="cell.month_converted"
        values={values}
      />,
      <Bar key="bar" share={rate.share ?? 0} most={most} />,
      <span key="share">
        {shareWords(rate.share)} <small>{intervalWords(rate)}</small>
      </span>,
      ...AFTER.map((_, index) => shareWords(after[index] ?? null)),
      maturity < MATURE ? (
        <em key="age" className="young">
          {daysWords(maturity)}
        </em>
      ) : (
        daysWords(maturity)
      ),
    ];
  };
  return (
    <ChartCard
      title={t('cohorts.title')}
      summary={t('cohorts.summary')}
      asOf={report.result.figures.asOf}
      table={{
        columns: [t('cohorts.month'), ...rateColumns(), ...afterNames, t('cohorts.age')],
        rows: cohorts.map(({ month, rate, after, maturity }) => [
          formatMonth(month),
          ...rateCells(rate),
          ...AFTER.map((_, index) => after[index] ?? ''),
          maturity,
        ]),
      }}
      stale={stale}
      isTable
    >
      <Figures
        columns={[
          t('cohorts.month'),
          t('chart.leads'),
          reached,
          '',
          t('cohorts.so_far'),
          ...afterNames,
          t('cohorts.age'),
        ]}
        rows={cohorts.map((cohort) => ({ id: cohort.month, name: formatMonth(cohort.month), cells: cells(cohort) }))}
      />
    </ChartCard>
  );
}
