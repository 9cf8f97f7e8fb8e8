// What people say of leads by hand: accepted, rejected, sent back to nurture. Events with a date, which count like those
// of the files; they belong to the data on the screen, and undo takes them back.
import type { DataSource } from '../engine/messages';
import type { Instant } from '../engine/protocol';
import type { Ruleset } from '../ruleset/ruleset';
import type { AppState, Step } from './app-state';

export type MarkType = 'sales_accepted' | 'sales_rejected' | 'sent_to_nurture';

export interface Mark {
  lead: string; // its id
  at: Instant;
  type: MarkType;
  reason: string; // may be empty
}

export interface Marks {
  of: DataSource | null;
  list: readonly Mark[];
}
export const noMarks: Marks = { of: null, list: [] };

/** Those of the data on the screen. */
export const marksOf = ({ marks, source }: Pick<AppState, 'marks' | 'source'>): readonly Mark[] =>
  marks.of === source ? marks.list : [];

const quoted = (cell: string): string => `"${cell.replaceAll('"', '""')}"`;

/** As an events file, "" for none. The reason stands in the property that the rules look for it in, too. */
export function marksCsv(marks: readonly Mark[], ruleset: Ruleset | undefined): string {
  if (marks.length === 0) return '';
  const property = ruleset?.sla?.reason ?? 'reason';
  const reasons = property === 'reason' ? ['reason'] : ['reason', property];
  const rows = marks.map(({ lead, at, type, reason }) => [
    lead,
    new Date(at).toISOString(),
    type,
    ...reasons.map(() => reason),
  ]);
  return [['lead_id', 'time', 'type', ...reasons], ...rows].map((row) => `${row.map(quoted).join(',')}\n`).join('');
}

// Marks never change, so that they are known again.
const inFiles = new WeakSet<Mark>();

export function savedMarks(marks: readonly Mark[]): void {
  for (const mark of marks) inFiles.add(mark);
}

/** Whether some of these were not saved in this visit. */
export const unsavedMarks = (marks: readonly Mark[]): boolean => marks.some((mark) => !inFiles.has(mark));

export function withMarks(state: AppState, more: readonly Mark[], step: Step): Partial<AppState> {
  return { marks: { of: state.source, list: [...marksOf(state), ...more] }, step };
}

export function withoutMarks(state: AppState, gone: readonly Mark[], step: Step): Partial<AppState> {
  return { marks: { of: state.source, list: marksOf(state).filter((mark) => !gone.includes(mark)) }, step };
}
