import { useState } from 'react';
import type { Period, Requests } from '../../../engine/reports';
import { t } from '../../../i18n';
import { stageOfRole } from '../../../ruleset/roles';
import type { Ruleset } from '../../../ruleset/ruleset';
import { useReport } from '../../../state/reports';
import { useScope } from '../../../state/scope';
import { Select } from '../../../ui/select';
import { stageLabel } from '../words';
import { CohortsCard } from './cohorts-card';
import { CurveCard } from './curve-card';

/** How long it takes from one stage, or from entry, to a later one: all together, and month by month. */
export function TimesSection({ ruleset, period }: { ruleset: Ruleset; period: Period }) {
  const stages = ruleset.stages ?? [];
  const { query, by } = useScope();
  const [toChosen, setTo] = useState(() => Math.max(0, stageOfRole(ruleset, 'mql')));
  const [fromChosen, setFrom] = useState(-1);
  const to = Math.min(toChosen, stages.length - 1);
  const from = Math.min(fromChosen, to - 1);
  const name = (stage: number) => (stage < 0 ? t('stages.entry') : stageLabel(ruleset, stage));
  const ids = { from: stages[from]?.id ?? null, to: stages[to]?.id ?? '' };
  const times = useReport<Requests['times']>({ report: 'times', period, ...ids, by }, query);
  const cohorts = useReport<Requests['cohorts']>({ report: 'cohorts', period, ...ids }, query);
  // As they are called in the rules that were asked about.
  const named = (report: typeof times.report | typeof cohorts.report) => ({
    from: name(stages.findIndex(({ id }) => id === report?.request.from)),
    to: name(stages.findIndex(({ id }) => id === report?.request.to)),
  });
  return (
    <section aria-labelledby="times" className="times">
      <div className="section-head">
        <h2 id="times">{t('times.head')}</h2>
        <div className="chart-choice">
          <Select
            label={t('times.from')}
            choices={[-1, ...stages.keys()].slice(0, to + 1).map((at) => ({ id: String(at), name: name(at) }))}
            value={String(from)}
            onChange={(id) => setFrom(Number(id))}
          />
          <Select
            label={t('times.to')}
            choices={[...stages.keys()].map((at) => ({ id: String(at), name: name(at) }))}
            value={String(to)}
            onChange={(id) => setTo(Number(id))}
          />
        </div>
      </div>
      {times.report ? (
        <CurveCard report={times.report} {...named(times.report)} stale={times.stale} />
      ) : (
        <div className="card skeleton tall" />
      )}
      {cohorts.report ? (
        <CohortsCard report={cohorts.report} to={named(cohorts.report).to} stale={cohorts.stale} />
      ) : (
        <div className="card skeleton tall" />
      )}
    </section>
  );
}
