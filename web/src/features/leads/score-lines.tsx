import type { Explanation, Millipoints, RuleLine } from '../../engine/protocol';
import { formatChange, formatDate, formatPoints } from '../../format';
import { t } from '../../i18n';
import { valueAt } from '../../ruleset/missing';
import { ruleSentence } from '../../ruleset/rule-sentence';
import type { Rule, Ruleset } from '../../ruleset/ruleset';
import { groupWords, scoreWords } from '../../ruleset/words';
import { Sentence } from '../../ui/sentence';
import { lineDetails, type ScoreSum, scoreSums } from './why';

function Points({ points }: { points: Millipoints }) {
  return <span className={`points ${points < 0 ? 'minus' : points > 0 ? 'plus' : ''}`}>{formatChange(points)}</span>;
}

function RuleRow({ line, ruleset }: { line: RuleLine; ruleset: Ruleset }) {
  const rule = valueAt(ruleset, line.path) as Rule | undefined;
  const sentence = rule ? ruleSentence(ruleset, rule) : line.id;
  const details = lineDetails(line);
  return (
    <li className="line">
      <span className="line-words">
        {rule?.label ? <span className="line-label">{rule.label}</span> : <Sentence text={sentence} />}
        {rule?.label && (
          <small>
            <Sentence text={sentence} />
          </small>
        )}
        {details && <small className="line-details">{details}</small>}
      </span>
      <Points points={line.points} />
    </li>
  );
}

function Adjustment({ text, points }: { text: string; points: Millipoints }) {
  if (points === 0) return null;
  return (
    <li className="line adjustment">
      <span className="line-words">{text}</span>
      <Points points={points} />
    </li>
  );
}

function ScoreBlock({ sum, ruleset }: { sum: ScoreSum; ruleset: Ruleset }) {
  const { score, parts, silent } = sum;
  const name = scoreWords(ruleset, score.id);
  const weight = ruleset.scores[score.id]?.weight ?? 100;
  return (
    <div className="score-block" data-score={score.id}>
      <h4>
        <span>{name}</span>
        {score.band && <span className="grade">{score.band}</span>}
        <b className="score-value">{formatPoints(score.value)}</b>
      </h4>
      {score.resetAt !== null && <p className="quiet-text">{t('lead.reset', { date: formatDate(score.resetAt) })}</p>}
      <ul>
        <Adjustment text={t('lead.start')} points={score.start} />
        {parts.map(({ group, rules }) => [
          group && (
            <li key={`${group.id}:name`} className="line group-name">
              {groupWords(ruleset, group.id)}
            </li>
          ),
          ...rules.map((line) => <RuleRow key={line.id} line={line} ruleset={ruleset} />),
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
              <RuleRow key={line.id} line={line} ruleset={ruleset} />
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}

/** The rule lines; they add up to the scores, and the scores to the total. */
export function ScoreLines({ explanation, ruleset }: { explanation: Explanation; ruleset: Ruleset }) {
  return (
    <section className="panel-part" aria-labelledby="why-title">
      <h3 id="why-title">{t('lead.why')}</h3>
      {scoreSums(explanation).map((sum) => (
        <ScoreBlock key={sum.score.id} sum={sum} ruleset={ruleset} />
      ))}
      <p className="sum-line">
        <span>{t('word.total')}</span>
        <b>{formatPoints(explanation.total)}</b>
      </p>
    </section>
  );
}
