// Figures of a complete result that the engine counts on demand: each score, two banded scores together, gaps in the data.
import { useEffect } from 'react';
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { BandGrid, DataReport, Distribution, Quiet } from '../engine/protocol';
import { bandedScores } from '../ruleset/bands';
import { qualifiedStage } from '../ruleset/qualified';
import { engine, fail } from './actions';
import type { Result, SettledResult } from './app-state';
import { store, useApp } from './store';

export interface Breakdown {
  result: SettledResult;
  data: DataReport | null;
  scores: Distribution[];
  /** Of the first two scores that have bands; null when there are not two. */
  grid: BandGrid | null;
  quiet: Quiet;
}

const last = createStore<{ breakdown: Breakdown | null }>(() => ({ breakdown: null }));

let shown = 0; // on how many places of the page
let reading = false;
let tried: Result | null = null;

const isComplete = (result: Result | null): result is SettledResult => Boolean(result?.stages);

async function read(result: SettledResult, data: DataReport | null): Promise<Breakdown> {
  const { ruleset } = result;
  const [rows, columns] = bandedScores(ruleset);
  const [grid, quiet, ...scores] = await Promise.all([
    rows && columns ? engine.call('grid', rows.index, columns.index, qualifiedStage(ruleset)) : null,
    engine.call('quiet'),
    ...Object.keys(ruleset.scores).map((_, score) => engine.call('distribution', score)),
  ]);
  return { result, data, scores, grid, quiet };
}

// One after another: while the line is dragged there are results faster than they can be broken down.
async function follow(): Promise<void> {
  if (reading) return;
  reading = true;
  try {
    for (;;) {
      const { result, data } = store.getState();
      if (!isComplete(result) || shown === 0 || tried === result) return;
      tried = result;
      const breakdown = await read(result, data);
      if (store.getState().result === result) last.setState({ breakdown });
    }
  } catch (error) {
    fail(error);
  } finally {
    reading = false;
  }
}

store.subscribe(follow);

/** Of the newest complete result; null before it is known for this data. */
export function useBreakdown(): Breakdown | null {
  useEffect(() => {
    shown += 1;
    follow();
    return () => {
      shown -= 1;
    };
  }, []);
  const data = useApp((state) => state.data);
  const breakdown = useStore(last, (state) => state.breakdown);
  return breakdown && breakdown.data === data ? breakdown : null;
}
