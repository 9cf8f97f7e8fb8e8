import { Fragment, useEffect, useState } from 'react';
import { formatDate, formatNumber, formatPointsShort } from '../../../format';
import { t, textOr } from '../../../i18n';
import { handOffStage } from '../../../ruleset/hand-off';
import { fieldWords, stageWords } from '../../../ruleset/words';
import { Sentence } from '../../../ui/sentence';
import { clockWords } from './clock-words';
import type { KnownRow, Order } from './gather';
import { openingWords } from './opening';
import { personOf } from './person';
import { story } from './story';
import '../../report/document.css';
import './paper.css';

export const forms = ['cards', 'list'] as const;
export type Form = (typeof forms)[number];

export interface Sheets {
  form: Form;
  order: Order;
  rows: KnownRow[];
}

/** Sheets are there while they are printed. */
export function usePaper() {
  const [shown, setShown] = useState<Sheets | null>(null);
  useEffect(() => {
    if (!shown) return;
    const done = () => setShown(null);
    addEventListener('afterprint', done);
    print();
    return () => removeEventListener('afterprint', done);
  }, [shown]);
  return { shown, print: setShown };
}

interface LineProps {
  row: KnownRow;
  /** From 1. */
  place: number;
  order: Order;
}

function wordsOf({ row, place, order: { result, hidden } }: LineProps) {
  const { ruleset, figures } = result;
  const person = personOf(row, hidden);
  const points = [formatPointsShort(row.total), row.grade].filter(Boolean).join(' · ');
  const told = story(ruleset, row, stageWords(ruleset, handOffStage(ruleset)?.id ?? ''), figures.asOf);
  return {
    person,
    title: t('sales.print.place', { place: formatNumber(place), name: person.title }),
    points,
    told,
    clock: clockWords(row, figures.asOf),
    opening: openingWords(row, person, figures.asOf),
  };
}

function Items({ row }: { row: KnownRow }) {
  return row.checklists.map(({ id, label, items }) => (
    <section key={id}>
      <h3>{label || id}</h3>
      <ul className="paper-items">
        {items.map((item) => (
          <li key={item.id} data-known={item.known || undefined}>
            <b>{item.label || item.id}</b> {item.known ? t('sales.checklist.is_known') : item.ask}
          </li>
        ))}
      </ul>
    </section>
  ));
}

function CardOnPaper(props: LineProps) {
  const { person, title, points, told, clock, opening } = wordsOf(props);
  const { row, order } = props;
  const { ruleset } = order.result;
  return (
    <section className="paper-card">
      <header>
        <h2>{title}</h2>
        <b>{points}</b>
      </header>
      <p className="doc-more">{[person.about, clock].filter(Boolean).join(' · ')}</p>
      <ul className="paper-contact">
        {person.contact.map(({ field, value }) => (
          <li key={field}>
            {textOr(`sales.contact.${field}`, fieldWords(ruleset, field))}: <b>{value}</b>
          </li>
        ))}
      </ul>
      <p>
        <Sentence text={told} />
      </p>
      <p className="paper-opening">
        <Sentence text={opening} />
      </p>
      <Items row={row} />
      <p className="paper-notes">{t('sales.print.notes')}</p>
    </section>
  );
}

function ListOnPaper({ rows, order }: Pick<Sheets, 'rows' | 'order'>) {
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">{t('leads.lead')}</th>
          <th scope="col" className="doc-words">
            {t('sales.print.story')}
          </th>
          <th scope="col">{t('leads.total')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row, index) => {
          const { person, title, points, told, clock } = wordsOf({ row, place: index + 1, order });
          return (
            <tr key={row.id}>
              <th scope="row">
                <b>{title}</b>
                {[person.about, ...person.contact.map(({ value }) => value)].filter(Boolean).map((line) => (
                  <Fragment key={line}>
                    <br />
                    {line}
                  </Fragment>
                ))}
              </th>
              <td className="doc-words">
                <Sentence text={told} />
              </td>
              <td>
                <b>{points}</b>
                <br />
                {clock}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

/** The leads to call on paper: as cards, two on a page, or as a list. */
export function Paper({ form, order, rows }: Sheets) {
  const { ruleset, figures } = order.result;
  return (
    <article className={`document hand-off-paper ${form}`}>
      <header>
        <h1>{t('sales.print.title', { count: rows.length })}</h1>
        <p>{[ruleset.name, t('chart.as_of', { date: formatDate(figures.asOf) })].filter(Boolean).join(' · ')}</p>
      </header>
      {form === 'list' ? (
        <ListOnPaper rows={rows} order={order} />
      ) : (
        rows.map((row, index) => <CardOnPaper key={row.id} row={row} place={index + 1} order={order} />)
      )}
    </article>
  );
}
