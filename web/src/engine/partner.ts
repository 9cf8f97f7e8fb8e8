// An engine in another worker that takes a part of the work. It has no data but what it is given, and whoever asked does
// the work alone when it fails.
import { expose, type Remote, transfer, wrap } from 'comlink';
import { bytesOf } from './file-bytes';
import type { EngineApi, ScoreRequest, TableOptions } from './protocol';
import { Job, StepSize } from './slices';

/** Rows of a file between two places in it, each behind a line feed. */
export interface PackedPiece {
  start: number;
  end: number;
  packed: Uint8Array | null; // null: the rows are not plain
}

export type Partner = Remote<ReturnType<typeof partnerApi>>;

const LONGEST_ROW = 1 << 16; // a longer one may be; its piece is not packed
const LINE_FEED = 10;
const NOTHING = new Uint8Array();

const handOver = (bytes: Uint8Array) => transfer(bytes, [bytes.buffer as ArrayBuffer]);

/** A score of the share, in slices. `counted` and `done` come when a newer score overtakes it, too. */
function startScore(engine: EngineApi, request: ScoreRequest) {
  const job = new Job<never>(() => {});
  let counted = () => {};
  const untilCounted = new Promise<void>((resolve) => {
    counted = resolve;
  });
  const run = async () => {
    const step = new StepSize();
    let going = engine.beginScore(request);
    while (going && !job.cancelled) {
      const { phase } = step.time((leads) => engine.scoreStep(leads));
      if (phase !== 'numbers') counted();
      going = phase !== 'done' && (await job.goOn());
    }
  };
  const done = run().finally(counted);
  done.catch(() => {}); // told to who asks
  return { job, counted: untilCounted, done };
}

const partnerApi = (started: Promise<EngineApi>) => {
  let score: ReturnType<typeof startScore> | null = null;
  const api = {
    async beginPacking(kind: 'leads' | 'events', options: TableOptions, head: Blob): Promise<void> {
      const engine = await started;
      engine.beginPacking(kind, options, await bytesOf(head));
    },

    /** The rows that begin behind a line feed in [from - 1, until - 1); null when their end is not to be seen. */
    async pack(blob: Blob, from: number, until: number): Promise<PackedPiece | null> {
      const engine = await started;
      const bytes = await bytesOf(blob.slice(from - 1, until + LONGEST_ROW));
      const start = bytes.indexOf(LINE_FEED) + 1;
      const end = bytes.indexOf(LINE_FEED, until - from) + 1;
      if (start === 0 || end === 0) return null;
      const packed = engine.pack(bytes.subarray(start, end));
      const piece = { start: from - 1 + start, end: from - 1 + end, packed };
      return packed ? transfer(piece, [packed.buffer as ArrayBuffer]) : piece;
    },

    async appendShare(piece: Uint8Array): Promise<void> {
      (await started).appendShare(piece);
    },
    async endShare(): Promise<boolean> {
      return (await started).endShare();
    },

    /** Begins to score the share, in place of the former score. */
    async score(request: ScoreRequest): Promise<void> {
      const engine = await started;
      await api.cancelScore();
      score = startScore(engine, request);
    },
    /** Of the score under way, when there are some; empty when it was overtaken, or memory ran out. */
    async counts(rules: number[]): Promise<Uint8Array> {
      const engine = await started;
      const mine = score;
      await mine?.counted;
      return mine === score ? handOver(engine.counts(rules)) : NOTHING;
    },
    async stages(): Promise<Uint8Array> {
      const engine = await started;
      const mine = score;
      await mine?.done;
      return mine === score ? handOver(engine.stages()) : NOTHING;
    },
    async cancelScore(): Promise<void> {
      const engine = await started;
      if (score) score.job.cancel();
      score = null;
      engine.cancelScore();
    },
  };
  return api;
};

export const servePartner = (engine: Promise<EngineApi>, port: MessagePort): void => expose(partnerApi(engine), port);
export const partnerAt = (port: MessagePort): Partner => wrap(port);
