// What the user can do. Every action is an effect that ends in a transition; components call these and never wait.
import { EngineClient } from '../engine/client';
import type { DataSource, EngineFault } from '../engine/messages';
import type { Instant, Issue, LeadQuery, ScoreReport } from '../engine/protocol';
import { setPoints } from '../ruleset/edit';
import type { Threshold } from '../ruleset/qualified';
import { type Change as RuleChange, rewrite } from '../ruleset/rewrite';
import type { Condition, Rule } from '../ruleset/ruleset';
import { firstQuery, type Label, type Step } from './app-state';
import { type ColumnChoice, keepColumns } from './columns';
import { type Mark, marksCsv, marksOf, withMarks, withoutMarks } from './marks';
import type { Remembered } from './remember';
import { go, openLead, routeNow } from './route';
import { store } from './store';
import * as to from './transitions';

export const SAMPLE = { kind: 'sample', seed: 7, leads: 5000 } as const;

// The page and the browser's reading of files keep a core each: with two, a load took half as long again. Each partner takes
// memory for its share of the data, and more than three gain little.
const PARTNERS = Math.min(3, navigator.hardwareConcurrency - 2);

export const engine = new EngineClient(async () => (await import('../engine/start-worker')).startWorker(), PARTNERS);

const set = store.setState;
const get = store.getState;

const isFault = (error: unknown): error is EngineFault =>
  typeof error === 'object' && error !== null && 'code' in error && 'message' in error;

export function fail(error: unknown): void {
  const fault: EngineFault = isFault(error) ? error : { code: 'engine_failed', message: String(error) };
  set(to.failed(fault));
  if (fault.code === 'restarted') rescore();
}

let newestScore = 0;

/** Says something of leads by hand; they are scored with it. */
export function mark(marks: readonly Mark[], step: Step): void {
  set(withMarks(get(), marks, step));
  rescore();
}

export function unmark(marks: readonly Mark[], step: Step): void {
  set(withoutMarks(get(), marks, step));
  rescore();
}

// null when a newer score overtook this one, which then never shows.
async function scoreText(text: string, trial: boolean): Promise<ScoreReport | null> {
  const number = ++newestScore;
  const show = (report: ScoreReport) => set(to.scored(get(), text, report, trial));
  set({ working: true });
  try {
    const marks = marksCsv(marksOf(get()), get().valid?.ruleset);
    if (marks !== engine.added) await engine.addEvents(marks);
    const report = await engine.score({ rules: text, asOf: get().asOf, now: Date.now() }, (news) => {
      if (number !== newestScore) return;
      set({ scoring: news.progress });
      if (news.report) show(news.report);
    });
    if (!report || number !== newestScore) return null;
    show(report);
    return report;
  } catch (error) {
    fail(error);
    return null;
  }
}

/** Scores again, then brings up to date what is shown of the leads. */
export async function rescore(): Promise<void> {
  const report = await scoreText(get().text, false);
  if (!report?.figures) return;
  if (get().list.selection) await selectLeads();
  const { lead } = get();
  if (lead) await explainLead(lead.id);
}

/** The first thing the page does: the sample, or what was remembered of an earlier visit, is scored. */
export async function start(rules: string, remembered: Remembered | null): Promise<void> {
  if (get().text === '') replaceRules(rules);
  if (!remembered || !(await openSource(remembered.source, remembered.marks))) await openSample();
}

export const openSample = (): Promise<boolean> => openSource(SAMPLE);

/** Loads a sample, or tables that were accepted before, with what was said of their leads. false: what was there stays. */
export async function openSource(source: DataSource, marks: readonly Mark[] = []): Promise<boolean> {
  set({ working: true });
  try {
    const report = await engine.load(source);
    if (!report?.accepted) {
      if (report) set({ working: false }); // else another load goes on
      return false;
    }
    notUndone(() => set({ ...to.loaded(get(), source, report), marks: { of: source, list: marks } }));
    await rescore();
    return true;
  } catch (error) {
    fail(error);
    return false;
  }
}

/** A change that is no step of its own for undo. */
function notUndone(change: () => void): void {
  store.temporal.getState().pause();
  change();
  store.temporal.getState().resume();
}

const replaceRules = (text: string): void => notUndone(() => set({ text, step: null }));

export function editRules(text: string, step: Step): void {
  if (text === get().text) return;
  set(to.editText(get(), text, step));
  rescore();
}

let edits: Promise<unknown> = Promise.resolve();

/**
 * Changes the rules unless that would leave a fault in them; the faults are the answer, and none when it was done. Edits
 * are made one after the other, each on what the former left.
 */
export function changeRules(change: RuleChange, step: Step): Promise<Issue[]> {
  const edit = edits.then(() => makeEdit(change, step));
  edits = edit;
  return edit;
}

