// biome-ignore-all lint/a11y/useSemanticElements: a table element cannot hold a window of rows
import { type KeyboardEvent, useEffect, useId, useLayoutEffect, useState } from 'react';
import { t } from '../i18n';
import { type Arranged, fittingColumns, fullWidth, gridTemplate } from './columns';
import { useRowWindow } from './row-window';
import { TableHead } from './table-head';

export interface VirtualTableProps<Row> {
  label: string;
  columns: Arranged<Row>[];
  rowCount: number;
  rowHeight: number;
  /** null while the row is on its way. */
  rowAt: (index: number) => Row | null;
  /** The rows from..until are about to be seen. */
  onRange: (from: number, until: number) => void;
  onOpen: (index: number) => void;
  isOpen: (row: Row) => boolean;
  /** The row to bring into sight, when another one is opened elsewhere. */
  place: number | null;
  sort: { id: string; descending: boolean };
  onSort: (id: string) => void;
  onResize: (id: string, width: number | null) => void;
  /** Which columns there is room for. */
  onShown: (ids: string[]) => void;
}

const HEAD = 40;

/** A list of any length: only the rows in sight exist. One tab stop; arrows, Page, Home and End move, Enter opens. */
export function VirtualTable<Row>(props: VirtualTableProps<Row>) {
  const { label, columns, rowCount, rowHeight, rowAt, onRange, onOpen, isOpen, place } = props;
  const id = useId();
  const [active, setActive] = useState(0);
  const [width, setWidth] = useState(1000);
  const rows = useRowWindow(rowCount, rowHeight, HEAD);
  const { first, last } = rows;
  const current = Math.min(active, rowCount - 1);
  const [tried, setTried] = useState<{ id: string; width: number } | null>(null);
  const shown = fittingColumns(columns, width).map((column) =>
    column.id === tried?.id ? { ...column, chosenWidth: Math.max(column.least ?? column.width, tried.width) } : column,
  );
  const needed = fullWidth(shown);
  const style = { gridTemplateColumns: gridTemplate(shown), minInlineSize: needed };

  // Not only when the range changes: after another search the same range holds other rows.
  useEffect(() => {
    onRange(first, last);
  });
  const shownIds = shown.map(({ id: column }) => column).join('\n');
  const { onShown } = props;
  useEffect(() => onShown(shownIds.split('\n')), [shownIds, onShown]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: only when another row is opened
  useEffect(() => {
    if (place === null || place === current) return;
    setActive(place);
    rows.show(place);
  }, [place]);
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
      className={needed > width ? 'virtual-table wide' : 'virtual-table'}
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
      <TableHead
        columns={shown}
        style={style}
        sort={props.sort}
        onSort={props.onSort}
        onTry={(column, wanted) => setTried(wanted === null ? null : { id: column, width: wanted })}
        onResize={props.onResize}
      />
      <div className="table-body" role="rowgroup" style={{ height: rows.height, minInlineSize: needed }}>
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
