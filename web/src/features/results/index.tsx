import { Suspense } from 'react';
import { ResultsBreakdown } from '../../screens';
import type { Result } from '../../state/app-state';
import { useApp } from '../../state/store';
import { NoResult } from '../shell/no-result';
import { DistributionCard } from './distribution-card';
import { FunnelCard } from './funnel-card';
import { Headline } from './headline';
import { OtherEvents } from './other-events';
import { useUpdating } from './updating';
import './style.css';

function BreakdownWaiting() {
  return (
    <div className="breakdown-cards" aria-hidden="true">
      <div className="card skeleton tall" />
      <div className="card skeleton tall" />
    </div>
  );
}

function Shown({ result }: { result: Result }) {
  const updating = useUpdating(result);
  return (
    <div className="results">
      <Headline result={result} updating={updating} />
      <OtherEvents result={result} />
      <div className="results-cards">
        <DistributionCard result={result} updating={updating} />
        <FunnelCard result={result} updating={updating} />
      </div>
      <Suspense fallback={<BreakdownWaiting />}>
        <ResultsBreakdown result={result} updating={updating} />
      </Suspense>
    </div>
  );
}

export function Results() {
  const result = useApp((state) => state.result);
  return result ? <Shown result={result} /> : <NoResult />;
}
