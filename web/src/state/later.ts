// Chunks that the first paint does without. They are fetched while the page is idle, so that later nothing is asked of
// the network; what must not ask (opening a file) waits for them.
let load = async (): Promise<unknown> => undefined;
let all: Promise<unknown> | null = null;

export function defineLaterChunks(chunks: (() => Promise<unknown>)[]): void {
  load = () => Promise.all(chunks.map((chunk) => chunk()));
}

/** Resolves when every chunk of the page is there. */
export function laterChunks(): Promise<unknown> {
  all ??= load();
  return all;
}
