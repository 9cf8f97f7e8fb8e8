import { ChartCard } from '../../../charts/chart-card';
import { Curve, MOST_CURVES } from '../../../charts/curve';
import { stepAt } from '../../../charts/curve-steps';
import type { Times } from '../../../engine/reports';
import { formatNumber, formatShare, listAll } from '../../../format';
import { t } from '../../../i18n';
import { daysWords, groupName } from '../words';
import type { TimesReport } from './stages-report';

function wordsOf(groups: Times[], day: number): string {
  const shares = groups.map(({ group, curve }) => {
    const step = stepAt(curve, day);
    const share = formatShare(step?.share ?? 0, 1);
    if (!step) return groups.length > 1 ? t('times.group_share', { group: groupName(group), share }) : share;
    const values = { share, low: formatShare(step.low, 1), high: formatShare(step.high, 1) };
    return groups.length > 1
      ? t('times.group_interval', { group: groupName(group), ...values })
      : t('times.share_interval', values);
  });
  return t('times.by_day', { day: formatNumber(day), shares: listAll(shares) });
}

function summary(groups: Times[], stage: string): string {
  const [first] = groups;
  if (!first || first.days.median === null) return t('times.nobody', { stage });
  if (groups.length > 1) return t('times.groups_summary', { stage });
  const { count, median, open, openMedian } = first.days;
  const values = { count, number: formatNumber(count), stage, median: daysWords(median), open: formatNumber(open) };
  return openMedian === null
    ? t('times.summary_open', values)
    : t('times.summary', { ...values, all: daysWords(openMedian) });
}

export interface CurveCardProps {
  report: TimesReport;
  from: string;
  to: string;
  stale: boolean;
}

/** Which share has come to a stage by each day, where those still on their way are counted as long as they are seen. */
export function CurveCard({ report, from, to, stale }: CurveCardProps) {
  const { groups } = report.answer;
  const shown = groups.slice(0, MOST_CURVES);
  return (
    <ChartCard
      title={t('times.title', { from, to })}
      summary={summary(groups, to)}
      asOf={report.result.figures.asOf}
      table={{
        columns: [
          t('stages.group'),
          t('times.day'),
          t('rate.share'),
          t('rate.low'),
          t('rate.high'),
          t('times.at_risk'),
        ],
        rows: groups.flatMap(({ group, curve }) =>
          curve.map(({ day, share, low, high, atRisk }) => [groupName(group), day, share, low, high, atRisk]),
        ),
      }}
      stale={stale}
      notes={
        shown.length < groups.length && (
          <p className="quiet-text">{t('times.largest', { count: shown.length, all: formatNumber(groups.length) })}</p>
        )
      }
    >
      <Curve
        label={t('times.title', { from, to })}
        groups={shown.map(({ group, curve }) => ({
          id: `${group.kind} ${group.name}`,
          name: groupName(group),
          steps: curve,
          until: curve.at(-1)?.day ?? 0,
        }))}
        axisName={t('times.axis')}
        words={(day) => wordsOf(shown, day)}
      />
    </ChartCard>
  );
}
