import { XzReadableStream } from 'xz-decompress';

/** The bytes of a module that travels as text. Not through a Blob: WebKit reads none in a worker of a page from disk. */
export function unpacked(packed: string): Promise<ArrayBuffer> {
  const bytes = Uint8Array.from(atob(packed), (character) => character.charCodeAt(0));
  const stream = new ReadableStream<Uint8Array>({
    start(controller) {
      controller.enqueue(bytes);
      controller.close();
    },
  });
  return new Response(new XzReadableStream(stream)).arrayBuffer();
}
