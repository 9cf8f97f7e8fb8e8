import { useMemo } from 'react';
import { t } from '../../i18n';
import { countQualified, qualifiedStage, totalThreshold } from '../../ruleset/qualified';
import type { Result } from '../../state/app-state';
import { useApp } from '../../state/store';
import { Checks } from './checks-list';
import { DistributionCard } from './distribution-card';
import { FunnelCard } from './funnel-card';
import { Headline } from './headline';
import './style.css';

/** The shapes of the screen to come, so that nothing jumps when the figures arrive. */
function Waiting() {
  return (
    <div className="results" aria-busy="true">
      <div className="headline">
        <h1>{t('results.question')}</h1>
        <p className="quiet-text">{t('results.starting')}</p>
      </div>
      <div className="results-cards">
        <div className="card skeleton tall" />
        <div className="card skeleton tall" />
      </div>
    </div>
  );
}

function Shown({ result }: { result: Result }) {
  const { ruleset, columns } = result;
  const from = qualifiedStage(ruleset);
  const qualified = useMemo(() => countQualified(columns.stage, from), [columns, from]);
  const threshold = totalThreshold(ruleset, ruleset.stages?.[from]?.enter);
  return (
    <div className="results">
      <Headline result={result} qualified={qualified} from={from} />
      <div className="results-cards">
        <DistributionCard columns={columns} from={from} threshold={threshold} />
        <FunnelCard result={result} />
      </div>
      <Checks result={result} />
    </div>
  );
}

export function Results() {
  const result = useApp((state) => state.result);
  const working = useApp((state) => state.working);
  if (result) return <Shown result={result} />;
  if (working) return <Waiting />;
  return (
    <div className="empty">
      <h1>{t('results.none')}</h1>
      <p>{t('results.none_hint')}</p>
      <a className="button primary" href="#/data">
        {t('results.open_data')}
      </a>
    </div>
  );
}
