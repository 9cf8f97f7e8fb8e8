// Rows in the order of one of their columns.

/** What a column sorts by; null where a row has nothing there. */
export type SortKey = string | number | null;

export interface Sorting {
  column: number;
  descending: boolean;
}

const compare = (a: string | number, b: string | number): number =>
  typeof a === 'string' || typeof b === 'string' ? String(a).localeCompare(String(b)) : a - b;

/** Whatever has nothing in the column stands last; equal ones stay as they were. */
export function sortedBy<Row extends { keys: SortKey[] }>(rows: Row[], { column, descending }: Sorting): Row[] {
  const key = ({ keys }: Row): SortKey => keys[column] ?? null;
  return [...rows].sort((a, b) => {
    const [one, other] = [key(a), key(b)];
    if (one === null || other === null) return Number(one === null) - Number(other === null);
    return descending ? compare(other, one) : compare(one, other);
  });
}

/** After a press on a column: the other way round, or by that one, names from A and numbers from the greatest. */
export const sortingAfter = (now: Sorting, column: number): Sorting =>
  now.column === column ? { column, descending: !now.descending } : { column, descending: column > 0 };
