// Long work in slices, between which the worker's other messages are handled.

const SLICE = 16; // milliseconds

const STEP = 8; // milliseconds that a step should take
// Leads of a step: after many that cost next to nothing there may come as many that do.
const FEWEST = 64;
const MOST = 2048;

/** How many leads are worth a step, by what the last ones took. */
export class StepSize {
  #leads = 256;

  time<T>(step: (leads: number) => T): T {
    const start = performance.now();
    const result = step(this.#leads);
    const took = Math.max(0.1, performance.now() - start);
    this.#leads = Math.max(FEWEST, Math.min(MOST, Math.round((this.#leads * STEP) / took)));
    return result;
  }
}

/** One load or one score: where its work may pause, be told of, and be dropped. */
export class Job<News> {
  cancelled = false;
  readonly tell: (news: News) => void;
  #since = performance.now();
  #wake = () => {};

  constructor(tell: (news: News) => void) {
    this.tell = tell;
  }

  cancel(): void {
    this.cancelled = true;
    this.#wake();
  }

  /** Waits for what other messages bring, which wakes it; false when the job is to be dropped. */
  async sleep(): Promise<boolean> {
    await new Promise<void>((resolve) => {
      this.#wake = resolve;
    });
    this.#since = performance.now();
    return !this.cancelled;
  }
  wake(): void {
    this.#wake();
  }

  /** Lets other messages in when the slice is over; false when the job is to be dropped. */
  async goOn(): Promise<boolean> {
    if (performance.now() - this.#since > SLICE) await this.pause();
    return !this.cancelled;
  }

  /** Lets other messages in. A timer would wait for 4 ms or, in a hidden page, for a second. */
  async pause(): Promise<void> {
    const { port1, port2 } = new MessageChannel();
    await new Promise((resolve) => {
      port1.onmessage = resolve;
      port2.postMessage(null);
    });
    port1.close();
    this.#since = performance.now();
  }
}
