// One export under way: how far it is, what became of it.
import { useEffect, useRef, useState } from 'react';
import { fail } from '../../state/actions';
import { saveBlob } from '../../state/download';
import { copyRows, type Made, makeFile, type Order } from './make';

export type Outcome =
  | { kind: 'idle' }
  | { kind: 'running'; done: number }
  // Characters have no place in the encoding: nothing is saved before the user has said so.
  | { kind: 'asks'; made: Made }
  | { kind: 'saved'; made: Made }
  | { kind: 'copied'; leads: number }
  | { kind: 'not_copied' }
  | { kind: 'cancelled' };

export interface Exporter {
  outcome: Outcome;
  start: (order: Order, sheet: string) => Promise<void>;
  cancel: () => void;
  /** Saves what was made although characters are lost; or drops it. */
  answer: (save: boolean) => void;
}

export function useExport(): Exporter {
  const [outcome, setOutcome] = useState<Outcome>({ kind: 'idle' });
  const running = useRef<AbortController | null>(null);
  useEffect(() => () => running.current?.abort(), []);

  const save = (made: Made) => {
    saveBlob(made.name, made.blob);
    setOutcome({ kind: 'saved', made });
  };
  const start = async (order: Order, sheet: string) => {
    const control = new AbortController();
    running.current = control;
    const course = {
      signal: control.signal,
      onProgress: (done: number) => !control.signal.aborted && setOutcome({ kind: 'running', done }),
    };
    setOutcome({ kind: 'running', done: 0 });
    try {
      if (order.choices.form === 'clipboard') {
        setOutcome({ kind: 'copied', leads: await copyRows(order, course) });
        return;
      }
      const made = await makeFile(order, course, sheet);
      if (made.lost.count > 0) setOutcome({ kind: 'asks', made });
      else save(made);
    } catch (error) {
      if (control.signal.aborted) return;
      // The clipboard's own word; what the engine tells is none.
      if (error instanceof DOMException) {
        setOutcome({ kind: 'not_copied' });
        return;
      }
      setOutcome({ kind: 'idle' });
      fail(error);
    }
  };
  const cancel = () => {
    running.current?.abort();
    setOutcome({ kind: 'cancelled' });
  };
  const answer = (wanted: boolean) => {
    if (outcome.kind !== 'asks') return;
    if (wanted) save(outcome.made);
    else setOutcome({ kind: 'idle' });
  };
  return { outcome, start, cancel, answer };
}
