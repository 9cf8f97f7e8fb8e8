import { useId } from 'react';
import type { LeadQuery } from '../../../engine/protocol';
import type { QueueRow } from '../../../engine/reports';
import { formatDate, formatNumber, formatPointsShort } from '../../../format';
import { t } from '../../../i18n';
import { handOffStage, hasChecklists } from '../../../ruleset/hand-off';
import { plainText, stageWords } from '../../../ruleset/words';
import type { SettledResult } from '../../../state/app-state';
import { leadHref } from '../../../state/route';
import { CopyText } from '../../../ui/copy-text';
import { Icon } from '../../../ui/icon';
import { Sentence } from '../../../ui/sentence';
import { Checklists } from './checklists';
import { clockWords } from './clock-words';
import { Contact } from './contact';
import { openingWords } from './opening';
import { personOf } from './person';
import { story } from './story';
import { type Said, Verdict } from './verdict';
import './call.css';
import './open-call.css';

export function ClockChip({ row, asOf }: { row: QueueRow; asOf: number }) {
  if (!row.clock) return null;
  const { state, due } = row.clock;
  const icon = state === 'met' ? 'check' : state === 'open' ? 'clock' : 'warning';
  return (
    <span className={`clock-chip ${state}`} title={t('sales.clock.due', { date: formatDate(due) })}>
      <Icon name={icon} />
      {clockWords(row, asOf)}
    </span>
  );
}

export interface CallProps {
  row: QueueRow;
  /** From 1. */
  place: number;
  result: SettledResult;
  query: LeadQuery;
  /** Names and contacts are masked. */
  hidden: boolean;
  open: boolean;
  onToggle: () => void;
  /** null: the lead is not at sales yet, so nothing can be said of it. */
  onMark: ((row: QueueRow, said: Said) => void) | null;
}

type OpenCallProps = Pick<CallProps, 'row' | 'result' | 'query' | 'hidden' | 'onMark'> & { told: string };

function OpenCall({ row, result: { ruleset, figures }, query, hidden, onMark, told }: OpenCallProps) {
  const person = personOf(row, hidden);
  const opening = openingWords(row, person, figures.asOf);
  return (
    <>
      <div className="call-opening">
        <p>
          <span className="opening-title quiet-text">{t('sales.opening')}</span>
          <q>
            <Sentence text={opening} />
          </q>
        </p>
        <div className="actions">
          <CopyText
            look="quiet"
            label={t('sales.copy')}
            text={() => plainText(`${person.title}\n${told}\n\n${opening}\n`)}
          />
          <a className="link" href={leadHref(row.id)}>
            {t('sales.reasons')}
          </a>
        </div>
      </div>
      <div className="call-more">
        {person.contact.length > 0 && <Contact ruleset={ruleset} contact={person.contact} hidden={hidden} />}
        {hasChecklists(ruleset) && <Checklists lead={row.lead} query={query} />}
      </div>
      {onMark && <Verdict query={query} asOf={figures.asOf} onMark={(said) => onMark(row, said)} />}
    </>
  );
}

/** A lead to call: who it is, its story, and, when it is opened, what to say and what came of it. */
export function Call(props: CallProps) {
  const { row, place, result, hidden, open, onToggle } = props;
  const { ruleset, figures } = result;
  const id = useId();
  const { title, about } = personOf(row, hidden);
  const told = story(ruleset, row, stageWords(ruleset, handOffStage(ruleset)?.id ?? ''), figures.asOf);
  return (
    <li className="card call" data-open={open || undefined} data-lead={row.id}>
      <h2>
        <button type="button" className="call-head" aria-expanded={open} aria-controls={id} onClick={onToggle}>
          <span className="call-place">{formatNumber(place)}</span>
          <span className="call-who">
            <b>{title}</b>
            <small>{about}</small>
          </span>
          <span className="call-score">
            <b>{formatPointsShort(row.total)}</b> <small>{t('lead.points')}</small>
            {row.grade && <span className="grade">{row.grade}</span>}
          </span>
          <ClockChip row={row} asOf={figures.asOf} />
        </button>
      </h2>
      <p className="call-story">
        <Sentence text={told} />
      </p>
      <div id={id} className="call-body" hidden={!open}>
        {open && <OpenCall {...props} told={told} />}
      </div>
    </li>
  );
}
