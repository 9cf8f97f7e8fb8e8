// A score in slices: first what is as of the instant, then the stages.
import type { ScoreNews } from './messages';
import type { EngineApi, ScoreReport, ScoreRequest } from './protocol';
import { LostPartner, type Shares } from './shares';
import { type Job, StepSize } from './slices';

const SOON = 100; // milliseconds for which the page rather waits than shows half a result
const EVERY = 100; // milliseconds from one report of progress to the next

/** Scores; null when the job was overtaken. */
export async function score(
  engine: EngineApi,
  shares: Shares,
  request: ScoreRequest,
  job: Job<ScoreNews>,
): Promise<ScoreReport | null> {
  // Of several requests that wait already only the newest begins.
  await job.pause();
  if (job.cancelled) return null;
  for (;;) {
    try {
      return await scoreTogether(engine, shares, request, job);
    } catch (error) {
      if (!(error instanceof LostPartner)) throw error;
      shares.drop(engine); // all leads are this engine's own again
    }
  }
}

async function scoreTogether(
  engine: EngineApi,
  shares: Shares,
  request: ScoreRequest,
  job: Job<ScoreNews>,
): Promise<ScoreReport | null> {
  if (!engine.beginScore(request)) return engine.reportScore();
  shares.beginScore(engine, request, job);
  const step = new StepSize();
  let stagesBegun = 0;
  let shown = false;
  let told = performance.now();
  for (;;) {
    const progress = step.time((leads) => engine.scoreStep(leads));
    if (progress.phase === 'done') return engine.reportScore();
    const now = performance.now();
    if (progress.phase === 'stages') {
      stagesBegun ||= now;
      const rest = progress.done > 0 ? ((now - stagesBegun) * (1 - progress.done)) / progress.done : 0;
      if (!shown && rest > SOON) {
        shown = true;
        job.tell({ progress, report: engine.reportScore() });
      }
    }
    if (now - told > EVERY) {
      told = now;
      job.tell({ progress, report: null });
    }
    if (!(await (engine.waitsForOthers() ? job.sleep() : job.goOn()))) return null;
    if (shares.lost) throw new LostPartner();
  }
}
