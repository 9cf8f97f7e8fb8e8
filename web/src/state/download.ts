// Files out of the page.
import { savedAsFile } from './rule-sets';
import { store } from './store';

export function saveBlob(name: string, blob: Blob): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  // The browser reads the blob after the click has been handled.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

export const save = (name: string, type: string, content: BlobPart): void =>
  saveBlob(name, new Blob([content], { type }));

/** Of a file with the rules, without its ending. */
export const rulesFileName = (name: string | undefined): string =>
  (name || 'rules').toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '-');

export function downloadRules(): void {
  const { text, valid } = store.getState();
  save(`${rulesFileName(valid?.ruleset.name)}.json`, 'application/json', text);
  savedAsFile(text);
}
