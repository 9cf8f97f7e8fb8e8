// Runs in a worker started from a blob, which is bound by the page's own policy: no request can leave it. The WebAssembly
// module travels inside as text.
import packed from 'virtual:mqlab-wasm';
import { XzReadableStream } from 'xz-decompress';
import createMqlab from './generated/mqlab.mjs';
import { EngineHost } from './host';
import type { PartnerPort, Request } from './messages';
import { partnerAt, servePartner } from './partner';
import type { EngineApi } from './protocol';

// Not through a Blob: WebKit reads none in a worker of a page from disk.
function wasmBinary(): Promise<ArrayBuffer> {
  const bytes = Uint8Array.from(atob(packed), (character) => character.charCodeAt(0));
  const stream = new ReadableStream<Uint8Array>({
    start(controller) {
      controller.enqueue(bytes);
      controller.close();
    },
  });
  return new Response(new XzReadableStream(stream)).arrayBuffer();
}

// The compiler holds protocol.ts to the types that are generated from the bindings.
async function startEngine(): Promise<EngineApi> {
  const module = await createMqlab({ wasmBinary: await wasmBinary() });
  return new module.Engine();
}

const engine = startEngine();
const host = new EngineHost(engine, (reply, transfer) => self.postMessage(reply, { transfer }));
self.onmessage = ({ data }: MessageEvent<Request | PartnerPort>) => {
  if ('serve' in data) servePartner(engine, data.serve);
  else if ('partner' in data) host.addPartner(partnerAt(data.partner));
  else host.receive(data);
};
