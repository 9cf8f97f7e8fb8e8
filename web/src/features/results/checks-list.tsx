import { formatNumber } from '../../format';
import { t } from '../../i18n';
import type { Result } from '../../state/app-state';
import { useApp } from '../../state/store';
import { Icon } from '../../ui/icon';
import { checks } from './checks';

export function Checks({ result }: { result: Result }) {
  const data = useApp((state) => state.data);
  const warnings = useApp((state) => state.issues.filter(({ severity }) => severity === 'warning').length);
  const cells = useApp((state) => state.cellIssues?.counts.reduce((sum, { count }) => sum + count, 0) ?? 0);
  const found = checks(result, data);
  if (warnings > 0) found.push({ text: t('check.warnings', { count: warnings }), href: '#/rules' });
  if (cells > 0) found.push({ text: t('check.cells', { count: cells, number: formatNumber(cells) }), href: '#/data' });
  if (found.length === 0) return null;
  return (
    <section className="card checks" aria-labelledby="checks-title">
      <h2 id="checks-title">{t('check.title')}</h2>
      <ul>
        {found.map(({ text, href }) => (
          <li key={text}>
            <a href={href}>
              <Icon name="warning" />
              <span>{text}</span>
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
