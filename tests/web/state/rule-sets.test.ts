import { beforeEach, expect, it, vi } from 'vitest';
import type { Step } from '../../../web/src/state/app-state';

/** The browser's storage, with as much room as it is given. */
function storage(room = Number.POSITIVE_INFINITY) {
  const kept = new Map<string, string>();
  return {
    kept,
    get length() {
      return kept.size;
    },
    key: (index: number) => [...kept.keys()][index] ?? null,
    getItem: (key: string) => kept.get(key) ?? null,
    removeItem: (key: string) => kept.delete(key),
    setItem: (key: string, text: string) => {
      if (text.length > room) throw new DOMException('full', 'QuotaExceededError');
      kept.set(key, text);
    },
  };
}

/** Nothing is scored here. */
class SilentWorker {
  postMessage() {}
  terminate() {}
}

const file = (name: string, points = 1) => `{ "name": "${name}", "rules": [{ "id": "a", "points": ${points} }] }`;

/** The page anew, as after a reload. */
async function visit(localStorage: unknown) {
  vi.resetModules();
  vi.stubGlobal('localStorage', localStorage);
  vi.stubGlobal('Worker', SilentWorker);
  vi.stubGlobal('navigator', { hardwareConcurrency: 2, languages: [] });
  const [ruleSets, { store }] = await Promise.all([
    import('../../../web/src/state/rule-sets'),
    import('../../../web/src/state/store'),
  ]);
  ruleSets.openRules('first', file('First'));
  const edit = (text: string) => store.setState({ text, step: { key: 'step.text', values: {} } });
  const step = (of: Step) => store.setState({ step: of });
  return { ...ruleSets, edit, step, textNow: () => store.getState().text };
}

let browser = storage();
beforeEach(() => {
  browser = storage();
});

it('keeps rules by the name in their file, and begins the next visit with them', async () => {
  const page = await visit(browser);
  page.edit(file('First', 2));
  expect(page.keepRules('Spring')).toBe('kept');
  expect(page.textNow()).toBe(file('Spring', 2));
  expect([...browser.kept.keys()].every((key) => key.startsWith('mqlab/'))).toBe(true);
  const next = await visit(browser);
  expect(next.lastRules()).toBe(file('Spring', 2));
});

it('is not misled by a step that leaves the rules alone', async () => {
  const page = await visit(browser);
  const mark = { key: 'step.sales_accepted', values: { lead: 'L1' } } as const;
  page.step(mark);
  expect(page.unsavedNow()).toBe(false);
  page.edit(file('First', 2));
  page.step(mark);
  expect(page.unsavedNow()).toBe(true);
});

it('knows whether leaving would lose an edit', async () => {
  const page = await visit(browser);
  expect(page.unsavedNow()).toBe(false);
  page.edit(file('First', 2));
  expect(page.unsavedNow()).toBe(true);
  page.keepRules('First');
  expect(page.unsavedNow()).toBe(false);
  page.edit(file('First', 3));
  expect(page.unsavedNow()).toBe(true);
  page.savedAsFile(file('First', 3));
  expect(page.unsavedNow()).toBe(false);
  page.edit(file('First', 2));
  expect(page.unsavedNow()).toBe(false);
  page.deleteKeptRules({ name: 'First', text: file('First', 2), at: 0 });
  expect(page.unsavedNow()).toBe(true);
});

it('names what keeping would replace, unless it was opened or kept in this visit', async () => {
  const before = await visit(browser);
  before.keepRules('Spring');
  const page = await visit(browser);
  expect(page.inTheWay('Spring')?.text).toBe(file('Spring'));
  expect(page.inTheWay('Autumn')).toBeNull();
  page.openKeptRules({ name: 'Spring', text: file('Spring'), at: 0 });
  expect(page.inTheWay('Spring')).toBeNull();
});

it('renames in the file too, deletes, and brings back', async () => {
  const page = await visit(browser);
  page.keepRules('Spring');
  const kept = () => [...browser.kept.keys()].filter((key) => key.startsWith('mqlab/rules/'));
  const spring = { name: 'Spring', text: file('Spring'), at: 5 };
  expect(page.renameKeptRules(spring, 'May')).toBe('kept');
  expect(kept()).toEqual(['mqlab/rules/May']);
  expect(JSON.parse(browser.kept.get('mqlab/rules/May') ?? '')).toEqual({ text: file('May'), at: 5 });
  expect((await visit(browser)).lastRules()).toBe(file('May'));
  page.deleteKeptRules(spring);
  page.deleteKeptRules({ ...spring, name: 'May' });
  expect(kept()).toEqual([]);
  page.restoreKeptRules(spring);
  expect(kept()).toEqual(['mqlab/rules/Spring']);
});

it('says when there is no room or no storage, and goes on', async () => {
  const full = await visit(storage(10));
  full.edit(file('First', 2));
  expect(full.keepRules('First')).toBe('full');
  expect(full.unsavedNow()).toBe(true);
  const forbidden = await visit(undefined);
  expect(forbidden.keepRules('First')).toBe('forbidden');
  expect(forbidden.lastRules()).toBeNull();
});

it('passes over what others have written under its names', async () => {
  browser.kept.set('mqlab/last-rules', 'Odd');
  browser.kept.set('mqlab/rules/Odd', '{ "text": 7 }');
  const page = await visit(browser);
  expect(page.lastRules()).toBeNull();
});
