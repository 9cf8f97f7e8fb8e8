// The worker's side of the protocol: answers what the page asks, between the slices of a load, a score and a trial.

import { attempt } from './attempt';
import { loadTables } from './load';
import type { DataSource, LoadProgress, Method, Reply, Request, ScoreNews, WorkerApi } from './messages';
import type { Partner } from './partner';
import type { Crossing, DataReport, EngineApi, ScoreReport, ScoreRequest } from './protocol';
import { score } from './score';
import { Shares } from './shares';
import { Job } from './slices';
import { trial } from './trial';

export type Send = (reply: Reply, transfer: Transferable[]) => void;

// After one of these the engine lives on; after anything else it is in an unknown state.
const SURVIVED = ['out_of_memory', 'unreadable_file'] as const;

function faultOf(error: unknown): Omit<Extract<Reply, { dead: boolean }>, 'id'> {
  const message = error instanceof Error ? error.message : String(error);
  const survived = SURVIVED.find((name) => error instanceof Error && error.name === name);
  return { fault: { code: survived ?? 'engine_failed', message }, dead: !survived };
}

// Columns are handed over rather than copied.
const buffersOf = (columns: (Uint32Array | undefined)[]): Transferable[] =>
  columns.flatMap((column) => (column ? [column.buffer as ArrayBuffer] : []));
const buffersOfReport = ({ figures, stages }: ScoreReport) => buffersOf([figures?.leads, ...(stages?.leads ?? [])]);
const buffersOfCrossing = ({ leadsGained, leadsLost }: Crossing) => buffersOf([leadsGained, leadsLost]);

export class EngineHost {
  #load: { id: number; job: Job<LoadProgress> } | null = null;
  #score: { id: number; job: Job<ScoreNews> } | null = null;
  #trial: { id: number; job: Job<never> } | null = null;
  #partners: Partner[] = [];
  #shares = new Shares();
  // What the shares are of; null for a sample, which stays whole.
  #loaded: DataReport | null = null;

  #engine: Promise<EngineApi>;
  #send: Send;

  constructor(engine: Promise<EngineApi>, send: Send) {
    this.#engine = engine;
    this.#send = send;
  }

  addPartner(partner: Partner): void {
    this.#partners.push(partner);
  }

  async receive(request: Request): Promise<void> {
    const engine = await this.#engine;
    if ('cancel' in request) {
      if (request.cancel === this.#load?.id) this.#dropLoad(engine);
      if (request.cancel === this.#score?.id) this.#dropScore(engine);
      if (request.cancel === this.#trial?.id) this.#dropTrial(engine);
      return;
    }
    const { id, method, args } = request;
    try {
      await this.#answer(engine, id, method, args);
    } catch (error) {
      if (id === this.#load?.id) this.#dropLoad(engine);
      if (id === this.#score?.id) this.#dropScore(engine);
      if (id === this.#trial?.id) this.#dropTrial(engine);
      this.#send({ id, ...faultOf(error) }, []);
    }
  }

  async #answer(engine: EngineApi, id: number, method: Method, args: unknown[]): Promise<void> {
    switch (method) {
      case 'load':
        return this.#send({ id, value: await this.#runLoad(engine, id, args[0] as DataSource) }, []);
      case 'score': {
        const report = await this.#runScore(engine, id, args[0] as ScoreRequest);
        return this.#send({ id, value: report }, report ? buffersOfReport(report) : []);
      }
      case 'trial': {
        const crossing = await this.#runTrial(engine, id, ...(args as Parameters<WorkerApi['trial']>));
        return this.#send({ id, value: crossing }, crossing ? buffersOfCrossing(crossing) : []);
      }
      case 'addEvents':
        return this.#send({ id, value: await this.#addEvents(engine, args[0] as string) }, []);
      case 'tryToReach':
        return this.#send({ id, value: await attempt(() => fetch(args[0] as string)) }, []);
      default: {
        const call = engine[method] as (this: EngineApi, ...args: unknown[]) => ReturnType<WorkerApi[Method]>;
        const value = call.apply(engine, args);
        this.#send({ id, value }, ArrayBuffer.isView(value) ? [value.buffer as ArrayBuffer] : []);
      }
    }
  }

  async #runLoad(engine: EngineApi, id: number, source: DataSource) {
    this.#dropLoad(engine);
    this.#dropTrial(engine);
    if (source.kind === 'sample') {
      this.#shares = new Shares(); // those of the data before
      this.#loaded = null;
      return engine.loadSample(source.seed, source.leads);
    }
    const job = new Job<LoadProgress>((news) => this.#send({ id, news }, []));
    this.#load = { id, job };
    const report = await loadTables(engine, this.#partners, source, job);
    if (report?.accepted) {
      this.#loaded = report;
      await this.#shares.give(engine, this.#partners, report, job);
    }
    if (this.#load?.id === id) this.#load = null;
    return report;
  }

  async #addEvents(engine: EngineApi, csv: string) {
    this.#dropLoad(engine);
    this.#dropTrial(engine);
    this.#dropScore(engine);
    const report = engine.addEvents(csv);
    const job = new Job<never>(() => {});
    if (this.#loaded) await this.#shares.give(engine, this.#partners, this.#loaded, job);
    return report;
  }

  async #runScore(engine: EngineApi, id: number, request: ScoreRequest) {
    this.#dropTrial(engine);
    this.#dropScore(engine);
    const job = new Job<ScoreNews>((news) => this.#send({ id, news }, news.report ? buffersOfReport(news.report) : []));
    this.#score = { id, job };
    const report = await score(engine, this.#shares, request, job);
    if (this.#score?.id === id) this.#score = null;
    return report;
  }

  async #runTrial(engine: EngineApi, id: number, request: ScoreRequest, stage: string) {
    this.#dropTrial(engine);
    if (this.#score) return null; // the result is about to change
    const job = new Job<never>(() => {});
    this.#trial = { id, job };
    const crossing = await trial(engine, request, stage, job);
    if (this.#trial?.id === id) this.#trial = null;
    return crossing;
  }

  #dropLoad(engine: EngineApi): void {
    if (!this.#load) return;
    this.#load.job.cancel();
    this.#load = null;
    engine.cancelLoad();
  }

  #dropScore(engine: EngineApi): void {
    if (!this.#score) return;
    this.#score.job.cancel();
    this.#shares.cancelScore();
    this.#score = null;
    engine.cancelScore();
  }

  #dropTrial(engine: EngineApi): void {
    if (!this.#trial) return;
    this.#trial.job.cancel();
    this.#trial = null;
    engine.cancelTrial();
  }
}
