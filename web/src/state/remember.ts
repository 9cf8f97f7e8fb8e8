// The data files on this device, with what was said of their leads by hand: never, unless the user asks for it. They are
// then kept in the browser's private file system and opened again at the next visit.
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { drop, keep, kept } from '../browser-storage';
import { type FileBytes, sizeOf } from '../engine/file-bytes';
import type { DataSource, TableSource } from '../engine/messages';
import { type Mark, marksOf, savedMarks } from './marks';
import { store } from './store';

type Tables = Extract<DataSource, { kind: 'tables' }>;

interface KeptTable {
  file: string;
  name: string;
  options: TableSource['options'];
}
/** Written last and read first: without it nothing is remembered. */
interface Contents {
  at: number;
  leads: KeptTable;
  events: KeptTable | null;
  costs?: KeptTable | null; // older contents have none
  marks?: readonly Mark[];
}

export interface Remembered {
  source: Tables;
  marks: readonly Mark[];
}

export interface Memory {
  on: boolean;
  // failed: the browser forbids it, or has no room.
  state: 'idle' | 'writing' | 'failed';
  // When the data that is kept was kept; null when there is none.
  at: number | null;
  bytes: number;
  // Whether the data on the screen was opened from here.
  opened: boolean;
}

const FOLDER = 'mqlab';
const CONTENTS = 'contents.json';

const memory = createStore<Memory>(() => ({
  on: kept('remember') === 'yes',
  state: 'idle',
  at: null,
  bytes: 0,
  opened: false,
}));
const set = memory.setState;
export const useMemory = (): Memory => useStore(memory);
export const dismissOpened = (): void => set({ opened: false });

const folder = async (): Promise<FileSystemDirectoryHandle> =>
  (await navigator.storage.getDirectory()).getDirectoryHandle(FOLDER, { create: true });

// The file of a table that is kept, which is not written again.
let files = new WeakMap<FileBytes, string>();

// One after the other: data may be forgotten, or other data opened, while some is being written.
let last: Promise<void> = Promise.resolve();
function inTurn(work: () => Promise<void>): Promise<void> {
  last = last.then(work);
  return last;
}

async function write(to: FileSystemDirectoryHandle, name: string, bytes: FileBytes): Promise<void> {
  const writable = await (await to.getFileHandle(name, { create: true })).createWritable();
  await new Blob([bytes]).stream().pipeTo(writable);
}

async function keepTable(to: FileSystemDirectoryHandle, { name, file, options }: TableSource): Promise<KeptTable> {
  const kept = files.get(file) ?? crypto.randomUUID();
  if (!files.has(file)) await write(to, kept, file);
  files.set(file, kept);
  return { file: kept, name, options };
}

const costsTable = (file: FileBytes): TableSource => ({
  name: 'costs',
  file,
  options: { map: {}, zoneMinutes: 0, headers: null },
});

async function readTable(
  from: FileSystemDirectoryHandle,
  { file: kept, name, options }: KeptTable,
): Promise<TableSource> {
  const file = await (await from.getFileHandle(kept)).getFile();
  files.set(file, kept);
  return { name, file, options };
}

const sizeOfTables = ({ leads, events, costs }: Tables): number =>
  sizeOf(leads.file) + (events ? sizeOf(events.file) : 0) + (costs ? sizeOf(costs) : 0);

async function writeData({ source, marks }: Remembered): Promise<void> {
  set({ state: 'writing' });
  try {
    const to = await folder();
    const leads = await keepTable(to, source.leads);
    const events = source.events && (await keepTable(to, source.events));
    const costs = source.costs ? await keepTable(to, costsTable(source.costs)) : null;
    const contents: Contents = { at: Date.now(), leads, events, costs, marks };
    await write(to, CONTENTS, new Blob([JSON.stringify(contents)]));
    savedMarks(marks);
    for await (const name of to.keys()) {
      if (![CONTENTS, leads.file, events?.file, costs?.file].includes(name)) await to.removeEntry(name);
    }
    set({ state: 'idle', at: contents.at, bytes: sizeOfTables(source) });
  } catch {
    set({ state: 'failed' });
  }
}

/** What was remembered, for the start of a visit; null when nothing is, or it cannot be read. */
export async function rememberedData(): Promise<Remembered | null> {
  if (!memory.getState().on) return null;
  try {
    const from = await folder();
    const contents: Contents = JSON.parse(await (await (await from.getFileHandle(CONTENTS)).getFile()).text());
    const leads = await readTable(from, contents.leads);
    const events = contents.events && (await readTable(from, contents.events));
    const costs = contents.costs ? (await readTable(from, contents.costs)).file : null;
    const source: Tables = { kind: 'tables', leads, events, costs };
    const marks = contents.marks ?? [];
    savedMarks(marks);
    set({ at: contents.at, bytes: sizeOfTables(source), opened: true });
    return { source, marks };
  } catch {
    return null;
  }
}

/** Removes what is kept of the data. The data on the screen stays until the page is closed. */
export function forgetData(): Promise<void> {
  return inTurn(async () => {
    try {
      await (await navigator.storage.getDirectory()).removeEntry(FOLDER, { recursive: true });
    } catch {
      // There was nothing.
    }
    files = new WeakMap();
    set({ at: null, bytes: 0, state: 'idle', opened: false });
  });
}

export function setRemembering(on: boolean): void {
  set({ on });
  if (!on) {
    drop('remember');
    forgetData();
    return;
  }
  keep('remember', 'yes');
  rememberNow();
}

function rememberNow(): void {
  const { source, marks } = store.getState();
  if (source?.kind === 'tables') inTurn(() => writeData({ source, marks: marksOf({ source, marks }) }));
}

/** From now on data that is opened, and what is said of its leads, is remembered, while the user wants it. */
export function followData(): void {
  store.subscribe(({ source, marks }, before) => {
    if (source?.kind !== 'tables' || !memory.getState().on) return;
    const tables = [source.leads, source.events];
    const changed =
      source === before.source ? marks !== before.marks : tables.some((table) => table && !files.has(table.file));
    if (changed) rememberNow();
  });
}

/** Of all files there are, also of those that could not be read. */
export async function rememberedBytes(): Promise<number> {
  try {
    let bytes = 0;
    const there = await (await navigator.storage.getDirectory()).getDirectoryHandle(FOLDER);
    for await (const handle of there.values()) {
      if (handle.kind === 'file') bytes += (await (handle as FileSystemFileHandle).getFile()).size;
    }
    return bytes;
  } catch {
    return 0;
  }
}
