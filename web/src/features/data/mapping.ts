// Which column is which: what the engine found, or what the user said instead.
import type { TableKind, TableOptions, TableReport } from '../../engine/protocol';

/** The columns a table cannot do without, or nearly so; the others keep the names of their headers. */
export const mappedNames = {
  leads: ['lead_id', 'email', 'created_at'],
  events: ['lead_id', 'time', 'type'],
} as const satisfies Record<TableKind, readonly string[]>;

export type MappedName = (typeof mappedNames)[TableKind][number];

/** The header of the column that is `name`, or an empty text. */
export function mappedHeader(name: string, options: TableOptions, report: TableReport): string {
  return options.map[name] ?? report.columns.find((column) => column.name === name)?.header ?? '';
}

/** An empty header says that no column is `name`. */
export function withHeader(options: TableOptions, name: string, header: string): TableOptions {
  return { ...options, map: { ...options.map, [name]: header } };
}
