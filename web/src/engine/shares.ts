// The leads of large data divided among the engine and its partners, which score them together.
import { transfer } from 'comlink';
import type { Partner } from './partner';
import type { DataReport, EngineApi, ScoreRequest } from './protocol';
import type { Job } from './slices';

const WORTH_SHARING = 200_000; // events
const PIECE = 1024 * 1024;
const ALL = 0xffffffff;

export class LostPartner extends Error {}

export class Shares {
  lost = false; // a partner of the score under way has failed
  #shares: { partner: Partner; begin: number }[] = [];

  /** Gives the partners their shares of data that were just loaded; small data stay whole. */
  async give(engine: EngineApi, partners: Partner[], data: DataReport, job: Job<never>): Promise<void> {
    this.#shares = [];
    if (partners.length === 0 || (data.events?.kept ?? 0) < WORTH_SHARING) return;
    const cuts = engine.cuts(partners.length + 1);
    try {
      const given = [];
      for (const [number, partner] of partners.entries()) {
        const [begin, end] = cuts.slice(number + 1) as [number, number];
        if (begin === end) continue;
        if (!(await giveShare(engine, partner, begin, end, job))) return;
        given.push({ partner, begin });
      }
      engine.ownLeads(cuts[1] ?? ALL);
      this.#shares = given;
    } catch {
      // A partner has failed: the engine has all leads still.
    }
  }

  drop(engine: EngineApi): void {
    this.#shares = [];
    this.lost = false;
    engine.ownLeads(ALL);
  }

  /** The partners begin the score that the engine has begun; what they find out is added to its own, and wakes the job. */
  beginScore(engine: EngineApi, request: ScoreRequest, job: Job<never>): void {
    this.lost = false;
    const rules = engine.awaitedRules();
    const asOf = engine.scoringAsOf();
    for (const { partner, begin } of this.#shares) {
      const lose = () => {
        if (job.cancelled) return;
        this.lost = true;
        job.wake();
      };
      const take = async (found: Promise<Uint8Array>, add: (found: Uint8Array) => void) => {
        const bytes = await found;
        if (job.cancelled) return;
        if (bytes.length === 0) return lose();
        add(bytes);
        job.wake();
      };
      partner.score({ ...request, asOf }).catch(lose);
      if (rules.length > 0) take(partner.counts(rules), (counts) => engine.addCounts(begin, counts)).catch(lose);
      take(partner.stages(), (stages) => engine.addStages(begin, stages)).catch(lose);
    }
  }

  cancelScore(): void {
    for (const { partner } of this.#shares) partner.cancelScore().catch(() => {});
  }
}

async function giveShare(engine: EngineApi, partner: Partner, begin: number, end: number, job: Job<never>) {
  engine.beginShare(begin, end);
  let before: Promise<unknown> = Promise.resolve();
  for (let piece = engine.writeShare(PIECE); piece.length > 0; piece = engine.writeShare(PIECE)) {
    await before; // not more than one is under way
    before = partner.appendShare(transfer(piece, [piece.buffer as ArrayBuffer]));
    if (!(await job.goOn())) return false;
  }
  await before;
  return partner.endShare();
}
