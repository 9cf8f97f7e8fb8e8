import { useId } from 'react';
import type { Requests } from '../../../engine/reports';
import { t } from '../../../i18n';
import { type Report, useReport } from '../../../state/reports';
import { periodOf, useScope } from '../../../state/scope';
import { useApp } from '../../../state/store';
import { Icon } from '../../../ui/icon';
import { Sentence } from '../../../ui/sentence';
import { CellLink, wordsOf } from '../cell-link';
import { type Finding, findingOf } from './check-words';
import './style.css';

function FindingCard({ report, finding }: { report: Report<Requests['checks']>; finding: Finding }) {
  const { text, remedy, reference, leads, link } = finding;
  return (
    <li>
      <Icon name="warning" />
      <div>
        <p>
          <Sentence text={text} />
        </p>
        <p className="quiet-text">
          {remedy} <a href={link.href}>{link.name}</a>
        </p>
        <p className="check-leads">
          <CellLink report={report} {...leads}>
            <Sentence text={wordsOf(leads)} />
          </CellLink>
        </p>
        {reference && (
          <p className="quiet-text check-reference">
            <b>{t('checks.directional')}</b> {reference}
          </p>
        )}
      </div>
    </li>
  );
}

/** What is wrong with the rules, the hand-off and the sources of the leads of the scope, and what to try. */
export function Checks() {
  const id = useId();
  const scope = useScope();
  const asOf = useApp((state) => state.result?.figures.asOf ?? 0);
  const request: Requests['checks'] = { report: 'checks', period: periodOf(scope, asOf) };
  const { report, stale } = useReport(request, scope.query);
  if (!report) return <div className="card skeleton" />;
  const findings = report.answer.checks.map(findingOf);
  return (
    <section className={stale ? 'card checks stale' : 'card checks'} aria-labelledby={id} aria-busy={stale}>
      <h2 id={id}>{t('checks.title')}</h2>
      <p className="quiet-text">{t('checks.about', { period: t(`scope.period.${scope.period}`) })}</p>
      {findings.length === 0 ? (
        <p className="checks-none">
          <Icon name="check" />
          {t('checks.none')}
        </p>
      ) : (
        <ul>
          {findings.map((finding) => (
            <FindingCard key={finding.id} report={report} finding={finding} />
          ))}
        </ul>
      )}
    </section>
  );
}
