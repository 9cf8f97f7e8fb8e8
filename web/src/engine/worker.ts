// The engine's side of the protocol. Runs in a worker started from a blob, which is bound by the page's own policy: no
// request can leave it. The WebAssembly module travels inside as text.
import deflated from 'virtual:mqlab-wasm';
import type { Reply, Request } from './client';
import createMqlab from './generated/mqlab.mjs';
import type { EngineApi } from './protocol';

async function wasmBinary(): Promise<ArrayBuffer> {
  const bytes = Uint8Array.from(atob(deflated), (character) => character.charCodeAt(0));
  return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw'))).arrayBuffer();
}

// The compiler holds protocol.ts to the types that are generated from the bindings.
async function startEngine(): Promise<EngineApi> {
  const module = await createMqlab({ wasmBinary: await wasmBinary() });
  return new module.Engine();
}

// The binding throws these by name; the module lives on. After anything else it is in an unknown state.
const isOutOfMemory = (error: unknown) => error instanceof Error && error.name === 'out_of_memory';

/** The buffers of columns, which are handed over rather than copied; rows and reports hold none. */
function buffersOf(value: unknown): Transferable[] {
  if (ArrayBuffer.isView(value)) return [value.buffer as ArrayBuffer];
  if (typeof value !== 'object' || value === null || !('columns' in value)) return [];
  const columns = value.columns;
  if (typeof columns !== 'object' || columns === null) return [];
  const arrays = Object.values(columns).flat().filter(ArrayBuffer.isView);
  return arrays.map((array) => array.buffer as ArrayBuffer);
}

const engine = startEngine();
const answer = (reply: Reply, buffers: Transferable[] = []) => self.postMessage(reply, { transfer: buffers });

self.onmessage = async ({ data: { id, method, args } }: MessageEvent<Request>) => {
  try {
    const call = (await engine)[method] as (this: EngineApi, ...args: unknown[]) => unknown;
    const value = call.apply(await engine, args);
    answer({ id, value }, buffersOf(value));
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const code = isOutOfMemory(error) ? 'out_of_memory' : 'engine_failed';
    answer({ id, fault: { code, message }, dead: code === 'engine_failed' });
  }
};
