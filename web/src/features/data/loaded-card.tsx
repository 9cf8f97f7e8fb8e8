import { formatNumber } from '../../format';
import { t } from '../../i18n';
import { openSheet } from '../../state/sheet';
import { useApp } from '../../state/store';
import { Button } from '../../ui/button';
import { IssueList } from './issue-list';
import { OriginFiles } from './origin-files';
import { TableCounts } from './table-counts';

/** What is scored now: rows, what was kept, what was not, and why. */
export function LoadedCard() {
  const data = useApp((state) => state.data);
  const source = useApp((state) => state.source);
  const origin = useApp((state) => state.origin);
  const cellIssues = useApp((state) => state.cellIssues);
  if (!data || !source) return null;
  const sample = source.kind === 'sample';
  return (
    <section className="card" aria-labelledby="loaded-title">
      <div className="section-head">
        <h2 id="loaded-title">{t('data.loaded')}</h2>
        <Button icon="download" onPress={() => openSheet('export')}>
          {t('data.export')}
        </Button>
      </div>
      {origin?.report ? (
        <OriginFiles origin={origin} />
      ) : (
        <div className="loaded-tables">
          <div>
            <h3>{sample ? t('data.sample_leads') : source.leads.name}</h3>
            <TableCounts report={data.leads} />
            {data.leads.numbered && <p className="quiet-text">{t('data.numbered')}</p>}
            <IssueList report={data.leads} />
          </div>
          <div>
            <h3>{sample ? t('data.sample_events') : (source.events?.name ?? t('data.no_events'))}</h3>
            {data.events && <TableCounts report={data.events} orphans={data.orphans} />}
            {data.orphans > 0 && (
              <p className="note warn">
                {t('data.orphans', { count: data.orphans, number: formatNumber(data.orphans) })}
              </p>
            )}
            {data.events && <IssueList report={data.events} />}
          </div>
        </div>
      )}
      {cellIssues && cellIssues.issues.length > 0 && (
        <div>
          <h3>{t('data.cells_for_rules')}</h3>
          <IssueList report={cellIssues} />
        </div>
      )}
      {data.eventTypes.length > 0 && (
        <details>
          <summary>{t('data.event_types', { count: data.eventTypes.length })}</summary>
          <ul className="event-types">
            {data.eventTypes.map(({ type, count }) => (
              <li key={type}>
                {type} <b>{formatNumber(count)}</b>
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}
