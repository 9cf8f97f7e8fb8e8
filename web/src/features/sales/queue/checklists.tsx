import type { LeadIndex, LeadQuery } from '../../../engine/protocol';
import type { Card } from '../../../engine/reports';
import { t } from '../../../i18n';
import { useReport } from '../../../state/reports';
import { termOfStage } from '../../../terms';
import { Icon } from '../../../ui/icon';
import { TermOr } from '../../../ui/term';

function Checklist({ list: { label, id, needed, known, complete, items } }: { list: Card['checklists'][number] }) {
  const name = label || id;
  return (
    <section className="checklist">
      <h3>
        <TermOr id={termOfStage(name)}>{name}</TermOr>{' '}
        <small className={complete ? 'good' : undefined}>
          {t(complete ? 'sales.checklist.complete' : 'sales.checklist.known', { known, needed, all: items.length })}
        </small>
      </h3>
      <ul>
        {items.map((item) => (
          <li key={item.id} data-known={item.known || undefined}>
            <Icon name={item.known ? 'check' : 'help'} />
            <span>
              <b>{item.label || item.id}</b>{' '}
              {item.known ? t('sales.checklist.is_known') : item.ask || t('sales.checklist.ask')}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What is known of a lead for a call, and what to ask. */
export function Checklists({ lead, query }: { lead: LeadIndex; query: LeadQuery }) {
  const { report } = useReport({ report: 'card', lead }, query);
  if (!report) return <div className="skeleton" aria-busy="true" />;
  return report.answer.checklists.map((list) => <Checklist key={list.id} list={list} />);
}
