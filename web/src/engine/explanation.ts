// Why a lead has its scores and its stage, and what would change them. Units are those of protocol.ts.
import type { Instant, LeadIndex, Millipoints } from './protocol';

export interface EventShare {
  event: number; // index in Explanation.events
  points: Millipoints;
}

// points = gross - byReset - byWindow - byLimit - byDecay - byCap
export interface RuleLine {
  id: string;
  path: string; // of the rule in the rule file, "/rules/3"
  score: string;
  group: string; // "" when none
  points: Millipoints;
  gross: Millipoints;
  byReset: Millipoints;
  byWindow: Millipoints;
  byLimit: Millipoints;
  byDecay: Millipoints;
  byCap: Millipoints;
  matched: number;
  counted: number;
  first: Instant | null;
  last: Instant | null;
  shares: EventShare[];
}

export interface GroupLine {
  id: string;
  score: string;
  sum: Millipoints;
  adjustment: Millipoints; // what min or max added
}

export interface ScoreLine {
  id: string;
  start: Millipoints;
  adjustment: Millipoints;
  value: Millipoints;
  weighted: Millipoints; // its part of the total
  band: string;
  resetAt: Instant | null;
}

export interface TraceNode {
  path: string; // of the condition in the rule file
  depth: number;
  holds: boolean;
  // Matching events, days since the last (-1 never), steps done, millipoints,
  // or parts that hold, by the kind of condition.
  have: number;
}

export type StageEvent = 'entered' | 'passed' | 'left' | 'disqualified' | 'requalified';

export interface StageStep {
  at: Instant;
  event: StageEvent;
  stage: string; // id; "" for disqualified and requalified
  by: ('behaviour' | 'fields' | 'scenario')[];
}

export interface LeadEvent {
  time: Instant;
  type: string;
  properties: { name: string; value: string }[]; // those not missing
  afterAsOf: boolean;
}

export interface Explanation {
  lead: LeadIndex;
  id: string;
  fields: { name: string; header: string; value: string }[];
  events: LeadEvent[]; // in order
  scores: ScoreLine[];
  groups: GroupLine[];
  rules: RuleLine[]; // every enabled rule
  total: Millipoints;
  grade: string;
  stage: string; // id, "" or "disqualified"
  reasons: string[];
  history: StageStep[];
  nextStage: string; // id, "" when there is none above
  next: TraceNode[]; // its enter condition, in preorder
  keptOutBy: TraceNode[]; // its leave condition, when that holds and so keeps the lead out
  fallback: { at: Instant; stage: string } | null;
}

// Each number holds from its instant until the next one. Of more than 400
// instants at which something happens, the ends, as-of and local extremes of
// the total are kept.
export interface ScoreCurve {
  at: Float64Array; // instants
  total: Float64Array; // millipoints
  scores: Float64Array[]; // one a score, in file order
  asOf: number; // index of the as-of instant in `at`
}

// One change that alone would bring a lead to its next stage.
export type Remedy =
  // So many points more as of the result's instant.
  | { kind: 'points'; score: string; points: Millipoints } // score: id, "" the total
  // So many events of a type at that instant, with at least these properties.
  // `gives` is the change of the total, 0 or more.
  | { kind: 'event'; event: string; properties: { name: string; value: string }[]; times: number; gives: Millipoints }
  // Another value of a field, as a rule file writes it (of a list the whole, with one element more); `from` is its cell
  // now, "" when missing.
  | { kind: 'field'; field: string; value: string; from: string; gives: Millipoints };
