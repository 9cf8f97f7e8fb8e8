import { useMemo } from 'react';
import { countQualified, qualifiedStage, totalThreshold } from '../../ruleset/qualified';
import type { Result } from '../../state/app-state';
import { useApp } from '../../state/store';
import { NoResult } from '../shell/no-result';
import { Checks } from './checks-list';
import { DistributionCard } from './distribution-card';
import { FunnelCard } from './funnel-card';
import { Headline } from './headline';
import './style.css';

function Shown({ result }: { result: Result }) {
  const { ruleset, columns } = result;
  const from = qualifiedStage(ruleset);
  const qualified = useMemo(() => countQualified(columns.stage, from), [columns, from]);
  const stage = ruleset.stages?.[from];
  const threshold = totalThreshold(ruleset, stage?.enter);
  return (
    <div className="results">
      <Headline result={result} qualified={qualified} from={from} />
      <div className="results-cards">
        <DistributionCard columns={columns} from={from} threshold={threshold} stage={stage?.label ?? stage?.id ?? ''} />
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
