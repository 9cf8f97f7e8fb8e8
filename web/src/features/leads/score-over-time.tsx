import { TimeLine } from '../../charts/time-line';
import type { Explanation, ScoreCurve } from '../../engine/explanation';
import { formatDate, formatNumber, formatPoints } from '../../format';
import { t } from '../../i18n';
import { qualifiedStage, totalThreshold } from '../../ruleset/qualified';
import type { Ruleset } from '../../ruleset/ruleset';
import { scoreWords } from '../../ruleset/words';
import { curveSummary, instantWords, marksOf } from './curve';

const inPoints = (values: Float64Array): number[] => Array.from(values, (value) => value / 1000);

function Twin({ curve, ruleset }: { curve: ScoreCurve; ruleset: Ruleset }) {
  const names = Object.keys(ruleset.scores);
  return (
    <table className="twin">
      <thead>
        <tr>
          <th scope="col">{t('curve.date')}</th>
          <th scope="col">{t('leads.total')}</th>
          {names.map((name) => (
            <th key={name} scope="col">
              {scoreWords(ruleset, name)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {Array.from(curve.at, (at, index) => (
          <tr key={at}>
            <th scope="row">{formatDate(at)}</th>
            <td>{formatPoints(curve.total[index] ?? 0)}</td>
            {names.map((name, score) => (
              <td key={name}>{formatPoints(curve.scores[score]?.[index] ?? 0)}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

export interface ScoreOverTimeProps {
  curve: ScoreCurve;
  explanation: Explanation;
  ruleset: Ruleset;
}

/** The score from the first event on, with the stages, and on as if nothing more happened. */
export function ScoreOverTime({ curve, explanation, ruleset }: ScoreOverTimeProps) {
  const names = Object.keys(ruleset.scores);
  const marks = marksOf(ruleset, explanation);
  const stage = ruleset.stages?.[qualifiedStage(ruleset)];
  const line = totalThreshold(ruleset, stage?.enter, '');
  const scores = names.map((name, index) => ({
    name: scoreWords(ruleset, name),
    look: `part-${index % 3}`,
    values: inPoints(curve.scores[index] ?? new Float64Array()),
  }));
  const total = { name: t('leads.total'), look: 'whole', values: inPoints(curve.total) };
  return (
    <section className="panel-part" aria-labelledby="curve-title">
      <h2 id="curve-title">{t('curve.title')}</h2>
      <p className="quiet-text">{curveSummary(curve)}</p>
      <TimeLine
        label={t('curve.title')}
        at={Array.from(curve.at)}
        series={names.length > 1 ? [total, ...scores] : [total]}
        now={{ index: curve.asOf, name: t('curve.as_of', { date: formatDate(curve.at[curve.asOf] ?? 0) }) }}
        threshold={
          line && stage
            ? {
                value: line.points,
                name: t('chart.threshold', { stage: stage.label ?? stage.id, points: formatNumber(line.points) }),
              }
            : null
        }
        marks={marks}
        words={(index) => instantWords(ruleset, curve, marks, index)}
      />
      <details>
        <summary>{t('chart.as_table')}</summary>
        <Twin curve={curve} ruleset={ruleset} />
      </details>
    </section>
  );
}
