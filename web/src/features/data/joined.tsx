import { formatNumber } from '../../format';
import { type MessageKey, t } from '../../i18n';
import type { ImportReport } from '../../import/protocol';

/** How the files went together. */
export function Joined({ report }: { report: ImportReport }) {
  const { byId, byEmail, byOtherId, byVisitor, orphans } = report;
  const counts: [MessageKey, number][] = [
    ['data.joined_id', byId],
    ['data.joined_email', byEmail],
    ['data.joined_other', byOtherId],
    ['data.joined_visitor', byVisitor],
    ['data.joined_nobody', orphans],
  ];
  const notes: [MessageKey, number][] = [
    ['data.made_leads', report.orphanLeads],
    ['data.merged_rows', report.merged],
    ['data.ignored_rows', report.ignored],
    ['data.test_rows', report.tests],
  ];
  return (
    <div className="joined">
      {report.events > 0 && (
        <>
          <h3>{t('data.joined')}</h3>
          <dl className="counts">
            {counts
              .filter(([, count]) => count > 0)
              .map(([key, count]) => (
                <div key={key}>
                  <dt>{t(key)}</dt>
                  <dd>{formatNumber(count)}</dd>
                </div>
              ))}
          </dl>
        </>
      )}
      {notes.map(
        ([key, count]) =>
          count > 0 && (
            <p key={key} className="quiet-text">
              {t(key, { count, number: formatNumber(count) })}
            </p>
          ),
      )}
    </div>
  );
}
