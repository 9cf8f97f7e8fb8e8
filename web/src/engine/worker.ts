// The engine's side of the protocol. Runs in a worker started from a blob, which is bound by the page's own policy: no
// request can leave it. The WebAssembly module travels inside as text.
import deflated from 'virtual:mqlab-wasm';
import type { Reply, Request } from './client';
import createMqlab from './generated/mqlab.mjs';
import type { EngineApi, EngineFault } from './protocol';

async function wasmBinary(): Promise<ArrayBuffer> {
  const bytes = Uint8Array.from(atob(deflated), (character) => character.charCodeAt(0));
  return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw'))).arrayBuffer();
}

// The generated types give strings as a wide union; protocol.ts is the narrow form of the same value objects.
async function startEngine(): Promise<EngineApi> {
  const module = await createMqlab({ wasmBinary: await wasmBinary() });
  return new module.Engine() as unknown as EngineApi;
}

const isFault = (value: unknown): value is { fault: EngineFault } =>
  typeof value === 'object' && value !== null && 'fault' in value;

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
    if (isFault(value)) answer({ id, fault: value.fault, dead: false });
    else answer({ id, value }, buffersOf(value));
  } catch (error) {
    // A trap leaves the module in an unknown state: the page starts another.
    const message = error instanceof Error ? error.message : String(error);
    answer({ id, fault: { code: 'engine_failed', message }, dead: true });
  }
};
