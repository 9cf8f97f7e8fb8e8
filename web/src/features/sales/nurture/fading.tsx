import { useState } from 'react';
import type { LeadQuery } from '../../../engine/protocol';
import type { Fading } from '../../../engine/reports';
import { formatDate, formatNumber, formatPointsShort } from '../../../format';
import { t } from '../../../i18n';
import { silentDays } from '../../../ruleset/hand-off';
import type { Ruleset } from '../../../ruleset/ruleset';
import { useReport } from '../../../state/reports';
import { leadHref } from '../../../state/route';
import { Button } from '../../../ui/button';
import { CellLink } from '../../funnel/cell-link';
import { stageName } from '../../leads/filters/words';
import { useNames } from '../names';

const FEW = 20;
const LEADS = 'sales.fading.leads';

type Row = Fading['rows'][number];

/** "falls back to “Lead” on 3 Dec 2026" */
export function fallsWords(ruleset: Ruleset, { falls }: Pick<Row, 'falls'>): string {
  if (!falls) return t('sales.fading.stays');
  const date = formatDate(falls.at);
  if (falls.stage < 0) return t('sales.fading.falls_out', { date });
  return t('sales.fading.falls_to', { date, stage: stageName(ruleset, falls.stage) });
}

/** Leads that were warmer and have gone silent, and when they fall back. */
export function FadingCard({ query }: { query: LeadQuery }) {
  const [end, setEnd] = useState(FEW);
  const { report, stale } = useReport({ report: 'fading', begin: 0, end }, query);
  const rows = report?.answer.rows ?? [];
  const nameOf = useNames(
    rows.map(({ id }) => id),
    false,
  );
  if (!report) return <div className="card skeleton tall" aria-busy="true" />;
  const { count } = report.answer;
  const { ruleset } = report.result;
  return (
    <section className="card fading" aria-labelledby="fading-title" aria-busy={stale}>
      <div className="section-head">
        <h2 id="fading-title">{t('sales.fading')}</h2>
        <CellLink report={report} cell={{ set: 'fading' }} count={count} words={LEADS}>
          {t('sales.leads', { count, number: formatNumber(count) })}
        </CellLink>
      </div>
      <p className="quiet-text">{t('sales.fading.what', { count: silentDays(ruleset) })}</p>
      {count === 0 ? (
        <p>{t('sales.fading.none')}</p>
      ) : (
        <ul className="fading-list">
          {rows.map((row) => {
            const { title, subtitle } = nameOf(row.id);
            return (
              <li key={row.id}>
                <span>
                  <a href={leadHref(row.id)}>{title}</a>
                  <small>{[subtitle, stageName(ruleset, row.stage)].filter(Boolean).join(' · ')}</small>
                </span>
                <span>
                  {t('sales.fading.points', { was: formatPointsShort(row.was), now: formatPointsShort(row.total) })}
                  <small>
                    {t('sales.fading.silent', { count: row.silentDays, number: formatNumber(row.silentDays) })}
                  </small>
                </span>
                <span>{fallsWords(ruleset, row)}</span>
              </li>
            );
          })}
        </ul>
      )}
      {count > rows.length && (
        <Button onPress={() => setEnd(end + FEW)}>
          {t('sales.more', { count: Math.min(FEW, count - rows.length) })}
        </Button>
      )}
    </section>
  );
}
