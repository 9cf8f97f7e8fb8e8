// Pure steps from one state to the next; the effects in actions.ts end in one of these.

import type { Explanation } from '../engine/explanation';
import type { DataSource, EngineFault } from '../engine/messages';
import type { DataReport, Issue, LeadQuery, LeadRow, ScoreReport } from '../engine/protocol';
import { formatNumber } from '../format';
import { setEnabled, setPoints } from '../ruleset/edit';
import { valueAt } from '../ruleset/missing';
import { placeOf } from '../ruleset/place';
import type { Threshold } from '../ruleset/qualified';
import { readRuleset } from '../ruleset/rewrite';
import { rulePoints, ruleTitle } from '../ruleset/rule-sentence';
import type { Rule, Ruleset } from '../ruleset/ruleset';
import {
  type AppState,
  firstQuery,
  type Label,
  type LeadList,
  type Outlook,
  type Result,
  type Selection,
  type SettledResult,
  type Step,
} from './app-state';
import { noMarks } from './marks';

type Change = Partial<AppState>;

export const ROWS_A_BLOCK = 50;
export const MOST_BLOCKS = 60;

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
  // The text may be ahead of the rules that are shown, and another rule stand there by now.
  const id = placeOf(state.text, `/rules/${ruleIndex}/id`);
  if (!id || JSON.parse(state.text.slice(id.from, id.to)) !== rule.id) return {};
  const values = { rule: ruleTitle(rule), from: formatNumber(before), to: formatNumber(points) };
  return editText(state, setPoints(state.text, path, points), { key: 'step.points', values });
}

/** The rules after an edit that the engine has found no fault in: they are shown at once, before leads are scored. */
export function edited(state: AppState, text: string, issues: Issue[], step: Step): Change {
  return { ...editText(state, text, step), ...checked({ ...state, text }, text, issues) };
}

/** What the engine says of a text; it is passed over when another has taken its place. */
export function checked(state: AppState, text: string, issues: Issue[]): Change {
  if (text !== state.text || issues.some(({ severity }) => severity === 'error')) return {};
  return { issues, faulty: false, valid: { text, ruleset: readRuleset(JSON.parse(text)) } };
}

export function switchRule(state: AppState, rule: Rule, ruleIndex: number, enabled: boolean): Change {
  const step: Step = { key: enabled ? 'step.on' : 'step.off', values: { rule: ruleTitle(rule) } };
  return editText(state, setEnabled(state.text, `/rules/${ruleIndex}`, enabled), step);
}

/** Moves the line of a stage ("Marketing qualified from 60 to 55 points"). */
export function moveThreshold(state: AppState, stage: string, threshold: Threshold, points: number): Change {
  const values = { stage, from: formatNumber(threshold.points), to: formatNumber(points) };
  return editText(state, setPoints(state.text, threshold.path, points), { key: 'step.threshold', values });
}

/** The last result whose stages are known. */
export function settled(result: Result | null): SettledResult | null {
  if (!result) return null;
  return result.stages ? { ...result, stages: result.stages } : result.former;
}

/**
 * The engine's answer for the text `text`, or the part of it that is known before the stages. Without figures the former
 * result stands. A trial is not the text of the rules, only what it would lead to.
 */
export function scored(state: AppState, text: string, report: ScoreReport, trial = false): Change {
  const { figures, stages, millis } = report;
  const former = settled(state.result);
  const found = trial ? {} : { issues: report.issues, cellIssues: report.data, faulty: figures === null };
  if (!figures) return { ...found, working: false, scoring: null, result: former };
  const ruleset = readRuleset(JSON.parse(text));
  const ruleLeads = new Map(report.ruleLeads.map(({ id, leads }) => [id, leads]));
  const numEvents = state.data?.numEvents ?? 0;
  const result = { text, ruleset, figures, stages, former: stages ? null : former, ruleLeads, numEvents, millis };
  const valid = trial ? {} : { valid: { text, ruleset } };
  return { ...found, ...valid, result, ...(stages && { working: false, scoring: null }) };
}

/** New data took the place of the old, so that no result of the old is shown with it. */
export function loaded(state: AppState, source: DataSource, report: DataReport): Change {
  const list = { query: firstQuery, label: null, selection: null, blocks: new Map() };
  const lead = state.lead && { id: state.lead.id, explanation: null, outlook: null };
  return {
    source,
    origin: null,
    data: report,
    cellIssues: null,
    draft: null,
    asOf: null,
    marks: noMarks,
    list,
    lead,
    result: null,
  };
}

/** Another filter or order. The label says what `only` holds, which without it is told by their number. */
export function queried(state: AppState, change: Partial<LeadQuery>, label: Label | null = null): Change {
  const { list } = state;
  const query = { ...list.query, ...change };
  return { list: { ...list, query, label: query.only === list.query.only ? list.label : label } };
}

/** null while the row is on its way. */
export const rowAt = ({ blocks }: Pick<LeadList, 'blocks'>, index: number): LeadRow | null =>
  blocks.get(Math.floor(index / ROWS_A_BLOCK))?.[index % ROWS_A_BLOCK] ?? null;

/** Where the list has a lead, as far as its rows are there; null when they are not. */
export function rowOf({ blocks }: Pick<LeadList, 'blocks'>, id: string): number | null {
  for (const [block, rows] of blocks) {
    const index = rows.findIndex((row) => row.id === id);
    if (index >= 0) return block * ROWS_A_BLOCK + index;
  }
  return null;
}

export function selected(state: AppState, selection: Selection): Change {
  return { list: { ...state.list, selection, blocks: new Map() } };
}

/** The first block of the rows from..until that is not there; null when there is none. */
export function missingBlock({ selection, blocks }: LeadList, from: number, until: number): number | null {
  const end = Math.min(until, selection?.count ?? 0);
  for (let block = Math.floor(from / ROWS_A_BLOCK); block * ROWS_A_BLOCK < end; block++) {
    if (!blocks.has(block)) return block;
  }
  return null;
}

/** Rows came. Those that came first go when there are too many. */
export function rowsCame(state: AppState, selection: Selection, block: number, rows: LeadRow[]): Change {
  if (state.list.selection !== selection) return {};
  const kept = [...state.list.blocks].slice(-(MOST_BLOCKS - 1));
  return { list: { ...state.list, blocks: new Map([...kept, [block, rows]]) } };
}

export function explained(state: AppState, id: string, explanation: Explanation | 'unknown'): Change {
  return state.lead?.id === id ? { lead: { ...state.lead, explanation } } : {};
}

export function foreseen(state: AppState, id: string, outlook: Outlook): Change {
  return state.lead?.id === id ? { lead: { ...state.lead, outlook } } : {};
}

export function failed(fault: EngineFault): Change {
  return { fault, working: false, scoring: null };
}

/** Whether a rule has one number of points only, which then stands beside its sentence. */
export const hasOneNumber = (rule: Rule): boolean => rulePoints(rule, 0)[0]?.label === '';
