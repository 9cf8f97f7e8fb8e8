import type { Result } from '../../state/app-state';
import { useApp } from '../../state/store';
import { NoResult } from '../shell/no-result';
import { Checks } from './checks-list';
import { DistributionCard } from './distribution-card';
import { FunnelCard } from './funnel-card';
import { Headline } from './headline';
import { useUpdating } from './updating';
import './style.css';

function Shown({ result }: { result: Result }) {
  const updating = useUpdating(result);
  return (
    <div className="results">
      <Headline result={result} updating={updating} />
      <div className="results-cards">
        <DistributionCard result={result} updating={updating} />
        <FunnelCard result={result} updating={updating} />
      </div>
      <Checks result={result} />
    </div>
  );
}

export function Results() {
  const result = useApp((state) => state.result);
  return result ? <Shown result={result} /> : <NoResult />;
}
