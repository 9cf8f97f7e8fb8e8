import { ChartCard } from '../../../charts/chart-card';
import { t } from '../../../i18n';
import { humanize } from '../../../ruleset/words';
import { CellLink } from '../cell-link';
import type { StagesReport } from './stages-report';

const reasonWords = (reason: string): string => (reason === '' ? t('group.missing') : humanize(reason));

/** Why leads were disqualified by the rules, and rejected by sales. */
export function ReasonsCard({ report, stale }: { report: StagesReport; stale: boolean }) {
  const [all] = report.answer.groups;
  if (!all) return null;
  const lists = [
    { set: 'disqualified', rows: all.disqualified },
    { set: 'rejected', rows: all.rejected },
  ] as const;
  return (
    <ChartCard
      title={t('reasons.title')}
      summary={t('reasons.hint')}
      asOf={report.result.figures.asOf}
      table={{
        columns: [t('reasons.by'), t('reasons.reason'), t('chart.leads')],
        rows: lists.flatMap(({ set, rows }) =>
          rows.map(({ reason, leads }) => [t(`reasons.${set}`), reasonWords(reason), leads]),
        ),
      }}
      stale={stale}
      isTable
    >
      <div className="reason-lists">
        {lists.map(({ set, rows }) => {
          const most = Math.max(1, ...rows.map(({ leads }) => leads));
          return (
            <div key={set}>
              <h3>{t(`reasons.${set}`)}</h3>
              {rows.length === 0 && <p className="quiet-text">{t('reasons.none')}</p>}
              <ul>
                {rows.map(({ reason, leads }) => (
                  <li key={reason}>
                    <span>{reasonWords(reason)}</span>
                    <svg className="interval-bar" height="10" width="100%" aria-hidden="true">
                      <rect className="share" width={`${(100 * leads) / most}%`} height="10" rx="2" />
                    </svg>
                    <CellLink
                      report={report}
                      cell={{ reason, set }}
                      count={leads}
                      words={`cell.reason_${set}`}
                      values={{ reason: reasonWords(reason) }}
                    />
                  </li>
                ))}
              </ul>
            </div>
          );
        })}
      </div>
    </ChartCard>
  );
}
