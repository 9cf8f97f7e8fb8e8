// A trial in slices: what other rules would change beside the result.
import type { Crossing, EngineApi, ScoreRequest } from './protocol';
import { type Job, StepSize } from './slices';

/** null when the job was overtaken, or there is nothing to compare. */
export async function trial(
  engine: EngineApi,
  request: ScoreRequest,
  stage: string,
  job: Job<never>,
): Promise<Crossing | null> {
  // Of several requests that wait already only the newest begins.
  await job.pause();
  if (job.cancelled || !engine.beginTrial(request, stage)) return null;
  const step = new StepSize();
  while (step.time((leads) => engine.trialStep(leads)).phase !== 'done') {
    if (!(await job.goOn())) return null;
  }
  return engine.endTrial();
}
