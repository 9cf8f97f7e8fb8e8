import { useState } from 'react';
import type { Explanation, RuleLine } from '../../engine/explanation';
import type { Millipoints } from '../../engine/protocol';
import { formatChange, formatDate, formatNumber } from '../../format';
import { t } from '../../i18n';
import type { Ruleset } from '../../ruleset/ruleset';
import { humanize } from '../../ruleset/words';
import { showLeads } from '../../state/actions';
import { useApp } from '../../state/store';
import { Sentence } from '../../ui/sentence';
import { ruleWords } from './rule-words';
import { lineDetails, lineId } from './why';

const FIRST = 12;

export function Points({ points }: { points: Millipoints }) {
  return <span className={`points ${points < 0 ? 'minus' : points > 0 ? 'plus' : ''}`}>{formatChange(points)}</span>;
}

/** The events that the rule counts, the newest first, with what each still carries; with the cap they add up to the line. */
function Shares({ line, events }: { line: RuleLine; events: Explanation['events'] }) {
  const [all, setAll] = useState(false);
  const newest = line.shares.toReversed();
  return (
    <>
      <ul className="shares">
        {(all ? newest : newest.slice(0, FIRST)).map(({ event, points }) => (
          <li key={event}>
            <time>{formatDate(events[event]?.time ?? 0)}</time>
            <span>{humanize(events[event]?.type ?? '')}</span>
            <Points points={points} />
          </li>
        ))}
        {line.byCap !== 0 && (
          <li>
            <span className="cap">{t('line.cap')}</span>
            <Points points={-line.byCap} />
          </li>
        )}
      </ul>
      {!all && newest.length > FIRST && (
        <button type="button" className="link" onClick={() => setAll(true)}>
          {t('lead.all_events', { count: newest.length })}
        </button>
      )}
    </>
  );
}

function LeadsOfRule({ rule }: { rule: string }) {
  const count = useApp((state) => state.result?.ruleLeads.get(rule) ?? 0);
  if (count === 0) return null;
  return (
    <button type="button" className="link" onClick={() => showLeads({ rule })}>
      {t('line.leads', { count, number: formatNumber(count) })}
    </button>
  );
}

export interface RuleRowProps {
  line: RuleLine;
  ruleset: Ruleset;
  explanation: Explanation;
}

/** A line of the score; it opens to its events. */
export function RuleRow({ line, ruleset, explanation }: RuleRowProps) {
  const { label, sentence } = ruleWords(ruleset, line, explanation);
  const details = lineDetails(line);
  return (
    <li className="rule-line">
      <details id={lineId(line.id)}>
        <summary className="line">
          <span className="line-words">
            {label ? <span className="line-label">{label}</span> : <Sentence text={sentence} />}
            {details && <small className="line-details">{details}</small>}
          </span>
          <Points points={line.points} />
        </summary>
        <div className="line-inside">
          {label && (
            <p className="quiet-text">
              <Sentence text={sentence} />
            </p>
          )}
          {line.shares.length > 0 && <Shares line={line} events={explanation.events} />}
          <LeadsOfRule rule={line.id} />
        </div>
      </details>
    </li>
  );
}
