import type { Result } from '../../state/app-state';
import { useApp } from '../../state/store';
import { NoResult } from '../shell/no-result';
import { Checks } from './checks-list';
import { DistributionCard } from './distribution-card';
import { FunnelCard } from './funnel-card';
import { Headline } from './headline';
import './style.css';

function Shown({ result }: { result: Result }) {
  return (
    <div className="results">
      <Headline result={result} />
      <div className="results-cards">
        <DistributionCard result={result} />
        <FunnelCard result={result} />
      </div>
      <Checks result={result} />
    </div>
  );
}

export function Results() {
  const result = useApp((state) => state.result);
  return result ? <Shown result={result} /> : <NoResult />;
}
