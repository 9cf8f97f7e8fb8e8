// How far a load is, how fast it goes and how long it will take.
import type { LoadProgress } from './messages';

const EVERY = 100; // milliseconds from one report to the next
const TOO_EARLY = 400; // milliseconds before which nothing is foretold

export class LoadMeter {
  #bytes = 0;
  #begun: number;
  #phaseBegun: number;
  #told = Number.NEGATIVE_INFINITY;
  #phase: LoadProgress['phase'] = 'leads';

  #totalBytes: number;
  #now: () => number;

  constructor(totalBytes: number, now = () => performance.now()) {
    this.#totalBytes = totalBytes;
    this.#now = now;
    this.#begun = this.#phaseBegun = now();
  }

  enter(phase: LoadProgress['phase']): void {
    this.#phase = phase;
    this.#phaseBegun = this.#now();
    this.#told = Number.NEGATIVE_INFINITY;
  }

  read(bytes: number): void {
    this.#bytes += bytes;
  }

  /** A report when one is due, else null. */
  due(rows: number): LoadProgress | null {
    const now = this.#now();
    if (now - this.#told < EVERY) return null;
    this.#told = now;
    const spent = now - this.#begun;
    const early = spent < TOO_EARLY || this.#bytes === 0;
    const reading = this.#phase !== 'ordering';
    return {
      phase: this.#phase,
      bytes: this.#bytes,
      totalBytes: this.#totalBytes,
      rows,
      rowsASecond: reading ? (rows / Math.max(1, now - this.#phaseBegun)) * 1000 : 0,
      secondsLeft: early || !reading ? null : ((this.#totalBytes - this.#bytes) / this.#bytes) * (spent / 1000),
    };
  }
}
