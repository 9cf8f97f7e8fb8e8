import type { Issue, IssueReport } from '../../engine/protocol';
import { formatNumber } from '../../format';
import { t } from '../../i18n';
import { issueRemedy, issueText } from '../../i18n/issue-text';
import { Icon } from '../../ui/icon';

const SHOWN = 20;

function placeWords({ line, path }: Issue): string {
  if (line > 0 && path) return t('issue_place.cell', { row: formatNumber(line), column: path });
  if (line > 0) return t('issue_place.row', { row: formatNumber(line) });
  return path && t('issue_place.column', { column: path });
}

/** Problems of a table, one heading a kind, each with its rows. */
export function IssueList({ report }: { report: IssueReport }) {
  if (report.issues.length === 0) return null;
  return (
    <div className="table-issues">
      {report.counts.map(({ code, count }) => {
        const issues = report.issues.filter((issue) => issue.code === code);
        const first = issues[0];
        if (!first) return null;
        return (
          <details key={code} className={first.severity} open={first.severity === 'error'}>
            <summary>
              <Icon name="warning" />
              <span>
                {count > 1 && <b>{t('issue_place.times', { number: formatNumber(count) })}</b>} {issueText(first)}
              </span>
            </summary>
            <p className="quiet-text">{issueRemedy(first)}</p>
            <ul>
              {issues.slice(0, SHOWN).map((issue) => (
                <li key={`${issue.line}:${issue.column} ${issue.path} ${issue.args.join(' ')}`}>
                  <b>{placeWords(issue)}</b> {issueText(issue)}
                </li>
              ))}
            </ul>
            {count > SHOWN && (
              <p className="quiet-text">{t('issue_place.more', { number: formatNumber(count - SHOWN) })}</p>
            )}
          </details>
        );
      })}
    </div>
  );
}
