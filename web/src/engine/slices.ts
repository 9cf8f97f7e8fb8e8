// Long work in slices, between which the worker's other messages are handled.

const SLICE = 16; // milliseconds

/** One load or one score: where its work may pause, be told of, and be dropped. */
export class Job<News> {
  cancelled = false;
  readonly tell: (news: News) => void;
  #since = performance.now();

  constructor(tell: (news: News) => void) {
    this.tell = tell;
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
