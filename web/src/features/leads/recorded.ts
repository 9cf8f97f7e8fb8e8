// Dates at which another system had a lead reach a stage, as its export tells.
import type { Explanation } from '../../engine/explanation';
import type { Instant } from '../../engine/protocol';

export interface RecordedStage {
  stage: string; // a common name, "mql"
  at: Instant;
}

const PREFIX = 'became_';

/** In order of time. A cell that is no instant is none. */
export function recordedStages({ fields }: Pick<Explanation, 'fields'>): RecordedStage[] {
  return fields
    .filter(({ name }) => name.startsWith(PREFIX))
    .map(({ name, value }) => ({ stage: name.slice(PREFIX.length), at: Date.parse(value) }))
    .filter(({ at }) => Number.isFinite(at))
    .sort((a, b) => a.at - b.at);
}
