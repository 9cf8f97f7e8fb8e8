// Files and pasted cells on their way in: previewed first, and nothing is replaced until the user accepts.
import type { FileBytes } from '../engine/file-bytes';
import type { DataSource, LoadProgress, TableSource } from '../engine/messages';
import type { DataReport, Issue, IssueReport, TableOptions } from '../engine/protocol';
import { tableIn } from '../files/html-table';
import { t } from '../i18n';
import {
  choiceFrom,
  type DraftFile,
  documentKind,
  eventFiles,
  filesOf,
  hasErrors,
  type ImportOptions,
  isUntold,
  leadFiles,
  mappingOf,
  type Origin,
  withFile,
} from '../import/draft';
import type { Imported } from '../import/importer';
import type { FileChoice, Mapping } from '../import/protocol';
import { telling } from '../import/start-importer';
import { engine, fail, rescore } from './actions';
import type { Draft } from './app-state';
import { save } from './download';
import { importer, readable } from './importer';
import { laterChunks } from './later';
import { go, routeNow } from './route';
import { openRules } from './rule-sets';
import { store } from './store';
import { loaded } from './transitions';

/** What a chooser of files offers. */
export const acceptedFiles = [
  ...['.csv', '.tsv', '.txt', '.xlsx', '.xlsm', '.json', '.ndjson', '.jsonl', '.parquet', '.zip', '.gz'],
  ...['text/csv', 'text/tab-separated-values'],
];

const set = store.setState;
const get = store.getState;

const noDraft: Draft = { files: [], refusals: [], reading: false, refused: null, options: {}, mapping: null };
const draftNow = (): Draft => get().draft ?? noDraft;
const change = (next: Partial<Draft>) => set({ draft: { ...draftNow(), refused: null, ...next } });

async function understood(name: string, path: string, file: FileBytes, choice: FileChoice): Promise<DraftFile> {
  const at = await importer();
  return readable(file, async (bytes) => ({
    name,
    path,
    file: bytes,
    choice,
    reading: await at.understand({ path, file: bytes, choice }),
  }));
}

/** With what a mapping file that was opened says of it. */
async function mapped(name: string, path: string, file: FileBytes): Promise<DraftFile> {
  const plain = await understood(name, path, file, {});
  const { mapping } = draftNow();
  const choice = mapping && choiceFrom(mapping, name, plain.reading);
  return choice ? understood(name, path, plain.file, choice) : plain;
}

// A small document of ours says what it is: choices of an import, or rules.
async function documentIn(file: Blob): Promise<{ kind: 'mapping' | 'rules'; text: string } | null> {
  if (file.size > 5_000_000) return null;
  const text = await file.text().catch(() => '');
  const kind = documentKind(text);
  return kind && { kind, text };
}

async function openMapping(name: string, text: string): Promise<void> {
  const problems = await (await importer()).checkMapping(text);
  if (problems.length > 0) {
    const [{ code, path = '', line = 0, args } = { code: '', args: [] }] = problems;
    change({
      refusals: [...draftNow().refusals, { name, code: 'mapping', args: [code, path, String(line), ...args] }],
    });
    return;
  }
  const mapping: Mapping = JSON.parse(text);
  const { orphans, merge_by_email } = mapping;
  change({
    mapping,
    options: { ...(orphans && { orphans }), ...(merge_by_email !== undefined && { merge_by_email }) },
  });
  for (const { name: known, path, file } of draftNow().files) {
    change({ files: withFile(draftNow().files, await mapped(known, path, file)) });
  }
}

async function openFile(name: string, file: Blob): Promise<void> {
  const own = await documentIn(file);
  if (own?.kind === 'mapping') return openMapping(name, own.text);
  if (own?.kind === 'rules') return openRules(name, own.text);
  const at = await importer();
  const found = await readable(file, (bytes) =>
    at.open(
      name,
      bytes,
      telling(() => {}),
    ),
  );
  change({ refusals: [...draftNow().refusals, ...found.refusals] });
  for (const table of found.tables) {
    change({ files: withFile(draftNow().files, await mapped(table.name, table.path, table.file)) });
  }
}

/** Shows what the files hold. Chunks still to come are waited for: from here on nothing is asked of the network. */
export async function openFiles(files: { name: string; file: Blob }[]): Promise<void> {
  if (files.length === 0) return;
  go('/data');
  change({ reading: true, refusals: [] });
  try {
    await laterChunks();
    for (const { name, file } of files) await openFile(name, file);
  } catch (error) {
    fail(error);
  }
  const { files: found, refusals, mapping } = draftNow();
  if (found.length + refusals.length > 0 || mapping) return change({ reading: false });
  // There were rules alone.
  dropDraft();
  go('/rules');
}

/** Pasted cells: as the table that a spreadsheet gives with them, which keeps the line breaks within, else as text. */
export function openText(text: string, html = ''): void {
  const table = tableIn(html) ?? text;
  if (table.trim() !== '') openFiles([{ name: t('data.pasted'), file: new Blob([table], { type: 'text/csv' }) }]);
}

/** Looks at a file again, with something else said of it. */
export async function tellOf(file: DraftFile, said: FileChoice): Promise<void> {
  try {
    const next = await understood(file.name, file.path, file.file, { ...file.choice, ...said });
    change({ files: withFile(draftNow().files, next) });
  } catch (error) {
    fail(error);
  }
}

export const tellOfAll = (options: ImportOptions): void => change({ options: { ...draftNow().options, ...options } });

