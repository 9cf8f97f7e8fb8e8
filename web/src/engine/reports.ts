// What the page may ask of the funnel, the hand-off, nurture and money, and what it is told: the request and the answer of
// EngineApi.report, as JSON. What the numbers mean is rules/measuring.md. Types only. Money is in thousandths, credit in
// millionths of a conversion, shares between 0 and 1, days whole or halves; a stage or lead is its index.
import type { Instant, LeadIndex, Millipoints } from './protocol';

/** Leads whose entry is in it: from <= t < until. */
export interface Period {
  from: Instant | null;
  until: Instant | null;
}
/** Every request may have it: how the clocks go that business hours are kept by; from an instant on, minutes east of UTC. */
export type Zone = [from: Instant, minutes: number][];
export type By = { field: string } | { touch: 'channel' | 'campaign' } | null;

/** A share and its 95 % interval; null of no leads. */
export interface Rate {
  of: number;
  count: number;
  share: number | null;
  low: number | null;
  high: number | null;
}

/** Days, of leads that came from one stage to another; nulls when there are none. */
export interface Durations {
  count: number;
  p25: number | null;
  median: number | null;
  p75: number | null;
  /** With those still open; null where it is not reached. */
  openMedian: number | null;
  open: number;
}

/** The Kaplan-Meier share that has converted by a day; a point for each day on which it changes. */
export interface CurvePoint {
  day: number;
  share: number;
  low: number;
  high: number;
  atRisk: number;
}

/** Groups come largest first; then "others" and "missing", which have no name. */
export interface Group {
  kind: 'all' | 'value' | 'others' | 'missing';
  name: string;
}

export interface Requests {
  stages: { report: 'stages'; period: Period; by: By };
  /** From entry (null) or a stage to a later one. */
  times: { report: 'times'; period: Period; from: string | null; to: string; by: By };
  cohorts: { report: 'cohorts'; period: Period; from: string | null; to: string };
  recorded: { report: 'recorded'; period: Period };
  /** The queue's rows [begin, end). */
  queue: { report: 'queue'; list: 'contactable' | 'anonymous'; begin: number; end: number };
  clock: { report: 'clock'; period: Period };
  /** A lead's checklists, and what is known of it for a call. */
  card: { report: 'card'; lead: LeadIndex };
  nurture: { report: 'nurture' };
  fading: { report: 'fading'; begin: number; end: number };
  channels: { report: 'channels'; period: Period; by: 'channel' | 'campaign' | 'content'; conversion: string };
  contents: { report: 'contents'; period: Period };
  checks: { report: 'checks'; period: Period };
  /** Of the MQLs of the period. */
  review: { report: 'review'; period: Period };
}
export type ReportName = keyof Requests;

export interface StageStep {
  stage: number;
  reached: number;
  now: number;
  /** Of those that reached the stage before; of the scope for the first. */
  conversion: Rate;
  /** Of the scope. */
  ofAll: Rate;
  /** Of those that did not go on: where they are. `next` went on. */
  next: number;
  waiting: number;
  fell: number;
  disqualified: number;
  /** From the stage before (from entry for the first) to this one. */
  days: Durations;
}
export interface StagesOfGroup {
  group: Group;
  leads: number;
  /** Never in any stage: waiting in none, disqualified. */
  without: { waiting: number; disqualified: number };
  recycles: number;
  recycled: number; // leads
  steps: StageStep[];
  /** Whatever lies between; null without two such stages. */
  mqlToSql: Rate | null;
  disqualified: { reason: string; leads: number }[];
  rejections: number; // leads; of their reasons the most frequent:
  rejected: { reason: string; leads: number }[];
}

export interface Times {
  group: Group;
  days: Durations;
  curve: CurvePoint[];
}

export interface Cohort {
  /** First instant of the month, UTC. */
  month: Instant;
  rate: Rate;
  maturity: number;
  /** Kaplan-Meier after 30, 60 and 90 days; null where it is not known. */
  after: (number | null)[];
}

export interface RecordedStage {
  stage: number;
  both: number;
  oursOnly: number;
  recordOnly: number;
  within: number; // a day
  earlier: number; // ours, by more than a day
  later: number;
  days: { p25: number | null; median: number | null; p75: number | null }; // positive: ours is earlier
}

export interface QueueRow {
  lead: LeadIndex;
  id: string;
  total: Millipoints;
  grade: string;
  since: Instant | null; // last came into the stage; null when it never did
  by: { behaviour: boolean; fields: boolean; scenarios: string[] };
  lastEvent: Instant | null;
  /** Values of the contact fields that are set. */
  contact: { field: string; value: string }[];
  facts: { field: string; value: string }[]; // first_name, last_name, company, job_title, industry, employees, country
  /** From when it first came into the stage; null when it never did. */
  clock: { state: 'open' | 'met' | 'missed'; due: Instant; touched: Instant | null } | null;
  /** Rules that give it most, by events and by fields. */
  acts: {
    rule: string;
    label: string;
    points: Millipoints;
    count: number;
    first: Instant;
    last: Instant;
    type: string;
    asset: string;
  }[];
  traits: { rule: string; label: string; points: Millipoints; field: string; value: string }[];
}
export interface Queue {
  count: number; // of the list
  others: number; // of the other list
  rows: QueueRow[];
}

