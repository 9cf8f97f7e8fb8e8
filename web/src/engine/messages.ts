// What the page and the worker send each other. Types only.
import type { Attempt } from './attempt';
import type { FileBytes } from './file-bytes';
import type {
  Crossing,
  DataReport,
  EngineApi,
  ScoreProgress,
  ScoreReport,
  ScoreRequest,
  TableOptions,
  TableReport,
} from './protocol';

/** A table as the user gave it: a file or pasted text, read again whenever the engine needs it. */
export interface TableSource {
  name: string;
  file: FileBytes;
  options: TableOptions;
}
export type DataSource =
  | { kind: 'sample'; seed: number; leads: number }
  // `costs`: of channels, a month a row, as the importer writes them.
  | { kind: 'tables'; leads: TableSource; events: TableSource | null; costs?: FileBytes | null };

export interface LoadProgress {
  phase: 'files' | 'leads' | 'events' | 'ordering';
  // Of all files together.
  bytes: number;
  totalBytes: number;
  rows: number; // of the table being read
  rowsASecond: number; // 0 when none are read
  secondsLeft: number | null; // null: too early to say
}

/** The report comes once, without stages, when these will take a while. */
export interface ScoreNews {
  progress: ScoreProgress;
  report: ScoreReport | null;
}

type Answered =
  | 'select'
  | 'rows'
  | 'explain'
  | 'scoreCurve'
  | 'remedies'
  | 'findLead'
  | 'beginRows'
  | 'hiddenCells'
  | 'writeRows'
  | 'endRows'
  | 'distribution'
  | 'grid'
  | 'quiet'
  | 'overshadowed'
  | 'report'
  | 'values'
  | 'check'
  | 'checkCondition'
  | 'format';

/** What the page may ask. A newer load or score overtakes the former, which then answers null, as does one cancelled. */
export interface WorkerApi extends Pick<EngineApi, Answered> {
  load(source: DataSource): DataReport | null;
  score(request: ScoreRequest): ScoreReport | null;
  /** Drops a load, a score and a trial under way. */
  addEvents(csv: string): TableReport;
  /** See EngineApi.beginTrial. null as well while a score is under way, or when one, a load or another trial overtakes it. */
  trial(request: ScoreRequest, stage: string): Crossing | null;
  /** Tries to reach an address from inside the engine's worker, where the page's policy must stop it. */
  tryToReach(address: string): Attempt;
}
export type Method = keyof WorkerApi;

/** What a call tells while it is under way. */
export type NewsOf<M extends Method> = M extends 'load' ? LoadProgress : M extends 'score' ? ScoreNews : never;
export type News = NewsOf<Method>;

/** `dead`: the engine is in an unknown state and has to be replaced. */
export interface EngineFault {
  code: 'out_of_memory' | 'unreadable_file' | 'engine_failed' | 'restarted';
  message: string;
}

export type Request = { id: number; method: Method; args: unknown[] } | { cancel: number };
/** The two ends of a channel: a partner serves the one, the engine that it helps has the other. */
export type PartnerPort = { serve: MessagePort } | { partner: MessagePort };
export type Reply =
  | { id: number; news: News }
  | { id: number; value: unknown }
  | { id: number; fault: EngineFault; dead: boolean };
