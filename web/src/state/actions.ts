// What the user can do. Every action is an effect that ends in a transition; components call these and never wait.
import { EngineClient } from '../engine/client';
import type { EngineFault, Instant, LeadQuery } from '../engine/protocol';
import type { Rule } from '../ruleset/ruleset';
import { firstQuery, type Step } from './app-state';
import { go, routeNow } from './route';
import { store } from './store';
import * as to from './transitions';

export const SAMPLE = { kind: 'sample', seed: 7, leads: 5000 } as const;

export const engine = new EngineClient(async () => (await import('../engine/start-worker')).startWorker());

const set = store.setState;
const get = store.getState;

const isFault = (error: unknown): error is EngineFault =>
  typeof error === 'object' && error !== null && 'code' in error && 'message' in error;

export function fail(error: unknown): void {
  const fault: EngineFault = isFault(error) ? error : { code: 'engine_failed', message: String(error) };
  set(to.failed(fault));
  if (fault.code === 'restarted') rescore();
}

/** Scores again, then brings up to date what is shown of the leads. */
export async function rescore(): Promise<void> {
  const { text, asOf } = get();
  set({ working: true });
  try {
    const report = await engine.score({ rules: text, asOf, now: Date.now() });
    if (!report) return;
    set(to.scored(get(), text, report));
    if (!report.columns) return;
    if (get().list.selection) await selectLeads();
    const { lead } = get();
    if (lead) await explainLead(lead.id);
  } catch (error) {
    fail(error);
  }
}

/** The first thing the page does: the sample, scored by the sample rules. */
export async function start(rules: string): Promise<void> {
  if (get().text === '') replaceRules(rules);
  await openSample();
}

export async function openSample(): Promise<void> {
  set({ working: true });
  try {
    const report = await engine.load(SAMPLE);
    set(to.loaded(get(), SAMPLE, report));
    await rescore();
  } catch (error) {
    fail(error);
  }
}

function replaceRules(text: string): void {
  store.temporal.getState().pause();
  set({ text, step: null });
  store.temporal.getState().resume();
}

export function editRules(text: string, step: Step): void {
  if (text === get().text) return;
  set(to.editText(get(), text, step));
  rescore();
}

export function changePoints(ruleIndex: number, path: string, points: number): void {
  const { valid } = get();
  if (!valid) return;
  const change = to.changePoints(get(), valid.ruleset, ruleIndex, path, points);
  if (change.text === undefined) return;
  set(change);
  rescore();
}

export function switchRule(rule: Rule, ruleIndex: number, enabled: boolean): void {
  set(to.switchRule(get(), rule, ruleIndex, enabled));
  rescore();
}

export function undo(): void {
  store.temporal.getState().undo();
  rescore();
}

export function redo(): void {
  store.temporal.getState().redo();
  rescore();
}

export function setAsOf(asOf: Instant | null): void {
  set({ asOf });
  rescore();
}

export const dismissFault = (): void => set({ fault: null });

// Only the newest of several searches is shown.
let newestSearch = 0;

export async function selectLeads(): Promise<void> {
  const search = ++newestSearch;
  try {
    const selection = await engine.call('select', get().list.query);
    if (search === newestSearch) set(to.selected(get(), selection));
  } catch (error) {
    fail(error);
  }
}

export function queryLeads(change: Partial<LeadQuery>): void {
  set(to.queried(get(), change));
  selectLeads();
}

/** Opens the list of leads with this filter and no other. */
export function showLeads(filter: Partial<LeadQuery>): void {
  set(to.queried(get(), { ...firstQuery, ...filter }));
  if (get().list.selection) selectLeads();
  go('/leads');
}

const asked = new WeakMap<Uint32Array, Set<number>>();

/** Fetches the rows from..to of the list as far as they are not there. */
export function needRows(from: number, until: number): void {
  const { selection } = get().list;
  if (!selection) return;
  const blocks = asked.get(selection) ?? new Set();
  asked.set(selection, blocks);
  const last = Math.floor(Math.max(0, until - 1) / to.ROWS_A_BLOCK);
  for (let block = Math.floor(from / to.ROWS_A_BLOCK); block <= last; block++) {
    if (blocks.has(block)) continue;
    blocks.add(block);
    const leads = selection.slice(block * to.ROWS_A_BLOCK, (block + 1) * to.ROWS_A_BLOCK);
    engine.call('rows', leads).then((rows) => set(to.rowsCame(get(), selection, block, rows)), fail);
  }
}

export async function explainLead(id: string): Promise<void> {
  if (get().lead?.id !== id) set({ lead: { id, explanation: null } });
  if (!get().result) return;
  try {
    const lead = await engine.call('findLead', id);
    set(to.explained(get(), id, lead < 0 ? 'unknown' : await engine.call('explain', lead)));
  } catch (error) {
    fail(error);
  }
}

/** Follows the address: a lead's address opens that lead. */
export function followRoute(): void {
  const route = routeNow();
  if (route.screen === 'lead') explainLead(route.id);
  else if (get().lead) set({ lead: null });
}
