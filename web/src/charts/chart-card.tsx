import { type ReactNode, Suspense, useId, useRef } from 'react';
import type { Instant } from '../engine/protocol';
import { formatNumber } from '../format';
import { t } from '../i18n';
import { ChartTools } from '../screens';
import type { TermId } from '../terms';
import { TermOr } from '../ui/term';
import type { ChartTable } from './chart-table';

export interface ChartCardProps {
  title: string;
  /** What the title is a term for. */
  term?: TermId | null;
  /** What the chart says, in a sentence. */
  summary: string;
  asOf: Instant;
  table: ChartTable;
  /** The figures are of an earlier result. */
  stale?: boolean;
  /** The chart is a table already, which needs no twin. */
  isTable?: boolean;
  /** The chart, which pictures show. */
  children: ReactNode;
  /** Below it. */
  notes?: ReactNode;
}

/** The same figures in words, for those who cannot or would not read the chart. */
export function Twin({ table: { columns, rows } }: { table: ChartTable }) {
  return (
    <details className="twin-details">
      <summary>{t('chart.as_table')}</summary>
      <table className="twin">
        <thead>
          <tr>
            {columns.map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(([name = '', ...cells], index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows have no identity but their place
            <tr key={index}>
              <th scope="row">{typeof name === 'number' ? formatNumber(name) : name}</th>
              {cells.map((cell, column) => (
                <td key={columns[column + 1]}>{typeof cell === 'number' ? formatNumber(cell) : cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}

/** A chart with its title, its summary, its table and what can be done with it. */
export function ChartCard(props: ChartCardProps) {
  const { title, term = null, summary, asOf, table, stale = false, isTable = false, children, notes } = props;
  const id = useId();
  const chart = useRef<HTMLElement>(null);
  return (
    <section className="card chart-card" aria-labelledby={id} aria-busy={stale}>
      <div className="chart-head">
        <h2 id={id}>
          <TermOr id={term}>{title}</TermOr>
        </h2>
        <Suspense fallback={<span className="chart-tools" />}>
          <ChartTools title={title} asOf={asOf} table={table} chart={chart} />
        </Suspense>
      </div>
      <p className="quiet-text">{summary}</p>
      <figure ref={chart} className={stale ? 'chart stale' : 'chart'}>
        {children}
      </figure>
      {notes}
      {!isTable && <Twin table={table} />}
    </section>
  );
}
