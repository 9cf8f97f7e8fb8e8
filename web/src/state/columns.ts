// The columns of the list of leads as the user wants them: a setting, kept for later visits.
import { type Keeping, keep, kept } from '../browser-storage';

/** What the user made of one column. */
export interface ColumnChoice {
  id: string;
  // null: shown when the page proposes it and there is room.
  shown: boolean | null;
  // In pixels; null: as wide as it needs.
  width: number | null;
}

const NAME = 'lead-columns';

const isChoice = (value: unknown): value is ColumnChoice => {
  if (typeof value !== 'object' || value === null) return false;
  const { id, shown, width } = value as Record<string, unknown>;
  return (
    typeof id === 'string' &&
    (shown === null || typeof shown === 'boolean') &&
    (width === null || (typeof width === 'number' && width > 0 && width < 10_000))
  );
};

/** What was kept, as far as it can be read; without a choice the page arranges the columns by itself. */
export function readColumns(text: string | null): ColumnChoice[] {
  try {
    const found: unknown = JSON.parse(text ?? '[]');
    return Array.isArray(found) ? found.filter(isChoice) : [];
  } catch {
    return [];
  }
}

export const keptColumns = (): ColumnChoice[] => readColumns(kept(NAME));

export const keepColumns = (columns: ColumnChoice[]): Keeping => keep(NAME, JSON.stringify(columns));
