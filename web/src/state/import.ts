// Files and pasted text on their way in: previewed first, and nothing is replaced until the user accepts.
import { bytesOf, type FileBytes } from '../engine/file-bytes';
import type { EngineFault, LoadProgress, TableSource } from '../engine/messages';
import type { TableOptions } from '../engine/protocol';
import { t } from '../i18n';
import { engine, fail, rescore } from './actions';
import type { Draft, DraftTable } from './app-state';
import { laterChunks } from './later';
import { go, routeNow } from './route';
import { store } from './store';
import { loaded } from './transitions';

/** What a chooser of files offers. */
export const acceptedFiles = ['.csv', '.tsv', '.txt', 'text/csv', 'text/tab-separated-values'];

const noOptions: TableOptions = { map: {}, zoneMinutes: 0, kind: null };

const set = store.setState;
const get = store.getState;

async function previewed(name: string, file: FileBytes, options: TableOptions): Promise<DraftTable> {
  const preview = await engine.call('preview', { file, options });
  return { name, file, options, preview, kind: preview.report.kind };
}

/** As `previewed`. What the engine's worker cannot read the page reads, if it can. */
async function opened(name: string, file: Blob): Promise<DraftTable> {
  try {
    return await previewed(name, file, noOptions);
  } catch (fault) {
    if ((fault as EngineFault).code !== 'unreadable_file') throw fault;
    const bytes = await bytesOf(file).catch(() => {
      throw fault;
    });
    return previewed(name, bytes, noOptions);
  }
}

/** A table takes the place of the one of its kind. */
export function withTable(tables: DraftTable[], table: DraftTable): DraftTable[] {
  return [...tables.filter(({ kind }) => kind !== table.kind), table].sort((a, b) => (a.kind < b.kind ? 1 : -1));
}

const draftNow = (): Draft => get().draft ?? { tables: [], reading: false, refused: null };

/** Shows what the files hold. Chunks still to come are waited for: from here on nothing is asked of the network. */
export async function openFiles(files: { name: string; file: Blob }[]): Promise<void> {
  if (files.length === 0) return;
  go('/data');
  set({ draft: { ...draftNow(), reading: true } });
  try {
    await laterChunks();
    for (const { name, file } of files) {
      const table = await opened(name, file);
      set({ draft: { tables: withTable(draftNow().tables, table), reading: true, refused: null } });
    }
    set({ draft: { ...draftNow(), reading: false } });
  } catch (error) {
    set({ draft: { ...draftNow(), reading: false } });
    fail(error);
  }
}

export function openText(text: string): void {
  if (text.trim() !== '') openFiles([{ name: t('data.pasted'), file: new Blob([text], { type: 'text/csv' }) }]);
}

/** Reads a table again with other options, or as the other kind. */
export async function changeTable(
  table: DraftTable,
  change: Partial<Pick<DraftTable, 'kind' | 'options'>>,
): Promise<void> {
  const { kind, options } = { ...table, ...change };
  try {
    const next = await previewed(table.name, table.file, { ...options, kind });
    const others = draftNow().tables.filter(({ file }) => file !== table.file);
    set({ draft: { tables: withTable(others, next), reading: false, refused: null } });
  } catch (error) {
    fail(error);
  }
}

export function removeTable(table: DraftTable): void {
  const tables = draftNow().tables.filter(({ file }) => file !== table.file);
  set({ draft: tables.length > 0 ? { tables, reading: false, refused: null } : null });
}

export const dropDraft = (): void => set({ draft: null });

const sourceOf = (table: DraftTable | undefined): TableSource | null =>
  table ? { name: table.name, file: table.file, options: table.options } : null;

/** The leads that the draft would be used with: its own, or those that are there when only events were given. */
export function leadsOf(draft: Draft): TableSource | null {
  const { source } = get();
  return (
    sourceOf(draft.tables.find(({ kind }) => kind === 'leads')) ?? (source?.kind === 'tables' ? source.leads : null)
  );
}

const nothingYet: LoadProgress = {
  phase: 'leads',
  bytes: 0,
  totalBytes: 0,
  rows: 0,
  rowsASecond: 0,
  secondsLeft: null,
};

/** "Use this data". When the engine refuses it, or the user cancels, what was there stays. */
export async function useDraft(): Promise<void> {
  const draft = draftNow();
  const leads = leadsOf(draft);
  if (!leads || get().loading) return;
  set({ draft: { ...draft, refused: null }, loading: nothingYet });
  try {
    const events = sourceOf(draft.tables.find(({ kind }) => kind === 'events'));
    const source = { kind: 'tables', leads, events } as const;
    const report = await engine.load(source, (loading) => set({ loading }));
    set({ loading: null });
    if (!report) return;
    if (!report.accepted) {
      set({ draft: { ...draftNow(), refused: report } });
      return;
    }
    set(loaded(get(), source, report));
    if (routeNow().screen === 'data') go('/results');
    await rescore();
  } catch (error) {
    set({ loading: null });
    fail(error);
  }
}

export const cancelLoad = (): void => engine.cancelLoad();
