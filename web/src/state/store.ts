import { temporal } from 'zundo';
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { type AppState, firstState, type Step } from './app-state';
import type { Marks } from './marks';

interface Undoable {
  text: string;
  marks: Marks;
  step: Step | null;
}

export const store = createStore<AppState>()(
  temporal<AppState, [], [], Undoable>(() => firstState, {
    partialize: ({ text, marks, step }) => ({ text, marks, step }),
    equality: (past, current) => past.text === current.text && past.marks === current.marks,
    limit: 200,
  }),
);

export function useApp<T>(select: (state: AppState) => T): T {
  return useStore(store, select);
}

export interface Steps {
  undo: Step | null;
  redo: Step | null;
}

/** The steps that undo and redo would take back or take again; null when there is none. */
export function useSteps(): Steps {
  const undo = useApp((state) => state.step);
  const canUndo = useStore(store.temporal, ({ pastStates }) => pastStates.length > 0);
  const redo = useStore(store.temporal, ({ futureStates }) => futureStates.at(-1)?.step ?? null);
  return { undo: canUndo ? undo : null, redo };
}

export function stepsNow(): Steps {
  const { pastStates, futureStates } = store.temporal.getState();
  return {
    undo: pastStates.length > 0 ? store.getState().step : null,
    redo: futureStates.at(-1)?.step ?? null,
  };
}
