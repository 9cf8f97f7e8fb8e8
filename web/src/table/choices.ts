// What the user changes of the columns. Choices for columns that other data had are kept behind.
import type { ColumnChoice } from '../state/columns';
import type { Arranged } from './columns';

type Columns = Arranged<never>[];

const choiceOf = ({ id, shown, chosenWidth }: Arranged<never>): ColumnChoice => ({ id, shown, width: chosenWidth });

function choicesOf(columns: Columns, former: ColumnChoice[]): ColumnChoice[] {
  const others = former.filter(({ id }) => !columns.some((column) => column.id === id));
  return [...columns.map(choiceOf), ...others];
}

const changed = (columns: Columns, id: string, change: Partial<Arranged<never>>): Columns =>
  columns.map((column) => (column.id === id ? { ...column, ...change } : column));

// What is in the table stays there, room or not.
const kept = (columns: Columns, shown: string[]): Columns =>
  columns.map((column) => (shown.includes(column.id) ? { ...column, shown: true } : column));

/** One more column beside those that are shown, or one less. */
export function showColumn(
  columns: Columns,
  former: ColumnChoice[],
  shown: string[],
  id: string,
  on: boolean,
): ColumnChoice[] {
  return choicesOf(changed(on ? kept(columns, shown) : columns, id, { shown: on }), former);
}

/** null: as wide as it needs. */
export function resizeColumn(
  columns: Columns,
  former: ColumnChoice[],
  shown: string[],
  id: string,
  width: number | null,
): ColumnChoice[] {
  const column = columns.find((each) => each.id === id);
  if (!column) return former;
  const least = column.least ?? column.width;
  const chosenWidth = width === null ? null : Math.min(900, Math.max(least, Math.round(width)));
  return choicesOf(changed(kept(columns, shown), id, { chosenWidth }), former);
}

/** The column changes places with the one so many places further on. */
export function moveColumn(columns: Columns, former: ColumnChoice[], id: string, by: number): ColumnChoice[] {
  const from = columns.findIndex((column) => column.id === id);
  const column = columns[from];
  const to = Math.max(0, Math.min(columns.length - 1, from + by));
  if (!column || to === from) return former;
  return choicesOf(columns.toSpliced(from, 1).toSpliced(to, 0, column), former);
}
