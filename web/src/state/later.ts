// Chunks that the first paint does without. They are fetched while the page is idle, so that later nothing is asked of
// the network; what must not ask (opening a file) waits for them.
let load = async (): Promise<unknown> => undefined;
let all: Promise<unknown> | null = null;

/** `then`: what has to ask the network once the chunks are there. */
export function defineLaterChunks(chunks: (() => Promise<unknown>)[], then: () => Promise<unknown>): void {
  load = () => Promise.all(chunks.map((chunk) => chunk())).then(then);
}

/** Resolves when every chunk of the page is there. */
export function laterChunks(): Promise<unknown> {
  all ??= load();
  return all;
}
