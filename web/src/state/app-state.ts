// All that the page knows, as one immutable value. Only `text` and `step` are undone; the rest follows from the engine.
import type { DataSource } from '../engine/client';
import type {
  DataReport,
  EngineFault,
  Explanation,
  Instant,
  Issue,
  IssueReport,
  LeadQuery,
  LeadRow,
  ScoreColumns,
  TableKind,
  TableOptions,
  TablePreview,
} from '../engine/protocol';
import type { MessageKey, MessageValues } from '../i18n';
import type { Ruleset } from '../ruleset/ruleset';

/** What an edit of the rules did, for the undo and redo buttons. */
export interface Step {
  key: MessageKey;
  values: MessageValues;
}

/** A score with the rules that made it. */
export interface Result {
  ruleset: Ruleset;
  columns: ScoreColumns;
  ruleLeads: ReadonlyMap<string, number>;
  numEvents: number;
  millis: number;
}

/** A table that the user has given but not yet accepted. */
export interface DraftTable {
  name: string;
  blob: Blob;
  kind: TableKind;
  options: TableOptions;
  preview: TablePreview;
}

export interface Draft {
  tables: DraftTable[];
  reading: boolean;
  // Why the last attempt to use it was refused.
  refused: DataReport | null;
}

export interface LeadList {
  query: LeadQuery;
  selection: Uint32Array | null;
  blocks: ReadonlyMap<number, LeadRow[]>;
}

export interface OpenLead {
  id: string;
  // null while it is fetched, "unknown" when no lead has the id.
  explanation: Explanation | 'unknown' | null;
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
  data: DataReport | null;
  asOf: Instant | null;
  // null until the data is scored; new data takes away the result of the old.
  result: Result | null;
  working: boolean;
  fault: EngineFault | null;
  draft: Draft | null;
  list: LeadList;
  lead: OpenLead | null;
}

export const firstQuery: LeadQuery = {
  search: '',
  stages: [],
  totalFrom: null,
  totalTo: null,
  sort: 'total',
  sortIndex: 0,
  descending: true,
};

export const firstState: AppState = {
  text: '',
  step: null,
  issues: [],
  faulty: false,
  cellIssues: null,
  valid: null,
  source: null,
  data: null,
  asOf: null,
  result: null,
  working: true,
  fault: null,
  draft: null,
  list: { query: firstQuery, selection: null, blocks: new Map() },
  lead: null,
};