async function makeEdit(change: RuleChange, step: Step): Promise<Issue[]> {
  try {
    for (;;) {
      const { text, faulty } = get();
      if (faulty) return [];
      const next = rewrite(text, change);
      if (next === text) return [];
      const { issues } = await engine.call('check', next);
      const faults = issues.filter(({ severity }) => severity === 'error');
      if (faults.length > 0) return faults;
      if (get().text !== text) continue;
      set(to.edited(get(), next, issues, step));
      rescore();
      return [];
    }
  } catch (error) {
    fail(error);
    return [];
  }
}

// Shows the rules of another text at once, where scoring takes a while.
async function checkRules(): Promise<void> {
  const { text } = get();
  try {
    const { issues } = await engine.call('check', text);
    set(to.checked(get(), text, issues));
  } catch (error) {
    fail(error);
  }
}

/** The commonest values of a field, to begin a rule with; none where they cannot be told. */
export async function topValues(field: string): Promise<string[]> {
  try {
    return (await engine.call('values', 'field', field, '', 3)).map(({ value }) => value);
  } catch {
    return [];
  }
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

/** Shows what another line of a stage would lead to; null takes that back. */
export function tryThreshold(threshold: Threshold, points: number | null): void {
  if (points === null) rescore();
  else scoreText(setPoints(get().text, threshold.path, points), true);
}

export function moveThreshold(stage: string, threshold: Threshold, points: number): void {
  set(to.moveThreshold(get(), stage, threshold, points));
  rescore();
}

export function undo(): void {
  store.temporal.getState().undo();
  checkRules();
  rescore();
}

export function redo(): void {
  store.temporal.getState().redo();
  checkRules();
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
    const { query } = get().list;
    const count = await engine.call('select', query);
    if (search === newestSearch) set(to.selected(get(), { query, count }));
  } catch (error) {
    fail(error);
  }
}

export function queryLeads(change: Partial<LeadQuery>): void {
  set(to.queried(get(), change));
  selectLeads();
}

/** Opens the list of leads with this filter and no other; the label says which leads those of `only` are. */
export function showLeads(filter: Partial<LeadQuery>, label?: Label): void {
  set(to.queried(get(), { ...firstQuery, ...filter }, label));
  if (get().list.selection) selectLeads();
  go('/leads');
}

let range = { from: 0, until: 0 };
let fetching = false;

/** What is wrong with a condition that leads are to be filtered by. */
export async function conditionFaults(condition: Condition): Promise<Issue[]> {
  try {
    const { issues } = await engine.call('checkCondition', JSON.stringify(condition));
    return issues.filter(({ severity }) => severity === 'error');
  } catch (error) {
    fail(error);
    return [];
  }
}

export function setColumns(columns: ColumnChoice[]): void {
  set({ columns });
  keepColumns(columns);
}

async function fetchBlock(block: number): Promise<void> {
  const { selection } = get().list;
  if (!selection) return;
  const first = block * to.ROWS_A_BLOCK;
  const rows = await engine.call('rows', selection.query, first, first + to.ROWS_A_BLOCK);
  set(to.rowsCame(get(), selection, block, rows));
}

/** Fetches the rows from..until of the list as far as they are not there: one block at a time, always the newest wish. */
export async function needRows(from: number, until: number): Promise<void> {
  range = { from, until };
  if (fetching) return;
  fetching = true;
  try {
    for (;;) {
      const block = to.missingBlock(get().list, range.from, range.until);
      if (block === null) return;
      await fetchBlock(block);
    }
  } catch (error) {
    fail(error);
  } finally {
    fetching = false;
  }
}

/** Opens the lead so many places further down the list than the one that is open. */
export async function stepLead(by: number): Promise<void> {
  const { list, lead } = get();
  const place = lead && to.rowOf(list, lead.id);
  if (place === null) return;
  const next = place + by;
  try {
    const missing = to.missingBlock(list, next, next + 1);
    if (missing !== null) await fetchBlock(missing);
    const row = to.rowAt(get().list, next);
    if (row) openLead(row.id);
  } catch (error) {
    fail(error);
  }
}

// Only the newest of several explanations is shown.
let newestLead = 0;

export async function explainLead(id: string): Promise<void> {
  if (get().lead?.id !== id) set({ lead: { id, explanation: null, outlook: null } });
  if (!get().result) return;
  const asked = ++newestLead;
  try {
    const lead = await engine.call('findLead', id);
    const explanation = lead < 0 ? 'unknown' : await engine.call('explain', lead);
    if (asked !== newestLead) return;
    set(to.explained(get(), id, explanation));
    if (lead < 0) return;
    const [curve, remedies] = await Promise.all([engine.call('scoreCurve', lead), engine.call('remedies', lead)]);
    if (asked === newestLead) set(to.foreseen(get(), id, { curve, remedies }));
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
