// Pure steps from one state to the next; the effects in actions.ts end in one of these.
import type { DataSource } from '../engine/client';
import type { DataReport, EngineFault, Explanation, LeadQuery, LeadRow, ScoreReport } from '../engine/protocol';
import { formatNumber } from '../format';
import { setEnabled, setPoints } from '../ruleset/edit';
import { valueAt } from '../ruleset/missing';
import { rulePoints, ruleTitle } from '../ruleset/rule-sentence';
import type { Rule, Ruleset } from '../ruleset/ruleset';
import { type AppState, firstQuery, type Step } from './app-state';

type Change = Partial<AppState>;

export const ROWS_A_BLOCK = 100;

/** Another text of the rules; the same text is no step. */
export function editText(state: AppState, text: string, step: Step | null): Change {
  return text === state.text ? {} : { text, step };
}

/** Changes the number at a path of the rule file, and says so ("Demo request: 15 to 20"). */
export function changePoints(
  state: AppState,
  ruleset: Ruleset,
  ruleIndex: number,
  path: string,
  points: number,
): Change {
  const rule = ruleset.rules[ruleIndex];
  const before = valueAt(ruleset, path);
  if (!rule || typeof before !== 'number' || before === points || !Number.isFinite(points)) return {};
  const values = { rule: ruleTitle(rule), from: formatNumber(before), to: formatNumber(points) };
  return editText(state, setPoints(state.text, path, points), { key: 'step.points', values });
}

export function switchRule(state: AppState, rule: Rule, ruleIndex: number, enabled: boolean): Change {
  const step: Step = { key: enabled ? 'step.on' : 'step.off', values: { rule: ruleTitle(rule) } };
  return editText(state, setEnabled(state.text, `/rules/${ruleIndex}`, enabled), step);
}

/** The engine's answer for the text `text`. Without columns the former result stands. */
export function scored(state: AppState, text: string, report: ScoreReport): Change {
  const faulty = report.columns === null;
  const change: Change = { issues: report.issues, cellIssues: report.data, faulty, working: false };
  const { columns, millis } = report;
  if (!columns) return change;
  const ruleset = JSON.parse(text) as Ruleset;
  const ruleLeads = new Map(report.ruleLeads.map(({ id, leads }) => [id, leads]));
  const numEvents = state.data?.numEvents ?? 0;
  return { ...change, valid: { text, ruleset }, result: { ruleset, columns, ruleLeads, numEvents, millis } };
}

/** New data took the place of the old, so that no result of the old is shown with it. */
export function loaded(state: AppState, source: DataSource, report: DataReport): Change {
  const list = { query: firstQuery, selection: null, blocks: new Map() };
  const lead = state.lead && { id: state.lead.id, explanation: null };
  return { source, data: report, cellIssues: null, draft: null, asOf: null, list, lead, result: null };
}

export function queried(state: AppState, change: Partial<LeadQuery>): Change {
  return { list: { ...state.list, query: { ...state.list.query, ...change } } };
}

export function selected(state: AppState, selection: Uint32Array): Change {
  return { list: { ...state.list, selection, blocks: new Map() } };
}

export function rowsCame(state: AppState, selection: Uint32Array, block: number, rows: LeadRow[]): Change {
  if (state.list.selection !== selection) return {};
  return { list: { ...state.list, blocks: new Map(state.list.blocks).set(block, rows) } };
}

export function explained(state: AppState, id: string, explanation: Explanation | 'unknown'): Change {
  return state.lead?.id === id ? { lead: { id, explanation } } : {};
}

export function failed(fault: EngineFault): Change {
  return { fault, working: false };
}

/** Whether a rule has one number of points only, which then stands beside its sentence. */
export const hasOneNumber = (rule: Rule): boolean => rulePoints(rule, 0)[0]?.label === '';
