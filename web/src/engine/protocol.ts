// What the engine can do, as the WebAssembly module offers it to the worker. Types
// only; messages.ts says what of it the page may ask. Points are numbers of thousandths ("millipoints"), instants are
// milliseconds since 1970 UTC, leads are indexes in file order.

import type { Explanation, Remedy, ScoreCurve } from './explanation';

export type Millipoints = number;
export type Instant = number;
export type LeadIndex = number;

// A located finding about input; texts are in the message catalogue under
// `issue.<code>` and `issue.<code>.remedy`, with the arguments {0}, {1}...
export interface Issue {
  code: string;
  severity: 'error' | 'warning';
  // In a rule file a JSON pointer; in a table the header of the column.
  path: string;
  // Rule file: line and column of the text. Table: number of the data row (0
  // the header) and of the column. 0: not known.
  line: number;
  column: number;
  args: string[];
}

// At most 1,000 issues of a code are kept; `counts` has them all.
export interface IssueReport {
  issues: Issue[];
  counts: { code: string; count: number }[];
}

export type FieldType = 'text' | 'number' | 'boolean' | 'instant' | 'list';
export type TableKind = 'leads' | 'events';

export interface TableOptions {
  // Canonical name ("lead_id", "time", "type", any field) -> header; "" says that no column is that.
  map: Record<string, string>;
  // Minutes east of UTC of times that name no zone.
  zoneMinutes: number;
  // Of a table that the importer wrote: what its columns are called in the files. null for any other.
  headers: string[] | null;
}

export interface ColumnReport {
  header: string;
  name: string;
  type: FieldType;
  cells: number; // not missing
  samples: string[];
}

export interface TableReport extends IssueReport {
  kind: TableKind;
  delimiter: string;
  skippedRows: number; // before the header
  rows: number;
  kept: number;
  leftOut: number;
  duplicates: number;
  numbered: boolean; // no id column: ids are row numbers
  columns: ColumnReport[];
}

// So many of a table's first bytes settle what its columns are called.
export const HEAD_BYTES = 1024 * 1024 + 1;

export interface DataReport {
  leads: TableReport;
  events: TableReport | null;
  // Whether the new data took the place of the old; not when there are errors.
  accepted: boolean;
  numLeads: number;
  numEvents: number; // joined to a lead
  orphans: number;
  // Headers that rules may name.
  fields: string[];
  properties: string[];
  eventTypes: { type: string; count: number }[];
  newestEvent: Instant | null;
  // Of the costs that came with the data, if any.
  costs?: IssueReport;
}

export const NO_STAGE = -1;
export const DISQUALIFIED = -2;

// All that is known as of the instant: leads by their total, range i being
// from + i * width <= total < from + (i + 1) * width.
export interface Figures {
  asOf: Instant;
  numLeads: number;
  from: Millipoints;
  width: Millipoints;
  leads: Uint32Array;
}

// What depends on the whole life of each lead.
export interface StageFigures {
  leads: Uint32Array[]; // a stage: its leads in the same ranges
  reachedCounts: number[]; // leads that ever entered the stage
  nowCounts: number[]; // leads that stand in it
  withoutStage: number;
  disqualified: number;
}

// The issues are those of the rule file.
export interface ScoreReport extends IssueReport {
  // About the cells and events that the rules read.
  data: IssueReport;
  // null when the rules, or the points they give, have errors: the former
  // result stands.
  figures: Figures | null;
  stages: StageFigures | null; // null too while they are not yet known
  // Points each enabled rule gave: leads with other than 0 points.
  ruleLeads: { id: string; leads: number }[];
  millis: number; // spent in the engine
}

export interface ScoreProgress {
  phase: 'numbers' | 'stages' | 'done';
  done: number; // of the phase, from 0 to 1
}

export interface ScoreRequest {
  rules: string; // the rule file
  asOf: Instant | null; // null: the newest event, or `now`
  now: Instant; // the page's clock, used when there are no events
}

// What a trial found, seen from the result.
export interface Crossing {
  gained: number; // leads that stand at the stage or above it in the result, but not in the trial
  lost: number; // in the trial, but not in the result
  // These leads, all of them, in lead order.
  leadsGained: Uint32Array;
  leadsLost: Uint32Array;
}

// Leads by one score, in ranges as those of Figures.
export interface Distribution {
  from: Millipoints;
  width: Millipoints;
  leads: Uint32Array;
}

// Leads by their bands of two scores, row after row: a row a band of the first score and a last one for no band, a
// column a band of the second likewise.
export interface BandGrid {
  leads: Uint32Array;
  qualified: Uint32Array; // those of them that stand at the stage or above it
}

// Leads of which little is known.
export interface Quiet {
  noEvents: number; // up to the instant
  missing: number[]; // leads without a cell, by field of DataReport.fields
}

