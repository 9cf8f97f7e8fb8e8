import { useEffect, useRef, useState } from 'react';
import type { LeadQuery } from '../../../engine/protocol';
import type { QueueRow } from '../../../engine/reports';
import { t } from '../../../i18n';
import { mark } from '../../../state/actions';
import type { SettledResult } from '../../../state/app-state';
import { marksOf } from '../../../state/marks';
import { useReport } from '../../../state/reports';
import { store } from '../../../state/store';
import { Button } from '../../../ui/button';
import { Call } from './call';
import { ClockFigures, clockRequest, SpeedCard } from './clock';
import { markInstant } from './dates';
import { NobodyWaits } from './empty';
import type { ListName } from './gather';
import { useCardKeys } from './keys';
import { JustMarked, Marked, markSteps } from './marked';
import { Paper, usePaper } from './paper';
import { personOf } from './person';
import { QueueTools } from './tools';
import type { Said } from './verdict';

const FEW = 50;

interface CallsProps {
  rows: QueueRow[];
  result: SettledResult;
  query: LeadQuery;
  hidden: boolean;
  /** Of these leads something can be said. */
  canMark: boolean;
}

/** The cards, of which one at most is open: the first, until another is. */
function Calls({ rows, result, query, hidden, canMark }: CallsProps) {
  const list = useRef<HTMLOListElement>(null);
  const [opened, setOpened] = useState<string | null>(rows[0]?.id ?? null);
  const next = useRef<string | null>(null);
  useCardKeys(list);
  // The card that had the focus is gone: the keys go on with the next.
  useEffect(() => {
    if (next.current === null) return;
    list.current?.querySelector<HTMLElement>(`[data-lead="${CSS.escape(next.current)}"] .call-head`)?.focus();
    next.current = null;
  });
  const onMark = (row: QueueRow, { type, reason, day }: Said) => {
    const place = rows.indexOf(row);
    next.current = (rows[place + 1] ?? rows[place - 1])?.id ?? null;
    setOpened(next.current);
    const at = markInstant(day, result.figures.asOf);
    mark([{ lead: row.id, at, type, reason }], { key: markSteps[type], values: { lead: personOf(row, hidden).title } });
  };
  return (
    <ol className="calls" ref={list}>
      {rows.map((row, index) => (
        <Call
          key={row.id}
          row={row}
          place={index + 1}
          result={result}
          query={query}
          hidden={hidden}
          open={row.id === opened}
          onToggle={() => setOpened(row.id === opened ? null : row.id)}
          onMark={canMark ? onMark : null}
        />
      ))}
    </ol>
  );
}

// Until the queue is told anew, those of whom something was said since.
function unsaid(rows: QueueRow[], stale: boolean): QueueRow[] {
  if (!stale) return rows;
  const said = new Set(marksOf(store.getState()).map(({ lead }) => lead));
  return rows.filter(({ id }) => !said.has(id));
}

export interface QueueTabProps {
  query: LeadQuery;
}

/** Who is to be called first, and what to say. */
export function QueueTab({ query }: QueueTabProps) {
  const [list, setList] = useState<ListName>('contactable');
  const [end, setEnd] = useState(FEW);
  const [hidden, setHidden] = useState(false);
  const { report, stale } = useReport({ report: 'queue', list, begin: 0, end }, query);
  const clock = useReport(clockRequest, query);
  const paper = usePaper();
  if (!report) return <div className="skeleton tall" aria-busy="true" />;
  const { result, answer } = report;
  const counts = report.request.list === 'contactable' ? [answer.count, answer.others] : [answer.others, answer.count];
  const [contactable = 0, anonymous = 0] = counts;
  const rows = unsaid(answer.rows, stale);
  return (
    <>
      <div className="queue">
        {clock.report && <ClockFigures report={clock.report} />}
        <QueueTools
          order={{ list, result, query, hidden }}
          counts={{ contactable, anonymous }}
          onList={(name) => {
            setList(name);
            setEnd(FEW);
          }}
          onHidden={setHidden}
          onPaper={paper.print}
        />
        <div className="queue-list">
          <JustMarked />
          {list === 'anonymous' && <p className="quiet-text">{t('sales.anonymous.what')}</p>}
          {rows.length === 0 && !stale ? (
            <NobodyWaits ruleset={result.ruleset} list={list} />
          ) : (
            <Calls
              key={report.request.list}
              rows={rows}
              result={result}
              query={query}
              hidden={hidden}
              canMark={report.request.list === 'contactable'}
            />
          )}
          {answer.count > answer.rows.length && (
            <Button onPress={() => setEnd(end + FEW)}>
              {t('sales.more', { count: Math.min(FEW, answer.count - answer.rows.length) })}
            </Button>
          )}
          {rows.length > 1 && <p className="quiet-text card-keys">{t('sales.keys')}</p>}
        </div>
        <aside className="queue-side" aria-label={t('sales.side')}>
          <Marked result={result} hidden={hidden} />
          {clock.report && <SpeedCard report={clock.report} stale={clock.stale} />}
        </aside>
      </div>
      {paper.shown && <Paper {...paper.shown} />}
    </>
  );
}
