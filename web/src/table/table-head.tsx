// biome-ignore-all lint/a11y/useSemanticElements: a table element cannot hold a window of rows
import type { CSSProperties, KeyboardEvent } from 'react';
import { t } from '../i18n';
import type { Arranged } from './columns';
import { ResizeEdge } from './resize-edge';

export interface TableHeadProps<Row> {
  columns: Arranged<Row>[];
  style: CSSProperties;
  sort: { id: string; descending: boolean };
  onSort: (id: string) => void;
  /** A width while it is tried out; null ends that. */
  onTry: (id: string, width: number | null) => void;
  /** null: as proposed. */
  onResize: (id: string, width: number | null) => void;
}

const STEP = 16;

/** The headings: a press sorts, the edge and Shift with arrows change the width. */
export function TableHead<Row>({ columns, style, sort, onSort, onTry, onResize }: TableHeadProps<Row>) {
  const onKeyDown = (event: KeyboardEvent<HTMLElement>, id: string) => {
    const by = { ArrowRight: STEP, ArrowLeft: -STEP }[event.key];
    if (!event.shiftKey || by === undefined) return;
    event.preventDefault();
    const width = event.currentTarget.parentElement?.offsetWidth ?? 0;
    onResize(id, width + by);
  };
  return (
    <div className="table-head" role="row" aria-rowindex={1} style={style} tabIndex={-1}>
      {columns.map(({ id, name, numeric, sortable }) => (
        <div
          key={id}
          role="columnheader"
          tabIndex={-1}
          className={numeric ? 'numeric' : undefined}
          aria-sort={sort.id !== id ? undefined : sort.descending ? 'descending' : 'ascending'}
        >
          {sortable ? (
            <button
              type="button"
              aria-keyshortcuts="Shift+ArrowLeft Shift+ArrowRight"
              onClick={() => onSort(id)}
              onKeyDown={(event) => onKeyDown(event, id)}
            >
              <span>{name}</span>
              <i className="sort-mark" />
            </button>
          ) : (
            name
          )}
          <ResizeEdge
            label={t('columns.edge', { column: name })}
            onTry={(width) => onTry(id, width)}
            onResize={(width) => onResize(id, width)}
          />
        </div>
      ))}
    </div>
  );
}
