// biome-ignore-all lint/a11y/useSemanticElements: a table element cannot hold a window of rows
import { type KeyboardEvent, useEffect, useId, useLayoutEffect, useState } from 'react';
import { t } from '../i18n';
import { type Column, fittingColumns, gridTemplate } from './columns';
import { useRowWindow } from './row-window';

export interface VirtualTableProps<Row> {
  label: string;
  columns: Column<Row>[];
  rowCount: number;
  rowHeight: number;
  /** null while the row is on its way. */
  rowAt: (index: number) => Row | null;
  /** The rows from..until are about to be seen. */
  onRange: (from: number, until: number) => void;
  onOpen: (index: number) => void;
  isOpen: (row: Row) => boolean;
  sort: { id: string; descending: boolean };
  onSort: (id: string) => void;
}

const HEAD = 40;

/** A list of any length: only the rows in sight exist. One tab stop; arrows, Page, Home and End move, Enter opens. */
export function VirtualTable<Row>(props: VirtualTableProps<Row>) {
  const { label, columns, rowCount, rowHeight, rowAt, onRange, onOpen, isOpen, sort, onSort } = props;
  const id = useId();
  const [active, setActive] = useState(0);
  const [width, setWidth] = useState(1000);
  const rows = useRowWindow(rowCount, rowHeight, HEAD);
  const { first, last } = rows;
  const current = Math.min(active, rowCount - 1);
  const shown = fittingColumns(columns, width);
  const style = { gridTemplateColumns: gridTemplate(shown) };

  // Not only when the range changes: after another search the same range holds other rows.
  useEffect(() => {
    onRange(first, last);
  });
  useLayoutEffect(() => {
    const element = rows.ref.current;
    if (!element) return;
    const observer = new ResizeObserver(() => setWidth(element.clientWidth));
    observer.observe(element);
    return () => observer.disconnect();
  }, [rows.ref]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target !== event.currentTarget) return;
    const page = rows.rowsInView;
    const steps: Record<string, number> = {
      ArrowDown: 1,
      ArrowUp: -1,
      PageDown: page,
      PageUp: -page,
      Home: -rowCount,
      End: rowCount,
    };
    const step = steps[event.key];
    if (event.key === 'Enter' && current >= 0) onOpen(current);
    else if (step === undefined) return;
    event.preventDefault();
    const next = Math.max(0, Math.min(rowCount - 1, current + (step ?? 0)));
    setActive(next);
    rows.show(next);
  };

  const indexes = Array.from({ length: Math.max(0, last - first) }, (_, n) => first + n);
  return (
    <div
      className="virtual-table"
      ref={rows.ref}
      role="grid"
      aria-label={label}
      aria-rowcount={rowCount + 1}
      aria-colcount={shown.length}
      aria-activedescendant={current >= first && current < last ? `${id}-${current}` : undefined}
      tabIndex={0}
      onScroll={rows.onScroll}
      onKeyDown={onKeyDown}
    >
      <div className="table-head" role="row" aria-rowindex={1} style={style} tabIndex={-1}>
        {shown.map((column) => (
          <div
            key={column.id}
            role="columnheader"
            tabIndex={-1}
            className={column.numeric ? 'numeric' : undefined}
            aria-sort={sort.id !== column.id ? undefined : sort.descending ? 'descending' : 'ascending'}
          >
            {column.sortable ? (
              <button type="button" onClick={() => onSort(column.id)}>
                <span>{column.name}</span>
                <i className="sort-mark" />
              </button>
            ) : (
              column.name
            )}
          </div>
        ))}
      </div>
      <div className="table-body" role="rowgroup" style={{ height: rows.height }}>
        {indexes.map((index) => {
          const row = rowAt(index);
          return (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the grid has the keys
            <div
              key={index}
              id={`${id}-${index}`}
              role="row"
              tabIndex={-1}
              aria-rowindex={index + 2}
              aria-busy={row === null}
              className={`table-row${index === current ? ' active' : ''}${row && isOpen(row) ? ' open' : ''}`}
              style={{ ...style, height: rowHeight, transform: `translateY(${rows.offset(index)}px)` }}
              onClick={() => {
                setActive(index);
                onOpen(index);
              }}
            >
              {shown.map((column) => (
                <div key={column.id} role="gridcell" tabIndex={-1} className={column.numeric ? 'numeric' : undefined}>
                  {row ? column.cell(row) : <span className="waiting-cell">{t('table.waiting')}</span>}
                </div>
              ))}
            </div>
          );
        })}
      </div>
    </div>
  );
}
