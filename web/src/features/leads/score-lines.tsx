import type { Explanation } from '../../engine/explanation';
import type { Millipoints } from '../../engine/protocol';
import { formatDate, formatPoints } from '../../format';
import { t } from '../../i18n';
import type { Ruleset } from '../../ruleset/ruleset';
import { groupWords, scoreWords } from '../../ruleset/words';
import { Points, RuleRow } from './rule-row';
import { ScoreWaterfall } from './score-waterfall';
import { type ScoreSum, scoreSums } from './why';

function Adjustment({ text, points }: { text: string; points: Millipoints }) {
  if (points === 0) return null;
  return (
    <li className="line adjustment">
      <span className="line-words">{text}</span>
      <Points points={points} />
    </li>
  );
}

interface ScoreBlockProps {
  sum: ScoreSum;
  ruleset: Ruleset;
  explanation: Explanation;
}

function ScoreBlock({ sum, ruleset, explanation }: ScoreBlockProps) {
  const { score, parts, silent } = sum;
  const name = scoreWords(ruleset, score.id);
  const weight = ruleset.scores[score.id]?.weight ?? 100;
  return (
    <div className="score-block" data-score={score.id}>
      <h3>
        <span>{name}</span>
        {score.band && <span className="grade">{score.band}</span>}
        <b className="score-value">{formatPoints(score.value)}</b>
      </h3>
      {score.resetAt !== null && <p className="quiet-text">{t('lead.reset', { date: formatDate(score.resetAt) })}</p>}
      <ul>
        <Adjustment text={t('lead.start')} points={score.start} />
        {parts.map(({ group, rules }) => [
          group && (
            <li key={`${group.id}:name`} className="line group-name">
              {groupWords(ruleset, group.id)}
            </li>
          ),
          ...rules.map((line) => <RuleRow key={line.id} line={line} ruleset={ruleset} explanation={explanation} />),
          group && <Adjustment key={`${group.id}:limit`} text={t('lead.group_limit')} points={group.adjustment} />,
        ])}
        <Adjustment text={t('lead.score_limit')} points={score.adjustment} />
      </ul>
      {weight !== 100 && (
        <p className="quiet-text">{t('lead.weighted', { weight, points: formatPoints(score.weighted) })}</p>
      )}
      {silent.length > 0 && (
        <details>
          <summary>{t('lead.silent', { count: silent.length })}</summary>
          <ul>
            {silent.map((line) => (
              <RuleRow key={line.id} line={line} ruleset={ruleset} explanation={explanation} />
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}

/** The way to the score as a chart, and as lines that add up to the scores, and these to the total. */
export function ScoreLines({ explanation, ruleset }: { explanation: Explanation; ruleset: Ruleset }) {
  return (
    <section className="panel-part" aria-labelledby="why-title">
      <h2 id="why-title">{t('lead.why')}</h2>
      <ScoreWaterfall explanation={explanation} ruleset={ruleset} />
      {scoreSums(explanation).map((sum) => (
        <ScoreBlock key={sum.score.id} sum={sum} ruleset={ruleset} explanation={explanation} />
      ))}
      <p className="sum-line">
        <span>{t('leads.total')}</span>
        <b>{formatPoints(explanation.total)}</b>
      </p>
    </section>
  );
}