export interface Clock {
  hours: number;
  met: number;
  missed: number;
  open: number;
  /** Median hours to the first touch. */
  medianHours: number | null;
  speeds: { upToHours: number | null; leads: number; qualified: Rate }[]; // the last: never
}

export interface Card extends QueueRow {
  checklists: {
    id: string;
    label: string;
    needed: number;
    known: number;
    complete: boolean;
    items: { id: string; label: string; known: boolean; ask: string }[];
  }[];
}

export interface NurtureReport {
  notReady: number;
  withoutTrack: number;
  tracks: {
    id: string;
    label: string;
    leads: number;
    segments: {
      step: 'awareness' | 'consideration' | 'decision';
      /** null: all content is used. */
      next: string | null;
      leads: number;
      lift: Lift | null;
    }[];
  }[];
}

export interface Fading {
  count: number;
  rows: {
    lead: LeadIndex;
    id: string;
    total: Millipoints;
    was: Millipoints;
    silentDays: number;
    lastEvent: Instant;
    stage: number;
    falls: { at: Instant; stage: number } | null;
  }[];
}

export const models = ['first', 'last', 'linear', 'u', 'w', 'full', 'decay'] as const;
export type Model = (typeof models)[number];

export interface ChannelRow {
  group: Group | { kind: 'unknown'; name: '' };
  leads: number; // first touch
  mql: number;
  sql: number;
  customers: number;
  toMql: Rate;
  toCustomer: Rate;
  /** Of the conversion asked for, by model. */
  credit: Record<Model, number>;
  revenue: Record<Model, number>;
  cost: number | null;
  /** By model; in thousandths, shares as such; null where cost or credit is missing. */
  money: Record<
    Model,
    { perLead: number | null; perMql: number | null; cac: number | null; ltv: number | null; roi: number | null }
  >;
  payback: Instant | null; // the month, by `linear`
  disagreement: number; // share of all credit
}
export interface Channels {
  currency: string;
  halfLifeDays: number;
  marginPercent: number;
  conversions: number;
  revenue: number;
  cost: number;
  /** Costs that are not in these sums. */
  otherCurrencies: { currency: string; rows: number; cost: number }[];
  costsWithoutGroup: number; // of channels that no lead came by
  rows: ChannelRow[];
}

export interface Lift {
  with: Rate;
  without: Rate;
  difference: { share: number; low: number; high: number };
  /** null when the others' rate is 0. */
  ratio: number | null;
}
export interface ContentRow {
  content: string;
  leads: number;
  /** null: fewer than 20 leads on a side. */
  mql: Lift | null;
  customer: Lift | null;
  finished: Rate | null; // webinars
}
export interface Contents {
  rows: ContentRow[];
}

export interface Check {
  check: 'too_lax' | 'too_strict' | 'disagreement' | 'bad_source' | 'unfinished' | 'going_cold';
  /** A channel or content, where it is of one. */
  name: string;
  rate: Rate;
  others: Rate | null;
}

export interface ReviewRow {
  name: string;
  kind: 'all' | 'value' | 'others' | 'missing' | 'behaviour' | 'fields' | 'both' | 'scenario';
  mqls: number;
  accepted: Rate;
  rejected: Rate;
  sql: Rate;
  opportunity: Rate;
  customer: Rate;
  open: number; // neither rejected, disqualified nor customer
  revenue: number;
}
export interface Review {
  currency: string;
  all: ReviewRow;
  channels: ReviewRow[];
  ways: ReviewRow[];
}

export interface Answers {
  stages: { groups: StagesOfGroup[] };
  times: { groups: Times[] };
  cohorts: { cohorts: Cohort[]; all: Times };
  recorded: { stages: RecordedStage[]; tooEarly: Rate; tooLate: Rate };
  queue: Queue;
  clock: Clock;
  card: Card;
  nurture: NurtureReport;
  fading: Fading;
  channels: Channels;
  contents: Contents;
  checks: { checks: Check[] };
  review: Review;
}

/** Which leads a number counts: asked in a request's `leads`, the answer is then `{ leads: number[] }`, their indexes. */
export type Cell =
  | { group: number; stage: number; set: 'reached' | 'now' | 'next' | 'waiting' | 'fell' | 'disqualified' }
  | { group: number; set: 'all' | 'recycled' | 'withoutWaiting' | 'withoutDisqualified' } // stages; group also of times
  | { group?: number; reason: string; set: 'disqualified' | 'rejected' }
  | { month: Instant; set: 'all' | 'converted' } // cohorts
  | { stage: number; set: 'both' | 'oursOnly' | 'recordOnly' | 'within' | 'earlier' | 'later' }
  | {
      set: 'tooEarly' | 'tooLate' | 'contactable' | 'anonymous' | 'met' | 'missed' | 'open' | 'withoutTrack' | 'fading';
    }
  | { track: string; step: string; next: string | null } // a segment
  | { group: number; set: 'leads' | 'mql' | 'sql' | 'customers' } // channels
  | { content: string; set: 'with' } // contents
  | { check: Check['check']; name: string; set: 'counted' | 'rest' } // of a check's rate
  | {
      row: number;
      part: 'all' | 'channels' | 'ways';
      set: 'mqls' | 'accepted' | 'rejected' | 'sql' | 'opportunity' | 'customer' | 'open';
    };
