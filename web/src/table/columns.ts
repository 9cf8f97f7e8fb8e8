import type { ReactNode } from 'react';

export interface Column<Row> {
  id: string;
  name: string;
  /** Pixels it needs at least. */
  width: number;
  /** Pixels beyond which more is of no use. */
  widest?: number;
  /** Its part of what is left over. */
  grow?: number;
  numeric?: boolean;
  sortable?: boolean;
  /** The higher, the sooner it goes when there is no room. */
  rank: number;
  cell: (row: Row) => ReactNode;
}

/** The columns that fit the width, in their order. */
export function fittingColumns<Row>(columns: Column<Row>[], width: number): Column<Row>[] {
  const kept = new Set<Column<Row>>();
  let used = 0;
  for (const column of columns.toSorted((a, b) => a.rank - b.rank)) {
    if (kept.size > 0 && used + column.width > width) break;
    used += column.width;
    kept.add(column);
  }
  return columns.filter((column) => kept.has(column));
}

export function gridTemplate<Row>(columns: Column<Row>[]): string {
  return columns
    .map(({ width, widest, grow }) => `minmax(${width}px, ${grow ? `${grow}fr` : `${widest ?? width}px`})`)
    .join(' ');
}
