import { bandedScores } from '../../../ruleset/bands';
import type { Result } from '../../../state/app-state';
import { useBreakdown } from '../../../state/breakdown';
import { Checks } from './checks-list';
import { EffectsCard } from './effects-card';
import { MatrixCard, NoMatrix } from './matrix-card';
import { ScoreCard } from './score-card';
import './style.css';

/** The lower half of Results: what the headline consists of, what moves it, what is worth a look. */
export default function Breakdown({ result, updating }: { result: Result; updating: boolean }) {
  const breakdown = useBreakdown();
  const scores = Object.keys(result.ruleset.scores);
  const stale = updating || breakdown?.result !== result;
  return (
    <>
      <div className="breakdown-cards">
        {breakdown
          ? breakdown.scores.map((distribution, score) => (
              <ScoreCard
                key={Object.keys(breakdown.result.ruleset.scores)[score]}
                result={breakdown.result}
                score={score}
                distribution={distribution}
              />
            ))
          : scores.map((score) => <div key={score} className="card skeleton tall" />)}
        {breakdown?.grid ? (
          <MatrixCard result={breakdown.result} grid={breakdown.grid} stale={stale} />
        ) : (
          scores.length > 1 && bandedScores(result.ruleset).length < 2 && <NoMatrix />
        )}
      </div>
      <div className="effects-and-checks">
        <EffectsCard result={result} updating={updating} />
        <Checks result={result} quiet={breakdown?.quiet ?? null} />
      </div>
    </>
  );
}
