import type { Explanation, Millipoints, RuleLine } from '../../engine/protocol';
import { formatChange, formatDate, formatPoints } from '../../format';
import { t } from '../../i18n';
import { valueAt } from '../../ruleset/missing';
import { ruleSentence } from '../../ruleset/rule-sentence';
import type { Rule, Ruleset } from '../../ruleset/ruleset';
import { fieldWords, groupWords, quote, scoreWords } from '../../ruleset/words';
import { Sentence } from '../../ui/sentence';
import { lineDetails, type ScoreSum, scoreSums } from './why';

function Points({ points }: { points: Millipoints }) {
  return <span className={`points ${points < 0 ? 'minus' : points > 0 ? 'plus' : ''}`}>{formatChange(points)}</span>;
}

interface RuleRowProps {
  line: RuleLine;
  ruleset: Ruleset;
  explanation: Explanation;
}

function RuleRow({ line, ruleset, explanation }: RuleRowProps) {
  const rule = valueAt(ruleset, line.path) as Rule | undefined;
  const sentence = rule ? ruleInWords(ruleset, rule, explanation) : line.id;
  const details = lineDetails(line);
  return (
    <li className="line">
      <span className="line-words">
        {rule?.label ? <span className="line-label">{rule.label}</span> : <Sentence text={sentence} />}
        {rule?.label && (
          <small className="sentence">
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

// Of a rule by ranges or values, the lead's own value says more than the rule.
function ruleInWords(ruleset: Ruleset, rule: Rule, { fields }: Explanation): string {
  if (!('field' in rule)) return ruleSentence(ruleset, rule);
  const value = fields.find(({ name }) => name === rule.field)?.value;
  return t('line.field', { field: fieldWords(ruleset, rule.field), value: value ? quote(value) : t('lead.missing') });
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

/** The rule lines; they add up to the scores, and the scores to the total. */
export function ScoreLines({ explanation, ruleset }: { explanation: Explanation; ruleset: Ruleset }) {
  return (
    <section className="panel-part" aria-labelledby="why-title">
      <h2 id="why-title">{t('lead.why')}</h2>
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
