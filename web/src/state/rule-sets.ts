// Rule sets kept in this browser by name, and whether the open one is kept anywhere.
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { drop, type Keeping, keep, kept, keptNames } from '../browser-storage';
import { nameIn, withName } from '../ruleset/name';
import { editRules } from './actions';
import type { AppState } from './app-state';
import { marksOf, unsavedMarks } from './marks';
import { store, useApp } from './store';

export interface KeptRules {
  name: string;
  text: string;
  at: number;
}

const PREFIX = 'rules/';
const LAST = 'last-rules';

interface RuleSets {
  // In this browser, the newest first.
  list: KeptRules[];
  // Texts that were saved as a file in this visit.
  inFiles: ReadonlySet<string>;
}

function read(name: string): KeptRules | null {
  try {
    const { text, at } = JSON.parse(kept(PREFIX + name) ?? '');
    return typeof text === 'string' ? { name, text, at: Number(at) || 0 } : null;
  } catch {
    return null;
  }
}

const readAll = (): KeptRules[] =>
  keptNames()
    .filter((key) => key.startsWith(PREFIX))
    .flatMap((key) => read(key.slice(PREFIX.length)) ?? [])
    .sort((a, b) => b.at - a.at);

const ruleSets = createStore<RuleSets>(() => ({ list: readAll(), inFiles: new Set() }));

// Texts that were opened or kept in this visit: to keep another in their place loses nothing unknown.
const known = new Set<string>();

export const useKeptRules = (): KeptRules[] => useStore(ruleSets, ({ list }) => list);

/** Looks again: another tab may have kept or deleted some. */
export const refreshKeptRules = (): void => ruleSets.setState({ list: readAll() });

export const savedAsFile = (text: string): void =>
  ruleSets.setState(({ inFiles }) => ({ inFiles: new Set([...inFiles, text]) }));

// What was opened and not changed is where it came from.
const cameSo = new Set<string>();
store.subscribe(({ text, step }, former) => {
  if (text !== former.text && (step === null || step.key === 'step.open')) cameSo.add(text);
});

// Steps may be of other things than the rules.
const isUnsaved = ({ text, step }: Pick<AppState, 'text' | 'step'>, { list, inFiles }: RuleSets): boolean =>
  step !== null && !cameSo.has(text) && !inFiles.has(text) && !list.some((rules) => rules.text === text);

/** Whether leaving now would lose edits of the rules. */
export const unsavedNow = (): boolean => isUnsaved(store.getState(), ruleSets.getState());

export function useUnsaved(): boolean {
  const saved = useStore(ruleSets);
  return useApp((state) => isUnsaved(state, saved));
}

/** Rules kept under a name that this visit does not know, and that others would replace; null when there are none. */
export function inTheWay(name: string): KeptRules | null {
  const there = read(name);
  return there && !known.has(there.text) ? there : null;
}

function put({ name, text, at }: KeptRules): Keeping {
  const keeping = keep(PREFIX + name, JSON.stringify({ text, at }));
  refreshKeptRules();
  return keeping;
}

/** Keeps the open rules under a name, which becomes the name in the file too. */
export function keepRules(name: string): Keeping {
  const before = store.getState().text;
  const text = withName(before, name);
  const keeping = put({ name, text, at: Date.now() });
  if (keeping !== 'kept') return keeping;
  keep(LAST, name);
  known.add(text);
  if (nameIn(before) !== name) editRules(text, { key: 'step.name', values: { name } });
  return keeping;
}

/** Opens rules in place of those that are open; undo brings these back. */
export function openRules(name: string, text: string): void {
  editRules(text, { key: 'step.open', values: { name } });
}

export function openKeptRules({ name, text }: KeptRules): void {
  keep(LAST, name);
  known.add(text);
  openRules(name, text);
}

export function renameKeptRules(rules: KeptRules, name: string): Keeping {
  const keeping = put({ ...rules, name, text: withName(rules.text, name) });
  if (keeping !== 'kept') return keeping;
  if (name !== rules.name) deleteKeptRules(rules);
  if (kept(LAST) === rules.name) keep(LAST, name);
  return keeping;
}

export function deleteKeptRules({ name }: KeptRules): void {
  drop(PREFIX + name);
  refreshKeptRules();
}

export const restoreKeptRules = (rules: KeptRules): Keeping => put(rules);

/** The rules that were kept or opened last, to begin the next visit with. */
export function lastRules(): string | null {
  const name = kept(LAST);
  const rules = name === null ? null : read(name);
  if (rules) known.add(rules.text);
  return rules?.text ?? null;
}

/** The browser asks before it closes the page with edits or marks that are kept nowhere. */
export function warnBeforeLeaving(): void {
  addEventListener('beforeunload', (event) => {
    if (unsavedNow() || unsavedMarks(marksOf(store.getState()))) event.preventDefault();
  });
}
