import type { Issue } from '../../engine/protocol';
import { t } from '../../i18n';
import { issueRemedy, issueText } from '../../i18n/issue-text';
import { Icon } from '../../ui/icon';

const SHOWN = 50;

export function RuleIssues({ issues, onShow }: { issues: Issue[]; onShow: (issue: Issue) => void }) {
  const errors = issues.filter(({ severity }) => severity === 'error').length;
  const ordered = issues.toSorted((a, b) => Number(b.severity === 'error') - Number(a.severity === 'error'));
  return (
    <div className="rule-issues">
      <div role="status" className={errors > 0 ? 'note bad' : 'note good'}>
        <Icon name={errors > 0 ? 'warning' : 'check'} />
        <p>{errors > 0 ? t('rules.faults', { count: errors }) : t('rules.no_faults', { count: issues.length })}</p>
      </div>
      {issues.length > 0 && (
        <ol>
          {ordered.slice(0, SHOWN).map((issue) => (
            <li key={`${issue.code} ${issue.path} ${issue.line}:${issue.column}`} className={issue.severity}>
              <button type="button" onClick={() => onShow(issue)}>
                <span className="place">{t('rules.place', { line: issue.line, column: issue.column })}</span>
                <span>
                  {issueText(issue)} <small>{issueRemedy(issue)}</small>
                </span>
              </button>
            </li>
          ))}
        </ol>
      )}
    </div>
  );
}
