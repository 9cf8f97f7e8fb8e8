import type { Requests } from '../../../engine/reports';
import { t } from '../../../i18n';
import type { Result } from '../../../state/app-state';
import { useReport } from '../../../state/reports';
import { periodOf, useScope } from '../../../state/scope';
import { ScopeBar } from '../../scope';
import { ConversionCard } from './conversion-card';
import { FlowCard } from './flow-card';
import { GroupsCard } from './groups-card';
import { ReasonsCard } from './reasons-card';
import { RecordedCard } from './recorded-card';
import { SpreadCard } from './spread-card';
import { StageTable } from './stage-table';
import { TimesSection } from './times';
import { TimingCard } from './timing-card';
import './style.css';

function ByGroup({ request }: { request: Requests['stages'] }) {
  const { query } = useScope();
  const { report, stale } = useReport(request, query);
  return report ? <GroupsCard report={report} stale={stale} /> : <div className="card skeleton tall" />;
}

/** How leads come from stage to stage, how long it takes, and where it ends. */
export function Stages({ result }: { result: Result }) {
  const { ruleset, figures } = result;
  const scope = useScope();
  const period = periodOf(scope, figures.asOf);
  const stages = useReport<Requests['stages']>({ report: 'stages', period, by: null }, scope.query);
  const recorded = useReport<Requests['recorded']>({ report: 'recorded', period }, scope.query);
  if ((ruleset.stages ?? []).length === 0) return <p className="empty">{t('results.no_stages')}</p>;
  return (
    <div className="stages">
      <ScopeBar ruleset={ruleset} period by />
      {stages.report ? (
        <>
          <div className="report-cards">
            <FlowCard report={stages.report} stale={stages.stale} />
            <ConversionCard report={stages.report} stale={stages.stale} />
          </div>
          {scope.by && <ByGroup request={{ report: 'stages', period, by: scope.by }} />}
          <StageTable report={stages.report} stale={stages.stale} />
        </>
      ) : (
        <div className="report-cards">
          <div className="card skeleton tall" />
          <div className="card skeleton tall" />
        </div>
      )}
      <TimesSection ruleset={ruleset} period={period} />
      {stages.report && <SpreadCard report={stages.report} stale={stages.stale} />}
      {recorded.report && <RecordedCard report={recorded.report} stale={recorded.stale} />}
      <div className="report-cards">
        {recorded.report && <TimingCard report={recorded.report} stale={recorded.stale} />}
        {stages.report && <ReasonsCard report={stages.report} stale={stages.stale} />}
      </div>
    </div>
  );
}
