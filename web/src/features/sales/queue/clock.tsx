import { ChartCard } from '../../../charts/chart-card';
import type { ChartTable } from '../../../charts/chart-table';
import { type IntervalBar, IntervalBars } from '../../../charts/interval-bars';
import type { Clock } from '../../../engine/reports';
import { formatNumber, formatShare } from '../../../format';
import { t } from '../../../i18n';
import type { Report } from '../../../state/reports';
import { ruleHref } from '../../../state/route';
import { Icon, type IconName } from '../../../ui/icon';
import { Term } from '../../../ui/term';
import { CellLink } from '../../funnel/cell-link';

export const clockRequest = { report: 'clock', period: { from: null, until: null } } as const;
export type ClockReport = Report<typeof clockRequest>;

const states = ['open', 'missed', 'met'] as const;
const icons: Record<(typeof states)[number], IconName> = { open: 'clock', missed: 'warning', met: 'check' };

/** "9 hours", with decimals below ten. */
function hoursWords({ result: { ruleset } }: ClockReport, hours: number): string {
  const count = hours < 10 ? Math.round(hours * 10) / 10 : Math.round(hours);
  const working = ruleset.sla?.business_hours !== undefined;
  return t(working ? 'sales.clock.working_hours' : 'sales.clock.hours', { count, number: formatNumber(count) });
}

/** How many first touches came in time; each number opens its leads. */
export function ClockFigures({ report }: { report: ClockReport }) {
  const { answer } = report;
  return (
    <section className="clock-figures" aria-label={t('sales.clock.title')}>
      <p>
        <Term id="sla">{t('sales.clock.promise', { hours: hoursWords(report, answer.hours) })}</Term>
        <a className="link" href={ruleHref('card-handoff')}>
          {t('sales.clock.change')}
        </a>
      </p>
      <ul>
        {states.map((state) => (
          <li key={state} className={state}>
            <Icon name={icons[state]} />
            <CellLink
              report={report}
              cell={{ set: state }}
              count={answer[state]}
              words={`sales.clock.leads.${state}`}
            />
            {t(`sales.clock.state.${state}`)}
          </li>
        ))}
        {answer.medianHours !== null && (
          <li className="clock-median">{t('sales.clock.median', { hours: hoursWords(report, answer.medianHours) })}</li>
        )}
      </ul>
    </section>
  );
}

const speedNames = ['hour', 'day', 'three_days', 'later', 'never'] as const;

function barsOf(speeds: Clock['speeds']): IntervalBar[] {
  return speeds.flatMap(({ qualified: { share, low, high, count, of } }, index) => {
    const id = speedNames[index];
    if (!id) return [];
    const counts = t('sales.speed.of', { number: formatNumber(count), of: formatNumber(of) });
    const value = share === null ? t('sales.speed.none') : formatShare(count, of);
    const name = t(`sales.speed.${id}`);
    return [{ id, name, share, low, high, value, counts, words: t('lead.step', { name, points: counts }) }];
  });
}

const tableOf = (speeds: Clock['speeds']): ChartTable => ({
  columns: ['first_touch', 'leads', 'qualified', 'share', 'low', 'high'].map((id) =>
    t(`sales.speed.column.${id as 'first_touch'}`),
  ),
  rows: speeds.map(({ leads, qualified: { count, share, low, high } }, index) => [
    t(`sales.speed.${speedNames[index] ?? 'never'}`),
    leads,
    count,
    ...[share, low, high].map((part) => (part === null ? '' : formatShare(part, 1))),
  ]),
});

/** Whether soon called is more often qualified. */
export function SpeedCard({ report: { answer, result }, stale }: { report: ClockReport; stale: boolean }) {
  const { speeds } = answer;
  const [soon] = speeds.filter(({ qualified: { of } }) => of > 0);
  if (!soon) return null;
  return (
    <ChartCard
      title={t('sales.speed.title')}
      summary={t(result.ruleset.sla?.business_hours ? 'sales.speed.what_working' : 'sales.speed.what')}
      asOf={result.figures.asOf}
      table={tableOf(speeds)}
      stale={stale}
    >
      <IntervalBars bars={barsOf(speeds)} />
    </ChartCard>
  );
}