export function removeFile({ path }: DraftFile): void {
  const files = draftNow().files.filter((file) => file.path !== path);
  if (files.length > 0) change({ files });
  else dropDraft();
}

export const dropDraft = (): void => set({ draft: null });

export const originNow = (): Origin | null => get().origin;

/** Whether a draft can be used: events of nobody need the word that they are leads. */
export const isUsable = ({ files, options, reading }: Draft, origin: Origin | null): boolean => {
  const all = filesOf(files, origin);
  return !reading && all.length > 0 && (leadFiles(all).length > 0 || options.orphans === 'leads');
};

export function saveMapping(): void {
  const { files, options } = draftNow();
  save('mapping.json', 'application/json', `${JSON.stringify(mappingOf(files, options), null, 2)}\n`);
}

const nothingYet: LoadProgress = {
  phase: 'files',
  bytes: 0,
  totalBytes: 0,
  rows: 0,
  rowsASecond: 0,
  secondsLeft: null,
};

const tableOf = (name: string, file: FileBytes, headers: string[] | null): TableSource => {
  const options: TableOptions = { map: {}, zoneMinutes: 0, headers };
  return { name, file, options };
};

/** The two tables for the engine. */
function sourceOf(files: DraftFile[], { tables }: Imported): Extract<DataSource, { kind: 'tables' }> {
  const names = (some: DraftFile[]) => some.map(({ name }) => name).join(', ');
  const [leads] = leadFiles(files);
  const events = files.find((file) => file !== leads);
  if (tables) {
    const { leadHeaders, eventHeaders } = tables.report;
    return {
      kind: 'tables',
      leads: tableOf(names(leadFiles(files)) || t('data.sample_leads'), tables.leads, leadHeaders),
      events: tables.events && tableOf(names(eventFiles(files)), tables.events, eventHeaders),
      costs: tables.costs,
    };
  }
  const plain = (file: DraftFile) => tableOf(file.name, file.file, null);
  const first = leads ?? files[0];
  if (!first) throw new Error('no file');
  return { kind: 'tables', leads: plain(first), events: events ? plain(events) : null };
}

// What only the joined tables tell; the rest was told of each file.
const NEWS = [
  'duplicate_lead',
  'lead_without_id',
  'event_without_lead',
  'event_without_type',
  'event_without_time',
  'unreadable_time',
  'unreadable_month',
  'unreadable_cost',
];

/** The issues of the two tables, at the files and rows that they are from. */
async function issuesByFile(files: DraftFile[], report: DataReport): Promise<IssueReport[]> {
  const at = await importer();
  const lists: Issue[][] = files.map(() => []);
  for (const [table, found] of [
    ['leads', report.leads],
    ['events', report.events],
    ['costs', report.costs],
  ] as const) {
    const news = found?.issues.filter(({ code }) => NEWS.includes(code)) ?? [];
    const rows = news.map(({ line }) => line);
    const sources = rows.length > 0 ? await at.sourcesOf(table, rows) : [];
    news.forEach((issue, index) => {
      const [file, line] = sources[index] ?? [];
      // The rows of a lead that was touched several times are one lead.
      const touches = issue.code === 'duplicate_lead' && files[file ?? 0]?.reading.kind === 'both';
      if (file !== undefined && line !== undefined && !touches) lists[file]?.push({ ...issue, line, column: 0 });
    });
  }
  return lists.map((issues) => {
    const counts = new Map<string, number>();
    for (const { code } of issues) counts.set(code, (counts.get(code) ?? 0) + 1);
    return { issues, counts: [...counts].map(([code, count]) => ({ code, count })) };
  });
}

/** "Use this data". When it is refused, or the user cancels, what was there stays. */
export async function useDraft(): Promise<void> {
  const draft = draftNow();
  const files = filesOf(draft.files, originNow());
  if (!isUsable(draft, originNow()) || get().loading) return;
  change({});
  set({ loading: nothingYet });
  try {
    stopped = false;
    const imported = await translated(files, draft.options);
    if (!imported || stopped) return set({ loading: null });
    if (imported.files.some(hasErrors)) {
      const read = files.map((file, index) => ({ ...file, reading: imported.files[index] ?? file.reading }));
      set({ loading: null });
      return change({ files: read.reduce(withFile, draftNow().files), refused: 'files' });
    }
    const source = sourceOf(files, imported);
    const report = await engine.load(source, (loading) => set({ loading }));
    set({ loading: null });
    if (!report) return;
    if (!report.accepted) return change({ refused: report });
    const issues = imported.tables ? await issuesByFile(files, report) : [];
    const read = files.map((file, index) => ({ ...file, reading: imported.files[index] ?? file.reading }));
    set({
      ...loaded(get(), source, report),
      origin: { files: read, options: draft.options, report: imported.tables?.report ?? null, issues },
    });
    if (routeNow().screen === 'data') go('/results');
    await rescore();
  } catch (error) {
    set({ loading: null });
    fail(error);
  }
}

async function translated(files: DraftFile[], options: ImportOptions): Promise<Imported | null> {
  const at = await importer();
  const sources = files.map(({ path, file, choice }) => ({ path, file, choice }));
  const tell = telling(({ bytes, totalBytes }) => set({ loading: { ...nothingYet, bytes, totalBytes } }));
  return at.run(sources, { ...options, told: !isUntold(files) }, tell);
}

// The user cancelled while the importer had no more to drop.
let stopped = false;

export function cancelLoad(): void {
  stopped = true;
  engine.cancelLoad();
  importer().then((at) => at.cancel());
}
