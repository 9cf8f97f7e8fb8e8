import { formatNumber } from '../../../format';
import { t } from '../../../i18n';
import type { ContentsShown } from './lifts';
import { UsedLink } from './used-link';

/** Contents of which too little is known, folded away. */
export function Silent({ report, outcome }: ContentsShown) {
  const rows = report.answer.rows.filter((row) => row[outcome] === null);
  if (rows.length === 0) return null;
  return (
    <details className="card silent">
      <summary>{t('contents.silent', { count: rows.length })}</summary>
      <ul>
        {rows.map((row) => (
          <li key={row.content}>
            <span>{row.content}</span>
            <UsedLink report={report} row={row}>
              {t('cell.all', { count: row.leads, number: formatNumber(row.leads) })}
            </UsedLink>
          </li>
        ))}
      </ul>
    </details>
  );
}
