// The bytes of a table, wherever they are.

/** A file's handle, or its bytes where only the page can read it: in WebKit no worker of a page from disk reads a Blob. */
export type FileBytes = Blob | Uint8Array<ArrayBuffer>;

/** The file is gone, was changed, or may not be read. */
export class UnreadableFile extends Error {
  override name = 'unreadable_file';
}

const refuse = (error: unknown) => {
  throw new UnreadableFile(String(error));
};

export const sizeOf = (file: FileBytes): number => (file instanceof Blob ? file.size : file.length);

export const sliceOf = (file: FileBytes, from: number, until?: number): FileBytes =>
  file instanceof Blob ? file.slice(from, until) : file.subarray(from, until);

export async function bytesOf(file: FileBytes): Promise<Uint8Array<ArrayBuffer>> {
  return file instanceof Blob ? new Uint8Array(await file.arrayBuffer().catch(refuse)) : file;
}

/** The bytes as they arrive; the next are asked for before the former are worked on. */
export async function* chunksOf(file: FileBytes): AsyncGenerator<Uint8Array> {
  if (!(file instanceof Blob)) {
    yield file;
    return;
  }
  const reader = file.stream().getReader();
  const read = () => reader.read().catch(refuse);
  let next = read();
  try {
    for (;;) {
      const { value } = await next;
      if (!value) return;
      next = read();
      next.catch(() => {}); // told when it is waited for
      yield value;
    }
  } finally {
    reader.cancel().catch(() => {});
  }
}
