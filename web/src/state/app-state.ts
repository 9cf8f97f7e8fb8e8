// All that the page knows, as one immutable value. Only `text`, `marks` and `step` are undone; the rest follows from the engine.

import type { Explanation, Remedy, ScoreCurve } from '../engine/explanation';
import type { DataSource, EngineFault, LoadProgress } from '../engine/messages';
import {
  type DataReport,
  everyLead,
  type Figures,
  type Instant,
  type Issue,
  type IssueReport,
  type LeadQuery,
  type LeadRow,
  type ScoreProgress,
  type StageFigures,
} from '../engine/protocol';
import type { Refusal } from '../files/tables-of';
import type { MessageKey, MessageValues } from '../i18n';
import type { DraftFile, ImportOptions, Origin } from '../import/draft';
import type { Mapping } from '../import/protocol';
import type { Ruleset } from '../ruleset/ruleset';
import { type ColumnChoice, keptColumns } from './columns';
import { type Marks, noMarks } from './marks';

/** What an edit of the rules did, for the undo and redo buttons. */
export interface Step {
  key: MessageKey;
  values: MessageValues;
}

/** A score with the rules that made it. */
export interface Result {
  text: string;
  ruleset: Ruleset;
  figures: Figures;
  // null while they are being updated; `former` is then the last result that had them, if there was one of this data.
  stages: StageFigures | null;
  former: SettledResult | null;
  ruleLeads: ReadonlyMap<string, number>;
  numEvents: number;
  millis: number;
}

export type SettledResult = Result & { stages: StageFigures };

/** Files that the user has given but not yet accepted. */
export interface Draft {
  files: DraftFile[];
  refusals: Refusal[];
  reading: boolean;
  // Why the last attempt to use it was refused: the files themselves say it, or the engine does.
  refused: DataReport | 'files' | null;
  options: ImportOptions;
  // What a mapping file said, for files to come.
  mapping: Mapping | null;
}

/** Which leads a list of `only` some holds, such as "18 leads that the last change brought in". */
export interface Label {
  key: MessageKey;
  values: MessageValues;
}

/** The leads that a query found in the last result that was complete. */
export interface Selection {
  query: LeadQuery;
  count: number;
}

export interface LeadList {
  query: LeadQuery;
  // Of `query.only`.
  label: Label | null;
  selection: Selection | null;
  blocks: ReadonlyMap<number, LeadRow[]>;
}

/** What comes after the explanation: how the scores went and will go, and what would bring the lead further. */
export interface Outlook {
  curve: ScoreCurve;
  remedies: Remedy[];
}

export interface OpenLead {
  id: string;
  // null while it is fetched, "unknown" when no lead has the id.
  explanation: Explanation | 'unknown' | null;
  // null until it is known; after other rules the former one until then.
  outlook: Outlook | null;
}

export interface AppState {
  text: string;
  step: Step | null;
  // Of `text`: faults and warnings. `faulty`: it has errors, and `result` is of an earlier text.
  issues: Issue[];
  faulty: boolean;
  // Of the cells that the rules read, when last scored.
  cellIssues: IssueReport | null;
  // The last text without errors.
  valid: { text: string; ruleset: Ruleset } | null;
  source: DataSource | null;
  // What it was made of; null for the sample, and for data that was remembered.
  origin: Origin | null;
  data: DataReport | null;
  asOf: Instant | null;
  marks: Marks;
  // null until the data is scored; new data takes away the result of the old.
  result: Result | null;
  working: boolean;
  // null: too short to tell of.
  scoring: ScoreProgress | null;
  // Of data on its way in; null when there is none.
  loading: LoadProgress | null;
  fault: EngineFault | null;
  draft: Draft | null;
  list: LeadList;
  columns: ColumnChoice[];
  lead: OpenLead | null;
}

export const firstQuery: LeadQuery = { ...everyLead, sort: 'total', descending: true };

export const firstState: AppState = {
  text: '',
  step: null,
  issues: [],
  faulty: false,
  cellIssues: null,
  valid: null,
  source: null,
  origin: null,
  data: null,
  asOf: null,
  marks: noMarks,
  result: null,
  working: true,
  scoring: null,
  loading: null,
  fault: null,
  draft: null,
  list: { query: firstQuery, label: null, selection: null, blocks: new Map() },
  columns: keptColumns(),
  lead: null,
};
