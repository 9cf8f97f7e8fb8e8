import { useState } from 'react';
import type { Explanation, LeadEvent } from '../../engine/explanation';
import { formatChange, formatDate, formatTime } from '../../format';
import { t } from '../../i18n';
import type { Ruleset } from '../../ruleset/ruleset';
import { humanize, propertyWords } from '../../ruleset/words';
import { Button } from '../../ui/button';
import { Term } from '../../ui/term';
import { eventPoints } from './event-points';

const FIRST = 20;

function EventRow({ event, points, ruleset }: { event: LeadEvent; points: number; ruleset: Ruleset }) {
  const properties = event.properties.map(({ name, value }) => `${propertyWords(ruleset, name)}: ${value}`);
  return (
    <li className={event.afterAsOf ? 'after' : undefined}>
      <time dateTime={new Date(event.time).toISOString()}>
        {formatDate(event.time)} <small>{formatTime(event.time)}</small>
      </time>
      <span className="line-words">
        {humanize(event.type)}
        {properties.length > 0 && <small>{properties.join(' · ')}</small>}
        {event.afterAsOf && <small>{t('lead.after_as_of')}</small>}
      </span>
      <span className={`points ${points < 0 ? 'minus' : points > 0 ? 'plus' : ''}`}>
        {points === 0 ? '' : formatChange(points)}
      </span>
    </li>
  );
}

/** The lead's events, the newest first, with the points that each still carries. */
export function Timeline({ explanation, ruleset }: { explanation: Explanation; ruleset: Ruleset }) {
  const [all, setAll] = useState(false);
  const points = eventPoints(explanation);
  const newest = explanation.events.map((event, index) => ({ event, index })).reverse();
  const shown = all ? newest : newest.slice(0, FIRST);
  return (
    <section className="panel-part events" aria-labelledby="events-title">
      <h2 id="events-title">{t('lead.events', { count: newest.length })}</h2>
      {newest.length === 0 ? (
        <p className="quiet-text">{t('lead.no_events')}</p>
      ) : (
        <p className="quiet-text">
          <Term id="decay">{t('lead.events_hint')}</Term>
        </p>
      )}
      <ol className="timeline">
        {shown.map(({ event, index }) => (
          <EventRow key={index} event={event} points={points[index] ?? 0} ruleset={ruleset} />
        ))}
      </ol>
      {shown.length < newest.length && (
        <Button onPress={() => setAll(true)}>{t('lead.all_events', { count: newest.length })}</Button>
      )}
    </section>
  );
}
