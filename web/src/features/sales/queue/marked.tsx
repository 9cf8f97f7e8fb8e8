import { formatDate } from '../../../format';
import { t } from '../../../i18n';
import { undo, unmark } from '../../../state/actions';
import type { SettledResult } from '../../../state/app-state';
import { save } from '../../../state/download';
import { type Mark, marksCsv, marksOf, savedMarks } from '../../../state/marks';
import { useMemory } from '../../../state/remember';
import { leadHref } from '../../../state/route';
import { useApp } from '../../../state/store';
import { Button } from '../../../ui/button';
import { Icon } from '../../../ui/icon';
import { useNames } from '../names';

export const markSteps = {
  sales_accepted: 'step.sales_accepted',
  sales_rejected: 'step.sales_rejected',
  sent_to_nurture: 'step.sent_to_nurture',
} as const;

/** What was just said of a lead, with a way back. */
export function JustMarked() {
  const step = useApp((state) => state.step);
  const some = useApp((state) => marksOf(state).length > 0);
  const shown = some && step && Object.values<string>(markSteps).includes(step.key) ? step : null;
  return (
    <div role="status">
      {shown && (
        <div className="note good">
          <Icon name="check" />
          <p>{t(shown.key, shown.values)}</p>
          <Button icon="undo" onPress={undo}>
            {t('header.undo')}
          </Button>
        </div>
      )}
    </div>
  );
}

function MarkRow({ mark, name }: { mark: Mark; name: string }) {
  const { lead, at, type, reason } = mark;
  const what = t(`sales.mark.${type}`);
  return (
    <li>
      <span>
        <a href={leadHref(lead)}>{name}</a> <b>{what}</b>
        <small>{[formatDate(at), reason].filter(Boolean).join(' · ')}</small>
      </span>
      <Button
        look="quiet"
        icon="close"
        aria-label={t('sales.mark.remove', { lead: name, what })}
        onPress={() => unmark([mark], { key: 'step.unmarked', values: { lead: name } })}
      />
    </li>
  );
}

/** All that was said by hand; single marks can be taken away, and all be saved as events. */
export function Marked({ result, hidden }: { result: SettledResult; hidden: boolean }) {
  const source = useApp((state) => state.source);
  const marks = marksOf({ marks: useApp((state) => state.marks), source });
  const memory = useMemory();
  const kept = memory.on && memory.state !== 'failed' && source?.kind === 'tables';
  const nameOf = useNames([...new Set(marks.map(({ lead }) => lead))], hidden);
  if (marks.length === 0) return null;
  return (
    <section className="card marked" aria-labelledby="marked-title">
      <h2 id="marked-title">{t('sales.marked', { count: marks.length })}</h2>
      <p className="quiet-text">{t(kept ? 'sales.marked.kept' : 'sales.marked.what')}</p>
      <ul>
        {marks.toReversed().map((mark) => (
          <MarkRow key={`${mark.lead} ${mark.type} ${mark.at}`} mark={mark} name={nameOf(mark.lead).title} />
        ))}
      </ul>
      <Button
        icon="download"
        onPress={() => {
          save('sales-marks.csv', 'text/csv;charset=utf-8', marksCsv(marks, result.ruleset));
          savedMarks(marks);
        }}
      >
        {t('sales.marked.save')}
      </Button>
    </section>
  );
}
