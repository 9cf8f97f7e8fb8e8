import { useState } from 'react';
import { asCsv } from '../../../charts/chart-table';
import type { Instant } from '../../../engine/protocol';
import type { Requests } from '../../../engine/reports';
import { formatDate, formatMonth, formatNumber } from '../../../format';
import { t } from '../../../i18n';
import { stageOfRole } from '../../../ruleset/roles';
import type { Ruleset } from '../../../ruleset/ruleset';
import type { Result } from '../../../state/app-state';
import { save } from '../../../state/download';
import { useReport } from '../../../state/reports';
import { type Scope, useScope } from '../../../state/scope';
import { Button } from '../../../ui/button';
import { Select } from '../../../ui/select';
import { TextField } from '../../../ui/text-field';
import { ScopeBar } from '../../scope';
import { Checks } from '../checks';
import { firstMonth, type Month, monthsOf, periodOfMonth } from './months';
import { type ReviewReport, ReviewTable } from './review-table';
import { headlineOf, reviewTable } from './review-words';
import './style.css';

// What was typed stays while the page is open.
let kept = '';

function Notes() {
  const [notes, setNotes] = useState(kept);
  return (
    <section className="card review-notes">
      <TextField
        label={t('review.notes')}
        value={notes}
        long
        onChange={(text) => {
          kept = text;
          setNotes(text);
        }}
      />
    </section>
  );
}

function Paper({ report, month, stale }: { report: ReviewReport; month: Instant; stale: boolean }) {
  const { answer, result } = report;
  const name = formatMonth(month);
  return (
    <article className={stale ? 'review-paper stale' : 'review-paper'} aria-busy={stale}>
      <section className="card">
        <h2>{t('review.title', { month: name })}</h2>
        <p className="review-headline">{headlineOf(answer, name)}</p>
        <p className="quiet-text">
          {t('review.about', { asOf: formatDate(result.figures.asOf), rules: result.ruleset.name ?? t('page.name') })}
        </p>
        {answer.all.mqls > 0 && <ReviewTable report={report} part="all" rows={[answer.all]} month={name} />}
      </section>
      {answer.all.mqls > 0 &&
        (['channels', 'ways'] as const).map((part) => (
          <section key={part} className="card">
            <h3>{t(`review.by_title.${part}`)}</h3>
            <ReviewTable report={report} part={part} rows={answer[part]} month={name} />
          </section>
        ))}
      <Checks />
      <Notes />
    </article>
  );
}

interface MonthReviewProps {
  ruleset: Ruleset;
  months: Month[];
  month: Instant;
  onMonth: (month: Instant) => void;
  query: Scope['query'];
}

function MonthReview({ ruleset, months, month, onMonth, query }: MonthReviewProps) {
  const request: Requests['review'] = { report: 'review', period: periodOfMonth(month) };
  const { report, stale } = useReport(request, query);
  const offered = months.some((each) => each.month === month) ? months : [{ month, mqls: 0 }, ...months];
  const saveTable = () => {
    if (!report) return;
    const name = `${t('review.file')}-${new Date(month).toISOString().slice(0, 7)}.csv`;
    save(name, 'text/csv;charset=utf-8', asCsv(reviewTable(report.answer, ruleset)));
  };
  return (
    <>
      <div className="review-tools">
        <Select
          label={t('review.month')}
          choices={offered.map((each) => ({
            id: String(each.month),
            name: t('review.month_choice', {
              month: formatMonth(each.month),
              count: each.mqls,
              number: formatNumber(each.mqls),
            }),
          }))}
          value={String(month)}
          onChange={(id) => onMonth(Number(id))}
        />
        <div className="actions">
          <Button look="primary" icon="print" onPress={() => print()}>
            {t('report.print')}
          </Button>
          <Button icon="download" isDisabled={!report || stale} onPress={saveTable}>
            {t('chart.csv')}
          </Button>
        </div>
      </div>
      {report ? (
        <Paper report={report} month={report.request.period.from ?? month} stale={stale} />
      ) : (
        <div className="card skeleton tall" />
      )}
    </>
  );
}

/** What became of the MQLs of a month: a page to print and to discuss. */
export function Review({ result: { ruleset, figures } }: { result: Result }) {
  const { query, period } = useScope();
  const [chosen, setChosen] = useState<Instant | null>(null);
  const idOf = (role: 'mql' | 'customer') => ruleset.stages?.[stageOfRole(ruleset, role)]?.id ?? '';
  const from = idOf('mql');
  const request: Requests['cohorts'] = {
    report: 'cohorts',
    period: { from: null, until: null },
    from,
    to: idOf('customer'),
  };
  const { report } = useReport(request, query);
  if (from === '') return <p className="empty">{t('results.no_stages')}</p>;
  const months = report ? monthsOf(report.answer.cohorts) : [];
  return (
    <div className="review">
      <ScopeBar ruleset={ruleset} />
      {report ? (
        <MonthReview
          ruleset={ruleset}
          months={months}
          month={chosen ?? firstMonth(months, period, figures.asOf)}
          onMonth={setChosen}
          query={query}
        />
      ) : (
        <div className="card skeleton tall" />
      )}
    </div>
  );
}
