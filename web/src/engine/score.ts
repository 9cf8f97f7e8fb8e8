// A score in slices: first what is as of the instant, then the stages.
import type { ScoreNews } from './messages';
import type { EngineApi, ScoreReport, ScoreRequest } from './protocol';
import type { Job } from './slices';

const STEP = 8; // milliseconds that a step should take
// Leads of a step: after many that cost next to nothing there may come as many that do.
const FEWEST = 64;
const MOST = 2048;
const SOON = 100; // milliseconds for which the page rather waits than shows half a result
const EVERY = 100; // milliseconds from one report of progress to the next

/** Scores; null when the job was overtaken. */
export async function score(
  engine: EngineApi,
  request: ScoreRequest,
  job: Job<ScoreNews>,
): Promise<ScoreReport | null> {
  // Of several requests that wait already only the newest begins.
  await job.pause();
  if (job.cancelled) return null;
  if (!engine.beginScore(request)) return engine.reportScore();
  let leads = 256;
  let stagesBegun = 0;
  let shown = false;
  let told = performance.now();
  for (;;) {
    const start = performance.now();
    const progress = engine.scoreStep(leads);
    const now = performance.now();
    if (progress.phase === 'done') return engine.reportScore();
    leads = Math.max(FEWEST, Math.min(MOST, Math.round((leads * STEP) / Math.max(0.1, now - start))));
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
    if (!(await job.goOn())) return null;
  }
}
