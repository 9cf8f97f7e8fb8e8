import { useState } from 'react';
import type { Requests } from '../../../engine/reports';
import { t } from '../../../i18n';
import type { Result } from '../../../state/app-state';
import { useReport } from '../../../state/reports';
import { periodOf, useScope } from '../../../state/scope';
import { RadioGroup } from '../../../ui/radio-group';
import { ScopeBar } from '../../scope';
import { AnswerCard } from './answer-card';
import { ContentTable } from './content-table';
import { DifferencesCard } from './differences-card';
import { type Outcome, outcomes } from './lifts';
import { Silent } from './silent';
import './style.css';

/** Which contents go with leads that come further, and which do not. */
export function Contents({ result: { ruleset, figures } }: { result: Result }) {
  const scope = useScope();
  const [outcome, setOutcome] = useState<Outcome>('customer');
  const request: Requests['contents'] = { report: 'contents', period: periodOf(scope, figures.asOf) };
  const { report, stale } = useReport(request, scope.query);
  const shown = report && { report, outcome, stale };
  return (
    <div className="contents">
      <ScopeBar ruleset={ruleset} period />
      <RadioGroup
        label={t('contents.outcome')}
        choices={outcomes.map((id) => ({ id, name: t(`contents.outcome.${id}`) }))}
        value={outcome}
        onChange={(id) => setOutcome(outcomes.find((one) => one === id) ?? 'customer')}
      />
      {!shown && <div className="card skeleton tall" />}
      {shown?.report.answer.rows.length === 0 && <p className="empty">{t('contents.none')}</p>}
      {shown && shown.report.answer.rows.length > 0 && (
        <>
          <AnswerCard {...shown} />
          <DifferencesCard {...shown} />
          <ContentTable {...shown} />
          <Silent {...shown} />
        </>
      )}
    </div>
  );
}
