// Runs in a worker started from a blob, which is bound by the page's own policy: no request can leave it. The WebAssembly
// module travels inside as text.
import packed from 'virtual:wasm/mqlab';
import createMqlab from './generated/mqlab.mjs';
import { EngineHost } from './host';
import type { PartnerPort, Request } from './messages';
import { partnerAt, servePartner } from './partner';
import type { EngineApi } from './protocol';
import { unpacked } from './unpacked';

// The compiler holds protocol.ts to the types that are generated from the bindings.
async function startEngine(): Promise<EngineApi> {
  const module = await createMqlab({ wasmBinary: await unpacked(packed) });
  return new module.Engine();
}

const engine = startEngine();
const host = new EngineHost(engine, (reply, transfer) => self.postMessage(reply, { transfer }));
self.onmessage = ({ data }: MessageEvent<Request | PartnerPort>) => {
  if ('serve' in data) servePartner(engine, data.serve);
  else if ('partner' in data) host.addPartner(partnerAt(data.partner));
  else host.receive(data);
};
