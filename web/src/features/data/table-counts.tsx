import type { TableReport } from '../../engine/protocol';
import { formatNumber } from '../../format';
import { type MessageKey, t } from '../../i18n';

export function TableCounts({ report, orphans }: { report: TableReport; orphans?: number }) {
  const counts: [MessageKey, number, boolean][] = [
    ['counts.rows', report.rows, true],
    [report.kind === 'leads' ? 'counts.leads' : 'counts.events', report.kept, true],
    ['counts.left_out', report.leftOut, true],
    ['counts.duplicates', report.duplicates, report.kind === 'leads'],
    ['counts.orphans', orphans ?? 0, orphans !== undefined],
  ];
  return (
    <dl className="counts">
      {counts
        .filter(([, , shown]) => shown)
        .map(([key, count]) => (
          <div key={key}>
            <dt>{t(key)}</dt>
            <dd>{formatNumber(count)}</dd>
          </div>
        ))}
    </dl>
  );
}
