import type { ReactNode } from 'react';
import type { ColumnChoice } from '../state/columns';

export interface Column<Row> {
  id: string;
  name: string;
  /** Pixels it needs at least. */
  width: number;
  /** Pixels below which the user cannot make it, else `width`. */
  least?: number;
  /** Pixels beyond which more is of no use. */
  widest?: number;
  /** Its part of what is left over. */
  grow?: number;
  numeric?: boolean;
  sortable?: boolean;
  /** Shown unless the user has it otherwise. */
  proposed: boolean;
  /** The higher, the sooner it goes when there is no room. */
  rank: number;
  cell: (row: Row) => ReactNode;
}

/** A column as the user has it. */
export interface Arranged<Row> extends Column<Row> {
  shown: boolean | null;
  chosenWidth: number | null;
}

/** In the user's order. A column that the user has never seen comes after the one it is proposed after. */
export function arrange<Row>(columns: Column<Row>[], choices: ColumnChoice[]): Arranged<Row>[] {
  const arranged: Arranged<Row>[] = [];
  for (const { id, shown, width } of choices) {
    const column = columns.find((each) => each.id === id);
    if (column && !arranged.some((each) => each.id === id)) arranged.push({ ...column, shown, chosenWidth: width });
  }
  for (const [index, column] of columns.entries()) {
    if (arranged.some(({ id }) => id === column.id)) continue;
    const before = arranged.findIndex(({ id }) => id === columns[index - 1]?.id);
    arranged.splice(before + 1, 0, { ...column, shown: null, chosenWidth: null });
  }
  return arranged;
}

export const widthOf = <Row>({ chosenWidth, width }: Arranged<Row>): number => chosenWidth ?? width;

/** The columns to show, in their order: those that the user wants, and of those proposed the ones that still fit. */
export function fittingColumns<Row>(columns: Arranged<Row>[], width: number): Arranged<Row>[] {
  const kept = new Set(columns.filter(({ shown }) => shown));
  let used = 0;
  for (const column of kept) used += widthOf(column);
  const others = columns.filter(({ shown, proposed }) => shown === null && proposed);
  for (const column of others.sort((a, b) => a.rank - b.rank)) {
    if (kept.size > 0 && used + widthOf(column) > width) break;
    used += widthOf(column);
    kept.add(column);
  }
  return columns.filter((column) => kept.has(column));
}

export const fullWidth = <Row>(columns: Arranged<Row>[]): number =>
  columns.reduce((sum, column) => sum + widthOf(column), 0);

export function gridTemplate<Row>(columns: Arranged<Row>[]): string {
  return columns
    .map(({ width, widest, grow, chosenWidth }) => {
      if (chosenWidth !== null) return `${chosenWidth}px`;
      return `minmax(${width}px, ${grow ? `${grow}fr` : `${widest ?? width}px`})`;
    })
    .join(' ');
}
