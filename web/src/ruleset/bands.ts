// Bands of scores, and the conditions that find their leads.
import type { Band, Condition, Ruleset } from './ruleset';
import { scoreWords } from './words';

export interface BandedScore {
  id: string;
  /** Its place among all scores. */
  index: number;
  name: string;
  bands: Band[];
}

/** The scores that have bands, in the order of the rule file. */
export function bandedScores(ruleset: Ruleset): BandedScore[] {
  return Object.entries(ruleset.scores).flatMap(([id, { bands = [] }], index) =>
    bands.length > 0 ? [{ id, index, name: scoreWords(ruleset, id), bands }] : [],
  );
}

/** Holds for leads of one band, by its place; beyond the last: for those of none. */
export function bandCondition({ id, bands }: BandedScore, place: number): Condition {
  const band = bands[place];
  if (band) return { band: id, in: [band.label] };
  return { none: [{ band: id, in: bands.map(({ label }) => label) }] };
}
