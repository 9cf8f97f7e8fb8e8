// The engine as the page sees it: the methods of WorkerApi as promises. The engine may die at any moment (memory, a
// defect); the client then starts another, loads the same data again from what it kept, and only the calls that were
// under way fail, with the fault "restarted".
import { sizeOf } from './file-bytes';
import type {
  DataSource,
  EngineFault,
  LoadProgress,
  Method,
  NewsOf,
  PartnerPort,
  Reply,
  Request,
  ScoreNews,
  WorkerApi,
} from './messages';
import type { Crossing, DataReport, ScoreReport, ScoreRequest, TableReport } from './protocol';

interface Pending {
  resolve(value: unknown): void;
  reject(fault: EngineFault): void;
  onNews: ((news: never) => void) | undefined;
}
interface WaitingScore {
  request: ScoreRequest;
  onNews: ((news: ScoreNews) => void) | undefined;
  resolve(report: ScoreReport | null): void;
  reject(fault: EngineFault): void;
}
/** What the client needs of a Worker. */
export type EngineWorker = Pick<Worker, 'postMessage' | 'terminate' | 'onmessage' | 'onerror'>;

const LARGE = 16 * 1024 * 1024; // bytes of data that are worth partners

const bytesIn = (source: DataSource) =>
  source.kind === 'tables' ? sizeOf(source.leads.file) + (source.events ? sizeOf(source.events.file) : 0) : 0;

export class EngineClient {
  /** What was given to addEvents last, of the data that is loaded. */
  added = '';
  #startWorker: () => Promise<EngineWorker>;
  #partnerCount: number;
  #partners: EngineWorker[] = [];
  #worker: Promise<EngineWorker> | null = null;
  #pending = new Map<number, Pending>();
  #nextId = 1;
  #loading: number | null = null;
  // How many loads there were, and which of them was cancelled last, begun in the worker or not.
  #loads = 0;
  #dropped = 0;
  #scoring: number | null = null;
  #waiting: WaitingScore | null = null;
  #source: DataSource | null = null;
  #lastScored: ScoreRequest | null = null;
  // An engine died, and none has answered a call of the page since: a second death would be our call's own doing.
  #suspect = false;
  // While the data is loaded again; calls of the page wait for it.
  #restored: Promise<void> | null = null;

  /** `partnerCount`: how many more workers large data are worth. */
  constructor(startWorker: () => Promise<EngineWorker>, partnerCount = 0) {
    this.#startWorker = startWorker;
    this.#partnerCount = partnerCount;
  }

  async call<M extends Method>(method: M, ...args: Parameters<WorkerApi[M]>): Promise<ReturnType<WorkerApi[M]>> {
    await this.#restored;
    return this.#send(method, args).answer;
  }

  /**
   * Loads the data; what was loaded before stays when the report does not accept it. null when it was cancelled, or
   * another load overtook it.
   */
  async load(source: DataSource, onProgress?: (progress: LoadProgress) => void): Promise<DataReport | null> {
    const load = ++this.#loads;
    await this.#restored;
    if (bytesIn(source) >= LARGE) await this.#startPartners();
    if (this.#dropped === load) return null;
    const { id, answer } = this.#send('load', [source], onProgress);
    this.#loading = id;
    const report = await answer.finally(() => {
      if (this.#loading === id) this.#loading = null;
    });
    if (report?.accepted) {
      this.#source = source;
      this.added = '';
    }
    return report;
  }

  /** See EngineApi.addEvents. A score under way answers null. */
  async addEvents(csv: string): Promise<TableReport> {
    this.added = csv;
    return this.call('addEvents', csv);
  }

  /** The load under way answers null soon. */
  cancelLoad(): void {
    this.#dropped = this.#loads;
    if (this.#loading !== null) this.#cancel(this.#loading);
  }

  /**
   * Scores; null when a newer request overtook this one. The newest waits here until the former is dropped, so that any
   * number of them costs the worker no more than the one it has begun.
   */
  async score(request: ScoreRequest, onNews?: (news: ScoreNews) => void): Promise<ScoreReport | null> {
    await this.#restored;
    if (this.#scoring !== null) {
      this.#cancel(this.#scoring);
      this.#waiting?.resolve(null);
      return new Promise((resolve, reject) => {
        this.#waiting = { request, onNews, resolve, reject };
      });
    }
    const { id, answer } = this.#send('score', [request], onNews);
    this.#scoring = id;
    try {
      const report = await answer;
      if (report?.figures) this.#lastScored = request;
      return report;
    } finally {
      this.#scoring = null;
      const next = this.#waiting;
      this.#waiting = null;
      if (next) this.score(next.request, next.onNews).then(next.resolve, next.reject);
    }
  }

  /**
   * Which leads stand at a stage by the last result and not by these rules, and the other way round; null when the rules
   * have errors, when a score is under way, or when a score, a load or another trial overtakes it: ask again then.
   */
  async trial(request: ScoreRequest, stage: string): Promise<Crossing | null> {
    return this.call('trial', request, stage);
  }

  async #startPartners(): Promise<void> {
    const engine = await this.#started();
    while (this.#partners.length < this.#partnerCount) {
      const partner = await this.#startWorker();
      const { port1, port2 } = new MessageChannel();
      partner.postMessage({ serve: port1 } satisfies PartnerPort, [port1]);
      engine.postMessage({ partner: port2 } satisfies PartnerPort, [port2]);
      this.#partners.push(partner);
    }
  }

  #cancel(id: number): void {
    this.#worker?.then((worker) => worker.postMessage({ cancel: id } satisfies Request));
  }

  #send<M extends Method>(method: M, args: Parameters<WorkerApi[M]>, onNews?: (news: NewsOf<M>) => void) {
    const id = this.#nextId++;
    const answer = new Promise<ReturnType<WorkerApi[M]>>((resolve, reject) => {
      this.#pending.set(id, { resolve: resolve as Pending['resolve'], reject, onNews });
    });
    this.#started().then(
      (worker) => worker.postMessage({ id, method, args } satisfies Request),
      (error) => this.#onDeath(String(error)),
    );
    return { id, answer };
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
    if ('news' in reply) {
      pending?.onNews?.(reply.news as never);
      return;
    }
    this.#pending.delete(reply.id);
    if ('value' in reply) {
      if (!this.#restored) this.#suspect = false;
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
    this.#worker?.then(
      (worker) => worker.terminate(),
      () => {},
    );
    this.#worker = null;
    for (const partner of this.#partners.splice(0)) partner.terminate();
    const pending = [...this.#pending.values()];
    this.#pending.clear();
    this.#restored ??= this.#restore();
    for (const { reject } of pending) reject({ code, message });
  }

  async #restore(): Promise<void> {
    try {
      await this.#started();
      if (this.#source) await this.#send('load', [this.#source]).answer;
      if (this.added !== '') await this.#send('addEvents', [this.added]).answer;
      if (this.#lastScored) await this.#send('score', [this.#lastScored]).answer;
    } catch {
      // The page's next call fails by itself and tells.
    } finally {
      this.#restored = null;
    }
  }
}
