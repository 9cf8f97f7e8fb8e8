// Files out of the page.
import { engine, fail } from './actions';
import { savedAsFile } from './rule-sets';
import { store } from './store';

export function save(name: string, type: string, content: BlobPart): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([content], { type }));
  link.download = name;
  link.click();
  // The browser reads the blob after the click has been handled.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

/** The scored leads as CSV, safe for spreadsheets. */
export async function downloadScores(): Promise<void> {
  try {
    const bytes = await engine.call('exportCsv');
    save('scored-leads.csv', 'text/csv;charset=utf-8', bytes as Uint8Array<ArrayBuffer>);
  } catch (error) {
    fail(error);
  }
}

export function downloadRules(): void {
  const { text, valid } = store.getState();
  const name = (valid?.ruleset.name ?? 'rules').toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '-');
  save(`${name}.json`, 'application/json', text);
  savedAsFile(text);
}