// A text that cells of a column have, and how many of them.
export interface ColumnValue {
  value: string;
  count: number;
}

export type SortBy = 'input' | 'id' | 'total' | 'score' | 'grade' | 'stage' | 'lastEvent' | 'field';

export interface ScoreRange {
  score: number;
  from: Millipoints | null; // from <= value < to
  to: Millipoints | null;
}

// A lead has to pass every filter that is given.
export interface LeadQuery {
  search: string;
  stages: number[]; // empty: all
  totalFrom: Millipoints | null;
  totalTo: Millipoints | null;
  scores: ScoreRange[];
  // A condition of the rule file as JSON, "" for none: holds as of the result's instant, with the names, bands and
  // stages of the result's rules. One with errors finds no lead; checkCondition tells them.
  where: string;
  rule: string; // the id of a rule that gives a lead other than 0 points; "": any
  only: Uint32Array | null; // lead indexes in any order; null: all
  noEvents: boolean; // only leads without any event up to the instant
  sort: SortBy;
  sortIndex: number; // which score or field
  descending: boolean;
}

export type LeadFilter = Omit<LeadQuery, 'search' | 'sort' | 'sortIndex' | 'descending'>;

export const noFilter: LeadFilter = {
  stages: [],
  totalFrom: null,
  totalTo: null,
  scores: [],
  where: '',
  rule: '',
  only: null,
  noEvents: false,
};

/** In the order of the file. */
export const everyLead: LeadQuery = { search: '', ...noFilter, sort: 'input', sortIndex: 0, descending: false };

export interface LeadRow {
  lead: LeadIndex;
  id: string;
  cells: string[]; // one a field, "" when missing
  scores: Millipoints[];
  total: Millipoints;
  grade: string;
  stage: number;
  lastEvent: Instant | null;
}

// CSV: a header, then a row a lead. NDJSON: an object a line, numbers as numbers, null when missing, times ISO, lists as
// lists. HTML: rows of a table.
export type RowFormat = 'csv' | 'ndjson' | 'html';

export interface RowColumn {
  // "lead_id", "score:ID", "total", "grade", "stage", "disqualified" (the reasons), "reached_<stage>" or "field:NAME".
  name: string;
  header: string; // "": its own
  stages: string[]; // of "stage", in place of ids: of each stage, of disqualified, of none; or none
  hidden: boolean; // shown as writeRows is given it
}

export interface RowOptions {
  format: RowFormat;
  columns: RowColumn[]; // none: all there are
  delimiter: string; // of CSV: one character
  crlf: boolean;
  decimalComma: boolean; // of points, not in NDJSON
  safe: boolean; // of CSV and HTML: text is nothing that a spreadsheet takes for a formula
}

export interface Rows {
  leads: number;
  headers: string[]; // no two are the same
  types: FieldType[];
}

// Every method may also throw; memory that ran out is an Error named
// out_of_memory, after which the engine lives on.
export interface EngineApi {
  loadSample(seed: number, leads: number): DataReport;

  // New data in pieces: those of the leads, endTable until it is true, those of
  // the events likewise, endLoad. What was loaded stays until a report accepts
  // the new; all else may be called in between.
  beginLoad(leads: TableOptions, events: TableOptions | null): void;
  // Whether a table is being read or comes next. false before all were given:
  // there is no use in going on, endLoad says why.
  expectsTable(): boolean;
  // A view of the engine's own memory for the next bytes, good until the next
  // call; empty when no table is expected.
  prepare(size: number): Uint8Array;
  commit(size: number): void; // that many of these bytes are there
  // In place of the next bytes, where a row starts, what another engine has
  // packed of them. That one needs the first HEAD_BYTES of the table; it gives
  // null when they have to come as they are: rows that are not plain.
  takesPacked(): boolean;
  takePacked(packed: Uint8Array): void;
  beginPacking(kind: 'leads' | 'events', options: TableOptions, head: Uint8Array): void;
  pack(rows: Uint8Array): Uint8Array | null; // whole rows, with their last line feed
  endTable(): boolean; // does some milliseconds of work; true when all is done
  rowsLoaded(): number; // of the table being read
  endLoad(): DataReport;
  cancelLoad(): void;

  // Events more, in the place of those added before: the text of an events file. The next score has them.
  addEvents(csv: string): TableReport;

  // What channels cost: a table of month, channel, campaign, cost and currency, in the place of the one before; data that is
  // loaded drops it, and a sample brings its own.
  setCosts(csv: string): IssueReport;

  // A score in steps: false when the rules have errors, else scoreStep until it
  // says done. reportScore has all that is known so far.
  beginScore(request: ScoreRequest): boolean;
  scoreStep(leads: number): ScoreProgress;
  reportScore(): ScoreReport;
  cancelScore(): void;

