// The engine as the page sees it: the methods of EngineApi as promises. The engine may die at any moment (memory, a
// defect); the client then starts another, loads the same data again from what it kept, and only the calls that were
// under way fail, with the fault "restarted".
import type { DataReport, EngineApi, EngineFault, ScoreReport, ScoreRequest, TableOptions } from './protocol';

type Method = keyof EngineApi;
export interface Request {
  id: number;
  method: Method;
  args: unknown[];
}
export type Reply = { id: number; value: unknown } | { id: number; fault: EngineFault; dead: boolean };

/** A table as the user gave it: a file's handle or pasted text, read again whenever the engine needs it. */
export interface TableSource {
  name: string;
  blob: Blob;
  options: TableOptions;
}
export type DataSource =
  | { kind: 'sample'; seed: number; leads: number }
  | { kind: 'tables'; leads: TableSource; events: TableSource | null };

interface Pending {
  resolve(value: unknown): void;
  reject(fault: EngineFault): void;
}
/** What the client needs of a Worker. */
export type EngineWorker = Pick<Worker, 'postMessage' | 'terminate' | 'onmessage' | 'onerror'>;

export class EngineClient {
  #startWorker: () => Promise<EngineWorker>;
  #worker: Promise<EngineWorker> | null = null;
  #pending = new Map<number, Pending>();
  #nextId = 1;
  #source: DataSource | null = null;
  #lastScored: ScoreRequest | null = null;
  // An engine died, and none has answered a call of the page since: a second death would be our call's own doing.
  #suspect = false;
  #restoring = false;
  #scoring = false;
  #waiting: {
    request: ScoreRequest;
    resolve(report: ScoreReport | null): void;
    reject(fault: EngineFault): void;
  } | null = null;

  constructor(startWorker: () => Promise<EngineWorker>) {
    this.#startWorker = startWorker;
  }

  async call<M extends Method>(method: M, ...args: Parameters<EngineApi[M]>): Promise<ReturnType<EngineApi[M]>> {
    const worker = await this.#started();
    return new Promise((resolve, reject) => {
      const id = this.#nextId++;
      this.#pending.set(id, { resolve: resolve as Pending['resolve'], reject });
      worker.postMessage({ id, method, args } satisfies Request);
    });
  }

  /** Loads the data; what was loaded before stays when the report does not accept it. */
  async load(source: DataSource): Promise<DataReport> {
    const report = await this.#send(source);
    if (report.accepted) this.#source = source;
    return report;
  }

  /** Scores; null when a newer request overtook this one before the engine came to it. */
  async score(request: ScoreRequest): Promise<ScoreReport | null> {
    if (this.#scoring) {
      this.#waiting?.resolve(null);
      return new Promise((resolve, reject) => {
        this.#waiting = { request, resolve, reject };
      });
    }
    this.#scoring = true;
    try {
      const report = await this.call('score', request);
      if (report.columns) this.#lastScored = request;
      return report;
    } finally {
      this.#scoring = false;
      const next = this.#waiting;
      this.#waiting = null;
      if (next) this.score(next.request).then(next.resolve, next.reject);
    }
  }

  async #send(source: DataSource): Promise<DataReport> {
    if (source.kind === 'sample') return this.call('loadSample', source.seed, source.leads);
    const read = async ({ blob, options }: TableSource) => ({
      bytes: new Uint8Array(await blob.arrayBuffer()),
      options,
    });
    return this.call('load', await read(source.leads), source.events && (await read(source.events)));
  }

  async #started(): Promise<EngineWorker> {
    this.#worker ??= this.#startWorker().then((worker) => {
      worker.onmessage = ({ data }: MessageEvent<Reply>) => this.#onReply(data);
      worker.onerror = (event) => this.#onDeath(event.message);
      return worker;
    });
    return this.#worker;
  }

  #onReply(reply: Reply): void {
    const pending = this.#pending.get(reply.id);
    this.#pending.delete(reply.id);
    if ('value' in reply) {
      if (!this.#restoring) this.#suspect = false;
      pending?.resolve(reply.value);
      return;
    }
    pending?.reject(reply.dead ? { ...reply.fault, code: this.#codeOfDeath() } : reply.fault);
    if (reply.dead) this.#onDeath(reply.fault.message);
  }

  #codeOfDeath(): EngineFault['code'] {
    return this.#suspect ? 'engine_failed' : 'restarted';
  }

  #onDeath(message: string): void {
    const code = this.#codeOfDeath();
    this.#suspect = true;
    this.#worker?.then((worker) => worker.terminate());
    this.#worker = null;
    const pending = [...this.#pending.values()];
    this.#pending.clear();
    if (!this.#restoring) this.#restore();
    for (const { reject } of pending) reject({ code, message });
  }

  // Calls that the page makes meanwhile queue up behind these.
  async #restore(): Promise<void> {
    this.#restoring = true;
    try {
      if (this.#source) await this.#send(this.#source);
      if (this.#lastScored) await this.call('score', this.#lastScored);
    } catch {
      // The page's next call fails by itself and tells.
    } finally {
      this.#restoring = false;
    }
  }
}