  // A trial: what the last result, which stands, changes against other rules.
  // Leads that stand at a stage, or above it, by the one alone; the stage is an
  // id, which each side looks up in its own rules: where it is not, no lead
  // stands at it. With one rule switched off that is what the rule is worth,
  // with the text before an edit who has crossed the line.
  // In steps as a score, but of all leads by this engine alone. beginTrial is
  // false when the rules have errors, or nothing was scored since the data was
  // loaded; a new trial, score or load drops it. endTrial has null when it was
  // dropped, or the points of its rules do not fit.
  beginTrial(request: ScoreRequest, stage: string): boolean;
  trialStep(leads: number): ScoreProgress;
  endTrial(): Crossing | null;
  cancelTrial(): void;

  // Several engines can score one dataset together. The first has loaded all
  // of it and answers everything; each other has a share of the leads, scores
  // that alone, and its results are added in the first.

  // In the first, where to cut the leads: 0, then the end of the range of each
  // engine, from the first one on. Ranges of few leads may be empty.
  cuts(engines: number): number[];
  // From the next beginScore on, others have all leads from `end` on; until
  // other data is loaded. More than there are: none has any.
  ownLeads(end: LeadIndex): void;
  // A share: the range from one cut to another, in pieces of about so many
  // bytes; empty after the last. Only one share is written at a time.
  beginShare(begin: LeadIndex, end: LeadIndex): void;
  writeShare(bytes: number): Uint8Array;
  // In another, its pieces in their order. They take the place of its data and
  // of its result when they are complete; else endShare is false.
  appendShare(piece: Uint8Array): void;
  endShare(): boolean;

  // In the first, of a score under way: the instant, to be the asOf of the
  // others' requests, which are the same else.
  scoringAsOf(): Instant | null;
  // Whether scoreStep has nothing to do until more is added.
  waitsForOthers(): boolean;
  // Rules whose counts are needed of each share that is not empty. None: go on
  // without; none after the last of them was added, too.
  awaitedRules(): number[];
  // What another gave, whose share begins at this lead, in any order and at any
  // time of the score. false: not wanted, as when it belongs to a former score.
  addCounts(begin: LeadIndex, counts: Uint8Array): boolean;
  addStages(begin: LeadIndex, stages: Uint8Array): boolean;
  // In another, of its score under way or the last: empty until it has them,
  // which for counts is before its phase 'stages' and for stages when it is
  // done. Empty even then: its memory ran out.
  counts(rules: number[]): Uint8Array;
  stages(): Uint8Array;

  // The commonest cells of a column that contain `search` (case, as ever, does not count), ties by text: of a lead field
  // by DataReport.fields, or of a property by DataReport.properties, of events that belong to a lead.
  values(column: 'field' | 'property', name: string, search: string, limit: number): ColumnValue[];

  // Of the last result that is complete. Figures that are not there, of a score
  // that is not or before any result, are empty.
  distribution(score: number): Distribution;
  grid(rowScore: number, columnScore: number, fromStage: number): BandGrid;
  quiet(): Quiet;
  // Leads, in their order, that a rule gives other than 0 points in vain: without it their score would be the same,
  // because of the min or max of its group or score.
  overshadowed(rule: string): Uint32Array;
  // A report of reports.ts about the leads that a query finds, or the leads behind a number of it: a request and its
  // answer, both JSON.
  report(request: string, query: LeadQuery): string;
  checkCondition(condition: string): IssueReport; // of LeadQuery.where; paths are of its text
  select(query: LeadQuery): number; // how many leads it finds
  rows(query: LeadQuery, from: number, until: number): LeadRow[]; // of these
  explain(lead: LeadIndex): Explanation;
  // From the lead's first event or creation until it falls back or, when it
  // does not, 90 days after as-of, as if nothing more happened.
  scoreCurve(lead: LeadIndex): ScoreCurve;
  remedies(lead: LeadIndex): Remedy[]; // up to three, the nearest first
  findLead(id: string): LeadIndex; // -1 when there is none
  // The rows of the leads that a query finds, to be saved in pieces: of the last result, whatever is scored meanwhile.
  // Another beginRows drops it. writeRows has the header before row 0, and wants what stands in hidden columns, row
  // after row, in place of what hiddenCells gives.
  beginRows(query: LeadQuery, options: RowOptions): Rows;
  hiddenCells(from: number, until: number): string[];
  writeRows(from: number, until: number, hidden: string[]): Uint8Array;
  endRows(): void;

  // Only checks a rule file against the loaded data.
  check(rules: string): IssueReport;
  // The rule file in canonical form, or null when it has errors.
  format(rules: string): string | null;
}
